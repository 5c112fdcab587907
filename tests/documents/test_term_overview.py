"""The term overview: every figure of the balance, in words and in tables, under every rule for names."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.checks.example import a_term
from tests.checks.terms import FIRST, LAST, a_full_term
from tests.documents.papers import HARD, as_text
from tests.documents.reading import decoration, faults, pages, structure
from tests.documents.test_document import GOLDEN, REWRITE
from tests.plans import a_series

from amie_planner import checks
from amie_planner.checks.balance import Bars, Dots, balance
from amie_planner.checks.marks import marks_in
from amie_planner.documents.blocks import Gap
from amie_planner.documents.charts import in_words, table
from amie_planner.documents.cleaning import clean
from amie_planner.documents.house_style import CLEAR, EASY_READ, LARGE, PrintStyle, heading, paragraph
from amie_planner.documents.house_style import table as table_on_paper
from amie_planner.documents.naming import Names
from amie_planner.documents.pages import build
from amie_planner.documents.session_rows import PARTS, Part, session_rows
from amie_planner.documents.term_overview import TERM_OVERVIEW, Term
from amie_planner.domain.names import NamesFound
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError

CODES = {f"p{n}": f"CODE{n}" for n in range(1, 9)}


def printed(series: Series, names: Names = Names.ALIAS, first: date | None = FIRST, **options: Any) -> bytes:
    findings = checks.run_series(series, first, LAST)
    return TERM_OVERVIEW.render(Term.over(series, first, LAST), findings, names, codes=CODES, **options)


@cache
def of_the_term(names: Names = Names.ALIAS) -> bytes:
    return printed(a_full_term(), names)


@cache
def hostile() -> Series:
    said = dict(enumerate(HARD))
    return a_term(
        *(
            {
                "intentions": [{"id": "i1", "area": "musical", "text": words}],
                "activities": [
                    {"id": "a1", "title": words, "kind": "perform", "minutes": n + 1, "leads": [f"t{n}"],
                     "music": [{"genres": [words], "practices": [words]}]}
                ],
                "adaptations": [{"id": "d1", "what": words, "activities": "all"}],
            }
            for n, words in said.items()
        ),
        programme={"uid": "u1", "title": HARD[0]},
        team=[{"id": f"t{n}", "role": words} for n, words in said.items()],
        people=[
            {"id": f"p{n}", "alias": words, "requirements": [{"id": f"r{n}"}]} for n, words in said.items() if words
        ],
        replies=[{"check": "H12", "reply": "on purpose", "because": HARD[1]}],
    )  # fmt: skip


def expanded(names: Names = Names.ALIAS, *parts: Part, **options: Any) -> bytes:
    """The overview with these parts of each session seen."""
    term = Term.over(a_full_term(2), FIRST, LAST, parts)
    return TERM_OVERVIEW.render(term, (), names, codes=CODES, **options)


@pytest.mark.parametrize("name", ["term-overview", "term-overview-expanded"])
def test_the_overview_of_a_term_reads_as_its_golden_file(name: str):
    golden = GOLDEN / f"{name}.txt"
    said = as_text(of_the_term() if name == "term-overview" else expanded(Names.ALIAS, *Part))
    if os.environ.get(REWRITE):
        golden.write_text(said, encoding="utf-8")
        pytest.fail(f"{golden.name} is written anew: look at the difference, and run again without {REWRITE}")
    assert said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("chart", balance(a_full_term(), FIRST, LAST), ids=lambda chart: chart.id)
def test_every_figure_of_every_chart_is_in_its_alternative_text_and_in_its_table(chart):
    root = structure(of_the_term())
    assert clean(in_words(chart)) in [figure.alt for figure in root.all("Figure")]
    heads, rows = table(chart)
    tables = [[[cell.words for cell in row.children] for row in held.all("TR")] for held in root.all("Table")]
    assert [list(heads), *(list(row) for row in rows)] in tables


def test_each_chart_stands_under_its_title_and_before_its_table():
    kinds = [(node.kind, node.words) for node in structure(of_the_term()).all("H2", "Figure", "Table")]
    charts = balance(a_full_term(), FIRST, LAST)
    assert [kind for kind, _ in kinds] == ["H2", "Table"] + ["H2", "Figure", "Table"] * len(charts) + ["H2"]
    titles = [words for kind, words in kinds if kind == "H2"]
    assert titles == ["The sessions", *(chart.title for chart in charts), "HEARD over this period"]


@pytest.mark.parametrize("names", TERM_OVERVIEW.names)
@pytest.mark.parametrize("style", TERM_OVERVIEW.styles, ids=lambda style: style.id)
def test_the_overview_passes_pdf_ua_1_by_every_rule_and_in_every_style(names, style, tmp_path):
    assert faults(printed(a_full_term(), names, style=style), tmp_path) == []


@pytest.mark.parametrize("style", [CLEAR, LARGE], ids=lambda style: style.id)
def test_whatever_is_typed_is_printed_as_typed(style, tmp_path):
    pdf = printed(hostile(), style=style)
    assert faults(pdf, tmp_path) == []
    said = "".join(structure(pdf).text().split())
    for words in filter(None, HARD):
        assert "".join(clean(words).split())[:40] in said


@pytest.mark.parametrize("series", [a_series(), a_term(), a_term({}), a_term({}, {}, {})])
def test_a_term_of_which_little_is_written_down_prints_too(series, tmp_path):
    pdf = printed(series)
    assert faults(pdf, tmp_path) == []
    root = structure(pdf)
    listed = ["The sessions"] if series.sessions else []
    assert [head.words for head in root.all("H2")] == [*listed, "Nothing to show yet", "HEARD over this period"]
    named = [item.words.partition(":")[0] for item in root.all("LBody")]
    assert named == [chart.title for chart in balance(series, None, None)]
    assert "What gets performed: No music was performed." in root.text()
    assert [node.kind for node in root.all("Figure", "Table")] == ["Table"] * len(listed)


def test_a_chart_that_shows_something_stands_and_the_others_are_named_after_it():
    root = structure(printed(a_term({"activities": [{"id": "a1", "minutes": 5, "music": [{"genres": ["pop"]}]}]})))
    drawn = [figure.alt.partition(".")[0] for figure in root.all("Figure")]
    assert "Genres" in drawn
    assert "Ideas" not in drawn
    heads = [head.words for head in root.all("H2")]
    assert heads == ["The sessions", *drawn, "Nothing to show yet", "HEARD over this period"]


# Title and period


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (FIRST, LAST, "1 September 2026 to 18 December 2026"),
        (FIRST, None, "from 1 September 2026"),
        (None, LAST, "up to 18 December 2026"),
        (None, None, "all sessions"),
    ],
)
def test_the_title_is_the_programmes_with_its_period(first, last, days):
    pdf = TERM_OVERVIEW.render(Term.over(a_full_term(), first, last), ())
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == f"Sound makers, {days}"
    root = structure(pdf)
    assert root.all("H1")[0].words == "Sound makers"
    assert root.all("P")[0].words == f"{days[0].upper()}{days[1:]} · 4 sessions"


def test_one_session_is_one():
    pdf = TERM_OVERVIEW.render(Term.over(a_full_term(), FIRST, FIRST), ())
    assert structure(pdf).all("P")[0].words == "1 September 2026 to 1 September 2026 · 1 session"


def test_every_session_is_listed_and_those_that_charts_leave_out_are_told():
    held = {"title": "T", "date": "2026-09-08"}
    sessions = [held | {"id": f"s{n}", "status": status} for n, status in enumerate(("planned", "draft"))]
    said = structure(TERM_OVERVIEW.render(Term.over(a_series(sessions=sessions), None, None), ())).all("P")
    assert said[0].words == "All sessions · 2 sessions"
    assert "Charts and HEARD are of 1 session, without drafts" in said[1].words


def test_the_foot_of_each_page_says_how_people_are_named():
    assert all("Names shown: initials Page" in foot for foot in decoration(of_the_term(Names.INITIALS)))


# Names


def _people(names: Names) -> list[str]:
    tables = structure(of_the_term(names)).all("Table")
    found = [held for held in tables if "What is in the way" in held.text()]
    return [row.children[0].words for held in found for row in held.all("TR")[1:]]


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (Names.ALIAS, ["Sky", "Łukasz", "Wren"]),
        (Names.INITIALS, ["S", "Ł", "W (1)"]),
        (Names.CODE, ["CODE1", "CODE2", "CODE5"]),
        (Names.NONE, []),
    ],
)
def test_people_are_called_as_the_rule_says(names, called):
    people = [*a_full_term().people]
    assert len(people) == 6
    assert _people(names) == [name.replace("W (1)", "W") for name in called]


@pytest.mark.parametrize("names", [Names.CODE, Names.NONE])
def test_where_no_name_may_show_none_does_and_the_team_goes_by_role(names):
    said = structure(of_the_term(names)).text()
    for name in ("Sky", "Łukasz", "Wren", "Kai", "Jo Bell"):
        assert name not in said
    assert "music leader" in said


def test_unless_it_is_asked_otherwise_nobody_is_named():
    assert TERM_OVERVIEW.names == (Names.NONE, Names.CODE, Names.INITIALS, Names.ALIAS)


@pytest.mark.parametrize("names", TERM_OVERVIEW.names)
def test_what_is_in_the_way_of_people_is_said_without_figures(names):
    charts = [figure.alt for figure in structure(of_the_term(names)).all("Figure") if "Support" in figure.alt]
    assert bool(charts) is (names is not Names.NONE)
    assert not [chart for chart in charts if re.search(r"\d", re.sub(r"CODE\d", "", chart))]


def test_without_names_no_row_stands_for_a_person_and_a_sentence_says_so():
    root = structure(of_the_term(Names.NONE))
    assert "left out where people are not told apart" in root.text()
    assert "Support and barriers" not in "".join(figure.alt for figure in root.all("Figure"))
    assert "a young person" not in root.text()


def test_without_names_and_without_requirements_the_chart_says_that_nothing_is_written_down():
    said = structure(printed(a_term({}, {}, {}), Names.NONE)).text()
    assert "No access requirement is written down." in said
    assert "left out" not in said


def test_a_genre_that_is_a_name_stops_the_paper_and_says_where():
    series = a_term({"activities": [{"id": "a1", "minutes": 5, "music": [{"genres": ["Sky’s beat"]}]}]},
                    people=[{"id": "p1", "alias": "Sky"}])  # fmt: skip
    with pytest.raises(NamesFound, match="“Sky” under “Genres”"):
        printed(series, Names.NONE)
    assert b"%PDF" in printed(series, Names.NONE, not_names=frozenset({"Sky"}))


@pytest.mark.parametrize("options", [{"names": Names.FULL}, {"style": EASY_READ}])
def test_a_rule_or_style_that_it_does_not_allow_is_refused(options):
    with pytest.raises(AmieError, match="Term overview cannot"):
        printed(a_full_term(), **options)


# On the page


@pytest.mark.parametrize("above", range(600, 760, 6))
def test_the_head_of_a_table_never_stands_at_the_foot_of_a_page_without_a_row(above):
    rows = [[f"Row {n}", "1 minute"] for n in range(4)]
    before = (heading(CLEAR, 1, "Paper"), paragraph(CLEAR, "Said before."), Gap(above))
    story = [*before, table_on_paper(CLEAR, ["What", "Time"], rows, [1, 1])]
    for words in pages(build(story, style=CLEAR, title="Paper", footer="")):
        assert "What" not in words or "What Time Row" in words


# What HEARD asks


def test_findings_stand_with_their_reply():
    said = structure(of_the_term()).text()
    assert "Is the same thing written every week? Worth a look: In most sessions the same is written" in said
    assert "Reply: On purpose, because: It holds the group." in said


def test_that_it_is_too_early_is_said_once_above_and_once_of_what_heard_asks():
    root = structure(printed(a_term({})))
    said = root.text() + "".join(figure.alt for figure in root.all("Figure"))
    assert said.count("too early to see a pattern") == 1
    assert "It is too early for answers. These questions wait: Holistic" in said
    assert "Is the same thing written every week? Equitable" in said
    assert "too early" not in structure(of_the_term()).text()


def test_a_finding_names_the_first_lines_it_points_at_and_counts_the_rest():
    weeks = [{"status": "delivered", "adaptations": [{"id": "d1", "what": f"Change {n}", "activities": "all"}],
              "activities": [{"id": "a1"}]} for n in range(8)]  # fmt: skip
    said = structure(printed(a_term(*weeks))).text()
    assert "• Change 5, Week 6, Tuesday 6 October 2026 • and 2 more" in said
    assert "Change 6" not in said


def test_nobodys_words_and_no_person_are_pointed_at():
    series = a_full_term()
    findings = checks.run_series(series, FIRST, LAST)
    quoted = [v.text for v in series.voice if v.text]
    labels = [line.label for f in findings for line in f.lines if line.kind.value in ("voice", "person", "requirement")]
    assert quoted and labels
    heard = structure(of_the_term()).text().partition("HEARD over this period")[2]
    assert not [words for words in (*quoted, *labels) if words in heard]


def test_nothing_in_the_overview_reads_as_a_mark():
    for weeks in (0, 1, 4):
        assert marks_in(structure(printed(a_full_term(weeks))).text()) == ()


def test_without_findings_there_is_no_section_for_them():
    pdf = TERM_OVERVIEW.render(Term.over(a_full_term(), FIRST, LAST), ())
    assert "HEARD" not in structure(pdf).text()


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("style", TERM_OVERVIEW.styles, ids=lambda style: style.id)
def test_what_is_expanded_is_what_prints_and_nothing_else(part: Part, style: PrintStyle):
    said = structure(expanded(Names.ALIAS, part, style=style)).text()
    rows = session_rows(a_full_term(2), FIRST, LAST, [part])
    sessions = said.partition("The sessions")[2]
    for row in rows:
        assert row.text in sessions
        for seen, lines in row.parts:
            assert PARTS[seen] in sessions and all(" ".join(clean(line).split()) in sessions for line in lines)
    assert not [other for other in Part if other is not part and f"{PARTS[other]}:" in said]


@pytest.mark.parametrize("names", TERM_OVERVIEW.names)
def test_expanded_sessions_name_nobody_and_quote_nobody(names: Names):
    series = a_full_term()
    said = structure(expanded(names, *Part)).text().partition("The sessions")[2].partition("Outcome areas")[0]
    private = [*(p.alias for p in series.people if p.alias), *(v.text for v in series.voice if v.text)]
    assert private and not [words for words in private if words in said]
    assert marks_in(said) == ()


def test_a_name_in_an_activity_stops_the_paper_only_where_activities_are_seen():
    session = {
        "id": "s1",
        "title": "One",
        "date": "2026-09-01",
        "activities": [{"id": "a1", "title": "Hello with Sky"}],
    }
    series = a_series(sessions=[session], people=[{"id": "p1", "alias": "Sky"}])
    with pytest.raises(NamesFound, match="Sky"):
        TERM_OVERVIEW.render(Term.over(series, None, None, (Part.ACTIVITIES,)), (), Names.NONE)
    assert TERM_OVERVIEW.render(Term.over(series, None, None, (Part.ATTENDANCE,)), (), Names.NONE)


# The same each time


IN_ANOTHER_PROCESS = """
import hashlib
from tests.documents.test_term_overview import of_the_term
print(hashlib.sha256(of_the_term()).hexdigest())
"""


def test_the_same_term_gives_the_same_bytes_in_every_process():
    def ran(seed: str) -> str:
        path = os.pathsep.join(filter(None, sys.path))
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        command = [sys.executable, "-c", IN_ANOTHER_PROCESS]
        root = Path(__file__).parents[2]
        done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=True)
        return done.stdout

    assert ran("1") == ran("2")


def test_a_term_is_its_series_and_a_period():
    series = a_full_term()
    term = Term.over(series, FIRST, LAST)
    assert (term.sessions, term.people, term.programme) == (series.sessions, series.people, series.programme)
    assert balance(term, FIRST, LAST) == balance(series, FIRST, LAST)
    assert {type(chart) for chart in balance(term, FIRST, LAST)} == {Bars, Dots}
