"""The short prompts for looking back on a session, on paper and on screen. Source: resources/reflection.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from amie_planner.places import resource


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question to look back with. `key` is what the answer is kept under in `Session.reflection`."""

    key: str
    words: str


@cache
def prompts() -> tuple[Prompt, ...]:
    """Every prompt, in the order to ask them."""
    return tuple(Prompt(**prompt) for prompt in json.loads(resource("reflection.json").read_text(encoding="utf-8")))
