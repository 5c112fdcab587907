"""What may be pressed while a session runs, and what has to be agreed to before it is begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from amie_planner.domain import words
from amie_planner.domain.edits import running as edits
from amie_planner.domain.held import was_held
from amie_planner.domain.plan import Plan
from amie_planner.domain.running import Phase, Running, is_its_day
from amie_planner.domain.vocabulary import Status

_BACK = "Back undoes all of that until the window is closed; later it takes back only the new minutes."


def may_begin(run: Running, plan: Plan, now: datetime) -> bool:
    """Whether a session can be begun, or begun again: one that was held on another day stays as it was."""
    there = run.phase in (Phase.NOT_BEGUN, Phase.OVER) and bool(run.steps)
    return there and (is_its_day(plan.session, now) or not was_held(plan, plan))


def may_press(run: Running, plan: Plan, now: datetime, strand: str) -> dict[str, bool]:
    """Whether a press would change anything, by what it does to the group that is acted on."""
    group = run.group(strand)
    doing = run.phase is Phase.UNDER_WAY and group is not None and group.now is not None
    begins = run.phase is Phase.NOT_BEGUN and may_begin(run, plan, now)
    return {
        "go": begins or bool(edits.next_activity(plan, now, strand)),
        "back": bool(edits.back_one(plan, now, strand)),
        "one": doing,
        "five": doing,
        "skip": bool(edits.skip_next(plan, now, strand)),
    }


def to_agree(plan: Plan, now: datetime) -> str:
    """What a leader has to agree to before a session is begun, with what beginning it does; or nothing."""
    found = list(unusual(plan, now))
    if plan.session.actual:
        found.append(("Its minutes are written down.", "forgets them"))
    does = words.listed(dict.fromkeys(what for _, what in found))
    return " ".join((*(said for said, _ in found), f"Beginning it {does}.", _BACK)) if found else ""


def to_begin(plan: Plan, now: datetime) -> str:
    """What agreeing is called."""
    return "Begin it today" if _of_another_day(plan, now) else "Begin it"


def unusual(plan: Plan, now: datetime) -> Iterator[tuple[str, str]]:
    """What is unlike a session that is planned for now, and what beginning it does about that."""
    if _of_another_day(plan, now):
        yield f"It is planned for {words.day(plan.session.date)}.", "moves it to today"
    if plan.session.status is Status.CANCELLED:
        yield "It is cancelled.", "makes it planned again"
    if plan.session.status is Status.DELIVERED and not plan.session.actual:
        yield "It is marked as delivered.", "makes it planned again"


def _of_another_day(plan: Plan, now: datetime) -> bool:
    return plan.session.date is not None and not is_its_day(plan.session, now)
