"""The sessions that a new one can be made from: the latest first, found by words, and what would come along is said."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.plan import Series
from amie_planner.ui.models.past_sessions import comes_along, past_rows

SONG = {"id": "a1", "title": "Drum talk", "instructions": "Wait for Sky"}
SPARE = {"id": "a2", "title": "Shakers", "skip": True}


def held(*days: str | None, **session: Any) -> Series:
    sessions = [
        {"id": f"s{n}", "title": f"Week {n}", "activities": [SONG, SPARE], "status": "delivered", **session}
        | ({"date": day} if day else {})
        for n, day in enumerate(days, 1)
    ]
    return a_series(sessions=sessions, people=[{"id": "p1", "alias": "Sky"}])


def ids(series: Series, looked_for: str = "") -> list[str]:
    return [row.id for row in past_rows(series, looked_for)]


def test_the_latest_stands_first_and_undated_ones_last():
    assert ids(held("2026-09-08", None, "2026-11-03", "2026-09-15")) == ["s3", "s4", "s1", "s2"]


def test_a_row_says_its_day_its_status_and_what_it_holds_but_for_plan_b():
    [row] = past_rows(held("2026-09-08"))
    assert row.spoken == "Week 1, Tuesday 8 September 2026 · delivered · Drum talk"
    [row] = past_rows(held("2026-09-08", activities=[], status="cancelled"))
    assert row.below == "Tuesday 8 September 2026 · cancelled · no activities"


@pytest.mark.parametrize(
    ("words", "found"),
    [("drum november", ["s2"]), ("DRUM", ["s2", "s1"]), ("week 1", ["s1"]), ("shakers", []), ("  ", ["s2", "s1"])],
)
def test_a_session_is_found_by_every_word_of_its_title_day_and_activities(words: str, found: list[str]):
    assert ids(held("2026-09-08", "2026-11-03"), words) == found


def test_changes_come_along_within_a_programme_and_names_are_told_for_another():
    series = held("2026-09-08")
    here, elsewhere = (comes_along(series, "s1", same=same) for same in (True, False))
    assert here.endswith("What changes for those who are still there comes too.") and "Sky" not in here
    assert elsewhere.endswith("Its words may name somebody: “Sky”.") and "What changes" not in elsewhere
