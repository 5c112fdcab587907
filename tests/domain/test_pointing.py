"""What a reply may point at, however ids are written."""

from __future__ import annotations

import pytest
from tests.plans import a_series

from amie_planner.domain.pointing import named_by


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        ([], set()),
        (["i1", "a2"], {"i1", "a2"}),
        (["r1/a3"], {"r1/a3", "r1", "a3"}),
        (["r/1/a3"], {"r/1/a3", "r", "1/a3", "r/1", "a3"}),
    ],
)
def test_a_line_names_itself_and_both_sides_of_each_slash(lines: list[str], ids: set[str]) -> None:
    [reply] = a_series(replies=[{"check": "E01", "lines": lines}]).replies
    assert named_by(reply) == ids
