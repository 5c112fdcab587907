"""The running order as rows: sentences with times, what changes in them, and what nothing answers yet."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.modeltest import ModelTester
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan

from amie_planner.domain import edits
from amie_planner.domain.changes import revise
from amie_planner.domain.timing import timing
from amie_planner.exchange.loading import load
from amie_planner.ui.models.running_order import ActivityRow, Chip, RunningOrderList, balance, before_the_start, of_plan


def rows_of(parts: dict[str, Any] | None = None, **session: Any) -> tuple[ActivityRow, ...]:
    return of_plan(a_plan(parts=parts, **session))[0]


SKY = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "words": "Give me time", "where": ["play"]}]}


def test_rows_follow_the_clock_and_plan_b_takes_no_time():
    rows = rows_of(
        start="10:00",
        activities=[
            {"id": "a1", "title": "Hello", "minutes": 5},
            {"id": "a2", "title": "Spare", "minutes": 9, "skip": True},
            {"id": "a3", "title": "Play", "minutes": 1, "pinned_start": "10:10"},
        ],
    )
    assert [(r.time, r.length, r.text, r.skipped, r.pinned) for r in rows] == [
        ("10:00", "5 min", "Hello", False, False),
        ("Plan B", "9 min", "Spare", True, False),
        ("10:10", "1 min", "Play", False, True),
    ]
    assert rows[2].lines == ("5 minutes free before this",)


def test_a_start_that_is_pinned_too_early_is_said():
    activities = [{"id": "a1", "minutes": 5}, {"id": "a2", "minutes": 5, "pinned_start": "10:04"}]
    assert rows_of(start="10:00", activities=activities)[1].lines == ("Starts 1 minute before the one above ends",)


def test_what_changes_and_what_nothing_answers_stand_with_the_activity():
    rows = rows_of(
        {"people": [SKY]},
        activities=[{"id": "a1", "kind": "play"}, {"id": "a2", "kind": "play"}, {"id": "a3", "kind": "sing"}],
        adaptations=[
            {"id": "d1", "activities": ["a1"], "requirements": ["r1"], "what": "Wait"},
            {"id": "d2", "activities": "all", "reach": "everyone"},
            {"id": "d3", "activities": ["a3"]},
        ],
    )
    everyone = Chip("Everyone: a change to be described", met=True)
    assert rows[0].chips == (Chip("Sky: Wait", met=True), everyone)
    assert rows[1].chips == (everyone, Chip("Not yet: Sky: Give me time", met=False))
    assert rows[2].chips == (everyone, Chip("A change to be described", met=True))


def test_a_row_is_spoken_in_the_order_in_which_it_is_read():
    [row] = rows_of(
        {"people": [SKY], "team": [{"id": "t1", "name": "Ash"}]},
        start="10:00",
        activities=[
            {
                "id": "a1",
                "title": "Rain.",
                "kind": "play",
                "minutes": 5,
                "pinned_start": "10:00",
                "leads": ["t1"],
                "started_by": "together",
                "decision": {"question": "Which?", "options": ["drum"]},
            }
        ],
    )
    assert row.spoken == (
        "10:00. pinned. 5 min. Rain. Ash leads · an idea made together. Which? drum. Not yet: Sky: Give me time"
    )


def test_a_row_says_whose_it_is_and_who_does_something_else_meanwhile():
    rows = rows_of(
        start="10:00",
        activities=[
            {"id": "a1", "title": "Tune", "minutes": 5, "strand": "Strings group"},
            {"id": "a2", "title": "Spare", "skip": True, "strand": "Strings group"},
            {"id": "a3", "title": "Groove", "minutes": 5, "strand": "Drums group"},
            {"id": "a4", "title": "Words", "minutes": 5, "strand": "Voices"},
            {"id": "a5", "title": "All", "minutes": 5},
            {"id": "a6", "title": "Alone", "minutes": 5, "strand": "Voices"},
        ],
    )
    assert [(row.group, row.together) for row in rows] == [
        ("Strings group", "at the same time as Drums group and Voices"),
        ("Strings group", ""),
        ("Drums group", "at the same time as Strings group and Voices"),
        ("Voices", "at the same time as Strings group and Drums group"),
        ("", ""),
        ("Voices", ""),
    ]
    assert rows[0].spoken == "10:00. 5 min. Tune. Strings group, at the same time as Drums group and Voices"
    assert rows[5].spoken == "10:10. 5 min. Alone. Voices"
    assert [row.beside.lane if row.beside else None for row in rows] == [0, 0, 1, 2, None, None]


def test_what_is_set_up_in_place_stands_with_the_first_activity_it_is_for():
    rows = rows_of(
        activities=[{"id": "a1", "kind": "play"}, {"id": "a2", "kind": "break", "minutes": 5}, {"id": "a3"}],
        adaptations=[
            {"id": "d1", "activities": ["a3"], "set_up": "in place", "setup_minutes": 4, "kit": ["switch", "arm"]},
            {"id": "d2", "activities": ["a3"], "set_up": "in place", "setup_minutes": 2, "what": "Chairs in a ring"},
            {"id": "d3", "activities": "all", "set_up": "in place", "setup_minutes": 0},
            {"id": "d4", "activities": ["a3"], "setup_minutes": 9},
        ],
    )
    assert rows[0].lines == rows[1].lines == ()
    assert rows[2].lines == (
        "Set up in place: 4 min, switch, arm",
        "Set up in place: 2 min, Chairs in a ring",
        "1 minute short for setting up in place",
    )


def test_a_set_up_in_place_that_fits_says_no_more_and_without_anything_to_say_only_its_minutes():
    change = {"id": "d1", "activities": ["a2"], "set_up": "in place", "setup_minutes": 5}
    activities = [{"id": "a1", "kind": "break", "minutes": 5}, {"id": "a2"}]
    assert rows_of(activities=activities, adaptations=[change])[1].lines == ("Set up in place: 5 min",)


@pytest.mark.parametrize(
    ("minutes", "ready", "said"),
    [
        (None, 15, ""),
        (0, 15, ""),
        (5, 15, "Before the start: 5 minutes of setting up, of 15 to get ready"),
        (15, 15, "Before the start: 15 minutes of setting up, of 15 to get ready"),
        (18, 15, "Before the start: 18 minutes of setting up, 3 minutes more than the 15 to get ready"),
        (1, 0, "Before the start: 1 minute of setting up, 1 minute more than the 0 to get ready"),
        (5, None, "Before the start: 5 minutes of setting up. The minutes to get ready are not recorded."),
    ],
)
def test_setting_up_before_the_start_is_said_with_the_minutes_there_are(
    minutes: int | None, ready: int | None, said: str
):
    change = {"id": "d1", "activities": "all", "setup_minutes": minutes}
    plan = a_plan(ready_minutes=ready, activities=[{"id": "a1"}], adaptations=[change])
    assert before_the_start(plan) == said


def heard_from(model: RunningOrderList) -> list[Any]:
    heard: list[Any] = []
    model.rowsInserted.connect(lambda parent, first, last: heard.append(("came", first)))
    model.rowsRemoved.connect(lambda parent, first, last: heard.append(("went", first)))
    model.rowsMoved.connect(lambda parent, first, last, to, at: heard.append(("moved", first, at)))
    model.dataChanged.connect(lambda first, last, roles: heard.append(("changed", first.row())))
    return heard


def test_an_edit_of_the_plan_changes_only_the_rows_it_reaches(qtmodeltester: ModelTester):
    series = load(SPACE_SOUNDS)
    model = RunningOrderList()
    qtmodeltester.check(model)
    model.show(of_plan(series.plan("s1"))[0])
    heard = heard_from(model)

    third = series.plan("s1").activities[2]
    series = series.after([revise(third, minutes=(third.minutes or 0) + 1)])
    model.show(of_plan(series.plan("s1"))[0])
    assert heard == [("changed", n) for n in range(2, 6)]

    heard.clear()
    series = series.after(edits.move_activity(series.plan("s1"), series.plan("s1").activities[1].id, 2))
    model.show(of_plan(series.plan("s1"))[0])
    assert heard == [("moved", 2, 1), ("changed", 1), ("changed", 2)]

    heard.clear()
    series = series.after(edits.remove_activity(series, "s1", series.plan("s1").activities[-1].id))
    model.show(of_plan(series.plan("s1"))[0])
    assert heard == [("went", 6)]


@pytest.mark.parametrize(
    ("session", "said"),
    [
        ({}, "0 minutes planned, no session length yet"),
        ({"activities": [{"id": "a1", "minutes": 1}]}, "1 minute planned, no session length yet"),
        ({"minutes": 0}, "The time is filled"),
        ({"minutes": 5, "activities": [{"id": "a1", "minutes": 5}]}, "The time is filled"),
        ({"minutes": 6, "activities": [{"id": "a1", "minutes": 5}]}, "1 minute left"),
        ({"minutes": 5, "activities": [{"id": "a1", "minutes": 15}]}, "10 minutes over"),
    ],
)
def test_the_balance_is_said_in_words(session: dict[str, Any], said: str):
    assert balance(timing(a_plan(**session))) == said
