"""Sessions for one person are visits too: how many there were is told no more than how often somebody came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from amie_planner.domain import words
from amie_planner.domain.plan import Series
from amie_planner.domain.vocabulary import DeliveryType
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.facts import Facts
from amie_planner.returns.table import People, Value, Withheld
from amie_planner.returns.tables import attended
from amie_planner.returns.tables.worked_out import Later, Printed

if TYPE_CHECKING:
    from amie_planner.returns.templates import Asked, ReturnTemplate

EACH = "A session for one person is an attendance too: where these are withheld, so are its sessions and hours."
_TOTAL = "Sessions and hours of all are [x] where they would tell how often somebody came who is taught alone."
_ROWS = ("activities", "ensembles")
"""Tables that say how many sessions a programme had."""
Kept = Callable[[Value], Value]
"""What stands for a figure of sessions."""


def is_for_one(series: Series) -> bool:
    """Whether a programme is for one person at a time."""
    provision = series.programme.provision
    return provision is not None and provision.delivery is DeliveryType.INDIVIDUAL


def sessions(facts: Facts, many: int) -> str:
    """So many sessions, for a sentence: just how many is not said where they may be those of one person."""
    return "some sessions" if any(is_for_one(source.series) for source in facts.sources) else words.sessions(many)


def kept_in_row(facts: Facts, template: ReturnTemplate, n: int) -> Kept:
    """What stands for a figure of a programme’s sessions, by its place from 1: [c] where its visits are withheld."""
    return _kept(template, told_by(facts, template, n), Withheld.CONFIDENTIAL)


def kept(facts: Facts, template: ReturnTemplate) -> Kept:
    """What stands for a figure of all sessions: [x] where one that is withheld would follow from it."""
    return _kept(template, told_by(facts, template), Withheld.NOT_AVAILABLE)


def told_by(facts: Facts, template: ReturnTemplate, n: int | None = None) -> tuple[People, ...]:
    """The visits that are told by how many sessions there were of a programme, by its place from 1, or of all."""
    if n is None:
        return _by_all(facts, template)
    visits = attended.attendances(facts, n)
    return (visits,) if visits and is_for_one(facts.sources[n - 1].series) else ()


def are_withheld(template: ReturnTemplate, told: Iterable[People], printed: Printed) -> bool:
    """Whether any of these visits are withheld, and so must be what tells them.

    Visits that the return prints nowhere are held to be withheld where they would be for themselves.
    """
    prints = any(_prints_visits(asked) for asked in template.tables)
    hidden = (visits for visits in told if not isinstance(printed[visits.key], int))
    return any(prints or RULE.alone(visits.count) < 0 for visits in hidden)


def _kept(template: ReturnTemplate, told: tuple[People, ...], otherwise: Withheld) -> Kept:
    def of(figure: Value) -> Value:
        def work(printed: Printed) -> Value:
            return otherwise if are_withheld(template, told, printed) else figure

        return Later(work, *told) if told and figure is not None else figure

    return of


def _prints_visits(asked: Asked) -> bool:
    return asked.table in ("activities", "people") and asked.gives("attendances")


def about(facts: Facts, template: ReturnTemplate) -> Iterator[str]:
    """What there is to say of it below a table of totals."""
    if told_by(facts, template):
        yield _TOTAL


def _by_all(facts: Facts, template: ReturnTemplate) -> tuple[People, ...]:
    """Visits that totals of sessions would tell.

    Those are of each programme for one, where others have rows to be subtracted; and all visits, where all are so.
    """
    numbered = enumerate(facts.sources, 1)
    alone = [visits for n, s in numbered if is_for_one(s.series) and (visits := attended.attendances(facts, n))]
    if any(map(template.asked, _ROWS)):
        return tuple(alone)
    every = attended.attendances(facts)
    return (every,) if every and all(is_for_one(held.series) for held in facts.delivered) else ()
