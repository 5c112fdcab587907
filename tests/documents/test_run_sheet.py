"""The run sheet: what the leader in the room needs, whole, on one page where it fits."""

import ctypes
from collections.abc import Iterable
from dataclasses import replace

import pypdfium2
import pytest
from tests.documents.papers import hostile, many, space_sounds, thursday_writers
from tests.documents.reading import decoration, pages, structure
from tests.plans import a_plan

from amie_planner.documents import CLEAR, EASY_READ, LARGE, RUN_SHEET, STYLES, Names
from amie_planner.documents.blocks import Block, Box
from amie_planner.documents.cleaning import can_be_set, clean
from amie_planner.documents.running_order import sign
from amie_planner.domain import plan_templates
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import PlanTemplate, Programme, Session
from amie_planner.domain.timing import timing
from amie_planner.domain.vocabulary import Kind


def _said(plan: Plan, names: Names | None = None) -> str:
    return structure(RUN_SHEET.render(plan, (), names)).text()


def _squeezed(text: str) -> str:
    return "".join(clean(text).split())


@pytest.mark.parametrize("session", ["s1", "s2"])
def test_six_activities_and_three_people_are_one_page(session):
    assert len(pages(RUN_SHEET.of_plan(space_sounds(session)))) == 1


def _smallest(pdf: bytes) -> float:
    drawn = pypdfium2.PdfDocument(pdf)[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    return min(_size(text) for text in drawn)


def _size(text: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    pypdfium2.raw.FPDFTextObj_GetFontSize(text, size)
    return round(size.value, 1)


def test_letters_are_as_large_as_one_page_allows_and_never_under_twelve_points():
    assert _smallest(RUN_SHEET.of_plan(thursday_writers())) == 14
    assert _smallest(RUN_SHEET.of_plan(space_sounds())) == 12


def test_where_one_page_would_not_hold_it_letters_stay_small_and_the_box_to_write_in_is_at_the_end():
    sheet = RUN_SHEET.sheet(many(40, 6), ())
    assert _smallest(sheet.pdf()) == 12
    assert not sheet.is_one_page()
    assert len([block for block in _all_of(sheet.blocks) if isinstance(block, Box)]) == 1
    assert isinstance(_all_of(sheet.blocks)[-1], Box)


def _all_of(blocks: Iterable[Block]) -> list[Block]:
    return [one for block in blocks for one in (block, *_all_of(block.inside()))]


def test_a_sheet_of_several_pages_points_back_to_what_it_has_told():
    said = _adapted(*AGAIN, people=[SKY], running=LONG)
    assert said.count("way 0") == 1
    assert "Again: Sky, as a choice, as at 0:00." in said


AGAIN = [{"activities": ["a1", "a2"], "reach": "some", "requirements": ["r1"], "what": "way 0 " + "long " * 60}]
LONG = [{"id": f"a{n}", "minutes": 5, "instructions": "word " * 300} for n in (1, 2, 3)]
SKY = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}


def test_easy_read_pictures_each_kind_of_activity_that_has_a_picture():
    running = [
        {"id": "a1", "kind": "break", "title": "Tea"},
        {"id": "a2", "kind": "main", "title": "Sing"},
        {"id": "a3"},
    ]
    sheet = structure(RUN_SHEET.render(a_plan(activities=running), (), style=EASY_READ))
    assert [head.words[:1] for head in sheet.all("H3")] == ["🍵", "0", "0"]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.MAIN])
def test_every_picture_of_a_kind_of_activity_can_be_printed(kind):
    slot = timing(a_plan(activities=[{"id": "a1", "kind": kind}])).slots[0]
    assert can_be_set(sign(slot))


def _words_it_must_hold(plan: Plan) -> list[str]:
    programme, session = plan.programme, plan.session
    today = programme.on_the_day
    held = [programme.title, programme.place, session.title, session.notes]
    held += [today.safeguarding_lead, today.first_aid, today.contact] if today else []
    for a in plan.activities:
        held += [a.title, a.aim, a.instructions, *a.kit, *(music.title for music in a.music)]
        held += (
            [a.decision.question, *a.decision.options, *(way.lower() for way in a.decision.ways)] if a.decision else []
        )
    for d in plan.adaptations:
        held += [d.what, d.fallback, *d.kit]
    for i in plan.intentions:
        held += [i.text, i.notice]
    held += [by.how for by in plan.by_design]
    return [text.strip() for text in held if text]


