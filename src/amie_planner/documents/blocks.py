"""What a page is made of. A block knows its height at a width, how to divide between pages and how to draw itself.

Blocks are frozen and hold the structure of what they say; a divided block keeps its element, so a paragraph over two
pages is one paragraph. Nothing is ever cut away to fit. Measures are points; `top` counts from the foot of the page.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from io import BytesIO

from reportlab.lib.utils import ImageReader

from amie_planner.documents.lines import Line, Run, break_lines
from amie_planner.documents.structure import Element
from amie_planner.documents.tagging import TaggedPdf

_UNBOUND = 1_000_000.0
_BASELINE = 0.78  # how far the baseline is below the top of the letters, as a share of their size


class Block(ABC):
    """Something that can stand on a page."""

    keeps_with_next = False

    @abstractmethod
    def height(self, width: float) -> float:
        """How tall the block is at this width."""

    @abstractmethod
    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        """Draws the block with its top left corner at (x, top); `height` is what its row gives it, at least its own."""

    def structure(self) -> tuple[Element, ...]:
        """The elements that the block's words belong to, in reading order."""
        return ()

    def inside(self) -> tuple[Block, ...]:
        """The blocks that this one is made of, in reading order."""
        return ()

    def words(self) -> str:
        """What this block itself says, as typed."""
        return ""

    def natural_width(self) -> float:
        """How wide the block would be if nothing bound it."""
        return _UNBOUND

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """What stands in this height, and what goes on to the next page. With `must`, something has to stand here."""
        if must or self.height(width) <= height:
            return self, None
        return None, self

    def muted(self) -> Block:
        """The same as decoration: to repeat on a continued page what has been said already."""
        return self


@dataclass(frozen=True)
class Gap(Block):
    """White space."""

    points: float

    def height(self, width: float) -> float:
        return self.points

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        """Draws nothing."""


@dataclass(frozen=True)
class NewPage(Block):
    """What follows begins a page. It stands between the blocks of a story, not inside one of them."""

    def height(self, width: float) -> float:
        return 0.0

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        """Draws nothing."""


@dataclass(frozen=True)
class Rule(Block):
    """A line across."""

    weight: float
    keeps_with_next: bool = False

    def height(self, width: float) -> float:
        return self.weight

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        pdf.canvas.setLineWidth(self.weight)
        pdf.canvas.line(x, top - self.weight / 2, x + width, top - self.weight / 2)


@dataclass(frozen=True)
class Box(Block):
    """A dashed box to write in, as tall as its row."""

    least: float

    def height(self, width: float) -> float:
        return self.least

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Takes the height there is, and goes on beside what it is for."""
        return replace(self, least=min(self.least, height)), self

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        pdf.canvas.saveState()
        pdf.canvas.setLineWidth(0.7)
        pdf.canvas.setDash(2, 2)
        pdf.canvas.setStrokeGray(0.35)
        pdf.canvas.rect(x, top - height, width, height)
        pdf.canvas.restoreState()


@dataclass(frozen=True)
class Picture(Block):
    """A picture, PNG or JPEG, `wide` by `tall` points or as much of that as its column allows.

    `element` is a Figure whose `alt` says what it shows, or None where it only decorates.
    """

    content: bytes = field(repr=False)
    wide: float
    tall: float
    element: Element | None

    @property
    def media_type(self) -> str:
        """What kind of file the picture is."""
        return "image/png" if self.content.startswith(b"\x89PNG") else "image/jpeg"

    def height(self, width: float) -> float:
        return self.tall * min(width / self.wide, 1.0)

    def natural_width(self) -> float:
        return self.wide

    def structure(self) -> tuple[Element, ...]:
        return (self.element,) if self.element else ()

    def words(self) -> str:
        return self.element.alt if self.element else ""

    def muted(self) -> Picture:
        return replace(self, element=None)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        wide, tall = min(width, self.wide), self.height(width)
        with pdf.tagged(self.element, (x, top - tall, x + wide, top)):
            pdf.canvas.drawImage(ImageReader(BytesIO(self.content)), x, top - tall, wide, tall, mask="auto")


@dataclass(frozen=True)
class Text(Block):
    """Words in one size. `element` is what they are, None for decoration; `start` and `stop` are lines of the whole."""

    runs: tuple[Run, ...]
    size: float
    leading: float
    element: Element | None = None
    keeps_with_next: bool = False
    start: int = 0
    stop: int | None = None

    def _lines(self, width: float) -> tuple[Line, ...]:
        return break_lines(self.runs, self.size, width)[self.start : self.stop]

    @property
    def baseline(self) -> float:
        """How far below the top the first line stands."""
        return (self.leading - self.size) / 2 + self.size * _BASELINE

    def height(self, width: float) -> float:
        return len(self._lines(width)) * self.leading

    def natural_width(self) -> float:
        return max((line.width for line in self._lines(_UNBOUND)), default=0.0)

    def structure(self) -> tuple[Element, ...]:
        return (self.element,) if self.element else ()

    def words(self) -> str:
        return "".join(run.text for run in self.runs)

    def muted(self) -> Text:
        return replace(self, element=None)

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Divides between lines, leaving no line alone on either page unless it must."""
        lines = len(self._lines(width))
        fit = int((height + 0.01) / self.leading)
        if fit >= lines:
            return self, None
        if must:
            fit = max(fit, 1)
        elif fit < 2 or lines < 4:
            return None, self
        fit = min(fit, max(lines - 2, 1))
        turn = self.start + fit
        return replace(self, stop=turn), replace(self, start=turn)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        lines = self._lines(width)
        if not lines:
            return
        words = pdf.canvas.beginText()
        baseline = top - self.baseline
        for number, line in enumerate(lines):
            line.draw(words, x, baseline - number * self.leading, self.size)
        with pdf.tagged(self.element):
            pdf.canvas.drawText(words)
