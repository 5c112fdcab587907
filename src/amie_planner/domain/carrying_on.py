"""The loop that closes itself: changes of earlier sessions, with how they went, offered to the next one.

Each is offered until it is taken (a later change of its line continues it), declined, or to be stopped. A parked one
misses one session and comes back in the one after it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from amie_planner.domain import words
from amie_planner.domain.days import near
from amie_planner.domain.plan import Lines, Series, Shared
from amie_planner.domain.putting_off import PutOff, line_of
from amie_planner.domain.records import Adaptation, Session
from amie_planner.domain.vocabulary import Reach, Status, Taken, Then, Verdict, label

UNRESOLVED_AFTER = 2
"""Later sessions that passed without an answer."""
_TRIED = (Verdict.WORKED, Verdict.PARTLY, Verdict.NOT)
_Key: TypeAlias = tuple[str | None, str | None]
"""A change of the programme: its session and its own id."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A change of an earlier session that waits for an answer. Unresolved: two sessions since passed without one."""

    session: Session
    adaptation: Adaptation
    unresolved: bool = False

    @property
    def id(self) -> str:
        """Unlike that of any other offer of the programme."""
        return f"{len(self.session.id)}/{self.session.id}/{self.adaptation.id}"

    @property
    def line(self) -> str:
        """What a reply to it names."""
        return line_of("change", self.session.id, self.adaptation.id)

    @property
    def parked(self) -> bool:
        """Whether it was put off before."""
        return self.adaptation.carried is Taken.PARKED


def offered(series: Series, session: str) -> tuple[Offer, ...]:
    """What waits for an answer in a session: the changes of the session just before it first. Raises KeyError."""
    ordered = series.in_order()
    at = next((n for n, lines in enumerate(ordered) if lines.session.id == session), None)
    if at is None:
        raise KeyError(session)
    return _waiting(series, ordered[:at], session)


def stands_in(series: Series, session: str, offer: Offer) -> bool:
    """Whether what is offered, or another change of its line, stands in a session already."""
    line = _Succession(series.sessions)
    first = line.first((offer.session.id, offer.adaptation.id))
    here = (lines for lines in series.sessions if lines.session.id == session)
    return any(line.first(_key(lines, change)) == first for lines in here for change in lines.adaptations)


def unresolved(series: Series, today: date) -> tuple[Offer, ...]:
    """What two sessions that have passed left without an answer, the latest first."""
    ordered = series.in_order()
    over = [lines for lines in ordered if has_passed(lines.session, today)]
    return tuple(offer for offer in _waiting(series, over) if offer.unresolved)


def still_active(shared: Shared) -> frozenset[str]:
    """The access requirements that are still in the way of somebody who is not archived."""
    here = {person.id for person in shared.people if not person.archived}
    return frozenset(r.id for r in shared.requirements if r.active and r.person in here)


def where_to_answer(series: Series, today: date) -> dict[str, str]:
    """By the session that an offer comes from, where it is best answered: the next one, else the last there is."""
    found: dict[str, str] = {}
    coming = last = ""
    for lines in reversed(series.in_order()):
        session = lines.session
        if session.status is not Status.CANCELLED:
            found[session.id] = coming or last or session.id
            coming = coming if has_passed(session, today) else session.id
            last = last or session.id
    return found


def said_of(offer: Offer, open_on: date | None) -> str:
    """Lift-off, 8 September: partly. Next time: change. ‘lights earlier’"""
    change, session = offer.adaptation, offer.session
    whence = f"{session.title}, {near(session.date, open_on)}" if session.date else session.title
    note = " ".join((change.verdict_note or "").split())
    parts = (
        f"{whence}: {label('verdict', change.verdict).lower()}." if change.verdict else f"{whence}.",
        f"Next time: {label('then', change.then).lower()}." if change.then else "",
        f"‘{note}’" if note else "",
    )
    return " ".join(part for part in parts if part)


def also_said_of(offer: Offer) -> str:
    """What a leader should know of an offer that did not do as it was, or that has waited; or nothing."""
    change = offer.adaptation
    failed, differs = change.verdict is Verdict.NOT, change.then is Then.CHANGE
    again = "It did not work: change it once it is taken." if failed else "To be changed once it is taken."
    waited = "No answer yet, two sessions on." if offer.unresolved else "Parked before." if offer.parked else ""
    return " ".join(filter(None, (again if failed or differs else "", waited)))


