"""A programme from elsewhere comes into a planner: as it is, in place of the one that is there, or as a copy."""

from __future__ import annotations

from amie_planner.domain.changes import Change, add
from amie_planner.domain.edits import Changes
from amie_planner.domain.plan import Series
from amie_planner.domain.records import InProgramme, Programme


def bring_in(new: Series, position: int) -> Changes:
    """The changes that add a programme at a place among the leader's programmes."""
    return tuple(add(record) for record in _at(new, position).records())


def replace(held: Series, new: Series) -> Changes:
    """The changes that make the programme in the planner the same as the one that comes in."""
    before = {record.key: record for record in held.records()}
    after = {record.key: record for record in _at(new, held.programme.position).records()}
    gone = tuple(Change(record, None) for key, record in reversed(before.items()) if key not in after)
    came = tuple(Change(before.get(key), r) for key, r in after.items() if before.get(key) != r)
    return (*gone, *came)


def copied(series: Series, uid: str) -> Series:
    """The same programme under another identity."""

    def under(record: InProgramme) -> InProgramme:
        return record.revised(programme=uid, **({"id": uid} if isinstance(record, Programme) else {}))

    return Series.of(under(record) for record in series.records())


def _at(series: Series, position: int) -> Series:
    return series.after([Change(series.programme, series.programme.revised(position=position))])
