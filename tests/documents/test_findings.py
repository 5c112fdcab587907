"""Findings on any paper: under their principles, the question first, the answer in words, and the reply."""

from __future__ import annotations

from datetime import date

import pytest
from tests.checks.example import LOOK, NOT_RECORDED, STRENGTH, YOUR_CALL, a_finding
from tests.documents.reading import pages, structure

from amie_planner.checks.check import Answer, Finding
from amie_planner.checks.replies import Replied
from amie_planner.documents.blocks import Gap
from amie_planner.documents.findings import answered, by_principle, reply_line
from amie_planner.documents.house_style import CLEAR, heading, paragraph
from amie_planner.documents.pages import build
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyKind


def printed(*blocks) -> str:
    story = [heading(CLEAR, 1, "Paper"), *blocks]
    return structure(build(story, style=CLEAR, title="Paper", footer="")).text().removeprefix("Paper").strip()


def of(*findings: Finding) -> str:
    return printed(*by_principle(CLEAR, "HEARD", "About.", findings, lambda f: [paragraph(CLEAR, f"<{f.check}>")]))


def test_each_principle_heads_its_findings_and_says_what_it_is():
    said = of(a_finding("H11", LOOK), a_finding("D11", STRENGTH), a_finding("H12", LOOK))
    places = [
        said.index(words) for words in ("HEARD About.", "Holistic Emphasis", "<H11>", "<H12>", "Diverse", "<D11>")
    ]
    assert places == sorted(places)


def test_a_finding_is_not_parted_from_its_question():
    lines = [paragraph(CLEAR, f"line {n}.") for n in range(4)]
    told = tuple(by_principle(CLEAR, "HEARD", "About.", (a_finding("H11", LOOK),) * 2, lambda _: lines))
    for room in range(500, 720, 20):
        story = [heading(CLEAR, 1, "Paper"), Gap(room), *told]
        for words in pages(build(story, style=CLEAR, title="Paper", footer="")):
            assert words.count("line 0.") == words.count("line 3.")


def test_without_findings_there_is_no_section():
    assert of() == ""


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (STRENGTH, "A strength: Said."),
        (LOOK, "Worth a look: Said."),
        (NOT_RECORDED, "Not recorded: Said."),
        (YOUR_CALL, "Your call: Said."),
    ],
)
def test_an_answer_is_said_in_words_after_its_question(answer: Answer, words: str):
    finding = a_finding("R12", answer, "More than may be said.")
    assert printed(*answered(CLEAR, finding, "Said.")) == f"Who led? {words}"


def test_a_question_that_only_a_person_can_answer_is_not_said_twice():
    finding = a_finding("R12", YOUR_CALL, "Who led?")
    assert printed(*answered(CLEAR, finding, finding.text)) == "Who led? Your call."


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ({"reply": ReplyKind.ON_PURPOSE, "because": "it holds us"}, "Reply: On purpose, because: it holds us."),
        ({"reply": ReplyKind.PARKED, "until": date(2026, 12, 1)}, "Reply: Parked until Tuesday 1 December 2026."),
        ({}, "Reply: Answered."),
    ],
)
def test_a_reply_says_what_until_when_and_why(reply, words):
    found = Replied(Reply(id="x", programme="u1", check="H12", **reply))
    assert printed(reply_line(CLEAR, found)) == words
