"""How what young people said or showed is put into a line, with or without speech."""

from __future__ import annotations

from datetime import date

from amie_planner.domain import words
from amie_planner.domain.days import near
from amie_planner.domain.plan import Shared
from amie_planner.domain.records import VoiceEntry
from amie_planner.domain.vocabulary import Method, Outcome, label

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


def title(entry: VoiceEntry) -> str:
    """The words in one line, else what there is in their place."""
    whole = " ".join((entry.text or "").split())
    return whole or (_WITHOUT_WORDS[entry.method] if entry.method else "To be described")


def about(entry: VoiceEntry, shared: Shared, today: date) -> str:
    """Drawn by Sky, 8 September · Adopted, told 15 September"""
    origin = ", ".join(part for part in (_from(entry, shared), near(entry.date, today) if entry.date else "") if part)
    return " · ".join(part for part in (f"{origin[:1].upper()}{origin[1:]}", became(entry, today)) if part)


def became(entry: VoiceEntry, today: date) -> str:
    """Not decided yet; Adopted, waiting to be told; Adopted, told 15 September."""
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
