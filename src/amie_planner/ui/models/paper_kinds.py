"""Which papers were ticked, and how each would be made: a paper that cannot be as it is asked for says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amie_planner.documents import Document, Names, PrintStyle
from amie_planner.documents.rules import rule_as_asked
from amie_planner.ui.models.paper_files import Kind
from amie_planner.ui.models.papers import RULES, Preset, style_of, usual_rule

USUAL = "usual"
"""Each paper by its own rule for names."""


@dataclass(frozen=True, slots=True)
class KindRow:
    """A paper to tick; one without a rule is left out, and says why."""

    document: Document
    style: PrintStyle
    names: Names | None

    @property
    def how(self) -> str:
        """by alias, in clear print"""
        if self.names is None:
            return "left out, for it names people"
        rule = RULES[self.names]
        return f"{rule[:1].lower()}{rule[1:]}, in {self.style.name}"

    @property
    def kind(self) -> Kind | None:
        """What is made of it."""
        return None if self.names is None else (self.document, self.style, self.names)


def rows(documents: Sequence[Document], preset: Preset | None, style: str, names: str) -> tuple[KindRow, ...]:
    """Each paper in the style that is asked for, or its own first; with people called as is asked for."""
    return tuple(KindRow(each, style_of(each, style), _rule(each, preset, names)) for each in documents)


def _rule(document: Document, preset: Preset | None, names: str) -> Names | None:
    return usual_rule(document, preset) if names == USUAL else rule_as_asked(document.names, Names(names))


def rules_for(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """What may be asked for: as usual, and every rule that one of them allows."""
    allowed = {rule for document in documents for rule in document.names}
    asked = [(rule.value, words) for rule, words in RULES.items() if rule in allowed]
    return [(USUAL, "As usual for each paper"), *asked]
