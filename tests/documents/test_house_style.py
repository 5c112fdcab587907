import ctypes

import pypdfium2
import pytest
from tests.documents.reading import decoration, faults, pages, structure
from tests.documents.stories import HOSTILE, full_document

from amie_planner.documents.blocks import Gap
from amie_planner.documents.house_style import (
    CLEAR,
    EASY_READ,
    LARGE,
    STYLES,
    adaptation,
    beside,
    bullets,
    check_list,
    entry,
    heading,
    labelled,
    paragraph,
    section,
    strong,
    table,
)
from amie_planner.documents.pages import build

TITLE = heading(CLEAR, 1, "Title")


def _printed(*blocks) -> bytes:
    return build([TITLE, *blocks], style=CLEAR, title="Title", footer="Names shown: alias")


def _everywhere(words: str) -> list:
    """A story that says these words in every block that takes words."""
    return [
        beside(CLEAR, words, words),
        paragraph(CLEAR, words, strong(words)),
        labelled(CLEAR, words, words),
        section(
            CLEAR,
            words,
            entry(
                CLEAR, "10:00", words, words, paragraph(CLEAR, words), adaptation(CLEAR, words, words), writing_room=90
            ),
        ),
        section(CLEAR, "Lists", bullets(CLEAR, [words, (words, strong(words))]), check_list(CLEAR, [words, words])),
        section(CLEAR, "Table", table(CLEAR, [words, words], [[words, words], ["", ""]], [1, 2])),
    ]


@pytest.mark.parametrize(("style", "body", "least"), [(CLEAR, 14, 12), (LARGE, 18, 16), (EASY_READ, 14, 14)])
def test_no_print_size_is_under_what_its_style_promises(style, body, least):
    assert style.body >= body
    assert min(style.body, style.small, style.clock, *style.heads) >= least
    assert list(style.heads) == sorted(style.heads, reverse=True)


def test_styles_are_called_by_a_name_of_their_own():
    assert [style.id for style in STYLES] == ["clear", "large", "easy-read"]
    assert [style.is_narrow for style in STYLES] == [False, True, True]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_leader_types_prints_as_typed_in_every_block(words, tmp_path):
    printed = _printed(*_everywhere(words))
    root = structure(printed)
    assert "".join(words.split()) in "".join(root.all("P")[2].text().split())
    assert "".join(root.text().split()).count("".join(words.split())) >= 18
    assert faults(printed, tmp_path) == []


@pytest.mark.parametrize(
    "words", ["", " ", "\n", "\0", "\ud83c", "اسمه محمد", "🎵 👩‍🚀", "x\u0323\u0302", "\u202e\ufffe"]
)
def test_any_words_print_as_accessible_pdf(words, tmp_path):
    assert faults(_printed(*_everywhere(words)), tmp_path) == []


def test_reading_order_is_the_order_of_the_story():
    order = ["Opening", "10:00 5 min Arriving", "Class leads.", "Sky: one switch.", "10:05 6 min Hello", "Closing"]
    printed = _printed(
        section(
            CLEAR,
            "Opening",
            entry(
                CLEAR,
                "10:00",
                "5 min",
                "Arriving",
                paragraph(CLEAR, "Class leads."),
                adaptation(CLEAR, "Sky", "one switch."),
            ),
            entry(CLEAR, "10:05", "6 min", "Hello", writing_room=90),
        ),
        section(CLEAR, "Closing"),
    )
    root = structure(printed)
    assert [node.words for node in root.children] == ["Title", *order]
    assert root.outline() == "Document(H1 H2 H3 P P H3 H2)"
    assert pages(printed)[0].startswith(" ".join(["Title", *order]))


def test_a_list_has_labels_and_bodies():
    root = structure(_printed(bullets(CLEAR, ["One", "  ", "Two"]), check_list(CLEAR, ["Lamp"])))
    assert root.outline() == "Document(H1 L(LI(Lbl LBody) LI(Lbl LBody)) L(LI(Lbl LBody)))"
    assert [node.text() for node in root.all("LI")] == ["• One", "• Two", "☐ Lamp"]
    assert [node.attributes["ListNumbering"] for node in root.all("L")] == ["Disc", "Square"]


