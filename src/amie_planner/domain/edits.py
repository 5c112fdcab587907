"""What a leader does, as functions from what is there to the changes that do it.

Nothing here writes: the changes go through the one door, which can take them back. What goes takes with
it, or lets go of, all that points at it: no reference is left dangling, and no reply is left to be read beside
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import time
from itertools import count
from typing import Any, TypeVar

from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.plan import Lines, Plan, Series
from amie_planner.domain.pointing import named_by
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    Intention,
    Person,
    Programme,
    Record,
    Reply,
    Requirement,
    Session,
    TeamMember,
    VoiceEntry,
)
from amie_planner.domain.values import MOST_ACTIVITIES, MOST_SESSIONS
from amie_planner.errors import AmieError

Changes = tuple[Change, ...]
R = TypeVar("R", bound=Record)


def next_id(prefix: str, taken: Iterable[str]) -> str:
    """The prefix and the number after the highest in use: a1, a2, a4 → a5."""
    known = set(taken)
    numbers = (re.fullmatch(rf"{prefix}(\d{{1,9}})", id, re.ASCII) for id in known)
    first = max((int(n[1]) for n in numbers if n), default=0) + 1
    return next(id for n in count(first) if (id := f"{prefix}{n}") not in known)


def _new_id(prefix: str, records: Iterable[Record], replies: Iterable[Reply]) -> str:
    """An id that no record has, and that no reply still names."""
    return next_id(prefix, {record.id for record in records}.union(*map(named_by, replies)))


def in_this_order(records: Sequence[R]) -> Changes:
    """The changes that give records the positions 0, 1, 2 … of this sequence."""
    return tuple(revise(r, position=n) for n, r in enumerate(records) if r.position != n)


def _last(records: Sequence[Record]) -> int:
    return max((r.position for r in records), default=-1) + 1


# Programmes and sessions


def start_programme(uid: str, position: int, *, first_session: dict[str, Any], **fields: Any) -> Changes:
    """A new programme with one session; `first_session` holds its fields and its activities in order."""
    programme = Programme.made(id=uid, programme=uid, position=position, **fields)
    return (add(programme), *_session_with(programme.id, "s1", 0, first_session))


def add_session(series: Series, session: dict[str, Any]) -> tuple[str, Changes]:
    """The id of a new session at the end of the programme, and the changes that make it. Raises AmieError if full."""
    if len(series.sessions) >= MOST_SESSIONS:
        raise AmieError(f"A programme holds at most {MOST_SESSIONS:,} sessions.", "Begin another programme.")
    id = _new_id("s", (lines.session for lines in series.sessions), series.replies)
    position = _last([lines.session for lines in series.sessions])
    return id, _session_with(series.programme.id, id, position, session)


def _session_with(programme: str, id: str, position: int, content: dict[str, Any]) -> Changes:
    fields = {name: value for name, value in content.items() if name != "activities"}
    session = Session.made(id=id, programme=programme, position=position, **fields)
    activities = (
        Activity.made(id=f"a{n + 1}", programme=programme, session=id, position=n, **activity)
        for n, activity in enumerate(content.get("activities", ()))
    )
    return (add(session), *map(add, activities))


def remove_session(series: Series, session: str) -> Changes:
    """A session goes, with its lines; voice and replies let go of it, observations of it stay without it."""
    held = _lines(series, session).held
    let_go: list[Change] = []
    for entry in series.voice:
        touches = tuple(t for t in entry.touches if t.session != session)
        said_in = None if entry.session == session else entry.session
        let_go += _if_different(entry, touches=touches, session=said_in)
    for observation in series.observations:
        let_go += _if_different(observation, session=None if observation.session == session else observation.session)
    for reply in series.replies:
        let_go += [remove(reply)] if reply.session == session else []
    for lines in series.sessions:
        for adaptation in lines.adaptations:
            if adaptation.follows and adaptation.follows.session == session and lines.session.id != session:
                let_go.append(revise(adaptation, follows=None))
    return (*let_go, *(remove(record) for record in reversed(held)))


def remove_programme(series: Series) -> Changes:
    """A programme goes with everything in it."""
    return tuple(remove(record) for record in reversed(series.records()))


# The running order


def add_activity(plan: Plan, at: int, **fields: Any) -> tuple[str, Changes]:
    """A new activity exactly here: before the one at index `at`, or at the end. Raises AmieError if it is full."""
    if len(plan.activities) >= MOST_ACTIVITIES:
        hint = "Remove one that is not needed, or begin another session."
        raise AmieError(f"A session holds at most {MOST_ACTIVITIES} activities.", hint)
    id = _new_id("a", plan.activities, plan.replies)
    here = plan.session
    new = Activity.made(id=id, programme=here.programme, session=here.id, position=at, **fields)
    rest = (revise(a, position=n + (n >= at)) for n, a in enumerate(plan.activities))
    return id, (*(change for change in rest if change.before != change.after), add(new))


def start_at(lines: Lines, start: time | None) -> Changes:
    """A session starts then. Where it had no start, pins were minutes from its beginning, and go along."""
    session = revise(lines.session, start=start)
    if start is None or lines.session.start is not None:
        return (session,)
    pinned = (a for a in lines.activities if a.pinned_start is not None)
    return (session, *(revise(a, pinned_start=_later(start, a.pinned_start)) for a in pinned))


def _later(start: time, offset: time | None) -> time:
    minutes = start.hour * 60 + start.minute + (offset.hour * 60 + offset.minute if offset else 0)
    return time(minutes // 60 % 24, minutes % 60)


def move_activity(lines: Lines, activity: str, to: int) -> Changes:
    """An activity moves to index `to` of the running order."""
    order = [a for a in lines.activities if a.id != activity]
    order.insert(to, _one(lines.activities, activity))
    return in_this_order(order)


def remove_activity(series: Series, session: str, activity: str) -> Changes:
    """An activity goes, with the adaptations that were for it alone, the by-design entries in it and replies to it."""
    lines = _lines(series, session)
    alone: dict[Any, Change] = {}
    now = series
    for adaptation in lines.adaptations:
        if adaptation.activities == (activity,):
            now = _keeping(alone, now, remove_adaptation(now, session, adaptation.id))
    for adaptation in _lines(now, session).adaptations:
        if adaptation.activities != "all":
            shared = _without(adaptation.activities, activity)
            now = _keeping(alone, now, _if_different(adaptation, activities=shared))
    _keeping(alone, now, _replies_to(now.replies, activity, session=session))
    changes = [*alone.values(), *(remove(b) for b in lines.by_design if b.activity == activity)]
    for entry in series.voice:
        here = [t.session == session and t.activity == activity for t in entry.touches]
        touches = tuple(t.revised(activity=None) if h else t for t, h in zip(entry.touches, here, strict=True))
        changes += _if_different(entry, touches=touches)
    actual = {id: value for id, value in lines.session.actual.items() if id != activity}
    changes += _if_different(lines.session, actual=actual)
    return (*changes, remove(_one(lines.activities, activity)))


# Intentions, adaptations


def add_intention(plan: Plan, **fields: Any) -> tuple[str, Changes]:
    """A new intention of the session."""
    id = _new_id("i", plan.intentions, plan.replies)
    here, last = plan.session, _last(plan.intentions)
    made = Intention.made(id=id, programme=here.programme, session=here.id, position=last, **fields)
    return id, (add(made),)


def remove_intention(plan: Plan, intention: str) -> Changes:
    """An intention goes, with replies to it, and activities no longer serve it."""
    served = (revise(a, serves=_without(a.serves, intention)) for a in plan.activities if intention in a.serves)
    replies = _replies_to(plan.replies, intention, session=plan.session.id)
    return (*served, *replies, remove(_one(plan.intentions, intention)))


def adapt(plan: Plan, **fields: Any) -> tuple[str, Changes]:
    """A new adaptation in the session: for which activities and which requirements is in the fields."""
    id = _new_id("d", plan.adaptations, plan.replies)
    here, last = plan.session, _last(plan.adaptations)
    made = Adaptation.made(id=id, programme=here.programme, session=here.id, position=last, **fields)
    return id, (add(made),)


def remove_adaptation(series: Series, session: str, adaptation: str) -> Changes:
    """An adaptation goes, with replies to it; later ones no longer follow it."""
    gone = _one(_lines(series, session).adaptations, adaptation)
    followers = (
        revise(d, follows=None)
        for lines in series.sessions
        for d in lines.adaptations
        if d.follows and (d.follows.session, d.follows.adaptation) == (session, adaptation) and d is not gone
    )
    return (*followers, *_replies_to(series.replies, adaptation, session=session), remove(gone))


# People, team, voice


def add_person(series: Series, **fields: Any) -> tuple[str, Changes]:
    """A new person in the group."""
    id = _new_id("p", series.people, series.replies)
    made = Person.made(id=id, programme=series.programme.id, position=_last(series.people), **fields)
    return id, (add(made),)


def add_requirement(series: Series, person: str, **fields: Any) -> tuple[str, Changes]:
    """A new access requirement of a person."""
    id = _new_id("r", series.requirements, series.replies)
    uid = series.programme.id
    made = Requirement.made(id=id, programme=uid, person=person, position=_last(series.requirements), **fields)
    return id, (add(made),)


def remove_requirement(series: Series, requirement: str) -> Changes:
    """A requirement goes, its by-design entries and replies to it; what answered it stays for whom else it helps."""
    changes: list[Change] = [*_replies_to(series.replies, requirement)]
    for lines in series.sessions:
        changes += [remove(b) for b in lines.by_design if b.requirement == requirement]
        for d in lines.adaptations:
            changes += _if_different(d, requirements=_without(d.requirements, requirement))
    return (*changes, remove(_one(series.requirements, requirement)))


def remove_person(series: Series, person: str) -> Changes:
    """A person goes, with their requirements, their line in each register, what was noticed and replied about them."""
    mine = [r for r in series.requirements if r.person == person]
    changes: dict[Any, Change] = {}
    now = series
    for requirement in mine:
        now = _keeping(changes, now, remove_requirement(now, requirement.id))
    for lines in now.sessions:
        now = _keeping(changes, now, _absent_from(lines.session, person))
    for entry in now.voice:
        if entry.from_whom != "group" and person in entry.from_whom:
            now = _keeping(changes, now, (revise(entry, from_whom=_without(entry.from_whom, person)),))
    noticed = tuple(remove(o) for o in now.observations if o.person == person)
    _keeping(changes, now, (*noticed, *_replies_to(now.replies, person)))
    return (*changes.values(), remove(_one(series.people, person)))


def _absent_from(session: Session, person: str) -> Changes:
    register = session.attendance
    if register and person in register.people:
        register = register.revised(people={id: mark for id, mark in register.people.items() if id != person})
    return _if_different(session, not_expected=_without(session.not_expected, person), attendance=register)


def _keeping(kept: dict[Any, Change], series: Series, made: Changes) -> Series:
    """Adds changes to those kept, one a record, and returns the series after them."""
    for change in made:
        before = kept[change.key].before if change.key in kept else change.before
        kept[change.key] = Change(before, change.after)
    return series.after(made)


def add_team_member(series: Series, **fields: Any) -> tuple[str, Changes]:
    """Somebody joins the team."""
    id = _new_id("t", series.team, series.replies)
    made = TeamMember.made(id=id, programme=series.programme.id, position=_last(series.team), **fields)
    return id, (add(made),)


def remove_team_member(series: Series, member: str) -> Changes:
    """Somebody leaves the team; what they led, owned or carried out has nobody named until someone is."""
    changes: list[Change] = []
    for requirement in series.requirements:
        changes += [revise(requirement, owner=None)] if requirement.owner == member else []
    for lines in series.sessions:
        for activity in lines.activities:
            changes += _if_different(activity, leads=_without(activity.leads, member))
        for adaptation in lines.adaptations:
            changes += [revise(adaptation, who=None)] if adaptation.who == member else []
    return (*changes, remove(_one(series.team, member)))


def add_voice(series: Series, **fields: Any) -> tuple[str, Changes]:
    """A new voice entry."""
    id = _new_id("v", series.voice, series.replies)
    made = VoiceEntry.made(id=id, programme=series.programme.id, position=_last(series.voice), **fields)
    return id, (add(made),)


def remove_voice(series: Series, entry: str) -> Changes:
    """A voice entry goes, with replies to it."""
    return (
        *_replies_to(series.replies, entry),
        remove(_one(series.voice, entry)),
    )


def _replies_to(replies: Iterable[Reply], id: str, *, session: str | None = None) -> Changes:
    """Replies about what goes leave with it; what belongs to one session is named by the replies of that session."""
    here = (reply for reply in replies if session in (None, reply.session))
    return tuple(remove(reply) for reply in here if id in named_by(reply))


def _lines(series: Series, session: str) -> Lines:
    return next(lines for lines in series.sessions if lines.session.id == session)


def _one(records: Iterable[R], id: str) -> R:
    return next(r for r in records if r.id == id)


def _without(ids: Sequence[str], id: str) -> tuple[str, ...]:
    return tuple(i for i in ids if i != id)


def _if_different(record: Record, **fields: Any) -> Changes:
    change = revise(record, **fields)
    return () if change.before == change.after else (change,)
