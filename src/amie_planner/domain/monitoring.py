"""Equality-monitoring answers: kept, consented and exported apart from the plan.

The law lets them be used to see who is and is not reached, never for a decision about a person (Data Protection Act
2018, Schedule 1, paragraph 8), so no plan, check or edit knows them. They go with the person they are of.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from amie_planner.domain.records import InProgramme, Part, Record
from amie_planner.domain.values import ById, Day, Flag, Id, Text, Title, Words


class NonAnswer(StrEnum):
    """Why there is no answer. The four stay apart, in counts too."""

    PREFER_NOT_TO_SAY = "prefer not to say"
    NOT_KNOWN = "not known"
    NOT_ASKED = "not asked"
    NOT_APPLICABLE = "not applicable"


class ToldBy(StrEnum):
    """Who gave an answer, or agreed that answers are kept."""

    SELF = "self"
    PARENT = "parent"
    SCHOOL = "school"
    REFERRER = "referrer"


class Answered(Part):
    """An answer to one question: the codes of the boxes that were ticked, own words, or why there is none."""

    codes: Words = ()
    in_own_words: Text = None
    non_answer: NonAnswer | None = None


class Monitoring(InProgramme):
    """Whether the young people of a programme are asked, on what footing, and what their answers are held beside.

    Off until somebody turns it on. `questions` are ids of those that are asked. `beside` names, for a question, the
    baseline to compare with; `compared` is the question that HEARD is told of.
    """

    on: Flag = False
    agreed_by: Text = None
    since: Day | None = None
    questions: Words = ()
    compared: Text = None
    beside: ById[Text] = Field(default_factory=dict)


class MonitoringAnswers(InProgramme):
    """What one young person answered, who told us and when, and whether it was agreed that we keep it.

    Its id is the person's. Since `objected_on` nothing is asked or kept; in counts they are among those not asked.
    """

    person: Id
    agreed_on: Day | None = None
    agreed_by: ToldBy | None = None
    told_on: Day | None = None
    told_by: ToldBy | None = None
    objected_on: Day | None = None
    answers: ById[Answered] = Field(default_factory=dict)


Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class LocalBaseline(Record):
    """The counts of a question's groups among the people of an area, from a table that the leader loaded.

    `published` is the date as its publisher says it.
    """

    question: Title
    area: Title
    people: Title
    published: Text = None
    source: Text = None
    licence: Text = None
    amounts: ById[Amount] = Field(default_factory=dict)


OF_MONITORING: tuple[type[InProgramme], ...] = (Monitoring, MonitoringAnswers)
"""What is kept apart of a programme."""
