"""What may be said of counts of people: alike in every table, never a small count, and reasons that tell no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.returns.tables_to_attack import Made, drafts, generated, of_counts

from amie_planner.returns.disclosure import RULE, Said, exact, shareable
from amie_planner.returns.table import Column, Draft, People, Sum, Value

FEW, C, X = "fewer than 10", "[c]", "[x]"
COLUMNS = (Column("Which", "Which people"), Column("People", "How many"))


def said(made: Made, *, one_thing: bool = False) -> list[Value]:
    """What stands for the total and for each part."""
    decided = shareable(drafts(made, one_thing=one_thing))
    return [decided.say(People(name, count)) for name, count in made[0].items()]


def a_draft(name: str, rows: dict[str, int], *sums: Sum) -> Draft:
    cells = tuple((f"Row {key}", People(key, count)) for key, count in rows.items())
    return Draft("people", name, COLUMNS, cells, sums=sums)


def in_rows(draft: Draft, decided: Said) -> list[Value]:
    return [row[1] for row in draft.decided(decided.say).rows]


@pytest.mark.parametrize(
    ("counts", "printed"),
    [
        ((8, 8, 1), [15, C, C, C]),
        ((5, 5, 1), [10, C, C, C]),
        ((7, 1), [FEW, C, C]),
        ((4, 4), [FEW, C, C]),
        ((9, 0), [FEW, C, C]),
        ((12, 0, 0), [10, 10, 0, 0]),
        ((0, 0), [0, 0, 0]),
        ((20, 3, 0), [25, C, C, 0]),
        ((20, 30, 3), [55, C, 30, C]),
        ((20, 3, 4), [25, 20, C, C]),
        ((12, 9), [20, 10, 10]),
        ((22, 23), [45, 20, 25]),
        ((1, 1, 5, 5), [X, C, C, C, C]),
        ((18, 1, 1, 1, 1), [X, C, C, C, C, C]),
    ],
)
def test_a_table_is_printed_so(counts: tuple[int, ...], printed: list[Value]) -> None:
    assert said(of_counts(*counts)) == printed


@pytest.mark.parametrize(
    ("counts", "printed"),
    [
        ((30, 0), [30, C, C]),
        ((27, 3, 0), [30, C, C, C]),
        ((27, 2, 1), [30, C, C, C]),
        ((26, 10, 0), [35, 25, 10, 0]),
        ((0, 0), [0, 0, 0]),
    ],
)
def test_a_sensitive_question_that_nearly_all_answered_alike_is_not_broken_down(
    counts: tuple[int, ...], printed: list[Value]
) -> None:
    assert said(of_counts(*counts), one_thing=True) == printed


def test_what_is_withheld_in_one_table_is_withheld_in_all() -> None:
    first = a_draft("First", {"all": 45, "girls": 3, "boys": 42}, Sum("all", ("girls", "boys")))
    second = a_draft("Second", {"boys": 42, "others": 20})
    decided = shareable([second, first])
    assert in_rows(first, decided) == [45, C, C]
    assert in_rows(second, decided) == [C, 20]


def test_a_total_that_would_tell_is_withheld_in_every_table() -> None:
    broken_down = a_draft("First", {"all": 12, "a": 1, "b": 1, "c": 5, "d": 5}, Sum("all", ("a", "b", "c", "d")))
    alone = a_draft("Second", {"all": 12})
    decided = shareable([alone, broken_down])
    assert in_rows(alone, decided) == [X]
    assert in_rows(broken_down, decided) == [X, C, C, C, C]


def test_a_part_that_is_printed_nowhere_hides_a_small_one_beside_it() -> None:
    ticked = a_draft("First", {"all": 40, "ticked": 3}, Sum("all", ("ticked", "rest"), (People("rest", 37),)))
    assert in_rows(ticked, shareable([ticked])) == [40, C]
    named = replace(ticked, sums=(Sum("all", ("ticked",), (People("rest", 37),)),))
    assert in_rows(named, shareable([named])) == [40, C]


def test_a_count_that_stands_in_no_table_is_never_said() -> None:
    people = People("rest", 37)
    decided = shareable([a_draft("First", {"all": 40, "ticked": 3}, Sum("all", ("ticked", "rest"), (people,)))])
    assert decided.say(people) == C


def test_the_exact_profile_says_every_count_and_withholds_nothing() -> None:
    decided = exact(drafts(of_counts(8, 8, 1)))
    assert decided.say(People("all|q0=2", 1)) == 1


@pytest.mark.parametrize(
    ("draft", "mistake"),
    [
        (a_draft("First", {"all": 5, "girls": 3}, Sum("all", ("girls",))), "do not add up"),
        (a_draft("First", {"all": 3}, Sum("all", ("girls",))), "counted nowhere: girls"),
        (a_draft("First", {"girls": 3}, Sum("all", ("girls",))), "counted nowhere: all"),
        (a_draft("First", {"all": 3}, Sum("all", (), (People("all", 4),))), "counted as 3 and as 4"),
        (a_draft("First", {"all": -1}), "counted as -1"),
    ],
)
@pytest.mark.parametrize("profile", [exact, shareable])
def test_tables_that_contradict_each_other_are_refused_in_both_profiles(
    draft: Draft, mistake: str, profile: type[Said]
) -> None:
    with pytest.raises(ValueError, match=mistake):
        profile([draft])


def test_the_order_of_tables_and_of_parts_changes_nothing() -> None:
    for made in generated(3, 300):
        tables = drafts(made)
        turned = [
            replace(each, sums=tuple(replace(s, parts=s.parts[::-1]) for s in each.sums)) for each in tables[::-1]
        ]
        one, other = shareable(tables), shareable(turned)
        assert [one.say(People(*each)) for each in made[0].items()] == [
            other.say(People(*each)) for each in made[0].items()
        ]


def test_the_rule_is_said_with_its_numbers() -> None:
    sentences = " ".join(RULE.said)
    for number in ("nearest 5", "1 to 4", "fewer than 10", "90%", "[c]", "[x]", "true 0"):
        assert number in sentences
