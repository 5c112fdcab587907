"""Packs (`.amiepack`): changes worth having at hand as one JSON document, to share between leaders.

No person is in a pack, for an entry has none; names that a leader typed into its texts are found before it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import ValidationError, create_model

from amie_planner.domain.library import starter_ids
from amie_planner.domain.names import Hit, Names, NamesFound, named
from amie_planner.domain.records import LibraryAdaptation, Part
from amie_planner.domain.values import problem, where
from amie_planner.errors import AmieError
from amie_planner.exchange import json_text, loading
from amie_planner.exchange.shape import in_file, list_of

Format = Literal["amie-library"]
Version = Literal[1]
(FORMAT,) = get_args(Format)
(VERSION,) = get_args(Version)
MOST_ENTRIES = 10_000
"""A pack."""
_MOST_MB = json_text.LARGEST_FILE // 1_000_000

PackFile = create_model(
    "PackFile",
    __base__=Part,
    __doc__="Changes worth having at hand.",
    format=(Format, ...),
    version=(Version, ...),
    adaptations=list_of(in_file(LibraryAdaptation), MOST_ENTRIES),
)


def load(path: Path) -> tuple[LibraryAdaptation, ...]:
    """The entries of a pack on a disk. Raises AmieError."""
    return read(loading.content(path))


def read(data: bytes) -> tuple[LibraryAdaptation, ...]:
    """The entries of a pack. Raises AmieError, naming the place of the first thing that does not hold."""
    _check_size(data)
    document = json_text.parsed(data)
    _check_version(document)
    entries = _checked(document).adaptations
    if not entries:
        raise AmieError("This pack is empty.", "Ask for it again.")
    return tuple(LibraryAdaptation.model_validate(dict(entry) | {"position": n}) for n, entry in enumerate(entries))


def content(
    entries: Iterable[LibraryAdaptation], names: Iterable[Names], not_names: frozenset[str] = frozenset()
) -> bytes:
    """The pack of these entries, for writing.

    What they work well with stays where it is in the pack or came with the program. Raises NamesFound where one of the
    known names stands in a text; words in `not_names` are not the person. Raises AmieError for too many entries.
    """
    chosen = tuple(entries)
    shared = starter_ids() | {entry.id for entry in chosen}
    going = [
        entry.revised(works_well_with=tuple(id for id in entry.works_well_with if id in shared)) for entry in chosen
    ]
    hits = tuple(_hits(going, _together(names), not_names))
    if hits:
        message = "What may be a young person’s name stands in a text that would go out"
        raise NamesFound(message, "Change that text, or say that the word is not the person.", hits)
    return _written(going)


def _written(entries: list[LibraryAdaptation]) -> bytes:
    if len(entries) > MOST_ENTRIES:
        raise AmieError(f"A pack holds at most {MOST_ENTRIES:,} changes.", "Share fewer, or in two packs.")
    listed = [entry.model_dump(mode="json", exclude=set(entry.placed), exclude_defaults=True) for entry in entries]
    document = {"format": FORMAT, "version": VERSION, "adaptations": listed}
    _checked(document)
    try:
        return json_text.written(document)
    except AmieError:
        raise AmieError(f"This pack would be larger than {_MOST_MB} MB.", "Share fewer, or in two packs.") from None


def _check_size(data: bytes) -> None:
    if len(data) > json_text.LARGEST_FILE:
        raise AmieError(
            f"This file is larger than {_MOST_MB} MB, the most that a pack can be.", "Ask for it in two packs."
        )


def _check_version(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise AmieError(f'This is not a pack: its format is not "{FORMAT}".', "Choose a file ending in .amiepack.")
    version = document.get("version")
    if type(version) is not int or version < VERSION:
        raise AmieError(f"version must be the whole number {VERSION}.", "Ask for the file again.")
    if version > VERSION:
        shown = version if version < 1_000_000 else "a far higher number"
        raise AmieError(
            f"This pack is of version {shown}; this program reads version {VERSION}.",
            "Update AMIE Planner to bring it in.",
        )


def _checked(document: dict[str, Any]) -> Any:
    """The document as an instance of PackFile, no id twice. Raises AmieError."""
    try:
        file: Any = PackFile.model_validate(document, by_alias=True, by_name=False)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        first, more = found[0], f" (and {len(found) - 1:,} more)" if len(found) > 1 else ""
        said = problem(first["type"], first["msg"], first.get("ctx", {}))
        raise _refused(f"{where(first['loc'])} {said}{more}") from None
    places: dict[str, int] = {}
    for at, entry in enumerate(file.adaptations):
        first_at = places.setdefault(entry.id, at)
        if first_at != at:
            raise _refused(f"adaptations[{first_at}].id and adaptations[{at}].id are both “{where((entry.id,))}”")
    return file


def _refused(sentence: str) -> AmieError:
    return AmieError(f"{sentence}.", "Mend it there and try again.")


def _together(names: Iterable[Names]) -> Names:
    """The names of several programmes, at each first word the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for known in names:
        for first, whole in known.items():
            found.setdefault(first, set()).update(whole)
    return {first: tuple(sorted(whole, key=lambda name: (-len(name), name))) for first, whole in found.items()}


def _hits(entries: Iterable[LibraryAdaptation], names: Names, not_names: frozenset[str]) -> Iterator[Hit]:
    for entry in entries:
        for name, text in _texts(entry):
            for word in named(text, names, not_names):
                yield Hit(word, f"‘{entry.title}’, {name.replace('_', ' ')}")


def _texts(entry: LibraryAdaptation) -> Iterator[tuple[str, str]]:
    """Every text that somebody wrote, ids among them; a word of a closed list is nobody's."""
    for name, value in entry:
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and not isinstance(text, Enum):
                yield name, text
