"""What a leader does for the hub's return: schools, and the stories that may leave."""

from __future__ import annotations

from datetime import date
from typing import Any

from amie_planner.domain.changes import add, remove, revise
from amie_planner.domain.edits.parts import Changes, next_id, next_position, one
from amie_planner.domain.names import known_names, named
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Programme, School, Story
from amie_planner.domain.vocabulary import StoryKind
from amie_planner.errors import AmieError

_AGREED_TO = ("words", "made_up_name", "agreed_by")
"""What is no longer agreed to once it is another."""


def add_school(programme: Programme, name: str | None = None) -> tuple[str, Changes]:
    """A school that young people of the programme go to, below the others."""
    made = School.made(id=next_id("school", (school.id for school in programme.schools)), name=name)
    return made.id, (revise(programme, schools=(*programme.schools, made)),)


def alter_school(programme: Programme, school: str, **fields: Any) -> Changes:
    """What is written of a school. Raises InvalidRecord."""
    altered = (each.revised(**fields) if each.id == school else each for each in programme.schools)
    return (revise(programme, schools=tuple(altered)),)


def remove_school(series: Series, school: str) -> Changes:
    """A school goes; whoever was said to go there is said to go to none."""
    programme, provision = series.programme, series.programme.provision
    left = tuple(each for each in programme.schools if each.id != school)
    if provision and provision.school == school:
        provision = provision.revised(school=None)
    pupils = (revise(person, school=None) for person in series.people if person.school == school)
    return (*pupils, revise(programme, schools=left, provision=provision))


def add_story(series: Series, kind: StoryKind = StoryKind.QUOTE, voice: str | None = None) -> tuple[str, Changes]:
    """A quote or a case study that is not agreed to: empty, or with the words of a voice entry to begin with."""
    made = Story.made(
        id=next_id("story", (story.id for story in series.stories)),
        programme=series.programme.id,
        position=next_position(series.stories),
        kind=kind,
        words=one(series.voice, voice).text if voice else None,
        voice=voice,
    )
    return made.id, (add(made),)


def alter_story(series: Series, story: str, **fields: Any) -> Changes:
    """What is written of a story. Other words, another name, or that others agreed, takes the agreement back: nobody
    has agreed to that yet. Raises InvalidRecord."""
    held = one(series.stories, story)
    made = held.revised(**fields)
    if held.agreed_on and any(getattr(held, name) != getattr(made, name) for name in _AGREED_TO):
        fields |= {"agreed_on": None}
    return (revise(held, **fields),)


def agree_to_story(series: Series, story: str, agreed_by: str | None, on: date) -> Changes:
    """A story may leave from now on. Raises AmieError: nothing is told, nobody agreed, or it says a known name."""
    held = one(series.stories, story)
    if not held.words:
        raise AmieError("Nothing is written here yet.", "Write what may leave, then say who agreed.")
    if not (agreed_by or "").strip():
        raise AmieError("Nobody is said to have agreed.", "Write who did, such as “she and her mother”.")
    said = {"the words": held.words, "the made-up name": held.made_up_name, "who agreed": agreed_by}
    for where, text in said.items():
        if names := _names_in(series, text):
            raise AmieError(f"“{names[0]}” in {where} may be somebody’s name.", "Write it without, then agree again.")
    return (revise(held, agreed_by=agreed_by, agreed_on=on),)


def names_in_story(series: Series, story: Story) -> tuple[str, ...]:
    """The words of what would leave of it that may be the name of anybody in the programme."""
    return tuple(dict.fromkeys(word for text in (story.made_up_name, story.words) for word in _names_in(series, text)))


def _names_in(series: Series, text: str | None) -> list[str]:
    return named(text or "", known_names(series, adults=True))


def keep_story_here(series: Series, story: str) -> Changes:
    """A story may not leave any more. Who had agreed stays written until the leader says otherwise."""
    return (revise(one(series.stories, story), agreed_on=None),)


def remove_story(series: Series, story: str) -> Changes:
    """A story goes."""
    return (remove(one(series.stories, story)),)
