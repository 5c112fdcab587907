"""First plans for a setting: what a new programme begins with. Source: resources/presets.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from amie_planner.domain import vocabulary
from amie_planner.places import resource


@dataclass(frozen=True)
class Preset:
    """A setting, what it is like in a few words, and its first session's fields and activities."""

    setting: str
    words: str
    session: dict[str, Any]

    @property
    def label(self) -> str:
        """The setting by its label."""
        return vocabulary.label("setting", self.setting)


@cache
def presets() -> tuple[Preset, ...]:
    """Every preset, in the order to offer them."""
    return tuple(Preset(**preset) for preset in json.loads(resource("presets.json").read_text(encoding="utf-8")))
