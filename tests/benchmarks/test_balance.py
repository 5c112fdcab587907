"""How long the balance of a term takes on large sessions. Aims: 150 ms for 40, growing with their number alone."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest
from tests.benchmarks.test_checks import a_large_series

from amie_planner.checks.balance import balance
from amie_planner.documents.term_overview import TERM_OVERVIEW, Term


def test_the_balance_of_forty_large_sessions(benchmark: Any) -> None:
    charts = benchmark(balance, a_large_series(40), None, None)
    assert len(charts) == 9


@pytest.mark.parametrize("sessions", [10, 100, 1000])
def test_the_balance_of_a_year_of_large_sessions(sessions: int) -> None:
    series = a_large_series(sessions)
    start = perf_counter()
    balance(series, None, None)
    taken = perf_counter() - start
    print(f"\n{sessions} sessions: {taken * 1000:.0f} ms, {taken * 1000 / sessions:.2f} ms a session")


def test_the_overview_of_forty_large_sessions_on_paper(benchmark: Any) -> None:
    term = Term.over(a_large_series(40), None, None)
    assert benchmark(TERM_OVERVIEW.render, term, ()).startswith(b"%PDF")
