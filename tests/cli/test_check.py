"""`check`: sessions or a series, as text or as JSON, and a period that was asked for or is the programme's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_document, in_bytes

from amie_planner import checks
from amie_planner.cli import main
from amie_planner.places import resource

HUB = resource("samples", "hub-wording.json")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command: its exit code, what it printed, and what it said was amiss."""

    def once(*arguments: object) -> tuple[int, str, str]:
        code = main(["check", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return once


@pytest.fixture
def term(tmp_path: Path) -> Path:
    """Five sessions, a week apart, of a programme that runs over the first four of them; the music changes halfway."""
    sessions = [
        {
            "id": f"s{n}",
            "title": f"Week {n}",
            "date": f"2026-09-{1 + 7 * (n - 1):02d}",
            "activities": [{"id": "a1", "minutes": 10, "music": [{"genres": ["pop" if n < 4 else "grime"]}]}],
        }
        for n in range(1, 6)
    ]
    programme = {"uid": "u1", "title": "Sound makers", "from": "2026-09-01", "to": "2026-09-22"}
    file = tmp_path / "term.amieplan"
    file.write_bytes(in_bytes(a_document(programme=programme, sessions=sessions)))
    return file


def music(said: str) -> dict[str, Any]:
    """What D11 finds."""
    return next(finding for finding in json.loads(said) if finding["check"] == "D11")


def test_a_series_is_findings_as_json_in_the_order_of_the_questions(run: Run, term: Path) -> None:
    code, said, _ = run(term, "--series", "--json")
    found = json.loads(said)
    asked = [held.id for held in checks.SERIES_CHECKS]
    assert code == 0
    assert [finding["check"] for finding in found] == [id for id in asked if id not in ("H12", "E12", "E14", "D13")]
    assert {finding["scope"] for finding in found} == {"series"}
    assert {finding["session"] for finding in found} == {None}
    assert set(found[0]) == {"check", "scope", "session", "answer", "text", "lines", "reply"}


def test_without_a_period_a_series_is_as_long_as_its_programme(run: Run, term: Path) -> None:
    _, said, _ = run(term, "--series", "--json")
    assert "Pop: 30 minutes; Hip-hop and rap: 10 minutes" in music(said)["text"]


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (("--from", "2026-09-08"), "Pop: 20 minutes; Hip-hop and rap: 10 minutes"),
        (("--to", "2026-09-29"), "Pop: 30 minutes; Hip-hop and rap: 20 minutes"),
        (("--from", "2026-09-15", "--to", "2026-09-29"), "Hip-hop and rap: 20 minutes; Pop: 10 minutes"),
        (("--from", "2026-09-16", "--to", "2026-09-29"), "too early to see a pattern"),
    ],
)
def test_a_period_counts_from_its_first_day_to_its_last(
    run: Run, term: Path, period: tuple[str, ...], text: str
) -> None:
    code, said, _ = run(term, "--series", *period, "--json")
    assert code == 0
    assert text in music(said)["text"]


def test_a_series_as_text_names_its_programme_and_its_days(run: Run, term: Path) -> None:
    _, said, _ = run(term, "--series")
    first, *_ = said.splitlines()
    assert first == "Sound makers, from Tuesday 1 September 2026 to Tuesday 22 September 2026"
    assert "  Diverse: All genres, styles and practices are valued equally" in said
    assert "[D11]" in said
    assert "      → Week 1, Tuesday 1 September 2026" in said


def test_a_series_without_a_last_day_says_only_its_first(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "open.amieplan"
    file.write_bytes(in_bytes(a_document(programme={"title": "Open", "from": "2026-09-01"})))
    assert run(file, "--series")[1].startswith("Open, from Tuesday 1 September 2026\n")
    assert run(file, "--series", "--to", "2026-10-01")[1].startswith(
        "Open, from Tuesday 1 September 2026 to Thursday 1 October 2026\n"
    )


def test_sessions_as_text_stand_one_after_the_other(run: Run) -> None:
    code, said, _ = run(SPACE_SOUNDS)
    assert code == 0
    titles = [line for line in said.splitlines() if line.startswith(("Lift-off", "Moon landing"))]
    assert titles == ["Lift-off, Tuesday 8 September 2026", "Moon landing, Tuesday 15 September 2026"]
    assert "    worth a look: One note from last time waits" in said
    assert "      → Count-in before Moon walk" in said


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--series", "--session", "s1"), "--session or --series"),
        (("--from", "2026-09-01"), "--series"),
        (("--to", "2026-09-01"), "--series"),
        (("--series", "--from", "2026-09-02", "--to", "2026-09-01"), "before the first"),
        (("--series", "--from", "1 September"), "YYYY-MM-DD"),
    ],
)
def test_what_does_not_go_together_is_refused_in_one_line(run: Run, term: Path, asked: tuple[str], words: str) -> None:
    code, said, amiss = run(term, *asked)
    assert (code, said, amiss.count("\n")) == (2, "", 1)
    assert words in amiss


