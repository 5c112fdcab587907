"""The conversation as rows: a principle, what was found under it in words, the lines it points at, and what was
replied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amie_planner.checks.check import Answer, Line
from amie_planner.checks.conversation import Turn
from amie_planner.ui.models.rows import RowList

SHAPES = {
    Answer.STRENGTH: "●",
    Answer.WORTH_A_LOOK: "◐",
    Answer.YOUR_CALL: "?",
    Answer.NOT_RECORDED: "○",
}
FOCUS = "focus"
"""The id of the heading over what is looked at first."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One row of the panel. `kind` is heading, finding, line or fold; a line row leads to `line`.

    `turn` is what a finding's row shows, and what its lines belong to; `reply` is the leader's, in words.
    """

    id: str
    kind: str
    text: str
    answer: Answer | None = None
    line: Line | None = None
    turn: Turn | None = None
    reply: str = ""
    divided: bool = True

    @property
    def spoken(self) -> str:
        """The answer first, in words."""
        lead = "Go to" if self.kind == "line" else self.answer or ""
        said = f"{lead}: {self.text}" if lead else self.text
        return f"{said} Your reply: {self.reply}" if self.reply else said


class FindingsList(RowList[FindingRow]):
    """What HEARD asks and sees, in the order of the principles."""


def rows(turns: Iterable[Turn], unfolded: frozenset[str]) -> tuple[FindingRow, ...]:
    """The rows: first what is in focus, then principle by principle.

    What is worth a look shows its lines; others show theirs when they are in `unfolded`. What is not recorded folds
    to one line a principle, and so does what was answered for the whole programme.
    """
    said = tuple(turns)
    first = [turn for turn in said if turn.in_focus]
    found = [FindingRow(FOCUS, "heading", "To look at first", divided=False)] if first else []
    for turn in first:
        found += _finding(turn, unfolded)
    principles = dict.fromkeys(turn.finding.principle for turn in said)
    for principle in principles:
        mine = [turn for turn in said if turn.finding.principle == principle and not turn.in_focus]
        if mine:
            heading = f"{principle.name}: {principle.says}"
            found += [FindingRow(principle.letter, "heading", heading, divided=False)]
            found += _principle(principle.letter, mine, unfolded)
    return tuple(found)


def _principle(letter: str, mine: list[Turn], unfolded: frozenset[str]) -> Iterator[FindingRow]:
    answered = [turn for turn in mine if turn.folded]
    silent = [turn for turn in mine if not turn.folded and turn.finding.answer is Answer.NOT_RECORDED]
    for turn in mine:
        if turn not in answered and turn not in silent:
            yield from _finding(turn, unfolded)
    yield from _fold(f"{letter}/fold", silent, unfolded, Answer.NOT_RECORDED, *_NOT_RECORDED)
    yield from _fold(f"{letter}/answered", answered, unfolded, None, *_ANSWERED)


_NOT_RECORDED = "Some things are not recorded. Show them", "Fold what is not recorded"
_ANSWERED = "Some were answered for the whole programme. Show them", "Fold what is answered for the whole programme"


def _fold(
    id: str, turns: list[Turn], unfolded: frozenset[str], answer: Answer | None, show: str, hide: str
) -> Iterator[FindingRow]:
    if turns and id in unfolded:
        for turn in turns:
            yield from _finding(turn, unfolded)
        yield FindingRow(id, "fold", hide)
    elif turns:
        yield FindingRow(id, "fold", show, answer)


def _finding(turn: Turn, unfolded: frozenset[str]) -> Iterator[FindingRow]:
    finding = turn.finding
    shown = finding.answer is Answer.WORTH_A_LOOK or finding.check in unfolded
    lines = finding.lines if shown else ()
    reply = turn.replied.in_words() if turn.replied else ""
    row = FindingRow(finding.check, "finding", finding.text, finding.answer, turn=turn, reply=reply, divided=not lines)
    yield row
    for line in lines:
        id = f"{finding.check}/{line.kind}/{line.id}"
        yield FindingRow(id, "line", line.label, line=line, turn=turn, divided=line is lines[-1])
