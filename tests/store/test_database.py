"""Opening a planner: what is refused in which words, by whom it is held, and what keeps it safe."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa
from tests.example_plans import SPACE_SOUNDS
from tests.store.endless import in_a_process, processes
from tests.store.faults import never_written, spoilt

from amie_planner.domain.changes import Change, add
from amie_planner.domain.plan import Series
from amie_planner.domain.records import NextTime
from amie_planner.errors import AmieError
from amie_planner.exchange.plan_file import read
from amie_planner.store import database, vault
from amie_planner.store.store import Store

NOBODY = 65534


@pytest.fixture
def kept(planner: Path) -> Path:
    """A closed planner with the space-sounds programme."""
    with Store.open(planner) as store:
        store.apply(map(add, _space().records()))
    return planner


def _space() -> Series:
    return read(SPACE_SOUNDS.read_bytes())


def _many_notes() -> list[Change]:
    id = _space().programme.id
    return [add(NextTime.made(programme=id, session="s1", id=f"many{n}", text="Words " * 40)) for n in range(60)]


def _held(planner: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in planner.parent.iterdir()}


def _refused(planner: Path) -> str:
    """What is said when the planner does not open; nothing in its folder may change by it."""
    before = _held(planner)
    with pytest.raises(AmieError) as refused:
        Store.open(planner).close()
    assert _held(planner) == before
    assert refused.value.hint
    return refused.value.message


def _emptied(planner: Path) -> None:
    planner.write_bytes(b"")


def _another_key(planner: Path) -> None:
    vault.beside(planner).unlink()
    vault.make(planner)


def _no_key(planner: Path) -> None:
    vault.beside(planner).unlink()


def _damaged_key(planner: Path) -> None:
    vault.beside(planner).write_text("{")


def _damaged(planner: Path) -> None:
    data = bytearray(planner.read_bytes())
    data[len(data) // 2] ^= 1
    planner.write_bytes(data)


def _cut_short(planner: Path) -> None:
    planner.write_bytes(planner.read_bytes()[:-8192])


def _pdf(planner: Path) -> None:
    planner.write_bytes(b"%PDF-1.7\n" + b"x" * 8183)


def _plan_file(planner: Path) -> None:
    shutil.copy(SPACE_SOUNDS, planner)


def _gone_but_its_log(planner: Path) -> None:
    planner.rename(planner.with_name(planner.name + "-wal"))


SAYINGS: dict[Callable[[Path], None], str] = {
    _emptied: "is empty",
    _another_key: "belongs to another file, or the start",
    _no_key: "key of this planner is missing",
    _damaged_key: "key of this planner cannot be read",
    _damaged: "planner file is damaged",
    _cut_short: "planner file is damaged",
    _pdf: "not a planner file",
    _plan_file: "not a planner file",
    _gone_but_its_log: "is missing, but changes that belong to it are still here",
}


@pytest.mark.parametrize("fault", SAYINGS, ids=lambda fault: fault.__name__)
def test_a_file_that_cannot_be_opened_says_why_and_is_left_alone(kept: Path, fault: Callable[[Path], None]) -> None:
    fault(kept)
    assert SAYINGS[fault] in _refused(kept)


def _unnoticed(planner: Path, faults: int) -> list[int]:
    sound = planner.read_bytes()
    shown = []
    for seed in range(faults):
        planner.write_bytes(spoilt(sound, Random(seed)))
        try:
            with Store.open(planner) as store:
                shown += [seed] if store.series(_space().programme.id) != _space() else []
        except AmieError as error:
            assert error.message and error.hint
        planner.with_name(planner.name + "-wal").unlink(missing_ok=True)
    return shown


def test_a_spoilt_file_never_shows_anything_else_than_was_kept(kept: Path) -> None:
    assert _unnoticed(kept, 60) == []


@pytest.mark.on_demand
def test_a_thousand_spoilt_files_never_show_anything_else_than_was_kept(kept: Path) -> None:
    assert _unnoticed(kept, 1000) == []


def _newer_with_an_unfinished_log(planner: Path, out: Connection) -> None:
    connection = database.connect(planner, vault.read(planner))
    connection.execute("PRAGMA user_version = 9")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("CREATE TABLE tomorrow (id TEXT)")
    out.send("made")
    os._exit(0)


def test_a_newer_planner_is_refused_with_both_versions_and_every_byte_left_alone(kept: Path) -> None:
    in_a_process(_newer_with_an_unfinished_log, kept)[0].join()
    assert kept.with_name("planner.amie-wal").stat().st_size > 4096
    said = _refused(kept)
    assert "9" in said and str(database.SCHEMA) in said


def _try_to_open(planner: Path, out: Connection) -> None:
    try:
        with Store.open(planner):
            out.send("open")
            out.recv()
    except AmieError as error:
        out.send(error.message)


def _tries(planner: Path) -> str:
    process, said = in_a_process(_try_to_open, planner)
    answer = str(said.recv())
    _end(process, said)
    return answer


def _end(process: BaseProcess, said: Connection) -> None:
    with suppress(BrokenPipeError):
        said.send("enough")
    process.join()


BUSY = "This planner is open in another window."


def test_a_second_window_is_refused_here_and_in_another_process(kept: Path) -> None:
    with Store.open(kept) as store:
        for _ in range(2):
            with pytest.raises(AmieError, match=BUSY):
                Store.open(kept)
            assert _tries(kept) == BUSY
        assert store.series(_space().programme.id) == _space()
    assert _tries(kept) == "open"


def test_a_killed_window_leaves_the_planner_free(kept: Path) -> None:
    process, said = in_a_process(_try_to_open, kept)
    assert said.recv() == "open"
    process.kill()
    process.join()
    assert _tries(kept) == "open"


def _race(planner: Path, gate: object, out: Connection) -> None:
    gate.wait()
    _try_to_open(planner, out)


def _races(folder: Path, count: int) -> set[tuple[str, ...]]:
    outcomes = set()
    for n in range(count):
        gate = processes.Barrier(2)
        both = [in_a_process(_race, folder / str(n) / "planner.amie", gate) for _ in range(2)]
        outcomes.add(tuple(sorted(said.recv() for _, said in both)))
        for process, said in both:
            _end(process, said)
    return outcomes


def test_of_two_windows_that_make_a_planner_at_once_one_has_it(tmp_path: Path) -> None:
    assert _races(tmp_path, 8) == {(BUSY, "open")}


@pytest.mark.on_demand
def test_of_two_windows_one_has_the_planner_in_a_hundred_races(tmp_path: Path) -> None:
    assert _races(tmp_path, 100) == {(BUSY, "open")}


@pytest.fixture
def elsewhere(kept: Path) -> Iterator[Path]:
    """The planner in a folder that another account can reach."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for file in kept.parent.iterdir():
            shutil.copy(file, folder)
        if os.geteuid() == 0:
            for path in (folder, *folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)
        yield folder / kept.name
        folder.chmod(0o700)


