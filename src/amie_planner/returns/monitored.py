"""What comes of equality monitoring: finished counts of the people of a period, and who may be missing among them.

Answers go in as the opaque records that are kept apart; only counts come out, so that checks and papers see no answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amie_planner.checks.figures import FEWEST_ANSWERS, Figures
from amie_planner.checks.period import period
from amie_planner.domain.monitoring import Answered, NonAnswer
from amie_planner.domain.plan import Series
from amie_planner.domain.records import InProgramme, Record
from amie_planner.returns.baselines import Baseline
from amie_planner.returns.monitored_baselines import Offered, offered
from amie_planner.returns.monitoring import answered, monitoring
from amie_planner.returns.monitoring_questions import MonitoringQuestion, asked
from amie_planner.returns.representation import NonAnswers, Representation, figures, representation

Kept = Sequence[InProgramme]


@dataclass(frozen=True, slots=True)
class BoxCount:
    """How many people ticked a box, or one within it."""

    code: str
    label: str
    people: int


@dataclass(frozen=True, slots=True)
class Counted:
    """The answers to one question. Where several boxes may be ticked, a person is in several of `boxes`.

    Those who object, or of whom nothing is kept, are among those not asked.
    """

    question: MonitoringQuestion
    people: int
    answered: int
    boxes: tuple[BoxCount, ...]
    non_answers: NonAnswers

    @property
    def too_few(self) -> bool:
        """Whether the group is too small to be broken down."""
        return self.people < FEWEST_ANSWERS


def questions_asked(kept_apart: Kept) -> tuple[MonitoringQuestion, ...]:
    """What the young people are asked; nothing where equality monitoring is off."""
    held = monitoring(kept_apart)
    return asked(held.questions) if held and held.on else ()


def counts(
    series: Series, kept_apart: Kept, question: MonitoringQuestion, first: date | None, last: date | None
) -> Counted:
    """The answers of the people of the sessions from a first day to a last, as HEARD counts its members."""
    given = _given(series, kept_apart, question, first, last)
    ticked = Counter(code for answer in given for code in _ticked(answer, question))
    boxes = tuple(BoxCount(box.code, box.label, ticked[box.code]) for box in question.boxes)
    why = Counter(_why_not(answer) for answer in given)
    return Counted(question, len(given), why[None], boxes, _non_answers(why))


def beside(
    series: Series,
    kept_apart: Kept,
    question: MonitoringQuestion,
    baseline: Baseline,
    first: date | None,
    last: date | None,
) -> Representation:
    """The same people beside a baseline. An answer that fits none of its groups counts as not known."""
    groups: Counter[str] = Counter()
    why: Counter[NonAnswer | None] = Counter()
    for answer in _given(series, kept_apart, question, first, last):
        group = question.group(answer.codes, baseline.question)
        if reason := _why_not(answer):
            why[reason] += 1
        elif group is None:
            why[NonAnswer.NOT_KNOWN] += 1
        else:
            groups[group] += 1
    return representation(groups, _non_answers(why), baseline)


def chosen(kept_apart: Kept, question: MonitoringQuestion, baselines: Sequence[Record]) -> Offered | None:
    """What a question is held beside: the leader's choice, else the first that there is."""
    held, all_of_them = monitoring(kept_apart), offered(question, baselines)
    wanted = held.beside.get(question.id) if held else None
    return next((each for each in all_of_them if each.id == wanted), next(iter(all_of_them), None))


def told_to_heard(kept_apart: Kept, baselines: Sequence[Record]) -> MonitoringQuestion | None:
    """The question whose figures HEARD is handed: the leader's choice, else the first that can be compared."""
    held = monitoring(kept_apart)
    comparable = [q for q in questions_asked(kept_apart) if offered(q, baselines)]
    wanted = held.compared if held else None
    return next((q for q in comparable if q.id == wanted), next(iter(comparable), None))


def figures_for(
    series: Series, kept_apart: Kept, baselines: Sequence[Record], first: date | None, last: date | None
) -> Figures | None:
    """What R11 is handed, finished. None where equality monitoring is off, or asks nothing that can be compared."""
    question = told_to_heard(kept_apart, baselines)
    held_beside = chosen(kept_apart, question, baselines) if question else None
    if question is None or held_beside is None:
        return None
    return figures(beside(series, kept_apart, question, held_beside.baseline, first, last))


def _given(
    series: Series, kept_apart: Kept, question: MonitoringQuestion, first: date | None, last: date | None
) -> list[Answered]:
    members = period(series, first, last).members
    return [answered(kept_apart, person.id, question.id) for person in members]


def _why_not(answer: Answered) -> NonAnswer | None:
    """Why there is no answer; None where there is one."""
    if answer.codes or answer.in_own_words:
        return None
    return answer.non_answer or NonAnswer.NOT_ASKED


def _ticked(answer: Answered, question: MonitoringQuestion) -> set[str]:
    """The outer boxes in which an answer is counted, once each."""
    held = set(answer.codes)
    return {box.code for box in question.boxes if held.intersection({box.code, *(b.code for b in box.boxes)})}


def _non_answers(why: Counter[NonAnswer | None]) -> NonAnswers:
    return NonAnswers(
        prefer_not_to_say=why[NonAnswer.PREFER_NOT_TO_SAY],
        not_known=why[NonAnswer.NOT_KNOWN],
        not_asked=why[NonAnswer.NOT_ASKED],
        not_applicable=why[NonAnswer.NOT_APPLICABLE],
    )
