"""What paper costs: one plan and 135 pages of plans, beside the same words set by other programs in the same run.

Rivals run where they are here: AMIE_RIVALS names a Python that has weasyprint and typst; LibreOffice is `soffice` on
the path. Seconds are of processor time, the least of several turns; what is judged is nothing, what is printed ratios.
"""

from __future__ import annotations

import json
import os
import resource as usage
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.documents import planted, web
from tests.documents.naughty import STRINGS
from tests.documents.papers import space_sounds
from tests.documents.reading import Node
from tests.example_plans import SPACE_SOUNDS

from amie_planner import checks
from amie_planner.documents import CLEAR, DOCUMENTS, FULL_PLAN, RUN_SHEET, Sheet, pages
from amie_planner.documents.blocks import NewPage
from amie_planner.documents.fonts import embed_fonts
from amie_planner.documents.structure import Element
from amie_planner.documents.tagging import TaggedPdf
from amie_planner.exchange.plan_file import read
from amie_planner.places import resource

TURNS = 5
BULK = 135  # pages
FACE = """@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: {weight}; src: url("{file}"); }}"""

IN_ITS_OWN_PROCESS = """
import json, sys, time
from pathlib import Path
name, file, fonts, out, turns = sys.argv[1:]
def weasyprint_():
    import weasyprint
    return weasyprint.HTML(filename=file).write_pdf(pdf_variant="pdf/ua-1")
def typst_():
    import typst
    return typst.compile(file, font_paths=[fonts], pdf_standards="ua-1")
made = {"weasyprint": weasyprint_, "typst": typst_}[name]
took = []
for _ in range(int(turns) + 1):
    start = time.process_time()
    pdf = made()
    took.append(time.process_time() - start)
Path(out).write_bytes(pdf)
print(json.dumps(min(took[1:] or took)))
"""


@dataclass(frozen=True)
class Took:
    """How long a program took in seconds for how many pages, and how large its file is in bytes."""

    seconds: float
    pages: int
    size: int

    @property
    def per_page(self) -> float:
        """Seconds a page."""
        return self.seconds / self.pages


class Untagged(TaggedPdf):
    """The same pages without marks and structure, to see what tagging costs."""

    @contextmanager
    def page(self) -> Iterator[None]:
        yield
        self.canvas.showPage()

    @contextmanager
    def tagged(self, element: Element | None, box: Any = None) -> Iterator[None]:
        yield

    def finish(self, structure: Any) -> bytes:
        embed_fonts(self.canvas._doc)
        return bytes(self.canvas.getpdfdata())


def _one_plan() -> Sheet:
    plan = space_sounds()
    return FULL_PLAN.sheet(plan, checks.run(plan), style=CLEAR)


def _many_plans() -> Sheet:
    """Run sheet and full plan of the example's sessions, each on pages of its own, until there are enough."""
    series = read(SPACE_SOUNDS.read_bytes())
    plans = [series.plan(lines.session.id) for lines in series.sessions]
    blocks: list[Any] = []
    count = 0
    while count < BULK:
        plan = plans[len(blocks) % len(plans)]
        sheet = (RUN_SHEET, FULL_PLAN)[count % 2].sheet(plan, checks.run(plan), style=CLEAR)
        blocks += [*sheet.blocks, NewPage()]
        count += len(pages.lay_out(sheet.blocks, sheet.style, sheet.footer))
    return replace(sheet, blocks=tuple(blocks[:-1]))


def _took(make: Callable[[], bytes], turns: int) -> Took:
    least, pdf = float("inf"), make()
    for _ in range(turns):
        start = time.process_time()
        pdf = make()
        least = min(least, time.process_time() - start)
    return _told(least, pdf)


def _told(seconds: float, pdf: bytes) -> Took:
    return Took(seconds, len(pypdfium2.PdfDocument(pdf)), len(pdf))


def _untagged(sheet: Sheet, turns: int, monkeypatch: pytest.MonkeyPatch) -> Took:
    with monkeypatch.context() as patched:
        patched.setattr(pages, "TaggedPdf", Untagged)
        return _took(sheet.pdf, turns)


