"""The kinds of things. Closed lists are enums whose values are the words of the plan file.

Open lists (genres, practices, settings, ways, kit) keep the leader's own words; their usual
keys and every label are data in resources/vocabulary.json.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache

from amie_planner.places import resource


class Area(StrEnum):
    """What an intention is about: HEARD's holistic outcomes."""

    MUSICAL = "musical"
    PERSONAL = "personal"
    SOCIAL = "social"


class Kind(StrEnum):
    """The kinds of activity in a running order."""

    SET_UP = "set-up"
    ARRIVE = "arrive"
    WARM_UP = "warm-up"
    LISTEN = "listen"
    PLAY = "play"
    SING = "sing"
    CREATE = "create"
    MOVE = "move"
    PERFORM = "perform"
    REFLECT = "reflect"
    BREAK = "break"
    CLOSE = "close"
    MAIN = "main"


class Barrier(StrEnum):
    """What is in the way: never what is wrong with somebody."""

    GETTING_HERE = "getting-here"
    COST_AND_KIT = "cost-and-kit"
    BUILDING_AND_SPACE = "building-and-space"
    INSTRUMENT_DESIGN = "instrument-design"
    SOUND_LIGHT_SENSORY = "sound-light-sensory"
    INFORMATION_AND_NOTATION = "information-and-notation"
    COMMUNICATION_AND_LANGUAGE = "communication-and-language"
    PACE_MEMORY_STRUCTURE = "pace-memory-structure"
    FEELING_SAFE = "feeling-safe"
    ATTITUDES = "attitudes"
    BELONGING_CULTURE_FAITH = "belonging-culture-faith"
    REPERTOIRE = "repertoire"
    DIGITAL_ACCESS = "digital-access"
    HEALTH_AND_ENERGY = "health-and-energy"
    CARING_AND_MOVES = "caring-and-moves"
    SETTING_RULES = "setting-rules"
    STAFFING_AND_SKILLS = "staffing-and-skills"


class Weight(StrEnum):
    """How much a barrier weighs for a person; shut out means: without a change they cannot take part."""

    SOME = "some"
    BIG = "big"
    SHUT_OUT = "shut out"


class Status(StrEnum):
    """Where a session stands."""

    DRAFT = "draft"
    PLANNED = "planned"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class Reach(StrEnum):
    """Whom an adaptation is for."""

    EVERYONE = "everyone"
    SOME = "some"
    ONE = "one"


class SetUp(StrEnum):
    """When an adaptation is set up."""

    BEFORE_THE_START = "before the start"
    IN_PLACE = "in place"


class Verdict(StrEnum):
    """How an adaptation went."""

    WORKED = "worked"
    PARTLY = "partly"
    NOT = "not"
    NOT_USED = "not used"


class Then(StrEnum):
    """What becomes of an adaptation next time."""

    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"


class Started(StrEnum):
    """Whose idea something was, or who chose it."""

    YOUNG_PEOPLE = "young people"
    LEADER = "leader"
    PARTNER = "partner"
    TOGETHER = "together"


class Pay(StrEnum):
    """How a member of the team takes part."""

    PAID = "paid"
    VOLUNTEER = "volunteer"
    TRAINEE = "trainee"


class Consent(StrEnum):
    """Whether a person may be recorded."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not asked"


class Mark(StrEnum):
    """One person's line in the register; not taken is not absent."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    NOT_TAKEN = "not taken"


class RegisterMode(StrEnum):
    """Which figures of a register count."""

    PEOPLE = "people"
    HEADCOUNT = "headcount"


class Method(StrEnum):
    """How a young person's view was gathered, with or without speech."""

    SAID = "said"
    WRITTEN = "written"
    DRAWN = "drawn"
    SYMBOL_CHOICE = "symbol choice"
    VOTE = "vote"
    OBSERVATION = "observation"
    RECORDING = "recording"


class Outcome(StrEnum):
    """What became of an idea."""

    ADOPTED = "adopted"
    ADAPTED = "adapted"
    NOT_POSSIBLE = "not possible"
    UNDECIDED = "undecided"


class Taken(StrEnum):
    """What a leader did with a note for next time."""

    TAKEN = "taken"
    PARKED = "parked"
    DECLINED = "declined"


class ReplyKind(StrEnum):
    """A leader's reply to a finding."""

    ACTED_ON = "acted on"
    PARKED = "parked"
    NOT_THIS_TIME = "not this time"
    ON_PURPOSE = "on purpose"


class ReplyFor(StrEnum):
    """How far a reply reaches."""

    SESSION = "session"
    PROGRAMME = "programme"


class DeliveryType(StrEnum):
    """What kind of provision a programme is. Source: what hubs' forms tell apart."""

    INDIVIDUAL = "individual"
    SMALL_GROUP = "small group"
    LARGE_GROUP = "large group"
    WHOLE_CLASS = "whole class"
    ENSEMBLE = "ensemble"
    WORKSHOP = "workshop"
    EARLY_YEARS = "early years"
    TRAINING = "training"
    PERFORMANCE = "performance"
    OTHER = "other"


class OrganisedBy(StrEnum):
    """Who organises a programme."""

    SCHOOL = "school"
    SCHOOL_AND_HUB = "school and hub"
    HUB = "hub"
    PARTNER = "partner"


class OpenTo(StrEnum):
    """Whether anybody may come, or those are sought who are least often reached."""

    ANYBODY = "anybody"
    TARGETED = "targeted"


class Cost(StrEnum):
    """What taking part costs a young person."""

    FREE = "free"
    SUBSIDISED = "subsidised"
    PAID = "paid"


class Profile(StrEnum):
    """Which of the two ways a return is made."""

    SHAREABLE = "shareable"
    EXACT = "exact"


class StoryKind(StrEnum):
    """What is told."""

    QUOTE = "quote"
    CASE_STUDY = "case study"


@cache
def labels() -> dict[str, dict[str, str]]:
    """Every label by list and key, in the order to offer them. Source: resources/vocabulary.json."""
    return dict(json.loads(resource("vocabulary.json").read_text(encoding="utf-8")))


def label(list_name: str, key: str | None) -> str:
    """The words for a key; a key of no list is the leader's own word and stays as it is."""
    return labels()[list_name].get(key, key) if key else ""
