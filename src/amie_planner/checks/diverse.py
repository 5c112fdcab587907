"""Diverse: all genres, styles and practices are valued equally."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from amie_planner.checks.check import (
    Line,
    LineKind,
    Principle,
    Said,
    check,
    not_recorded,
    prompt,
    strength,
    worth_a_look,
    your_call,
)
from amie_planner.checks.genres import families, is_in_a_family, loved, loved_words
from amie_planner.checks.lines import activity, by_id, named, person, quoted, short, some
from amie_planner.checks.reading import ReadPlan, read
from amie_planner.domain.plan import Lines, Plan
from amie_planner.domain.records import Activity, Music
from amie_planner.domain.words import activity_title, listed

PRINCIPLE = Principle("D", "Diverse", "All genres, styles and practices are valued equally")

_NO_MUSIC = "No music is written down."


@check(
    "D01",
    PRINCIPLE,
    question="What music is it, how is it made, and who chose it?",
    why="Any genre has its place when young people choose it and it is taught inclusively (Youth Music, on genres).",
)
def all_music_says_what_it_is_how_it_is_made_and_who_chose_it(plan: Plan) -> Iterator[Said]:
    """Each music item has a genre, a practice and who chose."""
    text = "All the music says what it is, how it is made and who chose it."
    yield _said_of_all_music(read(plan), _missing, text)


def _missing(music: Music) -> str:
    unsaid = {"genre": not music.genres, "practice": not music.practices, "who chose it": music.chosen_by is None}
    return listed(name for name, missing in unsaid.items() if missing)


def _said_of_all_music(plan: ReadPlan, missing: Callable[[Music], str], text: str) -> Said:
    """Whether each music item says what is asked; what it does not say stands beside its name."""
    musical = _musical(plan)
    unsaid = [(a, [f"“{_name(a, m)}” ({lacks})" for m in a.music if (lacks := missing(m))]) for a in musical]
    items = [name for _, names in unsaid for name in names]
    if not musical:
        return not_recorded(_NO_MUSIC)
    if not items:
        return strength(text, *map(activity, musical))
    what = some(len(items), "piece of music leaves", "pieces of music leave")
    lines = [Line(LineKind.ACTIVITY, a.id, named(names)) for a, names in unsaid if names]
    return worth_a_look(f"{what} something unsaid: {named(items)}.", *lines)


def _musical(plan: ReadPlan) -> list[Activity]:
    return [a for a in plan.counted if a.music]


def _name(activity: Activity, music: Music) -> str:
    return short(music.title) or f"music in {short(activity_title(activity))}"


@check(
    "D02",
    PRINCIPLE,
    question="Is the group’s own music in here?",
    why="Music-making grows from the musical life that young people already have (Youth Music, Do Review Improve).",
)
def the_groups_own_music_is_in_here(plan: Plan) -> Iterator[Said]:
    """A genre of this plan is among the music its people say they love."""
    plan = read(plan)
    wanted, here = loved(plan.expected), families(plan.counted)
    lines = [activity(a) for a in plan.counted if families([a]) & wanted]
    if not plan.expected:
        return
    if not wanted:
        yield not_recorded("Nobody’s own music is written down yet. What do they love?", *_people(plan))
    elif lines:
        yield strength(f"The group’s own music is in here: {quoted(lines)}.", *lines)
    elif here and not any(_families(lines) & wanted for lines in plan.previous[-2:]):
        yield from _no_loved_music(plan)


def _no_loved_music(plan: ReadPlan) -> Iterator[Said]:
    if all(map(is_in_a_family, loved_words(plan.expected))):
        text = "None of the music that this group says it loves is in this session or the two before it."
        yield worth_a_look(text, *map(activity, _with_a_genre(plan)))
    else:
        text = "Somebody says in words of their own what they love. Is it in here, or in the two sessions before?"
        yield your_call(text, *map(activity, _with_a_genre(plan)))


def _families(lines: Lines) -> frozenset[str]:
    return families(lines.counted)


def _with_a_genre(plan: ReadPlan) -> list[Activity]:
    return [a for a in plan.counted if families([a])]


def _people(plan: ReadPlan) -> list[Line]:
    return [person(p, plan) for p in by_id(plan.expected)]


@check(
    "D03",
    PRINCIPLE,
    question="Is the music credited to its people and place?",
    why="Music belongs to people and places, and “world” is nobody’s home (our own question, from practice).",
)
def all_music_is_credited(plan: Plan) -> Iterator[Said]:
    """Each music item has a credit."""
    text = "All the music says whose it is or where it comes from."
    yield _said_of_all_music(read(plan), lambda music: "" if music.credit else "whose it is", text)


@prompt(
    "D04",
    PRINCIPLE,
    question="Is it taught in a way that suits the tradition? Are its words safe for this group?",
    why="No genre includes people by itself: how it is taught matters as much (Youth Music, on genres).",
)
def the_music_is_taught_as_suits_it(plan: Plan) -> tuple[Line, ...] | None:
    """Asked where there is music."""
    return tuple(map(activity, _musical(read(plan)))) or None
