"""The access sheet: what staff in the room have to know of each person, and of nobody beside them."""

import pytest
from tests.documents.papers import empty, many, space_sounds, thursday_writers
from tests.documents.profiles import each_their_own, hard_words, words_on, written
from tests.documents.reading import decoration, faults, pages, structure
from tests.plans import a_plan

from amie_planner.documents import DOCUMENTS, RUN_SHEET, STYLES, Names, NamesFound, fresh_codes
from amie_planner.documents.access_sheet import ACCESS_SHEET
from amie_planner.documents.cleaning import clean
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError


def _said(plan: Plan, names: Names | None = None, **options) -> str:
    return structure(ACCESS_SHEET.render(plan, (), names, **options)).text()


def _squeezed(text: str) -> str:
    return "".join(clean(text).split())


def test_a_page_says_who_it_is_about_what_helps_and_what_changes_where_in_this_order():
    page = pages(ACCESS_SHEET.of_plan(written()))[0]
    assert page.startswith(
        "Sky Access sheet · Lift-off · Tuesday 8 September 2026, 10:00 "
        "Private: keep it with you, and shred it after. "
        "Pronouns: they, them. Who may see this: Class staff, not visitors. "
        "Communicates by: Eye pointing and switch. "
        "Yes: a long look up. No: eyes closed. Stop: head turned away. More: a smile. "
        "What helps: One thing at a time. What gets in the way: People who answer for me. "
        "Kit and set-up: switch and arm, tray. "
        "Instrument design In their words: I can press with my chin. "
        "What changes: A switch on an arm, one press one sound. Music leader sees to it. "
        "Keep in mind: Without a change they cannot take part. "
        "10:11 Rocket song: solos 10:27 Moon walk: our own sounds "
        "Adapted: One switch plays the engine sound; the solo is theirs. Class support sees to it. "
        "Set-up takes 4 minutes, before the start. Kit: switch and arm, tablet. "
        "If it fails: Large drum held at the chin, leader brings it to them. "
        "Communication and language In their words: Give me time to look. "
    )


def test_where_something_is_met_as_it_is_and_where_nothing_answers_it_is_said_in_words():
    said = _said(space_sounds())
    assert "10:37 What did we hear? Pictures and goodbye By design: Pictures, no hurry" in said
    assert "10:27 Moon walk: our own sounds Not yet: nothing is planned for this here." in said
    assert "Keep in mind: They need a way to answer without speech." in said


@pytest.mark.parametrize(
    ("need", "told"),
    [({"needs_communication_route": True}, True), ({"barrier": "communication-and-language"}, True), ({}, False)],
    ids=["a way to answer", "communication", "something else"],
)
def test_who_has_to_be_able_to_answer_is_told_what_there_is_to_choose_and_how(need, told):
    running = [
        {"id": "a1", "title": "Extra", "skip": True, "decision": {"question": "More?"}},
        {"id": "a2", "title": "Drums", "decision": {"question": "Which?", "options": ["drum"], "ways": ["touch"]}},
        {"id": "a3", "title": "Song"},
    ]
    people = [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "words": "wait", **need}]}]
    said = _said(a_plan(start="10:00", activities=running, parts={"people": people}))
    asked = (
        "They choose at 10:00: Which? drum. By touch. They choose in Plan B: More? How to answer is not written down. "
    )
    assert (asked in said) == told
    assert told or "They choose" not in said


def test_who_has_no_requirement_is_one_line_at_the_end():
    heads = [node.words for node in structure(ACCESS_SHEET.of_plan(space_sounds())).all("H1", "H2")]
    assert heads[-2:] == ["The whole group", "No requirement recorded"]
    assert pages(ACCESS_SHEET.of_plan(space_sounds()))[-1].partition("No requirement recorded ")[2] == (
        "• River: asked, nothing needed. Communicates by: Vocal sounds and signs. "
        "Names shown: alias · private: keep it with you, and shred it after Page 3 of 3"
    )


