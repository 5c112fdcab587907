"""Local tables in every layout that the ONS and the DfE publish: the right people of the right area, or a sentence."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.errors import AmieError
from amie_planner.returns import baselines_file
from amie_planner.returns.baselines import Baseline, questions
from amie_planner.returns.baselines_local import LocalTable, read

FILES = Path(__file__).parent / "baselines"
ONS = ("ons-ts021-ltla-long.csv", "nomis-ts021-ltla-wide.csv", "ons-bulletin-figure3-ltla-wide.csv")
DFE = ("dfe-ees-layout-2016-17.csv", "dfe-schpupnum-natcharacteristics-2016-17.csv")
HARTLEPOOL, ENGLAND = "E06000001", "E92000001"

Rows = Sequence[Sequence[object]]

SCHOOLS = tuple(
    [
        "Asian - Bangladeshi",
        "Asian - Chinese",
        "Asian - Indian",
        "Asian - Pakistani",
        "Asian - Any other Asian background",
        "Black - Black African",
        "Black - Black Caribbean",
        "Black - Any other Black background",
        "Mixed - White and Asian",
        "Mixed - White and Black African",
        "Mixed - White and Black Caribbean",
        "Mixed - Any other Mixed background",
        "White - White British",
        "White - Irish",
        "White - Traveller of Irish heritage",
        "White - Gypsy/Roma",
        "White - Any other White background",
        "Any other ethnic group",
    ]
)
LANGUAGES = ("Known or believed to be English", "Known or believed to be other than English", "Language unclassified")

EES = tuple(
    [
        "time_period",
        "time_identifier",
        "geographic_level",
        "country_code",
        "country_name",
        "region_name",
        "region_code",
        "old_la_code",
        "la_name",
        "new_la_code",
    ]
)
YORK = ("Academic year", "Local authority", ENGLAND, "England", "Yorkshire", "E12000003", "816", "York", "E06000014")
NATION = ("Academic year", "National", ENGLAND, "England", "", "", "", "", "")


def a_csv(rows: Rows) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def a_file(name: str) -> list[list[str]]:
    with (FILES / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def by_ethnicity_and_language(year: str, place: tuple[str, ...], each: int) -> list[tuple[object, ...]]:
    """As the department's file of ethnicity and language has them: a total, groups of either, and of both."""
    many = each * (len(SCHOOLS) + 1)
    crossed = [("Total", "Total", many)]
    crossed += [(label, "Total", each) for label in (*SCHOOLS, "Unclassified")]
    crossed += list(zip(("Total",) * 3, LANGUAGES, (many - 3 * each, 2 * each, each), strict=True))
    crossed += [(SCHOOLS[0], language, 1) for language in LANGUAGES]
    return [
        (year, *place, school, ethnicity, language, count, 100 * count / many)
        for school in ("State-funded primary", "Total")
        for ethnicity, language, count in crossed
    ]


ETHNICITY_AND_LANGUAGE = [
    (*EES, "phase_type_grouping", "ethnicity", "language", "headcount", "percent_of_pupils"),
    *by_ethnicity_and_language("202122", NATION, 10),
    *by_ethnicity_and_language("202122", YORK, 3),
    *by_ethnicity_and_language("202021", YORK, 2),
]


def refusal(data: bytes, area: str = "", question: str = "") -> str:
    with pytest.raises(AmieError) as caught:
        read(data).baseline(area, question)
    assert caught.value.hint
    assert caught.value.message.count(".") == 1 or "“" in caught.value.message
    return caught.value.message


@pytest.mark.parametrize("name", ONS)
def test_a_census_table_gives_hartlepool_in_any_layout(name: str) -> None:
    table = read((FILES / name).read_bytes())
    assert table.questions == ("ethnic-group", "ethnic-group-census")
    found = table.baseline(HARTLEPOOL, "ethnic-group-census")
    assert found.shares["white-british"] == 87761 / 92338
    assert found.shares["asian-bangladeshi"] == 278 / 92338
    assert sum(found.shares.values()) == pytest.approx(1)
    assert table.baseline(HARTLEPOOL, "ethnic-group").shares["white"] == pytest.approx(89068 / 92338)
    assert (found.area, found.people, found.licence) == ("Hartlepool", "residents", "Open Government Licence v3.0")
    assert [area.name for area in table.areas if area.code.startswith("W")] == ["Cardiff"]


