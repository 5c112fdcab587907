"""A table for each record kind. The classes inherit the fields, so that each is declared once, in the record.

Whatever is not a text, number, truth, date or time is a JSON column. Foreign keys wait for the commit, so that the
order of the changes in one step does not matter. Rows are written with Core statements, never as objects.
"""

from __future__ import annotations

# mypy: disable-error-code="misc"
# (pydantic and SQLModel type one and the same setting, model_config, differently)
from collections.abc import Mapping
from datetime import date, time
from typing import Any, ClassVar

import sqlalchemy as sa
from pydantic import ConfigDict
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from amie_planner.domain import monitoring
from amie_planner.domain import records as kinds
from amie_planner.domain.records import HeardWording, InProgramme, InSession, LibraryAdaptation, Programme, Record
from amie_planner.store import layout

SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
}


class Row(SQLModel):
    """What every table has in common: its name, and how each field of its record is stored."""

    model_config: ClassVar[Any] = ConfigDict(frozen=False, defer_build=True)

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return layout.table(cls.__name__.removesuffix("Row"))

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        for field in cls.model_fields.values():
            field.metadata = [*field.metadata, *Field(sa_type=stored_as(field.annotation)).metadata]


COLUMNS: Mapping[type, type[sa.types.TypeEngine[Any]]] = {
    bool: sa.Boolean,
    int: sa.Integer,
    date: sa.Date,
    time: sa.Time,
    str: sa.Text,
}


def stored_as(annotation: Any) -> sa.types.TypeEngine[Any]:
    """The column type for the values of a field."""
    plain = layout.plain(annotation)
    return sa.JSON(none_as_null=True) if plain is None else COLUMNS[plain]()


def _belongs_to(columns: list[str], to: list[str], *, goes_with_it: bool = False) -> sa.ForeignKeyConstraint:
    ondelete = "CASCADE" if goes_with_it else "NO ACTION"
    return sa.ForeignKeyConstraint(columns, to, ondelete=ondelete, deferrable=True, initially="DEFERRED")


def _shared() -> tuple[sa.Constraint, ...]:
    return sa.PrimaryKeyConstraint(*layout.key(InProgramme)), _belongs_to(["programme"], ["programme.programme"])


def _in_session() -> tuple[sa.Constraint, ...]:
    return (
        sa.PrimaryKeyConstraint(*layout.key(InSession)),
        _belongs_to(["programme", "session"], ["session.programme", "session.id"]),
    )


class ProgrammeRow(kinds.Programme, Row, table=True):
    __table_args__ = (
        sa.PrimaryKeyConstraint(*layout.key(Programme)),
        sa.CheckConstraint("id = programme", name="own_id"),
    )


class PictureRow(kinds.Picture, Row, table=True):
    __table_args__ = _shared()


class TeamMemberRow(kinds.TeamMember, Row, table=True):
    __table_args__ = _shared()


class PersonRow(kinds.Person, Row, table=True):
    __table_args__ = _shared()


class RequirementRow(kinds.Requirement, Row, table=True):
    __table_args__ = (*_shared(), _belongs_to(["programme", "person"], ["person.programme", "person.id"]))


class SessionRow(kinds.Session, Row, table=True):
    __table_args__ = _shared()


class IntentionRow(kinds.Intention, Row, table=True):
    __table_args__ = _in_session()


class ActivityRow(kinds.Activity, Row, table=True):
    __table_args__ = _in_session()


class AdaptationRow(kinds.Adaptation, Row, table=True):
    __table_args__ = _in_session()


class ByDesignRow(kinds.ByDesign, Row, table=True):
    __table_args__ = _in_session()


class NextTimeRow(kinds.NextTime, Row, table=True):
    __table_args__ = _in_session()


class VoiceEntryRow(kinds.VoiceEntry, Row, table=True):
    __table_args__ = _shared()


class ObservationRow(kinds.Observation, Row, table=True):
    __table_args__ = _shared()


class ReplyRow(kinds.Reply, Row, table=True):
    __table_args__ = _shared()


class StoryRow(kinds.Story, Row, table=True):
    __table_args__ = _shared()


class LibraryAdaptationRow(kinds.LibraryAdaptation, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(LibraryAdaptation)),)


class LibraryActivityRow(kinds.LibraryActivity, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(kinds.LibraryActivity)),)


class PlanTemplateRow(kinds.PlanTemplate, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(kinds.PlanTemplate)),)


class HeardWordingRow(kinds.HeardWording, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(HeardWording)),)


class ReflectionPromptRow(kinds.ReflectionPrompt, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(kinds.ReflectionPrompt)),)


class OrganisationRow(kinds.Organisation, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(kinds.Organisation)),)


class OwnReturnRow(kinds.OwnReturn, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(kinds.OwnReturn)),)


class ReturnReleaseRow(kinds.ReturnRelease, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(kinds.ReturnRelease)),)


class MonitoringRow(monitoring.Monitoring, Row, table=True):
    __table_args__ = (
        sa.PrimaryKeyConstraint(*layout.key(InProgramme)),
        _belongs_to(["programme"], ["programme.programme"], goes_with_it=True),
    )


class MonitoringAnswersRow(monitoring.MonitoringAnswers, Row, table=True):
    __table_args__ = (
        sa.PrimaryKeyConstraint(*layout.key(InProgramme)),
        sa.CheckConstraint("id = person", name="own_person"),
        _belongs_to(["programme"], ["programme.programme"], goes_with_it=True),
        _belongs_to(["programme", "person"], ["person.programme", "person.id"], goes_with_it=True),
    )


class LocalBaselineRow(monitoring.LocalBaseline, Row, table=True):
    __table_args__ = (sa.PrimaryKeyConstraint(*layout.key(monitoring.LocalBaseline)),)


TABLES: Mapping[type[Record], sa.Table] = {
    kind: SQLModel.metadata.tables[row.__tablename__] for row in Row.__subclasses__() for kind in row.__bases__[:1]
}
