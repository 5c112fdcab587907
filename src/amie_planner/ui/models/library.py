"""The library on the desk: as it is now, as rows, and the door for changes to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amie_planner.domain import library
from amie_planner.domain.changes import Change
from amie_planner.domain.edits import library as edits
from amie_planner.domain.library import Shelf
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.tried import UNTRIED, Tried
from amie_planner.domain.vocabulary import label
from amie_planner.ui.workspace import Workspace, shortened

NEW_TITLE = "A change to be described"


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """What a list shows of one entry: whom it is for and what it answers, what the leader found, what to know."""

    id: str
    text: str
    about: str
    found: str

    @property
    def spoken(self) -> str:
        """The whole row in the order in which it is read."""
        return ". ".join(part for part in (self.text, self.about, self.found) if part)


def row(entry: LibraryAdaptation, tried: Mapping[str, Tried]) -> LibraryRow:
    """The row of an entry."""
    barriers = ", ".join(label("barrier", barrier) for barrier in entry.barriers)
    about = " · ".join(part for part in (library.for_whom(entry), barriers) if part)
    marks = (tried.get(entry.id, UNTRIED).words, whose(entry), "to review" if entry.to_review else "")
    return LibraryRow(entry.id, entry.title, about, " · ".join(part for part in marks if part))


def whose(entry: LibraryAdaptation) -> str:
    """Your own, altered by you, or nothing for what is as it came with the program."""
    if library.is_own(entry):
        return "your own"
    return "altered by you" if library.is_altered(entry) else ""


@dataclass(frozen=True, slots=True)
class _Held:
    kept: tuple[LibraryAdaptation, ...]
    entries: Mapping[str, LibraryAdaptation]
    shelf: Shelf
    taken_off: Shelf


class OpenLibrary:
    """What is on the shelf now, and the door for changes to it. Each names its step to undo."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._last = _Held((), {}, Shelf(()), Shelf(()))
        self._held: _Held | None = None
        workspace.changed.connect(self._forget)

    def _forget(self, changes: Sequence[Change]) -> None:
        if any(isinstance(change.record, LibraryAdaptation) for change in changes):
            self._held = None

    def _now(self) -> _Held:
        if self._held is None:
            kept = self.workspace.library()
            every = library.everything(kept)
            shelf = self._last.shelf.now(entry for entry in every if not entry.hidden)
            off = self._last.taken_off.now(entry for entry in every if entry.hidden)
            self._last = self._held = _Held(kept, {entry.id: entry for entry in every}, shelf, off)
        return self._held

    @property
    def kept(self) -> tuple[LibraryAdaptation, ...]:
        """What the leader wrote or altered."""
        return self._now().kept

    @property
    def shelf(self) -> Shelf:
        """What is on the shelf, ready to be searched."""
        return self._now().shelf

    @property
    def taken_off(self) -> Shelf:
        """What was taken off it, ready to be searched."""
        return self._now().taken_off

    def entry(self, id: str) -> LibraryAdaptation | None:
        """An entry, on the shelf or taken off it."""
        return self._now().entries.get(id)

    def row(self, entry: LibraryAdaptation) -> LibraryRow:
        """An entry's row."""
        return row(entry, self.workspace.tried())

    def add(self) -> str:
        """Adds an entry of the leader's own; gives its id."""
        id, changes = edits.add_to_library(self.kept, title=NEW_TITLE)
        self.workspace.do("Add to the library", changes)
        return id

    def remove(self, entry: LibraryAdaptation) -> None:
        """The leader's own goes; what came with the program leaves the shelf."""
        title = shortened(entry.title)
        words = f"Remove ‘{title}’ from the library" if library.is_own(entry) else f"Take ‘{title}’ off the shelf"
        self.workspace.do(words, edits.remove_from_library(self.kept, entry))

    def put_back(self, entry: LibraryAdaptation) -> None:
        """What was taken off the shelf is on it again."""
        self.workspace.do(f"Put ‘{shortened(entry.title)}’ on the shelf", edits.return_to_shelf(self.kept, entry.id))

    def as_it_came(self, entry: LibraryAdaptation) -> None:
        """What came with the program says again what it said."""
        changes = edits.put_back_in_library(self.kept, entry.id)
        self.workspace.do(f"Put ‘{shortened(entry.title)}’ back as it came", changes)

    def keeping(self, read: Callable[[], LibraryAdaptation | None]) -> Callable[[str, str, Any], None]:
        """What a form over the entry that `read` finds does with a field: its name, its words, its value.

        Typing on in the same field is one step to undo.
        """

        def keep(name: str, words: str, value: Any) -> None:
            entry = read()
            if entry is None:
                return
            if name == "works_well_with":
                value = tuple(id for id in value if self.entry(id) is not None and id != entry.id)
            step = f"Change ‘{words}’ of ‘{shortened(entry.title)}’"
            changes = edits.alter_in_library(self.kept, entry, **{name: value})
            self.workspace.do(step, changes, merging=(entry.key, words))

        return keep

    def titles(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """The ids that are here, each with its title."""
        found = (self.entry(id) for id in ids)
        return [(entry.id, entry.title) for entry in found if entry is not None]
