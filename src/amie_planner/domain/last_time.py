"""Notes for next time and ideas of young people, offered to the next session until they are answered.

As with the changes of earlier sessions, what is parked misses one session and comes back in the one after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amie_planner.domain import voicing
from amie_planner.domain.days import near
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.records import NextTime, Session, VoiceEntry
from amie_planner.domain.vocabulary import ReplyKind, Status, Taken

IDEA = "last-time"
"""What a reply to an idea that comes back is kept under, where one to a finding has the id of its check."""


@dataclass(frozen=True, slots=True)
class NoteOffer:
    """A note of an earlier session that waits for an answer."""

    session: Session
    note: NextTime

    @property
    def id(self) -> str:
        """Unlike that of any other note of the programme."""
        return f"{len(self.session.id)}/{self.session.id}/{self.note.id}"

    @property
    def parked(self) -> bool:
        """Whether it was put off before."""
        return self.note.answer is Taken.PARKED


def notes(series: Series, session: str) -> tuple[NoteOffer, ...]:
    """The notes that wait for an answer in a session, those of the session just before it first. Raises KeyError."""
    return tuple(_notes(_before(series, session)))


def ideas(series: Series, session: str) -> tuple[VoiceEntry, ...]:
    """What young people said or showed before a session that is not decided, or not told, and has no place in it yet.

    Raises KeyError.
    """
    before = _before(series, session)
    here = series.plan(session).session
    answered = _answered(series, {lines.session.id for lines in before})
    return tuple(
        entry
        for entry in series.voice
        if (voicing.undecided(entry) or voicing.to_tell(entry))
        and _was_there(entry, here, before)
        and entry.id not in answered
        and all(touch.session != session for touch in entry.touches)
    )


def whence(offer: NoteOffer, open_on: date | None) -> str:
    """Lift-off, 8 September."""
    session = offer.session
    return f"{session.title}, {near(session.date, open_on)}" if session.date else session.title


def why_it_waits(entry: VoiceEntry) -> str:
    """What an idea waits for."""
    return "Nobody has been told yet." if voicing.to_tell(entry) else "Not decided yet."


def _before(series: Series, session: str) -> tuple[Lines, ...]:
    return series.plan(session).earlier


def _notes(before: tuple[Lines, ...]) -> Iterator[NoteOffer]:
    came = False
    for lines in reversed(before):
        if lines.session.status is Status.CANCELLED:
            continue
        for note in lines.next_time:
            waits = note.answer is None or (note.answer is Taken.PARKED and came)
            if note.text and waits:
                yield NoteOffer(lines.session, note)
        came = True


def _was_there(entry: VoiceEntry, here: Session, before: tuple[Lines, ...]) -> bool:
    """Whether it was said or shown before a session; what has neither a session nor a day was."""
    if entry.session is not None:
        return any(lines.session.id == entry.session for lines in before)
    return entry.date is None or here.date is None or entry.date < here.date


def _answered(series: Series, before: set[str]) -> set[str]:
    """The ideas that were declined, or parked in no session before."""
    return {
        id
        for reply in series.replies
        if reply.check == IDEA and (reply.reply is ReplyKind.NOT_THIS_TIME or reply.session not in before)
        for id in reply.lines
    }
