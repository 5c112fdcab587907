import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.documents.cleaning import clean
from amie_planner.documents.lines import Run, break_lines


def _said(lines) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_lines_break_at_spaces_and_end_in_one():
    assert _said(break_lines((Run("one two three"),), 10, 45)) == ["one two ", "three "]


def test_a_typed_line_end_begins_a_line_and_blank_ends_are_dropped():
    assert _said(break_lines((Run("\n\none\n\ntwo\n"),), 10, 500)) == ["one ", " ", "two "]


@pytest.mark.parametrize("nothing", ["", "  ", "\n", "\0", "\u200b"])
def test_text_without_a_visible_character_has_no_line(nothing):
    assert break_lines((Run(nothing),), 10, 100) == ()


def test_a_word_wider_than_its_line_is_cut_and_only_its_end_has_a_space():
    lines = _said(break_lines((Run("w" * 40),), 10, 100))
    assert "".join(lines) == "w" * 40 + " "
    assert [line.endswith(" ") for line in lines] == [False] * (len(lines) - 1) + [True]


def test_a_mark_stays_with_its_letter_where_a_word_is_cut():
    lines = _said(break_lines((Run("x\u0323" * 80),), 10, 60))
    assert len(lines) > 1
    assert not any(line.startswith("\u0323") for line in lines)


def test_a_word_may_change_weight_within():
    (line,) = break_lines((Run("Sky", bold=True), Run(": plays")), 10, 500)
    assert [(piece.face.name[-4:], piece.text) for piece in line.pieces] == [("Bold", "Sky"), ("ular", ": plays ")]


def test_a_name_with_one_letter_that_the_text_face_lacks_is_set_in_one_face():
    (line,) = break_lines((Run("Nguyễn"),), 10, 500)
    assert [(piece.face.name, piece.text) for piece in line.pieces if piece.text.strip()] == [
        ("NotoSans-Regular", "Nguyễn ")
    ]


def test_a_sign_that_the_text_face_lacks_does_not_change_the_letters_beside_it():
    (line,) = break_lines((Run("B♭"),), 10, 500)
    assert [piece.face.name for piece in line.pieces if piece.text.strip()] == [
        "AtkinsonHyperlegibleNext-Regular",
        "DejaVuSans",
    ]


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.booleans(), st.integers(30, 200))
def test_no_word_is_lost_and_no_line_is_wider_than_asked(typed, bold, width):
    lines = break_lines((Run(typed, bold),), 10, width)
    assert "".join("".join(_said(lines)).split()) == "".join(clean(typed).replace("\u00a0", "").split())
    assert all(line.width <= width or len(line.pieces[0].text.strip()) <= 20 for line in lines)


def test_a_word_of_two_hundred_thousand_letters_is_broken_whole():
    lines = break_lines((Run("w" * 200_000),), 14, 500)
    assert sum(len(line.strip()) for line in _said(lines)) == 200_000
