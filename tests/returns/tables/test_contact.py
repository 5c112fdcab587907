"""Contact hours are estimated from what is printed of attendances, and from nothing else."""

from __future__ import annotations

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, facts_of

from amie_planner.returns.disclosure import shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.table import People, Value, Withheld
from amie_planner.returns.tables.contact import estimated
from amie_planner.returns.tables.provision import activities
from amie_planner.returns.tables.totals import totals
from amie_planner.returns.tables.worked_out import Later

ALL, FIRST, SECOND = "attendances", "attendances|programme=1", "attendances|programme=2"


def heads(uid: str, many: int, minutes: int | None, sessions: int = 1) -> Source:
    """Sessions of one length, to each of which as many came."""
    register = {"mode": "headcount", "headcount": many}
    held = [a_session(f"s{n}", minutes=minutes, register=register) for n in range(sessions)]
    return a_source(uid, sessions=held)


SHORT_AND_LONG = facts_of(heads("u1", 20, 30, 6), heads("u2", 10, 120, 2))
"""60 and 40 contact hours."""


def said(facts: Facts, **printed: Value) -> tuple[Value, str]:
    """The estimate and how it was made, by what is printed of all attendances and of those of each programme."""
    of = dict(zip((ALL, FIRST, SECOND), (printed["all"], printed["first"], printed["second"]), strict=True))
    hours, means = estimated(facts)
    assert isinstance(hours, Later)
    assert isinstance(means, Later)
    filled = [later.filled({}, lambda people: of[people.key]) for later in (hours, means)]
    return filled[0], str(filled[1])


def test_attendances_of_each_programme_are_multiplied_by_its_own_hours() -> None:
    hours, means = said(SHORT_AND_LONG, all=140, first=120, second=20)
    assert hours == 60 + 40
    assert "of each programme" in means


@pytest.mark.parametrize("second", [Withheld.CONFIDENTIAL, Withheld.NOT_AVAILABLE, "fewer than 10"])
def test_where_one_programme_is_withheld_its_part_does_not_follow_from_the_sum(second: Value) -> None:
    hours, means = said(SHORT_AND_LONG, all=140, first=120, second=second)
    assert hours == round(140 * (6 * 0.5 + 2 * 2) / 8)
    assert "of each programme" not in means
    assert said(SHORT_AND_LONG, all=Withheld.CONFIDENTIAL, first=120, second=second)[0] == Withheld.CONFIDENTIAL


def test_sessions_of_which_no_length_is_recorded_add_nothing() -> None:
    assert said(facts_of(heads("u1", 20, 30, 6), heads("u2", 10, None)), all=130, first=120, second=10)[0] == 60


def test_nothing_is_estimated_where_nobody_was_counted_or_nothing_has_a_length() -> None:
    assert estimated(facts_of(heads("u1", 20, None)))[0] is None
    assert estimated(facts_of(a_source(sessions=[a_session("s1", status="delivered")])))[0] is None


def in_print(facts: Facts, *beside: str) -> Value:
    """What stands in the totals of what is shared, with these tables beside them."""
    drafts = [totals(facts, TEMPLATE), *(activities(facts, TEMPLATE) for _ in beside)]
    say = shareable(drafts).say
    return next(row[1] for row in drafts[0].decided(say).rows if row[0] == "Contact hours, estimated")


def test_it_is_by_programme_only_where_attendances_of_programmes_are_in_the_same_return() -> None:
    assert in_print(SHORT_AND_LONG, "activities") == 100
    assert in_print(SHORT_AND_LONG) == round(140 * 7 / 8)


def test_attendances_of_programmes_that_no_table_prints_are_not_told_by_the_totals() -> None:
    facts = facts_of(heads("u1", 20, 30, 6), heads("u2", 3, 120))
    say = shareable([totals(facts, TEMPLATE)]).say
    assert say(People(SECOND, 3)) == Withheld.CONFIDENTIAL
    assert say(People(ALL, 123)) == 125
