"""For each check a plan, or a series, that it speaks about in each of its answers, and one that it leaves alone.

Source of the rules: the tables of the HEARD check.
"""

from __future__ import annotations

from tests.checks import (
    adaptations_examples,
    authentic_examples,
    authentic_series_examples,
    diverse_examples,
    diverse_series_examples,
    equitable_examples,
    equitable_series_examples,
    holistic_examples,
    holistic_series_examples,
)
from tests.checks.example import LOOK, NOT_RECORDED, SILENT, STRENGTH, YOUR_CALL, Example, SeriesExample

from amie_planner.checks.check import Answer

EXAMPLES: tuple[Example | SeriesExample, ...] = (
    *holistic_examples.examples(),
    *equitable_examples.examples(),
    *adaptations_examples.examples(),
    *authentic_examples.examples(),
    *diverse_examples.examples(),
    *holistic_series_examples.examples(),
    *equitable_series_examples.examples(),
    *authentic_series_examples.examples(),
    *diverse_series_examples.examples(),
)

_ALL: set[Answer | None] = {NOT_RECORDED, STRENGTH, LOOK}
_ASKED: set[Answer | None] = {YOUR_CALL}
_SILENT: set[Answer | None] = {SILENT}

ANSWERS: dict[str, set[Answer | None]] = {
    "H01": _ALL,
    "H02": _ALL,
    "H03": _ALL,
    "H04": _ALL,
    "H05": {LOOK, SILENT},
    "H06": _ASKED | _SILENT,
    "E01": _ALL | _SILENT,
    "E02": _ALL | _SILENT,
    "E03": _ALL | _SILENT,
    "E04": _ALL | _SILENT,
    "E05": {STRENGTH, LOOK, SILENT},
    "E06": {LOOK, SILENT},
    "E07": {LOOK, SILENT},
    "E08": _ASKED | _SILENT,
    "E09": _ASKED,
    "A01": _ALL,
    "A02": _ALL,
    "A03": _ALL,
    "A04": {STRENGTH, LOOK, SILENT},
    "A05": _ALL,
    "A06": {STRENGTH, LOOK, SILENT},
    "R01": _ASKED,
    "R02": _ASKED,
    "D01": _ALL,
    "D02": _ALL | _ASKED | _SILENT,
    "D03": _ALL,
    "D04": _ASKED | _SILENT,
    "H11": _ALL,
    "H12": {NOT_RECORDED, LOOK, SILENT},
    "E11": _ALL,
    "E12": _ALL | _SILENT,
    "E13": _ALL,
    "E14": _ALL | _SILENT,
    "A11": _ALL,
    "A12": _ALL,
    "A13": _ALL | _SILENT,
    "R11": {NOT_RECORDED, LOOK, YOUR_CALL},
    "R12": _ALL | _ASKED,
    "D11": _ALL,
    "D12": _ALL,
    "D13": _ALL | _SILENT,
    "D14": _ALL,
    "D15": _ALL,
}
"""The columns that the tables give each check, and whether it can leave a plan alone."""
