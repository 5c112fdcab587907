"""What a search of everything found, as rows under a heading for each kind, and the way from a hit to its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from amie_planner.checks.check import Line, LineKind
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    ByDesign,
    InSession,
    Intention,
    LibraryActivity,
    LibraryAdaptation,
    NextTime,
    Observation,
    Person,
    Picture,
    PlanTemplate,
    Programme,
    Record,
    ReflectionPrompt,
    Reply,
    Requirement,
    Session,
    Story,
    TeamMember,
    VoiceEntry,
)
from amie_planner.domain.searching import Found, Hit, piece, stands_in, wanted
from amie_planner.ui.models.quick_list import Answer, QuickRow
from amie_planner.ui.workspace import Workspace

AT_FIRST, MOST = 3, 200
"""Hits of each kind that are shown, and that are shown when more of it are asked for."""
_PIECE = 110
"""Letters of a text."""
_HOW = "Type words that you wrote, or how they begin. What holds all of them is shown, the latest first."

GROUPS: Mapping[type[Record], str] = {
    Person: "People",
    Session: "Sessions",
    Activity: "Activities",
    Adaptation: "What changes",
    Requirement: "Access requirements",
    ByDesign: "By design",
    Intention: "Intentions",
    VoiceEntry: "What young people said or showed",
    Observation: "What was noticed",
    NextTime: "Notes for next time",
    Story: "Quotes and case studies",
    Reply: "Replies to HEARD",
    Programme: "Programmes",
    TeamMember: "Team",
    Picture: "Pictures",
    LibraryAdaptation: "Library: changes",
    LibraryActivity: "Library: activities",
    PlanTemplate: "First plans",
}
"""What the hits of each kind stand under, in this order."""


class Search:
    """Looks through the planner for what is typed; `hit` finds the one behind a row again."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        self._workspace = workspace
        self._today = today
        self._hits: dict[str, Hit] = {}

    def answer(self, typed: str, more: frozenset[str]) -> Answer:
        """The rows for what is typed; `more` names the kinds of which all are wanted."""
        self._hits = {}
        if not wanted(typed):
            return Answer((), _HOW)
        first = self._workspace.search(typed, tuple(GROUPS), AT_FIRST)
        whole = {kind: self._workspace.search(typed, (kind,), MOST) for kind in GROUPS if kind.__name__ in more}
        rows = [row for found in first for each in whole.get(found.kind, (found,)) for row in self._of(each)]
        return Answer(rows, _said(len(self._hits), any(found.more for found in first if found.kind not in whole)))

    def hit(self, row: str) -> Hit | None:
        """The hit that a row shows."""
        return self._hits.get(row)

    def _of(self, found: Found) -> Iterator[QuickRow]:
        kind = found.kind.__name__
        yield QuickRow(f"heading/{kind}", GROUPS[found.kind], heading=True)
        for hit in found.hits:
            self._hits[hit.id] = hit
            yield self._row(hit)
        if found.more and len(found.hits) < MOST:
            yield QuickRow(f"more/{kind}", f"More under “{GROUPS[found.kind]}”…", more=kind)

    def _row(self, hit: Hit) -> QuickRow:
        line, marked = hit.best()
        return QuickRow(hit.id, piece(marked, _PIECE), stands_in(hit, line.field, self._title(hit), self._today))

    def _title(self, hit: Hit) -> str:
        return next((p.title for p in self._workspace.programmes() if p.id == hit.programme), "")


def _said(count: int, more: bool) -> str:
    if not count:
        return "Nothing that you wrote holds all of that."
    return f"{count:,} found, and there are more." if more else f"{count:,} found."


class Goes(Protocol):
    """What leads to a place in the window; to a session not where the leader would rather stay."""

    def open_session(self, programme: str, session: str) -> bool: ...
    def look_back(self, programme: str, session: str, entry: Record | None = None) -> None: ...
    def take_register(self, programme: str, session: str) -> None: ...
    def go_to_line(self, line: Line) -> None: ...
    def go_to_person(self, programme: str, person: str) -> None: ...
    def go_to_voice(self, programme: str, entry: str) -> None: ...
    def go_to_programme(self, programme: str) -> None: ...
    def show_days(self, programme: str) -> None: ...
    def show_details(self, programme: str) -> None: ...
    def go_to_entry(self, entry: str) -> None: ...


_LINES: Mapping[type[Record], LineKind] = {
    Intention: LineKind.INTENTION,
    Activity: LineKind.ACTIVITY,
    Adaptation: LineKind.ADAPTATION,
}
_LOOKING_BACK = {(Session, "reflection"), (Adaptation, "verdict_note")}
"""Fields that are written while looking back, in what is planned otherwise."""
_LISTED = ("title", "organisation", "place", "provision", "schools")
"""What the list of programmes says of one, or the page for returns that opens there."""
_DAYS = {(Programme, "terms"), (Programme, "holidays")}


def lead_to(hit: Hit, goes: Goes) -> None:
    """Goes to where the line of a hit that is shown can be read and changed."""
    record, programme = hit.record, hit.programme
    session = record if isinstance(record, Session) else hit.session
    if not programme:
        goes.go_to_entry(record.id)
    elif isinstance(record, VoiceEntry | Story):
        goes.go_to_voice(programme, record.id)
    elif isinstance(record, Person):
        goes.go_to_person(programme, record.id)
    elif session is not None:
        _into(session, hit, goes)
    elif hit.person is not None:
        goes.go_to_person(programme, hit.person.id)
    elif (type(record), hit.field) in _DAYS:
        goes.show_days(programme)
    elif isinstance(record, TeamMember) or (isinstance(record, Programme) and hit.field not in _LISTED):
        goes.show_details(programme)
    else:
        goes.go_to_programme(programme)


def _into(session: Session, hit: Hit, goes: Goes) -> None:
    record, place = hit.record, (hit.programme, session.id)
    if isinstance(record, Observation | NextTime) or (type(record), hit.field) in _LOOKING_BACK:
        goes.look_back(*place, _prompt(record, hit.best()[0].text) if isinstance(record, Session) else record)
    elif hit.field == "attendance":
        goes.take_register(*place)
    elif goes.open_session(*place) and (line := _line(record, hit.field)) is not None:
        goes.go_to_line(line)


def _prompt(session: Session, answer: str) -> ReflectionPrompt | None:
    """The prompt that was answered so."""
    keys = (key for key, text in session.reflection.items() if text == answer)
    return next((ReflectionPrompt.made(id=key) for key in keys), None)


def _line(record: Record, field: str) -> Line | None:
    if isinstance(record, ByDesign):
        return Line(LineKind.ACTIVITY, record.activity, "") if record.activity else None
    if isinstance(record, Session):
        return Line(LineKind.SESSION, record.id, "") if field == "notes" else None
    return Line(_LINES[type(record)], record.id, "") if isinstance(record, InSession) else None
