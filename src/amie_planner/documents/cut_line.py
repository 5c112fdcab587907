"""Where to cut: dashes across the page between cards. Page furniture, so nothing of it is read aloud."""

from __future__ import annotations

from dataclasses import dataclass

from amie_planner.documents.blocks import Rule
from amie_planner.documents.tagging import TaggedPdf

_DASHES = (7.0, 5.0)


@dataclass(frozen=True)
class CutLine(Rule):
    """A dashed line with room above and below. As any rule it never opens a page."""

    weight: float = 1.0
    room: float = 20.0

    def height(self, width: float) -> float:
        return self.weight + 2 * self.room

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        at = top - self.room - self.weight / 2
        pdf.canvas.saveState()
        pdf.canvas.setLineWidth(self.weight)
        pdf.canvas.setDash(*_DASHES)
        pdf.canvas.line(x, at, x + width, at)
        pdf.canvas.restoreState()
