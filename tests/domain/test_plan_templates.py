"""Plans to begin from: whole when they arrive, in time, and with nothing left to ask that the plan could say."""

from __future__ import annotations

from typing import Any

import pytest

from amie_planner import checks
from amie_planner.checks.check import Answer, Finding
from amie_planner.domain import plan_templates
from amie_planner.domain.access_grid import open_cells, rows
from amie_planner.domain.changes import add
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.plan_templates import templates
from amie_planner.domain.records import Activity, Adaptation, ByDesign, Intention, PlanTemplate, Programme, Session
from amie_planner.domain.timing import timing
from amie_planner.domain.vocabulary import Barrier, Kind
from amie_planner.exchange.plan_file import read, write

EACH = pytest.mark.parametrize("template", templates(), ids=lambda template: template.setting)
SESSION = Session.made(id="s4", programme="u1", title="First")

ONLY_A_PERSON_KNOWS = {
    "E02": "who sees to it",
    "E08": "whether the adapted route is musically equal",
    "E09": "what it costs",
    "A01": "whose voice shaped it",
    "A05": "whose idea it was",
    "D01": "who chose the music, and what it is if they choose it on the day",
    "D03": "whose music they choose on the day",
    "D04": "how it is taught",
    "H06": "whether the aim stretches people",
    "R01": "who is seen",
    "R02": "what is assumed",
}


def begun(template: PlanTemplate) -> Series:
    programme = Programme.made(id="u1", programme="u1", title="New", setting=template.setting)
    session = SESSION.revised(status="draft", **plan_templates.session_fields(template))
    return Series.of((programme, session, *plan_templates.lines(template, session)))


def plan(template: PlanTemplate) -> Plan:
    return begun(template).plan("s4")


def findings(template: PlanTemplate) -> dict[str, Finding]:
    return {found.check: found for found in checks.run(plan(template)) if found.answer is not Answer.STRENGTH}


# Those that come with the program


@EACH
def test_a_plan_is_a_plan_file_that_can_be_read_again(template: PlanTemplate):
    series = begun(template)
    assert read(write(series)).records() == series.records()


@EACH
def test_a_plan_fills_its_time_and_no_more(template: PlanTemplate):
    left = timing(plan(template)).left
    assert left is not None
    assert 0 <= left <= 5


@EACH
def test_each_barrier_that_is_expected_is_answered_in_each_activity(template: PlanTemplate):
    grid = rows(plan(template))
    assert [row.need.expected for row in grid] == list(template.expects)
    assert not [(cell.need.id, cell.activity.id) for cell in open_cells(grid)]


@EACH
def test_heard_asks_only_what_a_person_must_answer(template: PlanTemplate):
    asked = findings(template)
    assert sorted(asked.keys() - ONLY_A_PERSON_KNOWS.keys()) == []


@EACH
def test_a_change_leaves_open_only_who_sees_to_it(template: PlanTemplate):
    unsaid = [line.label.rsplit(" (", 1)[1] for line in findings(template)["E02"].lines]
    assert unsaid == ["who)"] * len(template.adaptations)


@EACH
def test_music_leaves_open_who_chose_it_and_what_only_that_settles(template: PlanTemplate):
    music = [each for activity in plan(template).counted for each in activity.music]
    assert music
    assert all(each.title and each.practices for each in music)
    assert all(each.credit for each in music if each.genres)


@EACH
def test_each_intention_of_a_plan_is_served_and_can_be_noticed(template: PlanTemplate):
    here = {intention.id for intention in template.intentions}
    assert here == {id for activity in template.activities for id in activity.serves}
    assert all(intention.area and intention.text and intention.notice for intention in template.intentions)


@EACH
def test_a_plan_claims_nobodys_idea_and_nobodys_name(template: PlanTemplate):
    held = plan(template)
    assert not any(a.started_by or a.young_lead or a.leads for a in held.activities)
    assert not any(music.chosen_by for activity in held.activities for music in activity.music)
    assert not any(change.who or change.requirements for change in held.adaptations)


def test_a_plan_is_found_by_its_id():
    assert all(plan_templates.as_it_came(template.id) is template for template in templates())
    assert plan_templates.as_it_came("own-1") is None


# What a plan says, in a session


def template(**fields: Any) -> PlanTemplate:
    return PlanTemplate.made(id="own-1", title="Mine", **fields)


def lines(kind: type, **fields: Any) -> list[Any]:
    return [line for line in plan_templates.lines(template(**fields), SESSION) if isinstance(line, kind)]


