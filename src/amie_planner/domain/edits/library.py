"""The library: kept from a plan, copied back to it, altered, taken off the shelf, brought in from a pack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from amie_planner.domain import library
from amie_planner.domain.changes import add, remove, revise
from amie_planner.domain.edits import shelves
from amie_planner.domain.edits.parts import Changes, next_position, one, without
from amie_planner.domain.edits.shelves import LONGEST_TITLE as LONGEST_TITLE
from amie_planner.domain.edits.shelves import as_title, own_id
from amie_planner.domain.packs import Coming, How
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, LibraryAdaptation, Requirement

Kept = Sequence[LibraryAdaptation]
"""The leader's own records of the library: what they wrote, and what they altered of what came with the program."""


def add_to_library(kept: Kept, **fields: Any) -> tuple[str, Changes]:
    """A new entry of the leader's own."""
    id = own_id()
    return id, (add(LibraryAdaptation.made(id=id, position=next_position(kept), **fields)),)


def alter_in_library(kept: Kept, entry: LibraryAdaptation, **fields: Any) -> Changes:
    """An entry with some fields changed; one that came with the program becomes a record of the leader's."""
    return shelves.alter(kept, entry, **fields)


def remove_from_library(kept: Kept, entry: LibraryAdaptation) -> Changes:
    """An entry leaves the shelf: the leader's own goes, and what it worked well with lets go of it; one that came
    with the program is hidden."""
    if not library.is_own(entry):
        return alter_in_library(kept, entry, hidden=True)
    pointing = (each for each in kept if entry.id in each.works_well_with and each.id != entry.id)
    let_go = (revise(each, works_well_with=without(each.works_well_with, entry.id)) for each in pointing)
    return (*let_go, remove(entry))


def return_to_shelf(kept: Kept, id: str) -> Changes:
    """An entry that was taken off the shelf is on it again, as it was."""
    return shelves.put_on(kept, id, library.as_it_came(id))


def put_back_in_library(kept: Kept, id: str) -> Changes:
    """An entry that came with the program is again as it came."""
    return shelves.put_back(kept, id, library.as_it_came(id))


def keep_in_library(kept: Kept, plan: Plan, adaptation: str) -> tuple[str, Changes]:
    """A change of a plan becomes an entry of the leader's own; the plan says where it lies.

    Nobody is named by it but in its texts: see `texts_of`.
    """
    held = one(plan.adaptations, adaptation)
    id, added = add_to_library(kept, title=_as_title(held.what), barriers=_barriers(held, plan), **_carried_over(held))
    return id, (*added, revise(held, library=id))


def copy_back(kept: Kept, entry: LibraryAdaptation, adaptation: Adaptation) -> Changes:
    """What was learned in a plan goes back into the entry that it came from; what the plan does not say stays.

    A plan says an entry by its title, so other words there become its title. They say what to do as well where the
    entry says no more than its title, or where they are too long for one.
    """
    said = _carried_over(adaptation)
    what = said.pop("what", entry.title)
    if what not in (entry.title, entry.what):
        brief = entry.what is None or _as_title(entry.what) == entry.title
        said["title"] = _as_title(what)
        said |= {"what": what} if brief or what != said["title"] else {}
    return alter_in_library(kept, entry, **said)


def bring_into_library(kept: Kept, chosen: Iterable[Coming]) -> Changes:
    """Entries of a pack come to the shelf, on top and in their order; one that differs from what is there comes beside
    it. What they work well with is let go of where it is not here."""
    coming = [each for each in chosen if each.brings]
    ids = {each.entry.id: own_id() if each.how is How.DIFFERS else each.entry.id for each in coming}
    here = {*library.starter_ids(), *(entry.id for entry in kept)}
    first = next_position(kept)
    return tuple(
        add(
            each.entry.revised(
                id=ids[each.entry.id],
                position=first + n,
                works_well_with=tuple(ids.get(id, id) for id in each.entry.works_well_with if id in here or id in ids),
            )
        )
        for n, each in enumerate(reversed(coming))
    )


def texts_of(adaptation: Adaptation) -> tuple[str, ...]:
    """What goes into the library in the leader's own words, where a name may stand."""
    return tuple(text for text in (adaptation.what, adaptation.fallback, *adaptation.kit) if text)


def _as_title(what: str | None) -> str:
    return as_title(what, "A change to be described")


def _barriers(adaptation: Adaptation, plan: Plan) -> tuple[str, ...]:
    asked: list[Requirement] = [r for r in plan.requirements if r.id in adaptation.requirements]
    barriers = (*adaptation.barriers, *(r.barrier for r in asked if r.barrier))
    return tuple(dict.fromkeys(barriers))


_SAME = ("what", "reach", "setup_minutes", "set_up", "lead_days", "fallback")


def _carried_over(adaptation: Adaptation) -> dict[str, Any]:
    said = {name: getattr(adaptation, name) for name in _SAME}
    recorded = {name: value for name, value in said.items() if value is not None}
    if adaptation.kit or adaptation.nothing_needed:
        recorded |= {"kit": adaptation.kit, "nothing_needed": adaptation.nothing_needed}
    return recorded
