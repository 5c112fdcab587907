"""Stories that many tests print, and the words that leaders may type."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from amie_planner.documents.blocks import Block
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
    time_bar,
)
from amie_planner.documents.pages import build
from amie_planner.documents.time_bar import BarPart


def _dot() -> bytes:
    held = BytesIO()
    Image.new("L", (10, 10)).save(held, "PNG")
    return held.getvalue()


DOT = _dot()
"""A black square as a PNG file."""

FOOTER = "Names shown: alias · private, keep with you"

HOSTILE = (
    "raw <b>bold",
    "a & b < c",
    '<img src="/a/picture.png"/>',
    "</para>",
    "<a href='javascript:alert(1)'>press</a>",
    "&amp; &lt; &#60;",
    "(brackets) \\ back\\(slash %s {0}",
    "Łukasz Nguyễn Наталья Ελένη ŵ ŷ",
    "B♭ F♯ ✓ ☐ → ♪ ½ … “quoted” – €",
    "w" * 300,
)


def full_story() -> list[Block]:
    """Every kind of block, over more than two pages."""
    parts = [BarPart("arrive", 5), BarPart("hello", 6), BarPart("rocket song", 12), BarPart("goodbye", 20)]
    return [
        heading(CLEAR, 1, "Lift-off"),
        beside(CLEAR, "Tuesday 8 September 2026", "Session 1 of 12"),
        time_bar(CLEAR, parts, 45),
        section(
            CLEAR, "Before we start", check_list(CLEAR, ["Switch and arm", "Lamp", ("Drum, ", strong("ocean drum"))])
        ),
        section(
            CLEAR,
            "Making",
            *(
                entry(
                    CLEAR,
                    f"10:{at:02}",
                    "5 min",
                    f"Song {at}",
                    paragraph(CLEAR, "Music leader leads. " * 4),
                    adaptation(CLEAR, "Sky", "one switch plays the engine."),
                    writing_room=110,
                )
                for at in range(0, 60, 5)
            ),
        ),
        section(
            CLEAR,
            "We hope for",
            bullets(CLEAR, ["A chosen sound", "A turn taken"]),
            labelled(CLEAR, "Social", "take turns"),
        ),
        section(
            CLEAR, "Access", table(CLEAR, ["What", "Then"], [[f"Need {at}", "A change"] for at in range(40)], [1, 2])
        ),
    ]


def full_document() -> bytes:
    """The full story as a PDF."""
    return build(full_story(), style=CLEAR, title="Run sheet: Lift-off", footer=FOOTER)
