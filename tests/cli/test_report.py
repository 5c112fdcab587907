"""`report`: one row a session as ever, or another return; what does not go together is refused before anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.example_plans import SPACE_SOUNDS

from amie_planner.cli import main

PERIOD = ("--from", "2026-09-01", "--to", "2026-12-31")


def ask(*asked: object) -> int:
    return main(["report", str(SPACE_SOUNDS), *PERIOD, *map(str, asked)])


def test_one_row_a_session_is_what_is_made_where_no_return_is_named(tmp_path: Path) -> None:
    assert ask("--out", tmp_path / "a.csv") == 0
    assert ask("--return", "sessions", "--out", tmp_path / "b.csv") == 0
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert "Lift-off" in (tmp_path / "a.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(
    "more",
    [("--profile", "exact"), ("--profile", "shareable"), ("--recipient", "The hub"), ("--reason", "The year")],
    ids=" ".join,
)
def test_one_row_a_session_has_no_profile_recipient_or_reason(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, more: tuple[str, str]
) -> None:
    assert ask(*more, "--out", tmp_path / "out.csv") == 2
    assert "--return general" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("kind", ["sessions", "general"])
def test_a_period_that_ends_before_it_begins_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str
) -> None:
    assert ask("--to", "2026-08-01", "--return", kind, "--out", tmp_path / "out") == 2
    assert "ends before it begins" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["sessions", "general"])
def test_one_programme_twice_is_refused_in_every_return(tmp_path: Path, kind: str) -> None:
    assert ask("--return", kind, "--out", tmp_path / "out") == 0
    assert (
        main(["report", str(SPACE_SOUNDS), str(SPACE_SOUNDS), *PERIOD, "--return", kind, "--out", str(tmp_path)]) == 2
    )
