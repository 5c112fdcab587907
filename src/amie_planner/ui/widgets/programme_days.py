"""The terms of a programme, and the days on which no session is held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.edits.moving import Stretches, add_stretch, alter_stretch, keep_terms, remove_stretch
from amie_planner.domain.records import Programme, Term
from amie_planner.domain.terms import Many, filled, holiday_said, said, school_year
from amie_planner.ui.models.in_holidays import lying_said
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.chooser import Chooser
from amie_planner.ui.widgets.detail import Stack
from amie_planner.ui.widgets.entries import Entry, Kept
from amie_planner.ui.widgets.exchanging import ask_where
from amie_planner.ui.widgets.fields import DateField, TextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.form import Asked
from amie_planner.ui.workspace import OpenProgramme, shortened
from amie_planner.writing import write_whole

_LEAST_LINES = 9
_FILLING = "Whole months stand there until you put your own days: every school and authority has its own."
_OFF = "No session is moved into these days. A single day needs no last day."
_CALENDAR = "For the calendar on your phone: days, times and titles, without names or needs. A newer file updates it."
_ONE: dict[Stretches, str] = {"terms": "term", "holidays": "holiday"}
_LABEL = Asked("label", "What you call it", TextField)
_LAST = Asked("ends", "Last day", DateField)
_FIRST = Asked("starts", "First day", DateField, "Day first, such as 26/10/2026.")


class ProgrammeDays(Card):
    """said(text): what was filled in or saved. move_wanted(): of what lies in the holidays."""

    said = Signal(str)
    move_wanted = Signal()

    def __init__(self, desk: OpenProgramme, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._today = today
        self.year = Chooser("School year")
        self.three = Button("Fill in three terms", lambda: self._fill(3))
        self.six = Button("Fill in six terms", lambda: self._fill(6))
        self.lying = Label("", "strong")
        self.move_lying = Button("Move or cancel…", self.move_wanted.emit)
        self._inside = QWidget()
        within = QVBoxLayout(self._inside)
        within.setContentsMargins(14, 10, 14, 10)
        within.addWidget(Label("Terms", "section"))
        within.addLayout(Flow(self.year, self.three, self.six, spacing=10))
        within.addWidget(Label(_FILLING, "quiet"))
        self.terms, self.holidays = Stack(), Stack()
        self.terms.entries(self._kept("terms", said, "No terms yet."))
        within.addWidget(self.terms)
        within.addSpacing(14)
        within.addWidget(Label("Holidays and days off", "section"))
        within.addWidget(Label(_OFF, "quiet"))
        within.addWidget(self.lying)
        within.addLayout(Flow(self.move_lying))
        self.holidays.entries(self._kept("holidays", holiday_said, "None yet."))
        within.addWidget(self.holidays)
        within.addSpacing(14)
        within.addWidget(Label("Calendar", "section"))
        within.addWidget(Label(_CALENDAR, "quiet"))
        self.calendar = Button("Save a calendar file…", self.ask_and_save)
        within.addLayout(Flow(self.calendar))
        within.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        scroll = Scroll(self._inside, "Terms and holidays")
        scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        layout.addWidget(scroll)
        self.setFocusProxy(self.year)
        self.refresh()

    def ask_and_save(self) -> None:
        """Asks where to, and writes the sessions as a calendar file. Raises AmieError."""
        from amie_planner.exchange import calendar

        made = calendar.content(self._desk.series, datetime.now())
        path = ask_where(self, "sessions.ics", "Save a calendar file", "Calendar (*.ics)")
        if path is not None:
            write_whole(path, made)
            self.said.emit(f"Saved {path.name}")

    def begin_day(self, today: date) -> None:
        """Offers the school year of another day."""
        self._today = today
        self._offer()
        self._show_lying(lying_said(self._desk.series, today))

    def refresh(self) -> None:
        """Shows the days as they are now."""
        self._offer()
        for part in (self.terms, self.holidays):
            part.refresh()
        self._show_lying(lying_said(self._desk.series, self._today))

    def _show_lying(self, told: str) -> None:
        if told and told != self.lying.text() and self.isVisible():
            self.said.emit(told)
        self.lying.setText(told)
        self.move_lying.setAccessibleDescription(told)
        for part in (self.lying, self.move_lying):
            part.setVisible(bool(told))

    def save(self) -> str:
        """Keeps what is being typed; the reason where something cannot be kept."""
        for part in (self.terms, self.holidays):
            part.save()
        return self.terms.problem or self.holidays.problem

    @property
    def _programme(self) -> Programme:
        return self._desk.series.programme

    def _offer(self) -> None:
        held = (lines.session.date for lines in self._desk.series.sessions)
        now = school_year(self._today)
        years = sorted({now, now + 1, *(school_year(day) for day in held if day)})
        options = [(str(year), f"{year} to {year + 1}") for year in years if date.min.year < year < date.max.year - 1]
        self.year.offer(options, self.year.value or str(now))

    def _fill(self, many: Many) -> None:
        self.save()
        year = int(self.year.value)
        before = self._programme.terms
        made = filled(before, year, many)
        self._desk.do(f"Fill in the terms of {year} to {year + 1}", keep_terms(self._programme, made))
        fresh = sum(term not in before for term in made)
        told = f"{fresh} terms filled in, with whole months to begin with." if fresh else "Nothing to fill in."
        self.said.emit(told)

    def _kept(self, which: Stretches, words: Callable[[Term], str], empty: str) -> Kept:
        return Kept(
            one=_ONE[which],
            empty=empty,
            read=lambda: [Entry(str(n), words(held)) for n, held in enumerate(self._held(which))],
            add=lambda: self._add(which),
            remove=lambda id: self._remove(which, int(id)),
            detail=lambda id: self._detail(which, int(id)),
        )

    def _held(self, which: Stretches) -> Sequence[Term]:
        found: Sequence[Term] = () if self._desk.gone else getattr(self._programme, which)
        return found

    def _add(self, which: Stretches) -> str:
        self._desk.do(f"Add a {_ONE[which]}", add_stretch(self._programme, which))
        self.refresh()
        return str(len(self._held(which)) - 1)

    def _remove(self, which: Stretches, at: int) -> None:
        self._desk.do(f"Remove {self._called(which, at)}", remove_stretch(self._programme, which, at))
        self.refresh()

    def _called(self, which: Stretches, at: int) -> str:
        label = self._held(which)[at].label
        return f"‘{shortened(label)}’" if label else f"a {_ONE[which]}"

    def _detail(self, which: Stretches, at: int) -> Stack:
        def keep(name: str, words: str, value: Any) -> None:
            made = alter_stretch(self._programme, which, at, {name: value})
            self._desk.do(f"Change ‘{words}’ of {self._called(which, at)}", made, merging=(which, at, name))

        def read() -> Term | None:
            held = self._held(which)
            return held[at] if at < len(held) else None

        stack = Stack()
        stack.form((_LABEL, _FIRST, _LAST), read, keep)
        return stack
