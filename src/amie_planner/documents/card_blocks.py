"""What a card is made of: a frame to cut along, a picture and words in its middle, and a box to tick.

Measures are points. Frames and boxes are furniture: nothing of them is read aloud.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amie_planner.documents.blocks import Block, Gap, Text
from amie_planner.documents.lines import break_lines
from amie_planner.documents.structure import Element
from amie_planner.documents.tagging import TaggedPdf

PAD = 6.0
"""Between the line of a card and what is on it."""
_ROUND = 8.0
_FEW_LINES = 3
_STEP = 2.0  # from one size of letters to the next smaller
_DASHES = (5.0, 4.0)


def _grey(pdf: TaggedPdf, dashed: bool) -> None:
    pdf.canvas.setLineWidth(0.9)
    pdf.canvas.setStrokeGray(0.35)
    pdf.canvas.setDash(list(_DASHES) if dashed else [])


@dataclass(frozen=True)
class TickBox(Block):
    """A box to tick, `side` wide and tall, at the right end of its width."""

    side: float

    def height(self, width: float) -> float:
        return self.side

    def natural_width(self) -> float:
        return self.side

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        pdf.canvas.saveState()
        _grey(pdf, dashed=False)
        pdf.canvas.roundRect(x + width - self.side, top - self.side, self.side, self.side, _ROUND / 4)
        pdf.canvas.restoreState()


@dataclass(frozen=True)
class Centred(Block):
    """A picture in the middle of its width."""

    block: Block

    def height(self, width: float) -> float:
        return self.block.height(width)

    def structure(self) -> tuple[Element, ...]:
        return self.block.structure()

    def inside(self) -> tuple[Block, ...]:
        return (self.block,)

    def muted(self) -> Centred:
        return replace(self, block=self.block.muted())

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        needed = min(self.block.natural_width(), width)
        self.block.draw(pdf, x + (width - needed) / 2, top, needed, height)


@dataclass(frozen=True)
class Caption(Block):
    """Words in the middle of their width, every line of them.

    They are as large as `text` in up to three lines; longer ones are smaller, not under `least`, and never cut.
    """

    text: Text
    least: float

    def _fitted(self, width: float) -> Text:
        return next((one for one in self._sizes() if one.height(width) <= _FEW_LINES * one.leading + 0.01), self._last)

    def _sizes(self) -> Iterator[Text]:
        size = self.text.size
        while size > self.least:
            yield self._at(size)
            size -= _STEP

    def _at(self, size: float) -> Text:
        return replace(self.text, size=size, leading=round(self.text.leading / self.text.size * size, 2))

    @property
    def _last(self) -> Text:
        return self._at(self.least)

    def height(self, width: float) -> float:
        return self._fitted(width).height(width)

    def structure(self) -> tuple[Element, ...]:
        return self.text.structure()

    def inside(self) -> tuple[Block, ...]:
        return (self.text,)

    def muted(self) -> Caption:
        return replace(self, text=self.text.muted())

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Divides between lines; both parts keep the size of the whole."""
        text = self._fitted(width)
        parts = text.divided(width, height, must)
        first, rest = (Caption(one, text.size) if isinstance(one, Text) else None for one in parts)
        return first, rest

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        text = self._fitted(width)
        words = pdf.canvas.beginText()
        lines = break_lines(text.runs, text.size, width)[text.start : text.stop]
        for number, line in enumerate(lines):
            middle = x + (width - line.width) / 2 - line.indent
            line.draw(words, middle, top - text.baseline - number * text.leading, text.size)
        if lines:
            with pdf.tagged(text.element):
                pdf.canvas.drawText(words)


@dataclass(frozen=True)
class Framed(Block):
    """A block inside a line with round corners, as tall as its row and at least `least`.

    `cut` makes it a line to cut along. The block stands in the middle of the height, or `from_top`.
    """

    block: Block
    least: float
    cut: bool = False
    from_top: bool = False

    def height(self, width: float) -> float:
        return max(self.least, self.block.height(width - 2 * PAD) + 2 * PAD)

    def structure(self) -> tuple[Element, ...]:
        return self.block.structure()

    def inside(self) -> tuple[Block, ...]:
        return (self.block,)

    def muted(self) -> Framed:
        return replace(self, block=self.block.muted())

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Goes to the next page whole, unless it is taller than a page: then each part is framed."""
        if self.height(width) <= height + 0.01:
            return self, None
        if not must:
            return None, self
        first, rest = self.block.divided(width - 2 * PAD, height - 2 * PAD, must)
        here = replace(self, block=first or Gap(0), least=min(self.least, height))
        return here, rest and replace(self, block=rest)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        pdf.canvas.saveState()
        _grey(pdf, self.cut)
        pdf.canvas.roundRect(x, top - height, width, height, _ROUND)
        pdf.canvas.restoreState()
        inner = width - 2 * PAD
        own = self.block.height(inner)
        above = PAD if self.from_top else (height - own) / 2
        self.block.draw(pdf, x + PAD, top - above, inner, own)
