"""The groups that one person belongs to, or belonged to, over time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from amie_planner.domain.changes import revise
from amie_planner.domain.records import Membership, Person
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack
from amie_planner.ui.widgets.fields import DateField, TextField
from amie_planner.ui.workspace import OpenProgramme, shortened


def groups_of(desk: OpenProgramme, person: Callable[[], Person | None]) -> Kept:
    """The groups of a person, by their place in the list."""

    def groups() -> tuple[Membership, ...]:
        held = person()
        return held.groups if held else ()

    def change(what: str, made: tuple[Membership, ...]) -> None:
        if (held := person()) is not None:
            whose = f" of ‘{shortened(held.alias)}’" if held.alias else ""
            desk.do(f"{what} a group{whose}", [revise(held, groups=made)])

    def read() -> list[Entry]:
        return [Entry(str(n), _line(group)) for n, group in enumerate(groups())]

    def add() -> str:
        change("Add", (*groups(), Membership()))
        return str(len(groups()) - 1)

    def remove(id: str) -> None:
        change("Remove", tuple(group for n, group in enumerate(groups()) if str(n) != id))

    def form(id: str) -> Stack:
        return _form(desk, person, int(id))

    return Kept("group", "No group is written down.", read, add, remove, form)


def _line(group: Membership) -> str:
    joined = f"from {_day(group.joined)}" if group.joined else ""
    left = f"to {_day(group.left)}" if group.left else ""
    when = " ".join(part for part in (joined, left) if part)
    return ", ".join(part for part in (group.group or "To be named", when) if part)


def _day(value: Any) -> str:
    return f"{value.day}/{value.month}/{value.year}"


def _form(desk: OpenProgramme, person: Callable[[], Person | None], at: int) -> Stack:
    def read() -> Membership | None:
        held = person()
        return held.groups[at] if held and at < len(held.groups) else None

    def keep(name: str, words: str, value: Any) -> None:
        if (held := person()) is not None:
            groups = list(held.groups)
            groups[at] = groups[at].revised(**{name: value})
            desk.keep(held, words, f"group {at}", groups=tuple(groups))

    stack = Stack()
    stack.form(_GROUP, read, keep)
    return stack


_GROUP = (
    Asked("group", "Group", TextField, "Such as a class or a band."),
    Asked("joined", "In it from", DateField, "Day first, such as 8/9/2026."),
    Asked("left", "In it to", DateField),
)
