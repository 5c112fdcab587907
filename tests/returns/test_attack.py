"""Releases attacked by somebody who knows the rules, by row, column and total: no count of 1 to 4 can be worked out."""

from __future__ import annotations

import pytest
from tests.returns.attack import (
    Printed,
    Rules,
    in_print,
    pinned_by_arithmetic,
    pinned_by_the_rules,
    what_each_would_print,
)
from tests.returns.tables_to_attack import Made, drafts, every, generated, one_way

from amie_planner.returns.disclosure import RULE, Rule, shareable
from amie_planner.returns.table import People

WITHOUT_AUDIT = Rule(audit=False)
MANY = [pytest.param(2_000, id="2,000"), pytest.param(20_000, id="20,000", marks=pytest.mark.on_demand)]


def released(made: Made, rule: Rule = RULE) -> dict[str, Printed]:
    """What the program prints for each count."""
    say = shareable(drafts(made), rule).say
    said = {name: say(People(name, count)) for name, count in made[0].items()}
    return {name: value if isinstance(value, int) else str(value) for name, value in said.items()}


@pytest.mark.parametrize("many", MANY)
def test_no_small_count_of_a_release_can_be_worked_out_by_row_column_and_total(many: int) -> None:
    for made in generated(7, many):
        assert pinned_by_arithmetic(released(made), made[1], made[0]) == []


@pytest.mark.parametrize("many", MANY)
def test_without_the_audit_some_small_counts_can_be_worked_out(many: int) -> None:
    touched = (made for made in generated(7, many) if released(made, WITHOUT_AUDIT) != released(made))
    assert any(pinned_by_arithmetic(released(made, WITHOUT_AUDIT), made[1], made[0]) for made in touched)


def test_each_rule_leaves_the_attacker_less_and_rules_1_to_4_alone_still_leave_something() -> None:
    def pinned(rules: Rules) -> int:
        tables = generated(7, 3_000, [one_way])
        return sum(bool(pinned_by_arithmetic(in_print(*made, rules), made[1], made[0], rules)) for made in tables)

    hidden_only = pinned(Rules(nearest=1, beside=False))
    beside, rounded, both = pinned(Rules(nearest=1)), pinned(Rules(beside=False)), pinned(Rules())
    assert hidden_only > 600
    assert hidden_only > beside > rounded > both > 0


def test_the_attacker_and_the_program_read_rules_1_to_4_alike() -> None:
    for made in generated(11, 1_000):
        assert released(made, WITHOUT_AUDIT) == in_print(*made)


SHAPES = [
    pytest.param((2,), range(1, 40), id="1 question of 2"),
    pytest.param((4,), range(1, 23), id="1 question of 4"),
    pytest.param((2, 2), range(1, 18), id="2 by 2"),
    pytest.param((2, 3), range(1, 13), id="2 by 3"),
    pytest.param((2, 3), range(1, 18), id="2 by 3, to 17", marks=pytest.mark.on_demand),
    pytest.param((2, 4), range(10, 13), id="2 by 4", marks=pytest.mark.on_demand),
]


@pytest.mark.parametrize(("boxes", "people"), SHAPES)
def test_whoever_plays_the_rules_through_in_every_possible_world_pins_no_small_count(
    boxes: tuple[int, ...], people: range
) -> None:
    worlds, sums = every(boxes, [*people, people.stop])  # who sees no total cannot know that there are no more people
    prints = what_each_would_print(worlds, sums)
    one_of_each = {tuple(in_print(world, sums).values()): world for world in worlds if world["all"] in people}
    for ruled, world in one_of_each.items():
        said = released((world, sums))
        guess = {name: said[name] if said[name] == would else None for name, would in zip(said, ruled, strict=True)}
        assert pinned_by_the_rules(guess, prints) == [], world
