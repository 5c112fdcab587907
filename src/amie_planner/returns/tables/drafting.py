"""How every table becomes a draft: its columns as the template asks for them, and every count that its sums speak of.

Each module of tables has COLUMNS: by the id of a table, its columns by the ids that a template calls them. A draft has
only what the template asks for, under its headings and title: nobody picks or renames a column afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from amie_planner.returns.table import Column, Draft, People, Sum, Value

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

Row = Mapping[str, Value | People]
"""What a row says, by the id of a column; what it does not say is blank."""


def drafted(
    template: ReturnTemplate,
    table: str,
    name: str,
    columns: Mapping[str, Column],
    rows: Iterable[Row],
    *,
    title: str = "",
    notes: Iterable[str] = (),
    sums: Iterable[Sum] = (),
    hidden: Iterable[People] = (),
) -> Draft:
    """A table with the columns that a template asks for, under its headings; all of them where it names none.

    `hidden` are the counts that sums speak of and no row says. What is not printed becomes an unseen part of its sum.
    """
    rows, asked = tuple(rows), template.asked(table)
    wanted = asked.columns if asked and asked.columns else {id: column.name for id, column in columns.items()}
    given = {id: replace(columns[id], name=heading) for id, heading in wanted.items() if id in columns}
    said = tuple(tuple(row.get(id) for id in given) for row in rows)
    printed = {value.key for row in said for value in row if isinstance(value, People)}
    counted = [value for row in rows for value in row.values() if isinstance(value, People)]
    known = {people.key: people for people in (*hidden, *counted)}
    return Draft(
        table=table,
        name=name,
        columns=tuple(given.values()),
        rows=said,
        title=asked.title if asked else title,
        notes=tuple(notes),
        sums=tuple(_with_unseen(each, known, printed) for each in dict.fromkeys(sums)),
    )


def _with_unseen(each: Sum, known: Mapping[str, People], printed: set[str]) -> Sum:
    keys = dict.fromkeys((each.total, *each.parts))
    return replace(each, unseen=tuple(known[key] for key in keys if key not in printed))