@pytest.mark.parametrize("name", DFE)
def test_a_table_of_schools_gives_england_in_either_layout(name: str) -> None:
    table = read((FILES / name).read_bytes())
    assert table.questions == ("ethnic-group", "ethnic-group-schools", "free-meals", "send-status", "sex")
    free_meals = table.baseline(ENGLAND, "free-meals")
    assert free_meals.shares["yes"] == 1118520 / 8025075
    assert table.baseline(ENGLAND, "send-status").shares["ehc-plan"] == pytest.approx(225955 / 8025075, abs=1e-6)
    known = 5439960 + 8025075 - 86185
    asian = 238345 + 349980 + 139075 + 144520 + 35130
    assert table.baseline(ENGLAND, "ethnic-group").shares["asian"] == pytest.approx(asian / (known - 5439960), abs=1e-5)
    assert (free_meals.area, free_meals.people, free_meals.date) == ("England", "pupils", "2016/17")


def test_the_layouts_of_one_table_agree() -> None:
    for names, area in ((ONS, HARTLEPOOL), (DFE, ENGLAND)):
        first, *others = (read((FILES / name).read_bytes()) for name in names)
        for other in others:
            for question in first.questions:
                assert other.baseline(area, question).groups == first.baseline(area, question).groups


def test_the_file_of_ethnicity_and_language_gives_the_last_year_and_all_schools() -> None:
    table = read(a_csv(ETHNICITY_AND_LANGUAGE))
    assert [(area.code, area.name) for area in table.areas] == [(ENGLAND, "England"), ("E06000014", "York")]
    assert table.questions == ("ethnic-group", "ethnic-group-schools", "eal")
    assert set(table.baseline("E06000014", "ethnic-group-schools").shares.values()) == {1 / 18}
    assert table.baseline("E06000014", "eal").shares["yes"] == 6 / 54
    assert table.baseline("E06000014", "eal").date == "2021/22"


def test_the_file_of_free_meals_leaves_out_what_it_tells_twice_and_works_out_the_rest() -> None:
    labels = {
        "infants taken a free school meal on census day": 4,
        "known to be eligible for free school meals": 303,
        "known to be eligible for free school meals (used for FSM in Performance Tables)": 300,
        "number of pupils (used for FSM in Performance Tables)": 390,
        "Total": 395,
    }
    rows = [("202425", *YORK, "Total", label, count, 1.5) for label, count in labels.items()]
    table = read(a_csv([(*EES, "phase_type_grouping", "fsm", "headcount", "percent_of_pupils"), *rows]))
    assert table.questions == ("free-meals",)
    assert table.baseline("E06000014", "free-meals").shares == {"yes": 303 / 395, "no": 92 / 395}


def test_a_breakdown_whose_whole_is_all_pupils_is_read_by_its_whole() -> None:
    heading = (*EES, "phase_type_grouping", "fsm_eligibility", "fsm_breakdown", "pupil_count", "pupil_percent")
    rows = [
        ("202526", *YORK, "Total", "FSM eligible", "FSM eligible - infants taking free school meal", 5, 1.4),
        ("202526", *YORK, "Total", "FSM eligible", "All pupils", 274, 76.7),
        ("202526", *YORK, "Total", "Total", "All pupils - performance table metric", 350, 100),
        ("202526", *YORK, "Total", "Total", "All pupils", 357, 100),
    ]
    assert read(a_csv([heading, *rows])).baseline("E06000014", "free-meals").shares["yes"] == 274 / 357


