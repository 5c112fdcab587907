"""A programme as it is handed on: with its people, or with nothing about them."""

from __future__ import annotations

from amie_planner.domain.names import NamesFound
from amie_planner.domain.plan import Series
from amie_planner.exchange import plan_file
from amie_planner.exchange.without_people import without_people


def content(series: Series, *, with_people: bool, not_names: frozenset[str] = frozenset()) -> bytes:
    """The plan file.

    Raises NamesFound where, without people, a known name stands in a text that would go out; words in `not_names` are
    not the person.
    """
    if with_people:
        return plan_file.write(series)
    stripped, hits = without_people(series, not_names)
    if hits:
        message = "What may be a young person’s name stands in a text that would go out"
        raise NamesFound(message, "Change that text, or say that the word is not the person.", hits)
    return plan_file.write(stripped)
