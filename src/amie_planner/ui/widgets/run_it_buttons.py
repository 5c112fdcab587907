"""What is pressed while a session runs: large, always in sight, and each says its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.flow import Flow

LARGE_TARGET = 48
"""Device-independent pixels, at normal text size."""
_LINES = 2.2


class BigButton(Button):
    """A button that is not missed in the midst of a session."""

    def sizeHint(self) -> QSize:
        least = max(LARGE_TARGET, round(self.fontMetrics().lineSpacing() * _LINES))
        return super().sizeHint().expandedTo(QSize(least, least))


class RunItButtons(QWidget):
    """The row of buttons, and the single keys that do the same anywhere in `face`."""

    def __init__(self, face: QWidget, does: dict[str, Callable[[], object]]) -> None:
        super().__init__()
        self.go = BigButton("", does["go"], "main")
        self.back = BigButton("", does["back"])
        self.one = BigButton("+1 minute (+)", does["one"])
        self.five = BigButton("+5 minutes (5)", does["five"])
        self.skip = BigButton("Skip the next (S)", does["skip"])
        self.hide_words = BigButton("", does["hide"])
        self.end = BigButton("End (E)", does["end"])
        self.again = BigButton("Begin again", does["again"])
        self.setLayout(Flow(*self.all, spacing=8))
        for name, keys in _KEYS.items():
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), face)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(does[name])

    def event(self, event: QEvent) -> bool:
        """Keeps room for every line of buttons: none is ever out of sight."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and (layout := self.layout()) is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))
        return done

    @property
    def all(self) -> tuple[BigButton, ...]:
        """The buttons from left to right."""
        return (self.go, self.back, self.one, self.five, self.skip, self.hide_words, self.end, self.again)


_KEYS: dict[str, tuple[Qt.Key, ...]] = {
    "go": (Qt.Key.Key_N, Qt.Key.Key_Right),
    "back": (Qt.Key.Key_B, Qt.Key.Key_Left),
    "one": (Qt.Key.Key_Plus, Qt.Key.Key_Equal),
    "five": (Qt.Key.Key_5,),
    "skip": (Qt.Key.Key_S,),
    "hide": (Qt.Key.Key_H,),
    "end": (Qt.Key.Key_E,),
}
