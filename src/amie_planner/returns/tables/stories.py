"""Quotes and case studies as they leave: agreed to one by one, under a made-up name, and looked through for names again."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "stories": {
        "kind": Column("Kind", "A quote or a case study"),
        "name": Column("Made-up name", "Nobody’s real name"),
        "words": Column("Words", "As it was agreed that they may leave"),
    },
}
