"""The people of a programme beside the form of their equality-monitoring answers: one place, and the only one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.blocks import BlockView
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.monitoring_answers import AnswersForm
from amie_planner.ui.widgets.monitoring_rows import two_lines
from amie_planner.ui.widgets.starting import TwoLines

OBJECT, ASK_AGAIN = "They object: forget their answers", "They may be asked again"
_WHAT_STAYS = "All that is kept of them here goes, but for the day on which they objected. Undo brings it back."
_OBJECTS = "They object to equality monitoring: nothing is asked or kept."
_NOBODY = "Nobody is listed yet. Add people under People first."
_LEAST_LINES = 6
_BESIDE_SCROLL_BAR = 10
"""Device-independent pixels."""


class MonitoringPeople(QWidget):
    """objected(person), asked_again(person): what a leader notes; said(text): something to tell them.

    `made` gives the form of a person.
    """

    objected = Signal(str)
    asked_again = Signal(str)
    said = Signal(str)

    def __init__(self, made: Callable[[str], AnswersForm]) -> None:
        super().__init__()
        self._made = made
        self.rows: RowList[TwoLines] = RowList(self)
        self.view = BlockView(self.rows, "People of the programme, and how it stands with each", two_lines)
        self.view.setObjectName("plain")
        self.empty = Label(_NOBODY, "quiet")
        self.title = Label("", "section")
        self.objects = Label(_OBJECTS)
        self.object_button = Button(OBJECT, lambda: self.objected.emit(self.chosen))
        self.ask_again = Button(ASK_AGAIN, lambda: self.asked_again.emit(self.chosen))
        self.what_stays = Label(_WHAT_STAYS, "quiet")
        self.form: AnswersForm | None = None
        self._scroll: Scroll | None = None
        self._shown = ""
        self._objecting: Collection[str] = ()
        self._offered: object = None
        self._listing = False
        self._arrange()
        self.view.selectionModel().currentChanged.connect(lambda now, before: self._move_on())
        self.view.activated.connect(lambda index: self._go_to_form())

    def _arrange(self) -> None:
        left, self._right = Card(), Card()
        within = QVBoxLayout(left)
        within.setContentsMargins(14, 14, 14, 14)
        within.addWidget(self.empty)
        within.addWidget(self.view, 1)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._beside = QVBoxLayout(self._right)
        self._beside.setContentsMargins(18, 14, 8, 14)
        for part in (self.title, self.objects):
            self._beside.addWidget(part)
        self._beside.addLayout(Flow(self.object_button, self.ask_again))
        self._beside.addWidget(self.what_stays)
        self._beside.addSpacing(4)
        self._beside.addStretch(0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(left, 3)
        layout.addWidget(self._right, 7)

    @property
    def chosen(self) -> str:
        """The id of the chosen person, or nothing."""
        row = self.rows.at(self.view.currentIndex().row())
        return row.id if row else ""

    def choose(self, person: str) -> None:
        """Chooses a person; their form follows."""
        self.view.setCurrentIndex(self.rows.index(self.rows.find(person)))

    def go_to(self, person: str, question: str) -> None:
        """Goes to somebody's answer to a question; of nobody, or of who is not asked, to the list."""
        if self.rows.find(person) != -1:
            self.choose(person)
        if self.form is not None and self.chosen == person:
            self.form.go_to(question)
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_people(self, rows: Sequence[TwoLines], objecting: Collection[str], offered: object) -> None:
        """Shows the people as they are now; who is `objecting` has no form.

        The form is made anew where `offered` is not what it was made for.
        """
        self._listing = True
        self.rows.show(rows)
        if rows and not self.chosen:
            self.choose(rows[0].id)
        self._listing = False
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self._objecting = objecting
        if offered != self._offered:
            self._close()
            self._offered = offered
        self._show()

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        if self.form is None:
            return ""
        self.form.save()
        return self.form.problem

    def _move_on(self) -> None:
        if not self._listing:
            self._show()

    def _show(self) -> None:
        row = self.rows.at(self.view.currentIndex().row())
        self._right.setVisible(row is not None)
        objects = row is not None and row.id in self._objecting
        if row is None or objects:
            self._close()
        else:
            self._show_form(row.id)
        self.title.setText(row.text if row is not None else "")
        for part, seen in ((self.objects, objects), (self.ask_again, objects), (self.object_button, not objects)):
            part.setVisible(seen)
        self.what_stays.setVisible(not objects)

    def _show_form(self, person: str) -> None:
        """One form goes from person to person, but for what cannot be kept of one."""
        if self.form is not None and person == self._shown:
            self.form.refresh()
        elif self.form is not None and self._scroll is not None and not self.save():
            self.form.turn_to(person)
            self._scroll.verticalScrollBar().setValue(0)
        else:
            self._close()
            self.form = self._made(person)
            self.form.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
            self._scroll = Scroll(self.form, "The answers of the chosen person")
            self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
            self._beside.insertWidget(self._beside.count() - 1, self._scroll, 1)
        self._shown = person

    def _close(self) -> None:
        if problem := self.save():
            self.said.emit(f"Not kept: {problem}")
        if self._scroll is not None:
            self._beside.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self.form = self._scroll = None

    def _go_to_form(self) -> None:
        if self.form is not None:
            self.form.setFocus(Qt.FocusReason.TabFocusReason)
