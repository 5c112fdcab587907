import pytest
from tests.documents.papers import empty, space_sounds, thursday_writers
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.documents import CLEAR, DOCUMENTS, RUN_SHEET, Sheet
from amie_planner.documents.easy_read import long_sentences, plainer, source_apart, too_long
from amie_planner.documents.house_style import EASY_READ, heading, labelled, section, time_bar
from amie_planner.documents.time_bar import BarPart

FIFTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
SIXTEEN = f"{FIFTEEN} sixteen"


def test_fifteen_words_are_not_too_many():
    assert long_sentences([FIFTEEN]) == ()
    assert long_sentences([SIXTEEN]) == (SIXTEEN,)


@pytest.mark.parametrize("end", [". ", "! ", "? ", "… ", ": ", "; ", " · ", "\n"])
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


EXAMPLES = {
    "class": space_sounds,
    "next-class": lambda: space_sounds("s2"),
    "drop-in": thursday_writers,
    "empty": empty,
}


@pytest.mark.parametrize("plan", EXAMPLES.values(), ids=EXAMPLES)
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_no_sentence_of_an_example_in_easy_read_is_long(document, plan):
    assert document.sheet(plan(), checks.run(plan()), style=EASY_READ).long_sentences() == ()


def test_what_is_open_and_where_it_is_answered_is_said_in_short_sentences():
    running = [{"id": f"a{n}", "title": f"Song {n}", "minutes": 5, "kind": "sing"} for n in range(1, 7)]
    needed = {"id": "r1", "barrier": "sound-light-sensory", "where": [], "change": "A quiet corner and ear defenders"}
    people = [{"id": "p1", "alias": "Sky", "requirements": [needed]}]
    met = [{"id": "d1", "activities": ["a1", "a5"], "requirements": ["r1"], "reach": "one", "what": "Play softly"}]
    sheet = RUN_SHEET.sheet(
        a_plan(start="10:00", activities=running, adaptations=met, parts={"people": people}), (), style=EASY_READ
    )
    assert sheet.long_sentences() == ()
    said = " ".join(text for _, text in sheet.texts())
    assert "Sky: sound, light and the senses. What would help: A quiet corner and ear defenders." in said
    assert "It is answered at: 10:00; 10:20." in said


@pytest.mark.parametrize("asked", checks.PLAN_CHECKS, ids=lambda asked: asked.id)
def test_every_question_of_heard_and_its_reason_are_short_in_easy_read(asked):
    assert long_sentences([asked.question, source_apart(EASY_READ, asked.why)]) == ()


def test_a_source_is_set_apart_in_easy_read_alone():
    why = "Money keeps people out (our own question)."
    assert source_apart(EASY_READ, why) == "Money keeps people out. (Our own question)."
    assert source_apart(CLEAR, why) == why
    assert source_apart(EASY_READ, "Money (or its lack) counts.") == "Money (or its lack) counts."


def test_hard_words_of_ours_are_plain_ones_in_easy_read_alone():
    assert plainer(EASY_READ, "Adapted, for everyone") == "A change for everyone"
    assert plainer(CLEAR, "Adapted, for everyone") == "Adapted, for everyone"
    assert plainer(EASY_READ, "Kit") == "Kit"
