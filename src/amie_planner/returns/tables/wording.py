"""Words as a return says them: those of a list by their label, a leader's own only where they hold no name."""

from __future__ import annotations

from collections.abc import Iterable

from amie_planner.domain.vocabulary import Verdict, label, labels
from amie_planner.returns.facts import Facts


def said(list_name: str, key: str | None) -> str | None:
    """A word of a closed list by its label; blank is blank."""
    return label(list_name, key) or None


def own_words(facts: Facts, words: str | None, list_name: str = "") -> str | None:
    """A word of an open list by its label, else the leader's own; blank where these hold what may be anybody's name."""
    known = labels().get(list_name, {})
    if not words or words in known:
        return known.get(words or "")
    return facts.without_names(words, "") or None


def several(words: Iterable[str | None]) -> str | None:
    """Words one after the other, kept apart by semicolons, for some hold commas; blank where there are none."""
    return "; ".join(word for word in words if word) or None


def used(verdict: Verdict | None) -> bool:
    """Whether a change was used in its session, by what is noted of how it went."""
    return verdict not in (None, Verdict.NOT_USED)
