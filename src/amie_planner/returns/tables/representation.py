"""Who is here, beside who lives or learns nearby: every share and every word of it follows from printed counts.

The counts are of those who came, question by question, in the groups of the figures that are held beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from amie_planner.checks.figures import FEWEST_ANSWERS, MOST_NON_RESPONSE
from amie_planner.domain.monitoring import NonAnswer
from amie_planner.returns.answers import ticked
from amie_planner.returns.baselines import Baseline, Share, questions
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.monitoring_questions import MonitoringQuestion
from amie_planner.returns.representation import Beside, GroupFigures, Refusal, wilson
from amie_planner.returns.table import Column, Draft, People, Sum, Value, Withheld
from amie_planner.returns.tables import keys
from amie_planner.returns.tables.characteristics import OTHER, why_not
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.held_beside import HeldBeside, held_beside
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.worked_out import (
    FEWEST_OF,
    Later,
    Printed,
    WorkedOut,
    per_cent,
    told_apart,
    two_counts,
)

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "representation": {
        "question": Column("Question", "What the question is called"),
        "group": Column("Group", "A group of the figures that are held beside it"),
        "without": Column(
            "Without an answer", "People whose answer is not known or fits no group, asked or not; read this first"
        ),
        "count": Column("People", "Unique people of the period in this group"),
        "base": Column("Answered", "How many gave an answer that fits one of the groups"),
        "share": Column(
            "Share (%)",
            "People of this group among those who answered, in whole per cent; [x] where too few answered, or where "
            "both figures are rounded alike",
        ),
        "low": Column("Share, from (%)", "The lower end of the 95% interval (Wilson)"),
        "high": Column("Share, to (%)", "The upper end of the 95% interval (Wilson)"),
        "expected": Column("Expected people", "About how many there would be if shares were as in the baseline"),
        "baseline": Column("Baseline (%)", "The group’s share of the baseline"),
        "whom": Column("Baseline of", "Whom, and where"),
        "source": Column("Source", "Who publishes the baseline"),
        "date": Column("Date", "The date of the baseline, as its publisher says it"),
        "licence": Column("Licence", "The licence of the baseline"),
        "said": Column(
            "In words", "What can be said of it; reaching more than the baseline is what Equitable asks for"
        ),
    },
}
_NOTHING = dict.fromkeys(COLUMNS["representation"], Withheld.NOT_APPLICABLE)
_UNKNOWN = (NonAnswer.PREFER_NOT_TO_SAY, NonAnswer.NOT_KNOWN, NonAnswer.NOT_ASKED)
_NOTES = (
    "Shares, intervals and words are worked out from the figures as they are printed here.",
    "The people counted are those who came in the period; the baseline is of everybody.",
)


def representation(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """A row for each group of each question that is held beside a baseline; one that says why for each other question.

    `detailed` allows more groups than the question has boxes at first, and shares of fewer than 25 answers.
    """
    fewest = FEWEST_ANSWERS if detailed else FEWEST_OF
    asked = [held_beside(facts, question, finer=detailed) for question in facts.questions if facts.members]
    compared = [_Compared(each.question, each.baseline, facts.members, fewest) for each in asked if each.baseline]
    without = [each for each in asked if each.why_not]
    in_rows = _are_in_rows(template)
    told = [f"{each.question.label}: not said: {each.why_not}." for each in without]
    draft = drafted(
        template,
        "representation",
        "Representation",
        COLUMNS["representation"],
        [*(row for each in compared for row in each.rows()), *(map(_why_not, without) if in_rows else ())],
        title="Who may be missing",
        notes=(*(_NOTES if compared else ()), *(each.note for each in asked if each.note), *(() if in_rows else told)),
        sums=[found for each in compared for found in each.sums()],
        hidden=[people for each in compared for people in each.people],
    )
    return WorkedOut.of(draft)


def _are_in_rows(template: ReturnTemplate) -> bool:
    """Whether a row can say of a question why it is held beside nothing; a note does where it cannot."""
    asked = template.asked("representation")
    return asked is None or (asked.gives("question") and asked.gives("said"))


def _why_not(held: HeldBeside) -> Row:
    return _NOTHING | {"question": held.question.label, "said": f"not said: {held.why_not}"}


@dataclass(frozen=True)
class _Compared:
    """Everybody's answer to one question, as a category of characteristics and as a group of a baseline."""

    question: MonitoringQuestion
    baseline: Baseline
    members: tuple[Member, ...]
    fewest: int

    def rows(self) -> Iterator[Row]:
        held, rest = self.baseline, questions()[self.baseline.question].rest
        for group in held.groups:
            count, is_the_rest = self.group(group.code), group.code == rest
            beside = _Beside(count, self.answered, self.without, self.everybody, group, is_the_rest, self.fewest)
            yield {
                "question": self.question.label,
                "group": group.name,
                "without": self.without,
                "count": count,
                "base": self.answered,
                "share": per_cent(count, self.answered, self.fewest),
                "low": Later(partial(beside.end, which=0)),
                "high": Later(partial(beside.end, which=1)),
                "expected": Later(beside.expected),
                "baseline": round(100 * group.share, 1),
                "whom": f"{held.people} in {held.area}",
                "source": held.source or None,
                "date": held.date or None,
                "licence": held.licence or None,
                "said": Later(beside.words, self.everybody),
            }

    def sums(self) -> Iterator[Sum]:
        """How the counts add up; what is made up of itself alone is left out."""
        return (each for each in self._sums() if each.total not in each.parts)

    def _sums(self) -> Iterator[Sum]:
        """Everybody by answer; those who answered by group; and each box and group by what they have in common."""
        groups = tuple(self.group(group.code).key for group in self.baseline.groups)
        yield Sum(keys.ALL, (self.answered.key, self.without.key, self._key(NonAnswer.NOT_APPLICABLE)))
        fitting_none = () if self._all_fit else (self.group("").key,)
        yield Sum(self.without.key, (*map(self._key, _UNKNOWN), *fitting_none))
        yield Sum(self.answered.key, groups, one_thing=True)
        yield Sum(self._key("answered"), (self.answered.key, self.group("").key))
        for category in {category: 0 for category, _ in self.both}:
            yield Sum(self._key(category), tuple(self._atom(*pair).key for pair in self.both if pair[0] == category))
        for group in {group: 0 for _, group in self.both}:
            yield Sum(self.group(group).key, tuple(self._atom(*pair).key for pair in self.both if pair[1] == group))

    @property
    def people(self) -> Iterator[People]:
        """Each count that the sums speak of."""
        yield from (self.everybody, self.answered, self.without, self.group(""))
        yield from (People(self._key(why), self.why[why]) for why in NonAnswer)
        yield People(self._key("answered"), self.both.total())
        yield from (self.group(group.code) for group in self.baseline.groups)
        for pair in self.both:
            yield from (People(self._key(pair[0]), self._of_category(pair[0])), self._atom(*pair))

    @property
    def everybody(self) -> People:
        """All who came."""
        return People(keys.ALL, len(self.members))

    @cached_property
    def why(self) -> Counter[NonAnswer | None]:
        """How many have no answer, by why; under None how many have one."""
        return Counter(why_not(member.answers.get(self.question.id)) for member in self.members)

    @cached_property
    def both(self) -> Counter[tuple[str, str]]:
        """How many who answered are in a category and in a group; "" is no group."""
        found: Counter[tuple[str, str]] = Counter()
        for member in self.members:
            answer = member.answers.get(self.question.id)
            if answer and why_not(answer) is None:
                category = next(iter(ticked(answer, self.question)), OTHER)
                found[category, self.question.group(answer.codes, self.baseline.question) or ""] += 1
        return found

    @property
    def answered(self) -> People:
        """Whose answer fits a group."""
        many = sum(many for (_, group), many in self.both.items() if group)
        return People(self._key("answered") if many == self.both.total() else self._own("any"), many)

    @property
    def without(self) -> People:
        """Whose answer nobody has, or fits no group."""
        return People(self._own("without"), sum(self.why[why] for why in _UNKNOWN) + self.group("").count)

    @property
    def _all_fit(self) -> bool:
        """Whether every answer that there can be is in one of the groups, so that whoever sees them knows it."""
        published, boxes = self.baseline.question, self.question.boxes
        return not self.question.write_in and all(
            self.question.group((box.code,), published) and not box.boxes for box in boxes
        )

    def group(self, code: str) -> People:
        """Those of a group: by the key of a category where it is the same people, so that both are said alike."""
        within = [pair for pair in self.both if pair[1] == code]
        if not within and code in {box.code for box in self.question.boxes} and not self._of_category(code):
            return People(self._key(code), 0)
        same = len(within) == 1 and self._of_category(within[0][0]) == self.both[within[0]]
        id = self._key(within[0][0]) if same else self._own(code or "no group")
        return People(id, sum(self.both[pair] for pair in within))

    def _of_category(self, category: str) -> int:
        return sum(many for (each, _), many in self.both.items() if each == category)

    def _atom(self, category: str, group: str) -> People:
        many = self.both[category, group]
        if many == self._of_category(category):
            return People(self._key(category), many)
        of_group = self.group(group)
        return of_group if of_group.count == many else People(self._own(f"{category} and {group or 'no group'}"), many)

    def _key(self, category: str) -> str:
        return key(keys.ALL, **{self.question.id: category})

    def _own(self, code: str) -> str:
        return key(keys.ALL, **{f"{self.question.id}-beside": code})


