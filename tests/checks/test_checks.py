"""HEARD as a whole: every check has its examples, no check stops another, and order in the file changes nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from tests.checks.example import Example, SeriesExample, a_term
from tests.checks.examples import ANSWERS, EXAMPLES
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks.check import Answer, Check, Said, Scope, your_call
from amie_planner.checks.period import Period
from amie_planner.domain.plan import Plan
from amie_planner.exchange.plan_file import read

EVERY = (*checks.PLAN_CHECKS, *checks.SERIES_CHECKS)
PLANS = [example for example in EXAMPLES if isinstance(example, Example)]


def name(example: Example | SeriesExample) -> str:
    return f"{example.check} {example.answer or 'silent'}: {example.story}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_a_check_answers_its_example_and_points_at_the_lines(example: Example | SeriesExample) -> None:
    found = checks.HEARD.of(example.check).finding(example.subject)
    assert (found.answer if found else None) == example.answer
    assert tuple(line.id for line in found.lines) == example.lines if found else not example.lines


def test_every_check_has_an_example_for_each_of_its_answers_and_of_silence_and_for_no_other() -> None:
    assert {held.id for held in EVERY} == set(ANSWERS)
    shown = {id: {e.answer for e in EXAMPLES if e.check == id} for id in ANSWERS}
    assert shown == ANSWERS


def test_checks_come_in_the_order_of_heard() -> None:
    assert [held.id for held in EVERY] == list(ANSWERS)
    assert "".join(principle.letter for principle in checks.PRINCIPLES) == "HEARD"
    assert all(held.id.startswith(held.principle.letter) for held in EVERY)


def test_every_check_asks_a_question_and_says_why_with_its_source() -> None:
    for held in EVERY:
        assert held.question.endswith("?")
        assert re.fullmatch(r"[A-Z][^.]*\([^()]+\)\.", held.why), held.id


def test_every_line_points_at_something_in_the_plan() -> None:
    for example in PLANS:
        plan = example.subject
        held = {
            "intention": {r.id for r in plan.intentions},
            "activity": {r.id for r in plan.activities},
            "adaptation": {r.id for r in plan.adaptations},
            "requirement": {r.id for r in plan.requirements},
            "voice": {r.id for r in plan.voice},
            "person": {r.id for r in plan.people},
            "cell": {f"{r.id}/{a.id}" for r in plan.requirements for a in plan.activities},
            "note": {f"{lines.session.id}/{n.id}" for lines in plan.earlier for n in lines.next_time},
        }
        for finding in checks.run(plan):
            lines = [(line.kind, line.id) for line in finding.lines]
            assert len(set(lines)) == len(lines)
            assert all(id in held[kind] for kind, id in lines)
            assert all(line.label for line in finding.lines)


FORBIDDEN = re.compile(
    r"\b(scor(e|es|ed|ing)|fail(s|ed|ing|ure)?|pass(es|ed|ing)?|complian(t|ce)|rat(e|es|ed|ing)|grad(e|es|ed|ing)"
    r"|rank(s|ed|ing)?|good|bad|poor|excellent|outstanding|inadequate|weak(ness)?|wrong|correct|marks?|points?"
    r"|percent(age)?|endors(e|ed)|AMIE|inclusive enough|should|must|suffers?|disorder|special needs"
    r"|\w+ (out )?of \d+|\d+ (out )?of \w+)\b|%|[🔴🟠🟢]",
    re.IGNORECASE,
)


def sentences() -> Iterator[str]:
    """Every text of the checks' source but its docstrings, and every text and label that the examples bring out."""
    for file in Path(checks.__file__).parent.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        held = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
        said = {
            id(node.body[0].value) for node in held if ast.get_docstring(node) and isinstance(node.body[0], ast.Expr)
        }
        texts = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
        yield from (node.value for node in texts if id(node) not in said)
    for example in EXAMPLES:
        for finding in example.findings:
            yield from (finding.text, *(line.label for line in finding.lines))


def test_no_sentence_grades_anybody() -> None:
    assert [text for text in sentences() if FORBIDDEN.search(text)] == []
    assert FORBIDDEN.search("You scored 3 of 5")


def test_findings_are_sentences() -> None:
    for example in EXAMPLES:
        for finding in example.findings:
            assert re.fullmatch(r"[A-Z“].*[.?]", finding.text), finding.text


def test_people_are_named_by_alias_or_number_in_labels_and_never_in_sentences() -> None:
    people = [
        {"id": "p10", "name": "Zofia Nowak", "requirements": [{"id": "r2", "barrier": "attitudes"}]},
        {"id": "p9", "alias": "Sky", "name": "Amara Lee", "requirements": [{"id": "r1"}]},
    ]
    found = checks.HEARD.of("E01").finding(a_plan(parts={"people": people}, activities=[{"id": "a1", "title": "Song"}]))
    assert found is not None
    assert found.text == "Two access requirements are not met yet: an access requirement, in Song; attitudes, in Song."
    assert [line.label for line in found.lines] == [
        "Sky: an access requirement, in Song",
        "Person 2: attitudes, in Song",
    ]