def test_an_item_of_a_list_goes_on_to_the_next_page_whole():
    for room in range(600, 760, 20):
        printed = pages(_printed(Gap(room), bullets(CLEAR, ["first " * 70, "last " * 70])))
        assert sum("last" in words for words in printed) == 1


def test_no_page_begins_with_the_last_row_of_a_table_alone():
    rows = [[f"row{n}", "cell"] for n in range(6)]
    for room in range(500, 700, 10):
        printed = pages(_printed(Gap(room), table(CLEAR, ["What", "Then"], rows, [1, 1])))
        assert [words for words in printed if "row5" in words and "row4" not in words] == []


def test_an_empty_list_leaves_no_trace():
    assert structure(_printed(bullets(CLEAR, []), check_list(CLEAR, [""]))).outline() == "Document(H1)"


def test_a_table_heads_its_columns_and_its_rows():
    root = structure(_printed(table(CLEAR, ["What", "Then"], [["Noise", "A count-in"]], [1, 2])))
    assert root.outline() == "Document(H1 Table(THead(TR(TH TH)) TBody(TR(TH TD))))"
    assert [(node.words, node.attributes["Scope"]) for node in root.all("TH")] == [
        ("What", "Column"),
        ("Then", "Column"),
        ("Noise", "Row"),
    ]


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError):
        _printed(table(CLEAR, ["What", "Then"], [["Noise"]], [1, 2]))


def test_what_is_repeated_on_a_continued_page_is_decoration():
    document = full_document()
    repeated = decoration(document)
    assert len(repeated) > 2
    assert repeated[0] == "Names shown: alias · private, keep with you Page 1 of " + str(len(repeated))
    assert repeated[1].startswith("Making (continued)")
    assert repeated[-1].startswith("Access (continued) What Then")
    root = structure(document)
    assert "continued" not in root.text()
    assert [node.words for node in root.all("H2")] == ["Before we start", "Making", "We hope for", "Access"]
    assert len(root.all("Table")) == 1
    assert len(root.all("TR")) == 41


def test_an_activity_over_two_pages_is_repeated_with_its_time():
    document = _printed(
        section(CLEAR, "Making", entry(CLEAR, "10:00", "5 min", "Song", paragraph(CLEAR, "word " * 900)))
    )
    assert "10:00 Song (continued)" in decoration(document)[1]
    assert structure(document).outline() == "Document(H1 H2 H3 P)"


def _lines(pdf: bytes) -> list[str]:
    """The lines of the first page from top to bottom, each with what stands beside it."""
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    return [" ".join(line.split()) for line in text.splitlines()]


LABELS = ("Sky leads.", " ", strong("Kit:"), " drum.", " ", strong("Aim:"), " wait.")


@pytest.mark.parametrize("style", [LARGE, EASY_READ])
def test_where_lines_are_short_each_label_has_its_own(style):
    printed = build([heading(style, 1, "T"), paragraph(style, *LABELS)], style=style, title="T", footer="F")
    assert _lines(printed)[1:4] == ["Sky leads.", "Kit: drum.", "Aim: wait."]
    assert structure(printed).all("P")[0].words == "Sky leads. Kit: drum. Aim: wait."
    opening = build([heading(style, 1, "T"), paragraph(style, "", *LABELS[1:])], style=style, title="T", footer="F")
    assert _lines(opening)[1:3] == ["Kit: drum.", "Aim: wait."]


def test_where_lines_are_long_labels_go_on():
    assert _lines(_printed(paragraph(CLEAR, *LABELS)))[1] == "Sky leads. Kit: drum. Aim: wait."


