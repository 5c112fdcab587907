"""Plans to begin a session from: what it is for, its running order, what is expected to be in the way, what changes.

One that comes with the program names entries of the library, and says only what is otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from amie_planner.domain import activities, library
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    ByDesign,
    InSession,
    Intention,
    LibraryActivity,
    Part,
    PlanTemplate,
    Session,
    TemplateActivity,
    TemplateAdaptation,
)
from amie_planner.domain.vocabulary import Kind
from amie_planner.places import resource


@cache
def templates() -> tuple[PlanTemplate, ...]:
    """The first plans that come with the program. Source: resources/library/plans.json."""
    entries = json.loads(resource("library", "plans.json").read_text(encoding="utf-8"))["plans"]
    return tuple(PlanTemplate.made(position=n, **entry) for n, entry in enumerate(entries))


@cache
def _came() -> Mapping[str, PlanTemplate]:
    return {template.id: template for template in templates()}


def as_it_came(id: str) -> PlanTemplate | None:
    """The first plan that came with the program under this id."""
    return _came().get(id)


def session_fields(template: PlanTemplate) -> dict[str, Any]:
    """What a session that begins from it says of itself. Its title, day and place are the leader's."""
    held = ("minutes", "ready_minutes", "adults", "expects", "notes")
    return {name: value for name, value in _said(template).items() if name in held}


def running_order(template: PlanTemplate) -> tuple[dict[str, Any], ...]:
    """The fields of each activity: what its entry in the library says, but for what the plan says otherwise."""
    apart = ("library", "by_design")
    return tuple(
        (activities.taken(entry) if (entry := _entry(line)) else {})
        | {name: value for name, value in _said(line).items() if name not in apart}
        for line in template.activities
    )


def lines(template: PlanTemplate, session: Session) -> tuple[InSession, ...]:
    """The lines of a new session: intentions, running order, what changes, and what is met by design.

    Who does what, whose idea it was and who chose the music stay open. Raises InvalidRecord.
    """
    running = enumerate(running_order(template))
    order = tuple(Activity.made(**_place(session, n), **line) for n, line in running)
    return (
        *(Intention.made(**_place(session, n), **_said(each)) for n, each in enumerate(template.intentions)),
        *order,
        *(Adaptation.made(**_place(session, n), **_changed(each)) for n, each in enumerate(template.adaptations)),
        *_by_design(template, order),
    )


def _by_design(template: PlanTemplate, order: tuple[Activity, ...]) -> tuple[ByDesign, ...]:
    """Of activities that are read: neither Plan B nor a break. What the plan says of one goes before its entry."""
    made: list[ByDesign] = []
    for line, activity in zip(template.activities, order, strict=True):
        if not activity.skip and activity.kind is not Kind.BREAK:
            entry = _entry(line)
            out = {each.barrier: each for each in (*(entry.by_design if entry else ()), *line.by_design)}
            made += activities.met_by_design(out.values(), activity, template.expects, len(made))
    return tuple(made)


def _entry(line: TemplateActivity) -> LibraryActivity | None:
    return activities.as_it_came(line.library) if line.library else None


def _changed(line: TemplateAdaptation) -> dict[str, Any]:
    entry = library.as_it_came(line.library) if line.library else None
    taken = {name: getattr(entry, name) for name in _CARRIED} | {"what": entry.title} if entry else {}
    return taken | _said(line)


def _said(part: Part) -> dict[str, Any]:
    return {name: value for name, value in part if value is not None and value != () and value is not False}


def _place(session: Session, position: int) -> dict[str, Any]:
    return {"programme": session.programme, "session": session.id, "position": position}


_CARRIED = ("reach", "kit", "nothing_needed", "setup_minutes", "set_up", "lead_days", "fallback")
"""What a change in a plan takes over from its entry in the library."""
