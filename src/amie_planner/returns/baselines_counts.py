"""What a table counts in one area → an amount for each group of a question, or a refusal that says what lacks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from amie_planner.errors import AmieError
from amie_planner.returns.baselines import Question, gathered, questions, words
from amie_planner.returns.baselines_layout import Aside, key, meaning

EVERYBODY = ("", "")
_ROUNDED_TO = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A count of people and where it stands; None where its publisher withholds it."""

    count: int | None
    line: int
    column: str


Counts = dict[tuple[str, str], Cell]
"""Cells by family of questions and key of label; under EVERYBODY, all people of the area."""


def answers(question: Question, counts: Counts) -> bool:
    """Whether an area has every group of a question, or of one that it gathers."""
    return not _lacking(question, counts) or any(not _lacking(questions()[id], counts) for id in question.gathers)


def amounts(question: Question, counts: Counts, area: str) -> dict[str, float]:
    """An amount for each group of a question. Raises AmieError if one lacks, is withheld, or they do not add up."""
    if _lacking(question, counts):
        for detailed in (questions()[id] for id in question.gathers):
            if not _lacking(detailed, counts):
                return gathered(question, amounts(detailed, counts, area))
        lacking = _lacking(question, counts)[0]
        raise AmieError(
            f"This table has no count of “{lacking}” in {area}.", "Download all groups of the question, and “Total”."
        )
    found = {code: float(_said(cell, area)) for code, cell in _cells(question, counts).items()}
    everybody = counts.get(EVERYBODY)
    if everybody:
        _complete(question, found, _not_known(question, counts, area), everybody, area)
    if not sum(found.values()):
        raise AmieError(f"This table counts nobody in {area}.", "Choose another area, or a national baseline.")
    return found


def _complete(question: Question, found: dict[str, float], not_known: float, everybody: Cell, area: str) -> None:
    """Fills in the rest, where everybody else is told, and holds the sum against everybody."""
    whole = _said(everybody, area) - not_known
    if question.rest and question.rest not in found:
        found[question.rest] = whole - sum(found.values())
    apart = abs(whole - sum(found.values()))
    if apart > _ROUNDED_TO * (len(found) + 1) or min(found.values()) < 0:
        raise AmieError(
            f"The groups in {area} do not add up to the total on line {everybody.line}, column “{everybody.column}”.",
            "Download the table again, and change nothing in it.",
        )


def _said(cell: Cell, area: str) -> int:
    if cell.count is None:
        raise AmieError(
            f"The count on line {cell.line}, column “{cell.column}”, is withheld for {area}.",
            "Choose a larger area, or a national baseline.",
        )
    return cell.count


def _lacking(question: Question, counts: Counts) -> list[str]:
    found = _cells(question, counts)
    worked_out = question.rest if EVERYBODY in counts else None
    return [name for code, name in question.groups if code not in found and code != worked_out]


def _cells(question: Question, counts: Counts) -> dict[str, Cell]:
    return {code: counts[place] for place, code in _places(question.id) if place in counts}


def _not_known(question: Question, counts: Counts, area: str) -> float:
    families = {family for (family, _), _ in _places(question.id)}
    unknown = (c for (f, label), c in counts.items() if f in families and meaning(f, label) is Aside.NOT_KNOWN)
    return sum(_said(cell, area) for cell in unknown)


@cache
def _places(question: str) -> tuple[tuple[tuple[str, str], str], ...]:
    """Where the groups of a question are counted: family and key of label, and the group’s code."""
    return tuple(
        ((family, key(label)), code)
        for family, said in words()["families"].items()
        for code, labels in said["labels"].get(question, {}).items()
        for label in labels
    )
