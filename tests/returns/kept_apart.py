"""A programme whose people were asked: what tests of equality monitoring have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tests.plans import a_series

from amie_planner.domain.changes import Change
from amie_planner.domain.plan import Series
from amie_planner.domain.records import InProgramme
from amie_planner.returns.monitoring import answer, set_up, told, turn_on

PROGRAMME = "u1"
ON = date(2026, 9, 1)
Kept = tuple[InProgramme, ...]


def a_group(people: int, sessions: int = 3) -> Series:
    """So many people, in so many sessions of autumn 2026, a week apart."""
    return a_series(
        people=[{"id": f"p{n}", "alias": f"Alias {n}"} for n in range(1, people + 1)],
        sessions=[{"id": f"s{n}", "title": f"Week {n}", "date": f"2026-09-{n:02}"} for n in range(1, sessions + 1)],
    )


def after(kept: Iterable[Any], changes: Iterable[Change]) -> Kept:
    """What is kept apart once the changes are made, each as its record stands now."""
    held = {record.key: record for record in kept}
    for change in changes:
        assert held.get(change.key) == change.before
        held.pop(change.key, None)
        if change.after is not None:
            held[change.key] = change.after
    return tuple(held.values())


def turned_on(*questions: str, **fields: Any) -> Kept:
    """Equality monitoring on, and these questions asked."""
    kept = after((), turn_on((), PROGRAMME, "The trustees", ON))
    return after(kept, set_up(kept, questions=questions, **fields))


def agreed(kept: Kept, person: str) -> Kept:
    """They told us themselves, and agreed that it is kept."""
    return after(kept, told(kept, PROGRAMME, person, ON, told_by="self", agreed_by="self"))


def with_answers(kept: Kept, question: str, given: Mapping[str, str], **fields: Any) -> Kept:
    """One box for each of these people."""
    for person, code in given.items():
        kept = agreed(kept, person)
        kept = after(kept, answer(kept, PROGRAMME, person, question, codes=(code,), **fields))
    return kept
