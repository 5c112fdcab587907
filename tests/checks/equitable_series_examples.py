"""Examples of the questions E11–E14, over a period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.checks.equitable_examples import met, person
from tests.checks.example import ASKED, LOOK, NOT_ASKED, NOT_RECORDED, SILENT, SONG, STRENGTH, SeriesExample

DAY = {"activities": [SONG]}


def examples() -> Iterator[SeriesExample]:
    yield from _waiting()
    yield from _learnt()
    yield from _coming()
    yield from _support()


def _waiting() -> Iterator[SeriesExample]:
    people = {"people": [person("p1", "big"), person("p2", "some")]}
    done, half = DAY | met("r10", "r20"), DAY | met("r20")
    yield SeriesExample("E11", STRENGTH, "none waited in the last two", (DAY, done, done), people, ("r10", "r20"))
    yield SeriesExample("E11", STRENGTH, "one waited in the last but one", (done, DAY, done), people, ("r10", "r20"))
    yield SeriesExample("E11", STRENGTH, "one waited in the last", (done, done, DAY), people, ("r10", "r20"))
    yield SeriesExample("E11", LOOK, "one waited in both", (done, half, DAY), people, ("r10",))
    elsewhere = {"activities": [SONG, SONG | {"id": "a2"}]} | met("r10", "r20")
    yield SeriesExample("E11", LOOK, "somewhere in each", (done, half, elsewhere), people, ("r10",))
    away = DAY | {"not_expected": ["p1", "p2"]}
    yield SeriesExample(
        "E11", STRENGTH, "those who were not expected did not wait", (DAY, DAY, away), people, ("r10", "r20")
    )
    past = {"people": [ASKED | {"requirements": [{"id": "r1", "active": False}]}]}
    yield SeriesExample("E11", STRENGTH, "asked, and nothing is needed", (DAY, DAY, DAY), past, ("p2",))
    yield SeriesExample("E11", NOT_RECORDED, "nobody was asked", (DAY, DAY, DAY), {"people": [NOT_ASKED]}, ("p3",))
    gone = {"people": [person("p1", "big", left="2026-01-01"), NOT_ASKED]}
    yield SeriesExample("E11", NOT_RECORDED, "only somebody who has left has one", (DAY, DAY, DAY), gone, ("p3",))
    yield SeriesExample("E11", NOT_RECORDED, "nobody is listed", (DAY, DAY, DAY))
    yield SeriesExample("E11", NOT_RECORDED, "two sessions", (DAY, DAY), people)


def _learnt() -> Iterator[SeriesExample]:
    def weeks(*verdicts: tuple[str | None, str | None], **more: Any) -> tuple[dict[str, Any], ...]:
        return tuple(
            {"status": "delivered", "adaptations": [{"id": "d1", "what": "Count in", "verdict": v, "then": t} | more]}
            for v, t in verdicts
        )

    worked, again, changed, stopped = ("worked", None), ("not", None), ("not", "change"), ("not", "stop")
    all_lines = ("s1/d1", "s2/d1", "s3/d1")
    yield SeriesExample(
        "E12", STRENGTH, "each has a verdict", weeks(worked, ("not used", None), ("partly", None)), {}, all_lines
    )
    yield SeriesExample("E12", STRENGTH, "it did not work once", weeks(worked, again, worked), {}, all_lines)
    yield SeriesExample("E12", STRENGTH, "changed in between", weeks(changed, again, worked), {}, all_lines)
    yield SeriesExample("E12", STRENGTH, "stopped the second time", weeks(again, stopped, worked), {}, all_lines)
    yield SeriesExample("E12", STRENGTH, "twice, with better in between", weeks(again, worked, again), {}, all_lines)
    yield SeriesExample("E12", LOOK, "one has no verdict", weeks(worked, (None, None), worked), {}, ("s2/d1",))
    yield SeriesExample("E12", LOOK, "twice running, kept", weeks(("not", "keep"), again, worked), {}, ("s2/d1",))
    yield SeriesExample("E12", LOOK, "three times running", weeks(again, again, again), {}, ("s2/d1", "s3/d1"))
    yield SeriesExample("E12", LOOK, "both", weeks(again, again, (None, None)), {}, ("s3/d1", "s2/d1"))

    first, second, third = weeks(again, again, worked)
    people = {"people": [person("p1", "some", "big")]}
    of_one = [d | {"requirements": [r]} for d, r in zip(first["adaptations"] * 2, ("r10", "r11"), strict=True)]
    other = (first | {"adaptations": of_one[:1]}, second | {"adaptations": of_one[1:]}, third)
    yield SeriesExample("E12", STRENGTH, "the same words for another requirement", other, people, all_lines)
    same = (first | {"adaptations": of_one[:1]}, second | {"adaptations": of_one[:1]}, third)
    yield SeriesExample("E12", LOOK, "the same words for the same requirement", same, people, ("s2/d1",))
    one_names_none = (first, second | {"adaptations": of_one[:1]}, third)
    yield SeriesExample(
        "E12", STRENGTH, "the same words, and one names no requirement", one_names_none, people, all_lines
    )

    def following(what: str, session: str) -> dict[str, Any]:
        follows = {"session": session, "adaptation": "d1"}
        return second | {"adaptations": [second["adaptations"][0] | {"what": what, "follows": follows}]}

    yield SeriesExample(
        "E12", LOOK, "other words, and it says what it follows", (first, following("Wave", "s1"), third), {}, ("s2/d1",)
    )
    late = (first, third, following("Count in", "s1"))
    yield SeriesExample("E12", LOOK, "it follows one further back", late, {}, ("s3/d1",))
    later = following("Count in", "s3")
    yield SeriesExample(
        "E12", LOOK, "what it says it follows comes later, and the words go on", (first, later, third), {}, ("s2/d1",)
    )
    own = following("Count in", "s2")["adaptations"][0]
    itself = second | {"adaptations": [own, own | {"id": "d2", "what": "Wave"}]}
    only_here = ("s1/d1", "s2/d1", "s2/d2", "s3/d1")
    yield SeriesExample(
        "E12", STRENGTH, "one of the same session is no earlier one", (third, itself, third), {}, only_here
    )
    not_held = (first | {"status": "planned"}, following("Count in", "s1"), third)
    yield SeriesExample("E12", STRENGTH, "it follows one that was only planned", not_held, {}, ("s2/d1", "s3/d1"))
    twice = first | {"adaptations": [first["adaptations"][0], first["adaptations"][0] | {"id": "d2"}]}
    yield SeriesExample(
        "E12",
        STRENGTH,
        "twice in one session is not twice running",
        (twice, third, third),
        {},
        ("s1/d1", "s1/d2", "s2/d1", "s3/d1"),
    )
    wordless = weeks(again, again, worked, what=None)
    yield SeriesExample("E12", STRENGTH, "without words nothing is the same", wordless, {}, all_lines)
    planned = tuple(week | {"status": "planned"} for week in weeks((None, None), again, again))
    yield SeriesExample("E12", SILENT, "nothing was delivered", planned)
    yield SeriesExample("E12", SILENT, "no adaptations", ({"status": "delivered"},) * 3)
    plan_b = {
        "status": "delivered",
        "activities": [SONG | {"skip": True}],
        "adaptations": [{"id": "d1", "activities": ["a1"]}],
    }
    yield SeriesExample("E12", SILENT, "an adaptation of Plan B", (plan_b,) * 3)
    yield SeriesExample("E12", NOT_RECORDED, "two sessions", weeks(worked, worked))


def _coming() -> Iterator[SeriesExample]:
    needing = [person(f"p{n}", "some") for n in range(1, 6)]
    others = [{"id": f"p{n}"} for n in range(6, 11)]
    everyone = {"people": [*needing, *others]}

    def marks(came: int, came_without: int, **more: Any) -> dict[str, Any]:
        """Of five with a requirement and five without, so many came; one of each was late, if any came."""
        people = {f"p{n}": "present" if n <= came else "absent" for n in range(1, 6)}
        people |= {f"p{n}": "present" if n <= 5 + came_without else "absent" for n in range(6, 11)}
        people |= {"p1": "late"} if came else {}
        return {"register": {"people": people, "mode": "people"} | more}

    def weeks(*registers: dict[str, Any]) -> tuple[dict[str, Any], ...]:
        return (*registers, {}, {}, {})[: max(3, len(registers))]

    yield SeriesExample("E13", STRENGTH, "as often", weeks(marks(4, 4)), everyone, ("s1",))
    yield SeriesExample("E13", STRENGTH, "more often", weeks(marks(5, 1)), everyone, ("s1",))
    yield SeriesExample(
        "E13", STRENGTH, "a tenth less often, all pooled", weeks(marks(4, 5), marks(5, 5)), everyone, ("s1", "s2")
    )
    yield SeriesExample(
        "E13",
        LOOK,
        "more than a tenth less often",
        weeks(marks(4, 5), marks(5, 5), marks(4, 5)),
        everyone,
        ("s1", "s2", "s3"),
    )
    fewer = marks(4, 4)
    fewer["register"]["people"] |= {"p5": "not taken", "p10": "not taken"}
    a_ninth = weeks(fewer, marks(4, 5))
    yield SeriesExample("E13", LOOK, "eight of nine, and nine of nine", a_ninth, everyone, ("s1", "s2"))
    yield SeriesExample("E13", LOOK, "nobody of them came", weeks(marks(0, 5)), everyone, ("s1",))
    past = {"people": [*needing[:4], needing[4] | {"requirements": [{"id": "r50", "active": False}]}, *others]}
    yield SeriesExample("E13", NOT_RECORDED, "one requirement is past", weeks(marks(4, 4)), past, ("s1",))
    untaken = marks(4, 4)
    untaken["register"]["people"]["p10"] = "not taken"
    yield SeriesExample("E13", NOT_RECORDED, "not taken is no mark", weeks(untaken), everyone, ("s1",))
    noted = {"register": {"people": dict.fromkeys(marks(4, 4)["register"]["people"], "absent")}}
    yield SeriesExample("E13", NOT_RECORDED, "absences noted beforehand", weeks(noted), everyone)
    assumed = weeks(marks(4, 4, mode=None))
    yield SeriesExample("E13", STRENGTH, "a register with marks that does not say its mode", assumed, everyone, ("s1",))
    yield SeriesExample("E13", NOT_RECORDED, "a headcount", weeks(marks(4, 4, mode="headcount")), everyone)
    yield SeriesExample("E13", NOT_RECORDED, "no register", ({},) * 3, everyone)
    yield SeriesExample("E13", NOT_RECORDED, "two sessions", (marks(4, 4),) * 2, everyone)


def _support() -> Iterator[SeriesExample]:
    people = {"people": [person("p1", "big"), person("p2", "some")]}
    done, light, heavy = DAY | met("r10", "r20"), DAY | met("r20"), DAY | met("r10")
    yield SeriesExample("E14", STRENGTH, "summed they are met as much", (done, light, heavy), people, ("r10", "r20"))
    yield SeriesExample(
        "E14", LOOK, "summed the heavier is met less", (done, light, light), people, ("s2/r10/a1", "s3/r10/a1")
    )
    not_there = light | {"not_expected": ["p1"]}
    yield SeriesExample(
        "E14", STRENGTH, "only where they were expected", (done, not_there, done), people, ("r10", "r20")
    )
    long = light | {"activities": [SONG | {"minutes": 60}]}
    yield SeriesExample("E14", LOOK, "minutes count, not sessions", (heavy, heavy, long), people, ("s3/r10/a1",))
    yield SeriesExample(
        "E14", NOT_RECORDED, "one has a requirement", (DAY,) * 3, {"people": [person("p1", "big"), ASKED]}
    )
    yield SeriesExample("E14", SILENT, "nobody is listed", (DAY,) * 3)
    yield SeriesExample("E14", NOT_RECORDED, "two sessions", (light, light), people)
