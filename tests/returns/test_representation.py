"""Who may be missing: intervals, refusals, and figures that never say too many, nor anything of a small team."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.checks.figures import Figures, Group
from amie_planner.returns.baselines import Baseline, Share, bundled, questions
from amie_planner.returns.representation import (
    Beside,
    GroupFigures,
    NonAnswers,
    Refusal,
    Representation,
    figures,
    representation,
    wilson,
)

NONE = NonAnswers()


def a_baseline(question: str = "free-meals", **given: float) -> Baseline:
    named = dict(questions()[question].groups)
    groups = tuple(Share(code, named[code], share) for code, share in given.items())
    return Baseline(question, "York", "pupils", "January 2025", "DfE", "OGL", groups)


FREE_MEALS = a_baseline(yes=0.25, no=0.75)
FIVE = a_baseline("ethnic-group", asian=0.12, black=0.06, mixed=0.07, white=0.73, other=0.02)


def group(found: Representation, code: str) -> GroupFigures:
    return next(g for g in found.groups if g.code == code)


@pytest.mark.parametrize(
    ("counted", "answered", "low", "high"),
    [
        (4, 12, 0.138, 0.609),
        (8, 12, 0.391, 0.862),
        (0, 12, 0.0, 0.242),
        (12, 12, 0.758, 1.0),
        (12, 30, 0.246, 0.577),
        (1, 10, 0.018, 0.404),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_the_interval_is_wilsons(counted: int, answered: int, low: float, high: float) -> None:
    assert wilson(counted, answered) == (pytest.approx(low, abs=0.0006), pytest.approx(high, abs=0.0006))


def test_none_and_all_are_exact_ends_whatever_the_number() -> None:
    assert {wilson(0, n)[0] for n in range(1, 2000)} == {0.0}
    assert {wilson(n, n)[1] for n in range(1, 2000)} == {1.0}


def test_nobody_who_answered_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_who_may_be_missing_is_named_with_how_many_would_be_expected() -> None:
    found = representation({"yes": 1, "no": 39}, NONE, FREE_MEALS)
    (missing,) = found.may_be_missing
    assert (missing.name, missing.counted, missing.expected) == ("Eligible for free school meals", 1, 10.0)
    assert missing.high < 0.25


def test_what_chance_allows_is_not_called_missing() -> None:
    found = representation({"yes": 4, "no": 8}, NONE, a_baseline(yes=0.208, no=0.792))
    assert found.may_be_missing == ()
    assert group(found, "yes").beside is Beside.COULD_BE_CHANCE


def test_reaching_more_than_the_baseline_is_reaching_and_its_other_side_is_not_missing() -> None:
    found = representation({"yes": 30, "no": 10}, NONE, FREE_MEALS)
    assert group(found, "yes").beside is Beside.REACHED
    assert group(found, "no").high < 0.75
    assert group(found, "no").beside is None
    assert found.may_be_missing == ()


def test_no_word_says_too_many() -> None:
    said = " ".join((*Beside, *Refusal))
    assert not any(word in said for word in ("too many", "over", "excess", "score", "fail", "pass"))


def test_non_answers_stay_apart_and_only_answers_are_the_base() -> None:
    held = NonAnswers(prefer_not_to_say=2, not_known=1, not_asked=3, not_applicable=50)
    found = representation({"yes": 5, "no": 19}, held, FREE_MEALS)
    assert (found.answered, found.asked, found.non_answers) == (24, 27, held)
    assert found.non_response == 6 / 30
    assert group(found, "yes").share == 5 / 24
    assert found.refusals == ()


@pytest.mark.parametrize(
    ("counts", "held", "refusals"),
    [
        ({"yes": 0, "no": 10}, NONE, ()),
        ({"yes": 0, "no": 9}, NonAnswers(not_applicable=1), (Refusal.FEW_ANSWERS,)),
        ({"yes": 0, "no": 9}, NONE, (Refusal.FEW_PEOPLE, Refusal.FEW_ANSWERS)),
        ({"yes": 0, "no": 70}, NonAnswers(prefer_not_to_say=30), ()),
        ({"yes": 0, "no": 69}, NonAnswers(prefer_not_to_say=31), (Refusal.NON_RESPONSE,)),
        ({"yes": 0, "no": 69}, NonAnswers(not_known=31), (Refusal.NON_RESPONSE,)),
        ({"yes": 0, "no": 69}, NonAnswers(not_asked=31), (Refusal.NON_RESPONSE,)),
        ({"yes": 0, "no": 69}, NonAnswers(not_applicable=31), ()),
        ({"no": 6}, NonAnswers(not_known=6), (Refusal.FEW_ANSWERS, Refusal.NON_RESPONSE)),
        ({}, NONE, (Refusal.FEW_PEOPLE, Refusal.FEW_ANSWERS)),
    ],
)
def test_what_cannot_be_said_says_why(counts: dict[str, int], held: NonAnswers, refusals: tuple[Refusal, ...]) -> None:
    found = representation(counts, held, FREE_MEALS)
    assert found.refusals == refusals
    assert not (refusals and found.may_be_missing)


def test_a_team_of_nine_is_never_broken_down() -> None:
    found = representation({"yes": 1, "no": 4}, NonAnswers(not_known=4), FREE_MEALS)
    assert found.groups == ()
    assert figures(found).groups == ()


def test_a_group_that_the_baseline_lacks_is_counted_and_compared_with_nothing() -> None:
    found = representation(
        {"female": 8, "male": 5, "nb": 2}, NONE, a_baseline("sex", female=0.49, male=0.51), names={"nb": "Non-binary"}
    )
    held = group(found, "nb")
    assert (held.name, held.counted, held.baseline, held.expected, held.beside) == ("Non-binary", 2, None, None, None)
    assert [g.code for g in found.groups] == ["female", "male", "nb"]


def test_groups_that_the_baseline_lacks_stand_last_by_code() -> None:
    described = {f"self-{n}": 1 for n in (3, 1, 7, 5, 2, 6, 4)}
    found = representation({**described, "female": 20}, NONE, a_baseline("sex", female=0.49, male=0.51))
    assert [g.code for g in found.groups] == ["female", "male", *sorted(described)]


def test_a_group_of_the_baseline_that_nobody_is_in_counts_none() -> None:
    found = representation({"white": 60}, NONE, FIVE)
    assert {g.code: g.counted for g in found.groups} == {"asian": 0, "black": 0, "mixed": 0, "white": 60, "other": 0}
    assert [g.code for g in found.may_be_missing] == ["asian", "mixed"]


@pytest.mark.parametrize("held", [NonAnswers(not_asked=-1), NonAnswers(not_applicable=-1)])
def test_a_count_below_nothing_is_ours_to_mend(held: NonAnswers) -> None:
    with pytest.raises(ValueError, match="below 0"):
        representation({"yes": 1}, held, FREE_MEALS)
    with pytest.raises(ValueError, match="below 0"):
        representation({"yes": -1}, NONE, FREE_MEALS)


def test_r11_is_handed_the_groups_that_somebody_would_look_for() -> None:
    found = representation({"yes": 1, "no": 39}, NonAnswers(not_known=10), FREE_MEALS)
    low, high = wilson(1, 40)
    assert figures(found) == Figures(
        (Group("Eligible for free school meals", 1, low, high, 0.25, 10.0),),
        answered=40,
        non_response=0.2,
        compared_with="pupils in York (DfE, January 2025)",
    )


def test_r11_is_told_no_date_where_the_table_has_none() -> None:
    undated = Baseline("sex", "York", "residents", "", "ONS", "OGL", (Share("female", "Female", 1.0),))
    assert figures(representation({"female": 20}, NONE, undated)).compared_with == "residents in York (ONS)"


people = st.integers(0, 400)
answers = st.dictionaries(st.sampled_from([*questions()["ethnic-group"].codes, "self"]), people)
held_back = st.builds(NonAnswers, people, people, people, people)


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_an_interval_contains_its_share_and_stays_between_none_and_all(one: int, more: int) -> None:
    low, high = wilson(one, one + more)
    share = one / (one + more) if one + more else 0
    assert 0 <= low <= share <= high <= 1


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 50))
def test_an_interval_rises_with_every_person_counted(counted: int, others: int, more: int) -> None:
    answered = counted + others + more
    below, above = wilson(counted, answered), wilson(counted + more, answered)
    assert below[0] <= above[0]
    assert below[1] <= above[1]


@given(st.integers(0, 200), st.integers(0, 200), st.floats(0, 0.5), st.floats(0, 0.5))
def test_below_a_baseline_is_below_every_higher_one_and_with_fewer_people(
    counted: int, others: int, share: float, rise: float
) -> None:
    def missing(n: int, rest: int, baseline: float) -> bool:
        found = representation({"yes": n, "no": rest}, NONE, a_baseline(yes=baseline, no=1 - baseline))
        return bool(found.may_be_missing)

    if missing(counted, others, share):
        assert missing(counted, others, share + rise)
        assert missing(0, others + counted, share)


@given(answers, held_back, st.randoms())
def test_the_order_of_groups_makes_no_difference(counts: dict[str, int], held: NonAnswers, dice) -> None:
    shuffled = list(counts.items())
    dice.shuffle(shuffled)
    assert representation(dict(shuffled), held, FIVE) == representation(counts, held, FIVE)


@given(answers, held_back)
def test_sums_hold(counts: dict[str, int], held: NonAnswers) -> None:
    found = representation(counts, held, FIVE)
    unknown = held.prefer_not_to_say + held.not_known + held.not_asked
    assert found.answered == sum(counts.values())
    assert found.non_response * (found.answered + unknown) == pytest.approx(unknown)
    if found.groups:
        assert sum(g.counted for g in found.groups) == found.answered
        assert sum(g.expected or 0 for g in found.groups) == pytest.approx(found.answered)
    if found.groups and found.answered:
        assert sum(g.share for g in found.groups) == pytest.approx(1)


@given(answers, held_back)
def test_whoever_may_be_missing_is_fewer_than_expected(counts: dict[str, int], held: NonAnswers) -> None:
    found = representation(counts, held, FIVE)
    for missing in found.may_be_missing:
        assert missing.expected is not None
        assert missing.counted < missing.expected


@pytest.mark.parametrize("baseline", bundled(), ids=lambda b: f"{b.question}-{b.date}")
def test_a_group_just_like_the_baseline_misses_nobody(baseline: Baseline) -> None:
    counts = {code: round(1000 * share) for code, share in baseline.shares.items()}
    assert representation(counts, NONE, baseline).may_be_missing == ()
