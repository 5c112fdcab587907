"""Cards on as few pages as hold them whole: each as large as fits, with a line to cut along between neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from amie_planner.documents.arrangement import Row
from amie_planner.documents.blocks import Block, NewPage
from amie_planner.documents.cut_line import CutLine
from amie_planner.documents.document import Sheet
from amie_planner.documents.page_count import count, is_long

Story = tuple[Block, ...]
_HOWEVER_TALL = 1_000_000.0


def on_pages(top: Story, cards: Iterable[Iterable[Block]], sheet: Callable[[Story], Sheet]) -> Story:
    """A story of the cards below `top`, each given in the ways that it can be set, the one to be preferred first.

    The first way that is one page is taken, else the one of fewest pages. `sheet` makes a sheet of a story.
    """
    pages: list[Story] = []
    for ways in cards:
        above = () if pages else top
        card = _fewest_pages(((*above, _whole(way)) for way in ways), sheet)
        if pages and _has_room(pages[-1], card, sheet):
            pages[-1] = (*pages[-1], CutLine(), *card)
        else:
            pages.append(card)
    blocks = [block for page in pages or [top] for block in (NewPage(), *page)]
    return tuple(blocks[1:])


def _whole(card: Block) -> Block:
    return Row((card,), (0.0,), whole_below=_HOWEVER_TALL)


def _fewest_pages(stories: Iterable[Story], sheet: Callable[[Story], Sheet]) -> Story:
    found: list[tuple[int, Story]] = []
    for story in stories:
        made = sheet(story)
        if made.is_one_page() or is_long(made):
            return story
        found.append((count(made), story))
    return min(found, key=lambda one: one[0])[1]


def _has_room(above: Story, card: Story, sheet: Callable[[Story], Sheet]) -> bool:
    """Whether the last page of what stands above has room for a card that is one page at most."""
    both = sheet((*above, CutLine(), *card))
    if both.is_one_page():
        return True
    return sheet(card).is_one_page() and not is_long(both) and count(both) == count(sheet(above))
