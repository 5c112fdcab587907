"""Ids and references of a plan file: no id twice in its list, and none that points nowhere.

`library`, `focus` and the lines of a reply are words of their own and not references.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from amie_planner.domain.values import where

_WHOLE_FILE = ("pictures", "team", "people", "sessions", "voice", "observations", "stories")
_IN_SESSION = ("intentions", "activities", "adaptations", "next_time")
_REQUIREMENTS = "the requirements of people"
_SCHOOLS = "programme.schools"

Reference = tuple[str, str | None, str]
"""Where something is named, its id, and the list that must hold it."""


def faults(file: Any) -> Iterator[str]:
    """A sentence without its full stop for each fault, naming both places: what stands twice, what points nowhere."""
    lists: dict[str, dict[str, str]] = {name: {} for name in (*_WHOLE_FILE, _REQUIREMENTS, _SCHOOLS)}
    for name, entries in _lists(file):
        places = lists.setdefault(name, {})
        for place, entry in entries:
            first = places.setdefault(entry.id, place)
            if first != place:
                yield f"{first}.id and {place}.id are both {_quoted(entry.id)}"
    for place, id, name in _references(file, lists["sessions"]):
        if id is not None and id not in lists[name]:
            yield f"{place} names {_quoted(id)}, but nothing in {name} has that id"


def _lists(file: Any) -> Iterator[tuple[str, Iterable[tuple[str, Any]]]]:
    """Every list whose entries have ids, by name."""
    for name in _WHOLE_FILE:
        yield name, _each(name, getattr(file, name))
    yield _REQUIREMENTS, _requirements(file)
    yield _SCHOOLS, _each(_SCHOOLS, file.programme.schools)
    for place, session in _each("sessions", file.sessions):
        for name in _IN_SESSION:
            yield f"{place}.{name}", _each(f"{place}.{name}", getattr(session, name))


def _references(file: Any, sessions: dict[str, str]) -> Iterator[Reference]:
    yield from _to_schools(file)
    for place, requirement in _requirements(file):
        yield f"{place}.owner", requirement.owner, "team"
    for place, session in _each("sessions", file.sessions):
        yield from _from_session(place, session, sessions)
    for place, entry in _each("voice", file.voice):
        yield f"{place}.session", entry.session, "sessions"
        if entry.from_whom != "group":
            yield from _named(f"{place}.from", entry.from_whom, "people")
        for at, touch in _each(f"{place}.touches", entry.touches):
            yield from _in_session(at, touch.session, "activity", touch.activity, "activities", sessions)
    for place, entry in _each("observations", file.observations):
        yield f"{place}.session", entry.session, "sessions"
        yield f"{place}.person", entry.person, "people"
    for place, entry in _each("replies", file.replies):
        yield f"{place}.session", entry.session, "sessions"
    for place, entry in _each("stories", file.stories):
        yield f"{place}.voice", entry.voice, "voice"


def _to_schools(file: Any) -> Iterator[Reference]:
    provision = file.programme.provision
    yield "programme.provision.school", provision.school if provision else None, _SCHOOLS
    for place, person in _each("people", file.people):
        yield f"{place}.school", person.school, _SCHOOLS


def _from_session(place: str, session: Any, sessions: dict[str, str]) -> Iterator[Reference]:
    activities = f"{place}.activities"
    yield from _named(f"{place}.not_expected", session.not_expected, "people")
    for at, activity in _each(activities, session.activities):
        yield from _named(f"{at}.leads", activity.leads, "team")
        yield from _named(f"{at}.serves", activity.serves, f"{place}.intentions")
        yield f"{at}.card.picture", activity.card.picture if activity.card else None, "pictures"
    for at, adaptation in _each(f"{place}.adaptations", session.adaptations):
        if adaptation.activities != "all":
            yield from _named(f"{at}.activities", adaptation.activities, activities)
        yield from _named(f"{at}.requirements", adaptation.requirements, _REQUIREMENTS)
        yield f"{at}.who", adaptation.who, "team"
        if adaptation.follows:
            earlier = adaptation.follows
            follows = f"{at}.follows"
            yield from _in_session(follows, earlier.session, "adaptation", earlier.adaptation, "adaptations", sessions)
    for at, met in _each(f"{place}.by_design", session.by_design):
        yield f"{at}.requirement", met.requirement, _REQUIREMENTS
        yield f"{at}.activity", met.activity, activities
    for name in ("people", "late", "reasons") if session.attendance else ():
        for person in getattr(session.attendance, name):
            yield f"{place}.register.{name}", person, "people"
    for activity in session.actual:
        yield f"{place}.actual", activity, activities


def _in_session(
    place: str, session: str, key: str, id: str | None, name: str, sessions: dict[str, str]
) -> Iterator[Reference]:
    """A session, and what stands in it; nothing can be looked up in a session that is not there."""
    yield f"{place}.session", session, "sessions"
    if session in sessions:
        yield f"{place}.{key}", id, f"{sessions[session]}.{name}"


def _requirements(file: Any) -> Iterator[tuple[str, Any]]:
    for place, person in _each("people", file.people):
        yield from _each(f"{place}.requirements", person.requirements)


def _named(place: str, ids: Iterable[str], name: str) -> Iterator[Reference]:
    return ((at, id, name) for at, id in _each(place, ids))


def _each(place: str, entries: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    return ((f"{place}[{at}]", entry) for at, entry in enumerate(entries))


def _quoted(id: str) -> str:
    return f"“{where((id,))}”"
