"""Balance over a period: the figures behind the series checks, as charts in words for screen and paper.

Minutes and counts, never a mark: in the order of the vocabulary, or most minutes first; people in the order of ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import count

from amie_planner.checks.authentic_series import became, ideas
from amie_planner.checks.diverse_series import time_of, who_chose
from amie_planner.checks.equitable import Support
from amie_planner.checks.equitable_series import support
from amie_planner.checks.genres import families
from amie_planner.checks.holistic_series import minutes_by_area, served_by
from amie_planner.checks.lines import by_id, few, member, short
from amie_planner.checks.minutes import GENRES, PRACTICES, Sort, in_minutes
from amie_planner.checks.period import FEWEST, TOO_EARLY, Period, period
from amie_planner.checks.representative_series import with_a_young_leader, young_leaders
from amie_planner.domain import words
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Activity
from amie_planner.domain.vocabulary import Area, Kind, Started, Weight, label, labels


class Tone(StrEnum):
    """What a part of a chart stands for, where a pattern may say it too."""

    PLAIN = "plain"
    SHARED = "young people and adults"
    ADULTS = "adults"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Part:
    """One bar: its name, how much, and how much in words ("35 minutes", "2 ideas")."""

    name: str
    amount: Fraction
    told: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts beside one another. `about` says what is counted and what is not known; `heads` head the table."""

    id: str
    title: str
    about: str
    parts: tuple[Part, ...]
    heads: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dot:
    """One person, by id and alias: where they stand by what is in their way, the minutes needed and those met.

    Figures are for drawing alone: what is `told` has none, for nobody's stand beside another's.
    """

    person: str
    name: str
    weight: int
    needed: int
    met: int
    told: str


@dataclass(frozen=True, slots=True)
class Dots:
    """Support against barrier, person by person. `about` says what is counted and what is not known."""

    id: str
    title: str
    about: str
    dots: tuple[Dot, ...]


def balance(series: Series, first: date | None, last: date | None) -> tuple[Bars | Dots, ...]:
    """The charts of a programme from a first day to a last, both included, always in this order.

    Sessions, activities and people count as they do for the series checks. Nothing is left out for want of figures.
    """
    over = period(series, first, last)
    return (
        _areas(over),
        _music(over, "genres", "Genres", GENRES, "Genre"),
        _music(over, "practices", "Ways of making music", PRACTICES, "Way of making music"),
        _started(over),
        _chosen(over),
        _led(over),
        _performed(over),
        _supported(over),
        _ideas(over),
    )


def _areas(over: Period) -> Bars:
    time = minutes_by_area(over.plans)
    none = sum(minutes for plan in over.plans for minutes, served in served_by(plan) if not served)
    about = "Minutes of the activities that serve an intention of each area; what serves two areas counts in both"
    parts = [_minutes(label("area", area), time[area]) for area in Area]
    rest = _rest(_minutes("Serving none", none, Tone.NOT_KNOWN))
    return Bars("areas", "Outcome areas", _about(over, about, _no_length(over)), (*parts, *rest), ("Area", "Time"))


def _music(over: Period, id: str, title: str, sort: Sort, head: str) -> Bars:
    time = time_of(over, sort)
    about = "Minutes of music; an activity’s are shared equally by its pieces"
    unknown = f"for {in_minutes(time.unknown)} nothing is written down" if time.unknown else ""
    parts = [_minutes(short(time.names[kind]), minutes) for kind, minutes in time.by_kind.items()]
    rest = _rest(_minutes("Not known", time.unknown, Tone.NOT_KNOWN))
    return Bars(id, title, _about(over, about, unknown, _no_length(over)), (*parts, *rest), (head, "Time"))


_STARTERS = {
    Started.YOUNG_PEOPLE: Tone.PLAIN,
    Started.TOGETHER: Tone.SHARED,
    Started.LEADER: Tone.ADULTS,
    Started.PARTNER: Tone.ADULTS,
}


def _started(over: Period) -> Bars:
    time: Counter[Started | None] = Counter()
    for activity in _counted(over):
        time[activity.started_by] += activity.minutes or 0
    parts = [_minutes(label("started", by), time[by], tone) for by, tone in _STARTERS.items()]
    rest = _rest(_minutes("Not said", time[None], Tone.NOT_KNOWN))
    unknown = f"for {in_minutes(Fraction(time[None]))} it is not said" if time[None] else ""
    about = _about(over, "Minutes of the activities, by whose idea they were", unknown, _no_length(over))
    return Bars("started", "Who started", about, (*parts, *rest), ("Whose idea", "Time"))


def _chosen(over: Period) -> Bars:
    chosen = Counter(who_chose(over))
    parts = [_count(label("started", by), chosen[by], "piece", tone) for by, tone in _STARTERS.items()]
    rest = _rest(_count("Not said", chosen[None], "piece", Tone.NOT_KNOWN))
    unknown = f"{few(chosen[None], 'piece does', 'pieces do')} not say" if chosen[None] else ""
    about = _about(over, "Pieces of music by who chose them", unknown)
    return Bars("chosen", "Who chose the music", about, (*parts, *rest), ("Who chose", "Music"))


def _led(over: Period) -> Bars:
    young = young_leaders(over)
    adults = {m.id: member(m, over.series).label for m in by_id(over.series.team) if m.id not in young}
    time: Counter[str] = Counter()
    theirs = nobodys = 0
    for activity in _counted(over):
        minutes = activity.minutes or 0
        theirs += minutes if with_a_young_leader(activity, young) else 0
        nobodys += 0 if activity.leads or activity.young_lead else minutes
        time.update({id: minutes for id in activity.leads if id in adults})
    names = _told_apart({id: adults[id] for id in adults if id in time})
    parts = [_minutes("Young leaders", theirs)]
    parts += [_minutes(name, time[id], Tone.ADULTS) for id, name in names.items()]
    rest = _rest(_minutes("Nobody recorded", nobodys, Tone.NOT_KNOWN))
    unknown = f"for {in_minutes(Fraction(nobodys))} nobody is recorded" if nobodys else ""
    what = "Minutes that each led; those who lead together each have the whole time"
    about = _about(over, what, unknown, _no_length(over))
    return Bars("led", "Who led", about, (*parts, *rest), ("Who", "Time"))


