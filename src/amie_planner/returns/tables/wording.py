"""Words as a return says them: those of a list by their label, a leader's own only where they hold no name."""

from __future__ import annotations

from amie_planner.domain.vocabulary import Verdict, labels
from amie_planner.returns.facts import Facts


def said(list_name: str, key: str | None) -> str | None:
    """A word of a list by its label; blank is blank."""
    if not key:
        return None
    return labels().get(list_name, {}).get(key) or f"{key[:1].upper()}{key[1:]}"


def own_words(facts: Facts, list_name: str, key: str | None) -> str | None:
    """A word of a list or the leader's own; blank where it holds what may be anybody's name."""
    held = said(list_name, key)
    return facts.without_names(held, "") or None if held else None


def used(verdict: Verdict | None) -> bool:
    """Whether a change was used in its session, by what is noted of how it went."""
    return verdict not in (None, Verdict.NOT_USED)
