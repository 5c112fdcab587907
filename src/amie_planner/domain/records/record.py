"""Part and Record: what every kind of record has in common, and where it belongs."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from amie_planner.domain.values import Id, problem, where
from amie_planner.errors import InvalidRecord

Key = tuple[str, str, str, str]
"""Kind, programme (empty for what belongs to the leader), session (empty for what belongs to no single one), id."""


class Part(BaseModel):
    """A frozen value inside a record. Null is the same as absent."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {name: value for name, value in data.items() if value is not None or not cls._knows(name)}

    @classmethod
    def _knows(cls, name: Any) -> bool:
        return name in cls.model_fields or any(field.alias == name for field in cls.model_fields.values())

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """A new one. Raises InvalidRecord, naming the first field that does not hold."""
        try:
            return cls.model_validate(fields)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            words = problem(first["type"], first["msg"], first.get("ctx", {}))
            raise InvalidRecord(f"{where(first['loc'])} {words}.", "Change it and try again.") from None

    def revised(self, **fields: Any) -> Self:
        """The same with some fields changed; nothing else makes a changed one. Raises InvalidRecord."""
        return self.made(**(dict(self) | fields))


class Record(Part):
    """One entry with an identity. `position` is its place among its siblings, counted from 0."""

    placed: ClassVar[frozenset[str]] = frozenset({"position"})

    position: int = Field(default=0, ge=0)
    id: Id

    @property
    def key(self) -> Key:
        """What makes it the same record before and after a change."""
        return (type(self).__name__, "", "", self.id)


class InProgramme(Record):
    """An entry that belongs to one programme; its id is unique there."""

    placed: ClassVar[frozenset[str]] = Record.placed | {"programme"}

    programme: Id

    @property
    def key(self) -> Key:
        return (type(self).__name__, self.programme, "", self.id)


class InSession(InProgramme):
    """An entry that belongs to one session; its id is unique there."""

    placed: ClassVar[frozenset[str]] = InProgramme.placed | {"session"}

    session: Id

    @property
    def key(self) -> Key:
        return (type(self).__name__, self.programme, self.session, self.id)
