"""The rule for names that a paper goes by where another may have been asked for: never a more telling one."""

from __future__ import annotations

from collections.abc import Sequence

from amie_planner.documents.naming import NAMELESS, Names


def rule_as_asked(allowed: Sequence[Names], asked: Names) -> Names | None:
    """What is asked for; where the paper does not allow it, one that names nobody; None where it has none either."""
    return asked if asked in allowed else nameless(allowed)


def nameless(allowed: Sequence[Names]) -> Names | None:
    """The first that names nobody; None where the paper must name people."""
    return next((rule for rule in allowed if rule in NAMELESS), None)
