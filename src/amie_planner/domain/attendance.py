"""How many came to a session: one rule for the register, the term grid, returns and plan files without people.

Who is expected and not marked is not taken, which is neither absent nor counted, and never makes a nought.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from amie_planner.domain.records import Person, Register
from amie_planner.domain.vocabulary import Mark, RegisterMode


def attendance(register: Register | None, expected: Iterable[Person]) -> int | None:
    """With a people register present + late + walk-ins, with a headcount the headcount; None if not taken.

    Nought is only said of a headcount, and of a people register in which everybody who is expected is absent.
    """
    if register is None:
        return None
    if mode_said(register) is not RegisterMode.PEOPLE:
        return register.headcount
    came = sum(mark in (Mark.PRESENT, Mark.LATE) for mark in register.people.values()) + walk_ins(register)
    nobody = Mark.ABSENT in register.people.values() and not unmarked(register, expected)
    return came if came or nobody else None


def came(register: Register | None, expected: Collection[Person]) -> str:
    """3 came, 4 not taken; nothing where no register was taken."""
    many = attendance(register, expected)
    if register is None or many is None:
        return ""
    open_ = unmarked(register, expected) if mode_said(register) is RegisterMode.PEOPLE else 0
    said = f"{many:,} came" if many else "Nobody came"
    return f"{said}, {open_:,} not taken" if open_ else said


def mode_said(register: Register) -> RegisterMode | None:
    """Which figures count, as it says or as what it holds shows; None where it holds neither.

    One that says neither and marks nobody as there was not taken by person: an absence may be noted beforehand.
    """
    if register.mode is None and any(mark in (Mark.PRESENT, Mark.LATE) for mark in register.people.values()):
        return RegisterMode.PEOPLE
    if register.mode is None and (register.headcount is not None or register.bands):
        return RegisterMode.HEADCOUNT
    return register.mode


def unmarked(register: Register, expected: Iterable[Person]) -> int:
    """How many of those who are expected have no mark, with a line or without one."""
    return sum(register.people.get(person.id, Mark.NOT_TAKEN) is Mark.NOT_TAKEN for person in expected)


def walk_ins(register: Register) -> int:
    """How many came who are not in the group: as counted, and no fewer than have a name."""
    return max(register.walk_ins or 0, len(register.guests))
