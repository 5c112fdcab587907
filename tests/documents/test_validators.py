"""The whole matrix (paper, plan, style) before every judge within reach: validators and browsers.

A sample is in every run. The whole is `-m on_demand` with AMIE_VERAPDF, AMIE_CHROMIUM and AMIE_AXE: see `_tool`.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from html import unescape
from pathlib import Path

import pikepdf
import pytest
from tests.documents import reading
from tests.documents.matrix import CASES, REST, SAMPLE, Case, each

SCHEMES = {"light": 0, "dark": 1}

ON_EACH_PAGE = """
axe.run(document, {resultTypes: ['violations', 'passes']}).then(found => {
  const at = node => node.html.slice(0, 200) + ' ' + node.failureSummary;
  const told = rules => rules.map(rule => [rule.id, rule.nodes.slice(0, 3).map(at)]);
  const said = document.createElement('pre');
  said.id = 'said';
  said.textContent = JSON.stringify({violations: told(found.violations), passes: found.passes.length});
  document.body.append(said);
});
"""


def _tool(name: str, what: str) -> str:
    """What an environment variable names. Without it the test fails and says so: what is not tried is not held."""
    named = os.environ.get(name)
    if not named:
        pytest.fail(f"{name} is not set: it has to name {what}")
    return named


@each(SAMPLE)
def test_a_sample_is_without_fault(case: Case, tmp_path: Path) -> None:
    assert reading.faults(case.pdf(), tmp_path) == []


@pytest.mark.on_demand
@each(REST)
def test_the_rest_is_without_fault(case: Case, tmp_path: Path) -> None:
    assert reading.faults(case.pdf(), tmp_path) == []


def _refused(files: list[Path]) -> list[str]:
    """What veraPDF says against these files. Fails where it says nothing about one of them."""
    launcher = shlex.split(_tool("AMIE_VERAPDF", "veraPDF, as `verapdf --flavour ua1 --format text -v` or the like"))
    ran = subprocess.run([*launcher, *map(str, files)], capture_output=True, text=True, check=False)
    lines = ran.stdout.splitlines()
    told = [line for line in lines if line.startswith(("PASS ", "FAIL "))]
    assert len(told) == len(files), ran.stdout + ran.stderr
    return [line for line in lines if not line.startswith("PASS ")]


@pytest.mark.on_demand
@pytest.mark.timeout(3600)
def test_verapdf_has_nothing_against_any_paper(tmp_path: Path) -> None:
    files = [tmp_path / f"{case.id}.pdf" for case in CASES]
    for case, file in zip(CASES, files, strict=True):
        file.write_bytes(case.pdf())
    assert _refused(files) == []


@pytest.mark.on_demand
def test_verapdf_refuses_a_paper_whose_tags_are_gone(tmp_path: Path) -> None:
    whole, spoilt = tmp_path / "whole.pdf", tmp_path / "spoilt.pdf"
    whole.write_bytes(SAMPLE[0].pdf())
    with pikepdf.open(whole) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(spoilt)
    assert [line.split()[0] for line in _refused([whole, spoilt])][:1] == ["FAIL"]


def _violations(page: bytes, scheme: str, folder: Path) -> list[str]:
    """What axe-core says against a page in headless Chromium, in light or in dark. Fails where it says nothing."""
    axe = Path(_tool("AMIE_AXE", "axe.min.js of axe-core")).read_text(encoding="utf-8")
    policy = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')  # which would keep axe-core out
    head = f"<script>{axe}</script></head>"
    text = policy.sub("", page.decode()).replace("</head>", head, 1)
    file = folder / "page.html"
    file.write_text(text.replace("</body>", f"<script>{ON_EACH_PAGE}</script></body>"), encoding="utf-8")
    chromium = _tool("AMIE_CHROMIUM", "Chromium")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'own'}"]
    command += [f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}", "--virtual-time-budget=60000", "--dump-dom"]
    ran = subprocess.run([*command, file.as_uri()], capture_output=True, text=True, check=True)
    said = re.search('<pre id="said">(.*?)</pre>', ran.stdout, re.DOTALL)
    assert said, ran.stderr[-2000:]
    told = json.loads(unescape(said[1]))
    assert told["passes"] > 5
    return [str(one) for one in told["violations"]]


@pytest.mark.on_demand
@pytest.mark.timeout(900)
@pytest.mark.parametrize("scheme", SCHEMES)
@each(CASES)
def test_axe_has_nothing_against_any_page(case: Case, scheme: str, tmp_path: Path) -> None:
    assert _violations(case.sheet().html(), scheme, tmp_path) == []


@pytest.mark.on_demand
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_sees_a_picture_without_words_and_letters_that_are_too_light(scheme: str, tmp_path: Path) -> None:
    page = b'<html lang="en"><head><title>T</title></head><body><main><h1 style="color:#777;background:#888">Hi</h1>'
    found = _violations(page + b'<img src="data:,"></main></body></html>', scheme, tmp_path)
    assert [name for name in ("image-alt", "color-contrast") if name not in str(found)] == []


SIDEWAYS = """
const own = document.querySelector('iframe');
own.onload = () => {
  const page = own.contentDocument.documentElement;
  const said = document.createElement('pre');
  said.id = 'said';
  said.textContent = page.scrollWidth - page.clientWidth;
  document.body.append(said);
};
own.srcdoc = JSON.parse(document.getElementById('page').textContent);
"""


def _sideways(page: bytes, folder: Path) -> int:
    """How many pixels of a page are out of sight in Chromium on a screen of 320."""
    held = json.dumps(page.decode()).replace("<", "\\u003c")
    frame = '<iframe style="width:320px;height:800px;border:0"></iframe>'
    file = folder / "frame.html"
    text = f'<!DOCTYPE html>{frame}<script id="page" type="application/json">{held}</script><script>{SIDEWAYS}</script>'
    file.write_text(text, encoding="utf-8")
    command = [_tool("AMIE_CHROMIUM", "Chromium"), "--headless", "--no-sandbox", "--disable-gpu"]
    command += [f"--user-data-dir={folder / 'own'}", "--virtual-time-budget=60000", "--dump-dom", file.as_uri()]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    said = re.search('<pre id="said">(.*?)</pre>', ran.stdout)
    assert said, ran.stderr[-2000:]
    return int(said[1])


@pytest.mark.on_demand
@each(CASES)
def test_no_page_is_wider_than_the_narrowest_screen(case: Case, tmp_path: Path) -> None:
    assert _sideways(case.sheet().html(), tmp_path) == 0


@pytest.mark.on_demand
def test_a_page_that_is_wider_than_its_screen_is_seen(tmp_path: Path) -> None:
    assert _sideways(b'<!DOCTYPE html><body style="margin:0"><div style="width:400px">wide</div>', tmp_path) == 80


IN_ANOTHER_PROCESS = """
import hashlib
from tests.documents.matrix import CASES
for case in CASES:
    if case.plan in {plans}:
        print(case.id, hashlib.sha256(case.pdf() + case.sheet().html()).hexdigest())
"""


def _digests(seed: str, plans: tuple[str, ...]) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS.format(plans=plans)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    "plans",
    [("small",), pytest.param(("empty", "large", "hostile"), marks=pytest.mark.on_demand)],
    ids=["sample", "rest"],
)
def test_every_paper_has_the_same_bytes_whatever_the_order_of_sets(plans: tuple[str, ...]) -> None:
    first = _digests("1", plans)
    assert first == _digests("2", plans)
    assert len(first.splitlines()) == len([case for case in CASES if case.plan in plans])
