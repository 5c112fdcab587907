"""A session that has no running order yet starts from a first plan; what it says already stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amie_planner.domain import plan_templates
from amie_planner.domain.changes import add
from amie_planner.domain.edits.parts import Changes, if_different, new_id, next_position
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, ByDesign, InSession, Intention, PlanTemplate, Record

_PREFIX: dict[type[Record], str] = {Intention: "i", Activity: "a", Adaptation: "d", ByDesign: "b"}


def start_from(plan: Plan, template: PlanTemplate) -> Changes:
    """Adds the running order of a first plan at the end, what it is for, what changes, and what is met by design.

    Of the session itself only what nothing is said of is filled in, such as its length. Where people are expected,
    nothing is claimed for them: what a plan expects to be in the way, and what it meets by design, is left out.
    """
    here, apart = plan.session, {"expects"} if plan.expected else set()
    said = plan_templates.session_fields(template).items()
    filled = {name: value for name, value in said if name not in apart and getattr(here, name) in (None, ())}
    lines = (line for line in _lines(plan, template) if not (plan.expected and isinstance(line, ByDesign)))
    return (*if_different(here, **filled), *map(add, lines))


def _lines(plan: Plan, template: PlanTemplate) -> Iterator[InSession]:
    """The lines of the first plan by ids that are free here: what others name comes before them."""
    held: dict[type[Record], list[Record]] = {
        Intention: [*plan.intentions],
        Activity: [*plan.activities],
        Adaptation: [*plan.adaptations],
        ByDesign: [*plan.by_design],
    }
    called: dict[tuple[type[Record], str], str] = {}
    for line in plan_templates.lines(template, plan.session):
        kind = type(line)
        id = new_id(_PREFIX[kind], held[kind], plan.replies)
        called[kind, line.id] = id
        made = line.revised(id=id, position=next_position(held[kind]), **_named(line, called))
        held[kind].append(made)
        yield made


def _named(line: InSession, called: dict[tuple[type[Record], str], str]) -> dict[str, Any]:
    """What a line names, by its new ids."""
    if isinstance(line, Activity):
        return {"serves": tuple(called[Intention, id] for id in line.serves if (Intention, id) in called)}
    if isinstance(line, Adaptation) and line.activities != "all":
        return {"activities": tuple(called[Activity, id] for id in line.activities if (Activity, id) in called)}
    if isinstance(line, ByDesign) and line.activity:
        return {"activity": called[Activity, line.activity]}
    return {}