@pytest.mark.parametrize(
    ("style", "plan"),
    [
        *((style, plan) for style in STYLES for plan in (space_sounds(), thursday_writers(), many(40, 6))),
        (CLEAR, many(100, 30)),
        (CLEAR, hostile()),
    ],
    ids=lambda _: "",
)
def test_no_word_of_the_plan_is_lost(style, plan):
    said = _squeezed(structure(RUN_SHEET.render(plan, (), style=style)).text())
    assert [text[:40] for text in _words_it_must_hold(plan) if _squeezed(text) not in said] == []


def test_forty_activities_flow_on_with_their_headings_repeated():
    pdf = RUN_SHEET.of_plan(many(40, 6))
    repeated = decoration(pdf)
    assert len(repeated) > 4
    begun = next(number for number, words in enumerate(pages(pdf)) if words.startswith("Running order "))
    assert begun == 1
    assert all(words.startswith("Running order (continued)") for words in repeated[begun + 1 :])
    assert structure(pdf).text().count("Running order") == 1


def test_the_sections_follow_the_kinds_of_activity():
    heads = [node.words for node in structure(RUN_SHEET.of_plan(space_sounds())).all("H2")]
    assert heads[1:] == ["Opening", "Making", "Closing", "Today we hope for"]


@pytest.mark.parametrize("kinds", [["sing"], ["arrive", "warm-up"], ["reflect"], [None, "arrive", "play"]])
def test_kinds_that_do_not_part_the_day_leave_one_running_order(kinds):
    running = [{"id": f"a{n}", "kind": kind} for n, kind in enumerate(kinds)]
    heads = [node.words for node in structure(RUN_SHEET.of_plan(a_plan(activities=running))).all("H2")]
    assert heads == ["Running order"]


def test_an_empty_session_says_that_nothing_is_written_down():
    assert "No activity is written down yet." in _said(a_plan())


HERE = {"id": "a1", "title": "Rocket", "kind": "play"}


def _adapted(*adaptations, people=(), running=(HERE,), **parts) -> str:
    held = [{"id": f"d{n}", **made} for n, made in enumerate(adaptations)]
    parts = {"people": list(people), "team": [{"id": "t1", "name": "Jo", "role": "leader"}], **parts}
    return _said(a_plan(activities=list(running), adaptations=held, parts=parts))


def test_an_adaptation_says_for_whom_who_with_what_and_what_if_it_fails():
    sky = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}
    made = {"activities": ["a1"], "requirements": ["r1"], "reach": "one", "what": "one switch", "who": "t1"}
    said = _adapted({**made, "kit": ["arm", "tablet"], "fallback": "large drum"}, people=[sky])
    assert "Sky: one switch. Jo sees to it. Kit: arm, tablet. If it fails: large drum." in said


@pytest.mark.parametrize(
    ("made", "label"),
    [
        ({"reach": "everyone", "requirements": ["r1"]}, "Everyone: wait."),
        ({"reach": "some", "barriers": ["feeling-safe"]}, "Feeling safe, as a choice: wait."),
        ({"reach": "some", "requirements": ["r1"]}, "Sky, as a choice: wait."),
        ({"reach": "some"}, "A choice for some: wait."),
        ({}, "What changes: wait."),
    ],
)
def test_an_adaptation_that_names_nobody_says_whom_it_is_for_all_the_same(made, label):
    sky = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}
    assert label in _adapted({"activities": ["a1"], "what": "wait", **made}, people=[sky])


def test_an_adaptation_for_all_activities_is_said_once_at_the_top():
    said = _adapted({"activities": "all", "what": "wait"}, running=(HERE, {**HERE, "id": "a2"}))
    assert said.count("wait.") == 1
    assert said.index("All through") < said.index("wait.") < said.index("Rocket")


def test_an_adaptation_without_an_activity_is_kept_and_said_so():
    assert "Not in an activity yet What changes: wait." in _adapted({"what": "wait"})


def test_a_set_up_in_place_is_said_where_it_happens():
    made = {"activities": ["a1"], "what": "lights", "set_up": "in place", "setup_minutes": 3, "kit": ["lamp"]}
    said = _adapted(made)
    assert "☐ lamp (3 min, in place)" in said
    assert "lights. Set-up takes 3 minutes, in place." in said


