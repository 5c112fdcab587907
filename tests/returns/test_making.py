"""A whole return: what each profile lets through, what is left out and why, and the counts that it rests on."""

from __future__ import annotations

from datetime import date

import pytest
from tests.returns.planners import ALIAS, FIRST, ID, LAST, NAME, TEXT, a_session, a_source, came, facts_of

from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.making import REASON, RECIPIENT, MadeReturn, Unsaid, made
from amie_planner.returns.table import Table, Value
from amie_planner.returns.template_file import bundled
from amie_planner.returns.templates import ReturnTemplate

GENERAL = bundled()[0]
NOT_FOR_PUBLICATION = "Contains small numbers: not for publication."


def a_group(many: int, uid: str = "u1", coded: int = 0) -> Source:
    """A programme with one session to which so many came, some of them known by a code."""
    people = [{"id": f"p{n}", "name": f"Pim{n}"} | ({"code": f"c{n}"} if n < coded else {}) for n in range(many)]
    marks = {person["id"]: "present" for person in people}
    return a_source(uid, people=people, sessions=[a_session("s1", register=came(**marks))])


def shareable(*sources: Source, template: ReturnTemplate = GENERAL) -> MadeReturn:
    return made(facts_of(*sources), template, Profile.SHAREABLE)


def exact(*sources: Source, template: ReturnTemplate = GENERAL) -> MadeReturn:
    return made(facts_of(*sources), template, Profile.EXACT, "The hub", "The year’s return")


def figures(whole: MadeReturn, name: str = "Totals") -> dict[Value, Value]:
    table = next(table for table in whole.tables if table.name == name)
    return {row[0]: row[1] for row in table.rows}


def noted(whole: MadeReturn, what: str) -> list[Value]:
    return [row[2] for row in whole.notes.rows if row[1] == what]


def test_what_is_shareable_is_rounded_and_what_is_exact_is_not() -> None:
    assert figures(shareable(a_group(13)))["Unique people"] == 15
    assert figures(exact(a_group(13)))["Unique people"] == 13


def test_in_what_is_shareable_a_group_under_ten_is_fewer_than_ten() -> None:
    assert figures(shareable(a_group(9)))["Unique people"] == "fewer than 10"


@pytest.mark.parametrize(
    ("recipient", "reason"),
    [("", ""), ("The hub", " "), ("", "The year’s return"), ("\u200b", "The year’s return"), ("The hub", "-")],
)
def test_an_exact_return_is_refused_without_a_recipient_and_a_reason(recipient: str, reason: str) -> None:
    with pytest.raises(AmieError, match=r"does not say (who receives it|for what reason)"):
        made(facts_of(a_group(3)), GENERAL, Profile.EXACT, recipient, reason)


@pytest.mark.parametrize(
    ("recipient", "reason", "field"),
    [("", "", RECIPIENT), ("The hub", "", REASON), ("Pim3’s hub", "The year", RECIPIENT), ("The hub", "Pim3", REASON)],
)
def test_a_refusal_tells_whether_the_recipient_or_the_reason_is_to_be_mended(
    recipient: str, reason: str, field: str
) -> None:
    with pytest.raises(Unsaid) as refused:
        made(facts_of(a_group(13)), GENERAL, Profile.EXACT, recipient, reason)
    assert refused.value.field == field


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(
    ("recipient", "reason"), [("Pim3’s hub", "The year"), ("The hub", "For pim2"), ("The hub", "About C1")]
)
def test_a_name_or_a_code_in_recipient_or_reason_is_refused(profile: Profile, recipient: str, reason: str) -> None:
    with pytest.raises(AmieError, match="may be the name or code"):
        made(facts_of(a_group(13, coded=2)), GENERAL, profile, recipient, reason)


def test_everything_exact_is_headed_as_not_for_publication() -> None:
    whole = exact(a_group(3))
    assert [table.notes[0] for table in (whole.notes, *whole.tables)] == [NOT_FOR_PUBLICATION] * (1 + len(whole.tables))
    assert (noted(whole, "Recipient"), noted(whole, "Reason")) == (["The hub"], ["The year’s return"])


