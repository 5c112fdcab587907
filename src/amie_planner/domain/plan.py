"""Plan: one session and all that belongs to it. Series: a programme and all its sessions.

Both are frozen, and everything that checks, prints or counts reads one of them and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar, cast

from amie_planner.domain.changes import Change
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    ByDesign,
    InProgramme,
    InSession,
    Intention,
    NextTime,
    Observation,
    Person,
    Picture,
    Programme,
    Record,
    Reply,
    Requirement,
    Session,
    Story,
    TeamMember,
    VoiceEntry,
)
from amie_planner.domain.vocabulary import Kind, Status

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Lines:
    """One session and the lines written in it, in order."""

    session: Session
    intentions: tuple[Intention, ...] = ()
    activities: tuple[Activity, ...] = ()
    adaptations: tuple[Adaptation, ...] = ()
    by_design: tuple[ByDesign, ...] = ()
    next_time: tuple[NextTime, ...] = ()

    @property
    def counted(self) -> tuple[Activity, ...]:
        """Activities that checks read: neither Plan B nor a break."""
        return tuple(a for a in self.activities if not a.skip and a.kind is not Kind.BREAK)

    @property
    def read_adaptations(self) -> tuple[Adaptation, ...]:
        """Adaptations that checks read: those that name no activity, and those with a counted one among theirs."""
        counted = {a.id for a in self.counted}

        def is_read(activities: tuple[str, ...] | Literal["all"]) -> bool:
            return bool(counted) if activities == "all" else not activities or not counted.isdisjoint(activities)

        return tuple(d for d in self.adaptations if is_read(d.activities))

    @property
    def held(self) -> tuple[InProgramme, ...]:
        """Every record of the session, the session first."""
        return (self.session, *(record for kind in LINES.values() for record in getattr(self, kind)))


LINES: dict[type[InSession], str] = {
    Intention: "intentions",
    Activity: "activities",
    Adaptation: "adaptations",
    ByDesign: "by_design",
    NextTime: "next_time",
}
SHARED: dict[type[InProgramme], str] = {
    Picture: "pictures",
    TeamMember: "team",
    Person: "people",
    Requirement: "requirements",
    VoiceEntry: "voice",
    Observation: "observations",
    Reply: "replies",
    Story: "stories",
}


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What belongs to the whole programme."""

    programme: Programme
    pictures: tuple[Picture, ...] = ()
    team: tuple[TeamMember, ...] = ()
    people: tuple[Person, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    voice: tuple[VoiceEntry, ...] = ()
    observations: tuple[Observation, ...] = ()
    replies: tuple[Reply, ...] = ()
    stories: tuple[Story, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan(Lines, Shared):
    """One session, its programme, and the programme's earlier sessions, oldest first."""

    earlier: tuple[Lines, ...] = ()

    @property
    def expected(self) -> tuple[Person, ...]:
        """Who is expected in it."""
        return expected(self.people, self.session)

    @property
    def focus(self) -> tuple[str, ...]:
        """The questions to look at first, by check id: the session's own, then the programme's."""
        return tuple(dict.fromkeys((*self.session.focus, *self.programme.focus)))

    @property
    def previous(self) -> tuple[Lines, ...]:
        """Earlier sessions that took or will take place, the latest last: no cancelled and no draft ones."""
        out = (Status.CANCELLED, Status.DRAFT)
        return tuple(lines for lines in self.earlier if lines.session.status not in out)


def expected(people: Iterable[Person], session: Session) -> tuple[Person, ...]:
    """Members on its date, less those not expected; if it has none, all but the archived, less those."""
    return tuple(p for p in people if p.id not in session.not_expected and _member_on(p, session.date))


def _member_on(person: Person, day: date | None) -> bool:
    if person.archived and (day is None or person.left is None):
        return False
    if day is None:
        return True
    return (person.joined is None or person.joined <= day) and (person.left is None or day <= person.left)


@dataclass(frozen=True, kw_only=True)
class Series(Shared):
    """A programme with all its sessions, in the order of the file."""

    sessions: tuple[Lines, ...] = field(default=())

    @classmethod
    def of(cls, records: Iterable[InProgramme]) -> Series:
        """Gathers the records of one programme, in any order. Raises ValueError without its Programme."""
        records = tuple(records)
        programme = next((r for r in records if isinstance(r, Programme)), None)
        if programme is None:
            raise ValueError("a series needs its programme")
        return Series(programme=programme).after(
            Change(None, r) for r in sorted(records, key=lambda r: isinstance(r, InSession)) if r is not programme
        )

    def in_order(self) -> tuple[Lines, ...]:
        """Sessions by date, start, number and place in the file; undated last."""
        return self._ordered

    @cached_property
    def _ordered(self) -> tuple[Lines, ...]:
        return tuple(sorted(self.sessions, key=_order))

    def plan(self, session: str) -> Plan:
        """The plan of one session. Raises KeyError for a session that is not here."""
        ordered = self.in_order()
        at = next((n for n, lines in enumerate(ordered) if lines.session.id == session), None)
        if at is None:
            raise KeyError(session)
        shared = {f.name: getattr(self, f.name) for f in fields(Shared)}
        lines = {f.name: getattr(ordered[at], f.name) for f in fields(Lines)}
        return Plan(**shared, **lines, earlier=ordered[:at])

    def records(self) -> tuple[InProgramme, ...]:
        """Every record, parents first."""
        shared = (record for kind in SHARED.values() for record in getattr(self, kind))
        return (self.programme, *shared, *(record for lines in self.sessions for record in lines.held))

    def after(self, changes: Iterable[Change]) -> Series:
        """This series once the changes are made; what they do not touch is the same object."""
        shared: dict[str, list[Change]] = {}
        sessions: list[Change] = []
        within: dict[str, dict[str, list[Change]]] = {}
        programme = self.programme
        for change in changes:
            record = change.record
            if isinstance(record, Programme):
                programme = cast(Programme, change.after or record)
            elif isinstance(record, Session):
                sessions.append(change)
            elif isinstance(record, InSession):
                within.setdefault(record.session, {}).setdefault(LINES[type(record)], []).append(change)
            elif isinstance(record, InProgramme) and type(record) in SHARED:
                shared.setdefault(SHARED[type(record)], []).append(change)
        return replace(
            self,
            programme=programme,
            sessions=_sessions_after(self.sessions, sessions, within),
            **{name: _applied(getattr(self, name), made) for name, made in shared.items()},
        )


def _order(lines: Lines) -> tuple[bool, date, bool, str, bool, int, int]:
    s = lines.session
    return (
        s.date is None,
        s.date or date.min,
        s.start is None,
        s.start.isoformat() if s.start else "",
        s.number is None,
        s.number or 0,
        s.position,
    )


def _applied(records: tuple[R, ...], changes: Iterable[Change]) -> tuple[R, ...]:
    held = {record.key: record for record in records}
    for change in changes:
        if change.after is None:
            held.pop(change.key, None)
        else:
            held[change.key] = cast(R, change.after)
    return tuple(sorted(held.values(), key=lambda r: (r.position, r.key)))


def _sessions_after(
    sessions: tuple[Lines, ...], changed: list[Change], within: dict[str, dict[str, list[Change]]]
) -> tuple[Lines, ...]:
    held = {lines.session.id: lines for lines in sessions}
    for change in changed:
        id = change.record.id
        if change.after is None:
            held.pop(id, None)
        else:
            session = cast(Session, change.after)
            held[id] = replace(held[id], session=session) if id in held else Lines(session=session)
    for id, lists in within.items():
        if id in held:
            lines: dict[str, Any] = {name: _applied(getattr(held[id], name), made) for name, made in lists.items()}
            held[id] = replace(held[id], **lines)
    return tuple(sorted(held.values(), key=lambda lines: (lines.session.position, lines.session.id)))
