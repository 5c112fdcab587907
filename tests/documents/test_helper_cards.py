"""Helper cards: each of the team has one, with what they lead and see to, and none is divided that could be whole."""

import pytest
from tests.documents.papers import empty, many, space_sounds
from tests.documents.reading import structure
from tests.plans import a_plan

from amie_planner.documents import LARGE, Names, NamesFound
from amie_planner.documents.helper_cards import HELPER_CARDS
from amie_planner.domain.plan import Plan

TEAM = [{"id": "t1", "name": "Jo", "role": "music leader"}, {"id": "t2", "name": "Ali", "role": "support"}]
SKY = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}


def _said(plan: Plan, names: Names | None = None) -> str:
    return structure(HELPER_CARDS.render(plan, (), names)).text()


def _cards(plan: Plan, names: Names | None = None) -> dict[str, str]:
    """What each card says, by its heading."""
    cards: dict[str, list[str]] = {}
    head = ""
    for node in structure(HELPER_CARDS.render(plan, (), names)).all("H1", "H2", "H3", "P", "Lbl", "LBody"):
        head = node.words if node.kind in ("H1", "H2") else head
        cards.setdefault(head, []).append(node.words)
    return {head: " ".join(said) for head, said in cards.items()}


def _of(*adaptations, running=({"id": "a1", "title": "Drums", "minutes": 5},), **session) -> dict[str, str]:
    held = [{"id": f"d{n}", "who": "t1", **made} for n, made in enumerate(adaptations)]
    parts = {"team": TEAM, "people": [SKY]}
    return _cards(a_plan(activities=list(running), adaptations=held, parts=parts, **session))


def test_a_card_tells_one_of_the_team_all_that_is_theirs():
    assert _cards(space_sounds())["Class support"] == (
        "Class support Support in the room Lift-off · Tuesday 8 September 2026 · 10:00 to 10:45 (45 minutes, 2 left) "
        "Safeguarding: School office, by the door. First aid: Class support. Contact: Reception, dial 0. "
        "Do not record: Moss. "
        "Set up before the start · from 9:50 ☐ One switch plays the engine sound; the solo is theirs (4 min) "
        "Your kit ☐ switch and arm ☐ tablet ☐ Shared: chimes on a rail "
        "10:00 5 min Arriving: low space drone and lights You lead. Music: Long drone. "
        "Everyone: After each question wait five slow breaths and follow the look. Music leader sees to it. "
        "10:05 Hello song (6 min). Music leader leads. "
        "10:11 12 min Rocket song: solos Music leader leads. They choose: Which sound is the engine? drum, ocean drum "
        "or tablet synth. By speech, eye pointing or touch. Sky: One switch plays the engine sound; the solo is "
        "theirs. Kit: switch and arm, tablet. If it fails: Large drum held at the chin, leader brings it to them. "
        "10:23 Pause (4 min). 10:27 10 min Moon walk: our own sounds You lead, with Music leader and a young person. "
        "Kit: chimes on a rail, tablet. Sky: One switch plays the engine sound; the solo is theirs. As at 10:11. "
        "Everyone: After each question wait five slow breaths and follow the look. As at 10:00. "
        "Not yet answered: Moss, sound, light and the senses (A visual count-in before anything loud). "
        "10:37 6 min What did we hear? Pictures and goodbye You lead. "
        "Sky, by design: Pictures, no hurry, nobody has to speak. "
        "Plan B Extra: shake the stars (5 min). Music leader leads."
    )


def test_who_leads_has_what_the_activity_asks_for_and_who_helps_what_is_to_choose_and_how():
    decision = {"question": "Which?", "options": ["drum", "bell"], "ways": ["touch"]}
    running = [
        {"id": "a1", "title": "Drums", "leads": ["t1"], "aim": "listen", "instructions": "slowly", "kit": ["drum"],
         "decision": decision, "strand": "one", "pinned_start": "10:05"},
    ]  # fmt: skip
    cards = _of({"activities": ["a1"], "who": "t2", "what": "wait"}, running=running, start="10:00")
    assert cards["Jo"].endswith(
        "10:05 no length Drums You lead. 5 minutes free before this. Side by side: one. "
        "Aim: listen. slowly They choose: Which? drum or bell. By touch. Kit: drum. "
        "What changes: wait. Ali sees to it. Not yet answered: Sky, an access requirement."
    )
    assert cards["Ali"].endswith(
        "10:05 no length Drums Jo leads. 5 minutes free before this. Side by side: one. "
        "They choose: Which? drum or bell. By touch. What changes: wait."
    )


