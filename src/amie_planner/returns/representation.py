"""Who is here, beside who lives or learns nearby: counts of one question against a baseline, with what chance allows.

It says who may be missing and how many would be expected; never that there are too many of anybody, and nothing
at all of fewer than ten people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from amie_planner.checks.figures import FEWEST_ANSWERS, MOST_NON_RESPONSE, Figures, Group
from amie_planner.returns.baselines import Baseline, questions

_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class NonAnswers:
    """People without an answer, by why. They stay apart from one another and from every group."""

    prefer_not_to_say: int = 0
    not_known: int = 0
    not_asked: int = 0
    not_applicable: int = 0

    @property
    def unknown(self) -> int:
        """Those whom the question is about and whose answer nobody has, asked or not."""
        return self.prefer_not_to_say + self.not_known + self.not_asked


class Refusal(StrEnum):
    """Why nothing is said of who may be missing."""

    FEW_PEOPLE = "fewer than 10 people: a group so small is never broken down"
    FEW_ANSWERS = "fewer than 10 people answered"
    NON_RESPONSE = "more than 30% of the answers are not there"


class Beside(StrEnum):
    """A group beside its baseline, in words."""

    MAY_BE_MISSING = "may be missing"
    COULD_BE_CHANCE = "could be chance"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One group: people counted, share of those who answered with its Wilson 95% interval, all from 0 to 1.

    `baseline` is the share, and `expected` the people, that the baseline would have; None where it has no such group.
    """

    code: str
    name: str
    counted: int
    share: float
    low: float
    high: float
    baseline: float | None
    expected: float | None
    is_the_rest: bool = False

    @property
    def beside(self) -> Beside | None:
        """None where there is nothing to compare with, or nobody to look for."""
        if self.baseline is None or self.is_the_rest:
            return None
        if self.high < self.baseline:
            return Beside.MAY_BE_MISSING
        return Beside.REACHED if self.low > self.baseline else Beside.COULD_BE_CHANCE


@dataclass(frozen=True, slots=True)
class Representation:
    """The figures of one question. `groups` is empty for fewer than ten people.

    `non_response` is the part, 0 to 1, of those whom the question is about whose answer nobody has.
    """

    baseline: Baseline
    groups: tuple[GroupFigures, ...]
    answered: int
    non_answers: NonAnswers
    non_response: float
    refusals: tuple[Refusal, ...]

    @property
    def asked(self) -> int:
        """Those to whom the question was put, with an answer or without."""
        return self.answered + self.non_answers.prefer_not_to_say + self.non_answers.not_known

    @property
    def may_be_missing(self) -> tuple[GroupFigures, ...]:
        """Groups whose whole interval lies below the baseline; none where that is refused."""
        if self.refusals:
            return ()
        return tuple(group for group in self.groups if group.beside is Beside.MAY_BE_MISSING)


def representation(
    counts: Mapping[str, int], non_answers: NonAnswers, baseline: Baseline, names: Mapping[str, str] | None = None
) -> Representation:
    """Counts by group code beside a baseline of the same question, each person in one group.

    `names` names groups that the baseline lacks, as people describe themselves. Raises ValueError for a count under 0.
    """
    if min((*counts.values(), *_apart(non_answers)), default=0) < 0:
        raise ValueError("a count of people is below 0")
    answered = sum(counts.values())
    unknown = non_answers.unknown
    non_response = unknown / (answered + unknown) if unknown else 0.0
    refusals = _refusals(answered, answered + unknown + non_answers.not_applicable, non_response)
    broken_down = Refusal.FEW_PEOPLE not in refusals
    groups = _groups(counts, answered, baseline, names or {}) if broken_down else ()
    return Representation(baseline, groups, answered, non_answers, non_response, refusals)


def figures(found: Representation) -> Figures:
    """The same figures as R11 is handed them: only groups that the baseline knows, and that somebody would look for."""
    baseline = found.baseline
    groups = tuple(
        Group(group.name, group.counted, group.low, group.high, group.baseline, group.expected)
        for group in found.groups
        if group.baseline is not None and group.expected is not None and not group.is_the_rest
    )
    dated = ", ".join(filter(None, (baseline.source, baseline.date)))
    return Figures(groups, found.answered, found.non_response, f"{baseline.people} in {baseline.area} ({dated})")


def wilson(counted: int, answered: int) -> tuple[float, float]:
    """The 95% interval of a share by Wilson's method, 0 to 1; all of it where nobody answered.

    Method: OHID, Technical guide, confidence intervals of proportions.
    """
    if not answered:
        return 0.0, 1.0
    share, squared = counted / answered, _Z * _Z
    middle = (share + squared / (2 * answered)) / (1 + squared / answered)
    half = _Z * sqrt(share * (1 - share) / answered + squared / (4 * answered * answered)) / (1 + squared / answered)
    low = 0.0 if counted == 0 else middle - half
    high = 1.0 if counted == answered else middle + half
    return low, high


def _apart(held: NonAnswers) -> tuple[int, ...]:
    return held.prefer_not_to_say, held.not_known, held.not_asked, held.not_applicable


def _refusals(answered: int, people: int, non_response: float) -> tuple[Refusal, ...]:
    said = {
        Refusal.FEW_PEOPLE: people < FEWEST_ANSWERS,
        Refusal.FEW_ANSWERS: answered < FEWEST_ANSWERS,
        Refusal.NON_RESPONSE: non_response > MOST_NON_RESPONSE,
    }
    return tuple(refusal for refusal, holds in said.items() if holds)


def _groups(
    counts: Mapping[str, int], answered: int, baseline: Baseline, names: Mapping[str, str]
) -> tuple[GroupFigures, ...]:
    shares, rest = baseline.shares, questions()[baseline.question].rest
    named = [(group.code, group.name) for group in baseline.groups]
    named += [(code, names.get(code, code)) for code in sorted(set(counts) - set(shares))]
    found = []
    for code, name in named:
        counted, share = counts.get(code, 0), shares.get(code)
        low, high = wilson(counted, answered)
        expected = None if share is None else share * answered
        part = counted / answered if answered else 0.0
        found.append(GroupFigures(code, name, counted, part, low, high, share, expected, code == rest))
    return tuple(found)
