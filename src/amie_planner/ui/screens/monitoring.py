"""Equality monitoring of one programme: off until it is agreed to, and the only place where its answers are seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.domain.edits import Changes
from amie_planner.domain.monitoring import NonAnswer, ToldBy
from amie_planner.domain.plan import Series
from amie_planner.domain.records import InProgramme
from amie_planner.errors import AmieError
from amie_planner.returns import monitored, monitored_baselines, monitoring
from amie_planner.returns.baselines_local import Area, LocalTable
from amie_planner.returns.monitoring_questions import asked
from amie_planner.ui.widgets.basics import Button, Label, Pages
from amie_planner.ui.widgets.exchanging import ask
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.monitoring_answers import Answers, AnswersForm
from amie_planner.ui.widgets.monitoring_people import MonitoringPeople
from amie_planner.ui.widgets.monitoring_set_up import TurnOn, WhatIsAsked
from amie_planner.ui.widgets.representation import Held, RepresentationPage
from amie_planner.ui.widgets.starting import TwoLines
from amie_planner.ui.workspace import Workspace

FACES = ("Answers", "Questions", "Representation")
ANSWERS, QUESTIONS, REPRESENTATION = range(len(FACES))
_TELLERS = {
    ToldBy.SELF: "Themselves",
    ToldBy.PARENT: "A parent or carer",
    ToldBy.SCHOOL: "Their school",
    ToldBy.REFERRER: "Whoever referred them",
}


class MonitoringScreen(QWidget):
    """back_wanted(): to where the leader came from; said(text): something to tell the leader."""

    back_wanted = Signal()
    said = Signal(str)

    def __init__(self, workspace: Workspace, programme: str, today: date) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self._programme = programme
        self._today = today
        self._kept: tuple[InProgramme, ...] = ()
        self.back = Button("All programmes", self.back_wanted.emit)
        self.title = Label("Equality monitoring", "title")
        self.faces = Faces(FACES, "Parts of equality monitoring")
        self.off = TurnOn(today)
        self.people = MonitoringPeople(self._form)
        self.what_is_asked = WhatIsAsked()
        self.representation = RepresentationPage(today)
        self.pages = Pages()
        for page in (self.people, self.what_is_asked, self.representation, self.off):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(self.title)
        layout.addLayout(Flow(self.back, self.faces, spacing=10))
        layout.addSpacing(4)
        layout.addWidget(self.pages, 1)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.faces.chosen.connect(lambda at: self._turn_to())
        self.off.wanted.connect(self._turn_on)
        self.off.forget_wanted.connect(self._forget)
        self.people.objected.connect(self._object)
        self.people.asked_again.connect(self._ask_again)
        self.people.said.connect(self.said)
        self.what_is_asked.toggled.connect(self._toggle)
        self.what_is_asked.turn_off_wanted.connect(self._turn_off)
        self.representation.beside_chosen.connect(self._compare)
        self.representation.heard_chosen.connect(self._tell_heard)
        self.representation.loaded.connect(self._load)
        self.representation.let_go.connect(self._let_go)
        self.representation.said.connect(self.said)
        self._workspace.changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    def begin_day(self, today: date) -> None:
        """Writes another day from now on."""
        self._today = today

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        return self.people.save()

    def leave(self) -> None:
        """Keeps what is being typed and stops following changes."""
        self.save()
        self.representation.leave()
        self._workspace.changed.disconnect(self._follow)

    def _follow(self, changes: object) -> None:
        if self._series() is None:
            self.back_wanted.emit()
        elif self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Shows how it stands now; only the part that is seen."""
        series = self._series()
        if series is None:
            return
        self._kept = self._workspace.kept_apart(self._programme)
        on = monitoring.is_on(self._kept)
        self.title.setText(f"Equality monitoring: {series.programme.title}")
        self.faces.setVisible(on)
        if not on:
            self.off.show_kept(monitoring.how_many_answered(self._kept))
            self.pages.setCurrentWidget(self.off)
            return
        at = self.faces.current
        self.pages.setCurrentIndex(at)
        (self._show_people, self._show_questions, self._show_representation)[at](series)

    def _series(self) -> Series | None:
        held = any(programme.id == self._programme for programme in self._workspace.programmes())
        return self._workspace.series(self._programme) if held else None

    def _show_people(self, series: Series) -> None:
        rows = []
        for person in series.people:
            gone = "archived · " if person.archived else ""
            said = monitoring.standing(self._kept, person.id)
            rows.append(TwoLines(person.id, words.person_name(person, series), gone + said))
        objecting = {person.id for person in series.people if monitoring.objects(self._kept, person.id)}
        self.people.show_people(rows, objecting, self._questions())

    def _show_questions(self, series: Series) -> None:
        held = monitoring.monitoring(self._kept)
        if held is not None:
            since = f"since {words.day(held.since)}" if held.since else "for this programme"
            self.what_is_asked.show_asked(self._questions(), f"On {since}. Agreed by {held.agreed_by}.")

    def _show_representation(self, series: Series) -> None:
        self.representation.show_held(Held(series, self._kept, self._workspace.baselines()))

    def _questions(self) -> tuple[str, ...]:
        held = monitoring.monitoring(self._kept)
        return held.questions if held else ()

    def _turn_to(self) -> None:
        """Another part, once what was typed is kept; what cannot be kept is said."""
        if problem := self.save():
            self.said.emit(f"Not kept: {problem}")
        self.refresh()

    def _do(self, text: str, changes: Callable[[], Changes], *, merging: Any = None) -> bool:
        """Makes changes to what is kept now; says why where that cannot be."""
        try:
            self._workspace.do(text, changes(), merging=merging)
        except AmieError as error:
            self.said.emit(str(error))
            return False
        return True

    def _turn_on(self, agreed_by: str, since: date | None) -> None:
        self.off.say("")
        self.faces.choose(QUESTIONS)
        try:
            changes = monitoring.turn_on(self._kept, self._programme, agreed_by, since or self._today)
            self._workspace.do("Turn equality monitoring on", changes)
        except AmieError as error:
            self.off.say(str(error))
            self.said.emit(str(error))
            return
        self.faces.buttons[QUESTIONS].setFocus()
        self.said.emit("Equality monitoring is on. Choose what is asked.")

    def _turn_off(self) -> None:
        answers = monitoring.how_many_answered(self._kept)
        forget = 0
        if answers:
            question = f"Equality monitoring will be off.\n\nWhat becomes of the answers of {_people(answers)}?"
            forget = ask(self, question, "Keep them, out of sight", "Forget them")
        if forget >= 0 and self._do(
            "Turn equality monitoring off", lambda: monitoring.turn_off(self._kept, forget=forget == 1)
        ):
            self.off.turn_on.setFocus()
            self.said.emit("Equality monitoring is off." + (" The answers are forgotten." if forget else ""))

    def _forget(self) -> None:
        if self._do("Forget the answers of equality monitoring", lambda: monitoring.turn_off(self._kept, forget=True)):
            self.off.turn_on.setFocus()
            self.said.emit("The answers are forgotten. Undo brings them back.")

    def _toggle(self, question: str, on: bool) -> None:
        [label] = [q.label for q in asked((question,))]
        if on:
            questions = (*self._questions(), question)
            self._do(f"Ask: {label}", lambda: monitoring.set_up(self._kept, questions=questions))
            return
        answers = monitoring.how_many_answered(self._kept, question)
        if answers and ask(self, f"“{label}” has answers of {_people(answers)}.", "Ask no more, and forget them") < 0:
            self.refresh()
            return
        self._do(f"Ask no more: {label}", lambda: monitoring.stop_asking(self._kept, question))

    def _object(self, person: str) -> None:
        self.save()
        done = self._do(
            "Note that somebody objects",
            lambda: monitoring.note_objection(self._kept, self._programme, person, self._today),
        )
        if done:
            self.people.view.setFocus()
            self.said.emit("Their answers are forgotten, and they are not asked. Undo brings the answers back.")

    def _ask_again(self, person: str) -> None:
        if self._do("Note that somebody may be asked", lambda: monitoring.lift_objection(self._kept, person)):
            self.people.view.setFocus()

    def _compare(self, question: str, baseline: str) -> None:
        self._do(
            "Choose what to hold a question beside",
            lambda: monitoring.compare(self._kept, question, baseline),
            merging=("beside", question),
        )

    def _tell_heard(self, question: str) -> None:
        self._do("Choose what HEARD is told of", lambda: monitoring.set_up(self._kept, compared=question))

    def _load(self, table: LocalTable, area: Area) -> None:
        local = self._workspace.baselines()
        try:
            changes = monitored_baselines.load(table, area.code, local)
            new = {change.record.id for change in changes}
            beside = self._held_beside(changes)
            self._workspace.do(f"Load a local table: {area.name}", (*changes, *beside))
        except AmieError as error:
            self.representation.say(str(error))
            self.said.emit(str(error))
            return
        self.said.emit(f"Loaded {area.name}: {len(new)} question{'' if len(new) == 1 else 's'}.")

    def _held_beside(self, changes: Changes) -> Changes:
        """What is asked is held beside the tables that come, each question beside the first that it fits."""
        coming = [change.after for change in changes if change.after is not None]
        held = monitoring.monitoring(self._kept)
        if held is None:
            return ()
        beside = dict(held.beside)
        for question in monitored.questions_asked(self._kept):
            fits = [each.id for each in monitored_baselines.offered(question, coming) if each.is_local]
            beside[question.id] = next(iter(fits), beside.get(question.id))
        return monitoring.set_up(self._kept, beside=beside)

    def _let_go(self, baseline: str) -> None:
        local = self._workspace.baselines()
        self._do("Let go of a local table", lambda: monitored_baselines.let_go(local, baseline))

    def _form(self, person: str) -> AnswersForm:
        """The form of one person’s answers; it goes on to others."""
        of = Answers(
            questions=asked(self._questions()),
            tellers=[(who.value, said) for who, said in _TELLERS.items()],
            reasons=[(why.value, why.value.capitalize()) for why in NonAnswer],
            told=lambda whose: monitoring.of_one(self._kept, self._programme, whose),
            keep_told=self._keep_told,
            given=lambda whose, question: monitoring.answered(self._kept, whose, question),
            keep_given=self._keep_given,
        )
        return AnswersForm(of, person)

    def _keep_told(self, person: str, name: str, label: str, value: Any) -> None:
        changes = monitoring.told(self._kept, self._programme, person, self._today, **{name: value})
        self._workspace.do(f"Change ‘{label}’", changes, merging=("told", person, name))

    def _keep_given(self, person: str, question: str, name: str, label: str, value: Any) -> None:
        changes = monitoring.answer(self._kept, self._programme, person, question, **{name: value})
        text = "Change an answer of equality monitoring"
        self._workspace.do(text, changes, merging=("given", person, question, name))


def _people(number: int) -> str:
    return f"{number} {'person' if number == 1 else 'people'}"
