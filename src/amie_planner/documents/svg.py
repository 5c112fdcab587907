"""Draws a simple SVG in PDF as lines and fills, so that a symbol is sharp at any size and small in the file.

For the symbols that come with the program: groups, shapes and paths in plain colours. What else an SVG may hold is
refused, so that nothing goes missing unseen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree import ElementTree

from amie_planner.documents.svg_path import Point, Step, steps

Matrix = tuple[float, float, float, float, float, float]

_HOLDS = ("svg", "g")
_INHERITED = {
    "fill": "#000",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "fill-rule": "nonzero",
}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_SAME: Matrix = (1, 0, 0, 1, 0, 0)
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")


@lru_cache(maxsize=256)
def operators(svg: bytes) -> str:
    """The operators of a PDF page that draw it in its own units, counted down from the top left corner.

    Raises ValueError for an element or a transform that is not drawn.
    """
    return "\n".join(_drawn(ElementTree.fromstring(svg), _INHERITED, _SAME))


def _drawn(element: ElementTree.Element, inherited: Mapping[str, str], matrix: Matrix) -> Iterator[str]:
    look = {name: element.get(name, value) for name, value in inherited.items()}
    matrix = _moved(matrix, element.get("transform", ""))
    tag = element.tag.rpartition("}")[2]
    if tag in _HOLDS:
        for child in element:
            yield from _drawn(child, look, matrix)
    elif ways := _painting(look):
        yield _pen(look, math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])))
        yield from (_step(step, matrix) for step in steps(_path(tag, element)))
        yield ways


def _moved(matrix: Matrix, transform: str) -> Matrix:
    for name, text in _TRANSFORM.findall(transform):
        matrix = _times(matrix, _one_move(name, [float(n) for n in re.split(r"[\s,]+", text.strip())]))
    return matrix


def _one_move(name: str, by: list[float]) -> Matrix:
    match name:
        case "matrix":
            a, b, c, d, e, f = by
            return a, b, c, d, e, f
        case "translate":
            return 1, 0, 0, 1, by[0], by[1] if len(by) > 1 else 0
        case "scale":
            return by[0], 0, 0, by[-1], 0, 0
        case "rotate":
            cos, sin = math.cos(math.radians(by[0])), math.sin(math.radians(by[0]))
            x, y = by[1:] or (0.0, 0.0)
            return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y
    raise ValueError(f"{name} is not a transform that is drawn")


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f


def _path(tag: str, element: ElementTree.Element) -> str:
    """The shape as path data."""

    def at(name: str) -> float:
        return float(element.get(name, "0"))

    match tag:
        case "path":
            return element.get("d", "")
        case "line":
            return f"M{at('x1')} {at('y1')}L{at('x2')} {at('y2')}"
        case "polyline":
            return f"M{element.get('points', '')}"
        case "polygon":
            return f"M{element.get('points', '')}Z"
        case "circle" | "ellipse":
            rx, ry = (at("r"), at("r")) if tag == "circle" else (at("rx"), at("ry"))
            return f"M{at('cx') - rx} {at('cy')}a{rx} {ry} 0 1 1 {2 * rx} 0a{rx} {ry} 0 1 1 {-2 * rx} 0Z"
        case "rect":
            rx, ry = at("rx") or at("ry"), at("ry") or at("rx")
            across, down = at("width") - 2 * rx, at("height") - 2 * ry
            corners = [f"a{rx} {ry} 0 0 1 {x} {y}" for x, y in ((rx, ry), (-rx, ry), (-rx, -ry), (rx, -ry))]
            sides = (f"h{across}", f"v{down}", f"h{-across}", f"v{-down}")
            round_it = "".join(side + corner for side, corner in zip(sides, corners, strict=True))
            return f"M{at('x') + rx} {at('y')}{round_it}Z"
    raise ValueError(f"<{tag}> is not an element that is drawn")


def _painting(look: Mapping[str, str]) -> str:
    """The operator that fills, strokes or does both; nothing for a shape that is not seen."""
    filled, stroked = look["fill"] != "none", look["stroke"] != "none"
    rule = "*" if look["fill-rule"] == "evenodd" else ""
    if filled:
        return ("B" if stroked else "f") + rule
    return "S" if stroked else ""


def _pen(look: Mapping[str, str], scale: float) -> str:
    inks = ((look["fill"], "rg"), (look["stroke"], "RG"))
    colours = [f"{_colour(ink)} {operator}" for ink, operator in inks if ink != "none"]
    caps, joins = _CAPS[look["stroke-linecap"]], _JOINS[look["stroke-linejoin"]]
    width, miter = float(look["stroke-width"]) * scale, float(look["stroke-miterlimit"])
    return " ".join((*colours, f"{_written(width)} w {caps} J {joins} j {_written(miter)} M"))


def _colour(ink: str) -> str:
    """#92D3F5 or #fff as three shares."""
    digits = ink.removeprefix("#")
    pairs = [digits[n : n + 2] for n in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    return " ".join(_written(int(pair, 16) / 255) for pair in pairs)


def _step(step: Step, matrix: Matrix) -> str:
    letter, points = step
    return " ".join((*(_placed(point, matrix) for point in points), letter))


def _placed(point: Point, matrix: Matrix) -> str:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return f"{_written(a * x + c * y + e)} {_written(b * x + d * y + f)}"


def _written(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
