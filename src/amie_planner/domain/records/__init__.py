"""Record and its kinds: what a leader writes down, frozen and validated.

A record is the same thing in the plan file, in memory and in the database: each field is declared once.
`placed` names the fields that the plan file says by where an entry stands and not by a key.
"""

from __future__ import annotations

from amie_planner.domain.records.adaptations import Adaptation, ByDesign, Follows
from amie_planner.domain.records.library import DesignedOut, LibraryActivity, LibraryAdaptation
from amie_planner.domain.records.people import Membership, Person, Requirement, Shows
from amie_planner.domain.records.programme import OnTheDay, Picture, Programme, TeamMember, Term
from amie_planner.domain.records.record import InProgramme, InSession, Key, Part, Record
from amie_planner.domain.records.reflection import ReflectionPrompt
from amie_planner.domain.records.reporting import (
    Figure,
    Organisation,
    OwnReturn,
    Provision,
    ReturnRelease,
    School,
    Story,
    Targets,
)
from amie_planner.domain.records.session import (
    Activity,
    Actual,
    Card,
    Decision,
    Intention,
    Music,
    NextTime,
    Register,
    Session,
)
from amie_planner.domain.records.templates import (
    PlanTemplate,
    TemplateActivity,
    TemplateAdaptation,
    TemplateIntention,
)
from amie_planner.domain.records.voice import Observation, Reply, Touch, VoiceEntry
from amie_planner.domain.records.wording import HeardWording

__all__ = [
    "OF_PROGRAMMES",
    "RECORDS",
    "Activity",
    "Actual",
    "Adaptation",
    "ByDesign",
    "Card",
    "Decision",
    "DesignedOut",
    "Figure",
    "Follows",
    "HeardWording",
    "InProgramme",
    "InSession",
    "Intention",
    "Key",
    "LibraryActivity",
    "LibraryAdaptation",
    "Membership",
    "Music",
    "NextTime",
    "Observation",
    "OnTheDay",
    "Organisation",
    "OwnReturn",
    "Part",
    "Person",
    "Picture",
    "PlanTemplate",
    "Programme",
    "Provision",
    "Record",
    "ReflectionPrompt",
    "Register",
    "Reply",
    "Requirement",
    "ReturnRelease",
    "School",
    "Session",
    "Shows",
    "Story",
    "Targets",
    "TeamMember",
    "TemplateActivity",
    "TemplateAdaptation",
    "TemplateIntention",
    "Term",
    "Touch",
    "VoiceEntry",
]

OF_PROGRAMMES: tuple[type[InProgramme], ...] = (
    Programme,
    Picture,
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
    Story,
)
"""Every kind that belongs to a programme, parents first."""

RECORDS: tuple[type[Record], ...] = (
    *OF_PROGRAMMES,
    LibraryAdaptation,
    LibraryActivity,
    PlanTemplate,
    HeardWording,
    ReflectionPrompt,
    Organisation,
    OwnReturn,
    ReturnRelease,
)
"""Every kind, parents first."""
