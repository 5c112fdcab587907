"""A return as it is asked for: frozen, so that it is worked out beside the window; and all there is to see of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from amie_planner.domain import words
from amie_planner.domain.changes import add, revise
from amie_planner.domain.days import near
from amie_planner.domain.edits import Changes
from amie_planner.domain.edits.parts import next_id, next_position
from amie_planner.domain.records import Organisation, OwnReturn, Programme, ReturnRelease
from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns import facts
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.making import MadeReturn, made
from amie_planner.returns.missing import Missing, missing
from amie_planner.returns.releases import LedgerWarning, count_words, held_already, release_words, released, warnings
from amie_planner.returns.table import Column, Table, Value, Withheld
from amie_planner.returns.tables.targets import Target, targets
from amie_planner.returns.template_file import bundled, read
from amie_planner.returns.templates import ReturnTemplate
from amie_planner.returns.workbook import RESTRICTED, sheets
from amie_planner.ui.models.periods import Stretch

_SCHOOL_YEAR_BEGINS = 9
_MOST_WORDS = 3
"""Texts at the beginning of a row that say what it is about."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of a list: what it is about, and what is said of it, as sentences that a screen reader can follow."""

    id: str
    text: str
    below: str = ""

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.text, self.below) if part)


@dataclass(frozen=True, slots=True)
class Offered:
    """A return that can be made. `own` is the id of a hub's file that the leader added, None of a bundled one."""

    template: ReturnTemplate
    own: str | None = None

    @property
    def key(self) -> str:
        return f"own/{self.own}" if self.own else self.template.id

    @property
    def label(self) -> str:
        return f"{self.template.label} (your hub’s file)" if self.own else self.template.label


def offered(own: Iterable[OwnReturn]) -> tuple[Offered, ...]:
    """Every return that can be made: those that come with the program, then those that a hub wrote."""
    return (*(Offered(template) for template in bundled()), *_of_hubs(own))


def _of_hubs(own: Iterable[OwnReturn]) -> Iterator[Offered]:
    for record in own:
        try:
            yield Offered(read(record.text or ""), record.id)
        except AmieError:
            continue  # written for another version of the program; it stays in the planner


def add_own(own: Sequence[OwnReturn], text: str) -> tuple[str, Changes]:
    """A hub's file, in place of one with the same id and version. Raises AmieError with line and key."""
    template = read(text)
    for held in _of_hubs(own):
        if (held.template.id, held.template.version) == (template.id, template.version):
            record = next(each for each in own if each.id == held.own)
            return held.key, (revise(record, text=text),)
    new = OwnReturn.made(id=next_id("return", (each.id for each in own)), position=next_position(own), text=text)
    return Offered(template, new.id).key, (add(new),)


def periods(
    programmes: Iterable[Programme], spans: Mapping[str, tuple[date, date] | None], today: date
) -> tuple[Stretch, ...]:
    """Each school year that has a session, the newest first, with today's; then the terms of the programmes."""
    days = [day for span in spans.values() if span for day in span]
    years = {_school_year(day) for day in (*days, today)}
    each_year = (_year(year) for year in range(max(years), min(years) - 1, -1))
    terms: dict[tuple[date, date], Stretch] = {}
    for programme in programmes:
        for term in programme.terms:
            if term.starts and term.ends:
                name = f"{term.label or 'Term'}, {near(term.starts, None)} to {near(term.ends, None)}"
                held = Stretch(f"term/{term.starts}/{term.ends}", name, term.starts, term.ends)
                terms.setdefault((term.starts, term.ends), held)
    return (*each_year, *(terms[dates] for dates in sorted(terms, reverse=True)))


def this_year(today: date) -> str:
    """The id of the school year that a day lies in."""
    return _year(_school_year(today)).id


def _school_year(day: date) -> int:
    return day.year if day.month >= _SCHOOL_YEAR_BEGINS else day.year - 1


def _year(year: int) -> Stretch:
    first, last = date(year, _SCHOOL_YEAR_BEGINS, 1), date(year + 1, _SCHOOL_YEAR_BEGINS - 1, 31)
    return Stretch(f"year/{year}", f"School year {year} to {year + 1}", first, last)


@dataclass(frozen=True)
class Wanted:
    """A return over these programmes and days, both included, for whom and why; `earlier` is the ledger."""

    template: ReturnTemplate
    profile: Profile
    recipient: str
    reason: str
    first: date
    last: date
    sources: tuple[facts.Source, ...]
    organisation: Organisation | None
    earlier: tuple[ReturnRelease, ...]

    @property
    def programmes(self) -> tuple[str, ...]:
        """Their ids, in the order of the return."""
        return tuple(source.series.programme.id for source in self.sources)

    @property
    def file_name(self) -> str:
        """What to call its files unless told otherwise, without what follows the dot: nothing that was typed."""
        restricted = RESTRICTED if self.profile is Profile.EXACT else ""
        return f"{self.template.id}-return-{self.first}-to-{self.last}{restricted}"


