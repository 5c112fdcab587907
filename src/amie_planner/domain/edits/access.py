"""Answering cells of the access grid: by design, by a change of the library or the plan, or not any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from amie_planner.domain.access_grid import GridCell, Need
from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.edits.changes_inside import remove_adaptation
from amie_planner.domain.edits.parts import Changes, keeping, new_id, next_id, next_position, without
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import Adaptation, ByDesign, LibraryAdaptation
from amie_planner.domain.vocabulary import Reach

_SAID_ONCE = {
    "verdict": None,
    "then": None,
    "verdict_note": None,
    "carried": None,
    "follows": None,
}
"""How a change went, and what became of it: where it is split in two, one half says it."""
Source = Adaptation | LibraryAdaptation | str
"""What answers a cell: a change that is in the plan already, one from the library, or the leader's own words."""
_SAME = ("reach", "kit", "nothing_needed", "setup_minutes", "set_up", "lead_days", "fallback")


def answer(plan: Plan, cells: Sequence[GridCell], source: Source) -> Changes:
    """The cells are answered by a change; one that is in the plan already is widened where it says no more than asked.

    An adaptation answers each thing it names in each activity it names, so cells that make no such block become
    several adaptations.
    """
    held = source if isinstance(source, Adaptation) else _taken_already(plan, source)
    if held is not None and (widened := _widened(held, cells)) is not None:
        return (Change(held, widened),) if widened != held else ()
    changes: list[Change] = []
    here, position = plan.session, next_position(plan.adaptations)
    taken = {d.id for d in plan.adaptations}
    first = new_id("d", plan.adaptations, plan.replies)
    for needs, activities in _blocks(cells):
        id = first if not changes else next_id("d", taken)
        taken.add(id)
        asked = _asked(needs)
        fields = _fields(source) | {"who": _who(plan, needs, source)} | asked
        place = {"id": id, "programme": here.programme, "session": here.id, "position": position + len(changes)}
        changes.append(add(Adaptation.made(**place, activities=activities, **fields)))
    return tuple(changes)


def meet_by_design(plan: Plan, cell: GridCell) -> Changes:
    """The activity meets it as it is: nothing has to change there."""
    if any(isinstance(met, ByDesign) for met in cell.by):
        return ()
    here = plan.session
    named = {"requirement": cell.need.requirement.id} if cell.need.requirement else {"barrier": cell.need.expected}
    id = next_id("b", (met.id for met in plan.by_design))
    place = {"id": id, "programme": here.programme, "session": here.id, "position": next_position(plan.by_design)}
    return (add(ByDesign.made(**place, activity=cell.activity.id, **named)),)


def take_answer_away(series: Series, plan: Plan, cell: GridCell) -> Changes:
    """Nothing answers the cell any more; what answered it stays wherever else it helps."""
    changes: dict[Any, Change] = {}
    now = series
    for answered_by in cell.by:
        if isinstance(answered_by, ByDesign):
            now = keeping(changes, now, (remove(answered_by),))
        else:
            now = keeping(changes, now, _without_cell(now, now.plan(plan.session.id), answered_by, cell))
    return tuple(changes.values())


def _without_cell(series: Series, plan: Plan, held: Adaptation, cell: GridCell) -> Changes:
    everywhere = tuple(a.id for a in plan.activities) if held.activities == "all" else held.activities
    elsewhere = without(everywhere, cell.activity.id)
    others = _without_need(held, cell.need)
    if not elsewhere and not (others["requirements"] or others["barriers"]):
        return remove_adaptation(series, plan.session.id, held.id)
    if not (others["requirements"] or others["barriers"]):
        return (revise(held, activities=elsewhere),)
    rest = revise(held, **others)
    if not elsewhere:
        return (rest,)
    only = {"requirements": (), "barriers": (), "setup_minutes": 0 if held.setup_minutes else held.setup_minutes}
    only |= _asked((cell.need,)) | _SAID_ONCE
    id, position = new_id("d", plan.adaptations, plan.replies), next_position(plan.adaptations)
    return (rest, add(held.revised(id=id, position=position, activities=elsewhere, **only)))


