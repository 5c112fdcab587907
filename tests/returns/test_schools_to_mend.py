"""Numbers of schools that are missing or wrong are told, with where to look, before a hub finds them."""

from __future__ import annotations

from tests.returns.planners import a_source, facts_of

from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.schools_to_mend import without_urn, wrong_urns


def a_programme(title: str, *schools: tuple[str, str]) -> Source:
    """Schools by name and URN, whose ids are k0, k1 …"""
    held = [{"id": f"k{n}", "name": name, "urn": urn} for n, (name, urn) in enumerate(schools)]
    return a_source(title, title=title, schools=held)


def wrong(facts: Facts) -> list[tuple[str, str, str]]:
    return [(each.words, each.programme, each.school) for each in wrong_urns(facts)]


def missing(facts: Facts) -> list[tuple[str, str, str]]:
    return [(each.words, each.programme, each.school) for each in without_urn(facts)]


def test_two_names_of_one_number_are_told_with_what_the_return_does() -> None:
    facts = facts_of(a_programme("Samba", ("Beck Lane Primary", "012345"), ("Hill Infants", "012345")))
    words = (
        "“Samba”: Beck Lane Primary and Hill Infants have the same URN 012345, so they count as one school under "
        "these names."
    )
    assert wrong(facts) == [(words, "Samba", "k1")]
    apart = facts_of(
        a_programme("Samba", ("Beck Lane Primary", "012345")), a_programme("Band", ("Hill Infants", "012345"))
    )
    assert [each[0].split(":")[0] for each in wrong(apart)] == ["“Samba” and “Band”"]
    assert wrong(apart)[0][1:] == ("Band", "k0")


def test_a_number_with_one_name_or_none_beside_it_is_told_of_nothing() -> None:
    of_one = [a_programme("Samba", ("St. Hilda’s", "012345")), a_programme("Band", ("st hildas", " 012 345 "))]
    assert not wrong(facts_of(*of_one, a_programme("Piano", ("", "012345"))))


def test_a_number_that_is_not_six_digits_is_told_as_it_stands() -> None:
    facts = facts_of(a_programme("Samba", ("Hill Infants", "12 345x"), ("", "1234567"), ("Dale", "١٢٣٤٥٦")))
    assert [words for words, *_ in wrong(facts)] == [
        "“Samba”: the URN of Hill Infants is “12345x”, and a URN is six digits. The return says it as it stands.",
        "“Samba”: the URN of a school without a name is “1234567”, and a URN is six digits. "
        "The return says it as it stands.",
        "“Samba”: the URN of Dale is “١٢٣٤٥٦”, and a URN is six digits. The return says it as it stands.",
    ]


def test_a_number_that_lost_its_nought_makes_two_schools_of_one_and_that_is_told() -> None:
    facts = facts_of(a_programme("Samba", ("Hill", "12345")), a_programme("Band", ("Hill", "012345")))
    words = (
        "“Samba”: the URN of Hill is “12345”, and a URN is six digits. In “Band” it is 012345, so it counts as two "
        "schools."
    )
    assert wrong(facts) == [(words, "Samba", "k0")]


def test_a_school_with_its_number_and_without_is_told_where_it_has_none() -> None:
    facts = facts_of(
        a_programme("Samba", ("St Hilda’s", "137442")),
        a_programme("Band", ("St. Hilda's", "")),
        a_programme("Piano", ("St Hilda's", "")),
    )
    words = "St. Hilda's has the URN 137442 in “Samba” and none in “Band” and “Piano”, so it counts as two schools."
    assert wrong(facts) == [(words, "Band", "k0")]
    assert missing(facts) == []
    both_there = facts_of(a_programme("Samba", ("Hill", "137442"), ("Hill", "")))
    words = "“Samba”: Hill is there with the URN 137442 and without one, so it counts as two schools."
    assert wrong(both_there) == [(words, "Samba", "k1")]


def test_a_school_without_a_number_is_told_once_with_its_programmes() -> None:
    many = [a_programme(f"P{n}", ("Hill", ""), ("", "")) for n in range(8)]
    found = missing(facts_of(*many))
    assert found[0] == ("“P0”, “P1”, “P2”, “P3”, “P4”, “P5” and 2 more: Hill has no URN.", "P0", "k0")
    assert found[1] == ("“P0”: a school without a name has no URN.", "P0", "k1")
    assert len(found) == 9


def test_what_was_typed_is_told_as_it_may_be() -> None:
    facts = facts_of(a_programme("Samba", ("Zarq", "1"), ("Hill", "1")))
    told = [each.words for each in wrong_urns(facts, lambda typed: "?" if "Zarq" in typed else typed)]
    assert len(told) == 2
    assert not [words for words in told if "Zarq" in words]
