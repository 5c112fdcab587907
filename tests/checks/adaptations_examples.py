"""Examples of the questions E02, E03 and E05–E07: whether what changes can be carried out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.checks.example import (
    ASKED,
    DRUMS,
    EVERYWHERE,
    LOOK,
    NEED,
    NOT_RECORDED,
    PARTS,
    PAUSE,
    PLAN_B,
    SILENT,
    SKY,
    SONG,
    STRENGTH,
    Example,
)


def examples() -> Iterator[Example]:
    yield from _every_adaptation()
    yield from _setting_up()
    yield from _kit()
    yield from _stock_phrases()
    yield from _ready_in_time()


def _every_adaptation() -> Iterator[Example]:
    whole = EVERYWHERE | {"who": "t1", "kit": ["lamp"], "setup_minutes": 0}
    nothing = whole | {"id": "d2", "kit": [], "nothing_needed": True, "setup_minutes": 3}

    def with_these(*adaptations: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"activities": [SONG, PLAN_B], "adaptations": list(adaptations), **more}

    yield Example("E02", STRENGTH, "who, kit and minutes", with_these(whole), PARTS, ("d1",))
    yield Example("E02", STRENGTH, "nothing needed counts as said", with_these(nothing, whole), PARTS, ("d1", "d2"))
    unread = {"id": "d3", "activities": ["a8"]}
    yield Example("E02", STRENGTH, "what hangs on Plan B is not read", with_these(whole, unread), PARTS, ("d1",))

    no_one = with_these(whole | {"who": None})
    yield Example("E02", LOOK, "nobody is named", no_one, PARTS, ("d1",))
    yield Example("E02", LOOK, "no kit, and not “nothing needed”", with_these(whole | {"kit": []}), PARTS, ("d1",))
    untimed = with_these(nothing | {"setup_minutes": None}, whole)
    yield Example("E02", LOOK, "no set-up minutes", untimed, PARTS, ("d2",))
    yield Example("E02", LOOK, "nothing but an entry", with_these({"id": "d4"}, {"id": "d12"}), PARTS, ("d4", "d12"))

    yield Example("E02", NOT_RECORDED, "a requirement and nothing that answers it", with_these(), PARTS, ("r1",))
    yield Example("E02", NOT_RECORDED, "an answer in Plan B only", with_these(unread), PARTS, ("r1",))
    on_plan_b = with_these(by_design=[{"requirement": "r1", "activity": "a8"}])
    yield Example("E02", NOT_RECORDED, "by design in Plan B only", on_plan_b, PARTS, ("r1",))
    both = {"people": [SKY | {"requirements": [NEED, {"id": "r5", "active": False}]}]}
    of_the_past = with_these(by_design=[{"requirement": "r5", "activity": "a1"}])
    yield Example("E02", NOT_RECORDED, "by design for a past requirement only", of_the_past, both, ("r1",))

    uncounted = {"activities": [PLAN_B, PAUSE], "adaptations": [EVERYWHERE]}
    yield Example("E02", NOT_RECORDED, "everywhere, and nothing counts", uncounted, PARTS, ("r1",))
    named_none = {"activities": [PLAN_B], "adaptations": [whole | {"activities": []}]}
    yield Example("E02", STRENGTH, "it names no activity, and nothing counts", named_none, PARTS, ("d1",))
    past_only = with_these(EVERYWHERE | {"requirements": ["r5"]})
    yield Example("E02", LOOK, "an adaptation for a past requirement only is read", past_only, both, ("d1",))
    nobody_now = {"people": [ASKED | {"requirements": [NEED | {"active": False}]}]} | {"team": PARTS["team"]}
    yield Example("E02", STRENGTH, "the same, and all is said", with_these(whole), nobody_now, ("d1",))

    met = with_these(by_design=[{"requirement": "r1", "activity": "a1"}])
    yield Example("E02", SILENT, "met by design, no adaptation", met, PARTS)
    yield Example("E02", SILENT, "nobody has a requirement", with_these(), {"people": [ASKED]})


def _setting_up() -> Iterator[Example]:
    arrive = {"id": "a0", "kind": "arrive", "minutes": 5}
    day = {"activities": [arrive, SONG, PAUSE, DRUMS]}

    def changes(*asked: tuple[str, int | None, Any], ready: int | None = 3) -> dict[str, Any]:
        made = [
            {"id": f"d{n}", "set_up": when, "setup_minutes": minutes, "activities": where}
            for n, (when, minutes, where) in enumerate(asked)
        ]
        return day | {"adaptations": made, "ready_minutes": ready}

    before, there = "before the start", "in place"
    yield Example("E03", STRENGTH, "it fits before the start", changes((before, 8, "all")), PARTS, ("d0",))
    yield Example("E03", STRENGTH, "before the start is the default", changes((None, 8, "all")), PARTS, ("d0",))
    yield Example(
        "E03",
        LOOK,
        "a minute is short before the start",
        changes((before, 9, "all"), (before, 0, "all")),
        PARTS,
        ("d0",),
    )
    yield Example(
        "E03", LOOK, "two together are too much", changes((None, 5, "all"), (before, 4, ["a2"])), PARTS, ("d0", "d1")
    )
    yield Example(
        "E03", STRENGTH, "it fits in place, into the break", changes((there, 5, ["a2"]), ready=None), PARTS, ("d0",)
    )
    yield Example(
        "E03", LOOK, "it does not fit in place", changes((before, 1, "all"), (there, 6, ["a2"])), PARTS, ("d1",)
    )
    yield Example(
        "E03", STRENGTH, "both kinds fit", changes((there, 5, ["a2"]), (before, 8, "all")), PARTS, ("d1", "d0")
    )
    yield Example(
        "E03",
        NOT_RECORDED,
        "the time to get ready is not given",
        changes((before, 1, "all"), (there, 9, ["a2"]), ready=None),
        PARTS,
        ("d0",),
    )
    yield Example("E03", SILENT, "nothing takes time", changes((before, 0, "all"), (there, None, ["a2"])), PARTS)
    yield Example("E03", SILENT, "it has no place of its own", changes((there, 5, [])), PARTS)
    yield Example("E03", SILENT, "no adaptation", day)


def _kit() -> Iterator[Example]:
    bare, safe = {"id": "d1", "kit": ["lamp"]}, {"id": "d2", "kit": ["switch"], "fallback": "A drum"}
    none = {"id": "d3", "nothing_needed": True}
    on_plan_b = {"activities": [PLAN_B], "adaptations": [bare | {"activities": ["a8"]}, safe]}
    yield Example("E05", STRENGTH, "each has a fallback", {"adaptations": [none, safe]}, {}, ("d2",))
    yield Example("E05", STRENGTH, "what hangs on Plan B is not read", on_plan_b, {}, ("d2",))
    yield Example("E05", LOOK, "one has none", {"adaptations": [safe, bare, none]}, {}, ("d1",))
    yield Example("E05", SILENT, "none has kit", {"adaptations": [none]})


def _stock_phrases() -> Iterator[Example]:
    for text in (
        "Differentiate",
        "TA support, as needed.",
        "1:1 support and adult support where necessary",
        "differentiation with extra support or simplify; monitor",
    ):
        yield Example("E06", LOOK, text, {"adaptations": [{"id": "d1", "what": text}]}, {}, ("d1",))
    for text in (
        None,
        "TA support counts in",
        "and support",
        "support and",
        "support and and monitor",
        "supportmonitor",
        "with",
    ):
        yield Example("E06", SILENT, str(text), {"adaptations": [{"id": "d1", "what": text}]})
    on_plan_b = {"activities": [PLAN_B], "adaptations": [{"id": "d1", "what": "monitor", "activities": ["a8"]}]}
    yield Example("E06", SILENT, "on Plan B", on_plan_b)


def _ready_in_time() -> Iterator[Example]:
    def ordered(days: int | None, day: str | None = "2026-09-08", **more: Any) -> dict[str, Any]:
        return {"date": day, "activities": [PLAN_B], "adaptations": [{"id": "d1", "lead_days": days} | more]}

    prepared = {"prepared_on": "2026-09-01"}
    yield Example("E07", LOOK, "a day too few", ordered(8), prepared, ("d1",))
    yield Example("E07", SILENT, "just in time", ordered(7), prepared)
    yield Example("E07", LOOK, "the day is over", ordered(1, "2026-08-01"), prepared, ("d1",))
    yield Example("E07", SILENT, "it takes no days", ordered(0, "2026-08-01"), prepared)
    yield Example("E07", SILENT, "it does not say", ordered(None, "2026-08-01"), prepared)
    yield Example("E07", SILENT, "the session has no day", ordered(8, None), prepared)
    yield Example("E07", SILENT, "nobody says when it was prepared", ordered(8))
    yield Example("E07", SILENT, "it hangs on Plan B", ordered(8, activities=["a8"]), prepared)
