"""Codes of a framework: bare, with the version named, listed by domain in the order they were noted, and no ladder."""

from __future__ import annotations

from datetime import date

import pytest
from tests.plans import a_series

from amie_planner.domain.frameworks import bare, in_words, profile, sounds_of_intent, with_version
from amie_planner.errors import AmieError
from amie_planner.places import resource

VERSION = "Sounds of Intent (soundsofintent.org, 2026) "


def seen(code: str, day: str | None = None, person: str = "p1", **fields: str) -> dict[str, str | None]:
    return {"id": f"o{code}{day}{person}", "person": person, "framework": code, "date": day, **fields}


@pytest.mark.parametrize(
    "typed", ["R.4.D", "r4d", "R 4 D", " r.4d ", "Sounds of Intent R.4.D", "sounds of intent: r4d"]
)
def test_a_code_is_kept_with_the_version_however_it_is_typed(typed: str):
    assert with_version(typed) == f"{VERSION}R.4.D"
    assert bare(with_version(typed)) == "R.4.D"


@pytest.mark.parametrize(
    "typed", ["R.7.D", "R.0.A", "R.4.E", "Sounds of Intent X.4.D", "Sounds of Intent (2015) R.7.D", "Sounds of Intent"]
)
def test_what_looks_like_a_code_and_is_none_says_how_one_is_written(typed: str):
    with pytest.raises(AmieError, match=r"Write it as R\.4\.D: R, P or I, then 1 to 6, then A to D"):
        with_version(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Sounds of Intent R.4.D, P.2.A",
        "sounds of intent (2015) r4d and p2a",
        "Sounds of Intent (R.4.D) P.2.A",
        "Sounds of Intent: R.4.D P.2.A today",
        "R.4.D, P.2.A",
        "r4d p2a",
        "R 4 D / R 4 D",
        "R.4.D then P.2.A",
    ],
)
def test_several_codes_are_refused_and_none_becomes_a_version(typed: str):
    with pytest.raises(AmieError, match="one code here; add another entry for the other"):
        with_version(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("My own book, page 4", "My own book, page 4"),
        ("B.3.C", "B.3.C"),
        ("Our steps (2024)\n R.9.D", "Our steps (2024) R.9.D"),
        ("Our steps (2024) R.9.D, P.2.A", "Our steps (2024) R.9.D, P.2.A"),
        ("B.3.C, B.4.C", "B.3.C, B.4.C"),
        (" ", None),
        (None, None),
    ],
)
def test_another_framework_stays_as_it_is_typed(typed: str | None, kept: str | None):
    assert with_version(typed) == kept
    assert bare(kept) == (kept or "")


def test_a_code_of_an_earlier_version_is_kept_with_that_version():
    assert with_version("Sounds of Intent (an older sheet) r4d") == "Sounds of Intent (an older sheet) R.4.D"
    assert with_version("Sounds of Intent 2015 R.4.D") == "Sounds of Intent (2015) R.4.D"


def test_what_is_longer_than_a_line_is_no_code():
    with pytest.raises(AmieError, match="at most 120 letters"):
        with_version("Our steps " * 13)


def test_what_was_written_with_a_version_is_kept_when_it_is_kept_again():
    assert with_version(f"{VERSION}R.4.D") == f"{VERSION}R.4.D"


def test_a_profile_lists_what_was_noted_by_domain_in_the_order_it_came():
    series = a_series(
        people=[{"id": "p1"}, {"id": "p2"}],
        sessions=[{"id": "s1", "title": "One", "date": "2026-09-01"}],
        observations=[
            seen(f"{VERSION}R.4.D", "2026-09-15"),
            seen(f"{VERSION}R.2.A", "2026-09-22"),
            seen(f"{VERSION}I.1.B", None, session="s1"),
            seen(f"{VERSION}R.4.D", "2026-09-08"),
            seen(f"{VERSION}P.6.A", "2026-09-08", "p2"),
            seen("Our steps (2024) B.3.C", "2026-09-22"),
            seen("My own book, page 4", "2026-09-08"),
            seen("Sounds of Intent (an older sheet) R.4.D", None),
        ],
    )
    assert [in_words(domain, date(2026, 10, 1)) for domain in profile(series, "p1")] == [
        "Reactive: R.4.D on 8 September and 15 September, R.2.A on 22 September, R.4.D (an older sheet).",
        "Interactive: I.1.B on 1 September.",
        "Other frameworks: My own book, page 4 on 8 September, Our steps (2024) B.3.C on 22 September.",
    ]


def test_a_lower_number_that_came_later_stands_later():
    order = [seen(f"{VERSION}P.5.A", "2026-09-01"), seen(f"{VERSION}P.1.A", "2026-09-08")]
    (domain,) = profile(a_series(people=[{"id": "p1"}], observations=order), "p1")
    assert [noted.code for noted in domain.noted] == ["P.5.A", "P.1.A"]


def test_nothing_of_what_the_codes_stand_for_is_there():
    assert len(resource("frameworks.json").read_text(encoding="utf-8")) < 300
    known = sounds_of_intent()
    assert len(known.domains) * len(known.levels) * len(known.elements) == 72
