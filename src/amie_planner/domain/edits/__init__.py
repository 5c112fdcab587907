"""What a leader does, as functions from what is there to the changes that do it.

Nothing here writes: the changes go through the one door, which can take them back. What goes takes with
it, or lets go of, all that points at it: no reference is left dangling, and no reply is left to be read beside
something else.
"""

from __future__ import annotations

from amie_planner.domain.edits.changes_inside import adapt, add_intention, remove_adaptation, remove_intention
from amie_planner.domain.edits.parts import Changes, in_this_order, next_id
from amie_planner.domain.edits.people import (
    add_person,
    add_requirement,
    add_team_member,
    add_voice,
    archive_person,
    bring_back_person,
    remove_person,
    remove_requirement,
    remove_team_member,
    remove_voice,
)
from amie_planner.domain.edits.programmes import (
    add_session,
    remove_programme,
    remove_session,
    start_programme,
)
from amie_planner.domain.edits.running_order import (
    add_activity,
    duplicate_activity,
    move_activity,
    remove_activity,
    start_at,
)

__all__ = [
    "Changes",
    "adapt",
    "add_activity",
    "add_intention",
    "add_person",
    "add_requirement",
    "add_session",
    "add_team_member",
    "add_voice",
    "archive_person",
    "bring_back_person",
    "duplicate_activity",
    "in_this_order",
    "move_activity",
    "next_id",
    "remove_activity",
    "remove_adaptation",
    "remove_intention",
    "remove_person",
    "remove_programme",
    "remove_requirement",
    "remove_session",
    "remove_team_member",
    "remove_voice",
    "start_at",
    "start_programme",
]
