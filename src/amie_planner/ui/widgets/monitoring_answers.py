"""What one young person answered for equality monitoring: who told us and agreed first, then each question.

It reads and keeps through what it is handed, and knows no record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLineEdit

from amie_planner.returns.monitoring_questions import MonitoringQuestion
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.detail import Asked, Stack
from amie_planner.ui.widgets.fields import ChoiceField, DateField, Options
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.widgets.in_sight import bring_into_sight
from amie_planner.ui.widgets.monitoring_boxes import BoxesField, NoAnswerField, OwnWordsField

BEFORE_AGREEMENT = "The questions follow once it is said who agreed that the answers are kept."
_DAY = "Day first, such as 8/9/2026."
_BETWEEN = 16
"""Device-independent pixels."""


@dataclass(frozen=True, slots=True)
class Answers:
    """How the answers of a person are read and kept; `told` gives who told and agreed, `given` the one to a question.

    The first argument of each is the person’s id.
    """

    questions: Sequence[MonitoringQuestion]
    tellers: Options
    reasons: Options
    told: Callable[[str], Any]
    keep_told: Callable[[str, str, str, Any], None]
    given: Callable[[str, str], Any]
    keep_given: Callable[[str, str, str, str, Any], None]


class AnswersForm(Stack):
    """The questions are there once somebody has agreed that the answers are kept."""

    def __init__(self, of: Answers, person: str) -> None:
        super().__init__()
        self._of = of
        self._person = person
        self._agreed_by, *_ = self.columns(
            _who_told(of.tellers), self._told, lambda *given: of.keep_told(self._person, *given)
        )
        self._boxes: dict[str, Form] = {}
        self.waiting = Label(BEFORE_AGREEMENT, "quiet")
        self._layout.addWidget(self.waiting)
        self.questions = Stack()
        for question in of.questions:
            self._add(question)
        self.part(self.questions)
        self.close_up()
        self._follow()

    def _add(self, question: MonitoringQuestion) -> None:
        def read() -> Any:
            return self._of.given(self._person, question.id)

        def keep(name: str, words: str, value: Any) -> None:
            self._of.keep_given(self._person, question.id, name, words, value)

        boxes = Asked("codes", question.label, lambda: BoxesField(question.asks, question.boxes))
        self.questions._layout.addSpacing(_BETWEEN)
        self._boxes[question.id] = self.questions.form((boxes,), read, keep)
        why = Asked("non_answer", "No answer, because", lambda: NoAnswerField(question.label, self._of.reasons))
        own = Asked("in_own_words", "In their own words", lambda: OwnWordsField(question.label))
        self.questions.columns((own, why) if question.write_in else (why,), read, keep)

    def turn_to(self, person: str) -> None:
        """Shows another person’s answers. What was typed about the one before has been kept."""
        self._person = person
        self.refresh()
        for line in self.findChildren(QLineEdit):
            with QSignalBlocker(line):
                line.setText(line.text())  # so that undo in the field never brings up what was typed about another

    def go_to(self, question: str) -> None:
        """Gives the focus to the boxes of a question; to who agreed, while nobody has."""
        form = self._boxes.get(question, self._agreed_by) if self._has_agreed else self._agreed_by
        for field in form.fields.values():
            field.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(form)

    def _told(self) -> Any:
        return self._of.told(self._person)

    def refresh(self) -> None:
        """Shows what is held now."""
        super().refresh()
        self._follow()

    @property
    def _has_agreed(self) -> bool:
        held = self._told()
        return held is not None and held.agreed_by is not None

    def _follow(self) -> None:
        agreed = self._has_agreed
        self.waiting.setVisible(not agreed and bool(self._of.questions))
        self.questions.setVisible(agreed)


def _who_told(tellers: Options) -> tuple[Asked, ...]:
    return (
        Asked("agreed_by", "Agreed that we keep the answers", lambda: ChoiceField(tellers, "Nobody yet")),
        Asked("agreed_on", "Agreed on", DateField, _DAY),
        Asked("told_by", "Who told us", lambda: ChoiceField(tellers)),
        Asked("told_on", "Told on", DateField, _DAY),
    )