def test_where_lines_are_short_nothing_stands_at_the_other_end():
    story = [heading(LARGE, 1, "T"), beside(LARGE, "left", "right")]
    assert _lines(build(story, style=LARGE, title="T", footer="F"))[1:3] == ["left", "right"]
    assert _lines(_printed(beside(CLEAR, "left", "right")))[1] == "left right"


MUSIC = (["What", "Genre", "How", "Who", "Credit"], [["Drone", "Noise", "By ear", "Sky", ""]] * 2, [5, 4, 4, 3, 4])


@pytest.mark.parametrize("style", [LARGE, EASY_READ])
def test_where_columns_would_cut_words_a_table_becomes_lines_with_its_headers(style):
    root = structure(build([heading(style, 1, "T"), table(style, *MUSIC)], style=style, title="T", footer="F"))
    assert root.outline() == f"Document({' '.join(['H1', *['P'] * 10])})"
    assert [node.words for node in root.all("P")][:5] == ["Drone", "Genre: Noise", "How: By ear", "Who: Sky", "Credit:"]
    two = build(
        [heading(style, 1, "T"), table(style, ["A", "B"], [["c", "d"]], [1, 1])], style=style, title="", footer=""
    )
    assert len(structure(two).all("Table")) == 1


def test_a_row_of_another_length_is_refused_where_lines_are_short_too():
    with pytest.raises(ValueError):
        table(LARGE, MUSIC[0], [["Drone"]], MUSIC[2])


def _entry(style, **options) -> bytes:
    story = section(style, "Making", entry(style, "10:00", "5 min", "Song", paragraph(style, "Sing."), **options))
    return build([heading(style, 1, "T"), story], style=style, title="T", footer="F")


def test_easy_read_pictures_an_activity_at_the_left_of_its_words():
    assert structure(_entry(EASY_READ, sign="☕")).all("H3")[0].words == "☕ 10:00 5 min Song"
    assert _largest(_entry(EASY_READ, sign="☕")) > 2 * EASY_READ.body
    assert structure(_entry(LARGE, sign="☕")).all("H3")[0].words == "10:00 5 min Song"


@pytest.mark.parametrize("room", [30, 50, 65, 80])
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_what_stands_at_the_left_of_an_activity_stays_together_where_a_page_ends(style, room):
    above = Gap(style.page[1] - style.top - style.bottom - style.body * 8 - room)
    long = entry(style, "10:00", "5 min", "word " * 900, paragraph(style, "Sing."), sign="🥁")
    story = [heading(style, 1, "T"), paragraph(style, "."), above, section(style, "S", long)]
    printed = build(story, style=style, title="T", footer="F")
    pictured = "🥁 " if style == EASY_READ else ""
    assert structure(printed).all("H3")[0].words.startswith(f"{pictured}10:00 5 min word")


def test_a_picture_that_no_face_has_is_left_out():
    assert structure(_entry(EASY_READ, sign="\U0001fbff")).all("H3")[0].words == "10:00 5 min Song"


def _largest(pdf: bytes) -> float:
    drawn = pypdfium2.PdfDocument(pdf)[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    return max(text.get_matrix().a * _font_size(text) for text in drawn)


def _font_size(text) -> float:
    size = ctypes.c_float()
    pypdfium2.raw.FPDFTextObj_GetFontSize(text, size)
    return size.value


@pytest.mark.parametrize(("style", "beside_it"), [(CLEAR, True), (LARGE, False)])
def test_room_to_write_stands_beside_an_activity_or_below_it_where_lines_are_short(style, beside_it):
    page = pypdfium2.PdfDocument(_entry(style, writing_room=100))[0]
    (box,) = [path for path in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]) if _tall(path) > style.body]
    left, *_ = box.get_bounds()
    assert (left > style.page[0] / 2) == beside_it


def _tall(path) -> float:
    _, bottom, _, top = path.get_bounds()
    return top - bottom


def test_a_heading_without_a_word_says_so():
    assert structure(_printed(section(CLEAR, " \0"))).all("H2")[0].words == "(no title)"
