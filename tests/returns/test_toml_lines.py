"""TOML with the lines of its keys: each is found where it stands, and what is no TOML is refused by its line."""

from __future__ import annotations

import pytest

from amie_planner.domain.records import OwnReturn
from amie_planner.domain.values import LONGEST_TEXT
from amie_planner.errors import AmieError
from amie_planner.returns.toml_lines import LONGEST_LINE, MOST_LINES, Toml

TEXT = '''\
# a comment with = and [brackets]
label = "Hub"

about = """
two
lines"""
bands = [
  [0, 4],  # the youngest
  [5, 9],
]

# the first
[[tables]]
table = "people"
title = "P"
[tables.columns]
unique = "People"
"new" = "New"

[[tables]]
table = "lessons"
columns.total = "All"
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("label",), 2),
        (("about",), 4),
        (("bands",), 7),
        (("bands", 1, 0), 7),
        (("tables",), 13),
        (("tables", 0), 13),
        (("tables", 0, "title"), 15),
        (("tables", 0, "columns"), 16),
        (("tables", 0, "columns", "new"), 18),
        (("tables", 1), 20),
        (("tables", 1, "columns", "total"), 22),
    ],
)
def test_a_key_is_found_on_the_line_where_it_is_written(place: tuple[str | int, ...], line: int) -> None:
    assert Toml(TEXT).line(place) == line
    assert Toml(TEXT.replace("\n", "\r\n")).line(place) == line


def test_the_longest_file_that_is_read_can_be_kept() -> None:
    text = TEXT + ("# " + "x" * 997 + "\n") * 20
    longest = text[:LONGEST_TEXT]
    assert Toml(longest).document["label"] == "Hub"
    assert OwnReturn.made(id="return1", text=longest).text == longest
    with pytest.raises(AmieError, match="more than 20,000 characters"):
        Toml(text[: LONGEST_TEXT + 1])


def test_what_is_missing_is_found_where_it_should_stand() -> None:
    assert Toml(TEXT).line(("tables", 1, "title")) == 20
    assert Toml(TEXT).line(("version",)) is None


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert Toml("\ufefflabel = 1").document == {"label": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\nhello\n", "Line 2 is not written as TOML: after the key comes =."),
        ("a = 1\n\nb =\n\n\n", "Line 3 (b) is not written as TOML: after = comes a text in straight"),
        ("a = 1\nb = 2\na = 3\n\n", "Line 3: a stands in this file before."),
        ("[a]\nb = 1\n[a]\n", "Line 3: [a] stands in this file before."),
        ("[a]\nb = 1\n[[a]]\n", "Line 3: [[a]] stands in this file before, in another way."),
        ("z = 1\na = " + "[" * 1400, "Line 2 is nested too deeply."),
        ('a = "one\n', "Line 1 (a) is not written as TOML: a text that begins with a quotation mark ends with one"),
        ("a = “one”\n", "Line 1 (a) is not written as TOML: after = comes a text in straight quotation marks"),
        ('a = "C:\\qed"\n', "Line 1 (a) is not written as TOML: a backslash in a text is written twice."),
        ("a = 2026-13-41\n", "Line 1 (a) is not written as TOML: there is more on the line than its value."),
        ('a = "\a"\n', "Line 1 (a) is not written as TOML: it holds a character that cannot be seen."),
        ("a = [\n1\n\nb = 2\n", "Line 4 (b) is not written as TOML: a list has no square bracket at its end."),
        ("\n" * MOST_LINES, "more than 1,000 lines"),
        (("a" * (LONGEST_LINE - 1) + "\n") * (LONGEST_TEXT // LONGEST_LINE + 1), "more than 20,000 characters"),
        ("\n" + "a" * (LONGEST_LINE + 1), "Line 2 is longer than 1,500 characters."),
    ],
    ids=lambda held: held[:20],
)
def test_what_cannot_be_read_is_refused_by_its_line(text: str, said: str) -> None:
    with pytest.raises(AmieError) as refused:
        Toml(text)
    assert said in refused.value.message
    assert refused.value.hint
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("opened", ["[", "{a = "])
def test_however_deep_it_is_nested_it_is_read_or_refused(opened: str) -> None:
    """The reader gives up at some depth, and a little sooner where it is asked again from further within."""
    closed = {"[": "]", "{a = ": "}"}[opened]
    deepest = 0
    for depth in range(1, (LONGEST_LINE - 20) // len(opened + closed)):
        try:
            assert Toml("a = " + opened * depth + "1" + closed * depth).line(("a", 0)) in (1, None)
        except AmieError:
            break
        deepest = depth
    assert deepest > 20


def test_an_entry_that_runs_over_many_lines_hides_no_line_before_it() -> None:
    toml = Toml("a = 1\nb = [\n" + "1,\n" * 900 + "]\nc = 2\n")
    assert toml.line(("a",)) == 1
    assert toml.line(("b",)) is None
    assert toml.line(("c",)) is None
