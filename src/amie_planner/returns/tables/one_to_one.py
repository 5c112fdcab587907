"""Sessions for one person are visits too: how many there were is told no more than how often somebody came."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

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
_Kept = Callable[[Value], Value]


def is_for_one(series: Series) -> bool:
    """Whether a programme is for one person at a time."""
    provision = series.programme.provision
    return provision is not None and provision.delivery is DeliveryType.INDIVIDUAL


def kept_in_row(facts: Facts, template: ReturnTemplate, n: int) -> _Kept:
    """What stands for a figure of a programme’s sessions, by its place from 1: [c] where its visits are withheld."""
    visits = attended.attendances(facts, n)
    told = (visits,) if visits and is_for_one(facts.sources[n - 1].series) else ()
    return _kept(template, told, Withheld.CONFIDENTIAL)


def kept(facts: Facts, template: ReturnTemplate) -> _Kept:
    """What stands for a figure of all sessions: [x] where one that is withheld would follow from it."""
    return _kept(template, _telling(facts, template), Withheld.NOT_AVAILABLE)


def _kept(template: ReturnTemplate, told: tuple[People, ...], otherwise: Withheld) -> _Kept:
    """Visits that the return prints nowhere are held to be withheld where they would be for themselves."""
    prints = any(_prints_visits(asked) for asked in template.tables)
    are_few = any(RULE.alone(visits.count) < 0 for visits in told)

    def of(figure: Value) -> Value:
        def work(printed: Printed) -> Value:
            is_withheld = any(not isinstance(printed[visits.key], int) for visits in told) if prints else are_few
            return otherwise if is_withheld else figure

        return Later(work, *told) if told and figure is not None else figure

    return of


def _prints_visits(asked: Asked) -> bool:
    return asked.table in ("activities", "people") and asked.gives("attendances")


def about(facts: Facts, template: ReturnTemplate) -> Iterator[str]:
    """What there is to say of it below a table of totals."""
    if _telling(facts, template):
        yield _TOTAL


def _telling(facts: Facts, template: ReturnTemplate) -> tuple[People, ...]:
    """Visits that totals of sessions would tell.

    Those are of each programme for one, where the others have rows to be subtracted; and all visits, where all are so.
    """
    numbered = enumerate(facts.sources, 1)
    alone = [visits for n, s in numbered if is_for_one(s.series) and (visits := attended.attendances(facts, n))]
    if template.asked("activities"):
        return tuple(alone)
    every = attended.attendances(facts)
    return (every,) if every and all(is_for_one(held.series) for held in facts.delivered) else ()
