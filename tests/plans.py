"""Plans for tests, written as the leader's plan file says them."""

from __future__ import annotations

import json
from typing import Any

from amie_planner.domain.plan import Plan, Series
from amie_planner.exchange.plan_file import read


def a_document(**parts: Any) -> dict[str, Any]:
    """A plan file's document with these parts, and what every plan file must have."""
    return {"format": "amie-plan", "version": 1, "programme": {"uid": "u1", "title": "Sound makers"}} | parts


def in_bytes(document: Any) -> bytes:
    """A document as the bytes of a file."""
    return json.dumps(document).encode()


def a_series(**parts: Any) -> Series:
    """A programme with these parts of a plan file."""
    return read(in_bytes(a_document(**parts)))


def a_plan(*, earlier: tuple[dict[str, Any], ...] = (), parts: dict[str, Any] | None = None, **session: Any) -> Plan:
    """The plan of session "now": its fields and lists, the sessions before it, and parts of the programme."""
    now = {"id": "now", "title": "Today", **session}
    before = [{"id": f"s{n}", "title": "Before", **fields} for n, fields in enumerate(earlier, 1)]
    return a_series(sessions=[*before, now], **(parts or {})).plan("now")
