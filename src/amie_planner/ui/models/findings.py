"""Findings as rows: a principle, what was found under it in words, and the lines it points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amie_planner.checks.check import Answer, Finding, Line, Principle
from amie_planner.ui.models.rows import RowList

SHAPES = {
    Answer.STRENGTH: "●",
    Answer.WORTH_A_LOOK: "◐",
    Answer.YOUR_CALL: "?",
    Answer.NOT_RECORDED: "○",
}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One row of the panel. `kind` is principle, finding, line or fold; a line row leads to `line`."""

    id: str
    kind: str
    text: str
    answer: Answer | None = None
    line: Line | None = None
    why: str = ""
    divided: bool = True

    @property
    def spoken(self) -> str:
        """The answer first, in words."""
        lead = "Go to" if self.kind == "line" else self.answer or ""
        return f"{lead}: {self.text}" if lead else self.text


class FindingsList(RowList[FindingRow]):
    """What HEARD asks and sees, in the order of the principles."""


def rows(findings: Iterable[Finding], unfolded: frozenset[str]) -> tuple[FindingRow, ...]:
    """The rows. What is worth a look shows its lines; others show theirs when they are in `unfolded`, and what is
    not recorded folds to one line a principle."""
    found = tuple(findings)
    principles = dict.fromkeys(finding.principle for finding in found)
    return tuple(row for principle in principles for row in _principle(principle, found, unfolded))


def _principle(principle: Principle, findings: tuple[Finding, ...], unfolded: frozenset[str]) -> Iterator[FindingRow]:
    mine = [f for f in findings if f.principle == principle]
    yield FindingRow(principle.letter, "principle", f"{principle.name}: {principle.says}", divided=False)
    for finding in mine:
        if finding.answer is not Answer.NOT_RECORDED:
            yield from _finding(finding, unfolded)
    silent = [f for f in mine if f.answer is Answer.NOT_RECORDED]
    if not silent:
        return
    fold = f"{principle.letter}/fold"
    if fold in unfolded:
        for finding in silent:
            yield from _finding(finding, unfolded)
        yield FindingRow(fold, "fold", "Fold what is not recorded")
    else:
        yield FindingRow(fold, "fold", "Some things are not recorded. Show them", Answer.NOT_RECORDED)


def _finding(finding: Finding, unfolded: frozenset[str]) -> Iterator[FindingRow]:
    shown = finding.answer is Answer.WORTH_A_LOOK or finding.check in unfolded
    lines = finding.lines if shown else ()
    why = f"{finding.question} {finding.why}"
    yield FindingRow(finding.check, "finding", finding.text, finding.answer, why=why, divided=not lines)
    for line in lines:
        last = line is lines[-1]
        yield FindingRow(f"{finding.check}/{line.kind}/{line.id}", "line", line.label, line=line, divided=last)
