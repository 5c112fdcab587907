"""A table on a sheet: its parts where they are looked for, values in their own kinds, and nothing hidden by another."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from tests.returns.leaving import PEOPLE, a_return, a_table
from tests.returns.opening import MAIN, NOW, elements, parts, sheet

from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.table import Column, Table, Value, Withheld
from amie_planner.returns.workbook import xlsx


def test_a_sheet_has_its_title_in_the_first_cell_its_notes_below_and_one_row_of_headings() -> None:
    assert sheet(xlsx(a_return(), NOW), "People counts")[:3] == [
        ["People and attendances", "", "", "", ""],
        ["Two sessions were counted by heads alone.", "", "", "", ""],
        ["Programme", "Code", "Since", "Unique people", "Contact hours"],
    ]


def test_numbers_are_numbers_days_are_days_and_leading_zeros_and_symbols_are_text() -> None:
    assert sheet(xlsx(a_return(), NOW), "People counts")[3:] == [
        ["Sound makers", "007", date(2026, 9, 8), 15.0, 7.25],
        ["Łukasz & 李", "0012", "", "[c]", ""],
        ["=1+1", "", "1899-12-31", 0.0, 1.5],
    ]


def test_what_stands_in_place_of_figures_stands_as_they_do() -> None:
    columns = tuple(Column(name, "") for name in ("Programme", "Girls", "Boys"))
    table = Table("People", columns, (("Band", 15, Withheld.CONFIDENTIAL), ("Choir", 20, Withheld.CONFIDENTIAL)))
    cells = {cell.get("r"): cell.get("s") for cell in elements(xlsx(a_return((table,)), NOW)) if cell.tag == f"{MAIN}c"}
    assert cells["C3"] == cells["B3"] != cells["A3"]


def test_days_show_as_iso() -> None:
    styles = ElementTree.fromstring(parts(xlsx(a_return(), NOW))["xl/styles.xml"])
    assert [one.get("formatCode") for one in styles.iter(f"{MAIN}numFmt")] == ["yyyy-mm-dd"]


def test_headings_stay_in_sight_unless_much_stands_above_them() -> None:
    few, many = (a_table(("a",), notes=("A note.",) * many) for many in (4, 5))
    assert [pane.get("ySplit") for pane in elements(xlsx(a_return((few, many)), NOW)) if pane.tag == f"{MAIN}pane"] == [
        "3", "2", "2", "6",
    ]  # fmt: skip


def test_each_table_is_marked_up_with_its_headings() -> None:
    held = parts(xlsx(a_return(), NOW))
    tables = [ElementTree.fromstring(part) for name, part in held.items() if name.startswith("xl/tables/")]
    assert [table.get("ref") for table in tables] == ["A3:C6", "A2:B4", "A2:C7", "A3:E6"]
    heads = [column.get("name") for column in tables[-1].iter(f"{MAIN}tableColumn")]
    assert heads == [column.name for column in PEOPLE.columns]
    assert not [table for table in tables if table.find(f"{MAIN}autoFilter") is not None]


@pytest.mark.parametrize("heads", [("Came", "came"), ("", "Came"), ("_x0041_", "Came"), ("w" * 128, "Came")])
def test_headings_that_would_have_to_be_mended_are_kept_and_not_marked_up(heads: tuple[str, ...]) -> None:
    table = Table("Texts", tuple(Column(head, "") for head in heads), (("a", "b"),))
    data = xlsx(a_return((table,)), NOW)
    assert sheet(data, "Texts")[1] == list(heads)
    assert len([name for name in parts(data) if name.startswith("xl/tables/")]) == 2


def _texts(*rows: tuple[Value, ...]) -> tuple[ElementTree.Element, list[str | None]]:
    """The sheet of a table of these rows, and where the cells below its headings stand."""
    held = parts(xlsx(a_return((a_table(*rows),)), NOW))
    styles = list(ElementTree.fromstring(held["xl/styles.xml"]).find(f"{MAIN}cellXfs") or ())
    found = ElementTree.fromstring(held["xl/worksheets/sheet4.xml"])
    cells = [cell for row in list(found.iter(f"{MAIN}row"))[2:] for cell in row]
    aligned = [styles[int(cell.get("s", 0))].find(f"{MAIN}alignment") for cell in cells]
    return found, [None if one is None else one.get("horizontal") for one in aligned]


@pytest.mark.parametrize(
    ("values", "side"),
    [
        ((1, 2.5, None), "right"),
        ((1, Withheld.CONFIDENTIAL, "fewer than 10"), "right"),
        (("007", "12"), "left"),
        ((3, "A sentence beside a figure"), "left"),
        ((3, date(2026, 9, 8)), "left"),
    ],
)
def test_figures_stand_at_the_right_with_what_stands_for_one_and_everything_else_at_the_left(
    values: tuple[Value, ...], side: str
) -> None:
    _, sides = _texts(*((value,) for value in values))
    assert sides == [side for value in values if value is not None]


def _height(*row: Value) -> float:
    found, _ = _texts(row)
    (held,) = list(found.iter(f"{MAIN}row"))[2:]
    return float(held.get("ht", 18))


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    assert _height("short", 3) == 18
    assert _height("short", "one\ntwo\nthree") == 54
    assert _height("word " * 30) == 54
    assert _height("李" * 90) == 72
    assert _height("word " * 4_000) == 405


def test_a_heading_that_is_longer_than_its_column_gets_a_second_line() -> None:
    table = Table("Texts", (Column("People who came to music before", ""),), ((1,),))
    found = ElementTree.fromstring(parts(xlsx(a_return((table,)), NOW))["xl/worksheets/sheet3.xml"])
    assert float(list(found.iter(f"{MAIN}row"))[1].get("ht", 18)) >= 36


@pytest.mark.parametrize(("longest", "width"), [(3, 11), (30, 32), (300, 60)])
def test_a_column_is_as_wide_as_its_longest_text_within_bounds(longest: int, width: int) -> None:
    found, _ = _texts(("e" * longest,))
    (column,) = found.iter(f"{MAIN}col")
    assert width <= float(column.get("width", 0)) < width + 1


def test_broad_letters_take_more_room_than_narrow_ones() -> None:
    narrow, even, broad = (
        float(next(_texts((letter * 30,))[0].iter(f"{MAIN}col")).get("width", 0)) for letter in "ieW"
    )
    assert narrow < even < broad


@pytest.mark.parametrize(("columns", "pages"), [(2, 1), (8, 1), (9, 2), (40, None)])
def test_a_wide_sheet_is_narrowed_to_a_page_or_two_only_as_far_as_it_can_be_read(
    columns: int, pages: int | None
) -> None:
    found, _ = _texts(("word " * 20,) * columns)
    fits = found.find(f".//{MAIN}pageSetUpPr[@fitToPage='1']") is not None
    setup = found.find(f"{MAIN}pageSetup")
    assert setup is not None and setup.get("orientation") == "landscape"
    assert (int(setup.get("fitToWidth", 1)) if fits else None) == pages
    assert setup.get("fitToHeight", None if pages is None else "0") == (None if pages is None else "0")


def test_each_printed_page_says_its_number_the_sheet_and_the_headings() -> None:
    held = parts(xlsx(a_return(), NOW))
    book = ElementTree.fromstring(held["xl/workbook.xml"])
    titles = [name.text for name in book.iter(f"{MAIN}definedName") if name.get("name") == "_xlnm.Print_Titles"]
    assert "'People counts'!$A:$A,'People counts'!$3:$3" in titles and len(titles) == 4
    [said] = {element.text for element in elements(xlsx(a_return(), NOW)) if element.tag == f"{MAIN}oddFooter"}
    assert said == "&L&A&RPage &P of &N"


@pytest.mark.parametrize(
    ("profile", "above"),
    [(Profile.EXACT, {"&LContains small numbers: not for publication."}), (Profile.SHAREABLE, {"&L"})],
)
def test_each_printed_page_of_an_exact_return_says_that_it_is_not_for_publication(
    profile: Profile, above: set[str]
) -> None:
    data = xlsx(a_return(profile=profile, recipient="The hub", reason="The year"), NOW)
    assert {element.text for element in elements(data) if element.tag == f"{MAIN}oddHeader"} == above


def test_excel_does_not_mark_codes_as_numbers_gone_wrong() -> None:
    ignored = [element for element in elements(xlsx(a_return(), NOW)) if element.tag == f"{MAIN}ignoredError"]
    assert [each.get("sqref") for each in ignored] == ["A4:C6", "A3:B4", "A3:C7", "A4:E6"]
    assert {each.get("numberStoredAsText") for each in ignored} == {"1"}


LONG_NOTE = "Who came is counted once. " * 9


@pytest.mark.parametrize(("many", "most"), [(2, 130), (8, 170), (16, 190)], ids=["narrow", "one page", "two pages"])
def test_a_note_goes_on_in_the_next_row_before_the_first_page_ends(many: int, most: int) -> None:
    data = xlsx(a_return((a_table(("as wide as so many",) * many, notes=(LONG_NOTE,)),)), NOW)
    lines = [str(row[0]) for row in sheet(data, "Texts")[1:-2]]
    assert "".join(lines).split() == LONG_NOTE.split()
    assert len(lines) == 2 and max(map(len, lines)) < most


@pytest.mark.parametrize("marked", ["<r>two</r>", f"<r>{'o' * 300}</r>"], ids=["within a line", "a line of its own"])
@pytest.mark.parametrize("before", ["", "<r>one</r> "])
def test_no_line_of_a_note_is_taken_for_marked_up_text_and_each_begins_at_the_left(before: str, marked: str) -> None:
    note = f"{before}{'word ' * 60}{marked} {'word ' * 60}{marked}"
    lines = [str(row[0]) for row in sheet(xlsx(a_return((a_table(("a",), notes=(note,)),)), NOW), "Texts")[1:-2]]
    assert " ".join(lines).count("<r>") == note.count("<r>")
    assert len(lines) > 4 and lines == [line.lstrip() for line in lines]
