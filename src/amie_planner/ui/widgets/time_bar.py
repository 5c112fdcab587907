"""The session as a bar to scale. What it shows is also said in words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from amie_planner.domain import words
from amie_planner.domain.timing import Timing
from amie_planner.ui import theme


class TimeBar(QWidget):
    """Each activity as wide as it is long; a dashed line marks the session's end when the plan runs over."""

    def __init__(self) -> None:
        super().__init__()
        self._times: Timing | None = None
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_times(self, times: Timing, chosen: str) -> None:
        """Shows a running order, with one activity marked."""
        self._times, self._chosen = times, chosen
        parts = (
            f"{words.activity_title(s.activity)} {s.activity.minutes or 0}" for s in times.slots if s.start is not None
        )
        self.setAccessibleName(f"Minutes: {', '.join(parts)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._times is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawRoundedRect(whole, 5, 5)
        times = self._times
        last = max(times.end, times.planned_end or times.end)
        strands = theme.colours().strands
        scale = whole.width() / max(last - times.start, 1)
        for n, slot in enumerate(slot for slot in times.slots if slot.start is not None and slot.activity.minutes):
            left = whole.left() + ((slot.start or 0) - times.start) * scale
            part = QRectF(
                left + 1, whole.top() + 2, max((slot.activity.minutes or 0) * scale - 2, 2), whole.height() - 4
            )
            painter.fillRect(part, QColor(strands[n % len(strands)]))
            if slot.activity.id == self._chosen:
                painter.setPen(QPen(theme.colour("text"), 2))
                painter.drawRect(part)
        if times.planned_end is not None and times.planned_end < times.end:
            x = whole.left() + (times.planned_end - times.start) * scale
            painter.setPen(QPen(theme.colour("alert"), 2, Qt.PenStyle.DashLine))
            painter.drawLine(int(x), 0, int(x), self.height())
