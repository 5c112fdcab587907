"""The people of the register in a list, with a letter and a button for each mark; after a mark the list goes on.

Where more is asked of a mark it goes on once that is said: after “late” the hands are where minutes are typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain.changes import Change
from amie_planner.domain.edits.register import because, everyone_here, mark
from amie_planner.domain.register import REASONS, Entry, entries
from amie_planner.domain.vocabulary import Mark, label
from amie_planner.ui.models.register import OTHERS, RegisterRow, mark_said, rows
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.blocks import PAD
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.register_list import AFTER_A_MARK, MARKS, RegisterView
from amie_planner.ui.workspace import OpenSession, shortened

_EMPTY = "Nobody is in this group yet. Count heads, or write down who walks in and add them to the group."
_LEAST_LINES = 9
"""Of the list that are in sight at least."""


@dataclass(frozen=True, slots=True)
class _Just:
    """Who was marked just now. `step` tells this mark from every other."""

    person: str
    mark: Mark
    step: object


class Marks(Card):
    """said(text): how somebody is marked now; chosen(person, or nothing); emergency_wanted(); more_wanted(): more
    is to be said of the chosen person's mark."""

    said = Signal(str)
    chosen = Signal(str)
    emergency_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._entries: dict[str, Entry] = {}
        self._unfolded = False
        self._just: _Just | None = None
        self._goes_on = False
        """Whether more may still be said of the last mark, so that its person is chosen; then the list goes on."""
        self.model: RowList[RegisterRow] = RowList(self)
        self.view = RegisterView(self.model)
        self.empty = Label(_EMPTY, "quiet")
        self.keys = Label(AFTER_A_MARK, "quiet")
        self.everyone = Button("Everyone here (E)", self.everyone_here, "main")
        self.buttons = {mark: Button(*self._button(key, mark)) for key, mark in MARKS.items()}
        self._arrange()
        self._join()
        self.refresh()

    def _button(self, key: Qt.Key, mark: Mark) -> tuple[str, Callable[[], None]]:
        return f"{label('mark', mark)} ({key.name[-1]})", lambda: self._push(mark)

    def _arrange(self) -> None:
        within = QVBoxLayout(self)
        within.setContentsMargins(8, 14, 8, 10)
        heading = QVBoxLayout()
        heading.setContentsMargins(PAD, 0, PAD, 0)
        heading.setSpacing(8)
        heading.addWidget(Label("Who is here", "section"))
        heading.addLayout(Flow(self.everyone, *self.buttons.values()))
        for part in (self.keys, self.empty):
            heading.addWidget(part)
        within.addLayout(heading)
        within.addWidget(self.view, 1)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)

    def _join(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.marked.connect(self.mark_chosen)
        self.view.everyone.connect(self.everyone_here)
        self.view.emergency.connect(self.emergency_wanted)
        self.view.typed.connect(self._type)
        self.view.opened.connect(self._open)
        self.view.moved.connect(self.stay)

    @property
    def current(self) -> str:
        """The id of the chosen person, or nothing."""
        row = self.model.at(self.view.currentIndex().row())
        return row.id if row is not None and row.mark is not None else ""

    def entry(self, person: str) -> Entry | None:
        """Somebody's line as it is now."""
        return self._entries.get(person)

    def choose(self, person: str) -> None:
        """Chooses a person and brings them into sight."""
        index = self.model.index(self.model.find(person))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def refresh(self) -> None:
        """Shows the register as it is now. It is to be called after every change."""
        if self._desk.gone:
            return
        self._entries = {entry.person: entry for entry in entries(self._desk.series, self._desk.session)}
        if (just := self._just) and getattr(self._entries.get(just.person), "mark", None) is not just.mark:
            self._just, self._goes_on = None, False
        beside = self._desk.plan.session.date
        self.model.show(rows(self._entries.values(), beside, unfolded=self._unfolded))
        here = bool(self._entries)
        self.empty.setVisible(not here)
        for part in (self.view, self.keys, self.everyone, *self.buttons.values()):
            part.setVisible(here)
        if here and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    def mark_chosen(self, made: Mark) -> None:
        """Marks the chosen person, the next one where the list was to go on, and goes on; first to how late."""
        self._mark(made, goes_on=made is not Mark.LATE)
        if made is Mark.LATE and self._just is not None:
            self.more_wanted.emit()

    def _push(self, made: Mark) -> None:
        """By a button: the reason of who is absent is chosen beside, or typed in the list."""
        if made is not Mark.ABSENT:
            self.mark_chosen(made)
            return
        self._mark(made, goes_on=False)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, made: Mark, *, goes_on: bool) -> None:
        if self._goes_on:
            self._go_on(self.current)
        entry = self._entries.get(self.current)
        self._just = None
        if entry is None:
            return
        self._just = _Just(entry.person, made, object())
        self._do(self._just, mark(self._desk.plan, entry.person, made))
        self._goes_on = not goes_on
        if goes_on:
            self._go_on(entry.person)

    def everyone_here(self) -> None:
        """Everybody who is expected and not marked yet is present."""
        self.stay()
        made = everyone_here(self._desk.plan)
        self._desk.do("Everyone here", made)
        self.said.emit("Everyone not marked yet is present" if made else "Nobody was left to mark")

    def go_back(self) -> None:
        """Back to the list from a field; on to the next person where it was about the last mark."""
        if self._goes_on:
            self._goes_on = False
            self._go_on(self.current)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back_here(self) -> None:
        """Back to the list from a field, to the same person."""
        self.stay()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def stay(self) -> None:
        """What comes next is about the chosen person, and says nothing more of the last mark."""
        self._just, self._goes_on = None, False

    def _do(self, just: _Just, changes: tuple[Change, ...]) -> None:
        """Makes changes about the last mark, as one step with it, and says how it stands."""
        name = self._entries[just.person].name
        text = f"‘{shortened(name)}’: {label('mark', just.mark).lower()}"
        self._desk.do(text, changes, merging=("mark", self._desk.session, just.step))
        entry = self._entries[just.person]
        self.said.emit(f"{entry.name}: {mark_said(entry, self._desk.plan.session.date)}")

    def _type(self, digit: str) -> None:
        """A digit just after “absent”: the number of a reason; nothing takes the reason away."""
        just = self._just
        if just is None or just.mark is not Mark.ABSENT:
            return
        if not digit or 1 <= int(digit) <= len(REASONS):
            self._do(just, because(self._desk.plan, just.person, REASONS[int(digit) - 1] if digit else None))

    def _open(self) -> None:
        """Enter: more about the last mark or the chosen person; unfolds or folds the others."""
        row = self.model.at(self.view.currentIndex().row())
        just = self._just
        self.stay()
        if just is not None and just.mark in (Mark.LATE, Mark.ABSENT):
            self.choose(just.person)
            self._goes_on = True
            self.more_wanted.emit()
        elif row is not None and row.id == OTHERS:
            self._unfolded = not self._unfolded
            self.refresh()
        elif row is not None:
            self.more_wanted.emit()

    def _choose(self, current: QModelIndex) -> None:
        self._goes_on = False
        self.chosen.emit(self.current)

    def _go_on(self, person: str) -> None:
        """Goes on to the next person; from the last one nowhere."""
        after = range(self.model.find(person) + 1, self.model.rowCount())
        found = next((n for n in after if self.model.rows[n].mark is not None), None)
        if found is not None:
            self.choose(self.model.rows[found].id)
