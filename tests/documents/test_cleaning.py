import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.stories import HOSTILE

from amie_planner.documents.cleaning import can_be_set, clean, plain, scripts_not_shown

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_can_be_set_stays_as_typed(typed):
    assert clean(typed) == typed
    assert scripts_not_shown(typed) == ()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("nul\0 bell\a", "nul bell"),
        ("lone \ud83c half", "lone  half"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("tab\tbed", "tab bed"),
        ("e\u0301", "é"),
        ("x\u0323", "x\u0323"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u202eturned", "turned"),
        ("اسمه محمد علي here", "[Arabic script] here"),
        ("שלום", "[Hebrew script]"),
        ("李小龙 さくら 한국어", "[Chinese or Japanese script] [Japanese script] [Korean script]"),
        ("नमस्ते", "[Devanagari script]"),
        ("song 🎵", "song [musical note]"),
        ("𝄞 first", "[musical symbol g clef] first"),
        ("👍🏽", "[thumbs up sign]"),
        ("🇬🇧", "[flag]"),
        ("1\ufe0f\u20e3", "1"),
        ("Ａ！", "A!"),
        ("\ue000", "[unknown character]"),
    ],
)
def test_what_cannot_be_set_is_written_in_words_or_removed(typed, printed):
    assert clean(typed) == printed


def test_scripts_not_shown_names_each_once_in_the_order_met():
    assert scripts_not_shown("محمد 🎵 علي 李") == ("Arabic script", "musical note", "Chinese or Japanese script")


def test_plain_keeps_every_script_for_what_is_read_aloud_and_not_drawn():
    assert plain("محمد 🎵\0") == "محمد 🎵"


@given(ANY_TEXT)
def test_every_character_left_can_be_set(typed):
    assert all(one in " \n" or can_be_set(one) for one in clean(typed))


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(typed):
    assert clean(clean(typed)) == clean(typed)


@given(ANY_TEXT)
def test_plain_text_can_be_written_to_any_file(typed):
    written = plain(typed)
    assert unicodedata.is_normalized("NFC", written)
    written.encode("utf-8")
    assert not any(unicodedata.category(one) == "Cc" for one in written if one != "\n")
