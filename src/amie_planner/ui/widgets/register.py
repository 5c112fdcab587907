"""The register of a session: one key a person, or a headcount in its place, walk-ins, and what it all comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.edits.register import count_by
from amie_planner.domain.register import counted, counts_by
from amie_planner.domain.vocabulary import RegisterMode, label
from amie_planner.ui.widgets.basics import Label, Scroll
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.in_sight import bring_into_sight
from amie_planner.ui.widgets.register_counts import Headcount, WalkIns
from amie_planner.ui.widgets.register_marks import Marks
from amie_planner.ui.widgets.register_person import ChosenPerson
from amie_planner.ui.workspace import OpenSession

_MODES = (RegisterMode.PEOPLE, RegisterMode.HEADCOUNT)
_KEPT = {
    RegisterMode.PEOPLE: "The marks count now; a headcount is kept.",
    RegisterMode.HEADCOUNT: "The headcount counts now; the marks are kept.",
}
_LETTERS_SIDE_BY_SIDE = 104
_LEAST_LINES = 6
"""Of what is beside the list that are in sight at least."""
_BESIDE_SCROLL_BAR = 10
"""Device-independent pixels."""


class RegisterFace(QWidget):
    """said(text): what was just recorded. `refresh` is to be called after every change, its own too."""

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self.modes = Faces([label("register_mode", mode) for mode in _MODES], "How this session is counted")
        self.counted = Label("", "strong")
        self.counted.setContentsMargins(8, 0, 0, 0)
        self.marks = Marks(desk)
        self.person = ChosenPerson(desk, self.marks.entry)
        self.headcount = Headcount(desk)
        self.walk_ins = WalkIns(desk)
        self._arrange()
        self.modes.chosen.connect(self._choose_mode)
        self.marks.chosen.connect(self._turn_to)
        self.marks.emergency_wanted.connect(self._show_emergency)
        self.marks.more_wanted.connect(self.person.go_to_more)
        self.person.done.connect(self.marks.go_back)
        self.person.left.connect(self.marks.go_back_here)
        self.person.lettered.connect(self._take)
        for part in (self.marks, self.person, self.headcount, self.walk_ins):
            part.said.connect(self.said)
        self.refresh()

    def _arrange(self) -> None:
        inside = QWidget()
        beside = QVBoxLayout(inside)
        beside.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
        beside.setSpacing(14)
        for part in (self.person, self.walk_ins):
            beside.addWidget(part)
        beside.addStretch(1)
        self._beside = Scroll(inside, "The chosen person, and walk-ins")
        self._beside.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(14)
        self._sides.addWidget(self.marks, 5)
        self._sides.addWidget(self.headcount, 5)
        self._sides.addWidget(self._beside, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(Flow(self.modes))
        layout.addWidget(self.counted)
        layout.addLayout(self._sides, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts what is beside the list below it where there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def start(self) -> None:
        """Goes to where the register is taken: the list, or the headcount, or the name of a walk-in."""
        by_person = self._mode is RegisterMode.PEOPLE
        listed = self.marks.view if self.marks.model.rowCount() else self.walk_ins.line
        (listed if by_person else self.headcount).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where it cannot be kept."""
        problems = [part.save() for part in (self.person, self.headcount, self.walk_ins)]
        return next((problem for problem in problems if problem), "")

    def refresh(self) -> None:
        """Shows the register as it is now."""
        if self._desk.gone:
            return
        self.marks.refresh()
        self.person.turn_to(self.marks.current)
        self.headcount.refresh()
        self.walk_ins.refresh()
        plan = self._desk.plan
        mode = counts_by(plan)
        self.modes.choose(_MODES.index(mode))
        by_person = mode is RegisterMode.PEOPLE
        self.marks.setVisible(by_person)
        self.headcount.setVisible(not by_person)
        if not by_person:
            self.person.hide()
        self.counted.setText(counted(plan))

    def _take(self, key: Qt.Key) -> None:
        """A letter of the list, pressed where minutes are typed: the minutes are kept, and the list goes on."""
        if key != Qt.Key.Key_W:
            self.marks.go_back()
        self.marks.view.take(key)

    def _turn_to(self, person: str) -> None:
        self.person.turn_to(person)
        self._beside.verticalScrollBar().setValue(0)
        self._keep_in_sight()

    def _show_emergency(self) -> None:
        self.person.show_emergency()
        if self.person.note.isHidden():
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """The line that keys go to, where what is beside the list was brought into sight below it."""
        view = self.marks.view
        if view.hasFocus():
            bring_into_sight(view.viewport(), view.visualRect(view.currentIndex()))

    @property
    def _mode(self) -> RegisterMode:
        return counts_by(self._desk.plan)

    def _choose_mode(self, at: int) -> None:
        """Another way to count from now on; nothing that was entered is lost."""
        mode = _MODES[at]
        if mode is not self._mode:
            if problem := self.save():
                self.said.emit(f"Not kept: {problem}")
            self._desk.do(f"Count: {label('register_mode', mode).lower()}", count_by(self._desk.plan.session, mode))
            self.said.emit(_KEPT[mode])
