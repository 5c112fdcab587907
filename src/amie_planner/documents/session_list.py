"""The sessions of a programme on paper: a table, or one under another where something of each is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.house_style import PrintStyle, bullets, heading, labelled, paragraph, section, strong, table
from amie_planner.documents.session_rows import PARTS, SessionRow

_TITLE = "The sessions"
_HEADS = ("Day", "Session", "Where it stands")
_SHARES = (4, 5, 4)


def session_list(style: PrintStyle, rows: Sequence[SessionRow], counted: str) -> Iterator[Block]:
    """A section with every session and how many there are; nothing where there is none."""
    if not rows:
        return
    about = replace(paragraph(style, f"{counted}."), keeps_with_next=True)
    if any(row.parts for row in rows):
        blocks = [block for row in rows for block in _expanded(style, row)]
        yield section(style, _TITLE, about, *blocks)
    else:
        held = table(style, _HEADS, [(row.day_said, row.title, row.about) for row in rows], _SHARES)
        yield section(style, _TITLE, about, Gap(style.small * 0.5), held)


def _expanded(style: PrintStyle, row: SessionRow) -> Iterator[Block]:
    yield Gap(style.small * 0.9)
    yield heading(style, 3, row.text)
    yield replace(paragraph(style, f"{row.about}."), keeps_with_next=bool(row.parts))
    for part, lines in row.parts:
        yield Gap(style.small * 0.25)
        if len(lines) == 1:
            yield labelled(style, PARTS[part], lines[0])
        else:
            yield replace(paragraph(style, strong(f"{PARTS[part]}:")), keeps_with_next=True)
            yield bullets(style, lines)
