"""Names that somebody typed, marked before a paper is composed: what then prints a mark would print a name.

So nothing that was typed is missed wherever a paper puts it, and our own words, times and dates stop nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeVar

from amie_planner import checks
from amie_planner.checks.check import Finding, Line, LineKind
from amie_planner.documents.cleaning import plain
from amie_planner.domain.names import Hit, Names, hits, known_names
from amie_planner.domain.plan import Shared
from amie_planner.domain.records import Person, Reply, TeamMember
from amie_planner.domain.typed import plan_said_otherwise, said_otherwise

S = TypeVar("S", bound=Shared)
Somebody = TypeVar("Somebody", Person, TeamMember)

REASON_LEFT_OUT = "(the reason names somebody and is left out here)"
_OPENS, _CLOSES = "§¶§‹", "›§¶§"
"""Signs that every paper lays out as they are, and that nobody types one after another."""
_MARKED = re.compile(f"{_OPENS}(?:((?:(?!{_OPENS}).)*?){_CLOSES}|(\\w*))", re.DOTALL)
"""A marked word; its first, where a long text was cut in the middle of it."""
_DATE = re.compile(
    r"(\b\d\d? (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b)"
)
_OF_SOMEBODY = (LineKind.PERSON, LineKind.REQUIREMENT, LineKind.CELL, LineKind.MEMBER)


def marked(plan: S, findings: tuple[Finding, ...], not_names: frozenset[str]) -> tuple[S, tuple[Finding, ...]]:
    """A plan and its findings with every name marked that somebody typed; words in `not_names` name nobody."""
    marker = _Marker.of(plan, not_names)
    marked_plan = marker.plan(plan)
    return marked_plan, marker.findings(findings)


def marks_in(texts: Iterable[tuple[str, str]]) -> tuple[Hit, ...]:
    """The words that are marked in texts given as (heading, text)."""
    return tuple(Hit(word, _on_one_line(place)) for place, text in texts for word in _marked_words(text))


@dataclass(frozen=True)
class _Marker:
    """Marks the names of everybody in a plan, and notes which were `typed` there. Words in `not_names` name nobody."""

    everybody: Names
    young_people: Names
    not_names: frozenset[str]
    typed: set[tuple[str, ...]] = field(default_factory=set)

    @classmethod
    def of(cls, plan: Shared, not_names: frozenset[str]) -> _Marker:
        """A marker of those whom a plan knows, with their names as they would print."""
        shown = replace(plan, people=tuple(map(_as_printed, plan.people)), team=tuple(map(_as_printed, plan.team)))
        return cls(known_names(shown, adults=True), known_names(shown), not_names)

    def plan(self, plan: S) -> S:
        """The plan with each name in a typed text marked; whom to turn to on the day may be any adult.

        A reply's reason that names somebody is the leader's own note: it is left out, in words, and stops nothing.
        """
        plan = replace(plan, replies=tuple(map(self._without_names, plan.replies)))
        marked = plan_said_otherwise(plan, lambda text: self._marked(text, self.everybody))
        today = plan.programme.on_the_day
        if not today:
            return marked
        kept = said_otherwise(today, lambda text: self._marked(text, self.young_people))
        return replace(marked, programme=marked.programme.model_copy(update={"on_the_day": kept}))

    def _without_names(self, reply: Reply) -> Reply:
        named = hits(plain(reply.because or ""), self.everybody, self.not_names)
        return reply.model_copy(update={"because": REASON_LEFT_OUT}) if named else reply

    def findings(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings with the names marked that were typed: into the plan, as somebody's own, or by a hub as a question.

        The other words of a finding are ours, dates among them. Made after the plan.
        """
        known = {first: tuple(n for n in names if n in self.typed) for first, names in self.everybody.items()}
        typed = {first: names for first, names in known.items() if names}
        return tuple(self._finding(finding, typed) for finding in findings)

    def _finding(self, finding: Finding, typed: Names) -> Finding:
        asked, of = finding.question, finding.principle
        if asked not in _our_questions():
            asked = self._marked(asked, self.everybody)
        if of not in checks.PRINCIPLES:
            of = replace(of, name=self._marked(of.name, self.everybody), says=self._marked(of.says, self.everybody))
        text = asked if finding.text == finding.question else self._but_for_dates(finding.text, typed)
        lines = tuple(self._line(line, typed) for line in finding.lines)
        return replace(finding, question=asked, text=text, lines=lines, principle=of)

    def _line(self, line: Line, typed: Names) -> Line:
        names = self.everybody if line.kind in _OF_SOMEBODY else typed
        return replace(line, label=self._but_for_dates(line.label, names))

    def _but_for_dates(self, text: str, names: Names) -> str:
        """The text marked between its dates."""
        return "".join(part if at % 2 else self._marked(part, names) for at, part in enumerate(_DATE.split(text)))

    def _marked(self, text: str, names: Names) -> str:
        printed = plain(text)
        found = hits(printed, names, self.not_names)
        self.typed.update(hit.name for hit in found)
        for hit in reversed(found):
            printed = f"{printed[: hit.start]}{_OPENS}{hit.word}{_CLOSES}{printed[hit.end :]}"
        return printed if found else text


@cache
def _our_questions() -> frozenset[str]:
    return frozenset(held.question for held in (*checks.PLAN_CHECKS, *checks.SERIES_CHECKS))


def _marked_words(text: str) -> Iterator[str]:
    return (found[1] or found[2] for found in _MARKED.finditer(text))


def _as_printed(somebody: Somebody) -> Somebody:
    names = ("alias", "name", "name_at_home")
    called = {name: plain(getattr(somebody, name) or "") for name in names if name in type(somebody).model_fields}
    return somebody.model_copy(update=called)


def _on_one_line(place: str) -> str:
    words = " ".join(_MARKED.sub(r"\1\2", place).split())
    return words if len(words) <= 60 else f"{words[:60].rstrip()}…"
