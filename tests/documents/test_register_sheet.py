"""The blank register and reflection: who is on it, where to write, and nothing of what is written already."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.documents.papers import HARD, empty, many, space_sounds
from tests.documents.reading import decoration, faults, pages, structure
from tests.plans import a_plan

from amie_planner.documents import CLEAR, EASY_READ, LARGE, STYLES, Names, NamesFound, fresh_codes
from amie_planner.documents.blocks import Block, Box
from amie_planner.documents.cleaning import clean
from amie_planner.documents.pen import WritingLines
from amie_planner.documents.register_sheet import REGISTER, register_asking
from amie_planner.domain.plan import Plan
from amie_planner.domain.reflection import Prompt, prompts

BOXES = ["☐"] * 4


def _said(plan: Plan, names: Names | None = None, **options) -> str:
    return structure(REGISTER.render(plan, (), names, **options)).text()


def _rows(plan: Plan, names: Names | None = None, **options) -> list[list[str]]:
    rows = structure(REGISTER.render(plan, (), names, **options)).all("TR")
    return [[cell.words for cell in row.children] for row in rows]


def _group(*people, **session) -> Plan:
    numbered = [{"id": f"p{n}", **person} for n, person in enumerate(people)]
    return a_plan(date="2026-09-08", parts={"people": numbered}, **session)


def test_it_begins_with_the_session_and_whom_to_turn_to():
    assert _said(space_sounds()).startswith(
        "Lift-off Register and reflection · Space sounds, Comet class "
        "Tuesday 8 September 2026 · 10:00 to 10:45 (45 minutes, 2 left) "
        "Safeguarding: School office, by the door. First aid: Class support. Contact: Reception, dial 0. Who came "
    )


def test_each_person_has_a_row_with_who_may_be_recorded_and_boxes_for_the_pen():
    assert _rows(space_sounds()) == [
        ["Name", "Recording", "Present", "Late, minutes", "Absent, reason", "Not taken"],
        ["Sky", "Yes", *BOXES],
        ["Moss", "Do not record", *BOXES],
        ["River", "Yes", *BOXES],
    ]


def test_beside_the_boxes_there_is_room_for_how_late_and_why_not_there():
    drawn = pypdfium2.PdfDocument(REGISTER.of_plan(space_sounds()))[0].get_objects([pdfium.FPDF_PAGEOBJ_PATH])
    wide = [right - left for left, _, right, _ in (one.get_bounds() for one in drawn)]
    assert sum(30 < one < 60 for one in wide) == 3
    assert sum(85 < one < 120 for one in wide) == 3


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_a_session_without_a_date_has_a_line_for_it(style):
    assert "Date: " in _said(empty(), style=style)
    assert "Date:" not in _said(space_sounds(), style=style)


def test_recording_has_no_column_where_nobody_has_said_anything_about_it():
    assert _rows(_group({"alias": "Sky"}))[1:] == [["Sky", *BOXES]]
    asked = _rows(_group({"alias": "Sky"}, {"alias": "Moss", "recording_ok": "yes"}))
    assert [row[1] for row in asked] == ["Recording", "Not asked yet", "Yes"]


def test_those_who_are_expected_come_first_then_the_others_of_the_group():
    plan = _group(
        {"alias": "Away"},
        {"alias": "Here"},
        {"alias": "Left", "left": "2026-09-01"},
        {"alias": "Soon", "joined": "2026-10-01"},
        {"alias": "Old", "archived": True},
        not_expected=["p0"],
    )
    assert [row[0] for row in _rows(plan)] == ["Name", "Here", "Name", "Away", "Soon"]
    said = _said(plan)
    assert said.index("Who came") < said.index("Here") < said.index("Not expected, and welcome") < said.index("Away")


def test_that_there_is_an_emergency_note_is_said_beside_the_name_and_the_note_is_not():
    plan = _group({"alias": "Sky", "emergency": "Call Sam on 999"}, {"alias": "Moss"})
    assert [row[0] for row in _rows(plan)[1:]] == ["Sky (emergency note)", "Moss"]
    said = _said(plan)
    assert "An emergency note says what to do. It is in the planner, with the person: look before you start." in said
    assert "Call Sam" not in said
    assert "Emergency note: 1 young person." in _said(plan, Names.NONE)
    assert "mergency" not in _said(_group({"alias": "Moss"})) + _said(_group({"alias": "Moss"}), Names.NONE)


@pytest.mark.parametrize("style", [LARGE, EASY_READ], ids=lambda style: style.id)
def test_where_lines_are_short_the_boxes_stand_under_each_name(style):
    said = _said(space_sounds(), style=style)
    marks = "☐ Present ☐ Late, minutes ☐ Absent, reason ☐ Not taken"
    assert f"Sky Recording: Yes {marks} Moss Recording: Do not record {marks} River" in said


@pytest.mark.parametrize(
    ("names", "called"), [(Names.FULL, "Ada Ray"), (Names.ALIAS, "Sky Blue"), (Names.INITIALS, "SB")]
)
def test_people_are_called_as_the_rule_says(names, called):
    assert _rows(_group({"alias": "Sky Blue", "name": "Ada Ray"}), names)[1][0] == called


def test_without_names_people_are_counted_and_have_no_rows():
    plan = _group({"alias": "Sky", "recording_ok": "no"}, {"alias": "Moss"}, {"alias": "Fern", "recording_ok": "yes"})
    assert _rows(plan, Names.NONE) == []
    assert (
        "Who came 3 young people, without names here. Do not record: 1 young person. Not asked yet: 1 young person. "
        "Walk-ins" in _said(plan, Names.NONE)
    )


def test_by_code_a_row_has_the_code_and_a_name_in_a_change_stops_it():
    people = [{"id": "p1", "alias": "Sky"}]
    assert _rows(a_plan(parts={"people": people}), Names.CODE, codes={"p1": "K7M4P"})[1] == ["K7M4P", *BOXES]
    made = [{"id": "d1", "activities": "all", "what": "Wait for Sky"}]
    with pytest.raises(NamesFound):
        _said(a_plan(adaptations=made, parts={"people": people}), Names.CODE, codes={"p1": "K7M4P"})


def test_walk_ins_and_counts_have_room_and_words():
    assert (
        "Walk-ins and headcount What they like to be called is enough. "
        "Headcount: Of them walk-ins: Adults in the room: What was" in _said(space_sounds())
    )


def test_the_leaders_own_prompts_are_printed_in_place_of_ours():
    own = (Prompt("own1", "Who made the tea?"), Prompt("next_time", "What then?"))
    said = structure(register_asking(own).render(space_sounds(), ())).text()
    back = said[said.index("Looking back") :]
    assert back.index("Who made the tea?") < back.index("What then?") < back.index("One note a line.")
    assert not [prompt.words for prompt in prompts() if prompt.words in said]
    assert register_asking(prompts()) is REGISTER


def test_without_a_prompt_there_is_no_page_to_look_back_on():
    printed = pages(register_asking(()).render(space_sounds(), ()))
    assert not [page for page in printed if "Looking back" in page]
    assert len(printed) == len(pages(REGISTER.render(space_sounds(), ()))) - 1


def test_each_change_says_what_and_for_whom_with_boxes_for_how_it_went_and_what_next():
    went = "How it went: ☐ Worked ☐ Partly ☐ Did not work ☐ Not used Next time: ☐ Keep ☐ Change ☐ Stop"
    assert _said(space_sounds()).partition("how it went ")[2].partition(" Looking")[0] == (
        f"Sky: One switch plays the engine sound; the solo is theirs. {went} "
        f"Everyone: After each question wait five slow breaths and follow the look. {went} "
        f"Everyone: Count in with five fingers, lights dip before the loud part. {went}"
    )


def test_where_nothing_was_changed_nothing_is_asked_of_it():
    assert "What was changed" not in _said(empty())


def test_a_change_that_nobody_has_put_in_words_can_still_be_looked_back_on():
    assert "Everyone: To be described. How it went:" in _said(
        a_plan(adaptations=[{"id": "d1", "activities": "all", "reach": "everyone"}])
    )


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_the_prompts_have_a_page_of_their_own_that_names_nobody(style):
    printed = pages(REGISTER.render(space_sounds(), (), style=style))
    first = next(n for n, page in enumerate(printed) if "Looking back" in page)
    assert printed[first].startswith("Looking back Lift-off · Tuesday 8 September 2026 What went well?")
    back = " ".join(printed[first:])
    assert [back.index(prompt.words) for prompt in prompts()] == sorted(back.index(p.words) for p in prompts())
    assert not [name for name in ("Sky", "Moss", "River") if name in back]


def test_what_is_filled_in_already_is_not_printed():
    register = {"mode": "people", "people": {"p1": "late"}, "headcount": 77, "walk_ins": 88}
    people = [{"id": "p1", "alias": "Sky"}]
    made = [{"id": "d1", "activities": "all", "what": "Wait", "verdict": "worked", "verdict_note": "slowly"}]
    written = {
        "register": register,
        "reflection": {"went_well": "the drone"},
        "next_time": [{"id": "n1", "text": "bells"}],
    }
    blank = _said(a_plan(adaptations=made, parts={"people": people}))
    assert _said(a_plan(adaptations=made, parts={"people": people}, **written)) == blank
    assert not [word for word in ("77", "88", "drone", "bells", "slowly") if word in blank]


def test_there_are_lines_to_write_on_for_all_that_is_asked():
    sheet = REGISTER.sheet(space_sounds(), ())
    kinds = [block for block in _leaves(sheet.blocks) if isinstance(block, WritingLines | Box)]
    assert [block.count for block in kinds if isinstance(block, WritingLines)] == [3, *[2] * 6, 5]
    assert sum(isinstance(block, Box) for block in kinds) == 3
    assert all(block.apart >= 25.5 for block in kinds if isinstance(block, WritingLines))  # 9 mm


def _leaves(blocks: tuple[Block, ...]) -> list[Block]:
    return [leaf for block in blocks for leaf in (_leaves(block.inside()) if block.inside() else [block])]


def test_a_drop_in_has_more_lines_for_names_and_says_that_nobody_is_listed():
    assert "Who came Nobody is listed for this session. Walk-ins" in _said(empty())
    lines = [block for block in _leaves(REGISTER.sheet(empty(), ()).blocks) if isinstance(block, WritingLines)]
    assert max(line.count for line in lines) == 9


def test_a_class_of_three_has_a_register_of_one_page_and_one_to_look_back_on():
    assert len(pages(REGISTER.of_plan(space_sounds()))) == 2


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_a_large_group_flows_on_with_everybody_on_it(style, tmp_path):
    plan = many(40, 30)
    pdf = REGISTER.render(plan, (), Names.CODE, style=style, codes=fresh_codes(plan.people))
    assert faults(pdf, tmp_path) == []
    alias = REGISTER.render(plan, (), style=style)
    said = structure(alias).text()
    assert [n for n in range(30) if f"Alias{n} " not in said] == []
    assert any("Who came (continued)" in words for words in decoration(alias))
    assert [d.what for d in plan.adaptations if f"{d.what}." not in said] == []


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_hard_words_stand_whole(style, tmp_path):
    people = [{"id": f"p{n}", "alias": words[:3_000], "recording_ok": "no"} for n, words in enumerate(HARD)]
    made = [{"id": f"d{n}", "activities": "all", "what": words} for n, words in enumerate(HARD)]
    plan = a_plan(title=HARD[1], adaptations=made, parts={"people": people})
    pdf = REGISTER.render(plan, (), style=style)
    assert faults(pdf, tmp_path) == []
    said = "".join(structure(pdf).text().split())
    assert [d.what[:30] for d in plan.adaptations if "".join(clean(d.what).split()) not in said] == []


def test_the_letters_of_the_list_are_as_large_as_those_for_reading():
    sheet = REGISTER.sheet(space_sounds(), ())
    names = [block.size for block in _leaves(sheet.blocks) if block.words() in ("Sky", "Moss", "River")]
    assert names == [CLEAR.body] * 3


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_our_prompts_are_one_page_in_every_style(style):
    *_, before, last = pages(REGISTER.render(space_sounds(), (), style=style))
    assert "Looking back" in last
    assert "(continued)" not in last
    assert "Looking back" not in before
