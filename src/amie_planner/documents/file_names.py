"""What files of papers are called, so that no name tells whose they are and none takes the place of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from amie_planner.domain.records import Session


def told_apart(sessions: Sequence[Session]) -> list[str]:
    """By day or number, with a number behind where several are alike: 2026-09-08, session-03, 2026-09-08-2."""
    first = [_by_day_or_number(session) for session in sessions]
    times = Counter(first)
    return [f"{which}-{first[: at + 1].count(which)}" if times[which] > 1 else which for at, which in enumerate(first)]


def _by_day_or_number(session: Session) -> str:
    if session.date is not None:
        return session.date.isoformat()
    return f"session-{session.number:02d}" if session.number is not None else "session"


def kept_beside(names: Iterable[str], there: Iterable[str]) -> dict[str, str]:
    """New names for those that are there already, each with a number behind: 2026-09-08-run-sheet-2.pdf."""
    names = tuple(names)
    held = {name.casefold() for name in there}
    taken = held | {name.casefold() for name in names}
    found: dict[str, str] = {}
    for name in names:
        if name.casefold() in held:
            stem, _, ending = name.rpartition(".")
            number = 2
            while f"{stem}-{number}.{ending}".casefold() in taken:
                number += 1
            found[name] = f"{stem}-{number}.{ending}"
            taken.add(found[name].casefold())
    return found
