"""For each check a plan it speaks about in each of its answers, and a plan it leaves alone.

Source of the rules: the table of the HEARD check. A plan is written as a session of a plan file ("now") and parts
of its programme.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.plans import a_plan

from amie_planner.checks.check import Answer
from amie_planner.domain.plan import Plan

NOT_RECORDED, STRENGTH, LOOK, YOUR_CALL = Answer
SILENT = None


@dataclass(frozen=True)
class Example:
    """What a check must answer about a plan, and the ids of the lines it must point at."""

    check: str
    answer: Answer | None
    story: str
    session: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()

    @property
    def plan(self) -> Plan:
        return a_plan(parts=self.parts, **self.session)


MUSICAL = {"id": "i1", "area": "musical", "text": "Keep a pulse", "notice": "Feet"}
SOCIAL = {"id": "i2", "area": "social", "text": "Leave room"}
PERSONAL = {"id": "i3", "area": "personal", "text": "Choose", "notice": "Points"}
PLAIN = {"id": "i4", "text": "Enjoy"}
SONG = {"id": "a1", "title": "Song", "kind": "sing", "minutes": 5}
DRUMS = {"id": "a2", "title": "Drums", "kind": "play", "minutes": 5}
PLAN_B = {"id": "a8", "title": "Extra", "kind": "play", "minutes": 5, "skip": True}
PAUSE = {"id": "a9", "title": "Pause", "kind": "break", "minutes": 5}


def _holistic() -> Iterator[Example]:
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


NEED = {"id": "r1", "barrier": "feeling-safe"}
SKY = {"id": "p1", "alias": "Sky", "requirements": [NEED]}
ASKED = {"id": "p2", "alias": "Moss", "asked_about_access": True}
NOT_ASKED = {"id": "p3", "alias": "River", "asked_about_access": False}
LATER_NEED = {"id": "p4", "alias": "Fern", "requirements": [{"id": "r2", "barrier": "attitudes", "where": ["play"]}]}
EVERYWHERE = {"id": "d1", "what": "Count in", "activities": "all", "requirements": ["r1"]}
PARTS = {"people": [SKY], "team": [{"id": "t1"}]}


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


def _authentic() -> Iterator[Example]:
    touching = {"id": "v1", "text": "Louder", "touches": [{"session": "now"}]}
    adopted = touching | {"id": "v2", "outcome": "adopted"}
    adapted = touching | {"id": "v3", "outcome": "adapted"}
    elsewhere = adopted | {"id": "v4", "session": "now", "touches": []}
    undecided = touching | {"id": "v5", "text": None, "outcome": "undecided"}
    refused = touching | {"id": "v6", "outcome": "not possible"}
    yield Example("A01", STRENGTH, "an idea was adopted", {}, {"voice": [touching, adopted]}, ("v2",))
    yield Example("A01", STRENGTH, "an idea was adapted", {}, {"voice": [adapted, refused]}, ("v3",))
    unchanged = {"voice": [refused, undecided, touching]}
    yield Example("A01", LOOK, "nothing changed yet", {}, unchanged, ("v1", "v5", "v6"))
    yield Example("A01", NOT_RECORDED, "said here, touching nothing here", {}, {"voice": [elsewhere]})
    order = {"activities": [SONG, PLAN_B, PAUSE]}

    def touches(*activities: str | None) -> dict[str, Any]:
        return {"voice": [adopted | {"touches": [{"session": "now", "activity": a} for a in activities]}]}

    yield Example("A01", STRENGTH, "it touches a counted activity", order, touches("a8", "a1"), ("v2",))
    yield Example("A01", STRENGTH, "it touches Plan B and the session as a whole", order, touches("a8", None), ("v2",))
    yield Example("A01", NOT_RECORDED, "it touches Plan B and a break only", order, touches("a8", "a9"))
    yield Example("A01", NOT_RECORDED, "no voice entry")

    def deciding(decision: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"activities": [SONG | {"decision": decision} | more, DRUMS]}

    yield Example("A02", STRENGTH, "two options", deciding({"options": ["drum", "bells"]}), lines=("a1",))
    yield Example(
        "A02", STRENGTH, "an open question", deciding({"question": "What next?", "open": True}), lines=("a1",)
    )
    yield Example("A02", LOOK, "one option", deciding({"options": ["drum"]}), lines=("a1",))
    yield Example("A02", LOOK, "a question alone", deciding({"question": "Which sound?"}), lines=("a1",))
    yield Example("A02", NOT_RECORDED, "ways alone are no decision", deciding({"ways": ["speech"]}))
    yield Example("A02", NOT_RECORDED, "a decision in Plan B", deciding({"open": True}, skip=True))
    yield Example("A02", NOT_RECORDED, "no decision", {"activities": [SONG]})


def _representative_and_diverse() -> Iterator[Example]:
    yield Example("R01", YOUR_CALL, "an empty plan")
    yield Example("R01", YOUR_CALL, "any plan", {"activities": [SONG]}, PARTS)

    whole = {"title": "Beat", "genres": ["hip-hop-rap"], "practices": ["dj"], "chosen_by": "together"}

    def playing(*music: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"activities": [SONG | {"music": list(music)} | more, DRUMS | {"music": [whole]}]}

    yield Example("D01", STRENGTH, "all three are said", playing(whole), lines=("a1", "a2"))
    yield Example("D01", LOOK, "no genre", playing(whole | {"genres": []}), lines=("a1",))
    yield Example("D01", LOOK, "no practice", playing(whole | {"practices": []}, whole), lines=("a1",))
    yield Example("D01", LOOK, "nobody chose", playing(whole | {"chosen_by": None}, {"title": "Two"}), lines=("a1",))
    yield Example("D01", LOOK, "an entry without words", playing({}), lines=("a1",))
    yield Example("D01", NOT_RECORDED, "music in a break only", {"activities": [PAUSE | {"music": [whole]}, SONG]})
    yield Example("D01", NOT_RECORDED, "no music")


EXAMPLES: tuple[Example, ...] = (
    *_holistic(),
    *_every_activity(),
    *_every_adaptation(),
    *_authentic(),
    *_representative_and_diverse(),
)

ANSWERS: dict[str, set[Answer]] = {
    "H01": {NOT_RECORDED, STRENGTH, LOOK},
    "H02": {NOT_RECORDED, STRENGTH, LOOK},
    "H03": {NOT_RECORDED, STRENGTH, LOOK},
    "H04": {NOT_RECORDED, STRENGTH, LOOK},
    "E01": {NOT_RECORDED, STRENGTH, LOOK},
    "E02": {NOT_RECORDED, STRENGTH, LOOK},
    "A01": {NOT_RECORDED, STRENGTH, LOOK},
    "A02": {NOT_RECORDED, STRENGTH, LOOK},
    "R01": {YOUR_CALL},
    "D01": {NOT_RECORDED, STRENGTH, LOOK},
}
"""The columns that the table gives each check."""
