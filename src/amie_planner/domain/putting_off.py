"""What came back and was put off misses one session alone: that in which it was put off, however often that happens.

Where that was is kept as a reply. Where it is not known, as in older files, it was the session after the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.vocabulary import Status

LAST_TIME = "last-time"
"""What a reply to something that comes back is kept under, where one to a finding has the id of its check."""


def line_of(kind: str, session: str, id: str) -> str:
    """What a reply names of a session's own: unlike any other, and so that its session's id is not given again."""
    return f"{kind}#{len(session)}#{id}/{session}"


class PutOff:
    """Where things were put off, seen from the sessions before the one that asks, by its id; None where none does."""

    def __init__(self, series: Series, before: Sequence[Lines], asking: str | None) -> None:
        kept = [reply for reply in series.replies if reply.check == LAST_TIME]
        self.said = {line: reply for reply in kept for line in reply.lines}
        """The last reply to each thing that came back, by what it names."""
        self._place = {lines.session.id: n for n, lines in enumerate(series.in_order())}
        self._missed: dict[str, set[int]] = {}
        for reply in kept:
            if reply.session in self._place:
                for line in reply.lines:
                    self._missed.setdefault(line, set()).add(self._place[reply.session])
        came = (lines.session for lines in before if lines.session.status is not Status.CANCELLED)
        self._came = [self._place[session.id] for session in came]
        self._end = self._place[before[-1].session.id] + 1 if before else 0
        self._asking = self._place.get(asking) if asking else None

    def back(self, line: str, origin: str | None) -> int | None:
        """The place of the session since which it waits, or None where it misses this one.

        `origin` is the session that it comes from. A session before one that it misses asks as if it had not been put
        off there; where no session asks, it is answered for as long as one that it misses is still to come.
        """
        at, missed = self._place.get(origin or "", -1), self._missed.get(line)
        if not missed:
            return next((n for n in self._came if n > at), None)
        ahead = {place for place in missed if place >= self._end}
        if self._asking in ahead or (self._asking is None and ahead):
            return None
        return max((at, *(missed - ahead)))
