"""Holistic over a period: what the time went to, what was noticed, and what is written every week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from amie_planner.checks.check import Line, Said, not_recorded, strength, worth_a_look
from amie_planner.checks.holistic import PRINCIPLE
from amie_planner.checks.lines import adaptation, by_id, in_session, intention, named, session
from amie_planner.checks.period import Period, series_check
from amie_planner.checks.reading import ReadPlan
from amie_planner.checks.repeated import written_every_week
from amie_planner.checks.same_words import folded
from amie_planner.domain import words
from amie_planner.domain.records import Session
from amie_planner.domain.vocabulary import Area, label


@series_check(
    "H11",
    PRINCIPLE,
    question="Are musical, personal and social all covered, with something noticed behind each?",
    why="Musical, personal and social outcomes belong together, each with something noticed behind it "
    "(Youth Music, on outcomes).",
)
def every_area_has_time_and_something_noticed(period: Period) -> Iterator[Said]:
    """Every area has minutes, and ≥ 1 observation in a delivered session."""
    time, seen = minutes_by_area(period.plans), _noticed(period)
    lacking = [area for area in Area if not (time[area] and seen[area])]
    given = "; ".join(_given(area, time[area], seen[area]) for area in Area)
    if not any(plan.intentions for plan in period.plans):
        yield not_recorded("No intention is written down in any of these sessions.")
    elif not lacking:
        yield strength(f"All three are covered, with something noticed behind each. {given}.", *_serving(period, Area))
    else:
        text = "Not all three are covered yet, with something noticed behind each"
        yield worth_a_look(f"{text}. {given}.", *_serving(period, lacking))


def minutes_by_area(plans: Iterable[ReadPlan]) -> Counter[Area]:
    """Minutes of the counted activities that serve an intention of an area, once for each area."""
    found: Counter[Area] = Counter()
    for plan in plans:
        for minutes, served in served_by(plan):
            found.update({area: minutes for area in Area if area in served})
    return found


def served_by(plan: ReadPlan) -> Iterator[tuple[int, set[Area]]]:
    """For each counted activity, its minutes and the areas of the intentions that it serves."""
    areas = {i.id: i.area for i in plan.intentions if i.area}
    for activity in plan.counted:
        yield activity.minutes or 0, {areas[id] for id in activity.serves if id in areas}


def _noticed(period: Period) -> Counter[Area]:
    delivered = {plan.session.id for plan in period.delivered}
    return Counter(o.area for o in period.series.observations if o.area and o.session in delivered)


def _given(area: Area, time: int, noticed: int) -> str:
    seen = f"{noticed} noted" if noticed else "nothing noted"
    return f"{label('area', area)}: {words.minutes(time)}, {seen}"


def _serving(period: Period, areas: Iterable[Area]) -> list[Line]:
    """The sessions with an intention of some areas."""
    wanted = set(areas)
    return [session(plan.session) for plan in period.plans if wanted & {i.area for i in plan.intentions}]


@series_check(
    "H12",
    PRINCIPLE,
    question="Is the same thing written every week?",
    why="One sentence in every plan may be habit, though some groups repeat on purpose "
    "(our own question, from practice).",
)
def nothing_is_written_every_week(period: Period) -> Iterator[Said]:
    """An intention’s or adaptation’s text stands in ≥ 3 sessions and more than half of them, or one much like it."""
    intentions = [[(folded(i.text), intention(i)) for i in plan.intentions] for plan in period.plans]
    adaptations = [[(folded(d.what), adaptation(d)) for d in by_id(plan.read_adaptations)] for plan in period.plans]
    lines = [*_every_week(intentions, period), *_every_week(adaptations, period)]
    if lines:
        again = named([f"“{line.label}”" for line, _ in lines])
        text = f"In most sessions the same is written, or nearly: {again}. Is it still meant each time?"
        yield worth_a_look(text, *(in_session(line, of) for line, of in lines))


def _every_week(written: Sequence[Sequence[tuple[str, Line]]], period: Period) -> list[tuple[Line, Session]]:
    """What is written in most sessions, at the last place where it stands."""
    last: dict[str, tuple[Line, Session]] = {}
    for lines, plan in zip(written, period.plans, strict=True):
        last.update((text, (line, plan.session)) for text, line in lines)
    return [last[text] for text in written_every_week([{text: None for text, _ in lines if text} for lines in written])]
