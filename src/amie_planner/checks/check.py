"""What a check is: a question, a look at a frozen plan, and an answer in words. No scores, no severity.

A check says what the program can see, column by column; a prompt is a question that only a person can answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

S = TypeVar("S")


class Answer(StrEnum):
    """What a finding says. It says recorded, never inclusive."""

    NOT_RECORDED = "not recorded"
    STRENGTH = "strength"
    WORTH_A_LOOK = "worth a look"
    YOUR_CALL = "your call"


_FIRST = {answer: place for place, answer in enumerate(Answer)}
"""Of the columns that hold, the first of these is the answer."""


class Scope(StrEnum):
    """What a check looks at: one session's plan, or a programme over a period."""

    PLAN = "plan"
    SERIES = "series"


class LineKind(StrEnum):
    """The kinds of line that a finding can point at."""

    INTENTION = "intention"
    ACTIVITY = "activity"
    ADAPTATION = "adaptation"
    REQUIREMENT = "requirement"
    VOICE = "voice"
    CELL = "cell"
    PERSON = "person"
    NOTE = "note"
    SESSION = "session"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the five of HEARD."""

    letter: str
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the plan; a cell's id is requirement/activity. Only labels name people, by alias.

    A line of another session than the plan's, or of a series, has its session's id and a slash before its own.
    """

    kind: LineKind
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """What holds in one column of the check's row."""

    answer: Answer
    text: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, in words, and the lines of the plan that it speaks of.

    It brings the question that it answers, as it was put, and why it is asked.
    """

    check: str
    answer: Answer
    text: str
    lines: tuple[Line, ...] = ()
    principle: Principle = field(kw_only=True)
    question: str = field(kw_only=True)
    why: str = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Check(Generic[S]):
    """Something the program can see. `why` is one sentence with its source."""

    id: str
    principle: Principle
    question: str
    why: str
    look: Callable[[S], Iterable[Said]]
    scope: Scope = Scope.PLAN

    def finding(self, subject: S) -> Finding | None:
        """The first column that holds; None if the check is silent."""
        said = min(self.look(subject), key=lambda held: _FIRST[held.answer], default=None)
        return self.found(said) if said else None

    def found(self, said: Said) -> Finding:
        """What was said, as an answer to this question."""
        return _found(self, said)


@dataclass(frozen=True, slots=True)
class Prompt(Generic[S]):
    """A question that only a person can answer. `about` gives the lines to look at, None to stay silent."""

    id: str
    principle: Principle
    question: str
    why: str
    about: Callable[[S], tuple[Line, ...] | None]
    scope: Scope = Scope.PLAN

    def finding(self, subject: S) -> Finding | None:
        """The question itself, or None where there is nothing to ask about."""
        lines = self.about(subject)
        return None if lines is None else self.found(Said(Answer.YOUR_CALL, self.question, lines))

    def found(self, said: Said) -> Finding:
        """What was said, as an answer to this question."""
        return _found(self, said)


def _found(held: Check[S] | Prompt[S], said: Said) -> Finding:
    return Finding(
        held.id, said.answer, said.text, said.lines, principle=held.principle, question=held.question, why=held.why
    )


def check(
    id: str, principle: Principle, question: str, why: str
) -> Callable[[Callable[[S], Iterable[Said]]], Check[S]]:
    """Makes a check of a function that yields each column that holds."""
    return lambda look: Check(id, principle, question, why, look)


def prompt(
    id: str, principle: Principle, question: str, why: str
) -> Callable[[Callable[[S], tuple[Line, ...] | None]], Prompt[S]]:
    """Makes a prompt of a function that yields the lines to look at."""
    return lambda about: Prompt(id, principle, question, why, about)


def not_recorded(text: str, *lines: Line) -> Said:
    """Nothing is written down; it may still be done."""
    return Said(Answer.NOT_RECORDED, text, lines)


def strength(text: str, *lines: Line) -> Said:
    """The plan shows it, and the lines say where."""
    return Said(Answer.STRENGTH, text, lines)


def worth_a_look(text: str, *lines: Line) -> Said:
    """The plan shows something that a critical friend would ask about, and the lines say where."""
    return Said(Answer.WORTH_A_LOOK, text, lines)


def your_call(text: str, *lines: Line) -> Said:
    """What can be seen is said, and only a person can judge it."""
    return Said(Answer.YOUR_CALL, text, lines)