def test_the_file_of_special_educational_needs_has_a_column_a_group() -> None:
    heading = (
        *EES,
        "phase_type_grouping",
        "type_of_establishment",
        "hospital_school",
        "total_pupils",
        "sen_support",
        "ehc_plan",
        "sen_support_percent",
        "ehc_plan_percent",
    )
    rows = [
        ("202425", *YORK, "Total", "Community school", "Total", 100, 9, 2, 9, 2),
        ("202425", *YORK, "Total", "Total", "Total", 400, 60, 20, 15, 5),
    ]
    found = read(a_csv([heading, *rows])).baseline("E06000014", "send-status")
    assert found.shares == {"ehc-plan": 0.05, "sen-support": 0.15, "none": 0.8}


def test_a_table_made_with_the_table_tool_names_the_only_schools_it_has() -> None:
    heading = (
        "location",
        "location_code",
        "geographic_level",
        "time_period",
        "phase_type_grouping",
        "language",
        "headcount",
    )
    rows = [
        ("York", "E06000014", "Local authority", "202324", "State-funded secondary", label, 10) for label in LANGUAGES
    ]
    found = read(a_csv([heading, *rows])).baseline("E06000014", "eal")
    assert (found.people, found.date) == ("pupils, State-funded secondary", "2023/24")
    assert found.shares == {"yes": 0.5, "no": 0.5}


DISABILITY = (
    "Disabled under the Equality Act: Day-to-day activities limited a lot",
    "Disabled under the Equality Act: Day-to-day activities limited a little",
    "Not disabled under the Equality Act: Has long term physical or mental health condition but day-to-day activities "
    "are not limited",
    "Not disabled under the Equality Act: No long term physical or mental health conditions",
)


def test_any_area_and_question_of_the_census_is_known_by_its_headings() -> None:
    heading = (
        "Upper tier local authorities Code",
        "Upper tier local authorities Label",
        "Disability (5 categories) Code",
        "Disability (5 categories) Label",
        "Count",
    )
    rows = [("E10000023", "North Yorkshire", code, label, code * 100) for code, label in enumerate(DISABILITY, 1)]
    table = read(a_csv([heading, *rows, ("E10000023", "North Yorkshire", -8, "Does not apply", 0)]))
    assert table.questions == ("disabled", "disabled-census")
    assert table.baseline("E10000023", "disabled").shares == {"yes": 0.3, "no": 0.7}


def test_sub_totals_of_nomis_are_never_added_to_their_parts() -> None:
    heading = (
        "date",
        "geography",
        "geography code",
        "Disability: Total: All usual residents",
        "Disability: Disabled under the Equality Act",
        *(f"Disability: {label}" for label in DISABILITY[:2]),
        "Disability: Not disabled under the Equality Act",
        *(f"Disability: {label}" for label in DISABILITY[2:]),
    )
    found = read(a_csv([heading, (2021, "York", "E06000014", 100, 30, 10, 20, 70, 30, 40)]))
    assert found.baseline("E06000014", "disabled").shares == {"yes": 0.3, "no": 0.7}
    assert found.baseline("E06000014", "disabled-census").shares["yes-a-lot"] == 0.1


def test_lines_above_the_headings_and_notes_below_the_rows_are_passed_over() -> None:
    rows = [["Ethnic group"], [], *a_file(ONS[0]), [], ["Source: Office for National Statistics"]]
    assert read(a_csv(rows)).baseline(HARTLEPOOL, "ethnic-group-census").shares["white-british"] == 87761 / 92338


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_that_such_a_table_may_have_is_read(encoding: str) -> None:
    heading = ("Area code", "Area name", "Female (number)", "Male (number)", "Female (percent)", "Male (percent)")
    text = a_csv([heading, ("W06000002", "Gwynedd – Llŷn" if "utf" in encoding else "Môn", "1,200", "800.0", 60, 40)])
    table = read(text.decode().encode(encoding))
    assert table.areas[0].name in ("Gwynedd – Llŷn", "Môn")
    assert table.baseline("W06000002", "sex").shares == {"female": 0.6, "male": 0.4}


