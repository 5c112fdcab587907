"""The register with the leader's own prompts: theirs are asked, and name nobody on a paper without names."""

from __future__ import annotations

import pytest
from tests.plans import a_plan
from tests.ui.papers import text_of

from amie_planner.documents import CLEAR, REGISTER, Names, NamesFound
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.domain.reflection import Prompt, prompts
from amie_planner.ui.models.own_prompts import prompts_asked
from amie_planner.ui.models.papers import Asked
from amie_planner.ui.models.said_instead import UNSETTLED, Settled

PLAN = a_plan(parts={"people": [{"id": "p1", "alias": "River"}, {"id": "p2", "alias": "Well"}]})
OWN = (*prompts(), Prompt("own1", "How was River today?"))


def printed(names: Names, settled: Settled = UNSETTLED, asked: tuple[Prompt, ...] = OWN) -> str:
    codes = {person.id: f"K7M4{person.id}" for person in PLAN.people}
    return text_of(Asked(PLAN, REGISTER, CLEAR, names, settled=settled, prompts=asked).file(codes, "pdf"))


def test_what_is_asked_is_what_the_leader_keeps_of_the_prompts():
    own = (ReflectionPrompt.made(id="went_well", left_out=True), ReflectionPrompt.made(id="own1", words="Tea?"))
    assert prompts_asked(lambda kind: own) == (*prompts()[1:], Prompt("own1", "Tea?"))


@pytest.mark.parametrize("names", [Names.ALIAS, Names.FULL, Names.INITIALS])
def test_where_people_are_named_a_prompt_may_name_them(names: Names):
    assert "How was River today?" in printed(names)


@pytest.mark.parametrize("names", [Names.NONE, Names.CODE])
def test_a_name_in_a_prompt_stops_a_paper_without_names(names: Names):
    with pytest.raises(NamesFound, match="“River” under “Looking back”"):
        printed(names)


def test_our_own_words_stop_nothing_though_somebody_is_called_by_one():
    assert "What went well?" in printed(Names.NONE, asked=prompts())


def test_a_word_can_be_only_a_word_or_have_the_rules_word_in_its_place():
    assert "How was River today?" in printed(Names.NONE, Settled(only_words=frozenset({"River"})))
    assert "How was a young person today?" in printed(Names.NONE, Settled(instead=frozenset({"River"})))
    assert "How was K7M4p1 today?" in printed(Names.CODE, Settled(instead=frozenset({"River"})))
