"""A session's minutes as a bar to scale. What the bar shows, its alternative text says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amie_planner.documents.blocks import Block
from amie_planner.documents.lines import Line, Run, break_lines
from amie_planner.documents.structure import Element
from amie_planner.documents.tagging import TaggedPdf

_PADDING = 4.0
_OVERHANG = 4.0  # how far the mark of the planned end stands out of the bar


@dataclass(frozen=True)
class BarPart:
    """One activity in the bar: what it is called, its minutes, and a shorter word where that finds no room."""

    label: str
    minutes: int
    brief: str = ""


@dataclass(frozen=True)
class TimeBar(Block):
    """Parts to scale within the planned minutes; a longer plan reaches past a heavy mark at the planned end."""

    parts: tuple[BarPart, ...]
    planned: int
    size: float
    element: Element | None

    @property
    def _over(self) -> bool:
        return 0 < self.planned < sum(part.minutes for part in self.parts)

    def height(self, width: float) -> float:
        return self.size + 2 * _PADDING + (2 * _OVERHANG if self._over else 0)

    def structure(self) -> tuple[Element, ...]:
        return (self.element,) if self.element else ()

    def words(self) -> str:
        return self.element.alt if self.element else ""

    def muted(self) -> TimeBar:
        return replace(self, element=None)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        total = sum(part.minutes for part in self.parts)
        scale = width / max(total, self.planned, 1)
        tall = self.size + 2 * _PADDING
        bottom = top - (height + tall) / 2
        with pdf.tagged(self.element, (x, top - height, x + width, top)):
            pdf.canvas.setLineWidth(1.2)
            pdf.canvas.rect(x, bottom, width, tall)
            at = x
            end = x + self.planned * scale
            for part in self.parts:
                own = part.minutes * scale
                left, right = _wider_side(at, at + own, end)
                self._label(pdf, part, left + _PADDING, bottom, right - left - 2 * _PADDING)
                at += own
                pdf.canvas.line(at, bottom, at, bottom + tall)
            if self._over:
                pdf.canvas.setLineWidth(3)
                pdf.canvas.line(end, top - height, end, top)

    def _label(self, pdf: TaggedPdf, part: BarPart, x: float, bottom: float, room: float) -> None:
        """The words where they fit, else the shorter ones, else the minutes, else nothing: never half a word."""
        for words in (part.label, part.brief, str(part.minutes)):
            lines = break_lines((Run(words),), self.size, 1_000_000.0)
            if len(lines) == 1 and lines[0].width <= room:
                self._set(pdf, lines[0], x, bottom)
                return

    def _set(self, pdf: TaggedPdf, line: Line, x: float, bottom: float) -> None:
        words = pdf.canvas.beginText()
        line.draw(words, x, bottom + _PADDING + self.size * 0.16, self.size)
        pdf.canvas.drawText(words)


def _wider_side(left: float, right: float, mark: float) -> tuple[float, float]:
    """The part of the span that a mark inside it leaves for words."""
    if not left < mark < right:
        return left, right
    return (left, mark) if mark - left >= right - mark else (mark, right)


def in_words(parts: Sequence[BarPart], planned: int) -> str:
    """The bar as a sentence: what comes after what, for how long, and what is left or over."""
    return "Time bar. " + ", ".join(_steps(parts, planned)) + "."


def _steps(parts: Sequence[BarPart], planned: int) -> Iterator[str]:
    for part in parts:
        yield f"{part.label.strip()} {_minutes(part.minutes)}".strip()
    left = planned - sum(part.minutes for part in parts)
    if left:
        yield f"{_minutes(abs(left))} {'left' if left > 0 else 'over'}"


def _minutes(number: int) -> str:
    return f"{number} minute" if number == 1 else f"{number} minutes"
