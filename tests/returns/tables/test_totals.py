"""Single figures: what each one counts, blank where nothing is recorded."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of, in_print

from amie_planner.returns.disclosure import shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.table import Draft, People, Sum, Value, Withheld
from amie_planner.returns.tables.totals import totals, unmatched

BORN = {"p1": "2022-10", "p2": "2022-09", "p3": "1990-01", "p4": None}


def made(*sources: Source) -> Draft:
    return totals(facts_of(*sources), TEMPLATE, detailed=True)


def figures(*sources: Source) -> dict[Any, Any]:
    return dict(counted(made(*sources), "What is counted", "Figure"))


def of_sessions(*sessions: dict[str, Any]) -> dict[Any, Any]:
    held = [a_session(f"s{n}", **session) for n, session in enumerate(sessions)]
    return figures(a_source(people=[{"id": "p1"}], sessions=held))


def test_sessions_are_planned_delivered_and_cancelled() -> None:
    found = of_sessions({"status": "delivered"}, {"status": "cancelled"}, {"status": "draft"}, {})
    assert [found[f"Sessions {what}"] for what in ("planned", "delivered", "cancelled")] == [3, 1, 1]


def test_a_draft_that_was_held_was_planned_too() -> None:
    assert of_sessions({"status": "draft", "register": came(p1="present")})["Sessions planned"] == 1


def test_hours_are_added_up_and_rounded_once() -> None:
    register = {"mode": "headcount", "headcount": 2}
    found = of_sessions(*[{"minutes": 20, "register": register}] * 3)
    assert (found["Hours delivered"], found["Contact hours"], found["Attendances"]) == (1.0, 2.0, 6)


def heads(*counted_in: int, minutes: tuple[int, ...]) -> Facts:
    """Sessions in each of which so many came for so many minutes."""
    held = [
        a_session(f"s{n}", minutes=minutes[n], register={"mode": "headcount", "headcount": many})
        for n, many in enumerate(counted_in)
    ]
    return facts_of(a_source(sessions=held))


def shared(facts: Facts) -> dict[Any, Any]:
    """What is said of each figure in what is shared."""
    draft = totals(facts, TEMPLATE)
    return {row[0]: row[1] for row in draft.decided(shareable([draft]).say).rows}


@pytest.mark.parametrize(
    ("came_to_it", "said"), [(0, 0), (3, Withheld.CONFIDENTIAL), (9, Withheld.CONFIDENTIAL), (12, 15)]
)
def test_contact_hours_tell_no_more_of_attendances_than_is_said_of_these(came_to_it: int, said: Value) -> None:
    facts = heads(came_to_it, minutes=(90,))
    assert shared(facts)["Contact hours, estimated"] == said
    found = dict(counted(totals(facts, TEMPLATE, detailed=True), "What is counted", "Figure"))
    assert found["Contact hours"] == 1.5 * came_to_it


def test_contact_hours_that_are_shared_do_not_tell_who_came_to_the_longest_session() -> None:
    few, more = (heads(*[9] * 4, many, minutes=(60, 60, 60, 60, 360)) for many in (3, 6))
    assert shared(few) == shared(more)
    assert shared(few)["Contact hours, estimated"] == 40 * 2


def test_what_is_not_recorded_is_blank_and_said() -> None:
    source = a_source(sessions=[a_session("s1", status="delivered", minutes=None)])
    found = figures(source)
    assert [found[name] for name in ("Hours delivered", "Contact hours", "Attendances")] == [None, None, None]
    notes = made(source).decided(lambda people: people.count).notes
    assert "Hours are without 1 session of which no length is recorded." in notes
    assert "Attendances and contact hours are without 1 session in which no register was taken." in notes


def test_headcounts_are_told_apart() -> None:
    found = of_sessions({"register": {"mode": "headcount", "headcount": 7}}, {"register": came(p1="present")})
    assert (found["Sessions with a headcount alone"], found["Attendances in those sessions"]) == (1, 7)
    assert (found["Unique people"], found["Attendances"]) == (1, 8)


def a_group(uid: str = "u1", codes: dict[str, str] | None = None) -> Source:
    people = [{"id": id, "born": born, "code": (codes or {}).get(id)} for id, born in BORN.items()]
    return a_source(uid, people=people, sessions=[a_session("s1", register=came(**dict.fromkeys(BORN, "present")))])


def test_ages_are_in_the_bands_of_the_template_and_those_not_known_stand_apart() -> None:
    found = figures(a_group())
    names = ("Aged 0 to 4", "Aged 5 to 11", "Aged 12 to 25", "Of another age", "Age not known")
    assert [found[name] for name in names] == [2, 0, 0, 1, 1]
    no_bands = TEMPLATE.revised(bands=())
    assert "Age not known" not in dict(counted(totals(facts_of(a_group()), no_bands), "What is counted", "Figure"))


def test_bands_and_codes_make_up_all_people() -> None:
    totalled = [each for each in made(a_group()).sums if each.total == "all"]
    assert [len(each.parts) for each in totalled] == [2, 5]


def test_a_headcount_does_not_tell_how_many_of_another_session_were_of_each_age() -> None:
    # 55 attendances as printed, 40 of them by heads, leave 19 people at most; 10 and 10 are 16 or more, so each [c] 1.
    born = ("2024-01", *["2019-01"] * 8, *["2012-01"] * 8, "1980-01", None)
    group = [{"id": f"p{n}", "born": day} for n, day in enumerate(born)]
    named = a_session("s1", register=came(**{person["id"]: "present" for person in group}))
    heads = a_session("s2", register={"mode": "headcount", "headcount": 38})
    said = shared(facts_of(a_source(people=group, sessions=[named, heads])))
    assert [said[name] for name in ("Unique people", "Attendances", "Attendances in those sessions")] == [20, 55, 40]
    names = ("Aged 0 to 4", "Aged 5 to 11", "Aged 12 to 25", "Of another age", "Age not known")
    assert [said[name] for name in names] == [Withheld.CONFIDENTIAL] * 5


def test_nobody_has_a_place_without_coming_there() -> None:
    codes = dict.fromkeys(("p1",), "A")
    counts = in_print([made(a_group("u1", codes), a_group("u2", codes))])
    assert (counts["attendances"], counts["attendances|again=all"], counts["attendances|again=places"]) == (8, 1, 0)


def test_places_are_more_than_people_where_somebody_has_two() -> None:
    codes = {"p1": "A"}
    found = figures(a_group("u1", codes), a_group("u2", codes))
    assert (found["Unique people"], found["Places"], found["People without an agreed code"]) == (7, 8, 6)
    assert Sum("places", ("all", "further places")) in [
        Sum(each.total, each.parts) for each in made(a_group("u1", codes), a_group("u2", codes)).sums
    ]
    assert unmatched(facts_of(a_group("u1", codes))) == People("all|code=no", 3)


@pytest.mark.parametrize("sources", [(), (a_source(sessions=[a_session("s1", "2025-01-01")]),)])
def test_nothing_in_the_period_is_no_row(sources: tuple[Source, ...]) -> None:
    assert (made(*sources).rows, made(*sources).sums) == ((), ())


def test_two_people_of_one_code_in_one_programme_are_both_among_those_who_cannot_be_matched() -> None:
    found = made(a_group("u1", {"p1": "A", "p2": " a", "p3": "B"}))
    [row] = [row for row in found.rows if row[0] == "People without an agreed code"]
    assert row[1] == People("all|code=no", 3)
    assert "somebody else of their programme has" in str(row[2])
