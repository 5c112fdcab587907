"""The rows of the register say in words how everybody is marked, and fold away who is not expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from amie_planner.domain.register import Entry
from amie_planner.domain.vocabulary import Mark
from amie_planner.ui.models.register import OTHERS, mark_said, rows

DAY = date(2026, 9, 8)
SKY = Entry("p1", "Sky", Mark.NOT_TAKEN, None, "", None, "", "", "")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (SKY, "Not taken"),
        (replace(SKY, mark=Mark.PRESENT, minutes=3, reason="x"), "Present"),
        (replace(SKY, mark=Mark.LATE), "Late"),
        (replace(SKY, mark=Mark.LATE, minutes=0), "Late, 0 minutes"),
        (replace(SKY, mark=Mark.LATE, minutes=1, reason="x"), "Late, 1 minute"),
        (replace(SKY, mark=Mark.ABSENT, minutes=3), "Absent"),
        (replace(SKY, mark=Mark.ABSENT, reason="At\nhome"), "Absent: At home"),
        (replace(SKY, mark=Mark.ABSENT, away_until=date(2026, 10, 4)), "Absent, away until 4 October"),
        (
            replace(SKY, mark=Mark.ABSENT, reason="Ill", away_until=date(2027, 1, 5)),
            "Absent: Ill, away until 5 January 2027",
        ),
    ],
)
def test_a_mark_is_said_with_what_is_known_of_it(entry: Entry, said: str):
    assert mark_said(entry, DAY) == said


@pytest.mark.parametrize(
    ("entry", "flags", "about"),
    [
        (SKY, (), ""),
        (replace(SKY, emergency="Call Sam"), ("emergency note",), ""),
        (replace(SKY, recording="not to be recorded"), ("not to be recorded",), ""),
        (replace(SKY, recording="not asked about recording"), (), "not asked about recording"),
        (
            replace(SKY, emergency="Call Sam", recording="not to be recorded", unexpected="joins later"),
            ("emergency note", "not to be recorded"),
            "joins later",
        ),
    ],
)
def test_what_has_to_be_known_stands_out_and_the_note_itself_is_not_shown(
    entry: Entry, flags: tuple[str, ...], about: str
):
    [row] = [row for row in rows([entry], DAY, unfolded=True) if row.id != OTHERS]
    assert (row.flags, row.about) == (flags, about)
    assert row.spoken == "Sky: " + ", ".join(["Not taken", *flags, *([about] if about else [])])


OTHER = replace(SKY, person="p2", name="Moss", unexpected="not expected today")


def test_the_others_of_the_group_are_folded_away():
    folded = rows([SKY, OTHER], DAY, unfolded=False)
    assert [row.spoken for row in folded] == ["Sky: Not taken", "1 other of the group: Enter shows them"]
    opened = rows([SKY, OTHER], DAY, unfolded=True)
    assert [row.spoken for row in opened[1:]] == [
        "1 other of the group: Enter folds them away",
        "Moss: Not taken, not expected today",
    ]


def test_whoever_of_the_others_has_a_mark_is_never_folded_away():
    others = [OTHER, replace(OTHER, person="p3", mark=Mark.PRESENT)]
    assert [row.id for row in rows(others, DAY, unfolded=False)] == [OTHERS, "p3"]
    assert rows(others, DAY, unfolded=False)[0].text == "2 others of the group"


def test_where_everybody_is_expected_nothing_is_folded():
    assert [row.id for row in rows([SKY], DAY, unfolded=False)] == ["p1"]