def test_the_set_up_list_has_each_thing_once_and_says_how_long_it_takes():
    made = {"activities": ["a1"], "what": "one switch.", "setup_minutes": 4, "who": "t1"}
    said = _adapted(made, {"kit": ["arm"], "activities": ["a1"]}, running=({**HERE, "kit": ["arm", "drum", "drum"]},))
    assert "Before we start · set-up 4 minutes ☐ one switch (4 min, Jo) ☐ arm ☐ drum Running order" in said
    assert "☐ Setting up (1 min)" in _adapted({"activities": ["a1"], "setup_minutes": 1})


def test_what_is_done_again_is_said_in_full_where_its_place_would_not_tell_which():
    both = [{"activities": ["a1", "a2"], "reach": "everyone", "what": f"way {n} " + "long " * 60} for n in range(2)]
    plain = [{"activities": ["a1"], "reach": "everyone", "what": "wait " * 100}]
    running = [{**HERE, "id": f"a{n}", "instructions": "word " * 110} for n in (1, 2, 3)]
    said = _adapted(*both, *plain, running=running)
    assert said.count("way 0") == 2


def test_a_repeated_adaptation_on_one_full_page_points_to_where_it_stands_in_full():
    said = _said(space_sounds())
    assert said.count("One switch plays the engine sound") == 1
    assert "Again: Sky as at 10:11; Everyone as at 10:00." in said


def _on_a_full_page(said: str, change: list[str]) -> bool:
    """Whether a sheet that is too full for one page says this of an adaptation in activities."""
    made = {"activities": change, "reach": "everyone", "what": "wait " * 60}
    running = [{**HERE, "id": f"b{n}", "title": f"Extra {n}", "skip": True} for n in (1, 2)]
    for words in range(30, 120, 5):
        sized = [{**HERE, "id": f"a{n}", "instructions": "word " * words} for n in range(1, 6)]
        if said in _adapted(made, running=[*running, *sized]):
            return True
    return False


def test_plan_b_points_to_where_the_day_said_it():
    assert _on_a_full_page("Again: Everyone as at 0:00 Rocket.", ["b1", "a1"])
    assert _on_a_full_page("Again: Everyone as at Extra 1.", ["b1", "b2"])


def test_who_may_not_be_recorded_and_who_was_not_asked_are_named():
    people = [
        {"id": "p1", "alias": "Sky", "recording_ok": "no"},
        {"id": "p2", "alias": "Moss", "recording_ok": "yes"},
        {"id": "p3", "alias": "Bay", "recording_ok": "not asked"},
        {"id": "p4", "alias": "Elm"},
        {"id": "p5", "alias": "Fern", "recording_ok": "no"},
    ]
    said = _said(a_plan(not_expected=["p5"], parts={"people": people}))
    assert "Do not record: Sky and Fern (not expected). Not asked about recording: Bay and Elm." in said
    assert "Moss" not in said


def test_whom_to_turn_to_is_said_even_when_it_is_not_written_down():
    assert "Safeguarding: not written down. First aid: not written down. Contact: not written down." in _said(a_plan())


def test_a_decision_gives_its_options_and_ways():
    decision = {"question": "Which sound?", "options": ["drum", "bells"], "ways": ["speech", "eye pointing"]}
    assert "They choose: Which sound? drum or bells. By speech or eye pointing." in _adapted(
        running=({**HERE, "decision": decision},)
    )


def test_no_private_word_of_a_person_is_on_the_sheet():
    plan = space_sounds()
    said = _said(plan)
    for private in ("I can press with my chin", "counting", "Pressed four times", "Smiled and looked back"):
        assert private not in said


def test_the_sheet_says_how_names_are_shown_and_that_it_is_private():
    (footer,) = decoration(RUN_SHEET.of_plan(space_sounds()))
    assert footer == "Names shown: alias · private, keep with you Page 1 of 1"


@pytest.mark.parametrize("names", [Names.INITIALS, Names.NONE])
def test_the_team_goes_by_role_where_names_are_held_back(names):
    plan = replace(space_sounds(), team=tuple(m.revised(name=f"Jo {m.id}") for m in space_sounds().team))
    assert "Jo" not in _said(plan, names).split()
    assert "Jo t1 leads." in _said(plan)


def test_music_that_the_title_names_is_not_said_twice():
    said = _said(space_sounds())
    assert "Music: Long drone." in said
    assert "Music: Moon walk" not in said


def test_words_stay_as_typed_and_a_role_that_opens_a_sentence_has_a_capital():
    made = {"activities": ["a1"], "what": "iPad plays", "who": "t1", "kit": ["iPad"]}
    for role, shown in (("music leader", "Music leader"), ("eSports lead", "eSports lead")):
        said = _adapted(made, team=[{"id": "t1", "role": role}])
        assert f"What changes: iPad plays. {shown} sees to it. Kit: iPad." in said


