"""The pages of a finished paper. The old ones stay until the new are there; scroll and focus stay where they were.

Only the pages in sight are drawn, beside the window, so that a paper of a hundred pages takes no more than one of five.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from amie_planner.ui.models.paper_pages import Page, View, pictures
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.ui.widgets.basics import Label, Scroll

_LEAST_LINES = 16
"""Of text: how tall the place for pages is at least."""
_EDGE, _AROUND, _BETWEEN, _LINE = 2, 10, 14, 2
"""Device-independent pixels: round the place, round the pages, between two of them, and the line round each."""


class PaperPages(QFrame):
    """Each page is one thing to come to by Tab; a screen reader reads its text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._sheets: list[_Sheet] = []
        self._pdf = b""
        self._pages: tuple[Page, ...] = ()
        self._whole = False
        self._view = View(1, 1)
        self._drawing = WorkingOut(self)
        self._drawing.worked_out.connect(self._put)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self._column.setSpacing(_BETWEEN)
        self._column.addStretch(1)
        self.area = Scroll(inside, "Pages")
        self.area.verticalScrollBar().valueChanged.connect(self._look)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.addWidget(self.area)

    @property
    def view(self) -> View:
        """The room for a page as it is now; the bar to scroll with always has its own."""
        around, inside = 2 * (_EDGE + _AROUND + _LINE), self.contentsRect()
        width = inside.width() - around - self.area.verticalScrollBar().sizeHint().width()
        return View(max(1, width), max(1, inside.height() - around), self._whole, self.devicePixelRatioF())

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The places of the pages in sight, and of the one before and the one after them."""
        top, tall = self.area.verticalScrollBar().value(), self.height()
        heights = [self._view.size(page)[1] + 2 * _LINE for page in self._pages]
        starts = accumulate((height + _BETWEEN for height in heights), initial=_AROUND)
        places = enumerate(zip(starts, heights, strict=False))
        seen = [n for n, (start, height) in places if start < top + tall and start + height > top]
        return tuple(range(max(0, seen[0] - 1), seen[-1] + 2)) if seen else (0, 1)

    def show_pages(self, pdf: bytes, pages: tuple[Page, ...], drawn: Mapping[int, QImage], view: View) -> None:
        """Shows these pages instead; `drawn` are those that were in sight in that view."""
        self._pdf, self._pages, self._view = pdf, pages, self.view
        while len(self._sheets) > len(pages):
            gone = self._sheets.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for n in range(len(self._sheets), len(pages)):
            self._sheets.append(_Sheet(n + 1))
            self._column.insertWidget(n, self._sheets[n], alignment=Qt.AlignmentFlag.AlignHCenter)
        for n, (sheet, page) in enumerate(zip(self._sheets, pages, strict=True)):
            sheet.setAccessibleDescription(page.text)
            sheet.take_room(*self._view.size(page))
            sheet.show_picture(drawn.get(n), view)
        self._look()

    def show_whole(self, whole: bool) -> None:
        """Shows whole pages, or pages as wide as there is room."""
        self._whole = whole
        self._fit()

    def begin(self) -> None:
        """Goes to the top, for another paper."""
        self.area.verticalScrollBar().setValue(0)

    def finish(self) -> None:
        """Waits until the pages in sight are drawn."""
        self._drawing.finish()

    def leave(self) -> None:
        """Draws no more."""
        self._drawing.drop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Gives each page its room in the view as it is now; what was drawn for another is stretched until then."""
        if self._view == self.view:
            return
        at = self.area.verticalScrollBar().value() / max(1, self._column.minimumSize().height())
        self._view = self.view
        for sheet, page in zip(self._sheets, self._pages, strict=True):
            sheet.take_room(*self._view.size(page))
        self._column.activate()
        self.area.verticalScrollBar().setValue(round(at * self._column.minimumSize().height()))
        self._look()

    def _look(self) -> None:
        """Lets go of the pages out of sight, and draws the next that is in sight and not there yet."""
        near = self.in_sight
        for n, sheet in enumerate(self._sheets):
            if n not in near and sheet.drawn_for is not None:
                sheet.show_picture(None, self._view)
        wanted = [n for n in near if n < len(self._sheets) and self._sheets[n].drawn_for != self._view][:1]
        if wanted and not self._drawing.under_way:
            pdf, pages, view = self._pdf, self._pages, self._view
            self._drawing.ask(lambda: (pdf, view, pictures(pdf, pages, wanted, view)))

    def _put(self, came: tuple[bytes, View, dict[int, QImage]]) -> None:
        pdf, view, drawn = came
        if pdf is self._pdf:
            for n, picture in drawn.items():
                self._sheets[n].show_picture(picture, view)
        self._look()


class _Sheet(Label):
    """One page: as large as it is to be shown, whether or not its picture is there."""

    def __init__(self, number: int) -> None:
        super().__init__("", wrap=False)
        self.setAccessibleName(f"Page {number}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("page")
        self._room = QSize()
        self.drawn_for: View | None = None
        """The view that its picture was drawn for; None where there is no picture."""

    def take_room(self, width: int, height: int) -> None:
        """How large the page is shown; a picture in another size is stretched until it is drawn again."""
        self._room = QSize(width + 2 * _LINE, height + 2 * _LINE)
        self.setScaledContents(True)
        self.updateGeometry()

    def show_picture(self, picture: QImage | None, view: View) -> None:
        """Shows the page, or lets its picture go."""
        if picture is None:
            self.drawn_for = None
            self.setPixmap(QPixmap())
            return
        pixmap = QPixmap.fromImage(picture)
        pixmap.setDevicePixelRatio(view.sharpness)
        self.drawn_for = view
        self.setScaledContents(False)
        self.setPixmap(pixmap)

    def sizeHint(self) -> QSize:
        return self._room

    def minimumSizeHint(self) -> QSize:
        """It gives way in width, for pages follow the width of the window."""
        return QSize(2 * _LINE, self._room.height())
