"""Who brings what: each thing that a session needs, and who of the team sees to it."""

from __future__ import annotations

from collections.abc import Iterable

from amie_planner.domain.library import folded
from amie_planner.domain.plan import Plan


def holders(plan: Plan) -> dict[str, tuple[str, set[str]]]:
    """Each thing by its folded name: as it is written first, and who brings it.

    That is who sees to the change that needs it, else who leads the activity.
    """
    team = {member.id for member in plan.team}
    found: dict[str, tuple[str, set[str]]] = {}

    def bring(items: Iterable[str], who: Iterable[str | None]) -> None:
        for item in items:
            found.setdefault(folded(item), (item, set()))[1].update(team.intersection(who))

    for activity in plan.activities:
        here = [d for d in plan.adaptations if d.activities == "all" or activity.id in d.activities]
        seen_to = {folded(item) for d in here if d.who in team for item in d.kit}
        needed = (*activity.kit, *(item for d in here for item in d.kit))
        for item in needed:
            bring([item], () if folded(item) in seen_to else activity.leads)
    for change in plan.adaptations:
        bring(change.kit, [change.who])
    return found
