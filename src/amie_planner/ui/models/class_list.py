"""A class list beside the programme it would join: what becomes of each column and row, as the leader chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from amie_planner.domain.edits.class_lists import Listed, aliases, family, possible_matches
from amie_planner.domain.plan import Series
from amie_planner.exchange.class_lists import ClassList, Column, Problem, Table, told_apart, understood
from amie_planner.exchange.class_lists.columns import columns
from amie_planner.exchange.class_lists.headings import key

LEFT_OUT = "other"
"""The field of a column that was chosen to be left out."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row that brings nobody in, and why."""

    row: int
    why: str


Entry = Listed | PassedOver


@dataclass(frozen=True, slots=True)
class _Named:
    """The alias of somebody who is added, and why it is more than a first name, if it is."""

    alias: str
    why_apart: str


@dataclass(frozen=True)
class Reading:
    """A list as it is understood, beside the people of a programme.

    `choices` are fields by the place of their column, the last one last: where two choose one field, the later has it.
    """

    table: Table
    series: Series
    found: ClassList
    choices: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def matches(self) -> Mapping[int, tuple[str, ...]]:
        """The ids of those in the programme whom a row may be, by row."""
        found: dict[int, tuple[str, ...]] = {}
        for match in possible_matches(self.series, self.found.people):
            found[match.row] = (*found.get(match.row, ()), match.person)
        return found

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every row but that of the headings: possible matches first, then full names that stand there twice."""
        above = [PassedOver(n, "above the headings") for n in range(1, self.found.heading) if self._filled(n)]
        below = [PassedOver(row, why) for row, why in self.found.passed_over]
        times = Counter(listed.name for listed in self.found.people)

        def order(entry: Entry) -> tuple[bool, bool, int]:
            doubled = isinstance(entry, Listed) and times[entry.name] > 1
            return entry.row not in self.matches, not doubled, entry.row

        return tuple(sorted((*above, *self.found.people, *below), key=order))

    @cached_property
    def families(self) -> Mapping[str, Sequence[Listed]]:
        """Who could come to the same alias, in the order of the list."""
        found: dict[str, list[Listed]] = {}
        for listed in self.found.people:
            found.setdefault(self.family_of[listed.row], []).append(listed)
        return found

    @cached_property
    def family_of(self) -> Mapping[int, str]:
        """The family of everybody on the list, by row."""
        return {listed.row: family(listed.first) for listed in self.found.people}

    @cached_property
    def taken(self) -> Mapping[str, Sequence[str]]:
        """The aliases of the programme, by family."""
        found: dict[str, list[str]] = {}
        for person in self.series.people:
            if person.alias:
                found.setdefault(family(person.alias), []).append(person.alias)
        return found

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What to look at: of the file, of a column, of the whole. What is amiss with a row stands in its entry."""
        of_rows = {entry.row for entry in self.entries}
        of_file = self.table.problems
        others = (p for p in self.found.problems if p not in of_file and (p.column or p.row not in of_rows))
        return (*of_file, *others)

    def may_choose(self, column: Column) -> bool:
        """Whether a field can be chosen for a column: it has a heading, which is its own."""
        mine = key(column.header)
        return bool(mine) and sum(key(other.header) == mine for other in self.found.columns) == 1

    def choose(self, at: int, chosen: str | None) -> Reading:
        """With another field for a column, or None to leave it out. Raises AmieError."""
        others = {place: held for place, held in self.choices.items() if place != at}
        choices = others if self._field(at, others) == chosen else others | {at: chosen or LEFT_OUT}
        return replace(self, found=understood(self.table, self._by_heading(choices)), choices=choices)

    def _field(self, at: int, choices: Mapping[int, str]) -> str | None:
        """What a column would be brought in as."""
        headings = {column.at: column.header for column in self.found.columns}
        whole = [headings.get(n, "") for n in range(max(headings) + 1)]
        column = columns(whole, self._by_heading(choices))[at]
        return None if column.left_out else column.field

    def _by_heading(self, choices: Mapping[int, str]) -> dict[str, str]:
        headings = {column.at: column.header for column in self.found.columns}
        last = {held: at for at, held in choices.items()}
        return {headings[at]: held for at, held in choices.items() if held == LEFT_OUT or last[held] == at}

    def _filled(self, number: int) -> bool:
        return any(cell.strip() for cell in self.table.rows[number - 1])


@dataclass(frozen=True)
class Proposal:
    """Who would be brought in. `answers` say by row whether somebody is added.

    Without an answer everybody is but those who may be here already.
    """

    reading: Reading
    answers: Mapping[int, bool] = field(default_factory=dict)
    _families: dict[str, Mapping[int, _Named]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def coming(self) -> tuple[Listed, ...]:
        """Those who are added, in the order of the list."""
        return tuple(listed for listed in self.reading.found.people if self.adds(listed.row))

    @cached_property
    def count(self) -> int:
        """How many are added."""
        of_people = [row for row in self.answers if row in self.reading.family_of]
        change = sum(self.answers[row] - (row not in self.reading.matches) for row in of_people)
        return len(self.reading.found.people) - len(self.reading.matches) + change

    def adds(self, row: int) -> bool:
        """Whether the person of a row is added."""
        return self.answers.get(row, row not in self.reading.matches)

    def renamed(self, row: int) -> Iterator[int]:
        """The rows, itself among them, whose aliases turn on whether the person of a row is added."""
        return (listed.row for listed in self.reading.families[self.reading.family_of[row]])

    def alias(self, row: int) -> str:
        """The alias that the person of a row gets, who is added."""
        return self._named(row)[row].alias

    def why_apart(self, row: int) -> str:
        """Why the alias of somebody who is added is more than a first name, or nothing where it is not."""
        return self._named(row)[row].why_apart

    def _named(self, row: int) -> Mapping[int, _Named]:
        """Everybody's alias in the family of a row, worked out once."""
        name = self.reading.family_of[row]
        if name not in self._families:
            listed = [listed for listed in self.reading.families[name] if self.adds(listed.row)]
            called = aliases(listed, self.reading.taken.get(name, ()))
            why = {problem.row: problem.text for problem in told_apart(listed, called)}
            named = {one.row: _Named(alias, why.get(one.row, "")) for one, alias in zip(listed, called, strict=True)}
            self._families[name] = named
        return self._families[name]

    def choose(self, at: int, chosen: str | None) -> Proposal:
        """As Reading.choose; answers stay with their rows."""
        return Proposal(self.reading.choose(at, chosen), self.answers)

    def turn(self, row: int) -> Proposal:
        """With the other answer for a row. Whoever is of another family keeps their alias."""
        others = {name: named for name, named in self._families.items() if name != self.reading.family_of[row]}
        return replace(self, answers={**self.answers, row: not self.adds(row)}, _families=others)


def proposed(table: Table, series: Series) -> Proposal:
    """What a list would bring to a programme before anything is chosen. Raises AmieError."""
    return Proposal(Reading(table, series, understood(table)))