def what(adaptation: Adaptation) -> str:
    """What changes, in one line."""
    return " ".join((adaptation.what or "A change to be described").split())


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts say the same, whatever their case, white space and punctuation."""
    return _folded(one) == _folded(other)


def has_passed(session: Session, today: date) -> bool:
    """Whether a session is over: it was delivered, or its day is over and it is neither draft nor cancelled."""
    over = session.date is not None and session.date < today
    return session.status is Status.DELIVERED or (over and _counts(session))


def for_whom_and_where(series: Series, offer: Offer) -> str:
    """Moss · Engine room and Countdown: whom it was for and where it stood, as far as that is known."""
    lines = next(lines for lines in series.sessions if lines.session.id == offer.session.id)
    parts = (words.adapted_for(offer.adaptation, series), where(offer.adaptation, lines))
    return " · ".join(part for part in parts if part)


def where(adaptation: Adaptation, lines: Lines) -> str:
    """The activities that a change is in, by title; “the whole session”; or nothing."""
    if adaptation.activities == "all":
        return "the whole session"
    return words.listed(words.activity_title(a) for a in lines.activities if a.id in adaptation.activities)


def _waiting(series: Series, before: Sequence[Lines], asking: str | None = None) -> tuple[Offer, ...]:
    ordered, active = series.in_order(), still_active(series)
    continued, put_off = _Continued(ordered, asking), PutOff(series, before, asking)
    place = {lines.session.id: n for n, lines in enumerate(ordered)}
    held = [place[lines.session.id] for lines in before if _counts(lines.session)]
    found: list[Offer] = []
    for lines in reversed(before):
        if lines.session.status is Status.CANCELLED:
            continue
        for change in filter(_goes_on, lines.adaptations):
            if not _helps_somebody(change, active) or continued.by_a_later(lines, change):
                continue
            offer = Offer(lines.session, change)
            since = put_off.back(offer.line, lines.session.id) if offer.parked else place[lines.session.id]
            if since is not None:
                waited = len(held) - bisect_right(held, since)
                found.append(replace(offer, unresolved=waited >= UNRESOLVED_AFTER))
    return tuple(found)


def _goes_on(change: Adaptation) -> bool:
    if change.carried in (Taken.TAKEN, Taken.DECLINED):
        return False
    return change.then in (Then.KEEP, Then.CHANGE) or (change.then is None and change.verdict in _TRIED)


def _helps_somebody(change: Adaptation, active: frozenset[str]) -> bool:
    """Whether a change is for anybody who is still here: what was for somebody who left does not come back."""
    if change.reach is Reach.EVERYONE or change.barriers or not active.isdisjoint(change.requirements):
        return True
    return not change.requirements and change.reach is not Reach.ONE


def _counts(session: Session) -> bool:
    return session.status not in (Status.DRAFT, Status.CANCELLED)


class _Continued:
    """Which changes a later one continues: one of their line, or one with the same requirement and the same words.

    Up to the session that is asked about: what a later one, or a draft before it, does with a change is not its own.
    """

    def __init__(self, ordered: Sequence[Lines], asking: str | None) -> None:
        self._place = {lines.session.id: n for n, lines in enumerate(ordered)}
        self._line = _Succession(ordered)
        self._reaches: dict[_Key, int] = {}
        self._said: dict[str, list[tuple[int, Adaptation]]] = {}
        for lines in _that_answer_for(ordered, asking):
            n = self._place[lines.session.id]
            for change in lines.adaptations if lines.session.status is not Status.CANCELLED else ():
                self._reaches[self._line.first(_key(lines, change))] = n
                if change.what and not change.follows:
                    self._said.setdefault(_folded(change.what), []).append((n, change))

    def by_a_later(self, lines: Lines, change: Adaptation) -> bool:
        at = self._place[lines.session.id]
        if self._reaches.get(self._line.first(_key(lines, change)), -1) > at:
            return True
        said = self._said.get(_folded(change.what), ()) if change.what else ()
        return any(n > at and _for_the_same(change, other) for n, other in said)


class _Succession:
    """The line that each change belongs to: what it follows, and what that follows, as far back as is known."""

    def __init__(self, sessions: Sequence[Lines]) -> None:
        self._follows: dict[_Key, _Key] = {
            _key(lines, change): (change.follows.session, change.follows.adaptation)
            for lines in sessions
            for change in lines.adaptations
            if change.follows
        }

    def first(self, key: _Key) -> _Key:
        """Where its line begins; that of a ring is one of the ring, and always the same."""
        passed = []
        while (before := self._follows.get(key)) is not None and key not in passed:
            passed.append(key)
            key = before
        self._follows.pop(key, None)
        self._follows.update((each, key) for each in passed if each != key)
        return key


def _key(lines: Lines, change: Adaptation) -> _Key:
    return lines.session.id, change.id


def _that_answer_for(ordered: Sequence[Lines], asking: str | None) -> Iterator[Lines]:
    """All sessions; or those up to the one that asks, without drafts but for itself."""
    for lines in ordered:
        if asking is None or lines.session.id == asking or lines.session.status is not Status.DRAFT:
            yield lines
        if lines.session.id == asking:
            return


def _for_the_same(one: Adaptation, other: Adaptation) -> bool:
    if one.requirements or other.requirements:
        return not set(one.requirements).isdisjoint(other.requirements)
    return True


def _folded(text: str | None) -> str:
    text = text or ""
    if text.isascii():
        return " ".join(text.lower().translate(_NO_WORD).split())
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


_NO_WORD = {n: " " for n in range(128) if not chr(n).isalnum()}
"""Of ASCII: whatever divides words."""
