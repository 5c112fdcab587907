"""A chart as a block of paper: the shapes that the screen paints too, as a figure whose alternative text says them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amie_planner.checks.balance import Bars
from amie_planner.documents.blocks import Block
from amie_planner.documents.charts import Bar, Chart, Drawing, Mark, Shape, Stroke, Words, drawn_in_parts, in_words
from amie_planner.documents.cleaning import clean
from amie_planner.documents.house_style import PrintStyle
from amie_planner.documents.lines import Line, Run, break_lines
from amie_planner.documents.structure import Element
from amie_planner.documents.tagging import TaggedPdf

_INK, _THIN = 0.25, 0.55  # how light bars and fine lines are; words are black, which is 0
_PATTERN = 4.0  # points from line to line, or dot to dot
_UNBOUND = 1_000_000.0
_SHARE_OF_PAGE = 0.8  # taller than this, a chart is divided


@dataclass(frozen=True)
class ChartFigure(Block):
    """A drawing as wide as its page. It never divides: `chart_figures` makes several of what is too tall."""

    drawing: Drawing
    element: Element | None

    def height(self, width: float) -> float:
        return self.drawing.height

    def structure(self) -> tuple[Element, ...]:
        return (self.element,) if self.element else ()

    def words(self) -> str:
        return self.element.alt if self.element else ""

    def muted(self) -> ChartFigure:
        return replace(self, element=None)

    def draw(self, pdf: TaggedPdf, x: float, top: float, width: float, height: float) -> None:
        box = (x, top - self.drawing.height, x + self.drawing.width, top)
        with pdf.tagged(self.element, box):
            pdf.canvas.saveState()
            pdf.canvas.translate(x, top)
            for shape in self.drawing.shapes:
                _paint(pdf, shape)
            pdf.canvas.restoreState()


def chart_figures(style: PrintStyle, chart: Chart) -> Iterator[ChartFigure]:
    """The chart as one figure, or as several where one page would not hold it; none where there is nothing to draw."""
    tallest = style.page[1] * _SHARE_OF_PAGE
    for share, drawing in drawn_in_parts(_printable(chart), style.width, style.small, _measure, tallest):
        if drawing.shapes:
            yield ChartFigure(drawing, Element("Figure", alt=in_words(share)))


def _printable(chart: Chart) -> Chart:
    """The chart with names as they can be printed, so that they are broken as they will stand."""
    if isinstance(chart, Bars):
        return replace(chart, parts=tuple(replace(part, name=clean(part.name)) for part in chart.parts))
    return replace(chart, dots=tuple(replace(dot, name=clean(dot.name)) for dot in chart.dots))


def _set(text: str, size: float, bold: bool) -> tuple[Line, ...]:
    return break_lines((Run(text, bold),), size, _UNBOUND)


def _measure(text: str, size: float, bold: bool) -> float:
    return sum(line.width for line in _set(text, size, bold))


def _paint(pdf: TaggedPdf, shape: Shape) -> None:
    ink = _THIN if isinstance(shape, Stroke) else 0 if isinstance(shape, Words) else _INK
    pdf.canvas.setStrokeGray(ink)
    pdf.canvas.setFillGray(ink)
    pdf.canvas.setLineWidth(0.8)
    match shape:
        case Bar():
            _paint_bar(pdf, shape)
        case Words():
            _write(pdf, shape)
        case Mark():
            half = shape.size / 2
            if shape.shape == "circle":
                pdf.canvas.circle(shape.x, -shape.y, half, stroke=0, fill=1)
            else:
                pdf.canvas.rect(shape.x - half, -shape.y - half, shape.size, shape.size, stroke=0, fill=1)
        case Stroke():
            pdf.canvas.setDash([2, 2] if shape.dashed else [])
            pdf.canvas.line(shape.x1, -shape.y1, shape.x2, -shape.y2)


def _write(pdf: TaggedPdf, words: Words) -> None:
    for line in _set(words.text, words.size, words.bold):
        before = {"start": 0.0, "middle": line.width / 2, "end": line.width}[words.anchor]
        set_words = pdf.canvas.beginText()
        line.draw(set_words, words.x - before, -words.y, words.size)
        pdf.canvas.drawText(set_words)


def _paint_bar(pdf: TaggedPdf, bar: Bar) -> None:
    """The bar in its pattern, which reads without colour, inside its outline."""
    foot = -bar.y - bar.height
    if bar.fill != "outline":
        pdf.canvas.saveState()
        inside = pdf.canvas.beginPath()
        inside.rect(bar.x, foot, bar.width, bar.height)
        pdf.canvas.clipPath(inside, stroke=0, fill=0)
        _fill(pdf, bar, foot)
        pdf.canvas.restoreState()
    pdf.canvas.rect(bar.x, foot, bar.width, bar.height, stroke=1, fill=0)


def _fill(pdf: TaggedPdf, bar: Bar, foot: float) -> None:
    across, up = int(bar.width / _PATTERN) + 1, int(bar.height / _PATTERN) + 1
    match bar.fill:
        case "hatched":
            for n in range(-up, across + 1):
                start = bar.x + n * _PATTERN
                pdf.canvas.line(start, foot, start + up * _PATTERN, foot + up * _PATTERN)
        case "dotted":
            for n in range(across * up):
                column, row = divmod(n, up)
                pdf.canvas.circle(bar.x + (column + 0.5) * _PATTERN, foot + (row + 0.5) * _PATTERN, 0.9, 0, 1)
        case _:
            pdf.canvas.rect(bar.x, foot, bar.width, bar.height, stroke=0, fill=1)
