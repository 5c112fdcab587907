"""Contact hours of a return that many may read: added up session by session they would tell who came to single ones.

So they are estimated from attendances as these are printed, and nothing can be learnt from them that those do not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from amie_planner.returns.disclosure import RULE
from amie_planner.returns.facts import Facts
from amie_planner.returns.table import People, Value, Withheld
from amie_planner.returns.tables import attended, few_sessions
from amie_planner.returns.tables.worked_out import Later, Printed

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

_QUOTE = (
    "Another return of the same days may estimate contact hours otherwise: quote the figure of the return that you "
    "hand in. An exact return has the exact figure."
)
_WHY = (
    "They are estimated from rounded attendances, for exact ones would tell who came to which session; how far they "
    "may be off is said beside the figure"
)
_WITHHELD = (
    "Contact hours are [c] where the attendances or the sessions that they would be estimated from are withheld."
)
_BY_PROGRAMME = (
    "Estimated: attendances of each programme as they are given here × the average hours of its sessions, added up. "
    f"It may be a few hours off for each programme. {_QUOTE}"
)
_TOGETHER = "Estimated: attendances as they are given here × the average hours of an attendance, to 10 minutes"
_ALL_TOGETHER = f"{_TOGETHER}. It may be off by about 5 minutes for each attendance. {_QUOTE}"
_OF_THE_OTHERS = (
    f"{_TOGETHER}, in programmes whose sessions are not withheld. It may be off by about 5 minutes for each "
    f"attendance, and by more where sessions that are withheld were longer or shorter. {_QUOTE}"
)


def estimated(facts: Facts, template: ReturnTemplate) -> tuple[Value, Value]:
    """The estimate, and in words how it was made; a blank and the words where nobody was counted or nothing was long.

    By programme, where attendances of each are printed in the same return. If those of one are not, from all together:
    with what is known of the others, a part that is withheld must not follow from the sum. Nor must how many sessions
    somebody had who is taught alone: where that is withheld, the average is that of the other programmes. An average of
    all together goes by who came, not by session, and to ten minutes, so that few do not show in it.
    """
    visits = attended.attendances(facts)
    if visits is None or not _lengths(facts, None):
        return None, _ALL_TOGETHER
    estimate = _Estimate(facts, template, visits)
    return Later(estimate.hours, *estimate.counts, why=_WITHHELD), Later(estimate.means, *estimate.counts)


def about(template: ReturnTemplate) -> Iterator[str]:
    """What there is to say of the estimate in the notes of a return that has it."""
    if template.asked("totals"):
        yield f"{_WHY}. {_QUOTE}"


_Lengths = Sequence[tuple[float, int]]
"""The hours of each delivered session of which they are known, and how many came, 0 where nobody was counted."""
_TENS_IN_AN_HOUR = 6
"""Of minutes."""
_FEW = 2


class _Estimate:
    """How it follows from what is printed."""

    def __init__(self, facts: Facts, template: ReturnTemplate, visits: People) -> None:
        self.template, self.visits = template, visits
        self.programmes = range(1, len(facts.sources) + 1)
        every: tuple[int | None, ...] = (None, *self.programmes)
        self.lengths = {n: _lengths(facts, n) for n in every}
        self.told = {n: few_sessions.told_by(facts, n) for n in every}
        counted = ((attended.attendances(facts, n), self.lengths[n]) for n in self.programmes)
        self.each = [(part, lengths) for part, lengths in counted if part and lengths]
        told = few_sessions.counts(chain.from_iterable(self.told.values()))
        self.counts = (visits, *(part for part, _ in self.each), *told)

    def hours(self, printed: Printed) -> Value:
        """The estimate; [c] where what it is made from is not printed."""
        given = [(printed[visits.key], lengths) for visits, lengths in self._parts(printed)]
        average = _by_session if self._is_by_programme(printed) else _by_attendance
        known = [many * average(lengths) for many, lengths in given if isinstance(many, int) and lengths]
        return round(sum(known)) if len(known) == len(given) else Withheld.CONFIDENTIAL

    def means(self, printed: Printed) -> Value:
        """How it was made."""
        if self._is_by_programme(printed):
            return _BY_PROGRAMME
        return _ALL_TOGETHER if self._tells_length(printed, None) else _OF_THE_OTHERS

    def _parts(self, printed: Printed) -> Sequence[tuple[People, _Lengths]]:
        if self._is_by_programme(printed):
            return self.each
        is_of_all = self._tells_length(printed, None)
        told = (None,) if is_of_all else tuple(n for n in self.programmes if self._tells_length(printed, n))
        return [(self.visits, [length for n in told for length in self.lengths[n]])]

    def _is_by_programme(self, printed: Printed) -> bool:
        return bool(self.each) and all(isinstance(printed[visits.key], int) for visits, _ in self.each)

    def _tells_length(self, printed: Printed, n: int | None) -> bool:
        return not few_sessions.are_withheld(self.template, self.told[n], printed)


def _lengths(facts: Facts, n: int | None) -> _Lengths:
    held = attended.delivered(facts, n)
    return [(each.hours, _weight(each.count.attendance or 0)) for each in held if each.hours is not None]


def _weight(came: int) -> int:
    """Few who came to a session weigh alike, so that a long one does not tell how few they were."""
    return _FEW if 0 < came < RULE.threshold else came


def _by_session(lengths: _Lengths) -> float:
    return sum(hours for hours, _ in lengths) / len(lengths)


def _by_attendance(lengths: _Lengths) -> float:
    many = sum(came for _, came in lengths)
    average = sum(hours * came for hours, came in lengths) / many if many else _by_session(lengths)
    return max(1, round(average * _TENS_IN_AN_HOUR)) / _TENS_IN_AN_HOUR
