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
        ("བོད་ ཡིག here", "[Tibetan script] here"),
        ("𝄞 first", "[musical symbol g clef] first"),
        ("㐀𠮟", "[character U+3400] [character U+20B9F]"),
        ("\ue000", "[character U+E000]"),
        ("𝓗", "H"),
        ("Sk\u200dy\u200c \ufe0f", "Sky "),
        ("1\ufe0f 2", "1 2"),
        ("👩\u200d\U0001f9ff\u200d", "👩\u200d\U0001f9ff"),
    ],
)
def test_what_cannot_be_set_is_written_in_words_or_removed(typed, printed):
    assert clean(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "اسمه محمد علي",
        "می\u200cخواهم",
        "שָׁלוֹם",
        "李小龙 さくら 한국어 陳",
        "नमस्ते",
        "song 🎵",
        "👍🏽 👩🏾\u200d🎤 ❤\ufe0f\u200d🔥",
        "🇬🇧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "1\ufe0f\u20e3",
        "Ａ！",
    ],
)
def test_every_script_and_picture_that_has_a_face_stays_as_typed(typed):
    assert clean(typed) == unicodedata.normalize("NFC", typed)


def test_an_emoji_of_which_a_part_has_no_face_is_said_part_by_part():
    assert clean("👩\u200d\ue000") == "👩[character U+E000]"


def test_scripts_not_shown_names_each_once_in_the_order_met():
    assert scripts_not_shown("བོད 𝄞 བོད \ue000") == (
        "Tibetan script",
        "musical symbol g clef",
        "character U+E000",
    )


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
