"""Room for a pen: lines to write on, as far apart as a hand needs. Page furniture, so nothing of it is read aloud."""

from __future__ import annotations

from dataclasses import dataclass

from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.house_style import PrintStyle, paragraph
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
    """Lines as far apart as the style's letters are large, nearer where it has little air, and never under 9 mm."""
    return WritingLines(count, max(26.0, style.body * (1.8 if style.air >= 1 else 1.5)))


def to_finish(style: PrintStyle, begun: str) -> Row:
    """The beginning of a sentence, and a line beside it to finish it on."""
    line, said = writing_lines(style, 1), paragraph(style, begun)
    level = Stack((Gap(max(line.apart - said.leading, 0.0)), said))
    return Row((level, line), (said.natural_width() + 0.01, 0.0), between=style.small * 0.5, whole_below=style.page[1])
