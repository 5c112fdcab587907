"""HTML says what PDF says, in the same structure, and what a leader typed is only text."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest
from tests.documents import reading, web
from tests.documents.papers import every_paper
from tests.documents.stories import DOT, FOOTER, HOSTILE, full_story
from tests.plans import a_plan

from amie_planner.documents import CLEAR, EASY_READ, FULL_PLAN, LARGE, RUN_SHEET, STYLES, Names, NamesFound
from amie_planner.documents.blocks import NewPage, Picture
from amie_planner.documents.house_style import (
    adaptation,
    bullets,
    entry,
    heading,
    labelled,
    paragraph,
    section,
    strong,
    table,
    time_bar,
)
from amie_planner.documents.html import as_html, as_typed
from amie_planner.documents.structure import Element
from amie_planner.documents.time_bar import BarPart


def _page(*blocks, title="Title", footer=FOOTER, style=CLEAR) -> str:
    return as_html([heading(CLEAR, 1, "Title"), *blocks], style, title, footer).decode()


@pytest.mark.parametrize(("document", "plan", "style"), every_paper("small", "forty", "hostile"))
def test_html_has_the_tags_and_the_words_of_pdf(document, plan, style):
    sheet = document.sheet(plan(), (), style=style)
    assert web.outlined(web.structure(sheet.html())) == web.outlined(reading.structure(sheet.pdf()))


@pytest.mark.parametrize(("document", "plan", "style"), every_paper("small", "hostile"))
def test_a_page_needs_nothing_else_and_does_nothing(document, plan, style):
    page = web.read(document.sheet(plan(), (), style=style).html())
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "a", "iframe", "form", "object", "base"}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "href"]
    held = [attributes["src"] for _, attributes in page.tags if "src" in attributes]
    assert all(one.startswith("data:image/") for one in held)
    assert ("html", {"lang": "en-GB"}) in page.tags
    assert page.found["title"].words
    assert page.found["footer"].children[0].words.startswith("Names shown: ")


def _everywhere(words: str) -> bytes:
    """A page that says these words in every place that takes words."""
    story = [
        *full_story(),
        labelled(CLEAR, words, words),
        bullets(CLEAR, [words]),
        adaptation(CLEAR, words, words),
        time_bar(CLEAR, [BarPart(words, 5)], 5),
        Picture(DOT, 10, 10, Element("Figure", alt=words)),
    ]
    return as_html(story, CLEAR, words, words)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_leader_types_is_text_in_every_place(words):
    page, plain = web.read(_everywhere(words)), web.read(_everywhere("word"))
    assert [(tag, *attributes) for tag, attributes in page.tags] == [(tag, *held) for tag, held in plain.tags]
    assert page.found["title"].words == words
    assert page.found["footer"].text() == words
    assert page.found["main"].text().count(words) == 5
    assert [node.alt for node in page.found["main"].all("Figure")][1:] == [f"Time bar. {words} 5 minutes.", words]


def test_text_is_escaped_and_control_characters_are_gone():
    assert as_typed("a<b> & \"c\" 'd'\0\ud83c") == "a&lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;"
    assert as_typed("one\r\ntwo") == "one<br>two"


def test_the_same_story_gives_the_same_bytes():
    assert as_html(full_story(), CLEAR, "Title", FOOTER) == as_html(full_story(), CLEAR, "Title", FOOTER)


def test_bold_words_are_strong_but_not_where_all_is_bold():
    page = _page(paragraph(CLEAR, "see ", strong("this"), strong(" ")))
    assert "<p>see <strong>this</strong></p>" in page
    assert "<h1>Title</h1>" in page


def test_a_script_that_paper_cannot_set_is_shown_as_typed():
    assert "<p>محمد</p>" in _page(paragraph(CLEAR, "محمد"))


def test_what_stands_behind_a_heavy_rule_and_what_begins_a_page_looks_so():
    page = _page(adaptation(CLEAR, "Sky", "waits."), NewPage(), paragraph(CLEAR, "one"), paragraph(CLEAR, "two"))
    assert '<p class="barred"><strong>Sky:</strong> waits.</p>' in page
    assert '<p class="new-page">one</p>\n<p>two</p>' in page


def test_a_bar_shows_minutes_to_scale_and_says_them_in_words():
    page = _page(time_bar(CLEAR, [BarPart("Hello", 5), BarPart("Bye", 0)], 12))
    assert '<span style="flex-grow:5">5</span><span class="left" style="flex-grow:7"></span></div>' in page
    assert "<figcaption>Time bar. Hello 5 minutes, Bye 0 minutes, 7 minutes left.</figcaption>" in page


def test_an_empty_cell_keeps_its_place_in_the_table():
    page = _page(table(CLEAR, ["What", ""], [["", "Then"]], [1, 1]))
    heads = '<th scope="col" role="columnheader">What</th>\n<th scope="col" role="columnheader"></th>'
    assert f'<tr role="row">\n{heads}\n</tr>' in page
    assert '<tr role="row">\n<th scope="row" role="rowheader"></th>\n<td role="cell">Then</td>\n</tr>' in page


def test_each_cell_names_its_column_where_a_narrow_screen_makes_a_list_of_the_table():
    page = _page(table(CLEAR, ["Name", 'Here & "late"'], [["Sky", "5"]], [1, 1]))
    assert '<td role="cell" data-head="Here &amp; &quot;late&quot;">5</td>' in page
    assert 'td[data-head]::before { font-weight: bold; content: attr(data-head) ": "; }' in page


@pytest.mark.parametrize(("style", "few", "many"), [(CLEAR, "22.6", "42.2"), (LARGE, "28.2", "53.4")])
def test_a_table_becomes_a_list_where_its_columns_find_no_room(style, few, many):
    found = re.findall(r"@media screen and \(max-width: ([0-9.]+)rem\) {\n  (\S+),", _page(style=style))
    assert found == [(few, "table:not(.cards)"), (many, "table:not(.cards):has(th:nth-child(4))")]


def test_what_several_blocks_say_together_are_words_apart():
    assert "<h3>10:05 6 min Hello</h3>" in _page(section(CLEAR, "Now", entry(CLEAR, "10:05", "6 min", "Hello")))


def test_a_picture_is_in_the_page_itself_with_its_words():
    page = _page(Picture(DOT, 10, 10, Element("Figure", alt="a “dot” & <b>")))
    shown = re.search(r'<figure><img alt="(.*)" width="13" src="data:image/png;base64,(.*)"></figure>', page)
    assert shown is not None
    assert shown[1] == "a “dot” &amp; &lt;b&gt;"
    assert b64decode(shown[2]) == DOT


def test_what_only_decorates_is_left_out():
    page = _page(Picture(DOT, 10, 10, None), paragraph(CLEAR, " "), bullets(CLEAR, []))
    assert "<main>\n<h1>Title</h1>\n</main>" in page


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_letters_are_as_large_as_on_paper_and_never_set_apart(style):
    look = _page(style=style).partition("<style>")[2].partition("</style>")[0]
    sizes = [float(size) * 12 for size in re.findall(r"font(?:-size)?: ([0-9.]+)rem", look)]
    assert len(sizes) == 4
    assert min(sizes) >= {CLEAR: 14, LARGE: 18, EASY_READ: 14}[style] - 0.1
    assert not re.search("justify[^-]|italic|uppercase|hyphens: auto|url", look)


def test_a_word_of_any_length_breaks_inside_the_cell_that_it_stands_in():
    assert "th, td, th *, td * { overflow-wrap: anywhere; }" in _page()


@pytest.mark.parametrize("document", [RUN_SHEET, FULL_PLAN], ids=lambda document: document.id)
def test_a_name_stops_html_as_it_stops_pdf(document):
    plan = a_plan(title="Hello, Sky", parts={"people": [{"id": "p0", "alias": "Sky"}]})
    with pytest.raises(NamesFound):
        document.sheet(plan, (), Names.NONE).html()
