"""Choices about the window: kept as they are, and never in the way when they cannot be read."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner import preferences
from amie_planner.preferences import (
    PAPER_FORMATS,
    PAPER_PRESETS,
    PAPER_STYLES,
    TEXT_SIZES,
    THEMES,
    PaperChoices,
    Preferences,
)


@pytest.mark.parametrize(("theme", "size"), list(product(THEMES, TEXT_SIZES)))
def test_every_choice_is_kept(tmp_path: Path, theme: str, size: int):
    file = tmp_path / "folder" / "preferences.json"
    chosen = Preferences(theme=theme, text_size=size)
    preferences.write(file, chosen)
    assert preferences.read(file) == chosen


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"{",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'{"theme": "pink"}',
        b'{"theme": []}',
        b'{"theme": null, "text_size": 100}',
        b'{"text_size": 37}',
        b'{"text_size": "100"}',
        b'{"text_size": {"a": 1}}',
        b'{"text_size": true}',
    ],
)
def test_what_cannot_be_read_is_the_default(tmp_path: Path, content: bytes | None):
    file = tmp_path / "preferences.json"
    if content is not None:
        file.write_bytes(content)
    assert preferences.read(file) == Preferences()


def test_what_a_later_version_added_is_passed_over(tmp_path: Path):
    file = tmp_path / "preferences.json"
    file.write_text('{"theme": "dark", "text_size": 150, "shape": "round"}', encoding="utf-8")
    assert preferences.read(file) == Preferences("dark", 150)


@given(content=st.binary(max_size=60))
def test_no_content_stops_the_window_from_opening(tmp_path_factory: pytest.TempPathFactory, content: bytes):
    file = tmp_path_factory.mktemp("any") / "preferences.json"
    file.write_bytes(content)
    assert isinstance(preferences.read(file), Preferences)


def test_a_place_that_cannot_be_written_keeps_the_old_choices(tmp_path: Path):
    (tmp_path / "taken").touch()
    file = tmp_path / "taken" / "preferences.json"
    preferences.write(file, Preferences("dark"))
    assert preferences.read(file) == Preferences()


@pytest.mark.parametrize(("preset", "style", "form"), list(product(PAPER_PRESETS, PAPER_STYLES, PAPER_FORMATS)))
def test_every_choice_about_paper_is_kept_beside_those_about_the_window(
    tmp_path: Path, preset: str, style: str, form: str
):
    file = tmp_path / "preferences.json"
    preferences.write(file, Preferences("dark", 150))
    preferences.write_paper(file, PaperChoices(preset, style, form))
    preferences.write(file, Preferences("cream", 125))
    assert preferences.read_paper(file) == PaperChoices(preset, style, form)
    assert preferences.read(file) == Preferences("cream", 125)


def test_what_is_ticked_for_the_room_and_how_pages_fit_are_kept(tmp_path: Path):
    file = tmp_path / "preferences.json"
    chosen = PaperChoices(fit="page", room=("run-sheet", "register"))
    preferences.write_paper(file, chosen)
    assert preferences.read_paper(file) == chosen


@pytest.mark.parametrize(
    "paper",
    [
        b"null",
        b"[]",
        b'"Sky"',
        b'{"preset": "Sky"}',
        b'{"style": []}',
        b'{"form": "docx", "style": "clear"}',
        b'{"room": ["run-sheet", "Sky"]}',
        b'{"fit": "Sky"}',
        b'{"room": [["Sky"]]}',
        b'{"room": [1]}',
    ],
)
def test_choices_about_paper_that_are_unknown_are_the_defaults_and_are_not_kept(tmp_path: Path, paper: bytes):
    file = tmp_path / "preferences.json"
    file.write_bytes(b'{"theme": "dark", "paper": ' + paper + b"}")
    assert preferences.read_paper(file) == PaperChoices()
    preferences.write(file, preferences.read(file))
    assert "Sky" not in file.read_text(encoding="utf-8")
    assert preferences.read(file) == Preferences("dark")
