"""Change: a record before and a record after. Undo is the inverse, in reverse order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amie_planner.domain.records import Key, Record


@dataclass(frozen=True, slots=True)
class Change:
    """Adds (no before), removes (no after) or revises (both, with one key) a record."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs a record")
        if self.before and self.after and self.before.key != self.after.key:
            raise ValueError("a change keeps the key of its record")

    @property
    def record(self) -> Record:
        """The record as it is after, or as it was if it goes."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def key(self) -> Key:
        """The record's key."""
        return self.record.key

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


def add(record: Record) -> Change:
    """A record that was not there before."""
    return Change(None, record)


def remove(record: Record) -> Change:
    """A record that goes."""
    return Change(record, None)


def revise(record: Record, **fields: Any) -> Change:
    """A record with some fields changed. Raises InvalidRecord."""
    return Change(record, record.revised(**fields))


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What takes the changes back: each one's inverse, last first."""
    return tuple(change.inverse for change in reversed(tuple(changes)))