@dataclass(frozen=True, slots=True)
class _Beside:
    """A group beside its baseline, said from what is printed of it."""

    count: People
    answered: People
    without: People
    everybody: People
    share: Share
    is_the_rest: bool
    fewest: int

    def end(self, printed: Printed, which: int) -> Value:
        """The lower or the upper end of the interval, in whole per cent."""
        counts = told_apart(printed, self.count, self.answered, self.fewest)
        return round(100 * wilson(*counts)[which]) if isinstance(counts, tuple) else counts

    def expected(self, printed: Printed) -> Value:
        """About how many of those who answered would be in the group."""
        counts = two_counts(printed, self.count, self.answered, self.fewest)
        return round(self.share.share * counts[1]) if isinstance(counts, tuple) else counts

    def words(self, printed: Printed) -> Value:
        """What can be said of it, or why nothing can."""
        counts, without = two_counts(printed, self.count, self.answered, self.fewest), self._most_without(printed)
        if self.is_the_rest:
            return Withheld.NOT_APPLICABLE
        if refused := self._refused(printed):
            return refused
        if not isinstance(counts, tuple) or without is None:
            return "not said: a figure is withheld"
        if without > MOST_NON_RESPONSE * (counts[1] + without):
            return "not said: more than 30% of the answers are not there"
        expected = self.share.share * counts[1]
        low, high = wilson(*counts)
        figures = GroupFigures(
            self.share.code, self.share.name, counts[0], counts[0] / counts[1], low, high, self.share.share, expected
        )
        if figures.beside is Beside.MAY_BE_MISSING:
            return f"{figures.beside.value}: about {round(expected)} would be expected"
        return figures.beside and figures.beside.value

    def _refused(self, printed: Printed) -> str:
        """Why nothing is said of anybody here, where too few came or answered."""
        people, answered = printed.get(self.everybody.key), printed.get(self.answered.key)
        if people == RULE.few or (isinstance(people, int) and people < RULE.smallest_group):
            return f"not said: {Refusal.FEW_PEOPLE}"
        if answered == RULE.few or (isinstance(answered, int) and answered < self.fewest):
            return f"not said: fewer than {self.fewest} people answered"
        return ""

    def _most_without(self, printed: Printed) -> int | None:
        """How many at most have no answer; None where nothing of it is printed."""
        without = printed.get(self.without.key)
        if without == RULE.few:
            return RULE.smallest_group - 1
        return without if isinstance(without, int) else None
