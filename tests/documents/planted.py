"""A programme with a record of every kind that papers show, in which chosen fields hold a chosen text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date, time
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from tests.documents.stories import DOT

from amie_planner import checks
from amie_planner.documents import Document, PrintStyle, Sheet
from amie_planner.documents.document import Paper
from amie_planner.documents.naming import NAMELESS, Names
from amie_planner.documents.term_overview import Term
from amie_planner.domain import values
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    ByDesign,
    HeardWording,
    Intention,
    NextTime,
    Observation,
    Person,
    Picture,
    Programme,
    Record,
    Reply,
    Requirement,
    Session,
    TeamMember,
    VoiceEntry,
)
from amie_planner.domain.records.record import Part
from amie_planner.domain.vocabulary import Barrier, Consent, Kind, Outcome, ReplyKind

Planted = Callable[[str], str | None]
"""What stands in a field, which is called "Activity.music.title"."""

DAY = date(2026, 9, 8)
KINDS: dict[type[Record], dict[str, Any]] = {
    Programme: {"id": "u1"},
    Picture: {"id": "f1", "image": b64encode(DOT).decode()},
    TeamMember: {"id": "t1"},
    Person: {"id": "p1", "recording_ok": Consent.NO},
    Requirement: {"id": "r1", "person": "p1", "barrier": next(iter(Barrier))},
    Session: {"id": "now", "date": DAY, "start": time(10), "minutes": 45},
    Intention: {"id": "i1"},
    Activity: {"id": "a1", "kind": Kind.PLAY, "minutes": 5, "leads": ("t1",), "serves": ("i1",)},
    Adaptation: {"id": "d1", "activities": ("a1",), "requirements": ("r1",), "who": "t1"},
    ByDesign: {"id": "b1", "requirement": "r1", "activity": "a1"},
    NextTime: {"id": "n1"},
    VoiceEntry: {"id": "v1", "session": "now", "date": DAY, "outcome": Outcome.ADOPTED, "told_on": DAY},
    Observation: {"id": "o1", "session": "now", "date": DAY, "person": "p1"},
    Reply: {"id": "y1"},
    HeardWording: {"id": "H"},
}
ASKED = ("H01", checks.SERIES_CHECKS[0].id)
"""Questions of a plan and of a series that are asked of any, and so are worded and replied to."""
_IDS = {"id": "h1", "session": "now", "adaptation": "d1", "picture": "f1"}
_BY_ID = values.ById[values.Text]


NAMES = ("Person.alias", "Person.name", "Person.name_at_home", "TeamMember.name", "Session.attendance.guests")
"""Fields that say who somebody is."""
NOBODY = "Zz\u00ebqx"
"""Whom no text names, for papers that no name may show on."""


def fields() -> tuple[str, ...]:
    """Every field that holds a leader's own words, by its name."""
    return tuple(dict.fromkeys(name for kind in KINDS for name in _named(kind, kind.__name__)))


def _named(kind: type[Part], place: str) -> Iterator[str]:
    for name, hint in _hints(kind).items():
        if hint in (values.Text, values.Title, values.Words, _BY_ID):
            yield f"{place}.{name}"
        elif inner := _part(hint):
            yield from _named(inner, f"{place}.{name}")


@cache
def _hints(kind: type[Part]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def plan(planted: Planted) -> Plan:
    """The plan of a session in which each field holds what it is given, and no other words."""
    return _series(planted).plan("now")


def sheet(document: Paper[Any], planted: Planted, style: PrintStyle | None = None) -> Sheet:
    """A paper of that session, or of a term of it, with what HEARD finds in a hub's words.

    Where no name may show, nobody in it is called what a field is given.
    """
    names = document.names[0] if isinstance(document, Document) else Names.ALIAS
    silent = names in NAMELESS

    def given(field: str) -> str | None:
        return NOBODY if silent and field in NAMES else planted(field)

    heard = checks.worded(_made(HeardWording, "HeardWording", given, {"id": id}) for id in ("H", *ASKED))
    style = style or document.styles[0]
    if isinstance(document, Document):
        held = plan(given)
        return document.sheet(held, checks.run(held, heard.plan_checks), style=style)
    term = Term.over(_series(given), None, None)
    return document.sheet(term, checks.run_series(term, None, None, checks=heard.series_checks), names, style=style)


def _series(planted: Planted) -> Series:
    kinds = (kind for kind in KINDS if kind is not HeardWording)
    records = [_made(kind, kind.__name__, planted, KINDS[kind] | _belongs(kind)) for kind in kinds]
    return Series.of([*records, *_also(planted)])


def _also(planted: Planted) -> Iterator[Any]:
    """What makes more of the fields show: a card without a picture, and replies to what is asked."""
    card = {name: planted(f"Activity.card.{name}") for name in ("word", "second", "symbol")}
    yield Activity.made(id="a2", kind=Kind.SING, minutes=5, card=card, **_belongs(Activity))
    because = planted("Reply.because")
    for check in ASKED:
        yield Reply.made(id=check, check=check, reply=ReplyKind.ACTED_ON, because=because, **_belongs(Reply))


def _belongs(kind: type[Record]) -> dict[str, Any]:
    known = kind.model_fields
    return {name: held for name, held in (("programme", "u1"), ("session", "now")) if name in known and name != "id"}


def _made(kind: type[Part], place: str, planted: Planted, own: dict[str, Any]) -> Any:
    held = dict(own)
    for name, hint in _hints(kind).items():
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
