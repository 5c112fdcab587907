"""Programmes and their sessions come and go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amie_planner.domain import plan_templates
from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.edits.parts import Changes, if_different, lines_of, new_id, next_position
from amie_planner.domain.plan import Series
from amie_planner.domain.putting_off import LAST_TIME, line_of
from amie_planner.domain.records import PlanTemplate, Programme, Session
from amie_planner.domain.values import MOST_SESSIONS
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind, Status
from amie_planner.errors import AmieError


def start_programme(
    uid: str, position: int, template: PlanTemplate, *, first_session: dict[str, Any], **fields: Any
) -> Changes:
    """A new programme whose first session is a whole plan; `first_session` holds what the plan does not say of it."""
    programme = Programme.made(id=uid, programme=uid, position=position, **fields)
    said = plan_templates.session_fields(template) | {"status": Status.DRAFT} | first_session
    session = Session.made(id="s1", programme=uid, **said)
    return (add(programme), add(session), *map(add, plan_templates.lines(template, session)))


def add_session(series: Series, session: dict[str, Any]) -> tuple[str, Changes]:
    """The id of a new session at the end of the programme, and the changes that make it. Raises AmieError if full."""
    if len(series.sessions) >= MOST_SESSIONS:
        raise AmieError(f"A programme holds at most {MOST_SESSIONS:,} sessions.", "Begin another programme.")
    id = new_id("s", (lines.session for lines in series.sessions), series.replies)
    position = next_position([lines.session for lines in series.sessions])
    return id, (add(Session.made(id=id, programme=series.programme.id, position=position, **session)),)


def remove_session(series: Series, session: str) -> Changes:
    """A session goes, with its lines; voice and replies let go of it, and observations of it stay without it.

    Notes of others that were taken into it wait again.
    """
    held = lines_of(series, session).held
    let_go: list[Change] = []
    for entry in series.voice:
        touches = tuple(t for t in entry.touches if t.session != session)
        said_in = None if entry.session == session else entry.session
        let_go += if_different(entry, touches=touches, session=said_in)
    for observation in series.observations:
        let_go += if_different(observation, session=None if observation.session == session else observation.session)
    let_go += (*_notes_after(series, session), *_replies_after(series, session))
    for lines in series.sessions:
        for adaptation in lines.adaptations:
            if adaptation.follows and adaptation.follows.session == session and lines.session.id != session:
                let_go.append(revise(adaptation, follows=None))
    return (*let_go, *(remove(record) for record in reversed(held)))


def _notes_after(series: Series, session: str) -> Iterator[Change]:
    """The notes of other sessions that were taken into it wait for an answer again."""
    into = (r for r in series.replies if r.check == LAST_TIME and r.session == session)
    taken = {line for reply in into if reply.reply is ReplyKind.ACTED_ON for line in reply.lines}
    for lines in series.sessions:
        for note in lines.next_time if taken and lines.session.id != session else ():
            if line_of("note", lines.session.id, note.id) in taken:
                yield revise(note, answer=None)


def _replies_after(series: Series, session: str) -> Iterator[Change]:
    """Replies given in a session go with it, and those over time that name it; one for the programme stays."""
    for reply in series.replies:
        over_time = any(line.split("/")[0] == session for line in reply.lines if reply.session is None)
        if reply.session == session and reply.reach is ReplyFor.PROGRAMME:
            yield revise(reply, session=None)
        elif reply.session == session or over_time:
            yield remove(reply)


def remove_programme(series: Series) -> Changes:
    """A programme goes with everything in it."""
    return tuple(remove(record) for record in reversed(series.records()))
