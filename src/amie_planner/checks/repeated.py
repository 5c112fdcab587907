"""Which texts stand in most sessions, in the same words or nearly, without holding each text against every other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import combinations

ALIKE = 8
"""Of a hundred letters of both texts together, those that may be put in or left out: a similarity of at least 0.92."""
_ALIKE_TO_ONE_TEXT = 18
"""So far apart are two texts at most that are both alike to a third."""
_FEWEST = 3


def written_every_week(sessions: Sequence[Collection[str]]) -> list[str]:
    """One for each bunch of folded texts that stand in at least three sessions and in more than half of them.

    Alike is 1 − indel distance ÷ total length ≥ 0.92, RapidFuzz's `ratio`. The bunches come in the order of their
    first texts.

    What stands in more than half of the sessions stands in two of some three that follow one another. So only texts
    alike to such a pair are counted, and the time grows with the number of sessions and not with its square.
    """
    where: dict[str, int] = {}
    for place, texts in enumerate(sessions):
        for text in texts:
            where[text] = where.get(text, 0) | 1 << place
    most = max(_FEWEST, len(sessions) // 2 + 1)
    paired = list(dict.fromkeys(_paired(sessions)))
    found: list[str] = []
    for text in where:
        known = any(_alike(text, other) for other in found)
        if not known and _near_one(text, paired) and _places(text, where, most) >= most:
            found.append(text)
    return found


def _paired(sessions: Sequence[Collection[str]]) -> Iterator[str]:
    """The texts that have one near them in a neighbouring session, three sessions at a time."""
    for start in range(0, len(sessions), 3):
        for one, other in combinations(sessions[start : start + 3], 2):
            for text in one:
                if text in other or any(_alike(text, again, _ALIKE_TO_ONE_TEXT) for again in other):
                    yield text


def _near_one(text: str, others: Sequence[str]) -> bool:
    return any(_alike(text, other) for other in others)


def _places(text: str, where: dict[str, int], enough: int) -> int:
    """In how many sessions it stands, or one alike; counted as far as `enough`."""
    places = where[text]
    for other, elsewhere in where.items():
        if places.bit_count() >= enough:
            break
        if elsewhere & ~places and _alike(text, other):
            places |= elsewhere
    return places.bit_count()


def _alike(one: str, other: str, apart: int = ALIKE) -> bool:
    most = apart * (len(one) + len(other)) // 100
    return abs(len(one) - len(other)) <= most and _distance()(one, other, score_cutoff=most) <= most


@cache
def _distance() -> Callable[..., int]:
    """Loaded when it is first needed: the window opens sooner without it."""
    from rapidfuzz.distance import Indel

    return Indel.distance
