"""You said, we did: each idea with what became of it and how they were told; nobody named unless asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.documents.papers import HARD, empty, space_sounds
from tests.documents.reading import faults, pages, structure
from tests.plans import a_plan

from amie_planner.documents import CLEAR, STYLES, Names, NamesFound
from amie_planner.documents.blocks import Text
from amie_planner.documents.cleaning import clean
from amie_planner.documents.you_said import YOU_SAID
from amie_planner.domain.plan import Plan
from amie_planner.domain.symbols import credit
from amie_planner.domain.vocabulary import Method, Outcome
from amie_planner.errors import AmieError

PEOPLE = [{"id": "p1", "alias": "Sky Blue"}, {"id": "p2", "alias": "Moss"}]


def _plan(*entries, **session) -> Plan:
    voice = [{"id": f"v{n}", **entry} for n, entry in enumerate(entries)]
    running = [{"id": "a1", "title": "Hello song"}]
    earlier = ({"date": "2026-09-01", "activities": [{"id": "b1", "title": "Drums"}]},)
    whole = {"title": "Lift-off", "date": "2026-09-08", "activities": running, "earlier": earlier} | session
    return a_plan(parts={"people": PEOPLE, "voice": voice}, **whole)


def _said(plan: Plan, names: Names | None = None, **options) -> str:
    return structure(YOU_SAID.render(plan, (), names, **options)).text()


def _one(names: Names | None = None, **entry) -> str:
    """What is said of one entry."""
    return _said(_plan(entry), names, codes={"p1": "K7M4P", "p2": "R3W9X"}).partition("What you said ")[2]


def test_an_idea_says_who_showed_what_what_became_of_it_where_and_how_they_were_told():
    assert _said(space_sounds()) == (
        "You said, we did Space sounds, Comet class In Lift-off "
        "One of us showed · 1 September Smiled and looked back each time the low drone came in "
        "We did it. The drone opens every session. Where: Arriving: low space drone and lights, 8 September. "
        "We told you on 8 September. Played it and said: this is yours."
    )


def test_each_idea_is_a_heading_below_that_of_its_group():
    heads = [(n.kind, n.words) for n in structure(YOU_SAID.of_plan(space_sounds())).all("H1", "H2", "H3")]
    assert heads == [
        ("H1", "You said, we did"),
        ("H2", "In Lift-off"),
        ("H3", "One of us showed · 1 September"),
    ]


@pytest.mark.parametrize(
    ("names", "one", "two"),
    [
        (Names.NONE, "One of us said", "Some of us said"),
        (Names.ALIAS, "Sky Blue said", "Sky Blue and Moss said"),
        (Names.INITIALS, "SB said", "SB and M said"),
        (Names.CODE, "K7M4P said", "K7M4P and R3W9X said"),
    ],
)
def test_whoever_said_it_is_called_as_the_rule_says(names, one, two):
    assert _one(names, method="said", **{"from": ["p1"]}).startswith(f"{one} Something said. We")
    assert _one(names, method="said", **{"from": ["p1", "p2"]}).startswith(f"{two} Something said. We")


@pytest.mark.parametrize("names", [Names.NONE, Names.ALIAS])
def test_the_whole_group_is_the_group_and_nobody_in_particular_is_you(names):
    assert _one(names, method="vote", text="Outside", **{"from": "group"}).startswith("The group voted Outside We")
    assert _one(names, text="Outside").startswith("You said or showed Outside We")


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (Method.SAID, "You said “Bells”"),
        (Method.WRITTEN, "You wrote “Bells”"),
        (Method.DRAWN, "You drew Bells"),
        (Method.SYMBOL_CHOICE, "You chose Bells"),
        (Method.VOTE, "You voted Bells"),
        (Method.OBSERVATION, "You showed Bells"),
        (Method.RECORDING, "You recorded Bells"),
    ],
)
def test_with_or_without_speech_it_says_how(method, said):
    assert _one(method=method, text=" Bells ").startswith(f"{said} We have not decided yet.")


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.ADOPTED, "We did it. It was loud. Where: Drums, 1 September. Not told yet."),
        (Outcome.ADAPTED, "We did it in another way. It was loud. Where: Drums, 1 September. Not told yet."),
        (Outcome.NOT_POSSIBLE, "It was not possible. Why: It was loud. Not told yet."),
        (Outcome.UNDECIDED, "We have not decided yet. It was loud."),
        (None, "We have not decided yet. It was loud."),
    ],
)
def test_what_became_of_it_is_plain(outcome, said):
    touches = [{"session": "s1", "activity": "b1"}]
    assert (
        _one(text="Bells", outcome=outcome, because="It was loud", touches=touches)
        == f"You said or showed Bells {said}"
    )


@pytest.mark.parametrize(
    ("where", "session", "said"),
    [
        ("now", {}, "We are trying it on 8 September."),
        ("now", {"date": None, "earlier": ()}, "We are going to try it."),
        ("after", {}, "We are going to try it."),
        ("s1", {}, "We have not decided yet."),
        ("now", {"status": "cancelled"}, "We have not decided yet."),
        ("now", {"status": "delivered"}, "We have not decided yet."),
        ("now", {"ended": "10:40"}, "We have not decided yet."),
    ],
)
def test_what_was_taken_into_a_session_that_is_not_over_is_being_tried(where, session, said):
    plan = _plan({"id": "v0", "text": "Bells", "touches": [{"session": "now"}]}, **session)
    touches = (plan.voice[0].touches[0].revised(session=where),)
    plan = replace(plan, voice=(plan.voice[0].revised(touches=touches),))
    assert _said(plan).endswith(f"You said or showed Bells {said}")


def test_a_session_that_was_touched_as_a_whole_goes_by_its_title_and_each_place_stands_once():
    touches = [{"session": "s1"}, {"session": "s1"}, {"session": "s1", "activity": "b1"}]
    said = _one(text="Bells", outcome="adopted", touches=touches)
    assert "Where: Before, 1 September and Drums, 1 September." in said


def test_when_they_were_told_has_its_year_where_that_is_another():
    said = _one(text="Bells", outcome="adopted", told_on="2025-12-01", told_how="With bells")
    assert said.endswith("We did it. We told you on 1 December 2025. With bells.")


def test_what_touches_this_session_comes_first_and_the_newest_of_each():
    here = [{"session": "now"}]
    said = _said(
        _plan(
            {"text": "Undated"},
            {"text": "Old", "date": "2026-09-02"},
            {"text": "Old here", "date": "2026-06-02", "touches": here},
            {"text": "Of its session", "session": "s1"},
            {"text": "New", "date": "2026-09-03"},
            {"text": "New here", "date": "2026-06-03", "touches": here},
        )
    )
    order = ["In Lift-off", "New here", "Old here", "More that you said", "New ", "Old ", "Of its session", "Undated"]
    places = [said.index(words) for words in order[:4]]
    after = said[places[-1] :]
    assert places == sorted(places)
    assert [after.index(words) for words in order[4:]] == sorted(after.index(words) for words in order[4:])
    assert "1 September Of its session" in said


@pytest.mark.parametrize("cancelled", ["now", "s1"])
def test_nothing_was_done_in_a_session_that_was_cancelled(cancelled):
    plan = _plan({"text": "Bells", "outcome": "adopted", "touches": [{"session": "now"}, {"session": "s1"}]})
    off = {"status": "cancelled"}
    if cancelled == "now":
        plan = replace(plan, session=plan.session.revised(**off))
    else:
        plan = replace(plan, earlier=tuple(replace(one, session=one.session.revised(**off)) for one in plan.earlier))
    where = {"now": "Where: Before, 1 September.", "s1": "Where: Lift-off, 8 September."}
    assert where[cancelled].replace("Before", plan.earlier[0].session.title) in _said(plan)
    assert _said(plan).count("September") == 1


@pytest.mark.parametrize("text", [None, " "])
def test_what_nobody_wrote_down_is_not_said_to_be_done(text):
    assert _said(_plan({"text": text, "outcome": "adopted"})).endswith("written down yet that you said or showed.")
    assert "A drawing." in _said(_plan({"text": text, "method": "drawn", "from": ["p1"]}))


def test_nothing_said_yet_is_said_kindly():
    assert _said(empty()) == ("You said, we did Sound makers Nothing is written down yet that you said or showed.")


def test_the_words_stand_larger_than_those_for_reading():
    sheet = YOU_SAID.sheet(_plan({"text": "Bells", "outcome": "adopted"}), ())
    sizes = {block.words(): block.size for block in _texts(sheet.blocks)}
    assert sizes["Bells"] > sizes["We did it."] > CLEAR.body


def _texts(blocks) -> list[Text]:
    return [t for b in blocks for t in (_texts(b.inside()) if b.inside() else [b]) if isinstance(t, Text)]


def test_pictures_decorate_and_their_makers_are_named():
    pdf = YOU_SAID.of_plan(space_sounds())
    assert structure(pdf).all("Figure") == []
    assert credit() in pages(pdf)[0]


def test_a_name_in_their_words_stops_it_where_nobody_is_to_be_named():
    plan = _plan({"text": "Moss should lead", "from": "group"})
    with pytest.raises(NamesFound, match="“Moss” under “The group said or showed”"):
        _said(plan)
    assert "Moss should lead" in _said(plan, Names.ALIAS)
    assert "Moss should lead" in _said(plan, not_names=frozenset({"moss"}))


def test_it_never_goes_by_full_names():
    with pytest.raises(AmieError) as refused:
        _said(space_sounds(), Names.FULL)
    assert refused.value.hint == "Choose none, alias, initials or code."


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_an_idea_stands_on_one_page(style):
    entries = [{"text": f"Bells{n}", "outcome": "adopted", "told_how": f"By song{n}"} for n in range(12)]
    printed = pages(YOU_SAID.render(_plan(*entries), (), style=style))
    assert len(printed) > 1
    begun = [next(p for p, page in enumerate(printed) if f"Bells{n} " in page) for n in range(12)]
    ended = [next(p for p, page in enumerate(printed) if f"By song{n}." in page) for n in range(12)]
    assert begun == ended


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_hard_words_stand_whole(style, tmp_path):
    entries = [
        {"text": words, "because": words, "told_how": words, "outcome": "not possible", "told_on": "2026-09-08"}
        for words in HARD
    ]
    plan = _plan(*entries, title=HARD[1])
    pdf = YOU_SAID.render(plan, (), style=style)
    assert faults(pdf, tmp_path) == []
    said = "".join(structure(pdf).text().split())
    assert [v.text[:30] for v in plan.voice if v.text and said.count("".join(clean(v.text).split())) < 3] == []
