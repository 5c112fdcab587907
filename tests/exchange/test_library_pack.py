"""Packs: what is written is read again, holds no person, and what does not hold is refused with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.plans import a_series, in_bytes

from amie_planner.domain import library
from amie_planner.domain.names import NamesFound, known_names
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.errors import AmieError
from amie_planner.exchange import json_text
from amie_planner.exchange.library_pack import MOST_ENTRIES, content, load, read

FIRST, SECOND = library.starter()[:2]


def entry(id: str = "own-1", title: str = "Count in", **fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(id=id, title=title, **fields)


FULL = entry(
    barriers=("attitudes", "repertoire"),
    reach="one",
    kinds=("sing",),
    what="Höre zu\nthen wait",
    kit=("lamp", "bell, small"),
    nothing_needed=True,
    setup_minutes=0,
    set_up="in place",
    lead_days=7,
    adults=2,
    fallback="Hum",
    safety="Cables",
    ages="8 to 11",
    works_well_with=(FIRST.id, "own-2"),
    source="A friend",
    to_review=True,
)


def a_document(*entries: Any, **parts: Any) -> dict[str, Any]:
    return {"format": "amie-library", "version": 1, "adaptations": list(entries)} | parts


def with_one(**fields: Any) -> dict[str, Any]:
    return a_document({"id": "x", "title": "T"} | fields)


def refusal(document: Any) -> str:
    with pytest.raises(AmieError) as refused:
        read(document if isinstance(document, bytes) else in_bytes(document))
    assert refused.value.hint
    return refused.value.message


def test_reading_what_was_written_gives_the_same_entries_in_their_order():
    entries = tuple(e.revised(position=n) for n, e in enumerate((FULL, entry("own-2", "Wait"), FIRST, SECOND)))
    assert read(content(entries, ())) == entries


def test_every_field_of_an_entry_is_in_the_full_one():
    empty = entry()
    assert [name for name, value in FULL if value == getattr(empty, name)] == ["position", "id", "title", "hidden"]


def test_a_pack_says_what_is_recorded_and_not_where_it_stood_or_that_it_was_hidden():
    written = json.loads(content([entry(position=7, hidden=True)], ()))
    assert written == a_document({"id": "own-1", "title": "Count in"})


def test_a_pairing_with_what_is_neither_in_the_pack_nor_came_with_the_program_stays_here():
    (alone,) = read(content([FULL], ()))
    assert alone.works_well_with == (FIRST.id,)


def test_a_name_of_any_programme_that_stands_in_a_text_is_found_before_anything_is_written():
    sky = known_names(a_series(people=[{"id": "p1", "alias": "Sky", "name": "Skylar Roe"}]))
    moss = known_names(a_series(people=[{"id": "p1", "alias": "Moss"}, {"id": "p2", "alias": "Sky Blue"}]))
    entries = [entry(title="Ask Moss", what="Sky blue lamp", kit=("roe",)), entry("own-2", "Wait")]
    with pytest.raises(NamesFound) as found:
        content(entries, [sky, moss])
    assert [(hit.word, hit.place) for hit in found.value.hits] == [
        ("Moss", "‘Ask Moss’, title"),
        ("Sky blue", "‘Ask Moss’, what"),
        ("roe", "‘Ask Moss’, kit"),
    ]
    assert "“Moss” in ‘Ask Moss’, title" in found.value.message
    assert found.value.hint
    agreed = frozenset({"Moss", "sky blue", "Roe"})
    assert read(content(entries, [sky, moss], agreed))[0].title == "Ask Moss"


def test_a_word_of_a_closed_list_is_nobodys_name_but_an_id_may_be():
    names = [known_names(a_series(people=[{"id": "p1", "alias": "Attitudes"}, {"id": "p2", "alias": "Moss"}]))]
    with pytest.raises(NamesFound) as found:
        content([entry("moss-drum", barriers=("attitudes",))], names)
    assert [(hit.word, hit.place) for hit in found.value.hits] == [("moss", "‘Count in’, id")]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ([], 'This is not a pack: its format is not "amie-library".'),
        (a_document(format="amie-plan"), 'This is not a pack: its format is not "amie-library".'),
        (a_document(version=2), "This pack is of version 2; this program reads version 1."),
        (a_document(version=10**9), "This pack is of version a far higher number; this program reads version 1."),
        (a_document(version="1"), "version must be the whole number 1."),
        (a_document(version=True), "version must be the whole number 1."),
        (a_document(version=0), "version must be the whole number 1."),
        (a_document(), "This pack is empty."),
        (a_document(adaptations=None), "This pack is empty."),
        (a_document(author="me"), "author is not a key that this version knows."),
        (with_one(who="p1"), "adaptations[0].who is not a key that this version knows."),
        (with_one(position=3), "adaptations[0].position is not a key that this version knows."),
        (with_one(hidden=True), "adaptations[0].hidden is not a key that this version knows."),
        (a_document({"id": "x"}), "adaptations[0].title is missing."),
        (a_document({"title": "T"}), "adaptations[0].id is missing."),
        (with_one(title=" "), "adaptations[0].title is empty."),
        (with_one(id="", title=" "), "adaptations[0].id is empty (and 1 more)."),
        (with_one(setup_minutes="3"), "adaptations[0].setup_minutes must be a whole number."),
        (
            a_document({"id": "x", "title": "T"}, {"id": "y", "title": "T"}, {"id": "x", "title": "U"}),
            "adaptations[0].id and adaptations[2].id are both “x”.",
        ),
        (b"", "This file is empty."),
        (b'{"format": "amie-library", "versi', "This file is cut off at line 1, column 28."),
        (b'{"format": "amie-library", "format": "x"}', "format is written twice."),
        (b"\xff\xfe{\x00", "This file is not text in UTF-8."),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_refused_in_one_sentence_with_its_place(document: Any, message: str):
    assert refusal(document) == message


def test_a_barrier_of_no_list_is_refused_with_the_list():
    said = refusal(with_one(barriers=["autism"]))
    assert said.startswith("adaptations[0].barriers[0] must be one of: ")


def test_more_entries_than_a_pack_may_hold_are_refused_either_way():
    most = [{"id": f"x{n}", "title": "T"} for n in range(MOST_ENTRIES)]
    entries = read(in_bytes(a_document(*most)))
    assert len(entries) == MOST_ENTRIES
    assert refusal(a_document(*most, {"id": "y", "title": "T"})) == "adaptations has more than 10,000 entries."
    with pytest.raises(AmieError, match="at most 10,000 changes"):
        content([*entries, entry()], ())


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    said = refusal(b" " * (json_text.LARGEST_FILE + 1))
    assert said == "This file is larger than 20 MB, the most that a pack can be."


def test_a_pack_that_would_be_too_large_is_refused():
    with pytest.raises(AmieError, match="would be larger than 20 MB") as refused:
        content([entry(f"x{n}", what="a" * 20_000) for n in range(1_001)], ())
    assert refused.value.hint


def test_a_pack_is_read_from_a_disk(tmp_path: Path):
    (tmp_path / "library.amiepack").write_bytes(content([entry()], ()))
    assert load(tmp_path / "library.amiepack") == (entry(),)
    for missing in (tmp_path, tmp_path / "none.amiepack"):
        with pytest.raises(AmieError) as refused:
            load(missing)
        assert refused.value.hint
