"""A chart on paper: a figure with alternative text, drawn within its page, whatever its names hold."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

import pypdfium2
import pytest
from tests.checks.terms import a_full_term
from tests.documents.papers import HARD
from tests.documents.reading import Node, faults, structure

from amie_planner.checks.balance import Bars, Dot, Dots, Part, Tone, balance
from amie_planner.documents.chart_figure import chart_figures
from amie_planner.documents.charts import Chart, in_words
from amie_planner.documents.cleaning import clean
from amie_planner.documents.house_style import CLEAR, LARGE, PrintStyle, heading
from amie_planner.documents.pages import build

TERM = balance(a_full_term(), None, None)


def printed(*charts: Chart, style: PrintStyle = CLEAR) -> bytes:
    story = [heading(style, 1, "Charts"), *(figure for chart in charts for figure in chart_figures(style, chart))]
    return build(story, style=style, title="Charts", footer="")


def bars(*names: str) -> Bars:
    tones = list(Tone)
    parts = (Part(name, Fraction(n + 1), f"{n + 1} minutes", tones[n % 4]) for n, name in enumerate(names))
    return Bars("genres", "Genres", "Minutes of music.", tuple(parts), ("Genre", "Time"))


def dots(*names: str) -> Dots:
    made = (Dot(f"p{n}", name, n + 1, 60, n % 60, f"{n + 1} big barriers") for n, name in enumerate(names))
    return Dots("support", "Support and barriers", "What is in the way.", tuple(made))


def figures(pdf: bytes) -> list[Node]:
    return structure(pdf).all("Figure")


@pytest.mark.parametrize("style", [CLEAR, LARGE], ids=lambda style: style.id)
def test_charts_are_figures_that_say_all_they_show_within_the_page(style, tmp_path):
    pdf = printed(*TERM, style=style)
    assert faults(pdf, tmp_path) == []
    assert [figure.alt for figure in figures(pdf)] == [clean(in_words(chart)) for chart in TERM]
    for figure in figures(pdf):
        left, bottom, right, top = map(float, figure.attributes["BBox"])
        assert (left, right) == (pytest.approx(style.left), pytest.approx(style.left + style.width))
        assert 0 < bottom < top < style.page[1]


def test_names_and_amounts_stand_in_the_drawing_too():
    (figure,) = figures(printed(bars("Grime", "Opera", "Our own", "Not known")))
    assert figure.words == "Grime 1 minutes Opera 2 minutes Our own 3 minutes Not known 4 minutes"


def test_a_chart_without_figures_leaves_no_trace():
    assert figures(printed(bars(), dots())) == []


@pytest.mark.parametrize("chart", [bars(*HARD), dots(*HARD)], ids=lambda chart: chart.id)
def test_whatever_is_typed_as_a_name_is_printed_as_typed(chart, tmp_path):
    pdf = printed(chart)
    assert faults(pdf, tmp_path) == []
    said = "".join("".join(figure.words for figure in figures(pdf)).split())
    for name in filter(None, HARD):
        assert "".join(clean(name).split())[:40] in said


@pytest.mark.parametrize(
    "chart", [bars(*(f"Genre {n}" for n in range(90))), dots(*(f"Person {n}" for n in range(60)))], ids=lambda c: c.id
)
def test_a_chart_taller_than_a_page_becomes_several_figures_none_of_them_cut(chart, tmp_path):
    pdf = printed(chart)
    assert faults(pdf, tmp_path) == []
    held = figures(pdf)
    assert len(held) > 1
    said = [one.name for one in (chart.parts if isinstance(chart, Bars) else chart.dots)]
    places = ["; ".join(figure.alt for figure in held).index(f"{name}: ") for name in said]
    assert all(before < after for before, after in pairwise(places))
    assert all(float(figure.attributes["BBox"][1]) > 0 for figure in held)


def test_each_tone_is_a_pattern_of_its_own_in_black_and_white():
    pdf = printed(bars("a", "b", "c", "d"))
    left, bottom, _, top = map(float, figures(pdf)[0].attributes["BBox"])
    scale, each = 4, (top - bottom) / 4
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=scale).to_pil().convert("L")
    greys = []
    for row in range(4):
        middle = CLEAR.page[1] - top + each * (row + 0.5)
        bar = (left + 25, middle - 4, left + 85, middle + 4)
        seen = page.crop(tuple(round(edge * scale) for edge in bar)).histogram()
        greys.append(sum(grey * many for grey, many in enumerate(seen)) / sum(seen))
    assert all(abs(one - other) > 15 for one, other in combinations(greys, 2))


def test_the_same_chart_as_decoration_says_nothing():
    (figure,) = chart_figures(CLEAR, bars("Grime"))
    muted = figure.muted()
    assert (muted.structure(), muted.words()) == ((), "")
    assert muted.height(CLEAR.width) == figure.height(CLEAR.width)
