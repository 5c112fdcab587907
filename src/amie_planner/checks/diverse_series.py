"""Diverse over a period: which music and which ways of making it had the time, were performed, and who chose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from amie_planner.checks.check import Line, Said, not_recorded, strength, worth_a_look
from amie_planner.checks.diverse import PRINCIPLE
from amie_planner.checks.genres import families, loved
from amie_planner.checks.lines import activity, in_session, session
from amie_planner.checks.minutes import GENRES, PRACTICES, Sort, Spread, in_minutes, spread
from amie_planner.checks.period import Period, series_check
from amie_planner.domain.records import Activity
from amie_planner.domain.vocabulary import Kind, Started

_MOST = Fraction(6, 10)
"""Of the known minutes, what one kind may have before it is worth a look."""
_SEVERAL = 3


@series_check(
    "D11",
    PRINCIPLE,
    question="Which genres had the time?",
    why="No style stands above another, and time shows which were given room (Wiltshire Music Connect, on breadth).",
)
def no_genre_has_most_of_the_time(period: Period) -> Iterator[Said]:
    """No family has more than six tenths of the minutes whose genre is known, or the group says it loves that one."""
    time = time_of(period, GENRES)
    over = time.over(_MOST)
    if not time.known:
        yield not_recorded(f"No music with a genre and a length is written down. {_unknown(time)}.")
    elif over and over in loved(period.members):
        text = f"One kind of music had most of the time, one that this group loves. {_given(time)}."
        yield strength(text, *_with(period, lambda a: over in families([a])))
    elif over:
        lines = _with(period, lambda a: over in families([a]))
        yield worth_a_look(f"One kind of music had most of the time. {_given(time)}.", *lines)
    else:
        yield strength(f"The time went to several kinds of music. {_given(time)}.", *_with(period, _has_a_genre))


@series_check(
    "D12",
    PRINCIPLE,
    question="Which ways of making music had the time?",
    why="Playing by ear, producing and MCing stand beside notation (our own question, from practice).",
)
def no_practice_has_most_of_the_time(period: Period) -> Iterator[Said]:
    """No practice has more than six tenths of the minutes whose practice is known."""
    time = time_of(period, PRACTICES)
    over = time.over(_MOST)
    if not time.known:
        yield not_recorded(f"No music says how it is made and how long for. {_unknown(time)}.")
    elif over:
        lines = _with(period, lambda a: any(over == PRACTICES.kind(word) for m in a.music for word in m.practices))
        yield worth_a_look(f"One way of making music had most of the time. {_given(time)}.", *lines)
    else:
        lines = _with(period, lambda a: any(m.practices for m in a.music))
        yield strength(f"The time went to several ways of making music. {_given(time)}.", *lines)


def time_of(period: Period, sort: Sort) -> Spread:
    """The minutes of music in the counted activities of a period, told apart in one way."""
    return spread((a for plan in period.plans for a in plan.counted), sort)


def _given(time: Spread) -> str:
    each = "; ".join(f"{time.names[kind]}: {in_minutes(minutes)}" for kind, minutes in time.by_kind.items())
    return f"{each}. {_unknown(time)}. As varied as {float(time.in_equal_parts):.1f} with equal time"


def _unknown(time: Spread) -> str:
    return f"Not known: {in_minutes(time.unknown)}"


def _with(period: Period, wanted: Callable[[Activity], bool]) -> list[Line]:
    """The sessions with such an activity."""
    return [session(plan.session) for plan in period.plans if any(map(wanted, plan.counted))]


def _has_a_genre(activity: Activity) -> bool:
    return bool(families([activity]))


@series_check(
    "D13",
    PRINCIPLE,
    question="What gets performed?",
    why="What is heard on stage shows which music is held dear (our own question, from practice).",
)
def what_is_performed_is_as_wide_as_what_is_made(period: Period) -> Iterator[Said]:
    """Performed music covers ≥ 2 families, or all that the series has."""
    performed = [(a, plan) for plan in period.plans for a in plan.counted if a.kind is Kind.PERFORM and families([a])]
    shown = families(a for a, _ in performed)
    made = families(a for plan in period.plans for a in plan.counted)
    lines = [in_session(activity(a), plan.session) for a, plan in performed]
    if len(shown) > 1:
        yield strength("More than one kind of music is performed.", *lines)
    elif shown and shown == made:
        yield strength("The one kind of music that is made is performed.", *lines)
    elif shown and len(made) >= _SEVERAL:
        yield worth_a_look("One kind of music is performed, and several are made.", *lines)


@series_check(
    "D14",
    PRINCIPLE,
    question="Where did we stretch beyond what people already like?",
    why="Meeting what people ask for belongs with widening what they know (Wiltshire Music Connect, on breadth).",
)
def the_music_goes_beyond_what_people_already_like(period: Period) -> Iterator[Said]:
    """A genre of the series is outside the group’s stated interests."""
    wanted = loved(period.members)
    made = families(a for plan in period.plans for a in plan.counted)
    if not wanted:
        yield not_recorded("Nobody’s own music is written down yet. What do they love?")
    elif not made:
        yield not_recorded("No music with a genre is written down.")
    elif made - wanted:
        lines = _with(period, lambda a: bool(families([a]) - wanted))
        yield strength("Some of the music goes beyond what people say they love.", *lines)
    else:
        text = "All of the music is what people already say they love. Where could it go from there?"
        yield worth_a_look(text, *_with(period, _has_a_genre))


@series_check(
    "D15",
    PRINCIPLE,
    question="Who chose the music?",
    why="In most projects it is young people who choose the genres (Youth Music, on genre diversity).",
)
def young_people_choose_the_music(period: Period) -> Iterator[Said]:
    """At least a third of the items that say were chosen by young people or together."""
    chosen = who_chose(period)
    said = [by for by in chosen if by]
    theirs = sum(by in (Started.YOUNG_PEOPLE, Started.TOGETHER) for by in said)
    if not said or 2 * len(said) < len(chosen):
        yield not_recorded("For less than half of the music it is written down who chose it.")
    elif 3 * theirs >= len(said):
        yield strength("Young people had a say in at least a third of the music.", *_with(period, _is_theirs))
    else:
        text = "Young people had a say in less than a third of the music that says who chose it."
        yield worth_a_look(text, *_with(period, lambda a: any(m.chosen_by for m in a.music) and not _is_theirs(a)))


def who_chose(period: Period) -> list[Started | None]:
    """For each piece of music in a counted activity who chose it, None where it is not said."""
    return [m.chosen_by for plan in period.plans for a in plan.counted for m in a.music]


def _is_theirs(activity: Activity) -> bool:
    return any(m.chosen_by in (Started.YOUNG_PEOPLE, Started.TOGETHER) for m in activity.music)
