"""HEARD on any paper: findings under their principles, each with its question, its answer in words, and the reply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from amie_planner.checks import in_other_words
from amie_planner.checks.check import Answer, Finding, Line, LineKind
from amie_planner.checks.replies import Replied
from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.house_style import PrintStyle, heading, labelled, paragraph, section, strong
from amie_planner.documents.numbering import Numbers
from amie_planner.domain.access import grid
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Requirement

_IN_WORDS = {
    Answer.STRENGTH: "A strength",
    Answer.WORTH_A_LOOK: "Worth a look",
    Answer.NOT_RECORDED: "Not recorded",
    Answer.YOUR_CALL: "Your call",
}


def about(this: str) -> str:
    """What HEARD is on a paper about `this`: a plan or a programme."""
    return (
        "HEARD is a way to look at inclusive practice together. These are questions for a conversation, "
        f"not a test. Nobody has assessed or endorsed {this}."
    )


def by_principle(
    style: PrintStyle,
    title: str,
    about: str,
    findings: tuple[Finding, ...],
    one: Callable[[Finding], Iterable[Block]],
) -> Iterator[Block]:
    """A section with a heading for each principle and what `one` makes of each finding; nothing if there are none.

    A finding stays on one page, unless it is longer than a third of one.
    """
    blocks: list[Block] = [paragraph(style, " ".join(filter(None, (about, in_other_words(findings)))))]
    for principle in dict.fromkeys(finding.principle for finding in findings):
        says = replace(paragraph(style, f"{principle.says}."), keeps_with_next=True)
        blocks += [Gap(style.small * 0.8), heading(style, 3, principle.name), says]
        for finding in findings:
            if finding.principle == principle:
                whole = Row((Stack(tuple(one(finding))),), (0.0,), whole_below=style.page[1] / 3)
                blocks += [Gap(style.small * 0.5), whole]
    if findings:
        yield section(style, title, *blocks)


def answered(style: PrintStyle, finding: Finding, text: str) -> Iterator[Block]:
    """The question and the answer to it, in words; `text` is as much of the finding's as this paper may say."""
    yield replace(paragraph(style, strong(finding.question)), keeps_with_next=True)
    yield answer_line(style, finding, text)


def answer_line(style: PrintStyle, finding: Finding, text: str) -> Block:
    """The answer in one of the four words and what it says, which goes unsaid where it is the question itself."""
    answer = _IN_WORDS[finding.answer]
    return labelled(style, answer, text) if text != finding.question else paragraph(style, f"{answer}.")


def reply_line(style: PrintStyle, found: Replied) -> Block:
    """What the leader replied, why, and whether it still fits."""
    return labelled(style, "Reply", found.in_words())


def numbered(line: Line, numbers: Numbers) -> str:
    """A line that has a number on paper, by that and its words; nothing for any other."""
    match line.kind:
        case LineKind.INTENTION:
            return f"Intention {numbers.intention(line.id)}: {line.label}"
        case LineKind.ACTIVITY:
            return f"Activity {numbers.activity(line.id)}: {line.label}"
        case LineKind.ADAPTATION:
            return f"Adaptation {numbers.adaptation(line.id)}: {line.label}"
        case _:
            return ""


def in_the_way(
    finding: Finding, plan: Plan, name: Callable[[Requirement], str]
) -> Iterator[tuple[str, tuple[Activity, ...]]]:
    """What is in the way as `name` says it, and the activities where it is; what is called alike is told once."""
    pointed_at = [line.id for line in finding.lines if line.kind is LineKind.CELL]
    cells = {cell.id: cell for cell in grid(plan)} if pointed_at else {}
    found: dict[str, set[str]] = {}
    for cell in (cells[id] for id in pointed_at):
        found.setdefault(name(cell.requirement), set()).add(cell.activity.id)
    for said, met in found.items():
        yield said, tuple(a for a in plan.activities if a.id in met)
