"""A return's file: read whole, or refused with the line and the key of what is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amie_planner.errors import AmieError
from amie_planner.places import resource
from amie_planner.returns.subjects import COLUMNS, TABLES
from amie_planner.returns.template_file import BUNDLED, bundled, decoded, read

OWN = """\
id = "our-hub"
version = "2026"
label = "Our hub’s return"
about = "What we ask."
source = "Ourselves."
core_sessions = 4
bands = [[0, 4], [5, 10]]

[[tables]]
table = "totals"
title = "All in all"

[[tables]]
table = "people"
title = "Young people"
[tables.columns]
stage = "KS"
unique = "Participants"
"""


def refusal(text: str) -> str:
    with pytest.raises(AmieError) as refused:
        read(text)
    assert refused.value.hint
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_hub_can_write_its_own() -> None:
    template = read(OWN)
    assert (template.id, template.version, template.core_sessions) == ("our-hub", "2026", 4)
    assert template.bands == ((0, 4), (5, 10))
    assert [asked.table for asked in template.tables] == ["totals", "people"]
    assert template.tables[1].columns == {"stage": "KS", "unique": "Participants"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "unique =",
            "uniqe =",
            "Line 18: uniqe in table 2 (“people”) is not a column of that table. Did you mean “unique”?",
        ),
        ("label", "lable", "Line 3: lable is not a key of a return. Did you mean “label”?"),
        (
            'title = "Young',
            'tittle = "Young',
            "Line 15: tittle in table 2 (“people”) is not a key of a return. Did you mean “title”?",
        ),
        ('"people"', '"peple"', "Line 14: table in table 2 is “peple”, which is no table. Did you mean “people”?"),
        ('"people"', '"totals"', "Line 14: table in table 2 (“totals”) is “totals” again. Ask for each table once."),
        ('"people"', '["people"]', "Line 14: table in table 2 must be text."),
        ('title = "Young people"\n', "", "Line 13: title in table 2 (“people”) is missing."),
        ('version = "2026"', "version = 2026", "Line 2: version must be text."),
        ('"our-hub"', '"Our hub"', "Line 1: id may hold small letters, digits and hyphens alone."),
        (
            '"our-hub"',
            '"general"',
            "Line 1: id is “general”, which is a return that comes along. Give yours an id of its",
        ),
        ('"KS"', '"participants"', "Line 18: unique in table 2 (“people”) has the heading of another column."),
        (
            '"All in all"',
            '"All\\nin all"',
            "Line 11: title in table 1 (“totals”) must be one line with something in it.",
        ),
        (
            '"All in all"',
            '"All\\u202Ein all"',
            "Line 11: title in table 1 (“totals”) holds a character that cannot be seen, U+202E.",
        ),
        ('"KS"', '" Participants  "', "Line 18: unique in table 2 (“people”) has the heading of another column."),
        ('"KS"', '"Ｐarticipants"', "Line 18: unique in table 2 (“people”) has the heading of another column."),
        ('"All in all"', f'"{"a" * 101}"', "Line 11: title in table 1 (“totals”) is longer than 100 characters."),
        ("core_sessions = 4", "core_sessions = 0", "Line 6: core_sessions must be 1 or more."),
        ("[5, 10]", "[4, 10]", "Line 7: bands must go up, no age in two bands."),
        ("[5, 10]", "[10, 5]", "Line 7: bands must give the younger age of a band first."),
        ("[5, 10]", '["five", 10]', "Line 7: an age in band 2 must be a whole number."),
        ("unique =", "unique.x =", "Line 18: unique in table 2 (“people”) must be text."),
    ],
    ids=str,
)
def test_what_is_wrong_is_named_by_line_and_key(before: str, after: str, said: str) -> None:
    assert before in OWN
    assert refusal(OWN.replace(before, after)).startswith(said)


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"], ids=["empty", "a comment", "blank lines"])
def test_a_file_that_says_nothing_is_refused_for_what_is_missing(text: str) -> None:
    assert refusal(text).startswith("id is missing.")


def test_a_return_without_tables_is_refused() -> None:
    assert refusal("tables = []\n" + OWN[: OWN.index("[[tables")]).startswith("Line 1: tables must hold one or more.")


def test_thousands_of_lines_of_nonsense_are_refused_in_one_sentence() -> None:
    assert "1,000 lines" in refusal("nonsense = 1\n" * 10_000)
    assert refusal("".join(f"key{n} = [\n{n}]\n" for n in range(300))).startswith(
        "Line 1: key0 is not a key of a return."
    )


def test_a_file_may_begin_with_a_byte_order_mark_and_must_be_utf8() -> None:
    assert read(decoded(b"\xef\xbb\xbf" + OWN.encode())) == read(OWN)
    with pytest.raises(AmieError, match="UTF-8"):
        decoded("label = “é”".encode("cp1252"))


@pytest.mark.parametrize(
    "content",
    [OWN.encode("utf-16"), OWN.encode("utf-16-le"), OWN.encode("utf-32"), bytes(1000), b"\x89PNG\r\n\x1a\n\xff"],
    ids=["utf-16", "utf-16 without its mark", "utf-32", "noughts", "a picture"],
)
def test_what_is_no_text_in_utf8_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(AmieError, match=r"^This file is not text in UTF-8\. Save it as UTF-8"):
        read(decoded(content))


def test_every_file_that_comes_with_the_program_is_read_and_called_as_it_says() -> None:
    assert [f"{template.id}.{template.version}" for template in bundled()] == list(BUNDLED)
    assert sorted(file.name for file in resource("returns").iterdir()) == sorted(f"{name}.toml" for name in BUNDLED)


def test_the_general_return_asks_for_everything_there_is() -> None:
    assert {asked.table for asked in bundled()[0].tables} == set(TABLES)


def test_every_table_has_its_columns_each_with_what_it_counts() -> None:
    assert set(COLUMNS) == set(TABLES)
    assert all(column.name and column.means for columns in COLUMNS.values() for column in columns.values())


@pytest.mark.parametrize("at", range(len(BUNDLED)))
def test_every_return_says_where_its_questions_are_from_and_to_check(at: int) -> None:
    assert "heck with" in bundled()[at].source


def test_the_readme_shows_a_return_that_is_read_and_names_every_table() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = readme.split("```toml\n")[1].split("```")[0]
    assert read(example).tables[0].columns == {"programme": "Programme", "stage": "KS", "unique": "Participants"}
    (tables,) = (line for line in readme.splitlines() if line.startswith("Tables: "))
    assert re.findall("`([a-z-]+)`", tables) == list(TABLES)
