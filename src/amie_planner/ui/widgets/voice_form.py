"""One voice entry: the one place where it is written, on the screen of voices and beside a session alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain import words
from amie_planner.domain.days import near
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.records import Session, Touch, VoiceEntry
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.detail import Asked, Stack, held_now
from amie_planner.ui.widgets.fields import ChoiceField, DateField, Field, LongTextField, TextField
from amie_planner.ui.widgets.ticks import ManyField
from amie_planner.ui.workspace import OpenProgramme, shortened

_GROUP = "group"
_LETTERS = 24
"""Of the title of a session in a list to choose from."""
_WHOLE = ("", "The session as a whole")


class VoiceForm(Stack):
    """Everything about one entry. With `session` it touches that one; without, any session of the programme."""

    def __init__(self, desk: OpenProgramme, entry: str, session: str = "") -> None:
        super().__init__()
        series = desk.series
        read = held_now(lambda: () if desk.gone else desk.series.voice, entry)
        where = _in_one(series, session) if session else _in_any(series)
        keep = desk.keeping(read)
        forms = [self.form(_SAID, read, keep), *self.columns(_HOW, read, keep)]
        forms += [self.form((from_whom(series, read()),), read, keep), *self.columns(where, read, keep)]
        forms += [*self.columns(_BECAME, read, keep), *self.columns(_TOLD, read, keep)]
        self._forms = forms

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by name."""
        return {name: field for form in self._forms for name, field in form.fields.items()}


def what_it_offers(series: Series) -> object:
    """All that a form without a session offers to choose from."""
    lines = series.in_order()
    return _people(series, None), _sessions(series), tuple(tuple(_activities(each)) for each in lines)


def from_whom(series: Series, entry: VoiceEntry | None, others: Sequence[tuple[str, str]] = ()) -> Asked:
    """Whose an entry is: the group, or some of its people, or of the others who are offered beside them."""
    people = [*_people(series, entry), *others]
    return Asked("from_whom", "From whom", lambda: _FromField(people))


def _people(series: Series, entry: VoiceEntry | None) -> options.Options:
    """The people of the group; of the archived only those whose entry it is."""
    named = entry.from_whom if entry is not None else ()
    return [(p.id, words.person_name(p, series)) for p in series.people if not p.archived or p.id in named]


def _sessions(series: Series) -> options.Options:
    """By title and day; the year is said where it is not that of the last one."""
    ordered = [lines.session for lines in series.in_order()]
    last = max((session.date for session in ordered if session.date), default=None)
    return [(session.id, _called(session, last)) for session in ordered]


def _called(session: Session, last: date | None) -> str:
    title = shortened(session.title, _LETTERS)
    return f"{title}, {near(session.date, last)}" if session.date else title


def _activities(lines: Lines) -> options.Options:
    return [_WHOLE, *((a.id, words.activity_title(a)) for a in lines.activities)]


def _in_one(series: Series, session: str) -> tuple[Asked, ...]:
    lines = next(lines for lines in series.sessions if lines.session.id == session)
    return (Asked("touches", "What it touches in this session", lambda: _TouchesHere(session, _activities(lines))),)


def _in_any(series: Series) -> tuple[Asked, ...]:
    sessions = _sessions(series)
    if not sessions:
        return ()
    return (
        Asked("session", "In which session", lambda: ChoiceField(sessions)),
        Asked("touches", "What it touches", lambda: TouchesAnywhere(series), "Choose a session, then tick what in it."),
    )


class _FromField(ManyField):
    """The whole group, or some of its people: one takes the place of the other."""

    def __init__(self, people: options.Options) -> None:
        super().__init__([(_GROUP, "The whole group"), *people])
        self._was_group = False

    def value(self) -> Any:
        chosen = super().value()
        return _GROUP if _GROUP in chosen else chosen

    def show_value(self, value: Any) -> None:
        super().show_value((_GROUP,) if value == _GROUP else value)
        self._was_group = value == _GROUP

    def _chosen(self) -> None:
        ticked = super().value()
        if self._was_group and len(ticked) > 1:
            self.show_value(tuple(key for key in ticked if key != _GROUP))
        elif _GROUP in ticked:
            self.show_value(_GROUP)
        super()._chosen()


class _TouchesHere(ManyField):
    """One session as a whole, or some of its activities; touches of other sessions are kept."""

    def __init__(self, session: str, offered: options.Options) -> None:
        super().__init__(offered)
        self._session = session
        self._elsewhere: tuple[Touch, ...] = ()

    def value(self) -> Any:
        here = tuple(Touch(session=self._session, activity=key or None) for key in super().value())
        return (*self._elsewhere, *here)

    def show_value(self, value: Any) -> None:
        self._elsewhere = tuple(t for t in value if t.session != self._session)
        super().show_value([t.activity or "" for t in value if t.session == self._session])


class TouchesAnywhere(Field):
    """A session to choose, and what an entry touches in it; sessions that it touches say so in the list."""

    def __init__(self, series: Series) -> None:
        self._lines = {each.session.id: each for each in series.in_order()}
        self._sessions = ChoiceField(_sessions(series), "Choose a session")
        super().__init__(self._sessions.combo)
        self._value: tuple[Touch, ...] = ()
        self._name = self._hint = ""
        self._ticks: _TouchesHere | None = None
        self._below = QVBoxLayout()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(self._below)
        self._sessions.edited.connect(self._show_ticks)

    def called(self, name: str, hint: str) -> None:
        super().called(name, hint)
        self._name, self._hint = name, hint
        if self._ticks is not None:
            self._ticks.called(self._name_of_ticks, hint)

    def value(self) -> Any:
        return self._value

    def show_value(self, value: Any) -> None:
        self._value = tuple(value)
        touched = {touch.session for touch in self._value}
        if self._sessions.value() not in touched:
            self._sessions.show_value(next((id for id in self._lines if id in touched), self._sessions.value()))
        self._show_ticks()

    @property
    def _name_of_ticks(self) -> str:
        return f"{self._name} in {self._sessions.combo.currentText()}"

    def _show_ticks(self) -> None:
        """The choice of session is only where to look: nothing is edited by it."""
        if self._ticks is not None:
            self._below.removeWidget(self._ticks)
            self._ticks.hide()
            self._ticks.deleteLater()
        session = self._sessions.value()
        self._ticks = _TouchesHere(session, _activities(self._lines[session])) if session in self._lines else None
        if self._ticks is not None:
            self._ticks.called(self._name_of_ticks, self._hint)
            self._ticks.show_value(self._value)
            self._ticks.finished.connect(self._take_ticks)
            self._below.addWidget(self._ticks)

    def _take_ticks(self) -> None:
        if self._ticks is not None:
            self._value = self._ticks.value()
            self._chosen()


_SAID = (
    Asked("text", "What they said or showed", LongTextField, "Their words; or what they did, chose, drew or played."),
)
_HOW = (
    Asked("method", "How", lambda: ChoiceField(options.of("method")), "With speech or without."),
    Asked("date", "When", DateField, "Day first, such as 8/9/2026."),
)
_BECAME = (
    Asked("outcome", "What became of it", lambda: ChoiceField(options.of("outcome"))),
    Asked("because", "Because", TextField),
)
_TOLD = (
    Asked("told_on", "They were told on", DateField),
    Asked("told_how", "They were told how", TextField),
)