def _told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """The names as they are; those that are the same with a number behind that makes them like no other."""
    times = Counter(names.values())
    numbers = {name: count(1) for name in times}
    return {
        id: next(told for n in numbers[name] if (told := f"{name} ({n})") not in times) if times[name] > 1 else name
        for id, name in names.items()
    }


def _performed(over: Period) -> Bars:
    shown = [a for a in _counted(over) if a.kind is Kind.PERFORM and a.music]
    times = Counter(kind for activity in shown for kind in families([activity]))
    unknown = sum(not families([activity]) for activity in shown)
    names = _names_of_kinds(_counted(over)) if shown else {}
    parts = [_performances(short(names[kind]), times[kind]) for kind in sorted(names, key=lambda k: (-times[k], k))]
    rest = _rest(_performances("Not known", unknown, Tone.NOT_KNOWN))
    about = "How often each kind of music of the period was performed" if shown else "No music was performed"
    untold = f"for {few(unknown, 'performance')} the genre is not known" if unknown else ""
    heads = ("Genre", "How often")
    return Bars("performed", "What gets performed", _about(over, about, untold), (*parts, *rest), heads)


def _performances(name: str, times: int, tone: Tone = Tone.PLAIN) -> Part:
    often = {0: "not performed", 1: "performed once", 2: "performed twice"}
    return Part(name, Fraction(times), often.get(times, f"performed {times} times"), tone)


def _names_of_kinds(activities: Iterable[Activity]) -> dict[str, str]:
    """Every genre family of some activities, with its label or the leader's first word for it."""
    names: dict[str, str] = {}
    for word in (genre for a in activities for music in a.music for genre in music.genres):
        if kind := GENRES.kind(word):
            names.setdefault(kind, labels()["genre"].get(kind, word))
    return names


def _supported(over: Period) -> Dots:
    of = {s.person: s for s in support(over)}
    dots = tuple(_dot(of[p.id], short(words.person_name(p, over.series)), over) for p in over.members if p.id in of)
    unknown = sum(p.id not in of and not p.asked_about_access for p in over.members)
    untold = f"of {few(unknown, 'other person', 'others')} nothing is written down" if unknown else ""
    about = (
        "What is in the way of each person, and for how much of the time where it matters it is met"
        if dots
        else "No access requirement is written down"
    )
    return Dots("support", "Support and barriers", _about(over, about, untold), dots)


def _dot(of: Support, name: str, over: Period) -> Dot:
    told = f"{_in_the_way(of.person, over)}; {_how_much_is_met(of)}"
    return Dot(of.person, name, of.weight, of.needed, of.met, told)


def _in_the_way(person: str, over: Period) -> str:
    """One barrier that shuts out, two big barriers and one smaller barrier."""
    weights = [r.weight for r in over.series.requirements if r.active and r.person == person]
    out, big = weights.count(Weight.SHUT_OUT), weights.count(Weight.BIG)
    counted = (
        (out, "barrier that shuts out", "barriers that shut out"),
        (big, "big barrier", "big barriers"),
        (len(weights) - out - big, "smaller barrier", "smaller barriers"),
    )
    return words.listed(few(*said) for said in counted if said[0])


def _how_much_is_met(of: Support) -> str:
    if not of.needed:
        return "no time where it matters"
    if of.met in (0, of.needed):
        return "met for all of the time" if of.met else "met for none of the time"
    half = 2 * of.met - of.needed
    return f"met for {'more than half' if half > 0 else 'less than half' if half < 0 else 'half'} of the time"


def _ideas(over: Period) -> Bars:
    now = became(ideas(over))
    parts = (
        _count("Raised", now.raised, "idea"),
        _count("Adopted or adapted", now.adopted + now.adapted, "idea"),
        _count("Told what became of it", now.told, "idea"),
    )
    about = "What young people said or showed up to the end of the period"
    beside = (f"{now.not_possible} not possible", f"{now.undecided} undecided")
    about = _about(over, about, words.listed(beside) if now.raised else "")
    return Bars("ideas", "Ideas", about, parts, ("Ideas", "How many"))


def _counted(over: Period) -> Iterator[Activity]:
    return (activity for plan in over.plans for activity in plan.counted)


def _minutes(name: str, time: Fraction | int, tone: Tone = Tone.PLAIN) -> Part:
    exact = Fraction(time)
    return Part(name, exact, in_minutes(exact), tone)


def _count(name: str, number: int, one: str, tone: Tone = Tone.PLAIN) -> Part:
    return Part(name, Fraction(number), f"{number} {one}{'' if number == 1 else 's'}", tone)


def _rest(part: Part) -> tuple[Part, ...]:
    """What is not known, where there is some."""
    return (part,) if part.amount else ()


def _no_length(over: Period) -> str:
    """How many counted activities say no length."""
    without = sum(activity.minutes is None for activity in _counted(over))
    return f"{few(without, 'activity has', 'activities have')} no length" if without else ""


def _about(over: Period, *said: str) -> str:
    """What is counted and what is not known, in one sentence; another where it is too early."""
    sentence = f"{'; '.join(filter(None, said))}."
    return f"{sentence} {TOO_EARLY}" if len(over.plans) < FEWEST else sentence
