"""A row of choices of which one is on: Tab goes to the row, arrows go within it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.flow import Flow

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Faces(QWidget):
    """chosen(place of the one that is on): when it is turned on, and when it is pressed again."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], what: str, *, look: str = "face", upright: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(what)
        self._group = QButtonGroup(self)
        self.buttons = [Button(name, look=look) for name in names]
        for n, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.setAccessibleDescription(what)
            button.installEventFilter(self)
            self._group.addButton(button, n)
        if upright:
            layout = QVBoxLayout(self)
            layout.setContentsMargins(0, 0, 0, 0)
            for button in self.buttons:
                layout.addWidget(button)
        else:
            self.setLayout(Flow(*self.buttons, spacing=2))
        self._was_on = False
        self._group.idPressed.connect(self._pressed)
        self._group.idClicked.connect(self._clicked)
        self._group.idToggled.connect(self._toggled)
        self.choose(0)

    def choose(self, at: int) -> None:
        """Turns one on."""
        self.buttons[at].setChecked(True)

    @property
    def current(self) -> int:
        """The place of the one that is on."""
        return self._group.checkedId()

    def _pressed(self, at: int) -> None:
        self._was_on = self.buttons[at].isChecked()

    def _clicked(self, at: int) -> None:
        if self._was_on:
            self.chosen.emit(at)

    def _toggled(self, at: int, on: bool) -> None:
        self.buttons[at].setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        if on:
            self.chosen.emit(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and watched in self.buttons:
                at = (self.buttons.index(watched) + step) % len(self.buttons)
                self.choose(at)
                self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
