"""What is said to something that comes back, in the session in which it was said. What was parked in several sessions
is so in each of them."""

from __future__ import annotations

from amie_planner.domain.changes import add, remove
from amie_planner.domain.edits.parts import Changes, new_id, next_position
from amie_planner.domain.plan import Series
from amie_planner.domain.putting_off import LAST_TIME
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind


def say(series: Series, session: str, line: str, kind: ReplyKind) -> Changes:
    """One answer in place of any earlier one, but parking it leaves it parked elsewhere. `line` is what it names."""
    parked_elsewhere = [
        reply
        for reply in series.replies
        if kind is ReplyKind.PARKED and reply.reply is ReplyKind.PARKED and reply.session != session
    ]
    gone = tuple(change for change in unsay(series, line) if change.before not in parked_elsewhere)
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
    return (*gone, add(made))


def unsay(series: Series, line: str) -> Changes:
    """What was said of it goes."""
    return tuple(remove(reply) for reply in series.replies if reply.check == LAST_TIME and line in reply.lines)
