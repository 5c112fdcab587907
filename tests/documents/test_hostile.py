"""Whatever a leader types is only text: one string of each kind of trouble in all fields at once, in every paper.

Five hundred strings in every field: see test_every_field.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.documents import only_text, planted
from tests.documents.matrix import squeezed
from tests.documents.naughty import FEW, HALVES, STRINGS

from amie_planner.documents.cleaning import clean, plain
from amie_planner.domain.values import LONGEST_TEXT
from amie_planner.errors import AmieError


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """What Python and ReportLab read once for themselves has been read, so that any other file is one too many."""
    only_text.load()


@pytest.mark.parametrize("text", [pytest.param(one, id=str(at)) for at, one in enumerate(FEW)])
def test_text_in_all_fields_is_only_text(text: str) -> None:
    for document in only_text.PAPERS:
        only_text.begin()
        said = only_text.printed(planted.sheet(document, lambda _: text))
        assert squeezed(clean(text)) in said


def test_there_are_five_hundred_texts_and_each_may_be_typed() -> None:
    assert len(set(STRINGS)) == 500
    assert [one for one in (*STRINGS, *FEW) if not one.strip() or len(one) > LONGEST_TEXT] == []


def test_every_text_is_kept_in_every_field_that_it_is_planted_in() -> None:
    plan = planted.plan(lambda field: f"in {field}")
    of_plan = [field for field in planted.fields() if not field.startswith("HeardWording.")]
    assert [field for field in of_plan if f"in {field}" not in str(plan)] == []


@pytest.mark.parametrize("half", HALVES)
def test_half_a_character_is_refused_before_it_can_reach_paper(half: str) -> None:
    with pytest.raises(AmieError, match="half a character"):
        planted.plan(lambda _: f"a{half}b")
    assert plain(f"a{half}b") == "ab"


def test_an_opened_file_is_seen(tmp_path: Path) -> None:
    only_text.begin()
    (tmp_path / "picture.png").write_bytes(b"")
    assert only_text.reached() == [str(tmp_path / "picture.png")]


def test_a_link_and_what_brings_a_file_along_are_seen() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="x")
        page.Annots = [pdf.make_indirect(pikepdf.Dictionary(A=pdf.make_indirect(action)))]
        held = BytesIO()
        pdf.save(held)
    assert only_text.acting(held.getvalue()) == ["/A", "/Annots", "/URI"]
