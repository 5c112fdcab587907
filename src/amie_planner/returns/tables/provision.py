"""What was offered: a row for each programme, and one for each ensemble, band or choir."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

_TITLE = Column("Programme", "Its title; its place in the return where the title holds what may be a name")

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "activities": {
        "programme": _TITLE,
        "delivery": Column("Kind of provision", "What kind of provision it is"),
        "ensemble": Column("Ensemble type", "What kind of ensemble, band or choir"),
        "genres": Column("Genres", "Families of the music in its sessions"),
        "instruments": Column("Instruments", "Instruments, voice or technology"),
        "setting": Column("Setting", "Where the group meets, in kind"),
        "organised-by": Column("Organised by", "Who organises it"),
        "when": Column("When", "In school time, after school, out of school and the like"),
        "open-to": Column("Open to", "Whether anybody may come, or those least often reached are sought"),
        "cost": Column("Cost", "What taking part costs a young person"),
        "planned": Column("Sessions planned", "Dated sessions of the period, whatever became of them; no drafts"),
        "delivered": Column("Sessions delivered", "Marked as delivered, or with a register and not cancelled"),
        "cancelled": Column("Sessions cancelled", "Marked as cancelled"),
        "hours": Column("Hours delivered", "Actual minutes, else planned ones, ÷ 60, of delivered sessions"),
        "attendances": Column("Attendances", "Every time that somebody came, headcounts included"),
        "changes": Column("Changes used", "Changes for access that were used in delivered sessions"),
    },
    "ensembles": {
        "programme": _TITLE,
        "type": Column("Ensemble type", "What kind of ensemble, band or choir"),
        "organised-by": Column("Organised by", "Who organises it"),
        "people": Column("Unique people", "People who came at least once in the period"),
        "schools": Column("Schools", "Schools that these people go to, as far as recorded"),
        "delivered": Column("Sessions delivered", "Rehearsals and performances"),
        "performances": Column("Performances", "Delivered sessions that had an audience"),
        "audience": Column("Audience", "About how many listened, all performances together"),
    },
}
