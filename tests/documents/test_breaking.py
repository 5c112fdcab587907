"""Words of a chart in lines: within their room, none lost, and no letter parted from its marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.documents.breaking import broken


def by_length(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, []),
        ("  \n ", 10, []),
        ("drum", 10, ["drum"]),
        ("drum and bells", 8, ["drum and", "bells"]),
        ("drum  and\nbells", 14, ["drum and bells"]),
        ("drumandbells", 5, ["druma", "ndbel", "ls"]),
        ("a drumandbells b", 5, ["a", "druma", "ndbel", "ls b"]),
        ("مرحبا بالعالم", 7, ["مرحبا", "بالعالم"]),
    ],
)
def test_lines_end_at_spaces_and_only_a_word_that_is_too_wide_goes_on(text: str, room: float, lines: list[str]) -> None:
    assert broken(text, room, by_length) == lines


@pytest.mark.parametrize("sign", ["e\u0301", "👩🏽\u200d🎤", "👍🏿", "न\u093f", "❤\ufe0f"])
def test_what_is_read_as_one_sign_is_never_cut(sign: str) -> None:
    assert broken(sign * 3, 1, by_length) == [sign] * 3


@given(text=st.text(max_size=60), room=st.integers(3, 20))
def test_every_sign_is_kept_in_its_order_and_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    lines = broken(text, room, by_length)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line.strip() for line in lines)
    for line in lines:
        assert len(line) <= room or len(broken(line, 1, by_length)) == 1
