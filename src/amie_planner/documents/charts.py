"""Charts drawn once for screen and paper: figures in, shapes out, and each chart's table. No Qt and no ReportLab here.

Measures are points or pixels, as `measure` has them; y grows downward. Every amount stands in words beside its shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from amie_planner.checks.balance import Bars, Dot, Dots, Part, Tone
from amie_planner.documents.breaking import broken

Chart = Bars | Dots
Measure = Callable[[str, float, bool], float]
"""How wide a text is at a size, bold or not."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle from its top left corner. Its fill is a pattern that reads in black and white."""

    x: float
    y: float
    width: float
    height: float
    fill: Literal["solid", "hatched", "dotted", "outline"]


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its baseline, `x` its start, middle or end as `anchor` says."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled shape around its middle; `size` is its height."""

    x: float
    y: float
    size: float
    shape: Literal["circle", "square"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin line."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False


Shape = Bar | Words | Mark | Stroke


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order to draw them, all within the width and height."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def drawn(chart: Chart, width: float, size: float, measure: Measure) -> Drawing:
    """The chart at a width and a size of its words. Without figures it is nothing, and its sentence says so."""
    return next(drawn_in_parts(chart, width, size, measure, float("inf")))[1]


def drawn_in_parts(
    chart: Chart, width: float, size: float, measure: Measure, tallest: float
) -> Iterator[tuple[Chart, Drawing]]:
    """The chart and its drawing; where that is taller than a page, parts of it with theirs, all to one scale."""
    held = len(chart.parts if isinstance(chart, Bars) else chart.dots)
    each = held
    while True:
        shares = [_share(chart, at, at + each) for at in range(0, max(held, 1), max(each, 1))]
        drawings = [_drawing(share, chart, width, size, measure) for share in shares]
        if each <= 1 or all(drawing.height <= tallest for drawing in drawings):
            yield from zip(shares, drawings, strict=True)
            return
        each = (each + 1) // 2


def _share(chart: Chart, start: int, stop: int) -> Chart:
    if isinstance(chart, Bars):
        return replace(chart, parts=chart.parts[start:stop])
    return replace(chart, dots=chart.dots[start:stop])


def _drawing(share: Chart, whole: Chart, width: float, size: float, measure: Measure) -> Drawing:
    board = _Board(width, size, measure)
    if isinstance(share, Bars) and isinstance(whole, Bars):
        _draw_bars(board, share.parts, whole.parts)
    elif isinstance(share, Dots) and isinstance(whole, Dots):
        _draw_dots(board, share.dots, whole.dots)
    return Drawing(width, board.bottom, tuple(board.shapes))


def table(chart: Chart) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """What heads the columns, and the same row by row; people in words, for nobody's figures stand beside another's."""
    if isinstance(chart, Bars):
        return chart.heads, tuple((part.name, part.told) for part in chart.parts)
    return ("Who", "What is in the way, and what is met"), tuple((dot.name, dot.told) for dot in chart.dots)


def is_empty(chart: Chart) -> bool:
    """Whether there is nothing to draw: no row, or none that stands for anything."""
    return not any(part.amount for part in chart.parts) if isinstance(chart, Bars) else not chart.dots


def in_words(chart: Chart) -> str:
    """The chart as a text alternative: its sentence and every figure."""
    held: Sequence[Part | Dot] = chart.parts if isinstance(chart, Bars) else chart.dots
    figures = "; ".join(f"{one.name}: {one.told}" for one in held)
    return f"{chart.title}. {chart.about} {figures}." if figures else f"{chart.title}. {chart.about}"


_PITCH = 1.3  # from line to line, as a share of the size
_FILLS: dict[Tone, Literal["solid", "hatched", "dotted", "outline"]] = {
    Tone.PLAIN: "solid",
    Tone.SHARED: "dotted",
    Tone.ADULTS: "hatched",
    Tone.NOT_KNOWN: "outline",
}


class _Board:
    """What is drawn so far, and how far down it reaches."""

    def __init__(self, width: float, size: float, measure: Measure) -> None:
        self.width, self.size, self._measure = width, size, measure
        self.bottom = 0.0
        self.shapes: list[Shape] = []

    def measure(self, text: str, bold: bool = False) -> float:
        return self._measure(text, self.size, bold)

    def write(
        self,
        text: str,
        x: float,
        top: float,
        room: float,
        *,
        bold: bool = False,
        anchor: Literal["start", "end"] = "start",
    ) -> float:
        """Words from the top in lines that fit the room; `x` is where they start or end. Returns where they stop."""
        for line in broken(text, room, lambda words: self.measure(words, bold)):
            self.shapes.append(Words(x, top + self.size, line, self.size, bold, anchor))
            top += self.size * _PITCH
        return top

    def stroke(self, x1: float, y1: float, x2: float, y2: float, dashed: bool = False) -> None:
        self.shapes.append(Stroke(x1, y1, x2, y2, dashed))


def _draw_bars(board: _Board, parts: Sequence[Part], whole: Sequence[Part]) -> None:
    """The parts, to the scale of the whole that they are of."""
    if not parts:
        return
    size, gap = board.size, board.size * 0.7
    told = max(board.measure(part.told) for part in whole)
    names = min(max(board.measure(part.name) for part in whole), board.width * 0.36)
    room = board.width - names - told - 2 * gap
    most = max(part.amount for part in whole) or Fraction(1)
    if room >= max(8 * size, board.width * 0.25):
        _draw_beside(board, parts, names, names + gap, room / float(most))
    else:
        _draw_under(board, parts, (board.width - 1) / float(most))


def _draw_beside(board: _Board, parts: Sequence[Part], names: float, left: float, scale: float) -> None:
    """Name, bar and amount in one line; a long name in several."""
    size = board.size
    for part in parts:
        top = board.bottom + (size * 0.55 if board.bottom else 0.0)
        board.bottom = max(board.write(part.name, 0.0, top, names + 0.01), top + size * _PITCH)
        long = _draw_bar(board, part, left, top + size * 0.1, scale, size * 1.1)
        board.write(part.told, left + long + size * 0.5, top, board.width)
    board.stroke(left, 0.0, left, board.bottom)


def _draw_under(board: _Board, parts: Sequence[Part], scale: float) -> None:
    """Name and amount over the bar, which has the whole width."""
    size = board.size
    for part in parts:
        top = board.bottom + (size * 0.7 if board.bottom else 0.0)
        apart = board.measure(part.name) + size + board.measure(part.told) > board.width
        end = board.write(part.name, 0.0, top, board.width)
        end = board.write(part.told, board.width, end if apart else top, board.width, anchor="end")
        _draw_bar(board, part, 0.5, end + size * 0.1, scale, size * 0.8)
        board.bottom = end + size
        board.stroke(0.5, end, 0.5, board.bottom)


def _draw_bar(board: _Board, part: Part, x: float, y: float, scale: float, height: float) -> float:
    """The bar to scale, if it stands for anything. Returns its length."""
    long = max(float(part.amount) * scale, 1.0) if part.amount else 0.0
    if long:
        board.shapes.append(Bar(x, y, long, height, _FILLS[part.tone]))
    return long


@dataclass(frozen=True, slots=True)
class _Track:
    """A line along which a mark stands: from nothing at its left to the most at its right."""

    left: float
    width: float
    shape: Literal["circle", "square"]
    head: str
    ends: tuple[str, str]


def _draw_dots(board: _Board, dots: Sequence[Dot], whole: Sequence[Dot]) -> None:
    if not dots:
        return
    size, gap = board.size, board.size * 1.2
    beside = board.width >= 40 * size
    text = board.width * 0.42 if beside else board.width
    start = text + gap if beside else 0.0
    each = (board.width - start - gap) / 2
    most = max(dot.weight for dot in whole)
    barrier = _Track(start, each, "circle", "In the way", ("less", "more"))
    met = _Track(start + each + gap, each, "square", "Minutes met", ("none", "all"))
    board.bottom = max(_draw_head(board, track) for track in (barrier, met))
    for dot in dots:
        top = board.bottom + size * 0.7
        end = board.write(dot.name, 0.0, top, text, bold=True)
        end = board.write(dot.told, 0.0, end, text)
        level = top + size * 0.65 if beside else end + size * 0.65
        _draw_track(board, barrier, level, dot.weight / most)
        _draw_track(board, met, level, dot.met / dot.needed if dot.needed else None)
        board.bottom = end if beside else end + size * _PITCH


def _draw_head(board: _Board, track: _Track) -> float:
    """What the track says and what its ends mean, on one line or on two. Returns where it stops."""
    right = track.left + track.width
    top = board.write(track.head, track.left, 0.0, track.width, bold=True)
    less, more = track.ends
    apart = board.measure(less) + board.size + board.measure(more) > track.width
    end = board.write(less, track.left, top, track.width)
    return board.write(more, right, end if apart else top, track.width, anchor="end")


def _draw_track(board: _Board, track: _Track, y: float, share: float | None) -> None:
    """The line with a mark at the share of it; dashed and bare where there is no share."""
    big, tick = board.size * 0.8, board.size * 0.3
    right = track.left + track.width
    board.stroke(track.left, y, right, y, dashed=share is None)
    for x in (track.left, right):
        board.stroke(x, y - tick, x, y + tick)
    if share is not None:
        board.shapes.append(Mark(track.left + big / 2 + share * (track.width - big), y, big, track.shape))
