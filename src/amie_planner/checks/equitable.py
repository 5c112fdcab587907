"""Equitable: people facing the biggest barriers receive the most support. The access grid, and who is supported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from amie_planner.checks.check import Line, Principle, Said, check, not_recorded, prompt, strength, worth_a_look
from amie_planner.checks.lines import adaptation, by_id, cells, person, requirement, some, where
from amie_planner.checks.reading import ReadPlan, Row, read
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Requirement
from amie_planner.domain.vocabulary import Reach, Weight

PRINCIPLE = Principle("E", "Equitable", "People facing the biggest barriers receive the most support")

_NO_BARRIER = "Nobody is listed, and no barrier is written down. Which barriers do you expect?"
_NOTHING_CHANGES = "Nobody is listed, and nothing changes yet for the barriers that you expect."
_WEIGHTS = {None: 1, Weight.SOME: 1, Weight.BIG: 2, Weight.SHUT_OUT: 3}


@check(
    "E01",
    PRINCIPLE,
    question="Does every access requirement meet every activity?",
    why="Inclusive is more than not excluding: it means looking for what keeps people out (Brighter Sound).",
)
def every_activity_meets_every_requirement(plan: Plan) -> Iterator[Said]:
    """No cell of the grid is “not yet”; or everybody was asked and nobody has a requirement."""
    plan = read(plan)
    if not plan.counted:
        return
    if not plan.expected:
        if not any(d.barriers for d in plan.read_adaptations):
            yield not_recorded(_NOTHING_CHANGES if plan.session.expects else _NO_BARRIER)
        return
    lines = [person(p, plan) for p in by_id(plan.expected)]
    asked = [p for p in plan.expected if p.asked_about_access]
    if not plan.needs and not asked:
        yield not_recorded("No access requirement is written down, and nobody is marked as asked.", *lines)
    if not plan.needs and len(asked) == len(plan.expected):
        yield strength("Everybody was asked, and nobody has an access requirement.", *lines)
    yield from _in_the_grid(plan)


def _in_the_grid(plan: ReadPlan) -> Iterator[Said]:
    waiting = [row for row in plan.rows if row.waiting]
    if waiting:
        what = some(len(waiting), "access requirement is", "access requirements are")
        yield worth_a_look(f"{what} not met yet: {where(waiting)}.", *cells(waiting, plan))
    elif plan.rows:
        met = (requirement(row.requirement, plan) for row in plan.rows)
        yield strength("Each access requirement is met in each activity where it matters.", *met)


@check(
    "E04",
    PRINCIPLE,
    question="Do those facing the biggest barriers get the most support?",
    why="The highest barriers call for the most support (Digging deeper in to inclusive practice, discussion slides).",
)
def support_follows_barriers(plan: Plan) -> Iterator[Said]:
    """Of no two people with requirements has the one with the greater weight the smaller share met."""
    plan = read(plan)
    supported = supports(plan.needs, plan.rows)
    if plan.expected:
        kept_back = {s.person for s in with_less_than_somebody_who_faces_less(supported)}
        rows = [row for row in plan.rows if row.requirement.person in kept_back]
        met = [requirement(r, plan) for r in plan.needs]
        yield support_said(supported, where(rows), cells(rows, plan), met)


@dataclass(frozen=True, slots=True)
class Support:
    """What is in one person's way, as a weight, the minutes they need, and those of them that are met."""

    person: str
    weight: int
    needed: int
    met: int

    @property
    def share_met(self) -> Fraction:
        """Of the minutes they need; 1 if nothing is needed."""
        return Fraction(self.met, self.needed) if self.needed else Fraction(1)


def supports(needs: Iterable[Requirement], rows: Iterable[Row]) -> tuple[Support, ...]:
    """For each person with requirements."""
    weights: dict[str, int] = {}
    for need in needs:
        weights[need.person] = weights.get(need.person, 0) + _WEIGHTS[need.weight]
    needed, met = dict.fromkeys(weights, 0), dict.fromkeys(weights, 0)
    for row in rows:
        needed[row.requirement.person] += row.needed
        met[row.requirement.person] += row.met
    return tuple(Support(p, weight, needed[p], met[p]) for p, weight in weights.items())


def with_less_than_somebody_who_faces_less(supported: Iterable[Support]) -> Iterator[Support]:
    """Those of whom somebody with less weight has a greater share met."""
    most = Fraction(0)
    lighter = Fraction(0)
    weight = 0
    for support in sorted(supported, key=lambda s: s.weight):
        if support.weight > weight:
            lighter, weight = most, support.weight
        if support.share_met < lighter:
            yield support
        most = max(most, support.share_met)


def support_said(supported: Iterable[Support], open_at: str, open_cells: Iterable[Line], met: Iterable[Line]) -> Said:
    """One person's gaps and nobody's figures; never two people side by side."""
    if len(list(supported)) < 2:
        return not_recorded("Fewer than two people here have an access requirement written down.")
    if open_at:
        text = "Somebody who faces more has less of it met than somebody who faces less"
        return worth_a_look(f"{text}. Not met yet: {open_at}.", *open_cells)
    return strength("Whoever faces more has at least as much of it met as whoever faces less.", *met)


@prompt(
    "E08",
    PRINCIPLE,
    question="Is the adapted route musically equal: can that person lead, solo and be heard?",
    why="A switch or an adapted part deserves a real musical job, not decoration (after Drake Music’s practice).",
)
def the_adapted_route_is_musically_equal(plan: Plan) -> tuple[Line, ...] | None:
    """Asked where an adaptation reaches one or some."""
    apart = (d for d in by_id(plan.read_adaptations) if d.reach in (Reach.ONE, Reach.SOME))
    return tuple(map(adaptation, apart)) or None


@prompt(
    "E09",
    PRINCIPLE,
    question="Does anything here cost money, need travel, or need kit at home?",
    why="Money, travel and kit keep people out long before a session begins (Youth Music, on barriers).",
)
def nothing_costs_money_travel_or_kit(_: Plan) -> tuple[Line, ...]:
    """Always asked."""
    return ()
