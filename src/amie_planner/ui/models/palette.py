"""Everything that can be done from here, found by a few letters: what the menus offer, the screens, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence

from amie_planner.domain import words
from amie_planner.domain.coming import coming
from amie_planner.ui.models.quick_list import Answer, QuickRow
from amie_planner.ui.workspace import Workspace, shortened

KEYS = "Ctrl+K"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its words, where else it is, its keys."""

    words: str
    where: str
    keys: str
    do: Callable[[], object]


class Opens(Protocol):
    """What opens a place of the planner."""

    def go_to_programme(self, programme: str) -> None: ...
    def open_series(self, programme: str) -> None: ...
    def open_session(self, programme: str, session: str) -> None: ...


def of_menu(menu: str, actions: Iterable[QAction]) -> Iterator[Command]:
    """What a menu offers now, but for these commands themselves."""
    for action in actions:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        own = action.shortcut() == QKeySequence(KEYS)
        if action.isVisible() and action.isEnabled() and not action.isSeparator() and not own:
            on = ", chosen now" if action.isChecked() else ""
            yield Command(_plain(action.text()), f"Menu {_plain(menu)}{on}", keys, action.trigger)


def _plain(text: str) -> str:
    """The words of a menu without the sign before the letter that is its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def of_planner(workspace: Workspace, today: date, opens: Opens) -> Iterator[Command]:
    """The sessions that come next, and every programme."""
    series = [workspace.series(programme.id) for programme in workspace.programmes()]
    for one in coming(series, today):
        title = shortened(one.session.title)
        where = f"{words.day(one.day)}, {shortened(one.programme.title)}"
        yield Command(
            f"Open the session ‘{title}’", where, "", partial(opens.open_session, one.programme.id, one.session.id)
        )
    for programme in workspace.programmes():
        title = shortened(programme.title)
        yield Command(f"Go to the programme ‘{title}’", "Programmes", "", partial(opens.go_to_programme, programme.id))
        yield Command(f"Look back over ‘{title}’", "Programmes", "", partial(opens.open_series, programme.id))


class Palette:
    """The commands that answer what is typed, the nearest first."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self._commands = commands

    def answer(self, typed: str, more: frozenset[str]) -> Answer:
        """The rows for what is typed: all of them for nothing."""
        ranked = ((nearness(command.words, typed), n) for n, command in enumerate(self._commands))
        found = [n for near, n in sorted((near, n) for near, n in ranked if near is not None)]
        rows = [QuickRow(str(n), c.words, c.where, c.keys) for n in found for c in (self._commands[n],)]
        count = f"{len(rows)} command{'' if len(rows) == 1 else 's'}."
        return Answer(rows, count if rows else "No command is called that.")

    def command(self, row: str) -> Command:
        """The command that a row shows."""
        return self._commands[int(row)]


def nearness(said: str, typed: str) -> int | None:
    """How near words are to what is typed, from 0 on, or None if they are not: how they begin, then how each word of
    them begins, then what stands in them, then letters in the same order."""
    said, parts = said.casefold(), typed.casefold().split()
    if said.startswith(" ".join(parts)):
        return 0
    heads = "".join(sign if sign.isalnum() else " " for sign in said).split()
    if all(any(head.startswith(part) for head in heads) for part in parts):
        return 1
    if all(part in said for part in parts):
        return 2
    letters = iter(said)
    return 3 if all(letter in letters for letter in "".join(parts)) else None
