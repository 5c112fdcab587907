"""Keys of counts: the same wherever the same people are counted."""

from __future__ import annotations

from tests.returns.planners import a_session, a_source, came, facts_of

from amie_planner.returns.tables.keys import ALL, group, key, programme


def test_variables_stand_in_the_alphabet_however_they_are_given() -> None:
    assert key(ALL) == "all"
    assert key(ALL, stage="ks2", gender="girl") == key(ALL, gender="girl", stage="ks2") == "all|gender=girl|stage=ks2"
    assert key(programme(2), **{"pupil-premium": "yes"}) == "programme:2|pupil-premium=yes"


def test_the_people_of_the_only_programme_are_all_people() -> None:
    session = a_session("s1", register=came(p1="present"))
    one, other = (a_source(f"u{n}", people=[{"id": "p1"}], sessions=[session]) for n in (1, 2))
    alone, both = facts_of(one), facts_of(one, other)
    assert group(alone, alone.groups[0], programme(1)) == ALL
    assert [group(both, both.groups[n - 1], programme(n)) for n in (1, 2)] == ["programme:1", "programme:2"]
    assert group(both, both.groups[0], "school:3") == "programme:1"


def test_people_who_are_no_group_have_the_word_that_is_given() -> None:
    session = a_session("s1", register=came(p1="present", p2="present"))
    facts = facts_of(a_source(people=[{"id": "p1"}, {"id": "p2"}], sessions=[session]))
    assert group(facts, facts.members[:1], "school:3") == "school:3"
