"""Whole numbers that keep to sums and limits, found by a solver of integer programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from highspy import Highs, HighsLp

_MOST_BRANCHES = 500
"""The solver gives up after so many: a bound of work, and not of time, so that it finds the same everywhere."""

_NEARLY = 1e-6
"""How far a whole number may be from one as the solver gives it."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What the numbers at some places come to, each times its weight, is from `least` to `most`."""

    weights: Mapping[int, int]
    least: float = 0
    most: float = inf


class Numbers:
    """All the ways in which numbers from these lowest to these highest, place by place, keep to the limits."""

    def __init__(self, lowest: Sequence[int], highest: Sequence[int], limits: Iterable[Limit]) -> None:
        self.lowest, self.highest = lowest, highest
        self._solver = _solver(_program(lowest, highest, tuple(limits)))

    def one_way(self, place: int, lowest: int, highest: int, costs: Sequence[float]) -> list[int] | None:
        """One with a number from `lowest` to `highest` at a place, in which the costs come to the least.

        None if there is none, or none is found within a bound of work.
        """
        lowest, highest = max(lowest, self.lowest[place]), min(highest, self.highest[place])
        if lowest > highest:
            return None
        solver = self._solver
        for at, cost in enumerate(costs):
            solver.changeColCost(at, cost)
        solver.changeColBounds(place, lowest, highest)
        found = _solved(solver, whole=False)
        if found and not _are_whole(found):
            found = _solved(solver, whole=True)
        solver.changeColBounds(place, self.lowest[place], self.highest[place])
        return [round(number) for number in found] or None


def _solved(solver: Highs, *, whole: bool) -> Sequence[float]:
    """The numbers, or none; without the demand that they be whole it is far quicker, and mostly they are."""
    from highspy import HighsModelStatus

    solver.setOptionValue("solve_relaxation", not whole)
    solver.clearSolver()
    solver.run()
    return solver.getSolution().col_value if solver.getModelStatus() == HighsModelStatus.kOptimal else ()


def _are_whole(numbers: Iterable[float]) -> bool:
    return all(abs(number - round(number)) < _NEARLY for number in numbers)


def _solver(program: HighsLp) -> Highs:
    from highspy import Highs

    class Quiet(Highs):
        """Says nothing on the terminal, as the solver else does as soon as it is made."""

        def enableCallbacks(self) -> None:
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call] # theirs has no types

    solver = Quiet()  # type: ignore[no-untyped-call] # theirs has no types
    for option, value in (("threads", 1), ("mip_max_nodes", _MOST_BRANCHES)):
        solver.setOptionValue(option, value)
    solver.passModel(program)
    return solver


def _program(lowest: Sequence[int], highest: Sequence[int], limits: Sequence[Limit]) -> HighsLp:
    import numpy
    from highspy import HighsLp, HighsVarType, MatrixFormat

    program = HighsLp()
    program.num_col_, program.num_row_ = len(lowest), len(limits)
    program.col_cost_ = numpy.zeros(len(lowest))
    program.col_lower_, program.col_upper_ = numpy.array(lowest, float), numpy.array(highest, float)
    program.row_lower_ = numpy.array([limit.least for limit in limits], float)
    program.row_upper_ = numpy.array([limit.most for limit in limits], float)
    program.integrality_ = [HighsVarType.kInteger] * len(lowest)
    weights = [weight for limit in limits for weight in limit.weights.items()]
    begins = numpy.cumsum([0, *(len(limit.weights) for limit in limits)])
    program.a_matrix_.format_ = MatrixFormat.kRowwise
    program.a_matrix_.start_ = begins.astype(numpy.int32)
    program.a_matrix_.index_ = numpy.array([place for place, _ in weights], numpy.int32)
    program.a_matrix_.value_ = numpy.array([weight for _, weight in weights], float)
    return program
