"""How the programmes of one kind of provision hang together with all people of that kind, and these with everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from amie_planner.domain.vocabulary import DeliveryType
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.table import People, Sum
from amie_planner.returns.tables import keys
from amie_planner.returns.tables.unions import Linked, are_disjoint, union

Counted = Callable[[str, Sequence[Member]], Mapping[str, People]]
"""Counts of a group by category, given the word for it and its people."""


def of_kind(
    facts: Facts, kind: DeliveryType, programmes: Sequence[tuple[str, Sequence[Member]]], of: Counted
) -> Linked:
    """That each count of a kind is made up of its programmes', and each of everybody of the kind and the rest.

    `programmes` are all of the kind that anybody came to.
    """
    members = facts.deliveries.get(kind.value, ())
    there = {member.key for member in members}
    rest = tuple(member for member in facts.members if member.key not in there)
    disjoint = are_disjoint([each for _, each in programmes], members)
    every = of(keys.ALL, facts.members)
    of_it = of(keys.group(facts, members, f"delivery:{kind}"), members)
    of_rest = of(keys.group(facts, rest, f"not {kind}"), rest)
    of_each = [of(word, each) for word, each in programmes]
    sums: list[Sum] = []
    hidden: list[People] = []
    for category, total in every.items():
        parts = [counts[category] for counts in of_each]
        pairs = (
            union(f"{kind} programmes", of_it[category], parts, disjoint=disjoint),
            union(f"with {kind}", total, [of_it[category], of_rest[category]], disjoint=True),
        )
        for more, people in pairs:
            sums, hidden = [*sums, *more], [*hidden, *people]
        hidden += [total, of_it[category], of_rest[category], *parts]
    return sums, hidden