def _in_its_own(name: str, source: Path, turns: int) -> Took | None:
    python = os.environ.get("AMIE_RIVALS")
    if not python:
        return None
    out = source.with_suffix(f".{name}.pdf")
    command = [python, "-c", IN_ITS_OWN_PROCESS, name, str(source), str(resource("fonts")), str(out), str(turns)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if "ModuleNotFoundError" in ran.stderr:
        return None
    assert ran.returncode == 0, ran.stderr
    return _told(json.loads(ran.stdout), out.read_bytes())


def _libreoffice(source: Path, turns: int) -> Took | None:
    """A process each time, as a program that leaves the printing to it would run; processor time of all it starts."""
    program = shutil.which("soffice")
    if not program:
        return None
    folder = source.parent
    command = [program, f"-env:UserInstallation={(folder / 'own').as_uri()}", "--headless", "--convert-to"]
    command += ["pdf:writer_web_pdf_Export", "--outdir", str(folder / "lo"), str(source)]
    least = float("inf")
    for _ in range(turns + 1):
        before = usage.getrusage(usage.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=True)
        after = usage.getrusage(usage.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return _told(least, (folder / "lo" / f"{source.stem}.pdf").read_bytes())


def _as_typst(node: Node) -> str:
    """The same structure in Typst's own words, every text as a string."""
    inside = "\n".join(map(_as_typst, node.children))
    match node.kind:
        case "H1" | "H2" | "H3":
            return f"#heading(level: {node.kind[1]}, {_quoted(node.words)})"
        case "P" | "Figure":
            return f"#par({_quoted(node.words or node.alt)})"
        case "L":
            return "#list(" + ", ".join(_quoted(item.text()) for item in node.children) + ")"
        case "Table":
            rows = [[_quoted(cell.text()) for cell in row.children] for row in node.all("TR")]
            cells = ", ".join(cell for row in rows[1:] for cell in row)
            return f"#table(columns: {len(rows[0])}, table.header({', '.join(rows[0])}), {cells})"
        case _:
            return inside


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _sources(sheet: Sheet, folder: Path) -> tuple[Path, Path]:
    """The same as a page of HTML and as a text for Typst, with the same faces beside them."""
    faces = {weight: resource("fonts", f"AtkinsonHyperlegibleNext-{name}.ttf") for weight, name in WEIGHTS.items()}
    page = sheet.html().decode()
    own = "".join(FACE.format(weight=weight, file=Path(str(face)).as_uri()) for weight, face in faces.items())
    html, typ = folder / "plan.html", folder / "plan.typ"
    html.write_text(page.replace("<style>", f"<style>{own}", 1), encoding="utf-8")
    head = '#set document(title: "Plan")\n#set text(font: ("Atkinson Hyperlegible Next", "DejaVu Sans"), size: 14pt)\n'
    typ.write_text(head + _as_typst(web.structure(sheet.html())), encoding="utf-8")
    return html, typ


WEIGHTS = {400: "Regular", 700: "Bold"}


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("content", "turns"), [(_one_plan, TURNS), (_many_plans, 1)], ids=["one plan", "135 pages"])
def test_paper_beside_other_programs(
    content: Callable[[], Sheet], turns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = content()
    html, typ = _sources(sheet, tmp_path)
    ours = _took(sheet.pdf, TURNS)
    table = {
        "ours, tagged": ours,
        "ours, untagged": _untagged(sheet, TURNS, monkeypatch),
        "WeasyPrint pdf/ua-1": _in_its_own("weasyprint", html, turns),
        "Typst ua-1": _in_its_own("typst", typ, turns),
        "LibreOffice process": _libreoffice(html, min(turns, 2)),
    }
    print()
    for name, took in table.items():
        print(f"{name:22}", _line(took, ours) if took else "not here")


def _line(took: Took, ours: Took) -> str:
    ratio = took.per_page / ours.per_page
    return (
        f"{took.seconds * 1000:8.0f} ms {took.pages:4} pages {took.per_page * 1000:7.1f} ms a page "
        f"{took.seconds / ours.seconds:6.2f}x ours, a page {ratio:6.2f}x, file {took.size / 1024:6.0f} KiB"
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_each_paper_of_six_activities(benchmark: BenchmarkFixture, document: Any) -> None:
    """The time is printed, not judged."""
    assert benchmark(document.of_plan, space_sounds()).startswith(b"%PDF-1.7")


def test_the_slowest_text_in_every_field() -> None:
    """Twenty thousand characters in each of some seventy fields at once, and all else that leaders do not type."""
    took = []
    for text in STRINGS:
        plan = planted.plan(lambda field, text=text: None if field in planted.NAMES else text)
        for document in DOCUMENTS:
            start = time.process_time()
            document.of_plan(plan)
            took.append((time.process_time() - start, document.id, ascii(text[:20]), len(text)))
    for seconds, *what in sorted(took, reverse=True)[:10]:
        print(f"{seconds:6.2f} s", *what)
