"""Side by side: which activities run beside another group's, and in which column."""

from __future__ import annotations

from typing import Any

from tests.plans import a_plan

from amie_planner.domain.side_by_side import Beside, side_by_side
from amie_planner.domain.timing import timing


def places(*strands: str | dict[str, Any] | None) -> dict[str, Beside]:
    """What runs beside what, of activities a1, a2 … in these groups; “-” is Plan B of no group."""
    fields = [{"skip": True} if s == "-" else s if isinstance(s, dict) else {"strand": s} for s in strands]
    activities = [{"id": f"a{n}", "minutes": 5} | given for n, given in enumerate(fields, 1)]
    return side_by_side(timing(a_plan(activities=activities)).slots)


def lanes(*strands: str | dict[str, Any] | None) -> dict[str, tuple[int, int]]:
    return {id: (place.block, place.lane) for id, place in places(*strands).items()}


def test_each_group_has_a_column_in_the_order_in_which_it_first_appears():
    found = places(None, "Strings", "Drums", "Strings", "Voices", None)
    assert {id: place.lane for id, place in found.items()} == {"a2": 0, "a3": 1, "a4": 0, "a5": 2}
    assert {place.strands for place in found.values()} == {("Strings", "Drums", "Voices")}
    assert found["a3"].others == ("Strings", "Voices")


def test_without_another_group_beside_it_an_activity_stands_alone():
    assert lanes(None, None) == {}
    assert lanes("Strings", "Strings", None, "Drums") == {}


def test_an_activity_for_everyone_parts_one_stretch_from_the_next():
    assert lanes("Strings", "Drums", None, "Drums", "Strings") == {
        "a1": (0, 0), "a2": (0, 1), "a4": (1, 0), "a5": (1, 1),
    }  # fmt: skip


def test_plan_b_inside_stays_with_its_group_or_with_the_group_above():
    skipped = {"skip": True, "strand": "Strings"}
    assert lanes("Strings", "Drums", "-", skipped, "Drums") == {
        "a1": (0, 0), "a2": (0, 1), "a3": (0, 1), "a4": (0, 0), "a5": (0, 1),
    }  # fmt: skip


def test_plan_b_before_and_after_stands_alone_and_makes_no_column():
    other = {"skip": True, "strand": "Voices"}
    assert lanes("-", "Strings", other, "Drums", "-") == {"a2": (0, 0), "a3": (0, 0), "a4": (0, 1)}
    assert lanes("Strings", other) == {}


def test_every_place_agrees_with_the_times():
    plan = a_plan(activities=[{"id": f"a{n}", "minutes": n + 1, "strand": "ABC"[n % 3]} for n in range(7)])
    found = side_by_side(timing(plan).slots)
    ends = dict.fromkeys(range(3), 0)
    for slot in timing(plan).slots:
        lane = found[slot.activity.id].lane
        assert slot.start == ends[lane]
        ends[lane] = slot.end or 0
