"""What a leader does with equality monitoring, as changes to records that no plan, check or edit knows.

`kept` is always what is kept apart of one programme. Nothing here is done for a programme in which it is off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.edits import Changes
from amie_planner.domain.monitoring import Answered, Monitoring, MonitoringAnswers, NonAnswer
from amie_planner.domain.records import Record
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError
from amie_planner.returns.monitoring_questions import MonitoringQuestion, asked, questions

Kept = Sequence[Record]
_ID = "monitoring"
_NOTHING = Answered()
_MOST_NAMED = 3
"""Questions in one line."""


def monitoring(kept: Kept) -> Monitoring | None:
    """Whether and how the young people are asked; None where that was never decided."""
    return next((record for record in kept if isinstance(record, Monitoring)), None)


def is_on(kept: Kept) -> bool:
    """Whether they are asked."""
    held = monitoring(kept)
    return held is not None and held.on


def answers_of(kept: Kept, person: str) -> MonitoringAnswers | None:
    """What is kept of one person."""
    return next((r for r in kept if isinstance(r, MonitoringAnswers) and r.person == person), None)


def of_one(kept: Kept, programme: str, person: str) -> MonitoringAnswers:
    """What is kept of one person; it says nothing where nothing is kept."""
    return answers_of(kept, person) or _nothing_of(programme, person)


def objects(kept: Kept, person: str) -> bool:
    """Whether somebody objects to being asked."""
    held = answers_of(kept, person)
    return held is not None and held.objected_on is not None


def answered(kept: Kept, person: str, question: str) -> Answered:
    """What somebody answered to a question, which may be nothing."""
    held = answers_of(kept, person)
    return held.answers.get(question, _NOTHING) if held else _NOTHING


def turn_on(kept: Kept, programme: str, agreed_by: str | None, since: date) -> Changes:
    """Equality monitoring of a programme, from a day on. Raises AmieError if nobody is said to have agreed to it."""
    if not (agreed_by or "").strip():
        raise AmieError("Nobody is named who agreed to it.", "Write who did, such as the trustees or the school.")
    held = monitoring(kept)
    if held is None:
        return (add(Monitoring.made(id=_ID, programme=programme, on=True, agreed_by=agreed_by, since=since)),)
    return _real(revise(held, on=True, agreed_by=agreed_by, since=since))


def turn_off(kept: Kept, *, forget: bool) -> Changes:
    """Nobody is asked any more. What was answered is kept out of sight, or forgotten; an objection stays."""
    held = monitoring(kept)
    off = _real(revise(held, on=False)) if held else ()
    return (*(_forgotten(kept) if forget else ()), *off)


def set_up(kept: Kept, **fields: Any) -> Changes:
    """Which questions are asked, what they are held beside, and the like."""
    return _real(revise(_held_on(kept), **fields))


def stop_asking(kept: Kept, question: str) -> Changes:
    """A question is asked no more, and what was answered to it is forgotten."""
    held = _held_on(kept)
    left = tuple(id for id in held.questions if id != question)
    beside = {id: baseline for id, baseline in held.beside.items() if id != question}
    compared = None if held.compared == question else held.compared
    answers = (r for r in kept if isinstance(r, MonitoringAnswers) and question in r.answers)
    forgotten = (_without(r, question) for r in answers)
    return (*forgotten, *_real(revise(held, questions=left, beside=beside, compared=compared)))


def compare(kept: Kept, question: str, baseline: str) -> Changes:
    """A question is held beside a baseline."""
    held = _held_on(kept)
    return _real(revise(held, beside={**held.beside, question: baseline}))


def told(kept: Kept, programme: str, person: str, on: date, **fields: Any) -> Changes:
    """Who told us, and who agreed that it is kept; on a day, where no other is given.

    Raises AmieError where answers would be kept that nobody agreed to.
    """
    before = _of_one_who_is_asked(kept, programme, person)
    for who, when in (("told_by", "told_on"), ("agreed_by", "agreed_on")):
        if fields.get(who) and getattr(before, when) is None:
            fields.setdefault(when, on)
    after = before.revised(**fields)
    if after.answers and after.agreed_by is None:
        raise AmieError("There are answers, and nobody would have agreed to them.", "Forget the answers first.")
    return _kept_as(kept, before, after)


def answer(kept: Kept, programme: str, person: str, question: str, **fields: Any) -> Changes:
    """What somebody answered: boxes, own words, or why there is none; what is given last holds.

    Raises AmieError if nobody agreed that it is kept, or if they object.
    """
    before = _of_one_who_is_asked(kept, programme, person)
    if before.agreed_by is None:
        raise AmieError("Nobody has agreed yet that the answers are kept.", "Say first who agreed.")
    given = before.answers.get(question, _NOTHING)
    put = next((q for q in questions() if q.id == question), None)
    made = _given(given, put, fields)
    answers = {id: held for id, held in before.answers.items() if id != question}
    if made != _NOTHING:
        answers[question] = made
    return _kept_as(kept, before, before.revised(answers=answers))


def note_objection(kept: Kept, programme: str, person: str, on: date) -> Changes:
    """Somebody objects: all that is kept of them goes, but for the day on which they said so."""
    _held_on(kept)
    held = answers_of(kept, person)
    return (Change(held, _nothing_of(programme, person).revised(objected_on=on)),)


def lift_objection(kept: Kept, person: str) -> Changes:
    """They may be asked again."""
    held = answers_of(kept, person)
    return (remove(held),) if held and held.objected_on else ()


def how_many_answered(kept: Kept, question: str | None = None) -> int:
    """The people of whom an answer is kept: to one question, or to any."""
    held = (r for r in kept if isinstance(r, MonitoringAnswers))
    return sum(bool(r.answers if question is None else question in r.answers) for r in held)


def standing(kept: Kept, person: str) -> str:
    """How it stands with somebody, in words: by name, which questions of several were not asked or have no answer."""
    held, on = answers_of(kept, person), monitoring(kept)
    if objects(kept, person):
        return "objects"
    of_each = asked(on.questions if on else ())
    given = {question.label: held.answers.get(question.id, _NOTHING) if held else _NOTHING for question in of_each}
    no_answer = [label for label, answer in given.items() if answer.non_answer not in (None, NonAnswer.NOT_ASKED)]
    said = [label for label, answer in given.items() if answer.codes or answer.in_own_words]
    not_asked = [label for label in given if label not in (*no_answer, *said)]
    if not said:
        return "asked, with no answer" if no_answer else "not asked"
    return " · ".join(("answered", *_named("not asked", not_asked), *_named("no answer", no_answer)))


def _named(what: str, questions: Sequence[str]) -> tuple[str, ...]:
    many = len(questions)
    return (f"{what}: {listed(questions) if many <= _MOST_NAMED else f'{many} questions'}",) if questions else ()


def _nothing_of(programme: str, person: str) -> MonitoringAnswers:
    return MonitoringAnswers.made(id=person, person=person, programme=programme)


def _held_on(kept: Kept) -> Monitoring:
    held = monitoring(kept)
    if held is None or not held.on:
        raise AmieError("Equality monitoring is off for this programme.", "Turn it on first.")
    return held


def _of_one_who_is_asked(kept: Kept, programme: str, person: str) -> MonitoringAnswers:
    _held_on(kept)
    if objects(kept, person):
        raise AmieError("They object to equality monitoring, so nothing is kept.", "Ask them again first.")
    return of_one(kept, programme, person)


def _given(before: Answered, question: MonitoringQuestion | None, fields: dict[str, Any]) -> Answered:
    """An answer after some of it was given: an answer and the reason why there is none exclude each other."""
    if fields.get("non_answer"):
        return Answered.made(non_answer=NonAnswer(fields["non_answer"]))
    if "codes" in fields and question is not None:
        fields = fields | {"codes": _fitting(before.codes, tuple(fields["codes"]), question)}
    if fields.get("codes") or fields.get("in_own_words"):
        fields = fields | {"non_answer": None}
    return before.revised(**fields)


def _fitting(before: Iterable[str], ticked: tuple[str, ...], question: MonitoringQuestion) -> tuple[str, ...]:
    """The boxes that may stand side by side: the one ticked last says which of them."""
    held, alone = set(before), {box.code for box in question.all_boxes if box.alone}
    new = [code for code in ticked if code not in held]
    if not question.several:
        return tuple((new or [*ticked])[-1:])
    if any(code in alone for code in new):
        return tuple(code for code in new if code in alone)[-1:]
    return tuple(code for code in ticked if code not in alone or not new)


def _kept_as(kept: Kept, before: MonitoringAnswers, after: MonitoringAnswers) -> Changes:
    is_held = answers_of(kept, before.person) is not None
    if after == _nothing_of(before.programme, before.person):
        return (remove(before),) if is_held else ()
    return _real(Change(before if is_held else None, after))


def _without(held: MonitoringAnswers, question: str) -> Change:
    return revise(held, answers={id: given for id, given in held.answers.items() if id != question})


def _forgotten(kept: Kept) -> Changes:
    return tuple(remove(r) for r in kept if isinstance(r, MonitoringAnswers) and not r.objected_on)


def _real(change: Change) -> Changes:
    return (change,) if change.before != change.after else ()
