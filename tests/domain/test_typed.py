"""The texts of a plan that somebody typed: all of them, and nothing that is ours or an id."""

from __future__ import annotations

from tests.plans import a_plan, a_series

from amie_planner.domain.typed import is_ours, plan_said_otherwise, said_otherwise, texts

SERIES = a_series(
    programme={"uid": "u1", "title": "title", "setting": "youth club", "on_the_day": {"contact": "contact"}},
    team=[{"id": "t1", "name": "Priya", "role": "role"}],
    people=[
        {"id": "p1", "alias": "Sky", "likes": ["like"], "shows": {"yes": "nod"}, "groups": [{"group": "g"}]}
    ],
    sessions=[
        {
            "id": "s1",
            "title": "session",
            "focus": ["H01"],
            "reflection": {"went-well": "well"},
            "register": {"people": {"p1": "present"}, "reasons": {"p1": "reason"}, "guests": ["Ash"]},
            "activities": [
                {
                    "id": "a1",
                    "kit": ["drum"],
                    "decision": {"options": ["option"], "ways": ["speech", "own way"]},
                    "music": [{"genres": ["pop", "own genre"], "practices": ["by-ear"]}],
                    "card": {"word": "word", "symbol": "drum"},
                }
            ],
        }
    ],
)  # fmt: skip


def _typed() -> list[str]:
    return [text for record in SERIES.records() for text in texts(record)]


def test_every_text_that_somebody_typed_is_given() -> None:
    expected = "title contact role like nod g session well reason drum option own way own genre word"
    assert sorted(" ".join(_typed()).split()) == sorted(f"youth club {expected}".split())


def test_a_word_of_a_list_is_ours_in_its_own_field_alone() -> None:
    assert is_ours("genres", "pop")
    assert not is_ours("genres", "own genre")
    assert not is_ours("kit", "pop")


def test_a_plan_is_said_otherwise_in_its_texts_and_in_nothing_else() -> None:
    plan = plan_said_otherwise(SERIES.plan("s1"), str.upper)
    activity = plan.activities[0]
    assert (activity.id, activity.kit, activity.card.symbol) == ("a1", ("DRUM",), "drum")
    assert activity.decision.ways == ("speech", "OWN WAY")
    assert activity.music[0].genres == ("pop", "OWN GENRE")
    assert (plan.team[0].name, plan.team[0].role) == ("Priya", "ROLE")
    assert (plan.people[0].alias, plan.people[0].likes) == ("Sky", ("LIKE",))
    assert (plan.session.title, plan.session.focus) == ("SESSION", ("H01",))
    assert plan.session.attendance.guests == ("Ash",)
    assert plan.session.reflection == {"went-well": "WELL"}


def test_sessions_of_a_series_and_earlier_ones_of_a_plan_are_said_otherwise_too() -> None:
    series = a_series(sessions=[{"id": f"s{n}", "title": f"t{n}", "date": f"2026-09-0{n}"} for n in (1, 2)])
    assert [lines.session.title for lines in plan_said_otherwise(series, str.upper).sessions] == ["T1", "T2"]
    assert [lines.session.title for lines in plan_said_otherwise(series.plan("s2"), str.upper).earlier] == ["T1"]


def test_what_is_said_as_before_is_the_same_record() -> None:
    plan = a_plan(activities=[{"id": "a1", "title": "T", "kit": ["k"], "music": [{"title": "M"}]}])
    assert plan_said_otherwise(plan, lambda text: text) is plan
    assert said_otherwise(plan.activities[0], lambda text: text) is plan.activities[0]