def test_who_leads_is_told_each_change_of_the_activity_and_who_sees_to_it():
    running = [{"id": "a1", "title": "Drums", "leads": ["t2"]}, {"id": "a2", "title": "Bells", "leads": ["t2"]}]
    made = [
        {"activities": ["a1", "a2"], "requirements": ["r1"], "what": "wait"},
        {"activities": ["a1"], "reach": "everyone", "what": "dim", "set_up": "in place", "setup_minutes": 2},
        {"activities": ["a2"], "who": None, "what": "sit", "kit": ["mat"]},
        {"activities": ["a2"], "who": "t2", "what": "hum"},
    ]
    cards = _of(*made, running=running)
    assert cards["Ali"].partition("Drums ")[2] == (
        "You lead. Sky: wait. Jo sees to it. Everyone: dim. Jo sees to it. Set-up takes 2 minutes, in place. "
        "0:00 no length Bells You lead. Sky: wait. As at 0:00 Drums. "
        "What changes: sit. Nobody sees to it yet. Kit: mat. What changes: hum."
    )
    assert cards["Jo"].partition("Drums ")[2] == (
        "Ali leads. Sky: wait. Everyone: dim. Set-up takes 2 minutes, in place. 0:00 no length Bells Ali leads. "
        "Sky: wait."
    )


def test_what_goes_all_through_is_told_to_everybody_who_leads():
    made = {"activities": "all", "reach": "everyone", "what": "wait"}
    leading = _of(made, running=[{"id": "a1", "title": "Drums", "leads": ["t2"]}])
    assert "All through Everyone: wait. Jo sees to it. 0:00" in leading["Ali"]
    assert "All through Everyone: wait." in leading["Jo"]
    assert "wait" not in _of(made, running=[{"id": "a1", "leads": ["t1"]}])["Ali"]


def test_what_an_activity_answers_as_it_is_is_told_to_who_leads_it():
    running = [{"id": "a1", "title": "Drums", "leads": ["t2"], "skip": True}, {"id": "a2", "leads": ["t1"]}]
    met = [
        {"requirement": "r1", "activity": "a1", "how": "no hurry"},
        {"barrier": "attitudes", "activity": "a1", "how": "all lead"},
        {"requirement": "r1", "activity": "a2"},
    ]
    cards = _of({"activities": ["a1"], "what": "wait"}, running=running, by_design=met)
    assert cards["Ali"].endswith(
        "What changes: wait. Jo sees to it. Sky, by design: no hurry. Attitudes, by design: all lead."
    )
    assert "by design" not in cards["Jo"]


def _kit(card: str) -> str:
    return card.partition("Your kit ☐ ")[2].partition(" 0:00")[0].partition(" All through")[0]


def test_a_thing_is_with_who_sees_to_the_change_that_needs_it():
    running = [{"id": "a1", "leads": ["t1"], "kit": ["drum", "tablet"]}]
    made = [{"activities": ["a1"], "who": "t2", "kit": ["Tablet"]}, {"activities": ["a1"], "who": None, "kit": ["mat"]}]
    cards = _of(*made, running=running)
    assert _kit(cards["Jo"]) == "drum ☐ mat"
    assert _kit(cards["Ali"]) == "tablet"


def test_a_thing_that_several_need_is_shared_on_each_card():
    running = [
        {"id": "a1", "leads": ["t1", "t2"], "kit": ["drum"]},
        {"id": "a2", "leads": ["t1"], "kit": ["tablet", "bell", "gong"]},
        {"id": "a3", "leads": ["t2"], "kit": ["Tablet", "cloth"]},
    ]
    made = [{"activities": ["a2"], "who": "t2", "kit": ["gong"]}, {"activities": "all", "who": "t1", "kit": ["cloth"]}]
    cards = _of(*made, running=running)
    assert _kit(cards["Jo"]) == "cloth ☐ bell ☐ Shared: drum ☐ Shared: tablet"
    assert _kit(cards["Ali"]) == "gong ☐ Shared: drum ☐ Shared: tablet"


def test_kit_is_listed_once_whatever_it_is_for():
    running = [{"id": "a1", "leads": ["t1"], "kit": ["Drum", "bell"]}, {"id": "a2", "leads": ["t1"], "kit": ["drum"]}]
    assert (
        "Your kit ☐ Drum ☐ bell ☐ lamp All through"
        in _of({"activities": ["a1"], "kit": ["bell", "lamp"]}, running=running)["Jo"]
    )