def test_who_was_not_asked_is_told_from_who_was_asked_and_needs_nothing():
    people = [{"id": "p1", "alias": "Sky", "asked_about_access": True}, {"id": "p2", "alias": "Moss"}]
    said = _said(a_plan(parts={"people": people}))
    assert said.endswith("No requirement recorded • Sky: asked, nothing needed. • Moss: not asked yet.")


def test_what_somebody_without_a_requirement_wrote_has_a_page_of_its_own():
    people = [{"id": "p1", "alias": "Sky", "shows": {"stop": "hand up"}}, {"id": "p2", "alias": "Moss"}]
    page, group = pages(ACCESS_SHEET.of_plan(a_plan(parts={"people": people})))
    assert "Stop: hand up. No requirement recorded: not asked yet." in page
    assert "Sky" not in group


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_what_to_do_in_an_emergency_is_first_on_their_page_and_on_no_other_paper_of_the_session(style):
    people = [{"id": "p1", "alias": "Sky", "emergency": "blue pen, call Ana"}, {"id": "p2", "alias": "Moss"}]
    plan = a_plan(activities=[{"id": "a1"}], parts={"people": people, "team": [{"id": "t1", "name": "Jo"}]})
    sky, group = pages(ACCESS_SHEET.render(plan, (), style=style))
    assert "shred it after. In an emergency: blue pen, call Ana." in sky
    assert "blue pen" not in group
    others = [paper for paper in DOCUMENTS if paper.id != ACCESS_SHEET.id]
    assert [p.id for p in others if "blue pen" in structure(p.render(plan, (), style=style)).text()] == []
    assert "Emergency note on the access sheet: Sky." in structure(RUN_SHEET.render(plan, (), style=style)).text()


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_two_peoples_words_never_share_a_page(style):
    printed = pages(ACCESS_SHEET.render(each_their_own(), (), style=style))
    whose = words_on(printed, 12)
    assert len(printed) > 12
    assert [who for who in whose if len(who) > 1] == []
    assert sorted({n for who in whose for n in who}) == list(range(12))
    named = [[n for n in range(12) if f"Alias{n} " in page] for page in printed]
    assert [names for names in named if len(names) != 1] == []


def test_a_page_that_goes_on_says_whose_it_is_again():
    repeated = decoration(ACCESS_SHEET.of_plan(each_their_own()))
    assert any(words.startswith("Alias1 (continued)") for words in repeated)
    assert all("private: keep it with you, and shred it after Page" in words for words in repeated)


def test_who_is_not_expected_is_not_there_and_what_changes_for_what_no_longer_holds_says_so():
    needs = [{"id": "r1", "words": "gone by", "active": False}]
    people = [{"id": "p1", "alias": "Sky", "requirements": needs}, {"id": "p2", "alias": "Fern", "what_helps": "calm"}]
    made = [{"id": "d1", "activities": "all", "requirements": ["r1"], "what": "wait"}]
    said = _said(a_plan(not_expected=["p2"], adaptations=made, parts={"people": people}))
    assert not [word for word in ("Fern", "calm", "gone by") if word in said]
    assert said.endswith(
        "No requirement that is active: not asked yet. "
        "For requirements that are no longer active All through Adapted: wait."
    )


def _one_need(*adaptations, **parts) -> str:
    running = [
        {"id": "a1", "title": "Drums", "minutes": 5, "skip": True},
        {"id": "a2", "title": "Bells", "minutes": 5},
        {"id": "a3", "title": "Song", "minutes": 5},
    ]
    held = [{"id": f"d{n}", "requirements": ["r1"], **made} for n, made in enumerate(adaptations)]
    people = [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}]
    return _said(a_plan(start="10:00", activities=running, adaptations=held, parts={"people": people}, **parts))


def test_what_goes_all_through_comes_first_and_what_has_no_place_last():
    said = _one_need(
        {"activities": [], "what": "first"},
        {"activities": ["a1"], "what": "second"},
        {"activities": ["a3", "a1"], "what": "third"},
        {"activities": "all", "what": "fourth"},
    )
    assert said.partition("An access requirement ")[2] == (
        "All through Adapted: fourth. 10:05 Song Plan B Drums Adapted: third. Plan B Drums Adapted: second. "
        "Not in an activity yet Adapted: first."
    )


