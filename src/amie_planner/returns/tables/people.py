"""How many people: of each programme and of all, by Key Stage; and the single figures that a small funder asks for."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "people": {
        "programme": Column("Programme", "The programme, or all programmes of the return together"),
        "stage": Column("Key Stage", "By school year as given; else by month of birth, with the age on 31 August"),
        "unique": Column("Unique people", "People who came at least once in the period, each counted once in a row"),
        "places": Column("Places", "One person in one programme: somebody in three programmes has three places"),
        "attendances": Column("Attendances", "Every time that somebody came, headcounts included; of no one Key Stage"),
        "new": Column("New in the period", "Unique people who had come to nothing before the period"),
        "continued": Column("Continued", "Unique people who had come before the period too"),
        "core": Column("Core participants", "Unique people who came often; the number of sessions is in the notes"),
        "new-to-music": Column("Had not made music before", "Unique people of whom that is recorded"),
    },
    "totals": {
        "measure": Column("What is counted", "One figure a row"),
        "figure": Column("Figure", "Blank where it is not recorded, which is not 0"),
        "means": Column("What it means", "The definition of the figure"),
    },
}
