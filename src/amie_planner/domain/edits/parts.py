"""What every edit is made of: ids, positions, and what lets go of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any, TypeVar

from amie_planner.domain.changes import Change, remove, revise
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.pointing import named_by
from amie_planner.domain.records import (
    Record,
    Reply,
)

Changes = tuple[Change, ...]
R = TypeVar("R", bound=Record)


def next_id(prefix: str, taken: Iterable[str]) -> str:
    """The prefix and the number after the highest in use: a1, a2, a4 → a5."""
    known = set(taken)
    numbers = (re.fullmatch(rf"{prefix}(\d{{1,9}})", id, re.ASCII) for id in known)
    first = max((int(n[1]) for n in numbers if n), default=0) + 1
    return next(id for n in count(first) if (id := f"{prefix}{n}") not in known)


def new_id(prefix: str, records: Iterable[Record], replies: Iterable[Reply]) -> str:
    """An id that no record has, and that no reply still names."""
    return next_id(prefix, {record.id for record in records}.union(*map(named_by, replies)))


def in_this_order(records: Sequence[R]) -> Changes:
    """The changes that give records the positions 0, 1, 2 … of this sequence."""
    return tuple(revise(r, position=n) for n, r in enumerate(records) if r.position != n)


def next_position(records: Sequence[Record]) -> int:
    return max((r.position for r in records), default=-1) + 1


def replies_to(replies: Iterable[Reply], id: str, *, session: str | None = None) -> Changes:
    """Replies about what goes leave with it; what belongs to one session is named by the replies of that session, and
    after its id by those over time."""

    def names_it(reply: Reply) -> bool:
        if session in (None, reply.session):
            return id in named_by(reply)
        return reply.session is None and f"{session}/{id}" in reply.lines

    return tuple(remove(reply) for reply in replies if names_it(reply))


def lines_of(series: Series, session: str) -> Lines:
    return next(lines for lines in series.sessions if lines.session.id == session)


def one(records: Iterable[R], id: str) -> R:
    return next(r for r in records if r.id == id)


def without(ids: Sequence[str], id: str) -> tuple[str, ...]:
    return tuple(i for i in ids if i != id)


def if_different(record: Record, **fields: Any) -> Changes:
    change = revise(record, **fields)
    return () if change.before == change.after else (change,)


def keeping(kept: dict[Any, Change], series: Series, made: Changes) -> Series:
    """Adds changes to those kept, one a record, and returns the series after them."""
    for change in made:
        before = kept[change.key].before if change.key in kept else change.before
        kept[change.key] = Change(before, change.after)
    return series.after(made)
