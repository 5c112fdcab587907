"""The participant strip: each step as a card with a picture and its word, in four ways, and nobody named."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image
from tests.documents.papers import many, space_sounds
from tests.documents.reading import pages, structure, words_of
from tests.plans import a_plan

from amie_planner.cli.demo import samples
from amie_planner.documents import CLEAR, LARGE, STYLES, NamesFound
from amie_planner.documents.participant_cards import Drawing
from amie_planner.documents.participant_strip import FIRST_THEN, NOW_NEXT, PARTICIPANT_STRIP, STEPS
from amie_planner.domain.plan import Plan
from amie_planner.domain.symbols import symbol
from amie_planner.domain.words import listed

STRIPS = (PARTICIPANT_STRIP, NOW_NEXT, FIRST_THEN, STEPS)
LEAST = 60 * 72 / 25.4  # 60 mm
CHANGES = ["Something is different", "Oops! A surprise"]
each_strip = pytest.mark.parametrize("strip", STRIPS, ids=lambda strip: strip.id)


def _picture(kind: str = "PNG", size: tuple[int, int] = (60, 40)) -> str:
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    return b64encode(out.getvalue()).decode()


def _session(*activities, pictures=(), **parts) -> Plan:
    numbered = [{"id": f"a{n}", **activity} for n, activity in enumerate(activities)]
    return a_plan(activities=numbered, parts={"pictures": [*pictures], **parts})


def _titled(*titles: str) -> Plan:
    return _session(*({"title": title} for title in titles))


def _words(strip, plan: Plan) -> list[str]:
    """The word under each picture, but for the cards for changes."""
    parts = structure(strip.of_plan(plan)).all("Figure", "P")
    said = [under.words for one, under in pairwise(parts) if one.kind == "Figure"]
    assert said[-2:] == CHANGES
    return said[:-2]


def _cells(strip, plan: Plan) -> list[list[str]]:
    rows = structure(strip.of_plan(plan)).all("TR")
    return [[cell.text() for cell in row.children] for row in rows]


def test_the_whole_session_has_an_empty_place_beside_each_card():
    assert _cells(PARTICIPANT_STRIP, _titled("Hello", "Drums")) == [
        ["What we do", "Finished"],
        ["Hello", ""],
        ["Drums", ""],
    ]


def test_what_is_next_becomes_now_until_it_is_finished():
    pairs = [["Now", "Next"], ["Hello", "Drums"], ["Drums", "Bye"], ["Bye", "Finished"]]
    assert _cells(NOW_NEXT, _titled("Hello", "Drums", "Bye")) == pairs


@pytest.mark.parametrize(
    ("titles", "pairs"),
    [
        (["Hello"], [["Hello", "Finished"]]),
        (["Hello", "Drums"], [["Hello", "Drums"]]),
        (["Hello", "Drums", "Bye"], [["Hello", "Drums"], ["Bye", "Finished"]]),
    ],
)
def test_first_and_then_take_two_steps_at_a_time(titles, pairs):
    assert _cells(FIRST_THEN, _titled(*titles)) == [["First", "Then"], *pairs]


def test_few_steps_are_all_there_with_numbers():
    said = structure(STEPS.of_plan(_titled("Hello", "Drums", "Bye")))
    assert [p.words for p in said.all("P")][2:-2] == ["1", "Hello", "2", "Drums", "3", "Bye", "Finished"]
    assert "Not on these cards" not in said.text()


def test_of_many_steps_the_first_the_last_and_every_break_and_the_longest_between_are_there():
    plan = _session(
        {"title": "Hello", "minutes": 1},
        {"title": "Short", "minutes": 2},
        {"title": "Long", "minutes": 9},
        {"title": "Tea", "kind": "break", "minutes": 30},
        {"title": "Longer", "minutes": 10},
        {"title": "Middle", "minutes": 5},
        {"title": "No length"},
        {"title": "Bye"},
    )
    assert _words(STEPS, plan) == ["Hello", "Long", "Tea", "Longer", "Bye", "Finished"]


def test_a_break_is_a_step_like_any_other_where_they_are_few():
    plan = _session({"title": "Hello"}, {"title": "Pause", "kind": "break"}, {"title": "Bye"})
    assert _words(STEPS, plan) == ["Hello", "Pause", "Bye", "Finished"]


@pytest.mark.parametrize("breaks", [1, 3, 4])
def test_there_are_five_steps_at_most_breaks_come_first_and_what_is_left_out_is_named(breaks):
    pauses = [{"title": f"Pause {n}", "kind": "break"} for n in range(breaks)]
    plan = _session({"title": "Hello"}, *({"title": "Song", "minutes": 9},) * 4, *pauses, {"title": "Bye"})
    songs = max(3 - breaks, 0)
    paused = [one["title"] for one in pauses[:3]]
    assert _words(STEPS, plan) == ["Hello", *["Song"] * songs, *paused, "Bye", "Finished"]
    left_out = [*["Song"] * (4 - songs), *(one["title"] for one in pauses[3:])]
    assert f"Not on these cards: {listed(left_out)}." in structure(STEPS.of_plan(plan)).text()


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
@pytest.mark.parametrize("second", ["", "Witajcie"])
def test_five_steps_and_what_is_left_out_are_one_page(style, second):
    plan = _session(*({"title": f"Go {n}", "card": {"second": second}} for n in range(7)))
    printed = pages(STEPS.render(plan, (), style=style))
    assert all(words in printed[0] for words in ("1 Go 0", "5 Go 6", "Finished", "Not on these cards: Go 4 and Go 5."))
    assert [("Something is different" in page) for page in printed] == [False, True]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_steps_that_go_by_their_titles_are_one_page_too(style):
    first = pages(STEPS.render(space_sounds(), (), style=style))[0]
    assert "Finished" in first and "Not on these cards: Hello song." in first


def _drawn_wide(plan: Plan) -> set[float]:
    """How wide the symbols are, in points."""
    return {block.wide for block in _within(STEPS.sheet(plan, ()).blocks) if isinstance(block, Drawing)}


def _within(blocks):
    for block in blocks:
        yield block
        yield from _within(block.inside())


def test_steps_that_no_size_makes_one_page_keep_large_pictures():
    assert _drawn_wide(_titled(*["w" * 5_000] * 5)) >= _drawn_wide(_titled("Hello"))


@each_strip
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_no_page_has_nothing_but_empty_cards(strip, style):
    for many_of in range(1, 9):
        plan = _titled(*(f"Go {n}" for n in range(many_of)))
        assert not [
            page
            for page in pages(strip.render(plan, (), style=style))
            if page.startswith(("Cards for changes (c", "Names"))
        ]


@each_strip
def test_a_strip_says_whose_session_it_is_and_that_it_is_cancelled(strip):
    plan = _titled("Hello")
    assert plan.programme.title in structure(strip.of_plan(plan)).text()
    off = replace(plan, session=plan.session.revised(status="cancelled"))
    cancelled = ["This session is cancelled." in structure(strip.of_plan(one)).text() for one in (plan, off)]
    assert cancelled == [False, True]


@each_strip
def test_neither_setting_up_nor_plan_b_is_shown(strip):
    plan = _session({"title": "Cables", "kind": "set-up"}, {"title": "Hello"}, {"title": "Spare", "skip": True})
    assert {"Cables", "Spare"}.isdisjoint(_words(strip, plan))
    assert "Hello" in _words(strip, plan)


@each_strip
def test_groups_that_part_have_a_board_each_on_its_own_page(strip):
    parted = (
        {"title": "Hello"},
        {"title": "Beats", "strand": "Blue group"},
        {"title": "Songs", "strand": "Red group"},
        {"title": "Either", "strand": "Hall"},
        {"title": "Bye"},
    )
    plan = _session(*parted[:3], parted[4])
    pdf = strip.of_plan(plan)
    assert [head.words for head in structure(pdf).all("H2")] == ["Blue group", "Red group", "Cards for changes"]
    blue, red = (next(page for page in pages(pdf) if group in page) for group in ("Blue group", "Red group"))
    assert "Beats" in blue and "Songs" not in blue
    assert "Songs" in red and "Beats" not in red
    assert all("Hello" in page for page in (blue, red))


def test_a_group_that_is_not_told_where_to_go_sees_every_side():
    plan = _session(
        {"title": "Beats", "strand": "Blue"},
        {"title": "Songs", "strand": "Red"},
        {"title": "All"},
        {"title": "Stage", "strand": "Blue"},
        {"title": "Lights", "strand": "Green"},
    )
    assert _words(PARTICIPANT_STRIP, plan) == [
        *("Beats", "All", "Stage"),
        *("Songs", "All", "Stage", "Lights"),
        *("Beats", "Songs", "All", "Lights"),
    ]


@each_strip
def test_a_card_shows_its_word_over_the_second_language(strip):
    plan = _session({"title": "Warm-up game", "card": {"word": "Hello", "second": "Dzień dobry", "symbol": "hello"}})
    said = structure(strip.of_plan(plan)).text()
    assert "Hello Dzień dobry" in " ".join(said.split())
    assert "Warm-up game" not in said
    assert _words(strip, plan)[0] == "Hello"


@each_strip
def test_a_picture_is_told_apart_from_its_word(strip):
    own = {"id": "m1", "title": "Not printed", "image": _picture()}
    plan = _session({"title": "Drums", "card": {"picture": "m1"}}, {"title": "Tune", "kind": "sing"}, pictures=[own])
    alts = [figure.alt for figure in structure(strip.of_plan(plan)).all("Figure")]
    assert alts[:2] == ["Picture: Drums", "Symbol: Sing"]


def _images(pdf: bytes) -> list[tuple[int, int]]:
    found = [held for page in pypdfium2.PdfDocument(pdf) for held in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE])]
    return [held.get_px_size() for held in found]


@each_strip
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_own_picture_stands_with_its_credit_in_place_of_the_symbol(strip, kind):
    own = {"id": "m1", "title": "Drum", "credit": "Symbol © Somebody", "image": _picture(kind)}
    pdf = strip.of_plan(_session({"title": "Drums", "card": {"picture": "m1"}}, pictures=[own]))
    assert _images(pdf) == [(60, 40)]
    assert "Symbol © Somebody" in structure(pdf).text()


@each_strip
@pytest.mark.parametrize("size", [(300, 400), (400, 300)])
def test_an_own_picture_is_as_large_as_the_card_has_room(strip, size):
    own = {"id": "m1", "image": _picture(size=size)}
    plan = _session({"title": "Drums", "card": {"picture": "m1"}}, pictures=[own])
    pdf = strip.of_plan(plan)
    (drawn,) = pypdfium2.PdfDocument(pdf)[0].get_objects([pdfium.FPDF_PAGEOBJ_IMAGE])
    left, bottom, right, top = drawn.get_bounds()
    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], abs=0.01)
    assert top - bottom > 120
    assert min(tall for _, tall in _frames(pdf)) == min(tall for _, tall in _frames(strip.of_plan(_titled("Drums"))))


@each_strip
@pytest.mark.parametrize("image", ["iVBORw0K", _picture(size=(1200, 20)), _picture("GIF")])
def test_a_picture_that_we_would_not_keep_leaves_the_symbol(strip, image):
    plan = _session({"title": "Drums", "card": {"picture": "m1"}}, pictures=[{"id": "m1", "image": image}])
    assert _images(strip.of_plan(plan)) == []
    assert _words(strip, plan)[0] == "Drums"


@each_strip
def test_the_credit_of_the_symbols_is_on_every_page(strip):
    assert all("Symbols: OpenMoji, CC BY-SA 4.0" in page for page in pages(strip.of_plan(space_sounds())))


@each_strip
def test_every_strip_has_a_card_for_a_change_one_for_a_surprise_and_empty_ones(strip):
    said = structure(strip.of_plan(a_plan())).text()
    assert "No activity is written down." in said
    assert all(words in said for words in CHANGES)


@each_strip
def test_a_name_is_found_before_it_is_printed(strip):
    plan = _session({"title": "Hello", "card": {"second": "Sky"}}, people=[{"id": "p1", "alias": "Sky"}])
    with pytest.raises(NamesFound, match="Sky"):
        strip.of_plan(plan)


@each_strip
def test_words_that_cannot_be_seen_leave_a_card_with_a_name(strip):
    assert _words(strip, _titled("\u200b"))[0] == "(no title)"


def _frames(pdf: bytes) -> list[tuple[float, float]]:
    """How wide and tall each round-cornered line is, in points."""
    found = [held for page in pypdfium2.PdfDocument(pdf) for held in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])]
    bounds = [held.get_bounds() for held in found]
    sizes = [(right - left, top - bottom) for left, bottom, right, top in bounds]
    return [(wide, tall) for wide, tall in sizes if wide > LEAST - 1 and tall > 20]


@each_strip
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_cards_are_no_smaller_than_a_hand_can_hold(strip, style):
    frames = _frames(strip.render(space_sounds(), (), style=style))
    assert len(frames) >= 10
    assert min(min(frame) for frame in frames) >= LEAST - 0.5


def test_the_whole_sample_session_is_two_pages_and_its_steps_one():
    assert len(pages(PARTICIPANT_STRIP.of_plan(space_sounds()))) == 2
    first = pages(STEPS.of_plan(space_sounds()))[0]
    assert "Pause" in first and "Finished" in first


def _heights(pdf: bytes, *words: str) -> list[float]:
    """How high on the first page each of these is printed, in points from its foot."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    drawn = [(words_of(one, text), one.get_bounds()[3]) for one in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])]
    return [next(top for said, top in drawn if wanted in said) for wanted in words]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_that_it_is_finished_stands_level_with_the_last_step(style):
    step, finished = _heights(STEPS.render(_titled("Friday"), (), style=style), "Friday", "Finished")
    assert step == pytest.approx(finished, abs=0.5)


