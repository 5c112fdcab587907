"""Taking, parking and declining notes for next time, ideas of young people, and replies to HEARD that were parked."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from amie_planner.domain.changes import add, remove, revise
from amie_planner.domain.edits.parts import Changes, if_different, lines_of, new_id, next_position, without
from amie_planner.domain.edits.replies import MOST_IN_FOCUS, Answered, give_reply
from amie_planner.domain.last_time import IDEA, NoteOffer
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Reply, Session, Touch, VoiceEntry
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind, Taken
from amie_planner.errors import AmieError


def take_note(series: Series, session: str, offer: NoteOffer) -> Changes:
    """It becomes a line of the notes of the open session, unless it stands there, and is answered."""
    here = lines_of(series, session).session
    return (*if_different(here, notes=_with_line(here, offer.note.text or "")), *_answer(offer, Taken.TAKEN))


def park_note(offer: NoteOffer) -> Changes:
    """Not this time: it comes back in the session after."""
    return _answer(offer, Taken.PARKED)


def decline_note(offer: NoteOffer) -> Changes:
    """It is not offered again."""
    return _answer(offer, Taken.DECLINED)


def take_idea(series: Series, session: str, entry: VoiceEntry) -> Changes:
    """It has a place in the open session as a whole: to be tried there, or told."""
    touched = revise(entry, touches=(*entry.touches, Touch(session=session)))
    return (*(remove(reply) for reply in _said_of(series, entry)), touched)


def park_idea(series: Series, session: str, entry: VoiceEntry) -> Changes:
    """Not this time: it comes back in the session after. What became of it, and that it waits, stay as they are."""
    return _say(series, session, entry, ReplyKind.PARKED)


def decline_idea(series: Series, session: str, entry: VoiceEntry) -> Changes:
    """It is not offered to a session again; until it is decided and told it waits with the voices all the same."""
    return _say(series, session, entry, ReplyKind.NOT_THIS_TIME)


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


def _answer(offer: NoteOffer, answer: Taken) -> Changes:
    return if_different(offer.note, answer=answer)


def _with_line(session: Session, text: str) -> str:
    line = " ".join(text.split())
    held = (session.notes or "").rstrip()
    if line in (" ".join(each.split()) for each in held.splitlines()):
        return session.notes or ""
    return f"{held}\n{line}" if held else line


def _said_of(series: Series, entry: VoiceEntry) -> list[Reply]:
    return [reply for reply in series.replies if reply.check == IDEA and entry.id in reply.lines]


def _say(series: Series, session: str, entry: VoiceEntry, kind: ReplyKind) -> Changes:
    """One answer in place of any earlier one."""
    made = Reply.made(
        id=new_id("y", series.replies, series.replies),
        programme=series.programme.id,
        position=next_position(series.replies),
        check=IDEA,
        lines=(entry.id,),
        session=session,
        reach=ReplyFor.SESSION,
        reply=kind,
    )
    return (*(remove(reply) for reply in _said_of(series, entry)), add(made))
