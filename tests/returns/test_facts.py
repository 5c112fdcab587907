"""What a return counts: which sessions were delivered, who came, and who is one person in several programmes."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.returns.planners import FIRST, LAST, a_session, a_source, came, facts_of

from amie_planner.domain.records import Organisation
from amie_planner.errors import AmieError
from amie_planner.returns.facts import Facts, Held, Source, gather

TWO = ({"id": "p1"}, {"id": "p2"})


def held(**session: Any) -> Held:
    return facts_of(a_source(people=TWO, sessions=[a_session("s1", **session)])).sessions[0]


def people_of(facts: Facts) -> list[tuple[str, dict[str, int]]]:
    return [(member.person.id, dict(member.came)) for member in facts.members]


@pytest.mark.parametrize(
    ("status", "register", "delivered"),
    [
        ("delivered", None, True),
        ("planned", None, False),
        (None, None, False),
        ("planned", came(p1="present"), True),
        ("draft", {"mode": "headcount", "headcount": 4}, True),
        ("planned", came(p1="absent", p2="absent"), True),
        ("planned", came(p1="not taken"), False),
        ("cancelled", came(p1="present"), False),
    ],
)
def test_delivered_is_what_is_marked_so_or_has_a_register_but_nothing_cancelled(
    status: str | None, register: Any, delivered: bool
) -> None:
    assert held(status=status, register=register).delivered is delivered


def test_hours_are_the_actual_minutes_else_the_planned_ones_of_delivered_sessions() -> None:
    register = came(p1="present", p2="late")
    assert held(register=register, minutes=90).hours == 1.5
    took = {"activities": [{"id": "a1", "minutes": 50}], "actual": {"a1": {"minutes": 30}}}
    assert held(register=register, minutes=90, **took).hours == 0.5
    assert held(minutes=90).hours is None
    assert held(register=register, minutes=None).hours is None


@pytest.mark.parametrize(
    ("activities", "hours"),
    [
        ([15, 15, 15, 15], 55 / 60),
        ([15, None, 15, 15], 1.0),
        ([15], 10 / 60),
    ],
)
def test_an_activity_of_which_no_time_is_noted_lasts_as_planned(activities: list[int | None], hours: float) -> None:
    held_ones = [{"id": f"a{n}", "minutes": minutes} for n, minutes in enumerate(activities)]
    session = held(status="delivered", activities=held_ones, actual={"a0": {"minutes": 10}})
    assert session.hours == pytest.approx(hours)


def test_contact_hours_are_hours_times_attendance_and_not_recorded_where_one_of_them_is_not() -> None:
    assert held(register={"mode": "headcount", "headcount": 5}, minutes=90).contact_hours == 7.5
    assert held(status="delivered", minutes=90).contact_hours is None
    assert held(register=came(p1="present"), minutes=None).contact_hours is None


def test_both_days_of_the_period_are_in_it_and_sessions_come_by_day_and_start() -> None:
    days = [("2027-08-31", None), ("2026-09-01", "14:00"), ("2026-09-01", "9:00"), ("2026-08-31", None), (None, None)]
    sessions = [a_session(f"s{n}", day, start=start and start.zfill(5)) for n, (day, start) in enumerate(days)]
    found = facts_of(a_source(sessions=sessions)).sessions
    assert [session.lines.session.id for session in found] == ["s2", "s1", "s0"]


def test_who_was_marked_present_or_late_in_a_session_that_took_place_is_a_person_once() -> None:
    sessions = [
        a_session("s1", register=came(p1="present", p2="absent")),
        a_session("s2", register=came(p1="late", p2="not taken")),
        a_session("s3", status="cancelled", register=came(p2="present")),
        a_session("s4", "2027-09-01", register=came(p2="present")),
        a_session("s5", register={"mode": "headcount", "headcount": 2, "people": {"p2": "present"}}),
    ]
    facts = facts_of(a_source(people=TWO, sessions=sessions))
    assert people_of(facts) == [("p1", {"u1": 2})]
    assert facts.members[0].attendances == 2


def a_group(uid: str, day: str = "2026-09-08", **person: Any) -> Any:
    people = [{"id": "p1", "alias": uid, **person}]
    schools = [{"id": person["school"], "name": "Hill"}] if "school" in person else []
    return a_source(uid, people=people, sessions=[a_session("s1", day, register=came(p1="present"))], schools=schools)


def test_who_stands_in_a_register_alone_is_a_person_of_whom_nothing_is_known() -> None:
    known = a_group("u1", code="A", school_year="Y4")
    gone = Source(replace(known.series, people=()))
    (member,) = facts_of(gone).members
    assert (member.person.id, member.matched, member.stage) == ("p1", False, "")


def test_the_same_code_in_two_programmes_is_one_person_however_it_is_written() -> None:
    facts = facts_of(a_group("u1", code="AB12"), a_group("u2", "2026-10-01", code=" ab12 "))
    assert people_of(facts) == [("p1", {"u1": 1, "u2": 1})]
    assert facts.members[0].person.alias == "u2"
    assert (facts.members[0].matched, facts.unmatched) == (True, 0)


def test_without_a_code_the_same_id_in_two_programmes_is_two_people() -> None:
    facts = facts_of(a_group("u1", code="AB12"), a_group("u2"), a_group("u3"))
    assert [dict(member.came) for member in facts.members] == [{"u1": 1}, {"u2": 1}, {"u3": 1}]
    assert facts.unmatched == 2


def test_a_code_that_two_of_one_programme_have_matches_nobody_anywhere() -> None:
    people = [{"id": "p1", "code": "A"}, {"id": "p2", "code": " a"}]
    session = a_session("s1", register=came(p1="present", p2="present"))
    facts = facts_of(a_source(people=people, sessions=[session]), a_group("u2", code="A"))
    assert people_of(facts) == [("p1", {"u1": 1}), ("p2", {"u1": 1}), ("p1", {"u2": 1})]
    assert facts.unmatched == 3


def test_the_school_of_somebody_is_that_of_the_latest_programme_that_says_one() -> None:
    known, silent = a_group("u1", code="A", school="x"), a_group("u2", "2026-10-01", code="A")
    assert facts_of(known, silent).members[0].school == ("u1", "x")
    moved = a_group("u3", "2026-11-01", code="A", school="y")
    assert facts_of(known, silent, moved).members[0].school == ("u3", "y")
    assert facts_of(silent).members[0].school == ("", "")


def test_who_says_no_school_goes_to_that_of_their_whole_class() -> None:
    def of_a_class(uid: str, day: str, **person: Any) -> Source:
        people = [{"id": "p1", "code": "A", **person}]
        session = a_session("s1", day, register=came(p1="present"))
        held, provision = [{"id": "x"}, {"id": "y"}], {"delivery": "whole class", "school": "x"}
        return a_source(uid, people=people, sessions=[session], schools=held, provision=provision)

    assert facts_of(of_a_class("u1", "2026-09-08")).members[0].school == ("u1", "x")
    assert facts_of(of_a_class("u1", "2026-09-08", school="y")).members[0].school == ("u1", "y")


def test_what_each_programme_says_of_somebody_is_known_with_the_last_day_there() -> None:
    facts = facts_of(a_group("u1", code="A"), a_group("u2", "2026-10-01", code="A"))
    assert [(day.month, person.programme) for day, person in facts.members[0].known] == [(10, "u2"), (9, "u1")]


def test_what_the_latest_programme_does_not_say_of_somebody_the_others_do() -> None:
    known = {"school_year": "Y4", "born": "2017-05", "new_to_music": True}
    facts = facts_of(a_group("u1", code="A", **known), a_group("u2", "2026-10-01", code="A", new_to_music=False))
    person = facts.members[0].person
    assert (person.alias, person.school_year, person.born, person.new_to_music) == ("u2", "Y4", "2017-05", True)
    assert facts.members[0].stage == "ks2"


def test_new_is_who_never_came_before_in_any_of_the_programmes() -> None:
    before = a_group("u1", "2026-08-31", code="A")
    facts = facts_of(before, a_group("u2", code="A"), a_group("u3", code="B"))
    assert [(member.new, dict(member.came)) for member in facts.members] == [(False, {"u2": 1}), (True, {"u3": 1})]


def test_the_key_stage_by_birth_is_that_of_the_day_somebody_first_came() -> None:
    day = date(2027, 8, 31)
    sources = [a_group("u1", "2026-09-08", born="2020-08"), a_group("u2", "2027-08-31", born="2020-08")]
    assert [(m.stage, m.since) for m in facts_of(*sources).members] == [("ks1", date(2026, 9, 8)), ("ks1", day)]
    later = gather([a_group("u1", "2027-09-01", born="2020-08")], None, FIRST, date(2027, 9, 1))
    assert later.members[0].stage == "ks2"


def test_somebody_is_there_since_their_first_day_in_any_programme() -> None:
    facts = facts_of(a_group("u1", "2026-09-08", code="A"), a_group("u2", "2026-10-01", code="A"))
    other_way_round = facts_of(a_group("u2", "2026-10-01", code="A"), a_group("u1", "2026-09-08", code="A"))
    assert facts.members[0].since == other_way_round.members[0].since == date(2026, 9, 8)
    assert other_way_round.members[0].person.alias == "u2"


GENDER, EAL = {"gender": {"codes": ["girl"]}}, {"eal": {"codes": ["yes"]}}


def asked(uid: str, answers: dict[str, Any], *questions: str, **fields: Any) -> Any:
    people = [{"id": "p1", "code": "A"}]
    session = a_session("s1", register=came(p1="present"))
    return a_source(uid, people=people, sessions=[session], answers={"p1": answers}, asked=questions, **fields)


def test_an_answer_counts_where_its_question_is_asked_and_before_any_reason_why_there_is_none() -> None:
    silent = {"gender": {"non_answer": "not known"}}
    facts = facts_of(asked("u1", GENDER | EAL, "gender"), asked("u2", silent, "gender", "eal"))
    assert {id: answer.codes for id, answer in facts.members[0].answers.items()} == {"gender": ("girl",)}
    assert [question.id for question in facts.questions] == ["gender", "eal"]


def test_of_two_reasons_why_there_is_no_answer_the_latest_counts() -> None:
    declined, unknown = ({"gender": {"non_answer": why}} for why in ("prefer not to say", "not known"))
    facts = facts_of(asked("u1", declined, "gender"), asked("u2", unknown, "gender"))
    assert facts.members[0].answers["gender"].non_answer == "not known"


def test_an_objection_counts_where_it_was_made_without_coming_in_the_period() -> None:
    came_here = asked("u1", GENDER, "gender")
    before = a_session("s1", "2026-05-05", register=came(p1="present"))
    elsewhere = a_source(
        "u2", people=[{"id": "p1", "code": " a "}], sessions=[before], asked=["gender"], objecting=["p1"]
    )
    assert facts_of(came_here).members[0].answers
    assert facts_of(came_here, elsewhere).members[0].answers == {}


def test_whoever_objects_in_one_programme_has_no_answer_in_any() -> None:
    objects = a_source(
        "u2",
        people=[{"id": "p9", "code": "A"}],
        sessions=[a_session("s1", register=came(p9="present"))],
        asked=["gender"],
        objecting=["p9"],
    )
    assert facts_of(asked("u1", GENDER, "gender"), objects).members[0].answers == {}


def test_a_plan_file_holds_no_answers_and_no_questions() -> None:
    facts = facts_of(a_group("u1"))
    assert (facts.questions, facts.members[0].answers) == ((), {})


def test_a_period_that_ends_before_it_begins_and_a_programme_twice_are_refused() -> None:
    with pytest.raises(AmieError, match="ends before it begins"):
        gather([], None, LAST, FIRST)
    with pytest.raises(AmieError, match="same programme is here twice"):
        facts_of(a_source("u1"), a_source("u1"))


def test_who_hands_it_in_is_kept_as_it_is() -> None:
    organisation = Organisation.made(id="organisation", name="Sound Makers")
    assert gather([], organisation, FIRST, LAST).organisation is organisation


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (["Calder Sound"], "Calder Sound"),
        (["Calder Sound", " Calder  Sound "], "Calder Sound"),
        (["Calder Sound", "Band Trust"], None),
        (["Calder Sound", None], None),
        ([None], None),
    ],
)
def test_where_no_name_of_who_hands_it_in_is_kept_it_is_the_one_that_all_programmes_say(
    said: list[str | None], name: str | None
) -> None:
    sources = [a_source(f"u{n}", organisation=each) for n, each in enumerate(said)]
    found = gather(sources, None, FIRST, LAST).organisation
    assert (found and found.name) == name
    found = gather(sources, Organisation(id="organisation", role="Delivery"), FIRST, LAST).organisation
    assert found and (found.name, found.role) == (name, "Delivery")
    kept = Organisation(id="organisation", name="Sound Trust")
    assert gather(sources, kept, FIRST, LAST).organisation == kept


def test_a_title_that_holds_a_name_known_anywhere_gives_way_to_its_place() -> None:
    facts = facts_of(
        a_source("u1", title="Choir"),
        a_source("u2", title="Zarquon’s band"),
        a_source(
            "u3",
            title="With Maria",
            people=[{"id": "p1", "alias": "Zarquon"}],
            team=[{"id": "t1", "name": "Maria Ray"}],
        ),
        a_source("u4", title="Choir"),
    )
    assert facts.titles == ("Choir (programme 1)", "Programme 2", "Programme 3", "Choir (programme 4)")
    assert facts.without_names("Zarquon sings", "Session 1") == "Session 1"


@pytest.mark.parametrize(
    ("title", "said"),
    [("ab-17 one to one", "Programme 1"), ("Group AB 17", "Programme 1"), ("AB team", "AB team"), ("17 bar", "17 bar")],
)
def test_an_agreed_code_as_a_whole_is_a_name_in_a_title(title: str, said: str) -> None:
    assert facts_of(a_source(title=title, people=[{"id": "p1", "code": "AB-17"}])).titles == (said,)


@pytest.mark.parametrize("title", ["HL001", "hl–001 sings", "O’Briens and friends", "OBrien trio", "Zo\u00adë’s band"])
def test_a_name_or_a_code_written_otherwise_is_one_in_a_title(title: str) -> None:
    person = {"id": "p1", "alias": "Zoë", "name": "Zoë O'Brien", "code": "HL-001"}
    assert facts_of(a_source(title=title, people=[person])).titles == ("Programme 1",)


def test_a_set_of_people_has_one_word_wherever_they_are_counted() -> None:
    choir, band = {"delivery": "ensemble"}, {"delivery": "small group"}
    sources = [
        a_source(
            f"u{n}",
            people=[{"id": "p1", "code": code}],
            sessions=[a_session("s1", register=came(p1="present"))],
            provision=of,
        )
        for n, (code, of) in enumerate([("A", choir), ("B", choir), ("C", band)])
    ]
    facts = facts_of(*sources)
    assert list(facts.words.values()) == ["all", "programme:1", "programme:2", "programme:3", "delivery:ensemble"]
    assert {kind: len(members) for kind, members in facts.deliveries.items()} == {"ensemble": 2, "small group": 1}
    assert list(facts_of(sources[0]).words.values()) == ["all"]


def steps_taken(sessions: int) -> int:
    """Calls that gathering makes for so many sessions of the same people."""
    register = came(p1="present", p2="late")
    source = a_source(people=TWO, sessions=[a_session(f"s{n}", register=register) for n in range(sessions)])
    taken = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal taken
        taken += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        facts_of(source)
    finally:
        sys.setprofile(None)
    return taken


def test_twice_the_sessions_are_twice_the_work() -> None:
    steps_taken(1)
    few, more, most = (steps_taken(sessions) for sessions in (50, 100, 200))
    assert most - more <= 2.1 * (more - few)


def test_an_organisation_called_after_somebody_of_the_programme_is_not_taken_from_a_plan_file() -> None:
    source = a_source(organisation="Theo Okafor Music", people=[{"id": "p1", "alias": "Theo"}])
    assert gather([source], None, FIRST, LAST).organisation is None
