"""One kit list: everything that a session's activities and changes need, once each, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass

from amie_planner.domain import words
from amie_planner.domain.library import folded
from amie_planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class KitItem:
    """One thing to pack, in the leader's words, and the activities and changes that need it."""

    name: str
    uses: tuple[str, ...]
    for_access: bool


def kit_list(plan: Plan) -> tuple[KitItem, ...]:
    """The kit of the running order in the order of the day, then what only changes need. Plan B and breaks are packed
    for too."""
    found: dict[str, KitItem] = {}

    def pack(name: str, use: str, *, for_access: bool) -> None:
        held = found.get(folded(name))
        uses = (*held.uses, use) if held else (use,)
        access = for_access or (held.for_access if held else False)
        found[folded(name)] = KitItem(held.name if held else name, tuple(dict.fromkeys(uses)), access)

    for activity in plan.activities:
        for name in activity.kit:
            pack(name, words.activity_title(activity), for_access=False)
    for adaptation in plan.adaptations:
        whom = words.adapted_for(adaptation, plan)
        what = adaptation.what or "a change to be described"
        for name in adaptation.kit:
            pack(name, f"{whom}: {what}" if whom else what, for_access=True)
    return tuple(found.values())
