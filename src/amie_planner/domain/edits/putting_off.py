"""What is said to something that comes back: one reply at a time, in the session in which it was said."""

from __future__ import annotations

from amie_planner.domain.changes import add, remove
from amie_planner.domain.edits.parts import Changes, new_id, next_position
from amie_planner.domain.plan import Series
from amie_planner.domain.putting_off import LAST_TIME
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind


def say(series: Series, session: str, line: str, kind: ReplyKind) -> Changes:
    """One answer in place of any earlier one. `line` is what it names."""
    made = Reply.made(
        id=new_id("y", series.replies, series.replies),
        programme=series.programme.id,
        position=next_position(series.replies),
        check=LAST_TIME,
        lines=(line,),
        session=session,
        reach=ReplyFor.SESSION,
        reply=kind,
    )
    return (*unsay(series, line), add(made))


def unsay(series: Series, line: str) -> Changes:
    """What was said of it goes."""
    return tuple(remove(reply) for reply in series.replies if reply.check == LAST_TIME and line in reply.lines)
