"""What each question that is asked is held beside in a return, or in words why it is held beside nothing."""

from __future__ import annotations

from dataclasses import dataclass

from amie_planner.domain.monitoring import LocalBaseline
from amie_planner.domain.records import InProgramme
from amie_planner.returns.baselines import Baseline
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.monitored import chosen, questions_asked
from amie_planner.returns.monitored_baselines import offered
from amie_planner.returns.monitoring_questions import MonitoringQuestion

_ENGLAND = "England"
_NO_FIGURES = "no figures are published that this can be held beside"
_NO_TABLE = "no national figures of this come with the program, and no local table is loaded"
_TOO_FINE = "the figures chosen have more groups than may be shared"
_DIFFER = "{}: programmes hold this beside different figures; here it is held beside those of {}."


@dataclass(frozen=True, slots=True)
class HeldBeside:
    """A question and its baseline, or else `why_not`, a part of a sentence. `note` is "" or a sentence more."""

    question: MonitoringQuestion
    baseline: Baseline | None
    why_not: str = ""
    note: str = ""


def held_beside(facts: Facts, question: MonitoringQuestion, *, finer: bool) -> HeldBeside:
    """What the first programme that asks a question holds it beside.

    If not `finer`, it has no more groups than the question has boxes at first.
    """
    held = [(found, source) for source in facts.sources if (found := _beside(source, question))]
    if not held:
        return HeldBeside(question, None, _NO_TABLE if question.compared_with else _NO_FIGURES)
    found = held[0][0] if finer else _coarse(*held[0], question)
    if found is None:
        return HeldBeside(question, None, _TOO_FINE)
    differ = any(other != held[0][0] for other, _ in held)
    return HeldBeside(question, found, note=_DIFFER.format(question.label, found.area) if differ else "")


def _beside(source: Source, question: MonitoringQuestion) -> Baseline | None:
    """What a programme holds a question beside, where it asks it."""
    kept = [record for record in source.kept_apart or () if isinstance(record, InProgramme)]
    found = chosen(kept, question, _local(source)) if question in questions_asked(kept) else None
    return found.baseline if found else None


def _coarse(held: Baseline, source: Source, question: MonitoringQuestion) -> Baseline | None:
    """The same figures if they have few groups, else those of the same area that do, else England's."""
    every = [each.baseline for each in offered(question, _local(source))]
    few = [each for each in (held, *every) if len(each.groups) <= len(question.boxes)]
    return min(few, key=lambda each: _unlike(each, held), default=None)


def _unlike(one: Baseline, held: Baseline) -> tuple[bool, ...]:
    return one != held, one.area != held.area, one.people != held.people, one.area != _ENGLAND


def _local(source: Source) -> list[LocalBaseline]:
    return [record for record in source.kept_apart or () if isinstance(record, LocalBaseline)]
