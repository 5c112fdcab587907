"""Activities and first plans between a plan and the library: nobody goes along, and what comes in stands where it is
asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.plans import a_plan, a_series

from amie_planner.domain import activities, plan_templates
from amie_planner.domain.changes import Change
from amie_planner.domain.edits.activities import (
    add_from_library,
    add_to_shelf,
    begin_from,
    copy_activity_back,
    entry_of,
    keep_activity,
    keep_as_first_plan,
    texts_of,
)
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import ByDesign, LibraryActivity, PlanTemplate
from amie_planner.errors import InvalidRecord

FULL: dict[str, Any] = {
    "id": "a1",
    "title": "Drum talk",
    "kind": "play",
    "minutes": 8,
    "aim": "A talk in sound",
    "instructions": "Ask on a drum",
    "kit": ["drums"],
    "leads": ["t1"],
    "young_lead": True,
    "started_by": "young people",
    "decision": {"question": "Who asks?", "options": ["you", "me"]},
    "music": [{"title": "Talk", "chosen_by": "young people"}],
    "card": {"word": "Talk", "symbol": "play"},
}
GROUP: dict[str, Any] = {
    "people": [
        {
            "id": "p1",
            "alias": "Otter",
            "requirements": [{"id": "r1", "barrier": "feeling-safe", "words": "Otter hides"}],
        }
    ],
    "team": [{"id": "t1", "name": "Ash", "role": "Leader"}],
}
EXPECTED = "sound-light-sensory"
LIKED = next(
    each for each in activities.starter() if EXPECTED in activities.designs_out(each) and len(each.by_design) > 1
)


def programme(**fields: Any) -> dict[str, Any]:
    return {"programme": {"uid": "u1", "title": "Sound makers", "setting": "choir"}, **fields}


def entry(id: str = "own-1", title: str = "Drum talk", **fields: Any) -> LibraryActivity:
    return LibraryActivity.made(id=id, title=title, **fields)


def made_of(changes: tuple[Change, ...]) -> Any:
    """The one record that comes new."""
    (new,) = (change.after for change in changes if change.before is None)
    return new


def test_an_activity_of_the_library_comes_exactly_where_it_is_asked_for_and_meets_what_is_expected():
    plan = a_plan(activities=[{"id": "a1"}, {"id": "a2"}], by_design=[], expects=[EXPECTED])
    id, changes = add_from_library(plan, 1, LIKED)
    after = a_series_after(plan, changes)
    assert [each.id for each in after.activities] == ["a1", id, "a2"]
    new = after.activities[1]
    assert {name: getattr(new, name) for name in activities.taken(LIKED)} == activities.taken(LIKED)
    assert [(met.activity, met.barrier) for met in after.by_design] == [(id, EXPECTED)]


def a_series_after(plan: Plan, changes: tuple[Change, ...]) -> Plan:
    series = a_series(**_parts(plan))
    return series.after(changes).plan(plan.session.id)


def _parts(plan: Plan) -> dict[str, Any]:
    session = {
        "id": plan.session.id,
        "title": plan.session.title,
        "activities": [{"id": a.id} for a in plan.activities],
        "by_design": [{"activity": b.activity, "barrier": b.barrier} for b in plan.by_design],
    }
    return {"sessions": [session]}


def test_what_is_met_by_design_gets_a_place_of_its_own_after_what_is_there():
    there = [{"activity": "a1", "barrier": EXPECTED}]
    plan = a_plan(activities=[{"id": "a1"}], by_design=there, expects=[EXPECTED])
    _, changes = add_from_library(plan, 1, LIKED)
    (met,) = (change.after for change in changes if isinstance(change.after, ByDesign))
    assert met.id not in {each.id for each in plan.by_design}
    assert met.position > plan.by_design[0].position


def test_where_people_are_expected_nothing_is_claimed_for_them():
    plan = a_plan(parts=GROUP, expects=[EXPECTED])
    _, changes = add_from_library(plan, 0, LIKED)
    assert not [change for change in changes if isinstance(change.after, ByDesign)]


def test_an_activity_is_kept_with_all_that_one_needs_to_lead_it_and_nobody_in_it():
    met = [{"activity": "a1", "requirement": "r1", "how": "Seats by the door"}]
    plan = a_plan(parts=programme(**GROUP), activities=[FULL], by_design=met)
    id, changes = keep_activity((entry("own-0", "Before", position=4),), plan, "a1")
    kept = made_of(changes)
    assert (kept.id, kept.position, kept.title, kept.kind, kept.minutes) == (id, 5, "Drum talk", "play", 8)
    assert (kept.aim, kept.instructions, kept.kit) == ("A talk in sound", "Ask on a drum", ("drums",))
    assert (kept.decision.question, kept.card.word, kept.settings) == ("Who asks?", "Talk", ("choir",))
    assert [(out.barrier, out.how) for out in kept.by_design] == [("feeling-safe", "Seats by the door")]
    assert kept.music[0].chosen_by is None
    assert not {"Otter", "Ash", "Otter hides"} & set(texts_of(changes))


def test_a_picture_of_the_programme_stays_in_the_programme():
    plan = a_plan(parts=GROUP, activities=[FULL])
    activity = plan.activities[0]
    assert activity.card is not None
    shown = activity.revised(card=activity.card.revised(picture="x1"))
    kept = made_of(keep_activity((), replace(plan, activities=(shown,)), "a1")[1])
    assert kept.card.picture is None
    assert kept.card.word == "Talk"


def test_an_activity_without_a_title_can_be_kept():
    assert made_of(keep_activity((), a_plan(activities=[{"id": "a1"}]), "a1")[1]).title == "Activity to be named"


@pytest.mark.parametrize(("title", "found"), [("drum Talk", True), ("Drum talks", False), (None, False)])
def test_an_entry_is_known_again_by_its_title(title: str | None, found: bool):
    (activity,) = a_plan(activities=[{"id": "a1", "title": title}]).activities
    assert entry_of((entry("own-0", "Other"), entry()), activity) == (entry() if found else None)


def test_copying_back_brings_what_the_plan_says_and_leaves_what_it_does_not():
    plan = a_plan(
        activities=[{"id": "a1", "title": "Drum talk", "minutes": 9}],
        by_design=[{"activity": "a1", "barrier": "attitudes", "how": "Any tap counts"}],
        expects=["attitudes"],
    )
    held = entry(
        kind="play", ages="Any", by_design=[{"barrier": "repertoire"}, {"barrier": "attitudes"}], settings=("choir",)
    )
    (change,) = copy_activity_back((held,), held, plan, "a1")
    after = change.after
    assert isinstance(after, LibraryActivity)
    assert (after.minutes, after.kind, after.ages, after.settings) == (9, "play", "Any", ("choir",))
    assert [(out.barrier, out.how) for out in after.by_design] == [
        ("repertoire", None),
        ("attitudes", "Any tap counts"),
    ]


@pytest.mark.parametrize("came", activities.starter(), ids=lambda entry: entry.id)
def test_what_comes_from_the_library_as_it_is_has_nothing_to_copy_back(came: LibraryActivity):
    plan = a_plan(expects=[out.barrier for out in came.by_design])
    id, changes = add_from_library(plan, 0, came)
    after = a_series(sessions=[{"id": "now", "title": "Today"}]).after(changes).plan("now")
    assert entry_of(activities.starter(), after.activities[0]) == came
    assert copy_activity_back((), came, after, id) == ()


def test_nothing_to_copy_back_is_no_change():
    plan = a_plan(activities=[{"id": "a1", "title": "Drum talk", "minutes": 9}])
    held = entry(minutes=9, by_design=[{"barrier": "repertoire"}], card={"word": "Talk"})
    assert copy_activity_back((held,), held, plan, "a1") == ()


WHOLE: dict[str, Any] = {
    "minutes": 45,
    "adults": 3,
    "notes": "Otter was tired",
    "intentions": [{"id": "i1", "area": "musical", "text": "Play together"}],
    "activities": [FULL | {"serves": ["i1"]}, {"id": "a2", "title": "Spare", "skip": True}],
    "adaptations": [
        {
            "id": "d1",
            "activities": ["a1"],
            "requirements": ["r1"],
            "what": "A seat by the door",
            "who": "t1",
            "verdict": "worked",
            "verdict_note": "Otter stayed",
        }
    ],
    "by_design": [{"activity": "a1", "requirement": "r1", "how": "No surprises"}],
    "next_time": [{"id": "n1", "text": "Ask Otter"}],
}


def test_a_first_plan_holds_the_plan_and_nobody():
    plan = a_plan(parts=programme(**GROUP), **WHOLE)
    _, changes = keep_as_first_plan((), plan, "Drums that ask")
    kept = made_of(changes)
    assert isinstance(kept, PlanTemplate)
    assert (kept.title, kept.setting, kept.minutes, kept.adults) == ("Drums that ask", "choir", 45, 3)
    assert kept.expects == ("feeling-safe",)
    assert (kept.adaptations[0].what, kept.adaptations[0].barriers) == ("A seat by the door", ("feeling-safe",))
    assert kept.activities[1].skip
    assert kept.notes is None
    everything = repr(kept)
    for private in ("Otter", "Ash", "t1", "p1", "r1", "worked", "stayed", "young people", "tired"):
        assert private not in everything, private


def test_a_session_begun_from_ones_own_first_plan_is_that_plan_again():
    plan = a_plan(parts=programme(**GROUP), **WHOLE)
    kept = made_of(keep_as_first_plan((), plan, "Drums that ask")[1])
    series = a_series(sessions=[{"id": "s1", "title": "Before"}])
    id, changes = begin_from(series, kept, title="Session 2", number=2)
    after = series.after(changes).plan(id)
    assert (after.session.title, after.session.number, after.session.minutes) == ("Session 2", 2, 45)
    assert [each.title for each in after.activities] == ["Drum talk", "Spare"]
    assert after.activities[0].serves == (after.intentions[0].id,)
    assert after.adaptations[0].activities == (after.activities[0].id,)
    assert [(met.barrier, met.how) for met in after.by_design] == [("feeling-safe", "No surprises")]


@pytest.mark.parametrize("template", plan_templates.templates(), ids=lambda template: template.id)
def test_each_first_plan_that_came_begins_a_session_whose_length_is_its_own(template: PlanTemplate):
    series = a_series(sessions=[{"id": "s1", "title": "Before", "minutes": 5}])
    id, changes = begin_from(series, template, title="Next", minutes=5)
    after = series.after(changes).plan(id)
    assert after.session.minutes == template.minutes
    assert len(after.activities) == len(template.activities)


def test_a_change_that_left_something_of_its_entry_out_does_not_get_it_back():
    left_out = {"id": "d1", "activities": "all", "library": "A24", "what": "A quiet word", "kit": []}
    plan = a_plan(activities=[{"id": "a1"}], adaptations=[left_out])
    kept = made_of(keep_as_first_plan((), plan, "Quiet")[1])
    series = a_series()
    id, changes = begin_from(series, kept, title="Next")
    (change,) = series.after(changes).plan(id).adaptations
    held = plan.adaptations[0]
    for name in ("what", "reach", "kit", "nothing_needed", "setup_minutes", "fallback"):
        assert getattr(change, name) == getattr(held, name)


def test_a_first_plan_needs_a_title():
    with pytest.raises(InvalidRecord):
        keep_as_first_plan((), a_plan(), " ")


def test_the_newest_of_ones_own_stands_last_in_place():
    id, changes = add_to_shelf((entry(position=3),), title="New")
    assert made_of(changes).position == 4
    assert id.startswith("own-")
