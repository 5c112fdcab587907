"""The people of the register in a list, with a letter and a button for each mark; after a mark the list goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain.changes import Change
from amie_planner.domain.edits.register import because, everyone_here, late_by, mark
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
_MOST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class _Just:
    """Who was marked just now, and the digits typed since. `step` tells this mark from every other."""

    person: str
    mark: Mark
    step: object
    digits: str = ""


class Marks(Card):
    """said(text): how somebody is marked now; chosen(person, or nothing); emergency_wanted(); more_wanted(): Enter."""

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
        """Whether more is being said of the last mark in a field, after which the list goes on."""
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
        return f"{label('mark', mark)} ({key.name[-1]})", lambda: self.mark_chosen(mark)

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
        self.view.moved.connect(self._let_go)

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
            self._let_go()
        beside = self._desk.plan.session.date
        self.model.show(rows(self._entries.values(), beside, unfolded=self._unfolded))
        here = bool(self._entries)
        self.empty.setVisible(not here)
        for part in (self.view, self.keys, self.everyone, *self.buttons.values()):
            part.setVisible(here)
        if here and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    def mark_chosen(self, made: Mark) -> None:
        """Marks the chosen person and goes on to the next."""
        entry = self._entries.get(self.current)
        if entry is None:
            return
        self._just = _Just(entry.person, made, object())
        self._do(self._just, mark(self._desk.plan.session, entry.person, made))
        self._go_on(entry.person)

    def everyone_here(self) -> None:
        """Everybody who is expected and not marked yet is present."""
        self._let_go()
        made = everyone_here(self._desk.plan)
        self._desk.do("Everyone here", made)
        self.said.emit("Everyone not marked yet is present" if made else "Nobody was left to mark")

    def go_back(self) -> None:
        """Back to the list from a field; on to the next person where it was about the last mark."""
        if self._goes_on:
            self._goes_on = False
            self._go_on(self.current)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, just: _Just, changes: tuple[Change, ...]) -> None:
        """Makes changes about the last mark, as one step with it, and says how it stands."""
        name = self._entries[just.person].name
        text = f"‘{shortened(name)}’: {label('mark', just.mark).lower()}"
        self._desk.do(text, changes, merging=("mark", self._desk.session, just.step))
        entry = self._entries[just.person]
        self.said.emit(f"{entry.name}: {mark_said(entry, self._desk.plan.session.date)}")

    def _type(self, digit: str) -> None:
        """A digit just after a mark: minutes late, or the number of a reason."""
        just, session = self._just, self._desk.plan.session
        if just is None or just.mark not in (Mark.LATE, Mark.ABSENT):
            return
        if just.mark is Mark.LATE:
            digits = (just.digits + digit)[:_MOST_DIGITS] if digit else just.digits[:-1]
            self._just = replace(just, digits=digits)
            self._do(just, late_by(session, just.person, int(digits) if digits else None))
        elif not digit or 1 <= int(digit) <= len(REASONS):
            self._do(just, because(session, just.person, REASONS[int(digit) - 1] if digit else None))

    def _open(self) -> None:
        """Enter: more about the last mark or the chosen person; unfolds or folds the others."""
        row = self.model.at(self.view.currentIndex().row())
        just = self._just
        self._let_go()
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

    def _let_go(self) -> None:
        self._just = None

    def _go_on(self, person: str) -> None:
        """Goes on to the next person; from the last one nowhere."""
        after = range(self.model.find(person) + 1, self.model.rowCount())
        found = next((n for n in after if self.model.rows[n].mark is not None), None)
        if found is not None:
            self.choose(self.model.rows[found].id)
