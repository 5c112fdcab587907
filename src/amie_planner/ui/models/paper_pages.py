"""Pages of a finished paper: how large they are in the room there is, and those that are in sight as pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

import pypdfium2
from PySide6.QtGui import QImage

_MOST, _LEAST = 2.5, 0.25
"""Device-independent pixels to a point: larger is no easier to read, smaller is not to be read at all."""
_A_HAIR = 0.01
"""A page is rounded up to whole pixels, and is not to be one larger than the room."""


@dataclass(frozen=True, slots=True)
class Page:
    """Its size in points, and its text."""

    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """The room for a page, in device-independent pixels, and whether the whole page is to be seen in it.

    `sharpness` is how many pixels of the screen are one of these.
    """

    width: int
    height: int
    whole: bool = False
    sharpness: float = 1.0

    def scale(self, page: Page) -> float:
        """Device-independent pixels to a point."""
        wide, high = (self.width - _A_HAIR) / page.width, (self.height - _A_HAIR) / page.height
        return max(_LEAST, min(_MOST, wide, high if self.whole else wide))

    def size(self, page: Page) -> tuple[int, int]:
        """How wide and high the page is shown."""
        return ceil(page.width * self.scale(page)), ceil(page.height * self.scale(page))


NO_ROOM = View(1, 1)
"""Where nothing is to be seen."""


def pages_of(pdf: bytes) -> tuple[Page, ...]:
    """Every page of a PDF. One thread at a time."""
    with pypdfium2.PdfDocument(pdf) as document:
        sized = ((page.get_size(), page.get_textpage().get_text_range()) for page in document)
        return tuple(Page(width, height, text) for (width, height), text in sized)


def pictures(pdf: bytes, pages: tuple[Page, ...], wanted: Iterable[int], view: View) -> dict[int, QImage]:
    """Pages as pictures, by their place; what is not there is passed over. One thread at a time."""
    with pypdfium2.PdfDocument(pdf) as document:
        there = [at for at in wanted if at < len(pages)]
        return {at: drawn(document[at], view.scale(pages[at]) * view.sharpness) for at in there}


def drawn(page: pypdfium2.PdfPage, scale: float) -> QImage:
    """A page as a picture, so many pixels to a point."""
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    form = QImage.Format.Format_RGBX8888
    return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
