"""Contact hours are estimated from what is printed of attendances, and from nothing else."""

from __future__ import annotations

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, came, facts_of

from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.disclosure import RULE, shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.making import made
from amie_planner.returns.table import People, Value, Withheld
from amie_planner.returns.tables.contact import about, estimated
from amie_planner.returns.tables.provision import activities
from amie_planner.returns.tables.totals import totals
from amie_planner.returns.tables.worked_out import Later
from amie_planner.returns.templates import Asked, ReturnTemplate

ALL, FIRST, SECOND = "attendances", "attendances|programme=1", "attendances|programme=2"


def heads(uid: str, many: int, minutes: int | None, sessions: int = 1) -> Source:
    """Sessions of one length, to each of which as many came."""
    register = {"mode": "headcount", "headcount": many}
    held = [a_session(f"s{n}", minutes=minutes, register=register) for n in range(sessions)]
    return a_source(uid, sessions=held)


SHORT_AND_LONG = facts_of(heads("u1", 50, 30, 6), heads("u2", 10, 120, 5))
"""150 and 100 contact hours."""


def said(facts: Facts, **printed: Value) -> tuple[Value, str]:
    """The estimate and how it was made, by what is printed of all attendances and of those of each programme."""
    of = dict(zip((ALL, FIRST, SECOND), (printed["all"], printed["first"], printed["second"]), strict=True))
    hours, means = estimated(facts, TEMPLATE)
    assert isinstance(hours, Later)
    assert isinstance(means, Later)
    filled = [later.filled({}, lambda people: of[people.key]) for later in (hours, means)]
    return filled[0], str(filled[1])


def test_attendances_of_each_programme_are_multiplied_by_its_own_hours() -> None:
    hours, means = said(SHORT_AND_LONG, all=140, first=120, second=20)
    assert hours == 60 + 40
    assert "attendances of each programme" in means


@pytest.mark.parametrize("second", [Withheld.CONFIDENTIAL, Withheld.NOT_AVAILABLE, "fewer than 10"])
def test_where_one_programme_is_withheld_its_part_does_not_follow_from_the_sum(second: Value) -> None:
    hours, means = said(SHORT_AND_LONG, all=140, first=120, second=second)
    assert hours == round(140 * 4 / 6)
    assert "attendances of each programme" not in means
    assert said(SHORT_AND_LONG, all=Withheld.CONFIDENTIAL, first=120, second=second)[0] == Withheld.CONFIDENTIAL


@pytest.mark.parametrize("first", [120, Withheld.CONFIDENTIAL])
def test_an_estimate_says_how_far_it_may_be_off_and_which_of_two_to_quote(first: Value) -> None:
    _, means = said(SHORT_AND_LONG, all=140, first=first, second=20)
    assert means.startswith("Estimated: ")
    assert "off" in means
    assert means.endswith(
        "Another return of the same days may estimate contact hours otherwise: quote the figure of the return that you "
        "hand in. An exact return has the exact figure."
    )


def test_the_notes_say_of_two_estimates_which_to_quote_only_where_there_are_totals() -> None:
    [said] = about(TEMPLATE.revised(tables=[Asked.made(table="totals", title="Any")]))
    assert "how far they may be off is said beside the figure" in said
    assert "quote the figure of the return that you hand in" in said
    assert not list(about(TEMPLATE.revised(tables=[Asked.made(table="people", title="Any")])))


def test_sessions_of_which_no_length_is_recorded_add_nothing() -> None:
    assert said(facts_of(heads("u1", 20, 30, 6), heads("u2", 2, None, 5)), all=130, first=120, second=10)[0] == 60


def test_nothing_is_estimated_where_nobody_was_counted_or_nothing_has_a_length() -> None:
    assert estimated(facts_of(heads("u1", 20, None)), TEMPLATE)[0] is None
    assert estimated(facts_of(a_source(sessions=[a_session("s1", status="delivered")])), TEMPLATE)[0] is None


def asking(*tables: str) -> ReturnTemplate:
    return TEMPLATE.revised(tables=[Asked.made(table=table, title="Any") for table in tables])


