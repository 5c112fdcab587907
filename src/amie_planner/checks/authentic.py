"""Authentic: developed with, and informed by, the people it is for."""

from __future__ import annotations

from collections.abc import Iterator

from amie_planner.checks.check import Principle, Said, check, not_recorded, strength, worth_a_look
from amie_planner.checks.lines import activity, by_id, quoted, voice
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Decision
from amie_planner.domain.vocabulary import Outcome

PRINCIPLE = Principle("A", "Authentic", "Developed with, and informed by, the people it is for")


@check(
    "A01",
    PRINCIPLE,
    question="Whose voice shaped this plan?",
    why="Young people’s influence can be traced; coming along is not yet a voice (Sound Connections, on youth voice).",
)
def a_voice_shaped_the_plan(plan: Plan) -> Iterator[Said]:
    """≥ 1 voice entry that touches this session, as a whole or a counted activity of it, was adopted or adapted."""
    read = {None, *(a.id for a in plan.counted)}
    touching = [
        v for v in by_id(plan.voice) if any(t.session == plan.session.id and t.activity in read for t in v.touches)
    ]
    shaping = [voice(v) for v in touching if v.outcome in (Outcome.ADOPTED, Outcome.ADAPTED)]
    if not touching:
        yield not_recorded("Nothing that young people said or showed is linked to this session yet.")
    elif shaping:
        yield strength(f"Young people shaped this plan: {quoted(shaping)}.", *shaping)
    else:
        text = "What young people said or showed is linked to this session, and nothing has changed because of it yet."
        yield worth_a_look(text, *map(voice, touching))


@check(
    "A02",
    PRINCIPLE,
    question="Is there a real decision inside the session?",
    why="A choice that changes what happens next lets young people shape the music (Sound Connections, Music Lab).",
)
def there_is_a_real_decision(plan: Plan) -> Iterator[Said]:
    """A counted activity has a decision that is open or has ≥ 2 options."""
    deciding = [(activity(a), a.decision) for a in plan.counted if a.decision and _exists(a.decision)]
    real = [line for line, decision in deciding if decision.open or len(decision.options) > 1]
    if not deciding:
        yield not_recorded("No decision for young people is written into the session.")
    elif real:
        yield strength("Young people have a real decision to make inside the session.", *real)
    else:
        lines = [line for line, _ in deciding]
        yield worth_a_look(f"The decision has no second option yet, and is not open: {quoted(lines)}.", *lines)


def _exists(decision: Decision) -> bool:
    return bool(decision.question or decision.options or decision.open)
