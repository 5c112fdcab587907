"""How many pages a sheet takes, to choose between ways of setting it."""

from __future__ import annotations

from dataclasses import replace

from amie_planner.documents.document import Sheet
from amie_planner.documents.pages import lay_out

_LONG = 4
"""Pages: what takes more has no page to save by standing closer."""


def count(sheet: Sheet) -> int:
    """The pages of a sheet."""
    return 1 if sheet.is_one_page() else len(lay_out(sheet.blocks, sheet.style, sheet.footer))


def is_long(sheet: Sheet) -> bool:
    """Whether a sheet takes more pages than are worth counting, found without laying out more than those."""
    wide, tall = sheet.style.page
    one_tall_page = replace(sheet.style, page=(wide, tall * _LONG))
    return not replace(sheet, style=one_tall_page).is_one_page()
