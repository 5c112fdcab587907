"""Which sessions of a plan file a command is about."""

from __future__ import annotations

from amie_planner.domain.plan import Plan, Series
from amie_planner.errors import AmieError


def plans(series: Series, session: str | None) -> tuple[Plan, ...]:
    """The plan of one session, or of every session in the order of their dates. Raises AmieError."""
    ids = [lines.session.id for lines in series.in_order()]
    if session is not None and session not in ids:
        known = ", ".join(ids[:10]) or "none"
        raise AmieError(f"There is no session {session[:60]} in this file.", f"Its sessions are: {known}.")
    return tuple(series.plan(id) for id in ids if session in (None, id))
