"""Examples of the questions R01, R02 and D01–D04."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.checks.example import (
    DRUMS,
    LOOK,
    NOT_RECORDED,
    PARTS,
    PAUSE,
    PLAN_B,
    SILENT,
    SONG,
    STRENGTH,
    YOUR_CALL,
    Example,
)

WHOLE = {"title": "Beat", "genres": ["hip-hop-rap"], "practices": ["dj"], "chosen_by": "together", "credit": "Us"}


def playing(*music: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A session with some music in its first activity, and all said of that in its second."""
    return {"activities": [SONG | {"music": list(music)} | more, DRUMS | {"music": [WHOLE]}]}


def examples() -> Iterator[Example]:
    for check in ("R01", "R02"):
        yield Example(check, YOUR_CALL, "an empty plan")
        yield Example(check, YOUR_CALL, "any plan", {"activities": [SONG]}, PARTS)
    yield from _all_said()
    yield from _their_own()
    yield Example("D04", YOUR_CALL, "there is music", playing(), lines=("a2",))
    yield Example("D04", SILENT, "there is none", {"activities": [SONG, PAUSE | {"music": [WHOLE]}]})


def _all_said() -> Iterator[Example]:
    break_only = {"activities": [PAUSE | {"music": [WHOLE]}, SONG]}
    yield Example("D01", STRENGTH, "all three are said", playing(WHOLE), lines=("a1", "a2"))
    yield Example("D01", LOOK, "no genre", playing(WHOLE | {"genres": []}), lines=("a1",))
    yield Example("D01", LOOK, "no practice", playing(WHOLE | {"practices": []}, WHOLE), lines=("a1",))
    yield Example("D01", LOOK, "nobody chose", playing(WHOLE | {"chosen_by": None}, {"title": "Two"}), lines=("a1",))
    yield Example("D01", LOOK, "an entry without words", playing({}), lines=("a1",))
    yield Example("D03", STRENGTH, "each is credited", playing(WHOLE), lines=("a1", "a2"))
    yield Example("D03", STRENGTH, "nothing else is said", playing({"credit": "Trad."}), lines=("a1", "a2"))
    yield Example("D03", LOOK, "one is not", playing(WHOLE, WHOLE | {"credit": None}), lines=("a1",))
    for check in ("D01", "D03"):
        yield Example(check, NOT_RECORDED, "music in a break only", break_only)
        yield Example(check, NOT_RECORDED, "no music")


def _their_own() -> Iterator[Example]:
    def loving(*words: str, **more: Any) -> dict[str, Any]:
        return {"people": [{"id": "p1", "music_loved": list(words)} | more, {"id": "p2"}]}

    def music(*genres: str, **more: Any) -> dict[str, Any]:
        return {"activities": [SONG | {"music": [{"genres": list(genres)}]} | more, DRUMS]}

    yield Example("D02", STRENGTH, "the same key", music("pop", "gospel"), loving("gospel"), ("a1",))
    yield Example("D02", STRENGTH, "a name of the family", music("hip-hop-rap"), loving("UK drill"), ("a1",))
    yield Example("D02", STRENGTH, "two names of one family", music("Grime"), loving("trap", "opera"), ("a1",))
    yield Example("D02", STRENGTH, "the same words, in no family", music("Zeuhl!"), loving("zeuhl"), ("a1",))
    yield Example("D02", LOOK, "none of it is theirs", music("opera"), loving("grime"), ("a1",))
    other, theirs = music("opera"), music("drill")
    before = (theirs, other, other)
    yield Example("D02", LOOK, "it was theirs three sessions ago", other, loving("grime"), ("a1",), before)
    yield Example("D02", SILENT, "it was theirs two sessions ago", other, loving("grime"), (), (theirs, other))
    yield Example(
        "D02",
        SILENT,
        "a draft between is passed over",
        other,
        loving("grime"),
        (),
        (theirs, other, theirs | {"status": "draft"}),
    )
    cancelled = (theirs | {"status": "cancelled"}, other)
    yield Example(
        "D02", LOOK, "it would have been in one that was cancelled", other, loving("grime"), ("a1",), cancelled
    )
    plan_b = {"activities": [SONG | {"music": [{"genres": ["pop"]}]}, PLAN_B | {"music": [{"genres": ["grime"]}]}]}
    yield Example("D02", LOOK, "theirs is Plan B", plan_b, loving("grime"), ("a1",))
    yield Example("D02", YOUR_CALL, "a loved word is in no family", other, loving("grime", "zeuhl"), ("a1",))
    yield Example("D02", LOOK, "a loved word without letters is none", other, loving("grime", "?"), ("a1",))
    yield Example("D02", SILENT, "no genre is written down", {"activities": [SONG]}, loving("grime"))
    yield Example("D02", NOT_RECORDED, "nobody’s music is known", music("pop"), loving(), ("p1", "p2"))
    yield Example("D02", NOT_RECORDED, "words without letters", music("pop"), loving("?"), ("p1", "p2"))
    away = music("pop") | {"not_expected": ["p1"]}
    yield Example("D02", NOT_RECORDED, "those who are not expected do not count", away, loving("pop"), ("p2",))
    yield Example("D02", SILENT, "nobody is listed", music("pop"))
