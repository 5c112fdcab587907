"""The notes of a return: what it is, for which days and whom, by which rule, and what is not in it and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from amie_planner import __version__
from amie_planner.domain.days import near
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.facts import Facts
from amie_planner.returns.table import NOTHING_RECORDED, WITHHELD, Column, Draft, People, Sum, Table, Value
from amie_planner.returns.tables.keys import ALL, key
from amie_planner.returns.templates import ReturnTemplate

NAME = "Notes"
NOT_FOR_PUBLICATION = "Contains small numbers: not for publication."
"""What heads an exact return."""
COLUMNS = (
    Column("About", ""),
    Column("What", ""),
    Column("What it says", ""),
)
_PROFILES = {
    Profile.SHAREABLE: "Shareable: small counts of people are hidden and others rounded",
    Profile.EXACT: "Exact and restricted: for its recipient alone",
}
_NO_CODE = "People without an agreed code"
_WHAT_COUNTS = (
    "Of somebody whom a code shows to be in several, the one that they came to last counts for school year, month of "
    "birth, school and answers; what is not noted there is taken from another"
)
_Row = tuple[Value, ...]


def this_return(
    template: ReturnTemplate,
    profile: Profile,
    first: date,
    last: date,
    recipient: str,
    reason: str,
    made_on: date | None = None,
) -> Iterator[_Row]:
    """What it is, for which days and for whom. Nothing is said of a recipient, a reason or a day that there is not."""
    said: dict[str, Value] = {
        "Restricted": NOT_FOR_PUBLICATION if profile is Profile.EXACT else "",
        "Return": template.label,
        "What it is": template.about,
        "Where its questions are from": template.source,
        "Template": template.id,
        "Version": template.version,
        "First day": first,
        "Last day": last,
        "Made": made_when(last, made_on),
        "Profile": _PROFILES[profile],
        "Recipient": recipient,
        "Reason": reason,
        "Made with": f"AMIE Planner {__version__}",
    }
    yield from (("This return", what, value) for what, value in said.items() if value)


def made_when(last: date, made_on: date | None) -> str:
    """On which day it was made, and what that leaves out of a period that is not over; nothing where nobody says."""
    if made_on is None:
        return ""
    early = ", before the period is over: what is delivered later is not in it." if made_on < last else ""
    return f"{near(made_on, None)}{early}"


def symbols() -> Iterator[_Row]:
    """What stands where a figure would."""
    yield from (("Symbols", symbol.value, means) for symbol, means in WITHHELD.items())
    yield "Symbols", "blank", NOTHING_RECORDED


def sentences(about: str, what: str, said: Iterable[str]) -> Iterator[_Row]:
    """A row each."""
    yield from ((about, what, sentence) for sentence in said)


def about_matching(unmatched: Value) -> Iterator[_Row]:
    """How many could not be matched, as the profile says it; nothing where nobody came."""
    if unmatched is not None:
        yield "Matching", _NO_CODE, unmatched
        yield "Matching", "What follows", "Whoever has no code and takes part in two programmes counts as two people"
        yield "Matching", "Where two programmes differ", _WHAT_COUNTS


def unmatched(facts: Facts) -> People:
    """Those without an agreed code."""
    return People(key(ALL, code="no"), facts.unmatched)


def matching(facts: Facts) -> Draft:
    """That count as a draft, for the notes of every return say it and it has to be decided with all others."""
    no_code, everybody = unmatched(facts), People(ALL, len(facts.members))
    code = People(key(ALL, code="yes"), everybody.count - no_code.count)
    adding_up = Sum(ALL, (no_code.key, code.key), unseen=(everybody, code))
    heading = Column("What it says", "")
    return Draft("notes", NAME, (Column("What", ""), heading), ((_NO_CODE, no_code),), sums=(adding_up,))


def table(rows: Iterable[_Row], title: str) -> Table:
    """The whole table."""
    return Table(NAME, COLUMNS, tuple(rows), title)
