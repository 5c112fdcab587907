"""A small list of choices with its name beside it, whose choices may change while it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from amie_planner.ui.widgets.basics import Label


class Chooser(QWidget):
    """chosen(key): by the leader's hand."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.combo = _Combo()
        self.combo.setAccessibleName(name)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        label = Label(name, "quiet", wrap=False)
        label.setBuddy(self.combo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self._keys: list[str] = []
        self.combo.activated.connect(lambda: self.chosen.emit(self.value))

    @property
    def value(self) -> str:
        """The key of what is chosen; nothing where nothing is offered."""
        at = self.combo.currentIndex()
        return self._keys[at] if at >= 0 else ""

    def offer(self, options: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Offers keys and their words. Without saying so it chooses the one that is told, or else the first."""
        with QSignalBlocker(self.combo):
            if [key for key, _ in options] != self._keys:
                self._keys = [key for key, _ in options]
                self.combo.clear()
                self.combo.addItems([words for _, words in options])
            self.choose(chosen if chosen in self._keys else self._keys[0])

    def choose(self, key: str) -> None:
        """Chooses without saying so."""
        self.combo.setCurrentIndex(self._keys.index(key))


class _Combo(QComboBox):
    """A passing mouse wheel changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
