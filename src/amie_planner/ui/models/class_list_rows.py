"""A class list in words: how it was read, and what becomes of each column, row and problem, each a row to list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amie_planner.domain import words
from amie_planner.domain.edits.class_lists import Listed
from amie_planner.exchange.class_lists import Column, Kind, Problem, delimiter_in_words, encoding_in_words, like_formula
from amie_planner.ui.models.class_list import Entry, PassedOver, Proposal, Reading
from amie_planner.ui.workspace import shortened

FIELDS = {
    "forename": "Forename",
    "surname": "Surname",
    "preferred-name": "Preferred name",
    "full-name": "Full name",
    "group": "Group",
    "school-year": "School year",
}
"""What a column can be brought in as."""
_FOR_RETURNS = {
    "birth-date": "date of birth",
    "pupil-premium": "pupil premium",
    "send-status": "SEND",
    "eal": "English as an additional language",
    "free-meals": "free school meals",
    "in-care": "in care",
}
_FORMULA = "Something here begins like a formula: it is taken as text."
_LONGEST = 80
"""Characters of what stands in a file that one line shows."""


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A heading, what becomes of its column, and why. `field` is what it is brought in as."""

    id: str
    header: str
    becomes: str
    why: str
    field: str | None
    offered: bool

    @property
    def text(self) -> str:
        return f"{self.header} → {self.becomes}"

    @property
    def spoken(self) -> str:
        return f"{self.header}: {self.becomes}. {self.why}"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row of the file: who it is, what becomes of it, and what to know. `ticked` is None where nobody can be added.

    `doubtful` is whether somebody who is here already may be meant.
    """

    id: str
    text: str
    about: str
    fate: str
    note: str = ""
    ticked: bool | None = None
    doubtful: bool = False

    @property
    def spoken(self) -> str:
        """What becomes of it first."""
        parts = (self.fate, self.text, self.about, self.note)
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Where something is to be looked at, and what."""

    id: str
    text: str
    below: str

    @property
    def spoken(self) -> str:
        return f"{self.text}. {self.below}"


def people(count: int) -> str:
    """So many people."""
    return _many(count, "person", "people")


def how_read(reading: Reading) -> str:
    """What the file was read as, and where its rows stand."""
    table, heading = reading.table, reading.found.heading
    parted = f", with {delimiter_in_words(table.delimiter)} between its columns" if table.delimiter else ""
    written = f" in {encoding_in_words(table.encoding)}{parted}" if table.kind is Kind.SEPARATED else ""
    below = _many(len(table.rows) - heading, "row", "rows")
    return f"Read as {table.kind}{written}. Its headings are in row {heading}, with {below} below."


def summed_up(proposal: Proposal) -> str:
    """How many of the list are added, may be here already, and are passed over."""
    reading = proposal.reading
    held = len(reading.matches)
    everyone = len(reading.found.people)
    passed = len(reading.entries) - everyone
    parts = [f"{proposal.count:,} of {people(everyone)} will be added" if everyone else "Nobody is found"]
    if held:
        parts.append(f"{held:,} may be here already, shown first")
    if passed:
        parts.append(f"{_many(passed, 'row', 'rows')} passed over")
    return " · ".join(parts)


def why_nobody(proposal: Proposal) -> str:
    """Why nobody would be brought in and what to do, or nothing where somebody would."""
    if proposal.count:
        return ""
    if not proposal.reading.found.people:
        return "Nobody is found in this list. Choose the column that holds what people go by, such as Forename."
    if all(listed.row in proposal.reading.matches for listed in proposal.reading.found.people):
        return "Everybody on this list may be here already. Tick whoever is to be added all the same."
    return "Nobody is ticked. Tick whoever is to be added."


def column_row(reading: Reading, column: Column) -> ColumnRow:
    """What becomes of a column."""
    header = shortened(column.header, _LONGEST) or f"Column {column.at + 1}, with no heading"
    why = column.why
    if column.field in _FOR_RETURNS:
        why = f"{_FOR_RETURNS[column.field]}, {why}"
    offered = reading.may_choose(column)
    if column.header and not offered:
        why = f"{why}. Another column has the same heading: give each its own in the file to choose them"
    held = None if column.left_out else column.field
    return ColumnRow(str(column.at), header, FIELDS.get(held or "", "left out"), _sentence(why), held, offered)


def entry_row(proposal: Proposal, entry: Entry) -> EntryRow:
    """What becomes of a row."""
    if isinstance(entry, PassedOver):
        return EntryRow(str(entry.row), f"Row {entry.row:,}", "", f"Passed over: {entry.why}")
    adds = proposal.adds(entry.row)
    name = shortened(proposal.alias(entry.row) if adds else entry.first, _LONGEST)
    may_be = _may_be(proposal.reading, entry)
    notes = (proposal.why_apart(entry.row) if adds else "", _FORMULA if _like_formula(entry) else "")
    note = " ".join(filter(None, notes))
    return EntryRow(str(entry.row), name, _about(entry), _fate(adds, may_be), note, adds, bool(may_be))


def problem_row(reading: Reading, number: int, problem: Problem) -> ProblemRow:
    """What to look at; the number makes it one of its own."""
    column = f", column {shortened(problem.column, _LONGEST)}" if problem.column else ""
    said = f"{_sentence(problem.text).rstrip('.')}. {_way_forward(reading, problem)}"
    return ProblemRow(str(number), f"Row {problem.row:,}{column}", said.rstrip())


def _way_forward(reading: Reading, problem: Problem) -> str:
    if problem.column in {column.header for column in reading.found.columns if column.left_out}:
        return "Nothing of this column is kept, so it need not hold you up."
    of_whole = problem.column is None and problem not in reading.table.problems
    return "Choose it under Columns." if of_whole and not reading.found.people else ""


def _fate(adds: bool, may_be: str) -> str:
    if not may_be:
        return "Will be added" if adds else "Not added"
    if adds:
        return f"Will be added, though it may be {may_be}"
    return f"Not added: may be {may_be}. Tick to add all the same."


def _like_formula(listed: Listed) -> bool:
    return any(map(like_formula, (listed.first, listed.rest, listed.name, listed.group, listed.school_year)))


def _may_be(reading: Reading, listed: Listed) -> str:
    ids = reading.matches.get(listed.row, ())
    if not ids:
        return ""
    held = [person for person in reading.series.people if person.id in ids]
    names = [f"{shortened(words.person_name(p, reading.series))}{' (archived)' if p.archived else ''}" for p in held]
    are = "is" if len(names) == 1 else "are"
    return f"{' or '.join(names)}, who {are} here already"


def _about(listed: Listed) -> str:
    return " · ".join(_facts(listed))


def _facts(listed: Listed) -> Iterator[str]:
    if listed.name:
        yield shortened(listed.name, _LONGEST)
    if listed.group:
        yield f"group {shortened(listed.group, _LONGEST)}"
    if listed.school_year:
        yield f"school year {shortened(listed.school_year, _LONGEST)}"
    yield f"row {listed.row:,}"


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
