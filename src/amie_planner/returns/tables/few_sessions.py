"""How many sessions there were tells of visits: where these are withheld, few sessions are, and all for one person.

Somebody may have come alone to few sessions whatever their programme is called. So it goes by what is printed of its
people, and what is said of it by the template alone: who was alone does not show in what is told. Totals go by each
programme even where nothing else is told of it, for another return of the same days may tell all others.
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

_IN_ROW = (
    "A session for one person is an attendance too: where these are withheld, so are its sessions, their hours and "
    f"terms. Fewer than {RULE.threshold} sessions of any programme are [c] likewise where its attendances are withheld "
    f"and this return does not say that {RULE.smallest_group} people or more came."
)
_TOTAL = (
    "Sessions and hours of all are [x] where those of a programme that are withheld, here or in another return of the "
    "same days, would follow from them."
)
_OF_SESSIONS = ("planned", "delivered", "hours", "performances", "terms")
"""The columns of tables with a row for each programme in which something of its sessions stands."""
_OF_EACH = ("activities", "people")
"""Tables that say how often people came to each programme."""
Kept = Callable[[Value], Value]
"""What stands for a figure of sessions."""


@dataclass(frozen=True, slots=True)
class Told:
    """Visits that are told by how many sessions there were; `people` are those who came, if it is told only of few.

    `would_be_withheld` says whether they would be if the visits to each programme were printed.
    """

    visits: People
    would_be_withheld: bool
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


def kept_in_row(facts: Facts, template: ReturnTemplate, n: int) -> Kept:
    """What stands for a figure of a programme’s sessions, by its place from 1: [c] where its visits are withheld."""
    return _kept(template, told_by(facts, n), Withheld.CONFIDENTIAL, _IN_ROW)


def kept(facts: Facts, template: ReturnTemplate) -> Kept:
    """What stands for a figure of all sessions: [x] where one that is withheld would follow from it."""
    return _kept(template, told_by(facts), Withheld.NOT_AVAILABLE, _TOTAL)


def sentence(facts: Facts, template: ReturnTemplate, text: str, many: int) -> Later:
    """A sentence about so many sessions, in place of {}: of “some” where how many there were of all is withheld."""
    told = told_by(facts)

    def work(printed: Printed) -> Value:
        return text.format("some sessions" if are_withheld(template, told, printed) else words.sessions(many))

    return Later(work, *counts(told))


def told_by(facts: Facts, n: int | None = None) -> tuple[Told, ...]:
    """What is told by how many sessions there were of a programme, by its place from 1, or of each of all."""
    withheld = _are_withheld_where_printed(facts)
    found = []
    for each in (n,) if n else range(1, len(facts.sources) + 1):
        visits, are_for_one = attended.attendances(facts, each), is_for_one(facts.sources[each - 1].series)
        if visits and (are_for_one or len(attended.delivered(facts, each)) < RULE.threshold):
            found.append(Told(visits, withheld, None if are_for_one else attended.people(facts, each)))
    return tuple(found)


def counts(told: Iterable[Told]) -> tuple[People, ...]:
    """Every count that decides whether it is withheld."""
    return tuple(chain.from_iterable(each.counts for each in told))


def are_withheld(template: ReturnTemplate, told: Iterable[Told], printed: Printed) -> bool:
    """Whether any of these visits are withheld, and so must be what tells them.

    Visits that the return prints nowhere are held to be withheld where another would withhold them.
    """
    hidden = (each for each in told if each.is_hidden(printed))
    return any(_prints(template, each.visits) or each.would_be_withheld for each in hidden)


def about_rows(template: ReturnTemplate, table: str) -> Iterator[str]:
    """What there is to say of it below a table with a row for each programme, whatever is in it."""
    asked = template.asked(table)
    if asked is None or any(map(asked.gives, _OF_SESSIONS)):
        yield _IN_ROW


def about() -> Iterator[str]:
    """What there is to say of it below a table of totals, whatever is in it."""
    yield _TOTAL


def _kept(template: ReturnTemplate, told: tuple[Told, ...], otherwise: Withheld, why: str) -> Kept:
    def of(figure: Value) -> Value:
        def work(printed: Printed) -> Value:
            return otherwise if are_withheld(template, told, printed) else figure

        return Later(work, *counts(told), why=why) if told and figure is not None else figure

    return of


def _prints(template: ReturnTemplate, visits: People) -> bool:
    of_each = any(asked.table in _OF_EACH and asked.gives("attendances") for asked in template.tables)
    return of_each or (attended.are_of_all(visits) and template.asked("totals") is not None)


def _are_withheld_where_printed(facts: Facts) -> bool:
    """Whether a return that prints the visits to each programme withholds any: for they are few, or all are."""
    each = [visits.count for visits in attended.each(facts)]
    return any(RULE.alone(many) < 0 for many in each) or sum(each) < RULE.smallest_group