def test_nothing_shareable_is_headed_so_and_it_says_its_rule() -> None:
    whole = shareable(a_group(13))
    assert NOT_FOR_PUBLICATION not in str(whole)
    assert any("nearest 5" in str(said) for said in noted(whole, "Rule"))
    assert noted(whole, "Withheld") == list(whole.reasons)


def test_tables_stand_in_the_order_of_the_template_under_its_titles() -> None:
    titles = [table.title for table in exact(a_group(13)).tables]
    assert titles == [asked.title for asked in GENERAL.tables if asked.title in titles]
    assert "The whole period in single figures" in titles


def test_what_no_plan_file_holds_is_left_out_and_said_to_be() -> None:
    whole = shareable(a_group(13))
    assert "“Who took part” is not here: not held in plan files." in whole.left_out
    assert noted(whole, "Left out") == list(whole.left_out)
    assert not any(table.title == "Who took part" for table in whole.tables)


def test_what_a_plan_file_could_hold_is_left_out_because_nothing_is_recorded() -> None:
    said = "“Whole-class teaching, class by class” is not here: nothing of it is recorded in this period."
    assert said in shareable(a_group(13)).left_out


def test_what_a_planner_could_hold_is_left_out_because_nothing_is_recorded() -> None:
    source = a_group(13)
    whole = shareable(Source(source.series, ()))
    assert "“Who took part” is not here: nothing of it is recorded in this period." in whole.left_out


def test_a_period_without_a_session_is_a_return_of_notes_alone() -> None:
    whole = shareable(a_source())
    assert not whole.tables
    assert len(whole.left_out) == len(GENERAL.tables)
    assert whole.unmatched is None


def test_headings_are_those_of_the_template() -> None:
    own = ReturnTemplate.made(
        id="own",
        version="1",
        label="Own",
        about="Own",
        source="Own",
        tables=[{"table": "people", "title": "Ours", "columns": {"unique": "Participants", "stage": "KS"}}],
    )
    (table,) = exact(a_group(13), template=own).tables
    assert (table.title, [column.name for column in table.columns]) == ("Ours", ["Participants", "KS"])
    assert table.rows[0][0] == 13


@pytest.mark.parametrize(("profile", "said"), [(Profile.EXACT, 13), (Profile.SHAREABLE, 15)])
def test_the_notes_say_how_many_could_not_be_matched(profile: Profile, said: int) -> None:
    whole = made(facts_of(a_group(26, coded=13)), GENERAL, profile, "The hub", "The year’s return")
    assert (whole.unmatched, noted(whole, "People without an agreed code")) == (said, [said])


def test_figures_are_the_true_counts_of_what_is_printed_each_with_its_place() -> None:
    kept = {(figure.table, figure.row, figure.column): figure for figure in shareable(a_group(13)).figures}
    unique = kept["totals", "Unique people", "Figure"]
    assert (unique.people, unique.about) == (13, "all")
    assert ("people", "All programmes, All Key Stages", "Unique people") in kept


def test_what_is_withheld_is_no_figure_of_a_release() -> None:
    for figure in shareable(a_group(26, coded=24)).figures:
        assert figure.people not in (2, 24)


def everything_of(table: Table) -> str:
    return f"{table.csv().decode()} {table.title} {table.notes}"


@pytest.mark.parametrize("at", range(len(bundled())))
@pytest.mark.parametrize("profile", Profile)
def test_no_name_alias_id_or_free_text_is_in_any_table_of_any_return(at: int, profile: Profile) -> None:
    whole = made(a_canary(), bundled()[at], profile, "The hub", "The year’s return")
    said = " ".join(everything_of(table) for table in (whole.notes, *whole.tables))
    said += " ".join((*whole.reasons, *whole.left_out)) + str(whole.figures)
    assert [word for word in (NAME, ALIAS, TEXT, ID) if word in said] == []


def a_canary() -> Facts:
    people = [
        {"id": f"{ID}{n}", "name": f"{NAME} {n}", "alias": f"{ALIAS}{n}", "likes": [TEXT], "what_helps": TEXT}
        for n in range(12)
    ]
    session = a_session(
        f"{ID}-s",
        title=f"{ALIAS}3’s day",
        notes=TEXT,
        register=came(**{person["id"]: "present" for person in people}),
        activities=[{"id": f"{ID}-a", "title": TEXT, "instructions": TEXT}],
        intentions=[{"id": f"{ID}-i", "text": TEXT}],
    )
    return facts_of(a_source(f"{ID}-u", title=f"The group of {NAME}", people=people, sessions=[session], aims=TEXT))


