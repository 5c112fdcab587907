"""Local tables as the ONS and the DfE publish them: a file → areas and questions to choose from → one area’s shares.

Totals and sub-totals stand among the groups and are never added up; percentages beside counts are not read; of several
years the last is taken. What cannot be read is refused, with its line and column, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from amie_planner.errors import AmieError
from amie_planner.returns.baselines import Baseline, questions, shares, words
from amie_planner.returns.baselines_counts import EVERYBODY, Cell, Counts, amounts, answers
from amie_planner.returns.baselines_file import rows
from amie_planner.returns.baselines_layout import LONGEST, Aside, Layout, family_of, is_total, key, layout, meaning

LICENCE = "Open Government Licence v3.0"
_ONS = "Office for National Statistics"

_COUNT = re.compile(r"(\d+|\d{1,3}(,\d{3})+)(\.0+)?")
_NUMBER = re.compile(r"-?[\d,]*\.?\d+%?")
_AGAIN = "Download the table again, and change nothing in it."


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a table, by its code and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class LocalTable:
    """What a leader can choose from: areas by name, and the ids of questions that one of them answers.

    `people`, `date` and `source` are as the table says them; `counts` are by the code of the area.
    """

    areas: tuple[Area, ...]
    questions: tuple[str, ...]
    people: str
    date: str
    source: str
    counts: Mapping[str, Counts]

    def baseline(self, area: str, question: str) -> Baseline:
        """The shares of a question in the area with this code. Raises AmieError where the table cannot say."""
        name = next((held.name for held in self.areas if held.code == area), None)
        if name is None:
            raise AmieError("This table does not have that area.", "Choose one of its areas.")
        asked = questions()[question]
        groups = shares(asked, amounts(asked, self.counts[area], name))
        return Baseline(question, name, self.people, self.date, self.source, LICENCE, groups)


def read(data: bytes) -> LocalTable:
    """A table with its areas. Raises AmieError: one sentence, with line and column where one is to blame."""
    found = layout(rows(data))
    period, chosen = _surveyed(data, found)
    names: dict[str, str] = {}
    counts: dict[str, Counts] = {}
    for line, cells in _of_period(data, found, period):
        if all(key(cells[at]) == key(value) for at, value in chosen.items()):
            area = _area(line, cells, found)
            names.setdefault(area.code, area.name)
            _add(counts.setdefault(area.code, {}), line, cells, found)
    answered = tuple(q.id for q in questions().values() if any(answers(q, held) for held in counts.values()))
    if not answered:
        raise AmieError(
            f"The table below line {found.line} has every group of a question in none of its areas.",
            "Download all groups of the question, and “Total” of whatever else divides the people.",
        )
    areas = sorted((Area(code, name) for code, name in names.items()), key=lambda area: (area.name, area.code))
    return LocalTable(tuple(areas), answered, *_said(found, period, chosen), counts)


def _below(data: bytes, found: Layout) -> Iterator[tuple[int, list[str]]]:
    """The rows below the headings about areas that can be chosen; lines of one cell are notes."""
    width = len(found.headings)
    for line, cells in dropwhile(lambda row: row[0] <= found.line, rows(data)):
        if sum(map(bool, cells)) == 1:
            continue
        if len(cells) < width or any(cells[width:]):
            raise AmieError(f"Line {line} has {len(cells)} columns, and the headings have {width}.", _AGAIN)
        if found.places_of(cells):
            yield line, cells


def _period_of(cells: Sequence[str], found: Layout) -> str:
    return "" if found.period is None else cells[found.period].strip()


def _of_period(data: bytes, found: Layout, period: str) -> Iterator[tuple[int, list[str]]]:
    return (row for row in _below(data, found) if _period_of(row[1], found) == period)


def _surveyed(data: bytes, found: Layout) -> tuple[str, dict[int, str]]:
    """The last period; and of each column that divides people further, what stands for all of them."""
    period, values = "", {at: set[str]() for at in found.others}
    for _, cells in _below(data, found):
        mine = _period_of(cells, found)
        if mine > period:
            period, values = mine, {at: set[str]() for at in found.others}
        if mine == period:
            for at, seen in values.items():
                seen.add(cells[at].strip())
    return period, {at: _for_all(seen, found, at) for at, seen in values.items() if not all(map(_measures, seen))}


def _measures(value: str) -> bool:
    return not value or bool(_NUMBER.fullmatch(value)) or value.casefold() in words()["withheld"]


def _for_all(seen: set[str], found: Layout, at: int) -> str:
    totals = [value for value in seen if is_total(value)]
    if len(totals) == 1 or len(seen) == 1:
        return (totals or [*seen])[0]
    raise AmieError(
        f"Column “{found.headings[at]}” (line {found.line}) divides the people, with no value for them all.",
        "Choose “Total” there, or one value, where you download the table.",
    )


def _area(line: int, cells: Sequence[str], found: Layout) -> Area:
    places = found.places_of(cells)
    code, name = (cells[places.code].strip(), cells[places.name].strip()) if places else ("", "")
    if places and not name:
        raise AmieError(f"Line {line} names no area in column “{found.headings[places.name]}”.", _AGAIN)
    return Area(code or name, name)


def _add(held: Counts, line: int, cells: Sequence[str], found: Layout) -> None:
    for at, of in found.counts.items():
        whom = _whom(line, cells, found) if of is None else _group(*of, line, found.headings[at])
        if whom is None:
            continue
        if whom in held:
            raise AmieError(
                f"Line {line} counts the same people in column “{found.headings[at]}” as line {held[whom].line}.",
                _AGAIN,
            )
        held[whom] = _cell(line, cells[at].strip(), found.headings[at])


def _whom(line: int, cells: Sequence[str], found: Layout) -> tuple[str, str] | None:
    """Whom a row of one count is about: a group of one question, everybody, or none of these."""
    said = [(family, at) for at, family in found.tells]
    if found.group_of is not None and found.group is not None and not is_total(cells[found.group_of]):
        family = family_of(cells[found.group_of])
        if family is None:
            return None
        said.append((family, found.group))
    groups = [_group(family, cells[at].strip(), line, found.headings[at]) for family, at in said]
    divided = [group for group in groups if group != EVERYBODY]
    return (divided or [EVERYBODY])[0] if len(divided) < 2 else None


def _group(family: str, label: str, line: int, heading: str) -> tuple[str, str]:
    """A family and the key of a label of it, or EVERYBODY. Raises AmieError."""
    means = meaning(family, label)
    if means is None:
        raise AmieError(
            f"Line {line}, column “{heading}”: “{label[:LONGEST]}” is no group of {family} that is known.", _AGAIN
        )
    return EVERYBODY if means is Aside.TOTAL else (family, key(label))


def _cell(line: int, text: str, heading: str) -> Cell:
    if not text or text.casefold() in words()["withheld"]:
        return Cell(None, line, heading)
    if not _COUNT.fullmatch(text):
        raise AmieError(f"Line {line}, column “{heading}”: “{text[:20]}” is not a count of people.", _AGAIN)
    return Cell(int(text.split(".")[0].replace(",", "")), line, heading)


def _said(found: Layout, period: str, chosen: Mapping[int, str]) -> tuple[str, str, str]:
    """People, date and source."""
    year = f"{period[:4]}/{period[4:]}" if re.fullmatch(r"20\d{4}", period) else period
    people, publisher = ("pupils", "Department for Education") if found.level is not None else ("residents", _ONS)
    only = [value for value in chosen.values() if not is_total(value)]
    return ", ".join((people, *only)), year, f"{publisher}, a table that was loaded"
