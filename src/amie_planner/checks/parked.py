"""Replies to HEARD that were parked and whose time has come, to be answered again before the next session."""

from __future__ import annotations

from amie_planner.checks import PlanCheck, run
from amie_planner.checks.check import Answer
from amie_planner.checks.conversation import Turn, conversation
from amie_planner.domain.plan import Plan
from amie_planner.domain.vocabulary import ReplyKind


def come_back(plan: Plan, checks: tuple[PlanCheck, ...]) -> tuple[Turn, ...]:
    """The findings that were parked until a day that has come, or until the next session, and still ask something.

    Only the checks that were ever parked are run. What is looked at first here is asked there.
    """
    parked = {reply.check for reply in plan.replies if reply.reply is ReplyKind.PARKED}
    found = run(plan, tuple(held for held in checks if held.id in parked)) if parked else ()
    return tuple(turn for turn in conversation(plan, found) if _comes_back(turn))


def _comes_back(turn: Turn) -> bool:
    replied = turn.replied
    if replied is None or turn.in_focus or turn.finding.answer is Answer.STRENGTH:
        return False
    until_next = replied.earlier and replied.reply.until is None
    return replied.reply.reply is ReplyKind.PARKED and (replied.due or until_next)
