"""A return as it is asked for and worked out: frozen, so that it is done beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from amie_planner.domain.changes import add, revise
from amie_planner.domain.days import near
from amie_planner.domain.edits import Changes
from amie_planner.domain.edits.parts import next_id, next_position
from amie_planner.domain.records import Organisation, OwnReturn, Programme, ReturnRelease
from amie_planner.domain.terms import SCHOOL_YEAR_BEGINS
from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns import facts
from amie_planner.returns.making import MadeReturn, made
from amie_planner.returns.missing import Missing, missing
from amie_planner.returns.releases import LedgerWarning, held_already, released, warnings
from amie_planner.returns.table import Table
from amie_planner.returns.tables.targets import Target, targets
from amie_planner.returns.template_file import bundled, kept, read
from amie_planner.returns.templates import ReturnTemplate
from amie_planner.returns.workbook import RESTRICTED, sheets
from amie_planner.ui.models.periods import Stretch, school_years

_MOST_YEARS = 30
"""That a programme goes on. Where its sessions lie farther apart, a year was mistyped."""


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
            yield Offered(kept(record.text or ""), record.id)
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
    """Each school year in which a programme goes on, the newest first, with today's; then terms of the programmes."""
    days = [day for span in spans.values() if span for day in _in_each_year(*span)]
    terms: dict[tuple[date, date], Stretch] = {}
    for programme in programmes:
        for term in programme.terms:
            if term.starts and term.ends:
                name = f"{term.label or 'Term'}, {near(term.starts, None)} to {near(term.ends, None)}"
                held = Stretch(f"term/{term.starts}/{term.ends}", name, term.starts, term.ends)
                terms.setdefault((term.starts, term.ends), held)
    return (*reversed(school_years((*days, today))), *(terms[dates] for dates in sorted(terms, reverse=True)))


def this_year(today: date) -> str:
    """The id of the school year that a day lies in."""
    return school_years([today])[0].id


def _in_each_year(first: date, last: date) -> Iterator[date]:
    """A day in each school year from a first session to a last; of sessions far apart just their own days."""
    yield from (first, last)
    if last.year - first.year <= _MOST_YEARS:
        yield from (date(year, SCHOOL_YEAR_BEGINS, 1) for year in range(first.year, last.year))


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


def ready(wanted: Wanted, now: datetime, go_on: Callable[[], None] = lambda: None) -> Ready | AmieError:
    """Works the whole of it out, or says why it cannot be made; what `go_on`, called between steps, raises ends it."""
    try:
        held = facts.gather(wanted.sources, wanted.organisation, wanted.first, wanted.last)
        whole = made(held, wanted.template, wanted.profile, wanted.recipient, wanted.reason, now.date(), go_on)
    except AmieError as error:
        return error
    new = released(whole, wanted.programmes, now, wanted.earlier)
    return Ready(
        wanted=wanted,
        made=whole,
        sheets=sheets(whole),
        warnings=warnings(new, wanted.earlier, go_on),
        held=held_already(new, wanted.earlier),
        missing=missing(held, wanted.template),
        targets=targets(held),
        worked_out=now,
        organisation=_name(held, wanted.profile),
    )


def _name(held: facts.Facts, profile: Profile) -> str:
    name = (held.organisation.name if held.organisation else "") or ""
    return name if profile is Profile.EXACT else held.without_names(name, "")
