"""A session made from a past one: its running order comes, and nothing that belongs to one meeting or to others."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from tests.plans import a_document, a_series, in_bytes

from amie_planner.domain.carrying_on import offered
from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.copying import copy_session, named_in
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.vocabulary import Barrier, Status, Verdict
from amie_planner.errors import AmieError
from amie_planner.exchange.plan_file import read

NEW = {"title": "Session 9", "number": 9, "date": date(2027, 1, 12)}
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
PAST: dict[str, Any] = {
    "id": "s1", "title": "Lift-off", "number": 1, "date": "2026-09-08", "start": "10:00", "minutes": 45,
    "status": "delivered", "notes": "Sky was tired", "not_expected": ["p2"], "expects": ["sound-light-sensory"],
    "register": {"mode": "people", "people": {"p1": "present"}}, "reflection": {"tried": "It went"},
    "actual": {"a1": {"start": "10:00", "minutes": 12}}, "ended": "10:40", "focus": ["H01"],
    "intentions": [{"id": "i1", "area": "musical", "text": "Keep a pulse"}],
    "activities": [
        {"id": "a1", "title": "Hello", "minutes": 10, "pinned_start": "10:00", "serves": ["i1"], "leads": ["t1"],
         "young_lead": True, "kit": ["drum"], "started_by": "young people",
         "music": [{"title": "Hello song", "chosen_by": "young people"}],
         "card": {"word": "Hello", "picture": "m1"}},
        {"id": "a2", "title": "Wind down", "minutes": 5, "skip": True},
    ],
    "adaptations": [
        {"id": "d1", "what": "Lights first", "requirements": ["r1", "r2"], "reach": "one", "activities": ["a1"],
         "verdict": "worked", "then": "keep", "verdict_note": "lovely", "who": "t1"},
        {"id": "d2", "what": "Ear defenders", "requirements": ["r2"], "reach": "one", "activities": "all"},
        {"id": "d3", "what": "Say it twice", "reach": "everyone", "activities": "all"},
        {"id": "d4", "what": "No hall", "reach": "everyone", "activities": "all", "verdict": "not", "then": "stop"},
    ],
    "by_design": [{"requirement": "r1", "activity": "a2"}, {"requirement": "r2", "activity": "a2"},
                  {"barrier": "sound-light-sensory", "activity": "a2"}],
    "next_time": [{"id": "n1", "text": "Bring bells"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def past() -> Series:
    return a_series(
        sessions=[PAST],
        people=[
            {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "sound-light-sensory"}]},
            {"id": "p2", "alias": "Moss", "left": "2026-12-18", "requirements": [{"id": "r2"}]},
        ],
        team=[{"id": "t1", "role": "Music leader"}],
        pictures=[{"id": "m1", "title": "Hello", "image": DOT}],
    )


@pytest.fixture(scope="module")
def other() -> Series:
    return read(in_bytes(a_document(programme={"uid": "u2", "title": "Another"}, team=[{"id": "t1", "role": "Cook"}])))


def made(series: Series, source: Series, fields: dict[str, Any] | None = None) -> tuple[Series, Lines]:
    id, changes = copy_session(series, source, "s1", fields or NEW)
    after = series.after(changes)
    assert after.after(inverse(changes)) == series
    return after, next(lines for lines in after.sessions if lines.session.id == id)


def test_the_running_order_comes_with_kit_and_cards_and_its_length(past: Series):
    _, lines = made(past, past)
    was = past.sessions[0]
    assert [a.revised(session="s1") for a in lines.activities] == list(was.activities)
    assert [i.revised(session="s1") for i in lines.intentions] == list(was.intentions)
    assert (lines.session.minutes, lines.session.date, lines.session.title) == (45, date(2027, 1, 12), "Session 9")
    assert lines.session.expects == was.session.expects


@pytest.mark.parametrize(
    ("old", "pin", "new", "begins", "pinned"),
    [
        ("10:00", "10:25", "18:00", time(18), time(18, 25)),
        ("18:00", "18:25", "09:30", time(9, 30), time(9, 55)),
        ("10:00", "10:25", None, time(10), time(10, 25)),
        ("10:00", "23:30", "11:00", time(11), None),
        ("10:00", "09:55", "00:00", time(0), None),
        (None, "00:25", "18:00", time(18), time(18, 25)),
        (None, "00:25", None, None, time(0, 25)),
    ],
)
def test_a_pin_is_as_long_after_the_new_start_as_it_was_after_the_old_one(
    old: str | None, pin: str, new: str | None, begins: time | None, pinned: time | None
):
    activities = [{"id": "a1", "minutes": 5}, {"id": "a2", "pinned_start": pin}]
    series = a_series(sessions=[{"id": "s1", "title": "One", "start": old, "activities": activities}])
    _, lines = made(series, series, {"title": "New", "start": time.fromisoformat(new) if new else None})
    assert lines.session.start == begins
    assert [activity.pinned_start for activity in lines.activities] == [None, pinned]


def test_a_copy_of_a_copy_is_offered_nothing_that_it_holds(past: Series):
    second, lines = made(past, past, {"title": "Second", "date": date(2026, 9, 15), "status": Status.DRAFT})
    id, changes = copy_session(second, second, lines.session.id, {"title": "Third", "date": date(2026, 9, 22)})
    third = second.after(changes)
    assert [change.what for change in third.plan(id).adaptations] == ["Lights first", "Ear defenders", "Say it twice"]
    assert offered(third, id) == ()


def test_what_comes_back_from_the_past_one_is_not_offered_to_the_copy_too(past: Series):
    """However it was made: by “Add one like this” or from a past session."""
    after, lines = made(past, past, {"title": "Next", "date": None})
    assert [change.follows and change.follows.adaptation for change in lines.adaptations] == ["d1", "d2", "d3"]
    assert offered(after, lines.session.id) == ()


@pytest.mark.parametrize(
    "name", ["notes", "not_expected", "attendance", "reflection", "actual", "ended", "focus", "status"]
)
def test_what_belongs_to_one_meeting_stays_there(past: Series, other: Series, name: str):
    for series in (past, other):
        _, lines = made(series, past)
        assert not getattr(lines.session, name)
        assert lines.next_time == ()


def test_changes_come_for_those_who_are_still_there_as_they_were_planned(past: Series):
    after, lines = made(past, past)
    assert [change.what for change in lines.adaptations] == ["Lights first", "Say it twice"]
    first = lines.adaptations[0]
    assert (first.requirements, first.verdict, first.then, first.verdict_note) == (("r1",), None, None, None)
    assert first.follows and (first.follows.session, first.follows.adaptation) == ("s1", "d1")
    assert [met.requirement or met.barrier for met in lines.by_design] == ["r1", Barrier.SOUND_LIGHT_SENSORY]
    assert past.sessions[0].adaptations[0].verdict is Verdict.WORKED
    assert [offer.adaptation.id for offer in offered(after, lines.session.id)] == []


@pytest.mark.parametrize(
    ("went", "comes"),
    [
        ({"verdict": "partly"}, False),
        ({"verdict": "not"}, False),
        ({"then": "change"}, False),
        ({"verdict": "partly", "carried": "parked"}, False),
        ({"verdict": "partly", "carried": "taken"}, True),
        ({"verdict": "not used"}, True),
    ],
)
def test_what_did_not_wholly_work_waits_to_be_taken_parked_or_declined(went: dict[str, str], comes: bool):
    held = {"id": "s1", "title": "Lift-off", "date": "2026-09-08", "status": "delivered"}
    tried = {**held, "adaptations": [{"id": "d3", "what": "Say it twice", "reach": "everyone", **went}]}
    after, lines = made(series := a_series(sessions=[tried]), series)
    assert [change.what for change in lines.adaptations] == (["Say it twice"] if comes else [])
    if "carried" not in went:
        assert [offer.adaptation.id for offer in offered(after, lines.session.id)] == ([] if comes else ["d3"])


def test_somebody_who_leaves_later_is_still_there(past: Series):
    _, lines = made(past, past, NEW | {"date": date(2026, 12, 18)})
    assert [change.what for change in lines.adaptations] == ["Lights first", "Ear defenders", "Say it twice"]


def test_nothing_about_people_or_team_comes_into_another_programme(past: Series, other: Series):
    after, lines = made(other, past)
    hello = lines.activities[0]
    assert (hello.programme, hello.kit, hello.serves) == ("u2", ("drum",), ("i1",))
    assert (hello.leads, hello.young_lead, hello.started_by, hello.pinned_start) == ((), False, None, None)
    assert (hello.music[0].title, hello.music[0].chosen_by) == ("Hello song", None)
    assert (lines.adaptations, lines.by_design) == ((), ())
    assert (after.people, after.requirements, after.team) == ((), (), other.team)


def test_the_picture_on_a_card_comes_along_once(past: Series, other: Series):
    after, lines = made(other, past)
    card = lines.activities[0].card
    assert card and [p.id for p in after.pictures if p.image == DOT] == [card.picture]
    again, twice = made(after, past)
    assert again.pictures == after.pictures
    assert twice.activities[0].card == card


def test_a_full_programme_takes_no_more(past: Series, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("amie_planner.domain.edits.programmes.MOST_SESSIONS", 1)
    with pytest.raises(AmieError, match="at most 1 sessions"):
        copy_session(past, past, "s1", NEW)


def test_a_name_in_a_text_that_comes_along_is_told_and_one_that_stays_is_not():
    hello = {"id": "a1", "title": "Hello", "instructions": "Wait for sky", "kit": ["Moss’s drum"]}
    people = [{"id": "p1", "alias": "Sky"}, {"id": "p2", "alias": "Moss"}, {"id": "p3", "alias": "Ash"}]
    series = a_series(sessions=[{"id": "s1", "title": "One", "notes": "Ash", "activities": [hello]}], people=people)
    assert named_in(series, "s1") == ("sky", "Moss")
