"""How blocks stand to one another: one under another, side by side, behind a heavy rule, or flowing.

Measures are points. Each divides between pages by dividing what it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amie_planner.documents.blocks import Block, Box, Gap, Rule
from amie_planner.documents.structure import Element
from amie_planner.documents.tagging import TaggedPdf

_REPEATED = 100.0  # a heading taller than this is not repeated, so that a page always has room for what it heads


@dataclass(frozen=True)
class Stack(Block):
    """Blocks one under another. `again` is repeated, as decoration, at the head of each continued page.

    With an `element`, that is what the whole is (a list, a table); without, it is what its blocks are.
    """

    blocks: tuple[Block, ...]
    again: Block | None = None
    element: Element | None = None
    keeps_with_next: bool = False

    def height(self, width: float) -> float:
        return sum(block.height(width) for block in self.blocks)

    def natural_width(self) -> float:
        return max((block.natural_width() for block in self.blocks if not isinstance(block, Gap)), default=0.0)

    def structure(self) -> tuple[Element, ...]:
        if self.element:
            return (self.element,)
        return tuple(dict.fromkeys(element for block in self.blocks for element in block.structure()))

    def inside(self) -> tuple[Block, ...]:
        return self.blocks

    def muted(self) -> Stack:
        return replace(self, blocks=tuple(block.muted() for block in self.blocks), element=None)

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Divides where the page ends; a heading goes on with what it heads."""
        here: list[Block] = []
        for at, block in enumerate(self.blocks):
            need = block.height(width)
            if need <= height + 0.01:
                here.append(block)
                height -= need
                continue
            first, rest = block.divided(width, height, must and all(map(_waits, here)))
            onward = [*([rest] if rest else []), *self.blocks[at + 1 :]]
            if first:
                return self._parts((*here, first), onward, width)
            while here and _waits(here[-1]):
                onward.insert(0, here.pop())
            return self._parts(tuple(here), onward, width)
        return self, None

    def _parts(self, here: tuple[Block, ...], onward: list[Block], width: float) -> tuple[Block | None, Block | None]:
        if not here:
            return None, self
        while onward and _parts_from_above(onward[0]):
            del onward[0]
        if not onward:
            return replace(self, blocks=here), None
        again = (self.again.muted(),) if self.again and self.again.height(width) <= _REPEATED else ()
        return replace(self, blocks=here), replace(self, blocks=(*again, *onward))

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        for block in self.blocks:
            own = block.height(width)
            block.draw(pdf, x, top, width, own)
            top -= own


def _parts_from_above(block: Block) -> bool:
    """Whether the block only stands between others, so that no page begins with it."""
    return isinstance(block, Gap) or (isinstance(block, Rule) and not block.keeps_with_next)


def _waits(block: Block) -> bool:
    """Whether the block may not be the last on a page: a heading, its rule, white space."""
    return block.keeps_with_next or isinstance(block, Gap)


