"""Equitable over a period: what still waits, what was learnt, and whether people come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from amie_planner.checks.check import Line, Said, not_recorded, strength, worth_a_look
from amie_planner.checks.equitable import (
    PRINCIPLE,
    Support,
    support_said,
    supports,
    with_less_than_somebody_who_faces_less,
)
from amie_planner.checks.lines import (
    adaptation,
    barrier,
    by_id,
    cells,
    few,
    in_session,
    named,
    person,
    requirement,
    session,
    some,
)
from amie_planner.checks.period import Period, series_check
from amie_planner.checks.reading import Row
from amie_planner.checks.same_words import folded
from amie_planner.domain.attendance import attendance, mode_said
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, Requirement, Session
from amie_planner.domain.vocabulary import Mark, RegisterMode, Then, Verdict
from amie_planner.domain.words import listed

_FEWEST_WITH_A_MARK = 5
_A_TENTH = Fraction(1, 10)


@series_check(
    "E11",
    PRINCIPLE,
    question="Which requirements are still waiting?",
    why="What waits from week to week keeps somebody at the edge of the music (our own question, from practice).",
)
def no_requirement_waits_from_session_to_session(period: Period) -> Iterator[Said]:
    """No requirement was “not yet” somewhere in each of the last two sessions."""
    before, last = ({r.requirement.id for r in plan.rows if r.waiting} for plan in period.plans[-2:])
    needs = _needs(period)
    waiting = [requirement(r, period.series) for r in needs if r.id in before & last]
    if waiting:
        what = some(len(waiting), "access requirement was", "access requirements were")
        where = named([barrier(r) for r in needs if r.id in before & last])
        yield worth_a_look(f"{what} not met somewhere in each of the last two sessions: {where}.", *waiting)
    elif needs:
        text = "No access requirement was left open in both of the last two sessions."
        yield strength(text, *(requirement(r, period.series) for r in needs))
    elif any(p.asked_about_access for p in period.members):
        yield strength("People were asked, and no access requirement waits.", *_people(period))
    else:
        text = "No access requirement is written down, and nobody is marked as asked."
        yield not_recorded(text, *_people(period))


def _people(period: Period) -> list[Line]:
    return [person(p, period.series) for p in period.members]


def _needs(period: Period) -> list[Requirement]:
    """The active requirements of the members."""
    here = {p.id for p in period.members}
    return by_id(r for r in period.series.requirements if r.active and r.person in here)


@series_check(
    "E12",
    PRINCIPLE,
    question="What did we learn about each adaptation?",
    why="What was tried and noticed is what the next plan can build on (Changing Tracks, reflection diary).",
)
def every_adaptation_taught_us_something(period: Period) -> Iterator[Said]:
    """Each adaptation of a delivered session has a verdict, and none was `not` twice running without change or stop."""
    tried = [(d, plan.session) for plan in period.delivered for d in by_id(plan.read_adaptations)]
    lines = [in_session(adaptation(d), of) for d, of in tried]
    untold = [line for line, (d, _) in zip(lines, tried, strict=True) if d.verdict is None]
    stuck = [line for line, again in zip(lines, _twice_running(tried, period), strict=True) if again]
    if untold or stuck:
        first = f"{few(len(untold), 'adaptation')} without a word on how it went" if untold else ""
        second = f"{few(len(stuck), 'adaptation')} that did not work twice running" if stuck else ""
        yield worth_a_look(f"There is more to learn from {listed((first, second))}.", *untold, *stuck)
    elif tried:
        yield strength("Each adaptation says how it went, and none was left as it was after it did not work.", *lines)


def _twice_running(tried: Iterable[tuple[Adaptation, Session]], period: Period) -> Iterator[bool]:
    """For each adaptation, whether neither it nor the one it continues worked, and both were left as they were."""
    held: dict[tuple[str, str], Adaptation] = {}
    said: dict[str, list[tuple[str, Adaptation]]] = {}
    for change, of in tried:
        alike = said.setdefault(folded(change.what), [])
        follows = change.follows
        if follows and period.is_earlier(follows.session, of.id):
            earlier = held.get((follows.session, follows.adaptation))
        else:
            before = (d for id, d in reversed(alike) if id != of.id and _for_the_same(d, change))
            earlier = next(before, None) if folded(change.what) else None
        yield earlier is not None and _left_as_it_was(earlier) and _left_as_it_was(change)
        held[of.id, change.id] = change
        alike.append((of.id, change))


def _left_as_it_was(change: Adaptation) -> bool:
    return change.verdict is Verdict.NOT and change.then not in (Then.CHANGE, Then.STOP)


def _for_the_same(one: Adaptation, other: Adaptation) -> bool:
    return not set(one.requirements).isdisjoint(other.requirements) or not (one.requirements or other.requirements)


@series_check(
    "E13",
    PRINCIPLE,
    question="Do people with access requirements come as often?",
    why="Who stops coming tells what no plan can (our own question, from practice).",
)
def people_with_requirements_come_as_often(period: Period) -> Iterator[Said]:
    """Their attendance is at most a tenth under that of people without a requirement."""
    marked = [plan for plan in period.plans if _marks(plan)]
    needing = {r.person for r in period.series.requirements if r.active}
    having, others = _Came(), _Came()
    for plan in marked:
        for id, mark in _marks(plan).items():
            (having if id in needing else others).add(id, mark)
    lines = [session(plan.session) for plan in marked]
    if not marked:
        yield not_recorded("No register was taken.")
    elif missing := listed(_too_few(having, "with") + _too_few(others, "without")):
        yield not_recorded(f"Fewer than five people {missing} an access requirement are in the registers.", *lines)
    elif having.share >= others.share - _A_TENTH:
        yield strength("People with access requirements come about as often as others, or more.", *lines)
    else:
        text = "People with access requirements come less often than others. What is in the way of coming?"
        yield worth_a_look(text, *lines)


def _marks(plan: Plan) -> dict[str, Mark]:
    """The marks that count: none where the register is a headcount, or was not taken."""
    register = plan.session.attendance
    if register is None or mode_said(register) is not RegisterMode.PEOPLE:
        return {}
    if attendance(register, plan.expected) is None:
        return {}
    return {person: mark for person, mark in register.people.items() if mark is not Mark.NOT_TAKEN}


class _Came:
    """Who of a group has a mark, and how often they came, all marks pooled."""

    def __init__(self) -> None:
        self.people: set[str] = set()
        self._marks = self._came = 0

    def add(self, person: str, mark: Mark) -> None:
        self.people.add(person)
        self._marks += 1
        self._came += mark in (Mark.PRESENT, Mark.LATE)

    @property
    def share(self) -> Fraction:
        return Fraction(self._came, self._marks)


def _too_few(group: _Came, word: str) -> list[str]:
    return [word] if len(group.people) < _FEWEST_WITH_A_MARK else []


@series_check(
    "E14",
    PRINCIPLE,
    question="Over the series, does support follow barriers?",
    why="The highest barriers call for the most support (Digging deeper in to inclusive practice, discussion slides).",
)
def support_follows_barriers_over_the_series(period: Period) -> Iterator[Said]:
    """As on one plan, with minutes summed over the sessions at which each person was expected."""
    supported = support(period)
    kept_back = {s.person for s in with_less_than_somebody_who_faces_less(supported)}
    rows = [(plan, _of(kept_back, plan.rows)) for plan in period.plans] if kept_back else []
    lines = [in_session(line, plan.session) for plan, mine in rows for line in cells(mine, plan)]
    if period.members:
        barriers = {r.requirement.id: barrier(r.requirement) for _, mine in rows for r in mine if r.waiting}
        open_at = named([barriers[id] for id in sorted(barriers, key=lambda id: (len(id), id))])
        met = [requirement(r, period.series) for r in _needs(period)]
        yield support_said(supported, open_at, lines, met)


def support(period: Period) -> tuple[Support, ...]:
    """For each member with requirements: what is in their way, the minutes they needed, and those that were met."""
    return supports(_needs(period), (row for plan in period.plans for row in plan.rows))


def _of(people: set[str], rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.requirement.person in people]
