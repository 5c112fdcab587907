"""HEARD beside the plan: a conversation in four words, whose lines lead to the plan, with replies in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.checks import in_other_words
from amie_planner.checks.check import Answer
from amie_planner.checks.conversation import Turn
from amie_planner.ui.models.findings import FOCUS, SHAPES, FindingRow, FindingsList, rows
from amie_planner.ui.widgets.basics import Label, Scroll
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.reply_form import ReplyForm
from amie_planner.ui.workspace import OpenProgramme

_KEYS_SAID = "Enter shows the lines of a finding, and goes to a line. R replies to it, Escape comes back."

_OPEN, _CLOSED = 0.64, 0.4
"""How much of the panel the reply takes at most."""


class FindingsPanel(QWidget):
    """line_wanted(Line): the leader asked to go to a line of the plan; said(text): what was replied."""

    line_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, desk: OpenProgramme) -> None:
        super().__init__()
        self.model = FindingsList(self)
        self.view = _FindingsView(self.model)
        self.reply = ReplyForm(desk)
        self.reply.said.connect(self.said)
        self.view.opened.connect(self._open)
        self.view.reply_wanted.connect(self._open_reply)
        self.reply.fitted.connect(self._fit)
        self.reply.closed.connect(self._close_reply)
        self.view.selectionModel().currentChanged.connect(lambda current: self._ask(current))
        self._below = Scroll(self.reply, "Your reply")
        self._unfolded: frozenset[str] = frozenset()
        self._turns: tuple[Turn, ...] = ()
        self.empty = Label("HEARD asks nothing here yet.", "quiet")
        self.whose = Label("", "quiet")
        self.whose.setContentsMargins(PAD, 4, PAD, 0)
        self.whose.hide()
        self.empty.setContentsMargins(PAD, PAD, PAD, PAD)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.whose)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._below)
        self._below.setContentsMargins(PAD, 2, 2, 4)
        self._ask(QModelIndex())

    @property
    def problem(self) -> str:
        """Why something typed in a reply is not kept, or nothing."""
        return self.reply.problem

    def save(self) -> None:
        """Keeps what is being typed in a reply."""
        self.reply.save()

    def show_turns(self, turns: Iterable[Turn]) -> None:
        """Shows the conversation as it stands; the place in the list and what is unfolded stay as they are."""
        self._turns = tuple(turns)
        with self.view.in_place():
            self.model.show(rows(self._turns, self._unfolded))
        self.empty.setVisible(not self._turns)
        self.whose.setText(in_other_words(turn.finding for turn in self._turns))
        self.whose.setVisible(bool(self.whose.text()))
        self.view.setVisible(bool(self._turns))
        if not self.view.currentIndex().isValid():
            self._begin()
        self._ask(self.view.currentIndex())

    def _begin(self) -> None:
        """Opens on what is to be looked at first, else on the first thing that is worth a look."""
        found = self.model.rows
        first = 1 if found and found[0].id == FOCUS else 0
        first = first or next((n for n, row in enumerate(found) if row.answer is Answer.WORTH_A_LOOK), 0)
        self.view.setCurrentIndex(self.model.index(first))
        self.view.scrollTo(self.model.index(max(first - 1, 0)), self.view.ScrollHint.PositionAtTop)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.at(index.row())
        if row is None or row.kind == "heading":
            return
        if row.line is not None:
            self.line_wanted.emit(row.line)
        elif row.kind == "fold" or row.answer is not Answer.WORTH_A_LOOK:
            self._unfolded ^= {row.id}
            self.show_turns(self._turns)
        else:
            self.view.setCurrentIndex(index.siblingAtRow(index.row() + 1))

    def _ask(self, current: QModelIndex) -> None:
        row = self.model.at(current.row())
        self.reply.show_turn(row.turn if row else None)
        self._below.setVisible(bool(row and row.turn))

    def _open_reply(self) -> None:
        if self.reply.check:
            self.reply.open()

    def _close_reply(self) -> None:
        """Comes back to the list, once all that was typed is kept; else says why not, and stays."""
        self.reply.save()
        if self.reply.problem:
            self.said.emit(f"Not kept: {self.reply.problem}")
            return
        self.reply.close_up()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep_in_sight(self) -> None:
        """The finding that is replied to stays above its reply."""
        if (layout := self.layout()) is not None:
            layout.activate()
        self.view.scrollTo(self.model.index(self.model.find(self.reply.check)))

    def _fit(self) -> None:
        """The reply takes what it needs, and at most a part of the panel."""
        needs = self.reply.height_for(self._below.viewport().width()) + 2 * PAD
        most = int(self.height() * (_OPEN if self.reply.is_open else _CLOSED))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needs > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._below.setVerticalScrollBarPolicy(policy)
        self._below.setFixedHeight(min(needs, most))
        if self.reply.is_open:
            self._keep_in_sight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reply.is_open:
            self._close_reply()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _FindingsView(BlockView):
    """opened(index): by Enter, Space or a click. reply_wanted(): by R."""

    opened = Signal(QModelIndex)
    reply_wanted = Signal()

    def __init__(self, model: FindingsList) -> None:
        super().__init__(model, "HEARD, what the plan shows and what to ask", _blocks)
        self.setObjectName("plain")
        self.setAccessibleDescription(_KEYS_SAID)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_R and plain:
            self.reply_wanted.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: FindingRow, width: int, font: QFont) -> Iterator[Block]:
    room = width - 2 * PAD
    if row.kind == "heading":
        yield text_block("heading", row.text, font, PAD, PAD, room)
        return
    shape = QFontMetrics(font).horizontalAdvance("◐  ")
    indent = PAD + shape
    if row.kind == "line":
        yield text_block("link", f"→ {row.text}", font, indent, 5, width - indent - PAD)
        return
    if row.answer is None:
        yield text_block("quiet", row.text, font, indent, 8, width - indent - PAD)
        return
    look = "alert" if row.answer is Answer.WORTH_A_LOOK else "small"
    yield text_block(look, SHAPES[row.answer], font, PAD, 8, shape)
    said = text_block(look, row.answer, font, indent, 8, width - indent - PAD)
    yield said
    text = text_block("text", row.text, font, indent, said.rect.bottom() + 2, width - indent - PAD)
    yield text
    if row.reply:
        yield text_block("group", f"↩ {row.reply}", font, indent, text.rect.bottom() + 4, width - indent - PAD)
