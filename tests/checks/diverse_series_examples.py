"""Examples of the questions R11, R12 and D11–D15, over a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.checks.example import LOOK, NOT_RECORDED, SILENT, STRENGTH, YOUR_CALL, SeriesExample

from amie_planner.checks.figures import ON_PAPER, Figures, Group

THREE = ({},) * 3
UNDER = Group("Group A", counted=2, low=0.05, high=0.29, baseline=0.3, expected=6)
INSIDE = Group("Group B", counted=6, low=0.2, high=0.4, baseline=0.3, expected=6)
TOUCHING = replace(UNDER, high=0.3)
OVER = replace(INSIDE, low=0.4, high=0.6)


def examples() -> Iterator[SeriesExample]:
    yield from _missing()
    yield from _led()
    yield from _genres()
    yield from _practices()
    yield from _performed()
    yield from _stretch()
    yield from _chosen()


def _missing() -> Iterator[SeriesExample]:
    def asked(*groups: Group, answered: int = 20, non_response: float = 0.3) -> dict[str, Figures]:
        return {"figures": Figures(groups, answered, non_response, "England, 2026")}

    yield SeriesExample("R11", LOOK, "an interval lies below", THREE, **asked(INSIDE, UNDER))
    yield SeriesExample("R11", YOUR_CALL, "the baseline is inside", THREE, **asked(INSIDE, TOUCHING))
    yield SeriesExample("R11", YOUR_CALL, "an interval lies above", THREE, **asked(OVER))
    yield SeriesExample("R11", LOOK, "ten answered", THREE, **asked(UNDER, answered=10))
    yield SeriesExample("R11", NOT_RECORDED, "nine answered", THREE, **asked(UNDER, answered=9))
    yield SeriesExample("R11", NOT_RECORDED, "too few would say", THREE, **asked(UNDER, non_response=0.31))
    yield SeriesExample("R11", NOT_RECORDED, "monitoring is off", THREE)
    yield SeriesExample("R11", NOT_RECORDED, "it stays apart from papers", THREE, figures=ON_PAPER)
    yield SeriesExample("R11", NOT_RECORDED, "two sessions", ({}, {}), **asked(UNDER))


def _led() -> Iterator[SeriesExample]:
    team = {"team": [{"id": "t10", "name": "Ann"}, {"id": "t2", "role": "Tutor"}, {"id": "t3", "young_leader": True}]}

    def week(*leads: list[str], **more: Any) -> dict[str, Any]:
        return {"activities": [{"id": f"a{n}", "leads": who} | more for n, who in enumerate(leads)]}

    one, both, nobody = week(["t10"]), week(["t10", "t2"]), week([])
    yield SeriesExample(
        "R12", STRENGTH, "a young person led", (one, one, week(["t10"], [], young_lead=True)), team, ("s3/a0", "s3/a1")
    )
    yield SeriesExample(
        "R12", STRENGTH, "a young leader led, with an adult", (one, one, week(["t10", "t3"])), team, ("s3/a0",)
    )
    yield SeriesExample("R12", LOOK, "one adult in three sessions", (one, one, one), team, ("t10",))
    yield SeriesExample("R12", LOOK, "some activities name nobody", (one, one, week(["t10"], [])), team, ("t10",))
    yield SeriesExample("R12", YOUR_CALL, "one adult in two sessions", (one, one, nobody), team, ("t10",))
    yield SeriesExample("R12", YOUR_CALL, "two adults", (one, both, one), team, ("t2", "t10"))
    plan_b = week(["t3"], skip=True)
    yield SeriesExample("R12", LOOK, "a young leader on Plan B only", (one, one, one, plan_b), team, ("t10",))
    yield SeriesExample("R12", NOT_RECORDED, "nobody", (nobody,) * 3, team)
    yield SeriesExample("R12", NOT_RECORDED, "two sessions", (one, one), team)


def played(minutes: int | None, *genres: list[str], field: str = "genres", **more: Any) -> dict[str, Any]:
    """An activity with as many music items, each with these genres (or practices)."""
    return {"minutes": minutes, "music": [{field: words} for words in genres]} | more


def week(*activities: dict[str, Any]) -> dict[str, Any]:
    """A session with these activities."""
    return {"activities": [{"id": f"a{n}"} | activity for n, activity in enumerate(activities)]}


def loving(*words: str) -> dict[str, Any]:
    """A programme with somebody who loves this."""
    return {"people": [{"id": "p1", "music_loved": list(words)}]}


def _genres() -> Iterator[SeriesExample]:
    pop, grime, drill = (lambda minutes, genre=genre: played(minutes, [genre]) for genre in ("pop", "grime", "drill"))
    even = (week(pop(60)), week(grime(20)), week(drill(20)))
    yield SeriesExample("D11", STRENGTH, "six tenths are not more", even, {}, ("s1", "s2", "s3"))
    yield SeriesExample(
        "D11", LOOK, "more than six tenths", (week(pop(61)), week(grime(20)), week(drill(19))), {}, ("s1",)
    )
    yield SeriesExample(
        "D11", LOOK, "two names of one family", (week(grime(31)), week(drill(30)), week(pop(39))), {}, ("s1", "s2")
    )
    yield SeriesExample(
        "D11", STRENGTH, "the group loves it", (week(grime(61)), week(pop(1)), {}), loving("trap"), ("s1",)
    )
    yield SeriesExample(
        "D11", LOOK, "the group loves another", (week(grime(61)), week(pop(1)), {}), loving("pop"), ("s1",)
    )
    shared = (week(played(100, ["pop", "grime"], ["opera"])), {}, {})
    yield SeriesExample("D11", STRENGTH, "minutes are shared by items and genres", shared, {}, ("s1",))
    unknown = (week(played(10, ["pop"]), played(90, []), played(8, ["grime"])), {}, {})
    yield SeriesExample("D11", STRENGTH, "the unknown does not count", unknown, {}, ("s1",))
    halves = (week(played(20, ["pop"], []), played(7, ["grime"])), {}, {})
    yield SeriesExample("D11", STRENGTH, "an item without a genre has its share too", halves, {}, ("s1",))
    plan_b = (week(pop(60), grime(40), played(500, ["opera"], skip=True)), {}, {})
    yield SeriesExample("D11", STRENGTH, "Plan B does not count", plan_b, {}, ("s1",))
    yield SeriesExample("D11", NOT_RECORDED, "no length", (week(pop(None)), week(grime(0)), {}))
    yield SeriesExample("D11", NOT_RECORDED, "no genre", (week(played(5, [], ["?"])), {}, {}))
    yield SeriesExample("D11", NOT_RECORDED, "two sessions", even[:2])


def _practices() -> Iterator[SeriesExample]:
    def made(minutes: int, *words: str) -> dict[str, Any]:
        return played(minutes, list(words), field="practices")

    even = (week(made(60, "dj")), week(made(40, "notated")), week(played(5, ["pop"])))
    yield SeriesExample("D12", STRENGTH, "six tenths are not more", even, {}, ("s1", "s2"))
    over = (week(made(61, "By ear")), week(made(39, "notated")), week(made(1, "by-ear")))
    yield SeriesExample("D12", LOOK, "more than six tenths, by key or label", over, {}, ("s1", "s3"))
    own = (week(made(61, "Clapping back")), week(made(39, "notated")), {})
    yield SeriesExample("D12", LOOK, "in words of their own", own, loving("Clapping back"), ("s1",))
    yield SeriesExample("D12", NOT_RECORDED, "none is given", (week(played(5, ["pop"])), {}, {}))
    yield SeriesExample("D12", NOT_RECORDED, "two sessions", even[:2])


def _performed() -> Iterator[SeriesExample]:
    def shown(*genres: str, kind: str = "perform", **more: Any) -> dict[str, Any]:
        return played(None, *([genre] for genre in genres), kind=kind, **more)

    rest = week(*(shown(genre, kind="play") for genre in ("pop", "grime", "opera")))
    yield SeriesExample(
        "D13", STRENGTH, "two are performed of three", (week(shown("pop", "grime")), rest, {}), {}, ("s1/a0",)
    )
    apart = (week(shown("pop")), rest, week(shown("grime")))
    yield SeriesExample("D13", STRENGTH, "two, at different times", apart, {}, ("s1/a0", "s3/a0"))
    only = (week(shown("pop"), shown("pop", kind="play")), {}, {})
    yield SeriesExample("D13", STRENGTH, "all that there is", only, {}, ("s1/a0",))
    yield SeriesExample("D13", LOOK, "one of three", (week(shown("grime", "drill")), rest, {}), {}, ("s1/a0",))
    yield SeriesExample("D13", SILENT, "one of two", (week(shown("pop"), shown("grime", kind="play")), {}, {}))
    yield SeriesExample("D13", SILENT, "nothing is performed", (rest, {}, {}))
    yield SeriesExample(
        "D13", SILENT, "what is performed has no genre", (week(shown(), played(5, [], kind="perform")), rest, {})
    )
    yield SeriesExample("D13", SILENT, "it is Plan B", (week(shown("pop", skip=True)), rest, {}))
    yield SeriesExample("D13", NOT_RECORDED, "two sessions", (rest, rest))


def _stretch() -> Iterator[SeriesExample]:
    weeks = (week(played(5, ["grime"])), week(played(5, ["opera"])), {})
    yield SeriesExample("D14", STRENGTH, "one lies outside", weeks, loving("drill"), ("s2",))
    yield SeriesExample("D14", LOOK, "none does", weeks, loving("drill", "symphony"), ("s1", "s2"))
    yield SeriesExample("D14", NOT_RECORDED, "nobody’s music is known", weeks, loving())
    yield SeriesExample("D14", NOT_RECORDED, "no genre", THREE, loving("drill"))
    yield SeriesExample("D14", NOT_RECORDED, "two sessions", weeks[:2], loving("drill"))


def _chosen() -> Iterator[SeriesExample]:
    def chosen(*by: str | None) -> dict[str, Any]:
        return week(*({"music": [{"chosen_by": who}]} for who in by))

    a_third = (chosen("leader"), chosen("partner"), chosen("young people"))
    yield SeriesExample("D15", STRENGTH, "a third, by young people", a_third, {}, ("s3",))
    yield SeriesExample("D15", STRENGTH, "together counts", (chosen("leader", "together"), {}, {}), {}, ("s1",))
    fewer = (chosen("leader", "leader"), chosen("partner"), chosen("young people"))
    yield SeriesExample("D15", LOOK, "fewer than a third", fewer, {}, ("s1", "s2"))
    two_of_six = (chosen("leader", "leader", "young people"), chosen("partner", "leader", "together"), {})
    yield SeriesExample("D15", STRENGTH, "two of six", two_of_six, {}, ("s1", "s2"))
    adults = (chosen("leader"), chosen("partner"), {})
    yield SeriesExample("D15", LOOK, "none by young people", adults, {}, ("s1", "s2"))
    yield SeriesExample("D15", STRENGTH, "half of the items say", (chosen("together", None), {}, {}), {}, ("s1",))
    yield SeriesExample("D15", NOT_RECORDED, "fewer than half say", (chosen("together", None, None), {}, {}))
    yield SeriesExample("D15", NOT_RECORDED, "no music", THREE)
    yield SeriesExample("D15", NOT_RECORDED, "two sessions", a_third[1:])
