"""Whole words that are somebody's name or alias, in any script."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.names import Found, Hit, NamesFound, hits, known_names, named, whole_names


def words(text: str, *people: dict[str, Any]) -> list[str]:
    named = a_series(people=[{"id": f"p{n}", **person} for n, person in enumerate(people)])
    return [found.word for found in hits(text, known_names(named))]


SKY = {"alias": "Sky"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sky sings", ["Sky"]),
        ("with SKY.", ["SKY"]),
        ("sky’s turn, Sky-high, _sky_", ["sky", "Sky", "sky"]),
        ("Skylark and whisky", []),
        ("sky2 sky_2, 2sky", ["sky", "sky", "sky"]),
        ("", []),
    ],
)
def test_an_alias_is_found_as_a_whole_word_in_any_case(text: str, found: list[str]) -> None:
    assert words(text, SKY) == found


def test_each_word_of_a_full_name_is_known_but_not_its_initials() -> None:
    person = {"name": "Amara J. Okafor-Lee"}
    assert words("Ask Amara, or lee, or J", person) == ["Amara", "lee"]


def test_the_name_that_is_safe_at_home_is_known_as_a_full_name_is() -> None:
    person = {"alias": "Sky", "name": "Zofia Nowak", "name_at_home": "Zenon N. Wilk"}
    assert words("Zenon asked Wilk, N and Sky", person) == ["Zenon", "Wilk", "Sky"]


def test_the_longest_name_that_fits_is_one_hit() -> None:
    assert words("Zofia Nowak and Zofia", {"name": "Zofia Nowak"}) == ["Zofia Nowak", "Zofia"]


def test_each_word_of_an_alias_is_known_but_not_its_initials() -> None:
    found = words("Big Moss K, big-moss-k, ask Moss or K", {"alias": "Big Moss K"})
    assert found == ["Big Moss K", "big-moss-k", "Moss"]


def test_young_leaders_in_the_team_are_young_people_and_other_members_are_not() -> None:
    team = [{"id": "t1", "name": "Kit Lowe", "young_leader": True}, {"id": "t2", "name": "Jo"}]
    names = known_names(a_series(team=team))
    assert [found.word for found in hits("Jo, Kit Lowe, lowe", names)] == ["Kit Lowe", "lowe"]


def test_adults_are_known_where_they_are_asked_for_unless_they_go_by_a_role() -> None:
    team = [
        {"id": "t1", "name": "Priya Shah"},
        {"id": "t2", "name": "Class support"},
        {"id": "t3", "name": "Drum tutor", "role": "drum tutor"},
    ]
    names = known_names(a_series(team=team), adults=True)
    text = "Hello with Priya and Shah, class support and the drum tutor"
    assert [found.word for found in hits(text, names)] == ["Priya", "Shah"]


@pytest.mark.parametrize(
    ("alias", "text", "found"),
    [
        ("Person 10", "10 beats for one person", []),
        ("Person 10", "then Person 10 plays", ["Person 10"]),
        ("Young person 12", "young people, a young person", []),
        ("The drummer", "the song of the drummer", ["the drummer"]),
        ("The drummer", "the song; drummer first", ["drummer"]),
        ("The", "the song", ["the"]),
        ("S", "let’s sing Moss's song", []),
        ("S", "S, 's, s", ["S", "s", "s"]),
    ],
)
def test_numbers_and_words_that_say_nobody_are_known_only_as_a_whole_name(
    alias: str, text: str, found: list[str]
) -> None:
    assert words(text, {"alias": alias}) == found


def test_guests_of_a_session_are_known_like_the_group() -> None:
    session = {"id": "s1", "title": "S", "register": {"guests": ["Ash from next door"]}}
    series = a_series(sessions=[session, {"id": "s2", "title": "T"}])
    for shared in (series, series.plan("s1"), series.plan("s2")):
        assert [found.word for found in hits("Ask Ash first", known_names(shared))] == ["Ash"]


def test_words_that_are_not_the_person_are_left_alone_however_they_are_written() -> None:
    names = known_names(a_series(people=[{"id": "p1", "alias": "Big Moss"}]))
    assert named("BIG  moss, moss, big", names, ["Ｍoss", "big moss"]) == ["big"]


def test_a_word_without_its_accent_may_be_only_a_word_where_the_name_is_not() -> None:
    names = known_names(a_series(people=[{"id": "p1", "alias": "Zoë"}]))
    assert named("Zoe, zoe and Zoë", names, ["Zoe"]) == ["Zoë"]


def test_what_stops_names_says_three_places_and_holds_every_word_with_all_of_its_places() -> None:
    found = tuple(Hit(word, place) for place in ("one", "two") for word in ("Sky", "Moss", "Sky"))
    stopped = NamesFound("Here are names", "Mend it.", found)
    assert stopped.message == "Here are names: “Sky” in one, “Sky” in two, “Moss” in one and 1 more."
    assert stopped.words == {"Sky": ("one", "two"), "Moss": ("one", "two")}
    assert (stopped.hits, stopped.hint) == (found, "Mend it.")


def test_a_letter_is_a_hit_when_it_is_the_alias() -> None:
    assert words("J and Q", {"alias": "Q"}) == ["Q"]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Łukasz", "z ŁUKASZ-em", ["ŁUKASZ"]),
        ("José", "Jose\u0301 plays", ["Jose\u0301"]),
        ("Наталья", "НАТАЛЬЯ поёт", ["НАТАЛЬЯ"]),
        ("محمد", "مع محمد.", ["محمد"]),
        ("राम", "राम, रामा", ["राम"]),
        ("李明", "今天李明来了", ["李明"]),
        ("민수", "민수는", ["민수"]),
        ("Weiß", "WEISS", ["WEISS"]),
        ("Ｓｋｙ", "sky", ["sky"]),
        ("Zoë", "Zoe's song", ["Zoe"]),
        ("Zoe", "Zoe\u0308 sings", ["Zoe\u0308"]),
        ("Łukasz", "Lukasz plays", ["Lukasz"]),
        ("Soren", "Søren", ["Søren"]),
        ("Nguyễn", "nguyen", ["nguyen"]),
        ("مُحَمَّد", "مع محمد", ["محمد"]),
        ("राम", "रामु", []),
    ],
)
def test_names_are_found_in_any_script_and_way_of_writing(name: str, text: str, found: list[str]) -> None:
    assert words(text, {"name": name}) == found


def test_a_hit_says_where_it_stands_in_the_text() -> None:
    names = known_names(a_series(people=[{"id": "p1", **SKY}]))
    assert hits("Hello, Sky!", names) == (Found("Sky", 7, 10),)


def test_nobody_and_nobody_named_means_no_hits() -> None:
    assert words("Sky") == []
    assert words("Sky", {}, {"name": "...", "alias": "–"}) == []


OBRIEN = {"name": "Zoë O’Brien"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OBrien trio", ["OBrien"]),
        ("the O'Briens, o’briens, OBriens", ["O'Briens", "o’briens", "OBriens"]),
        ("O’Brien’s and Brien’s", ["O’Brien", "Brien"]),
        ("Zoebrien, robrien, obrienne", []),
        ("oh, o", []),
    ],
)
def test_a_name_with_an_apostrophe_is_known_in_one_word_and_of_a_family(text: str, found: list[str]) -> None:
    assert words(text, OBRIEN) == found


@pytest.mark.parametrize("name", ["Okafor-Lee", "O’Brien", "OBrien", "Sky2", "Sky 2"])
@pytest.mark.parametrize("between", ["", "-", "’", " "])
def test_a_name_put_together_is_known_in_one_word_and_apart(name: str, between: str) -> None:
    first, last = {"Ok": ("Okafor", "Lee"), "Sk": ("Sky", "2")}.get(name[:2], ("O", "Brien"))
    assert words(f"Hello, {first}{between}{last}!", {"alias": name}) == [f"{first}{between}{last}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kits band, KITS", ["Kits", "KITS"]),
        ("drum kits", []),
        ("This, Thus and Arts", []),
        ("Bass and bas", ["bas"]),
        ("Los", []),
        ("Kitss, Kites", []),
    ],
)
def test_a_name_with_an_s_is_a_name_where_it_is_written_with_a_capital(text: str, found: list[str]) -> None:
    people = [{"alias": alias} for alias in ("Kit", "Thi", "Thu", "Art", "Bas", "Lo")]
    assert words(text, *people) == found


def test_who_is_only_a_word_is_only_a_word_with_an_s() -> None:
    names = known_names(a_series(people=[{"id": "p1", "alias": "Rose"}, {"id": "p2", "alias": "Jess"}]))
    assert named("Roses, rose and Jess", names, ["rose", "jes"]) == ["Jess"]
    assert named("Roses and rose", names, ["roses"]) == ["rose"]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff", "\u200e", "\ufe0f"])
def test_signs_that_nobody_sees_hide_no_name(unseen: str) -> None:
    hidden = f"Zo{unseen}ë"
    for text in (hidden, f"{hidden} sings", f"{unseen}Zoë{unseen}"):
        assert [found.replace(unseen, "") for found in words(text, OBRIEN)] == ["Zoë"]
    assert words(f"With Zoë{unseen}, Brien", OBRIEN)[1:] == ["Brien"]


def test_words_that_only_an_unseen_sign_parts_are_still_words() -> None:
    assert words("ask Zoë\u200bfirst", OBRIEN) == ["Zoë"]
    assert words("let\u00adters for Zo\u00adë O’Bri\u00aden", OBRIEN) == ["Zo\u00adë O’Bri\u00aden"]


@pytest.mark.parametrize("text", ["the same time", "a good job", "on Sunday", "all of us", "10 beats, No2"])
def test_a_name_with_an_initial_or_a_number_makes_no_name_of_a_word(text: str) -> None:
    aliases = ("Sam E", "Tim E", "Jo B", "Jo-B", "Sun Day", "Al L", "Person 10", "No")
    assert words(text, *({"alias": alias} for alias in aliases)) == []


@pytest.mark.parametrize("text", ["HL-001", "HL 001", "HL001", "hl–001", "hl_001", "HL\u200b001"])
@pytest.mark.parametrize("code", ["HL-001", "HL001", "hl 001"])
def test_a_code_is_known_as_a_whole_however_it_is_put_together(code: str, text: str) -> None:
    known = whole_names([code, "", "–"])
    assert named(f"About {text}, then", known) == [text]
    assert named("HL and 001, HL-002, HL0011", known) == []


def test_a_short_number_is_not_a_code_put_together() -> None:
    assert named("12 beats, 1-2, 123456", whole_names(["1-2", "12-3456"])) == ["1-2", "123456"]


def test_a_hit_has_the_name_as_it_is_known() -> None:
    names = known_names(a_series(people=[{"id": "p1", **OBRIEN}]))
    assert [found.name for found in hits("OBriens and Zoé", names)] == [("obrien",), ("zoe",)]


THEO = {"name": "Theo Song"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theos band, THEOS, Theos", ["theos", "THEOS", "Theos"]),
        ("TheoMusic, musicTheo, DJTheo, the OrchestraOfTheo", ["Theo"] * 4),
        ("Theo2, 27theo, Theo2Go", ["Theo"] * 3),
        ("TheosMusic", ["Theos"]),
        ("TheoSong, theosong and #theosong", ["TheoSong", "theosong", "theosong"]),
        ("Theodora, GarageBand, iPad, Y4", []),
    ],
)
def test_a_name_is_found_in_words_put_together_and_with_an_s_in_small_letters(text: str, found: list[str]) -> None:
    assert [word.casefold() for word in words(text, THEO)] == [word.casefold() for word in found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Amit Sen", "Ask the SENCo, two SENCos and the SENDCo"),
        ("Ella Power", "A PowerPoint, MyPowerPoint2 and PowerPoints"),
        ("Minh Le", "LEDs on the desk"),
        ("Ana da Silva", "Beats in DAWs2"),
        ("Ha You", "on YouTube, Café-YouTube, éYouTube and #YouTubers"),
        ("Iona Pad", "iPad choir and iPads"),
        ("Mac Tell", "On the MacBook: Old MacDonald, WhatsApp"),
    ],
)
def test_what_is_one_word_or_several_initials_is_not_put_together_of_names(name: str, text: str) -> None:
    assert words(text, {"name": name}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("THEOCo, DJTheos, DJJo, MCJo and JoDJs", ["THEO", "Theos", "Jo", "Jo", "Jo"]),
        ("TheoPowerPoint, YouTubeTheo, DJYouTubeTheo, TheoMacBook2", ["Theo"] * 4),
        ("iPadma, BENSENCo", ["Padma", "BENSEN"]),
    ],
)
def test_a_name_beside_one_word_or_initials_is_found(text: str, found: list[str]) -> None:
    assert words(text, THEO, {"alias": "Jo"}, {"alias": "Padma"}, {"alias": "Bensen"}) == found


@pytest.mark.parametrize("sign", ["'", "’", "‘", "`", "´", "′", "ʼ", "ʻ", "ʹ", "ꞌ", "＇"])
def test_any_apostrophe_ends_a_word_or_parts_a_name(sign: str) -> None:
    assert words(f"Theo{sign}s turn, let{sign}s go", THEO, {"alias": "S"}) == ["Theo"]
    assert words(f"O{sign}Brien and o{sign}briens", OBRIEN) == [f"O{sign}Brien", f"o{sign}briens"]
    assert words("O’Brien, OBrien", {"name": f"Zoë O{sign}Brien"}) == ["O’Brien", "OBrien"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Songs for hands, Hands up, days and Days of keys", []),
        ("Song for a hand", ["Song", "hand"]),
        ("Song’s turn, ask the Hands and the Days", ["Song", "Hands", "Days"]),
        ("Browns, the Browns", ["Browns", "Browns"]),
        ("the kings, browns, okafors", ["okafors"]),
    ],
)
def test_a_word_in_s_is_a_family_only_as_a_family_is_written(text: str, found: list[str]) -> None:
    families = ("Song", "Hand", "Day", "Key", "Brown", "King", "Okafor")
    assert words(text, *({"name": f"Zofia {family}"} for family in families)) == found


def test_a_word_in_s_may_be_an_alias_or_a_first_name_with_a_capital() -> None:
    assert words("Keys first, then Carols band, keys and carols", {"alias": "Key"}, {"name": "Carol Key"}) == [
        "Keys",
        "Carols",
    ]


def test_a_short_name_beside_a_digit_is_a_code_and_beside_a_letter_a_name() -> None:
    assert words("JoMusic, Jo2, eJ", {"alias": "Jo"}, {"alias": "J"}) == ["Jo"]
