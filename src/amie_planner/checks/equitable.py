"""Equitable: people facing the biggest barriers receive the most support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from amie_planner.checks.check import Principle, Said, check, not_recorded, strength, worth_a_look
from amie_planner.checks.lines import adaptation, barrier, by_id, cells, named, person, requirement, short, some
from amie_planner.domain.access import Answered, Cell, grid, requirements
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation
from amie_planner.domain.words import activity_title, listed

PRINCIPLE = Principle("E", "Equitable", "People facing the biggest barriers receive the most support")


@check(
    "E01",
    PRINCIPLE,
    question="Does every access requirement meet every activity?",
    why="Inclusive is more than not excluding: it means looking for what keeps people out (Brighter Sound).",
)
def every_activity_meets_every_requirement(plan: Plan) -> Iterator[Said]:
    """No cell of the grid is “not yet”; or everybody was asked and nobody has a requirement."""
    people, needs = plan.expected, requirements(plan)
    if not plan.counted:
        return
    if not people:
        if not any(d.barriers for d in plan.read_adaptations):
            yield not_recorded("Nobody is listed, and no barrier is written down. Which barriers do you expect?")
        return
    lines = [person(p, plan) for p in by_id(people)]
    asked = [p for p in people if p.asked_about_access]
    if not needs and not asked:
        yield not_recorded("No access requirement is written down, and nobody is marked as asked.", *lines)
    if not needs and len(asked) == len(people):
        yield strength("Everybody was asked, and nobody has an access requirement.", *lines)
    yield from _in_the_grid(plan)


def _in_the_grid(plan: Plan) -> Iterator[Said]:
    by_requirement: dict[str, list[Cell]] = {r.id: [] for r in by_id(requirements(plan))}
    for found in grid(plan):
        by_requirement[found.requirement.id].append(found)
    rows = [row for row in by_requirement.values() if row]
    waiting = [kept for row in rows if (kept := [found for found in row if found.answer is Answered.NOT_YET])]
    if waiting:
        what = some(len(waiting), "access requirement is", "access requirements are")
        lines = (line for row in waiting for line in cells(row, plan))
        yield worth_a_look(f"{what} not met yet: {named([_where(row) for row in waiting])}.", *lines)
    elif rows:
        met = (requirement(row[0].requirement, plan) for row in rows)
        yield strength("Each access requirement is met in each activity where it matters.", *met)


def _where(row: list[Cell]) -> str:
    """What is in the way and where, without whose it is."""
    alone = len(row) == 1
    where = short(activity_title(row[0].activity)) if alone else some(len(row), "activity", "activities").lower()
    return f"{barrier(row[0].requirement)}, in {where}"


@check(
    "E02",
    PRINCIPLE,
    question="Could someone else carry out each adaptation?",
    why="A change happens when somebody else can pick up the plan and do it (our own question, from practice).",
)
def every_adaptation_says_who_with_what_and_how_long(plan: Plan) -> Iterator[Said]:
    """Every adaptation says who, with what (or “nothing needed”) and set-up minutes."""
    read = by_id(plan.read_adaptations)
    open_ones = [(d, missing) for d in read if (missing := _missing(d))]
    if requirements(plan) and not read and not _meets_by_design(plan):
        lines = (requirement(r, plan) for r in by_id(requirements(plan)))
        text = "Access requirements are written down, and nothing yet about what changes to meet them."
        yield not_recorded(text, *lines)
    elif open_ones:
        lines_open = [replace(adaptation(d), label=f"{adaptation(d).label} ({m})") for d, m in open_ones]
        what = some(len(open_ones), "adaptation leaves", "adaptations leave")
        names = named([f"“{adaptation(d).label}” ({m})" for d, m in open_ones])
        yield worth_a_look(f"{what} something unsaid: {names}.", *lines_open)
    elif read:
        yield strength("Each adaptation says who, with what and how long it takes to set up.", *map(adaptation, read))


def _missing(adaptation: Adaptation) -> str:
    unsaid = {
        "who": adaptation.who is None,
        "with what": not (adaptation.kit or adaptation.nothing_needed),
        "set-up minutes": adaptation.setup_minutes is None,
    }
    return listed(name for name, missing in unsaid.items() if missing)


def _meets_by_design(plan: Plan) -> bool:
    """Whether a by-design entry is read: none that hangs on an uncounted activity or an inactive requirement."""
    unread = {a.id for a in plan.activities} - {a.id for a in plan.counted}
    inactive = {r.id for r in plan.requirements if not r.active}
    return any(b.activity not in unread and b.requirement not in inactive for b in plan.by_design)