def _without_need(held: Adaptation, need: Need) -> dict[str, Any]:
    gone = need.requirement.id if need.requirement else None
    return {
        "requirements": tuple(id for id in held.requirements if id != gone),
        "barriers": tuple(b for b in held.barriers if need.requirement or b is not need.expected),
    }


def _taken_already(plan: Plan, source: LibraryAdaptation | str) -> Adaptation | None:
    """The change of this plan that was taken from the same entry, and not reworded since."""
    if isinstance(source, str):
        return next((d for d in plan.adaptations if d.what == source and d.library is None), None)
    return next((d for d in plan.adaptations if d.library == source.id and d.what == source.title), None)


def _widened(held: Adaptation, cells: Sequence[GridCell]) -> Adaptation | None:
    """The change with the cells in it, where that answers nothing else besides."""
    if not _is_alike(held, cells):
        return None
    of_people = all(cell.need.requirement for cell in cells)
    named = set(held.requirements) if of_people else set(held.barriers)
    asked = {_name(cell.need) for cell in cells}
    if held.activities == "all":
        return _naming(held, cells) if asked <= named else None
    there = set(held.activities)
    new = {(_name(cell.need), cell.activity.id) for cell in cells}
    both = {(name, activity) for name in named for activity in there} | new
    block = {(name, activity) for name in named | asked for activity in there | {a for _, a in new}}
    if both != block:
        return None
    activities = (*held.activities, *dict.fromkeys(c.activity.id for c in cells if c.activity.id not in there))
    return _naming(held, cells).revised(activities=activities)


def _is_alike(held: Adaptation, cells: Sequence[GridCell]) -> bool:
    """Whether the change may name what the cells ask: barriers only where it names no requirement, and a change for
    one person stays that person's."""
    if held.reach is Reach.ONE and not _is_of_the_same(held, cells):
        return False
    return all(cell.need.requirement for cell in cells) or not held.requirements


def _is_of_the_same(held: Adaptation, cells: Sequence[GridCell]) -> bool:
    return {c.need.requirement.id for c in cells if c.need.requirement} <= set(held.requirements)


def _naming(held: Adaptation, cells: Sequence[GridCell]) -> Adaptation:
    asked = _asked(dict.fromkeys(cell.need for cell in cells))
    return held.revised(
        requirements=tuple(dict.fromkeys((*held.requirements, *asked.get("requirements", ())))),
        barriers=tuple(dict.fromkeys((*held.barriers, *asked.get("barriers", ())))),
    )


def _name(need: Need) -> str:
    return need.requirement.id if need.requirement else str(need.expected)


def _asked(needs: Iterable[Need]) -> dict[str, Any]:
    needs = tuple(needs)
    named = tuple(need.requirement.id for need in needs if need.requirement)
    return {"requirements": named} if named else {"barriers": tuple(n.expected for n in needs if n.expected)}


def _blocks(cells: Sequence[GridCell]) -> list[tuple[tuple[Need, ...], tuple[str, ...]]]:
    """Needs that ask in the very same activities, together with those activities."""
    where: dict[str, list[str]] = {}
    needs = {cell.need.id: cell.need for cell in cells}
    for cell in cells:
        where.setdefault(cell.need.id, []).append(cell.activity.id)
    together: dict[tuple[str, ...], list[Need]] = {}
    for id, activities in where.items():
        together.setdefault(tuple(activities), []).append(needs[id])
    return [(tuple(asking), activities) for activities, asking in together.items()]


def _fields(source: Source) -> dict[str, Any]:
    if isinstance(source, str):
        return {"what": source, "reach": None}
    fields = {name: getattr(source, name) for name in _SAME}
    if isinstance(source, Adaptation):
        return fields | {"what": source.what, "library": source.library}
    return fields | {"what": source.title, "library": source.id}


def _who(plan: Plan, needs: Sequence[Need], source: Source) -> str | None:
    """Who does it already, else who sees to all that is asked, else the only adult there is."""
    if isinstance(source, Adaptation) and source.who:
        return source.who
    owners = {need.requirement.owner for need in needs if need.requirement}
    if len(owners) == 1 and (owner := owners.pop()):
        return owner
    adults = [member.id for member in plan.team if not member.young_leader]
    return adults[0] if len(adults) == 1 else None
