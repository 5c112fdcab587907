"""How complete the records behind a return are, in counts, and what is missing one by one for the leader alone."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "quality": {
        "what": Column("What was looked at", "One figure a row"),
        "count": Column("How many", "Sessions or people of whom it holds"),
        "of": Column("Of", "How many were looked at"),
        "percent": Column("Per cent", "In whole per cent, of figures as they are given here"),
        "means": Column("What it means", "The definition of the figure"),
    },
}
