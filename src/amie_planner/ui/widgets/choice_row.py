"""One of a few, as buttons in a row, or none yet: for what is answered often and at a glance."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.fields import Field, Options
from amie_planner.ui.widgets.flow import Flow

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChoiceRow(Field):
    """Tab goes to the row, arrows go within it, Space chooses. What is chosen is let go of by choosing it again."""

    def __init__(self, options: Options) -> None:
        self._inside = QWidget()
        super().__init__(self._inside)
        self.buttons = {key: Button(words, look="face") for key, words in options}
        for key, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda on, key=key: self._press(key, on))
            button.installEventFilter(self)
        self._inside.setLayout(Flow(*self.buttons.values(), spacing=4))
        self._stop_at(next(iter(self.buttons)))

    def called(self, name: str, hint: str) -> None:
        self._inside.setAccessibleName(name)
        for button in self.buttons.values():
            button.setAccessibleDescription(f"{name}. {hint}".strip())

    def value(self) -> Any:
        return next((key for key, button in self.buttons.items() if button.isChecked()), None)

    def show_value(self, value: Any) -> None:
        for key, button in self.buttons.items():
            button.setChecked(key == value)
        self._stop_at(value if value in self.buttons else next(iter(self.buttons)))

    def _press(self, key: str, on: bool) -> None:
        self.show_value(key if on else None)
        self._stop_at(key)
        self._chosen()

    def _stop_at(self, stop: str) -> None:
        """Tab stops at one button of the row."""
        for key, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[stop])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            keys = [key for key, button in self.buttons.items() if button is watched]
            if step is not None and keys:
                order = list(self.buttons)
                to = order[(order.index(keys[0]) + step) % len(order)]
                self._stop_at(to)
                self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
