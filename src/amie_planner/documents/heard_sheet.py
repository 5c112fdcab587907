"""HEARD sheet: what the checks ask and see of one plan, for the leader and a critical friend, with room for a pen.

Every finding, what was answered before too; what is to be looked at first stands first, strengths in one short list.
Where no name may show, what young people said and the leader's notes stay out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amie_planner.checks import in_other_words
from amie_planner.checks.check import Answer, Finding, Line, LineKind, Principle
from amie_planner.checks.conversation import Turn, conversation
from amie_planner.checks.lines import barrier
from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.easy_read import source_apart
from amie_planner.documents.findings import about, answer_line, in_the_way, numbered, reply_line
from amie_planner.documents.full_plan_heard import without_what_was_said
from amie_planner.documents.house_style import Part, PrintStyle, bullets, heading, labelled, paragraph, section, strong
from amie_planner.documents.naming import NAMELESS, Names
from amie_planner.documents.numbering import Numbers
from amie_planner.documents.pen import writing_lines
from amie_planner.documents.running_order import when
from amie_planner.documents.wording import capitalised, sentence, with_label
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Requirement
from amie_planner.domain.timing import timing

_FIRST = "To look at first"
_PEN_LINES = 2
_NUMBERED = frozenset({LineKind.INTENTION, LineKind.ACTIVITY, LineKind.ADAPTATION})


def _is_listed(turn: Turn) -> bool:
    """Whether it is a strength that the leader has not chosen to talk about."""
    return turn.finding.answer is Answer.STRENGTH and not turn.in_focus


def _compose(plan: Plan, findings: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    made = _HeardSheet(plan, names, Numbers(plan), style)
    turns = conversation(plan, findings)
    blocks = (*made.top(turns), *made.first(turns), *made.strengths(turns), *made.principles(turns))
    private = "" if names is Names.NONE else " · private, keep with you"
    return Sheet(blocks, style, f"HEARD: {plan.session.title}", f"Names shown: {names}{private}")


HEARD_SHEET = Document(
    id="heard-sheet",
    label="HEARD sheet",
    audience="For the leader and a critical friend: what HEARD asks of this plan, with room for a pen.",
    names=(Names.NONE, Names.ALIAS, Names.INITIALS, Names.CODE),
    compose=_compose,
)


@dataclass(frozen=True)
class _HeardSheet:
    plan: Plan
    names: Names
    numbers: Numbers
    style: PrintStyle

    def top(self, turns: Sequence[Turn]) -> Iterator[Block]:
        yield heading(self.style, 1, self.plan.session.title)
        yield paragraph(self.style, f"HEARD sheet · {self.plan.programme.title}")
        yield paragraph(self.style, when(self.plan, timing(self.plan)))
        yield Gap(self.style.small * 0.5)
        whose = in_other_words(turn.finding for turn in turns)
        yield paragraph(self.style, " ".join(filter(None, (about("this plan"), whose))))
        if not turns:
            yield Gap(self.style.small * 0.5)
            yield paragraph(self.style, "HEARD asks nothing of this plan yet.")

    def first(self, turns: Sequence[Turn]) -> Iterator[Block]:
        """What the leader wants to look at this time, whole."""
        focus = [turn for turn in turns if turn.in_focus]
        if focus:
            yield section(self.style, _FIRST, *(block for turn in focus for block in self._turn(turn)))

    def strengths(self, turns: Sequence[Turn]) -> Iterator[Block]:
        """What the plan does already, one line each, for nothing has to be written about it."""
        listed = bullets(self.style, [self._strength(turn) for turn in turns if _is_listed(turn)])
        if listed.blocks:
            spaced = tuple(one for row in listed.blocks for one in (Gap(self.style.small * 0.4 * self.style.air), row))
            yield Gap(self.style.small)
            yield section(self.style, "Strengths", replace(listed, blocks=spaced))

    def _strength(self, turn: Turn) -> tuple[Part, ...]:
        """Under which principle, what is there, where, and what was replied; the answer says what was asked."""
        finding = turn.finding
        return (
            strong(f"{finding.principle.name}:"),
            f" {self._text(finding)}",
            *with_label("Where", "; ".join(self._in_short(finding))),
            *with_label("Reply", turn.replied.in_words() if turn.replied else ""),
        )

    def _in_short(self, finding: Finding) -> Iterator[str]:
        """Where it shows: what has a number by that alone."""
        yield from filter(None, [self.numbers.of_lines(finding.lines)])
        yield from self._places(replace(finding, lines=tuple(x for x in finding.lines if x.kind not in _NUMBERED)))

    def principles(self, turns: Sequence[Turn]) -> Iterator[Block]:
        """Each principle with what there is to talk about under it; what stands above already is named."""
        left = [turn for turn in turns if not _is_listed(turn)]
        for principle in dict.fromkeys(turn.finding.principle for turn in left):
            yield Gap(self.style.small)
            yield self._principle(principle, [turn for turn in left if turn.finding.principle == principle])

    def _principle(self, principle: Principle, turns: Sequence[Turn]) -> Block:
        found = [block for turn in turns if not turn.in_focus for block in self._turn(turn)]
        says = replace(paragraph(self.style, sentence(principle.says)), keeps_with_next=bool(found))
        above = [turn.finding.question for turn in turns if turn.in_focus]
        look = labelled(self.style, _FIRST, " ".join(above)) if above else paragraph(self.style, "")
        named = replace(look, keeps_with_next=bool(found))
        return section(self.style, principle.name, says, named, *found)

    def _turn(self, turn: Turn) -> Iterator[Block]:
        """A finding on one page, unless it is longer than half of one."""
        finding = turn.finding
        said = (
            answer_line(self.style, finding, self._text(finding)),
            *self._lines(finding),
            *([reply_line(self.style, turn.replied)] if turn.replied else ()),
            labelled(self.style, "Why we ask", sentence(source_apart(self.style, finding.why)), size=self.style.small),
        )
        spaced = (one for block in said for one in (Gap(self.style.small * 0.3), block))
        blocks = (heading(self.style, 3, finding.question), *spaced, writing_lines(self.style, _PEN_LINES))
        yield Gap(self.style.small * 1.2 * self.style.air)
        yield Row((Stack(blocks),), (0.0,), whole_below=self.style.page[1] / 2)

    def _text(self, finding: Finding) -> str:
        return without_what_was_said(finding) if self.names in NAMELESS else finding.text

    def _places(self, finding: Finding) -> tuple[str, ...]:
        pointed_at = (self._pointed_at(line) for line in finding.lines)
        return (*dict.fromkeys(filter(None, pointed_at)), *self._cells(finding))

    def _lines(self, finding: Finding) -> Iterator[Block]:
        """Where it shows: a strength in one paragraph, anything else line by line."""
        lines = self._places(finding)
        if lines and finding.answer is Answer.STRENGTH:
            yield labelled(self.style, "Where", sentence("; ".join(lines)))
        elif lines:
            yield bullets(self.style, lines)

    def _pointed_at(self, line: Line) -> str:
        """The line by number and words, whose it is by the rule for names; cells are told together."""
        match line.kind:
            case LineKind.REQUIREMENT:
                return self._in_the_way(next(r for r in self.plan.requirements if r.id == line.id))
            case LineKind.PERSON:
                return "" if self.names is Names.NONE else self._person(line.id)
            case LineKind.MEMBER:
                return capitalised(words.member_name(line.id, self.plan))
            case LineKind.VOICE | LineKind.NOTE:
                return "" if self.names in NAMELESS else f"“{line.label}”"
            case LineKind.SESSION:
                return line.label
            case _:
                return numbered(line, self.numbers)

    def _cells(self, finding: Finding) -> Iterator[str]:
        """What is in the way, for whom, and in which activities."""
        for name, met in in_the_way(finding, self.plan, self._in_the_way):
            places = (f"activity {self.numbers.activity(a.id)} ({words.activity_title(a)})" for a in met)
            yield f"{name}, in {words.listed(places)}"

    def _in_the_way(self, requirement: Requirement) -> str:
        """Whose it is and what is in the way; people are not told apart where nobody is named."""
        if self.names is Names.NONE:
            return capitalised(barrier(requirement))
        return f"{self._person(requirement.person)}: {barrier(requirement)}"

    def _person(self, id: str) -> str:
        return next(words.person_name(p, self.plan) for p in self.plan.people if p.id == id)
