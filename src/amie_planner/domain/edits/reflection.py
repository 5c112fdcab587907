"""Looking back: answering a prompt, wording the prompts, notes for next time, and what was noticed of somebody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from amie_planner.domain.changes import Change, add, remove
from amie_planner.domain.edits.parts import (
    Changes,
    if_different,
    lines_of,
    new_id,
    next_id,
    next_position,
    one,
    replies_to,
)
from amie_planner.domain.plan import Series
from amie_planner.domain.records import NextTime, Observation, ReflectionPrompt, Session
from amie_planner.domain.reflection import is_ours, prompts


def answer_prompt(session: Session, key: str, text: str | None) -> Changes:
    """What is written under a prompt; nothing takes it away."""
    return if_different(session, reflection=session.reflection | {key: text})


def word_prompt(own: Sequence[ReflectionPrompt], key: str, words: str | None) -> Changes:
    """Another wording; without one, or with ours, one that came with the program is in our words again."""
    same = next((prompt.words for prompt in prompts() if prompt.key == key), None)
    return _kept(own, key, words=None if words == same else words)


def ask_prompt(own: Sequence[ReflectionPrompt], key: str, asked: bool) -> Changes:
    """Asks a prompt, or leaves it out. What sessions answered to it stays with them."""
    return _kept(own, key, left_out=not asked)


def add_prompt(own: Sequence[ReflectionPrompt], words: str | None = None) -> tuple[str, Changes]:
    """One of the leader's own, after the others. Its key is not one that an earlier one had, as those are kept."""
    id = next_id("own", (record.id for record in own))
    return id, (add(ReflectionPrompt.made(id=id, position=next_position(own), words=words)),)


def our_prompts_again(own: Iterable[ReflectionPrompt]) -> Changes:
    """Ours are asked, in our words; the leader's own stay."""
    return tuple(remove(record) for record in own if is_ours(record.id))


def note_for_next_time(series: Series, session: str, text: str) -> tuple[str, Changes]:
    """A new note, below the others of the session."""
    held = lines_of(series, session).next_time
    of_here = (reply for reply in series.replies if reply.session == session)
    id = new_id("n", held, of_here)
    made = NextTime.made(id=id, programme=series.programme.id, session=session, position=next_position(held), text=text)
    return id, (add(made),)


def remove_note(series: Series, session: str, note: str) -> Changes:
    """A note goes, with replies to it."""
    gone = one(lines_of(series, session).next_time, note)
    return (*replies_to(series.replies, note, session=session), remove(gone))


def add_observation(series: Series, **fields: Any) -> tuple[str, Changes]:
    """Something noticed, of one person or of the group."""
    id = next_id("o", (held.id for held in series.observations))
    made = Observation.made(id=id, programme=series.programme.id, position=next_position(series.observations), **fields)
    return id, (add(made),)


def remove_observation(series: Series, observation: str) -> Changes:
    """What was noticed goes."""
    return (remove(one(series.observations, observation)),)


def _kept(own: Sequence[ReflectionPrompt], key: str, **fields: Any) -> Changes:
    """A record for what differs from ours, and none where nothing does."""
    held = next((record for record in own if record.id == key), None)
    made = (held or ReflectionPrompt.made(id=key, position=next_position(own))).revised(**fields)
    after = None if is_ours(key) and made.words is None and not made.left_out else made
    return (Change(held, after),) if held != after and (held or after) else ()
