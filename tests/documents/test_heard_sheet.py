"""The HEARD sheet: what is asked and seen, where, why, what was replied, and room to write; never a mark."""

from __future__ import annotations

import pytest
from tests.documents.papers import empty, many, space_sounds
from tests.documents.reading import decoration, faults, pages, structure
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks.check import Answer, Finding, Line, LineKind, Principle
from amie_planner.checks.conversation import conversation
from amie_planner.checks.marks import marks_in
from amie_planner.documents import STYLES, Names, NamesFound, fresh_codes
from amie_planner.documents.easy_read import source_apart
from amie_planner.documents.heard_sheet import HEARD_SHEET
from amie_planner.documents.pen import WritingLines
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import HeardWording

PEOPLE = [
    {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "feeling-safe"}]},
    {"id": "p2", "alias": "Moss Bay", "requirements": [{"id": "r2", "barrier": "feeling-safe"}]},
]
RUNNING = [{"id": "a1", "title": "Drums"}, {"id": "a2", "title": "Bells"}]
CODES = {"p1": "K7M4P", "p2": "R3W9X"}
EQUITABLE = Principle("E", "Equitable", "Says something")
AUTHENTIC = Principle("A", "Authentic", "Says something else")


def _plan(**session) -> Plan:
    parts = {
        "people": PEOPLE,
        "team": [{"id": "t1", "name": "Jo", "role": "music leader"}],
        "voice": [{"id": "v1", "from": ["p1"], "text": "Sky wants it louder"}],
        **session.pop("parts", {}),
    }
    return a_plan(activities=RUNNING, intentions=[{"id": "i1", "text": "Keep a pulse"}], parts=parts, **session)


def _found(check: str = "E01", principle: Principle = EQUITABLE, answer=Answer.WORTH_A_LOOK, lines=(), text=None):
    question = f"Question {check}?"
    return Finding(
        check,
        answer,
        text or f"Text {check}.",
        tuple(lines),
        principle=principle,
        question=question,
        why=f"Why {check}",
    )


def _said(plan: Plan, *findings: Finding, names: Names | None = None, **options) -> str:
    return structure(HEARD_SHEET.render(plan, findings, names, **options)).text()


def _under(plan: Plan, *lines: Line, names: Names = Names.ALIAS, **options) -> list[str]:
    """The lines that a finding points at, as they stand."""
    pdf = HEARD_SHEET.render(plan, (_found(lines=lines),), names, **options)
    return [node.words for node in structure(pdf).all("LBody")]


def test_a_finding_says_what_is_asked_what_is_seen_where_what_was_replied_and_why_in_this_order():
    said = _said(space_sounds(), *checks.run(space_sounds()), names=Names.ALIAS)
    assert said.startswith(
        "Lift-off HEARD sheet · Space sounds, Comet class "
        "Tuesday 8 September 2026 · 10:00 to 10:45 (45 minutes, 2 left) "
        "HEARD is a way to look at inclusive practice together. These are questions for a conversation, not a test. "
        "Nobody has assessed or endorsed this plan. "
        "To look at first Does every access requirement meet every activity? "
        "Worth a look: One access requirement is not met yet: sound, light and the senses, in Moon walk: our own "
        "sounds. • Moss: sound, light and the senses, in activity 5 (Moon walk: our own sounds) "
        "Reply: Parked until Tuesday 15 September 2026, because: Ask Moss first. "
        "Why we ask: Inclusive is more than not excluding: it means looking for what keeps people out (Brighter Sound)."
    )


def test_what_is_looked_at_first_stands_whole_once_and_is_named_under_its_principle():
    plan = _plan(focus=["A01"])
    said = _said(plan, _found("E01"), _found("A01", AUTHENTIC), _found("A02", AUTHENTIC))
    assert said.partition(" and Diverse. ")[2] == (
        "To look at first Question A01? Worth a look: Text A01. Why we ask: Why A01. "
        "Equitable Says something. Question E01? Worth a look: Text E01. Why we ask: Why E01. "
        "Authentic Says something else. To look at first: Question A01? "
        "Question A02? Worth a look: Text A02. Why we ask: Why A02."
    )


def test_each_principle_is_a_heading_and_each_question_one_below_it():
    heads = [(n.kind, n.words) for n in structure(HEARD_SHEET.render(_plan(), (_found(),))).all("H1", "H2", "H3")]
    assert heads == [("H1", "Today"), ("H2", "Equitable"), ("H3", "Question E01?")]


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (Answer.WORTH_A_LOOK, "Worth a look"),
        (Answer.NOT_RECORDED, "Not recorded"),
        (Answer.YOUR_CALL, "Your call"),
    ],
)
def test_an_answer_is_said_in_a_word_or_two(answer, word):
    assert f"Question E01? {word}: Text E01." in _said(_plan(), _found(answer=answer))


