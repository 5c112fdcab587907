"""The log says what kind of thing happened and where in the code, and quotes nobody."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from amie_planner import log


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """After a test the logger is as it was."""
    before = list(log.LOGGER.handlers), log.LOGGER.propagate, log.LOGGER.level
    yield
    for handler in set(log.LOGGER.handlers) - set(before[0]):
        handler.close()
    log.LOGGER.handlers[:], log.LOGGER.propagate = before[:2]
    log.LOGGER.setLevel(before[2])


def raised(message: str) -> Exception:
    try:
        raise ValueError(message) from KeyError(message)
    except ValueError as error:
        return error


def test_an_error_is_logged_by_its_type_and_place_and_never_by_what_it_says(tmp_path: Path):
    file = tmp_path / "logs" / "amie.log"
    log.start(file)
    log.trouble("Unexpected error", raised("Skylark Moonbeam"))
    [line] = file.read_text(encoding="utf-8").splitlines()
    assert "ERROR Unexpected error: ValueError at test_log.py:" in line
    assert "Skylark" not in line
    assert str(tmp_path) not in line


def test_what_the_program_logs_goes_to_no_other_place(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    seen: list[logging.LogRecord] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record)

    listener = Listener()
    logging.getLogger().addHandler(listener)
    try:
        log.start(tmp_path / "amie.log")
        log.trouble("Unexpected error", raised("Skylark"))
    finally:
        logging.getLogger().removeHandler(listener)
    assert not seen
    assert capfd.readouterr() == ("", "")


def test_a_place_that_cannot_be_written_leaves_the_program_without_a_log(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    (tmp_path / "taken").touch()
    log.start(tmp_path / "taken" / "amie.log")
    log.trouble("Unexpected error", raised("Skylark"))
    log.trouble("Unexpected error", raised("Skylark"))
    assert "Skylark" not in "".join(capfd.readouterr())


def test_where_nothing_goes_wrong_there_is_no_log(tmp_path: Path):
    log.start(tmp_path / "logs" / "amie.log")
    assert not list(tmp_path.iterdir())


def test_a_second_start_logs_to_the_second_place_alone(tmp_path: Path):
    for name in ("first.log", "second.log"):
        log.start(tmp_path / name)
    log.trouble("Unexpected error", raised("Skylark"))
    assert [path.name for path in tmp_path.iterdir()] == ["second.log"]


def test_the_log_keeps_six_files_of_a_megabyte_and_no_more(tmp_path: Path):
    log.start(tmp_path / "amie.log")
    log.LOGGER.info("The first line")
    handler = next(h for h in log.LOGGER.handlers if isinstance(h, RotatingFileHandler))
    assert handler.maxBytes == 1_000_000
    handler.maxBytes = 1000
    for _ in range(200):
        log.LOGGER.info("One line of some length that stands for many more")
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 6
    assert max(sizes) <= 1000


def test_a_log_that_cannot_be_written_says_nothing_anywhere(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    script = "import sys; from pathlib import Path; from amie_planner import log; log.start(Path(sys.argv[1])); "
    script += "[log.trouble('Something', ValueError('Otter')) for _ in range(2)]"
    command = [sys.executable, "-c", script, str(tmp_path / "file" / "planner.log")]
    environment = {**os.environ, "PYTHONPATH": "src"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