def in_print(facts: Facts, *beside: str) -> Value:
    """What stands in the totals of what is shared, with these tables beside them."""
    template = asking("totals", *beside)
    drafts = [totals(facts, template), *(activities(facts, template) for _ in beside)]
    say = shareable(drafts).say
    return next(row[1] for row in drafts[0].decided(say).rows if row[0] == "Contact hours, estimated")


def test_many_short_sessions_of_few_people_do_not_halve_the_hours_of_all() -> None:
    # 461 came: 20 to each of 20 hours, 12 to three half days, and one to each of 25 half hours.
    facts = facts_of(heads("u1", 20, 60, 20), heads("u2", 12, 180, 3), heads("u3", 1, 30, 25))
    assert in_print(facts) == round(460 * 7 / 6)  # 537, truly 520.5; by session it would be 398


def test_it_is_by_programme_only_where_attendances_of_programmes_are_in_the_same_return() -> None:
    assert in_print(SHORT_AND_LONG, "activities") == 250
    assert in_print(SHORT_AND_LONG) == round(350 * 4 / 6)


def test_attendances_of_programmes_that_no_table_prints_are_not_told_by_the_totals() -> None:
    facts = facts_of(heads("u1", 20, 30, 6), heads("u2", 3, 120))
    say = shareable([totals(facts, TEMPLATE)]).say
    assert say(People(SECOND, 3)) == Withheld.CONFIDENTIAL
    assert say(People(ALL, 123)) == 125


def a_class_and_one(lessons: int, minutes: int) -> Facts:
    """Ten hours of a class of 24, and somebody who came alone to so many lessons of one length."""
    people = [{"id": f"p{n}"} for n in range(24)]
    register = came(**{person["id"]: "present" for person in people})
    held = [a_session(f"s{n}", register=register) for n in range(10)]
    alone = [a_session(f"s{n}", minutes=minutes, register=came(p1="present")) for n in range(lessons)]
    return facts_of(
        a_source("u1", people=people, sessions=held),
        a_source("u2", people=[{"id": "p1"}], sessions=alone, provision={"delivery": "individual"}),
    )


WITH_ACTIVITIES = asking("totals", "activities")


def shared(facts: Facts, template: ReturnTemplate = WITH_ACTIVITIES) -> tuple[Value, str]:
    """Contact hours and how they were made, as they are shared in this return."""
    drafts = {"totals": totals(facts, template), "activities": activities(facts, template)}
    say = shareable(drafts[asked.table] for asked in template.tables).say
    [row] = [row for row in drafts["totals"].decided(say).rows if row[0] == "Contact hours, estimated"]
    return row[1], str(row[2])


@pytest.mark.parametrize("lessons", [1, 2, 3, 4])
def test_neither_how_many_nor_how_long_were_the_lessons_of_one_person_follows_from_contact_hours(lessons: int) -> None:
    hours, means = shared(a_class_and_one(lessons, 30))
    assert (hours, means) == shared(a_class_and_one(lessons, 120))
    assert hours == RULE.rounded(240 + lessons)
    assert "not withheld" in means


@pytest.mark.parametrize("lessons", [1, 4, 12])
def test_totals_alone_estimate_as_they_do_beside_rows_for_another_return_of_the_same_days_may_have_these(
    lessons: int,
) -> None:
    hours, means = shared(a_class_and_one(lessons, 120), asking("totals"))
    assert ("not withheld" in means) is (lessons < 5)
    if lessons < 5:
        assert (hours, means) == shared(a_class_and_one(lessons, 120))


def test_where_all_sessions_are_withheld_there_is_nothing_to_take_an_average_of() -> None:
    few = [a_session(f"s{n}", register=came(p1="present")) for n in range(4)]
    pupils = [
        a_source(f"u{n}", people=[{"id": "p1"}], sessions=few, provision={"delivery": "individual"}) for n in "ab"
    ]
    assert shared(facts_of(*pupils))[0] == Withheld.CONFIDENTIAL
    whole = made(facts_of(*pupils), asking("totals"), Profile.SHAREABLE)
    assert sum(why.startswith("Contact hours are [c]") for why in whole.reasons) == 1


def test_a_long_day_to_which_few_came_does_not_tell_how_few_they_were() -> None:
    said_of = {
        in_print(facts_of(heads("u1", 24, 60, 8), heads("u2", 8, 75, 6), heads("u3", few, 360))) for few in (1, 2)
    }
    assert len(said_of) == 1
