"""Participant strip: the session for young people in pictures and words, in four ways, to cut out and to move.

Nobody is named on it. Setting up is not on it, for it is over when they come; nor is Plan B.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise

from amie_planner.checks.check import Finding
from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Gap, NewPage
from amie_planner.documents.card_blocks import Framed
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.house_style import PrintStyle, beside, heading, labelled, paragraph, section
from amie_planner.documents.naming import Names
from amie_planner.documents.pages import lay_out
from amie_planner.documents.participant_cards import BETWEEN, LEAST, Cards, of_ours
from amie_planner.documents.structure import Element
from amie_planner.documents.wording import cancelled
from amie_planner.domain.cards import Shown, shown
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity
from amie_planner.domain.symbols import credit
from amie_planner.domain.vocabulary import Kind
from amie_planner.domain.words import day, listed

Board = Callable[[PrintStyle, Sequence[Activity], Plan], Iterator[Block]]

_FINISHED = of_ours("finished", "Finished")
_CHANGES = (of_ours("change", "Something is different"), of_ours("oops", "Oops! A surprise"))
_FEW = 5
_CUT = "Cut along the dashed lines."
_SIZES = ((126, 1.25, 1), (104, 1.1, 1), (84, 1.0, 1), (84, 1.0, 2), (64, 1.0, 2))
"""How wide a symbol among the steps is, in points, how tall a card, of 60 mm, and of which heading its words are."""


def _compose(ways: Sequence[Board], plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    """By the first of the ways in which each board is one page; where none is, by the first of all."""
    footer = f"Names shown: {names} · {credit()}"
    tries = ((*_top(plan, style), *_boards(way, plan, style)) for way in ways)
    usual = next(tries)
    if len(ways) == 1 or _is_a_page_each(usual, style, footer):
        blocks = usual
    else:
        blocks = next((made for made in tries if _is_a_page_each(made, style, footer)), usual)
    told, with_bare = ((*blocks, _for_changes(style, bare=bare)) for bare in (False, True))
    bare = len(lay_out(with_bare, style, footer)) <= len(lay_out(told, style, footer))
    return Sheet(with_bare if bare else told, style, plan.session.title, footer)


def _is_a_page_each(blocks: Sequence[Block], style: PrintStyle, footer: str) -> bool:
    return len(lay_out(blocks, style, footer)) == 1 + sum(isinstance(block, NewPage) for block in blocks)


def _top(plan: Plan, style: PrintStyle) -> Iterator[Block]:
    about = " · ".join(filter(None, (plan.programme.title, day(plan.session.date) if plan.session.date else "")))
    yield heading(style, 1, plan.session.title)
    yield beside(style, about, _CUT, size=style.small)
    yield from cancelled(style, plan)
    yield Gap(BETWEEN / 2)


def _boards(board: Board, plan: Plan, style: PrintStyle) -> Iterator[Block]:
    """One board, or one that begins a page for each of the groups that do different things at the same time."""
    seen = tuple(a for a in plan.activities if not a.skip and a.kind is not Kind.SET_UP)
    groups = dict.fromkeys(a.strand for a in seen if a.strand)
    if len(groups) < 2:
        yield from board(style, seen, plan) if seen else (paragraph(style, "No activity is written down."),)
        return
    for at, group in enumerate(groups):
        yield from (NewPage(),) if at else ()
        yield section(style, group, Gap(BETWEEN), *board(style, tuple(_of_group(seen, group)), plan))


def _of_group(activities: Sequence[Activity], group: str) -> Iterator[Activity]:
    """What a group meets: what all do, its own, and both sides where others part and it is not told where it goes."""
    for parted, together in groupby(activities, key=lambda a: bool(a.strand)):
        run = tuple(together)
        own = tuple(a for a in run if a.strand == group) if parted else ()
        yield from own or run


def _whole(style: PrintStyle, activities: Sequence[Activity], plan: Plan) -> Iterator[Block]:
    """Each card with an empty place of its size beside it, to move the card to when it is done."""
    cards = Cards(style, side=100)
    rows = [
        (
            cards.card(shown(a, plan.pictures), cut=True, cell=Element("TH", scope="Row")),
            cards.empty(cell=Element("TD")),
        )
        for a in activities
    ]
    heads, head = _heads(cards, ("What we do", "Finished"), style.heads[1])
    lines = tuple(one for row in rows for one in (_beside(style, row), Gap(BETWEEN / 2)))
    yield Stack((head, Gap(2), *lines), again=head, element=_table(heads, rows))


def _now_next(style: PrintStyle, activities: Sequence[Activity], plan: Plan) -> Iterator[Block]:
    """Each step with the one after it; what is next becomes now."""
    steps = [*(shown(a, plan.pictures) for a in activities), _FINISHED]
    yield _pairs(Cards(style, side=100), ("Now", "Next"), list(pairwise(steps)))


def _first_then(style: PrintStyle, activities: Sequence[Activity], plan: Plan) -> Iterator[Block]:
    """Two steps at a time, each of them once."""
    steps = [*(shown(a, plan.pictures) for a in activities), _FINISHED]
    pairs = list(zip(steps[::2], steps[1::2], strict=False))
    yield _pairs(Cards(style, side=180, least=LEAST * 1.5), ("First", "Then"), pairs)


def _pairs(cards: Cards, words: tuple[str, str], pairs: Sequence[tuple[Shown, Shown]]) -> Stack:
    """Two cards at a time under their words, each pair inside a line to cut along."""
    style = cards.style
    rows = [tuple(cards.card(one, cell=Element("TD")) for one in pair) for pair in pairs]
    heads, head = _heads(cards, words, style.heads[0])
    tops = (head, *(head.muted() for _ in rows[1:]))
    strips = (
        Framed(Stack((top, Gap(2), _beside(style, row))), 0.0, cut=True) for top, row in zip(tops, rows, strict=True)
    )
    return Stack(tuple(one for strip in strips for one in (strip, Gap(BETWEEN))), element=_table(heads, rows))


def _steps(
    size: tuple[float, float, int], style: PrintStyle, activities: Sequence[Activity], plan: Plan
) -> Iterator[Block]:
    """At most five steps with a number and a box to tick, then that it is finished; what is left out is named."""
    side, tall, level = size
    cards = Cards(style, side, LEAST * tall, level)
    kept = _most_important(activities)
    numbered = enumerate((shown(a, plan.pictures) for a in kept), 1)
    made = [
        *(cards.card(one, cut=True, number=str(n)) for n, one in numbered),
        cards.card(_FINISHED, cut=True, number=""),
    ]
    made += [cards.empty(cut=True)] * (len(made) % 2)
    for pair in zip(made[::2], made[1::2], strict=True):
        yield _beside(style, pair)
        yield Gap(BETWEEN)
    left_out = [shown(a, plan.pictures).word for a in activities if a not in kept]
    if left_out:
        said = labelled(style, "Not on these cards", f"{listed(left_out)}.")
        yield Row((said,), (0.0,), whole_below=style.page[1] / 3)


def _most_important(activities: Sequence[Activity]) -> tuple[Activity, ...]:
    """All where they are few. Else the first, the last, breaks between them, and the longest of what is left.

    Breaks come before what is longer: a stop that is not on the card would lose whoever follows it.
    """
    if len(activities) <= _FEW:
        return tuple(activities)
    between = sorted(activities[1:-1], key=lambda a: (a.kind is not Kind.BREAK, -(a.minutes or 0)))
    kept = {a.id for a in (activities[0], *between[: _FEW - 2], activities[-1])}
    return tuple(a for a in activities if a.id in kept)


def _for_changes(style: PrintStyle, *, bare: bool) -> Block:
    """A card that says that something is different, one for a surprise, and two `bare` ones to draw or write on."""
    cards = Cards(style, side=100)
    rows: tuple[Block, ...] = (_beside(style, tuple(cards.card(one, cut=True) for one in _CHANGES)),)
    if bare:
        rows += (Gap(BETWEEN / 2), _beside(style, (cards.empty(cut=True),) * 2))
    return section(style, "Cards for changes", Gap(BETWEEN / 2), *rows)


def _beside(style: PrintStyle, row: Sequence[Block]) -> Row:
    """Two of a width, which go to the next page together."""
    return Row(tuple(row), (0.0,) * len(row), between=BETWEEN, whole_below=style.page[1])


def _heads(cards: Cards, words: Sequence[str], size: float) -> tuple[tuple[Element, ...], Row]:
    elements = tuple(Element("TH", scope="Column") for _ in words)
    labels = tuple(cards.label(word, size, element) for word, element in zip(words, elements, strict=True))
    return elements, Row(labels, (0.0,) * len(words), between=BETWEEN, keeps_with_next=True)


def _table(heads: tuple[Element, ...], rows: Sequence[Sequence[Block]]) -> Element:
    lines = (Element("TR", tuple(e for cell in row for e in cell.structure())) for row in rows)
    return Element("Table", (Element("THead", (Element("TR", heads),)), Element("TBody", tuple(lines))))


_NOBODY = "It names nobody."
_FOR = "For young people: "

PARTICIPANT_STRIP = Document(
    id="participant-strip",
    label="Participant strip: whole session",
    audience=f"{_FOR}the whole session in pictures and words, to cut out and move to “Finished”. {_NOBODY}",
    names=(Names.NONE,),
    compose=partial(_compose, (_whole,)),
)
NOW_NEXT = Document(
    id="now-next",
    label="Participant strip: now and next",
    audience=f"{_FOR}what is now and what is next, two cards at a time. {_NOBODY}",
    names=(Names.NONE,),
    compose=partial(_compose, (_now_next,)),
)
FIRST_THEN = Document(
    id="first-then",
    label="Participant strip: first and then",
    audience=f"{_FOR}two large cards at a time, first this and then that. {_NOBODY}",
    names=(Names.NONE,),
    compose=partial(_compose, (_first_then,)),
)
STEPS = Document(
    id="steps",
    label="Participant strip: three to five steps",
    audience=f"{_FOR}the most important steps, five at most, with boxes to tick; it says what is left out. {_NOBODY}",
    names=(Names.NONE,),
    compose=partial(_compose, tuple(partial(_steps, size) for size in _SIZES)),
)
