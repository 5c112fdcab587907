"""A shelf of the library on the desk: as it is now, as rows, and the door for changes to it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, Self

from amie_planner.domain.changes import Change
from amie_planner.domain.edits import shelves
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.edits.shelves import E
from amie_planner.ui.workspace import Workspace, shortened


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """What a list shows of one entry: what it is about, and what to know of it."""

    id: str
    text: str
    about: str
    found: str

    @property
    def spoken(self) -> str:
        """The whole row in the order in which it is read."""
        return ". ".join(part for part in (self.text, self.about, self.found) if part)


class Searched(Protocol[E]):
    """Entries ready to be searched."""

    entries: tuple[E, ...]

    def found(self, wanted: Any) -> tuple[E, ...]:
        """The entries that answer what is wanted."""

    def now(self, entries: Iterable[E]) -> Self:
        """The shelf with these entries on it."""


@dataclass(frozen=True, slots=True)
class _Held(Generic[E]):
    kept: tuple[E, ...]
    entries: Mapping[str, E]
    shelf: Searched[E]
    taken_off: Searched[E]


class OpenShelf(ABC, Generic[E]):
    """What is on a shelf now, and the door for changes to it. Each names its step to undo.

    `one` and `many` say what stands on it, `asks` by which fields beside words it is searched.
    """

    one: ClassVar[str]
    many: ClassVar[str]

    def __init__(self, workspace: Workspace, kind: type[E], empty: Searched[E], asks: Mapping[str, str]) -> None:
        self.asks = asks
        self.workspace = workspace
        self._kind = kind
        self._last: _Held[E] = _Held((), {}, empty, empty)
        self._held: _Held[E] | None = None
        workspace.changed.connect(self._forget)

    def _forget(self, changes: Sequence[Change]) -> None:
        if any(isinstance(change.record, self._kind) for change in changes):
            self._held = None

    def _now(self) -> _Held[E]:
        if self._held is None:
            kept = self._mine()
            every = self._everything(kept)
            shelf = self._last.shelf.now(entry for entry in every if not entry.hidden)
            off = self._last.taken_off.now(entry for entry in every if entry.hidden)
            self._last = self._held = _Held(kept, {entry.id: entry for entry in every}, shelf, off)
        return self._held

    def _mine(self) -> tuple[E, ...]:
        return self.workspace.own(self._kind)

    @abstractmethod
    def _everything(self, kept: tuple[E, ...]) -> tuple[E, ...]:
        """What is on the shelf and what was taken off it, in order."""

    @abstractmethod
    def came(self, id: str) -> E | None:
        """The entry that came with the program under this id."""

    @abstractmethod
    def row(self, entry: E) -> ShelfRow:
        """An entry's row."""

    @abstractmethod
    def wanted(self, words: str, **asked: Any) -> Any:
        """What is looked for, as this shelf understands it."""

    @property
    def kept(self) -> tuple[E, ...]:
        """What the leader wrote or altered."""
        return self._now().kept

    @property
    def shelf(self) -> Searched[E]:
        """What is on the shelf, ready to be searched."""
        return self._now().shelf

    @property
    def taken_off(self) -> Searched[E]:
        """What was taken off it, ready to be searched."""
        return self._now().taken_off

    def entry(self, id: str) -> E | None:
        """An entry, on the shelf or taken off it."""
        return self._now().entries.get(id)

    def is_own(self, entry: E) -> bool:
        """Whether the leader wrote it."""
        return self.came(entry.id) is None

    def is_altered(self, entry: E) -> bool:
        """Whether it came with the program and says something else now."""
        return shelves.is_altered(entry, self.came(entry.id))

    def whose(self, entry: E) -> str:
        """Your own, altered by you, or nothing for what is as it came with the program."""
        if self.is_own(entry):
            return "your own"
        return "altered by you" if self.is_altered(entry) else ""

    def experience(self, entry: E) -> str:
        """What the leader found with it, in words; nothing where nobody counts that."""
        return ""

    def remove(self, entry: E) -> None:
        """The leader's own goes; what came with the program leaves the shelf."""
        title = shortened(entry.title)
        words = f"Remove ‘{title}’ from the library" if self.is_own(entry) else f"Take ‘{title}’ off the shelf"
        self.workspace.do(words, self._take_off(entry))

    def _take_off(self, entry: E) -> Changes:
        return shelves.take_off(self.kept, entry, self.came(entry.id))

    def put_back(self, entry: E) -> None:
        """What was taken off the shelf is on it again."""
        changes = shelves.put_on(self.kept, entry.id, self.came(entry.id))
        self.workspace.do(f"Put ‘{shortened(entry.title)}’ on the shelf", changes)

    def as_it_came(self, entry: E) -> None:
        """What came with the program says again what it said."""
        changes = shelves.put_back(self.kept, entry.id, self.came(entry.id))
        self.workspace.do(f"Put ‘{shortened(entry.title)}’ back as it came", changes)

    def alter(self, entry: E, words: str, part: str = "", /, **fields: Any) -> None:
        """Keeps what is said of an entry. Typing on in the same field, of the same `part`, is one step to undo."""
        changes = shelves.alter(self.kept, entry, **fields)
        step = f"Change ‘{words}’ of ‘{shortened(entry.title)}’"
        self.workspace.do(step, changes, merging=(entry.key, words, part))

    def keeping(self, read: Callable[[], E | None]) -> Callable[[str, str, Any], None]:
        """What a form over the entry that `read` finds does with a field: its name, its words, its value."""

        def keep(name: str, words: str, value: Any) -> None:
            if (entry := read()) is not None:
                self.alter(entry, words, **{name: value})

        return keep
