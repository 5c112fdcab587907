"""The cover of a hub return, to be signed: what it is, for which days and whom, and what every figure in it counts.

It reads a return as it leaves, so it can say no more of anybody than the tables do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.document import Sheet
from amie_planner.documents.house_style import (
    CLEAR,
    PrintStyle,
    bullets,
    heading,
    labelled,
    paragraph,
    section,
    strong,
    table,
)
from amie_planner.documents.pen import to_finish
from amie_planner.documents.person_page import said_lines
from amie_planner.domain.days import near
from amie_planner.domain.vocabulary import Profile
from amie_planner.domain.words import listed
from amie_planner.returns.tables.notes import NOT_FOR_PUBLICATION, symbols, this_return
from amie_planner.returns.workbook import sheets

if TYPE_CHECKING:
    from amie_planner.returns.making import MadeReturn
    from amie_planner.returns.table import Table

FILE_NAME = "return-cover.pdf"
"""What to call the file unless told otherwise: never a title, never a name."""

_SIGNED = "What is recorded of this period is counted here as the definitions below say."
_TO_SIGN = ("Name:", "Role:", "Signature:", "Date:")
_DEFINITIONS = "What is counted"
_ONCE = "A column that stands in several tables, and counts the same there, is explained at the first of them."
_SHAREABLE = "Small counts of people are hidden and others rounded"


def return_cover(made: MadeReturn, organisation: str = "", style: PrintStyle = CLEAR) -> Sheet:
    """The cover with the name of who hands the return in, as it may leave. Nobody else is named but the recipient."""
    label, tables = made.template.label, sheets(made)
    blocks = (
        heading(style, 1, label),
        *_restricted(style, made),
        *said_lines(style, _about(made, organisation)),
        _to_sign(style),
        _tables(style, tables),
        *_sentences(style, "What is hidden and why", made.reasons),
        *_sentences(style, "What is not in it", made.left_out),
        _instead(style, made),
        *_definitions(style, tables),
    )
    exact = made.profile is Profile.EXACT
    footer = NOT_FOR_PUBLICATION.removesuffix(".") if exact else _SHAREABLE
    return Sheet(blocks, style, f"{label}, {_period(made)}", footer)


def _restricted(style: PrintStyle, made: MadeReturn) -> Iterator[Block]:
    if made.profile is Profile.EXACT:
        yield paragraph(style, strong(NOT_FOR_PUBLICATION))


def _about(made: MadeReturn, organisation: str) -> dict[str, str]:
    """What the notes of the return say of it, and from whom it comes; what is blank is left out by who prints it."""
    told = this_return(made.template, made.profile, made.first, made.last, made.recipient, made.reason, made.made_on)
    said = {what: str(value) for _, what, value in told}
    return {
        "From": organisation,
        "Period": f"{_period(made)}, both days included",
        "Made": said.get("Made", ""),
        "Profile": said["Profile"],
        "Recipient": said.get("Recipient", ""),
        "Reason": said.get("Reason", ""),
        "Questions": f"“{said['Template']}”, version {said['Version']}",
        "Made with": said["Made with"],
    }


def _period(made: MadeReturn) -> str:
    return f"{near(made.first, None)} to {near(made.last, None)}"


def _tables(style: PrintStyle, tables: Sequence[Table]) -> Block:
    rows = [(one.name, one.title or one.name, str(len(one.rows))) for one in tables]
    return _with_table(style, "Tables in this return", ("Sheet", "What it holds", "Rows"), rows, (3, 6, 1.2))


def _to_sign(style: PrintStyle) -> Block:
    """Stays together, so that nobody signs a page on which nothing else is said."""
    lines = [one for begun in _TO_SIGN for one in (Gap(style.small * 0.6), to_finish(style, begun))]
    whole = section(style, "Signed", paragraph(style, _SIGNED), *lines)
    return Row((whole,), (0.0,), whole_below=style.page[1])


def _sentences(style: PrintStyle, title: str, said: Sequence[str]) -> Iterator[Block]:
    if said:
        yield section(style, title, Gap(style.small * 0.3), bullets(style, said))


def _definitions(style: PrintStyle, tables: Sequence[Table]) -> Iterator[Block]:
    """Table by table, each heading and row with what it counts; once, at the first, where several say the same."""
    told: dict[tuple[str, str], str] = {}
    for one in tables:
        for what, means in (*_of_columns(one), *_of_rows(one)):
            told.setdefault((what, means), one.name)
    by_table = groupby(told.items(), lambda item: item[1])
    parts = [_of_table(style, name, [what for what, _ in each]) for name, each in by_table]
    if parts:
        first, *others = parts
        about = paragraph(style, _ONCE, size=style.small)
        yield section(style, _DEFINITIONS, about, first)
        yield from others


def _of_columns(one: Table) -> Iterator[tuple[str, str]]:
    """Each heading with what is counted under it, but that under which each row says what it counts."""
    return ((column.name, column.means) for column in one.columns if column.means and not column.of_row)


def _of_rows(one: Table) -> Iterator[tuple[str, str]]:
    """What each row counts, where it says so, by the words that it is called; rows that mean the same as one."""
    columns = list(enumerate(one.columns))
    words = [n for n, column in columns if not column.of_row and all(type(row[n]) is str for row in one.rows)]
    terms = [(row[n], str(row[words[0]])) for n, column in columns if column.of_row and words for row in one.rows]
    for means, rows in groupby(terms, lambda term: term[0]):
        if means:
            yield listed(called for _, called in rows), str(means)


def _of_table(style: PrintStyle, name: str, told: Sequence[tuple[str, str]]) -> Block:
    lines = (labelled(style, what, means, size=style.small) for what, means in told)
    return Stack((Gap(style.small * 0.8), heading(style, 3, name), *lines))


def _instead(style: PrintStyle, made: MadeReturn) -> Block:
    """By which rule figures stand, and what stands where there is none."""
    rule = (paragraph(style, sentence, size=style.small) for sentence in made.rule)
    said = (labelled(style, str(symbol), str(means), size=style.small) for _, symbol, means in symbols())
    return section(style, "In place of a figure", Gap(style.small * 0.3), *rule, Gap(style.small * 0.8), *said)


def _with_table(
    style: PrintStyle, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
) -> Stack:
    return section(style, title, Gap(style.small * 0.4), table(style, heads, rows, shares))
