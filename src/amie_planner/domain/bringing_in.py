"""A programme from elsewhere comes into a planner: as it is, in place of the one that is there, or as a copy."""

from __future__ import annotations

from amie_planner.domain.changes import Change, add
from amie_planner.domain.edits import Changes
from amie_planner.domain.library import folded
from amie_planner.domain.plan import Series
from amie_planner.domain.records import InProgramme, Person, Programme, Record


def bring_in(new: Series, position: int) -> Changes:
    """The changes that add a programme at a place among the leader's programmes."""
    return tuple(add(record) for record in _at(new, position).records())


def replace(held: Series, new: Series) -> Changes:
    """The changes that make the programme in the planner the same as the one that comes in.

    Whoever is somebody else under the same id goes, and the other comes: what is kept apart of a person goes with
    them, and never passes to another.
    """
    before = {record.key: record for record in held.records()}
    after = {record.key: record for record in _at(new, held.programme.position).records()}
    stay = {key: record for key, record in before.items() if key in after and not _another(record, after[key])}
    gone = tuple(Change(record, None) for key, record in reversed(before.items()) if key not in stay)
    came = tuple(Change(stay.get(key), r) for key, r in after.items() if stay.get(key) != r)
    return (*gone, *came)


def answers_going(many: int, how: str) -> str:
    """The sentence about what was kept apart of people who go: “This also removed what … of 2 people, …”"""
    people = "1 person" if many == 1 else f"{many:,} people"
    return (
        f"{how} what equality monitoring keeps of {people}: the file has nobody of that alias or name in their place."
    )


def copied(series: Series, uid: str) -> Series:
    """The same programme under another identity."""

    def under(record: InProgramme) -> InProgramme:
        return record.revised(programme=uid, **({"id": uid} if isinstance(record, Programme) else {}))

    return Series.of(under(record) for record in series.records())


def _at(series: Series, position: int) -> Series:
    return series.after([Change(series.programme, series.programme.revised(position=position))])


def _another(held: Record, new: Record) -> bool:
    """Whether these are two people: neither the alias nor the full name is the same. An id alone says nothing."""
    if not isinstance(held, Person) or not isinstance(new, Person) or held == new:
        return False
    pairs = ((held.alias, new.alias), (held.name, new.name))
    return not any(one and other and _said(one) == _said(other) for one, other in pairs)


def _said(name: str) -> str:
    return " ".join(folded(name).split())
