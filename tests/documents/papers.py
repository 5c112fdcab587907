"""Plans that every document prints, and a document as plain text for golden files."""

from __future__ import annotations

import textwrap
from functools import cache
from typing import Any

import pytest
from tests.documents.reading import Node, pages, structure
from tests.documents.stories import HOSTILE
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.plans import a_plan

from amie_planner.documents import DOCUMENTS
from amie_planner.domain.plan import Plan
from amie_planner.exchange.plan_file import read

HARD = (*HOSTILE, "مرحبا بالعالم", "שלום", "李小龙", "🎵🥁🚀", "w" * 20_000, "long " * 4_000)
TEAM = [{"id": "t1", "name": "Jo", "role": "music leader"}, {"id": "t2", "role": "support"}]


@cache
def space_sounds(session: str = "s1") -> Plan:
    """The class of the example: six activities, a Plan B, three people, three adaptations."""
    return read(SPACE_SOUNDS.read_bytes()).plan(session)


@cache
def thursday_writers() -> Plan:
    """The drop-in of the example: nobody listed, little written down."""
    return read(THURSDAY_WRITERS.read_bytes()).plan("s1")


@cache
def empty() -> Plan:
    """A session of which nothing but its title is written down."""
    return a_plan()


@cache
def many(activities: int, people: int) -> Plan:
    """So many activities and people, with a requirement each and an adaptation for each activity."""
    group = [_person(n) for n in range(people)]
    running = [_activity(n, f"number{n}") for n in range(activities)]
    changes = [_adaptation(n, people, f"change{n}") for n in range(activities)]
    parts = {"people": group, "team": TEAM}
    return a_plan(start="9:00".zfill(5), minutes=1200, activities=running, adaptations=changes, parts=parts)


def _person(n: int, said: str = "") -> dict[str, Any]:
    requirement = {"id": f"r{n}", "barrier": "feeling-safe", "where": ["play"], "words": "mine", "change": said}
    return {"id": f"p{n}", "alias": f"Alias{n}", "recording_ok": "no", "requirements": [requirement]}


def _activity(n: int, said: str) -> dict[str, Any]:
    return {
        "id": f"a{n}",
        "kind": ("play", "create", "sing")[n % 3],
        "title": f"Title {said}",
        "aim": f"Aim {said}",
        "instructions": f"Instructions {said}",
        "kit": [f"Kit {said}"],
        "minutes": n % 7,
        "leads": ["t1"],
        "skip": n % 10 == 9,
        "music": [{"title": f"Tune {said}", "credit": f"Credit {said}"}],
        "decision": {
            "question": f"Question {said}",
            "options": [f"one {said}", f"two {said}"],
            "ways": [f"way {said}"],
        },
    }


def _adaptation(n: int, people: int, said: str) -> dict[str, Any]:
    return {
        "id": f"d{n}",
        "activities": [f"a{n}"],
        "requirements": [f"r{n % people}"],
        "what": f"What {said}",
        "who": "t1",
        "kit": [f"Lamp {said}"],
        "setup_minutes": 2,
        "fallback": f"Fallback {said}",
    }


@cache
def hostile() -> Plan:
    """Every field of text full of what might break paper, one kind of trouble an activity."""
    said = dict(enumerate(HARD))
    return a_plan(
        title=HARD[0],
        notes=HARD[4],
        activities=[_activity(n, "")
                    | {"title": words, "aim": words, "instructions": words, "kit": [words], "strand": words or None,
                       "music": [{"title": words, "genres": [words], "practices": [words], "credit": words}],
                       "decision": {"question": words, "options": [words], "ways": [words]}}
                    for n, words in said.items()],
        adaptations=[_adaptation(n, 2, "") | {"what": words, "kit": [words], "fallback": words}
                     for n, words in said.items()],
        intentions=[{"id": f"i{n}", "text": words, "notice": words} for n, words in said.items()],
        by_design=[{"requirement": "r0", "activity": "a3", "how": HARD[1]}],
        parts={
            "programme": {
                "uid": "u1", "title": HARD[2], "place": HARD[3], "aims": HARD[1], "organisation": HARD[0],
                "setting": HARD[2],
                "on_the_day": {"safeguarding_lead": HARD[5], "first_aid": HARD[6], "contact": HARD[7]},
            },
            "people": [_person(0, HARD[1]) | {"alias": "Zedd &"}, _person(1, HARD[2]) | {"alias": "محمد"}],
            "team": [{"id": "t1", "name": "Qvist <&", "role": HARD[1]}, {"id": "t2", "role": HARD[2]}],
        },
    )  # fmt: skip


PLANS = {
    "small": space_sounds,
    "drop-in": thursday_writers,
    "empty": empty,
    "forty": lambda: many(40, 6),
    "largest": lambda: many(100, 30),
    "hostile": hostile,
}


_HEAVY = ("largest", "hostile")  # but in the first style they are tried on demand


def every_paper(*plans: str) -> list[Any]:
    """Each document with each of these plans in each style that it allows, to try one after another."""
    return [
        pytest.param(
            document,
            PLANS[name],
            style,
            id=f"{document.id}-{name}-{style.id}",
            marks=[pytest.mark.on_demand] if name in _HEAVY and style != document.styles[0] else [],
        )
        for document in DOCUMENTS
        for name in plans
        for style in document.styles
    ]


def as_text(pdf: bytes) -> str:
    """The structure with the words of each element, then the words of each page in the order of the file."""
    printed = (f"PAGE {n}\n{_wrapped(words)}" for n, words in enumerate(pages(pdf), 1))
    return "\n\n".join(("STRUCTURE\n" + "\n".join(_outline(structure(pdf), "")), *printed)) + "\n"


def _outline(node: Node, indent: str) -> list[str]:
    said = " | ".join(filter(None, (node.words, node.alt and f"[{node.alt}]")))
    inside = [line for child in node.children for line in _outline(child, f"{indent}  ")]
    return [f"{indent}{node.kind} {said}".rstrip(), *inside]


def _wrapped(words: str) -> str:
    return textwrap.fill(words, 110, break_on_hyphens=False, break_long_words=False)
