"""Plans that nobody would write: each check answers as its row of the table lets it, and none is broken by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.checks.example import SILENT
from tests.checks.examples import ANSWERS
from tests.checks.test_order import crowded
from tests.plans import in_bytes
from tests.store.strategies import steps

from amie_planner import checks
from amie_planner.checks.check import Finding
from amie_planner.domain.plan import Series
from amie_planner.exchange.plan_file import read

START = read(in_bytes(crowded()))


NEVER_SILENT = frozenset(id for id, answers in ANSWERS.items() if SILENT not in answers)


def every_answer(series: Series) -> Iterator[tuple[Sequence[str], tuple[Finding, ...]]]:
    """What is asked of each session's plan, and of all of the time there is, with what is found."""
    for lines in series.in_order():
        yield [held.id for held in checks.PLAN_CHECKS], checks.run(series.plan(lines.session.id))
    yield [held.id for held in checks.SERIES_CHECKS], checks.run_series(series, None, None)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_anything_in_any_field_is_answered_within_the_table(data: st.DataObject) -> None:
    series = START
    for step in data.draw(steps(START, 12)):
        series = series.after(step)
    for asked, findings in every_answer(series):
        answered = [finding.check for finding in findings]
        assert answered == [id for id in asked if id in answered or id in NEVER_SILENT]
        for finding in findings:
            assert finding.text
            assert "could not be run" not in finding.text
            assert finding.answer in ANSWERS[finding.check]
            assert len({(line.kind, line.id) for line in finding.lines}) == len(finding.lines)
