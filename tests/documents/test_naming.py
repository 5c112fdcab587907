"""How people are called under each rule: told apart from one another, young leaders like other young people."""

from __future__ import annotations

import pytest
from tests.plans import a_plan

from amie_planner.documents import HELPER_CARDS, REGISTER, RUN_SHEET
from amie_planner.documents.naming import Names, as_shown, names_beside_contact


def _people(names: Names, *aliases: str) -> list[str | None]:
    people = [{"id": f"p{n}", "alias": alias} for n, alias in enumerate(aliases)]
    return [person.alias for person in as_shown(a_plan(parts={"people": people}), names, {}).people]


def _team(names: Names, *team: dict[str, object]) -> list[str]:
    shown = as_shown(a_plan(parts={"team": [{"id": f"t{n}", **m} for n, m in enumerate(team)]}), names, {}).team
    return [member.name or member.role or "" for member in shown]


@pytest.mark.parametrize(
    ("aliases", "called"),
    [
        (("Sky", "Sky"), ["Sky (1)", "Sky (2)"]),
        (("Sky", "Sky", "Sky (2)"), ["Sky (1)", "Sky (3)", "Sky (2)"]),
        (("sky", "Sky", "Sky (1)", "Moss"), ["sky (2)", "Sky (3)", "Sky (1)", "Moss"]),
    ],
)
def test_people_who_would_be_called_the_same_are_numbered_until_each_is_like_no_other(aliases, called):
    assert _people(Names.ALIAS, *aliases) == called


ANN = {"name": "Ann", "role": "music leader"}
TOM = {"name": "Tom Baker", "young_leader": True}
KAI = {"name": "Kai", "role": "DJ", "young_leader": True}


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (Names.FULL, ["Ann (1)", "Ann (2)", "Tom Baker", "Kai"]),
        (Names.ALIAS, ["Ann (1)", "Ann (2)", "Young leader", "DJ"]),
        (Names.INITIALS, ["music leader (1)", "music leader (2)", "Young leader", "DJ"]),
        (Names.NONE, ["music leader (1)", "music leader (2)", "Young leader", "DJ"]),
    ],
)
def test_the_team_is_told_apart_and_young_leaders_are_named_in_full_or_not_at_all(names, called):
    assert _team(names, ANN, ANN, TOM, KAI) == called


def test_roles_are_numbered_until_each_is_like_no_other():
    roles = [{"role": role} for role in ("DJ", "DJ", "DJ (2)")]
    assert _team(Names.NONE, *roles) == ["DJ (1)", "DJ (3)", "DJ (2)"]


def test_a_footer_says_whose_names_are_shown_where_whom_to_turn_to_stays():
    assert [names_beside_contact(names) for names in Names] == [
        "Names shown: full",
        "Names shown: alias",
        "Names shown: initials",
        "Young people’s names: code",
        "Young people’s names: none",
    ]


@pytest.mark.parametrize("document", [RUN_SHEET, HELPER_CARDS, REGISTER], ids=lambda document: document.id)
def test_a_paper_without_names_that_says_whom_to_turn_to_says_whose_names_it_leaves_out(document):
    today = {"safeguarding_lead": "Maria Lopez 07700 900123"}
    parts = {"programme": {"uid": "u1", "title": "T", "on_the_day": today}, "team": [{"id": "t1"}]}
    plan = a_plan(parts=parts, activities=[{"id": "a1", "leads": ["t1"]}])
    sheet = document.sheet(plan, (), Names.NONE)
    assert any("Maria Lopez 07700 900123" in text.replace("\N{NO-BREAK SPACE}", " ") for _, text in sheet.texts())
    assert sheet.footer == "Young people’s names: none · private, keep with you"
