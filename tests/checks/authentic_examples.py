"""Examples of the questions A01–A06."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.checks.example import DRUMS, LOOK, NOT_RECORDED, PAUSE, PLAN_B, SILENT, SONG, STRENGTH, Example


def deciding(decision: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A session with a decision in its first activity."""
    return {"activities": [SONG | {"decision": decision} | more, DRUMS]}


def examples() -> Iterator[Example]:
    yield from _voice_and_decisions()
    yield from _without_speech()
    yield from _told()
    yield from _started()
    yield from _notes()


def _voice_and_decisions() -> Iterator[Example]:
    touching = {"id": "v1", "text": "Louder", "touches": [{"session": "now"}]}
    adopted = touching | {"id": "v2", "outcome": "adopted"}
    adapted = touching | {"id": "v3", "outcome": "adapted"}
    elsewhere = adopted | {"id": "v4", "session": "now", "touches": []}
    undecided = touching | {"id": "v5", "text": None, "outcome": "undecided"}
    refused = touching | {"id": "v6", "outcome": "not possible"}
    yield Example("A01", STRENGTH, "an idea was adopted", {}, {"voice": [touching, adopted]}, ("v2",))
    yield Example("A01", STRENGTH, "an idea was adapted", {}, {"voice": [adapted, refused]}, ("v3",))
    said_here = undecided | {"session": "now"}
    unchanged = {"voice": [refused, said_here]}
    yield Example("A01", LOOK, "nothing changed yet", {}, unchanged, ("v5", "v6"))
    taken = {"voice": [refused, undecided, touching]}
    yield Example("A01", STRENGTH, "two are to be tried here", {}, taken, ("v1", "v5"))
    yield Example("A01", LOOK, "they are to be decided", {"status": "delivered"}, taken, ("v1", "v5", "v6"))
    yield Example("A01", NOT_RECORDED, "said here, touching nothing here", {}, {"voice": [elsewhere]})
    order = {"activities": [SONG, PLAN_B, PAUSE]}

    def touches(*activities: str | None) -> dict[str, Any]:
        return {"voice": [adopted | {"touches": [{"session": "now", "activity": a} for a in activities]}]}

    yield Example("A01", STRENGTH, "it touches a counted activity", order, touches("a8", "a1"), ("v2",))
    yield Example("A01", STRENGTH, "it touches Plan B and the session as a whole", order, touches("a8", None), ("v2",))
    yield Example("A01", NOT_RECORDED, "it touches Plan B and a break only", order, touches("a8", "a9"))
    yield Example("A01", NOT_RECORDED, "no voice entry")

    yield Example("A02", STRENGTH, "two options", deciding({"options": ["drum", "bells"]}), lines=("a1",))
    yield Example(
        "A02", STRENGTH, "an open question", deciding({"question": "What next?", "open": True}), lines=("a1",)
    )
    yield Example("A02", LOOK, "one option", deciding({"options": ["drum"]}), lines=("a1",))
    yield Example("A02", LOOK, "a question alone", deciding({"question": "Which sound?"}), lines=("a1",))
    yield Example("A02", NOT_RECORDED, "ways alone are no decision", deciding({"ways": ["speech"]}))
    yield Example("A02", NOT_RECORDED, "a decision in Plan B", deciding({"open": True}, skip=True))
    yield Example("A02", NOT_RECORDED, "no decision", {"activities": [SONG]})


def _without_speech() -> Iterator[Example]:
    both = {"open": True, "ways": ["speech", "pointing"]}
    spoken = {"question": "Which?", "ways": ["Speech"]}
    unnamed = {"options": ["drum"], "ways": []}
    two = {"activities": [SONG | {"decision": both}, DRUMS | {"decision": spoken}]}
    yield Example("A03", STRENGTH, "another way beside speech", deciding(both), lines=("a1",))
    yield Example("A03", STRENGTH, "a way of their own", deciding(both | {"ways": ["drum roll"]}), lines=("a1",))
    yield Example("A03", LOOK, "one decision is by speech only", two, lines=("a2",))
    yield Example("A03", LOOK, "no way is named", deciding(unnamed), lines=("a1",))
    yield Example("A03", LOOK, "a way without words", deciding(unnamed | {"ways": ["?"]}), lines=("a1",))
    yield Example("A03", LOOK, "somebody needs another way", deciding(unnamed), {"people": [TALKER]}, ("a1",))
    yield Example("A03", NOT_RECORDED, "ways alone are no decision", deciding({"ways": ["pointing"]}))
    yield Example("A03", NOT_RECORDED, "a decision in Plan B", deciding(both, skip=True))
    yield Example("A03", NOT_RECORDED, "no decision", {"activities": [SONG]})


