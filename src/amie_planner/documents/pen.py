"""Room for a pen: lines to write on, as far apart as a hand needs. Page furniture, so nothing of it is read aloud."""

from __future__ import annotations

from dataclasses import dataclass

from amie_planner.documents.blocks import Block
from amie_planner.documents.house_style import PrintStyle
from amie_planner.documents.tagging import TaggedPdf


@dataclass(frozen=True)
class WritingLines(Block):
    """So many lines, `apart` points from one to the next. They stand on one page together."""

    count: int
    apart: float

    def height(self, width: float) -> float:
        return self.count * self.apart

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        pdf.canvas.saveState()
        pdf.canvas.setLineWidth(0.7)
        pdf.canvas.setStrokeGray(0.35)
        for number in range(1, self.count + 1):
            at = top - number * self.apart
            pdf.canvas.line(x, at, x + width, at)
        pdf.canvas.restoreState()


def writing_lines(style: PrintStyle, count: int) -> WritingLines:
    """Lines as far apart as the style's letters are large, and never under 9 mm."""
    return WritingLines(count, max(26.0, style.body * 1.8))
