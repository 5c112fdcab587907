"""Everything that can be done from here, found by a few letters or by what leaders call it: what the page and the menus
offer, the screens, what comes next, and each programme."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence

from amie_planner.domain import words
from amie_planner.domain.coming import coming
from amie_planner.domain.stems import stem
from amie_planner.places import resource
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


Ways = tuple[tuple[str, Callable[..., None]], ...]
"""Places by name, each with what leads there."""


class Opens(Protocol):
    """What opens a place of the planner. Ways into a session take its programme and its id, ways into a programme its
    id."""

    @property
    def into_session(self) -> Ways: ...
    @property
    def into_programme(self) -> Ways: ...
    def go_to_programme(self, programme: str) -> None: ...
    def open_series(self, programme: str) -> None: ...
    def open_session(self, programme: str, session: str) -> object: ...


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
    for one in coming(workspace.ahead(today), today):
        title = shortened(one.session.title)
        where = f"{words.day(one.day)}, {shortened(one.programme.title)}"
        place = (one.programme.id, one.session.id)
        yield Command(f"Open the session ‘{title}’", where, "", partial(opens.open_session, *place))
        for name, go in opens.into_session:
            yield Command(f"{name}: ‘{title}’", where, "", partial(go, *place))
    for programme in workspace.programmes():
        title = shortened(programme.title)
        yield Command(f"Go to the programme ‘{title}’", "Programmes", "", partial(opens.go_to_programme, programme.id))
        yield Command(f"Look back over ‘{title}’", "Programmes", "", partial(opens.open_series, programme.id))
        for name, go in opens.into_programme:
            yield Command(f"{name}: ‘{title}’", "Programmes", "", partial(go, programme.id))


@cache
def also_called() -> Mapping[str, tuple[str, ...]]:
    """What leaders may call a command, by its words; a star there stands for the rest of them.

    Source: resources/commands.json.
    """
    held = json.loads(resource("commands.json").read_text(encoding="utf-8"))["also_called"]
    return {said: tuple(other) for said, other in held.items()}


@cache
def _begun_so() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((said[:-1], others) for said, others in also_called().items() if said.endswith("*"))


def other_words(said: str) -> tuple[str, ...]:
    """What leaders may call a command that is called so here."""
    begun = (other for called, others in _begun_so() if said.startswith(called) for other in others)
    return (*also_called().get(said, ()), *begun)


class Palette:
    """The commands that answer what is typed, the nearest first."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self._commands = commands
        self._called = [called(command.words, other_words(command.words)) for command in commands]

    def answer(self, typed: str, more: frozenset[str]) -> Answer:
        """The rows for what is typed: all of them for nothing."""
        looked_for = called(typed)
        ranked = ((nearness(each, looked_for), n) for n, each in enumerate(self._called))
        found = sorted((near, n) for near, n in ranked if near is not None)
        if found and found[0][0] < SPREAD:
            found = [(near, n) for near, n in found if near < SPREAD]
        rows = [QuickRow(str(n), c.words, c.where, c.keys) for _, n in found for c in (self._commands[n],)]
        count = f"{len(rows)} command{'' if len(rows) == 1 else 's'}."
        return Answer(rows, count if rows else "No command is called that.")

    def command(self, row: str) -> Command:
        """The command that a row shows."""
        return self._commands[int(row)]


@dataclass(frozen=True, slots=True)
class Called:
    """What a command is called, or what is typed, ready to be compared: whole, its words, and those with all others,
    each in the form it has and in the one that all its forms have."""

    said: str
    words: tuple[str, ...]
    own: str
    all: str


def called(said: str, others: Sequence[str] = ()) -> Called:
    """The words of a command and what else leaders call it."""
    said = " ".join(said.casefold().split())
    own, rest = _words(said), _words(" ".join(others).casefold())
    return Called(said, own, _forms(own), _forms((*own, *rest)))


def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(sign if sign.isalnum() else " " for sign in text).split())


def _forms(words: Sequence[str]) -> str:
    return f" {' '.join(words)} \n {' '.join(map(stem, words))} "


BEGUN, WORDS_BEGUN, CALLED, INSIDE, SPREAD = range(5)


def nearness(command: Called, typed: Called) -> int | None:
    """How near a command is to what is typed, or None if it is not: how it begins, then how each word of it begins,
    then how it is called otherwise, then what stands in its words, then letters in the same order."""
    if command.said.startswith(typed.said):
        return BEGUN
    if _all_begun(command.own, typed.words):
        return WORDS_BEGUN
    if _all_begun(command.all, typed.words):
        return CALLED
    if all(part in command.said for part in typed.said.split()):
        return INSIDE
    letters = iter(command.said)
    return SPREAD if all(letter in letters for letter in typed.said.replace(" ", "")) else None


def _all_begun(forms: str, words: Sequence[str]) -> bool:
    return bool(words) and all(f" {word}" in forms or f" {stem(word)} " in forms for word in words)
