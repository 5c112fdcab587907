"""The workbook and its twins: what is read back is what was there, no cell acts, and every part is as it should be."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date, timedelta, timezone
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook
from tests.documents.naughty import HALVES, STRINGS
from tests.returns.leaving import NOTES, PEOPLE, a_return, a_table
from tests.returns.opening import MAIN, NOW, elements, parts, read_back, sheet

from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns.table import Column, Table, in_a_cell
from amie_planner.returns.workbook import LONGEST_CELL, csv_files, plain, refuse_mixing, sheet_names, to_paste, xlsx

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
AROUND = (
    "{}", "={}", "+{}", "-2*{}", "@{}", "\t={}", "\r={}", "＝{}", "'{}", " {} ", "\n{}\n", "{{={}}}", "<r>{}</r>",
    "http://{}", "https://a.example/{}", "mailto:{}", "internal:Notes!A1{}", "external:{}", "_x0041_{}", "00{}",
)  # fmt: skip
HOSTILE = tuple(around.format(text) for text in STRINGS for around in AROUND)
TEXTS = a_table(*(HOSTILE[at : at + 10] for at in range(0, len(HOSTILE), 10)))


@pytest.fixture(scope="module")
def hostile() -> bytes:
    """A workbook of ten thousand texts that try to be more than text."""
    return xlsx(a_return((TEXTS,)), NOW)


# Nothing acts


def test_of_ten_thousand_hostile_texts_no_cell_is_a_formula_or_a_link(hostile: bytes) -> None:
    assert len(set(HOSTILE)) == 10_000
    kinds = {element.tag.removeprefix(MAIN) for element in elements(hostile)}
    assert not kinds & {"f", "hyperlink", "hyperlinks", "mergeCell", "oleObject", "legacyDrawing", "extLst"}
    assert {cell.get("t") for cell in elements(hostile) if cell.tag == f"{MAIN}c"} <= {"s", None}


def test_every_hostile_text_is_read_back_as_it_was_cleaned(hostile: bytes) -> None:
    rows = sheet(hostile, "Texts")[2:]
    read = [cell for row in rows for cell in row]
    assert [(a, b) for a, b in zip(map(plain, HOSTILE), read, strict=True) if a != b] == []


def test_the_twin_says_the_same_as_the_sheet(hostile: bytes) -> None:
    (twin,) = (data for name, data in csv_files(a_return((TEXTS,))).items() if name.endswith("-texts.csv"))
    rows = [[in_a_cell(cell) for cell in row] for row in sheet(hostile, "Texts")[1:]]
    assert read_back(twin) == rows


def test_no_relationship_leaves_the_file(hostile: bytes) -> None:
    links = [link for _, link in _relationships(parts(hostile))]
    assert links and not [link for link in links if link.get("TargetMode") or "hyperlink" in link.get("Type", "")]


@pytest.mark.parametrize("text", ["=1+1", "<r>x</r>", "_x0041_", "http://a.example", '"', "a & b < c"])
def test_headings_titles_notes_and_names_are_text_too(text: str) -> None:
    table = Table(text, (Column(text, text), Column(f"{text} 2", "")), (("a", 1),), text, (text,))
    data = xlsx(a_return((table,)), NOW)
    names = load_workbook(io.BytesIO(data)).sheet_names
    said = plain(text)
    assert sheet(data, names[3]) == [[said, ""], [said, ""], [said, f"{text} 2"], ["a", 1.0]]
    assert not [element for element in elements(data) if element.tag in (f"{MAIN}f", f"{MAIN}hyperlinks")]


# The one cleaning


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb\x0bc", "a b c"),
        ("\x1b[31mred\x00\x7f\x9f\ufffe\uffff", "[31mred"),
        ("<r>&</r>", "<r>&</r> "),
        ("عربي \u202e e\u0301 👩🏾‍🎤", "عربي \u202e e\u0301 👩🏾‍🎤"),
    ],
)
def test_control_characters_go_and_everything_else_but_the_writers_own_marking_stays(typed: str, written: str) -> None:
    assert plain(typed) == written


@pytest.mark.parametrize("half", HALVES)
def test_half_characters_go(half: str) -> None:
    assert plain(f"a{half}b") == "ab"
    assert read_back(list(csv_files(a_return((a_table((f"a{half}b",)),))).values())[-1])[1] == ["ab"]


@pytest.mark.parametrize(("letter", "most"), [("w", LONGEST_CELL), ("🎵", LONGEST_CELL // 2)])
def test_what_no_cell_can_hold_is_cut_and_says_so(letter: str, most: int) -> None:
    assert plain(letter * most) == letter * most
    cut = plain(letter * (most + 1))
    assert cut.endswith(f"{letter} … (cut)")
    assert LONGEST_CELL - 1 <= len(cut.encode("utf-16-le")) / 2 <= LONGEST_CELL
    assert sheet(xlsx(a_return((a_table((letter * 40_000,)),)), NOW), "Texts")[2] == [plain(letter * 40_000)]


def test_marking_as_long_as_a_cell_stays_text() -> None:
    text = f"<r>{'&' * (LONGEST_CELL - 7)}</r>"
    assert len(text) == LONGEST_CELL
    assert sheet(xlsx(a_return((a_table((text,)),)), NOW), "Texts")[2] == [plain(text)]


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)


# Sheets


def test_contents_come_first_then_notes_definitions_and_one_table_a_sheet() -> None:
    data = xlsx(a_return(), NOW)
    assert load_workbook(io.BytesIO(data)).sheet_names == ["Contents", "Notes", "Definitions", "People counts"]
    assert sheet(data, "Contents") == [
        ["General hub return", "", ""],
        ["Period: 1 September 2026 to 31 August 2027, both days included.", "", ""],
        ["Sheet", "What it holds", "Rows"],
        ["Notes", "What to know of this return", 2.0],
        ["Definitions", "What each column counts", 5.0],
        ["People counts", "People and attendances", 3.0],
    ]


def test_contents_say_when_it_was_made_and_that_a_period_is_not_over() -> None:
    early = "Made on 21 December 2026, before the period is over: what is delivered later is not in it."
    assert sheet(xlsx(a_return(made_on=date(2026, 12, 21)), NOW), "Contents")[2] == [early, "", ""]


def test_definitions_say_what_each_column_counts_sheet_by_sheet() -> None:
    rows = sheet(xlsx(a_return(), NOW), "Definitions")
    assert rows[1:3] == [["Sheet", "Column", "What it counts"], ["People counts", "Programme", "Its title"]]
    assert len(rows) == 7


def test_an_exact_return_says_first_that_it_is_not_to_be_published_and_for_whom_it_is() -> None:
    made = a_return(profile=Profile.EXACT, recipient="Data lead of the hub", reason="Agreed in the grant")
    assert [row[0] for row in sheet(xlsx(made, NOW), "Contents")[1:4]] == [
        "Contains small numbers: not for publication.",
        "For: Data lead of the hub",
        "Reason: Agreed in the grant",
    ]


def test_a_table_without_a_row_has_no_sheet_and_no_file() -> None:
    made = a_return((replace(PEOPLE, rows=()),))
    assert load_workbook(io.BytesIO(xlsx(made, NOW))).sheet_names == ["Contents", "Notes"]
    assert list(csv_files(made)) == ["01-notes.csv"]


@given(st.lists(st.text(max_size=40), max_size=8))
def test_no_two_sheets_are_called_alike_and_every_name_may_be_one(names: list[str]) -> None:
    found = sheet_names(names)
    assert len({name.casefold() for name in found}) == len(names)
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) / 2 < 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]|^'|'$|^\s|\s$", name) and name.casefold() != "history"


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (("People counts",), ["People counts"]),
        (("People", "PEOPLE", "people"), ["People", "PEOPLE (2)", "people (3)"]),
        (("Key Stage 1/2: [all]", "'quoted'", ""), ["Key Stage 1 2 all", "quoted", "Sheet 3"]),
        (("History",), ["History (2)"]),
        (("w" * 40, "w" * 40), ["w" * 30, "w" * 26 + " (2)"]),
    ],
)
def test_names_of_sheets_are_kept_short_apart_and_free_of_forbidden_signs(names: tuple[str], called: list[str]) -> None:
    assert sheet_names(names) == called


# The file


def _relationships(held: dict[str, bytes]) -> list[tuple[str, ElementTree.Element]]:
    """Each relationship, with the part that has it."""
    found = []
    for name, part in held.items():
        if name.endswith(".rels"):
            owner = name.replace("_rels/", "").removesuffix(".rels")
            found += [(owner, one) for one in ElementTree.fromstring(part)]
    return found


def test_every_part_is_well_formed_has_its_type_and_is_reached(hostile: bytes) -> None:
    held = parts(hostile)
    types = ElementTree.fromstring(held["[Content_Types].xml"])
    own = {one.get("PartName", "")[1:] for one in types if one.tag == f"{PACKAGE}content-types}}Override"}
    endings = {one.get("Extension") for one in types if one.tag == f"{PACKAGE}content-types}}Default"}
    for name, part in held.items():
        ElementTree.fromstring(part)
        assert name == "[Content_Types].xml" or name in own or (name.endswith(".rels") and "rels" in endings)
    reached = {
        normpath(join(dirname(owner), link.get("Target", "")).lstrip("/")) for owner, link in _relationships(held)
    }
    assert own == reached
    assert own | {"[Content_Types].xml"} == {name for name in held if not name.endswith(".rels")}


def test_properties_say_title_and_language_and_name_nobody() -> None:
    held = parts(xlsx(a_return(), NOW))
    core = [element.text for element in ElementTree.fromstring(held["docProps/core.xml"]) if element.text]
    assert core == ["General hub return, 1 September 2026 to 31 August 2027", *["2027-09-01T12:00:00Z"] * 2]
    own = [element.text for element in ElementTree.fromstring(held["docProps/custom.xml"]).iter() if element.text]
    assert own == ["en-GB"]


def test_the_time_at_which_it_was_made_is_the_same_wherever_that_was() -> None:
    assert xlsx(a_return(), NOW.astimezone(timezone(timedelta(hours=-9)))) == xlsx(a_return(), NOW)


def test_the_same_return_gives_the_same_bytes_and_leaves_nothing_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert xlsx(a_return(), NOW) == xlsx(a_return(), NOW)
    assert xlsx(a_return(), NOW) != xlsx(a_return(), NOW.replace(hour=13))


def test_the_library_that_writes_it_is_loaded_only_when_one_is_written() -> None:
    see = "import sys, amie_planner.returns.workbook; print('xlsxwriter' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", see], env=os.environ, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


# Twins and pasting


def test_files_are_called_by_number_and_sheet_in_plain_letters() -> None:
    made = a_return((PEOPLE, replace(PEOPLE, name="Łukasz: Ä/..\\é"), replace(PEOPLE, name="李"), PEOPLE))
    assert list(csv_files(made)) == [
        "01-notes.csv",
        "02-definitions.csv",
        "03-people-counts.csv",
        "04-ukasz-a-e.csv",
        "05-table.csv",
        "06-people-counts-2.csv",
    ]


def test_twins_hold_what_the_sheets_hold() -> None:
    files = csv_files(a_return())
    assert read_back(files["01-notes.csv"])[0] == [column.name for column in NOTES.columns]
    assert read_back(files["03-people-counts.csv"])[1:] == [
        ["Sound makers", "007", "2026-09-08", "15", "7.25"],
        ["Łukasz & 李", "0012", "", "[c]", ""],
        ["'=1+1", "", "1899-12-31", "0", "1.5"],
    ]


def test_what_stands_below_a_table_is_told_in_the_notes_of_the_twins() -> None:
    rows = read_back(csv_files(a_return())["01-notes.csv"])
    assert rows[-1] == ["Note on a table", "People counts", PEOPLE.notes[0]]
    assert len(rows) == 1 + len(NOTES.rows) + 1


def test_the_twins_of_an_exact_return_say_so_in_every_name() -> None:
    made = a_return(profile=Profile.EXACT, recipient="The hub", reason="The year")
    assert list(csv_files(made)) == [
        "01-notes-exact-restricted.csv",
        "02-definitions-exact-restricted.csv",
        "03-people-counts-exact-restricted.csv",
    ]


SHAREABLE, EXACT = (
    ("01-notes.csv", "02-totals.csv"),
    ("01-notes-exact-restricted.csv", "02-totals-exact-restricted.csv"),
)


@pytest.mark.parametrize(
    ("files", "there"),
    [
        (SHAREABLE, EXACT),
        (EXACT, SHAREABLE),
        (EXACT, SHAREABLE + EXACT),
        (SHAREABLE, (*SHAREABLE, "03-schools.csv")),
        (SHAREABLE, (*SHAREABLE, "01-notes-2.csv")),
    ],
)
def test_twins_share_no_folder_with_those_of_another_return(files: tuple[str, ...], there: tuple[str, ...]) -> None:
    with pytest.raises(AmieError, match="The folder out holds CSV files of another return"):
        refuse_mixing(files, there, "out")


@pytest.mark.parametrize("there", [(), SHAREABLE, ("24-budget.csv",), (*SHAREABLE, "songs.csv", "01-photo.jpg")])
def test_what_is_of_no_return_stands_in_the_way_of_none(there: tuple[str, ...]) -> None:
    refuse_mixing(SHAREABLE, there, "out")


def test_a_table_to_paste_has_a_line_a_row_and_a_tab_between_cells() -> None:
    table = a_table(("one\ntwo\tthree", 3), ("=1+1", None), (date(2026, 9, 8), 7.5))
    assert to_paste(table) == "Column 1\tColumn 2\none two three\t3\n'=1+1\t\n2026-09-08\t7.5\n"


def test_what_stands_below_a_table_is_pasted_after_an_empty_line() -> None:
    table = a_table(("a", 1), notes=("Estimated:\tabout so many.", "=1+1"))
    assert to_paste(table) == "Column 1\tColumn 2\na\t1\n\nEstimated: about so many.\n'=1+1\n"


def test_no_hostile_text_adds_a_line_or_a_cell_to_what_is_pasted() -> None:
    lines = to_paste(TEXTS).split("\n")
    assert [len(line.split("\t")) for line in lines] == [10] * 1_001 + [1]
    assert len(to_paste(TEXTS).splitlines()) == 1_001


# Another program


_LONGEST_PARAGRAPH = 16_000
"""LibreOffice itself breaks a longer line, in a cell that has several."""


def _for_calc() -> Table:
    """The hostile texts but for those that it does not keep as they are, whoever writes them."""
    texts = [text if len(text) < _LONGEST_PARAGRAPH or "\n" not in plain(text) else "" for text in HOSTILE]
    assert texts.count("") < 30
    return a_table(*(tuple(texts[at : at + 10]) for at in range(0, len(texts), 10)))


def _calc(file: Path, to: str) -> list[Path]:
    """What LibreOffice makes of a file. Fails where it says nothing or makes nothing."""
    named = os.environ.get("AMIE_SOFFICE")
    if not named:
        pytest.fail("AMIE_SOFFICE is not set: it has to name LibreOffice with Calc, as `soffice`")
    out = file.parent / "out"
    command = [*shlex.split(named), f"-env:UserInstallation={(file.parent / 'own').as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(out), str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    made = sorted(out.iterdir()) if out.exists() else []
    assert made, ran.stderr
    return made


@pytest.mark.on_demand
def test_libreoffice_reads_in_every_sheet_what_its_twin_says(tmp_path: Path) -> None:
    made, file = a_return((PEOPLE, _for_calc())), tmp_path / "return.xlsx"
    file.write_bytes(xlsx(made, NOW))
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
    read = {one.stem.partition("-")[2]: read_back(one.read_bytes()) for one in _calc(file, every_sheet)}
    twins = {name.partition("-")[2].removesuffix(".csv"): read_back(data) for name, data in csv_files(made).items()}
    assert sorted(read) == ["Contents", "Definitions", "Notes", "People counts", "Texts"]
    for name, rows in read.items():
        if name != "Contents":
            whole = twins[name.lower().replace(" ", "-")]
            twin = [row for row in whole if row[0] != "Note on a table"]
            differ = [
                (a, b) for one, two in zip(rows[-len(twin) :], twin, strict=True)
                for a, b in zip(one, two, strict=True) if b not in (a, f"'{a}")
            ]  # fmt: skip
            assert differ == []


@pytest.mark.on_demand
def test_what_libreoffice_saves_again_holds_the_same_values(tmp_path: Path) -> None:
    file = tmp_path / "return.xlsx"
    file.write_bytes(xlsx(a_return((PEOPLE, _for_calc())), NOW))
    (again,) = _calc(file, "xlsx:Calc MS Excel 2007 XML")
    for name in load_workbook(io.BytesIO(file.read_bytes())).sheet_names:
        assert sheet(again.read_bytes(), name) == sheet(file.read_bytes(), name)
