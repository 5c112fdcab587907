"""What a question can be held beside: England as it comes, local tables as they are loaded, each once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.returns.kept_apart import after, turned_on

from amie_planner.domain.monitoring import LocalBaseline
from amie_planner.errors import AmieError
from amie_planner.returns import baselines_local
from amie_planner.returns.baselines import bundled
from amie_planner.returns.monitored import chosen
from amie_planner.returns.monitored_baselines import let_go, load, offered
from amie_planner.returns.monitoring import compare
from amie_planner.returns.monitoring_questions import asked, questions

TABLES = Path(__file__).parent / "baselines"
[ETHNIC] = asked(("ethnic-group",))
[EAL] = asked(("eal",))


def table(name: str = "ons-ts021-ltla-long.csv") -> baselines_local.LocalTable:
    return baselines_local.read((TABLES / name).read_bytes())


def area(of: baselines_local.LocalTable, name: str) -> str:
    return next(a.code for a in of.areas if a.name == name)


def test_england_is_offered_for_every_question_whose_national_figures_come_with_the_program():
    national = {each.id for question in questions() for each in offered(question, ())}
    left_out = {b.question for b in bundled()} - {p for q in questions() for p in q.compared_with}
    assert left_out == {"ethnic-group-schools", "sex"}
    assert len(national) == sum(b.question not in left_out for b in bundled())
    assert not any(each.is_local for question in questions() for each in offered(question, ()))


def test_what_is_offered_says_whom_where_when_and_from_whom():
    [eal] = offered(EAL, ())
    assert eal.short == "England, pupils, January 2024"
    assert eal.about == (
        "pupils in state-funded schools in England "
        "(Department for Education, Schools, pupils and their characteristics, 2023/24, January 2024)"
    )
    assert [each.short.rpartition(" (")[2] for each in offered(ETHNIC, ())] == ["5 groups)", "5 groups)", "19 groups)"]


def test_a_loaded_area_is_offered_with_the_shares_of_its_table():
    held = after((), load(table(), area(table(), "York"), ()))
    local = [each for each in offered(ETHNIC, held) if each.is_local]
    assert [each.baseline.question for each in local] == ["ethnic-group", "ethnic-group-census"]
    wanted = table().baseline(area(table(), "York"), "ethnic-group")
    assert local[0].baseline.shares == pytest.approx(wanted.shares)
    assert (local[0].baseline.area, local[0].baseline.source) == ("York", wanted.source)


def test_the_same_table_again_is_renewed_and_another_area_stands_beside_it():
    held = after((), load(table(), area(table(), "York"), ()))
    assert all(change.before == change.after for change in load(table(), area(table(), "York"), held))
    both = after(held, load(table(), area(table(), "Cardiff"), held))
    assert [(b.position, b.area) for b in both] == [(0, "York"), (1, "York"), (2, "Cardiff"), (3, "Cardiff")]
    assert len({b.id for b in both}) == 4


def test_a_table_of_schools_is_joined_into_the_five_groups_that_both_lists_have():
    schools = table("dfe-schpupnum-natcharacteristics-2016-17.csv")
    held = after((), load(schools, schools.areas[0].code, ()))
    local = [each.baseline.question for each in offered(ETHNIC, held) if each.is_local]
    assert local == ["ethnic-group"]


def test_a_table_that_fits_no_question_is_refused():
    loaded = baselines_local.LocalTable(table().areas, ("sex",), "pupils", "2025", "", table().counts)
    with pytest.raises(AmieError, match="fits none of the questions"):
        load(loaded, area(table(), "York"), ())


def test_an_area_whose_counts_are_withheld_is_refused_with_the_reason():
    rows = (TABLES / "ons-ts021-ltla-long.csv").read_text(encoding="utf-8").splitlines()
    withheld = [",".join([*row.split(",")[:-1], "c"]) if "York" in row else row for row in rows]
    spoilt = baselines_local.read("\n".join(withheld).encode())
    with pytest.raises(AmieError, match="withheld for York"):
        load(spoilt, area(spoilt, "York"), ())


def test_a_table_that_was_let_go_of_is_offered_no_more():
    held = after((), load(table(), area(table(), "York"), ()))
    first, second = (each.id for each in offered(ETHNIC, held) if each.is_local)
    left = after(held, let_go(held, first))
    assert [each.id for each in offered(ETHNIC, left) if each.is_local] == [second]
    assert let_go(held, "local9") == ()


def test_whoever_chose_a_table_that_was_let_go_of_is_never_held_beside_another_area():
    york = after((), load(table(), area(table(), "York"), ()))
    kept = turned_on("ethnic-group")
    kept = after(kept, compare(kept, "ethnic-group", next(b.id for b in york)))
    assert "York" in chosen(kept, ETHNIC, york).short
    none = tuple(record for b in york for record in after((b,), let_go((b,), b.id)))
    cardiff = after(none, load(table(), area(table(), "Cardiff"), none))
    assert "England" in chosen(kept, ETHNIC, cardiff).short
    again = after(cardiff, load(table(), area(table(), "York"), cardiff))
    assert "York" in chosen(kept, ETHNIC, again).short


@pytest.mark.parametrize("amounts", [{"yes": 1.0}, {"yes": 0.0, "no": 0.0}])
def test_a_table_without_all_its_groups_or_anybody_is_not_offered(amounts: dict[str, float]):
    held = LocalBaseline.made(id="local1", question="eal", area="York", people="pupils", amounts=amounts)
    gone = LocalBaseline.made(id="local2", question="asked no more", area="York", people="pupils", amounts=amounts)
    assert len(offered(EAL, (held, gone))) == 1
