"""Words as a return says them: those of a list by their label; a leader's own were not written to leave."""

from __future__ import annotations

from collections.abc import Iterable

from amie_planner.checks.genres import is_in_a_family
from amie_planner.domain.vocabulary import Verdict, label, labels
from amie_planner.returns.facts import Facts
from amie_planner.returns.stages import is_year
from amie_planner.returns.tables.known_words import INSTRUMENTS, ROLES, is_among


def said(list_name: str, key: str | None) -> str | None:
    """A word of a closed list by its label; blank is blank."""
    return label(list_name, key) or None


INSTEAD = {
    "ensemble": "Another kind of ensemble",
    "genre": "another kind of music",
    "instruments": "another instrument",
    "phase": "Another kind of school",
    "role": "Another role",
    "school_year": "Another school year",
    "setting": "Another setting",
    "when": "Another time",
}
"""What stands for a word that is not known, by what it was typed for."""


def is_known(what: str, word: str) -> bool:
    """Whether a return says a word: one of a list, or known as an instrument, a role, a year or a genre."""
    if what == "instruments":
        return is_among(word, INSTRUMENTS)
    if what == "role":
        return is_among(word, ROLES)
    if what == "school_year":
        return is_year(word)
    if what == "genre":
        return is_in_a_family(word)
    return _closed_up(word) in _of_list(what)


def of_open_list(list_name: str, words: str | None) -> str | None:
    """A word of an open list by its label; whatever else was typed says only that it is another."""
    if not words or not words.strip():
        return None
    return _of_list(list_name).get(_closed_up(words), INSTEAD[list_name])


def _of_list(name: str) -> dict[str, str]:
    return {said.casefold(): label for key, label in labels()[name].items() for said in (key, label)}


def _closed_up(words: str) -> str:
    return " ".join(words.split()).casefold()


def instruments(words: Iterable[str]) -> str | None:
    """Those that are known as such, and once that there is another; blank where there are none."""
    typed = [word for word in words if word.strip()]
    known = [word for word in typed if is_known("instruments", word)]
    return several((*known, INSTEAD["instruments"] if len(known) < len(typed) else None))


def role(words: str | None) -> str:
    """What somebody of a team does, as far as it is known as a role."""
    if not words or not words.strip():
        return "Role not noted"
    return " ".join(words.split()) if is_known("role", words) else INSTEAD["role"]


def school_year(words: str | None) -> str | None:
    """A school year as it was typed, where it is one."""
    if not words or not words.strip():
        return None
    return words if is_known("school_year", words) else INSTEAD["school_year"]


def school_name(facts: Facts, name: str | None) -> str | None:
    """The name of a school; blank where it holds what may be anybody's name."""
    return facts.without_names(name, "") or None if name else None


def several(words: Iterable[str | None]) -> str | None:
    """Words one after the other, kept apart by semicolons, for some hold commas; blank where there are none."""
    return "; ".join(word for word in words if word) or None


def used(verdict: Verdict | None) -> bool:
    """Whether a change was used in its session, by what is noted of how it went."""
    return verdict not in (None, Verdict.NOT_USED)
