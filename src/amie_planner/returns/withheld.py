"""What is withheld in the tables of a return, and why, in sentences: alike in the window, in Notes and on the cover.

They follow from the tables as these leave, and so tell no more: not which [c] is a small count, nor what stood beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from amie_planner.domain.words import listed
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.table import Table, Value, Withheld, is_withheld

_WHY: dict[Value, str] = {
    RULE.few: f"“{RULE.few}” where a group is too small to say more of it",
    Withheld.CONFIDENTIAL: "[c] where a figure is small or could help to find out about single people",
    Withheld.NOT_AVAILABLE: "[x] where a figure is of too few people, or would tell what is kept back elsewhere",
}
_ROWS_SAID = 4
"""Rows that are named; of more it is said how many figures they are."""


def how_much(tables: Iterable[Table]) -> tuple[int, int]:
    """How many figures are withheld, and how many stand in these tables, with those."""
    figures = [value for table in tables for row in table.rows for value in row if _is_figure(value)]
    return sum(map(is_withheld, figures)), len(figures)


def why_withheld(tables: Iterable[Table]) -> Iterator[str]:
    """A sentence for each table and each sign that stands there in place of figures."""
    for table in tables:
        figures = list(_figures(table))
        for sign, why in _WHY.items():
            if found := [(row, column) for row, column, value in figures if value == sign]:
                yield f"{table.name}: {why}: {_where(table, figures, found)}."


def _is_figure(value: Value) -> bool:
    return type(value) in (int, float) or value == RULE.few or is_withheld(value)


def _figures(table: Table) -> Iterator[tuple[str, str, Value]]:
    """Each figure with what its row is called, and its column."""
    for row in table.rows:
        said = takewhile(lambda cell: not _is_figure(cell[1]), zip(table.columns, row, strict=True))
        words = (value for column, value in said if isinstance(value, str) and value and not column.is_code)
        label = ", ".join(dict.fromkeys(words))
        for column, value in zip(table.columns, row, strict=True):
            if _is_figure(value):
                yield f"“{label}”" if label else "the only row", column.name, value


def _where(table: Table, figures: Sequence[tuple[str, str, Value]], found: Sequence[tuple[str, str]]) -> str:
    """Which rows, where they are few, else how many figures; and in which columns, where figures stand in several."""
    labels = dict.fromkeys(row for row, _ in found)
    if len(labels) > _ROWS_SAID:
        return f"{len(found)} of {len(figures)} figures, in {_columns(table, found)}"
    if len({column for _, column, _ in figures}) == 1:
        return listed(labels)
    return listed(f"{label} ({_columns(table, [one for one in found if one[0] == label])})" for label in labels)


def _columns(table: Table, found: Iterable[tuple[str, str]]) -> str:
    """The columns of these, in the order of the table."""
    names = {name for _, name in found}
    return listed(f"“{column.name}”" for column in table.columns if column.name in names)
