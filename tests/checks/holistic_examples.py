"""Examples of the questions H01–H06."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.example import DRUMS, LOOK, NOT_RECORDED, PAUSE, PLAN_B, SILENT, SONG, STRENGTH, YOUR_CALL, Example

MUSICAL = {"id": "i1", "area": "musical", "text": "Keep a pulse", "notice": "Feet"}
SOCIAL = {"id": "i2", "area": "social", "text": "Leave room"}
PERSONAL = {"id": "i3", "area": "personal", "text": "Choose", "notice": "Points"}
PLAIN = {"id": "i4", "text": "Enjoy"}


def examples() -> Iterator[Example]:
    for check in ("H01", "H02", "H03"):
        yield Example(check, NOT_RECORDED, "no intentions", {"activities": [SONG]})

    both = {"intentions": [MUSICAL, SOCIAL, PLAIN]}
    yield Example("H01", STRENGTH, "musical and social", both, lines=("i1", "i2"))
    yield Example("H01", STRENGTH, "musical and personal", {"intentions": [PERSONAL, MUSICAL]}, lines=("i3", "i1"))
    yield Example("H01", LOOK, "musical only", {"intentions": [MUSICAL, PLAIN]}, lines=("i1",))
    yield Example("H01", LOOK, "nothing musical", {"intentions": [SOCIAL, PERSONAL]}, lines=("i2", "i3"))
    yield Example("H01", LOOK, "no area given", {"intentions": [PLAIN]}, lines=("i4",))

    served = SONG | {"serves": ["i1", "i2"]}
    all_served = {"intentions": [MUSICAL, SOCIAL], "activities": [served, DRUMS]}
    one_served = {"intentions": [MUSICAL, SOCIAL], "activities": [SONG | {"serves": ["i2"]}]}
    uncounted = [PLAN_B | {"serves": ["i1"]}, PAUSE | {"serves": ["i1"]}]
    yield Example("H02", STRENGTH, "each intention is served", all_served, lines=("a1",))
    yield Example("H02", LOOK, "one is served by nothing", one_served, lines=("i1",))
    yield Example(
        "H02",
        LOOK,
        "served by Plan B and a break only",
        {"intentions": [MUSICAL], "activities": uncounted},
        lines=("i1",),
    )
    yield Example("H02", LOOK, "nothing in the running order", {"intentions": [MUSICAL]}, lines=("i1",))

    yield Example(
        "H03", STRENGTH, "each says what to see or hear", {"intentions": [MUSICAL, PERSONAL]}, lines=("i1", "i3")
    )
    yield Example("H03", LOOK, "two do not", {"intentions": [MUSICAL, SOCIAL, PLAIN]}, lines=("i2", "i4"))

    reflect = {"id": "a3", "title": "Look back", "kind": "reflect"}
    timed = {"activities": [SONG, reflect | {"minutes": 1}]}
    yield Example("H04", STRENGTH, "a minute to look back", timed, lines=("a3",))
    yield Example("H04", LOOK, "looking back without a length", {"activities": [reflect]}, lines=("a3",))
    yield Example("H04", LOOK, "looking back of no minutes", {"activities": [reflect | {"minutes": 0}]}, lines=("a3",))
    yield Example("H04", LOOK, "looking back as Plan B", {"activities": [SONG, reflect | {"minutes": 5, "skip": True}]})
    yield Example("H04", LOOK, "no time set aside", {"activities": [SONG]})
    yield Example("H04", NOT_RECORDED, "only a break and Plan B", {"activities": [PAUSE, PLAN_B]})
    yield Example("H04", NOT_RECORDED, "an empty running order")

    yield from _said_before()
    yield Example("H06", YOUR_CALL, "a musical intention", {"intentions": [SOCIAL, MUSICAL]}, lines=("i1",))
    yield Example("H06", SILENT, "nothing musical", {"intentions": [SOCIAL, PLAIN]})


def _said_before() -> Iterator[Example]:
    now = {"intentions": [MUSICAL, SOCIAL]}
    alike = {"intentions": [{"id": "i7", "text": "KEEP a  pulse!"}]}
    other = {"intentions": [{"id": "i1", "text": "Keep the pulse"}]}
    draft, cancelled = ({"status": status, **other} for status in ("draft", "cancelled"))
    yield Example("H05", LOOK, "in the two before, in other signs", now, {}, ("i1",), (other, alike, alike))
    yield Example(
        "H05", LOOK, "drafts and cancelled ones are passed over", now, {}, ("i1",), (alike, alike, draft, cancelled)
    )
    yield Example("H05", SILENT, "in one of the two before", now, {}, (), (alike, alike, other))
    yield Example("H05", SILENT, "in the other of the two before", now, {}, (), (alike, other, alike))
    yield Example("H05", SILENT, "there is only one before", now, {}, (), (alike,))
    yield Example("H05", SILENT, "in one before and a draft", now, {}, (), (alike, draft | alike))
    blank = {"intentions": [{"id": "i1", "text": "…"}, {"id": "i2"}]}
    yield Example("H05", SILENT, "without words", blank, {}, (), (blank, blank))
    emoji = {"intentions": [{"id": "i1", "text": "🥁"}]}
    yield Example("H05", LOOK, "the same symbol", emoji, {}, ("i1",), (emoji, emoji))
    other_sign = {"intentions": [{"id": "i1", "text": "🎹"}]}
    yield Example("H05", SILENT, "another symbol", emoji, {}, (), (other_sign, other_sign))
