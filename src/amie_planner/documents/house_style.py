"""How our paper looks: page, sizes, and the blocks that every document is made of.

Left-aligned, no italics, no hyphenation, black on white. Every block takes the print style first and a leader's words
as typed; they are cleaned where they are laid out, so no document builds text in any other way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from amie_planner.documents.arrangement import Barred, Flow, Row, Stack
from amie_planner.documents.blocks import Block, Box, Gap, Rule, Text
from amie_planner.documents.cleaning import can_be_set, clean
from amie_planner.documents.lines import Run
from amie_planner.documents.structure import HEADINGS, Element
from amie_planner.documents.time_bar import BarPart, TimeBar, in_words

Part = str | Run
Phrase = Part | tuple[Part, ...]

_SHORT = 7  # a column narrower than so many times the size of its letters cuts ordinary words


@dataclass(frozen=True)
class PrintStyle:
    """Sizes and margins in points. `body` is for reading, `small` for what stands beside it, `heads` for H1 to H3.

    `pitch` is the distance from line to line as a share of the size, `air` a share of the usual white space.
    `id` is what the command line calls the style; a variant of a style keeps it.
    """

    id: str
    name: str
    body: float
    small: float
    heads: tuple[float, float, float]
    clock: float
    page: tuple[float, float] = (595.28, 841.89)
    left: float = 37.0
    right: float = 37.0
    top: float = 30.0
    bottom: float = 22.0
    pitch: float = 1.21
    air: float = 1.0

    @property
    def width(self) -> float:
        """The width of a line."""
        return self.page[0] - self.left - self.right

    def leading(self, size: float) -> float:
        """The distance from line to line at a size."""
        return round(size * self.pitch, 2)

    @property
    def is_narrow(self) -> bool:
        """Whether a line holds so few letters that nothing else should stand beside it."""
        return self.width < 32 * self.body


CLEAR = PrintStyle("clear", "clear print", body=14, small=12, heads=(22, 15, 14), clock=17)
LARGE = PrintStyle("large", "large print", body=18, small=16, heads=(26, 21, 18), clock=20, pitch=1.25)
EASY_READ = PrintStyle(
    "easy-read", "easy read", body=16, small=16, heads=(26, 20, 18), clock=18, left=54, right=54, pitch=1.4, air=1.6
)
STYLES = (CLEAR, LARGE, EASY_READ)
"""Every print style, the usual one first. Nothing in them is under 12, 16 and 14 points."""


def strong(words: str) -> Run:
    """Words in bold."""
    return Run(words, bold=True)


def heading(style: PrintStyle, level: int, words: str) -> Text:
    """A heading of level 1 to 3; it stays with what follows."""
    words = _named(words)
    size = style.heads[level - 1]
    element = Element(HEADINGS[level - 1], title=words)
    return Text((strong(words),), size, style.leading(size), element, keeps_with_next=True)


def _named(words: str) -> str:
    return words if clean(words).strip() else "(no title)"


def paragraph(style: PrintStyle, *parts: Part, size: float | None = None) -> Text:
    """A paragraph, at body size unless told; without a visible word it takes no room and leaves no trace."""
    return _text(style, parts, Element("P"), size or style.body)


def _text(style: PrintStyle, phrase: Phrase, element: Element | None, size: float) -> Text:
    runs = tuple(part if isinstance(part, Run) else Run(part) for part in _parts(phrase))
    if style.is_narrow:
        runs = tuple(_each_label_on_its_line(runs))
    return Text(runs, size, style.leading(size), element)


def _each_label_on_its_line(runs: tuple[Run, ...]) -> Iterator[Run]:
    """One thing a line: the space before a bold label becomes a new line, unless nothing was said before it."""
    said = False
    for run, after in zip_longest(runs, runs[1:]):
        labels = run.text == " " and after is not None and after.bold and after.text.endswith(":")
        yield Run("\n" if said else "") if labels else run
        said = said or bool(run.text.strip())


def labelled(style: PrintStyle, label: str, *parts: Part, size: float | None = None) -> Text:
    """A line that opens with its bold label: "Musical: make a sound on purpose"."""
    return paragraph(style, strong(f"{label}:"), " ", *parts, size=size)


def beside(style: PrintStyle, left: str, right: str, size: float | None = None) -> Row | Stack:
    """Two short paragraphs on one line, one at each end; one under another where lines are short."""
    at_right = paragraph(style, right, size=size)
    if style.is_narrow:
        return Stack((paragraph(style, left, size=size), at_right))
    room = min(at_right.natural_width() + 0.01, style.width / 2)
    return Row((paragraph(style, left, size=size), at_right), (0.0, room), between=style.body)


def section(style: PrintStyle, words: str, *blocks: Block, level: int = 2) -> Stack:
    """A heading over a rule, and what it heads; on a continued page it is repeated with "(continued)"."""
    top = heading(style, level, words)
    rule = (Gap(1), Rule(1.8, keeps_with_next=True), Gap(style.small * 0.2))
    again = replace(top, runs=(strong(f"{_named(words)} (continued)"),))
    repeated = Stack((again, *rule, Gap(style.small * 0.35)), keeps_with_next=True)
    return Stack((Gap(style.small * 0.7 * style.air), top, *rule, *blocks), again=repeated)


def bullets(style: PrintStyle, items: Sequence[Phrase], size: float | None = None) -> Stack:
    """A list, one item under another."""
    rows = tuple(_item(style, "•", item, size or style.body) for item in items if _says(item))
    return Stack(rows, element=_list(rows, "Disc"))


def check_list(style: PrintStyle, items: Sequence[Phrase], size: float | None = None) -> Flow:
    """A list of boxes to tick, beside one another where they fit."""
    rows = tuple(_item(style, "☐", item, size or style.body) for item in items if _says(item))
    return Flow(rows, between=style.body * 1.2, element=_list(rows, "Square"))


def _says(phrase: Phrase) -> bool:
    return any(clean(part.text if isinstance(part, Run) else part).strip() for part in _parts(phrase))


def _item(style: PrintStyle, mark: str, phrase: Phrase, size: float) -> Row:
    label = _text(style, mark, Element("Lbl"), size)
    body = _text(style, phrase, Element("LBody"), size)
    return Row((label, body), (label.natural_width() + size * 0.4, 0.0), whole_below=style.page[1] / 3)


def _list(rows: tuple[Row, ...], numbering: str) -> Element:
    return Element("L", tuple(Element("LI", row.structure()) for row in rows), numbering=numbering)


def adaptation(style: PrintStyle, who: str, *parts: Part, size: float | None = None) -> Barred:
    """What changes for somebody, behind a heavy rule: who it is for, then what, who sees to it, kit and fallback."""
    return Barred(labelled(style, who, *parts, size=size), weight=3.0, indent=9.0)


def scribble(style: PrintStyle) -> Box:
    """A dashed box to write in, as tall as the row it stands in."""
    return Box(style.body * 2.4)


def entry(
    style: PrintStyle, clock: str, length: str, title: str, *blocks: Block, writing_room: float = 0.0, sign: str = ""
) -> Stack:
    """One activity of a running order: time and length at the left, title and blocks beside them, a rule below.

    Read aloud it is one H3 ("10:05 6 min Hello song"), then the blocks. `writing_room` is how wide a box to write in
    stands at the right, in points, or below where lines are short; 0 for none. `sign` is a character that pictures the
    activity: easy read shows it large. Continued on another page, the time and title are repeated.
    """
    name = _named(title)
    head = Element("H3", title=f"{clock} {name}".strip())
    size = style.heads[2]
    words = Text((strong(name),), size, style.leading(size), head, keeps_with_next=True)
    again = replace(words, runs=(strong(f"{clock} {name} (continued)".strip()),))
    side, baseline = _side(style, clock, length, sign, head)
    level = Gap(max(baseline - words.baseline, 0.0))
    box = _box_to_write_in(style) if writing_room and style.is_narrow else ()
    body = Stack((level, words, *_spaced((*blocks, *box), style.air)), again=again)
    cells = (side, body, scribble(style)) if writing_room and not box else (side, body)
    widths = (style.clock * 3.6, 0.0, writing_room)[: len(cells)]
    row = Row(cells, widths, between=style.small, whole_below=style.page[1] / 3)
    return Stack((Gap(style.small * 0.35 * style.air), row, Gap(style.small * 0.4 * style.air), Rule(0.7)))


def _side(style: PrintStyle, clock: str, length: str, sign: str, head: Element) -> tuple[Row, float]:
    """What stands at the left of an entry, and how far below its top the clock stands where nothing is above it.

    It stays whole: divided, its words would be read amid those of a title that goes on to another page.
    """
    at = Text((strong(clock),), style.clock, style.leading(style.clock), head)
    lasts = Text((Run(length),), style.small, style.leading(style.small), head)
    large = style.body * 2.2
    pictured = style.id == EASY_READ.id and sign and can_be_set(sign)
    pictures = (Text((Run(sign),), large, large * 1.2, head),) if pictured else ()
    whole = Row((Stack((*pictures, at, lasts)),), (0.0,), whole_below=style.page[1])
    return whole, 0.0 if pictured else at.baseline


def _box_to_write_in(style: PrintStyle) -> tuple[Block, ...]:
    return (Gap(style.small * 0.3), Row((scribble(style),), (0.0,), whole_below=style.page[1] / 3))


def _spaced(blocks: Sequence[Block], air: float) -> tuple[Block, ...]:
    """The blocks that say something with a breath between them, more at one behind a rule."""
    blocks = [block for block in blocks if not isinstance(block, Text) or block.words().strip()]
    ruled = [isinstance(block, Barred) for block in blocks]
    gaps = [5.0 * air if now or before else 1.0 for now, before in zip(ruled, [False, *ruled], strict=False)]
    return tuple(one for gap, block in zip(gaps, blocks, strict=True) for one in (Gap(gap), block))


def time_bar(style: PrintStyle, parts: Sequence[BarPart], planned: int) -> TimeBar:
    """The minutes to scale, as a figure whose alternative text says the same."""
    return TimeBar(tuple(parts), planned, style.small, Element("Figure", alt=in_words(parts, planned)))


def table(
    style: PrintStyle, headers: Sequence[Phrase], rows: Sequence[Sequence[Phrase]], shares: Sequence[float]
) -> Stack:
    """A table whose first row heads the columns and whose first cells head the rows; headers repeat on each page.

    `shares` are the widths of the columns, relative to one another. Where lines are short and a column would be too,
    each row becomes lines one under another, each with its header. Raises ValueError for a row of another length.
    """
    between = style.small
    unit = (style.width - between * (len(shares) - 1)) / sum(shares)
    widths = tuple(share * unit for share in shares)
    if style.is_narrow and min(widths) < _SHORT * style.small:
        return Stack(tuple(block for row in rows for block in _in_lines(style, headers, row)))
    columns = _cells(style, headers, [Element("TH", scope="Column") for _ in headers], widths)
    top = replace(columns, keeps_with_next=True)
    body = [_cells(style, row, [Element("TH", scope="Row"), *(Element("TD") for _ in row[1:])], widths) for row in rows]
    element = Element(
        "Table",
        (
            Element("THead", (Element("TR", top.structure()),)),
            Element("TBody", tuple(Element("TR", row.structure()) for row in body)),
        ),
    )
    head = (top, Gap(3), Rule(1.4, keeps_with_next=True), Gap(4))
    keeps = [at == len(body) - 2 for at in range(len(body))]  # so that no page has but one row at its head
    lines = tuple(
        one
        for row, stays in zip(body, keeps, strict=True)
        for one in (replace(row, keeps_with_next=stays), Gap(4), Rule(0.5, keeps_with_next=stays), Gap(4))
    )
    return Stack((*head, *lines), again=Stack(head, keeps_with_next=True), element=element)


def _in_lines(style: PrintStyle, headers: Sequence[Phrase], row: Sequence[Phrase]) -> Iterator[Block]:
    """A row of a table as lines that stand together."""
    first = paragraph(style, *_bold(row[0]), size=style.small)
    cells = zip(headers[1:], row[1:], strict=True)
    rest = (paragraph(style, *_bold(name), strong(":"), " ", *_parts(cell), size=style.small) for name, cell in cells)
    yield Gap(style.small * 0.5)
    yield Row((Stack((first, *rest)),), (0.0,), whole_below=style.page[1] / 3)
    yield Gap(style.small * 0.4)
    yield Rule(0.5)


def _cells(style: PrintStyle, row: Sequence[Phrase], elements: Sequence[Element], widths: tuple[float, ...]) -> Row:
    cells = tuple(
        _text(style, _bold(phrase) if element.kind == "TH" else phrase, element, style.small)
        for phrase, element in zip(row, elements, strict=True)
    )
    return Row(cells, widths, between=style.small, whole_below=style.page[1] / 3)


def _bold(phrase: Phrase) -> tuple[Part, ...]:
    return tuple(strong(part.text if isinstance(part, Run) else part) for part in _parts(phrase))


def _parts(phrase: Phrase) -> tuple[Part, ...]:
    return phrase if isinstance(phrase, tuple) else (phrase,)
