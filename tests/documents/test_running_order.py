"""The running order on paper: which styles show its minutes as a bar."""

import pytest
from tests.documents.reading import structure
from tests.plans import a_plan

from amie_planner.documents import CLEAR, EASY_READ, FULL_PLAN, LARGE, RUN_SHEET


@pytest.mark.parametrize("document", [RUN_SHEET, FULL_PLAN], ids=lambda document: document.id)
@pytest.mark.parametrize(("style", "bars"), [(CLEAR, 1), (LARGE, 1), (EASY_READ, 0)], ids=["clear", "large", "easy"])
def test_easy_read_tells_the_minutes_in_words_and_draws_no_bar_of_them(document, style, bars):
    plan = a_plan(minutes=30, activities=[{"id": "a1", "title": "Drums", "minutes": 10}])
    sheet = structure(document.render(plan, (), style=style))
    assert len(sheet.all("Figure")) == bars
    assert "10 min" in sheet.text()
