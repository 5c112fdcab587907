import pytest
from tests.documents.reading import decoration, faults, pages, structure
from tests.documents.stories import HOSTILE, full_document

from amie_planner.documents.house_style import (
    CLEAR,
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


def test_no_print_size_is_under_twelve_points():
    assert min(CLEAR.body, CLEAR.small, CLEAR.clock, *CLEAR.heads) >= 12
    assert CLEAR.body >= 14


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


def test_a_heading_without_a_word_says_so():
    assert structure(_printed(section(CLEAR, " \0"))).all("H2")[0].words == "(no title)"