def test_a_withheld_count_is_said_only_where_it_is_asked_for() -> None:
    heading = ("Area code", "Area name", "Female", "Male")
    data = a_csv([heading, ("E1", "Rye", "c", 4), ("E2", "York", 5, 5)])
    assert read(data).baseline("E2", "sex").shares["female"] == 0.5
    assert refusal(data, "E1", "sex") == "The count on line 2, column “Female”, is withheld for Rye."


def test_a_count_that_is_not_there_is_withheld_and_not_none() -> None:
    heading = ("Area code", "Area name", "Female", "Male")
    data = a_csv([heading, ("E1", "Rye", "", 4), ("E2", "York", 5, 5)])
    assert read(data).baseline("E2", "sex").shares["female"] == 0.5
    assert refusal(data, "E1", "sex") == "The count on line 2, column “Female”, is withheld for Rye."


def test_the_rest_is_worked_out_from_a_total_and_from_nothing_else() -> None:
    heading = ("Area code", "Area name", "sen_support", "ehc_plan")
    said = refusal(a_csv([heading, ("E2", "York", 9, 8)]), "E2", "send-status")
    assert said == "The table below line 1 has every group of a question in none of its areas."


SEXES = ("Area code", "Area name", "Sex (2 categories) Code", "Sex (2 categories)", "Observation")
FEMALE, MALE = ("E2", "York", 1, "Female", 6), ("E2", "York", 2, "Male", 4)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("Name", "Score"), ("Zed", 4)],
         "No line among the first 30 has a column that names areas, as “geography code” or “new_la_code”."),
        ([("geography", "geography code", "Age: Aged 4 years"), ("York", "E2", 4)],
         "Line 1 names areas, but no column counts the groups of a question that is known."),
        ([SEXES, ("E2", "York", 1, "Femail", 6), MALE],
         "Line 2, column “Sex (2 categories)”: “Femail” is no group of sex that is known."),
        ([SEXES, FEMALE, ("E2", "York", 2, "Male", "four")],
         "Line 3, column “Observation”: “four” is not a count of people."),
        ([SEXES, FEMALE, ("E2", "York", 2, "Male", -4)],
         "Line 3, column “Observation”: “-4” is not a count of people."),
        ([SEXES, FEMALE, ("E2", "York", 2, "Male", 4.5)],
         "Line 3, column “Observation”: “4.5” is not a count of people."),
        ([SEXES, FEMALE, MALE, FEMALE], "Line 4 counts the same people in column “Observation” as line 2."),
        ([SEXES, FEMALE, ("E2", "York", 2)], "Line 3 has 3 columns, and the headings have 5."),
        ([SEXES, FEMALE, (*MALE, 9)], "Line 3 has 6 columns, and the headings have 5."),
        ([SEXES, FEMALE, ("E2", " ", 2, "Male", 4)], "Line 3 names no area in column “Area name”."),
        ([SEXES, FEMALE], "The table below line 1 has every group of a question in none of its areas."),
        ([SEXES], "The table below line 1 has every group of a question in none of its areas."),
        ([(*SEXES, "Age (2 categories)"), (*FEMALE, "Under 16"), (*MALE, "16 and over")],
         "Column “Age (2 categories)” (line 1) divides the people, with no value for them all."),
        ([("Area code", "Area name", "Total", "Female", "Male"), ("E2", "York", 100, 50, 20)],
         "The groups in York do not add up to the total on line 2, column “Total”."),
        ([SEXES, ("E2", "York", 1, "Female", 0), ("E2", "York", 2, "Male", 0)], "This table counts nobody in York."),
        ([SEXES, FEMALE, MALE, ("E3", "Rye", 1, "Female", 6)], "This table has no count of “Male” in Rye."),
        ([SEXES, FEMALE, MALE], "This table does not have that area."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence_with_its_place(rows: Rows, said: str) -> None:
    assert refusal(a_csv(rows), "E3" if "Rye" in said or "that area" in said else "E2", "sex") == said


def test_a_long_label_is_quoted_in_part() -> None:
    assert len(refusal(a_csv([SEXES, ("E2", "York", 1, "F" * 1000, 6)]))) < 150
    assert len(refusal(a_csv([SEXES, ("E2", "York", 1, "Female", "9" * 999 + "x")]))) < 150


def test_a_rest_that_would_be_below_nothing_is_refused() -> None:
    heading = ("Area code", "Area name", "total_pupils", "sen_support", "ehc_plan")
    said = refusal(a_csv([heading, ("E2", "York", 10, 9, 8)]), "E2", "send-status")
    assert said == "The groups in York do not add up to the total on line 2, column “total_pupils”."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This file is empty."),
        (b" \r\n", "This file is empty."),
        (b"PK\x03\x04 and so on", "This file is not a CSV file."),
        (b"%PDF-1.7", "This file is not a CSV file."),
        (b"Area code,Area name\n\x81\x8d,\n", "This file is not text in a known encoding."),
        (b'Area code,Area name\n"Yor"k",\n', "The quotation marks near line 2 do not match, or a cell there is far too "
         "long."),
        (b"Area code,Area name\n" + b"," * 200, "Line 2 has more than 200 columns."),
        (b"a" * (baselines_file.LARGEST_FILE + 1), "This file is larger than 100 MB."),
        (a_csv([SEXES]) + b"a\n" * baselines_file.MOST_ROWS, "This table has more than 500,000 rows."),
    ],
    ids=["empty", "blank", "zip", "pdf", "bytes", "quotes", "wide", "large", "long"],
)  # fmt: skip
def test_a_file_that_is_no_such_table_is_refused(data: bytes, said: str) -> None:
    assert refusal(data) == said


