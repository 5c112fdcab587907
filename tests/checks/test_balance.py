"""The balance of a term: the same figures as the series checks have, in words, whatever is not known said with them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.example import a_term
from tests.checks.terms import FIRST, LAST, a_full_term, a_term_document, music
from tests.checks.test_order import shuffled
from tests.plans import in_bytes

from amie_planner import checks
from amie_planner.checks.authentic_series import starting
from amie_planner.checks.balance import Bars, Dots, Tone, balance
from amie_planner.checks.equitable_series import support
from amie_planner.checks.minutes import in_minutes
from amie_planner.checks.period import TOO_EARLY, period
from amie_planner.domain.plan import Series
from amie_planner.exchange.plan_file import read

IDS = ("areas", "genres", "practices", "started", "chosen", "led", "performed", "support", "ideas")
TERM = a_full_term()
TRIO = ({}, {}, {})


def chart(id: str, series: Series = TERM, first: date | None = None, last: date | None = None) -> Any:
    return next(one for one in balance(series, first, last) if one.id == id)


def told(id: str, series: Series = TERM, first: date | None = None, last: date | None = None) -> dict[str, str]:
    bars = chart(id, series, first, last)
    assert isinstance(bars, Bars)
    return {part.name: part.told for part in bars.parts}


def said(check: str, series: Series = TERM) -> str:
    findings = checks.run_series(series, None, None)
    return next(finding.text for finding in findings if finding.check == check)


def week(*activities: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"activities": [{"id": f"a{n}"} | activity for n, activity in enumerate(activities)]} | more


def test_the_charts_come_in_one_order_whatever_there_is() -> None:
    for series in (TERM, a_term()):
        assert tuple(one.id for one in balance(series, None, None)) == IDS
    assert len({one.title for one in balance(TERM, None, None)}) == len(IDS)


@pytest.mark.parametrize(
    ("id", "names"),
    [
        ("areas", ["Musical", "Personal", "Social", "Serving none"]),
        ("genres", ["Hip-hop and rap", "Pop", "Not known"]),
        ("practices", ["Produce or beat-make", "By ear", "Clapping back", "Not known"]),
        ("started", ["Young people", "Together", "Leader", "Partner", "Not said"]),
        ("chosen", ["Young people", "Together", "Leader", "Partner", "Not said"]),
        ("led", ["Young leaders", "class support (1)", "class support (2)", "Jo Bell", "Nobody recorded"]),
        ("performed", ["Pop", "Hip-hop and rap", "Western classical", "Not known"]),
        ("ideas", ["Raised", "Adopted or adapted", "Told what became of it"]),
    ],
)
def test_bars_stand_in_the_order_of_the_vocabulary_or_most_first_and_what_is_not_known_last(
    id: str, names: list[str]
) -> None:
    assert [part.name for part in chart(id).parts] == names


# What each chart says


def test_what_serves_two_areas_counts_in_both_and_what_serves_none_stands_last() -> None:
    assert told("areas") == {
        "Musical": "80 minutes",
        "Personal": "0 minutes",
        "Social": "120 minutes",
        "Serving none": "20 minutes",
    }


def test_where_everything_serves_an_area_none_is_not_there() -> None:
    whole = week({"minutes": 5, "serves": ["i1"]}, intentions=[{"id": "i1", "area": "personal"}])
    assert list(told("areas", a_term(whole))) == ["Musical", "Personal", "Social"]


def test_genres_come_with_the_most_minutes_first_and_the_unknown_last() -> None:
    assert told("genres") == {"Hip-hop and rap": "60 minutes", "Pop": "40 minutes", "Not known": "20 minutes"}
    assert "; for 20 minutes nothing is written down; " in chart("genres").about


def test_practices_are_told_apart_in_the_leaders_own_words_too() -> None:
    assert told("practices") == {
        "Produce or beat-make": "40 minutes",
        "By ear": "20 minutes",
        "Clapping back": "20 minutes",
        "Not known": "40 minutes",
    }


def test_where_all_music_is_known_nothing_is_said_of_the_unknown() -> None:
    known = a_term(week({"minutes": 6, "music": [music("pop", practices=("dj",))]}))
    assert told("genres", known) == {"Pop": "6 minutes"}
    assert (
        chart("genres", known).about == f"Minutes of music; an activity’s are shared equally by its pieces. {TOO_EARLY}"
    )


def test_parts_of_a_minute_are_told_to_the_nearest() -> None:
    three = a_term(week({"minutes": 1, "music": [music("pop", "jazz", "opera")]}))
    assert set(told("genres", three).values()) == {"under a minute"}
    assert {part.amount for part in chart("genres", three).parts} == {Fraction(1, 3)}


def test_who_started_has_a_bar_for_each_answer_and_one_for_none() -> None:
    assert told("started") == {
        "Young people": "40 minutes",
        "Together": "80 minutes",
        "Leader": "0 minutes",
        "Partner": "0 minutes",
        "Not said": "20 minutes",
    }
    assert "; for 20 minutes it is not said; four activities have no length." in chart("started").about


def test_who_chose_counts_pieces() -> None:
    assert told("chosen") == {
        "Young people": "4 pieces",
        "Together": "2 pieces",
        "Leader": "4 pieces",
        "Partner": "4 pieces",
        "Not said": "2 pieces",
    }
    assert chart("chosen").about == "Pieces of music by who chose them; two pieces do not say."
    one = a_term(*TRIO, week({"music": [music(by="leader"), music()]}))
    assert told("chosen", one)["Leader"] == "1 piece"
    assert chart("chosen", one).about.endswith("; one piece does not say.")


def test_young_people_adults_and_both_differ_in_more_than_name() -> None:
    for id in ("started", "chosen"):
        tones = [part.tone for part in chart(id).parts]
        assert tones == [Tone.PLAIN, Tone.SHARED, Tone.ADULTS, Tone.ADULTS, Tone.NOT_KNOWN]
    assert [part.tone for part in chart("led").parts] == [Tone.PLAIN, *[Tone.ADULTS] * 3, Tone.NOT_KNOWN]


def test_who_led_names_adults_in_the_order_of_ids_and_young_leaders_as_one() -> None:
    assert told("led") == {
        "Young leaders": "80 minutes",
        "class support (1)": "40 minutes",
        "class support (2)": "40 minutes",
        "Jo Bell": "80 minutes",
        "Nobody recorded": "20 minutes",
    }
    assert "; for 20 minutes nobody is recorded; " in chart("led").about


def test_a_young_person_who_leads_without_being_on_the_team_counts_as_a_young_leader() -> None:
    alone = a_term(week({"minutes": 7, "young_lead": True}))
    assert told("led", alone) == {"Young leaders": "7 minutes"}


def test_an_adult_who_leads_what_has_no_length_is_listed_with_no_minutes() -> None:
    shown = a_term(week({"leads": ["t1"]}), team=[{"id": "t1", "role": "guest"}])
    assert told("led", shown) == {"Young leaders": "0 minutes", "guest": "0 minutes"}


def test_what_gets_performed_has_each_kind_of_music_of_the_term() -> None:
    assert told("performed") == {
        "Pop": "performed twice",
        "Hip-hop and rap": "not performed",
        "Western classical": "not performed",
        "Not known": "performed twice",
    }
    assert chart("performed").about.endswith("; for two performances the genre is not known.")


def test_how_often_something_was_performed_is_said_as_people_say_it() -> None:
    shows = a_term(
        *[week({"kind": "perform", "music": [music("pop"), music("pop", "jazz" if n else "?")]}) for n in range(3)]
    )
    assert told("performed", shows) == {"Pop": "performed 3 times", "Jazz and blues": "performed twice"}
    once = a_term(week({"kind": "perform", "music": [music("Zeuhl!")]}))
    assert told("performed", once) == {"Zeuhl!": "performed once"}


def test_where_no_music_is_performed_the_chart_says_so() -> None:
    silent = a_term(*TRIO, week({"kind": "perform"}, {"kind": "play", "music": [music("pop")]}))
    assert told("performed", silent) == {}
    assert chart("performed", silent).about == "No music was performed."


def test_each_person_with_a_requirement_has_what_is_in_the_way_beside_what_is_met() -> None:
    dots = chart("support")
    assert isinstance(dots, Dots)
    assert [(d.person, d.name, d.weight, d.needed, d.met) for d in dots.dots] == [
        ("p1", "Sky", 5, 220, 100),
        ("p2", "Łukasz", 1, 0, 0),
        ("p5", "Wren", 1, 0, 0),
    ]
    assert [d.told for d in dots.dots][:2] == [
        "one barrier that shuts out and one big barrier; met for less than half of the time",
        "one smaller barrier; no time where it matters",
    ]
    assert dots.about.endswith("; of one other person nothing is written down.")


def test_adults_of_one_name_are_numbered_until_each_is_like_no_other() -> None:
    team = [{"id": f"t{n}", "name": name} for n, name in enumerate(("Ann", "Ann", "Ann (2)"))]
    term = a_term(week({"minutes": 5, "leads": ["t0", "t1", "t2"]}), team=team)
    assert list(told("led", term))[1:] == ["Ann (1)", "Ann (3)", "Ann (2)"]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ((10, 0), "none"),
        ((10, 30), "more than half"),
        ((30, 10), "less than half"),
        ((20, 20), "half"),
        ((0, 20), "all"),
    ],
)
def test_how_much_is_met_is_said_without_a_figure(minutes: tuple[int, int], said: str) -> None:
    needs = [{"id": "r1", "weight": "shut out"}, {"id": "r2", "active": False}]
    activities = [{"id": f"a{n}", "kind": "play", "minutes": many} for n, many in enumerate(minutes)]
    met = [{"requirement": "r1", "activity": "a1"}]
    (dot,) = chart(
        "support", a_term({"activities": activities, "by_design": met}, people=[{"id": "p1", "requirements": needs}])
    ).dots
    assert dot.told == f"one barrier that shuts out; met for {said} of the time"


def test_nobodys_figures_stand_beside_anothers() -> None:
    shown = chart("support")
    assert not [sign for sign in shown.about + "".join(dot.told for dot in shown.dots) if sign.isdigit()]


def test_people_who_were_all_asked_are_not_said_to_be_unknown() -> None:
    asked = a_term(*TRIO, people=[{"id": "p1", "asked_about_access": True}])
    assert chart("support", asked).dots == ()
    assert chart("support", asked).about == "No access requirement is written down."


def test_ideas_go_from_raised_to_told() -> None:
    assert told("ideas") == {"Raised": "5 ideas", "Adopted or adapted": "2 ideas", "Told what became of it": "2 ideas"}
    within = chart("ideas", TERM, FIRST, LAST)
    assert [part.amount for part in within.parts] == [4, 2, 2]
    assert within.about.endswith("up to the end of the period; 1 not possible and 1 undecided.")


def test_where_nobody_raised_an_idea_nothing_is_said_of_what_became_of_it() -> None:
    assert chart("ideas", a_term(*TRIO)).about == "What young people said or showed up to the end of the period."


@pytest.mark.parametrize("sessions", [0, 1, 2, 3])
def test_a_pattern_of_fewer_than_three_sessions_is_drawn_and_said_to_be_too_early(sessions: int) -> None:
    for one in balance(a_full_term(sessions), None, None):
        assert one.about.endswith(TOO_EARLY) is (sessions < 3)
        assert one.about.count(".") == (2 if sessions < 3 else 1)


def test_only_sessions_of_the_period_that_take_place_count() -> None:
    assert told("areas", TERM, FIRST, FIRST)["Musical"] == "20 minutes"
    held = {"status": "cancelled"}
    out = a_term(*(week({"minutes": 5, "started_by": "leader"}, **more) for more in ({}, held, {"status": "draft"})))
    assert told("started", out)["Leader"] == "5 minutes"


def test_long_names_are_cut_between_words() -> None:
    long = a_term(
        week({"minutes": 5, "leads": ["t1"], "music": [music("so " * 60)]}),
        team=[{"id": "t1", "role": "very " * 60}],
        people=[{"id": "p1", "alias": "little " * 60, "requirements": [{"id": "r1"}]}],
    )
    (genre,) = chart("genres", long).parts
    (dot,) = chart("support", long).dots
    for name in (genre.name, dot.name, chart("led", long).parts[1].name):
        assert len(name) <= 91
        assert name.endswith("…")


# The same figures as the checks have


@pytest.mark.parametrize(("check", "id"), [("D11", "genres"), ("D12", "practices")])
def test_minutes_of_music_are_those_that_the_check_gives(check: str, id: str) -> None:
    known = [part for part in chart(id).parts if part.tone is not Tone.NOT_KNOWN]
    assert "; ".join(f"{part.name}: {part.told}" for part in known) + ". Not known: " in said(check)
    assert f"Not known: {told(id)['Not known']}" in said(check)


def test_minutes_by_area_are_those_that_the_check_gives() -> None:
    for name, time in list(told("areas").items())[:3]:
        assert f"{name}: {time}, " in said("H11")


def test_ideas_are_counted_as_the_check_counts_them() -> None:
    raised, became, heard = (int(part.amount) for part in chart("ideas").parts)
    text = said("A11")
    assert f"Ideas so far: {raised} raised; " in text
    assert text.endswith(f"; {heard} told.")
    counts = [int(part.split()[0]) for part in text.partition("raised; ")[2].split("; ")[0].split(", ")]
    assert sum(counts[:2]) == became


def test_support_is_what_the_check_compares() -> None:
    compared = {s.person: (s.weight, s.needed, s.met) for s in support(period(TERM, None, None))}
    assert {d.person: (d.weight, d.needed, d.met) for d in chart("support").dots} == compared


def test_minutes_that_began_with_young_people_are_those_of_the_check() -> None:
    time = starting(period(TERM, None, None).plans)
    amounts = {part.name: part.amount for part in chart("started").parts}
    assert amounts["Young people"] + amounts["Together"] == time.theirs
    assert sum(amounts.values()) == time.minutes
    assert time.minutes - amounts["Not said"] == time.said


def test_who_is_recorded_as_leading_is_who_the_check_speaks_of() -> None:
    (finding,) = (f for f in checks.run_series(a_term(*_led_by_adults()), None, None) if f.check == "R12")
    assert finding.lines == ()
    team = [{"id": "t1", "name": "Ann"}, {"id": "t2", "role": "guest"}]
    series = a_term(*_led_by_adults("t1", "t2"), team=team)
    (finding,) = (f for f in checks.run_series(series, None, None) if f.check == "R12")
    assert [line.label for line in finding.lines] == ["Ann", "guest"] == list(told("led", series))[1:3]


def _led_by_adults(*ids: str) -> list[dict[str, Any]]:
    return [week({"minutes": 5, "leads": list(ids)}, {"minutes": 5}) for _ in range(3)]


# Whatever a term holds


words = st.sampled_from(["pop", "grime", "drill", "?", "Our own", "jazz"])
piece = st.builds(
    lambda genres, practices, by: music(*genres, practices=tuple(practices), by=by),
    st.lists(words, max_size=3),
    st.lists(st.sampled_from(["dj", "by-ear", "By ear", "Clapping"]), max_size=2),
    st.sampled_from(["young people", "leader", "partner", "together", None]),
)
activity = st.fixed_dictionaries(
    {
        "minutes": st.one_of(st.none(), st.integers(0, 90)),
        "kind": st.sampled_from(["play", "perform", "break", None]),
        "skip": st.booleans(),
        "music": st.lists(piece, max_size=3),
        "started_by": st.sampled_from(["young people", "leader", "partner", "together", None]),
        "leads": st.lists(st.sampled_from(["t1", "t2", "t3"]), max_size=3, unique=True),
        "serves": st.lists(st.sampled_from(["i1", "i2"]), max_size=2, unique=True),
    }
)
terms = st.lists(st.lists(activity, max_size=4), max_size=5)


def _a_term_of(sessions: list[list[dict[str, Any]]]) -> Series:
    intentions = [{"id": "i1", "area": "musical"}, {"id": "i2", "area": "personal"}]
    team = [{"id": "t1"}, {"id": "t2", "role": "guest"}, {"id": "t3", "young_leader": True}]
    return a_term(*(week(*activities, intentions=intentions) for activities in sessions), team=team)


@settings(deadline=None, max_examples=80)
@given(sessions=terms)
def test_nothing_is_lost_and_nothing_counted_twice(sessions: list[list[dict[str, Any]]]) -> None:
    series = _a_term_of(sessions)
    counted = [a for lines in series.sessions for a in lines.counted]
    time = sum(a.minutes or 0 for a in counted)
    of_music = sum(a.minutes or 0 for a in counted if a.music)
    sums = {one.id: sum(p.amount for p in one.parts) for one in balance(series, None, None) if isinstance(one, Bars)}
    assert sums["started"] == time
    assert sums["genres"] == sums["practices"] == of_music
    assert sums["chosen"] == sum(len(a.music) for a in counted)


@settings(deadline=None, max_examples=80)
@given(sessions=terms)
def test_every_amount_is_told_in_words_and_none_is_below_nothing(sessions: list[list[dict[str, Any]]]) -> None:
    for one in balance(_a_term_of(sessions), None, None):
        for part in one.parts if isinstance(one, Bars) else ():
            assert part.amount >= 0
            in_words = in_minutes(part.amount) if one.heads[1] == "Time" else part.told
            assert part.told == in_words
            assert part.name.strip()


@settings(deadline=None, max_examples=40)
@given(seed=st.integers())
def test_the_balance_does_not_hang_on_the_order_of_the_file(seed: int) -> None:
    document = a_term_document()
    again = read(
        in_bytes(shuffled(document | {"people": [{"requirements": []} | p for p in document["people"]]}, seed))
    )
    assert balance(again, FIRST, LAST) == balance(TERM, FIRST, LAST)
