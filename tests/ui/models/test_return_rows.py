"""A return as it is seen: its tables as rows in words, what is withheld of it, what to mend, targets."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.returns.planners import a_session, a_source, came
from tests.ui.models.test_reports import NOW, worked_out

from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.facts import Source
from amie_planner.returns.table import Withheld
from amie_planner.returns.template_file import bundled
from amie_planner.returns.templates import ReturnTemplate
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.models.return_rows import (
    ReportRow,
    first_with_figures,
    missing_rows,
    much_withheld,
    rows_of,
    table_rows,
    target_rows,
    title_of,
    warning_rows,
)


def table(found: Ready, name: str) -> tuple[ReportRow, ...]:
    return rows_of(found, [sheet.name for sheet in found.sheets].index(name))


def of_twenty(answers: dict[str, Any]) -> Source:
    """A programme to which twenty came once, with what they answered."""
    ids = [f"p{n}" for n in range(20)]
    session = a_session("s1", register=came(**dict.fromkeys(ids, "present")))
    return a_source(people=[{"id": id} for id in ids], sessions=[session], answers=answers, asked=["gender"])


def test_every_sheet_that_will_leave_is_a_row_with_how_much_is_withheld() -> None:
    found = worked_out()
    assert [row.text for row in table_rows(found)] == [sheet.name for sheet in found.sheets]
    seven = worked_out(7)
    small = {row.text: row.below for row in table_rows(seven)}
    [totals] = [sheet for sheet in seven.sheets if sheet.name == "Totals"]
    at = [column.name for column in totals.columns].index("Figure")
    figures = [row[at] for row in totals.rows if row[at] not in (None, "")]
    assert "fewer than 10" in figures
    assert small["Totals"] == f"{sum(isinstance(v, Withheld) for v in figures)} of {len(figures)} figures withheld"
    assert "withheld" not in small["Definitions"]


def test_a_table_says_why_it_withholds_then_its_rows_then_what_they_mean() -> None:
    rows = table(worked_out(7), "Totals")
    assert (rows[0].id, rows[-1].id) == ("why", "means")
    assert rows[0].below.startswith("“fewer than 10” in “Figure”: ")
    [unique] = [row for row in rows if row.text == "Unique people"]
    assert unique.below.startswith("Figure: fewer than 10 · What it means: ")
    assert "Figure: Blank where" in rows[-1].below


def test_a_figure_that_is_withheld_says_so_in_words_and_above_it_stands_in_which_columns() -> None:
    rows = table(worked_out(7), "People counts")
    assert "\n[c] in “Unique people”, “New in the period”" in rows[0].below
    assert "New in the period: [c] withheld" in rows[1].below


def test_where_every_figure_stands_nothing_is_said_of_withholding() -> None:
    assert "why" not in [row.id for row in table(worked_out(40), "Totals")]


def test_a_row_is_called_by_words_and_its_codes_stay_in_the_files() -> None:
    answers = {f"p{n}": {"gender": {"codes": ["girl" if n < 10 else "boy"]}} for n in range(20)}
    found = worked_out(sources=(of_twenty(answers),))
    assert "Gender, Girl or woman" in [row.text for row in table(found, "Characteristics")]
    [sheet] = [sheet for sheet in found.sheets if sheet.name == "Characteristics"]
    assert "Category code" in [column.name for column in sheet.columns]


def test_what_is_seen_first_is_a_table_with_figures() -> None:
    found = worked_out()
    assert title_of(found, first_with_figures(found)) == "Totals: The whole period in single figures"


def test_where_much_is_withheld_it_says_how_much_why_and_what_to_do() -> None:
    said = much_withheld(worked_out(7))
    why = "groups of fewer than 10 people are not broken down, or small counts could be worked out from the others"
    assert re.match(rf"\d+ of \d+ figures are withheld: {why}\. ", said)
    assert "ask whether the hub may have exact figures" in said


@pytest.mark.parametrize("template", bundled(), ids=[each.id for each in bundled()])
def test_what_does_not_apply_is_not_withheld_nor_is_anything_of_the_notes(template: ReturnTemplate) -> None:
    answers = {f"p{n}": {"gender": {"codes": ["girl" if n < 10 else "boy"]}} for n in range(20)}
    exact = {"profile": Profile.EXACT, "recipient": "The hub", "reason": "The year"}
    whole = worked_out(sources=(of_twenty(answers),), template=template, **exact)
    does_not_apply = [v for sheet in whole.sheets for row in sheet.rows for v in row if v is Withheld.NOT_APPLICABLE]
    assert bool(does_not_apply) is bool(template.asked("representation") or template.asked("people"))
    assert not [row for row in table_rows(whole) if "withheld" in row.below]
    if template.asked("representation"):
        [above, row, *_] = table(whole, "Representation")
        assert above.below.startswith("[z] in “Group”, ")
        assert row.text == "Gender"
        assert row.below.startswith("In words: not said: ")
        assert "· [z] does not apply: “Group”, “Without an answer”" in row.below


def test_few_without_a_code_and_the_legend_of_symbols_are_no_figures_that_the_notes_withhold() -> None:
    ids = [f"p{n}" for n in range(20)]
    session = a_session("s1", register=came(**dict.fromkeys(ids, "present")))
    people = [{"id": id} | ({"code": f"HL-{id}"} if n > 1 else {}) for n, id in enumerate(ids)]
    found = worked_out(sources=(a_source(people=people, sessions=[session]),))
    notes = found.sheets[0]
    assert Withheld.CONFIDENTIAL in [v for row in notes.rows for v in row]
    assert table_rows(found)[0].below == f"{len(notes.rows)} rows"
    assert "why" not in [row.id for row in rows_of(found, 0)]


def test_as_much_is_withheld_table_by_table_as_of_all_together() -> None:
    seven = worked_out(7)
    several = [re.match(r"([\d,]+) of ([\d,]+) figures? withheld", row.below) for row in table_rows(seven)]
    parts = [tuple(int(many) for many in found.groups()) for found in several if found]
    withheld = sum(many for many, _ in parts)
    assert much_withheld(seven).startswith(f"{withheld} of ")


def test_where_little_is_withheld_or_nothing_can_be_it_says_nothing() -> None:
    exact = {"profile": Profile.EXACT, "recipient": "The hub", "reason": "The year"}
    assert (much_withheld(worked_out(40)), much_withheld(worked_out(7, **exact))) == ("", "")


def test_a_day_is_said_as_leaders_say_it_and_what_is_blank_is_left_out() -> None:
    below = {row.text: row.below for row in table(worked_out(), "Notes")}
    assert below["This return, First day"] == "Tuesday 1 September 2026"
    assert not any(": None" in row.below or row.below.endswith(": ") for row in table(worked_out(), "Totals"))


def test_each_return_that_this_one_is_too_close_to_is_a_row_with_its_counts_table_by_table_behind() -> None:
    before = worked_out(22)
    now = worked_out(20, earlier=(before.release(NOW, ()),))
    above, first, second, *_ = warning_rows(now)
    many = len(now.warnings[0].counts)
    assert above.text == f"Held beside 1 earlier return, {many} figures of this one could tell of fewer than 5 people."
    assert first.text == f"Earlier return, made on 4 January 2027: {many} figures"
    assert "since “General hub return” of 1 September 2026" in first.below
    assert second.text.startswith("The whole period in single figures: ")
    assert second.below.split("\n")[0] == "Unique people"
    assert len(now.warnings) == 1


def _figures(title: str) -> int:
    """How many figures a row of warnings says that there are."""
    return int(title.split(": ")[1].split()[0])


def test_figures_that_are_warned_of_are_called_by_labels_alone_and_as_many_as_is_said_above() -> None:
    def answered(girls: int) -> Source:
        return of_twenty({f"p{n}": {"gender": {"codes": ["girl" if n < girls else "boy"]}} for n in range(20)})

    exact = {"profile": Profile.EXACT, "reason": "The year"}
    before = [worked_out(sources=(answered(girls),), recipient="The hub", **exact) for girls in (10, 9)]
    ledger = tuple(each.release(NOW, ()).revised(id=f"release{n}") for n, each in enumerate(before))
    now = worked_out(sources=(answered(8),), recipient="A trust", earlier=ledger, **exact)
    rows = warning_rows(now)
    titles = [row.text for row in rows if row.id.startswith("warning/")]
    of_returns = [title for title in titles if title.startswith("Earlier return")]
    assert [title.split(", ")[0] for title in of_returns] == ["Earlier return 1 of 2", "Earlier return 2 of 2"]
    [once] = {_figures(title) for title in of_returns}
    assert f"2 earlier returns, {once} figures" in rows[0].text
    assert sum(map(_figures, titles)) == 4 * once
    [below, again] = [row.below for row in rows if row.id.endswith("/characteristics")]
    assert below == again == "Gender, Girl or woman: “People”\nGender, Boy or man: “People”"


def test_what_its_recipient_has_exactly_is_said_and_not_warned_of() -> None:
    for_hub = {"profile": Profile.EXACT, "recipient": "The hub", "reason": "The year"}
    before = worked_out(22, **for_hub)
    now = worked_out(20, earlier=(before.release(NOW, ()),), **for_hub)
    assert (now.warnings, [row.id for row in warning_rows(now)]) == ((), ["held/0"])


def test_what_is_missing_and_what_was_agreed_are_rows() -> None:
    found = worked_out()
    assert [row.text for row in missing_rows(found)] == [each.words for each in found.missing]
    source = a_source(targets={"sessions": 3}, sessions=[a_session("s1", register=came())])
    assert [row.text for row in target_rows(worked_out(sources=(source,)))] == ["Sound makers"]
