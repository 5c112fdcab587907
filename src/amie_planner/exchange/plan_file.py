"""Plan files (`.amieplan`): a programme and all that belongs to it as one JSON document, read and written.

Reading what was written gives the same programme back; nothing is dropped, and nothing is guessed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, get_args

from pydantic import ValidationError

from amie_planner.domain.plan import LINES, Series
from amie_planner.domain.records import ByDesign, InProgramme, Person, Programme, Record, Reply, Requirement, Session
from amie_planner.domain.values import problem, where
from amie_planner.errors import AmieError
from amie_planner.exchange import json_text
from amie_planner.exchange.references import faults
from amie_planner.exchange.shape import LISTS, Format, PlanFile, Version

(FORMAT,) = get_args(Format)
(VERSION,) = get_args(Version)
_NUMBERED = {ByDesign: "b", Reply: "y"}
"""Kinds whose entries have no id in the file: theirs is this letter and their number."""
_ID_LENGTH = 32


def read(data: bytes) -> Series:
    """The programme in a plan file. Raises AmieError, naming the place of the first thing that does not hold."""
    document = json_text.parsed(data)
    _check_version(document)
    file = checked(document)
    return Series.of(_records(file, uid=file.programme.id or _uid(document)))


def write(series: Series) -> bytes:
    """A plan file of the programme: UTF-8, only what is recorded. Raises AmieError if it could not be read again."""
    known = {person.id for person in series.people}
    if any(requirement.person not in known for requirement in series.requirements):
        raise AmieError("An access requirement belongs to nobody in the group.", "Remove it, or put the person back.")
    found = document(series)
    checked(found)
    return json_text.written(found)


def checked(document: dict[str, Any]) -> Any:
    """The document as an instance of PlanFile, whole and with every reference met. Raises AmieError."""
    try:
        file = PlanFile.model_validate(document, by_alias=True, by_name=False)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        first = found[0]
        sentence = f"{where(first['loc'])} {problem(first['type'], first['msg'], first.get('ctx', {}))}"
        raise _refused(sentence, len(found) - 1) from None
    dangling = tuple(faults(file))
    if dangling:
        raise _refused(dangling[0], len(dangling) - 1)
    return file


def document(series: Series) -> dict[str, Any]:
    """The programme as a JSON document, holding only what is recorded."""
    programme = series.programme
    prepared = {"prepared_on": programme.prepared_on.isoformat()} if programme.prepared_on else {}
    people = [_person(person, series.requirements) for person in series.people]
    sessions = [
        _entry(lines.session) | _lists((name, map(_entry, getattr(lines, name))) for name in LINES.values())
        for lines in series.sessions
    ]
    others = {name: map(_entry, getattr(series, name)) for name in LISTS if name != "people"}
    lists = {"team": others.pop("team"), "people": people, "sessions": sessions, **others}
    head = {"format": FORMAT, "version": VERSION, **prepared, "programme": _entry(programme)}
    return head | _lists(lists.items())


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of plan files, made from the classes that read them."""
    made = PlanFile.model_json_schema(by_alias=True)
    _allow_null(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _check_version(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise AmieError(f'This is not a plan file: its format is not "{FORMAT}".', "Choose a file ending in .amieplan.")
    version = document.get("version")
    if type(version) is not int or version < VERSION:
        raise AmieError(f"version must be the whole number {VERSION}.", "Ask for the file again.")
    if version > VERSION:
        shown = version if version < 1_000_000 else "a far higher number"
        raise AmieError(
            f"This plan file is of version {shown}; this program reads version {VERSION}.",
            "Update AMIE Planner to open it.",
        )


def _refused(sentence: str, more: int) -> AmieError:
    others = f" (and {more:,} more)" if more else ""
    return AmieError(f"{sentence}{others}.", "Mend it there and try again.")


def _uid(document: Any) -> str:
    """For a file that names no uid: the same for the same content, so that it is recognised when it comes again."""
    content = json.dumps(document, sort_keys=True, separators=(",", ":")).encode("ascii")
    return hashlib.sha256(content).hexdigest()[:_ID_LENGTH]


def _records(file: Any, uid: str) -> Iterator[InProgramme]:
    fields = {"id": uid, "programme": uid, "prepared_on": file.prepared_on}
    yield _record(Programme, file.programme, fields)
    for name, kind in LISTS.items():
        yield from _listed(kind, getattr(file, name), {"programme": uid})
    running = count()
    for person in file.people:
        for entry in person.requirements:
            yield _record(Requirement, entry, {"programme": uid, "person": person.id, "position": next(running)})
    yield from _listed(Session, file.sessions, {"programme": uid})
    for session in file.sessions:
        for line, name in LINES.items():
            yield from _listed(line, getattr(session, name), {"programme": uid, "session": session.id})


def _listed(kind: type[InProgramme], entries: Iterable[Any], place: dict[str, Any]) -> Iterator[InProgramme]:
    for position, entry in enumerate(entries):
        id = {"id": f"{_NUMBERED[kind]}{position + 1}"} if kind in _NUMBERED else {}
        yield _record(kind, entry, {**place, "position": position, **id})


def _record(kind: type[InProgramme], entry: Any, place: dict[str, Any]) -> InProgramme:
    own = {name: value for name, value in entry if name in kind.model_fields}
    return kind.model_validate(own | place)


def _entry(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", by_alias=True, exclude=set(record.placed), exclude_defaults=True)


def _person(person: Person, requirements: Iterable[Requirement]) -> dict[str, Any]:
    return _entry(person) | _lists([("requirements", [_entry(r) for r in requirements if r.person == person.id])])


def _lists(lists: Iterable[tuple[str, Iterable[dict[str, Any]]]]) -> dict[str, list[dict[str, Any]]]:
    made = ((name, list(entries)) for name, entries in lists)
    return {name: entries for name, entries in made if entries}


def _allow_null(node: Any) -> None:
    """Null is the same as absent, so the schema lets it stand for every key that need not be there."""
    if isinstance(node, list):
        for held in node:
            _allow_null(held)
    if not isinstance(node, dict):
        return
    for held in node.values():
        _allow_null(held)
    optional = {key: held for key, held in node.get("properties", {}).items() if key not in node.get("required", ())}
    node.get("properties", {}).update({key: _or_null(held) for key, held in optional.items()})
    if isinstance(node.get("additionalProperties"), dict):
        node["additionalProperties"] = _or_null(node["additionalProperties"])


def _or_null(held: dict[str, Any]) -> dict[str, Any]:
    null = {"type": "null"}
    return held if null in held.get("anyOf", ()) else {"anyOf": [held, null]}
