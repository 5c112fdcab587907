"""A chart as shapes: at any width and size nothing leaves the drawing, lies on words or is cut away."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.terms import a_full_term

from amie_planner.checks.balance import Bars, Dot, Dots, Part, Tone, balance
from amie_planner.documents.charts import (
    Bar,
    Chart,
    Drawing,
    Mark,
    Shape,
    Stroke,
    Words,
    drawn,
    drawn_in_parts,
    in_words,
    table,
)

Box = tuple[float, float, float, float]
TERM = balance(a_full_term(), None, None)
NEAR = 0.001


def measure(text: str, size: float, bold: bool) -> float:
    """As wide as type may be: wide signs are as wide as they are tall, marks have no width."""
    wide = {"W": 1.0, "F": 1.0}
    return (
        size
        * (1.1 if bold else 1.0)
        * sum(0.0 if unicodedata.combining(one) else wide.get(unicodedata.east_asian_width(one), 0.55) for one in text)
    )


def bars(*parts: tuple[str, int], tone: Tone = Tone.PLAIN) -> Bars:
    made = tuple(Part(name, Fraction(amount), f"{amount} minutes", tone) for name, amount in parts)
    return Bars("genres", "Genres", "Minutes of music.", made, ("Genre", "Time"))


def dots(*held: tuple[str, int, int, int]) -> Dots:
    made = tuple(
        Dot(f"p{n}", name, weight, needed, met, "one big barrier; met for less than half of the time")
        for n, (name, weight, needed, met) in enumerate(held)
    )
    return Dots("support", "Support and barriers", "What is in the way.", made)


def box(shape: Shape) -> Box:
    match shape:
        case Bar():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Words():
            wide = measure(shape.text, shape.size, shape.bold)
            left = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
            return left, shape.y - shape.size, left + wide, shape.y + 0.3 * shape.size
        case Mark():
            half = shape.size / 2
            return shape.x - half, shape.y - half, shape.x + half, shape.y + half
        case Stroke():
            return shape.x1, shape.y1, shape.x2, shape.y2


def lie_on_one_another(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > NEAR and down > NEAR


def assert_all_has_room(drawing: Drawing) -> None:
    boxes = [(shape, box(shape)) for shape in drawing.shapes]
    for shape, (left, top, right, bottom) in boxes:
        assert left >= -NEAR and top >= -NEAR, shape
        assert right <= drawing.width + NEAR and bottom <= drawing.height + NEAR, shape
    solid = [(shape, held) for shape, held in boxes if not isinstance(shape, Stroke)]
    for (one, held), (other, also) in combinations(solid, 2):
        assert not lie_on_one_another(held, also), (one, other)
    for stroke, along in boxes:
        for words, held in solid:
            if isinstance(stroke, Stroke) and isinstance(words, Words):
                thick = *along[:2], along[2] + 2 * NEAR, along[3] + 2 * NEAR
                assert not lie_on_one_another(thick, held), (stroke, words)


def read_from(drawing: Drawing) -> str:
    return "".join("".join(shape.text for shape in drawing.shapes if isinstance(shape, Words)).split())


def of(kind: type, drawing: Drawing) -> list:
    return [shape for shape in drawing.shapes if isinstance(shape, kind)]


names = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=90),
    st.sampled_from(
        ["w" * 90, "مرحبا بالعالم", "שלום", "李小龙", "👩🏽\u200d🎤🎵🥁", "a " * 45, "Łukasz Nguyễn Наталья"]
    ),
)
sizes = {"width": st.integers(260, 900), "size": st.integers(9, 32)}


@settings(deadline=None, max_examples=150)
@given(held=st.lists(st.tuples(names, st.integers(0, 10_000)), max_size=8), **sizes)
def test_bars_and_their_words_have_room_at_any_width_and_size(
    held: list[tuple[str, int]], width: int, size: int
) -> None:
    chart = bars(*held)
    drawing = drawn(chart, width, size, measure)
    assert_all_has_room(drawing)
    for part in chart.parts:
        assert "".join(part.name.split()) in read_from(drawing)
        assert "".join(part.told.split()) in read_from(drawing)


people = st.tuples(names, st.integers(1, 200), st.integers(1, 5000), st.integers(0, 5000)).map(
    lambda p: (p[0], p[1], p[2], min(p[2], p[3]))
)


@settings(deadline=None, max_examples=150)
@given(held=st.lists(people, max_size=8), **sizes)
def test_dots_and_their_words_have_room_at_any_width_and_size(
    held: list[tuple[str, int, int, int]], width: int, size: int
) -> None:
    chart = dots(*held)
    drawing = drawn(chart, width, size, measure)
    assert_all_has_room(drawing)
    for dot in chart.dots:
        assert "".join(dot.name.split()) in read_from(drawing)
        assert "".join(dot.told.split()) in read_from(drawing)


@pytest.mark.parametrize("chart", TERM, ids=lambda chart: chart.id)
@pytest.mark.parametrize(("width", "size"), [(260, 14), (260, 28), (521, 12), (900, 14), (900, 28)])
def test_every_chart_of_a_term_has_room(chart: Chart, width: int, size: int) -> None:
    drawing = drawn(chart, width, size, measure)
    assert drawing.width == width
    assert_all_has_room(drawing)


# What the shapes say


@pytest.mark.parametrize("width", [300, 800])
def test_bars_are_as_long_as_what_they_stand_for_and_nothing_has_none(width: int) -> None:
    long, half, none = ("Grime", 60), ("Pop", 30), ("Jazz", 0)
    first, second = of(Bar, drawn(bars(long, half, none), width, 14, measure))
    assert second.width == pytest.approx(first.width / 2)
    assert first.x == second.x


def test_a_bar_that_is_there_can_be_seen() -> None:
    _, small = of(Bar, drawn(bars(("Grime", 100_000), ("Pop", 1)), 600, 14, measure))
    assert small.width == 1


def test_a_chart_of_nothing_but_nothing_has_no_bar_and_all_its_words() -> None:
    drawing = drawn(bars(("Grime", 0), ("Pop", 0)), 600, 14, measure)
    assert of(Bar, drawing) == []
    assert read_from(drawing) == "Grime0minutesPop0minutes"


@pytest.mark.parametrize(
    ("tone", "fill"),
    [
        (Tone.PLAIN, "solid"),
        (Tone.SHARED, "dotted"),
        (Tone.ADULTS, "hatched"),
        (Tone.NOT_KNOWN, "outline"),
    ],
)
def test_what_a_bar_stands_for_is_a_pattern(tone: Tone, fill: str) -> None:
    assert [bar.fill for bar in of(Bar, drawn(bars(("x", 1), tone=tone), 600, 14, measure))] == [fill]


def test_in_a_narrow_place_the_words_stand_over_the_bar() -> None:
    chart = bars(("Experimental, sound art, sensory", 15))
    (wide,), (narrow,) = (of(Bar, drawn(chart, width, 14, measure)) for width in (800, 280))
    assert wide.x > 100
    assert narrow.x < 1
    assert narrow.width == pytest.approx(279)


def test_a_long_name_stands_in_several_lines_and_leaves_room_for_its_bar() -> None:
    drawing = drawn(bars(("much longer than any " * 4, 15)), 900, 14, measure)
    (bar,) = of(Bar, drawing)
    assert bar.x < 900 * 0.4
    assert len(of(Words, drawing)) == 3


def test_words_are_drawn_in_the_order_in_which_they_are_read() -> None:
    for width in (280, 800):
        assert read_from(drawn(bars(("Grime", 60), ("Pop", 30)), width, 14, measure)) == "Grime60minutesPop30minutes"


def test_barriers_are_circles_and_minutes_met_are_squares() -> None:
    drawing = drawn(dots(("Sky", 5, 200, 50), ("Moss", 1, 100, 100)), 800, 14, measure)
    assert [mark.shape for mark in of(Mark, drawing)] == ["circle", "square"] * 2


@pytest.mark.parametrize("width", [280, 800])
def test_a_mark_stands_as_far_along_its_line_as_its_share(width: int) -> None:
    drawing = drawn(dots(("Most", 4, 100, 100), ("Half", 2, 100, 50), ("None", 4, 100, 0)), width, 14, measure)
    marks = of(Mark, drawing)
    most, half, none = (mark.x for mark in marks[1::2])
    assert half - none == pytest.approx(most - half)
    heaviest, lighter, again = (mark.x for mark in marks[::2])
    assert heaviest == again
    assert lighter < heaviest
    assert all(mark.y == other.y for mark, other in zip(marks[::2], marks[1::2], strict=True))


def test_where_nothing_is_needed_the_line_is_dashed_and_bare() -> None:
    drawing = drawn(dots(("Sky", 5, 0, 0)), 800, 14, measure)
    assert [mark.shape for mark in of(Mark, drawing)] == ["circle"]
    assert [stroke.dashed for stroke in of(Stroke, drawing)].count(True) == 1


@pytest.mark.parametrize("chart", [bars(), dots()])
def test_a_chart_without_figures_is_an_empty_drawing(chart: Chart) -> None:
    assert drawn(chart, 600, 14, measure) == Drawing(600, 0.0, ())


# The same chart over several pages


MANY = (
    bars(*((f"Genre {n}", n + 1) for n in range(70))),
    dots(*((f"Person {n}", 1 + n, 100, n) for n in range(70))),
)


def _held(chart: Chart) -> tuple[Part | Dot, ...]:
    return chart.parts if isinstance(chart, Bars) else chart.dots


@pytest.mark.parametrize("chart", MANY, ids=lambda chart: chart.id)
def test_a_chart_taller_than_a_page_goes_on_in_parts_that_fit(chart: Chart) -> None:
    parts = list(drawn_in_parts(chart, 520, 12, measure, 600))
    assert len(parts) > 1
    assert [one for share, _ in parts for one in _held(share)] == list(_held(chart))
    for share, drawing in parts:
        assert drawing.height <= 600
        assert share.title == chart.title
        assert_all_has_room(drawing)


@pytest.mark.parametrize("chart", MANY, ids=lambda chart: chart.id)
def test_all_parts_have_the_scale_of_the_whole(chart: Chart) -> None:
    whole = drawn(chart, 520, 12, measure)
    apart = [drawing for _, drawing in drawn_in_parts(chart, 520, 12, measure, 600)]
    for kind in (Bar, Mark):
        assert _across(of(kind, whole)) == _across(shape for drawing in apart for shape in of(kind, drawing))


def _across(shapes: Iterable[Bar | Mark]) -> list[tuple[float, float]]:
    return [(shape.x, shape.width if isinstance(shape, Bar) else shape.size) for shape in shapes]


def test_what_fits_no_page_stands_alone_rather_than_not_at_all() -> None:
    parts = list(drawn_in_parts(bars(("a", 1), ("b", 2)), 520, 12, measure, 5))
    assert [share.parts[0].name for share, _ in parts] == ["a", "b"]


def test_a_chart_that_fits_is_one() -> None:
    ((share, drawing),) = drawn_in_parts(MANY[0], 520, 12, measure, 10_000)
    assert share == MANY[0]
    assert drawing == drawn(MANY[0], 520, 12, measure)


# The same figures without the drawing


def test_the_table_has_every_figure_under_its_head_and_people_in_words() -> None:
    assert table(bars(("Grime", 60), ("Pop", 30))) == (
        ("Genre", "Time"),
        (("Grime", "60 minutes"), ("Pop", "30 minutes")),
    )
    heads, rows = table(dots(("Sky", 5, 200, 50)))
    assert heads == ("Who", "What is in the way, and what is met")
    assert rows == (("Sky", "one big barrier; met for less than half of the time"),)


@pytest.mark.parametrize("chart", TERM, ids=lambda chart: chart.id)
def test_the_text_alternative_says_the_sentence_and_every_figure(chart: Chart) -> None:
    said = in_words(chart)
    assert said.startswith(f"{chart.title}. {chart.about} ")
    places = [said.index(f"{one.name}: {one.told}") for one in _held(chart)]
    assert all(before < after for before, after in pairwise(places))
    assert said.endswith(".")


def test_the_text_alternative_of_a_chart_without_figures_is_its_sentence() -> None:
    assert in_words(bars()) == "Genres. Minutes of music."
