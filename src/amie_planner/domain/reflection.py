"""The short prompts for looking back on a session, on paper and on screen, in our words or the leader's own.

Source: resources/reflection.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from amie_planner.domain.records import ReflectionPrompt, Session
from amie_planner.places import resource

NOTES = "next_time"
"""The prompt that asks for notes for next time: on paper one a line, on screen a list of them."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question to look back with. `key` is what the answer is kept under in `Session.reflection`."""

    key: str
    words: str


@cache
def prompts() -> tuple[Prompt, ...]:
    """Every prompt of ours, in the order to ask them."""
    return tuple(Prompt(**prompt) for prompt in json.loads(resource("reflection.json").read_text(encoding="utf-8")))


def every(own: Iterable[ReflectionPrompt]) -> tuple[Prompt, ...]:
    """Ours as the leader words them, then the leader's own; those that are left out too."""
    by_key = {record.id: record for record in sorted(own, key=lambda record: (record.position, record.id))}
    ours = tuple(Prompt(p.key, _words(by_key.pop(p.key, None)) or p.words) for p in prompts())
    return (*ours, *(Prompt(record.id, _words(record)) for record in by_key.values()))


def asked(own: Iterable[ReflectionPrompt]) -> tuple[Prompt, ...]:
    """The prompts that are asked. One of the leader's own that has no words yet is not."""
    held = tuple(own)
    out = left_out(held)
    return tuple(prompt for prompt in every(held) if prompt.words and prompt.key not in out)


def left_out(own: Iterable[ReflectionPrompt]) -> frozenset[str]:
    """The keys of the prompts that are not asked."""
    return frozenset(record.id for record in own if record.left_out)


def answered_besides(session: Session, own: Iterable[ReflectionPrompt]) -> tuple[Prompt, ...]:
    """What a session answers that is not asked now, so that no answer is lost with its prompt."""
    held = tuple(own)
    now = {prompt.key for prompt in asked(held)}
    known = {prompt.key: prompt.words for prompt in every(held)}
    return tuple(Prompt(key, known.get(key) or "Asked before") for key in session.reflection if key not in now)


def is_ours(key: str) -> bool:
    """Whether a prompt came with the program."""
    return any(prompt.key == key for prompt in prompts())


def _words(record: ReflectionPrompt | None) -> str:
    return " ".join((record.words or "").split()) if record else ""
