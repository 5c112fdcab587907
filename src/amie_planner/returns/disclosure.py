"""What may be said of each count of people in a return that many may read.

All tables of a release are looked at together: a count is known by its key and published alike wherever it stands, so
what is withheld in one table is withheld in all. Rules 1 to 4 are in hiding, rule 5 is in audit.

It does not defend against two releases being subtracted from each other (the ledger warns of that), against what
somebody knows of the people already, nor against what may be guessed from the audit having withheld something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from amie_planner.returns.audit import Audited, audited
from amie_planner.returns.hiding import FEW, HIDDEN, UNSEEN, Release, Whole, marks
from amie_planner.returns.hiding import Rule as Rule
from amie_planner.returns.table import Column, Draft, People, Sum, Value, Withheld

RULE = Rule()
"""What is shared is protected so, unless a test says otherwise."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands for a count."""

    say: Callable[[People], Value]


def exact(drafts: Iterable[Draft]) -> Said:
    """Every count as it is. Raises ValueError as `shareable` does, so that a mistake shows in both."""
    released(drafts)
    return Said(lambda people: people.count)


def shareable(drafts: Iterable[Draft], rule: Rule = RULE, go_on: Callable[[], None] = lambda: None) -> Said:
    """What may be said of all counts of a release at once. What `go_on`, called now and then, raises ends it.

    Raises ValueError if two tables disagree on a count, or if a sum names what is counted nowhere or does not add up.
    """
    drafts = tuple(drafts)
    release = released(drafts)
    kept = audited(release, rule, go_on) if rule.audit else Audited(frozenset(), frozenset())
    said = {
        key: _in_print(mark, place, kept, rule)
        for place, (key, mark) in enumerate(zip(release.keys, marks(release, release.counts, rule), strict=True))
    }
    return Said(lambda people: said[people.key])


def words_before(draft: Draft, row: Sequence[Value | People]) -> Iterator[tuple[Column, str]]:
    """The words that stand in a row before its first count of people, by column."""
    for column, value in takewhile(lambda cell: not isinstance(cell[1], People), zip(draft.columns, row, strict=True)):
        if isinstance(value, str) and value:
            yield column, value


def called(draft: Draft, row: Sequence[Value | People]) -> str:
    """What a row is called: its words before its first count, each once and without codes."""
    return ", ".join(dict.fromkeys(words for column, words in words_before(draft, row) if not column.is_code))


def released(drafts: Iterable[Draft]) -> Release:
    """Every count of the drafts, and how they add up. Raises ValueError as `shareable` says."""
    drafts = tuple(drafts)
    printed = [people for draft in drafts for row in draft.rows for people in row if isinstance(people, People)]
    sums = [each for draft in drafts for each in draft.sums]
    counts: dict[str, int] = {}
    least: dict[str, int] = {}
    for people in (*printed, *(unseen for each in sums for unseen in each.unseen)):
        least[people.key] = max(people.least, least.get(people.key, 0))
        if counts.setdefault(people.key, people.count) != people.count or people.count < 0:
            raise ValueError(f"{people.key} is counted as {counts[people.key]} and as {people.count}")
    shown = {people.key for people in printed}
    places = {key: place for place, key in enumerate(counts)}
    return Release(
        keys=tuple(counts),
        counts=tuple(counts.values()),
        printed=tuple(key in shown for key in counts),
        wholes=tuple(dict.fromkeys(_wholes(sums, places, counts))),
        least=tuple(least[key] for key in counts),
    )


def _wholes(sums: Iterable[Sum], places: Mapping[str, int], counts: Mapping[str, int]) -> Iterator[Whole]:
    for each in sums:
        known = {each.total, *each.parts}
        parts = (*each.parts, *(people.key for people in each.unseen if people.key not in known))
        if missing := known - counts.keys():
            raise ValueError(f"a sum names what is counted nowhere: {', '.join(sorted(missing))}")
        if sum(counts[part] for part in parts) != counts[each.total]:
            raise ValueError(f"the parts of {each.total} do not add up to it: {', '.join(parts)}")
        if parts != (each.total,):
            yield Whole(places[each.total], tuple(places[part] for part in parts), each.one_thing, each.only_bounds)


def _in_print(mark: int, place: int, kept: Audited, rule: Rule) -> Value:
    if place in kept.totals:
        return Withheld.NOT_AVAILABLE
    if place in kept.parts or mark in (HIDDEN, UNSEEN):
        return Withheld.CONFIDENTIAL
    return rule.few if mark == FEW else mark
