"""Representation figures as R11 is handed them, finished: checks see counts, never an equality-monitoring answer."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST_ANSWERS = 10
"""People, and answers, below which nothing is said of groups."""
MOST_NON_RESPONSE = 0.3
"""The share of those asked above which those who answered may not stand for the group."""


@dataclass(frozen=True, slots=True)
class Group:
    """One answer to a monitoring question. Shares lie between 0 and 1.

    `counted` is how many gave it; `low` and `high` bound the interval of its share of those who answered; `baseline`
    is its share of local young people, and `expected` how many of those who answered that would be.
    """

    name: str
    counted: int
    low: float
    high: float
    baseline: float
    expected: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The answers to one monitoring question beside local young people.

    `answered` counts people; `non_response` is the share of those asked, between 0 and 1, who did not answer.
    `compared_with` says in a few words what the baseline is: its place, source and date. Where they are `withheld`,
    nothing is said of them, nor whether there are any.
    """

    groups: tuple[Group, ...]
    answered: int
    non_response: float
    compared_with: str = "local young people"
    withheld: bool = False


ON_PAPER = Figures((), 0, 0.0, withheld=True)
"""What R11 is handed for every paper: equality monitoring stays apart from papers."""
