"""What the leader reads while a session runs: plain words, and nothing private until it is wanted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain.plan import Plan
from amie_planner.domain.running import Running, running
from amie_planner.ui.models.running import (
    Shown,
    Wording,
    against_plan,
    began,
    group_shown,
    lefts,
    minutes_left,
    news,
    rows,
    session_shown,
)

PARTS = {
    "people": [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "words": "Wait"}]}],
    "team": [{"id": "t1", "name": "Jo"}, {"id": "t2", "name": "Sky Lee", "young_leader": True}],
}
ACTIVITIES: list[dict[str, Any]] = [
    {
        "id": "a1",
        "title": "Sky’s song",
        "minutes": 10,
        "leads": ["t1", "t2"],
        "instructions": "\n Sky begins.\nThen all.",
        "decision": {"question": "Does Sky begin?", "options": ["yes", "no"]},
    },
    {"id": "a2", "title": "Tune", "minutes": 20, "strand": "Strings"},
    {"id": "a3", "title": "Groove", "strand": "Drums of Sky"},
    {"id": "a4", "title": "Goodbye", "minutes": 5},
]
CHANGES = [
    {"id": "d1", "activities": ["a1"], "requirements": ["r1"], "what": "Five slow breaths"},
    {"id": "d2", "activities": "all", "reach": "everyone", "what": "Soft light"},
    {"id": "d3", "activities": ["a4"], "what": "Elsewhere"},
]


def planned(actual: dict[str, Any] | None = None, activities: list[dict[str, Any]] = ACTIVITIES, **more: Any) -> Plan:
    day = {"date": "2026-09-08", "start": "10:00", "minutes": 35} | more
    here = {"all", *(a["id"] for a in activities)}
    changes = [d for d in CHANGES if d["activities"] == "all" or here.issuperset(d["activities"])]
    return a_plan(parts=PARTS, activities=activities, adaptations=changes, actual=actual or {}, **day)


def at(plan: Plan, clock: str) -> Running:
    return running(plan, datetime.fromisoformat(f"2026-09-08T{clock}"))


def first(plan: Plan, clock: str, *, private: bool = False, group: int = 0) -> Shown:
    run = at(plan, clock)
    return group_shown(run, run.groups[group], Wording.of(plan, private=private))


FIRST = {"a1": {"start": "10:00"}}
IN_GROUPS = {"a1": {"start": "10:00", "minutes": 10}, "a2": {"start": "10:10"}, "a3": {"start": "10:10"}}


def test_no_private_word_is_shown_until_it_is_wanted():
    seen = first(planned(FIRST), "10:03")
    assert seen.title == "(name)’s song"
    assert seen.about == "Jo and (name) lead"
    assert seen.instructions == "(name) begins."
    assert seen.choice == "Does (name) begin? yes or no."
    assert seen.changes == ("Everyone: Soft light", "1 more change here (hidden)")
    assert "Sky" not in seen.spoken and "breaths" not in seen.spoken
    plan = planned(IN_GROUPS)
    run, wording = at(plan, "10:12"), Wording.of(plan, private=False)
    said = [*(group_shown(run, g, wording).spoken for g in run.groups), *(row.spoken for row in rows(run, wording))]
    assert len(said) == 6
    assert not [text for text in said if "Sky" in text]


def test_private_words_are_shown_when_they_are_wanted():
    seen = first(planned(FIRST), "10:03", private=True)
    assert (seen.title, seen.about, seen.instructions) == ("Sky’s song", "Jo and Sky Lee lead", "Sky begins.")
    assert seen.changes == ("Sky: Five slow breaths", "Everyone: Soft light")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reach": "everyone", "what": "Count in"}, ("Everyone: Count in",)),
        ({"reach": "everyone", "requirements": ["r1"], "what": "Count in"}, ("Everyone: Count in",)),
        ({"reach": "everyone", "what": "All follow sky"}, ("1 change here (hidden)",)),
        ({"reach": "some", "what": "Count in"}, ("1 change here (hidden)",)),
        ({"reach": "one", "what": "Count in"}, ("1 change here (hidden)",)),
        ({"what": "Count in"}, ("1 change here (hidden)",)),
    ],
)
def test_what_is_for_everyone_is_not_hidden_unless_it_names_somebody(change: dict[str, Any], said: tuple[str, ...]):
    here = [{"id": "d1", "activities": "all"} | change]
    plan = a_plan(parts=PARTS, activities=[{"id": "a1"}], adaptations=here, actual=FIRST, date="2026-09-08")
    assert first(plan, "10:00").changes == said


def test_an_activity_without_changes_hides_none():
    plan = a_plan(activities=[{"id": "a1"}], actual=FIRST, date="2026-09-08", start="10:00")
    assert first(plan, "10:00").changes == ()


@pytest.mark.parametrize(
    ("clock", "added", "number", "left"),
    [
        ("10:03", None, "7", "minutes left of 10"),
        ("10:09", None, "1", "minute left of 10"),
        ("10:10", None, "0", "minutes left of 10: time is up"),
        ("10:11", None, "1", "minute over its 10"),
        ("10:14", None, "4", "minutes over its 10"),
        ("10:10", 5, "5", "minutes left of 15 (5 added)"),
        ("10:18", 5, "3", "minutes over its 15 (5 added)"),
    ],
)
def test_minutes_left_are_a_number_and_words(clock: str, added: int | None, number: str, left: str):
    run = at(planned({"a1": {"start": "10:00", "added": added}}), clock)
    assert minutes_left(run, run.steps[0]) == (number, left)


def test_what_has_no_length_says_how_long_it_has_lasted():
    run = at(planned(IN_GROUPS), "10:11")
    assert minutes_left(run, run.steps[2]) == ("1", "minute so far, no length planned")


def test_what_comes_next_is_said_for_one_group_for_each_and_for_all():
    assert first(planned(FIRST), "10:03").next == "Next, in groups: Strings: Tune, 20 minutes; Drums of (name): Groove"
    assert first(planned(IN_GROUPS), "10:12").next == "Next, all together: Goodbye, 5 minutes"
    last = IN_GROUPS | {"a2": {"start": "10:10", "minutes": 9}, "a3": {"start": "10:10", "minutes": 9}}
    assert first(planned(last | {"a4": {"start": "10:20"}}), "10:21").next == "Nothing comes after this"
    simple = [{"id": "a1", "title": "One"}, {"id": "a2", "title": "Two"}]
    assert first(planned(FIRST, simple), "10:03").next == "Next: Two"


def test_a_group_that_is_done_waits():
    done = IN_GROUPS | {"a3": {"start": "10:10", "minutes": 4}}
    seen = first(planned(done), "10:15", group=1)
    assert (seen.title, seen.number) == ("Waits for the others", "")
    assert seen.spoken == "Drums of (name). Waits for the others. Next, all together: Goodbye, 5 minutes"


def test_with_everything_done_it_says_so():
    done = {"a1": {"start": "10:00", "minutes": 10}}
    assert first(planned(done, ACTIVITIES[:1]), "10:15").title == "Everything is done"


@pytest.mark.parametrize(
    ("clock", "given", "said"),
    [
        ("10:05", {}, "On time: ends 10:35"),
        ("10:14", {}, "About 4 minutes behind: ends 10:39 rather than 10:35"),
        ("10:11", {"minutes": 30}, "About 1 minute behind: ends 10:36 rather than 10:35; the session is until 10:30"),
        ("10:14", {"minutes": 45}, "About 4 minutes behind: ends 10:39 rather than 10:35"),
    ],
)
def test_how_it_stands_against_the_plan(clock: str, given: dict[str, Any], said: str):
    assert against_plan(at(planned(FIRST, **given), clock)) == said


def test_ahead_of_the_plan_and_past_the_end():
    early = {"a1": {"start": "10:00", "minutes": 7}, "a2": {"start": "10:07"}, "a3": {"start": "10:07"}}
    assert against_plan(at(planned(early), "10:08")) == "About 3 minutes ahead: ends 10:32 rather than 10:35"
    for ended, said in (
        ("10:39", "4 minutes later than planned"),
        ("10:35", "as planned"),
        ("10:34", "1 minute earlier"),
    ):
        assert said in against_plan(at(planned(early, ended=ended), "11:00"))


def test_where_no_length_is_planned_nothing_is_behind():
    bare = [{"id": "a1"}]
    assert against_plan(at(planned(FIRST, bare), "10:14")) == ""
    assert against_plan(at(planned(FIRST, bare, ended="10:20"), "10:30")) == "Ended 10:20"


def test_the_whole_says_planned_and_actual():
    plan = planned(IN_GROUPS | {"a1": {"start": "10:00", "minutes": 12, "added": 1}, "a4": {"skipped": True}})
    found = rows(at(plan, "10:16"), Wording.of(plan, private=True))
    assert [row.spoken for row in found] == [
        "Sky’s song. Done. Planned 10:00, 10 minutes. "
        "Began 10:00, took 12 minutes, 2 more than planned, 1 added in the room",
        "Tune (Strings). Now. Planned 10:10, 20 minutes. Began 10:10",
        "Groove (Drums of Sky). Now. Planned 10:10, no length. Began 10:10",
        "Goodbye. Skipped. Planned 10:30, 5 minutes",
    ]


def test_what_was_not_reached_and_what_was_written_down_without_a_start():
    plan = planned({"a1": {"start": "10:00", "minutes": 8}, "a2": {"minutes": 20}}, ended="10:30")
    found = rows(at(plan, "11:00"), Wording.of(plan, private=False))
    assert (found[0].actual, found[1].actual) == (
        "Began 10:00, took 8 minutes, 2 fewer than planned",
        "Took 20 minutes",
    )
    assert [row.state for row in found] == ["Done", "Done", "Not done", "Not done"]


@pytest.mark.parametrize(
    ("before", "clock", "said"),
    [
        ("10:07", "10:08", ["2 minutes left: (name)’s song"]),
        ("10:05", "10:09", ["1 minute left: (name)’s song"]),
        ("10:08", "10:09", []),
        ("10:09", "10:10", ["Time is up: (name)’s song"]),
        ("10:01", "10:20", ["Time is up: (name)’s song"]),
        ("10:10", "10:11", []),
        ("10:02", "10:03", []),
    ],
)
def test_two_minutes_left_and_time_up_are_said_once(before: str, clock: str, said: list[str]):
    plan = planned(FIRST)
    wording = Wording.of(plan, private=False)
    assert list(news(lefts(at(plan, before)), at(plan, clock), wording)) == said


def test_what_has_just_begun_or_has_no_length_is_no_news():
    plan = planned(IN_GROUPS)
    assert news({}, at(plan, "10:31"), Wording.of(plan, private=False)) == ()
    assert lefts(at(plan, "10:31")) == {"a2": -1}


def whole(plan: Plan, when: str) -> tuple[str, str, str]:
    now = datetime.fromisoformat(when)
    seen = session_shown(running(plan, now), Wording.of(plan, private=False), now)
    return seen.title, seen.about, seen.next


def test_before_it_begins_what_comes_first_is_said():
    assert whole(planned(), "2026-09-08T09:50") == ("Not begun yet", "", "First: (name)’s song, 10 minutes")
    assert whole(planned(date=None), "2026-09-08T09:50")[:2] == ("Not begun yet", "")


@pytest.mark.parametrize(
    ("given", "when", "said"),
    [
        ({}, "2026-09-08T09:50", ""),
        ({}, "2026-09-11T09:50", "It is planned for Tuesday 8 September 2026."),
        ({"status": "cancelled"}, "2026-09-08T09:50", "It is cancelled."),
    ],
)
def test_what_is_unusual_is_said_before_it_begins(given: dict[str, Any], when: str, said: str):
    assert whole(planned(**given), when)[:2] == ("Not begun yet", said)


def test_one_that_was_held_on_another_day_is_not_begun_again():
    held = planned(status="delivered")
    assert whole(held, "2027-01-11T09:50")[:2] == ("This session was held on 8 September 2026", "No times were kept.")


def test_left_running_and_over_are_said():
    assert whole(planned(FIRST), "2026-09-09T10:05")[0] == "This session was left running on 8 September. End it?"
    over = planned({"a1": {"start": "10:00", "minutes": 30}}, ended="10:30")
    assert whole(over, "2026-09-08T11:00")[:2] == ("The session is over", "Ended 10:30, 5 minutes earlier than planned")


def test_without_an_activity_there_is_nothing_to_run():
    plan = planned(activities=[])
    assert whole(plan, "2026-09-08T10:00") == ("There is nothing to run yet", "Add an activity in the plan.", "")


def test_a_press_is_told_with_what_comes_next():
    plan = planned(IN_GROUPS | {"a3": {"start": "10:10", "minutes": 4}})
    assert began(at(plan, "10:14"), Wording.of(plan, private=False)) == (
        "Strings. Now: Tune. Next, all together: Goodbye, 5 minutes",
        "Drums of (name). Waits for the others. Next, all together: Goodbye, 5 minutes",
    )


def test_an_idea_that_was_taken_is_read_before_it_begins_or_in_its_activity():
    """Names are left out of it as of all that is read in the room."""
    everywhere = {"id": "v1", "text": "More drums for Sky", "touches": [{"session": "now"}]}
    in_one = {"id": "v2", "text": "Whisper", "touches": [{"session": "now", "activity": "a1"}]}
    decided = everywhere | {"id": "v3", "outcome": "not possible"}
    session = {"date": "2026-09-08", "start": "10:00", "activities": ACTIVITIES[:1]}
    parts = PARTS | {"voice": [everywhere, in_one, decided]}
    before, begun = (a_plan(parts=parts, actual=actual, **session) for actual in ({}, FIRST))
    now = datetime.fromisoformat("2026-09-08T10:04")
    shown_before = session_shown(at(before, "10:04"), Wording.of(before, private=False), now)
    assert shown_before.changes == ("An idea to try: More drums for (name)",)
    assert first(begun, "10:04").changes == ("An idea to try: Whisper",)
    later = datetime.fromisoformat("2026-09-09T10:04")
    held = a_plan(parts=parts, status="delivered", **session)
    assert session_shown(running(held, later), Wording.of(held, private=False), later).changes == ()
