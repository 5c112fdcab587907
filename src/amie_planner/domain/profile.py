"""How it stands with a person: whether they were asked, what is in their way, and what was to be looked at again."""

from __future__ import annotations

from datetime import date

from amie_planner.domain import words
from amie_planner.domain.plan import Shared
from amie_planner.domain.records import Person, Requirement


def access_said(person: Person, shared: Shared) -> str:
    """2 access requirements; else that they were asked and need nothing, which is an answer; else not asked yet."""
    count = len(_in_the_way(person, shared))
    if count:
        return f"{count} access requirement{'' if count == 1 else 's'}"
    return "asked: nothing needed" if person.asked_about_access else "not asked yet"


def review_said(person: Person, shared: Shared, today: date) -> str:
    """That a review was due before today, and when: the earliest of the profile's and the requirements'; or nothing."""
    written = (person.review_on, *(requirement.review_on for requirement in _in_the_way(person, shared)))
    due = min((day for day in written if day and day < today), default=None)
    return f"review was due {words.day_and_month(due, today)}" if due else ""


def _in_the_way(person: Person, shared: Shared) -> list[Requirement]:
    return [r for r in shared.requirements if r.person == person.id and r.active]
