"""Labels, buttons, cards and scrolling places as the product uses them. Labels are plain text, always."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class Label(QLabel):
    """Plain text that wraps. `look` is one of the theme's: title, strong, quiet, problem."""

    def __init__(self, text: str = "", look: str = "", *, wrap: bool = True) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("look", look)
        self.setText(text)
        if wrap:
            self.setMinimumWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class Button(QPushButton):
    """A button that says what it does. An ampersand in data is shown as it is."""

    def __init__(self, text: str, pressed: Callable[[], object] | None = None, look: str = "") -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.say(text)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def say(self, text: str) -> None:
        """Changes what the button says."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)


class Card(QFrame):
    """A quiet box that holds things which belong together."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")


class Scroll(QScrollArea):
    """Content that scrolls up and down only, and follows the keyboard focus."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        inside.setObjectName("inside")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._inside = inside
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumWidth(self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        return super().eventFilter(watched, event)


def column(*parts: QWidget | QLayout, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """Parts under one another."""
    layout = QVBoxLayout()
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout


def holding(layout: QLayout) -> QWidget:
    """A widget that holds a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget
