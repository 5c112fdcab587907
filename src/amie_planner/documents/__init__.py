"""Paper: a plan goes in, the bytes of an accessible document come out.

Nothing here reads a clock, a setting or a leader's file. `DOCUMENTS` is every kind of paper, in the order to offer it.
"""

from __future__ import annotations

from amie_planner.documents.access_sheet import ACCESS_SHEET
from amie_planner.documents.document import Document, Sheet, in_brackets
from amie_planner.documents.easy_read import too_long
from amie_planner.documents.full_plan import FULL_PLAN
from amie_planner.documents.heard_sheet import HEARD_SHEET
from amie_planner.documents.helper_cards import HELPER_CARDS
from amie_planner.documents.house_style import CLEAR, EASY_READ, LARGE, STYLES, PrintStyle
from amie_planner.documents.naming import Names, fresh_codes
from amie_planner.documents.participant_strip import FIRST_THEN, NOW_NEXT, PARTICIPANT_STRIP, STEPS
from amie_planner.documents.profile_sheet import PROFILE
from amie_planner.documents.register_sheet import REGISTER
from amie_planner.documents.run_sheet import RUN_SHEET
from amie_planner.documents.you_said import YOU_SAID
from amie_planner.domain.names import Hit, NamesFound

__all__ = [
    "ACCESS_SHEET",
    "CLEAR",
    "DOCUMENTS",
    "EASY_READ",
    "FIRST_THEN",
    "FULL_PLAN",
    "HEARD_SHEET",
    "HELPER_CARDS",
    "LARGE",
    "NOW_NEXT",
    "PARTICIPANT_STRIP",
    "PROFILE",
    "REGISTER",
    "RUN_SHEET",
    "STEPS",
    "STYLES",
    "YOU_SAID",
    "Document",
    "Hit",
    "Names",
    "NamesFound",
    "PrintStyle",
    "Sheet",
    "fresh_codes",
    "in_brackets",
    "too_long",
]

DOCUMENTS: tuple[Document, ...] = (
    RUN_SHEET,
    FULL_PLAN,
    ACCESS_SHEET,
    HELPER_CARDS,
    PROFILE,
    PARTICIPANT_STRIP,
    NOW_NEXT,
    FIRST_THEN,
    STEPS,
    HEARD_SHEET,
    REGISTER,
    YOU_SAID,
)