def test_many_things_are_named_by_the_first_three() -> None:
    intentions = [{"id": f"i{n}", "text": f"Aim {n}"} for n in range(12)]
    found = checks.HEARD.of("H03").finding(a_plan(intentions=intentions))
    assert found is not None
    assert found.text == (
        "12 intentions do not say yet what you would see or hear: “Aim 0”; “Aim 1”; “Aim 2”; and 9 more."
    )


def test_a_requirement_open_in_several_activities_is_one_phrase() -> None:
    people = [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "feeling-safe"}]}]
    found = checks.HEARD.of("E01").finding(a_plan(parts={"people": people}, activities=[{"id": "a1"}, {"id": "a2"}]))
    assert found is not None
    assert found.text == "One access requirement is not met yet: feeling safe, in two activities."


def test_what_an_adaptation_leaves_unsaid_is_named() -> None:
    found = checks.HEARD.of("E02").finding(a_plan(adaptations=[{"id": "d1", "what": "Count in", "kit": ["lamp"]}]))
    assert found is not None
    assert found.text == "One adaptation leaves something unsaid: “Count in” (who and set-up minutes)."
    assert found.lines[0].label == "Count in (who and set-up minutes)"


def test_what_music_leaves_unsaid_is_named_on_the_line_of_its_activity() -> None:
    music = [{"title": "Beat", "genres": ["g"]}, {"practices": ["p"], "chosen_by": "leader"}]
    found = checks.HEARD.of("D01").finding(a_plan(activities=[{"id": "a1", "title": "Song", "music": music}]))
    assert found is not None
    assert [line.label for line in found.lines] == ["“Beat” (practice and who chose it); “music in Song” (genre)"]


def test_a_long_text_is_cut_between_words_in_a_label() -> None:
    found = checks.HEARD.of("H03").finding(a_plan(intentions=[{"id": "i1", "text": "Play together, " * 20}]))
    assert found is not None
    assert found.lines[0].label.endswith("Play together…")
    assert len(found.lines[0].label) < 100


def _broken(_: object) -> Iterator[Said]:
    raise RuntimeError("Sky")
    yield


def test_a_check_that_raises_says_so_and_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    plan = a_plan(activities=[{"id": "a1"}])
    broken: Check[Plan] = Check("H99", checks.PRINCIPLES[0], "Is it so?", "", _broken)
    found = checks.run(plan, (broken, *checks.PLAN_CHECKS))
    text = "This check could not be run. Its question is still yours to ask: Is it so?"
    assert found[0] == broken.found(your_call(text))
    assert found[1:] == checks.run(plan)
    assert caplog.messages[0].startswith("Check H99 could not be run: RuntimeError at test_checks.py:")
    assert "Sky" not in caplog.text


def test_the_first_column_that_holds_is_the_answer_whatever_the_order_it_is_said_in() -> None:
    for said in combinations([Said(answer, answer) for answer in Answer], 2):
        held: Check[Plan] = Check("H98", checks.PRINCIPLES[0], "?", "", lambda _, said=said: reversed(said))
        found = held.finding(a_plan())
        assert found is not None
        assert found.answer == said[0].answer


def test_a_series_check_that_raises_says_so_too(caplog: pytest.LogCaptureFixture) -> None:
    series = a_term({}, {}, {})
    broken: Check[Period] = Check("D99", checks.PRINCIPLES[4], "Is it so?", "", _broken)
    found = checks.run_series(series, None, None, checks=(broken, *checks.SERIES_CHECKS))
    assert found[0].text == "This check could not be run. Its question is still yours to ask: Is it so?"
    assert found[1:] == checks.run_series(series, None, None)
    assert "D99" in caplog.text
    assert "Sky" not in caplog.text


def test_too_few_sessions_show_no_pattern_whatever_is_in_them() -> None:
    found = checks.run_series(a_term({}, {}), None, None)
    assert [finding.check for finding in found] == [held.id for held in checks.SERIES_CHECKS]
    assert {(finding.answer, finding.lines) for finding in found} == {(Answer.NOT_RECORDED, ())}
    assert {finding.text for finding in found} == {
        "Fewer than three sessions so far: it is too early to see a pattern."
    }


def test_a_check_knows_whether_it_reads_a_plan_or_a_series() -> None:
    assert {held.scope for held in checks.PLAN_CHECKS} == {Scope.PLAN}
    assert {held.scope for held in checks.SERIES_CHECKS} == {Scope.SERIES}


def test_the_sample_session_is_answered_in_the_order_of_the_questions() -> None:
    found = checks.run(read(SPACE_SOUNDS.read_bytes()).plan("s1"))
    other = {f.check: f.answer for f in found if f.answer is not Answer.STRENGTH}
    asked = ("H06", "E08", "E09", "R01", "R02", "D04")
    assert other == {"E01": Answer.WORTH_A_LOOK} | dict.fromkeys(asked, Answer.YOUR_CALL)
    assert [f.check for f in found] == [
        held.id for held in checks.PLAN_CHECKS if held.id not in ("H05", "E06", "E07", "A06")
    ]
