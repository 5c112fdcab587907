import pypdfium2
import pytest
from tests.documents.reading import faults, structure, words_of

from amie_planner.documents.house_style import CLEAR, heading, time_bar
from amie_planner.documents.pages import build
from amie_planner.documents.time_bar import BarPart, in_words

THREE = (BarPart("arrive", 5), BarPart("a song with a long name", 4), BarPart("look back", 30))


def _printed(parts, planned) -> bytes:
    bar = time_bar(CLEAR, parts, planned)
    return build([heading(CLEAR, 1, "Bar"), bar], style=CLEAR, title="Bar", footer="")


@pytest.mark.parametrize(
    ("planned", "end"),
    [(45, "look back 30 minutes, 6 minutes left."), (39, "look back 30 minutes."), (38, "30 minutes, 1 minute over.")],
)
def test_the_bar_in_words_says_what_is_left_or_over(planned, end):
    said = in_words(THREE, planned)
    assert said.startswith("Time bar. arrive 5 minutes, a song with a long name 4 minutes, ")
    assert said.endswith(end)


def test_the_bar_is_a_figure_with_alternative_text_and_a_box():
    (figure,) = structure(_printed(THREE, 45)).all("Figure")
    assert figure.alt == in_words(THREE, 45)
    left, bottom, right, top = map(float, figure.attributes["BBox"])
    assert (left, right) == (pytest.approx(CLEAR.left), pytest.approx(CLEAR.left + CLEAR.width))
    assert 0 < bottom < top < CLEAR.page[1]


def test_a_label_that_has_no_room_gives_way_to_its_minutes():
    assert structure(_printed(THREE, 45)).all("Figure")[0].words == "arrive 4 look back"


def test_a_sliver_has_no_label_rather_than_half_of_one():
    parts = [BarPart("wait", 1), BarPart("all day", 479)]
    assert structure(_printed(parts, 480)).all("Figure")[0].words == "all day"


@pytest.mark.parametrize(
    ("parts", "planned"),
    [
        ((), 45),
        ((), 0),
        ((BarPart("", 0),), 0),
        (THREE, 10),
        ((BarPart("<b>🎵", 60),), 0),
        ((BarPart("x", 1),) * 300, 45),
    ],
)
def test_any_bar_prints_as_accessible_pdf(parts, planned, tmp_path):
    assert faults(_printed(parts, planned), tmp_path) == []


@pytest.mark.parametrize(("planned", "label_is_after_the_end"), [(42, True), (100, False)])
def test_the_mark_of_the_planned_end_never_runs_through_a_label(planned, label_is_after_the_end):
    parts = [BarPart("arrive", 40), BarPart("look back", 80)]
    page = pypdfium2.PdfDocument(_printed(parts, planned))[0]
    texts = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    label = next(drawn for drawn in texts if words_of(drawn, page.get_textpage()).startswith("look back"))
    left, _, right, _ = label.get_bounds()
    end = CLEAR.left + CLEAR.width * planned / 120
    assert left > end if label_is_after_the_end else right < end