@dataclass(frozen=True)
class Row(Block):
    """Blocks side by side, read from left to right. A width of 0 shares what the others leave.

    A row no taller than `whole_below` goes to the next page whole rather than being divided.
    """

    cells: tuple[Block, ...]
    widths: tuple[float, ...]
    between: float = 0.0
    whole_below: float = 0.0
    keeps_with_next: bool = False

    def _columns(self, width: float) -> tuple[float, ...]:
        free = width - sum(self.widths) - self.between * (len(self.widths) - 1)
        share = free / max(self.widths.count(0), 1)
        return tuple(own or share for own in self.widths)

    def height(self, width: float) -> float:
        columns = self._columns(width)
        return max(cell.height(column) for cell, column in zip(self.cells, columns, strict=True))

    def natural_width(self) -> float:
        widths = (own or cell.natural_width() for cell, own in zip(self.cells, self.widths, strict=True))
        return sum(widths) + self.between * (len(self.cells) - 1)

    def structure(self) -> tuple[Element, ...]:
        return tuple(dict.fromkeys(element for cell in self.cells for element in cell.structure()))

    def inside(self) -> tuple[Block, ...]:
        return self.cells

    def muted(self) -> Row:
        return replace(self, cells=tuple(cell.muted() for cell in self.cells))

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Divides every column at the same height; a box to write in goes on beside what it is for."""
        tall = self.height(width)
        if tall <= height + 0.01:
            return self, None
        if not must and tall <= self.whole_below:
            return None, self
        columns = zip(self.cells, self._columns(width), strict=True)
        parts = [cell.divided(column, height, must) for cell, column in columns]
        here = tuple(first for first, _ in parts if first)
        if len(here) < len(parts):
            return None, self
        if all(rest is None for cell, (_, rest) in zip(self.cells, parts, strict=True) if not isinstance(cell, Box)):
            return replace(self, cells=here), None
        return replace(self, cells=here), replace(self, cells=tuple(rest or Gap(0) for _, rest in parts))

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        for cell, column in zip(self.cells, self._columns(width), strict=True):
            cell.draw(pdf, x, top, column, height)
            x += column + self.between


@dataclass(frozen=True)
class Barred(Block):
    """A block with a heavy rule down its left side."""

    block: Block
    weight: float
    indent: float

    def height(self, width: float) -> float:
        return self.block.height(width - self.indent)

    def structure(self) -> tuple[Element, ...]:
        return self.block.structure()

    def inside(self) -> tuple[Block, ...]:
        return (self.block,)

    def muted(self) -> Barred:
        return replace(self, block=self.block.muted())

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Divides the block inside; both parts keep the rule."""
        first, rest = self.block.divided(width - self.indent, height, must)
        return first and replace(self, block=first), rest and replace(self, block=rest)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        own = self.height(width)
        if own:
            pdf.canvas.rect(x, top - own, self.weight, own, stroke=0, fill=1)
        self.block.draw(pdf, x + self.indent, top, width - self.indent, own)


@dataclass(frozen=True)
class Flow(Block):
    """Short blocks beside one another where they fit, each whole, and under one another where they do not."""

    items: tuple[Block, ...]
    between: float
    element: Element | None = None

    def _arranged(self, width: float) -> Stack:
        """Rows, in columns where that takes no more of them."""
        rows = self._flowing(width)
        columns = -(-len(self.items) // max(len(rows), 1)) or 1
        wide = [self._widest(self.items[at::columns]) for at in range(columns)]
        if sum(wide) + self.between * (columns - 1) <= width:
            rows = [self.items[at : at + columns] for at in range(0, len(self.items), columns)]
            return Stack(tuple(self._row(items, wide) for items in rows), element=self.element)
        own = ([min(self._widest([item]), width) for item in items] for items in rows)
        return Stack(tuple(self._row(items, wide) for items, wide in zip(rows, own, strict=True)), element=self.element)

    def _flowing(self, width: float) -> list[tuple[Block, ...]]:
        """As many beside one another as fit."""
        rows: list[tuple[Block, ...]] = []
        room = -1.0
        for item in self.items:
            own = min(item.natural_width(), width)
            if own > room:
                rows.append(())
                room = width
            rows[-1] += (item,)
            room -= own + self.between
        return rows

    def _widest(self, items: Sequence[Block]) -> float:
        return max((item.natural_width() for item in items), default=0.0) + 0.01

    def _row(self, items: Sequence[Block], wide: Sequence[float]) -> Row:
        return Row(tuple(items), (*wide[: len(items) - 1], 0.0), self.between)

    def height(self, width: float) -> float:
        return self._arranged(width).height(width)

    def structure(self) -> tuple[Element, ...]:
        return (self.element,) if self.element else ()

    def inside(self) -> tuple[Block, ...]:
        return self.items

    def muted(self) -> Flow:
        return replace(self, items=tuple(item.muted() for item in self.items), element=None)

    def divided(self, width: float, height: float, must: bool) -> tuple[Block | None, Block | None]:
        """Divides between rows of items."""
        return self._arranged(width).divided(width, height, must)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        self._arranged(width).draw(pdf, x, top, width, height)
