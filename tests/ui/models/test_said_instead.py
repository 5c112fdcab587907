"""A word that may be a name is replaced on the paper, and nothing that the leader wrote is changed."""

from __future__ import annotations

import pytest
from tests.plans import a_plan

from amie_planner.checks.check import Line, LineKind
from amie_planner.documents import Names
from amie_planner.ui.models.said_instead import called_instead, line_of, said_instead

PLAN = a_plan(
    parts={
        "people": [
            {"id": "p1", "alias": "River", "likes": ["rain, as River says"]},
            {"id": "p2", "alias": "Sky Blue"},
            {"id": "p3", "alias": "Sky Red"},
        ]
    },
    intentions=[{"id": "i1", "area": "musical", "text": "Sky Blue leads"}],
    activities=[
        {"id": "a1", "title": "Hello"},
        {
            "id": "River",
            "title": "The river runs",
            "kit": ["River drum"],
            "card": {"word": "River here", "symbol": "river"},
        },
    ],
    adaptations=[{"id": "d1", "what": "Wait for River", "activities": ["River"]}],
)


def test_a_word_is_replaced_wherever_it_was_written():
    plan = said_instead(PLAN, {"River": "a young person"})
    activity = plan.activities[1]
    assert activity.title == "The a young person runs"
    assert activity.kit == ("a young person drum",)
    assert activity.card.word == "a young person here"
    assert plan.adaptations[0].what == "Wait for a young person"
    assert plan.people[0].likes == ("rain, as a young person says",)


def test_what_holds_the_plan_together_stays():
    plan = said_instead(PLAN, {"River": "a young person"})
    assert [activity.id for activity in plan.activities] == ["a1", "River"]
    assert plan.adaptations[0].activities == ("River",)
    assert plan.activities[1].card.symbol == "river"
    assert [person.alias for person in plan.people] == ["River", "Sky Blue", "Sky Red"]
    assert plan.intentions == PLAN.intentions


def test_a_word_of_a_list_of_ours_stays_and_one_of_the_leaders_own_is_replaced():
    music = [{"genres": ["gospel", "Gospel of ours"], "practices": ["gospel"]}]
    people = [{"id": "p1", "alias": "Gospel"}]
    plan = a_plan(parts={"people": people}, activities=[{"id": "a1", "title": "Gospel", "music": music}])
    (activity,) = said_instead(plan, {"Gospel": "a young person", "gospel": "a young person"}).activities
    assert activity.title == "a young person"
    assert activity.music[0].genres == ("gospel", "a young person of ours")


TEAM = a_plan(
    parts={
        "programme": {"uid": "u1", "title": "T", "on_the_day": {"contact": "Priya Shah, or River’s mother"}},
        "people": [
            {"id": "p1", "alias": "River", "likes": ["Moss"], "requirements": [{"id": "r1", "words": "Ash beside me"}]},
            {"id": "p2", "alias": "Moss"}, {"id": "p3", "alias": "Ash"}, {"id": "p4", "alias": "Kai"}],
        "team": [{"id": "t1", "name": "Priya Shah", "role": "River’s helper"}, {"id": "t2", "name": "Kai"},
                 {"id": "t3", "name": "Tom", "young_leader": True}, {"id": "t4", "name": "Bo One"},
                 {"id": "t5", "name": "Bo Two"}],
        "pictures": [{"id": "f1", "image": "QUJD", "title": "River", "credit": "Photo: River"}],
    },
    activities=[{"id": "a1", "title": "Hello with Priya"}],
    next_time=[{"id": "n1", "text": "Tom first"}],
)  # fmt: skip


def test_roles_titles_and_credits_of_pictures_are_replaced_too():
    plan = said_instead(TEAM, {"River": "a young person"})
    assert plan.team[0].role == "a young person’s helper"
    assert (plan.pictures[0].title, plan.pictures[0].credit) == ("a young person", "Photo: a young person")


def test_an_adult_to_turn_to_on_the_day_stays():
    plan = said_instead(TEAM, {"River": "a young person", "Priya": "the leader", "Priya Shah": "the leader"})
    assert plan.programme.on_the_day.contact == "Priya Shah, or a young person’s mother"
    assert plan.activities[0].title == "Hello with the leader"


@pytest.mark.parametrize(
    ("word", "text"),
    [("Priya", "River’s helper"), ("Tom", "Young leader"), ("Bo", "a member of the team"), ("Kai", "")],
)
def test_somebody_of_the_team_is_called_by_role(word: str, text: str):
    assert called_instead(word, TEAM, Names.NONE, {}) == text


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("Priya", Line(LineKind.ACTIVITY, "a1", "")),
        ("Tom", Line(LineKind.NOTE, "n1", "")),
        ("Moss", Line(LineKind.PERSON, "p1", "")),
        ("Ash", Line(LineKind.REQUIREMENT, "r1", "")),
        ("River", Line(LineKind.MEMBER, "t1", "")),
    ],
)
def test_a_word_leads_to_the_profile_requirement_or_member_of_the_team_that_it_stands_in(word: str, line: Line):
    assert line_of(word, TEAM) == line


def test_nothing_to_replace_is_the_same_plan():
    assert said_instead(PLAN, {}) is PLAN


@pytest.mark.parametrize(
    ("word", "names", "text"),
    [
        ("River", Names.NONE, "a young person"),
        ("River", Names.CODE, "C0DE1"),
        ("Sky Blue", Names.CODE, "C0DE2"),
        ("Sky", Names.CODE, ""),
        ("River", Names.ALIAS, ""),
    ],
)
def test_a_word_is_replaced_by_what_the_rule_calls_the_one_person_it_means(word: str, names: Names, text: str):
    assert called_instead(word, PLAN, names, {"p1": "C0DE1", "p2": "C0DE2", "p3": "C0DE3"}) == text


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("river", Line(LineKind.ACTIVITY, "River", "")),
        ("Sky Blue", Line(LineKind.INTENTION, "i1", "")),
        ("Sky Red", Line(LineKind.SESSION, "now", "")),
    ],
)
def test_a_word_leads_to_the_first_line_that_it_stands_in(word: str, line: Line):
    assert line_of(word, PLAN) == line