@dataclass(frozen=True)
class Ready:
    """A return that is worked out: what will leave, what is warned of before, what is missing, and what was agreed.

    `worked_out` is the local time of that; `organisation` the name of who hands it in, as it may leave.
    """

    wanted: Wanted
    made: MadeReturn
    sheets: tuple[Table, ...]
    warnings: tuple[LedgerWarning, ...]
    held: tuple[ReturnRelease, ...]
    missing: tuple[Missing, ...]
    targets: tuple[Target, ...]
    worked_out: datetime
    organisation: str = ""

    def release(self, now: datetime, earlier: Sequence[ReturnRelease]) -> ReturnRelease:
        """What the ledger is to note of it."""
        return released(self.made, self.wanted.programmes, now, earlier)


def ready(wanted: Wanted, now: datetime) -> Ready | AmieError:
    """Works the whole of it out, or says why it cannot be made."""
    try:
        held = facts.gather(wanted.sources, wanted.organisation, wanted.first, wanted.last)
        whole = made(held, wanted.template, wanted.profile, wanted.recipient, wanted.reason)
    except AmieError as error:
        return error
    new = released(whole, wanted.programmes, now, wanted.earlier)
    return Ready(
        wanted=wanted,
        made=whole,
        sheets=sheets(whole),
        warnings=warnings(new, wanted.earlier),
        held=held_already(new, wanted.earlier),
        missing=missing(held, wanted.template),
        targets=targets(held),
        worked_out=now,
        organisation=_name(wanted, held),
    )


def _name(wanted: Wanted, held: facts.Facts) -> str:
    name = (wanted.organisation.name if wanted.organisation else "") or ""
    return name if wanted.profile is Profile.EXACT else held.without_names(name, "")


def table_rows(ready: Ready) -> tuple[ReportRow, ...]:
    """Every table that will leave, as its sheet is called, with how much of it is withheld."""
    return tuple(ReportRow(str(n), table.name, _about(table)) for n, table in enumerate(ready.sheets))


def _about(table: Table) -> str:
    marks = sum(isinstance(value, Withheld) for row in table.rows for value in row)
    said = [table.title if table.title != table.name else "", _count(len(table.rows), "row")]
    return " · ".join(part for part in (*said, f"{_count(marks, 'figure')} withheld" if marks else "") if part)


def rows_of(ready: Ready, at: int) -> tuple[ReportRow, ...]:
    """What a table says, as it will leave: why figures are withheld, each row, then what each figure means."""
    table = ready.sheets[at]
    why = [reason for reason in ready.made.reasons if reason.startswith(f"{table.name}: ")]
    naming = _naming(table)
    rows = [_row(n, table.columns, row, naming) for n, row in enumerate(table.rows)]
    if why:
        rows.insert(0, ReportRow("why", "What is withheld here, and why", "\n".join(why)))
    below = "\n".join((*table.notes, *(f"{one.name}: {one.means}" for one in table.columns if one.means)))
    return (*rows, ReportRow("means", "What each figure means", below)) if below else tuple(rows)


def _naming(table: Table) -> int:
    """How many of the first columns say what a row is about: words in every row, before any figure."""
    for n in range(min(_MOST_WORDS, len(table.columns) - 1)):
        if not all(row[n] is None or (type(row[n]) is str and row[n] != RULE.few) for row in table.rows):
            return n
    return min(_MOST_WORDS, len(table.columns) - 1)


def _row(n: int, columns: Sequence[Column], row: Sequence[Value], naming: int) -> ReportRow:
    title = ", ".join(str(value) for value in row[:naming] if value) or f"Row {n + 1}"
    rest = zip(columns[naming:], row[naming:], strict=True)
    said = (f"{column.name}: {_said(value)}" for column, value in rest if value not in (None, ""))
    return ReportRow(f"row/{n}", title, " · ".join(said))


def _said(value: Value) -> str:
    return words.day(value) if isinstance(value, date) else str(value)


def warning_rows(ready: Ready) -> tuple[ReportRow, ...]:
    """Each earlier return that this one could be held beside, with its counts table by table; and which need not be."""
    called = {each.id: each.label for each in (*bundled(), ready.wanted.template)}
    rows = [row for n, one in enumerate(ready.warnings) for row in _warned(ready, f"warning/{n}", one, called)]
    for n, release in enumerate(ready.held):
        said = f"{release_words(release, called)}: with exact counts of both, nothing is left to work out."
        rows.append(ReportRow(f"held/{n}", "Not warned of, for its recipient has the exact figures", said))
    return tuple(rows)


def _warned(ready: Ready, id: str, one: LedgerWarning, called: Mapping[str, str]) -> Iterator[ReportRow]:
    yield ReportRow(id, "Could be subtracted", one.words(called))
    titles = {asked.table: asked.title for asked in ready.wanted.template.tables}
    for table, counts in groupby(one.counts, lambda count: count.table or ""):
        yield ReportRow(f"{id}/{table}", titles.get(table, "Notes"), "\n".join(map(count_words, counts)))


def missing_rows(ready: Ready) -> tuple[ReportRow, ...]:
    """What to mend, by its place among what is missing."""
    return tuple(ReportRow(str(n), found.words) for n, found in enumerate(ready.missing))


def target_rows(ready: Ready) -> tuple[ReportRow, ...]:
    """What was agreed beside what came of it, programme by programme."""
    by: dict[str, list[Target]] = {}
    for target in ready.targets:
        by.setdefault(target.programme, []).append(target)
    return tuple(
        ReportRow(programme, each[0].title, " · ".join(target.words for target in each))
        for programme, each in by.items()
    )


def _count(many: int, what: str) -> str:
    return f"{many:,} {what}{'' if many == 1 else 's'}"
