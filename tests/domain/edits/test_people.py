"""People are archived and brought back: kept, with the day on which they left."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.people import archive_person, bring_back_person
from amie_planner.domain.plan import Series

TODAY = date(2026, 11, 22)
EARLIER, LATER = date(2026, 10, 1), date(2027, 7, 20)


def with_sky(**fields: Any) -> Series:
    return a_series(people=[{"id": "p1", "alias": "Sky"} | fields, {"id": "p2", "alias": "Moss"}])


@pytest.mark.parametrize(("left", "after"), [(None, TODAY), (EARLIER, EARLIER), (LATER, TODAY)])
def test_whoever_is_archived_left_on_that_day_unless_they_had_left_before(left: date | None, after: date) -> None:
    series = with_sky(left=left.isoformat() if left else None)
    sky, moss = series.after(archive_person(series, "p1", TODAY)).people
    assert (sky.archived, sky.left) == (True, after)
    assert moss == series.people[1]


def test_whoever_is_brought_back_is_in_the_group_again() -> None:
    series = with_sky(archived=True, left="2026-10-01", joined="2026-09-08")
    sky = series.after(bring_back_person(series, "p1")).people[0]
    assert (sky.archived, sky.left, sky.joined) == (False, None, date(2026, 9, 8))


def test_archiving_and_bringing_back_can_be_taken_back() -> None:
    series = with_sky()
    archived = series.after(changes := archive_person(series, "p1", TODAY))
    assert archived.after(inverse(changes)) == series
    assert archived.after(back := bring_back_person(archived, "p1")).after(inverse(back)) == archived
