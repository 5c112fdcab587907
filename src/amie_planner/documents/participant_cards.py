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
from amie_planner.documents.card_blocks import PAD, Caption, Centred, Framed, TickBox
from amie_planner.documents.cleaning import clean
from amie_planner.documents.house_style import PrintStyle, paragraph, strong
from amie_planner.documents.structure import Element
from amie_planner.documents.svg import operators
from amie_planner.documents.tagging import TaggedPdf
from amie_planner.domain.cards import Shown
from amie_planner.domain.symbols import symbol
from amie_planner.exchange.pictures import content_of

LEAST = 60 * 72 / 25.4
"""60 mm: no card is narrower or lower, so that a hand can hold it."""
BETWEEN = 8.0
"""From one card to the next."""

_SYMBOL_SIDE = 72.0  # in the units of the symbols' own files
_UNDER_PICTURE = 4.0


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
class Cards:
    """Makes cards of a print style whose symbols are `side` wide and tall, with words as large as a heading's level."""

    style: PrintStyle
    side: float
    least: float = LEAST
    level: int = 1

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

    def label(self, words: str, size: float, element: Element) -> Caption:
        """What stands over a column of cards."""
        return Caption(replace(self._bold(words, size), element=element), size)

    def _parts(self, shown: Shown, number: str | None) -> Iterator[Block]:
        above = tuple(self._number(number))
        word = shown.word if clean(shown.word).strip() else "(no title)"
        said = [self._caption(words) for words in (word, shown.second) if clean(words).strip()]
        credit = paragraph(self.style, (shown.own and shown.own.credit) or "", size=self.style.small)
        under = (Gap(_UNDER_PICTURE), *said, *([Caption(credit, credit.size)] if credit.words().strip() else ()))
        room = self.least - 2 * PAD - Stack((*above, *under)).height(self._inside)
        yield from (*above, Centred(self._picture(shown, word, room)), *under)

    def _number(self, number: str | None) -> Iterator[Block]:
        size = self._size
        if number:
            yield Row((self._bold(number, size), TickBox(size)), (0.0, size))
        elif number is not None:
            yield Gap(self.style.leading(size))

    def _caption(self, words: str) -> Caption:
        """Whoever reads the second language reads it as large as the first."""
        return Caption(self._bold(words, self._size), self.style.body)

    @property
    def _size(self) -> float:
        return self.style.heads[self.level - 1]

    def _bold(self, words: str, size: float) -> Text:
        return Text((strong(words),), size, self.style.leading(size), Element("P"))

    def _picture(self, shown: Shown, word: str, room: float) -> Picture:
        """The symbol, or the leader's own picture as large as the card has room."""
        content = content_of(shown.own.image) if shown.own else None
        if content is None:
            figure = Element("Figure", alt=f"Symbol: {shown.symbol.label}")
            return Drawing(shown.symbol.path.read_bytes(), self.side, self.side, figure)
        wide, tall = ImageReader(BytesIO(content)).getSize()
        share = min(self._inside / wide, max(room, self.side) / tall)
        return Picture(content, wide * share, tall * share, Element("Figure", alt=f"Picture: {word}"))

    @property
    def _inside(self) -> float:
        """How wide a photo is at most: the inside of the narrowest card, one of two that stand in a frame together."""
        return (self.style.width - BETWEEN) / 2 - 3 * PAD


def of_ours(key: str, word: str) -> Shown:
    """A card of our own, such as “Finished”. Raises KeyError for a symbol that is not here."""
    found = symbol(key)
    if found is None:
        raise KeyError(key)
    return Shown(word, "", found)
