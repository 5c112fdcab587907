"""Sessions for one person are visits too: how many there were is told no more than how often somebody came.

Nor is told that there were few sessions of any programme of which attendances are withheld, for somebody may have come
alone whatever it is called. So it goes by what is printed of its people: who was alone does not show in what is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
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
    from amie_planner.returns.templates import ReturnTemplate

_EACH = "A session for one person is an attendance too: where these are withheld, so are its sessions and hours."
_FEW = (
    f"Fewer than {RULE.threshold} sessions of a programme, and their hours, are [c] where its attendances are withheld "
    f"and this return does not say that {RULE.smallest_group} people or more came."
)
_TOTAL = "Sessions and hours of all are [x] where those of a programme that are withheld would follow from them."
_ROWS = ("activities", "ensembles")
"""Tables that say how many sessions a programme had."""
_OF_EACH = ("activities", "people")
"""Tables that say how often people came to each programme."""
Kept = Callable[[Value], Value]
"""What stands for a figure of sessions."""


@dataclass(frozen=True, slots=True)
class Told:
    """Visits that are told by how many sessions there were; `people` are those who came, if it is told only of few."""

    visits: People
    people: People | None = None

    @property
    def counts(self) -> tuple[People, ...]:
        """Both."""
        return (self.visits, self.people) if self.people else (self.visits,)

    def is_hidden(self, printed: Printed) -> bool:
        """Whether visits are withheld, and it is not printed that many came."""
        many = printed[self.people.key] if self.people else None
        are_many = isinstance(many, int) and many >= RULE.smallest_group
        return not isinstance(printed[self.visits.key], int) and not are_many


def is_for_one(series: Series) -> bool:
    """Whether a programme is for one person at a time."""
    provision = series.programme.provision
    return provision is not None and provision.delivery is DeliveryType.INDIVIDUAL


def sessions(facts: Facts, many: int) -> str:
    """So many sessions, for a sentence: just how many is not said where they may be those of one person."""
    return "some sessions" if any(_told(facts, n) for n in _programmes(facts)) else words.sessions(many)


def kept_in_row(facts: Facts, template: ReturnTemplate, n: int) -> Kept:
    """What stands for a figure of a programme’s sessions, by its place from 1: [c] where its visits are withheld."""
    return _kept(template, told_by(facts, template, n), Withheld.CONFIDENTIAL)


def kept(facts: Facts, template: ReturnTemplate) -> Kept:
    """What stands for a figure of all sessions: [x] where one that is withheld would follow from it."""
    return _kept(template, told_by(facts, template), Withheld.NOT_AVAILABLE)


def told_by(facts: Facts, template: ReturnTemplate, n: int | None = None) -> tuple[Told, ...]:
    """What is told by how many sessions there were of a programme, by its place from 1, or of all."""
    return _by_all(facts, template) if n is None else _told(facts, n)


def counts(told: Iterable[Told]) -> tuple[People, ...]:
    """Every count that decides whether it is withheld."""
    return tuple(chain.from_iterable(each.counts for each in told))


def are_withheld(template: ReturnTemplate, told: Iterable[Told], printed: Printed) -> bool:
    """Whether any of these visits are withheld, and so must be what tells them.

    Visits that the return prints nowhere are held to be withheld where they would be for themselves.
    """
    hidden = (each.visits for each in told if each.is_hidden(printed))
    return any(_prints(template, visits) or RULE.alone(visits.count) < 0 for visits in hidden)


def _kept(template: ReturnTemplate, told: tuple[Told, ...], otherwise: Withheld) -> Kept:
    def of(figure: Value) -> Value:
        def work(printed: Printed) -> Value:
            return otherwise if are_withheld(template, told, printed) else figure

        return Later(work, *counts(told)) if told and figure is not None else figure

    return of


def _prints(template: ReturnTemplate, visits: People) -> bool:
    of_each = any(asked.table in _OF_EACH and asked.gives("attendances") for asked in template.tables)
    return of_each or (attended.are_of_all(visits) and template.asked("totals") is not None)


def about_rows(facts: Facts) -> Iterator[str]:
    """What there is to say of it below a table with a row for each programme."""
    told = [_told(facts, n) for n in _programmes(facts)]
    if any(is_for_one(source.series) for source in facts.sources):
        yield _EACH
    if any(each.people for some in told for each in some):
        yield _FEW


def about(facts: Facts, template: ReturnTemplate) -> Iterator[str]:
    """What there is to say of it below a table of totals."""
    if told_by(facts, template):
        yield _TOTAL


def _by_all(facts: Facts, template: ReturnTemplate) -> tuple[Told, ...]:
    """What totals of sessions would tell: of each programme, where others have rows to be subtracted; else of all."""
    if any(map(template.asked, _ROWS)):
        return tuple(chain.from_iterable(_told(facts, n) for n in _programmes(facts)))
    are_for_one = all(is_for_one(held.series) for held in facts.delivered)
    return _of(facts, None, are_for_one=are_for_one)


def _told(facts: Facts, n: int) -> tuple[Told, ...]:
    return _of(facts, n, are_for_one=is_for_one(facts.sources[n - 1].series))


def _of(facts: Facts, n: int | None, *, are_for_one: bool) -> tuple[Told, ...]:
    visits = attended.attendances(facts, n)
    if visits is None or (not are_for_one and len(attended.delivered(facts, n)) >= RULE.threshold):
        return ()
    return (Told(visits, None if are_for_one else attended.people(facts, n)),)


def _programmes(facts: Facts) -> range:
    return range(1, len(facts.sources) + 1)
