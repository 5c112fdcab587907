import gc
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from tests.documents.reading import pages
from tests.documents.stories import FOOTER, full_document, full_story

from amie_planner.documents.blocks import NewPage
from amie_planner.documents.house_style import CLEAR, entry, heading, paragraph, section, table
from amie_planner.documents.lines import Run, break_lines, forget
from amie_planner.documents.pages import build, fits_one_page, lay_out

IN_ANOTHER_PROCESS = """
import hashlib, sys
from tests.documents.stories import HOSTILE, full_document, full_story, build, CLEAR, paragraph
full_document()
opened = []
sys.addaudithook(lambda event, args: opened.append(args[0]) if event == "open" else None)
print(hashlib.sha256(full_document()).hexdigest())
build([paragraph(CLEAR, words) for words in HOSTILE], style=CLEAR, title=HOSTILE[2], footer=HOSTILE[2])
print(opened)
"""


def _in_another_process(seed: str) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS], env=environment, capture_output=True, text=True, check=True
    )
    return ran.stdout.splitlines()


def test_the_same_story_gives_the_same_bytes():
    story = full_story()
    first = build(story, style=CLEAR, title="Once", footer=FOOTER)
    assert build(story, style=CLEAR, title="Once", footer=FOOTER) == first
    assert full_document() == full_document()


def test_another_process_gives_the_same_bytes_and_typed_paths_open_no_file():
    (first, opened), (second, _) = _in_another_process("1"), _in_another_process("2")
    assert first == second
    assert opened == "[]"


def test_every_page_says_which_of_how_many_it_is():
    printed = pages(full_document())
    assert len(printed) > 2
    assert all(words.endswith(f"{FOOTER} Page {at} of {len(printed)}") for at, words in enumerate(printed, start=1))


def test_a_long_footer_takes_lines_and_leaves_the_story_room():
    story = [heading(CLEAR, 1, "Title"), paragraph(CLEAR, "word " * 1200)]
    printed = pages(build(story, style=CLEAR, title="T", footer="Names shown " * 40))
    assert " ".join(printed).count("word") == 1200
    assert all(words.count("Names shown") == 40 for words in printed)


def test_an_empty_story_is_one_page_with_its_footer():
    assert pages(build([], style=CLEAR, title="Empty", footer=FOOTER)) == [f"{FOOTER} Page 1 of 1"]


@pytest.mark.parametrize("story", [["one", NewPage(), "two"], [NewPage(), "one", NewPage(), "two"]])
def test_what_begins_a_page_does_so_and_leaves_none_empty(story):
    blocks = [paragraph(CLEAR, block) if isinstance(block, str) else block for block in story]
    assert pages(build(blocks, style=CLEAR, title="T", footer="F")) == ["one F Page 1 of 2", "two F Page 2 of 2"]
    assert not fits_one_page(blocks[1:], CLEAR, "F")


@pytest.mark.parametrize("letters", range(12_000, 18_000, 500))
def test_the_narrowest_letters_in_the_smallest_size_fit_where_they_are_one_page(letters):
    style = replace(CLEAR, body=10, pitch=1)
    story = [paragraph(style, "j" * letters)]
    assert fits_one_page(story, style, "F") == (len(lay_out(story, style, "F")) == 1)


def test_more_letters_than_any_page_holds_are_seen_without_being_laid_out():
    forget()
    assert fits_one_page([], CLEAR, "F")
    footer = break_lines.cache_info().misses
    assert not fits_one_page([section(CLEAR, "One", paragraph(CLEAR, "word " * 6_000))], CLEAR, "F")
    assert break_lines.cache_info().misses == footer


def test_what_was_typed_is_not_kept_once_a_paper_is_made():
    build([paragraph(CLEAR, "kept" + "secret")], style=CLEAR, title="T", footer="F")
    gc.collect()
    assert [one for one in gc.get_objects() if isinstance(one, Run) and "keptsecret" in one.text] == []


def test_no_page_is_taller_than_its_room():
    room = CLEAR.page[1] - CLEAR.top - CLEAR.bottom
    assert all(page.height(CLEAR.width) <= room for page in lay_out(full_story(), CLEAR, FOOTER))


@pytest.mark.parametrize("letter", ["w", "w ", "ж", "म", "🎵"])
def test_twenty_thousand_characters_in_every_place_print_whole(letter):
    words = (letter * 20_000)[:20_000]
    story = [
        heading(CLEAR, 1, words),
        section(CLEAR, words, entry(CLEAR, "10:00", "5 min", words, paragraph(CLEAR, words), writing_room=90)),
        section(CLEAR, "Table", table(CLEAR, ["What", "Then"], [[words, words]], [1, 2])),
    ]
    printed = build(story, style=CLEAR, title=words, footer=FOOTER)
    if letter == "w":
        assert "".join(pages(printed)).count("w") >= 6 * 20_000
