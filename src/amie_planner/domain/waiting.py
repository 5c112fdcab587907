"""What comes back by itself: sessions to look back on, reviews that are due, young people who wait to be told, changes
nobody has answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amie_planner.domain import carrying_on, last_time, voicing, words
from amie_planner.domain.last_time import Awaits
from amie_planner.domain.looking_back import unfinished
from amie_planner.domain.plan import Series
from amie_planner.domain.records import VoiceEntry


class Wait(StrEnum):
    """What a row waits for, in the order to show it."""

    LOOKING_BACK = "a session to look back on"
    PERSON_REVIEW = "review of a person"
    REQUIREMENT_REVIEW = "review of an access requirement"
    TEAM_REVIEW = "review of a team member's access needs"
    TO_TELL = "to be told"
    TO_DECIDE = "to be decided"
    CHANGE = "a change without an answer"

    @property
    def is_voice(self) -> bool:
        """Whether it is what young people said or showed that waits."""
        return self in (Wait.TO_TELL, Wait.TO_DECIDE)


REVIEWS = (Wait.PERSON_REVIEW, Wait.REQUIREMENT_REVIEW, Wait.TEAM_REVIEW)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits. `session` is where it can be answered, `person` whose it is, `since` when it fell due."""

    wait: Wait
    programme: str
    id: str
    text: str
    since: date | None = None
    session: str = ""
    person: str = ""


def waiting(series: Series, today: date) -> tuple[Waiting, ...]:
    """Everything of a programme that waits on a day, what waits longest first within each kind.

    Of the sessions to look back on the latest is first, as it is remembered best.
    """
    rows = (*_reviews(series, today), *_voices(series, today), *_changes(series, today))
    order = list(Wait)
    in_turn = sorted(rows, key=lambda row: (order.index(row.wait), row.since or date.max))
    return (*_sessions(series, today), *in_turn)


def _sessions(series: Series, today: date) -> Iterator[Waiting]:
    for one in unfinished(series, today):
        yield Waiting(Wait.LOOKING_BACK, series.programme.id, one.id, one.title, one.date, session=one.id)


def _reviews(series: Series, today: date) -> Iterator[Waiting]:
    uid, here = series.programme.id, {p.id: p for p in series.people if not p.archived}
    for person in here.values():
        if person.review_on and person.review_on < today:
            name = words.person_name(person, series)
            yield Waiting(Wait.PERSON_REVIEW, uid, person.id, name, person.review_on, person=person.id)
    for need in series.requirements:
        if need.active and need.person in here and need.review_on and need.review_on < today:
            name = words.requirement_name(need, series)
            yield Waiting(Wait.REQUIREMENT_REVIEW, uid, need.id, name, need.review_on, person=need.person)
    for member in series.team:
        if member.access_review_on and member.access_review_on < today:
            name, where = words.member_name(member.id, series), _next_session(series, today)
            yield Waiting(Wait.TEAM_REVIEW, uid, member.id, name, member.access_review_on, session=where)


def _voices(series: Series, today: date) -> Iterator[Waiting]:
    for entry, awaits in last_time.ideas_waiting(series, today):
        yield Waiting(
            Wait.TO_TELL if awaits is Awaits.TO_TELL else Wait.TO_DECIDE,
            series.programme.id,
            entry.id,
            voicing.title(entry),
            _said_on(entry, series),
            session=entry.session or "",
        )


def _said_on(entry: VoiceEntry, series: Series) -> date | None:
    said_in = (lines.session.date for lines in series.sessions if lines.session.id == entry.session)
    return entry.date or next(said_in, None)


def _changes(series: Series, today: date) -> Iterator[Waiting]:
    answered_in = carrying_on.where_to_answer(series, today)
    for offer in carrying_on.unresolved(series, today):
        where = answered_in[offer.session.id]
        text = carrying_on.what(offer.adaptation)
        yield Waiting(Wait.CHANGE, series.programme.id, offer.id, text, offer.session.date, session=where)


def _next_session(series: Series, today: date) -> str:
    """The next session that is not over, else the last there is, else nothing."""
    ordered = [lines.session for lines in series.in_order()]
    ahead = (s.id for s in ordered if not carrying_on.has_passed(s, today))
    return next(ahead, ordered[-1].id if ordered else "")
