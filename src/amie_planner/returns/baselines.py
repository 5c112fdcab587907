"""What a group of people is compared with: the shares of a whole population, and the national ones that come with us.

Every figure names its source, its licence and its date; resources/baselines says where each was read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from amie_planner.places import resource


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is asked of everybody. `groups` are codes and names in the order to show them.

    `rest` is the code of all whom the question is not about, as “not eligible”: nobody looks for them. `gathers` are
    more detailed questions whose groups this one joins: their codes begin with one of its own.
    """

    id: str
    name: str
    groups: tuple[tuple[str, str], ...]
    rest: str | None = None
    gathers: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its groups."""
        return tuple(code for code, _ in self.groups)


@dataclass(frozen=True, slots=True)
class Share:
    """A group's part of a population, from 0 to 1, of those for whom it is known."""

    code: str
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Baseline:
    """The shares of a question's groups among `people` of an area on a date; they add up to 1.

    `question` is an id of `questions`; `date` is as its publisher says it, blank where its table says none.
    """

    question: str
    area: str
    people: str
    date: str
    source: str
    licence: str
    groups: tuple[Share, ...]

    @property
    def shares(self) -> dict[str, float]:
        """Share by code."""
        return {group.code: group.share for group in self.groups}


@cache
def words() -> dict[str, Any]:
    """The questions, and the words by which published tables speak of them."""
    return dict(json.loads(resource("baselines", "questions.json").read_text(encoding="utf-8")))


@cache
def questions() -> dict[str, Question]:
    """Every question that a baseline can answer, by id."""
    return {
        id: Question(id, said["name"], tuple(said["groups"].items()), said.get("rest"), tuple(said.get("gathers", ())))
        for id, said in words()["questions"].items()
    }


def shares(question: Question, amounts: Mapping[str, float]) -> tuple[Share, ...]:
    """What each group's amount is of all of them. Needs every group of the question, and one above 0."""
    whole = sum(amounts[code] for code in question.codes)
    return tuple(Share(code, name, amounts[code] / whole) for code, name in question.groups)


def gathered(question: Question, amounts: Mapping[str, float]) -> dict[str, float]:
    """Amounts of a more detailed question, joined into the groups of this one.

    Chinese is Asian, as the census has it; the lists of schools and of the census fit each other only when joined.
    """
    joined = dict.fromkeys(question.codes, 0.0)
    for code, amount in amounts.items():
        joined[code.split("-")[0]] += amount
    return joined


@cache
def bundled() -> tuple[Baseline, ...]:
    """The national figures that come with the program, all of England; never more than their sources say."""
    kept = json.loads(resource("baselines", "england.json").read_text(encoding="utf-8"))
    found: list[Baseline] = []
    for entry in kept["baselines"]:
        question = questions()[entry["question"]]
        amounts = entry.get("counts") or _with_the_rest(question, entry["percent"])
        for joined in questions().values():
            if question.id in joined.gathers:
                found.append(_england(entry, joined, gathered(joined, amounts), kept["licence"]))
        found.append(_england(entry, question, amounts, kept["licence"]))
    return tuple(found)


def _with_the_rest(question: Question, percent: Mapping[str, float]) -> dict[str, float]:
    return {str(question.rest): 100 - sum(percent.values()), **percent}


def _england(entry: Mapping[str, Any], question: Question, amounts: Mapping[str, float], licence: str) -> Baseline:
    groups = shares(question, amounts)
    return Baseline(question.id, "England", entry["people"], entry["date"], entry["source"], licence, groups)
