"""The team by role and pay alone, changes by barrier, intentions by area, and views by how they were gathered."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of

from amie_planner.returns.disclosure import shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.table import Value, Withheld
from amie_planner.returns.tables.provision import activities
from amie_planner.returns.tables.work import adaptations, outcomes, voice, workforce
from amie_planner.returns.templates import Asked

DELIVERED = {"status": "delivered"}


def a_programme(uid: str = "u1", session: dict[str, Any] | None = None, **parts: Any) -> Source:
    """A programme with one delivered session of the period, and these parts."""
    sessions = [a_session("s1", **DELIVERED, **(session or {}))]
    return Source(a_series(**{"programme": {"uid": uid, "title": "Sounds"}, "sessions": sessions, **parts}))


def a_team(*members: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": f"t{n}", **member} for n, member in enumerate(members)]


LEAD = {"name": "Ada Ray", "role": "Leader", "pay": "paid"}
HELPER = {"name": "Bo", "role": "Support worker", "pay": "volunteer"}


def test_a_team_is_told_by_role_and_pay_and_a_name_counts_once_over_programmes():
    again = {"name": "ada  ray", "role": "Leader", "pay": "paid"}
    facts = facts_of(a_programme("u1", team=a_team(LEAD, HELPER)), a_programme("u2", team=a_team(again, {}, {})))
    assert counted(workforce(facts, TEMPLATE)) == [
        ("Leader", "Paid", 1),
        ("Role not noted", "Not noted", 2),
        ("Support worker", "Volunteer", 1),
    ]


def test_young_leaders_are_young_people_and_counted_as_such():
    young = [{"name": f"N{n}", "role": "Drums", "young_leader": True} for n in range(3)]
    draft = workforce(facts_of(a_programme(team=a_team(LEAD, *young))), TEMPLATE)
    assert counted(draft) == [("Leader", "Paid", 1), ("Young leader", "Young leader, paid or not", 3)]
    assert draft.decided(shareable([draft]).say).rows[1][-1] == Withheld.CONFIDENTIAL


def test_whoever_is_there_as_a_trainee_takes_part_as_one_unless_something_else_is_noted():
    team = a_team({"role": "Trainee"}, {"role": "apprentice "}, {"role": "Trainee", "pay": "paid"})
    assert counted(workforce(facts_of(a_programme(team=team)), TEMPLATE)) == [
        ("Trainee", "Paid", 1),
        ("Trainee", "Trainee", 1),
        ("apprentice", "Trainee", 1),
    ]


def test_a_role_that_holds_a_name_is_not_said_and_who_only_plans_is_not_there():
    named = a_programme("u1", team=a_team({"name": "Zarquonia Ray", "role": "Zarquonia’s assistant"}))
    planned = a_programme("u2", team=a_team(LEAD), sessions=[a_session("s1", status="planned")])
    assert counted(workforce(facts_of(named, planned), TEMPLATE)) == [("Another role", "Not noted", 1)]


def changes(*, cancelled: bool = False) -> Facts:
    made = [
        {"id": "d1", "barriers": ["getting-here"], "verdict": "worked", "then": "keep"},
        {"id": "d2", "barriers": ["getting-here"], "requirements": ["r1", "r2"], "verdict": "partly", "then": "change"},
        {"id": "d3", "requirements": ["r1"], "verdict": "not", "then": "stop"},
        {"id": "d4", "requirements": ["r1"], "verdict": "not used"},
        {"id": "d5"},
    ]
    status = {"status": "cancelled" if cancelled else "planned"}
    return facts_of(
        a_programme(
            people=[{"id": "p1", "requirements": [{"id": "r1", "barrier": "feeling-safe"}, {"id": "r2"}]}],
            sessions=[
                a_session("s1", **DELIVERED, adaptations=made[:4]),
                a_session("s2", **status, adaptations=made[4:]),
            ],
        )
    )


def test_changes_are_counted_by_what_was_in_the_way_and_how_they_went():
    draft = adaptations(changes(), TEMPLATE, detailed=True)
    headings = [column.name for column in draft.columns[1:]]
    rows = {row[0]: dict(zip(headings, row[1:], strict=True)) for row in counted(draft)}
    assert list(rows) == ["Getting here", "Feeling safe", "No barrier named"]
    assert {name: many for name, many in rows["Feeling safe"].items() if many} == {
        "Times planned": 3, "Times used": 2, "Partly worked": 1, "Did not work": 1, "Not used": 1, "Changed": 1,
        "Stopped": 1,
    }  # fmt: skip
    assert {name: many for name, many in rows["Getting here"].items() if many} == {
        "Times planned": 2, "Times used": 2, "Worked": 1, "Partly worked": 1, "Kept": 1, "Changed": 1,
    }  # fmt: skip
    assert (rows["No barrier named"]["Times planned"], rows["No barrier named"]["Nothing noted"]) == (1, 1)


def test_what_was_planned_is_made_up_of_how_it_went():
    draft = adaptations(changes(), TEMPLATE, detailed=True)
    went = ("Worked", "Partly worked", "Did not work", "Not used", "Nothing noted")
    for planned, *each in counted(draft, "Times planned", *went):
        assert sum(each) == planned
    for used, *each in counted(draft, "Times used", *went[:3]):
        assert sum(each) == used


def test_changes_of_a_cancelled_session_were_not_planned_for_anybody():
    assert [row[0] for row in counted(adaptations(changes(cancelled=True), TEMPLATE, detailed=True))] == [
        "Getting here",
        "Feeling safe",
    ]


def a_group(uid: str, many: int, barrier: str, **provision: str) -> Source:
    """So many who came, and a change that was used for one barrier."""
    people = [{"id": f"p{n}"} for n in range(many)]
    made = [{"id": "d1", "barriers": [barrier], "verdict": "worked"}]
    session = a_session("s1", register=came(**{person["id"]: "present" for person in people}), adaptations=made)
    return a_source(uid, people=people, sessions=[session], provision=provision)


NOT_SAID = "Not said: programmes of fewer than 10 people"


def used(*sources: Source, detailed: bool = False) -> list[tuple[Value, ...]]:
    """What was in the way, and how often a change for it was used."""
    return counted(adaptations(facts_of(*sources), TEMPLATE, detailed=detailed), "What was in the way", "Times used")


def test_what_is_in_the_way_of_the_only_one_in_a_programme_is_not_told() -> None:
    of_one, of_many = a_group("u1", 1, "sound-light-sensory"), a_group("u2", 12, "getting-here")
    assert used(of_one) == [(NOT_SAID, Withheld.CONFIDENTIAL)]
    assert used(of_one, of_many) == [("Getting here", 1), (NOT_SAID, Withheld.CONFIDENTIAL)]
    exactly = [("Getting here", 1), ("Sound, light and the senses", 1)]
    assert used(of_one, of_many, detailed=True) == exactly


def test_programmes_of_few_people_are_told_together_where_these_are_many_but_not_what_was_in_the_way() -> None:
    small = (a_group("u1", 4, "sound-light-sensory"), a_group("u2", 6, "getting-here"))
    assert used(*small, a_group("u3", 12, "getting-here")) == [("Getting here", 1), (NOT_SAID, 2)]
    assert [note for note in adaptations(facts_of(*small), TEMPLATE).notes if "What was in the way is not said" in note]


def test_whether_there_were_changes_in_a_programme_of_few_people_is_not_told() -> None:
    people = [{"id": "p1"}]
    none = a_source("u1", people=people, sessions=[a_session("s1", register=came(p1="present"))])
    assert used(none) == used(a_group("u1", 1, "getting-here"))


def test_a_class_of_which_only_heads_were_counted_is_of_as_many_as_came_to_a_session() -> None:
    def of_heads(many: int) -> Source:
        made = [{"id": "d1", "barriers": ["getting-here"], "verdict": "worked"}]
        held = a_session("s1", register={"mode": "headcount", "headcount": many}, adaptations=made)
        return a_source(sessions=[held])

    assert used(of_heads(30)) == [("Getting here", 1)]
    assert used(of_heads(9)) == [(NOT_SAID, Withheld.CONFIDENTIAL)]


@pytest.mark.parametrize(("lessons", "said"), [(2, Withheld.NOT_AVAILABLE), (12, 22)])
def test_sessions_by_area_tell_no_more_than_all_sessions_of_one_who_is_taught_alone(lessons: int, said: Value) -> None:
    def lessons_of(uid: str, many: int, sessions: int, **provision: str) -> Source:
        people = [{"id": f"p{n}"} for n in range(many)]
        aimed = {"intentions": [{"id": "i1", "area": "social"}]}
        register = came(**{person["id"]: "present" for person in people})
        held = [a_session(f"s{n}", register=register, **aimed) for n in range(sessions)]
        return a_source(uid, people=people, sessions=held, provision=provision)

    template = TEMPLATE.revised(tables=[Asked.made(table=id, title="Any") for id in ("activities", "outcomes")])
    facts = facts_of(lessons_of("u1", 24, 10), lessons_of("u2", 1, lessons, delivery="individual"))
    drafts = [outcomes(facts, template), activities(facts, template)]
    rows = drafts[0].decided(shareable(drafts).say).rows
    assert next(row for row in rows if row[0] == "Social") == ("Social", said, said, 0)
    assert any("[x]" in note for note in drafts[0].notes)
    assert not outcomes(facts, template, detailed=True).notes


def test_areas_say_what_sessions_were_for_and_what_was_noticed():
    intentions = [{"id": "i1", "area": "social"}, {"id": "i2", "area": "social"}, {"id": "i3"}]
    noticed = [
        {"id": "o1", "area": "social", "session": "s1"},
        {"id": "o2", "area": "musical", "date": "2026-10-01"},
        {"id": "o3", "area": "musical", "date": "2020-10-01"},
    ]
    sessions = [
        a_session("s1", **DELIVERED, intentions=intentions),
        a_session("s2", status="planned", intentions=intentions),
    ]
    facts = facts_of(a_programme(sessions=sessions, observations=noticed))
    assert counted(outcomes(facts, TEMPLATE)) == [
        ("Musical", 0, 0, 1),
        ("Personal", 0, 0, 0),
        ("Social", 2, 1, 1),
        ("No area named", 1, 1, 0),
    ]
    assert counted(outcomes(facts_of(a_programme()), TEMPLATE)) == []


def test_views_are_counted_by_how_they_were_gathered_what_became_of_them_and_who_was_told():
    entries = [
        {"id": "v1", "method": "drawn", "outcome": "adopted", "session": "s1", "told_on": "2026-09-15"},
        {"id": "v2", "method": "drawn", "outcome": "adopted", "session": "s1", "told_how": "At the start"},
        {"id": "v3", "method": "drawn", "outcome": "adopted", "session": "s1"},
        {"id": "v4", "method": "drawn", "date": "2026-10-01"},
        {"id": "v5", "outcome": "not possible", "date": "2026-10-01"},
        {"id": "v6", "method": "said", "date": "2020-10-01"},
    ]
    assert counted(voice(facts_of(a_programme(voice=entries)), TEMPLATE)) == [
        ("Drawn", "Adopted", 3, 2),
        ("Drawn", "Not noted", 1, 0),
        ("Not noted", "Not possible", 1, 0),
    ]
