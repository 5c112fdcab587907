"""Programmes of one kind make up all of the kind, and these with the rest everybody: nothing is there to subtract."""

from __future__ import annotations

from collections.abc import Sequence

from tests.returns.planners import a_session, a_source, came, facts_of

from amie_planner.domain.vocabulary import DeliveryType
from amie_planner.returns.facts import Facts, Member, Source
from amie_planner.returns.table import People
from amie_planner.returns.tables import keys
from amie_planner.returns.tables.kinds import of_kind

CLASS = DeliveryType.WHOLE_CLASS


def a_class(uid: str, codes: str, delivery: str = "whole class") -> Source:
    """A programme to which those with these codes came."""
    people = [{"id": code, "code": code} for code in codes]
    session = a_session("s1", register=came(**dict.fromkeys(codes, "present")))
    return a_source(uid, people=people, sessions=[session], provision={"delivery": delivery})


def counts(word: str, members: Sequence[Member]) -> dict[str, People]:
    return {"": People(word, len(members))}


def linked(facts: Facts, classes: int) -> list[tuple[str, tuple[str, ...]]]:
    """Each total and its parts, once it is seen that they add up."""
    words = [(keys.group(facts, group, keys.programme(n)), group) for n, group in enumerate(facts.groups[:classes], 1)]
    sums, hidden = of_kind(facts, CLASS, words, counts)
    known = {people.key: people.count for people in hidden}
    for each in sums:
        assert known[each.total] == sum(known[part] for part in each.parts), each
    return [(each.total, each.parts) for each in sums if not each.only_bounds]


def test_classes_without_a_pupil_in_common_make_up_the_kind_and_with_the_rest_everybody():
    facts = facts_of(a_class("u1", "abc"), a_class("u2", "de"), a_class("u3", "fg", "ensemble"))
    assert linked(facts, 2) == [
        ("delivery:whole class", ("programme:1", "programme:2")),
        ("all", ("delivery:whole class", "programme:3")),
    ]


def test_the_rest_has_a_word_of_its_own_where_it_is_no_group():
    others = (a_class("u2", "cd", "ensemble"), a_class("u3", "e", "ensemble"))
    facts = facts_of(a_class("u1", "abc"), *others)
    assert linked(facts, 1) == [("all", ("programme:1", "not whole class"))]


def test_pupils_of_two_classes_are_counted_as_further_times():
    facts = facts_of(a_class("u1", "abc"), a_class("u2", "cd"), a_class("u3", "e", "ensemble"))
    assert linked(facts, 2) == [
        ("whole class programmes", ("programme:1", "programme:2")),
        ("whole class programmes", ("delivery:whole class", "further whole class programmes")),
        ("all", ("delivery:whole class", "programme:3")),
    ]


def test_where_everybody_is_of_the_kind_nothing_is_left_to_say_of_the_rest():
    assert linked(facts_of(a_class("u1", "abc"), a_class("u2", "de")), 2) == [("all", ("programme:1", "programme:2"))]
    assert linked(facts_of(a_class("u1", "abc")), 1) == []
