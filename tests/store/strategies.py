"""Records of every kind with anything in every field, drawn from the fields' own types."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import time
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from amie_planner.domain import values
from amie_planner.domain.changes import Change, add, remove
from amie_planner.domain.monitoring import MonitoringAnswers
from amie_planner.domain.plan import Series
from amie_planner.domain.records import (
    OF_PROGRAMMES,
    InProgramme,
    InSession,
    Part,
    Person,
    Programme,
    Record,
    Requirement,
    Session,
)

P = TypeVar("P", bound=Part)

HOSTILE = (
    "<&\"'>",
    "<b>&amp;</b>",
    "שלום, עולם",
    "\u202eمرحبا\u202c",
    "🎶👩🏽‍🦽‍➡️",
    "a\0b",
    "\0",
    "e\u0301 é",
    "Robert'); DROP TABLE activity;--",
    "null",
    "[]",
    "=1+1",
    "line\r\nline\ttab",
    "\ufeffmark",
    "𝄞" * 20_000,
)
_TEXT = st.sampled_from(HOSTILE) | st.text(max_size=30)
_PLAIN: Sequence[tuple[Any, st.SearchStrategy[Any]]] = (
    (values.Id, st.text(min_size=1, max_size=64)),
    (values.Title, _TEXT.filter(str.strip)),
    (values.Text, st.none() | _TEXT),
    (values.Words, st.lists(_TEXT, max_size=3).map(tuple)),
    (values.Image, st.binary(min_size=1, max_size=60).map(lambda held: b64encode(held).decode())),
    (values.Flag, st.booleans()),
    (values.Minutes, st.integers(0, 1440)),
    (values.Count, st.integers(0, 1_000_000)),
    (values.Day, st.dates()),
    (values.Month, st.dates().map(lambda day: day.isoformat()[:7])),
    (values.Clock, st.builds(time, st.integers(0, 23), st.integers(0, 59))),
    (int, st.integers(0, 9)),
    (float, st.floats(0, 1e9)),
    (NoneType, st.none()),
)


def parts(kind: type[P], **fixed: Any) -> st.SearchStrategy[P]:
    """Any part or record of a kind, with some fields fixed."""
    hints = get_type_hints(kind, include_extras=True)
    drawn = {name: st.just(fixed[name]) if name in fixed else _any(hints[name]) for name in kind.model_fields}
    return st.fixed_dictionaries(drawn).map(lambda fields: kind.made(**fields))


def _any(hint: Any) -> st.SearchStrategy[Any]:
    for known, strategy in _PLAIN:
        if hint is known:
            return strategy
    kind, inside = get_origin(hint), get_args(hint)
    if kind is Annotated:
        return _any(inside[0])
    if kind in (Union, UnionType):
        return st.one_of([_any(choice) for choice in inside])
    if kind is Literal:
        return st.sampled_from(inside)
    if kind is tuple:
        return st.lists(_any(inside[0]), max_size=3).map(tuple)
    if kind is dict:
        return st.dictionaries(_any(inside[0]), _any(inside[1]), max_size=3)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    assert issubclass(hint, Part), hint
    return parts(hint)


@st.composite
def records(draw: st.DrawFn, kind: type[Record]) -> Record:
    """Any record of a kind; a programme's id is its own, and that of somebody's answers is theirs."""
    same = {Programme: ("programme", "id"), MonitoringAnswers: ("person", "id")}.get(kind, ())
    return draw(parts(kind, **dict.fromkeys(same, draw(_any(values.Id)))))


def with_parents(record: Record) -> tuple[Record, ...]:
    """The records that one needs to stand on, and the record, last."""
    needed: list[Record] = []
    if isinstance(record, InProgramme) and not isinstance(record, Programme):
        needed.append(Programme.made(programme=record.programme, id=record.programme, title="Any"))
    if isinstance(record, InSession):
        needed.append(Session.made(programme=record.programme, id=record.session, title="Any"))
    if isinstance(record, Requirement | MonitoringAnswers):
        needed.append(Person.made(programme=record.programme, id=record.person))
    return (*needed, record)


@st.composite
def steps(draw: st.DrawFn, series: Series, longest: int = 5) -> list[tuple[Change, ...]]:
    """A run of steps, each a set of changes that is valid where it stands."""
    made = []
    for _ in range(draw(st.integers(1, longest))):
        made.append(draw(_step(series)))
        series = series.after(made[-1])
    return made


@st.composite
def _step(draw: st.DrawFn, series: Series) -> tuple[Change, ...]:
    kind = draw(st.sampled_from(OF_PROGRAMMES))
    held = [record for record in series.records() if type(record) is kind]
    ways = (["revise"] if held else []) + (["remove"] if held and kind is not Programme else [])
    way = draw(st.sampled_from([*ways, "add"] if kind is not Programme else ways))
    if way == "remove":
        return _without(draw(st.sampled_from(held)), series)
    place: dict[str, Any] = {"programme": series.programme.id}
    if way == "revise":
        before = draw(st.sampled_from(held))
        place |= {name: getattr(before, name) for name in ("id", "session", "person") if hasattr(before, name)}
        return (Change(before, draw(parts(kind, **place))),)
    if issubclass(kind, InSession):
        place["session"] = draw(st.sampled_from([lines.session.id for lines in series.sessions] or ["none"]))
    if kind is Requirement:
        place["person"] = draw(st.sampled_from([person.id for person in series.people] or ["none"]))
    if "none" in place.values():
        return ()
    new = draw(parts(kind, **place))
    return () if new.key in {record.key for record in series.records()} else (add(new),)


def _without(record: InProgramme, series: Series) -> tuple[Change, ...]:
    goes = [record]
    for other in series.records():
        inside = isinstance(record, Session) and isinstance(other, InSession) and other.session == record.id
        of_them = isinstance(record, Person) and isinstance(other, Requirement) and other.person == record.id
        goes += [other] if inside or of_them else []
    return tuple(map(remove, goes))
