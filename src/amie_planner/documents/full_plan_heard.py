"""HEARD in the full plan: what the checks found, principle by principle, and what the leader replied.

A finding points at lines by number. People, and what they said or showed, stay out; nothing here is a judgement.
"""

from __future__ import annotations

from collections.abc import Iterator

from amie_planner.checks.check import Answer, Finding, Line, LineKind
from amie_planner.checks.lines import barrier
from amie_planner.checks.replies import replied
from amie_planner.documents.blocks import Block
from amie_planner.documents.findings import about, answered, by_principle, in_the_way, numbered, reply_line
from amie_planner.documents.house_style import PrintStyle, bullets, labelled
from amie_planner.documents.numbering import Numbers
from amie_planner.documents.wording import capitalised, sentence
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Requirement

_TITLE = "HEARD: questions about this plan"


def heard(style: PrintStyle, plan: Plan, findings: tuple[Finding, ...], numbers: Numbers) -> Iterator[Block]:
    """The findings under their principles; nothing if there are none."""
    say = about("this plan")
    yield from by_principle(style, _TITLE, say, findings, lambda finding: _finding(style, plan, finding, numbers))


def _finding(style: PrintStyle, plan: Plan, finding: Finding, numbers: Numbers) -> Iterator[Block]:
    yield from answered(style, finding, without_what_was_said(finding))
    yield from _lines(style, plan, finding, numbers)
    if (found := replied(plan, finding)) and found.stands:
        yield reply_line(style, found)


def _lines(style: PrintStyle, plan: Plan, finding: Finding, numbers: Numbers) -> Iterator[Block]:
    """Where a strength shows, by number alone; else line by line, in words."""
    if finding.answer is Answer.STRENGTH and (where := numbers.of_lines(finding.lines)):
        yield labelled(style, "Where", sentence(where))
        return
    pointed_at = (_pointed_at(line, plan, numbers) for line in finding.lines)
    lines = (*dict.fromkeys(filter(None, pointed_at)), *_cells(finding, plan, numbers))
    if lines:
        yield bullets(style, lines)


def _cells(finding: Finding, plan: Plan, numbers: Numbers) -> Iterator[str]:
    """What is in the way, and in which activities: people with the same barrier are one line."""
    for name, met in in_the_way(finding, plan, _barrier):
        yield f"{name}, in {numbers.activities(a.id for a in met)}"


def without_what_was_said(finding: Finding) -> str:
    """The finding's text up to where it would quote a young person, or a note that was meant for the leader."""
    private = (LineKind.VOICE, LineKind.NOTE)
    quotes = any(line.kind in private and line.label in finding.text for line in finding.lines)
    return sentence(finding.text.partition(":")[0]) if quotes else finding.text


def _pointed_at(line: Line, plan: Plan, numbers: Numbers) -> str:
    """The line by number and words; nothing for a cell, a person, what one of them said, or a note."""
    if line.kind is LineKind.REQUIREMENT:
        return _barrier(next(r for r in plan.requirements if r.id == line.id))
    return numbered(line, numbers)


def _barrier(requirement: Requirement) -> str:
    return capitalised(barrier(requirement))
