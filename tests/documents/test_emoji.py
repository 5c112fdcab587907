import pytest

from amie_planner.documents.emoji import ADDED, EMOJI


@pytest.mark.parametrize(
    "one",
    [
        "👍",
        "👍🏽",
        "👩🏾\u200d🎤",
        "❤\ufe0f",
        "❤\ufe0f\u200d🔥",
        "🇬🇧",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "👨\u200d👩\u200d👧\u200d👦",
    ],
)
def test_an_emoji_is_found_whole(one):
    assert EMOJI.findall(f"a{one}b {one}") == [one, one]


@pytest.mark.parametrize("text", ["❤", "→ ✓ ☐ ♪ ©", "1 2 #", "李、", "a\ufe0f", "x\u200dy"])
def test_a_sign_is_a_picture_only_where_something_says_so(text):
    assert EMOJI.findall(text) == []


def test_flags_stand_next_to_one_another():
    assert EMOJI.findall("🇬🇧🇵🇱") == ["🇬🇧", "🇵🇱"]


def test_what_is_added_to_a_picture_is_no_letter():
    assert not any(one.isalnum() for one in ADDED)