def test_what_is_set_up_in_place_is_told_where_it_happens():
    made = {"activities": ["a1"], "what": "lights", "setup_minutes": 3}
    assert "Set up before the start ☐ lights (3 min) 0:00" in _of(made)["Jo"]
    assert "What changes: lights. Set-up takes 3 minutes, in place." in _of({**made, "set_up": "in place"})["Jo"]


def test_what_is_set_up_goes_by_its_kit_where_it_has_no_words():
    assert "☐ lamp, cloth (1 min)" in _of({"activities": ["a1"], "kit": ["lamp", "cloth"], "setup_minutes": 1})["Jo"]
    assert "☐ Setting up (1 min)" in _of({"activities": ["a1"], "setup_minutes": 1})["Jo"]


def test_what_goes_all_through_or_has_no_place_yet_stands_before_the_running_order():
    made = [{"activities": "all", "what": "wait"}, {"activities": [], "what": "sit"}, {"activities": ["a1"]}]
    said = _of(*made)["Jo"]
    assert "All through What changes: wait. Not in an activity yet What changes: sit. 0:00 5 min Drums" in said


def test_a_change_that_is_made_again_points_to_where_it_was_told_in_full():
    running = [{"id": "a1", "title": "Drums", "skip": True}, {"id": "a2", "title": "Bells", "skip": True}]
    said = _of({"activities": ["a1", "a2"], "what": "wait", "fallback": "sit"}, running=running)["Jo"]
    assert "Drums What changes: wait. If it fails: sit. Plan B no length Bells What changes: wait. As at Drums." in said


def test_who_has_nothing_to_do_still_has_a_card_with_whom_to_turn_to():
    assert _of({"activities": ["a1"]})["Ali"].endswith(
        "Safeguarding: not written down. First aid: not written down. Contact: not written down. "
        "Nothing is down for you yet. 0:00 Drums (5 min)."
    )


def test_once_anybody_is_asked_each_card_says_who_must_not_be_recorded():
    people = [{"id": "p1", "alias": "Sky", "recording_ok": "no"}, {"id": "p2", "alias": "Moss"}]
    plan = a_plan(parts={"team": TEAM, "people": people})
    cards = _cards(plan)
    assert "Do not record: Sky. Not asked about recording: Moss." in cards["Jo"]
    assert "Do not record: Sky. Not asked about recording: Moss." in cards["Ali"]
    assert "Do not record: a young person." in _said(plan, Names.NONE)


def test_what_nobody_sees_to_is_a_card_of_its_own():
    made = [{"who": None, "requirements": ["r1"], "what": "wait"}, {"who": None, "reach": "everyone"}]
    assert _of(*made)["Nobody sees to this yet"] == (
        "Nobody sees to this yet • Sky: wait. • Everyone: to be described."
    )


def test_without_a_team_it_says_so():
    assert _said(empty()) == "Helper cards: Today Nobody is in the team yet."


def test_the_role_is_not_said_twice_and_a_name_stands_before_it():
    assert "Music leader Lift-off" in _cards(space_sounds())["Music leader"]
    assert _of()["Jo"].startswith("Jo Music leader Today")


@pytest.mark.parametrize("names", [Names.INITIALS, Names.CODE, Names.NONE])
def test_the_team_goes_by_role_where_names_are_held_back(names):
    held = [{"id": "d0", "who": "t1", "requirements": ["r1"], "activities": ["a1"], "what": "wait"}]
    running = [{"id": "a1", "title": "Drums", "leads": ["t2"]}]
    plan = a_plan(activities=running, adaptations=held, parts={"team": TEAM, "people": [SKY]})
    said = structure(HELPER_CARDS.render(plan, (), names, codes={"p1": "K7M4P"})).text()
    called = {Names.INITIALS: "S", Names.CODE: "K7M4P", Names.NONE: "A young person"}[names]
    assert f"Support leads. {called}: wait." in said
    assert not [name for name in ("Jo", "Ali", "Sky") if name in said.split()]


def test_a_name_in_a_text_stops_cards_without_names():
    plan = a_plan(
        activities=[{"id": "a1", "title": "Hello, Sky", "leads": ["t1"]}], parts={"team": TEAM, "people": [SKY]}
    )
    with pytest.raises(NamesFound):
        HELPER_CARDS.render(plan, (), Names.NONE)


