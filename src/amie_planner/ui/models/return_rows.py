"""All there is to see of a return that is worked out: its tables row by row, warnings, what to mend, targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from operator import itemgetter

from amie_planner.domain import words
from amie_planner.domain.days import near
from amie_planner.domain.vocabulary import Profile
from amie_planner.domain.words import listed
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.releases import LedgerWarning, figures_said, release_words, warned_words
from amie_planner.returns.table import WITHHELD, Column, Table, Value, Withheld
from amie_planner.returns.tables.targets import Target
from amie_planner.returns.template_file import bundled
from amie_planner.returns.withheld import how_much
from amie_planner.ui.models.reports import Ready

_MOST_WORDS = 3
"""Texts at the beginning of a row that say what it is about."""
_MUCH = 4
"""It is much where one figure in so many is withheld."""
_TOO_FEW = f"groups of fewer than {RULE.smallest_group} people are not broken down"
_COULD_TELL = "small counts could be worked out from the others"
_INSTEAD = (
    "Choose a longer period, more programmes or a return with fewer tables, "
    "or ask whether the hub may have exact figures."
)
_FEW = f"a group of fewer than {RULE.smallest_group} people, of whom no more is said"
_EACH_ROW = (
    "Whoever has both can subtract one from the other. Each earlier return stands below, with what helps; after it the "
    "figures of this one, table by table."
)
_SAID = {
    Withheld.CONFIDENTIAL: "withheld",
    Withheld.NOT_AVAILABLE: "withheld",
    Withheld.NOT_APPLICABLE: "does not apply",
}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of a list: what it is about, and what is said of it, as sentences that a screen reader can follow."""

    id: str
    text: str
    below: str = ""

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.text, self.below) if part)


def table_rows(ready: Ready) -> tuple[ReportRow, ...]:
    """Every table that will leave, as its sheet is called, with how much of it is withheld; notes are no figures."""
    notes, *tables = ready.sheets
    rows = (ReportRow(table.name, table.name, _about(table)) for table in tables)
    return (ReportRow(notes.name, notes.name, _count(len(notes.rows), "row")), *rows)


def _about(table: Table) -> str:
    withheld, figures = how_much((table,))
    if withheld:
        return f"{withheld:,} of {_count(figures, 'figure')} withheld"
    return _count(len(table.rows), "row")


def first_with_figures(ready: Ready) -> int:
    """The place of the first table of which a leader would look at the figures: after the notes."""
    return next((n for n, table in enumerate(ready.sheets) if n and how_much((table,))[1]), 0)


def title_of(ready: Ready, at: int) -> str:
    """What a table is called, and the sentence that heads it."""
    table = ready.sheets[at]
    return f"{table.name}: {table.title}" if table.title not in ("", table.name) else table.name


def much_withheld(ready: Ready) -> str:
    """Where much of it is withheld: how much, the reasons, and what a leader can do. Else nothing."""
    withheld, figures = how_much(ready.made.tables)
    if ready.wanted.profile is Profile.EXACT or withheld * _MUCH < figures or not withheld:
        return ""
    few = any(value == RULE.few for table in ready.made.tables for row in table.rows for value in row)
    why = f"{_TOO_FEW}, or {_COULD_TELL}" if few else _COULD_TELL
    are = "is" if withheld == 1 else "are"
    return f"{withheld:,} of {_count(figures, 'figure')} {are} withheld: {why}. {_INSTEAD}"


def rows_of(ready: Ready, at: int) -> tuple[ReportRow, ...]:
    """What a table says, as it will leave: what stands in place of figures, each row, then what each figure means."""
    table = _without_codes(ready.sheets[at])
    naming = _naming(table)
    rows = [_row(n, table.columns, row, naming) for n, row in enumerate(table.rows)]
    why = tuple(_instead_of_figures(table)) if at else ()  # the notes have a legend of their own
    if why:
        rows.insert(0, ReportRow("why", "What stands here in place of figures", "\n".join(why)))
    below = "\n".join((*table.notes, *(f"{one.name}: {one.means}" for one in table.columns if one.means)))
    return (*rows, ReportRow("means", "What each figure means", below)) if below else tuple(rows)


def _without_codes(table: Table) -> Table:
    """The table as it is read: what stands in codes stands in words beside them."""
    kept = [n for n, column in enumerate(table.columns) if not column.is_code]
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=rows)


def _instead_of_figures(table: Table) -> Iterator[str]:
    """Each sign that stands in place of a figure, in which columns, and what it means."""
    for sign, means in ((RULE.few, _FEW), *WITHHELD.items()):
        where = [one.name for n, one in enumerate(table.columns) if any(_is(row[n], sign) for row in table.rows)]
        if where:
            said = sign if isinstance(sign, Withheld) else f"“{sign}”"
            yield f"{said} in {_quoted(where)}: {means}"


