import pytest

from amie_planner.documents import Sheet
from amie_planner.documents.easy_read import long_sentences, too_long
from amie_planner.documents.house_style import EASY_READ, heading, labelled, section, time_bar
from amie_planner.documents.time_bar import BarPart

FIFTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
SIXTEEN = f"{FIFTEEN} sixteen"


def test_fifteen_words_are_not_too_many():
    assert long_sentences([FIFTEEN]) == ()
    assert long_sentences([SIXTEEN]) == (SIXTEEN,)


@pytest.mark.parametrize("end", [". ", "! ", "? ", "… ", ": ", "; ", "\n"])
def test_sentences_are_counted_one_by_one(end):
    assert long_sentences([f"{FIFTEEN}{end}{FIFTEEN}."]) == ()


def test_a_full_stop_inside_a_word_ends_nothing():
    assert long_sentences([FIFTEEN.replace(" seven", " at 10.30, seven")]) != ()


def test_a_sentence_is_told_of_once():
    assert long_sentences([SIXTEEN, SIXTEEN]) == (SIXTEEN,)


def test_a_sheet_finds_long_sentences_in_what_is_read_and_not_in_figures():
    long = labelled(EASY_READ, "Sky", f"{SIXTEEN}. Short.")
    parts = [BarPart("a name", 5)] * 20
    blocks = (heading(EASY_READ, 1, "Title"), section(EASY_READ, "Now", long), time_bar(EASY_READ, parts, 100))
    assert Sheet(blocks, EASY_READ, SIXTEEN, SIXTEEN).long_sentences() == (f"{SIXTEEN}.",)


def test_what_is_long_is_a_sentence_that_quotes_a_few():
    assert too_long(()) == ""
    one = "1 sentence has more than 15 words; in easy read shorter ones are easier: “Be short.”."
    assert too_long(("Be short.",)) == one
    assert too_long(("a" * 70, "b", "c", "d", "e")) == (
        "5 sentences have more than 15 words; in easy read shorter ones are easier: "
        f"“{'a' * 60}…”; “b”; “c” and 2 more."
    )