def test_a_plan_of_many_activities_keeps_every_word_of_who_leads_them():
    plan = many(40, 30)
    said = "".join(_said(plan).split())
    texts = [text for a in plan.activities for text in (a.title, a.aim, a.instructions, *a.kit) if text]
    assert [text for text in texts if "".join(text.split()) not in said] == []


def test_all_that_others_do_is_a_line_each_in_its_place():
    running = [
        {"id": "a1", "title": "Hello", "minutes": 5, "leads": ["t2"]},
        {"id": "a2", "title": "Drums", "leads": ["t1"]},
        {"id": "a3", "kind": "break"},
        {"id": "a4", "title": "Plan B: bells", "skip": True},
    ]
    cards = _of(running=running, start="10:00")
    assert cards["Jo"].endswith(
        "10:00 Hello (5 min). Ali leads. 10:05 no length Drums You lead. Not yet answered: Sky, an access requirement. "
        "10:05 Break. Plan B: bells."
    )


def test_what_is_not_answered_yet_is_told_to_who_leads_there_and_to_nobody_else():
    running = [{"id": "a1", "kind": "play", "leads": ["t1"]}, {"id": "a2", "kind": "sing", "leads": ["t1", "t2"]}]
    needs = [{"id": "r1", "barrier": "attitudes", "where": ["play"]}, {"id": "r2", "change": "a way out"}]
    people = [{"id": "p1", "alias": "Sky", "requirements": needs}]
    cards = _cards(a_plan(activities=running, parts={"team": TEAM, "people": people}))
    assert "All through Not yet answered: Sky, an access requirement (a way out). 0:00" in cards["Jo"]
    assert cards["Jo"].count("Sky") == 2
    assert "You lead. Not yet answered: Sky, attitudes. 0:00" in cards["Jo"]
    assert "You lead, with Jo. Not yet answered: Sky, an access requirement (a way out)." in cards["Ali"]
    assert "attitudes" not in cards["Ali"]


def test_who_is_down_for_two_places_at_once_is_told_so():
    beside = [{"id": f"a{n}", "title": f"Group {n}: drums", "minutes": 5, "strand": f"{n}"} for n in (1, 2)]
    running = [{**beside[0], "leads": ["t1"]}, {**beside[1], "leads": ["t2"]}]
    cards = _of({"activities": ["a2"], "what": "wait"}, running=running)
    assert "You are down for two places at once: 0:00 Group 1 and 0:00 Group 2." in cards["Jo"]
    assert "two places" not in cards["Ali"]


def test_what_was_agreed_for_one_of_the_team_is_on_the_cards_of_all():
    team = [{**TEAM[0], "access_agreed": "face Jo when you speak", "access_needs": "lip reading"}, TEAM[1]]
    cards = _cards(a_plan(parts={"team": team}))
    assert "Agreed in the team Jo: face Jo when you speak." in cards["Ali"]
    assert "Agreed in the team You: face Jo when you speak." in cards["Jo"]
    assert not [card for card in cards.values() if "lip reading" in card]


def test_nobody_is_told_of_changes_for_people_who_have_left():
    people = [{**SKY, "left": "2026-01-10"}, {"id": "p2", "alias": "Moss", "requirements": [{"id": "r2"}]}]
    made = [
        {"id": "d1", "who": "t1", "activities": ["a1"], "requirements": ["r1"], "what": "hum", "kit": ["arm"],
         "setup_minutes": 2},
        {"id": "d2", "who": "t1", "activities": ["a1"], "requirements": ["r2"], "what": "wait"},
    ]  # fmt: skip
    parts = {"team": TEAM, "people": people}
    plan = a_plan(date="2026-02-01", not_expected=["p2"], activities=[{"id": "a1"}], adaptations=made, parts=parts)
    said = _said(plan)
    assert "Moss (not expected): wait." in said
    assert [word for word in ("Sky", "hum", "arm", "Set up before") if word in said] == []


def test_the_time_of_a_plan_b_is_not_set_up_before_the_start():
    running = [{"id": "a1", "title": "Extra", "skip": True}]
    said = _of({"activities": ["a1"], "what": "lights", "setup_minutes": 9}, running=running)["Jo"]
    assert "Set up before" not in said
    assert "What changes: lights. Set-up takes 9 minutes, before the start." in said


def test_a_card_of_several_pages_in_large_letters_points_back_where_that_saves_one():
    printed = structure(HELPER_CARDS.render(space_sounds(), (), style=LARGE)).text()
    assert "Again: Sky as at 10:11; Everyone as at 10:00." in printed
