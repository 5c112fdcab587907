"""Labels, buttons, cards and scrolling places as the product uses them. Labels are plain text, always."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

_LONGEST_WORD = 16
"""Letters that a wrapping label always has room for side by side."""


class Label(QLabel):
    """Plain text that wraps. `look` is one of the theme's: title, section, strong, quiet, problem."""

    def __init__(self, text: str = "", look: str = "", *, wrap: bool = True) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("look", look)
        self.setText(text)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """However long a word is, it does not push the window wide."""
        least = super().minimumSizeHint()
        return least.boundedTo(QSize(self.fontMetrics().averageCharWidth() * _LONGEST_WORD, least.height()))


class Button(QPushButton):
    """A button that says what it does. An ampersand in data is shown as it is."""

    def __init__(self, text: str, pressed: Callable[[], object] | None = None, look: str = "") -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.say(text)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def sizeHint(self) -> QSize:
        """Room for the bold text of a choice that is on, so that nothing moves when it is."""
        bold = QFont(self.font())
        bold.setBold(self.isCheckable())
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(wider, 0) + 4 * self.isCheckable(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def say(self, text: str) -> None:
        """Changes what the button says."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)


class Card(QFrame):
    """A quiet box that holds things which belong together."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps room for what goes on in a next line where the card is narrow."""
        super().resizeEvent(event)
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(max(0, layout.minimumHeightForWidth(self.width())))


class Pages(QStackedWidget):
    """Pages of which one is seen. It asks for the room of that one: what is not seen makes nothing scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        seen = self.currentWidget()
        if seen is None:
            return QSize(0, 0)
        least = seen.minimumSizeHint().expandedTo(seen.minimumSize())
        layout = seen.layout()
        if layout is not None and layout.hasHeightForWidth() and self.width():
            least.setHeight(max(seen.minimumHeight(), layout.minimumHeightForWidth(self.width())))
        return least

    def hasHeightForWidth(self) -> bool:
        """Asked by what holds it, which would count the pages that are not seen."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows that go on in the next line make the page taller."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


_LINES_AROUND_FOCUS = 3
"""Kept in sight above and below: what a field is called, and what is said under it."""


class _Area(QScrollArea):
    """A scrolling place that brings whatever gets the focus into sight, once it has been laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            QTimer.singleShot(0, self, lambda: self._show(new))

    def _show(self, widget: QWidget) -> None:
        inside = self.widget()
        if inside is not None and isValid(widget) and inside.isAncestorOf(widget):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            around = self.fontMetrics().lineSpacing() * _LINES_AROUND_FOCUS
            self.ensureWidgetVisible(widget, 0, around)
            place = _where_in(widget)
            for edge in (place.bottomLeft(), place.topLeft()):  # a widget in sight is left at the edge by Qt
                at = widget.mapTo(inside, edge)
                self.ensureVisible(at.x(), at.y(), 0, around)


def _where_in(widget: QWidget) -> QRect:
    """Where in a widget one types or chooses; the whole of it where it does not say."""
    said = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = said.toRect() if isinstance(said, QRectF) else said
    return place if isinstance(place, QRect) else widget.rect()


class Scroll(_Area):
    """Content that scrolls up and down only, and follows the keyboard focus."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        inside.setObjectName("inside")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._inside = inside
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumWidth(self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        return super().eventFilter(watched, event)


class WholeWindow(_Area):
    """Content that fills the window, and scrolls only where the window is smaller than it can be."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidget(_Floor(inside))


class _Floor(QWidget):
    """Asks for no more than its content's least size, however tall the content would like to be."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setObjectName("inside")
        self._inside = inside
        inside.setParent(self)
        inside.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self._inside.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inside.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
