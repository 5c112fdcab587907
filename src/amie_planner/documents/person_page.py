"""A page that is about one person: how they communicate and show yes, no, stop and more, and lines with a label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Gap, Rule
from amie_planner.documents.house_style import PrintStyle, labelled, paragraph, strong
from amie_planner.documents.structure import Element
from amie_planner.documents.wording import capitalised, sentence
from amie_planner.domain.records import Person, Shows
from amie_planner.domain.vocabulary import label
from amie_planner.domain.words import listed


def said_lines(style: PrintStyle, said: Mapping[str, str | None]) -> Iterator[Block]:
    """Each text behind its label, with a breath above; what is not written down is left out."""
    for name, text in said.items():
        if (text or "").strip():
            yield Gap(style.small * 0.35)
            yield labelled(style, name, sentence(text))


def ways(person: Person) -> str:
    """Eye pointing, BSL and switch: how they communicate, in words of their own as typed."""
    said = ((way, label("way", way)) for way in person.ways_to_communicate)
    return capitalised(listed(way if way == known else known.lower() for way, known in said))


def shown_by(person: Person) -> dict[str, str]:
    """How they show yes, no, stop and more, as far as it is written down."""
    shows = person.shows or Shows()
    texts = {"Yes": shows.yes, "No": shows.no, "Stop": shows.stop, "More": shows.more}
    return {name: text for name, text in texts.items() if text and text.strip()}


def panel(style: PrintStyle, said: Mapping[str, str]) -> Iterator[Block]:
    """Short texts, each under its label, beside one another between two rules; as lines where lines are short."""
    if style.is_narrow:
        yield from said_lines(style, said)
        return
    cells = tuple(_under_label(style, name, text) for name, text in said.items())
    if cells:
        yield Gap(style.body * 0.7)
        yield Rule(0.7, keeps_with_next=True)
        yield Gap(style.body * 0.4)
        yield Row(cells, tuple(0.0 for _ in cells), between=style.body, whole_below=style.page[1] / 3)
        yield Gap(style.body * 0.5)
        yield Rule(0.7)


def _under_label(style: PrintStyle, name: str, text: str) -> Stack:
    """One paragraph, its label large and above."""
    element = Element("P")
    label_, said = paragraph(style, strong(f"{name}:"), size=style.heads[1]), paragraph(style, sentence(text))
    return Stack((replace(label_, element=element), Gap(2), replace(said, element=element)))
