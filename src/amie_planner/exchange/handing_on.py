"""A programme as it is handed on: with its people, or with nothing about them."""

from __future__ import annotations

from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError
from amie_planner.exchange import plan_file
from amie_planner.exchange.without_people import without_people


def content(series: Series, *, with_people: bool) -> bytes:
    """The plan file. Raises AmieError, naming the place, where a known name stands in a text that would go out."""
    if with_people:
        return plan_file.write(series)
    stripped, hits = without_people(series)
    if hits:
        more = f" and {len(hits) - 1} more" if len(hits) > 1 else ""
        raise AmieError(
            f"A name stands in a text that would go out: “{hits[0].word}” in {hits[0].place}{more}.",
            "Change that text, or hand the file on with people.",
        )
    return plan_file.write(stripped)
