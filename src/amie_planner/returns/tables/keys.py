"""By what key a count of people is known, so that tables about the same people can be held together.

A key says which people by what was counted, never who they are: “all”, “programme:2|gender=girl|stage=ks2”.
"""

from __future__ import annotations

from collections.abc import Iterable

from amie_planner.returns.facts import Facts, Member

ALL = "all"


def key(group: str, **categories: str) -> str:
    """The key of those of a group who are in each of these categories, by variable, whatever order they come in.

    A variable that is no word of Python is handed over in a mapping: key("all", **{"pupil-premium": "yes"}).
    """
    return "|".join((group, *(f"{variable}={category}" for variable, category in sorted(categories.items()))))


def programme(n: int) -> str:
    """The word for those who came to a programme; `n` is its place in the return, from 1."""
    return f"programme:{n}"


def group(facts: Facts, members: Iterable[Member], otherwise: str) -> str:
    """One word for a set of people: “all”, the first programme or kind of provision that has just these, or the other.

    Everything that is counted of people alone has the same count wherever the word is the same; what a programme adds,
    such as how often they came there, has to be a variable of its own.
    """
    return facts.words.get(frozenset(member.key for member in members), otherwise)
