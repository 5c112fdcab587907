"""What a leader says to a finding of HEARD, and which questions they choose to look at first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from amie_planner.domain.changes import add, remove, revise
from amie_planner.domain.edits.parts import Changes, if_different, lines_of, new_id, next_position, without
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind
from amie_planner.errors import AmieError

MOST_IN_FOCUS = 2
"""Those who looked at one or two questions a week kept going (design, HEARD)."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What is replied to: a finding's check, its answer in words and its lines, in one session or over time."""

    check: str
    answer: str
    lines: tuple[str, ...]
    session: str | None


def give_reply(series: Series, to: Answered, kind: ReplyKind, like: Reply | None = None) -> Changes:
    """A new reply to a finding: for its session, or over time for the programme.

    The reason of an earlier one that is `like` it is said again.
    """
    made = Reply.made(
        id=new_id("y", series.replies, series.replies),
        programme=series.programme.id,
        position=next_position(series.replies),
        reach=ReplyFor.SESSION if to.session else ReplyFor.PROGRAMME,
        reply=kind,
        because=like.because if like and like.reply is kind else None,
        **_about(to),
    )
    return (add(made),)


def change_reply(reply: Reply, to: Answered, kind: ReplyKind, *, stale: bool) -> Changes:
    """Another kind of reply; one that was about something else than now is about this from here on."""
    until = reply.until if kind is ReplyKind.PARKED else None
    return (revise(reply, reply=kind, until=until, **(_about(to) if stale else {})),)


def reach_reply(reply: Reply, to: Answered, reach: ReplyFor) -> Changes:
    """How far a reply reaches; one for a session is for that in which this is chosen, and about what is found there."""
    return (revise(reply, reach=reach, **(_about(to) if reach is ReplyFor.SESSION else {})),)


def _about(to: Answered) -> dict[str, Any]:
    return {"check": to.check, "answer": to.answer, "lines": to.lines, "session": to.session}


def take_back_reply(reply: Reply) -> Changes:
    """The finding is unanswered again."""
    return (remove(reply),)


def focus_on(
    series: Series, check: str, reach: ReplyFor | None, session: str | None, asked: Collection[str]
) -> Changes:
    """Looks at a question first, in one session or in every one; without a reach no longer.

    `asked` are the ids of the questions that are asked here: no others count. Raises AmieError where two of them are
    looked at already.
    """
    programme = series.programme
    here = lines_of(series, session).session if session else None
    others = without(programme.focus, check)
    own = without(here.focus, check) if here else ()
    if reach is not None and len({*others, *own}.intersection(asked)) >= MOST_IN_FOCUS:
        raise AmieError("Two questions are to be looked at first already.", "Let go of one of them.")
    wanted = (*others, check) if reach is ReplyFor.PROGRAMME else others
    changes = if_different(programme, focus=wanted)
    if here is not None:
        changes += if_different(here, focus=(*own, check) if reach is ReplyFor.SESSION else own)
    return changes
