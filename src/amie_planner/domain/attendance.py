"""How many came to a session: one definition for counts, returns and plan files without people."""

from __future__ import annotations

from amie_planner.domain.records import Register
from amie_planner.domain.vocabulary import Mark, RegisterMode


def attendance(register: Register | None) -> int | None:
    """With a people register present + late + walk-ins, with a headcount the headcount; None if not taken.

    A register that does not say its mode is a people register if it holds marks. Where nobody is marked as there and
    somebody's mark is still open, as when only a long absence was noted beforehand, it was not taken.
    """
    if register is None:
        return None
    marks = [mark for mark in register.people.values() if mark is not Mark.NOT_TAKEN]
    by_person = register.mode is RegisterMode.PEOPLE or (register.mode is None and bool(marks))
    if not by_person:
        return register.headcount
    came = sum(mark in (Mark.PRESENT, Mark.LATE) for mark in marks) + walk_ins(register)
    still_open = len(marks) < len(register.people)
    return came if came or (marks and not still_open) else None


def walk_ins(register: Register) -> int:
    """How many came who are not in the group: as counted, and no fewer than have a name."""
    return max(register.walk_ins or 0, len(register.guests))
