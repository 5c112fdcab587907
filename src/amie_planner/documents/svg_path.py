"""Reads the path data of an SVG as moves, straight lines and curves in absolute places.

Source: SVG 1.1, https://www.w3.org/TR/SVG11/paths.html, and implnote.html#ArcImplementationNotes for arcs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
"""m moves to a point, l draws a line to one, c a curve by two handles to a third, h closes: PDF's own letters."""

_COMMAND = re.compile(r"([MLHVCSQTAZ])([^MLHVCSQTAZ]*)", re.IGNORECASE)
_WRITTEN = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_NUMBER = re.compile(_WRITTEN, re.IGNORECASE)
_ARC = re.compile(r"[\s,]*".join([f"({_WRITTEN})"] * 3 + ["([01])"] * 2 + [f"({_WRITTEN})"] * 2), re.IGNORECASE)
"""The two flags of an arc may stand without a space."""
_APART = r"\1 \2 \3 \4 \5 \6 \7 "
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def steps(data: str) -> tuple[Step, ...]:
    """The steps of a path. Raises ValueError for a command without all its numbers."""
    pen = _Pen()
    for letter, text in _COMMAND.findall(data):
        pen.follow(letter, text)
    return tuple(pen.drawn)


class _Pen:
    """Where the drawing is: its point, where its part began, and the handle that a smooth curve goes on from."""

    def __init__(self) -> None:
        self.drawn: list[Step] = []
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._handle: tuple[str, Point] = ("", (0.0, 0.0))

    def follow(self, letter: str, text: str) -> None:
        """One command, as often as its numbers last."""
        kind = letter.upper()
        numbers = [float(n) for n in _NUMBER.findall(_ARC.sub(_APART, text) if kind == "A" else text)]
        takes = _TAKES[kind]
        if (len(numbers) % takes if takes else numbers) or (takes and not numbers):
            raise ValueError(f"{letter}{text} has not all its numbers")
        for first in range(0, max(len(numbers), 1), max(takes, 1)):
            self._one(kind, self._absolute(kind, numbers[first : first + takes], letter.islower()))
            kind = "L" if kind == "M" else kind

    def _absolute(self, kind: str, numbers: list[float], relative: bool) -> list[float]:
        """The numbers with H and V as full points, all counted from the drawing's own corner."""
        x, y = self._at if relative else (0.0, 0.0)
        if kind == "H":
            return [numbers[0] + x, self._at[1]]
        if kind == "V":
            return [self._at[0], numbers[0] + y]
        kept = 5 if kind == "A" else 0
        return [*numbers[:kept], *(n + (y if at % 2 else x) for at, n in enumerate(numbers[kept:]))]

    def _one(self, kind: str, numbers: list[float]) -> None:
        start, handle = self._at, ("", self._at)
        ends = list(zip(numbers[::2], numbers[1::2], strict=False))
        match kind:
            case "Z":
                self._add("h", self._start)
            case "M":
                self._start = (numbers[0], numbers[1])
                self._add("m", self._start)
            case "A":
                for curve in _arc(start, numbers):
                    self._add("c", *curve)
            case "C" | "S":
                first, second, end = ends if kind == "C" else (self._smooth("C"), *ends)
                self._add("c", first, second, end)
                handle = ("C", second)
            case "Q" | "T":
                bend, end = ends if kind == "Q" else (self._smooth("Q"), *ends)
                self._add("c", _between(start, bend, 2 / 3), _between(end, bend, 2 / 3), end)
                handle = ("Q", bend)
            case _:
                self._add("l", (numbers[0], numbers[1]))
        self._handle = handle

    def _add(self, letter: str, *points: Point) -> None:
        self.drawn.append((letter, () if letter == "h" else points))
        self._at = points[-1]

    def _smooth(self, kind: str) -> Point:
        """The handle opposite to the one before, if that was of the same kind of curve."""
        before, (x, y) = self._handle
        return (2 * self._at[0] - x, 2 * self._at[1] - y) if before == kind else self._at


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _arc(start: Point, numbers: list[float]) -> Iterator[tuple[Point, Point, Point]]:
    """An elliptical arc as curves of at most a quarter turn each; a line where it has no radius."""
    rx, ry, turned, large, sweep = abs(numbers[0]), abs(numbers[1]), math.radians(numbers[2]), numbers[3], numbers[4]
    end = (numbers[5], numbers[6])
    if start == end:
        return
    if not rx or not ry:
        yield _between(start, end, 1 / 3), _between(start, end, 2 / 3), end
        return
    cos, sin = math.cos(turned), math.sin(turned)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = (cos * dx + sin * dy) / rx, (cos * dy - sin * dx) / ry
    grown = max(1.0, math.hypot(x, y))
    rx, ry, x, y = rx * grown, ry * grown, x / grown, y / grown
    off = math.sqrt(max(0.0, 1 / (x * x + y * y) - 1)) * (-1 if bool(large) == bool(sweep) else 1)
    cx, cy = off * y, -off * x
    first = math.atan2(y - cy, x - cx)
    whole = (math.atan2(-y - cy, -x - cx) - first) % (2 * math.pi) - (0 if sweep else 2 * math.pi)
    parts = max(1, math.ceil(abs(whole) / (math.pi / 2) - 1e-9))
    centre = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def placed(u: float, v: float) -> Point:
        u, v = (u + cx) * rx, (v + cy) * ry
        return cos * u - sin * v + centre[0], sin * u + cos * v + centre[1]

    step = whole / parts
    reach = 4 / 3 * math.tan(step / 4)
    for part in range(parts):
        a, b = first + part * step, first + (part + 1) * step
        handles = (
            placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
        )
        yield (*handles, end if part == parts - 1 else placed(math.cos(b), math.sin(b)))
