"""What a list says: its columns, its people, and what a person should look at before anybody is brought in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amie_planner.domain.edits.class_lists import Listed
from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import dates, formulas, people
from amie_planner.exchange.class_lists.columns import IN_USE, Column, columns
from amie_planner.exchange.class_lists.headings import heading_row, kind_of
from amie_planner.exchange.class_lists.table import Kind, Problem, Row, Table

MOST_NAMED = 3_000_000
"""Characters in all names and groups of a list together: 60 for each of the most people there can be."""
_NAMED_BY = ("forename", "preferred-name", "full-name")


@dataclass(frozen=True)
class ClassList:
    """A list, understood. `heading` is the row of its headings; `passed_over` says why a row holds nobody."""

    heading: int
    columns: tuple[Column, ...]
    people: tuple[Listed, ...]
    passed_over: tuple[tuple[int, str], ...]
    problems: tuple[Problem, ...]


def understood(table: Table, chosen: Mapping[str, str] | None = None) -> ClassList:
    """The people of a list; `chosen` maps headings to fields, over what the headings say. Raises AmieError."""
    chosen = chosen or {}
    at = heading_row(table.rows, chosen)
    if at is None:
        raise AmieError(
            "No row of this list has headings that are known, such as Surname and Forename.",
            "Put a row of headings above the people; on the command line, --map can name them.",
        )
    found = columns([people.plain(cell) for cell in table.rows[at]], chosen)
    _check_widths(table, at)
    everyone, passed_over, halved = _people(table, at, found)
    shown = _shown(table, at, found)
    of_columns = (*_about_names(found, halved), *_about_columns(table, at, shown))
    problems = (*table.problems, *_about_rows(table, at, passed_over), *of_columns)
    return ClassList(at + 1, shown, everyone, passed_over, tuple(sorted(problems, key=lambda p: p.row)))


def _check_widths(table: Table, at: int) -> None:
    """A row with more cells than the headings, in which a delimiter may have been text. Raises AmieError."""
    width = len(table.rows[at])
    for number, row in _below(table, at):
        if any(cell.strip() for cell in row[width:]):
            raise AmieError(
                f"Row {number} has more cells than row {at + 1} has headings, so that they may stand in wrong columns.",
                "Mend that row, or ask for the list as .xlsx.",
            )


def _below(table: Table, at: int) -> Iterator[tuple[int, Row]]:
    return ((n, row) for n, row in enumerate(table.rows, 1) if n > at + 1)


def _people(
    table: Table, at: int, found: tuple[Column, ...]
) -> tuple[tuple[Listed, ...], tuple[tuple[int, str], ...], list[int]]:
    """Everyone, the rows that are passed over, and the rows that have half of a legal name."""
    everyone: list[Listed] = []
    passed_over: list[tuple[int, str]] = []
    halved: list[int] = []
    headings, kinds, said = table.rows[at], _kinds(found), 0
    for number, row in _below(table, at):
        if not any(cell.strip() for cell in row):
            passed_over.append((number, "blank"))
        elif row == headings:
            passed_over.append((number, "the headings again"))
        elif people.is_total(row):
            passed_over.append((number, "a total"))
        elif listed := people.person(cells := people.cells_of(row, number, found), number):
            everyone.append(listed)
            if people.legal_name_is_halved(cells, kinds):
                halved.append(number)
            said += len(listed.name) + len(listed.first) + len(listed.group) + len(listed.school_year)
            if said > MOST_NAMED:
                raise AmieError("This list has far more text in its names than names have.", "Ask for the list again.")
        else:
            passed_over.append((number, "names nobody"))
    return tuple(everyone), tuple(passed_over), halved


def _kinds(found: tuple[Column, ...]) -> dict[str, str]:
    """Whether what a column gives is a legal name or a preferred one, where it is either."""
    in_use = dict.fromkeys(IN_USE.values(), "preferred")
    kinds = {column.gives: kind_of(column.header) or in_use.get(column.gives) for column in found if column.gives}
    return {part: kind for part, kind in kinds.items() if kind}


def _shown(table: Table, at: int, found: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns that have a heading, or something below where one would be."""
    filled = {n for _, row in _below(table, at) for n, cell in enumerate(row) if cell.strip()}
    width = max((n + 1 for n in filled), default=0)
    unnamed = (Column("", None, True, "it has no heading", n) for n in range(len(found), width))
    return tuple(column for column in (*found, *unnamed) if column.header or column.at in filled)


def _about_rows(table: Table, at: int, passed_over: tuple[tuple[int, str], ...]) -> Iterator[Problem]:
    above = [n for n, row in enumerate(table.rows[:at], 1) if any(cell.strip() for cell in row)]
    if above:
        yield Problem(above[0], None, f"{_rows(len(above))} above the headings: passed over.")
    blank = [number for number, why in passed_over if why == "blank"]
    if blank:
        yield Problem(
            blank[0], None, f"{_rows(len(blank))} with nothing in {'it' if len(blank) == 1 else 'them'}: passed over."
        )
    for number, why in passed_over:
        if why != "blank":
            yield Problem(number, None, f"This row {'is ' if why != 'names nobody' else ''}{why}: passed over.")


def _rows(count: int) -> str:
    return f"{count:,} row{'' if count == 1 else 's'}"


def _about_names(found: tuple[Column, ...], halved: list[int]) -> Iterator[Problem]:
    if halved:
        header = next(column.header for column in found if column.gives and kind_of(column.header) == "legal")
        more = f" ({len(halved):,} people, from here on)" if len(halved) > 1 else ""
        words = "Half of a legal name stands here without the other half"
        way = "the full name is made with what they go by. See that it is right."
        yield Problem(halved[0], header, f"{words}{more}: {way}")


def _about_columns(table: Table, at: int, shown: tuple[Column, ...]) -> Iterator[Problem]:
    held = {column.field for column in shown if not column.left_out}
    if not held.intersection(_NAMED_BY):
        yield Problem(at + 1, None, "No column is known to hold what people go by, such as Forename: nobody is found.")
    if table.kind is Kind.SEPARATED:
        yield from formulas.problems(_below(table, at), {column.at: column.header for column in shown})
    for column in shown:
        yield from _marked(table, at, column)
        if column.field == "birth-date":
            cells = [(n, people.plain(row[column.at])) for n, row in _below(table, at) if column.at < len(row)]
            yield from dates.problems(cells, column.header)


def _marked(table: Table, at: int, column: Column) -> Iterator[Problem]:
    for mark in table.marks:
        if mark.column == column.at + 1 and (mark.row > at + 1 or mark.times > 1):
            more = f" ({mark.times:,} cells of this column, from here on)" if mark.times > 1 else ""
            yield Problem(mark.row, column.header, f"{mark.text}{more}.")
