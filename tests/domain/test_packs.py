"""A pack held against the shelf: what each entry would be here, and that one that came once is known again."""

from __future__ import annotations

from typing import Any

import pytest

from amie_planner.domain import library
from amie_planner.domain.changes import Change
from amie_planner.domain.edits.library import bring_into_library
from amie_planner.domain.packs import How, compared
from amie_planner.domain.records import LibraryAdaptation

FIRST, SECOND = library.starter()[:2]


def entry(id: str = "own-1", title: str = "Count in", **fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(id=id, title=title, **fields)


def how(incoming: LibraryAdaptation, *kept: LibraryAdaptation) -> How:
    (coming,) = compared(kept, [incoming])
    assert coming.brings is (coming.how in (How.NEW, How.DIFFERS))
    return coming.how


@pytest.mark.parametrize(
    ("incoming", "kept", "expected"),
    [
        (entry(), (), How.NEW),
        (entry(position=9), (entry(position=2),), How.SAME),
        (entry(what="Otherwise"), (entry(),), How.DIFFERS),
        (entry("x1"), (entry(),), How.SAME),
        (FIRST, (), How.CAME),
        (FIRST, (FIRST.revised(hidden=True),), How.CAME),
        (FIRST, (FIRST.revised(what="Mine"),), How.CAME),
        (FIRST.revised(what="Theirs"), (), How.DIFFERS),
        (FIRST.revised(what="Theirs"), (FIRST.revised(what="Theirs"),), How.SAME),
        (FIRST.revised(what="Theirs"), (FIRST.revised(what="Mine"),), How.DIFFERS),
    ],
)
def test_every_entry_says_what_it_would_be_here(
    incoming: LibraryAdaptation, kept: tuple[LibraryAdaptation, ...], expected: How
):
    assert how(incoming, *kept) is expected


def test_another_pairing_is_a_difference_where_what_it_names_is_here():
    held = entry(works_well_with=())
    assert how(entry(works_well_with=(SECOND.id,)), held) is How.DIFFERS
    assert how(entry(works_well_with=("gone",)), held) is How.SAME


def test_a_pack_that_came_once_brings_nothing_the_second_time():
    kept = (entry(),)
    pack = [entry(what="Otherwise"), entry("x2", "Two", works_well_with=("own-1",)), FIRST.revised(what="Theirs")]
    changes: tuple[Change, ...] = bring_into_library(kept, compared(kept, pack))
    now = (*kept, *(change.after for change in changes if isinstance(change.after, LibraryAdaptation)))
    assert [each.how for each in compared(now, pack)] == [How.SAME, How.SAME, How.SAME]


def test_a_pairing_with_what_stands_here_under_another_id_is_with_that():
    _, coming = compared([entry("own-9")], [entry("x1"), entry("x2", "Two", works_well_with=("x1",))])
    assert coming.entry.works_well_with == ("own-9",)
