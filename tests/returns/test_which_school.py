"""Which school is which over several programmes, and what it is called."""

from __future__ import annotations

import pytest
from tests.returns.planners import a_source, facts_of

from amie_planner.domain.records import School
from amie_planner.returns.which_school import names, places_of_schools

HILL = {"name": "Hill", "urn": "123456"}


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (HILL, {"name": "Beck", "urn": "123 456 "}, True),
        (HILL, {"urn": "123456"}, True),
        (HILL, {"name": "Hill", "urn": "123457"}, False),
        (HILL, {"name": "Hill"}, False),
        ({"name": "St. Hilda’s"}, {"name": "st hildas"}, True),
        ({"name": "Hill"}, {"name": "Hills"}, False),
        ({"name": "…"}, {"name": "—"}, False),
        ({}, {}, False),
    ],
)
def test_a_number_tells_and_where_there_is_none_a_name(
    first: dict[str, str], second: dict[str, str], is_one: bool
) -> None:
    facts = facts_of(*(a_source(f"u{n}", schools=[{"id": "x", **each}]) for n, each in enumerate((first, second))))
    which, held = places_of_schools(facts)
    assert (which["u0", "x"] == which["u1", "x"]) is is_one
    assert [len(places) for places in held] == ([2] if is_one else [1, 1])


def test_names_are_each_there_once_as_the_first_writes_them() -> None:
    written = ("Hill  Infants", "Beck Lane", None, "HILL INFANTS.", "Beck Lane")
    schools = [School.made(id=str(n), name=name) for n, name in enumerate(written)]
    assert names(schools) == ("Hill Infants", "Beck Lane")