def test_a_question_that_only_a_person_can_answer_is_not_said_twice():
    found = _found(answer=Answer.YOUR_CALL, text="Question E01?")
    assert "Question E01? Your call. Why we ask" in _said(_plan(), found)


EVERYWHERE = (Line(LineKind.ACTIVITY, "a1", "Drums"), Line(LineKind.INTENTION, "i1", "Keep a pulse"))


def test_a_strength_that_is_looked_at_first_is_whole_and_says_where_in_one_paragraph():
    said = _said(_plan(focus=["E01"]), _found(answer=Answer.STRENGTH, lines=EVERYWHERE))
    assert "Question E01? A strength: Text E01. Where: Activity 1: Drums; Intention 1: Keep a pulse. Why we" in said


def test_strengths_are_one_short_list_with_the_answer_where_and_the_reply_and_no_question_that_says_it_again():
    lines = (*EVERYWHERE, Line(LineKind.ACTIVITY, "a2", "Bells"), Line(LineKind.MEMBER, "t1", "Jo"))
    found = (
        _found("E01", answer=Answer.STRENGTH, lines=lines),
        _found("E02"),
        _found("A01", AUTHENTIC, answer=Answer.STRENGTH),
    )
    replies = [{"check": "A01", "reply": "acted on", "session": "now"}]
    assert _said(_plan(parts={"replies": replies}), *found).partition(" and Diverse. ")[2] == (
        "Strengths • Equitable: Text E01. Where: intention 1; activities 1 and 2; Music leader. "
        "• Authentic: Text A01. Reply: Acted on. "
        "Equitable Says something. Question E02? Worth a look: Text E02. Why we ask: Why E02."
    )


EVERY_KIND = (
    Line(LineKind.ACTIVITY, "a2", "Bells"),
    Line(LineKind.REQUIREMENT, "r1", "Sky: feeling safe"),
    Line(LineKind.CELL, "r1/a1", "Sky: feeling safe, in Drums"),
    Line(LineKind.CELL, "r2/a1", "Moss Bay: feeling safe, in Drums"),
    Line(LineKind.CELL, "r1/a2", "Sky: feeling safe, in Bells"),
    Line(LineKind.PERSON, "p2", "Moss Bay"),
    Line(LineKind.MEMBER, "t1", "Jo"),
    Line(LineKind.VOICE, "v1", "Sky wants it louder"),
    Line(LineKind.NOTE, "n1", "Tell Moss"),
    Line(LineKind.SESSION, "now", "Today, no date"),
)


@pytest.mark.parametrize(
    ("names", "whose", "member", "private"),
    [
        (Names.ALIAS, ("Sky", "Moss Bay"), "Jo", ["“Sky wants it louder”", "“Tell Moss”"]),
        (Names.INITIALS, ("S", "MB"), "Music leader", ["“Sky wants it louder”", "“Tell Moss”"]),
        (Names.CODE, ("K7M4P", "R3W9X"), "Music leader", []),
    ],
)
def test_lines_are_said_by_number_and_words_and_whose_they_are_by_the_rule(names, whose, member, private):
    sky, moss = whose
    assert _under(_plan(), *EVERY_KIND, names=names, codes=CODES) == [
        "Activity 2: Bells",
        f"{sky}: feeling safe",
        moss,
        member,
        *private,
        "Today, no date",
        f"{sky}: feeling safe, in activity 1 (Drums) and activity 2 (Bells)",
        f"{moss}: feeling safe, in activity 1 (Drums)",
    ]


def test_where_nobody_is_told_apart_what_is_in_the_way_is_said_once():
    assert _under(_plan(), *EVERY_KIND, names=Names.NONE) == [
        "Activity 2: Bells",
        "Feeling safe",
        "Music leader",
        "Today, no date",
        "Feeling safe, in activity 1 (Drums) and activity 2 (Bells)",
    ]


@pytest.mark.parametrize("names", [Names.CODE, Names.NONE])
def test_where_no_name_may_show_a_finding_stops_before_it_quotes_a_young_person(names):
    found = _found(lines=EVERY_KIND[7:8], text="One idea waits: “Sky wants it louder”.")
    assert "Worth a look: One idea waits. Why" in _said(_plan(), found, names=names, codes=CODES)
    assert "wants it louder" in _said(_plan(), found, names=Names.ALIAS)


