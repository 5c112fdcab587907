"""For what reasons counts are hidden, as limits: in each world that keeps to them, all is hidden for the same ones.

They are about several counts at once; what is said of each by itself (that a small one stays small, and few a few) are
its bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from amie_planner.returns.adding_up import Limit
from amie_planner.returns.hiding import Beside, Release, Rule, Whole

_FINEST = 100
"""The largest denominator of a share of known answers."""


def hidden_alike(beside: Iterable[Beside]) -> Iterator[Limit]:
    """Beside what stands hidden alone, the same are the smallest, and the others are not."""
    for each in beside:
        first, *like_it = each.smallest
        yield from (Limit({first: 1, place: -1}, 0, 0) for place in like_it)
        yield from (Limit({place: 1, first: -1}, 1) for place in each.others)


def answers_alike(release: Release, rule: Rule) -> Iterator[Limit]:
    """The same sensitive questions have nearly the same answer from all who answered."""
    for whole in release.sensitive:
        yield from _as_alike(whole, release, rule)


def _as_alike(whole: Whole, release: Release, rule: Rule) -> Iterator[Limit]:
    """Nobody answered, nearly all answered the same, or nobody's answer is nearly everybody's: as it is in truth."""
    counts = [release.counts[part] for part in whole.parts]
    known = sum(counts)
    yield Limit(dict.fromkeys(whole.parts, 1), *((1,) if known else (0, 0)))
    share = Fraction(rule.most_of_known).limit_denominator(_FINEST)
    most = whole.parts[counts.index(max(counts, default=0))] if counts else None
    is_alike = bool(known) and max(counts) >= share * known
    for part in (most,) if is_alike else whole.parts if known else ():
        weights = {other: (other == part) * share.denominator - share.numerator for other in whole.parts}
        yield Limit(weights, 0) if is_alike else Limit({at: -weight for at, weight in weights.items()}, 1)
