"""A programme with a record of every kind that papers show, in which chosen fields hold a chosen text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from amie_planner.domain import values
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    ByDesign,
    InProgramme,
    Intention,
    NextTime,
    Observation,
    Person,
    Programme,
    Reply,
    Requirement,
    Session,
    TeamMember,
    VoiceEntry,
)
from amie_planner.domain.records.record import Part
from amie_planner.domain.vocabulary import Barrier, Consent, Kind

Planted = Callable[[str], str | None]
"""What stands in a field, which is called "Activity.music.title"."""

DAY = date(2026, 9, 8)
KINDS: dict[type[InProgramme], dict[str, Any]] = {
    Programme: {"id": "u1"},
    TeamMember: {"id": "t1"},
    Person: {"id": "p1", "recording_ok": Consent.NO},
    Requirement: {"id": "r1", "person": "p1", "barrier": next(iter(Barrier))},
    Session: {"id": "now", "date": DAY, "start": time(10), "minutes": 45},
    Intention: {"id": "i1"},
    Activity: {"id": "a1", "kind": Kind.PLAY, "minutes": 5, "leads": ("t1",), "serves": ("i1",)},
    Adaptation: {"id": "d1", "activities": ("a1",), "requirements": ("r1",), "who": "t1"},
    ByDesign: {"id": "b1", "requirement": "r1", "activity": "a1"},
    NextTime: {"id": "n1"},
    VoiceEntry: {"id": "v1", "session": "now", "date": DAY},
    Observation: {"id": "o1", "session": "now", "date": DAY, "person": "p1"},
    Reply: {"id": "y1"},
}
_IDS = {"session": "now", "adaptation": "d1"}
_BY_ID = values.ById[values.Text]


NAMES = ("Person.alias", "Person.name", "Person.name_at_home", "TeamMember.name")
"""Fields that say who somebody is."""


def fields() -> tuple[str, ...]:
    """Every field that holds a leader's own words, by its name."""
    return tuple(dict.fromkeys(name for kind in KINDS for name in _named(kind, kind.__name__)))


def _named(kind: type[Part], place: str) -> Iterator[str]:
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if hint in (values.Text, values.Title, values.Words, _BY_ID):
            yield f"{place}.{name}"
        elif inner := _part(hint):
            yield from _named(inner, f"{place}.{name}")


def plan(planted: Planted) -> Plan:
    """The plan of a session in which each field holds what it is given, and no other words."""
    records = [_made(kind, kind.__name__, planted, own | _belongs(kind)) for kind, own in KINDS.items()]
    return Series.of(records).plan("now")


def _belongs(kind: type[InProgramme]) -> dict[str, Any]:
    known = kind.model_fields
    return {name: held for name, held in (("programme", "u1"), ("session", "now")) if name in known and name != "id"}


def _made(kind: type[Part], place: str, planted: Planted, own: dict[str, Any]) -> Any:
    held = dict(own)
    for name, hint in get_type_hints(kind, include_extras=True).items():
        at = f"{place}.{name}"
        if hint in (values.Text, values.Title):
            held[name] = planted(at) or ("Title" if hint == values.Title else None)
        elif hint == values.Words:
            held[name] = tuple(filter(None, [planted(at)]))
        elif hint == _BY_ID:
            held[name] = {"went-well": planted(at)}
        elif inner := _part(hint):
            part = _made(inner, at, planted, {name: id for name, id in _IDS.items() if name in inner.model_fields})
            held[name] = (part,) if get_origin(hint) is tuple else part
    return kind.made(**held)


def _part(hint: Any) -> type[Part] | None:
    """The kind of part that a field holds, on its own or as a list; None for anything else."""
    if get_origin(hint) not in (tuple, Union, UnionType):
        return None
    return next((one for one in get_args(hint) if isinstance(one, type) and issubclass(one, Part)), None)
