"""What the run sheet of the example costs, from plan to finished PDF."""

from __future__ import annotations

from pytest_benchmark.fixture import BenchmarkFixture
from tests.example_plans import SPACE_SOUNDS

from amie_planner.documents import RUN_SHEET
from amie_planner.exchange.plan_file import read


def test_the_run_sheet_of_six_activities(benchmark: BenchmarkFixture) -> None:
    """The time is printed, not judged."""
    plan = read(SPACE_SOUNDS.read_bytes()).plan("s1")
    assert benchmark(RUN_SHEET.of_plan, plan).startswith(b"%PDF-1.7")