@pytest.mark.parametrize(
    ("names", "foot"),
    [(None, "none "), *((names, f"{names} · private, keep with you ") for names in HEARD_SHEET.names[1:])],
)
def test_it_names_nobody_until_it_is_asked_to_and_is_private_then(names, foot):
    (first, *_) = decoration(HEARD_SHEET.render(_plan(), (_found(),), names, codes=CODES))
    assert first.startswith(f"Names shown: {foot}Page")


def test_a_name_in_what_is_left_stops_it():
    with pytest.raises(NamesFound):
        _said(_plan(), _found(lines=[Line(LineKind.ACTIVITY, "a1", "Hello Sky")]), names=Names.NONE)


def _replied(**reply) -> str:
    earlier = ({"date": "2026-09-01"},)
    plan = _plan(earlier=earlier, date="2026-09-08", parts={"replies": [{"check": "E01", **reply}]})
    return _said(plan, _found(lines=[Line(LineKind.ACTIVITY, "a1", "Drums")]))


def test_a_reply_of_an_earlier_session_or_about_other_lines_is_there_and_says_so():
    before = _replied(session="s1", reply="on purpose", because="They asked for it")
    assert "Reply: On purpose, because: They asked for it. Given at an earlier session." in before
    stale = _replied(session="now", reply="acted on", lines=["a2"])
    assert "Reply: Acted on. Something else was found then." in stale


def test_what_was_answered_for_the_whole_programme_is_not_left_out():
    said = _replied(reply="not this time", **{"for": "programme"})
    assert "Question E01? Worth a look: Text E01. • Activity 1: Drums Reply: Not this time." in said


def _pens(blocks) -> int:
    return sum(isinstance(block, WritingLines) + _pens(block.inside()) for block in blocks)


def test_there_is_room_for_a_pen_under_each_finding_that_there_is_something_to_talk_about():
    talk = [_found(f"E0{n}", answer=answer) for n, answer in enumerate(Answer)]
    assert _pens(HEARD_SHEET.sheet(_plan(), talk).blocks) == len(Answer) - 1
    chosen = [found.check for found in talk if found.answer is Answer.STRENGTH]
    assert _pens(HEARD_SHEET.sheet(_plan(focus=chosen), talk).blocks) == len(Answer)


def test_the_sheet_of_a_session_of_forty_five_minutes_is_at_most_four_pages():
    assert len(pages(HEARD_SHEET.of_plan(space_sounds()))) <= 4


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_a_finding_is_not_divided_between_pages(style):
    plan = space_sounds()
    findings = checks.run(plan)
    printed = pages(HEARD_SHEET.render(plan, findings, style=style))
    for turn in conversation(plan, findings):
        if turn.finding.answer is Answer.STRENGTH and not turn.in_focus:
            continue
        page = next(page for page in printed if f"{turn.finding.question} " in page.replace("To look at first: ", "§"))
        assert turn.finding.why.split()[-1] in page.partition(turn.finding.question)[2]


def test_nothing_found_is_said():
    assert _said(empty()).endswith("HEARD asks nothing of this plan yet.")


def test_no_word_of_it_is_a_mark():
    said = structure(HEARD_SHEET.of_plan(space_sounds())).text()
    assert marks_in(said.replace("not a test", "")) == ()


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_every_finding_of_a_long_plan_stands_whole(style, tmp_path):
    plan = many(40, 30)
    findings = checks.run(plan)
    pdf = HEARD_SHEET.render(plan, findings, Names.CODE, style=style, codes=fresh_codes(plan.people))
    said = structure(pdf).text()
    assert [f.check for f in findings if f.question not in said and f.answer is not Answer.STRENGTH] == []
    assert [
        f.check for f in findings if f.answer is not Answer.STRENGTH and source_apart(style, f.why) not in said
    ] == []
    assert faults(pdf, tmp_path) == []


def test_a_hubs_words_are_said_to_be_theirs_and_what_is_not_asked_is_named():
    plan = a_plan(activities=[{"id": "a1", "title": "Drums"}])
    hub = checks.worded([HeardWording(id="R", left_out=True), HeardWording(id="A01", asks="Whose idea was it?")])
    said = structure(HEARD_SHEET.render(plan, checks.run(plan, hub.plan_checks))).text()
    assert "In the words of a hub. Nothing is asked here about Representative." in said
    assert "In the words of a hub" not in structure(HEARD_SHEET.render(plan, checks.run(plan))).text()
