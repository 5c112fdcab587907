"""Papers as files in a folder: one that would show a name stops itself alone, and no other file is replaced unasked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from amie_planner.cli.into_folder import written
from amie_planner.documents import EASY_READ, NamesFound, Sheet, in_brackets, too_long
from amie_planner.domain.words import listed

_MENDABLE = 2


@dataclass(frozen=True)
class PaperFile:
    """A file to write: its name, its format (`pdf` or `html`) and how its sheet is made."""

    name: str
    form: str
    sheet: Callable[[], Sheet]


@dataclass(frozen=True)
class _Made:
    name: str
    content: bytes
    remarks: str


def write(wanted: Iterable[PaperFile], folder: Path, *, replace: bool) -> int:
    """Makes everything, writes it and prints the names; says on stderr what a leader may want to know of it.

    What is there already stays, and the new file gets a number, unless it is to be replaced. A paper that would show a
    name is not made: then 2, else 0. Raises AmieError, before the first file where a paper cannot be made otherwise.
    """
    made: list[_Made] = []
    stopped: dict[str, NamesFound] = {}
    for file in wanted:
        try:
            sheet = file.sheet()
        except NamesFound as found:
            stopped[file.name] = found
            continue
        made.append(_Made(file.name, sheet.html() if file.form == "html" else sheet.pdf(), _remarks(sheet, file.form)))
    if made:
        _write(made, folder, replace=replace)
    for name, names_found in stopped.items():
        print(f"{name} is not made: {_every_place(names_found)}", file=sys.stderr)
    return _MENDABLE if stopped else 0


def _write(made: list[_Made], folder: Path, *, replace: bool) -> None:
    remarks = {each.name: each.remarks for each in made}
    for name, called in written({each.name: each.content for each in made}, folder, replace=replace):
        print(called)
        if remarks[name]:
            print(f"{called}: {remarks[name]}", file=sys.stderr)


def _remarks(sheet: Sheet, form: str) -> str:
    """What prints as words in brackets, which a browser shows as typed; what is long for easy read."""
    not_shown = sheet.not_shown() if form == "pdf" else ()
    long = sheet.long_sentences() if sheet.style.id == EASY_READ.id else ()
    return " ".join(filter(None, (in_brackets(not_shown), too_long(long))))


def _every_place(found: NamesFound) -> str:
    said = "; ".join(
        f"“{word}” under {listed(f'“{place}”' for place in places)}" for word, places in found.words.items()
    )
    options = " ".join(f'--not-a-name "{word}"' for word in found.words)
    return " ".join(
        f"it would show what may be somebody’s name, {said}. Change the text there; or, for a word that is not the "
        f"person, add {options}".split()
    )
