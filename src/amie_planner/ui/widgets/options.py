"""What fields offer to choose from: vocabularies, and the people and lines of the open plan."""

from __future__ import annotations

from amie_planner.domain import words
from amie_planner.domain.plan import Plan, Shared
from amie_planner.domain.vocabulary import labels

Options = list[tuple[str, str]]


def of(list_name: str) -> Options:
    """A vocabulary, in the order to offer it."""
    return list(labels()[list_name].items())


def team(shared: Shared) -> Options:
    """The people who work in the sessions."""
    return [(member.id, words.member_name(member.id, shared)) for member in shared.team]


def intentions(plan: Plan) -> Options:
    """What the session is for."""
    return [(i.id, i.text or "Intention to be described") for i in plan.intentions]


def people(shared: Shared) -> Options:
    """The young people of the group, by alias."""
    return [(person.id, words.person_name(person, shared)) for person in shared.people]


def requirements(plan: Plan) -> Options:
    """The active access requirements of the group."""
    return [(r.id, words.requirement_name(r, plan)) for r in plan.requirements if r.active]


def activities(plan: Plan) -> Options:
    """The lines of the running order."""
    return [(a.id, words.activity_title(a)) for a in plan.activities]
