"""What one group does now and next, in letters that are read from across the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from amie_planner.ui import theme
from amie_planner.ui.models.running import Shown
from amie_planner.ui.widgets.basics import Card, Label, Scroll

_TITLE, _NUMBER, _NEXT, _READ = 14.0, 50.0, 5.0, 2.0
"""Points more than the window's letters have, so that at the largest text size all still finds room."""
_LETTERS_SIDE_BY_SIDE = 62
_WORDS, _TIME = 5, 2
"""How the width is shared."""
_BAR = 12
"""Device-independent pixels."""
_HERE = "Keys and buttons act here"


class Large(Label):
    """A label with letters so many points larger than the window's, whatever those are set to."""

    def __init__(self, more: float, look: str = "", *, bold: bool = False, wrap: bool = True) -> None:
        super().__init__("", look, wrap=wrap)
        self._more, self._bold = more, bold
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._size()

    def _size(self) -> None:
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() + self._more)
        font.setBold(self._bold)
        if font != self.font():
            self.setFont(font)


class MinutesBar(QWidget):
    """A thin bar as long as what is under way: full as far as it has gone, dashed where it is over."""

    def __init__(self) -> None:
        super().__init__()
        self._gone, self._length = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_minutes(self, gone: int, length: int) -> None:
        """Shows how many minutes of a length have gone."""
        self._gone, self._length = gone, length
        self.setAccessibleName(f"{gone} of {length} minutes gone")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        over = self._gone > self._length
        full = QRectF(whole)
        full.setWidth(whole.width() * min(1.0, self._gone / max(self._length, 1)))
        painter.fillRect(full, theme.colour("alert" if over else "accent"))
        painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine if over else Qt.PenStyle.SolidLine))
        painter.drawRect(whole)


class StageScroll(Scroll):
    """Shows the head of what got the focus, where a group is taller than the room there is."""

    def _show(self, widget: QWidget) -> None:
        if isinstance(widget, Stage):
            widget = widget.title if widget.head.isHidden() else widget.head
        super()._show(widget)


class Stage(Card):
    """taken(): it got the focus, so that the keys act here."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strand = ""
        self.spoken = ""
        self.head = Label("", "strong")
        self.title = Large(_TITLE, bold=True)
        self.about, self.instructions = Large(_READ), Large(_READ)
        self.choice = Large(_NEXT, bold=True)
        self.changes = Large(_READ)
        self.number = Large(_NUMBER, bold=True, wrap=False)
        self.left = Large(_READ)
        self.bar = MinutesBar()
        self.next = Large(_NEXT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange()

    def _arrange(self) -> None:
        text, time = QVBoxLayout(), QVBoxLayout()
        for part in (self.head, self.title, self.about, self.instructions, self.choice, self.changes):
            text.addWidget(part)
        text.addStretch(1)
        for part in (self.number, self.left):
            part.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            time.addWidget(part)
        time.setSpacing(0)
        time.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(18)
        self._sides.addLayout(text, _WORDS)
        self._sides.addLayout(time, _TIME)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 14, 20, 16)
        whole.setSpacing(10)
        whole.addLayout(self._sides)
        whole.addWidget(self.bar)
        whole.addWidget(self.next)
        whole.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the minutes below the words where there is no room beside them."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def show_group(self, shown: Shown, *, one_of_several: bool, chosen: bool) -> None:
        """Shows what a group does; where there are several, which of them the keys act on."""
        self.strand, self.spoken = shown.strand, shown.spoken
        now = "Now" if shown.number else ""
        head = (shown.name, now, _HERE if chosen else "") if one_of_several else (now,)
        self._sides.setStretch(1, _TIME if shown.number else 0)
        for label, text in (
            (self.head, " · ".join(part for part in head if part)),
            (self.title, shown.title),
            (self.about, shown.about),
            (self.instructions, shown.instructions),
            (self.choice, shown.choice),
            (self.changes, "\n".join(shown.changes)),
            (self.number, shown.number),
            (self.left, shown.left),
            (self.next, shown.next),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.bar.setVisible(bool(shown.number and shown.length))
        self.bar.show_minutes(shown.gone, shown.length or 0)
        self.setAccessibleName(f"How it stands: {shown.name}" if one_of_several else "How it stands")
        self.setAccessibleDescription(shown.spoken)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.taken.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