def test_json_is_one_list_as_it_would_be_written_whole(run: Run, tmp_path: Path) -> None:
    session = {"id": "s1", "title": "Line\u2028break", "intentions": [{"id": "i1", "text": 'a\u2028"b"\nc'}]}
    for sessions in ([], [session], [session, session | {"id": "s2"}]):
        file = tmp_path / "any.amieplan"
        file.write_bytes(in_bytes(a_document(sessions=sessions)))
        said = run(file, "--json")[1]
        assert said == json.dumps(json.loads(said), ensure_ascii=False, indent=1) + "\n"
        assert {finding["session"] for finding in json.loads(said)} == {each["id"] for each in sessions}


def test_sessions_are_asked_about_in_the_words_of_a_hub_and_not_about_what_it_leaves_out(run: Run) -> None:
    ours, theirs = (json.loads(run(SPACE_SOUNDS, "--json", *wording)[1]) for wording in ((), ("--wording", str(HUB))))
    assert {finding["check"] for finding in ours} - {finding["check"] for finding in theirs} == {"R01", "R02"}
    said = {finding["check"]: finding["text"] for finding in theirs}
    assert said["E09"] == "Would it cost a family money, a journey or kit to join in?"
    assert [f for f in ours if f["check"] not in ("R01", "R02", "E09")] == [f for f in theirs if f["check"] != "E09"]


def test_sessions_as_text_stand_under_the_principles_of_a_hub(run: Run) -> None:
    _, said, _ = run(SPACE_SOUNDS, "--wording", HUB)
    assert "  Fair: Whoever meets most in the way is given most to get past it" in said
    assert "  In the words of a hub. Nothing is asked here about Representative.\n" in said
    assert "Representative:" not in said
    assert "    Would it cost a family money, a journey or kit to join in? [E09]\n" in said


def test_a_series_is_asked_about_in_the_words_of_a_hub(run: Run, term: Path) -> None:
    ours, theirs = (
        [f["check"] for f in json.loads(run(term, "--series", "--json", *wording)[1])]
        for wording in ((), ("--wording", HUB))
    )
    assert theirs == [id for id in ours if id not in ("R11", "R12", "D13")] != ours
    assert "Made with the young people of our local society" in run(term, "--series", "--wording", HUB)[1]


def test_a_wording_that_does_not_hold_is_refused_in_one_line(run: Run, term: Path, tmp_path: Path) -> None:
    code, said, amiss = run(term, "--wording", term)
    assert (code, said, amiss.count("\n")) == (2, "", 1)
    assert "not a wording of HEARD" in amiss
    assert run(term, "--wording", tmp_path / "none.json")[0] == 2


def test_a_reply_and_what_is_looked_at_first_are_said_with_their_finding(run: Run, tmp_path: Path) -> None:
    replies = [
        {"check": "E09", "session": "s1", "reply": "on purpose", "because": "We have no budget"},
        {"check": "D11", "for": "programme", "reply": "acted on"},
    ]
    programme = {"uid": "u1", "title": "Sound makers", "focus": ["E09"]}
    file = tmp_path / "plan.amieplan"
    sessions = [{"id": "s1", "title": "One", "date": "2026-09-01"}]
    file.write_bytes(in_bytes(a_document(programme=programme, sessions=sessions, replies=replies)))
    _, said, _ = run(file)
    assert "[E09, to look at first]\n      your call\n      ↩ On purpose, because: We have no budget.\n" in said
    _, over_time, _ = run(file, "--series")
    about = "[D11]\n      not recorded: Fewer than three sessions so far: it is too early to see a pattern.\n"
    assert f"{about}      ↩ Acted on.\n" in over_time
