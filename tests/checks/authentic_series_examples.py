"""Examples of the questions A11–A13, over a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.checks.example import LOOK, NOT_RECORDED, SILENT, STRENGTH, SeriesExample

FOUR = ({},) * 4


def examples() -> Iterator[SeriesExample]:
    yield from _ideas()
    yield from _unheard()
    yield from _starting()


def _ideas() -> Iterator[SeriesExample]:
    told = {"id": "v1", "session": "s1", "outcome": "adopted", "told_on": "2026-09-20"}

    def said(*voice: dict[str, Any]) -> dict[str, Any]:
        return {"voice": list(voice)}

    untold, undecided = told | {"id": "v10", "told_on": None}, told | {"id": "v9", "outcome": "undecided"}
    yield SeriesExample("A11", STRENGTH, "old, decided and told", FOUR, said(told), ("v1",))
    young = untold | {"id": "v2", "session": "s2"}
    yield SeriesExample("A11", STRENGTH, "a younger one is not told yet", FOUR, said(young, told), ("v1",))
    yield SeriesExample("A11", LOOK, "not told, or not decided", FOUR, said(untold, undecided, told), ("v9", "v10"))
    loose = untold | {"session": None, "date": "2026-09-07"}
    yield SeriesExample("A11", LOOK, "said on a day, three sessions ago", FOUR, said(loose), ("v10",))
    yield SeriesExample(
        "A11", NOT_RECORDED, "said on the day of the second", FOUR, said(loose | {"date": "2026-09-08"})
    )
    yield SeriesExample("A11", NOT_RECORDED, "said nowhere at no time", FOUR, said(loose | {"date": None}))
    yield SeriesExample("A11", NOT_RECORDED, "two sessions since", FOUR, said(young))
    early = ({"status": "cancelled"}, {}, {}, {})
    yield SeriesExample("A11", LOOK, "said in a session that was cancelled", early, said(untold), ("v10",))
    gap = ({}, {"status": "draft"}, {}, {})
    yield SeriesExample("A11", NOT_RECORDED, "a draft since does not count", gap, said(untold))
    before = {"first": date(2026, 9, 8)}
    yield SeriesExample("A11", LOOK, "said before the period", FOUR, said(untold), ("v10",), **before)
    yield SeriesExample("A11", NOT_RECORDED, "nothing was said", FOUR)
    yield SeriesExample(
        "A11", NOT_RECORDED, "two sessions", ({}, {}), said(untold | {"session": None, "date": "2026-01-01"})
    )


def _unheard() -> Iterator[SeriesExample]:
    people = [{"id": "p1", "alias": "Sky"}, {"id": "p2", "alias": "Moss"}]
    three = ({},) * 3

    def heard(**more: Any) -> dict[str, Any]:
        return {"people": people} | more

    voice = {"id": "v1", "session": "s1", "from": ["p1"]}
    seen = {"id": "o1", "session": "s2", "person": "p2"}
    both = heard(voice=[voice], observations=[seen])
    yield SeriesExample("A12", STRENGTH, "one said something, one was noticed", three, both, ("p1", "p2"))
    together = heard(voice=[voice | {"from": ["p2", "p1"]}])
    yield SeriesExample("A12", STRENGTH, "two in one entry", three, together, ("p1", "p2"))
    yield SeriesExample("A12", LOOK, "one is missing", three, heard(voice=[voice]), ("p2",))
    group = {"people": [*people, {"id": "g"}], "voice": [voice | {"from": "group"}]}
    yield SeriesExample("A12", LOOK, "the group is nobody’s own", three, group, ("g", "p1", "p2"))
    undated = heard(voice=[voice | {"session": None}], observations=[seen])
    yield SeriesExample("A12", LOOK, "nobody knows when it was said", three, undated, ("p1",))
    five = ({},) * 5
    period = {"first": date(2026, 9, 8), "last": date(2026, 9, 22)}
    for story, day, answer in (
        ("said before the period", "2026-09-07", LOOK),
        ("said on its first day", "2026-09-08", STRENGTH),
        ("said on its last day", "2026-09-22", STRENGTH),
        ("said after it", "2026-09-23", LOOK),
    ):
        on_a_day = heard(voice=[voice | {"session": None, "date": day}], observations=[seen])
        yield SeriesExample("A12", answer, story, five, on_a_day, ("p1",) if answer is LOOK else ("p1", "p2"), **period)
    its_day = heard(voice=[voice | {"date": "2026-09-10"}], observations=[seen])
    yield SeriesExample("A12", LOOK, "the day of the session it was said in counts", five, its_day, ("p1",), **period)
    late = heard(voice=[voice], observations=[seen | {"session": "s5"}])
    yield SeriesExample("A12", LOOK, "noticed after the period", five, late, ("p1", "p2"), **period)
    no_date = ({"date": None}, {}, {}, {})
    fallen_back = heard(voice=[voice | {"date": "2026-09-10"}], observations=[seen])
    yield SeriesExample("A12", STRENGTH, "said in an undated session on a day", no_date, fallen_back, ("p1", "p2"))
    nameless = heard(voice=[voice], observations=[seen | {"person": None}])
    yield SeriesExample("A12", LOOK, "noticed of nobody in particular", three, nameless, ("p2",))
    left = {"people": [people[0], people[1] | {"left": "2026-01-01"}], "voice": [voice]}
    yield SeriesExample("A12", STRENGTH, "who has left is no member", three, left, ("p1",))
    yield SeriesExample("A12", NOT_RECORDED, "nobody is listed", three)
    yield SeriesExample("A12", NOT_RECORDED, "two sessions", ({}, {}), heard())


def _starting() -> Iterator[SeriesExample]:
    def week(theirs: int, adults: int = 0, unsaid: int = 0, by: str = "young people", **more: Any) -> dict[str, Any]:
        minutes = {by: theirs, "leader": adults, None: unsaid}
        held = [(n, who) for n, who in enumerate(minutes) if minutes[who]]
        return {"activities": [{"id": f"a{n}", "minutes": minutes[who], "started_by": who} | more for n, who in held]}

    none, half, all_ = week(0, 10), week(5, 5), week(10)
    yield SeriesExample("A13", STRENGTH, "more in the second half", (none, none, half), {}, ("s3/a0",))
    yield SeriesExample("A13", STRENGTH, "as much in both", (half, half, half, half), {}, ("s3/a0", "s4/a0"))
    together = week(5, 5, by="together")
    yield SeriesExample("A13", STRENGTH, "together counts", (none, none, together), {}, ("s3/a0",))
    partner = week(5, 5, by="partner")
    yield SeriesExample("A13", LOOK, "a partner is an adult", (none, none, partner), {}, ("s1", "s2", "s3"))
    yield SeriesExample("A13", LOOK, "none throughout", (none, none, none), {}, ("s1", "s2", "s3"))
    yield SeriesExample("A13", LOOK, "less in the second half", (all_, none, half), {}, ("s3",))
    yield SeriesExample("A13", LOOK, "nothing in the second half", (all_, all_, none, none), {}, ("s3", "s4"))
    a_little_less = (week(50, 50), none, week(40, 60))
    yield SeriesExample("A13", SILENT, "a tenth less", a_little_less)
    yield SeriesExample("A13", LOOK, "more than a tenth less", (week(50, 50), none, week(39, 61)), {}, ("s3",))
    yield SeriesExample("A13", SILENT, "only in the middle, which is in no half", (none, all_, none))
    untimed = {"id": "a9", "started_by": "young people"}
    half_says = {"activities": [*week(5, 5, 30)["activities"], {"id": "a9"}]}
    yield SeriesExample("A13", STRENGTH, "half of the time says", (none, none, half_says), {}, ("s3/a0",))
    yield SeriesExample("A13", NOT_RECORDED, "less than half of the time says", (none, none, week(5, 5, 31)))
    yield SeriesExample(
        "A13", NOT_RECORDED, "nothing has minutes", ({"activities": [{"id": "a1", "started_by": "leader"}]},) * 3
    )
    yield SeriesExample("A13", NOT_RECORDED, "Plan B does not count", (week(10, skip=True),) * 3)
    yield SeriesExample("A13", STRENGTH, "nothing in the first half says", (week(0, 0, 10), none, half), {}, ("s3/a0",))
    yield SeriesExample("A13", NOT_RECORDED, "two sessions", (all_, all_))
    middle = (none, all_, half)
    yield SeriesExample("A13", STRENGTH, "the middle of three is in no half", middle, {}, ("s3/a0",))
    no_time = {"activities": [*none["activities"], untimed]}
    yield SeriesExample("A13", LOOK, "what takes no time does not count", (none, none, no_time), {}, ("s1", "s2", "s3"))
