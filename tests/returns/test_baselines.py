"""The national figures that come with the program: whole, sourced, dated, and right where they can be checked."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from amie_planner.places import resource
from amie_planner.returns.baselines import Baseline, bundled, gathered, questions, shares, words

FILES = Path(__file__).parent / "baselines"


def entries() -> list[dict[str, Any]]:
    return list(json.loads(resource("baselines", "england.json").read_text(encoding="utf-8"))["baselines"])


def the(question: str, people: str) -> Baseline:
    return next(b for b in bundled() if b.question == question and people in b.people)


@pytest.mark.parametrize("baseline", bundled(), ids=lambda b: f"{b.question}-{b.date}")
def test_every_baseline_is_whole_sourced_licensed_and_dated(baseline: Baseline) -> None:
    assert tuple(baseline.shares) == questions()[baseline.question].codes
    assert sum(baseline.shares.values()) == pytest.approx(1)
    assert all(0 < share < 1 for share in baseline.shares.values())
    assert baseline.source.startswith(("Department for Education, ", "Office for National Statistics, "))
    assert baseline.licence == "Open Government Licence v3.0"
    assert baseline.area == "England"
    assert baseline.people
    assert baseline.date[-4:].isdigit()


@pytest.mark.parametrize("entry", entries(), ids=lambda e: e["question"])
def test_every_figure_says_where_it_was_read_and_where_to_check_it(entry: dict[str, Any]) -> None:
    assert entry["read"]
    assert entry["url"].startswith("https://")
    assert ("counts" in entry) != ("percent" in entry)


@pytest.mark.parametrize(
    ("question", "people", "group", "share"),
    [
        ("ethnic-group-schools", "pupils", "white-british", 5379748 / 8281642),
        ("ethnic-group", "pupils", "asian", (151613 + 48396 + 289179 + 380781 + 170572) / 8281642),
        ("ethnic-group", "residents", "white", 45783379 / 56490065),
        ("free-meals", "pupils", "yes", 0.257),
        ("free-meals", "pupils", "no", 0.743),
        ("send-status", "pupils", "none", 0.792),
        ("eal", "pupils", "yes", 0.208),
        ("in-care", "children", "yes", 0.0067),
    ],
)
def test_a_share_is_what_its_source_says(question: str, people: str, group: str, share: float) -> None:
    assert the(question, people).shares[group] == pytest.approx(share)


def test_sex_is_as_the_departments_own_table_has_it() -> None:
    with (FILES / "dfe-ees-layout-2016-17.csv").open(encoding="utf-8-sig", newline="") as file:
        counted = {
            row["characteristic"]: int(row["headcount"])
            for row in csv.DictReader(file)
            if row["school_type"] == "Total"
        }
    assert the("sex", "pupils").shares["female"] == pytest.approx(counted["Gender_female"] / counted["Total"])


def test_there_is_no_baseline_that_nobody_could_source() -> None:
    assert {b.question for b in bundled()}.isdisjoint({"disabled", "disabled-census"})


def test_the_groups_of_a_detailed_question_are_joined_by_how_their_codes_begin() -> None:
    for question in questions().values():
        for detailed in (questions()[id] for id in question.gathers):
            joined = gathered(question, dict.fromkeys(detailed.codes, 1.0))
            assert sum(joined.values()) == len(detailed.codes)
            assert all(joined.values())


def test_shares_keep_the_order_of_the_question_whatever_order_the_amounts_have() -> None:
    found = shares(questions()["sex"], {"male": 1, "female": 3})
    assert [(share.code, share.share) for share in found] == [("female", 0.75), ("male", 0.25)]


def test_every_label_of_a_published_table_names_a_group_that_there_is() -> None:
    for family in words()["families"].values():
        for question, groups in family["labels"].items():
            assert list(groups) == list(questions()[question].codes)


def test_what_is_left_over_is_a_group_of_its_question() -> None:
    rests = {question.id: question.rest for question in questions().values() if question.rest}
    assert set(rests) == {"free-meals", "send-status", "eal", "disabled", "in-care"}
    assert all(rest in questions()[id].codes for id, rest in rests.items())
