"""From a story of blocks to the bytes of a finished document: pages with their footer, rendered in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from threading import Lock

from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, NewPage, Text
from amie_planner.documents.house_style import PrintStyle
from amie_planner.documents.lines import Run, forget
from amie_planner.documents.tagging import TaggedPdf

_ONE_AT_A_TIME = Lock()  # a ReportLab font serves one document at once
_A_LETTER = 0.24 * 10.0 * 10.0
"""Square points that any letter takes: the narrowest is more than 0.24 of its size wide, and no size is under 10."""
_NO_LETTER = re.compile("[^A-Za-z0-9]")


def build(story: Sequence[Block], *, style: PrintStyle, title: str, footer: str) -> bytes:
    """The document as PDF, tagged for PDF/UA-1. The same story gives the same bytes.

    `title` is what readers and windows call the document; `footer` stands at the foot of each page, left of
    "Page 1 of 2". Raises ValueError when headings skip a level.
    """
    pages = lay_out(story, style, footer)
    structure = Stack(tuple(story)).structure()
    with _ONE_AT_A_TIME:
        pdf = TaggedPdf(title, style.page)
        for number, page in enumerate(pages, start=1):
            with pdf.page():
                page.draw(pdf, style.left, style.page[1] - style.top, style.width, page.height(style.width))
                foot = _foot(style, footer, f"Page {number} of {len(pages)}")
                tall = foot.height(style.width)
                foot.draw(pdf, style.left, style.bottom + tall, style.width, tall)
        forget()
        return pdf.finish(structure)


def lay_out(story: Sequence[Block], style: PrintStyle, footer: str) -> tuple[Block, ...]:
    """The story as pages. Nothing is cut to fit: what finds no room goes on to the next page."""
    room = _room(style, footer)
    return tuple(page for part in _parts(story) for page in _flowing(part, style.width, room))


def _parts(story: Sequence[Block]) -> Iterator[Stack]:
    """The story in stretches that each begin a page."""
    turns = [at for at, block in enumerate(story) if at and isinstance(block, NewPage)]
    for start, stop in pairwise((0, *turns, len(story))):
        yield Stack(tuple(block for block in story[start:stop] if not isinstance(block, NewPage)))


def _flowing(part: Block, width: float, room: float) -> Iterator[Block]:
    rest: Block | None = part
    while rest:
        page, rest = rest.divided(width, room, must=True)
        if page:
            yield page


def fits_one_page(story: Sequence[Block], style: PrintStyle, footer: str) -> bool:
    """Whether the story is one page, found without laying out more than that."""
    room = _room(style, footer)
    if any(isinstance(block, NewPage) for block in story) or _letters(story) > style.width * room / _A_LETTER:
        return False
    heights = accumulate(block.height(style.width) for block in _standing(story))
    return all(reached <= room + 0.01 for reached in heights)


def _letters(story: Iterable[Block]) -> int:
    """How many letters a to z and digits stand there, of which none is narrower than in `_A_LETTER`."""
    return sum(_letters(block.inside()) + len(_NO_LETTER.sub("", _said_by(block))) for block in story)


def _said_by(block: Block) -> str:
    return block.words() if isinstance(block, Text) else ""


def _standing(story: Sequence[Block]) -> Iterator[Block]:
    """What stands one under another, out of its stacks."""
    for block in story:
        if isinstance(block, Stack):
            yield from _standing(block.blocks)
        else:
            yield block


def _room(style: PrintStyle, footer: str) -> float:
    """The height that the footer leaves for a page of the story."""
    foot = _foot(style, footer, "Page 888 of 888").height(style.width)
    return style.page[1] - style.top - style.bottom - foot - style.body / 2


def _foot(style: PrintStyle, words: str, number: str) -> Row:
    left = Text((Run(words),), style.body, style.leading(style.body))
    right = Text((Run(number),), style.body, style.leading(style.body))
    return Row((left, right), (0.0, right.natural_width() + 0.01), between=style.body)
