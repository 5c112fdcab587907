import pytest

from amie_planner.documents.bidi import (
    level_on_paper,
    levels,
    mirrored,
    paragraph_level,
    runs_right_to_left,
    visual_order,
)


def _seen(text: str, base: int | None = None) -> str:
    """A line from left to right; capitals stand for Hebrew letters."""
    hebrew = "".join(chr(0x05D0 + ord(one) - 65) if "A" <= one <= "Z" else one for one in text)
    found = levels(hebrew, base)
    return "".join(mirrored(text[at]) if found[at] % 2 else text[at] for at in visual_order(found))


@pytest.mark.parametrize(
    ("typed", "base", "seen"),
    [
        ("abc", None, "abc"),
        ("ABC", None, "CBA"),
        ("says ABC DEF, well", None, "says FED CBA, well"),
        ("ABC def GHI", None, "IHG def CBA"),
        ("ABC 12 DEF", None, "FED 12 CBA"),
        ("ABC 10:30.", None, ".10:30 CBA"),
        ("ABC £5-7 50%", None, "50% £5-7 CBA"),
        ("ABC (DEF) ghi", None, "ghi (FED) CBA"),
        ("a (ABC) b", None, "a (CBA) b"),
        ("ABC (d) E", None, "E (d) CBA"),
        ("a [ABC(DEF]", 0, "a [FED)CBA]"),
        ("!ABC", 0, "!CBA"),
        ("!ABC", None, "CBA!"),
        ("", None, ""),
    ],
)
def test_a_line_stands_as_the_unicode_rules_say(typed, base, seen):
    assert _seen(typed, base) == seen


def test_a_mark_goes_with_its_letter_and_a_joiner_with_what_is_before_it():
    assert levels("אָ\u200cב a") == (1, 1, 1, 1, 1, 2)


def test_digits_after_arabic_letters_are_arabic_numbers():
    assert levels("م 1-2") == (1, 1, 2, 1, 2)
    assert levels("א 1-2") == (1, 1, 2, 2, 2)


@pytest.mark.parametrize(("text", "base"), [("", 0), ("12 (", 0), ("1 a א", 0), ("1 א a", 1), ("؟ م", 1)])
def test_a_paragraph_runs_the_way_of_its_first_letter(text, base):
    assert paragraph_level(text) == base


@pytest.mark.parametrize(("text", "does"), [("Łukasz Ελένη 李", False), ("a م", True), ("א", True), ("٣", True)])
def test_a_text_says_whether_any_of_it_runs_to_the_left(text, does):
    assert runs_right_to_left(text) is does


@pytest.mark.parametrize(
    ("text", "base"),
    [("محمد: one switch, so that he plays.", 0), ("محمد plays", 0), ("محمد", 1), ("שמי נועה, Music", 1), ("", 0)],
)
def test_a_line_of_english_that_opens_with_a_name_runs_to_the_right(text, base):
    assert level_on_paper(text) == base


def test_more_brackets_than_the_rules_follow_pair_with_none():
    deep = "a" + "(" * 70 + "א" + ")" * 70
    assert set(levels(deep, 0)) == {0, 1}