def test_in_the_samples_each_card_has_a_word_on_one_line_and_a_symbol_that_no_other_has():
    for lines in (lines for series in samples() for lines in series.sessions):
        cards = [activity.card for activity in lines.activities]
        assert all(card and symbol(card.symbol) and len(card.word or "") <= 18 for card in cards)
        assert len({card.symbol for card in cards if card}) == len(cards)


@each_strip
@pytest.mark.parametrize("style", [CLEAR, LARGE], ids=lambda style: style.id)
def test_no_card_is_parted_and_its_head_stands_over_it(strip, style):
    plan = many(40, 6)
    for words in pages(strip.render(plan, (), style=style)):
        on_cards = words.partition("Not on these cards")[0]
        assert on_cards.count("Title") == on_cards.count("number")
        if strip is PARTICIPANT_STRIP and "Title" in words:
            assert words.index("What we do") < words.index("Title")


def test_html_holds_the_drawings_and_photos_themselves():
    own = {"id": "m1", "image": _picture("JPEG")}
    plan = _session({"title": "Drums", "card": {"picture": "m1"}}, {"title": "Bye", "kind": "close"}, pictures=[own])
    page = PARTICIPANT_STRIP.sheet(plan, ()).html().decode()
    assert f'<img alt="Picture: Drums" width="255" src="data:image/jpeg;base64,{own["image"]}">' in page
    drawn = re.search('<img alt="Symbol: Goodbye" width="133" src="data:image/svg.xml;base64,([^"]*)">', page)
    assert drawn is not None
    assert b64decode(drawn[1]).startswith(b"<svg")
