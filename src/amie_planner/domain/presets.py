"""First plans for a setting: what a new programme begins with. Source: resources/presets.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from amie_planner.domain import plan_templates, vocabulary
from amie_planner.domain.records import PlanTemplate
from amie_planner.places import resource


@dataclass(frozen=True)
class Preset:
    """A setting, what it is like in a few words, and the plan that its first session begins from."""

    setting: str
    words: str
    template: PlanTemplate

    @property
    def label(self) -> str:
        """The setting by its label."""
        return vocabulary.label("setting", self.setting)


@cache
def presets() -> tuple[Preset, ...]:
    """Every preset, in the order to offer them."""
    entries = json.loads(resource("presets.json").read_text(encoding="utf-8"))
    by_setting = {template.setting: template for template in plan_templates.templates()}
    return tuple(Preset(**entry, template=by_setting[entry["setting"]]) for entry in entries)
