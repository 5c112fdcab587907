"""A programme without its people: what goes, what stays, and which names are still in its texts."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.attendance import attendance
from amie_planner.domain.names import Hit
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Register
from amie_planner.exchange.plan_file import read, write
from amie_planner.exchange.without_people import without_people

PARTS: dict[str, Any] = {
    "team": [{"id": "t1", "name": "Ash"}],
    "people": [
        {"id": "p1", "alias": "Sky", "name": "Zofia Nowak", "requirements": [{"id": "r1", "barrier": "feeling-safe"}]},
        {"id": "p2", "alias": "Moss", "requirements": [{"id": "r2", "barrier": "attitudes"}, {"id": "r3"}]},
    ],
    "voice": [{"id": "v1", "from": ["p1"], "text": "Louder"}],
    "observations": [{"id": "o1", "person": "p1", "text": "Sang"}],
    "replies": [
        {"check": "E01", "lines": ["r1/a1"], "because": "b"},
        {"check": "R01", "lines": ["p1"]},
        {"check": "A01", "lines": ["v1"]},
        {"check": "H02", "lines": ["i1"], "because": "kept"},
        {"check": "H04", "because": "kept too"},
    ],
}
SESSION: dict[str, Any] = {
    "id": "s1",
    "title": "One",
    "notes": "private",
    "not_expected": ["p2"],
    "reflection": {"went_well": "private"},
    "register": {"mode": "people", "people": {"p1": "late", "p2": "present"}, "walk_ins": 1},
    "actual": {"a1": {"minutes": 5}},
    "intentions": [{"id": "i1", "text": "Listen"}],
    "activities": [{"id": "a1", "title": "Hello", "kind": "main", "decision": {"options": ["drum"]}}],
    "adaptations": [
        {
            "id": "d1",
            "requirements": ["r1", "r3", "r2"],
            "barriers": ["repertoire", "attitudes"],
            "what": "Count in",
            "who": "t1",
            "verdict": "partly",
            "verdict_note": "private",
        }
    ],
    "by_design": [{"requirement": "r1", "activity": "a1", "how": "private"}],
    "next_time": [{"id": "n1", "text": "More"}],
}


def plain(**session: Any) -> tuple[Series, tuple[Hit, ...]]:
    return without_people(a_series(**PARTS, sessions=[SESSION | session]))


def test_people_and_what_is_private_to_them_are_left_out() -> None:
    series, hits = plain()
    assert (series.people, series.requirements, series.voice, series.observations) == ((), (), (), ())
    session = series.sessions[0].session
    assert (session.notes, session.reflection, session.not_expected) == (None, {}, ())
    assert session.attendance is not None
    assert session.attendance.people == {}
    assert series.sessions[0].by_design == ()
    assert hits == ()
    written = write(series).decode()
    for gone in ("Sky", "Moss", "Zofia", "private", "p1", "p2", "r1", "v1", "o1"):
        assert f'"{gone}' not in written


def test_the_plan_itself_stays() -> None:
    series, _ = plain()
    before = a_series(**PARTS, sessions=[SESSION])
    assert series.team == before.team
    for kept in ("intentions", "activities", "next_time"):
        assert getattr(series.sessions[0], kept) == getattr(before.sessions[0], kept)
    assert series.sessions[0].session.actual == before.sessions[0].session.actual


def test_adaptations_keep_what_changes_and_the_barriers_that_they_and_their_requirements_name() -> None:
    adaptation = plain()[0].sessions[0].adaptations[0]
    assert (adaptation.what, adaptation.who, adaptation.verdict) == ("Count in", "t1", "partly")
    assert (adaptation.requirements, adaptation.verdict_note) == ((), None)
    assert adaptation.barriers == ("repertoire", "attitudes", "feeling-safe")


def test_what_a_member_of_the_team_needs_to_work_well_is_left_out() -> None:
    needs = {"access_needs": "private", "access_agreed": "private", "access_review_on": "2026-10-20"}
    team = [{"id": "t1", "name": "Ash"} | needs, {"id": "t2", "name": "Fern", "young_leader": True} | needs]
    series, _ = without_people(a_series(**(PARTS | {"team": team}), sessions=[SESSION]))
    assert [(m.name, m.role) for m in series.team] == [("Ash", None), (None, "Young leader")]
    written = write(series).decode()
    assert "private" not in written
    assert "access_" not in written


def test_the_barriers_and_adults_that_a_session_is_planned_with_stay() -> None:
    series, _ = plain(expects=["attitudes", "feeling-safe"], adults=3)
    session = series.sessions[0].session
    assert (session.expects, session.adults) == (("attitudes", "feeling-safe"), 3)


def test_what_meets_an_expected_barrier_as_it_is_stays_and_what_meets_a_requirement_goes() -> None:
    met = [
        {"barrier": "attitudes", "activity": "a1", "how": "Everyone may listen"},
        {"barrier": "attitudes", "requirement": "r1", "activity": "a1", "how": "private"},
        {"requirement": "r1", "activity": "a1", "how": "private"},
    ]
    series, _ = plain(by_design=met)
    assert [(b.barrier, b.how) for b in series.sessions[0].by_design] == [("attitudes", "Everyone may listen")]


def test_the_name_that_is_safe_at_home_is_looked_for_in_what_remains() -> None:
    people = [{"id": "p1", "alias": "Sky", "name_at_home": "Zenon"}]
    series = a_series(people=people, sessions=[{"id": "s1", "title": "With Zenon"}])
    assert without_people(series)[1] == (Hit("Zenon", "sessions[0].title"),)


def test_replies_that_point_at_people_go_and_the_others_stay() -> None:
    assert [reply.because for reply in plain()[0].replies] == ["kept", "kept too"]


@pytest.mark.parametrize(
    "lines",
    [["r9/a1"], ["r1"], ["i1", "v1"], ["i9"], ["a1/r1"], ["i1", "r2/a1"]],
)
def test_a_reply_that_names_what_is_not_there_goes_too(lines: list[str]) -> None:
    series = a_series(**(PARTS | {"replies": [{"check": "E01", "lines": lines}]}), sessions=[SESSION])
    assert without_people(series)[0].replies == ()


def test_a_reply_about_a_requirement_with_a_slash_in_its_id_goes_too() -> None:
    people = [{"id": "p1", "requirements": [{"id": "r/1"}]}]
    series = a_series(**(PARTS | {"people": people, "voice": None, "observations": None, "replies": [
        {"check": "E01", "session": "s1", "lines": ["r/1/a1"], "because": "private"}
    ]}), sessions=[{"id": "s1", "title": "One", "activities": [{"id": "a1"}, {"id": "r/1/a1"}]}])  # fmt: skip
    assert without_people(series)[0].replies == ()


def test_a_reply_stays_only_beside_lines_of_its_own_session() -> None:
    sessions = [SESSION, {"id": "s2", "title": "Two"}]
    replies = [{"check": "H02", "session": id, "lines": ["i1"]} for id in ("s1", "s2", None)]
    series = a_series(**(PARTS | {"replies": replies}), sessions=sessions)
    assert [reply.session for reply in without_people(series)[0].replies] == ["s1", None]


@pytest.mark.parametrize(
    "register",
    [
        SESSION["register"],
        {"mode": "people", "people": {"p1": "absent"}},
        {"mode": "people", "people": {"p1": "not taken"}},
        {"people": {"p1": "present"}, "headcount": 9},
        {"mode": "headcount", "people": {"p1": "present"}, "headcount": 9, "walk_ins": 2},
        {"mode": "headcount"},
        {"mode": "people", "walk_ins": 2},
        {"mode": "people", "walk_ins": 1, "guests": ["Ash", "Bo"]},
        {"mode": "people", "guests": ["Ash", "Bo"], "headcount": 9},
        {"people": {"p1": "absent"}},
        {"people": {"p1": "absent"}, "headcount": 9},
        None,
    ],
)
def test_what_was_counted_stays_the_same(register: Any) -> None:
    before = a_series(**PARTS, sessions=[SESSION | {"register": register}]).plan(SESSION["id"])
    after = plain(register=register)[0].sessions[0].session
    assert attendance(after.attendance, ()) == attendance(before.session.attendance, before.expected)


def test_a_register_by_person_leaves_no_ages_that_were_not_counted_with_it() -> None:
    register = SESSION["register"] | {"headcount": 9, "bands": {"11-15": 9}}
    after = plain(register=register)[0].sessions[0].session.attendance
    assert after is not None and (after.headcount, after.bands) == (3, {})


def test_a_name_in_a_text_that_remains_is_a_hit_with_its_place_in_the_file() -> None:
    _, hits = plain(
        title="One for sky",
        activities=[
            {"id": "a-moss", "kind": "main", "decision": {"options": ["drum", "Nowak’s drum"]}},
        ],
        actual=None,
        by_design=None,
    )
    assert hits == (
        Hit("sky", "sessions[0].title"),
        Hit("moss", "sessions[0].activities[0].id"),
        Hit("Nowak", "sessions[0].activities[0].decision.options[1]"),
    )


def test_young_leaders_go_by_role_and_their_names_are_looked_for() -> None:
    team = [
        {"id": "t1", "name": "Ash"},
        {"id": "t2", "name": "Kit Lowe", "role": "DJ", "young_leader": True},
        {"id": "t3", "name": "Fern", "young_leader": True},
    ]
    sessions = [{"id": "s1", "title": "Ash and Lowe"}, {"id": "s2", "title": "Kit"}]
    series, hits = without_people(a_series(team=team, sessions=sessions), frozenset({"kit"}))
    assert [(m.name, m.role) for m in series.team] == [("Ash", None), (None, "DJ"), (None, "Young leader")]
    assert hits == (Hit("Lowe", "sessions[0].title"),)


def test_a_word_of_a_list_of_ours_is_never_a_hit_and_one_of_the_leaders_own_is() -> None:
    people = [{"id": "p1", "alias": "Main"}, {"id": "p2", "alias": "Gospel"}]
    music = [{"genres": ["gospel", "our gospel"]}]
    _, hits = without_people(a_series(**(PARTS | {"people": people, "replies": None}), sessions=[
        {"id": "s1", "title": "One", "activities": [{"id": "a1", "kind": "main", "music": music}]}
    ]))  # fmt: skip
    assert hits == (Hit("gospel", "sessions[0].activities[0].music[0].genres[1]"),)


def test_a_number_or_a_word_that_says_nobody_is_a_hit_only_as_the_whole_name() -> None:
    people = [{"id": "p1", "alias": "Young person 10"}, {"id": "p2", "alias": "Zoë"}]
    sessions = [{"id": "10", "title": "10 young people"}, {"id": "s2", "title": "Young person 10 and Zoe"}]
    _, hits = without_people(a_series(people=people, sessions=sessions))
    assert [hit.word for hit in hits] == ["Young person 10", "Zoe"]


def test_what_remains_can_be_written_and_read_again() -> None:
    series, _ = plain()
    assert read(write(series)) == read(write(read(write(series))))


def test_a_headcount_goes_along_without_the_names_of_guests() -> None:
    register = {"mode": "headcount", "headcount": 9, "guests": ["Ash"], "bands": {"11-15": 9}, "reasons": {"p1": "ill"}}
    after = plain(register=register)[0].sessions[0].session.attendance
    assert after == Register.made(mode="headcount", headcount=9, bands={"11-15": 9})
