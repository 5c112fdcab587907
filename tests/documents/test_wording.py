"""Words that open a sentence."""

from __future__ import annotations

import pytest
from tests.documents import planted
from tests.documents.matrix import said_by_blocks

from amie_planner.documents import ACCESS_SHEET
from amie_planner.documents.wording import capitalised


@pytest.mark.parametrize(
    ("text", "shown"),
    [("music leader", "Music leader"), ("élan", "Élan"), ("ﬁona", "Fiona"), ("ǆemal", "ǅemal"), ("ßen", "Ssen")],
)
def test_a_sentence_begins_with_a_capital(text: str, shown: str) -> None:
    assert capitalised(text) == shown


@pytest.mark.parametrize("text", ["iPad", "Jo", "7up", "ქეთევანი", "محمد", "李", ""])
def test_what_has_no_capital_stays_as_typed(text: str) -> None:
    assert capitalised(text) == text


def test_a_georgian_name_that_opens_a_sentence_is_printed_in_its_letters() -> None:
    sheet = planted.sheet(ACCESS_SHEET, lambda field: "ქეთევანი" if field == "TeamMember.name" else None)
    assert "ქეთევანი" in said_by_blocks(sheet)
