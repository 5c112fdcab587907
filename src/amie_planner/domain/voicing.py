"""How what young people said or showed is put into a line, with or without speech."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from amie_planner.domain import words
from amie_planner.domain.carrying_on import has_passed
from amie_planner.domain.days import near
from amie_planner.domain.plan import Lines, Plan, Series, Shared
from amie_planner.domain.records import Session, VoiceEntry
from amie_planner.domain.vocabulary import Method, Outcome, Status, label

_WITHOUT_WORDS = {
    Method.SAID: "Something said",
    Method.WRITTEN: "Something written",
    Method.DRAWN: "A drawing",
    Method.SYMBOL_CHOICE: "A choice of symbols",
    Method.VOTE: "A vote",
    Method.OBSERVATION: "Something noticed",
    Method.RECORDING: "A recording",
}
_BY = {
    Method.SAID: "said by",
    Method.WRITTEN: "written by",
    Method.DRAWN: "drawn by",
    Method.SYMBOL_CHOICE: "chosen with symbols by",
    Method.VOTE: "a vote by",
    Method.OBSERVATION: "noticed in",
    Method.RECORDING: "a recording of",
}


def undecided(entry: VoiceEntry) -> bool:
    """Whether nothing has become of it yet."""
    return entry.outcome in (None, Outcome.UNDECIDED)


def to_tell(entry: VoiceEntry) -> bool:
    """Whether something became of it, and nobody has been told."""
    return not undecided(entry) and entry.told_on is None


def places(entry: VoiceEntry) -> set[str]:
    """The sessions in which it has a place, but for the one in which it was said."""
    return {touch.session for touch in entry.touches if touch.session != entry.session}


def taken_into(entry: VoiceEntry, sessions: Iterable[Lines], today: date) -> Session | None:
    """The first of some sessions, not over on a day, in which an idea that is not decided has a place."""
    into = places(entry) if undecided(entry) else ()
    return next((lines.session for lines in sessions if lines.session.id in into and _is_ahead(lines, today)), None)


def to_decide(entry: VoiceEntry, series: Series, today: date) -> bool:
    """Whether nothing has become of it, and it has no place in a session to be tried there first."""
    return undecided(entry) and taken_into(entry, series.sessions, today) is None


def to_try(plan: Plan) -> tuple[VoiceEntry, ...]:
    """The ideas that were taken into a session and are not decided."""
    return tuple(entry for entry in plan.voice if undecided(entry) and plan.session.id in places(entry))


def _is_ahead(lines: Lines, today: date) -> bool:
    session = lines.session
    if session.status is Status.CANCELLED or has_passed(session, today):
        return False
    return session.date is None or session.date >= today


def title(entry: VoiceEntry) -> str:
    """The words in one line, else what there is in their place."""
    whole = " ".join((entry.text or "").split())
    return whole or (_WITHOUT_WORDS[entry.method] if entry.method else "To be described")


def about(entry: VoiceEntry, series: Series, today: date) -> str:
    """Drawn by Sky, 8 September · Adopted, told 15 September"""
    origin = ", ".join(part for part in (_from(entry, series), near(entry.date, today) if entry.date else "") if part)
    return " · ".join(part for part in (f"{origin[:1].upper()}{origin[1:]}", became(entry, series, today)) if part)


def became(entry: VoiceEntry, series: Series, today: date) -> str:
    """Not decided yet; Taken into Lift-off, 8 September; Adopted, waiting to be told; Adopted, told 15 September."""
    if (session := taken_into(entry, series.in_order(), today)) is not None:
        return f"Taken into {session.title}{f', {near(session.date, today)}' if session.date else ''}"
    if undecided(entry):
        return "not decided yet"
    outcome = label("outcome", entry.outcome)
    told = f"told {near(entry.told_on, today)}" if entry.told_on else "waiting to be told"
    return f"{outcome}, {told}"


def _from(entry: VoiceEntry, shared: Shared) -> str:
    if entry.from_whom == "group":
        whom = "the whole group"
    else:
        whom = words.listed(words.person_name(p, shared) for p in shared.people if p.id in entry.from_whom)
    if entry.method is None:
        return f"from {whom}" if whom else ""
    return f"{_BY[entry.method]} {whom}" if whom else _WITHOUT_WORDS[entry.method].lower()
