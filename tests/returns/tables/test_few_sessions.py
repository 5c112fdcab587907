"""How often somebody came who is taught alone follows neither from their sessions nor from those of everybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, came, facts_of

from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.disclosure import exact, shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.making import made
from amie_planner.returns.table import Table, Value, Withheld
from amie_planner.returns.tables.provision import activities, ensembles
from amie_planner.returns.tables.quality import quality
from amie_planner.returns.tables.totals import totals
from amie_planner.returns.template_file import bundled
from amie_planner.returns.templates import ReturnTemplate

TABLES: dict[str, Any] = {"totals": totals, "activities": activities, "ensembles": ensembles, "quality": quality}


def alone(uid: str, lessons: int, **provision: str) -> Source:
    """One person who came alone to so many lessons."""
    held = [a_session(f"s{n}", register=came(p1="present")) for n in range(lessons)]
    return a_source(uid, people=[{"id": "p1"}], sessions=held, provision={"delivery": "individual", **provision})


def a_choir(sessions: int = 8, **provision: str) -> Source:
    people = [{"id": f"p{n}"} for n in range(20)]
    register = came(**{person["id"]: "present" for person in people})
    held = [a_session(f"s{n}", register=register) for n in range(sessions)]
    return a_source("choir", people=people, sessions=held, provision=provision)


def asking(**tables: dict[str, str]) -> ReturnTemplate:
    asked = [{"table": table, "title": table, "columns": columns} for table, columns in tables.items()]
    return ReturnTemplate.made(**TEMPLATE.model_dump() | {"tables": asked})


EVERYTHING = asking(**{table: {} for table in TABLES})


def shared(facts: Facts, template: ReturnTemplate, is_exact: bool = False) -> dict[str, Table]:
    """Every table of it, as it leaves."""
    drafts = {asked.table: TABLES[asked.table](facts, template) for asked in template.tables}
    said = exact(drafts.values()) if is_exact else shareable(drafts.values())
    return {table: draft.decided(said.say) for table, draft in drafts.items()}


def figures(tables: dict[str, Table]) -> dict[Value, Value]:
    return {row[0]: row[1] for row in tables["totals"].rows}


def of_delivered(tables: dict[str, Table]) -> list[Value]:
    """How many were delivered, by programme."""
    at = [column.name for column in tables["activities"].columns].index("Sessions delivered")
    return [row[at] for row in tables["activities"].rows]


def small_group(uid: str, sessions: int, people: int, **provision: str) -> Source:
    """All of so few people came to each of so many sessions."""
    ids = [f"p{n}" for n in range(people)]
    held = [a_session(f"s{n}", register=came(**dict.fromkeys(ids, "present"))) for n in range(sessions)]
    return a_source(uid, people=[{"id": id} for id in ids], sessions=held, provision={"delivery": "small group"})


TOTALS = ("Sessions planned", "Sessions delivered", "Hours delivered")


@pytest.mark.parametrize(("lessons", "said"), [(3, Withheld.CONFIDENTIAL), (12, 12)])
def test_sessions_of_all_are_given_only_where_those_of_each_are(lessons: int, said: Value) -> None:
    tables = shared(facts_of(a_choir(), alone("u1", lessons)), EVERYTHING)
    assert of_delivered(tables) == [8, said]
    together = 20 if said == 12 else Withheld.NOT_AVAILABLE
    assert [figures(tables)[what] for what in TOTALS] == [together] * 3
    looked_at = {row[0]: row[2:4] for row in tables["quality"].rows}
    per_cent = 0 if said == 12 else Withheld.NOT_AVAILABLE
    assert looked_at["Sessions without a register"] == (together, per_cent)


def test_what_is_exact_says_all_of_it() -> None:
    tables = shared(facts_of(a_choir(), alone("u1", 3)), EVERYTHING, is_exact=True)
    assert (of_delivered(tables), figures(tables)["Sessions delivered"]) == ([8, 3], 11)


def worlds_of_two(totals: tuple[int, float]) -> list[tuple[int, int]]:
    """How often each of two can have come for half an hour and for an hour, by the sessions and hours of both."""
    many, hours = totals
    return [(n, many - n) for n in range(1, many) if n / 2 + (many - n) == hours]


def test_sessions_and_hours_of_several_taught_alone_are_not_told_together_for_they_tell_those_of_each() -> None:
    halves = [a_session(f"s{n}", minutes=30, register=came(p1="present")) for n in range(4)]
    of_halves = a_source("u2", people=[{"id": "p1"}], sessions=halves, provision={"delivery": "individual"})
    tables = shared(facts_of(a_choir(), of_halves, alone("u1", 2)), EVERYTHING)
    assert of_delivered(tables) == [8, Withheld.CONFIDENTIAL, Withheld.CONFIDENTIAL]
    assert worlds_of_two((14 - 8, 12.0 - 8)) == [(4, 2)]
    assert [figures(tables)[what] for what in TOTALS] == [Withheld.NOT_AVAILABLE] * 3


@pytest.mark.parametrize(("lessons", "said"), [(3, Withheld.NOT_AVAILABLE), (12, 20)])
def test_totals_alone_say_no_sessions_that_another_return_withholds_beside_all_others(
    lessons: int, said: Value
) -> None:
    tables = shared(facts_of(a_choir(), alone("u1", lessons)), asking(totals={}))
    assert [figures(tables)[what] for what in TOTALS] == [said] * 3
    assert any("[x]" in note for note in tables["totals"].notes)


def in_groups(uid: str, visits: Sequence[int], **provision: str) -> Source:
    """So many of a group came to each session."""
    ids = [f"p{n}" for n in range(max(visits))]
    held = [a_session(f"s{n}", register=came(**dict.fromkeys(ids[:many], "present"))) for n, many in enumerate(visits)]
    return a_source(uid, people=[{"id": id} for id in ids], sessions=held, provision=provision)


@pytest.mark.parametrize(
    "sources",
    [
        (a_choir(), alone("u1", 3)),
        (a_choir(), small_group("u1", 3, 1)),
        (in_groups("u1", (8, 6, 3)), in_groups("u2", (1, 1, 1, 1, 0, 0, 0))),  # withheld beside the few
        (in_groups("u1", (5, 2)),),  # all are fewer than 10
        (alone("u1", 9),),
        (a_choir(3), in_groups("u1", (6,), delivery="individual"), in_groups("u2", (1, 1, 1, 0, 0, 0))),
    ],
)
@pytest.mark.parametrize("id", ["small-funder", "lessons-grid"])
def test_two_returns_of_the_same_days_tell_no_sessions_that_one_of_them_withholds(
    id: str, sources: tuple[Source, ...]
) -> None:
    facts = facts_of(*sources)
    general, other = (
        {table.name: table for table in made(facts, template, Profile.SHAREABLE).tables}
        for wanted in ("general", id)
        for template in bundled()
        if template.id == wanted
    )
    assert Withheld.CONFIDENTIAL in of_delivered({"activities": general["Activities"]})
    if "Totals" in other:
        said = {row[0]: row[1] for row in other["Totals"].rows}
        assert [said[what] for what in TOTALS] == [Withheld.NOT_AVAILABLE] * 3
    else:
        of = {row[0]: row[1:4] for row in other["Data quality"].rows}
        assert of["Sessions without a register"] == (Withheld.NOT_AVAILABLE,) * 3


@pytest.mark.parametrize(("lessons", "said"), [(3, Withheld.NOT_AVAILABLE), (12, 12)])
def test_totals_of_nothing_but_lessons_alone_are_attendances(lessons: int, said: Value) -> None:
    tables = shared(facts_of(alone("u1", lessons)), asking(totals={}, quality={}))
    assert [figures(tables)[what] for what in TOTALS] == [said] * 3
    assert any("[x]" in note for note in tables["totals"].notes)


@pytest.mark.parametrize(("lessons", "said"), [(3, Withheld.CONFIDENTIAL), (12, 12)])
def test_where_no_attendances_are_asked_for_sessions_are_withheld_by_how_many_they_are(
    lessons: int, said: Value
) -> None:
    template = asking(totals={}, activities={"programme": "Programme", "delivered": "Sessions delivered"})
    tables = shared(facts_of(a_choir(), alone("u1", lessons)), template)
    assert of_delivered(tables) == [8, said]
    assert figures(tables)["Sessions delivered"] == (20 if said == 12 else Withheld.NOT_AVAILABLE)


def test_an_ensemble_for_one_says_no_more_than_activities() -> None:
    tables = shared(facts_of(a_choir(), alone("u1", 3, ensemble="jazz")), EVERYTHING)
    [row] = tables["ensembles"].rows
    assert row[[column.name for column in tables["ensembles"].columns].index("Sessions delivered")] == "[c]"


def headcounts(uid: str, sessions: int, many: int, **provision: str) -> Source:
    """Sessions without a length, to which so many came by headcount."""
    register = {"mode": "headcount", "headcount": many, "estimated": True}
    held = [a_session(f"s{n}", minutes=None, register=register) for n in range(sessions)]
    return a_source(uid, sessions=held, provision=provision)


def test_what_is_counted_of_some_sessions_tells_no_more_than_all_of_them() -> None:
    facts = facts_of(headcounts("u1", 10, 24), headcounts("u2", 3, 1, delivery="individual"))
    tables = shared(facts, EVERYTHING)
    assert of_delivered(tables) == [10, Withheld.CONFIDENTIAL]
    assert figures(tables)["Sessions with a headcount alone"] == Withheld.NOT_AVAILABLE
    looked_at = {row[0]: row[1] for row in tables["quality"].rows}
    sessions = ("Sessions without a register", "Sessions without a length", "Headcounts", "Estimated headcounts")
    assert [looked_at[what] for what in sessions] == [Withheld.NOT_AVAILABLE] * 4
    notes = [note for table in tables.values() for note in table.notes]
    assert "Hours are without some sessions of which no length is recorded." in notes
    assert "Estimated: the headcount of some sessions." in notes
    assert not any("13" in note for note in notes)


def test_performances_of_somebody_who_plays_alone_are_not_told_where_sessions_are_not() -> None:
    held = [a_session(f"s{n}", register=came(p1="present"), audience=10) for n in range(4)]
    provision = {"delivery": "individual", "ensemble": "jazz"}
    [row] = shared(facts_of(a_source(people=[{"id": "p1"}], sessions=held, provision=provision)), EVERYTHING)[
        "ensembles"
    ].rows
    assert row[-2:] == (Withheld.CONFIDENTIAL, 40)


def test_an_ensemble_has_a_row_to_subtract_too() -> None:
    tables = shared(facts_of(a_choir(delivery="ensemble"), alone("u1", 3)), asking(totals={}, ensembles={}))
    assert [figures(tables)[what] for what in TOTALS] == [Withheld.NOT_AVAILABLE] * 3


def test_what_is_exact_says_all_of_it_where_no_attendances_are_asked_for() -> None:
    template = asking(totals={}, activities={"programme": "Programme", "delivered": "Sessions delivered"})
    tables = shared(facts_of(a_choir(), alone("u1", 3)), template, is_exact=True)
    assert (of_delivered(tables), figures(tables)["Sessions delivered"]) == ([8, 3], 11)


def a_class_and_one(lessons: int, minutes: int, changes: int) -> Facts:
    """Ten sessions of a class; somebody came alone to so many of such a length, with so many changes in each."""
    aims = [{"id": "i1", "area": "musical"}]
    changed = [{"id": f"d{n}", "barriers": ["sound-light-sensory"], "verdict": "worked"} for n in range(changes)]
    people = [{"id": f"p{n}"} for n in range(24)]
    register = came(**{person["id"]: "present" for person in people})
    held = [a_session(f"s{n}", register=register, intentions=aims) for n in range(10)]
    told = {"minutes": minutes, "intentions": aims, "adaptations": changed}
    of_one = [a_session(f"s{n}", register=came(p1="present"), **told) for n in range(lessons)]
    return facts_of(
        a_source("class", people=people, sessions=held, provision={"delivery": "whole class"}),
        a_source("alone", people=[{"id": "p1"}], sessions=of_one, provision={"delivery": "individual"}),
    )


@pytest.mark.parametrize("id", ["general", "youth-music"])
def test_a_return_is_the_same_whatever_there_was_for_one_who_is_taught_alone(id: str) -> None:
    [template] = [template for template in bundled() if template.id == id]
    returns = [
        made(a_class_and_one(*of_one), template, Profile.SHAREABLE)
        for of_one in ((1, 60, 0), (2, 60, 0), (2, 30, 0), (2, 30, 3))
    ]
    assert [(each.tables, each.notes) for each in returns] == [(returns[0].tables, returns[0].notes)] * 4


@pytest.mark.parametrize(("sessions", "said"), [(3, Withheld.CONFIDENTIAL), (8, 8)])
def test_a_small_group_to_which_one_person_came_is_as_good_as_one_to_one(sessions: int, said: Value) -> None:
    tables = shared(facts_of(a_choir(), small_group("u1", sessions, 1)), EVERYTHING)
    assert of_delivered(tables) == [8, said]
    together = 16 if said == 8 else Withheld.NOT_AVAILABLE
    assert [figures(tables)[what] for what in TOTALS] == [together] * 3


def test_few_sessions_of_a_group_are_told_where_its_attendances_are_or_it_is_large() -> None:
    assert of_delivered(shared(facts_of(a_choir(), small_group("u1", 3, 4)), EVERYTHING)) == [8, 3]
    beside_few = facts_of(a_choir(2), small_group("u1", 1, 2))
    tables = shared(beside_few, EVERYTHING)
    at = [column.name for column in tables["activities"].columns].index("Attendances")
    assert [row[at] for row in tables["activities"].rows] == [Withheld.CONFIDENTIAL] * 2
    assert of_delivered(tables) == [Withheld.CONFIDENTIAL] * 2
    [general] = [template for template in bundled() if template.id == "general"]
    whole = {table.name: table for table in made(beside_few, general, Profile.SHAREABLE).tables}
    assert of_delivered({"activities": whole["Activities"]}) == [2, Withheld.CONFIDENTIAL]


@pytest.mark.parametrize(("sessions", "said"), [(3, Withheld.NOT_AVAILABLE), (8, 8)])
def test_totals_of_a_small_group_of_one_alone_tell_no_few_sessions(sessions: int, said: Value) -> None:
    tables = shared(facts_of(small_group("u1", sessions, 1)), asking(totals={}))
    assert [figures(tables)[what] for what in TOTALS] == [said] * 3


def a_class_and_a_group(sessions: int, people: int) -> Facts:
    """Ten sessions of a class; so few people came to so few sessions of a small group."""
    return facts_of(a_choir(10, delivery="whole class"), small_group("u1", sessions, people))


@pytest.mark.parametrize("id", ["general", "youth-music"])
def test_a_return_is_the_same_whether_one_or_two_came_to_one_or_two_sessions_of_a_group(id: str) -> None:
    [template] = [template for template in bundled() if template.id == id]
    returns = [made(a_class_and_a_group(*few), template, Profile.SHAREABLE) for few in ((1, 1), (2, 1), (1, 2))]
    assert [(each.tables, each.notes) for each in returns] == [(returns[0].tables, returns[0].notes)] * 3


@pytest.mark.parametrize("people", [1, 2, 3])
@pytest.mark.parametrize("sessions", [1, 2, 3, 4])
def test_totals_tell_few_sessions_of_few_people_just_where_they_tell_attendances(people: int, sessions: int) -> None:
    [template] = [template for template in bundled() if template.id == "small-funder"]
    whole = made(facts_of(small_group("u1", sessions, people)), template, Profile.SHAREABLE)
    said = figures({"totals": next(table for table in whole.tables if table.name == "Totals")})
    are_told = isinstance(said["Attendances"], int)
    assert [said[what] for what in TOTALS] == [sessions if are_told else Withheld.NOT_AVAILABLE] * 3


def test_notes_say_by_the_template_alone_what_may_be_withheld_and_never_by_how_many_sessions_there_were() -> None:
    attendances = asking(activities={"programme": "Programme", "attendances": "Attendances"}, totals={})
    for template in (attendances, EVERYTHING):
        few, more = (
            shared(facts_of(a_choir(), in_groups("u1", (1, 1, 1, *[0] * empty), delivery="ensemble")), template)
            for empty in (0, 3)
        )
        assert [table.notes for table in few.values()] == [table.notes for table in more.values()]
    assert any("Fewer than 5 sessions" in note for note in few["activities"].notes)
    assert any("Fewer than 5 sessions" in note for note in few["ensembles"].notes)


@pytest.mark.parametrize("group", [alone, partial(small_group, people=1)])
def test_why_sessions_are_withheld_is_among_the_reasons_and_only_where_they_are(group: Callable[..., Source]) -> None:
    [general] = [template for template in bundled() if template.id == "general"]
    withheld, given = (made(facts_of(a_choir(), group("u1", many)), general, Profile.SHAREABLE) for many in (3, 12))
    starts = ("A session for one person", "Sessions and hours of all are [x]")
    assert [sum(why.startswith(start) for why in withheld.reasons) for start in starts] == [1, 1]
    assert sum(why.startswith("Changes used are [c]") for why in withheld.reasons) == 1
    assert [row[2] for row in withheld.notes.rows if row[1] == "Withheld"] == list(withheld.reasons)
    assert not any(why.startswith(starts) for why in given.reasons)
    exact_one = made(
        facts_of(a_choir(delivery="ensemble"), group("u1", 3)), general, Profile.EXACT, "A hub", "Its yearly return"
    )
    assert exact_one.reasons == ()
    assert "Ensembles" in [table.name for table in exact_one.tables]
    assert not any("[c]" in note or "[x]" in note for table in exact_one.tables for note in table.notes)


def test_how_many_sessions_is_said_below_a_table_just_where_it_is_said_in_it() -> None:
    few, many = headcounts("u1", 3, 1, delivery="small group"), headcounts("u2", 10, 24)
    enough = headcounts("u1", 3, 30, delivery="small group")

    def noted(*sources: Source, is_exact: bool = False) -> tuple[bool, bool]:
        notes = [note for table in shared(facts_of(*sources), EVERYTHING, is_exact).values() for note in table.notes]
        return any("some sessions" in note for note in notes), any("13 sessions" in note for note in notes)

    assert noted(few, many) == (True, False)
    assert noted(enough, many) == noted(few, many, is_exact=True) == (False, True)
