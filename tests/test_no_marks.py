"""No word of HEARD reads as a mark: not in its questions and findings, the panel, the paper, the help or the README."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from amie_planner.checks.marks import marking_words, marks_in
from amie_planner.cli.arguments import parser
from amie_planner.places import resource

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "amie_planner"
DENIED = re.compile(r"\b(?:not|never)(?: as)? an? \w+|\breads? as (?:a mark|marks)\b")
"""“Not a test”: what says of itself that it is none, and what tells a hub that a word of its own is one."""
MUSIC = ("film scores", "graphic scores")
"""Genres of which a word is a musical one."""


def amiss(text: str) -> tuple[str, ...]:
    """The words of a text that read as a mark."""
    return marks_in(DENIED.sub("", text))


@cache
def finished_sentences() -> str:
    """What every question, reason and finding of the examples says."""
    return (ROOT / "tests" / "checks" / "wording.txt").read_text(encoding="utf-8")


def texts_in(*patterns: str) -> str:
    """Every text in the source of some modules but what explains it, each on a line."""
    modules = [module for pattern in patterns for module in SOURCE.glob(pattern)]
    assert modules, patterns
    return "\n".join(text for module in modules for text in _texts(ast.parse(module.read_text(encoding="utf-8"))))


def _texts(tree: ast.Module) -> list[str]:
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
    return [node.value for node in found if isinstance(node.value, str)]


@cache
def templates() -> str:
    """What the checks can say, with or without an example that makes them."""
    return texts_in("checks/*.py")


@cache
def the_panel() -> str:
    """What the panel, its dialogs and the balance over a term say, and the words for replies."""
    replies = json.loads(resource("vocabulary.json").read_text(encoding="utf-8"))["reply"]
    said = texts_in("ui/**/findings*.py", "ui/**/reply*.py", "ui/**/heard*.py", "ui/**/*balance*.py", "ui/**/series.py")
    return said + json.dumps(replies)


@cache
def on_paper() -> str:
    """The section of the full plan, of every golden one, and what else it can say."""
    golden = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("tests/documents/golden/*full-plan.txt"))]
    sections = [text.partition("H2 HEARD:")[2].partition("PAGE 1")[0] for text in golden]
    assert len(sections) > 2 and all(sections)
    return "\n".join((*sections, texts_in("documents/*heard*.py", "documents/term*.py")))


@cache
def data() -> str:
    """The data of the checks, musical words aside."""
    text = resource("heard.json").read_text(encoding="utf-8")
    for genre in MUSIC:
        text = text.replace(f'"{genre}"', "")
    return text


@cache
def a_hubs_example() -> str:
    """The example of a hub's wording that comes with the program."""
    return resource("samples", "hub-wording.json").read_text(encoding="utf-8")


@cache
def the_help() -> str:
    """What the command line says of `check`, and of the command for paper."""
    commands = next(action.choices for action in parser()._actions if action.choices)
    assert isinstance(commands, dict)
    return str(commands["check"].format_help() + commands["print"].format_help())


@cache
def the_readme() -> str:
    """Every line that speaks of HEARD, and every section under a heading that does."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    sections = re.findall(r"^#+ [^\n]*HEARD.*?(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    return "\n".join((*sections, *(line for line in text.splitlines() if "HEARD" in line)))


PLACES = (
    finished_sentences,
    templates,
    the_panel,
    on_paper,
    data,
    a_hubs_example,
    the_help,
    the_readme,
)


@pytest.mark.parametrize("place", PLACES)
def test_no_word_reads_as_a_mark(place: Callable[[], str]):
    text = place()
    assert len(text) > 300
    assert amiss(text) == ()


@pytest.mark.parametrize("word", marking_words())
def test_a_word_that_reads_as_a_mark_would_be_seen_in_each_place(word: str):
    for place in PLACES:
        first, *others = place().split("\n")
        assert amiss("\n".join((first, f"Is this “{word.title()}”?", *others))) == (word,)


@pytest.mark.parametrize("text", ["HEARD is not a test", "in words and never as a mark", "‘x’ reads as a mark"])
def test_what_says_that_it_is_no_mark_may_say_so(text: str):
    assert amiss(text) == ()
    assert amiss(f"{text}, but a mark") == ("mark",)
