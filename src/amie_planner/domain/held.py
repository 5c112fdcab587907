"""Whether a session took place, as far as anything that was written says so: one answer for everybody who asks that.

Whether its day is over is another question.
"""

from __future__ import annotations

from amie_planner.domain.attendance import attendance
from amie_planner.domain.plan import Lines, Shared, expected
from amie_planner.domain.vocabulary import Status


def was_held(lines: Lines, shared: Shared) -> bool:
    """Whether a session was delivered, or is not cancelled and something of it was written that only comes of its
    taking place: how long things took, who came, what was seen, how a change went, what was thought afterwards."""
    session = lines.session
    if session.status in (Status.DELIVERED, Status.CANCELLED):
        return session.status is Status.DELIVERED
    return (
        bool(session.ended or session.actual or session.reflection)
        or any(change.verdict for change in lines.adaptations)
        or attendance(session.attendance, expected(shared.people, session)) is not None
        or any(seen.session == session.id for seen in shared.observations)
    )