def test_set_up_minutes_are_those_before_the_start_without_plan_b():
    made = {"what": "lights", "setup_minutes": 9}
    running = [HERE, {"id": "b1", "skip": True}]
    said = _adapted({**made, "activities": ["b1"]}, {**made, "activities": ["a1"], "setup_minutes": 2}, running=running)
    assert "Before we start · set-up 2 minutes ☐ lights (9 min, for Plan B) ☐ lights (2 min)" in said


def test_kit_of_a_change_that_is_only_pointed_back_to_stays_with_the_activity():
    change = {"activities": ["a1", "a2"], "reach": "everyone", "what": "wait", "kit": ["lamp"]}
    said = _adapted(change, running=[{**one, "title": "Song", "kit": ["lamp"]} for one in LONG])
    first, second = said.split(" 5 min Song ")[1:3]
    assert first.startswith("word")
    assert second.startswith("Kit: lamp. word")
    assert "Again: Everyone as at 0:00." in second


def test_what_was_agreed_for_one_of_the_team_is_said_and_what_they_need_is_not():
    team = [{"id": "t1", "name": "Dev", "access_agreed": "face Dev when you speak", "access_needs": "lip reading"}]
    said = _adapted(team=team)
    assert "All through Agreed for Dev: face Dev when you speak." in said
    assert "lip reading" not in said


@pytest.mark.parametrize(("notes", "before"), [(None, "Notes "), ("Bring bells", "Notes Bring bells ")])
def test_an_idea_that_was_taken_stands_with_the_notes(notes, before):
    here = [{"session": "now"}]
    voice = [
        {"id": "v1", "text": "More drums", "touches": here},
        {"id": "v2", "text": "Said here", "touches": here, "session": "now"},
        {"id": "v3", "text": "Fireworks", "touches": here, "outcome": "not possible"},
    ]
    said = _said(a_plan(parts={"voice": voice}, notes=notes))
    assert f"{before}An idea to try: More drums" in said
    assert "Said here" not in said and "Fireworks" not in said


def test_an_emergency_note_is_spoken_of_by_name_and_never_said():
    people = [
        {"id": "p1", "alias": "Sky", "emergency": "blue pen"},
        {"id": "p2", "alias": "Moss", "emergency": "call home"},
        {"id": "p3", "alias": "Bay"},
    ]
    plan = a_plan(parts={"people": people})
    assert "Emergency note on the access sheet: Sky and Moss." in _said(plan)
    assert "Emergency note on the access sheet: Some young people." in _said(plan, Names.NONE)
    assert "blue pen" not in _said(plan)


def _begun_from(template: PlanTemplate) -> Plan:
    """The session that a leader has who begins from a first plan and touches nothing."""
    place = {"id": "s", "programme": "u", "position": 0, "title": template.title}
    session = Session.made(**place, **plan_templates.session_fields(template))
    programme = Programme.made(id="u", programme="u", title="Sound makers")
    return Series.of([programme, session, *plan_templates.lines(template, session)]).plan("s")


@pytest.mark.parametrize("template", plan_templates.templates(), ids=lambda template: template.setting)
def test_a_first_plan_that_nobody_touched_is_two_pages_at_most(template):
    plan = _begun_from(template)
    printed = " ".join(pages(RUN_SHEET.of_plan(plan)))
    assert "Page 1 of 2" in printed
    assert [met.how for met in plan.by_design if met.how and _squeezed(met.how) not in _squeezed(printed)] == []


@pytest.mark.parametrize("style", [LARGE, EASY_READ], ids=lambda style: style.id)
def test_in_large_letters_what_is_done_again_points_back_on_several_pages_alone(style):
    def said(many: int) -> str:
        running = [
            {"id": f"a{n}", "title": f"Song {n}", "minutes": 5, "instructions": "Sing it. " * 9} for n in range(many)
        ]
        change = {"id": "d1", "activities": ["a0", "a1"], "requirements": ["r1"], "reach": "one", "what": "Play softly"}
        parts = {"people": [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "where": []}]}]}
        plan = a_plan(start="10:00", activities=running, adaptations=[change], parts=parts)
        return structure(RUN_SHEET.render(plan, (), style=style)).text()

    assert (said(2).count("Sky: Play softly."), said(2).count("Again:")) == (2, 0)
    assert (said(9).count("Sky: Play softly."), said(9).count("Again: Sky as at 10:00.")) == (1, 1)
