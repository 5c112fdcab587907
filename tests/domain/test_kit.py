"""One kit list: each thing once, in the leader's words, with what it is for."""

from __future__ import annotations

from tests.plans import a_plan

from amie_planner.domain.kit import KitItem, kit_list


def test_each_thing_stands_once_with_everything_it_is_for() -> None:
    plan = a_plan(
        activities=[
            {"id": "a1", "title": "Hello", "kit": ["Drum", "lamp"]},
            {"id": "a2", "title": "Rocket", "kit": ["drum"]},
            {"id": "a3", "title": "Extra", "kit": ["shakers"], "skip": True},
        ],
        adaptations=[
            {"id": "d1", "activities": ["a1"], "reach": "everyone", "what": "Lights dip", "kit": ["Lamp", "tape"]},
            {"id": "d2", "activities": ["a3"], "what": "Only in Plan B", "kit": ["strap"]},
        ],
    )
    assert kit_list(plan) == (
        KitItem("Drum", ("Hello", "Rocket"), for_access=False),
        KitItem("lamp", ("Hello", "Everyone: Lights dip"), for_access=True),
        KitItem("shakers", ("Extra",), for_access=False),
        KitItem("tape", ("Everyone: Lights dip",), for_access=True),
        KitItem("strap", ("Only in Plan B",), for_access=True),
    )


def test_a_session_without_kit_has_nothing_to_pack() -> None:
    assert kit_list(a_plan(activities=[{"id": "a1"}])) == ()
