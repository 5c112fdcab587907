"""A programme from elsewhere comes in as it is, in place of the one that is there, or as a copy."""

from __future__ import annotations

import pytest
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.plans import a_series

from amie_planner.domain import bringing_in, edits
from amie_planner.domain.changes import inverse, revise
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Key, Record
from amie_planner.exchange.plan_file import read
from amie_planner.store.store import Store

SAMPLE = read(SPACE_SOUNDS.read_bytes())


def by_key(series: Series) -> dict[Key, Record]:
    return {record.key: record for record in series.records()}


def test_a_programme_that_comes_in_is_kept_whole_at_its_place(store: Store):
    store.apply(bringing_in.bring_in(read(THURSDAY_WRITERS.read_bytes()), 0))
    store.apply(bringing_in.bring_in(SAMPLE, 4))
    placed = SAMPLE.programme.revised(position=4)
    assert placed in store.programmes()
    assert by_key(store.series(SAMPLE.programme.id)) == by_key(SAMPLE) | {placed.key: placed}


def revisited(series: Series) -> Series:
    """The series as somebody else went on with it: a line gone, one more, one changed, a session gone."""
    first = series.sessions[0]
    series = series.after(edits.remove_activity(series, "s1", first.activities[0].id))
    series = series.after(edits.add_person(series, alias="Fern")[1])
    series = series.after([revise(series.programme, title="Space sounds again")])
    return series.after(edits.remove_session(series, "s2"))


def test_replacing_makes_the_programme_the_same_as_the_one_that_comes_in_but_for_its_place(store: Store):
    store.apply(bringing_in.bring_in(SAMPLE, 2))
    held = store.series(SAMPLE.programme.id)
    new = revisited(SAMPLE)
    changes = bringing_in.replace(held, new)
    store.apply(changes)
    placed = new.programme.revised(position=2)
    assert by_key(store.series(SAMPLE.programme.id)) == by_key(new) | {placed.key: placed}
    store.apply(inverse(changes))
    assert by_key(store.series(SAMPLE.programme.id)) == by_key(held)


def test_replacing_by_the_same_changes_nothing():
    assert bringing_in.replace(SAMPLE, SAMPLE) == ()


@pytest.mark.parametrize(
    ("held", "new", "goes"),
    [
        ({"alias": "Fern"}, {"alias": "Moss"}, True),
        ({"alias": "Fern"}, {"alias": " fern", "name": "Fern Green"}, False),
        ({"alias": "Fern", "name": "Fern Green"}, {"alias": "Moss", "name": "Fern  Green"}, False),
        ({"alias": "Fern", "name": "Fern Green"}, {"alias": "Moss", "name": "Ada Green"}, True),
        ({}, {"pronouns": "she/her"}, True),
        ({}, {}, False),
    ],
)
def test_whoever_has_another_alias_and_name_under_the_same_id_goes_and_the_other_comes(
    held: dict[str, str], new: dict[str, str], goes: bool
):
    one, other = (a_series(people=[{"id": "p3", **person}]) for person in (held, new))
    changes = bringing_in.replace(one, other)
    assert [change.before for change in changes if change.after is None] == ([one.people[0]] if goes else [])
    assert one.after(changes).people == other.people
    assert one.after(changes).after(inverse(changes)).people == one.people


def test_it_is_said_of_how_many_what_is_kept_apart_goes():
    assert " of 1 person: " in bringing_in.answers_going(1, "This also removed")
    assert bringing_in.answers_going(2, "This also removed").startswith("This also removed what equality monitoring")


def test_a_copy_is_the_same_under_another_identity_and_stands_beside_the_first(store: Store):
    copy = bringing_in.copied(SAMPLE, "another")
    store.apply(bringing_in.bring_in(SAMPLE, 0))
    store.apply(bringing_in.bring_in(copy, 1))
    assert {record.programme for record in copy.records()} == {"another"}
    assert {programme.id for programme in store.programmes()} == {SAMPLE.programme.id, "another"}
    back = bringing_in.copied(copy, SAMPLE.programme.id)
    assert by_key(back) == by_key(SAMPLE)
