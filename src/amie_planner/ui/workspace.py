"""The one door through which anything changes: it writes, remembers for undo, and tells everyone what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from amie_planner.domain.changes import Change, remove
from amie_planner.domain.offered import without_the_gone
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import (
    Adaptation,
    HeardWording,
    InProgramme,
    LibraryAdaptation,
    Person,
    Programme,
    Record,
    Session,
)
from amie_planner.domain.searching import KINDS, Found
from amie_planner.domain.tried import Tried, counted
from amie_planner.errors import AmieError, StaleChange
from amie_planner.ui.keeps import Keeps
from amie_planner.ui.step import Step

if TYPE_CHECKING:
    from amie_planner.checks import Heard


R = TypeVar("R", bound=Record)
HELD = 6
"""Programmes, those used last: of many years few are looked at, and each holds about 2 MB."""


class Workspace(QObject):
    """Holds what the screens show, as it is in the store.

    changed(tuple of Change)   after a write, an undo or a redo
    retraced(str)              what an undo or redo did, after it was written
    refused(AmieError)         an undo or redo that could not be written; nothing changed
    damaged(AmieError)         the planner file is not whole, so that nothing may be taken from it
    """

    changed = Signal(object)
    retraced = Signal(str)
    refused = Signal(object)
    damaged = Signal(object)

    def __init__(self, store: Keeps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = QUndoStack(self)
        self._store = store
        self._programmes = {p.id: p for p in store.programmes()}
        self._series: dict[str, Series] = {}
        self._library: dict[str, LibraryAdaptation] | None = None
        self._tried: dict[str, Tried] | None = None
        self._own: dict[type[Record], tuple[Record, ...]] = {}

    def do(self, text: str, changes: Sequence[Change], *, merging: Hashable = None) -> None:
        """Makes changes durable under a name, such as “Move ‘Hello song’”. Raises AmieError; then nothing changed.

        Edits in a row with the same `merging` are one step to undo.
        """
        real = tuple(change for change in changes if change.before != change.after)
        if real:
            real = (*self.going_with(real), *real)
            self._write(real)
            self.history.push(Step(text, real, merging, self._again))

    def note(self, changes: Sequence[Change]) -> None:
        """Makes changes durable for good: no undo takes back that a return left. Raises AmieError."""
        self._write(tuple(changes))

    def programmes(self) -> tuple[Programme, ...]:
        """Every programme, in the leader's order."""
        return tuple(sorted(self._programmes.values(), key=lambda p: (p.position, p.id)))

    def series(self, programme: str) -> Series:
        """A programme with all its sessions. Raises KeyError."""
        found = self.read_through(programme)
        self._series.pop(programme, None)
        self._series[programme] = found  # the one used last stands last
        if len(self._series) > HELD:
            del self._series[next(iter(self._series))]
        return found

    def read_through(self, programme: str) -> Series:
        """As `series`, for one look: where it is not held already, it is read and not held. Raises KeyError."""
        if programme not in self._programmes:
            raise KeyError(programme)
        return self._series.get(programme) or self._store.series(programme)

    def holds(self, programme: str) -> bool:
        """Whether a programme can be had without reading it."""
        return programme in self._series

    def ahead(self, day: date) -> tuple[tuple[Programme, Session], ...]:
        """The sessions of a day and of those after it, by day, each with its programme."""
        here = self._programmes
        return tuple((here[one.programme], one) for one in self._store.ahead(day) if one.programme in here)

    def spans(self) -> Mapping[str, tuple[date, date] | None]:
        """Of each programme the days of its first and its last session; nothing where none has a day."""
        return self._store.spans()

    def between(self, first: date, last: date) -> Iterator[Series]:
        """The programmes that may have a session from the first day to the last, in the leader's order, one by one."""
        spans = self.spans()
        for programme in self.programmes():
            span = spans.get(programme.id)
            if span and span[0] <= last and first <= span[1]:
                yield self.read_through(programme.id)

    def plan(self, programme: str, session: str) -> Plan:
        """One session's plan. Raises KeyError."""
        return self.series(programme).plan(session)

    def library(self) -> tuple[LibraryAdaptation, ...]:
        """What the leader wrote or altered in the library."""
        if self._library is None:
            self._library = {entry.id: entry for entry in self._store.library()}
        return tuple(sorted(self._library.values(), key=lambda entry: (entry.position, entry.id)))

    def tried(self) -> Mapping[str, Tried]:
        """By entry of the library, what came of it in all the leader's plans."""
        if self._tried is None:
            self._tried = counted(self._store.verdicts())
        return self._tried

    def wording(self) -> tuple[HeardWording, ...]:
        """How the leader's hub words HEARD."""
        return self.own(HeardWording)

    def own(self, kind: type[R]) -> tuple[R, ...]:
        """What the leader keeps of one kind that belongs to no programme, in order."""
        if kind not in self._own:
            self._own[kind] = self._store.all(kind)
        return cast("tuple[R, ...]", self._own[kind])

    def heard(self) -> Heard:
        """HEARD as the leader's hub words it."""
        from amie_planner.checks import worded

        return worded(self.wording())

    def kept_apart(self, programme: str) -> tuple[InProgramme, ...]:
        """What is kept of a programme apart from its plans. No plan, check or edit reads it."""
        return self._store.kept_apart(programme)

    def baselines(self) -> tuple[Record, ...]:
        """The local tables to compare with that the leader loaded."""
        return self._store.baselines()

    def search(self, typed: str, kinds: Sequence[type[Record]] = KINDS, most: int = 20) -> tuple[Found, ...]:
        """Of each kind, the newest entries that hold every word of what was typed, at most so many."""
        return self._store.search(typed, kinds, most)

    def undoes(self) -> frozenset[str]:
        """The programmes that undo would change next; “” stands for what belongs to none."""
        step = self.history.command(self.history.index() - 1)
        return frozenset(change.key[1] for change in step.changes) if isinstance(step, Step) else frozenset()

    def latest(self, text: str, key: Hashable) -> Change | None:
        """What the latest step of that name that was not undone did to a record, since the window was opened."""
        steps = (self.history.command(n) for n in reversed(range(self.history.index())))
        named = (step for step in steps if isinstance(step, Step) and step.text() == text)
        return next((change for step in named for change in step.changes if change.key == key), None)

    def going_with(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """What is kept apart of whoever goes, so that it goes and comes back with them."""
        gone = [c.record for c in changes if c.after is None and isinstance(c.record, Person | Programme)]
        people = {(record.programme, record.id) for record in gone if isinstance(record, Person)}
        whole = {record.id for record in gone if isinstance(record, Programme)}
        return tuple(
            remove(kept)
            for programme in sorted({record.programme for record in gone})
            for kept in self.kept_apart(programme)
            if programme in whole or (programme, getattr(kept, "person", None)) in people
        )

    def _write(self, changes: tuple[Change, ...]) -> None:
        self._store.apply(changes)
        for programme in dict.fromkeys(change.key[1] for change in changes):
            here = [change for change in changes if change.key[1] == programme]
            self._follow(programme, here)
        if any(isinstance(change.record, Adaptation) for change in changes):
            self._tried = None
        for change in changes:
            self._own.pop(type(change.record), None)
        self.changed.emit(changes)

    def _again(self, step: Step, changes: tuple[Change, ...], *, back: bool) -> None:
        """Writes; a step that no longer fits is let go of, one that cannot be written now stays where it was."""
        try:
            self._write(changes)
            self.retraced.emit(f"{'Undone' if back else 'Done again'}: {step.text()}")
        except StaleChange as error:
            step.setObsolete(True)
            self.refused.emit(error)
        except AmieError as error:
            step.stays()
            QTimer.singleShot(0, self, self.history.redo if back else self.history.undo)
            self.refused.emit(error)

    def _follow(self, programme: str, changes: list[Change]) -> None:
        for change in changes:
            if isinstance(change.record, LibraryAdaptation) and self._library is not None:
                self._library.pop(change.record.id, None)
                if isinstance(change.after, LibraryAdaptation):
                    self._library[change.after.id] = change.after
            if isinstance(change.record, Programme):
                self._programmes.pop(programme, None)
                if isinstance(change.after, Programme):
                    self._programmes[programme] = change.after
                if change.before is None or change.after is None:
                    self._series.pop(programme, None)
        if programme in self._series:
            self._series[programme] = self._series[programme].after(changes)


class OpenProgramme:
    """The programme on the desk as it is now, and the door for changes to it."""

    def __init__(self, workspace: Workspace, programme: str) -> None:
        self.workspace = workspace
        self.programme = programme

    @property
    def gone(self) -> bool:
        """Whether it has been removed."""
        return all(programme.id != self.programme for programme in self.workspace.programmes())

    @property
    def series(self) -> Series:
        """The programme now."""
        return self.workspace.series(self.programme)

    def do(self, text: str, changes: Sequence[Change], *, merging: Hashable = None) -> None:
        """As Workspace.do."""
        self.workspace.do(text, changes, merging=merging)

    def keep(self, record: Record, words: str, part: str = "", /, **fields: Any) -> None:
        """Keeps what a form says of a record. Typing on in the same field, of the same `part`, is one step to undo.

        What the form still offered though it has gone meanwhile is let go of.
        """
        name = getattr(record, "title", None) or getattr(record, "alias", None)
        change = Change(record, without_the_gone(record.revised(**fields), self.series))
        of = f" of ‘{shortened(name)}’" if name else ""
        self.do(f"Change ‘{words}’{of}", [change], merging=(record.key, words, part))

    def keeping(self, read: Callable[[], Record | None]) -> Callable[[str, str, Any], None]:
        """What a form over the record that `read` finds does with a field: its name, its words, its value."""

        def keep(name: str, words: str, value: Any) -> None:
            if (record := read()) is not None:
                self.keep(record, words, **{name: value})

        return keep


class OpenSession(OpenProgramme):
    """The session on the desk: its plan as it is now, and the door for changes to it."""

    def __init__(self, workspace: Workspace, programme: str, session: str) -> None:
        super().__init__(workspace, programme)
        self.session = session

    @property
    def plan(self) -> Plan:
        """The plan now. Raises KeyError when the session is gone."""
        return self.workspace.plan(self.programme, self.session)

    @property
    def gone(self) -> bool:
        """Whether the session has been removed."""
        return super().gone or all(lines.session.id != self.session for lines in self.series.sessions)


def shortened(text: str, most: int = 32) -> str:
    """A title in one line, short enough for a menu."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
