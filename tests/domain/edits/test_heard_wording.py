"""A hub's words come as a whole and go as a whole, and every step can be taken back."""

from __future__ import annotations

from collections.abc import Iterable

from amie_planner.domain.changes import Change, inverse
from amie_planner.domain.edits.heard_wording import own_words_again, use_wording
from amie_planner.domain.records import HeardWording

FIRST = (HeardWording.made(id="R", left_out=True), HeardWording.made(id="A01", asks="Whose idea is it?"))
SECOND = (HeardWording.made(id="A01", asks="Who said so?"), HeardWording.made(id="D", name="Wide"))


def after(held: Iterable[HeardWording], changes: Iterable[Change]) -> tuple[HeardWording, ...]:
    """What is held once the changes were made, each of which finds what it expects."""
    kept = {record.id: record for record in held}
    for change in changes:
        assert kept.pop(change.record.id, None) == change.before
        if isinstance(change.after, HeardWording):
            kept[change.record.id] = change.after
    return tuple(sorted(kept.values(), key=lambda record: record.id))


def test_nothing_of_another_hubs_words_is_left_when_new_ones_come():
    assert after(FIRST, use_wording(FIRST, SECOND)) == SECOND
    assert after((), use_wording((), SECOND)) == SECOND


def test_what_is_the_same_already_is_no_change():
    assert use_wording(FIRST, tuple(reversed(FIRST))) == ()
    assert [change.record.id for change in use_wording(FIRST, (FIRST[0], SECOND[0]))] == ["A01"]


def test_our_own_words_come_back_when_all_of_theirs_go():
    assert after(FIRST, own_words_again(FIRST)) == ()
    assert own_words_again(()) == ()


def test_a_step_taken_back_leaves_the_words_as_they_were():
    changes = use_wording(FIRST, SECOND)
    assert after(SECOND, inverse(changes)) == tuple(sorted(FIRST, key=lambda record: record.id))
