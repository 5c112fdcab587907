"""What came back and was put off misses one session: that in which it was put off, however often that happens.

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
    """Where things were put off, seen from the sessions before one."""

    def __init__(self, series: Series, before: Sequence[Lines]) -> None:
        kept = (reply for reply in series.replies if reply.check == LAST_TIME)
        self.said = {line: reply for reply in kept for line in reply.lines}
        """The reply to each thing that came back, by what it names."""
        self._place = {lines.session.id: n for n, lines in enumerate(series.in_order())}
        came = (lines.session for lines in before if lines.session.status is not Status.CANCELLED)
        self._came = [self._place[session.id] for session in came]
        self._end = self._place[before[-1].session.id] + 1 if before else 0

    def back(self, line: str, origin: str | None) -> int | None:
        """The place of the session since which it waits again, or None where it still misses one.

        `origin` is the session that it comes from.
        """
        reply, at = self.said.get(line), self._place.get(origin or "", -1)
        missed = self._place.get(reply.session or "") if reply else None
        if missed is not None:
            return max(at, missed) if missed < self._end else None
        return next((n for n in self._came if n > at), None)
