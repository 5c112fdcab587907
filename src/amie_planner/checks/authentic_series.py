"""Authentic over a period: what became of ideas, whose voice is missing, and who starts things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from amie_planner.checks.authentic import PRINCIPLE, began_with_young_people
from amie_planner.checks.check import Line, Said, not_recorded, strength, worth_a_look
from amie_planner.checks.lines import activity, by_id, in_session, person, session, some, voice
from amie_planner.checks.period import Period, series_check
from amie_planner.checks.reading import ReadPlan
from amie_planner.domain.records import VoiceEntry
from amie_planner.domain.vocabulary import Outcome
from amie_planner.domain.voicing import undecided

_SOON_ENOUGH = 2
"""Sessions within which an idea need not have come back."""
_A_TENTH = Fraction(1, 10)


@series_check(
    "A11",
    PRINCIPLE,
    question="What became of ideas?",
    why="Asking counts once people hear what came of it (Sound Connections, on youth voice).",
)
def ideas_are_decided_and_told(period: Period) -> Iterator[Said]:
    """Every voice entry older than two sessions is decided and told."""
    raised = ideas(period)
    old = [v for v in raised if period.sessions_since(v) > _SOON_ENOUGH]
    waiting = [voice(v) for v in old if undecided(v) or v.told_on is None]
    counts = _counts(raised)
    if not old:
        yield not_recorded(f"No idea is more than two sessions old. {counts}.")
    elif waiting:
        what = some(
            len(waiting), "idea from more than two sessions ago has", "ideas from more than two sessions ago have"
        )
        yield worth_a_look(f"{what} not come back to young people yet. {counts}.", *waiting)
    else:
        yield strength(f"Ideas come back to young people. {counts}.", *map(voice, old))


def ideas(period: Period) -> list[VoiceEntry]:
    """What was said or noticed up to the end of the period, v2 before v10."""
    return [v for v in by_id(period.series.voice) if not period.is_over_before(v)]


@dataclass(frozen=True, slots=True)
class Became:
    """What became of ideas, counted: of those raised so many were adopted, and so on; told, whatever became of them."""

    raised: int
    adopted: int
    adapted: int
    not_possible: int
    undecided: int
    told: int


def became(raised: Sequence[VoiceEntry]) -> Became:
    """What became of some ideas."""
    outcomes = [v.outcome for v in raised]
    return Became(
        raised=len(raised),
        adopted=outcomes.count(Outcome.ADOPTED),
        adapted=outcomes.count(Outcome.ADAPTED),
        not_possible=outcomes.count(Outcome.NOT_POSSIBLE),
        undecided=sum(map(undecided, raised)),
        told=sum(v.told_on is not None for v in raised),
    )


def _counts(raised: Sequence[VoiceEntry]) -> str:
    now = became(raised)
    parts = (
        f"{now.adopted} adopted",
        f"{now.adapted} adapted",
        f"{now.not_possible} not possible",
        f"{now.undecided} undecided",
    )
    return f"Ideas so far: {now.raised} raised; {', '.join(parts)}; {now.told} told"


@series_check(
    "A12",
    PRINCIPLE,
    question="Whose voice have we not heard?",
    why="What is noticed in those who are quiet or do not speak is voice too (Youth Music, on youth voice).",
)
def everybodys_voice_is_heard(period: Period) -> Iterator[Said]:
    """Every member has a voice entry of their own or an observation in the period."""
    series = period.series
    heard = {id for v in series.voice if v.from_whom != "group" and period.holds(v) for id in v.from_whom}
    heard |= {o.person for o in series.observations if o.person and period.holds(o)}
    unheard = [person(p, series) for p in period.members if p.id not in heard]
    if not period.members:
        yield not_recorded("Nobody is listed in any of these sessions.")
    elif unheard:
        what = some(len(unheard), "person has", "people have")
        yield worth_a_look(f"{what} nothing of their own written down yet, said or noticed.", *unheard)
    else:
        text = "There is something of everybody’s own, said or noticed."
        yield strength(text, *(person(p, series) for p in period.members))


@series_check(
    "A13",
    PRINCIPLE,
    question="Are more activities starting with young people?",
    why="Taking part can grow into starting things (Sound Connections, on youth voice).",
)
def more_starts_with_young_people(period: Period) -> Iterator[Said]:
    """Their share of the minutes that say who started is above 0 in the second half, and not under the first half’s."""
    half = len(period.plans) // 2
    whole, first, second = (starting(plans) for plans in (period.plans, period.plans[:half], period.plans[-half:]))
    if whole.said == 0 or 2 * whole.said < whole.minutes:
        yield not_recorded("For less than half of the time it is written down whose idea an activity was.")
    elif second.share > 0 and second.share >= first.share:
        text = "Young people start things, in the later sessions at least as much as in the earlier ones."
        yield strength(text, *_started(period.plans[-half:]))
    elif whole.theirs == 0:
        yield worth_a_look("Each activity that says whose idea it was began with an adult.", *_sessions(period.plans))
    elif first.share - second.share > _A_TENTH:
        text = "Less of the time starts with young people in the later sessions than in the earlier ones."
        yield worth_a_look(text, *_sessions(period.plans[-half:]))


@dataclass(frozen=True, slots=True)
class Starting:
    """Counted minutes: all of them, those that say who started, and those that began with young people."""

    minutes: int
    said: int
    theirs: int

    @property
    def share(self) -> Fraction:
        """Young people's, of those that say who started; 0 where none do."""
        return Fraction(self.theirs, self.said) if self.said else Fraction(0)


def starting(plans: Iterable[ReadPlan]) -> Starting:
    """How much of the time of some sessions began with whom; together counts as young people's."""
    counted = [a for plan in plans for a in plan.counted]
    return Starting(
        minutes=sum(a.minutes or 0 for a in counted),
        said=sum(a.minutes or 0 for a in counted if a.started_by),
        theirs=sum(a.minutes or 0 for a in counted if began_with_young_people(a)),
    )


def _started(plans: Iterable[ReadPlan]) -> list[Line]:
    return [in_session(activity(a), plan.session) for plan in plans for a in plan.counted if began_with_young_people(a)]


def _sessions(plans: Iterable[ReadPlan]) -> list[Line]:
    return [session(plan.session) for plan in plans]
