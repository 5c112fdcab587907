"""The first tables: a programme, its team, people and sessions, what is written in them, and what was said."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Column = sa.Column[Any]
Tie = tuple[list[str], list[str]]

TO_PROGRAMME: Tie = (["programme"], ["programme.programme"])
TO_PERSON: Tie = (["programme", "person"], ["person.programme", "person.id"])
TO_SESSION: Tie = (["programme", "session"], ["session.programme", "session.id"])


def upgrade() -> None:
    """Makes every table."""
    op.create_table(
        "programme",
        *always(sa.Text(), "programme"),
        *always(sa.Integer(), "position"),
        *always(sa.Text(), "id", "title"),
        *maybe(sa.Text(), "organisation", "setting", "place", "aims"),
        *maybe(sa.Date(), "prepared_on", "starts", "ends"),
        *always(json(), "focus", "terms"),
        *maybe(json(), "on_the_day"),
        sa.PrimaryKeyConstraint("programme", name=op.f("pk_programme")),
        sa.CheckConstraint("id = programme", name=op.f("ck_programme_own_id")),
    )
    people()
    sessions()
    lines()
    said()


def people() -> None:
    """The team, the young people and their access requirements."""
    shared("team_member", *maybe(sa.Text(), "name", "role", "pay"), *always(sa.Boolean(), "young_leader"))
    shared(
        "person",
        *maybe(sa.Text(), "alias", "name", "school_year", "recording_ok"),
        *maybe(sa.Date(), "joined", "left"),
        *maybe(sa.Boolean(), "asked_about_access"),
        *always(json(), "likes", "music_loved", "ways_to_communicate"),
    )
    shared(
        "requirement",
        *always(sa.Text(), "person"),
        *maybe(sa.Text(), "barrier", "words", "change", "weight", "owner"),
        *always(json(), "where"),
        *maybe(sa.Date(), "review_on"),
        *always(sa.Boolean(), "active", "needs_communication_route"),
        tied(*TO_PERSON, name="fk_requirement_programme_person"),
    )


def sessions() -> None:
    """The meetings of the group."""
    shared(
        "session",
        *maybe(sa.Integer(), "number", "minutes", "ready_minutes"),
        *always(sa.Text(), "title"),
        *maybe(sa.Text(), "status", "notes"),
        *maybe(sa.Date(), "date"),
        *maybe(sa.Time(), "start"),
        *always(json(), "not_expected", "reflection", "actual"),
        *maybe(json(), "attendance"),
    )


def lines() -> None:
    """What is written in a session."""
    in_session("intention", *maybe(sa.Text(), "area", "text", "notice"))
    in_session(
        "activity",
        *maybe(sa.Text(), "title", "kind", "strand", "aim", "instructions", "started_by"),
        *maybe(sa.Integer(), "minutes"),
        *maybe(sa.Time(), "pinned_start"),
        *always(sa.Boolean(), "skip", "young_lead"),
        *always(json(), "kit", "leads", "serves", "music"),
        *maybe(json(), "decision"),
    )
    in_session(
        "adaptation",
        *maybe(sa.Text(), "reach", "library", "set_up", "what", "who", "fallback", "verdict", "then", "verdict_note"),
        *maybe(sa.Integer(), "lead_days", "setup_minutes"),
        *always(sa.Boolean(), "nothing_needed"),
        *always(json(), "activities", "requirements", "barriers", "kit"),
        *maybe(json(), "follows"),
    )
    in_session("by_design", *maybe(sa.Text(), "requirement", "activity", "how"))
    in_session("next_time", *maybe(sa.Text(), "text", "answer"))


def said() -> None:
    """What was said and noticed, and the leader's replies to findings."""
    shared(
        "voice_entry",
        *maybe(sa.Date(), "date", "told_on"),
        *maybe(sa.Text(), "session", "method", "text", "outcome", "because", "told_how"),
        *always(json(), "from_whom", "touches"),
    )
    shared(
        "observation",
        *maybe(sa.Date(), "date"),
        *maybe(sa.Text(), "session", "person", "area", "text", "framework"),
    )
    shared(
        "reply",
        *maybe(sa.Text(), "check", "session", "reach", "reply", "because"),
        *maybe(sa.Date(), "until"),
        *always(json(), "lines"),
    )


def shared(table: str, *columns: Column | sa.Constraint) -> None:
    """A table of what belongs to a whole programme."""
    op.create_table(
        table,
        *always(sa.Text(), "programme", "id"),
        *always(sa.Integer(), "position"),
        *columns,
        sa.PrimaryKeyConstraint("programme", "id", name=op.f(f"pk_{table}")),
        tied(*TO_PROGRAMME, name=f"fk_{table}_programme"),
    )


def in_session(table: str, *columns: Column) -> None:
    """A table of what belongs to one session."""
    op.create_table(
        table,
        *always(sa.Text(), "programme", "session", "id"),
        *always(sa.Integer(), "position"),
        *columns,
        sa.PrimaryKeyConstraint("programme", "session", "id", name=op.f(f"pk_{table}")),
        tied(*TO_SESSION, name=f"fk_{table}_programme_session"),
    )


def always(kind: sa.types.TypeEngine[Any], *names: str) -> list[Column]:
    """Columns that always hold a value."""
    return [sa.Column(name, kind, nullable=False) for name in names]


def maybe(kind: sa.types.TypeEngine[Any], *names: str) -> list[Column]:
    """Columns that may be empty: not recorded."""
    return [sa.Column(name, kind, nullable=True) for name in names]


def json() -> sa.JSON:
    """Lists and what is made of parts; empty is null, not the word "null"."""
    return sa.JSON(none_as_null=True)


def tied(columns: list[str], to: list[str], name: str) -> sa.ForeignKeyConstraint:
    """A reference that is checked at the commit."""
    return sa.ForeignKeyConstraint(
        columns, to, name=op.f(name), ondelete="NO ACTION", deferrable=True, initially="DEFERRED"
    )
