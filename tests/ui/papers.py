"""What tests of paper in the window have: a finished file's words, and a term of sessions."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
from tests.plans import a_series

from amie_planner.domain.plan import Series


def text_of(pdf: Path | bytes) -> str:
    """All that a PDF says, in one line."""
    with pypdfium2.PdfDocument(pdf) as document:
        said = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(said).split())


def a_term(sessions: int, title: str = "Drum circle", **first: Any) -> Series:
    """A session a week from 8 September 2026 on, with Sky and River in the group."""
    return a_series(
        programme={"uid": "u1", "title": "Sound makers"},
        people=[{"id": "p1", "alias": "Sky"}, {"id": "p2", "alias": "River"}],
        sessions=[
            {
                "id": f"s{n}",
                "title": f"Week {n + 1}",
                "number": n + 1,
                "date": (date(2026, 9, 8) + timedelta(weeks=n)).isoformat(),
                "status": "planned",
                "activities": [{"id": "a1", "title": title, "minutes": 10, "kind": "play"}],
                **(first if n == 0 else {}),
            }
            for n in range(sessions)
        ],
    )
