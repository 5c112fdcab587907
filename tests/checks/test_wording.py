"""All that HEARD says, in one file to be read as a whole: questions, reasons, findings of examples, and charts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from tests.checks.example import a_term
from tests.checks.examples import EXAMPLES
from tests.checks.terms import a_full_term

from amie_planner import checks
from amie_planner.checks.balance import Bars, balance
from amie_planner.checks.check import Answer, LineKind, Scope
from amie_planner.checks.period import Period
from amie_planner.checks.reading import ReadPlan

GOLDEN = Path(__file__).with_name("wording.txt")
REWRITE = "AMIE_REWRITE_GOLDEN"  # with this set, the file is written anew, and the test fails so that you look


def said() -> Iterator[str]:
    """Each check with what it answers in its examples, and each chart of a term and of one without sessions."""
    for principle in checks.PRINCIPLES:
        yield f"{principle.letter}  {principle.name}: {principle.says}"
    for held in (*checks.PLAN_CHECKS, *checks.SERIES_CHECKS):
        yield f"\n{held.id}  {held.question}\n     {held.why}"
        found = (held.finding(example.subject) for example in EXAMPLES if example.check == held.id)
        yield from dict.fromkeys(f"  {f.answer}: {f.text}" for f in found if f)
    for chart in (chart for series in (a_full_term(), a_term()) for chart in balance(series, None, None)):
        yield f"\n{chart.title}\n     {chart.about}"
        if isinstance(chart, Bars):
            yield f"  {' | '.join(chart.heads)}"
            yield from (f"  {part.name}: {part.told} ({part.tone})" for part in chart.parts)
        else:
            yield from (f"  {dot.name}: {dot.told}" for dot in chart.dots)


def test_what_is_said_is_what_was_last_read() -> None:
    text = "\n".join(said()) + "\n"
    if os.environ.get(REWRITE):
        GOLDEN.write_text(text, encoding="utf-8")
        pytest.fail(f"{GOLDEN.name} is written anew: look at the difference, and run again without {REWRITE}")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_answers_are_four_words_and_the_kinds_of_lines_are_the_plan_files_own() -> None:
    assert list(Answer) == ["not recorded", "strength", "worth a look", "your call"]
    assert list(Scope) == ["plan", "series"]
    assert " ".join(LineKind) == ("intention activity adaptation requirement voice cell person note session member")


def test_what_checks_read_and_give_cannot_be_changed() -> None:
    modules = [checks, *(import_module(f"{checks.__name__}.{found.name}") for found in iter_modules(checks.__path__))]
    held = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    ours = {each for each in held if is_dataclass(each) and each.__module__.startswith(checks.__name__)}
    assert len(ours) > 10
    assert {each for each in ours if not each.__dataclass_params__.frozen} == set()
    assert {each for each in ours if "__slots__" not in vars(each)} == {Period, ReadPlan}
