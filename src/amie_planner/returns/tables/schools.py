"""The schools that young people go to, and whole classes that learn together: a return is often read by school."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "whole-class": {
        "urn": Column("School URN", "The school’s unique reference number"),
        "school": Column("School", "The school’s name"),
        "class": Column("Class", "The programme’s title; its place in the return where that holds what may be a name"),
        "year": Column("Year", "The school year of the class"),
        "terms": Column("Terms received", "Terms of the programme with a delivered session in the period"),
        "instrument": Column("Instrument", "What the class learns"),
        "pupils": Column("Pupils", "Unique people who came at least once in the period"),
        "pp-only": Column("Pupil Premium only", "Pupil Premium, and neither SEN support nor a plan"),
        "send-only": Column("SEND only", "SEN support or an education, health and care plan, and no Pupil Premium"),
        "both": Column("Both", "Pupil Premium, and SEN support or a plan"),
    },
    "schools": {
        "urn": Column("URN", "The school’s unique reference number"),
        "laestab": Column("LAESTAB", "Local authority and establishment number"),
        "name": Column("School", "The school’s name"),
        "phase": Column("Phase", "Primary, secondary, special and the like"),
        "state-funded": Column("State funded", "Whether the state pays for it"),
        "pupils": Column("Pupils", "Unique people of the period who go there, each counted at one school"),
    },
}
