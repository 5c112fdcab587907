"""What holds for every kind of paper: each document prints each plan, tagged, whole and the same each time."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.documents.papers import PLANS, as_text, empty, every_paper, many, space_sounds, thursday_writers
from tests.documents.reading import structure, words_of
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.documents import (
    CLEAR,
    DOCUMENTS,
    EASY_READ,
    FULL_PLAN,
    LARGE,
    RUN_SHEET,
    Hit,
    Names,
    NamesFound,
    fresh_codes,
    in_brackets,
)
from amie_planner.errors import AmieError

GOLDEN = Path(__file__).with_name("golden")
REWRITE = "AMIE_REWRITE_GOLDEN"  # with this set, golden files are written anew, and the test fails so that you look

EXAMPLES = {
    "space-sounds-1": space_sounds,
    "space-sounds-2": lambda: space_sounds("s2"),
    "thursday-writers": thursday_writers,
    "empty": empty,
}

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)


IN_ANOTHER_PROCESS = """
import hashlib
from tests.documents.papers import space_sounds
from amie_planner.documents import DOCUMENTS
print(*(hashlib.sha256(document.of_plan(space_sounds())).hexdigest() for document in DOCUMENTS))
"""


@each_document
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_paper_reads_as_its_golden_file(document, name):
    golden = GOLDEN / f"{name}-{document.id}.txt"
    printed = as_text(document.of_plan(EXAMPLES[name]()))
    if os.environ.get(REWRITE):
        golden.write_text(printed, encoding="utf-8")
        pytest.fail(f"{golden.name} is written anew: look at the difference, and run again without {REWRITE}")
    assert printed == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("document", "plan", "style"), every_paper(*(name for name in PLANS if name != "hostile")))
def test_words_lie_in_the_order_in_which_they_are_read(document, plan, style):
    pdf = document.render(plan(), checks.run(plan()), style=style)
    assert "".join(_tagged_words(pdf).split()) == "".join(structure(pdf).text().split())


def _tagged_words(pdf: bytes) -> str:
    said = ""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        drawn = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
        said += "".join(words_of(d, text) for d in drawn if pdfium.FPDFPageObj_GetMarkedContentID(d) >= 0)
    return said


@pytest.mark.parametrize(("document", "plan", "style"), every_paper("small", "hostile"))
def test_nothing_on_paper_acts_or_points_outside(document, plan, style):
    with pikepdf.open(BytesIO(document.render(plan(), (), style=style))) as pdf:
        kinds = {str(held.get("/S", "")) for held in pdf.objects if isinstance(held, pikepdf.Dictionary)}
        assert not kinds & {"/URI", "/Launch", "/JavaScript", "/GoToR", "/SubmitForm", "/ImportData"}
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        assert not any("/Annots" in page or "/AA" in page for page in pdf.pages)
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})


def test_the_same_plan_gives_the_same_bytes_in_every_process():
    def ran(seed: str) -> str:
        path = os.pathsep.join(filter(None, sys.path))
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        command = [sys.executable, "-c", IN_ANOTHER_PROCESS]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert ran("1") == ran("2")
    assert all(document.of_plan(space_sounds()) == document.of_plan(space_sounds()) for document in DOCUMENTS)


def test_documents_are_named_without_a_title_or_a_person():
    names = [document.file_name for document in DOCUMENTS]
    assert names[:2] == ["run-sheet.pdf", "full-plan.pdf"]
    assert names == [f"{id}.pdf" for id in dict.fromkeys(document.id for document in DOCUMENTS)]
    assert [document.names[0] for document in (RUN_SHEET, FULL_PLAN)] == [Names.ALIAS, Names.NONE]
    assert all(document.label and document.audience.endswith(".") for document in DOCUMENTS)


def _group(*people, **session):
    return a_plan(parts={"people": [{"id": f"p{n}", **person} for n, person in enumerate(people)]}, **session)


def _not_recorded(plan, names, **options) -> str:
    """Whom the run sheet says not to record: everybody, by the rule."""
    plan = _saying_no(plan)
    said = structure(RUN_SHEET.render(plan, (), names, **options)).text()
    return said.partition("Do not record: ")[2].partition(". ")[0]


def _saying_no(plan):
    return replace(plan, people=tuple(person.revised(recording_ok="no") for person in plan.people))


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (Names.FULL, "Ada Jean-Luc Ray, Moss and Person 3"),
        (Names.ALIAS, "Sky Blue, Moss and Person 3"),
        (Names.INITIALS, "SB, M and Person 3"),
        (Names.NONE, "some young people"),
    ],
)
def test_one_rule_says_how_people_are_called(names, called):
    plan = _group({"alias": "Sky Blue", "name": "Ada Jean-Luc Ray"}, {"alias": "Moss"}, {})
    assert _not_recorded(plan, names) == called


def test_initials_come_from_a_full_name_where_there_is_no_alias():
    assert _not_recorded(_group({"name": "Ada Jean-Luc Ray"}), Names.INITIALS) == "AJLR"


def test_one_young_person_without_a_name_is_a_young_person():
    assert _not_recorded(_group({"alias": "Sky"}), Names.NONE) == "a young person"


def test_people_who_are_called_the_same_are_told_apart():
    assert _not_recorded(_group({"alias": "Sky"}, {"alias": "Moss"}, {"alias": "sky"}), Names.ALIAS) == (
        "Sky (1), Moss and sky (2)"
    )


def test_names_that_paper_cannot_show_are_told_apart_too():
    assert _not_recorded(_group({"alias": "བསྟན"}, {"alias": "པདྨ"}), Names.ALIAS) == (
        "[Tibetan script] (1) and [Tibetan script] (2)"
    )


def test_codes_are_handed_in_and_printed_in_place_of_names():
    plan = _group({"alias": "Sky"}, {"alias": "Moss"})
    assert _not_recorded(plan, Names.CODE, codes={"p0": "K7M4P", "p1": "R3W9X"}) == "K7M4P and R3W9X"


def test_a_code_is_needed_for_everybody():
    with pytest.raises(ValueError, match="needs a code"):
        RUN_SHEET.render(_group({"alias": "Sky"}), (), Names.CODE, codes={})


def test_fresh_codes_are_fresh_and_hold_no_sign_that_is_taken_for_another():
    people = many(2, 30).people
    first, second = fresh_codes(people), fresh_codes(people)
    assert list(first) == [person.id for person in people]
    assert len(set(first.values())) == 30
    assert first != second
    assert not set("".join(first.values())) & set("01258OILZSBGQUVAE")
    assert list(first.values()) != sorted(first.values())


def test_codes_that_fall_alike_are_drawn_again(monkeypatch):
    drawn = iter("CCCCCCCCCCDDDDD")
    monkeypatch.setattr("secrets.choice", lambda _: next(drawn))
    assert list(fresh_codes(many(2, 2).people).values()) == ["CCCCC", "DDDDD"]


def test_a_style_that_the_document_does_not_allow_is_refused_with_those_it_does():
    only = replace(RUN_SHEET, styles=(CLEAR, LARGE))
    with pytest.raises(AmieError) as refused:
        only.render(space_sounds(), (), style=EASY_READ)
    assert refused.value.message == "Run sheet cannot be made in easy read."
    assert refused.value.hint == "Choose clear print or large print."


def test_a_file_says_its_style_and_its_format_unless_they_are_the_usual_ones():
    styles = [FULL_PLAN.file_called(style, "html") for style in FULL_PLAN.styles]
    assert styles == ["full-plan.html", "full-plan-large.html", "full-plan-easy-read.html"]


def test_a_rule_that_the_document_does_not_allow_is_refused_with_those_it_does():
    with pytest.raises(AmieError) as refused:
        FULL_PLAN.render(space_sounds(), (), Names.ALIAS)
    assert refused.value.hint == "Choose none or code."


NAMED = {"id": "a1", "title": "Hello, Sky", "kind": "sing", "minutes": 5, "instructions": "Moss claps; the skyline"}


def _named(**more):
    return _group({"alias": "Sky"}, {"alias": "Moss", "name": "Ada Ray"}, activities=[NAMED], **more)


def test_the_name_for_home_is_on_no_paper_and_stops_one_without_names():
    plan = _group(
        {"alias": "Sky", "name_at_home": "Zarq\u00adonia"}, activities=[{**NAMED, "title": "Hello, Zarqonia"}]
    )
    assert "Zarqonia" not in _not_recorded(plan, Names.FULL)
    with pytest.raises(NamesFound) as stopped:
        FULL_PLAN.render(plan, ())
    assert "Zarqonia" in {hit.word for hit in stopped.value.hits}


def test_a_name_in_a_text_stops_paper_without_names_and_says_where():
    with pytest.raises(NamesFound) as stopped:
        FULL_PLAN.render(_named(), ())
    assert set(stopped.value.hits) >= {Hit("Sky", "0:00 1 · Hello, Sky"), Hit("Moss", "0:00 1 · Hello, Sky")}
    assert "“Sky” under “0:00 1 · Hello, Sky”" in stopped.value.message
    assert stopped.value.hint.endswith("say that the word is not the person.")


@pytest.mark.parametrize(("document", "names"), [(RUN_SHEET, Names.NONE), (FULL_PLAN, Names.CODE)])
def test_every_rule_without_names_searches_for_them(document, names):
    codes = {"p0": "K7M4P", "p1": "R3W9X"}
    with pytest.raises(NamesFound):
        document.render(_named(), (), names, codes=codes)


def test_words_that_are_not_the_person_may_stand():
    printed = FULL_PLAN.render(_named(), (), not_names=frozenset({"sky", "MOSS"}))
    assert "Hello, Sky" in structure(printed).text()


def test_a_rule_with_names_is_not_searched():
    assert "Hello, Sky" in structure(RUN_SHEET.render(_named(), ())).text()


def test_a_part_of_a_word_is_not_a_name():
    plan = _group({"alias": "Sky"}, title="Skyline", activities=[{"id": "a1", "title": "Risky"}])
    assert FULL_PLAN.render(plan, ())


@pytest.mark.parametrize("title", ["Hello S\u00adky", "Hello S\u200bky", "Hello Ｓky"])
def test_a_name_that_prints_as_one_is_found_however_it_was_typed(title):
    with pytest.raises(NamesFound):
        FULL_PLAN.render(_group({"alias": "Sky"}, title=title), ())


def test_a_name_is_found_in_a_script_that_only_the_title_of_the_file_holds():
    with pytest.raises(NamesFound):
        FULL_PLAN.render(_group({"alias": "محمد"}, title="أغنية محمد"), ())


def test_many_places_are_named_up_to_three_and_all_are_there_for_who_asks():
    running = [{"id": f"a{n}", "title": f"Sky {n} " + "long " * 30} for n in range(5)]
    with pytest.raises(NamesFound, match=r"and [0-9]+ more") as stopped:
        FULL_PLAN.render(_group({"alias": "Sky"}, activities=running), ())
    assert len(stopped.value.words["Sky"]) >= 5


def test_a_young_leader_goes_by_role_where_nobody_is_named_and_their_name_stops_it():
    team = [{"id": "t1", "name": "Kit Lo­we", "role": "DJ", "young_leader": True}, {"id": "t2", "name": "Jo"}]
    running = [{"id": "a1", "title": "Play", "leads": ["t1"]}]
    assert "DJ leads" in structure(FULL_PLAN.render(a_plan(activities=running, parts={"team": team}), ())).text()
    with pytest.raises(NamesFound, match="“Lowe”"):
        FULL_PLAN.render(a_plan(title="Jo and Lowe", parts={"team": team}), ())


@pytest.mark.parametrize("document", [RUN_SHEET, FULL_PLAN], ids=lambda document: document.id)
def test_what_prints_as_words_in_brackets_is_said(document):
    plan = _group({"alias": "Sky"}, title="བསྟན 𝄞", activities=[{"id": "a1", "title": "㐀 བསྟན"}])
    not_shown = document.sheet(plan, ()).not_shown()
    assert not_shown == ("Tibetan script", "musical symbol g clef", "character U+3400")
    assert all(f"[{name}]" in structure(document.render(plan, ())).text() for name in not_shown)
    assert document.sheet(space_sounds(), ()).not_shown() == ()


def test_what_prints_as_words_in_brackets_is_a_sentence():
    assert in_brackets(()) == ""
    assert in_brackets(("Arabic script",)) == "Arabic script prints as words in brackets: [Arabic script]."
    assert in_brackets(("flag", "Hebrew script")) == (
        "Flag and Hebrew script print as words in brackets: [flag] and [Hebrew script]."
    )


def test_a_document_of_a_plan_holds_the_findings_of_the_checks():
    plan = space_sounds()
    assert FULL_PLAN.of_plan(plan) == FULL_PLAN.render(plan, checks.run(plan))
