"""Examples of the questions H11 and H12, over a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.checks.example import LOOK, NOT_RECORDED, SILENT, STRENGTH, SeriesExample

AREAS = ("musical", "personal", "social")
INTENTIONS = [{"id": f"i{n}", "area": area, "text": f"{area} aim"} for n, area in enumerate(AREAS)]
SERVED = [{"id": f"a{n}", "minutes": 5, "serves": [f"i{n}"]} for n in range(3)]
WHOLE = {"status": "delivered", "intentions": INTENTIONS, "activities": SERVED}
NOTICED = [{"id": f"o{n}", "session": "s1", "area": area} for n, area in enumerate(AREAS)]


def examples() -> Iterator[SeriesExample]:
    yield from _covered()
    yield from _every_week()


def _covered() -> Iterator[SeriesExample]:
    weeks = (WHOLE, {}, {})
    seen = {"observations": NOTICED}
    yield SeriesExample("H11", STRENGTH, "time for each, and something noticed", weeks, seen, ("s1",))
    one_for_all = WHOLE | {"activities": [{"id": "a1", "minutes": 1, "serves": ["i0", "i1", "i2"]}]}
    yield SeriesExample("H11", STRENGTH, "one activity serves all", (one_for_all, {}, {}), seen, ("s1",))
    apart = tuple(
        {"status": "delivered", "intentions": [i], "activities": [a]} for i, a in zip(INTENTIONS, SERVED, strict=True)
    )
    yield SeriesExample("H11", STRENGTH, "each in a session of its own", apart, seen, ("s1", "s2", "s3"))

    unseen = {"observations": NOTICED[:2]}
    yield SeriesExample("H11", LOOK, "nothing noticed of one", weeks, unseen, ("s1",))
    yield SeriesExample("H11", LOOK, "nothing noticed of the one in the last week", apart, unseen, ("s3",))
    planned = (WHOLE | {"status": "planned"}, {}, {})
    yield SeriesExample("H11", LOOK, "noticed in a session that is only planned", planned, seen, ("s1",))
    loose = {"observations": [o | {"session": None, "date": "2026-09-02"} for o in NOTICED]}
    yield SeriesExample("H11", LOOK, "noticed in no session", weeks, loose, ("s1",))
    no_area = {"observations": [*NOTICED[:2], NOTICED[2] | {"area": None}]}
    yield SeriesExample("H11", LOOK, "noticed of no area", weeks, no_area, ("s1",))
    for story, spoilt in (
        ("one has no minutes", {"minutes": 0}),
        ("one has no length", {"minutes": None}),
        ("one is served by nothing", {"serves": []}),
        ("one is served by Plan B", {"skip": True}),
    ):
        week = WHOLE | {"activities": [*SERVED[:2], SERVED[2] | spoilt]}
        yield SeriesExample("H11", LOOK, story, (week, {}, {}), seen, ("s1",))
    plain = WHOLE | {"intentions": [{"id": f"i{n}"} for n in range(3)]}
    yield SeriesExample("H11", LOOK, "no area is given", (plain, {}, {}), seen)
    nothing = {"status": "delivered", "activities": [{"id": "a1", "minutes": 5}]}
    yield SeriesExample("H11", NOT_RECORDED, "no intentions", (nothing, nothing, nothing), seen)
    yield SeriesExample("H11", NOT_RECORDED, "two sessions", (WHOLE, WHOLE), seen)
    drafts = (WHOLE, WHOLE, WHOLE | {"status": "draft"}, WHOLE | {"status": "cancelled"}, WHOLE | {"date": None})
    yield SeriesExample("H11", NOT_RECORDED, "two, a draft, a cancelled and an undated one", drafts, seen)
    bounds = {"first": date(2026, 9, 8), "last": date(2026, 9, 22)}
    yield SeriesExample(
        "H11", NOT_RECORDED, "two in the period", (WHOLE,) * 5, seen, **{**bounds, "last": date(2026, 9, 21)}
    )
    yield SeriesExample(
        "H11", LOOK, "three in the period, both ends in it", (WHOLE,) * 5, seen, ("s2", "s3", "s4"), **bounds
    )


def _every_week() -> Iterator[SeriesExample]:
    def weeks(*texts: str | None, **more: Any) -> tuple[dict[str, Any], ...]:
        return tuple({"intentions": [{"id": "i1", "text": text}], **more} for text in texts)

    def changes(*texts: str) -> tuple[dict[str, Any], ...]:
        return tuple({"adaptations": [{"id": "d1", "what": text}]} for text in texts)

    same, other = "Build confidence", "Find a groove"
    yield SeriesExample("H12", LOOK, "three times of three", weeks(same, same, "BUILD confidence!"), {}, ("s3/i1",))
    yield SeriesExample("H12", LOOK, "three times of five", weeks(same, "b", same, "d", same), {}, ("s5/i1",))
    yield SeriesExample("H12", SILENT, "three times of six", weeks(same, "b", same, "d", same, "f"))
    yield SeriesExample("H12", SILENT, "twice of three", weeks(same, other, same))
    yield SeriesExample("H12", SILENT, "no words", weeks(None, "…", None))
    hundred = "abcdefghij" * 10
    near, far = hundred[:-4] + "0000", hundred[:-5] + "00000"
    yield SeriesExample(
        "H12",
        LOOK,
        "four letters of fifty differ",
        weeks(hundred[:50], hundred[:46] + "0000", hundred[:50]),
        {},
        ("s3/i1",),
    )
    yield SeriesExample(
        "H12", SILENT, "five letters of fifty differ", weeks(hundred[:50], hundred[:45] + "00000", hundred[:50])
    )
    yield SeriesExample("H12", LOOK, "four letters of a hundred differ", weeks(hundred, near, near), {}, ("s1/i1",))
    yield SeriesExample("H12", LOOK, "five letters of a hundred differ", weeks(far, hundred, far), {}, ("s3/i1",))
    yield SeriesExample("H12", LOOK, "adaptations", changes(same, same, same), {}, ("s3/d1",))
    mixed = (*weeks(same, same), *changes(same))
    yield SeriesExample("H12", SILENT, "an intention is no adaptation", mixed)
    plan_b = tuple(c | {"activities": [{"id": "a1", "skip": True}]} for c in changes(same, same, same))
    for week in plan_b:
        week["adaptations"][0]["activities"] = ["a1"]
    yield SeriesExample("H12", SILENT, "an adaptation of Plan B", plan_b)
    both = tuple({"intentions": [{"id": "i1", "text": same}, {"id": "i2", "text": other}]} for _ in range(3))
    yield SeriesExample("H12", LOOK, "two of them", both, {}, ("s3/i1", "s3/i2"))
    once = ({"intentions": [{"id": "i1", "text": same}, {"id": "i2", "text": same}]}, {}, *weeks(same))
    yield SeriesExample("H12", SILENT, "twice in one session counts once", once)
    yield SeriesExample("H12", NOT_RECORDED, "two sessions", weeks(same, same))
