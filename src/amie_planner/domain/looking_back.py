"""What is unfinished after a session: which sessions nobody has looked back on, and what is still open in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from amie_planner.domain.carrying_on import has_passed
from amie_planner.domain.plan import Lines, Plan, Series, Shared
from amie_planner.domain.records import Session
from amie_planner.domain.reflection import NOTES, Prompt
from amie_planner.domain.words import listed

_QUOTED = 3
"""Of the questions that are open, before the others are only told to be there."""


def unfinished(series: Series, today: date) -> tuple[Session, ...]:
    """The sessions that have passed and that nothing is written about: no prompt answered, no word on how a change
    went, nothing noticed, nothing that young people said or showed, no note for next time. The latest first, while it
    is still remembered."""
    told = _told_in(series)
    passed = (lines for lines in series.in_order() if has_passed(lines.session, today))
    return tuple(lines.session for lines in passed if not _is_written(lines, told))[::-1]


def looked_back(plan: Plan) -> bool:
    """Whether anything was written down after a session."""
    return _is_written(plan, _told_in(plan))


def _told_in(shared: Shared) -> frozenset[str | None]:
    """The sessions in which young people said or showed something, or something was noticed. An entry that was only
    begun says nothing yet."""
    noticed = (seen.session for seen in shared.observations if seen.text or seen.area or seen.framework)
    return frozenset((*_said_in(shared), *noticed))


def _said_in(shared: Shared) -> Iterator[str | None]:
    return (entry.session for entry in shared.voice if entry.text or entry.method or entry.outcome)


def _is_written(lines: Lines, told: frozenset[str | None]) -> bool:
    judged = any(change.verdict or change.then or change.verdict_note for change in lines.adaptations)
    noted = any(note.text for note in lines.next_time)
    return judged or noted or bool(lines.session.reflection) or lines.session.id in told


def still_open(plan: Plan, asked: Iterable[Prompt]) -> tuple[str, ...]:
    """What nobody has written about a session yet, each in a sentence; nothing where all is there."""
    return tuple(_open(plan, tuple(asked)))


def _open(plan: Plan, asked: tuple[Prompt, ...]) -> Iterator[str]:
    fields = [prompt for prompt in asked if prompt.key != NOTES]
    blank = [prompt.words for prompt in fields if prompt.key not in plan.session.reflection]
    if blank and len(blank) == len(fields):
        yield "No question is answered yet."
    elif blank:
        more = ["others"] if len(blank) > _QUOTED else []
        yield f"Not answered: {listed([*(f'‘{words}’' for words in blank[:_QUOTED]), *more])}."
    if without := [change for change in plan.adaptations if not change.verdict]:
        one = len(without) == 1
        yield f"{'One change does' if one else 'Some changes do'} not say how {'it' if one else 'they'} went."
    if plan.session.id not in _said_in(plan):
        yield "Nothing is written down that young people said or showed here."
    if not any(note.text for note in plan.next_time) and NOTES not in plan.session.reflection:
        yield "There is no note for next time."
