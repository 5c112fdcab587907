"""What may be said of each count of people in a return that many may read.

All tables of a release are looked at together: a count is known by its key and published alike wherever it stands, so
what is withheld in one table is withheld in all. Rules 1 to 4 are in hiding, rule 5 is in audit.

It does not defend against two releases being subtracted from each other (the ledger warns of that), against what
somebody knows of the people already, nor against what may be guessed from the audit having withheld something.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from amie_planner.domain.words import listed
from amie_planner.returns.audit import Audited, audited
from amie_planner.returns.hiding import FEW, HIDDEN, UNSEEN, Release, Whole, marks
from amie_planner.returns.hiding import Rule as Rule
from amie_planner.returns.table import Column, Draft, People, Sum, Value, Withheld

RULE = Rule()
"""What is shared is protected so, unless a test says otherwise."""

_ROWS_SAID = 4
"""More are said by their columns."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands for a count, and in sentences what was withheld and why.

    The sentences tell no more than the tables: not which [c] is a small count, nor what stood beside it.
    """

    say: Callable[[People], Value]
    reasons: tuple[str, ...] = ()


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
    reasons = tuple(reason for draft in drafts for reason in _reasons(draft, said, rule))
    return Said(lambda people: said[people.key], reasons)


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


def _reasons(draft: Draft, said: Mapping[str, Value], rule: Rule) -> Iterator[str]:
    why: dict[Value, str] = {
        rule.few: f"“{rule.few}” where a group is too small to say more of it",
        Withheld.CONFIDENTIAL: "[c] where a figure is small or could help to find out about single people",
        Withheld.NOT_AVAILABLE: "[x] where a total would tell what is kept back elsewhere",
    }
    for value, sentence in why.items():
        keys = {
            people.key
            for row in draft.rows
            for people in row
            if isinstance(people, People) and said[people.key] == value
        }
        if keys:
            yield f"{draft.name}: {sentence}: {_where(draft, keys)}."


def _where(draft: Draft, keys: Container[str]) -> str:
    """Which rows have these counts, where they are few, else how many figures they are; and in which columns."""
    cells = [
        (f"“{words}”" if (words := called(draft, row)) else "the only row", column.name, value.key in keys)
        for row in draft.rows
        for column, value in zip(draft.columns, row, strict=True)
        if isinstance(value, People)
    ]
    found = [(label, name) for label, name, is_found in cells if is_found]
    labels = dict.fromkeys(label for label, _ in found)
    if len(labels) <= _ROWS_SAID:
        is_one_column = len({name for _, name, _ in cells}) == 1
        return listed(label if is_one_column else f"{label} ({_columns(draft, found, label)})" for label in labels)
    return f"{len(found)} of {len(cells)} figures, in {_columns(draft, found)}"


def _columns(draft: Draft, found: Iterable[tuple[str, str]], of_row: str | None = None) -> str:
    """The columns of all these places, or of those in one row, in the order of the table."""
    names = {name for label, name in found if of_row in (None, label)}
    return listed(f"“{column.name}”" for column in draft.columns if column.name in names)
