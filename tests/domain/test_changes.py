"""Changes: what was and what is, under one key, and back again."""

from __future__ import annotations

import pytest

from amie_planner.domain.changes import Change, add, inverse, remove, revise
from amie_planner.domain.records import Intention
from amie_planner.errors import InvalidRecord

AIM = Intention.made(programme="u", session="s1", id="i1", text="Listen")
OTHER = AIM.revised(id="i2")


def test_what_is_added_revised_or_removed_is_the_record_of_the_change() -> None:
    assert add(AIM) == Change(None, AIM)
    assert remove(AIM) == Change(AIM, None)
    assert revise(AIM, text="Play") == Change(AIM, AIM.revised(text="Play"))
    assert [c.record for c in (add(AIM), remove(AIM), revise(AIM, text="Play"))] == [AIM, AIM, AIM.revised(text="Play")]
    assert add(AIM).key == remove(AIM).key == AIM.key


def test_a_change_of_nothing_or_between_two_records_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a record"):
        Change(None, None)
    with pytest.raises(ValueError, match="keeps the key"):
        Change(AIM, OTHER)
    with pytest.raises(InvalidRecord):
        revise(AIM, area="sporty")


def test_the_inverse_takes_changes_back_last_first() -> None:
    changes = (add(AIM), revise(AIM, text="Play"), remove(OTHER))
    assert inverse(changes) == (Change(None, OTHER), Change(AIM.revised(text="Play"), AIM), Change(AIM, None))
    assert inverse(inverse(changes)) == changes
