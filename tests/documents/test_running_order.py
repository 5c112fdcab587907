"""The running order on paper: its times in words, and which styles show its minutes as a bar."""

import pytest
from tests.documents.reading import structure
from tests.plans import a_plan

from amie_planner.documents import ACCESS_SHEET, CLEAR, EASY_READ, FULL_PLAN, HELPER_CARDS, LARGE, RUN_SHEET, STYLES
from amie_planner.documents.running_order import clock, place
from amie_planner.domain.plan import Plan
from amie_planner.domain.timing import timing


@pytest.mark.parametrize("document", [RUN_SHEET, FULL_PLAN], ids=lambda document: document.id)
@pytest.mark.parametrize(("style", "bars"), [(CLEAR, 1), (LARGE, 1), (EASY_READ, 0)], ids=["clear", "large", "easy"])
def test_easy_read_tells_the_minutes_in_words_and_draws_no_bar_of_them(document, style, bars):
    plan = a_plan(minutes=30, activities=[{"id": "a1", "title": "Drums", "minutes": 10}])
    sheet = structure(document.render(plan, (), style=style))
    assert len(sheet.all("Figure")) == bars
    assert "10 min" in sheet.text()


def _said(plan: Plan) -> str:
    return structure(RUN_SHEET.of_plan(plan)).text()


def _of(running) -> str:
    return _said(a_plan(activities=running, parts={"team": [{"id": "t1", "name": "Jo"}]}))


def test_a_pin_in_a_session_without_a_start_says_nothing_of_minutes_nobody_knows():
    running = [{"id": "a1", "minutes": 5}, {"id": "a2", "minutes": 5, "pinned_start": "10:15"}]
    sheet = structure(RUN_SHEET.of_plan(a_plan(minutes=20, activities=running)))
    assert "no date · (20 minutes)" in sheet.text()
    assert "free before" not in sheet.text()
    assert sheet.all("Figure") == []


def test_an_overlap_names_the_activity_that_is_still_going_on():
    beside = [{"id": f"a{n}", "title": f"Group {n}", "minutes": 20 - n * 5, "strand": f"{n}"} for n in (1, 2)]
    running = [*beside, {"id": "a3", "minutes": 5, "pinned_start": "10:10"}]
    said = _said(a_plan(start="10:00", activities=running))
    assert "Starts 5 minutes before the end of Group 1." in said


def test_who_of_the_team_is_in_two_places_at_once_is_said_before_the_start():
    beside = [{"id": f"a{n}", "title": f"Group {n}", "minutes": 5, "strand": f"{n}", "leads": ["t1"]} for n in (1, 2)]
    after = {"id": "a3", "title": "Song", "leads": ["t1"], "minutes": 5}
    said = _of(running=[*beside, after])
    assert "In two places at once: Jo: 0:00 Group 1 and 0:00 Group 2. Running order" in said
    assert "two places" not in _of(running=[beside[0], after])


def test_times_say_when_free_minutes_and_overlaps_are():
    running = [
        {"id": "a1", "title": "Hello", "minutes": 10},
        {"id": "a2", "title": "Drums", "minutes": 10, "pinned_start": "10:15"},
        {"id": "a3", "title": "Bells", "minutes": 5, "pinned_start": "10:20"},
        {"id": "a4", "title": "Goodbye"},
    ]
    sheet = structure(RUN_SHEET.of_plan(a_plan(start="10:00", minutes=20, activities=running)))
    heads = [node.words for node in sheet.all("H3")]
    assert heads == ["10:00 10 min Hello", "10:15 10 min Drums", "10:20 5 min Bells", "10:25 no length Goodbye"]
    assert "10:00 to 10:20 (20 minutes, 5 over)" in sheet.text()
    assert "5 minutes free before this." in sheet.text()
    assert "Starts 5 minutes before the end of Drums." in sheet.text()
    (figure,) = sheet.all("Figure")
    assert figure.alt == "Time bar. Hello 10 minutes, Free 5 minutes, Drums + Bells 10 minutes, 5 minutes over."


def test_what_runs_side_by_side_is_one_part_of_the_bar():
    running = [
        {"id": "a1", "title": "Drums", "minutes": 5, "strand": "one"},
        {"id": "a2", "title": "Bells", "minutes": 5, "strand": "one"},
        {"id": "a3", "title": "Words", "minutes": 10, "strand": "two"},
    ]
    sheet = structure(RUN_SHEET.of_plan(a_plan(activities=running)))
    assert sheet.all("Figure")[0].alt == "Time bar. Drums + Words + Bells 10 minutes."
    assert "Side by side: two." in sheet.text()
    assert "no start time" in sheet.text()


def test_a_start_without_a_length_is_said():
    assert "no date · 9:00" in _said(a_plan(start="09:00"))


def test_a_length_without_a_start_is_said():
    assert "no date · (20 minutes, 20 left)" in _said(a_plan(minutes=20))


def test_before_the_first_pin_of_a_session_without_a_start_no_clock_is_shown():
    titles = ("Song", "Drums", "Bells")
    running = [{"id": f"a{n}", "title": title, "minutes": 5} for n, title in enumerate(titles)]
    running[1]["pinned_start"] = "10:15"
    times = timing(a_plan(activities=running))
    assert [clock(slot, times) for slot in times.slots] == ["", "10:15", "10:20"]
    assert [place(slot, times) for slot in times.slots] == ["Song", "10:15", "10:20"]


def test_without_a_pin_the_clock_counts_from_the_start():
    times = timing(a_plan(activities=[{"id": "a1", "minutes": 5}, {"id": "a2", "skip": True}]))
    assert [clock(slot, times) for slot in times.slots] == ["0:00", "Plan B"]


@pytest.mark.parametrize("document", [RUN_SHEET, FULL_PLAN, HELPER_CARDS, ACCESS_SHEET], ids=lambda paper: paper.id)
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_no_paper_of_a_pin_without_a_start_shows_a_time_that_nobody_knows(document, style):
    song = {"id": "a1", "title": "Song", "minutes": 5, "decision": {"question": "Which?", "options": ["one", "two"]}}
    running = [song, {"id": "a2", "title": "Drums", "minutes": 5, "pinned_start": "10:15", "leads": ["t1"]}]
    needed = {"id": "r1", "barrier": "communication-and-language", "where": [], "words": "Show me"}
    parts = {"people": [{"id": "p1", "alias": "Sky", "requirements": [needed]}], "team": [{"id": "t1", "name": "Jo"}]}
    said = structure(document.render(a_plan(activities=running, parts=parts), (), style=style)).text()
    assert "0:00" not in said
    assert "Song" in said
    assert "10:15" in said
