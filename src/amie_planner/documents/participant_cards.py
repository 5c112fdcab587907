"""Cards for young people to hold: a picture, its word under it, and a line to cut along.

Measures are points. A card grows with its words and is never under 60 mm by default.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.lib.utils import ImageReader

from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Gap, Picture, Text
from amie_planner.documents.cleaning import clean
from amie_planner.documents.house_style import PrintStyle, paragraph, strong
from amie_planner.documents.lines import Run, break_lines
from amie_planner.documents.structure import Element
from amie_planner.documents.svg import operators
from amie_planner.documents.tagging import TaggedPdf
from amie_planner.domain.cards import Shown
from amie_planner.domain.symbols import symbol
from amie_planner.exchange.pictures import content_of

LEAST = 60 * 72 / 25.4
"""60 mm: no card is narrower or lower, so that a hand can hold it."""

_PAD = 6.0
_ROUND = 8.0
_SYMBOL_SIDE = 72.0  # in the units of the symbols' own files
_WIDER = 1.5  # how much wider than a symbol a photo may be
_SECOND = 0.82  # the size of a second language, as a share of the first


@dataclass(frozen=True)
class Drawing(Picture):
    """A symbol that comes with the program, sharp at any size."""

    @property
    def media_type(self) -> str:
        return "image/svg+xml"

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        wide, tall = min(width, self.wide), self.height(width)
        with pdf.tagged(self.element, (x, top - tall, x + wide, top)):
            pdf.canvas.saveState()
            pdf.canvas.transform(wide / _SYMBOL_SIDE, 0, 0, -tall / _SYMBOL_SIDE, x, top)
            pdf.canvas.addLiteral(operators(self.content))
            pdf.canvas.restoreState()


@dataclass(frozen=True)
class Centred(Block):
    """A block in the middle of its width: its lines begin under one another, as far from the left as from the right."""

    block: Block

    def height(self, width: float) -> float:
        return self.block.height(width)

    def structure(self) -> tuple[Element, ...]:
        return self.block.structure()

    def inside(self) -> tuple[Block, ...]:
        return (self.block,)

    def muted(self) -> Centred:
        return replace(self, block=self.block.muted())

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Divides the block inside."""
        first, rest = self.block.divided(width, height, must)
        return first and replace(self, block=first), rest and replace(self, block=rest)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        needed = min(_needed(self.block, width), width)
        self.block.draw(pdf, x + (width - needed) / 2, top, needed, height)


def _needed(block: Block, width: float) -> float:
    """How wide the block is in this width: no line breaks elsewhere where it is given just that."""
    if isinstance(block, Text):
        return max((line.width for line in break_lines(block.runs, block.size, width)), default=0.0) + 0.01
    return block.natural_width()


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
        return max(self.least, self.block.height(width - 2 * _PAD) + 2 * _PAD)

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
        first, rest = self.block.divided(width - 2 * _PAD, height - 2 * _PAD, must)
        here = replace(self, block=first or Gap(0), least=min(self.least, height))
        return here, rest and replace(self, block=rest)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        canvas = pdf.canvas
        canvas.saveState()
        canvas.setLineWidth(0.9)
        canvas.setStrokeGray(0.35)
        canvas.setDash([5, 4] if self.cut else [])
        canvas.roundRect(x, top - height, width, height, _ROUND)
        canvas.restoreState()
        inner = width - 2 * _PAD
        own = self.block.height(inner)
        above = _PAD if self.from_top else (height - own) / 2
        self.block.draw(pdf, x + _PAD, top - above, inner, own)


@dataclass(frozen=True)
class Cards:
    """Makes cards of a print style whose symbols are `side` wide and tall."""

    style: PrintStyle
    side: float
    least: float = LEAST

    def card(
        self, shown: Shown, *, cut: bool = False, number: str | None = None, cell: Element | None = None
    ) -> Framed:
        """A card. A `number` stands above it with a box to tick; `cell` is the table cell that it fills.

        With an empty number it stands level with numbered ones.
        """
        blocks = tuple(self._parts(shown, number))
        if cell:
            elements = tuple(element for block in blocks for element in block.structure())
            return Framed(Stack(blocks, element=replace(cell, children=elements)), self.least, cut)
        return Framed(Stack(blocks), self.least, cut, from_top=number is not None)

    def empty(self, *, cut: bool = False, cell: Element | None = None) -> Framed:
        """A card without anything on it."""
        return Framed(Stack((), element=cell), self.least, cut)

    def label(self, words: str, size: float, element: Element) -> Centred:
        """What stands over a column of cards."""
        return Centred(replace(self._words(words, size), element=element))

    def _parts(self, shown: Shown, number: str | None) -> Iterator[Block]:
        word = shown.word if clean(shown.word).strip() else "(no title)"
        if number == "":
            yield Gap(self.style.leading(self.style.heads[0]))
        elif number:
            box = replace(self._words("☐", self.style.heads[0]), element=None)
            at_right = box.natural_width() + 0.01
            yield Row((self._words(number, self.style.heads[0]), box), (0.0, at_right))
        yield Centred(self._picture(shown, word))
        yield Gap(_PAD * 0.7)
        yield Centred(self._words(word, self.style.heads[0]))
        if clean(shown.second).strip():
            yield Centred(self._words(shown.second, round(self.style.heads[0] * _SECOND), bold=False))
        if shown.own and shown.own.credit:
            yield paragraph(self.style, shown.own.credit, size=self.style.small)

    def _words(self, words: str, size: float, *, bold: bool = True) -> Text:
        return Text((strong(words) if bold else Run(words),), size, self.style.leading(size), Element("P"))

    def _picture(self, shown: Shown, word: str) -> Picture:
        content = content_of(shown.own.image) if shown.own else None
        if content is None:
            figure = Element("Figure", alt=f"Symbol: {shown.symbol.label}")
            return Drawing(shown.symbol.path.read_bytes(), self.side, self.side, figure)
        wide, tall = ImageReader(BytesIO(content)).getSize()
        share = min(self.side * _WIDER / wide, self.side / tall)
        return Picture(content, wide * share, tall * share, Element("Figure", alt=f"Picture: {word}"))


def of_ours(key: str, word: str) -> Shown:
    """A card of our own, such as “Finished”. Raises KeyError for a symbol that is not here."""
    found = symbol(key)
    if found is None:
        raise KeyError(key)
    return Shown(word, "", found)
