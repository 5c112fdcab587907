"""Record and its kinds: what a leader writes down, frozen and validated.

A record is the same thing in the plan file, in memory and in the database: each field is declared once.
`placed` names the fields that the plan file says by where an entry stands and not by a key.
"""

from __future__ import annotations

from amie_planner.domain.records.adaptations import Adaptation, ByDesign, Follows
from amie_planner.domain.records.people import Person, Requirement
from amie_planner.domain.records.programme import OnTheDay, Programme, TeamMember, Term
from amie_planner.domain.records.record import InSession, Key, Part, Record
from amie_planner.domain.records.session import (
    Activity,
    Actual,
    Decision,
    Intention,
    Music,
    NextTime,
    Register,
    Session,
)
from amie_planner.domain.records.voice import Observation, Reply, Touch, VoiceEntry

__all__ = [
    "RECORDS",
    "Activity",
    "Actual",
    "Adaptation",
    "ByDesign",
    "Decision",
    "Follows",
    "InSession",
    "Intention",
    "Key",
    "Music",
    "NextTime",
    "Observation",
    "OnTheDay",
    "Part",
    "Person",
    "Programme",
    "Record",
    "Register",
    "Reply",
    "Requirement",
    "Session",
    "TeamMember",
    "Term",
    "Touch",
    "VoiceEntry",
]

RECORDS: tuple[type[Record], ...] = (
    Programme,
    TeamMember,
    Person,
    Requirement,
    Session,
    Intention,
    Activity,
    Adaptation,
    ByDesign,
    NextTime,
    VoiceEntry,
    Observation,
    Reply,
)
"""Every kind, parents first."""
