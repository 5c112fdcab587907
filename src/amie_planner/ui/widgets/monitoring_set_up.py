"""Turning equality monitoring on for a programme, once somebody is named who agreed, and choosing what is asked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.errors import AmieError
from amie_planner.returns.monitoring_questions import questions
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.columns import Columns
from amie_planner.ui.widgets.fields import DateField, Field, TextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.tick_box import TickBox

WHAT_IT_IS = (
    "Young people can be asked who they are, so that you see who is reached and who may be missing; the law lets the "
    "answers be used for that alone, and never for a decision about a person."
)
_LAW = (
    "Data Protection Act 2018, Schedule 1, paragraph 8. The answers are kept apart: no session, plan, paper or plan "
    "file shows them, and whoever objects is not asked. Of a group of fewer than 10 nothing can ever be shown: there "
    "is then little reason to ask."
)
_WHO = "Such as the trustees, the school, or the young people themselves."
_DAY = "Day first, such as 8/9/2026."
_ASK_LITTLE = (
    "Ask for no more than you will use. Everybody may leave any question out. Of fewer than 10 people nothing is ever "
    "broken down."
)
_LEAST_LINES = 8
_INDENT = 33
"""Device-independent pixels: what a question asks stands under its name."""


class TurnOn(QWidget):
    """wanted(who agreed, since when); forget_wanted(): what is kept out of sight is to go."""

    wanted = Signal(str, object)
    forget_wanted = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.agreed_by, self.since = TextField(), DateField()
        self.since.show_value(today)
        self.problem = Label("", "problem")
        self.problem.hide()
        self.turn_on = Button("Turn on for this programme", self._turn_on, "main")
        self.kept = Label("")
        self.forget = Button("Forget those answers", self.forget_wanted.emit)
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 10, 0)
        within.setSpacing(6)
        for label in (Label("Equality monitoring is off", "section"), Label(WHAT_IT_IS), Label(_LAW, "quiet")):
            within.addWidget(label)
        within.addSpacing(8)
        who, since = _asked("Who agreed to this", self.agreed_by, _WHO), _asked("Since", self.since, _DAY)
        footing = QWidget()
        footing.setLayout(Columns(who, since))
        within.addWidget(footing)
        within.addWidget(self.problem)
        within.addSpacing(4)
        within.addLayout(Flow(self.turn_on))
        within.addSpacing(8)
        within.addWidget(self.kept)
        within.addLayout(Flow(self.forget))
        within.addStretch(1)
        _on_a_card(self, Scroll(inside, "Turning equality monitoring on"))
        self.show_kept(0)

    def show_kept(self, people: int) -> None:
        """Says of how many people answers are kept out of sight."""
        who = "1 person are" if people == 1 else f"{people} people are"
        self.kept.setText(f"The answers of {who} kept from before, out of sight.")
        for part in (self.kept, self.forget):
            part.setVisible(bool(people))

    def say(self, problem: str) -> None:
        """Says why it cannot be turned on."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _turn_on(self) -> None:
        try:
            since = self.since.value()
        except AmieError as error:
            self.say(str(error))
            return
        self.wanted.emit(self.agreed_by.value() or "", since)


class WhatIsAsked(QWidget):
    """toggled(question, on): a question is asked, or is not any more; turn_off_wanted()."""

    toggled = Signal(str, bool)
    turn_off_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.footing = Label("")
        self.boxes = {question.id: TickBox(question.label) for question in questions()}
        self.turn_off = Button("Turn off…", self.turn_off_wanted.emit)
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 10, 0)
        within.setSpacing(2)
        for part in (Label("What young people are asked", "section"), self.footing, Label(_ASK_LITTLE, "quiet")):
            within.addWidget(part)
        within.addSpacing(8)
        for question in questions():
            box = self.boxes[question.id]
            box.setAccessibleDescription(question.asks)
            box.clicked.connect(lambda on, id=question.id: self.toggled.emit(id, on))
            about = Label(f"{question.asks}\n{question.scheme}.", "quiet")
            about.setIndent(_INDENT)
            within.addWidget(box)
            within.addWidget(about)
            within.addSpacing(6)
        within.addSpacing(8)
        within.addLayout(Flow(self.turn_off))
        within.addStretch(1)
        _on_a_card(self, Scroll(inside, "What is asked"))

    def show_asked(self, asked: Collection[str], footing: str) -> None:
        """Ticks what is asked; says who agreed to it, and since when."""
        self.footing.setText(footing)
        for id, box in self.boxes.items():
            box.setChecked(id in asked)


def _asked(words: str, field: Field, hint: str) -> QWidget:
    label = Label(words, "strong")
    label.setBuddy(field.control)
    field.called(words, hint)
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3)
    for each in (label, field, Label(hint, "quiet")):
        layout.addWidget(each)
    layout.addStretch(1)
    return part


def _on_a_card(page: QWidget, scroll: Scroll) -> None:
    scroll.setMinimumHeight(page.fontMetrics().lineSpacing() * _LEAST_LINES)
    card = Card()
    around = QVBoxLayout(card)
    around.setContentsMargins(22, 16, 10, 16)
    around.addWidget(scroll)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(card)
