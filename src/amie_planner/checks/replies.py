"""A leader's replies beside the findings they answer, and both as data for others to read.

A reply never takes a finding away. One for the programme folds it; one about other lines than the finding has now is
stale; one of an earlier session is shown again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from amie_planner.checks.check import Finding, LineKind, Scope
from amie_planner.checks.same_words import folded
from amie_planner.domain import words
from amie_planner.domain.plan import Lines, Plan, Series
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind, Status, label


@dataclass(frozen=True, slots=True)
class Replied:
    """A reply as it stands beside a finding: about another answer or other lines, given in an earlier session, or
    parked until a day that has come."""

    reply: Reply
    stale: bool = False
    earlier: bool = False
    due: bool = False

    @property
    def folds(self) -> bool:
        """Whether the finding is folded away: it was answered for the whole programme."""
        return self.reply.reach is ReplyFor.PROGRAMME and not (self.stale or self.due)

    @property
    def stands(self) -> bool:
        """Whether it was given for what is found here and now."""
        return not (self.stale or self.earlier)

    def in_words(self) -> str:
        """What was replied, why, how far it reaches, and whether it still fits."""
        reply = self.reply
        until = f" until {words.day(reply.until)}" if reply.until else ""
        because = f", because: {reply.because}" if reply.because else ""
        said = _sentence(f"{label('reply', reply.reply) or 'Answered'}{until}{because}")
        whole = "For the whole programme." if reply.reach is ReplyFor.PROGRAMME and reply.session else ""
        now = "Given at an earlier session." if self.earlier else ""
        other = "Something else was found then." if self.stale else ""
        come = "That day has come." if self.due else ""
        return " ".join(filter(None, (said, come, whole, now, other)))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def replied(plan: Plan, finding: Finding) -> Replied | None:
    """The reply to show beside a finding of a plan: one that fits, else a stale one, else an earlier session’s."""
    found = _reply_beside(plan, finding)
    return _on(found, plan.session.date) if found else None


def _on(found: Replied, day: date | None) -> Replied:
    """The reply as it stands on a day."""
    until = found.reply.until
    come = until is not None and day is not None and until <= day
    return replace(found, due=True) if come and found.reply.reply is ReplyKind.PARKED else found


def _reply_beside(plan: Plan, finding: Finding) -> Replied | None:
    to_it = [reply for reply in plan.replies if reply.check == finding.check]
    here = [r for r in to_it if r.reach is ReplyFor.PROGRAMME or r.session == plan.session.id]
    if fitting := [reply for reply in here if _fits(reply, finding, plan)]:
        return Replied(_first(fitting))
    if here:
        return Replied(_first(here), stale=True)
    return _replied_before(to_it, finding, plan) if to_it else None


def _replied_before(to_it: Sequence[Reply], finding: Finding, plan: Plan) -> Replied | None:
    """The reply of the latest earlier session that has one."""
    given_in = {reply.session for reply in to_it}
    latest = next((lines.session.id for lines in reversed(plan.earlier) if lines.session.id in given_in), None)
    before = [reply for reply in to_it if latest is not None and reply.session == latest]
    fitting = [reply for reply in before if _fits(reply, finding, plan)]
    return Replied(_first(fitting or before), stale=not fitting, earlier=True) if before else None


def replied_in_series(series: Series, finding: Finding) -> Replied | None:
    """The reply to show beside a finding of a series. What is parked waits for the day of the last session that was
    delivered, or of the last one where none says that it was."""
    to_it = [reply for reply in series.replies if reply.check == finding.check]
    if not to_it:
        return None
    about = {line.id for line in finding.lines}
    fitting = [reply for reply in to_it if _same_answer(reply, finding) and _same_lines(reply, about)]
    return _on(Replied(_first(fitting or to_it), stale=not fitting), _last_day(series))


def _last_day(series: Series) -> date | None:
    held = [lines.session for lines in series.sessions if lines.session.date]
    delivered = [session for session in held if session.status is Status.DELIVERED]
    return max((session.date for session in delivered or held if session.date), default=None)


def _same_answer(reply: Reply, finding: Finding) -> bool:
    return reply.answer in (None, finding.answer.value)


def _same_lines(reply: Reply, about: set[str]) -> bool:
    return not reply.lines or set(reply.lines) == about


def _first(replies: Sequence[Reply]) -> Reply:
    """Of several the nearest, in whatever order: about lines, for the session, then what settles most."""
    return min(replies, key=_nearness)


def _nearness(reply: Reply) -> tuple[bool, bool, int, int, str, tuple[str, ...], str]:
    settles = list(ReplyKind).index(reply.reply) if reply.reply else len(ReplyKind)
    until = -reply.until.toordinal() if reply.until else 0
    for_all = reply.reach is ReplyFor.PROGRAMME
    return not reply.lines, for_all, settles, until, reply.because or "", reply.lines, reply.session or ""


def _fits(reply: Reply, finding: Finding, plan: Plan) -> bool:
    """Whether a reply is about the answer and the lines that a finding has, or about none in particular.

    An id of a session's own line means nothing in another one, so there the words are compared.
    """
    about = {line.id for line in finding.lines}
    if not _same_answer(reply, finding):
        return False
    if not reply.lines or reply.session == plan.session.id:
        return _same_lines(reply, about)
    there = next((lines for lines in plan.earlier if lines.session.id == reply.session), None)
    kinds = {line.kind for line in finding.lines}
    here = {_meaning(line.kind, line.id, plan) for line in finding.lines}
    same = all(not here.isdisjoint(_meaning(kind, id, there) for kind in kinds) for id in reply.lines)
    return same and len(set(reply.lines)) == len(about)


def _meaning(kind: LineKind, id: str, lines: Lines | None) -> tuple[str, ...]:
    """What a line is about, in words that mean the same in any session; its id, if that is one of the programme."""
    if kind not in _OF_ONE_SESSION:
        return ("", id)
    said = folded(_words(kind, id, lines)) if lines else ""
    return (said, id.rpartition("/")[0]) if said else (lines.session.id if lines else "", kind, id)


_OF_ONE_SESSION = (LineKind.INTENTION, LineKind.ACTIVITY, LineKind.ADAPTATION, LineKind.CELL)


def _words(kind: LineKind, id: str, lines: Lines) -> str | None:
    if kind is LineKind.INTENTION:
        return next((i.text for i in lines.intentions if i.id == id), None)
    if kind is LineKind.ADAPTATION:
        return next((d.what for d in lines.adaptations if d.id == id), None)
    at = id.rpartition("/")[2] if kind is LineKind.CELL else id
    return next((words.activity_title(a) for a in lines.activities if a.id == at), None)


def as_json(plan: Plan, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings of one plan with their replies, as JSON values in the order given."""
    return [_as_json(f, Scope.PLAN, plan.session.id, _shown(replied(plan, f))) for f in findings]


def series_as_json(series: Series, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The same of a series; it has no session."""
    return [_as_json(f, Scope.SERIES, None, _shown(replied_in_series(series, f))) for f in findings]


def _as_json(finding: Finding, scope: Scope, session: str | None, reply: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "check": finding.check,
        "scope": scope.value,
        "session": session,
        "answer": finding.answer.value,
        "text": finding.text,
        "lines": [{"kind": line.kind.value, "id": line.id, "label": line.label} for line in finding.lines],
        "reply": reply,
    }


def _shown(found: Replied | None) -> dict[str, Any] | None:
    if found is None or found.earlier:
        return None
    reply = found.reply
    return {
        "reply": reply.reply and reply.reply.value,
        "because": reply.because,
        "until": reply.until and reply.until.isoformat(),
        "for": (reply.reach or ReplyFor.SESSION).value,
        "stale": found.stale,
    }
