"""`print --as term-overview`: one paper over a period, beside the papers of single sessions or alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.checks.terms import a_term_document
from tests.example_plans import SPACE_SOUNDS
from tests.plans import in_bytes

from amie_planner.cli import main
from amie_planner.places import resource


def made(folder: Path, *asked: object) -> list[str]:
    """The names of the files that printing makes of a term of four sessions."""
    file = folder / "term.amieplan"
    file.write_bytes(in_bytes(a_term_document()))
    assert main([str(word) for word in ("print", file, *asked, "--out", folder / "out")]) == 0
    return sorted(path.name for path in (folder / "out").iterdir())


def refused(capsys: pytest.CaptureFixture[str], folder: Path, *asked: object) -> str:
    """What is said where nothing is printed."""
    command = ("print", SPACE_SOUNDS, *asked, "--out", folder / "out")
    assert main([str(word) for word in command]) == 2
    assert not (folder / "out").exists()
    return capsys.readouterr().err


def title(pdf: Path) -> str:
    with pikepdf.open(BytesIO(pdf.read_bytes())) as opened:
        return str(opened.docinfo["/Title"])


def test_the_overview_is_one_paper_of_all_sessions(tmp_path: Path) -> None:
    assert made(tmp_path, "--as", "term-overview") == ["term-overview.pdf"]
    assert title(tmp_path / "out" / "term-overview.pdf") == "Sound makers, all sessions"


def test_the_period_is_what_was_asked_for_else_the_programmes(tmp_path: Path) -> None:
    made(tmp_path, "--as", "term-overview", "--from", "2026-09-08", "--to", "2026-09-15")
    assert title(tmp_path / "out" / "term-overview.pdf") == "Sound makers, 8 September 2026 to 15 September 2026"
    command = ("print", SPACE_SOUNDS, "--as", "term-overview", "--to", "2026-09-30", "--out", tmp_path / "ours")
    assert main([str(word) for word in command]) == 0
    assert title(tmp_path / "ours" / "term-overview.pdf").endswith(", 8 September 2026 to 30 September 2026")


def test_it_stands_beside_the_papers_of_each_session(tmp_path: Path) -> None:
    assert made(tmp_path, "--as", "term-overview,full-plan", "--names", "none") == [
        *(f"2026-09-{day}-full-plan.pdf" for day in ("01", "08", "15", "22")),
        "term-overview.pdf",
    ]


def test_all_papers_are_those_of_sessions(tmp_path: Path) -> None:
    assert "term-overview.pdf" not in made(tmp_path, "--as", "all", "--session", "s1")


def test_a_style_and_a_format_have_a_file_of_their_own(tmp_path: Path) -> None:
    style = ("--style", "large", "--format", "html")
    assert made(tmp_path, "--as", "term-overview", *style) == ["term-overview-large.html"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ((), []),
        (("--expand", "music, activities"), ["Activities", "Music"]),
        (("--expand", "all"), ["Activities", "Intentions", "Music", "Access gaps"]),
    ],
)
def test_what_is_asked_for_is_shown_of_each_session(asked: tuple[str, ...], shown: list[str], tmp_path: Path) -> None:
    made(tmp_path, "--as", "term-overview", "--format", "html", *asked)
    said = (tmp_path / "out" / "term-overview.html").read_text(encoding="utf-8")
    parts = ("Activities", "Intentions", "Music", "Access gaps")
    assert [part for part in parts if said.count(f"{part}:</strong>") == 4] == shown


def test_it_asks_in_the_words_of_a_hub(tmp_path: Path) -> None:
    hub = resource("samples", "hub-wording.json")
    made(tmp_path, "--as", "term-overview", "--format", "html", "--wording", hub)
    said = (tmp_path / "out" / "term-overview.html").read_text(encoding="utf-8")
    assert "In the words of a hub. Nothing is asked here about Representative." in said
    assert said.count("Representative") == 1
    assert "Fair" in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--as", "term-overview", "--session", "s1"), "not of one session"),
        (("--as", "run-sheet", "--from", "2026-09-01"), "Only a term overview has a period. Say --as term-overview"),
        (("--as", "run-sheet", "--to", "2026-09-01"), "Only a term overview has a period."),
        (("--as", "term-overview", "--from", "2026-09-02", "--to", "2026-09-01"), "The last day is before the first."),
        (("--as", "run-sheet", "--expand", "music"), "Only a term overview expands its sessions."),
        (
            ("--as", "term-overview", "--expand", "names"),
            "There is nothing called names to expand. Say which to expand",
        ),
        (("--as", "term-overview", "--names", "nicknames"), "There is no names rule nicknames."),
        (("--as", "term-overview", "--names", "full"), "Term overview cannot show names by the rule “full”."),
        (("--as", "term-overview", "--style", "easy-read"), "Term overview cannot be made in easy read."),
        (("--as", "term-overview,poster"), "There is no paper called poster. The papers are: run-sheet, "),
        (("--as", ", "), "No paper is named. Say which papers: run-sheet, "),
    ],
)
def test_what_does_not_go_together_is_refused_and_nothing_is_written(
    asked: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in refused(capsys, tmp_path, *asked)


def test_where_one_paper_cannot_be_made_none_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, tmp_path, "--as", "run-sheet,term-overview", "--style", "easy-read")
    assert "Term overview cannot be made in easy read." in said
