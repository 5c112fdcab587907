"""How a paper looks as HTML: a print style as a style sheet, in sizes that grow with the reader's own."""

from __future__ import annotations

from amie_planner.documents.house_style import PrintStyle

_USUAL = 12.0  # points; what browsers show text at until a reader chooses another size
_LEAST_PITCH = 1.5
_COLUMN = 5.6  # letters' sizes; the room that a column of a table asks for, with what parts it from the next
_EDGES = 3  # rem beside a page
_ANY, _WIDE = "table:not(.cards)", "table:not(.cards):has(th:nth-child(4))"


def look(style: PrintStyle) -> str:
    """The style sheet of a print style."""
    h1, h2, h3 = (_relative(size) for size in style.heads)
    pitch = max(style.pitch, _LEAST_PITCH)
    return f"""\
:root {{ color-scheme: light dark; background: Canvas; color: CanvasText; }}
body {{ margin: 0 auto; padding: 1.5rem; max-width: {style.width / _USUAL:.1f}rem; text-align: left; hyphens: none;
  font: {_relative(style.body)}/{pitch:g} "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", Verdana, sans-serif; }}
h1, h2, h3, p, li, th, td, figcaption {{ unicode-bidi: plaintext; text-align: left; overflow-wrap: break-word; }}
h1 {{ font-size: {h1}; line-height: 1.25; margin: 0 0 0.5em; }}
h2 {{ font-size: {h2}; line-height: 1.3; margin: 1.5em 0 0.5em; padding-bottom: 0.2em; border-bottom: 2px solid; }}
h3 {{ font-size: {h3}; line-height: 1.35; margin: 1.3em 0 0.3em; }}
p, figure {{ margin: 0.3em 0 {0.5 * style.air:g}em; }}
ul, ol {{ margin: 0.5em 0; padding: 0; list-style: none; }}
li {{ display: flex; gap: 0.5em; margin: 0.3em 0; }}
li > :last-child {{ min-width: 0; overflow-wrap: break-word; }}
.barred {{ border-left: 4px solid; padding-left: 0.7em; }}
table {{ border-collapse: collapse; width: 100%; margin: 0.5em 0; }}
th, td {{ padding: 0.4em 0.6em 0.4em 0; vertical-align: top; border-bottom: 1px solid; }}
th, td {{ min-width: 5em; }}
th, td, th *, td * {{ overflow-wrap: anywhere; }}
thead th {{ border-bottom-width: 2px; vertical-align: bottom; }}
.bar {{ display: flex; border: 2px solid; }}
.bar span {{ flex: 1 1 0; min-width: 0; text-align: center; border-left: 2px solid; overflow: hidden; }}
.bar span:first-child {{ border-left: 0; }}
.bar .left {{ border-left-style: dashed; }}
img {{ max-width: 100%; height: auto; background: white; }}
.line {{ height: 2.2em; border-bottom: 1px solid; }}
.line + p {{ margin-top: 1em; }}
h1:not(:first-child) {{ margin-top: 2.5em; }}
.write {{ border: 1px dashed; margin: 0.3em 0 0.8em; }}
.tick {{ position: absolute; top: 0.5em; right: 0.5em; width: 1.4em; height: 1.4em; border: 2px solid; }}
.scissors {{ border-top: 2px dashed; margin: 2em 0; }}
.card {{ border: 2px solid; border-radius: 0.6em; padding: 0.5em; vertical-align: middle; position: relative; }}
.cut {{ border-style: dashed; }}
.card p, .card figure, .over {{ text-align: center; }}
.card strong, .over {{ font-size: 1.4em; font-weight: bold; line-height: 1.3; }}
div.card {{ display: inline-block; vertical-align: top; box-sizing: border-box; margin: 0 0.4em 0.5em 0; }}
div.card {{ width: calc(50% - 0.9em); min-width: 60mm; min-height: 60mm; }}
div.card > p:first-child {{ text-align: left; }}
th.card {{ font-weight: 400; }}
.cards {{ border-collapse: separate; border-spacing: 0.4em; table-layout: fixed; }}
.cards .card {{ border-bottom: 2px solid; height: 60mm; }}
.cards .cut {{ border-bottom-style: dashed; }}
.strips {{ border-spacing: 0.4em 1em; }}
.strip {{ outline: 2px dashed; outline-offset: 0.2em; }}
.strips thead {{ position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }}
footer {{ margin-top: 2em; border-top: 1px solid; }}
{_as_list(_ANY, 3, style)}{_as_list(_WIDE, 6, style)}@media print {{
  @page {{ size: A4; margin: 15mm; }}
  body {{ padding: 0; max-width: none; }}
  h1, h2, h3 {{ break-after: avoid; }}
  .card, .strip, .line, .write {{ break-inside: avoid; }}
  .new-page {{ break-before: page; }}
}}
"""


def _as_list(tables: str, columns: int, style: PrintStyle) -> str:
    """On a screen too narrow for so many columns: each row under its heading, each cell behind that of its column."""
    room = columns * _COLUMN * style.body / _USUAL + _EDGES
    return f"""\
@media screen and (max-width: {room:.1f}rem) {{
  {tables}, {tables} :is(tbody, tr, th, td) {{ display: block; padding: 0; min-width: 0; border: 0; }}
  {tables} thead {{ position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }}
  {tables} tbody tr {{ padding: 0.5em 0; border-bottom: 1px solid; }}
  {tables} td[data-head]::before {{ font-weight: bold; content: attr(data-head) ": "; }}
  {tables} td[data-head]::before {{ content: attr(data-head) ": " / ""; }}
}}
"""


def _relative(points: float) -> str:
    return f"{points / _USUAL:.3g}rem"
