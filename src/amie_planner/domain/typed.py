"""The texts that people typed into a plan, and the same plan with each of them said otherwise.

Ids are no texts, nor are words of a list of ours (a genre, a way to answer), nor is what somebody is called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar, get_args, get_type_hints

from amie_planner.domain import values
from amie_planner.domain.plan import Lines, Shared
from amie_planner.domain.records import Part, Record
from amie_planner.domain.vocabulary import labels

P = TypeVar("P", bound=Part)
S = TypeVar("S", bound=Shared)
Said = Callable[[str], str]
"""What is said in place of a text."""

_LISTS = {"genres": "genre", "practices": "practice", "ways": "way", "setting": "setting"}
"""Fields that hold a word of a list of ours or one of the leader's own, with the name of the list."""
_KEYS = frozenset({"symbol", "library", "check", "answer", "focus", "lines", "position"})
_CALLED = {
    "Person": frozenset({"alias", "name", "name_at_home"}),
    "TeamMember": frozenset({"name"}),
    "Register": frozenset({"guests"}),
}


def is_ours(field: str, text: str) -> bool:
    """Whether a text in a field of this name is a word of a list of ours, so that nobody typed it."""
    return field in _LISTS and text in labels()[_LISTS[field]]


def texts(held: Part) -> tuple[str, ...]:
    """Every text that somebody typed into a record."""
    found: list[str] = []

    def kept(text: str) -> str:
        found.append(text)
        return text

    said_otherwise(held, kept)
    return tuple(found)


def said_otherwise(held: P, said: Said) -> P:
    """A record with each of its texts as `said` has it; the same record where none is another."""
    changes = {}
    for name in _holding_texts(type(held)):
        before = getattr(held, name)
        after = _said(name, before, said)
        if after is not before:
            changes[name] = after
    return held.model_copy(update=changes) if changes else held


def plan_said_otherwise(plan: S, said: Said) -> S:
    """A plan or a series with each text of its records as `said` has it."""
    made: S = _lists_said(plan, said)
    return made


def _lists_said(held: Any, said: Said) -> Any:
    changes: dict[str, Any] = {}
    for field in fields(held):
        before = getattr(held, field.name)
        after = _said(field.name, before, said)
        if after is not before:
            changes[field.name] = after
    return replace(held, **changes) if changes else held


def _said(field: str, value: Any, said: Said) -> Any:
    match value:
        case str():
            return value if is_ours(field, value) else said(value)
        case tuple():
            made = tuple([_said(field, each, said) for each in value])
            return value if all(map(is_, made, value)) else made
        case Part():
            return said_otherwise(value, said)
        case Lines():
            return _lists_said(value, said)
        case dict():
            held = {key: _said(field, each, said) for key, each in value.items()}
            return value if all(held[key] is value[key] for key in value) else held
        case _:
            return value


@cache
def _holding_texts(kind: type[Part]) -> tuple[str, ...]:
    """The fields of a kind of record that hold texts, or parts that may."""
    left_out = _KEYS | _CALLED.get(kind.__name__, frozenset())
    hints = get_type_hints(kind, include_extras=True)
    return tuple(n for n in kind.model_fields if n not in left_out and _holds_texts(hints[n]))


def _holds_texts(hint: Any) -> bool:
    if hint in (values.Text, values.Title, values.Words, values.ById[values.Text]):
        return True
    if isinstance(hint, type):
        return issubclass(hint, Part) and not issubclass(hint, Record)
    return any(map(_holds_texts, get_args(hint)))
