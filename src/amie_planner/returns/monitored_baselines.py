"""What an equality-monitoring question can be held beside: England as it comes with us, and tables a leader loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from amie_planner.domain.changes import Change, remove
from amie_planner.domain.edits import Changes
from amie_planner.domain.monitoring import LocalBaseline
from amie_planner.domain.records import Record
from amie_planner.errors import AmieError
from amie_planner.returns.baselines import Baseline, bundled, questions, shares
from amie_planner.returns.baselines_local import LocalTable
from amie_planner.returns.monitoring_questions import MonitoringQuestion
from amie_planner.returns.monitoring_questions import questions as all_questions

_SIGNS = 32
"""Of an id: enough that no two tables meet."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A baseline by the id under which a leader's choice is kept."""

    id: str
    baseline: Baseline
    is_local: bool

    @property
    def about(self) -> str:
        """In a sentence's words: whom, where, when and from whom."""
        held = self.baseline
        return f"{held.people} in {held.area} ({', '.join(filter(None, (held.source, held.date)))})"

    @property
    def short(self) -> str:
        """A few words to choose by."""
        groups = len(self.baseline.groups)
        said = (self.baseline.area, self.baseline.people.split(" in ")[0], self.baseline.date)
        return ", ".join(filter(None, said)) + (f" ({groups} groups)" if groups > 2 else "")


def offered(question: MonitoringQuestion, local: Sequence[Record]) -> tuple[Offered, ...]:
    """Everything that a question can be held beside, England first, in the order of the question's own lists."""
    every = (*_national(), *_loaded(local))
    return tuple(each for published in question.compared_with for each in every if each.baseline.question == published)


def load(table: LocalTable, area: str, local: Sequence[Record]) -> Changes:
    """The figures of one area for every question that they fit; a table that was loaded before is renewed.

    Raises AmieError where the table fits no question that may be asked, or is withheld for the area.
    """
    wanted = {published for question in all_questions() for published in question.compared_with}
    made, refused = [], []
    for published in (id for id in table.questions if id in wanted):
        try:
            made.append(table.baseline(area, published))
        except AmieError as error:
            refused.append(error)
    if not made:
        raise refused[0] if refused else _fits_nothing()
    return _kept(made, [record for record in local if isinstance(record, LocalBaseline)])


def let_go(local: Sequence[Record], id: str) -> Changes:
    """A loaded table goes; what was held beside it is held beside England again."""
    return tuple(remove(record) for record in local if isinstance(record, LocalBaseline) and record.id == id)


def _fits_nothing() -> AmieError:
    return AmieError("This table fits none of the questions that may be asked.", "Choose another table.")


def _kept(made: list[Baseline], held: list[LocalBaseline]) -> Changes:
    position = max((record.position for record in held), default=-1)
    changes = []
    for baseline in made:
        before = next((record for record in held if _same(record, baseline)), None)
        id = before.id if before else _id(baseline)
        position += before is None
        after = LocalBaseline.made(
            id=id,
            position=before.position if before else position,
            question=baseline.question,
            area=baseline.area,
            people=baseline.people,
            published=baseline.date,
            source=baseline.source,
            licence=baseline.licence,
            amounts={group.code: group.share for group in baseline.groups},
        )
        changes.append(Change(before, after))
    return tuple(changes)


def _id(baseline: Baseline) -> str:
    """Of one question, area, people and date, and of no other: what was chosen to be held beside names it."""
    of = "\n".join((baseline.question, baseline.area, baseline.people, baseline.date))
    return f"local-{sha256(of.encode()).hexdigest()[:_SIGNS]}"


def _same(held: LocalBaseline, baseline: Baseline) -> bool:
    new = (baseline.question, baseline.area, baseline.people, baseline.date or None)
    return (held.question, held.area, held.people, held.published) == new


def _national() -> Iterator[Offered]:
    for baseline in bundled():
        yield Offered(f"{baseline.area}/{baseline.question}/{baseline.people}", baseline, False)


def _loaded(local: Sequence[Record]) -> Iterator[Offered]:
    for record in local:
        asked = questions().get(record.question) if isinstance(record, LocalBaseline) else None
        if not isinstance(record, LocalBaseline) or asked is None:
            continue
        if all(code in record.amounts for code in asked.codes) and any(record.amounts.values()):
            said = (record.area, record.people, record.published or "", record.source or "", record.licence or "")
            yield Offered(record.id, Baseline(record.question, *said, shares(asked, record.amounts)), True)
