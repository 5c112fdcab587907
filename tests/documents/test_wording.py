"""Words that open a sentence."""

from __future__ import annotations

import pytest
from tests.documents import planted
from tests.documents.matrix import said_by_blocks
from tests.plans import a_plan

from amie_planner.documents import (
    ACCESS_SHEET,
    CLEAR,
    EASY_READ,
    HELPER_CARDS,
    PARTICIPANT_STRIP,
    REGISTER,
    RUN_SHEET,
    STYLES,
    Document,
    PrintStyle,
    Sheet,
)
from amie_planner.documents.wording import capitalised, carried_out, sentence, undivided
from amie_planner.domain.records import Adaptation
from amie_planner.domain.vocabulary import SetUp


@pytest.mark.parametrize(
    ("text", "shown"),
    [("music leader", "Music leader"), ("élan", "Élan"), ("ﬁona", "Fiona"), ("ǆemal", "ǅemal"), ("ßen", "Ssen")],
)
def test_a_sentence_begins_with_a_capital(text: str, shown: str) -> None:
    assert capitalised(text) == shown


@pytest.mark.parametrize("text", ["iPad", "Jo", "7up", "ქეთევანი", "محمد", "李", ""])
def test_what_has_no_capital_stays_as_typed(text: str) -> None:
    assert capitalised(text) == text


def test_a_georgian_name_that_opens_a_sentence_is_printed_in_its_letters() -> None:
    sheet = planted.sheet(ACCESS_SHEET, lambda field: "ქეთევანი" if field == "TeamMember.name" else None)
    assert "ქეთევანი" in said_by_blocks(sheet)


@pytest.mark.parametrize("number", ["07700 900123", "0161 496 0000", "+44 (0)161 496 0000", "(0161) 496 0000"])
def test_a_number_to_dial_stays_on_one_line(number: str) -> None:
    together = number.replace(" ", "\u00a0")
    assert undivided(f"Priya Shah {number}, or the desk") == f"Priya Shah {together}, or the desk"
    assert sentence(f"Ring {number}") == f"Ring {together}."


@pytest.mark.parametrize("text", ["on 1 and 3", "6 12 18", "Room 12, 10:05 to 11:20", "call 999 in 5 minutes"])
def test_other_numbers_may_stand_on_two_lines(text: str) -> None:
    assert undivided(text) == text


def _said(sheet: Sheet) -> str:
    return " ".join(text for _, text in sheet.texts())


@pytest.mark.parametrize("document", [RUN_SHEET, HELPER_CARDS, REGISTER], ids=lambda paper: paper.id)
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_whom_to_ring_is_never_divided_on_paper(document: Document, style: PrintStyle) -> None:
    today = {"safeguarding_lead": "Priya Shah 07700 900123", "contact": "Front desk 0161 496 0000"}
    plan = a_plan(
        parts={"team": [{"id": "t1", "name": "Jo"}], "programme": {"uid": "u1", "title": "P", "on_the_day": today}}
    )
    said = _said(document.sheet(plan, (), style=style))
    assert "07700\u00a0900123" in said
    assert "0161\u00a0496\u00a00000" in said


@pytest.mark.parametrize("document", [RUN_SHEET, HELPER_CARDS, REGISTER, PARTICIPANT_STRIP], ids=lambda paper: paper.id)
def test_the_paper_of_a_cancelled_session_says_so(document: Document) -> None:
    team = {"team": [{"id": "t1", "name": "Jo"}]}
    off, on = (a_plan(status=status, parts=team) for status in ("cancelled", "planned"))
    assert "This session is cancelled." in _said(document.sheet(off, ()))
    assert "cancelled" not in _said(document.sheet(on, ()))


@pytest.mark.parametrize(
    ("style", "set_up", "said"),
    [
        (CLEAR, None, " Set-up takes 4 minutes, before the start."),
        (CLEAR, SetUp.IN_PLACE, " Set-up takes 4 minutes, in place."),
        (EASY_READ, None, " It takes 4 minutes to set up. Do this before the start."),
        (EASY_READ, SetUp.IN_PLACE, " It takes 4 minutes to set up. Do this when you get there."),
    ],
)
def test_how_long_setting_up_takes_is_two_short_sentences_in_easy_read(
    style: PrintStyle, set_up: SetUp | None, said: str
) -> None:
    change = Adaptation.made(id="d1", programme="u1", session="now", what="Stand", setup_minutes=4, set_up=set_up)
    assert said in list(carried_out(style, change, a_plan(), setting_up=True))