def of_codes(uid: str, codes: range, not_asked: int, year: str, delivery: str) -> Source:
    """A group of which the first few were not asked anything, and came as all others did."""
    answers = {
        f"p{n}": {
            "gender": {"codes": ["girl" if n % 2 else "boy"]},
            "pupil-premium": {"codes": ["yes" if n % 3 == 0 else "no"]},
            "send-status": {"codes": ["sen-support" if n % 5 == 0 else "none"]},
        }
        for n in codes[not_asked:]
    }
    return a_source(
        uid,
        people=[{"id": f"p{n}", "code": f"c{n}", "school_year": year} for n in codes],
        sessions=[a_session("s1", register=came(**{f"p{n}": "present" for n in codes}))],
        asked=("gender", "pupil-premium", "send-status"),
        answers=answers,
        provision={"delivery": delivery},
    )


def test_two_of_a_class_who_have_not_been_asked_do_not_blank_the_return() -> None:
    whole_class = of_codes("u1", range(24), 2, "Y4", "whole class")
    said = figures(shareable(whole_class, of_codes("u2", range(19, 31), 0, "Y7", "ensemble")))
    assert (said["Unique people"], said["Places"], said["Attendances"]) == (30, 35, 35)


@pytest.mark.parametrize(
    ("organisations", "why"),
    [
        ((None, None), "no programme names an organisation"),
        (("Calder Sound", "Band Trust"), "the programmes do not all name the same organisation"),
        (("Calder Sound", None), "the programmes do not all name the same organisation"),
        (("Pim3’s Music", "Pim3’s Music"), "what is written down of it may not be shared"),
    ],
)
def test_why_it_does_not_say_who_hands_it_in(organisations: tuple[str | None, ...], why: str) -> None:
    people = [{"id": "p3", "name": "Pim3"}]
    sources = [a_source(f"u{n}", people=people, organisation=name) for n, name in enumerate(organisations)]
    assert f"“Who hands in this return” is not here: {why}." in shareable(*sources).left_out


def test_the_notes_say_when_it_was_made() -> None:
    early = "21 December 2026, before the period is over: what is delivered later is not in it."
    whole = made(facts_of(a_group(13)), GENERAL, Profile.SHAREABLE, made_on=date(2026, 12, 21))
    assert (noted(whole, "Made"), whole.made_on) == ([early], date(2026, 12, 21))


def test_the_same_facts_make_the_same_return() -> None:
    assert shareable(a_group(13)) == shareable(a_group(13))
    assert (shareable(a_group(13)).first, shareable(a_group(13)).last) == (FIRST, LAST)


def test_the_ledger_learns_how_many_came_and_how_often_though_no_table_says_it() -> None:
    own = GENERAL.revised(tables=[{"table": "outcomes", "title": "What came of it"}])
    unseen = [(figure.about, figure.people) for figure in exact(a_group(13), template=own).figures if not figure.table]
    assert unseen == [("all", 13), ("attendances", 13)]


def test_each_figure_that_the_ledger_learns_is_called_by_labels_and_keeps_its_row_with_codes() -> None:
    own = GENERAL.revised(tables=[{"table": id, "title": "Any"} for id in ("characteristics", "totals")])
    made = exact(of_codes("u1", range(13), 0, "Y4", "ensemble"), template=own)
    called = [(figure, *words) for figure, words in zip(made.figures, made.called, strict=True) if figure.table]
    girls = [each for each in called if each[1] == "Gender, Girl or woman"]
    assert [column for _, _, column in girls] == ["People", "Asked", "Answered"]
    assert girls[0][0].row == "gender, Gender, girl, Girl or woman"
    assert ("Unique people", "") in [(row, column) for _, row, column in called]


def test_the_notes_say_that_contact_hours_are_an_estimate_where_they_are() -> None:
    [said] = noted(shareable(a_group(13)), "Estimated")
    assert "quote the figure of the return that you hand in" in str(said)
    assert not noted(exact(a_group(13)), "Estimated")
