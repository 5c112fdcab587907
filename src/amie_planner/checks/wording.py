"""Wording of the checks that is data: stock phrases, and the names that each genre family contains."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from amie_planner.places import resource


@cache
def _heard() -> dict[str, Any]:
    return dict(json.loads(resource("heard.json").read_text(encoding="utf-8")))


def stock_phrases() -> tuple[str, ...]:
    """Phrases that say nothing of what to do. Source: resources/heard.json."""
    return tuple(_heard()["stock_phrases"])


def genre_families() -> dict[str, tuple[str, ...]]:
    """The names that each family contains beside its own, by key. Source: resources/heard.json."""
    return {family: tuple(names) for family, names in _heard()["genre_families"].items()}
