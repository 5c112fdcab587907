"""The ledger of returns, and the warnings before one is subtracted from another: every planted case is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.returns.planners import a_session, a_source, came

from amie_planner.domain.days import near
from amie_planner.domain.records import ReturnRelease
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.facts import Source, gather
from amie_planner.returns.making import MadeReturn, made
from amie_planner.returns.releases import (
    Differs,
    LedgerWarning,
    held_already,
    noted_already,
    released,
    warned_words,
    warnings,
    what_helps,
)
from amie_planner.returns.template_file import bundled
from amie_planner.returns.templates import ReturnTemplate

GENERAL, LESSONS, SMALL, YOUTH = bundled()
AUTUMN, SPRING, YEAR = (
    (date(2026, 9, 1), date(2026, 12, 31)),
    (date(2027, 1, 1), date(2027, 3, 31)),
    (date(2026, 9, 1), date(2027, 8, 31)),
)
DAYS = ("2026-10-06", "2027-02-02", "2027-06-01")
"""One session each in autumn, spring and summer."""
NOW = datetime(2027, 9, 6, 14, 30)
FEW = st.integers(1, 4)
MANY = st.integers(12, 40)


def people(prefix: str, many: int) -> list[str]:
    return [f"{prefix}{n}" for n in range(many)]


def a_programme(*came_in: Iterable[str], uid: str = "u1", **school: str) -> Source:
    """A programme with a session for each list of who came, in autumn, spring and summer."""
    lists = [list(ids) for ids in came_in]
    everybody = dict.fromkeys(id for ids in lists for id in ids)
    sessions = [
        a_session(f"s{n}", day, register=came(**dict.fromkeys(ids, "present")))
        for n, (day, ids) in enumerate(zip(DAYS, lists, strict=False))
    ]
    return a_source(uid, people=[{"id": id} | school for id in everybody], sessions=sessions)


def met(ids: Iterable[str]) -> dict[str, Any]:
    """A session in autumn to which these came."""
    return a_session("s0", DAYS[0], register=came(**dict.fromkeys(ids, "present")))


def a_return(
    *sources: Source,
    period: tuple[date, date] = YEAR,
    profile: Profile = Profile.SHAREABLE,
    recipient: str = "The hub",
    template: ReturnTemplate = GENERAL,
) -> tuple[MadeReturn, tuple[str, ...]]:
    facts = gather(sources, None, *period)
    whole = made(facts, template, profile, recipient, "They asked")
    return whole, tuple(source.series.programme.id for source in sources)


def noted(*returns: tuple[MadeReturn, tuple[str, ...]]) -> tuple[ReturnRelease, ...]:
    """The ledger after each of these left."""
    ledger: tuple[ReturnRelease, ...] = ()
    for whole, programmes in returns:
        ledger = (*ledger, released(whole, programmes, NOW, ledger))
    return ledger


def warned(*returns: tuple[MadeReturn, tuple[str, ...]]) -> tuple[LedgerWarning, ...]:
    """What is warned of the last, after all before it."""
    *earlier, last = noted(*returns)
    return warnings(last, earlier)


def cells(found: Sequence[LedgerWarning]) -> list[tuple[str, str, str]]:
    return [(count.table or "", count.row or "", count.column or "") for each in found for count in each.counts]


def test_a_release_holds_what_left_for_whom_and_when() -> None:
    [release] = noted(a_return(a_programme(people("p", 20)), profile=Profile.EXACT))
    assert (release.template, release.profile, release.recipient) == ("general", Profile.EXACT, "The hub")
    assert (release.made_on, release.made_at) == (date(2027, 9, 6), NOW.time())
    assert (release.first, release.last, release.programmes, release.reason) == (*YEAR, ("u1",), "They asked")
    assert any(figure.about == "all" and figure.people == 20 for figure in release.figures)


def test_versions_count_returns_of_one_template_period_and_recipient() -> None:
    same = a_return(a_programme(people("p", 20)))
    others = (
        a_return(a_programme(people("p", 20)), period=AUTUMN),
        a_return(a_programme(people("p", 20)), template=SMALL),
        a_return(a_programme(people("p", 20)), recipient="A trust"),
    )
    assert [each.version for each in noted(same, *others, same)] == [1, 1, 1, 1, 2]
    assert [each.id for each in noted(same, same)] == ["release1", "release2"]
    assert [each.position for each in noted(same, same)] == [0, 1]


@settings(deadline=None, max_examples=10)
@given(many=MANY, few=FEW, profile=st.sampled_from(Profile))
def test_few_who_came_only_after_the_term_are_warned_of_in_the_year(many: int, few: int, profile: Profile) -> None:
    source = a_programme(people("p", many), people("q", few))
    found = warned(a_return(source, period=AUTUMN), a_return(source, profile=profile))
    assert ("totals", "Unique people", "Figure") in cells(found)


@settings(deadline=None, max_examples=10)
@given(many=MANY, few=FEW)
def test_the_term_after_the_year_is_warned_of_as_well(many: int, few: int) -> None:
    source = a_programme(people("p", many), people("q", few))
    assert warned(a_return(source), a_return(source, period=AUTUMN))


@settings(deadline=None, max_examples=10)
@given(first=MANY, second=MANY, few=FEW)
def test_few_who_came_in_neither_of_two_terms_are_warned_of_in_the_year(first: int, second: int, few: int) -> None:
    source = a_programme(people("p", first), people("q", second), people("r", few))
    terms = [a_return(source, period=period) for period in (AUTUMN, SPRING)]
    found = warned(*terms, a_return(source))
    beside = {each.release.first for each in found if ("totals", "Unique people", "Figure") in cells([each])}
    assert beside == {AUTUMN[0], SPRING[0]}


@settings(deadline=None, max_examples=10)
@given(first=MANY, second=MANY, few=FEW)
def test_few_who_came_in_both_of_two_terms_are_warned_of_in_the_year(first: int, second: int, few: int) -> None:
    both = people("b", few)
    source = a_programme((*people("p", first), *both), (*people("q", second), *both))
    terms = [a_return(source, period=period) for period in (AUTUMN, SPRING)]
    assert ("totals", "Unique people", "Figure") in cells(warned(*terms, a_return(source)))


@settings(deadline=None, max_examples=10)
@given(many=MANY, few=FEW)
def test_a_small_programme_that_is_added_or_left_out_is_warned_of(many: int, few: int) -> None:
    large, small = a_programme(people("p", many)), a_programme(people("q", few), uid="u2")
    both = a_return(large, small, profile=Profile.EXACT)
    turned = a_return(small, large, profile=Profile.EXACT)
    assert warned(a_return(large), both)
    assert warned(both, a_return(large))
    assert warned(both, turned, a_return(large))


@settings(deadline=None, max_examples=10)
@given(first=MANY, second=MANY, few=FEW)
def test_all_but_one_small_programme_one_by_one_is_warned_of(first: int, second: int, few: int) -> None:
    one, two = a_programme(people("p", first)), a_programme(people("q", second), uid="u2")
    small = a_programme(people("r", few), uid="u3")
    every = a_return(small, two, one, profile=Profile.EXACT)
    assert warned(a_return(one), a_return(two), every)
    assert warned(every, a_return(one), a_return(two))


@settings(deadline=None, max_examples=10)
@given(many=MANY, few=FEW)
def test_a_corrected_return_without_few_people_is_warned_of(many: int, few: int) -> None:
    before, after = a_programme(people("p", many + few)), a_programme(people("p", many))
    for one, other in ((before, after), (after, before)):
        assert ("totals", "Unique people", "Figure") in cells(warned(a_return(one), a_return(other)))


@settings(deadline=None, max_examples=10)
@given(counts=st.lists(st.integers(0, 30), min_size=1, max_size=4), profile=st.sampled_from(Profile))
def test_where_nothing_changed_nothing_is_warned_of(counts: list[int], profile: Profile) -> None:
    sources = [a_programme(people("p", many), people("q", 3), uid=f"u{n}") for n, many in enumerate(counts)]
    before, now = (a_return(*sources, profile=profile, recipient=whom) for whom in ("The hub", "A trust"))
    assert not warned(before, now)


def test_who_has_the_exact_counts_learns_nothing_new_from_others() -> None:
    before, after = a_programme(people("p", 22)), a_programme(people("p", 20))
    of_both = [a_return(each, profile=Profile.EXACT) for each in (before, after)]
    assert not warned(*of_both)
    [one, two] = noted(*of_both)
    assert held_already(two, [one]) == (one,)
    assert warned(of_both[0], a_return(after, profile=Profile.EXACT, recipient="A trust"))
    assert warned(of_both[0], a_return(after))
    assert not held_already(two.revised(profile="shareable"), [one])


SUMMER_TOO = (YEAR[0], date(2027, 12, 31))
"""Days beyond the year in which nobody meets."""


@settings(deadline=None, max_examples=15)
@given(
    counts=st.lists(st.integers(0, 30), min_size=1, max_size=4),
    profiles=st.tuples(st.sampled_from(Profile), st.sampled_from(Profile)),
    template=st.sampled_from(bundled()),
    begins=st.sampled_from([YEAR[0], date(2026, 9, 4)]),
)
def test_where_only_days_differ_on_which_nobody_met_nothing_is_warned_of(
    counts: list[int], profiles: tuple[Profile, Profile], template: ReturnTemplate, begins: date
) -> None:
    sources = [
        a_programme(people("p", many), people("q", 3), uid=f"u{n}", school_year="5") for n, many in enumerate(counts)
    ]
    short, long = (
        a_return(*sources, period=period, profile=profile, recipient=whom, template=template)
        for period, profile, whom in zip((YEAR, (begins, SUMMER_TOO[1])), profiles, ("The hub", "A trust"), strict=True)
    )
    assert not warned(short, long)
    assert not warned(long, short)


@settings(deadline=None, max_examples=10)
@given(many=MANY, few=FEW)
def test_few_who_are_gone_from_the_records_are_warned_of_though_days_differ_too(many: int, few: int) -> None:
    before, after = a_programme(people("p", many + few)), a_programme(people("p", many))
    for one, other in ((before, after), (after, before)):
        for first, last in ((YEAR, SUMMER_TOO), (SUMMER_TOO, YEAR)):
            found = warned(a_return(one, period=first), a_return(other, period=last))
            assert ("totals", "Unique people", "Figure") in cells(found)


@settings(deadline=None, max_examples=10)
@given(many=MANY, few=FEW)
def test_few_whose_answer_was_changed_are_warned_of_though_days_differ_too(many: int, few: int) -> None:
    before = a_programme(people("p", many + 10), school_year="5")
    after = a_programme(people("p", many + 10), school_year="5")
    series = after.series
    changed = tuple(p.revised(school_year="8") if n < few else p for n, p in enumerate(series.people))
    after = replace(after, series=replace(series, people=changed))
    found = warned(
        a_return(before, period=YEAR, profile=Profile.EXACT),
        a_return(after, period=SUMMER_TOO, profile=Profile.EXACT, recipient="A trust"),
    )
    assert any("Key Stage 2" in row for _, row, _ in cells(found))


@settings(deadline=None, max_examples=10)
@given(many=MANY, few=FEW, profile=st.sampled_from(Profile))
def test_few_of_a_new_ensemble_are_warned_of_in_the_grid_of_lessons(many: int, few: int, profile: Profile) -> None:
    ensemble = {"delivery": "ensemble"}
    others = a_programme(people("p", 20))
    one = a_source(
        "u2", people=[{"id": id} for id in people("p", many)], sessions=[met(people("p", many))], provision=ensemble
    )
    another = a_source(
        "u3", people=[{"id": id} for id in people("p", few)], sessions=[met(people("p", few))], provision=ensemble
    )
    before, now = (
        a_return(*sources, profile=profile, recipient=whom, template=LESSONS)
        for sources, whom in (((others, one), "The hub"), ((others, one, another), "A trust"))
    )
    row = "Ensemble, band or choir, All Key Stages"
    assert ("lessons", row, "Total") in cells(warned(before, now))
    assert ("lessons", row, "Total") in cells(warned(now, before))


@pytest.mark.parametrize("profile", Profile)
def test_who_ticked_a_box_alone_is_held_beside_all_who_ticked_it(profile: Profile) -> None:
    ticked = {f"p{n}": ["girl"] if n < 13 else ["boy"] if n < 25 else ["girl", "non-binary"] for n in range(27)}
    source = a_source(
        people=[{"id": id} for id in ticked],
        sessions=[met(ticked)],
        asked=["gender"],
        answers={id: {"gender": {"codes": codes}} for id, codes in ticked.items()},
    )
    grid, boxes = (
        a_return(source, profile=profile, recipient=whom, template=template)
        for template, whom in ((LESSONS, "The hub"), (YOUTH, "A trust"))
    )
    assert warned(grid, boxes)
    assert warned(boxes, grid)


def test_what_is_warned_of_beside_one_release_is_one_warning_with_all_its_counts() -> None:
    before, after = (a_programme(people("p", many), school_year="5") for many in (24, 23))
    [found] = warned(a_return(before), a_return(after))
    assert found.differs is Differs.RECORDS
    assert len(found.counts) > 5
    assert len(found.counts) == len(set(found.counts))


def test_how_much_is_warned_of_counts_each_figure_once_and_says_beside_how_many_returns() -> None:
    before, after = (a_programme(people("p", many), school_year="5") for many in (24, 23))
    [found] = warned(a_return(before), a_return(after))
    many = len(found.counts)
    tell = "of this one could tell of fewer than 5 people."
    assert warned_words([found]) == f"Held beside 1 earlier return, {many} figures {tell}"
    assert warned_words([found, found]) == (
        f"Held beside 2 earlier returns, {many} figures {tell} "
        "Each is counted once here, also where it stands below several of them."
    )


@pytest.mark.parametrize(
    ("differs", "helps", "does_not_help"),
    [
        (Differs.RECORDS, "delete the earlier one", "choose the days"),
        (Differs.ANOTHER, "make that return again too", "choose the days"),
        (Differs.GROUPS, "choose a return without these tables", "hand in"),
        (Differs.DAYS, "choose the days and programmes", "delete"),
    ],
)
def test_what_helps_is_said_by_what_differs_and_each_way_once(differs: Differs, helps: str, does_not_help: str) -> None:
    [release] = noted(a_return(a_programme(people("p", 20))))
    found = LedgerWarning(release, release.figures[:1], differs)
    assert helps in found.words({})
    assert does_not_help not in found.words({})
    assert what_helps([found, found]).count(helps) == 1
    other = Differs.DAYS if differs is Differs.RECORDS else Differs.RECORDS
    assert "of each earlier return" in what_helps([found, replace(found, differs=other)])


@pytest.mark.parametrize(("profile", "differs"), [("shareable", Differs.RECORDS), ("exact", Differs.ANOTHER)])
def test_an_exact_return_is_never_to_be_handed_in_again_as_it_stands(profile: str, differs: Differs) -> None:
    before = a_return(a_programme(people("p", 24)), profile=Profile(profile))
    [found] = warned(before, a_return(a_programme(people("p", 23))))
    assert found.differs is differs
    assert ("hand in the earlier file" in found.words({})) is (profile == "shareable")


@pytest.mark.parametrize(("template", "differs"), [(GENERAL, Differs.RECORDS), (SMALL, Differs.ANOTHER)])
def test_where_others_came_on_the_same_days_the_records_changed_whichever_return_it_is(
    template: ReturnTemplate, differs: Differs
) -> None:
    before, now = (a_programme(people("p", many)) for many in (24, 23))
    [found] = warned(a_return(before), a_return(now, template=template))
    assert found.differs is differs


def aged(*born: tuple[str, int]) -> Source:
    """A programme to which all of the group came, so many of them born in each of these months."""
    months = [month for month, many in born for _ in range(many)]
    group = [{"id": f"p{n}", "born": month} for n, month in enumerate(months)]
    return a_source(people=group, sessions=[met(person["id"] for person in group)])


@pytest.mark.parametrize("ids", [("one", "another"), ("one", "one")], ids=["two returns", "two versions of one"])
def test_two_returns_that_count_other_bands_of_age_are_close_and_no_record_changed(ids: tuple[str, str]) -> None:
    source = aged(("2015-06", 2), ("2013-06", 22))
    bands = [
        SMALL.revised(id=id, version=f"v{youngest}", bands=((youngest, 15),))
        for id, youngest in zip(ids, (11, 12), strict=True)
    ]
    [found] = warned(
        *(
            a_return(source, template=template, profile=Profile.EXACT, recipient=f"Trust {template.version}")
            for template in bands
        )
    )
    assert found.differs is Differs.GROUPS


@pytest.mark.parametrize("youngest", [(12, 13), (14, 12)])
def test_of_two_versions_of_a_hubs_return_nobody_is_told_that_records_changed(youngest: tuple[int, int]) -> None:
    source = aged(("2015-06", 12), ("2014-06", 2), ("2012-06", 26))
    [found] = warned(*(a_return(source, template=SMALL.revised(bands=((age, 25),))) for age in youngest))
    assert found.differs is Differs.GROUPS
    assert "records changed" not in found.words({}) and "hand in the earlier" not in found.words({})


def came_often(*times: tuple[str, str, int, int]) -> Source:
    """A programme of which so many of each prefix and school year came to so many of the first of three sessions."""
    everybody = [(f"{prefix}{n}", year, often) for prefix, year, many, often in times for n in range(many)]
    sessions = [
        a_session(f"s{n}", day, register=came(**{id: "present" for id, _, often in everybody if often > n}))
        for n, day in enumerate(DAYS)
    ]
    return a_source(people=[{"id": id, "school_year": year} for id, year, _ in everybody], sessions=sessions)


def test_two_versions_that_call_another_number_of_sessions_often_count_other_groups() -> None:
    source = came_often(("a", "5", 20, 3), ("b", "5", 8, 2), ("c", "8", 20, 3), ("d", "8", 2, 2))
    two, three = (a_return(source, template=GENERAL.revised(core_sessions=many)) for many in (2, 3))
    [found] = warned(two, three)
    assert found.differs is Differs.GROUPS


def test_where_one_came_once_more_and_another_once_less_the_records_changed() -> None:
    before, after = (
        a_return(came_often(("a", "5", 20, 3), ("b", "5", 1, one), ("c", "5", 10, 1), ("d", "5", 1, other)))
        for one, other in ((3, 1), (2, 2))
    )
    [found] = warned(before, after)
    assert found.differs is Differs.RECORDS


@pytest.mark.parametrize("gone", [1, 3])
def test_where_a_key_stage_was_corrected_the_records_changed_though_more_is_withheld_now(gone: int) -> None:
    before, after = (
        a_return(came_often(("a", "3", 14, 1), ("b", "8", 10 - moved, 1), ("c", "10", 13 + moved, 1)))
        for moved in (0, gone)
    )
    [found] = warned(before, after)
    assert found.differs is Differs.RECORDS
    asked = [{(each.table, each.column, each.about) for each in whole.figures} for whole, _ in (before, after)]
    assert asked[0] != asked[1]


@pytest.mark.parametrize("period", [AUTUMN, YEAR])
def test_a_warning_says_beside_what_and_whether_records_changed_but_no_true_count(period: tuple[date, date]) -> None:
    source = a_programme(people("p", 37), people("q", 2))
    fewer = a_programme(people("p", 37), people("q", 1))
    [found] = warned(a_return(source if period is AUTUMN else fewer, period=period), a_return(source))
    said = found.words({"general": "General hub return"})
    beside = (
        f"“General hub return” of 1 September 2026 to {near(period[1], None)}, made on 6 September 2027 for The hub"
    )
    why = (
        "This return has other days or programmes than"
        if period is AUTUMN
        else "The records changed by a few people since"
    )
    many = len(found.counts)
    assert said.startswith(
        f"{why} {beside}. Held beside it, alone or with others that left, {many} figures of this one could tell of "
        "fewer than 5 people. To be safe, "
    )
    assert not any(count in said for count in ("37", "38", "39"))


def test_the_same_return_on_the_same_day_is_one_release() -> None:
    source = a_programme(people("p", 20))
    [first, again] = noted(a_return(source), a_return(source))
    assert noted_already(again, [first])
    assert not noted_already(again.revised(made_on=date(2027, 9, 7)), [first])
    assert not noted_already(again.revised(recipient="A trust"), [first])
    [*_, corrected] = noted(a_return(a_programme(people("p", 30))))
    assert not noted_already(corrected, [first])
