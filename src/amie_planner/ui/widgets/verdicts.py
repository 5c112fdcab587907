"""After a session: how each change went and what becomes of it, in two minutes, by single keys down one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain import carrying_on, words
from amie_planner.domain.changes import revise
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation
from amie_planner.domain.vocabulary import Then, Verdict, label
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Card, Label, Scroll
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, label_block, text_block
from amie_planner.ui.widgets.choice_row import ChoiceRow
from amie_planner.ui.widgets.fields import LongTextField
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.workspace import OpenSession, shortened

_KEYS: dict[Qt.Key, tuple[str, Verdict | Then]] = {
    Qt.Key.Key_W: ("verdict", Verdict.WORKED),
    Qt.Key.Key_P: ("verdict", Verdict.PARTLY),
    Qt.Key.Key_N: ("verdict", Verdict.NOT),
    Qt.Key.Key_U: ("verdict", Verdict.NOT_USED),
    Qt.Key.Key_K: ("then", Then.KEEP),
    Qt.Key.Key_C: ("then", Then.CHANGE),
    Qt.Key.Key_S: ("then", Then.STOP),
}
_KEYS_SAID = (
    "W worked, P partly, N did not work, U not used; then K keep, C change, S stop. "
    "The arrows go down the list, Enter goes to the note."
)
_EMPTY = "No change is written into this session, so there is nothing to look back on here."
_LETTERS_SIDE_BY_SIDE = 96
_LETTERS = 240
"""Of a change and of its note, in a row."""
_LEAST_LINES = 6
"""Of the list and of the form that are in sight at least."""
_MOST_ROWS_SHOWN, _AROUND_ROWS = 8, 8
_BESIDE_SCROLL_BAR = 10
"""Device-independent pixels."""


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One change: what it is, for whom and where, how it went and what becomes of it, in words."""

    id: str
    text: str
    about: str
    went: tuple[str, ...]
    note: str
    spoken: str


def verdict_row(change: Adaptation, plan: Plan) -> VerdictRow:
    """A change as the list shows and speaks it."""
    what, where = shortened(carrying_on.what(change), _LETTERS), shortened(carrying_on.where(change, plan), _LETTERS)
    went = tuple(said for said in (label("verdict", change.verdict), label("then", change.then)) if said)
    said = ", ".join(went).lower() or "not recorded yet"
    about = " · ".join(part for part in (words.adapted_for(change, plan), where) if part)
    about = shortened(about, _LETTERS)
    spoken = f"{where}, {what}: {said}" if where else f"{what}: {said}"
    return VerdictRow(change.id, what, about, went, shortened(change.verdict_note or "", _LETTERS), spoken)


