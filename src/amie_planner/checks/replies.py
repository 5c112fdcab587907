"""A leader's replies beside the findings they answer, and both as data for others to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from amie_planner.checks.check import Finding, Scope
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor


def reply_to(plan: Plan, finding: Finding) -> Reply | None:
    """The last reply to this check, for this session or the programme, about these lines or about none in particular.

    It never takes the finding away.
    """
    lines = {line.id for line in finding.lines}
    here = [
        reply
        for reply in plan.replies
        if reply.check == finding.check
        and (reply.reach is ReplyFor.PROGRAMME or reply.session == plan.session.id)
        and (not reply.lines or set(reply.lines) == lines)
    ]
    return here[-1] if here else None


def as_json(plan: Plan, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings of one plan with their replies, as JSON values in the order given."""
    return [
        {
            "check": finding.check,
            "scope": Scope.PLAN.value,
            "session": plan.session.id,
            "answer": finding.answer.value,
            "text": finding.text,
            "lines": [{"kind": line.kind.value, "id": line.id, "label": line.label} for line in finding.lines],
            "reply": _said(reply_to(plan, finding)),
        }
        for finding in findings
    ]


def _said(reply: Reply | None) -> dict[str, Any] | None:
    if reply is None:
        return None
    return {
        "reply": reply.reply and reply.reply.value,
        "because": reply.because,
        "until": reply.until and reply.until.isoformat(),
        "for": (reply.reach or ReplyFor.SESSION).value,
    }