def test_a_change_for_everyone_says_so():
    assert "10:00 Bells Adapted, for everyone: wait." in _one_need(
        {"activities": ["a2"], "what": "wait", "reach": "everyone"}
    )


def test_a_choice_for_some_says_so():
    assert "10:00 Bells Adapted, as a choice: wait." in _one_need(
        {"activities": ["a2"], "what": "wait", "reach": "some"}
    )


def test_something_met_by_design_needs_no_words():
    met = [{"requirement": "r1", "activity": "a2"}, {"requirement": "r1", "activity": "a3"}]
    assert "10:00 Bells 10:05 Song By design: nothing has to change here." in _one_need(by_design=met)


def test_where_nobody_is_listed_it_says_what_may_be_in_the_way():
    running = [{"id": "a1", "title": "Drums"}, {"id": "a2", "title": "Bells"}]
    made = [{"id": "d1", "activities": ["a1"], "barriers": ["feeling-safe"], "what": "a way out"}]
    said = _said(a_plan(expects=["feeling-safe"], activities=running, adaptations=made))
    assert said.endswith(
        "Nobody is listed for this session. Feeling safe 0:00 Drums Adapted: a way out. "
        "0:00 Bells Not yet: nothing is planned for this here."
    )


def test_what_changes_for_whoever_is_here_stands_with_the_group():
    made = [
        {"id": "d1", "activities": ["a1"], "reach": "some", "barriers": ["attitudes"], "what": "wait"},
        {"id": "d2", "activities": "all", "reach": "everyone", "requirements": ["r2"], "what": "dim the lights"},
        {"id": "d3", "activities": "all", "reach": "one", "requirements": ["r2"], "what": "theirs"},
    ]
    people = [
        {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]},
        {"id": "p2", "alias": "Fern", "requirements": [{"id": "r2"}]},
    ]
    running = [{"id": "a1", "title": "Drums"}]
    plan = a_plan(not_expected=["p2"], activities=running, adaptations=made, parts={"people": people})
    assert _said(plan).partition("Also changed in this session ")[2] == (
        "Attitudes, as a choice: wait. Where: 0:00 Drums. Everyone: dim the lights. Where: All through."
    )


def test_an_empty_session_is_one_page_that_says_so():
    assert _said(empty()) == (
        "The whole group Access sheet · Today · no date Private: keep it with you, and shred it after. "
        "Nobody is listed for this session."
    )


def test_it_cannot_go_without_a_name_for_each_page():
    with pytest.raises(AmieError) as refused:
        ACCESS_SHEET.render(space_sounds(), (), Names.NONE)
    assert refused.value.hint == "Choose alias, full, initials or code."


def test_by_code_no_alias_stands_anywhere_and_one_in_their_words_stops_it():
    plan = space_sounds()
    said = _said(plan, Names.CODE, codes=fresh_codes(plan.people))
    assert not [name for name in ("Sky", "Moss", "River") if name in said]
    people = [{"id": "p1", "alias": "Sky", "what_helps": "Ask Sky first"}]
    with pytest.raises(NamesFound):
        ACCESS_SHEET.render(a_plan(parts={"people": people}), (), Names.CODE, codes={"p1": "K7M4P"})


@pytest.mark.parametrize("plan", [thursday_writers(), many(40, 30)], ids=["drop-in", "forty"])
def test_every_change_of_a_plan_is_on_it(plan):
    said = _squeezed(_said(plan))
    texts = [text for d in plan.adaptations for text in (d.what, d.fallback, *d.kit) if text]
    assert [text for text in texts if _squeezed(text) not in said] == []


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_hard_words_stand_whole_in_every_style(style, tmp_path):
    plan = hard_words()
    pdf = ACCESS_SHEET.render(plan, (), style=style)
    assert faults(pdf, tmp_path) == []
    said = _squeezed(structure(pdf).text())
    texts = [text for p in plan.people for text in (p.what_helps, p.in_the_way, *p.kit) if text]
    texts += [text for r in plan.requirements for text in (r.words, r.change) if text]
    assert [text[:30] for text in texts if _squeezed(text) not in said] == []
