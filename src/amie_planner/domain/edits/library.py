"""The library: kept from a plan, copied back to it, altered, taken off the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from amie_planner.domain import library
from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.edits.parts import Changes, next_id, next_position, one
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, LibraryAdaptation, Requirement

Kept = Sequence[LibraryAdaptation]
"""The leader's own records of the library: what they wrote, and what they altered of what came with the program."""
LONGEST_TITLE = 80
"""Characters of a title that is made from what changes."""


def add_to_library(kept: Kept, **fields: Any) -> tuple[str, Changes]:
    """A new entry of the leader's own."""
    id = next_id("own", (entry.id for entry in kept))
    return id, (add(LibraryAdaptation.made(id=id, position=next_position(kept), **fields)),)


def alter_in_library(kept: Kept, entry: LibraryAdaptation, **fields: Any) -> Changes:
    """An entry with some fields changed; one that came with the program becomes a record of the leader's."""
    mine = any(each.id == entry.id for each in kept)
    after = entry.revised(**fields)
    if after == entry:
        return ()
    return (Change(entry, after),) if mine else (add(after),)


def remove_from_library(kept: Kept, entry: LibraryAdaptation) -> Changes:
    """An entry leaves the shelf: the leader's own goes, one that came with the program is hidden."""
    return (remove(entry),) if library.is_own(entry) else alter_in_library(kept, entry, hidden=True)


def put_back_in_library(kept: Kept, id: str) -> Changes:
    """An entry that came with the program is again as it came."""
    return tuple(remove(entry) for entry in kept if entry.id == id and not library.is_own(entry))


def keep_in_library(kept: Kept, plan: Plan, adaptation: str) -> tuple[str, Changes]:
    """A change of a plan becomes an entry of the leader's own, with no person in it; the plan says where it lies."""
    held = one(plan.adaptations, adaptation)
    id, added = add_to_library(kept, title=_title(held), barriers=_barriers(held, plan), **_carried_over(held))
    return id, (*added, revise(held, library=id))


def copy_back(kept: Kept, entry: LibraryAdaptation, adaptation: Adaptation) -> Changes:
    """What was learned in a plan goes back into the entry that it came from."""
    return alter_in_library(kept, entry, **_carried_over(adaptation))


def _title(adaptation: Adaptation) -> str:
    first = (adaptation.what or "A change to be described").split("\n")[0]
    return first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 1].rstrip()}…"


def _barriers(adaptation: Adaptation, plan: Plan) -> tuple[str, ...]:
    asked: list[Requirement] = [r for r in plan.requirements if r.id in adaptation.requirements]
    barriers = (*adaptation.barriers, *(r.barrier for r in asked if r.barrier))
    return tuple(dict.fromkeys(barriers))


_SAME = ("what", "reach", "kit", "nothing_needed", "setup_minutes", "set_up", "lead_days", "fallback")


def _carried_over(adaptation: Adaptation) -> dict[str, Any]:
    return {name: getattr(adaptation, name) for name in _SAME}
