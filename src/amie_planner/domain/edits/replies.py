"""What a leader says to a finding of HEARD, and which questions they choose to look at first."""

from __future__ import annotations

from collections.abc import Iterable

from amie_planner.domain.changes import add, remove, revise
from amie_planner.domain.edits.parts import Changes, if_different, lines_of, new_id, next_position, without
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind
from amie_planner.errors import AmieError

MOST_IN_FOCUS = 2
"""Those who looked at one or two questions a week kept going (design, HEARD)."""


def give_reply(
    series: Series, check: str, lines: Iterable[str], kind: ReplyKind, session: str | None, like: Reply | None = None
) -> Changes:
    """A new reply to the finding of a check about these lines: for one session, or without one for the programme.

    The reason of an earlier one that is `like` it is said again.
    """
    made = Reply.made(
        id=new_id("y", series.replies, series.replies),
        programme=series.programme.id,
        position=next_position(series.replies),
        check=check,
        session=session,
        lines=tuple(lines),
        reach=ReplyFor.SESSION if session else ReplyFor.PROGRAMME,
        reply=kind,
        because=like.because if like and like.reply is kind else None,
    )
    return (add(made),)


def change_reply(reply: Reply, kind: ReplyKind, lines: Iterable[str], session: str | None, *, stale: bool) -> Changes:
    """Another kind of reply; one that was about other lines than now is about these from here on."""
    renewed = {"lines": tuple(lines), "session": session} if stale else {}
    until = reply.until if kind is ReplyKind.PARKED else None
    return (revise(reply, reply=kind, until=until, **renewed),)


def take_back_reply(reply: Reply) -> Changes:
    """The finding is unanswered again."""
    return (remove(reply),)


def focus_on(series: Series, check: str, reach: ReplyFor | None, session: str | None) -> Changes:
    """Looks at a question first, in one session or in every one; without a reach no longer.

    Raises AmieError where two are looked at already.
    """
    programme = series.programme
    here = lines_of(series, session).session if session else None
    others = without(programme.focus, check)
    own = without(here.focus, check) if here else ()
    if reach is not None and len({*others, *own}) >= MOST_IN_FOCUS:
        raise AmieError("Two questions are to be looked at first already.", "Let go of one of them.")
    wanted = (*others, check) if reach is ReplyFor.PROGRAMME else others
    changes = if_different(programme, focus=wanted)
    if here is not None:
        changes += if_different(here, focus=(*own, check) if reach is ReplyFor.SESSION else own)
    return changes
