"""Rows and columns of a draft: what the template asks for, and what stands behind the sums."""

from __future__ import annotations

from typing import Any

import pytest

from amie_planner.returns.table import Column, Draft, People, Sum
from amie_planner.returns.tables.drafting import drafted
from amie_planner.returns.templates import ReturnTemplate

COLUMNS = {"who": Column("Who", "Which group"), "girls": Column("Girls", "Some"), "total": Column("Total", "All")}
ROWS = [{"who": "Choir", "girls": People("girls", 3), "total": People("all", 5)}, {"who": "Band"}]
BOYS = People("boys", 2)


def asking(**asked: Any) -> ReturnTemplate:
    table = {"table": "people", "title": "Asked for", **asked}
    return ReturnTemplate.made(id="any", version="1", label="Any", about="Any", source="Us", tables=[table])


def made(**asked: Any) -> Draft:
    sums = [Sum("all", ("girls", "boys"))] * 2
    return drafted(asking(**asked), "people", "People", COLUMNS, ROWS, title="Ours", sums=sums, hidden=[BOYS])


def test_a_template_that_names_no_columns_has_all_of_them_under_our_headings() -> None:
    draft = made()
    assert draft.columns == tuple(COLUMNS.values())
    assert draft.rows == (("Choir", People("girls", 3), People("all", 5)), ("Band", None, None))
    assert draft.title == "Asked for"


def test_the_title_is_ours_where_the_template_does_not_ask_for_the_table() -> None:
    assert made(table="lessons").title == "Ours"


def test_columns_come_in_the_order_and_under_the_headings_of_the_template() -> None:
    draft = made(columns={"total": "Everybody", "who": "Group"})
    assert draft.columns == (Column("Everybody", "All"), Column("Group", "Which group"))
    assert draft.rows[0] == (People("all", 5), "Choir")


@pytest.mark.parametrize(
    ("columns", "unseen"),
    [({}, (BOYS,)), ({"who": "Who", "total": "Total"}, (People("girls", 3), BOYS)), ({"girls": "G"}, ("all", "boys"))],
)
def test_what_a_sum_speaks_of_and_no_row_says_is_unseen_and_a_sum_is_said_once(columns: Any, unseen: Any) -> None:
    (found,) = made(columns=columns).sums
    assert tuple(people.key for people in found.unseen) == tuple(getattr(each, "key", each) for each in unseen)


def test_a_sum_of_what_was_never_counted_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match="girls"):
        drafted(asking(), "people", "People", COLUMNS, (), title="Ours", sums=[Sum("girls", ())])
