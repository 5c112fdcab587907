"""How a plan is said in plain words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_plan, a_series

from amie_planner.domain import words
from amie_planner.domain.plan import Plan


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], ""),
        (["drum"], "drum"),
        (["drum", "bells"], "drum and bells"),
        (["drum", "", "bells", "voice"], "drum, bells and voice"),
        ([""], ""),
    ],
)
def test_a_list_is_read_as_one_would_say_it(said: list[str], expected: str):
    assert words.listed(said) == expected


@pytest.mark.parametrize(("day", "said"), [(date(2026, 1, 3), "3 January"), (date(2025, 10, 20), "20 October 2025")])
def test_a_day_of_this_year_is_said_without_its_year(day: date, said: str):
    assert words.day_and_month(day, date(2026, 11, 22)) == said


def test_a_list_of_choices_ends_in_or():
    assert words.listed(["drum", "bells"], "or") == "drum or bells"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 8), "Tuesday 8 September 2026"),
        (date(2024, 2, 29), "Thursday 29 February 2024"),
        (date(1, 1, 1), "Monday 1 January 1"),
        (None, "no date"),
    ],
)
def test_a_day_is_written_out(day: date | None, expected: str):
    assert words.day(day) == expected


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        (0, "0 minutes", "0 min"),
        (1, "1 minute", "1 min"),
        (12, "12 minutes", "12 min"),
        (None, "no length", "no length"),
    ],
)
def test_minutes_are_said_long_or_short(value: int | None, long: str, short: str):
    assert words.minutes(value) == long
    assert words.minutes(value, short=True) == short


def activity(**fields: Any) -> tuple[Any, Plan]:
    team = [{"id": "t1", "name": "Ash"}, {"id": "t2", "role": "drummer"}, {"id": "t3"}]
    plan = a_plan(parts={"team": team}, activities=[{"id": "a1", **fields}])
    return plan.activities[0], plan


@pytest.mark.parametrize(
    ("fields", "title"),
    [({"title": "Hello", "kind": "sing"}, "Hello"), ({"kind": "warm-up"}, "Warm-up"), ({}, "Untitled activity")],
)
def test_an_activity_is_called_by_its_title_else_its_kind(fields: dict[str, Any], title: str):
    assert words.activity_title(activity(**fields)[0]) == title


def test_people_go_by_alias_else_by_a_number_that_does_not_depend_on_their_order_and_never_by_full_name():
    listed = [{"id": "p10", "name": "Secret"}, {"id": "p2", "name": "Secret"}, {"id": "p1", "alias": "Sky"}]
    for people in (listed, listed[::-1]):
        series = a_series(people=people)
        names = {person.id: words.person_name(person, series) for person in series.people}
        assert names == {"p1": "Sky", "p2": "Person 2", "p10": "Person 3"}


def test_a_member_of_the_team_goes_by_name_else_by_role():
    _, plan = activity()
    assert [words.member_name(id, plan) for id in ("t1", "t2", "t3", "gone", None)] == [
        "Ash",
        "drummer",
        "Team member",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("requirement", "name"),
    [
        ({"words": "Give me time", "change": "Wait", "barrier": "attitudes"}, "Sky: Give me time"),
        ({"change": "Wait", "barrier": "attitudes"}, "Sky: Wait"),
        ({"barrier": "attitudes"}, "Sky: Attitudes"),
        ({}, "Access requirement"),
    ],
)
def test_a_requirement_is_named_in_their_own_words_first(requirement: dict[str, Any], name: str):
    series = a_series(people=[{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", **requirement}]}])
    assert words.requirement_name(series.requirements[0], series) == name


def test_a_requirement_whose_person_is_gone_is_named_without_them():
    series = a_series(people=[{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "words": "Wait"}]}])
    assert words.requirement_name(series.requirements[0], a_series()) == "Wait"


@pytest.mark.parametrize(
    ("adaptation", "whom"),
    [
        ({"reach": "everyone", "requirements": ["r1"]}, "Everyone"),
        ({"requirements": ["r3", "r1", "r2"]}, "Sky and Moss"),
        ({"barriers": ["attitudes"]}, "Attitudes"),
        ({"reach": "some"}, "A choice for some"),
        ({}, ""),
    ],
)
def test_an_adaptation_says_whom_it_is_for(adaptation: dict[str, Any], whom: str):
    people = [
        {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}, {"id": "r2"}]},
        {"id": "p2", "alias": "Moss", "requirements": [{"id": "r3"}]},
    ]
    plan = a_plan(parts={"people": people}, adaptations=[{"id": "d1", **adaptation}])
    assert words.adapted_for(plan.adaptations[0], plan) == whom


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"young_lead": True}, "A young person leads"),
        ({"leads": ["t1"]}, "Ash leads"),
        ({"leads": ["t1", "t2"]}, "Ash and drummer lead"),
        ({"leads": ["t1"], "young_lead": True}, "Ash leads, with a young person"),
    ],
)
def test_who_leads_is_said_in_a_sentence(fields: dict[str, Any], said: str):
    assert words.leaders(*activity(**fields)) == said


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (None, ""),
        ("young people", "young people’s idea"),
        ("together", "an idea made together"),
        ("leader", "the leader’s idea"),
        ("partner", "a partner’s idea"),
    ],
)
def test_whose_idea_it_was_is_said_in_a_few_words(by: str | None, said: str):
    assert words.started(activity(started_by=by)[0]) == said


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (None, ""),
        ({}, ""),
        ({"ways": ["speech"]}, ""),
        ({"question": "Which sound?", "options": ["drum", "bells"]}, "Which sound? drum or bells."),
        ({"options": ["drum"], "ways": ["eye pointing", "speech"]}, "What next? drum. By eye pointing or speech."),
        ({"question": " Which? ", "open": True}, "Which? anything they say."),
        ({"question": "Which?"}, "Which?"),
    ],
)
def test_a_choice_says_its_question_its_options_and_the_ways_to_answer(decision: dict[str, Any] | None, said: str):
    assert words.choice(activity(decision=decision)[0]) == said


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ({"title": "Drone", "genres": ["gospel"]}, "Drone"),
        ({"genres": ["gospel", "our own"]}, "Gospel and our own"),
        ({}, "Untitled music"),
    ],
)
def test_music_is_named_by_its_title_else_its_genres(piece: dict[str, Any], name: str):
    assert words.music_name(activity(music=[piece])[0].music[0]) == name


def test_a_session_is_named_with_its_day():
    assert words.session_name(a_plan(date="2026-09-08").session) == "Today, Tuesday 8 September 2026"


def test_sessions_are_counted_in_words():
    assert [words.sessions(many) for many in (0, 1, 12, 1200)] == [
        "0 sessions",
        "1 session",
        "12 sessions",
        "1,200 sessions",
    ]
