"""What a leader decides about a word that may be a name, before a paper without names goes out.

Nothing here changes what they wrote: the word is replaced on the paper, in a copy of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any

from amie_planner.checks.check import Line, LineKind
from amie_planner.documents import Names
from amie_planner.documents.naming import A_YOUNG_PERSON
from amie_planner.domain.names import hits, known_names
from amie_planner.domain.plan import Lines, Plan, Shared
from amie_planner.domain.records import Activity, Adaptation, Intention, Part, Person, Record, VoiceEntry

_KINDS: tuple[tuple[type[Record], LineKind], ...] = (
    (Activity, LineKind.ACTIVITY),
    (Adaptation, LineKind.ADAPTATION),
    (Intention, LineKind.INTENTION),
    (VoiceEntry, LineKind.VOICE),
)
_NOT_WORDS = frozenset({"symbol", "library", "check"})
"""Fields whose text is a key."""
_STAY = frozenset({"alias", "name", "name_at_home"})
"""What somebody is called: the rule for names replaces it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Words that are only words, and words that the rule's own word is put for."""

    only_words: frozenset[str] = frozenset()
    instead: frozenset[str] = frozenset()


UNSETTLED = Settled()


def called_instead(word: str, plan: Shared, names: Names, codes: Mapping[str, str]) -> str:
    """What the rule calls whoever the word is a name of; nothing where that cannot be told."""
    if names is Names.NONE:
        return A_YOUNG_PERSON
    meant = [p for p in plan.people if _is_name(word, replace(plan, people=(p,), team=()))]
    return codes.get(meant[0].id, "") if len(meant) == 1 and names is Names.CODE else ""


def said_instead(plan: Plan, said: Mapping[str, str]) -> Plan:
    """The plan with each of these words replaced wherever somebody wrote it, but for what people are called."""
    if not said:
        return plan
    ids = {record.id for name in _lists() for record in getattr(plan, name)} | {plan.session.id, plan.programme.id}
    wanted = {word.casefold(): text for word, text in said.items()}
    known = known_names(plan)

    def reworded(text: str) -> str:
        for found in reversed(hits(text, known)):
            text = text[: found.start] + wanted.get(found.word.casefold(), found.word) + text[found.end :]
        return text

    def made(value: Any) -> Any:
        if isinstance(value, Part):
            kept = _NOT_WORDS | (_STAY if isinstance(value, Person) else set())
            names = [name for name in type(value).model_fields if name not in kept]
            return value.model_copy(update={name: made(getattr(value, name)) for name in names})
        if isinstance(value, tuple):
            return tuple(made(each) for each in value)
        if isinstance(value, dict):
            return {key: made(each) for key, each in value.items()}
        return reworded(value) if isinstance(value, str) and not isinstance(value, Enum) and value not in ids else value

    copies = {name: made(getattr(plan, name)) for name in _lists()}
    return replace(plan, session=made(plan.session), programme=made(plan.programme), **copies)


def line_of(word: str, plan: Plan) -> Line:
    """The first line of the session in which the word stands; the session itself for any other place."""
    for kind, name in _KINDS:
        for record in _records(plan, kind):
            if _stands_in(word, record, plan):
                return Line(name, record.id, "")
    return Line(LineKind.SESSION, plan.session.id, "")


def _records(plan: Plan, kind: type[Record]) -> Iterable[Record]:
    return (record for name in _lists() for record in getattr(plan, name) if isinstance(record, kind))


def _lists() -> list[str]:
    """The fields of a plan that hold records somebody wrote words in."""
    apart = {"session", "programme", "pictures", "team"}
    return [f.name for kind in (Lines, Shared) for f in fields(kind) if f.name not in apart]


def _is_name(word: str, plan: Shared) -> bool:
    return any(found.word == word for found in hits(word, known_names(plan)))


def _stands_in(word: str, record: Record, plan: Plan) -> bool:
    known = known_names(plan)
    return any(found.word == word for text in _texts(record) for found in hits(text, known))


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value
