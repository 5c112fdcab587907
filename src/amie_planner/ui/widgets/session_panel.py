"""The session itself: when it is, where it stands, and who works in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from amie_planner.domain import edits
from amie_planner.domain.records import OnTheDay, Programme, Session, TeamMember
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack, form_of
from amie_planner.ui.widgets.fields import (
    ChoiceField,
    DateField,
    FlagField,
    LongTextField,
    NumberField,
    TextField,
    TimeField,
    WordsField,
)
from amie_planner.ui.widgets.own_word import OwnWordField
from amie_planner.ui.widgets.ticks import ManyField
from amie_planner.ui.workspace import OpenSession

_NOBODY = OnTheDay()
_MOST_PEOPLE = 100_000


class SessionPanel(Stack):
    """The open session's own details, and the team."""

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        people = options.people(desk.plan)
        away = Asked("not_expected", "Not expected today", lambda: ManyField(people))
        self.details = self.form((*_SESSION, away if people else _EXPECTS), self._read, self._keep)
        self.on_the_day = self.form(_ON_THE_DAY, self._read_on_the_day, self._keep_on_the_day, "On the day")
        self.team = self.entries(self._team(), "The team")
        if people:
            self.drop_in = self.form((_AT_A_DROP_IN,), self._read, self._keep)
        self.notes = self.form(_NOTES, self._read, self._keep, "Notes")
        self.returns = self.form(_RETURNS, self._read, self._keep, "For returns")
        self.programme = self.form(_PROGRAMME, self._read_programme, self._keep_programme, "The programme")
        self.close_up()

    def _read(self) -> Session:
        return self._desk.plan.session

    def _keep(self, name: str, label: str, value: Any) -> None:
        plan = self._desk.plan
        if name == "start" and plan.session.start is None and any(a.pinned_start for a in plan.activities):
            self._desk.do("Change ‘Starts at’", edits.start_at(plan, value))
        else:
            self._desk.keep(plan.session, label, **{name: value})

    def _read_programme(self) -> Programme:
        return self._desk.series.programme

    def _keep_programme(self, name: str, label: str, value: Any) -> None:
        self._desk.keep(self._read_programme(), label, **{name: value})

    def _read_on_the_day(self) -> OnTheDay:
        return self._read_programme().on_the_day or _NOBODY

    def _keep_on_the_day(self, name: str, label: str, value: Any) -> None:
        made = self._read_on_the_day().revised(**{name: value})
        self._desk.keep(self._read_programme(), label, on_the_day=None if made == _NOBODY else made)

    def _team(self) -> Kept:
        def read() -> list[Entry]:
            return [Entry(t.id, _member_line(t)) for t in self._desk.series.team]

        def add() -> str:
            id, changes = edits.add_team_member(self._desk.series)
            self._desk.do("Add to the team", changes)
            return id

        def remove(id: str) -> None:
            self._desk.do("Remove from the team", edits.remove_team_member(self._desk.series, id))

        return Kept("team member", "Nobody is named who works in the sessions.", read, add, remove, self._member_form)

    def _member_form(self, id: str) -> Stack:
        return form_of(self._desk, lambda: self._desk.series.team, id, _MEMBER)


def _member_line(member: TeamMember) -> str:
    return ", ".join(part for part in (member.name, member.role) if part) or "To be named"


_SESSION = (
    Asked("title", "Title of the session", TextField),
    Asked("status", "Status", lambda: ChoiceField(options.of("status"))),
    Asked("date", "Date", DateField, "Day first, such as 8/9/2026."),
    Asked("start", "Starts at", TimeField),
    Asked("minutes", "Minutes in all", NumberField),
    Asked("adults", "Adults in the room", lambda: NumberField(most=_MOST_PEOPLE), "You included."),
    Asked("ready_minutes", "Minutes to get ready before the start", NumberField),
)
_EXPECTS = Asked(
    "expects",
    "Barriers you expect",
    lambda: ManyField(options.of("barrier")),
    "Nobody is listed, so the plan is made for these.",
)
_AT_A_DROP_IN = replace(_EXPECTS, hint="For a drop-in, where nobody is listed. Here the plan is made for the people.")
_ON_THE_DAY = (
    Asked("safeguarding_lead", "Safeguarding lead, and how to reach them", TextField),
    Asked("first_aid", "First aid", TextField),
    Asked("contact", "Whom to call", TextField),
)
_PROGRAMME = (
    Asked("title", "Title of the programme", TextField),
    Asked("organisation", "Organisation", TextField),
    Asked("place", "Place", TextField),
    Asked("setting", "Setting", lambda: OwnWordField(options.of("setting")), "Choose one, or write your own."),
    Asked("aims", "Aims", LongTextField),
    Asked("kit", "Kit we have", WordsField, "With commas between them."),
    Asked("starts", "First day of the programme", DateField),
    Asked("ends", "Last day of the programme", DateField),
)
_RETURNS = (
    Asked(
        "audience",
        "About how many listened",
        lambda: NumberField(most=_MOST_PEOPLE),
        "Where you performed or shared something. Leave it out where nobody came to listen.",
    ),
)
_NOTES = (Asked("notes", "Notes for yourself", LongTextField),)
_MEMBER = (
    Asked("name", "Name", TextField),
    Asked("role", "Role", TextField),
    Asked("pay", "Takes part as", lambda: ChoiceField(options.of("pay"))),
    Asked("young_leader", "Young leader", lambda: FlagField("A young leader")),
    Asked("access_needs", "What you need to work well", LongTextField, "In your own words. You need not say why."),
    Asked("access_agreed", "What was agreed", LongTextField),
    Asked("access_review_on", "Look at it again on", DateField, "Day first, such as 8/9/2026."),
)
