"""Representative: participants and colleagues reflect our diverse society. One plan is asked, never judged."""

from __future__ import annotations

from amie_planner.checks.check import Line, Principle, prompt
from amie_planner.domain.plan import Plan

PRINCIPLE = Principle("R", "Representative", "Participants and colleagues reflect our diverse society")


@prompt(
    "R01",
    PRINCIPLE,
    question="Who will young people see leading, named, heard and pictured today?",
    why="Music is made with and by people like and unlike oneself (South Coast Music Partnership, on inclusion).",
)
def who_is_seen(_: Plan) -> tuple[Line, ...]:
    """Always asked."""
    return ()


@prompt(
    "R02",
    PRINCIPLE,
    question="Does anything assume family, gender, faith, home or money?",
    why="An activity can lean on such a thing without anybody meaning it to (our own question, from practice).",
)
def nothing_is_assumed(_: Plan) -> tuple[Line, ...]:
    """Always asked."""
    return ()
