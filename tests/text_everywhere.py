"""A programme in which every field for a leader's own words holds the same text."""

from __future__ import annotations

from typing import Any, get_type_hints

from amie_planner.domain import values
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Part, Person

ALIAS = "Z<i>&q"
"""An alias whose words are not those of other texts, which would be taken for the person."""


def with_text_everywhere(series: Series, text: str) -> Series:
    """The series with this text in every field that holds a leader's own words, but for full names: none is shown."""
    return Series.of(_with_text(record, text) for record in series.records())


def _with_text(part: Any, text: str) -> Any:
    fields: dict[str, Any] = {}
    for name, hint in get_type_hints(type(part), include_extras=True).items():
        held = getattr(part, name)
        if hint in (values.Text, values.Title):
            fields[name] = text
        elif hint == values.Words:
            fields[name] = (text,)
        elif isinstance(held, Part):
            fields[name] = _with_text(held, text)
        elif isinstance(held, tuple) and held and isinstance(held[0], Part):
            fields[name] = tuple(_with_text(inner, text) for inner in held)
    if isinstance(part, Person):
        fields |= {"alias": ALIAS, "name": None, "name_at_home": None}
    return part.revised(**fields)
