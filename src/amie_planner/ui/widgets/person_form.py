"""One person's profile and access rider, strengths first: the one place where it is written, on the screen of the
people and beside a session alike."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from amie_planner.domain.profile import access_said
from amie_planner.domain.records import Person, Shows
from amie_planner.returns.matching import who_else
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.code_field import CodeField
from amie_planner.ui.widgets.detail import Asked, Stack
from amie_planner.ui.widgets.fields import ChoiceField, DateField, LongTextField, TextField, WordsField
from amie_planner.ui.widgets.group_form import groups_of
from amie_planner.ui.widgets.own_word import MonthField, SchoolField
from amie_planner.ui.widgets.requirement_form import requirements_of
from amie_planner.ui.workspace import OpenProgramme

_NOTHING_SHOWN = Shows()
_ABOVE_SECTION = 22
"""Device-independent pixels."""


class PersonForm(Stack):
    """Everything that is written down about one person of the programme."""

    def __init__(self, desk: OpenProgramme, person: str) -> None:
        super().__init__()
        self._desk = desk
        self._id = person
        self._school, self._code = SchoolField(), CodeField()
        keep = desk.keeping(self._person)
        self.columns(_CALLED, self._person, keep)
        self._section("Strengths, and what I love", "As they would say it, and written with them where that can be.")
        self.form(_STRENGTHS, self._person, keep)
        self.columns(_LOVES, self._person, keep)
        self._section("How I show and say things")
        self.columns(_SHOWS, self._read_shows, self._keep_shows)
        self.form(_WAYS, self._person, keep)
        self._section("What works for me")
        self.columns(_WORKS, self._person, keep)
        self._section("Access requirements")
        self.requirements = self.entries(requirements_of(desk, self._person))
        self._layout.addWidget(Label(_NO_REASON, "quiet"))
        self._layout.addSpacing(10)
        self.columns(_ASKED, self._person, keep)
        self._answer = Label("", "strong")
        self._layout.addWidget(self._answer)
        self._section("In an emergency", "The register says beside their name that there is a note; one key shows it.")
        self.form(_EMERGENCY, self._person, keep)
        self._section("Agreed together")
        self.columns(_AGREED, self._person, keep)
        self._section("Groups and dates")
        self.groups = self.entries(groups_of(desk, self._person))
        self._layout.addSpacing(10)
        self.columns(_DATES, self._person, keep)
        self._section("For returns", "Only where your hub or your funder asks, and never needed to plan.")
        self._school.offer(desk.series.programme)
        code = Asked("code", "Agreed code", lambda: self._code, _WHAT_CODES_ARE)
        which = Asked("school", "School", lambda: self._school, _WHERE_SCHOOLS_ARE)
        self.columns((code, *_RETURNS, which), self._person, keep)
        self._section("Kept apart: shown only where you ask for full names", "Plans and papers show the alias.")
        self.columns(_APART, self._person, keep)
        self.close_up()
        self._say_answer()
        self._say_shared(aloud=False)

    def turn_to(self, person: str) -> None:
        """Shows another person of the programme. What was typed about the one before has been kept."""
        for entries in (self.requirements, self.groups):
            entries.choose_none()
        self._id = person
        self._say_shared(aloud=False)
        self.refresh()
        for line in self.findChildren(QLineEdit):
            with QSignalBlocker(line):
                line.setText(line.text())  # so that undo in the field never brings up what was typed about another
        for box in self.findChildren(QPlainTextEdit):
            box.document().clearUndoRedoStacks()

    def _person(self) -> Person | None:
        people = () if self._desk.gone else self._desk.series.people
        return next((person for person in people if person.id == self._id), None)

    def _section(self, heading: str, about: str = "") -> None:
        self._layout.addSpacing(_ABOVE_SECTION)
        self._layout.addWidget(Label(heading, "section"))
        if about:
            self._layout.addWidget(Label(about, "quiet"))
        self._layout.addSpacing(3)

    def _read_shows(self) -> Shows | None:
        person = self._person()
        return (person.shows or _NOTHING_SHOWN) if person else None

    def _keep_shows(self, name: str, words: str, value: Any) -> None:
        if (person := self._person()) is not None:
            made = (person.shows or _NOTHING_SHOWN).revised(**{name: value})
            self._desk.keep(person, words, name, shows=None if made == _NOTHING_SHOWN else made)

    def refresh(self) -> None:
        """Shows what is held now."""
        if not self._desk.gone:
            self._school.offer(self._desk.series.programme)
        super().refresh()
        self._say_answer()
        self._say_shared(aloud=True)

    def _say_shared(self, *, aloud: bool) -> None:
        said = "" if self._desk.gone else who_else(self._desk.series, self._id)
        self._code.say_shared(said, aloud=aloud)

    def _say_answer(self) -> None:
        """Says that “asked, and nothing is needed” is an answer, where it is theirs."""
        person = self._person()
        said = access_said(person, self._desk.series) if person else ""
        self._answer.setText(f"{said.capitalize()}. That is an answer.")
        self._answer.setVisible(said.startswith("asked"))


_NO_REASON = "Say what is in the way and what changes. Nobody has to say why, and no medical word is asked for."
_CALLED = (
    Asked("alias", "Alias", TextField, "The name that plans and papers show."),
    Asked("pronouns", "Pronouns", TextField),
)
_STRENGTHS = (Asked("strengths", "What people like about me", LongTextField),)
_LOVES = (
    Asked("likes", "Likes", WordsField, "With commas between them."),
    Asked("music_loved", "Music I love", lambda: WordsField(options.of("genre"))),
)
_SHOWS = (
    Asked("yes", "How I show yes", TextField),
    Asked("no", "How I show no", TextField),
    Asked("stop", "How I show stop", TextField),
    Asked("more", "How I show more", TextField),
)
_WAYS = (
    Asked(
        "ways_to_communicate",
        "Ways to communicate",
        lambda: WordsField(options.of("way")),
        "Such as speech, signs, eye pointing, switch.",
    ),
)
_WORKS = (
    Asked("what_helps", "What helps", LongTextField),
    Asked("in_the_way", "What gets in the way", LongTextField),
    Asked("kit", "Kit and set-up", WordsField, "With commas between them."),
    Asked("working_towards", "What I am working towards", TextField),
)
_ASKED = (
    Asked(
        "asked_about_access",
        "Asked about access",
        lambda: ChoiceField((), "Not recorded", yes_no=True),
        "Yes, with no access requirement written down, is an answer: asked, nothing needed.",
    ),
)
_EMERGENCY = (Asked("emergency", "What to do, and whom to call", LongTextField),)
_AGREED = (
    Asked("who_may_see", "Who may see this", TextField),
    Asked("review_on", "Look at this again on", DateField, "Day first, such as 8/9/2026."),
    Asked("recording_ok", "May be recorded", lambda: ChoiceField(options.of("consent"))),
)
_DATES = (
    Asked("joined", "Joined on", DateField),
    Asked("left", "Left on", DateField),
    Asked("school_year", "School year", TextField),
)
_WHERE_SCHOOLS_ARE = "Returns count people by school. Schools are added under Programmes, at “For returns”."
_WHAT_CODES_ARE = (
    "Agreed with your hub, and the same wherever they take part, so that they count once. Spaces and capitals make no "
    "difference. No name, no birthday."
)
_RETURNS = (
    Asked(
        "born", "Month of birth", MonthField, "Such as March 2014. For the Key Stage, where no school year is written."
    ),
    Asked(
        "new_to_music",
        "New to making music",
        lambda: ChoiceField((), yes_no=True),
        "Yes, where they had not made music before they came. Funders ask whom a programme reaches.",
    ),
)
_APART = (
    Asked("name", "Full name", TextField),
    Asked("name_at_home", "Name that is safe to use at home", TextField),
)