def _try_as_an_ordinary_user(planner: Path, out: Connection) -> None:
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    _try_to_open(planner, out)


@pytest.mark.parametrize("read_only", ["folder", "file", "new"])
def test_a_read_only_place_is_said_in_words_and_left_alone(elsewhere: Path, read_only: str) -> None:
    before = _held(elsewhere)
    (elsewhere if read_only == "file" else elsewhere.parent).chmod(0o400 if read_only == "file" else 0o500)
    planner = elsewhere.with_name("new.amie") if read_only == "new" else elsewhere
    _, said = in_a_process(_try_as_an_ordinary_user, planner)
    assert said.recv() == f"The planner cannot be written in {elsewhere.parent.resolve()}."
    assert _held(elsewhere) == before


SETTINGS = {
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "application_id": database.APPLICATION_ID,
    "user_version": database.SCHEMA,
}


def test_every_setting_that_keeps_data_safe_is_in_force(kept: Path) -> None:
    connection = database.connect(kept, vault.read(kept))
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS} == SETTINGS
    assert connection.execute("PRAGMA mmap_size").fetchone() in (None, (0,))
    connection.close()


def test_an_unexpected_fault_does_not_quote_what_a_leader_wrote(kept: Path) -> None:
    with closing(database.File(kept, vault.read(kept))) as file:
        with pytest.raises(sa.exc.OperationalError) as written, file.writing() as connection:
            connection.execute(sa.text("SELECT nothing FROM nowhere WHERE name = :name"), {"name": "Sky"})
        with pytest.raises(database.driver.OperationalError) as read, file.reading() as connection:
            connection.execute("SELECT nothing FROM nowhere WHERE name = :name", {"name": "Sky"})
    assert "Sky" not in str(written.value) + str(read.value)


def test_a_page_that_the_disk_never_wrote_is_noticed_before_anything_is_written(kept: Path) -> None:
    """Each page has its seal, but the first one is from before."""
    before = kept.read_bytes()
    with Store.open(kept) as store:
        store.apply(_many_notes())
    kept.write_bytes(never_written(before, kept.read_bytes()))
    with closing(database.File(kept, vault.read(kept))) as file:
        for _ in range(2):
            with pytest.raises(AmieError, match="planner file is damaged"), file.writing():
                pytest.fail("it was written")


def test_a_page_that_the_disk_never_wrote_is_noticed_when_the_store_gets_ready(kept: Path) -> None:
    before = kept.read_bytes()
    with Store.open(kept) as store:
        store.apply(_many_notes())
    kept.write_bytes(never_written(before, kept.read_bytes()))
    with Store.open(kept) as store, pytest.raises(AmieError, match="planner file is damaged"):
        store.get_ready_to_write()


def test_a_damaged_file_writes_nothing_to_the_terminal(kept: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _damaged(kept)
    _refused(kept)
    _another_key(kept)
    _refused(kept)
    assert capfd.readouterr() == ("", "")
