"""How many pages a sheet takes, and from where on counting them is not worth it."""

import pytest
from tests.plans import a_plan

from amie_planner.documents import FULL_PLAN
from amie_planner.documents.document import Sheet
from amie_planner.documents.page_count import count, is_long


def _of(words: int) -> Sheet:
    return FULL_PLAN.sheet(a_plan(activities=[{"id": "a1", "instructions": "word " * words}]), ())


@pytest.mark.parametrize(("words", "pages", "long"), [(10, 1, False), (700, 2, False), (3_000, 6, True)])
def test_a_sheet_is_long_from_more_pages_than_four(words, pages, long):
    sheet = _of(words)
    assert (count(sheet), is_long(sheet)) == (pages, long)
