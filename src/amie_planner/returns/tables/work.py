"""What was worked on, and by whom: the team, changes for access, intentions, and what young people said."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "workforce": {
        "role": Column("Role", "What they do in the sessions"),
        "pay": Column("Takes part as", "Paid, volunteer or trainee"),
        "people": Column("People", "Members of the team; the same name counts once"),
    },
    "adaptations": {
        "barrier": Column("What was in the way", "The barrier that a change is for; one change may be for several"),
        "planned": Column("Times planned", "Changes in sessions of the period that were not cancelled"),
        "used": Column("Times used", "Used in a delivered session: it worked, partly worked or did not work"),
        "worked": Column("Worked", "Used, and it worked"),
        "partly": Column("Partly worked", "Used, and it partly worked"),
        "not": Column("Did not work", "Used, and it did not work"),
        "not-used": Column("Not used", "Planned, and not used in the session"),
        "no-word": Column("Nothing noted", "Planned, and nothing is noted of how it went"),
        "kept": Column("Kept", "To be kept next time"),
        "changed": Column("Changed", "To be changed next time"),
        "dropped": Column("Stopped", "To be stopped"),
    },
    "outcomes": {
        "area": Column("Area", "Musical, personal or social"),
        "intentions": Column("Intentions set", "What delivered sessions of the period were for"),
        "sessions": Column("Sessions with one", "Delivered sessions with an intention of this area"),
        "noticed": Column("Times noticed", "Observations of the period that name this area"),
    },
    "voice": {
        "method": Column("How it was gathered", "Said, written, drawn, chosen by symbol and so on"),
        "outcome": Column("What became of it", "What was done with the idea"),
        "entries": Column("Ideas and views", "Entries of the period"),
        "told": Column("Told back", "Entries of which young people were told what became of them"),
    },
}
