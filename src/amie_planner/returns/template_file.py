"""A return's file: a template is read whole or not at all, and what is wrong with one is said by line and key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from unicodedata import normalize

from pydantic import ValidationError

from amie_planner.domain.values import problem, where
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError
from amie_planner.places import resource
from amie_planner.returns.subjects import COLUMNS
from amie_planner.returns.templates import Asked, ReturnTemplate
from amie_planner.returns.toml_lines import Toml

BUNDLED = ("general.2026", "lessons-grid.2026", "small-funder.2026", "youth-music.2026")
"""The files that come with the program, in the order to offer them."""
_LONGEST_KEY = 60


@cache
def bundled() -> tuple[ReturnTemplate, ...]:
    """The returns that come with the program."""
    return tuple(_read(resource("returns", f"{name}.toml").read_text(encoding="utf-8"))[0] for name in BUNDLED)


def decoded(content: bytes) -> str:
    """The text of a template's file. Raises AmieError if it is not UTF-8."""
    not_text = AmieError("This file is not text in UTF-8.", "Save it as UTF-8 and try again.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise not_text from None
    if "\0" in text:
        raise not_text
    return text


def kept(text: str) -> ReturnTemplate:
    """A hub’s template that is in a planner: read whatever its id is, for it may be older than a return of ours.

    Raises AmieError where it can no longer be read.
    """
    return _read(text)[0]


def read(text: str) -> ReturnTemplate:
    """A hub’s template that is handed in. Raises AmieError, which names line and key of the first thing that is wrong.

    What has the id of a return that comes along is refused: the two could not be told apart.
    """
    template, toml = _read(text)
    if template.id in {ours.id for ours in bundled()}:
        words = f"is “{template.id}”, which is a return that comes along"
        raise _said(toml, ("id",), words, f"Give yours an id of its own, such as “our-{template.id}”.")
    return template


def _read(text: str) -> tuple[ReturnTemplate, Toml]:
    toml = Toml(text)
    try:
        template = ReturnTemplate.model_validate(toml.document)
    except ValidationError as error:
        raise _refused(toml, error) from None
    for place, words, hint in _amiss(template):
        raise _said(toml, place, words, hint)
    return template, toml


_Place = tuple[str | int, ...]


def _refused(toml: Toml, error: ValidationError) -> AmieError:
    """What pydantic found first; a key that is not known before one that is missing, as one often is the other."""
    found = error.errors(include_url=False, include_input=False)
    first = next((e for e in found if e["type"] == "extra_forbidden"), found[0])
    place = first["loc"]
    if first["type"] == "extra_forbidden":
        known = ReturnTemplate.model_fields if len(place) == 1 else Asked.model_fields
        return _said(toml, place, "is not a key of a return", _meant(str(place[-1]), known))
    words = problem(first["type"], first["msg"], first.get("ctx", {}))
    return _said(toml, place, words, "Change it and try again.")


def _amiss(template: ReturnTemplate) -> Iterator[tuple[_Place, str, str]]:
    """Where a template asks for what there is not, or twice: the place, what is wrong, and a way forward."""
    before: set[str] = set()
    for n, asked in enumerate(template.tables):
        if asked.table not in COLUMNS:
            yield ("tables", n, "table"), f"is “{asked.table}”, which is no table", _meant(asked.table, COLUMNS)
        if asked.table in before:
            yield ("tables", n, "table"), f"is “{asked.table}” again", "Ask for each table once."
        before.add(asked.table)
        yield from _amiss_in_columns(asked, ("tables", n, "columns"))


def _amiss_in_columns(asked: Asked, place: _Place) -> Iterator[tuple[_Place, str, str]]:
    known = COLUMNS.get(asked.table, {})
    headings: set[str] = set()
    for column, heading in asked.columns.items():
        if column not in known:
            yield (*place, column), "is not a column of that table", _meant(column, known)
        if (as_read := _as_read(heading)) in headings:
            yield (*place, column), "has the heading of another column", "Give each column its own."
        headings.add(as_read)


def _as_read(heading: str) -> str:
    """A heading as a reader tells it from others: by its letters, not by their case, width or the spaces around."""
    return " ".join(normalize("NFKC", heading).casefold().split())


def _said(toml: Toml, place: _Place, words: str, hint: str) -> AmieError:
    line = toml.line(place)
    return AmieError(f"{f'Line {line}: ' if line else ''}{_called(toml, place)} {words}.", hint)


def _called(toml: Toml, place: _Place) -> str:
    """A place as a person counts: ("tables", 1, "columns", "uniqe") reads uniqe in table 2 (“people”)."""
    match place:
        case ("tables", int(n), *inside):
            asked = toml.document["tables"][n]
            name = asked.get("table") if isinstance(asked, Mapping) else None
            table = f"table {n + 1} (“{name}”)" if isinstance(name, str) and name in COLUMNS else f"table {n + 1}"
            key = where(inside[1:] if inside[:1] == ["columns"] and len(inside) > 1 else inside)
            return f"{key} in {table}" if key else table
        case ("bands", int(n), *inside):
            return f"an age in band {n + 1}" if inside else f"band {n + 1}"
    return where(place)


def _meant(word: str, known: Iterable[str]) -> str:
    """The word that was probably meant, or those there are."""
    known = tuple(known)
    near = get_close_matches(word[:_LONGEST_KEY], known, 1)
    return f"Did you mean “{near[0]}”?" if near else f"There are {listed(known)}."
