"""The whole of a return: a template's tables, each decided by the profile, and what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amie_planner.domain.records import Figure
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.table import Table
from amie_planner.returns.templates import ReturnTemplate


@dataclass(frozen=True)
class MadeReturn:
    """A return as it leaves. Days are the first and the last of the period, both included.

    `tables` are those with something in them; `notes` is the table that explains them. `reasons` are sentences that
    say what is withheld and why, `left_out` those that say which tables are not there and why. `figures` are the true
    counts it rests on, for the ledger alone. An exact one has a recipient and a reason.
    """

    template: ReturnTemplate
    profile: Profile
    first: date
    last: date
    tables: tuple[Table, ...]
    notes: Table
    reasons: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    recipient: str = ""
    reason: str = ""
