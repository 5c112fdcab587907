"""Intentions, and what changes inside activities."""

from __future__ import annotations

from typing import Any

from amie_planner.domain.changes import add, remove, revise
from amie_planner.domain.edits.parts import Changes, lines_of, new_id, next_position, one, replies_to, without
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import (
    Adaptation,
    Intention,
)


def add_intention(plan: Plan, **fields: Any) -> tuple[str, Changes]:
    """A new intention of the session."""
    id = new_id("i", plan.intentions, plan.replies)
    here, last = plan.session, next_position(plan.intentions)
    made = Intention.made(id=id, programme=here.programme, session=here.id, position=last, **fields)
    return id, (add(made),)


def remove_intention(plan: Plan, intention: str) -> Changes:
    """An intention goes, with replies to it, and activities no longer serve it."""
    served = (revise(a, serves=without(a.serves, intention)) for a in plan.activities if intention in a.serves)
    replies = replies_to(plan.replies, intention, session=plan.session.id)
    return (*served, *replies, remove(one(plan.intentions, intention)))


def adapt(plan: Plan, **fields: Any) -> tuple[str, Changes]:
    """A new adaptation in the session: for which activities and which requirements is in the fields."""
    id = new_id("d", plan.adaptations, plan.replies)
    here, last = plan.session, next_position(plan.adaptations)
    made = Adaptation.made(id=id, programme=here.programme, session=here.id, position=last, **fields)
    return id, (add(made),)


def remove_adaptation(series: Series, session: str, adaptation: str) -> Changes:
    """An adaptation goes, with replies to it; later ones no longer follow it."""
    gone = one(lines_of(series, session).adaptations, adaptation)
    followers = (
        revise(d, follows=None)
        for lines in series.sessions
        for d in lines.adaptations
        if d.follows and (d.follows.session, d.follows.adaptation) == (session, adaptation) and d is not gone
    )
    return (*followers, *replies_to(series.replies, adaptation, session=session), remove(gone))
