"""Diverse: all genres, styles and practices are valued equally."""

from __future__ import annotations

from collections.abc import Iterator

from amie_planner.checks.check import Line, LineKind, Principle, Said, check, not_recorded, strength, worth_a_look
from amie_planner.checks.lines import activity, named, short, some
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Music
from amie_planner.domain.words import activity_title, listed

PRINCIPLE = Principle("D", "Diverse", "All genres, styles and practices are valued equally")


@check(
    "D01",
    PRINCIPLE,
    question="What music is it, how is it made, and who chose it?",
    why="Any genre has its place when young people choose it and it is taught inclusively (Youth Music, on genres).",
)
def all_music_says_what_it_is_how_it_is_made_and_who_chose_it(plan: Plan) -> Iterator[Said]:
    """Each music item has a genre, a practice and who chose."""
    musical = [a for a in plan.counted if a.music]
    unsaid = [(a, [f"“{_name(a, m)}” ({missing})" for m in a.music if (missing := _missing(m))]) for a in musical]
    items = [name for _, names in unsaid for name in names]
    if not musical:
        yield not_recorded("No music is written down.")
    elif items:
        what = some(len(items), "piece of music leaves", "pieces of music leave")
        lines = [Line(LineKind.ACTIVITY, a.id, named(names)) for a, names in unsaid if names]
        yield worth_a_look(f"{what} something unsaid: {named(items)}.", *lines)
    else:
        text = "All the music says what it is, how it is made and who chose it."
        yield strength(text, *map(activity, musical))


def _name(activity: Activity, music: Music) -> str:
    return short(music.title) or f"music in {short(activity_title(activity))}"


def _missing(music: Music) -> str:
    unsaid = {"genre": not music.genres, "practice": not music.practices, "who chose it": music.chosen_by is None}
    return listed(name for name, missing in unsaid.items() if missing)
