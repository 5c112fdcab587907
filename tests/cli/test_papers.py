"""`print`: what HEARD asks on paper can be put in the words of a hub."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from tests.example_plans import SPACE_SOUNDS

from amie_planner.cli import main
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
    assert "Representative" not in text


def test_without_a_wording_the_full_plan_asks_in_our_own_words(tmp_path: Path):
    text = printed(tmp_path / "ours")
    assert "Equitable People facing the biggest barriers receive the most support." in text
    assert "Representative" in text


def test_nothing_is_printed_where_the_wording_does_not_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    asked = ("print", SPACE_SOUNDS, "--as", "full-plan", "--wording", SPACE_SOUNDS, "--out", tmp_path / "papers")
    assert main([str(word) for word in asked]) == 2
    assert "not a wording of HEARD" in capsys.readouterr().err
    assert not (tmp_path / "papers").exists()
