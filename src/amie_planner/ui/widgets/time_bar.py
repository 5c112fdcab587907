"""The session as a bar to scale. What it shows is also said in words beside it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from amie_planner.domain import words
from amie_planner.domain.side_by_side import Beside, side_by_side
from amie_planner.domain.timing import Slot, Timing
from amie_planner.ui import theme

_TALL, _A_LANE = 18, 9
"""Device-independent pixels: of the bar, and more for each further group that does something at the same time."""


class TimeBar(QWidget):
    """Each activity as wide as it is long, groups at the same time above one another; a dashed line marks the
    session's end when the plan runs over."""

    def __init__(self) -> None:
        super().__init__()
        self._times: Timing | None = None
        self._beside: dict[str, Beside] = {}
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_times(self, times: Timing, chosen: str) -> None:
        """Shows a running order, with one activity marked."""
        self._times, self._chosen = times, chosen
        self._beside = side_by_side(times.slots)
        self.setAccessibleName(f"Minutes: {', '.join(_said(s) for s in times.slots if s.start is not None)}")
        self.updateGeometry()
        self.update()

    def _tall(self) -> int:
        lanes = max((len(beside.strands) for beside in self._beside.values()), default=1)
        return _TALL + _A_LANE * (lanes - 1)

    def sizeHint(self) -> QSize:
        return QSize(180, self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._tall())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._times is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawRoundedRect(whole, 5, 5)
        times = self._times
        scale = whole.width() / max(max(times.end, times.planned_end or times.end) - times.start, 1)
        strands = theme.colours().strands
        for n, (slot, part) in enumerate(self._parts(times, whole, scale)):
            painter.fillRect(part, QColor(strands[n % len(strands)]))
            if slot.activity.id == self._chosen:
                painter.setPen(QPen(theme.colour("text"), 2))
                painter.drawRect(part)
        if times.planned_end is not None and times.planned_end < times.end:
            x = whole.left() + (times.planned_end - times.start) * scale
            painter.setPen(QPen(theme.colour("alert"), 2, Qt.PenStyle.DashLine))
            painter.drawLine(int(x), 0, int(x), self.height())

    def _parts(self, times: Timing, whole: QRectF, scale: float) -> Iterator[tuple[Slot, QRectF]]:
        """Each activity that takes minutes, and where it stands in the bar."""
        for slot in times.slots:
            if slot.start is None or not slot.activity.minutes:
                continue
            beside = self._beside.get(slot.activity.id)
            tall = (whole.height() - 2) / (len(beside.strands) if beside else 1)
            top = whole.top() + 1 + tall * (beside.lane if beside else 0)
            left, wide = whole.left() + (slot.start - times.start) * scale, slot.activity.minutes * scale
            yield slot, QRectF(left + 1, top + 1, max(wide - 2, 2), tall - 2)


def _said(slot: Slot) -> str:
    group = f" ({slot.activity.strand})" if slot.activity.strand else ""
    return f"{words.activity_title(slot.activity)} {slot.activity.minutes or 0}{group}"
