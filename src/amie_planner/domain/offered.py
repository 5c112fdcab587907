"""What a form still offered after it had gone is let go of, so that a record only points at what is there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    InSession,
    Person,
    Programme,
    Record,
    Requirement,
    Session,
    Story,
    Touch,
    VoiceEntry,
)


def without_the_gone(record: Record, series: Series) -> Record:
    """The record without ids that nothing in the programme has."""
    changed = {name: value for name, value in _pointing(record, series).items() if getattr(record, name) != value}
    return record.revised(**changed) if changed else record


def _pointing(record: Record, series: Series) -> dict[str, Any]:
    team = {member.id for member in series.team}
    people = {person.id for person in series.people}
    lines = {each.session.id: each for each in series.sessions}
    here = lines.get(record.session) if isinstance(record, InSession) else None
    match record:
        case Activity() if here:
            card = record.card
            gone = card is not None and card.picture is not None and all(p.id != card.picture for p in series.pictures)
            return {
                "leads": _of(record.leads, team),
                "serves": _of(record.serves, (i.id for i in here.intentions)),
                "card": card.revised(picture=None) if card and gone else card,
            }
        case Adaptation() if here:
            return _of_adaptation(record, series, here, team)
        case Session():
            return {"not_expected": _of(record.not_expected, people)}
        case Requirement():
            return {"owner": record.owner if record.owner in team else None}
        case Person():
            return {"school": record.school if _is_school(record.school, series) else None}
        case Programme() if record.provision:
            kept = {school.id for school in record.schools}
            gone = record.provision.school not in kept
            return {"provision": record.provision.revised(school=None) if gone else record.provision}
        case Story():
            return {"voice": record.voice if any(entry.id == record.voice for entry in series.voice) else None}
        case VoiceEntry():
            whole = record.from_whom == "group"
            return {
                "from_whom": record.from_whom if whole else _of(record.from_whom, people),
                "touches": tuple(touch for touch in record.touches if _is_there(touch, lines)),
            }
    return {}


def _of_adaptation(adaptation: Adaptation, series: Series, here: Lines, team: set[str]) -> dict[str, Any]:
    activities = adaptation.activities
    return {
        "requirements": _of(adaptation.requirements, (r.id for r in series.requirements)),
        "activities": activities if activities == "all" else _of(activities, (a.id for a in here.activities)),
        "who": adaptation.who if adaptation.who in team else None,
    }


def _of(ids: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    known = set(there)
    return tuple(id for id in ids if id in known)


def _is_school(id: str | None, series: Series) -> bool:
    return any(school.id == id for school in series.programme.schools)


def _is_there(touch: Touch, lines: dict[str, Lines]) -> bool:
    if touch.session not in lines:
        return False
    return touch.activity is None or any(a.id == touch.activity for a in lines[touch.session].activities)