TALKER = {"id": "p1", "requirements": [{"id": "r1", "barrier": "communication-and-language"}]}


def _told() -> Iterator[Example]:
    told = {"id": "v1", "text": "Louder", "session": "s1", "outcome": "adopted", "told_on": "2026-09-20"}
    untold = told | {"id": "v2", "told_on": None}
    undecided = told | {"id": "v3", "outcome": "undecided"}
    silent = told | {"id": "v10", "outcome": None}
    refused = told | {"id": "v5", "outcome": "not possible"}
    now = {"date": "2026-09-22"}
    before = ({"status": "cancelled", "date": "2026-09-01"}, {"date": "2026-09-08"})

    def said(*voice: dict[str, Any]) -> dict[str, Any]:
        return {"voice": list(voice)}

    yield Example(
        "A04", STRENGTH, "decided and told, though the session was cancelled", now, said(told), ("v1",), before
    )
    yield Example("A04", STRENGTH, "told that it was not possible", now, said(refused), ("v5",), before)
    yield Example(
        "A04", LOOK, "not told, or not decided", now, said(silent, undecided, untold, told), ("v2", "v3", "v10"), before
    )
    loose = untold | {"session": None, "date": "2026-09-21"}
    yield Example("A04", LOOK, "said on a day before this one", now, said(loose), ("v2",), before)
    yield Example("A04", SILENT, "said on this day", now, said(loose | {"date": "2026-09-22"}), (), before)
    yield Example("A04", SILENT, "said on a day, and this one has none", {}, said(loose), (), before)
    yield Example("A04", SILENT, "said nowhere at no time", now, said(loose | {"date": None}), (), before)
    here = untold | {"session": "now", "date": "2026-09-01"}
    yield Example("A04", SILENT, "said in this session, whatever its date", now, said(here), (), before)
    yield Example("A04", SILENT, "nothing was said", now, {}, (), before)


def _started() -> Iterator[Example]:
    theirs, ours, leader, partner = (
        {"id": f"a{n}", "started_by": by} for n, by in enumerate(("young people", "together", "leader", "partner"))
    )
    yield Example(
        "A05",
        STRENGTH,
        "one began with young people",
        {"activities": [leader, theirs, SONG | {"id": "a7"}]},
        lines=("a0",),
    )
    yield Example("A05", STRENGTH, "one began together", {"activities": [ours, partner]}, lines=("a1",))
    yield Example(
        "A05",
        LOOK,
        "all that say began with adults",
        {"activities": [leader, partner, SONG | {"id": "a7"}]},
        lines=("a2", "a3"),
    )
    yield Example("A05", NOT_RECORDED, "none says", {"activities": [SONG]})
    yield Example("A05", NOT_RECORDED, "only Plan B says", {"activities": [SONG, theirs | {"id": "a8", "skip": True}]})


def _notes() -> Iterator[Example]:
    taken, parked, declined = (
        {"id": f"n{n}", "answer": answer} for n, answer in enumerate(("taken", "parked", "declined"))
    )
    waits = {"id": "n9", "text": "Lights"}
    answered = {"next_time": [taken, parked, declined]}
    half, draft = {"next_time": [taken, waits]}, {"next_time": [waits], "status": "draft"}
    yield Example("A06", STRENGTH, "each is answered", {}, {}, ("s2/n0", "s2/n1", "s2/n2"), ({}, answered))
    yield Example("A06", LOOK, "one waits", {}, {}, ("s2/n9",), (answered, half))
    yield Example("A06", LOOK, "those of a draft wait too", {}, {}, ("s2/n9", "s1/n9"), (half, draft))
    back = {"next_time": [{"id": "n1", "text": "Lamp", "answer": "parked"}]}
    yield Example("A06", LOOK, "one that was parked waits again", {}, {}, ("s1/n1",), (back, answered))
    yield Example("A06", STRENGTH, "one that was parked misses this one", {}, {}, ("s1/n1",), (back,))
    taken_there = {"check": "last-time", "lines": ["note#2#n1/s1"], "session": "s2", "reply": "acted on"}
    lost = ({"next_time": [{"id": "n1", "text": "Lamp", "answer": "taken"}]}, {"status": "cancelled"})
    yield Example("A06", LOOK, "taken into a cancelled one", {}, {"replies": [taken_there]}, ("s1/n1",), lost)
    yield Example("A06", LOOK, "one of an older session waits", {}, {}, ("s1/n9",), (half, answered))
    yield Example("A06", SILENT, "the last session has none", {}, {}, (), (answered, {}))
    yield Example("A06", SILENT, "notes of this session are for the next", {"next_time": [waits]})
