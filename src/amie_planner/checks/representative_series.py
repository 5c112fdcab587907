"""Representative over a period: who may be missing, and who leads. Never whether there are too many of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from amie_planner.checks.check import Said, not_recorded, strength, worth_a_look, your_call
from amie_planner.checks.figures import FEWEST_ANSWERS, MOST_NON_RESPONSE, Figures, Group
from amie_planner.checks.lines import activity, by_id, in_session, member
from amie_planner.checks.period import Period, series_check
from amie_planner.checks.representative import PRINCIPLE
from amie_planner.domain.records import Activity

_FEWEST_TOLD = 5
_SESSIONS_OF_ONE_LEADER = 3


@series_check(
    "R11",
    PRINCIPLE,
    question="Who is missing, compared with local young people?",
    why="Seeing who comes beside who lives nearby shows whom the music has not reached yet "
    "(Phil Mullen, music hub inclusion strategies).",
)
def nobody_is_missing(period: Period) -> Iterator[Said]:
    """An interval lies wholly below the baseline; never a verdict on few answers, and never “too many”."""
    figures = period.figures
    if figures is None:
        yield not_recorded("Equality monitoring is off, or asks nothing that can be compared.")
    elif figures.withheld:
        yield not_recorded("Equality monitoring stays apart from papers. The leader can look at it with the programme.")
    elif figures.answered < FEWEST_ANSWERS:
        yield not_recorded("Fewer than ten people answered: too few to compare with anybody.")
    elif figures.non_response > MOST_NON_RESPONSE:
        yield not_recorded("More than three in ten did not answer, so those who did may not stand for the group.")
    else:
        yield _compared(figures)


def _compared(figures: Figures) -> Said:
    missing = [group for group in figures.groups if group.high < group.baseline]
    beside = f"Compared with {figures.compared_with}"
    if missing:
        who = "; ".join(f"{group.name} (about {round(group.expected)} would be expected)" for group in missing)
        return worth_a_look(f"{beside}, some young people may be missing: {who}. Who has not been reached?")
    each = "; ".join(
        f"{group.name}: {_count(group)}, about {round(group.expected)} expected" for group in figures.groups
    )
    reached = any(group.low > group.baseline for group in figures.groups)
    stands = "nobody is clearly missing" if reached else "any difference could be chance"
    return your_call(f"{beside}, {stands}. {each}. Who is not here?")


def _count(group: Group) -> str:
    """How many there are; a small number is not told."""
    return str(group.counted) if group.counted >= _FEWEST_TOLD or not group.counted else f"fewer than {_FEWEST_TOLD}"


@series_check(
    "R12",
    PRINCIPLE,
    question="Who led?",
    why="People see what they can become in those who lead (Youth Music, Reshape Music).",
)
def a_young_leader_led(period: Period) -> Iterator[Said]:
    """A young leader led ≥ 1 activity."""
    young = young_leaders(period)
    led = [(a, plan.session) for plan in period.plans for a in plan.counted if a.leads or a.young_lead]
    theirs = [in_session(activity(a), of) for a, of in led if with_a_young_leader(a, young)]
    team = [member(m, period.series) for m in by_id(period.series.team) if any(m.id in a.leads for a, _ in led)]
    if not led:
        yield not_recorded("Nobody is recorded as leading anything.")
    elif theirs:
        yield strength("A young leader led some of it.", *theirs)
    elif len(team) == 1 and len({of.id for _, of in led}) >= _SESSIONS_OF_ONE_LEADER:
        yield worth_a_look("One adult was the only leader all through. Who else could lead something?", *team)
    else:
        yield your_call("These people led. Who else could lead something?", *team)


def young_leaders(period: Period) -> frozenset[str]:
    """The young leaders of the team, by id."""
    return frozenset(m.id for m in period.series.team if m.young_leader)


def with_a_young_leader(activity: Activity, young: frozenset[str]) -> bool:
    """Whether a young person led it, alone or with others."""
    return activity.young_lead or not young.isdisjoint(activity.leads)
