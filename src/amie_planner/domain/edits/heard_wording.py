"""A hub's words for HEARD are taken as a whole, and let go of as a whole: no mixture of two hubs is left."""

from __future__ import annotations

from collections.abc import Iterable

from amie_planner.domain.changes import Change
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.records import HeardWording


def use_wording(held: Iterable[HeardWording], new: Iterable[HeardWording]) -> Changes:
    """The new words in place of whatever is held; nothing where they are the same."""
    before, after = ({record.id: record for record in records} for records in (held, new))
    return tuple(
        Change(before.get(id), after.get(id))
        for id in dict.fromkeys((*before, *after))
        if before.get(id) != after.get(id)
    )


def own_words_again(held: Iterable[HeardWording]) -> Changes:
    """HEARD in our own words, with all its questions."""
    return use_wording(held, ())
