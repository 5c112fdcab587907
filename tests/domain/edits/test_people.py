"""People are archived and brought back: kept, with the day on which they left."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.people import archive_person, bring_back_person, remove_person
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Register

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


def test_who_goes_leaves_nothing_in_a_register() -> None:
    register = {"people": {"p1": "late", "p2": "absent"}, "late": {"p1": 4}, "reasons": {"p1": "bus", "p2": "ill"}}
    people = [{"id": "p1", "alias": "Moss"}, {"id": "p2", "alias": "Fern"}]
    series = a_series(people=people, sessions=[{"id": "s1", "title": "S", "register": register}])
    held = series.after(remove_person(series, "p1")).sessions[0].session.attendance
    assert held == Register.made(people={"p2": "absent"}, reasons={"p2": "ill"})
