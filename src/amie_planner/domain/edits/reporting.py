"""What a leader does for the hub's return: schools, and the stories that may leave."""

from __future__ import annotations

from datetime import date

from amie_planner.domain.changes import add, remove, revise
from amie_planner.domain.edits.parts import Changes, next_id, one
from amie_planner.domain.names import known_names, named
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Programme, School, Story
from amie_planner.domain.vocabulary import StoryKind
from amie_planner.errors import AmieError


def add_school(programme: Programme, name: str | None) -> Changes:
    """A school that young people of the programme go to, below the others."""
    made = School.made(id=next_id("school", (school.id for school in programme.schools)), name=name)
    return (revise(programme, schools=(*programme.schools, made)),)


def remove_school(series: Series, school: str) -> Changes:
    """A school goes; whoever was said to go there is said to go to none."""
    programme, provision = series.programme, series.programme.provision
    left = tuple(each for each in programme.schools if each.id != school)
    if provision and provision.school == school:
        provision = provision.revised(school=None)
    pupils = (revise(person, school=None) for person in series.people if person.school == school)
    return (*pupils, revise(programme, schools=left, provision=provision))


def add_story(series: Series, kind: StoryKind) -> Changes:
    """A quote or a case study, empty and not agreed to."""
    made = Story.made(
        id=next_id("story", (story.id for story in series.stories)),
        programme=series.programme.id,
        position=len(series.stories),
        kind=kind,
    )
    return (add(made),)


def agree_to_story(series: Series, story: str, agreed_by: str | None, on: date) -> Changes:
    """A story may leave from now on. Raises AmieError: nothing is told, nobody agreed, or it says a known name."""
    held = one(series.stories, story)
    if not held.words:
        raise AmieError("Nothing is written here yet.", "Write what may leave, then say who agreed.")
    if not (agreed_by or "").strip():
        raise AmieError("Nobody is said to have agreed.", "Write who did, such as “she and her mother”.")
    said = " ".join(text for text in (held.made_up_name, held.words, agreed_by) if text)
    if any(named(said, known_names(series), frozenset())):
        raise AmieError("What may be a young person’s name stands in this story.", "Use the made-up name in its place.")
    return (revise(held, agreed_by=agreed_by, agreed_on=on),)


def keep_story_here(series: Series, story: str) -> Changes:
    """A story may not leave any more."""
    return (revise(one(series.stories, story), agreed_by=None, agreed_on=None),)


def remove_story(series: Series, story: str) -> Changes:
    """A story goes."""
    return (remove(one(series.stories, story)),)
