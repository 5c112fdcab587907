"""`print`: papers in a style and a format, and what HEARD asks in the words of a hub."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from tests.closed_folders import IN_THE_WAY, in_the_way
from tests.example_plans import SPACE_SOUNDS

from amie_planner.cli import main
from amie_planner.cli.papers import chosen
from amie_planner.documents import CLEAR, FULL_PLAN, LARGE, RUN_SHEET
from amie_planner.places import resource

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
    assert made(tmp_path, "--as", "run-sheet") == ["run-sheet.pdf"]
    made(tmp_path, "--as", "run-sheet", "--style", "large")
    assert made(tmp_path, "--as", "run-sheet", "--style", "easy-read", "--format", "html") == [
        "run-sheet-easy-read.html",
        "run-sheet-large.pdf",
        "run-sheet.pdf",
    ]
    assert (tmp_path / "run-sheet-large.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "run-sheet-easy-read.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_html_holds_what_the_plan_says(tmp_path: Path):
    made(tmp_path, "--as", "run-sheet", "--format", "html")
    page = (tmp_path / "run-sheet.html").read_text(encoding="utf-8")
    assert "<h3>10:05 6 min Hello song</h3>" in page


def test_sentences_that_are_long_for_easy_read_are_told_of_and_nothing_is_held_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert made(tmp_path / "clear", "--as", "full-plan")
    assert capsys.readouterr().err == ""
    assert made(tmp_path / "easy", "--as", "full-plan", "--style", "easy-read") == ["full-plan-easy-read.pdf"]
    told = capsys.readouterr().err
    assert told.startswith("full-plan-easy-read.pdf: ")
    assert "sentences have more than 15 words" in told
    assert told.count("\n") == 1


def test_each_paper_has_its_own_line_about_long_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    made(tmp_path, "--as", "full-plan,heard-sheet,run-sheet", "--style", "easy-read")
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["full-plan-easy-read.pdf", "heard-sheet-easy-read.pdf"]


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
    with in_the_way(what, "run-sheet.pdf", b"the old one", tmp_path / "papers") as target:
        command = ("print", SPACE_SOUNDS, "--session", "s1", "--as", "run-sheet", "--out", target.parent)
        assert main([str(word) for word in command]) == 2
        said = capsys.readouterr().err
        assert str(target.parent) in said
        assert said.count("\n") == 1
        assert target.read_bytes() == b"the old one"
        assert list(target.parent.iterdir()) == [target]
