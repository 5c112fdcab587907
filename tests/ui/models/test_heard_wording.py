"""What changes in HEARD is said by principle, before it happens, and a word that reads as a mark is named."""

from __future__ import annotations

from typing import Any

from amie_planner.checks import HEARD, Heard, worded
from amie_planner.domain.records import HeardWording
from amie_planner.ui.models.heard_wording import WordingRow, cautions, changed


def in_words(**said: dict[str, Any]) -> Heard:
    return worded(HeardWording.made(id=id, **fields) for id, fields in said.items())


def test_the_same_words_change_nothing():
    assert changed(HEARD, HEARD) == ()
    assert changed(in_words(R={"left_out": True}), in_words(R={"left_out": True}, R01={"asks": "Who?"})) == ()


def test_rows_stand_by_principle_with_how_it_is_put_now_and_how_it_would_be():
    then = in_words(D11={"left_out": True}, A={"name": "Theirs"}, A11={"asks": "What then?"}, A01={"asks": "Whose?"})
    assert changed(HEARD, then) == (
        WordingRow(
            "A",
            "Authentic (A), in other words",
            "Authentic: Developed with, and informed by, the people it is for",
            "Theirs: Developed with, and informed by, the people it is for",
        ),
        WordingRow("A01", "Authentic (A01), in other words", "Whose voice shaped this plan?", "Whose?"),
        WordingRow("A11", "Authentic (A11), in other words", "What became of ideas?", "What then?"),
        WordingRow("D11", "Diverse (D11), left out", "Which genres had the time?"),
    )


def test_a_principle_that_is_left_out_is_one_row_with_all_its_questions():
    [row] = changed(HEARD, in_words(R={"left_out": True}, R01={"asks": "Who?"}))
    assert row.text == "Representative (R), left out, with all its questions"
    assert row.spoken == (
        "Representative (R), left out, with all its questions. "
        "Now: Representative: Participants and colleagues reflect our diverse society"
    )


def test_what_comes_back_is_asked_again_in_the_words_it_will_have():
    rows = changed(in_words(R={"left_out": True}), in_words(R={"name": "All of us"}))
    assert [row.id for row in rows] == ["R", "R01", "R02", "R11", "R12"]
    assert rows[0].text == "All of us (R), asked again"
    assert rows[4].spoken == "All of us (R12), asked again. Then: Who led?"
    assert {row.now for row in rows} == {""}


def test_a_word_that_reads_as_a_mark_is_named_in_its_row_and_once_over_all():
    rows = changed(HEARD, in_words(A01={"asks": "What is the score?"}, D01={"asks": "Score or grade?"}))
    assert [row.caution for row in rows] == [
        "HEARD here is a conversation: ‘score’ reads as a mark.",
        "HEARD here is a conversation: ‘score’ and ‘grade’ read as marks.",
    ]
    assert cautions(rows) == "HEARD here is a conversation: ‘score’ and ‘grade’ read as marks."
    assert rows[0].spoken.endswith("Then: What is the score? HEARD here is a conversation: ‘score’ reads as a mark.")


def test_words_that_judge_nobody_bring_no_caution():
    assert cautions(changed(HEARD, in_words(A01={"asks": "Whose idea is it?"}))) == ""
