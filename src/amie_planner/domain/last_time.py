"""Notes for next time, what would be changed, and ideas of young people, offered to the next session until answered.

As with the changes of earlier sessions, what is parked misses one session and comes back in the one after it. What was
taken into a session that was then cancelled is offered again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from amie_planner.domain import voicing
from amie_planner.domain.carrying_on import has_passed, same_words
from amie_planner.domain.days import near
from amie_planner.domain.held import was_held
from amie_planner.domain.plan import Lines, Plan, Series
from amie_planner.domain.putting_off import PutOff, line_of
from amie_planner.domain.records import NextTime, Session, VoiceEntry
from amie_planner.domain.vocabulary import ReplyKind, Status, Taken

WOULD_CHANGE = "change"
"""The prompt whose answer is offered to the next session."""


class Awaits(StrEnum):
    """What an idea waits for, in words."""

    TO_DECIDE = "Not decided yet."
    TO_TELL = "Nobody has been told yet."


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
    def line(self) -> str:
        """What a reply to it names."""
        return line_of("note", self.session.id, self.note.id)

    @property
    def parked(self) -> bool:
        """Whether it was put off before."""
        return self.note.answer is Taken.PARKED


@dataclass(frozen=True, slots=True)
class WouldChange:
    """What was answered in an earlier session to what one would change."""

    session: Session
    text: str
    parked: bool = False

    @property
    def line(self) -> str:
        """What a reply to it names: unlike that of any other."""
        return line_of("reflection", self.session.id, WOULD_CHANGE)


def notes(series: Series, session: str) -> tuple[NoteOffer, ...]:
    """The notes that wait for an answer in a session, those of the session just before it first. Raises KeyError."""
    said = _Said(series, series.plan(session))
    return tuple(offer for offer in _noted(said.before) if said.waits(offer))


def notes_so_far(plan: Plan) -> tuple[NoteOffer, ...]:
    """The same as far as a plan tells, which holds no session after it: of those it is known what was put off there."""
    known = (*plan.earlier, plan)
    said_in = dict.fromkeys(reply.session for reply in plan.replies if reply.session)
    after = (id for id in said_in if all(lines.session.id != id for lines in known))
    last = max(lines.session.position for lines in known) + 1
    later = (Session.made(id=id, programme=plan.programme.id, position=last, title=id) for id in after)
    sessions = (*known, *(Lines(session=session) for session in later))
    said = _Said(Series(programme=plan.programme, replies=plan.replies, sessions=sessions), plan)
    return tuple(offer for offer in _noted(said.before) if said.waits(offer))


def would_change(series: Series, session: str) -> tuple[WouldChange, ...]:
    """What would be changed, as the last session that was held says, and those where it was parked. Raises KeyError.

    What stands among the notes for next time as well is offered as a note alone.
    """
    said, found = _Said(series, series.plan(session)), []
    last = next((lines for lines in _latest_first(said.before) if was_held(lines, series)), None)
    for lines in _latest_first(said.before):
        text = lines.session.reflection.get(WOULD_CHANGE) or ""
        offer = WouldChange(lines.session, text)
        reply = said.put_off.said.get(offer.line)
        if reply is None:
            waits = lines is last
        elif reply.reply is ReplyKind.PARKED:
            offer = replace(offer, parked=True)
            waits = said.back(offer.line, lines.session.id)
        else:
            waits = said.taken_in_vain(offer.line)
        if waits and text and not any(same_words(text, note.text) for note in lines.next_time):
            found.append(offer)
    return tuple(found)


def ideas(series: Series, session: str) -> tuple[tuple[VoiceEntry, Awaits], ...]:
    """What young people said or showed before a session that is not decided, or not told, and was not put off.

    What was taken into a session waits no more until that one, or a later one, is known to have been held. Raises
    KeyError.
    """
    plan = series.plan(session)
    here, before = plan.session, plan.earlier
    put_off, over = PutOff(series, before, session), _over((*before, plan), series) - {session}
    others = (one for one in _sessions(series) if one.id not in over)
    ahead = {session, *(one.id for one in others)}
    found = ((entry, awaits(entry, ahead, over)) for entry in series.voice)
    return tuple(
        (entry, waits)
        for entry, waits in found
        if waits
        and ahead.isdisjoint(voicing.places(entry))
        and _was_there(entry, here, before)
        and _asked(entry, put_off)
    )


def ideas_waiting(series: Series, today: date) -> tuple[tuple[VoiceEntry, Awaits], ...]:
    """The ideas of a programme that wait on a day to be decided, or to be told, each once."""
    sessions = tuple(_sessions(series))
    over = {one.id for one in sessions if has_passed(one, today)}
    ahead = {one.id for one in sessions if one.id not in over and (one.date is None or one.date >= today)}
    found = ((entry, awaits(entry, ahead, over)) for entry in series.voice)
    return tuple((entry, waits) for entry, waits in found if waits)


def awaits(entry: VoiceEntry, ahead: Iterable[str], over: Iterable[str]) -> Awaits | None:
    """What an idea waits for, if anything, where some sessions are ahead and some are over, by their ids.

    One that was taken into a session is not to be decided before that one is over; then it is to be told. What was
    tried only where it was said is still to be decided.
    """
    if not voicing.undecided(entry):
        return Awaits.TO_TELL if voicing.to_tell(entry) else None
    taken = voicing.places(entry)
    if not taken.isdisjoint(ahead):
        return None
    if not taken.isdisjoint(over):
        return None if entry.told_on else Awaits.TO_TELL
    return Awaits.TO_DECIDE


def whence(session: Session, open_on: date | None) -> str:
    """Lift-off, 8 September."""
    return f"{session.title}, {near(session.date, open_on)}" if session.date else session.title


class _Said:
    """What was said to what comes back, seen from one session."""

    def __init__(self, series: Series, plan: Plan) -> None:
        self.before = plan.earlier
        self.put_off = PutOff(series, plan.earlier, plan.session.id)
        every = (lines.session for lines in series.sessions)
        self._cancelled = {s.id for s in every if s.status is Status.CANCELLED} - {plan.session.id}

    def waits(self, offer: NoteOffer) -> bool:
        if offer.parked:
            return self.back(offer.line, offer.session.id)
        return offer.note.answer is None or (offer.note.answer is Taken.TAKEN and self.taken_in_vain(offer.line))

    def back(self, line: str, origin: str) -> bool:
        """Whether what was parked has missed its session."""
        return self.put_off.back(line, origin) is not None

    def taken_in_vain(self, line: str) -> bool:
        """Whether it was taken into another session, which was then cancelled."""
        reply = self.put_off.said.get(line)
        return reply is not None and reply.reply is ReplyKind.ACTED_ON and reply.session in self._cancelled


def _noted(before: Sequence[Lines]) -> Iterator[NoteOffer]:
    offers = (NoteOffer(lines.session, note) for lines in _latest_first(before) for note in lines.next_time)
    return (offer for offer in offers if offer.note.text)


def _latest_first(before: Sequence[Lines]) -> Iterator[Lines]:
    return (lines for lines in reversed(before) if lines.session.status is not Status.CANCELLED)


def _asked(entry: VoiceEntry, put_off: PutOff) -> bool:
    """Whether it was neither declined nor parked in this session."""
    said = put_off.said.get(entry.id)
    return said is None or (
        said.reply is not ReplyKind.NOT_THIS_TIME and put_off.back(entry.id, entry.session) is not None
    )


def _over(ordered: Sequence[Lines], series: Series) -> set[str]:
    """Of some sessions in order, those that are over once the last of them that was held is."""
    held = [was_held(lines, series) for lines in ordered]
    last = max((n for n, was in enumerate(held) if was), default=-1)
    not_said = (Status.DRAFT, Status.CANCELLED)
    past = zip((lines.session for lines in ordered[: last + 1]), held, strict=False)
    return {session.id for session, was in past if was or session.status not in not_said}


def _sessions(series: Series) -> Iterator[Session]:
    """Those that were not cancelled."""
    return (lines.session for lines in series.sessions if lines.session.status is not Status.CANCELLED)


def _was_there(entry: VoiceEntry, here: Session, before: Sequence[Lines]) -> bool:
    """Whether it was said or shown before a session; what has neither a session nor a day was."""
    if entry.session is not None:
        return any(lines.session.id == entry.session for lines in before)
    return entry.date is None or here.date is None or entry.date < here.date
