"""Taking, parking and declining what earlier sessions offer: notes, what would be changed, ideas, parked replies."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.parts import Changes, if_different, lines_of, without
from amie_planner.domain.edits.putting_off import say, unsay
from amie_planner.domain.edits.replies import MOST_IN_FOCUS, Answered, give_reply
from amie_planner.domain.last_time import NoteOffer, WouldChange
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Reply, Session, Touch, VoiceEntry
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind, Taken
from amie_planner.errors import AmieError


def take_note(series: Series, session: str, offer: NoteOffer) -> Changes:
    """It becomes a line of the notes of the open session, unless it stands there, and is answered."""
    noted = _noted(series, session, offer.note.text or "")
    taken = if_different(offer.note, answer=Taken.TAKEN)
    return (*noted, *taken, *say(series, session, offer.line, ReplyKind.ACTED_ON))


def park_note(series: Series, session: str, offer: NoteOffer) -> Changes:
    """Not in this session: it comes back in the one after."""
    return (*if_different(offer.note, answer=Taken.PARKED), *say(series, session, offer.line, ReplyKind.PARKED))


def decline_note(series: Series, offer: NoteOffer) -> Changes:
    """It is not offered again."""
    return (*if_different(offer.note, answer=Taken.DECLINED), *unsay(series, offer.line))


def take_would_change(series: Series, session: str, offer: WouldChange) -> Changes:
    """It becomes a line of the notes of the open session, unless it stands there, and is answered."""
    return (*_noted(series, session, offer.text), *say(series, session, offer.line, ReplyKind.ACTED_ON))


def park_would_change(series: Series, session: str, offer: WouldChange) -> Changes:
    """Not in this session: it comes back in the one after."""
    return say(series, session, offer.line, ReplyKind.PARKED)


def decline_would_change(series: Series, session: str, offer: WouldChange) -> Changes:
    """It is not offered again; what was written stays."""
    return say(series, session, offer.line, ReplyKind.NOT_THIS_TIME)


def take_idea(series: Series, session: str, entry: VoiceEntry) -> Changes:
    """It has a place in the open session as a whole: to be tried there, or told."""
    touched = revise(entry, touches=(*entry.touches, Touch(session=session)))
    return (*unsay(series, entry.id), touched)


def park_idea(series: Series, session: str, entry: VoiceEntry) -> Changes:
    """Not this time: it comes back in the session after. What became of it, and that it waits, stay as they are."""
    return say(series, session, entry.id, ReplyKind.PARKED)


def decline_idea(series: Series, session: str, entry: VoiceEntry) -> Changes:
    """It is not offered to a session again; until it is decided and told it waits with the voices all the same."""
    return say(series, session, entry.id, ReplyKind.NOT_THIS_TIME)


def look_first(series: Series, session: str, check: str, asked: Collection[str]) -> Changes:
    """A question whose day has come is one to look at first in the open session, before those of the programme.

    `asked` are the ids of the questions that are asked. Raises AmieError where the session has two of its own.
    """
    here = lines_of(series, session).session
    others = without(here.focus, check)
    if len(set(others).intersection(asked)) >= MOST_IN_FOCUS:
        raise AmieError("This session has two questions to look at first already.", "Let go of one, park or decline.")
    return if_different(here, focus=(*others, check))


def park_again(series: Series, to: Answered, reply: Reply) -> Changes:
    """A finding whose day has come is put off once more, to the session after the open one."""
    if _is_of(reply, to.session):
        return (revise(reply, **_about(to), reply=ReplyKind.PARKED, until=None),)
    return give_reply(series, to, ReplyKind.PARKED, reply)


def decline_parked(series: Series, to: Answered, reply: Reply) -> Changes:
    """Not this time, and it does not come back; a reply for the whole programme says so for the whole programme."""
    if _is_of(reply, to.session) or reply.reach is ReplyFor.PROGRAMME:
        return (revise(reply, **_about(to), reply=ReplyKind.NOT_THIS_TIME, until=None),)
    return give_reply(series, to, ReplyKind.NOT_THIS_TIME)


def _is_of(reply: Reply, session: str | None) -> bool:
    return reply.session == session and reply.reach is not ReplyFor.PROGRAMME


def _about(to: Answered) -> dict[str, Any]:
    return {"answer": to.answer, "lines": to.lines}


def _noted(series: Series, session: str, text: str) -> Changes:
    here = lines_of(series, session).session
    return if_different(here, notes=_with_line(here, text))


def _with_line(session: Session, text: str) -> str:
    line = " ".join(text.split())
    held = (session.notes or "").rstrip()
    if line in (" ".join(each.split()) for each in held.splitlines()):
        return session.notes or ""
    return f"{held}\n{line}" if held else line
