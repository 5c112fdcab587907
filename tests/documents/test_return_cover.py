"""The cover of a return: whose it is, for whom, what stands in it and what it counts; room to sign, nobody named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.documents.matrix import squeezed
from tests.documents.naughty import FEW
from tests.documents.reading import Node, faults, pages, structure
from tests.returns.leaving import PEOPLE, TEMPLATE, a_return, a_table
from tests.returns.planners import a_session, a_source, came, facts_of

from amie_planner.documents import CLEAR, LARGE, PrintStyle
from amie_planner.documents.cleaning import clean
from amie_planner.documents.return_cover import FILE_NAME, return_cover
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns import making
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.table import Column, Table
from amie_planner.returns.template_file import bundled

EXACT: dict[str, Any] = {
    "profile": Profile.EXACT,
    "recipient": "Data lead of the hub",
    "reason": "Agreed in the grant",
}


def _read(style: PrintStyle = CLEAR, organisation: str = "", **said: Any) -> Node:
    return structure(return_cover(a_return(**said), organisation, style).pdf())


def _heads(cover: Node) -> list[str]:
    return [node.words for node in cover.all("H1", "H2")]


def _rows(cover: Node) -> list[list[str]]:
    return [[cell.text() for cell in row.children] for row in cover.all("TR")]


@pytest.mark.parametrize("style", [CLEAR, LARGE], ids=lambda style: style.id)
def test_it_says_what_it_is_beside_room_to_sign_then_what_is_in_it(style: PrintStyle) -> None:
    assert _heads(_read(style)) == [
        "General hub return",
        "Signed",
        "Tables in this return",
        "In place of a figure",
        "What is counted",
    ]


def test_it_says_from_whom_for_which_days_and_in_which_profile() -> None:
    said = _read(organisation="Anywhere Music CIC").text()
    assert "From: Anywhere Music CIC. Period: 1 September 2026 to 31 August 2027, both days included." in said
    assert "Profile: Shareable" in said
    assert "Questions: “general”, version 2026." in said


def test_it_says_when_it_was_made_and_that_a_period_is_not_over() -> None:
    said = _read(made_on=date(2026, 12, 21)).text()
    assert "Made: 21 December 2026, before the period is over: what is delivered later is not in it. Profile" in said
    assert "Made: 1 September 2027. Profile" in _read(made_on=date(2027, 9, 1)).text()
    assert "Made:" not in _read().text()


def test_who_hands_it_in_is_left_out_where_that_may_not_leave() -> None:
    assert "From:" not in _read().text()


def test_an_exact_return_says_first_and_on_every_page_that_it_is_not_to_be_published_and_for_whom_it_is() -> None:
    made = a_return(**EXACT)
    said = structure(return_cover(made).pdf()).text()
    assert said.startswith("General hub return Contains small numbers: not for publication.")
    assert "Recipient: Data lead of the hub. Reason: Agreed in the grant." in said
    printed = pages(return_cover(made, style=LARGE).pdf())
    assert len(printed) > 1
    assert [page for page in printed if "Contains small numbers: not for publication" not in page] == []


def test_a_shareable_one_says_on_every_page_that_small_counts_are_hidden() -> None:
    printed = pages(return_cover(a_return()).pdf())
    assert [page for page in printed if "Small counts of people are hidden" not in page] == []
    assert "publication" not in " ".join(printed)


def test_each_sheet_is_listed_with_what_it_holds_and_its_rows() -> None:
    assert _rows(_read())[:4] == [
        ["Sheet", "What it holds", "Rows"],
        ["Notes", "What to know of this return", "2"],
        ["Definitions", "What each column counts", "5"],
        ["People counts", "People and attendances", "3"],
    ]


def test_no_value_of_a_table_is_on_the_cover() -> None:
    said = _read().text()
    assert "People counts" in said
    assert [
        value for row in PEOPLE.rows for value in row if isinstance(value, str) and len(value) > 3 and value in said
    ] == []


def test_what_is_hidden_and_what_is_not_in_it_are_said_where_there_is_any() -> None:
    said = _read(reasons=("Totals: fewer than 10 people.",), left_out=("“Schools” is not here: none.",))
    assert _heads(said)[3:5] == ["What is hidden and why", "What is not in it"]
    assert [node.words for node in said.all("LBody")] == [
        "Totals: fewer than 10 people.",
        "“Schools” is not here: none.",
    ]


def test_headings_are_explained_table_by_table_and_once_where_several_count_the_same() -> None:
    same, other = replace(PEOPLE, name="Same"), replace(PEOPLE, name="Other", columns=(Column("Code", "A number"),) * 5)
    cover = _read(tables=(PEOPLE, same, other))
    assert [node.words for node in cover.all("H3")][-2:] == ["People counts", "Other"]
    told = [node.words for node in cover.all("P") if node.words.startswith(("Code", "Unique"))]
    assert told == ["Code: What the hub calls it", "Unique people: Present or late at least once", "Code: A number"]


def test_rows_that_count_something_else_each_are_explained_one_by_one_and_those_that_mean_the_same_together() -> None:
    heads = (
        Column("Figure", "Blank is not 0"),
        Column("Means", "Definition", of_row=True),
        Column("What", "One a row"),
    )
    rows = ((15, "Each once", "Unique people"), ("[c]", "By age", "Aged 0 to 4"), (0, "By age", "Aged 5 to 10"))
    cover = _read(tables=(Table("Totals", heads, rows),))
    told = [node.words for node in cover.all("P") if node.words.split(":")[0] not in ("[c]", "[x]", "[z]", "blank")]
    assert told[-4:] == [
        "Figure: Blank is not 0",
        "What: One a row",
        "Unique people: Each once",
        "Aged 0 to 4 and Aged 5 to 10: By age",
    ]


def test_the_rule_stands_above_the_symbols_and_an_exact_return_says_that_there_is_none() -> None:
    said = _read().text()
    assert [sentence for sentence in RULE.said if sentence not in said] == []
    assert said.index(RULE.said[-1]) < said.index("[z]:")
    exact = _read(**EXACT).text()
    assert "Every count is exact." in exact and RULE.said[0] not in exact


def test_every_symbol_is_explained() -> None:
    begun = [node.words.split(": ")[0] for node in _read().all("P")]
    assert [symbol for symbol in begun if symbol in ("[c]", "[x]", "[z]", "blank")] == ["[c]", "[x]", "[z]", "blank"]


@pytest.mark.parametrize("many", range(1, 13))
def test_there_is_a_line_for_name_role_signature_and_date_on_the_first_page_beside_what_is_signed(many: int) -> None:
    made = a_return(tables=tuple(replace(PEOPLE, name=f"Table {n}") for n in range(many)))
    signed = pages(return_cover(made, style=LARGE).pdf())[0]
    assert "Signature:" in signed and "Period:" in signed
    assert [begun for begun in ("Signed", "Name:", "Role:", "Date:") if begun not in signed] == []


@pytest.mark.parametrize("style", [CLEAR, LARGE], ids=lambda style: style.id)
@pytest.mark.parametrize(
    "said", [{}, EXACT, {"reasons": ("One.",), "left_out": ("Two.",)}], ids=["share", "exact", "more"]
)
def test_its_tags_are_without_fault(style: PrintStyle, said: dict[str, Any], tmp_path: Path) -> None:
    assert faults(return_cover(a_return(**said), "Anywhere Music CIC", style).pdf(), tmp_path) == []


@pytest.mark.parametrize("text", FEW, ids=map(str, range(len(FEW))))
def test_what_a_hub_or_a_leader_typed_is_only_text(text: str, tmp_path: Path) -> None:
    template = TEMPLATE.model_copy(update={"label": text})
    table = replace(a_table((text,)), name=text, title=text, columns=(Column(text, text),))
    made = a_return(tables=(table,), template=template, reasons=(text,), **EXACT | {"recipient": text, "reason": text})
    pdf = return_cover(made, text).pdf()
    assert faults(pdf, tmp_path) == []
    assert squeezed(structure(pdf).text()).count(squeezed(clean(text))) >= 5


def test_the_same_return_gives_the_same_bytes() -> None:
    assert return_cover(a_return(), "A").pdf() == return_cover(a_return(), "A").pdf()


def test_its_file_is_called_by_what_it_is() -> None:
    assert FILE_NAME == "return-cover.pdf"


@pytest.mark.parametrize("profile", Profile)
def test_unique_people_attendances_contact_hours_and_ages_are_explained_of_single_figures(profile: Profile) -> None:
    people = [{"id": f"p{n}", "born": "2016-01"} for n in range(12)]
    session = a_session("s1", register=came(**{person["id"]: "present" for person in people}))
    facts = facts_of(a_source(people=people, sessions=[session]))
    (small,) = (template for template in bundled() if template.id == "small-funder")
    whole = making.made(facts, small, profile, "The hub", "The year")
    told = [p.words for p in structure(return_cover(whole).pdf()).all("P")]
    for begun in ("Unique people: ", "Attendances: ", "Contact hours", "Aged 0 to 4, "):
        assert [words for words in told if words.startswith(begun) and len(words) > len(begun) + 20], begun