class Verdicts(QWidget):
    """said(text): how a change went, as it was just recorded. `refresh` follows what changes elsewhere."""

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._shown = ""
        self.model: RowList[VerdictRow] = RowList(self)
        self.view = _VerdictView(self.model)
        self.empty = Label(_EMPTY, "quiet")
        self.keys = Label(_KEYS_SAID, "quiet")
        self.what = Label("", "section")
        self.about = Label("", "quiet")
        self.form = self._made_form()
        self._arrange()
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.answered.connect(self._record)
        self.view.note_wanted.connect(lambda: self.form.fields["verdict_note"].setFocus(Qt.FocusReason.TabFocusReason))
        self.refresh()

    def _arrange(self) -> None:
        left, self._right = Card(), Card()
        within = QVBoxLayout(left)
        within.setContentsMargins(8, 14, 8, 10)
        heading = QVBoxLayout()
        heading.setContentsMargins(PAD, 0, PAD, 0)
        for part in (Label("How each change went", "section"), self.keys, self.empty):
            heading.addWidget(part)
        within.addLayout(heading)
        within.addWidget(self.view, 1)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        inside = self._inside = QWidget()
        self._beside = QVBoxLayout(inside)
        self._beside.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
        self._beside.addWidget(self.what)
        self._beside.addWidget(self.about)
        self._beside.addSpacing(10)
        self._beside.addWidget(self.form)
        self._beside.addStretch(1)
        self._scroll = scroll = Scroll(inside, "The chosen change")
        scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        beside = QVBoxLayout(self._right)
        beside.setContentsMargins(18, 14, 8, 14)
        beside.addWidget(scroll)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(14)
        self._sides.addWidget(left, 5)
        self._sides.addWidget(self._right, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the form below the list where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def fit(self) -> None:
        """Takes the height that its rows and its form need, on a page that scrolls as a whole."""
        rows = min(self.model.rowCount(), _MOST_ROWS_SHOWN)
        self.view.setMinimumHeight(sum(self.view.sizeHintForRow(n) for n in range(rows)) + _AROUND_ROWS)
        self._scroll.setMinimumHeight(self._inside.heightForWidth(self._scroll.viewport().width()))

    @property
    def current(self) -> str:
        """The id of the chosen change, or nothing."""
        return self._shown

    def choose(self, adaptation: str) -> None:
        """Chooses a change and brings it into sight."""
        index = self.model.index(self.model.find(adaptation))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where it cannot be kept."""
        self.form.save()
        return self.form.problem

    def refresh(self) -> None:
        """Shows the changes of the session as they are now."""
        if self._desk.gone:
            return
        plan = self._desk.plan
        self.model.show([verdict_row(change, plan) for change in plan.adaptations])
        here = bool(plan.adaptations)
        self.empty.setVisible(not here)
        for part in (self.view, self.keys, self._right):
            part.setVisible(here)
        if here and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        self._show(self.model.at(self.view.currentIndex().row()))

    def _choose(self, current: QModelIndex) -> None:
        row = self.model.at(current.row())
        if row is not None and row.id != self._shown:
            if problem := self.save():
                self.said.emit(f"Not kept: {problem}")
                self._replace_form()
            self._show(row)

    def _show(self, row: VerdictRow | None) -> None:
        self._shown = row.id if row else ""
        self.what.setText(row.text if row else "")
        self.about.setText(row.about if row else "")
        self.about.setVisible(bool(row and row.about))
        self.form.refresh()

    def _change(self) -> Adaptation | None:
        changes = () if self._desk.gone else self._desk.plan.adaptations
        return next((change for change in changes if change.id == self._shown), None)

    def _record(self, name: str, value: object) -> None:
        """Records one answer as a step of its own, and says where the change stands now."""
        change = self._change()
        if change is None or getattr(change, name) == value:
            return
        went = label(name, str(value)).lower() if value else "not recorded"
        self._desk.do(f"‘{shortened(carrying_on.what(change))}’: {went}", [revise(change, **{name: value})])
        self.refresh()
        row = self.model.at(self.model.find(self._shown))
        self.said.emit(row.spoken if row else "")

    def _keep(self, name: str, words: str, value: Any) -> None:
        if name in ("verdict", "then"):
            self._record(name, value)
        elif (change := self._change()) is not None:
            self._desk.keep(change, words, **{name: value})

    def _made_form(self) -> Form:
        return Form(_ASKED, self._change, self._keep)

    def _replace_form(self) -> None:
        old, self.form = self.form, self._made_form()
        self._beside.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()


_ASKED = (
    Asked("verdict", "How it went", lambda: ChoiceRow(options.of("verdict"))),
    Asked("then", "Next time", lambda: ChoiceRow(options.of("then")), "What is kept or changed comes back by itself."),
    Asked("verdict_note", "A note", LongTextField),
)


class _VerdictView(BlockView):
    """answered(field, value): by a single key; note_wanted(): by Enter or a double click."""

    answered = Signal(str, object)
    note_wanted = Signal()

    def __init__(self, model: RowList[VerdictRow]) -> None:
        super().__init__(model, "Changes in this session", _blocks)
        self.setObjectName("plain")
        self.setAccessibleDescription(_KEYS_SAID)
        self.doubleClicked.connect(lambda index: self.note_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        answer = _KEYS.get(Qt.Key(event.key())) if not held else None
        if answer is not None:
            self.answered.emit(*answer)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note_wanted.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: VerdictRow, width: int, font: QFont) -> Iterator[Block]:
    room = width - 2 * PAD
    block = text_block("title", row.text, font, PAD, PAD, room)
    yield block
    if row.about:
        block = text_block("small", row.about, font, PAD, block.rect.bottom() + 3, room)
        yield block
    yield from _went(row, font, block.rect.bottom() + 6, room)


def _went(row: VerdictRow, font: QFont, y: int, room: int) -> Iterator[Block]:
    x, bottom = PAD, y
    for said in row.went or ("Not recorded yet",):
        block = _said(row, said, font, x, y, room)
        if x > PAD and x + block.rect.width() > PAD + room:
            x, y = PAD, bottom + 5
            block = _said(row, said, font, x, y, room)
        yield block
        x, bottom = x + block.rect.width() + 6, block.rect.bottom()
    if row.note:
        yield text_block("small", f"‘{row.note}’", font, PAD, bottom + 5, room)


def _said(row: VerdictRow, said: str, font: QFont, x: int, y: int, room: int) -> Block:
    return label_block("met", said, font, x, y, room) if row.went else text_block("small", said, font, x, y, room)
