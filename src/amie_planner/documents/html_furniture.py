"""What stands on a paper and says nothing, as HTML: lines to write on, boxes, frames of cards, and where to cut.

Nothing of it is read aloud, and with it a web page can be written on and cut up as the paper can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from amie_planner.documents.arrangement import Barred
from amie_planner.documents.blocks import Block, Box
from amie_planner.documents.card_blocks import Framed, TickBox
from amie_planner.documents.cut_line import CutLine
from amie_planner.documents.pen import WritingLines
from amie_planner.documents.structure import Element

_CELLS = ("TH", "TD")


@dataclass(frozen=True)
class Frame:
    """A frame and the how manieth it is, for bare cards are all alike."""

    number: int
    framed: Framed

    @property
    def classes(self) -> str:
        """How it looks."""
        return "card cut" if self.framed.cut else "card"


@dataclass(frozen=True)
class Leaf:
    """A block that holds no other, the classes that say how it stands, and the frames around it from without."""

    block: Block
    classes: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()


def leaves(story: Iterable[Block]) -> Iterator[Leaf]:
    """What the story is made of, in reading order."""
    numbers = count()
    for block in story:
        yield from _leaves(Leaf(block), numbers)


def _leaves(leaf: Leaf, numbers: Iterator[int]) -> Iterator[Leaf]:
    block, classes, frames = leaf.block, leaf.classes, leaf.frames
    if isinstance(block, Barred):
        classes = ("barred",)
    if isinstance(block, Framed):
        frames = (*frames, Frame(next(numbers), block))
    for one in block.inside():
        yield from _leaves(Leaf(one, classes, frames), numbers)
    if not block.inside():
        yield leaf


def drawn(block: Block) -> str:
    """A block to write on, to tick or to cut along; nothing for one that says something, or nothing at all."""
    match block:
        case WritingLines():
            return '<div class="line"></div>' * block.count
        case Box():
            return f'<div class="write" style="min-height:{block.least:.0f}pt"></div>'
        case TickBox():
            return '<div class="tick"></div>'
        case CutLine():
            return '<div class="scissors"></div>'
    return ""


@dataclass(frozen=True)
class Cards:
    """How cells and rows of tables look that are cards, what stands over such a cell, and what heads any other."""

    classes: Mapping[Element, str]
    over: Mapping[Element, Element]
    heads: Mapping[Element, Element]


def cards(elements: Iterable[Element], leaves: Iterable[Leaf]) -> Cards:
    """The cells that are framed; rows that are a strip to cut out have what heads their columns over each cell."""
    tables = [element for element in elements if element.kind == "Table"]
    framed = {frame.number: frame for leaf in leaves for frame in leaf.frames}
    rows = {cell: row for table in tables for row in _rows(table) for cell in row.children}
    classes: dict[Element, str] = {}
    for frame in framed.values():
        held = [element for element in frame.framed.structure() if element in rows]
        if len(held) == 1:
            classes[held[0]] = frame.classes
        else:
            classes |= {rows[cell]: "strip" for cell in held if cell.kind == "TD"}
    under = {cell: head for table in tables for cell, head in _under_heads(table)}
    over = {cell: head for cell, head in under.items() if rows[cell] in classes}
    heads = {cell: head for cell, head in under.items() if cell.kind == "TD" and cell not in over}
    with_cards = {
        table: "cards" for table in tables if any(cell in classes for row in _rows(table) for cell in row.children)
    }
    stripped = {table: "cards strips" for table in tables if any(row in classes for row in _rows(table))}
    return Cards(classes | with_cards | stripped, over, heads)


def _rows(table: Element) -> Sequence[Element]:
    return [row for part in table.children for row in part.children]


def _under_heads(table: Element) -> Iterator[tuple[Element, Element]]:
    heads, *rows = _rows(table)
    for row in rows:
        yield from zip(row.children, heads.children, strict=True)
