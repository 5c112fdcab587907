"""`print`: papers in a style and a format, and what HEARD asks in the words of a hub."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from tests.closed_folders import IN_THE_WAY, in_the_way
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.plans import a_document, in_bytes
from tests.ui.papers import text_of

from amie_planner.cli import main
from amie_planner.cli.papers import chosen
from amie_planner.documents import CLEAR, DOCUMENTS, FULL_PLAN, LARGE, RUN_SHEET, Names
from amie_planner.exchange.loading import load
from amie_planner.places import resource
from amie_planner.ui.models.paper_kinds import rows

HUB = resource("samples", "hub-wording.json")


def printed(folder: Path, *wording: object) -> str:
    """The text of the full plan."""
    asked = ("print", SPACE_SOUNDS, "--as", "full-plan", "--session", "s1", *wording, "--out", folder)
    assert main([str(word) for word in asked]) == 0
    [pdf] = folder.glob("*.pdf")
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_the_full_plan_asks_in_the_words_of_a_hub_and_not_what_it_leaves_out(tmp_path: Path):
    text = printed(tmp_path / "theirs", "--wording", HUB)
    assert "Fair Whoever meets most in the way is given most to get past it." in text
    assert "Would it cost a family money, a journey or kit to join in?" in text
    assert "In the words of a hub. Nothing is asked here about Representative." in text
    assert text.count("Representative") == 1


def test_without_a_wording_the_full_plan_asks_in_our_own_words(tmp_path: Path):
    text = printed(tmp_path / "ours")
    assert "Equitable People facing the biggest barriers receive the most support." in text
    assert "Representative" in text


def test_nothing_is_printed_where_the_wording_does_not_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    asked = ("print", SPACE_SOUNDS, "--as", "full-plan", "--wording", SPACE_SOUNDS, "--out", tmp_path / "papers")
    assert main([str(word) for word in asked]) == 2
    assert "not a wording of HEARD" in capsys.readouterr().err
    assert not (tmp_path / "papers").exists()


def made(folder: Path, *asked: object) -> list[str]:
    """The names of the files that printing the first session makes."""
    command = ("print", SPACE_SOUNDS, "--session", "s1", *asked, "--out", folder)
    assert main([str(word) for word in command]) == 0
    return sorted(path.name for path in folder.iterdir())


def test_every_style_and_format_has_a_file_of_its_own(tmp_path: Path):
    assert made(tmp_path, "--as", "run-sheet") == ["2026-09-08-run-sheet.pdf"]
    made(tmp_path, "--as", "run-sheet", "--style", "large")
    assert made(tmp_path, "--as", "run-sheet", "--style", "easy-read", "--format", "html") == [
        "2026-09-08-run-sheet-easy-read.html",
        "2026-09-08-run-sheet-large.pdf",
        "2026-09-08-run-sheet.pdf",
    ]
    assert (tmp_path / "2026-09-08-run-sheet-large.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "2026-09-08-run-sheet-easy-read.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_html_holds_what_the_plan_says(tmp_path: Path):
    made(tmp_path, "--as", "run-sheet", "--format", "html")
    page = (tmp_path / "2026-09-08-run-sheet.html").read_text(encoding="utf-8")
    assert "<h3>10:05 6 min Hello song</h3>" in page


@pytest.fixture
def long_words(tmp_path: Path) -> Path:
    """A session whose leader wrote a long sentence."""
    activity = {"id": "a1", "instructions": "and then " * 20}
    written = a_document(sessions=[{"id": "s1", "title": "Today", "date": "2026-09-08", "activities": [activity]}])
    file = tmp_path / "long.amieplan"
    file.write_bytes(in_bytes(written))
    return file


def test_sentences_that_are_long_for_easy_read_are_told_of_and_nothing_is_held_back(
    long_words: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    asked = ["print", str(long_words), "--as", "full-plan", "--out", str(tmp_path)]
    assert main(asked) == 0
    assert capsys.readouterr().err == ""
    assert main([*asked, "--style", "easy-read"]) == 0
    told = capsys.readouterr().err
    assert told.startswith("2026-09-08-full-plan-easy-read.pdf: 1 sentence has more than 15 words")
    assert told.count("\n") == 1
    assert (tmp_path / "2026-09-08-full-plan-easy-read.pdf").exists()


def test_each_paper_has_its_own_line_about_long_sentences(
    long_words: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    asked = ["print", long_words, "--as", "full-plan,heard-sheet,run-sheet", "--style", "easy-read", "--out", tmp_path]
    assert main([str(word) for word in asked]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "2026-09-08-full-plan-easy-read.pdf",
        "2026-09-08-run-sheet-easy-read.pdf",
    ]


def test_where_all_papers_are_asked_for_one_without_the_style_is_made_as_usual(monkeypatch: pytest.MonkeyPatch):
    only_clear = replace(RUN_SHEET, styles=(CLEAR,))
    monkeypatch.setattr("amie_planner.cli.papers.DOCUMENTS", (only_clear, FULL_PLAN))
    assert [paper.style for paper in chosen("all", None, "large")] == [CLEAR, LARGE]
    assert [paper.style for paper in chosen("run-sheet", None, "large")] == [LARGE]


@pytest.mark.parametrize("asked", [("--style", "huge"), ("--format", "docx")])
def test_a_style_or_a_format_that_is_not_there_is_refused_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, str]
):
    command = ("print", SPACE_SOUNDS, "--as", "all", *asked, "--out", tmp_path / "papers")
    assert main([str(word) for word in command]) == 2
    assert asked[1] in capsys.readouterr().err
    assert not (tmp_path / "papers").exists()


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_a_file_or_a_folder_that_takes_nothing_is_one_line_and_the_old_paper_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
):
    made(tmp_path / "before", "--as", "run-sheet")
    with in_the_way(what, "2026-09-08-run-sheet.pdf", b"the old one", tmp_path / "papers") as target:
        asked = ("--session", "s1", "--as", "run-sheet", "--replace")
        command = ("print", SPACE_SOUNDS, *asked, "--out", target.parent)
        assert main([str(word) for word in command]) == 2
        said = capsys.readouterr().err
        assert str(target.parent) in said
        assert said.count("\n") == 1
        assert target.read_bytes() == b"the old one"
        assert list(target.parent.iterdir()) == [target]


def test_where_nobody_may_be_named_a_paper_that_must_tell_people_apart_goes_by_code_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    names = made(tmp_path, "--as", "all", "--names", "none")
    said = capsys.readouterr().err.splitlines()
    assert "access-sheet names people by “code”, for it cannot by “none”." in said
    assert "profile names people by “code”, for it cannot by “none”." in said
    assert "2026-09-08-access-sheet.pdf" in names
    plan = load(SPACE_SOUNDS).plan("s1")
    aliases = re.compile(rf"\b({'|'.join(person.alias for person in plan.people)})\b")
    assert not [name for name in names if aliases.search(text_of(tmp_path / name))]


def test_a_paper_that_must_name_people_is_left_out_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    must_name = replace(RUN_SHEET, names=(Names.ALIAS, Names.FULL))
    monkeypatch.setattr("amie_planner.cli.papers.DOCUMENTS", (must_name, FULL_PLAN))
    assert made(tmp_path, "--as", "all", "--names", "none") == ["2026-09-08-full-plan.pdf"]
    assert capsys.readouterr().err == "run-sheet is left out: it cannot name people by “none”.\n"


@pytest.mark.parametrize("asked", ["none", "code", "alias", "initials", "full"])
def test_all_papers_go_by_the_rule_of_the_window(asked: str):
    by_hand = {row.document.id: row.names for row in rows(DOCUMENTS, None, CLEAR.id, asked)}
    assert {paper.document.id: paper.names for paper in chosen("all", asked)} == by_hand


def test_a_person_has_one_code_in_all_that_is_made_at_once(tmp_path: Path):
    asked = ("print", SPACE_SOUNDS, "--as", "access-sheet", "--names", "code", "--out", tmp_path)
    assert main([str(word) for word in asked]) == 0
    codes = [set(re.findall(r"\b[CDFHJKMNPRTWXY34679]{5}\b", text_of(path))) for path in tmp_path.iterdir()]
    assert len(codes) > 1
    assert set.intersection(*codes)


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A plan file in which a name stands in two activities of the first session."""
    document = json.loads(SPACE_SOUNDS.read_text(encoding="utf-8"))
    for activity in document["sessions"][0]["activities"][:2]:
        activity["title"] = f"Moss and {activity['title']}"
    file = tmp_path / "named.amieplan"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def test_a_paper_that_would_show_a_name_stops_itself_alone_and_says_every_place_and_what_to_do(
    named: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    asked = ("print", named, "--session", "s1", "--as", "run-sheet,full-plan", "--out", tmp_path / "out")
    assert main([str(word) for word in asked]) == 2
    said = capsys.readouterr()
    assert said.out == "2026-09-08-run-sheet.pdf\n"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["2026-09-08-run-sheet.pdf"]
    assert said.err.startswith("2026-09-08-full-plan.pdf is not made: ")
    assert said.err.count("\n") == 1
    for activity in load(named).plan("s1").activities[:2]:
        assert activity.title is not None
        assert activity.title in said.err
    assert said.err.endswith('--not-a-name "Moss"\n')
    assert "more" not in said.err


def test_the_papers_of_another_programme_stay_and_the_new_ones_get_a_number(tmp_path: Path):
    made(tmp_path, "--as", "run-sheet")
    ours = (tmp_path / "2026-09-08-run-sheet.pdf").read_bytes()
    document = json.loads(THURSDAY_WRITERS.read_text(encoding="utf-8"))
    document["sessions"][0]["date"] = "2026-09-08"
    theirs = tmp_path / "theirs.amieplan"
    theirs.write_text(json.dumps(document), encoding="utf-8")
    asked = [
        "print",
        str(theirs),
        "--session",
        document["sessions"][0]["id"],
        "--as",
        "run-sheet",
        "--out",
        str(tmp_path),
    ]
    for _ in range(2):
        assert main(asked) == 0
    assert (tmp_path / "2026-09-08-run-sheet.pdf").read_bytes() == ours
    assert (tmp_path / "2026-09-08-run-sheet-2.pdf").exists()
    assert main([*asked, "--replace"]) == 0
    assert (tmp_path / "2026-09-08-run-sheet.pdf").read_bytes() != ours


def test_a_paper_that_is_there_as_it_is_stays_and_gets_no_second(tmp_path: Path):
    made(tmp_path, "--as", "run-sheet")
    assert made(tmp_path, "--as", "run-sheet") == ["2026-09-08-run-sheet.pdf"]
