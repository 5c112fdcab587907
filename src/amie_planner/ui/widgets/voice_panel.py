"""What young people said or showed, with or without speech, and what became of it."""

from __future__ import annotations

from typing import Any

from amie_planner.domain import edits
from amie_planner.domain.records import Touch, VoiceEntry
from amie_planner.domain.vocabulary import label
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack, form_of
from amie_planner.ui.widgets.fields import ChoiceField, DateField, LongTextField, ManyField, TextField
from amie_planner.ui.workspace import OpenSession

_GROUP = "group"


class VoicePanel(Stack):
    """The voice entries of the programme; those that touch the open session say so."""

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        empty = "Nothing is written down that young people said or showed."
        self.voice = self.entries(Kept("voice entry", empty, self._read, self._add, self._remove, self._form))
        self.close_up()

    def _read(self) -> list[Entry]:
        return [Entry(v.id, self._line(v)) for v in self._desk.series.voice]

    def _line(self, entry: VoiceEntry) -> str:
        here = any(t.session == self._desk.session for t in entry.touches)
        parts = (entry.text or "To be described", label("outcome", entry.outcome), "in this session" if here else "")
        return " · ".join(part for part in parts if part)

    def _add(self) -> str:
        day = self._desk.plan.session.date
        id, changes = edits.add_voice(self._desk.series, date=day, touches=(Touch(session=self._desk.session),))
        self._desk.do("Add a voice entry", changes)
        return id

    def _remove(self, id: str) -> None:
        self._desk.do("Remove a voice entry", edits.remove_voice(self._desk.series, id))

    def _form(self, id: str) -> Stack:
        plan = self._desk.plan
        asked = _asked(self._desk.session, options.people(plan), options.activities(plan))
        return form_of(self._desk, lambda: self._desk.series.voice, id, asked)


def _asked(session: str, people: options.Options, activities: options.Options) -> tuple[Asked, ...]:
    return (
        Asked("text", "What they said or showed", LongTextField),
        Asked("method", "How", lambda: ChoiceField(options.of("method"))),
        Asked("from_whom", "From whom", lambda: _FromField(people)),
        Asked("date", "When", DateField, "Day first, such as 8/9/2026."),
        Asked("touches", "What it touches in this session", lambda: _TouchesField(session, activities)),
        Asked("outcome", "What became of it", lambda: ChoiceField(options.of("outcome"))),
        Asked("because", "Because", TextField),
        Asked("told_on", "They were told on", DateField),
        Asked("told_how", "They were told how", TextField),
    )


class _FromField(ManyField):
    """The whole group, or some of its people."""

    def __init__(self, people: options.Options) -> None:
        super().__init__([(_GROUP, "The whole group"), *people])

    def value(self) -> Any:
        chosen = super().value()
        return _GROUP if _GROUP in chosen else chosen

    def show_value(self, value: Any) -> None:
        super().show_value((_GROUP,) if value == _GROUP else value)


class _TouchesField(ManyField):
    """This session as a whole, or some of its activities; touches of other sessions are kept."""

    def __init__(self, session: str, activities: options.Options) -> None:
        super().__init__([("", "The session as a whole"), *activities])
        self._session = session
        self._elsewhere: tuple[Touch, ...] = ()

    def value(self) -> Any:
        here = tuple(Touch(session=self._session, activity=key or None) for key in super().value())
        return (*self._elsewhere, *here)

    def show_value(self, value: Any) -> None:
        self._elsewhere = tuple(t for t in value if t.session != self._session)
        super().show_value([t.activity or "" for t in value if t.session == self._session])
