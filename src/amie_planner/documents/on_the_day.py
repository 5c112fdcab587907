"""Who belongs to the group on the day of a session, and the session without what is for those who do not."""

from __future__ import annotations

from dataclasses import replace

from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, Person
from amie_planner.domain.vocabulary import Reach


def members(plan: Plan) -> tuple[Person, ...]:
    """All who belong to the group on the day, those too who are not expected."""
    everybody = plan.session.model_copy(update={"not_expected": ()})
    return replace(plan, session=everybody).expected


def on_the_day(plan: Plan) -> Plan:
    """The plan without changes for people who have left; what is for others too names only those."""
    here = {person.id for person in members(plan)}
    kept = {r.id for r in plan.requirements if r.person in here}
    gone = {r.id for r in plan.requirements} - kept
    changes = (_without(d, gone) for d in plan.adaptations if _is_for_somebody(d, gone))
    return replace(plan, adaptations=tuple(changes))


def _without(change: Adaptation, gone: set[str]) -> Adaptation:
    if gone.isdisjoint(change.requirements):
        return change
    return change.model_copy(update={"requirements": tuple(id for id in change.requirements if id not in gone)})


def _is_for_somebody(change: Adaptation, gone: set[str]) -> bool:
    shared = change.reach is Reach.EVERYONE or change.barriers or not change.requirements
    return bool(shared) or not gone.issuperset(change.requirements)