def _quoted(names: Iterable[str]) -> str:
    return listed(f"“{name}”" for name in names)


def _is(value: Value, sign: Value) -> bool:
    """Whether it is this sign, and no text that only mentions it."""
    return type(value) is type(sign) and value == sign


def _naming(table: Table) -> int:
    """How many of the first columns say what a row is about: words wherever they apply, before any figure."""
    for n in range(min(_MOST_WORDS, len(table.columns) - 1)):
        if not all(_is_word(row[n]) for row in table.rows):
            return n
    return min(_MOST_WORDS, len(table.columns) - 1)


def _is_word(value: Value) -> bool:
    return value in (None, Withheld.NOT_APPLICABLE) or (type(value) is str and value != RULE.few)


def _row(n: int, columns: Sequence[Column], row: Sequence[Value], naming: int) -> ReportRow:
    nothing = (None, "", Withheld.NOT_APPLICABLE)
    title = ", ".join(str(value) for value in row[:naming] if value not in nothing) or f"Row {n + 1}"
    rest = [(c, v) for c, v in zip(columns[naming:], row[naming:], strict=True) if v not in nothing]
    alone = len(columns) - naming == 1 and not columns[-1].means
    said = [_said(value) if alone else f"{column.name}: {_said(value)}" for column, value in rest]
    if beside := [c.name for c, v in zip(columns, row, strict=True) if _is(v, Withheld.NOT_APPLICABLE)]:
        said.append(f"{_said(Withheld.NOT_APPLICABLE)}: {_quoted(beside)}")
    return ReportRow(f"row/{n}", title, " · ".join(said))


def _said(value: Value) -> str:
    if isinstance(value, Withheld):
        return f"{value} {_SAID[value]}"
    if type(value) in (int, float):
        return f"{value:,}"
    return words.day(value) if isinstance(value, date) else str(value)


def warning_rows(ready: Ready) -> tuple[ReportRow, ...]:
    """How much is warned of; each earlier return, with its figures table by table; and which need not be."""
    called = {each.id: each.label for each in (*bundled(), ready.wanted.template)}
    rows = [ReportRow("all", warned_words(ready.warnings), _EACH_ROW)] if ready.warnings else []
    for n, one in enumerate(ready.warnings):
        rows += _warned(ready, n, one, called)
    for n, release in enumerate(ready.held):
        said = f"{release_words(release, called)}: with exact counts of both, nothing is left to work out."
        rows.append(ReportRow(f"held/{n}", "Not warned of, for its recipient has the exact figures", said))
    return tuple(rows)


def _warned(ready: Ready, n: int, one: LedgerWarning, called: Mapping[str, str]) -> Iterator[ReportRow]:
    place = f" {n + 1} of {len(ready.warnings)}" if len(ready.warnings) > 1 else ""
    title = f"Earlier return{place}, made on {near(one.release.made_on, None)}: {figures_said(len(one.counts))}"
    yield ReportRow(f"warning/{n}", title, one.words(called))
    titles = {asked.table: asked.title for asked in ready.wanted.template.tables}
    words = dict(zip(ready.made.figures, ready.made.called, strict=True))
    for table, each in groupby(one.counts, lambda figure: figure.table or ""):
        figures = tuple(each)
        lines = groupby((words[figure] for figure in figures), itemgetter(0))
        below = "\n".join(_in_a_line(row, [column for _, column in columns]) for row, columns in lines)
        title = f"{titles.get(table, 'Notes')}: {figures_said(len(figures))}"
        yield ReportRow(f"warning/{n}/{table}", title, below)


def _in_a_line(row: str, columns: Sequence[str]) -> str:
    """A row of a table, and of which of its columns it is spoken."""
    return ": ".join(filter(None, (row, _quoted(column for column in dict.fromkeys(columns) if column))))


def missing_rows(ready: Ready) -> tuple[ReportRow, ...]:
    """What to mend, by its place among what is missing."""
    return tuple(ReportRow(str(n), found.words) for n, found in enumerate(ready.missing))


def target_rows(ready: Ready) -> tuple[ReportRow, ...]:
    """What was agreed beside what came of it, programme by programme."""
    by: dict[str, list[Target]] = {}
    for target in ready.targets:
        by.setdefault(target.programme, []).append(target)
    return tuple(
        ReportRow(programme, each[0].title, " · ".join(target.words for target in each))
        for programme, each in by.items()
    )


def _count(many: int, what: str) -> str:
    return f"{many:,} {what}{'' if many == 1 else 's'}"