def test_a_session_takes_over_what_the_plan_says_of_it_and_nothing_that_it_does_not():
    assert plan_templates.session_fields(template()) == {}
    held = template(minutes=40, ready_minutes=0, adults=2, expects=["attitudes"], notes="Bring tea", setting="choir")
    assert plan_templates.session_fields(held) == {
        "minutes": 40,
        "ready_minutes": 0,
        "adults": 2,
        "expects": (Barrier.ATTITUDES,),
        "notes": "Bring tea",
    }


def test_lines_belong_to_the_session_and_stand_in_their_order():
    intention = {"id": "i1", "area": "musical", "text": "Wait"}
    made = plan_templates.lines(template(intentions=[intention], activities=[{"id": "a1"}, {"id": "a2"}]), SESSION)
    assert [line.key for line in made] == [
        ("Intention", "u1", "s4", "i1"),
        ("Activity", "u1", "s4", "a1"),
        ("Activity", "u1", "s4", "a2"),
    ]
    assert [line.position for line in made] == [0, 0, 1]
    assert all(add(line) for line in made)


def test_an_activity_says_what_its_entry_says_but_for_what_the_plan_says_otherwise():
    (line,) = lines(
        Activity, activities=[{"id": "a1", "library": "M74", "title": "Lunch", "minutes": 45, "skip": True}]
    )
    assert (line.title, line.minutes, line.kind, line.skip) == ("Lunch", 45, Kind.BREAK, True)
    assert line.instructions.startswith("Say when it ends")


def test_an_activity_of_the_leaders_own_stands_as_they_wrote_it():
    fields = {"id": "a1", "title": "Ours", "kind": "play", "strand": "Upstairs", "kit": ["bell"], "serves": ["i1"]}
    (line,) = lines(Activity, activities=[fields])
    assert {name: getattr(line, name) for name in fields} == fields | {"kit": ("bell",), "serves": ("i1",)}


def test_an_entry_that_is_not_there_leaves_what_the_plan_says():
    (line,) = lines(Activity, activities=[{"id": "a1", "library": "gone", "title": "Ours"}])
    (change,) = lines(Adaptation, adaptations=[{"id": "d1", "library": "gone", "what": "Wait"}])
    assert (line.title, line.kind) == ("Ours", None)
    assert (change.what, change.library) == ("Wait", "gone")


def test_a_change_takes_over_what_carrying_it_out_takes():
    (change,) = lines(
        Adaptation, adaptations=[{"id": "d1", "library": "A33", "activities": "all", "barriers": ["feeling-safe"]}]
    )
    assert (change.what, change.library) == ("Ear defenders and a quieter place", "A33")
    assert change.setup_minutes == 3
    assert change.fallback
    assert (change.barriers, change.activities) == ((Barrier.FEELING_SAFE,), "all")


def test_no_minutes_to_set_up_are_said_and_not_taken_for_unsaid():
    own = {"id": "d1", "library": "A33", "setup_minutes": 0}
    (change,) = lines(Adaptation, adaptations=[own])
    assert change.setup_minutes == 0


def test_a_plan_that_was_altered_still_says_what_it_said():
    altered = templates()[0].revised(title="Mine")
    assert plan_templates.lines(altered, SESSION) == plan_templates.lines(templates()[0], SESSION)


def test_what_is_met_by_design_is_noted_of_what_is_expected_in_activities_that_are_read():
    noted = {"barrier": "feeling-safe", "how": "Because we say so"}
    met = lines(
        ByDesign,
        expects=["feeling-safe"],
        activities=[
            {"id": "a1", "library": "M37"},
            {"id": "a2", "library": "M37", "skip": True},
            {"id": "a3", "library": "M75"},
            {"id": "a4", "library": "M37", "by_design": [noted, {"barrier": "attitudes", "how": "Not asked"}]},
            {"id": "a5", "kind": "play"},
        ],
    )
    assert [(each.id, each.activity, each.barrier) for each in met] == [
        ("b1", "a1", Barrier.FEELING_SAFE),
        ("b2", "a4", Barrier.FEELING_SAFE),
    ]
    assert met[0].how == "Every note belongs, so nothing sounds wrong."
    assert met[1].how == "Because we say so"


def test_intentions_say_how_they_would_be_noticed():
    held = {"id": "i1", "area": "social", "text": "Wait", "notice": "A look"}
    (line,) = lines(Intention, intentions=[held])
    assert {name: getattr(line, name) for name in held} == held
