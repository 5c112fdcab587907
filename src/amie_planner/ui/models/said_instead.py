"""What a leader decides about a word that may be a name, before a paper without names goes out.

Nothing here changes what they wrote: the word is replaced on the paper, in a copy of the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from amie_planner.checks.check import Line, LineKind
from amie_planner.documents import Names
from amie_planner.documents.naming import A_YOUNG_PERSON, role_of
from amie_planner.domain.names import Names as KnownNames
from amie_planner.domain.names import hits, known_names
from amie_planner.domain.plan import Plan, Shared
from amie_planner.domain.records import Record
from amie_planner.domain.typed import plan_said_otherwise, said_otherwise, texts


@dataclass(frozen=True, slots=True)
class Settled:
    """Words that are only words, and words that the rule's own word is put for."""

    only_words: frozenset[str] = frozenset()
    instead: frozenset[str] = frozenset()


UNSETTLED = Settled()


def called_instead(word: str, plan: Shared, names: Names, codes: Mapping[str, str]) -> str:
    """What the rule calls whoever the word is a name of; nothing where that cannot be told."""
    people = [p for p in plan.people if _is_name(word, replace(plan, people=(p,), team=()))]
    team = [m for m in plan.team if _is_name(word, replace(plan, people=(), team=(m,)))]
    if team and not people:
        return role_of(team[0]) if len(team) == 1 else "a member of the team"
    if names is Names.NONE and not team:
        return A_YOUNG_PERSON
    return codes.get(people[0].id, "") if len(people) == 1 and not team and names is Names.CODE else ""


def said_instead(plan: Plan, said: Mapping[str, str]) -> Plan:
    """The plan with each of these words replaced wherever somebody typed it.

    What people are called stays, for the rule for names replaces it, and so does an adult to turn to on the day.
    """
    if not said:
        return plan
    wanted = {word.casefold(): text for word, text in said.items()}

    def reworded(text: str, known: KnownNames) -> str:
        for found in reversed(hits(text, known)):
            text = text[: found.start] + wanted.get(found.word.casefold(), found.word) + text[found.end :]
        return text

    everybody, young_people = known_names(plan, adults=True), known_names(plan)
    made = plan_said_otherwise(plan, lambda text: reworded(text, everybody))
    if not (today := plan.programme.on_the_day):
        return made
    today = said_otherwise(today, lambda text: reworded(text, young_people))
    return replace(made, programme=made.programme.model_copy(update={"on_the_day": today}))


def line_of(word: str, plan: Plan) -> Line:
    """The first line in which the word stands: of the session, then of the people and the team; else the session."""
    known = known_names(plan, adults=True)
    places: dict[LineKind, tuple[Record, ...]] = {
        LineKind.ACTIVITY: plan.activities,
        LineKind.ADAPTATION: plan.adaptations,
        LineKind.INTENTION: plan.intentions,
        LineKind.VOICE: plan.voice,
        LineKind.NOTE: plan.next_time,
        LineKind.PERSON: plan.people,
        LineKind.REQUIREMENT: plan.requirements,
        LineKind.MEMBER: plan.team,
    }
    for kind, records in places.items():
        for record in records:
            if _stands_in(word, record, known):
                return Line(kind, record.id, "")
    return Line(LineKind.SESSION, plan.session.id, "")


def _is_name(word: str, plan: Shared) -> bool:
    return any(found.word == word for found in hits(word, known_names(plan, adults=True)))


def _stands_in(word: str, record: Record, known: KnownNames) -> bool:
    return any(found.word == word for text in texts(record) for found in hits(text, known))