def every_answer(table: LocalTable) -> list[Baseline]:
    return [table.baseline(area.code, question) for area in table.areas for question in table.questions]


WHOLE = {name: every_answer(read((FILES / name).read_bytes())) for name in (*ONS, *DFE)}


@given(st.sampled_from(sorted(WHOLE)), st.randoms())
def test_the_order_of_rows_and_of_columns_makes_no_difference(name: str, dice) -> None:
    heading, *rows = a_file(name)
    places = list(range(len(heading)))
    dice.shuffle(rows)
    dice.shuffle(places)
    data = a_csv([[row[at] for at in places] for row in (heading, *rows)])
    assert every_answer(read(data)) == WHOLE[name]


@given(st.lists(st.integers(0, 10**6), min_size=18, max_size=18).filter(any), st.integers(0, 10**6))
def test_shares_are_of_those_whose_group_is_known_and_add_up(counts: list[int], unknown: int) -> None:
    heading = ("Area code", "Area name", "Ethnicity", "Headcount")
    rows = [("E2", "York", label, count) for label, count in zip(SCHOOLS, counts, strict=True)]
    rows += [("E2", "York", "Unclassified", unknown), ("E2", "York", "Total", unknown + sum(counts))]
    table = read(a_csv([heading, *rows]))
    detailed, five = (table.baseline("E2", f"ethnic-group{which}").shares for which in ("-schools", ""))
    assert [detailed[code] for code in questions()["ethnic-group-schools"].codes] == [n / sum(counts) for n in counts]
    assert sum(five.values()) == pytest.approx(1)
    assert five["white"] == pytest.approx(sum(counts[12:17]) / sum(counts))


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_file_that_was_cut_short_or_changed_gives_the_same_or_a_sentence(name: str, data: st.DataObject) -> None:
    whole = (FILES / name).read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    inserted = data.draw(st.binary(max_size=4))
    try:
        found = every_answer(read(whole[:cut] + inserted))
    except AmieError as error:
        assert error.hint
        assert "\n" not in error.message.strip()
    else:
        assert all(sum(baseline.shares.values()) == pytest.approx(1) for baseline in found)
