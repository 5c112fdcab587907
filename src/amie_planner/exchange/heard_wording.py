"""A hub's words for HEARD as a small JSON document, written by hand: principles and questions by their ids.

What it does not name stays in our own words. Ids, reasons and what a check sees are not a hub's to change.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, Field, ValidationError

from amie_planner.checks import HEARD, PRINCIPLES, Heard, worded
from amie_planner.domain.records import HeardWording, Part
from amie_planner.domain.values import Flag, Text, problem, where
from amie_planner.errors import AmieError
from amie_planner.exchange import json_text, loading

Format = Literal["amie-heard-wording"]
Version = Literal[1]
(FORMAT,) = get_args(Format)
(VERSION,) = get_args(Version)
LARGEST_FILE = 1_000_000
"""Bytes."""
LONGEST_NAME = 60
"""Characters, of a principle or a hub."""
LONGEST_SENTENCE = 400
"""Characters."""

_LETTERS = tuple(principle.letter for principle in PRINCIPLES)
_QUESTIONS = tuple(held.id for held in (*HEARD.plan_checks, *HEARD.series_checks))


def _one_line(most: int) -> AfterValidator:
    def checked(value: str | None) -> str | None:
        text = (value or "").strip()
        if len(text) > most:
            raise ValueError(f"is longer than {most:,} characters")
        if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in text):
            raise ValueError("must be one line of plain text")
        return text or None

    return AfterValidator(checked)


def _one_of(known: tuple[str, ...], what: str) -> AfterValidator:
    def checked(id: str) -> str:
        if id not in known:
            raise ValueError(f"is not {what}")
        return id

    return AfterValidator(checked)


_Name = Annotated[Text, _one_line(LONGEST_NAME)]
_Sentence = Annotated[Text, _one_line(LONGEST_SENTENCE)]
_Letter = Annotated[str, _one_of(_LETTERS, f"a letter of HEARD, which are {', '.join(_LETTERS)}")]
_Question = Annotated[str, _one_of(_QUESTIONS, f"the id of a question, such as {_QUESTIONS[0]}")]


class _OfPrinciple(Part):
    name: _Name = None
    says: _Sentence = None
    left_out: Flag = False


class _OfQuestion(Part):
    asks: _Sentence = None
    left_out: Flag = False


class _WordingFile(Part):
    format: Format
    version: Version
    hub: _Name = None
    principles: dict[_Letter, _OfPrinciple] = Field(default_factory=dict)
    questions: dict[_Question, _OfQuestion] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HubWording:
    """What a file says: whose words they are, if it says so, and what differs from our own, in HEARD's order."""

    hub: str | None
    records: tuple[HeardWording, ...]


def heard(path: Path | None) -> Heard:
    """HEARD as a file words it; in our own words where there is none. Raises AmieError."""
    return worded(load(path).records) if path else HEARD


def load(path: Path) -> HubWording:
    """The wording in a file on a disk. Raises AmieError."""
    return read(loading.content(path))


def read(data: bytes) -> HubWording:
    """The wording in a file. Raises AmieError, naming the place of the first thing that does not hold."""
    if len(data) > LARGEST_FILE:
        raise AmieError("This file is larger than 1 MB, the most that a wording of HEARD can be.", _CHOOSE)
    document = json_text.parsed(data)
    _check_version(document)
    file = _checked(document)
    records = tuple(_records(file))
    if not worded(records).plan_checks:
        raise AmieError("This wording leaves out every question about a session.", "Keep at least one principle.")
    return HubWording(file.hub, records)


def content(records: Iterable[HeardWording]) -> bytes:
    """The file of every principle and question in the words that these records give them, to be changed by hand."""
    kept = {record.id: record for record in records}
    said = worded(record.revised(left_out=False) for record in kept.values())
    asked = (*said.plan_checks, *said.series_checks)
    document = {
        "format": FORMAT,
        "version": VERSION,
        "hub": "",
        "principles": {p.letter: {"name": p.name, "says": p.says} | _left_out(kept, p.letter) for p in said.principles},
        "questions": {held.id: {"asks": held.question} | _left_out(kept, held.id) for held in asked},
    }
    return json_text.written(document)


_CHOOSE = "Choose a file that begins with our wording, saved from here."


def _check_version(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise AmieError(f'This is not a wording of HEARD: its format is not "{FORMAT}".', _CHOOSE)
    version = document.get("version")
    if type(version) is not int or version < VERSION:
        raise AmieError(f"version must be the whole number {VERSION}.", "Mend it there and try again.")
    if version > VERSION:
        shown = version if version < 1_000_000 else "a far higher number"
        raise AmieError(
            f"This wording is of version {shown}; this program reads version {VERSION}.",
            "Update AMIE Planner to use it.",
        )


def _checked(document: dict[str, Any]) -> _WordingFile:
    try:
        return _WordingFile.model_validate(document)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        first, more = found[0], f" (and {len(found) - 1:,} more)" if len(found) > 1 else ""
        said = problem(first["type"], first["msg"], first.get("ctx", {}))
        raise AmieError(f"{where(first['loc'])} {said}{more}.", "Mend it there and try again.") from None


def _records(file: _WordingFile) -> Iterator[HeardWording]:
    """One for whatever differs from our own words."""
    for position, (id, own, entry) in enumerate(_in_order(file)):
        differs = {name: said for name, said in entry if said and said != own.get(name)}
        if differs:
            yield HeardWording.made(id=id, position=position, **differs)


def _in_order(file: _WordingFile) -> Iterator[tuple[str, dict[str, str], Iterable[tuple[str, Any]]]]:
    for principle in PRINCIPLES:
        yield (
            principle.letter,
            {"name": principle.name, "says": principle.says},
            file.principles.get(principle.letter, ()),
        )
    for id in _QUESTIONS:
        yield id, {"asks": HEARD.of(id).question}, file.questions.get(id, ())


def _left_out(kept: dict[str, HeardWording], id: str) -> dict[str, bool]:
    return {"left_out": True} if id in kept and kept[id].left_out else {}
