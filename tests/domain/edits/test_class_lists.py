"""The people of a class list join a group: nobody twice, nobody confused with another, and one step to take it back."""

from __future__ import annotations

import pytest
from tests.plans import a_series

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.class_lists import Listed, Match, aliases, bring_in_people, family, possible_matches
from amie_planner.errors import InvalidRecord
from amie_planner.exchange import plan_file
from amie_planner.store.store import Store


def people(*names: str) -> list[Listed]:
    """A list of these people, by forename and surname, from row 2 on."""
    parts = [(name.partition(" ")[0], name.partition(" ")[2], name) for name in names]
    return [Listed(row, first, rest, name) for row, (first, rest, name) in enumerate(parts, 2)]


def called(*names: str, taken: tuple[str, ...] = ()) -> list[str]:
    return list(aliases(people(*names), taken))


def test_an_alias_is_a_first_name_where_that_is_enough():
    assert called("Fern Otter", "Ash Heron") == ["Fern", "Ash"]


def test_a_letter_of_the_surname_tells_two_people_apart_then_more_letters():
    assert called("Fern Otter", "Fern Heron") == ["Fern O", "Fern H"]
    assert called("Fern Otter", "Fern Osprey", "Fern Heron") == ["Fern Ot", "Fern Os", "Fern H"]
    assert called("Fern O'Hare", "Fern Otter") == ["Fern OH", "Fern Ot"]
    assert called("Fern O", "Fern Otter") == ["Fern O", "Fern Ot"]


def test_a_number_tells_apart_whom_no_letter_does():
    assert called("Fern Otter", "Fern Otter", "Fern Osprey") == ["Fern O 1", "Fern O 2", "Fern Os"]
    assert called("Fern", "Fern") == ["Fern 1", "Fern 2"]


def test_somebody_of_the_group_keeps_their_alias_and_nobody_else_gets_it():
    assert called("Fern Otter", taken=("Fern",)) == ["Fern O"]
    assert called("Fern Otter", taken=("fern", "FERN  O")) == ["Fern Ot"]
    assert called("Fern", taken=("Fern",)) == ["Fern 2"]
    assert called("Fern", taken=("Fern", "Fern 2")) == ["Fern 3"]


def test_case_width_and_spaces_do_not_make_another_name():
    assert called("FERN Otter", "fern Heron", "Ｆｅｒｎ Wren") == ["FERN O", "fern H", "Ｆｅｒｎ W"]


def test_an_alias_that_tells_apart_is_not_one_that_somebody_else_goes_by():
    listed = [Listed(2, "Fern O", "Wren", "Fern O Wren"), *people("Fern Otter", "Fern Heron")]
    assert list(aliases(listed)) == ["Fern O", "Fern Ot", "Fern H"]


def test_no_two_of_a_very_large_list_share_an_alias():
    names = [f"{('Fern', 'Ash', 'Moss')[n % 3]} {'OHW'[n % 2]}{n % 70}" for n in range(5_000)]
    given = called(*names, taken=("Fern", "Ash H 7"))
    assert len({alias.casefold() for alias in given} | {"fern", "ash h 7"}) == 5_002


def test_a_family_by_itself_gets_the_aliases_that_it_gets_among_all_others():
    firsts = ("Fern", "FERN", "Fern O", "Fern  Ot", "Ash", "Ash Fern", "Ｆｅｒｎ", "Ferne", "O")
    listed = [Listed(n, firsts[n % 9], f"{'OWA'[n % 3]}{'ts'[n % 2]}", f"{n % 40}") for n in range(300)]
    taken = ("fern o", "Fern 2", "Ash", "Ferne 3")
    whole = dict(zip((one.row for one in listed), aliases(listed, taken), strict=True))
    for name in ("fern", "ash", "ferne", "o"):
        mine = [one for one in listed if family(one.first) == name]
        assert mine
        assert [whole[one.row] for one in mine] == list(aliases(mine, [t for t in taken if family(t) == name]))


GROUP = a_series(
    people=[
        {"id": "p1", "alias": "Fern", "name": "Fernanda Otter", "school_year": "Y7"},
        {"id": "p2", "alias": "Ash"},
        {"id": "p7", "name": "Moss Wren"},
    ]
)


def match(name: str, first: str = "", year: str = "") -> list[str]:
    listed = Listed(2, first or name.partition(" ")[0], name.partition(" ")[2], name, school_year=year)
    return [found.person for found in possible_matches(GROUP, [listed])]


def test_the_same_full_name_or_alias_and_school_year_may_be_the_same_person():
    assert match("Fernanda Otter") == ["p1"]
    assert match("ＦＥＲＮＡＮＤＡ  otter", year="Y9") == ["p1"]
    assert match("Moss Wren") == ["p7"]
    assert match("Moss Otter") == []
    assert match("Fern Heron", year="y7") == ["p1"]
    assert match("Fern Heron", year="Y8") == []
    assert match("Ash Heron") == ["p2"]
    assert match("Ash Heron", year="Y7") == []


def test_a_preferred_first_name_with_the_surname_is_a_full_name_too():
    listed = Listed(4, "Moss", "Wren", "Mosswyn Wren")
    assert possible_matches(GROUP, [listed]) == (Match(4, "p7"),)


def test_a_person_is_proposed_once_for_a_row_and_a_few_people_at_most():
    assert match("Fernanda Otter", first="Fern", year="Y7") == ["p1"]
    crowd = a_series(people=[{"id": f"p{n}", "name": "Fern Otter"} for n in range(1, 50)])
    assert len(possible_matches(crowd, people("Fern Otter"))) == 5


def test_everyone_comes_in_behind_the_group_in_the_order_of_the_list():
    listed = [
        Listed(2, "Fern", "Hare", "Fern Hare", "7B", "Y7"),
        Listed(3, "Sky", "", "Sky"),
        Listed(4, "Ivy", "", "Ivy", "7B"),
    ]
    after = GROUP.after(bring_in_people(GROUP, listed))
    new = after.people[3:]
    assert after.people[:3] == GROUP.people
    assert [(p.id, p.alias, p.name, p.school_year) for p in new] == [
        ("p8", "Fern H", "Fern Hare", "Y7"),
        ("p9", "Sky", "Sky", None),
        ("p10", "Ivy", "Ivy", None),
    ]
    assert [[(m.group, m.joined, m.left) for m in p.groups] for p in new] == [
        [("7B", None, None)],
        [],
        [("7B", None, None)],
    ]
    assert plan_file.read(plan_file.write(after)) == after


def test_one_step_brings_everyone_in_and_takes_everyone_out_again(store: Store):
    from amie_planner.domain import bringing_in

    store.apply(bringing_in.bring_in(GROUP, 0))
    held = store.series(GROUP.programme.id)
    changes = bring_in_people(held, people("Fern Otter", "Ivy Hare"))
    store.apply(changes)
    assert len(store.series(GROUP.programme.id).people) == 5
    store.apply(inverse(changes))
    assert store.series(GROUP.programme.id) == held


def test_nobody_comes_in_where_one_of_a_list_cannot():
    with pytest.raises(InvalidRecord):
        bring_in_people(GROUP, [*people("Ivy Hare"), Listed(3, "x" * 20_001, "", "x")])
    assert bring_in_people(GROUP, []) == ()
