"""The people of a programme: the group, the team, and what young people said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.edits.parts import (
    Changes,
    if_different,
    keeping,
    new_id,
    next_position,
    one,
    replies_to,
    without,
)
from amie_planner.domain.plan import Series
from amie_planner.domain.records import (
    Person,
    Requirement,
    Session,
    TeamMember,
    VoiceEntry,
)


def add_person(series: Series, **fields: Any) -> tuple[str, Changes]:
    """A new person in the group."""
    id = new_id("p", series.people, series.replies)
    made = Person.made(id=id, programme=series.programme.id, position=next_position(series.people), **fields)
    return id, (add(made),)


def add_requirement(series: Series, person: str, **fields: Any) -> tuple[str, Changes]:
    """A new access requirement of a person."""
    id = new_id("r", series.requirements, series.replies)
    uid = series.programme.id
    made = Requirement.made(id=id, programme=uid, person=person, position=next_position(series.requirements), **fields)
    return id, (add(made),)


def remove_requirement(series: Series, requirement: str) -> Changes:
    """A requirement goes, its by-design entries and replies to it; what answered it stays for whom else it helps."""
    changes: list[Change] = [*replies_to(series.replies, requirement)]
    for lines in series.sessions:
        changes += [remove(b) for b in lines.by_design if b.requirement == requirement]
        for d in lines.adaptations:
            changes += if_different(d, requirements=without(d.requirements, requirement))
    return (*changes, remove(one(series.requirements, requirement)))


def remove_person(series: Series, person: str) -> Changes:
    """A person goes, with their requirements, their line in each register, what was noticed and replied about them."""
    mine = [r for r in series.requirements if r.person == person]
    changes: dict[Any, Change] = {}
    now = series
    for requirement in mine:
        now = keeping(changes, now, remove_requirement(now, requirement.id))
    for lines in now.sessions:
        now = keeping(changes, now, _absent_from(lines.session, person))
    for entry in now.voice:
        if entry.from_whom != "group" and person in entry.from_whom:
            now = keeping(changes, now, (revise(entry, from_whom=without(entry.from_whom, person)),))
    noticed = tuple(remove(o) for o in now.observations if o.person == person)
    keeping(changes, now, (*noticed, *replies_to(now.replies, person)))
    return (*changes.values(), remove(one(series.people, person)))


def archive_person(series: Series, person: str, on: date) -> Changes:
    """A person is kept but no longer offered; they left on this day, unless they had left before."""
    held = one(series.people, person)
    return (revise(held, archived=True, left=min(held.left or on, on)),)


def bring_back_person(series: Series, person: str) -> Changes:
    """An archived person is in the group again, with no day on which they left."""
    return (revise(one(series.people, person), archived=False, left=None),)


def _absent_from(session: Session, person: str) -> Changes:
    register = session.attendance
    if register:
        said = {name: getattr(register, name) for name in ("people", "late", "reasons")}
        register = register.revised(**{name: _but(person, of) for name, of in said.items()})
    return if_different(session, not_expected=without(session.not_expected, person), attendance=register)


def _but(person: str, said: Mapping[str, Any]) -> dict[str, Any]:
    return {id: held for id, held in said.items() if id != person}


def add_team_member(series: Series, **fields: Any) -> tuple[str, Changes]:
    """Somebody joins the team."""
    id = new_id("t", series.team, series.replies)
    made = TeamMember.made(id=id, programme=series.programme.id, position=next_position(series.team), **fields)
    return id, (add(made),)


def remove_team_member(series: Series, member: str) -> Changes:
    """Somebody leaves the team; what they led, owned or carried out has nobody named until someone is."""
    changes: list[Change] = []
    for requirement in series.requirements:
        changes += [revise(requirement, owner=None)] if requirement.owner == member else []
    for lines in series.sessions:
        for activity in lines.activities:
            changes += if_different(activity, leads=without(activity.leads, member))
        for adaptation in lines.adaptations:
            changes += [revise(adaptation, who=None)] if adaptation.who == member else []
    return (*changes, remove(one(series.team, member)))


def add_voice(series: Series, **fields: Any) -> tuple[str, Changes]:
    """A new voice entry."""
    id = new_id("v", series.voice, series.replies)
    made = VoiceEntry.made(id=id, programme=series.programme.id, position=next_position(series.voice), **fields)
    return id, (add(made),)


def remove_voice(series: Series, entry: str) -> Changes:
    """A voice entry goes, with replies to it. A story taken from it stays, for it was agreed to by itself."""
    told = (revise(story, voice=None) for story in series.stories if story.voice == entry)
    return (
        *replies_to(series.replies, entry),
        *told,
        remove(one(series.voice, entry)),
    )
