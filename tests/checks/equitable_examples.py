"""Examples of the questions E01, E04, E08 and E09: the access grid, and who is supported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.checks.example import (
    ASKED,
    DRUMS,
    EVERYWHERE,
    LATER_NEED,
    LOOK,
    NEED,
    NOT_ASKED,
    NOT_RECORDED,
    PARTS,
    PAUSE,
    PLAN_B,
    SILENT,
    SKY,
    SONG,
    STRENGTH,
    YOUR_CALL,
    Example,
)


def examples() -> Iterator[Example]:
    yield from _every_activity()
    yield from _support()
    one, some, everyone = ({"id": f"d{n}", "reach": reach} for n, reach in enumerate(("one", "some", "everyone")))
    yield Example(
        "E08", YOUR_CALL, "one reaches one and one some", {"adaptations": [everyone, some, one]}, {}, ("d0", "d1")
    )
    yield Example("E08", SILENT, "it reaches everyone, or does not say", {"adaptations": [everyone, {"id": "d4"}]})
    on_plan_b = {"activities": [PLAN_B], "adaptations": [one | {"activities": ["a8"]}]}
    yield Example("E08", SILENT, "it hangs on Plan B", on_plan_b)
    yield Example("E09", YOUR_CALL, "an empty plan")
    yield Example("E09", YOUR_CALL, "any plan", {"activities": [SONG]}, PARTS)


def _every_activity() -> Iterator[Example]:
    day = {"activities": [SONG, DRUMS]}
    adapted = day | {"adaptations": [EVERYWHERE]}
    by_design = {"activities": [SONG], "by_design": [{"requirement": "r1", "activity": "a1"}]}
    yield Example("E01", STRENGTH, "adapted everywhere", adapted, PARTS, ("r1",))
    yield Example("E01", STRENGTH, "met by design", by_design, PARTS, ("r1",))
    yield Example("E01", STRENGTH, "everybody asked, no requirement", day, {"people": [ASKED]}, ("p2",))
    inactive = ASKED | {"requirements": [NEED | {"active": False}]}
    yield Example("E01", STRENGTH, "asked, and the requirement is past", day, {"people": [inactive]}, ("p2",))

    somewhere = day | {"adaptations": [EVERYWHERE | {"activities": ["a1"]}]}
    yield Example("E01", LOOK, "not yet in one activity", somewhere, PARTS, ("r1/a2",))
    yield Example("E01", LOOK, "not yet in several", day, {"people": [LATER_NEED, SKY]}, ("r1/a1", "r1/a2", "r2/a2"))
    barriers_alone = day | {"adaptations": [EVERYWHERE | {"requirements": [], "barriers": ["feeling-safe"]}]}
    yield Example("E01", LOOK, "a barrier is not a requirement", barriers_alone, PARTS, ("r1/a1", "r1/a2"))
    unclear = {"people": [{"id": "p9", "requirements": [{"id": "r9"}]}]}
    yield Example("E01", LOOK, "a requirement without a barrier", {"activities": [SONG]}, unclear, ("r9/a1",))

    yield Example("E01", NOT_RECORDED, "nobody asked, nothing written", day, {"people": [NOT_ASKED]}, ("p3",))
    past = NOT_ASKED | {"requirements": [NEED | {"active": False}]}
    yield Example("E01", NOT_RECORDED, "only a past requirement", day, {"people": [past]}, ("p3",))
    yield Example("E01", NOT_RECORDED, "nobody listed, no barrier named", day)
    yield Example("E01", NOT_RECORDED, "nobody listed, barriers expected", day | {"expects": ["feeling-safe"]})
    away = day | {"not_expected": ["p1"]}
    yield Example("E01", NOT_RECORDED, "nobody expected today", away, PARTS)
    left = {"people": [SKY | {"left": "2026-01-01"}]}
    yield Example("E01", NOT_RECORDED, "nobody a member on the day", day | {"date": "2026-02-01"}, left)
    plan_b_barrier = {"id": "d1", "activities": ["a8"], "barriers": ["feeling-safe"]}
    on_plan_b = {"activities": [SONG, PLAN_B], "adaptations": [plan_b_barrier]}
    yield Example("E01", NOT_RECORDED, "a barrier named for Plan B only", on_plan_b)

    drop_in = day | {"adaptations": [{"id": "d1", "barriers": ["feeling-safe"]}]}
    yield Example("E01", SILENT, "nobody listed, a barrier named", drop_in)
    yield Example("E01", SILENT, "no counted activity", {"activities": [PAUSE, PLAN_B]}, PARTS)
    yield Example("E01", SILENT, "no counted activity and nobody listed", {"activities": [PAUSE]})
    yield Example("E01", SILENT, "one asked, one not, no requirement", day, {"people": [ASKED, NOT_ASKED]})
    yield Example(
        "E01", SILENT, "the requirement bites nowhere today", {"activities": [SONG]}, {"people": [LATER_NEED]}
    )


def person(id: str, *weights: str | None, **more: Any) -> dict[str, Any]:
    """Somebody with a requirement of each of these weights: p1 has r10, r11 …"""
    needs = [{"id": f"r{id[1:]}{n}", "barrier": "attitudes", "weight": weight} for n, weight in enumerate(weights)]
    return {"id": id, "alias": id.upper(), "requirements": needs} | more


def met(*ids: str, activity: str = "a1") -> dict[str, Any]:
    """By-design entries for some requirements, in one activity."""
    return {"by_design": [{"requirement": id, "activity": activity} for id in ids]}


def _support() -> Iterator[Example]:
    song = {"activities": [SONG, PLAN_B, PAUSE]}
    day = {"activities": [SONG, DRUMS]}
    heavier = {"people": [person("p1", "big"), person("p2", "some")]}
    yield Example("E04", STRENGTH, "the heavier is met", song | met("r10"), heavier, ("r10", "r20"))
    yield Example("E04", STRENGTH, "both are met as much", day | met("r10", "r20"), heavier, ("r10", "r20"))
    yield Example("E04", LOOK, "the lighter is met", song | met("r20"), heavier, ("r10/a1",))
    yield Example(
        "E04",
        LOOK,
        "the heavier is met in part",
        day | {"by_design": met("r20")["by_design"] + met("r20", "r10", activity="a2")["by_design"]},
        heavier,
        ("r10/a1",),
    )
    adapted = day | {"adaptations": [{"id": "d1", "activities": "all", "requirements": ["r20"]}]}
    yield Example("E04", LOOK, "the lighter is adapted everywhere", adapted, heavier, ("r10/a1", "r10/a2"))

    unsaid = {"people": [person("p1", None), person("p2", "some")]}
    yield Example("E04", STRENGTH, "not given weighs as some", song | met("r20"), unsaid, ("r10", "r20"))
    two_make_more = {"people": [person("p1", "some", "some"), person("p2", "some")]}
    yield Example("E04", LOOK, "two weigh more than one", song | met("r20"), two_make_more, ("r10/a1", "r11/a1"))
    shut_out = {"people": [person("p1", "shut out"), person("p2", "big")]}
    half_of_two = day | {"by_design": met("r20")["by_design"] + met("r10", "r11", activity="a2")["by_design"]}
    yield Example("E04", STRENGTH, "of two half is met, of one half", half_of_two, two_make_more, ("r10", "r11", "r20"))
    less = day | {"by_design": met("r20")["by_design"] + met("r11", activity="a2")["by_design"]}
    yield Example(
        "E04", LOOK, "of two a quarter is met, of one half", less, two_make_more, ("r10/a1", "r10/a2", "r11/a1")
    )
    yield Example("E04", LOOK, "shut out weighs more than big", song | met("r20"), shut_out, ("r10/a1",))
    as_much = {"people": [person("p1", "shut out"), person("p2", "some", "big")]}
    yield Example(
        "E04", STRENGTH, "shut out weighs as some and big", song | met("r20", "r21"), as_much, ("r10", "r20", "r21")
    )
    swapped = {"people": [person("p1", "some", "big"), person("p2", "shut out")]}
    yield Example(
        "E04", STRENGTH, "some and big weigh as shut out", song | met("r10", "r11"), swapped, ("r10", "r11", "r20")
    )
    three = {"people": [person("p1", "big"), person("p2", "some"), person("p3", "shut out"), person("p4", "big")]}
    yield Example("E04", LOOK, "two have less than the lightest", song | met("r20", "r40"), three, ("r10/a1", "r30/a1"))
    yield Example("E04", LOOK, "only the heaviest has less", song | met("r20", "r40", "r10"), three, ("r30/a1",))

    nowhere = {
        "people": [
            person("p1", "some"),
            {"id": "p2", "requirements": [{"id": "r20", "weight": "big", "where": ["close"]}]},
        ]
    }
    yield Example("E04", STRENGTH, "nothing is needed by the heavier", song | met("r10"), nowhere, ("r10", "r20"))
    needs_nothing = {"people": [person("p1", "big"), {"id": "p2", "requirements": [{"id": "r20", "where": ["close"]}]}]}
    yield Example("E04", LOOK, "nothing is needed by the lighter", song, needs_nothing, ("r10/a1",))
    untimed = {"activities": [{"id": "a1"}]}
    yield Example(
        "E04", STRENGTH, "an activity without minutes needs none", untimed | met("r20"), heavier, ("r10", "r20")
    )

    yield Example("E04", NOT_RECORDED, "one has a requirement", song, {"people": [person("p1", "big"), ASKED]})
    gone = {"people": [person("p1", "big"), person("p2", "some", left="2025-01-01")]}
    yield Example("E04", NOT_RECORDED, "the other has left", song | {"date": "2026-02-01"}, gone)
    yield Example("E04", NOT_RECORDED, "nobody has one", song, {"people": [ASKED]})
    yield Example("E04", SILENT, "nobody is listed", song)
