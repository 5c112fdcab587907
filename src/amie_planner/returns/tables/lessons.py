"""The grid of lessons in the shape hubs use: kinds of provision by Key Stage, with gender and who is helped."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "lessons": {
        "delivery": Column("Kind of provision", "Of each programme; one person may be in several kinds"),
        "stage": Column("Key Stage", "By school year as given; else by month of birth, with the age on 31 August"),
        "girls": Column("Girls", "Unique people who ticked “Girl or woman” alone"),
        "boys": Column("Boys", "Unique people who ticked “Boy or man” alone"),
        "another": Column("Another way", "Unique people who describe it another way, or ticked several boxes"),
        "not-known": Column("Not known", "Unique people who gave no answer, for whatever reason"),
        "total": Column("Total", "Unique people of the row, each counted once"),
        "pp-only": Column("Pupil Premium only", "Pupil Premium, and neither SEN support nor a plan"),
        "send-only": Column("SEND only", "SEN support or an education, health and care plan, and no Pupil Premium"),
        "both": Column("Both", "Pupil Premium, and SEN support or a plan"),
    },
}
