"""The set-up script's decisions, and what the pinned requirement files may hold."""

import re
import tomllib
from pathlib import Path

import pytest

import dev

PINNED_FILES = [dev.RUNTIME, dev.DEVELOPMENT]


def pins(file: Path) -> dict[str, str]:
    """Name and version of every requirement in the file, each a line that does not start with a space or a #."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if re.match(r"[^\s#]", line)]
    return dict(re.fullmatch(r"([a-z0-9-]+)==([\w.]+)(?: ; [^\\]+)? \\", line).groups() for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [["demo"], ["demo", "--keep", "folder"], ["--planner", "mine"]],
)
def test_a_window_is_needed_for_the_planner_and_its_sample(arguments):
    assert dev.needs_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["demo", "--help"],
        ["demo", "--print", "folder"],
        ["demo", "--print=folder"],
        ["check", "plan.amieplan"],
        ["print", "plan.amieplan", "--as", "all"],
        ["report", "plan.amieplan"],
        ["import", "plan.amieplan"],
        ["import-people", "class.csv"],
        ["export", "--planner", "mine", "plan.amieplan"],
        ["backup", "--planner", "mine"],
        ["schema"],
    ],
)
def test_no_window_is_needed_for_work_in_a_terminal(arguments):
    assert not dev.needs_window(arguments)


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_or_a_chosen_qt_platform_counts_as_a_screen_on_linux(name):
    assert dev.has_screen("linux", {name: "offscreen"})


def test_linux_without_a_display_has_no_screen():
    assert not dev.has_screen("linux", {"DISPLAY": ""})


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_windows_and_macos_always_have_a_screen(platform):
    assert dev.has_screen(platform, {})


def test_a_window_without_a_screen_stops_in_words_and_says_how_to_get_pages(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert dev.main(["run"]) == 2
    assert "python3 packaging/dev.py run -- demo --print DIR" in capsys.readouterr().err


def test_an_older_python_is_refused_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    monkeypatch.setattr("sys.version", "3.9.2 (default)")
    assert dev.main(["test"]) == 2
    assert capsys.readouterr().err == "AMIE Planner needs Python 3.11 or newer; this is Python 3.9.2.\n"


def test_what_follows_two_dashes_goes_to_the_command():
    assert dev.split(["run", "--", "check", "plan.amieplan"]) == ("run", ["check", "plan.amieplan"])
    assert dev.split(["test"]) == ("test", [])


@pytest.mark.parametrize("arguments", [[], ["build"], ["test", "tests/checks"], ["pin", "--", "reportlab"]])
def test_an_unknown_command_shows_how_to_ask(arguments, capsys):
    assert dev.main(arguments) == 2
    assert "packaging/dev.py run" in capsys.readouterr().err


def test_each_missing_library_names_its_debian_package(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    libraries = {"libNotHere.so.9": "libnothere9", "libAbsent.so.1": "libabsent1"}
    assert dev.missing_packages(libraries, making_venv=False) == ["libabsent1", "libnothere9"]


def test_a_python_without_ensurepip_needs_its_venv_package_only_to_make_a_venv(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    package = f"python3.{dev.sys.version_info.minor}-venv"
    assert dev.missing_packages({}, making_venv=True) == [package]
    assert dev.missing_packages({}, making_venv=False) == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_windows_and_macos_need_no_system_packages(monkeypatch, platform):
    monkeypatch.setattr("sys.platform", platform)
    assert dev.missing_packages({"libNotHere.so.9": "libnothere9"}, making_venv=True) == []


def test_someone_who_may_not_install_gets_the_one_line_to_type(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.Stop, match="sudo apt-get install --yes --no-install-recommends libegl1 libgl1"):
        dev.provide(["libegl1", "libgl1"])


def test_a_venv_that_is_in_use_stops_in_words(monkeypatch, tmp_path):
    def in_use(_):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr("shutil.rmtree", in_use)
    with pytest.raises(dev.Stop, match="Close AMIE Planner first"):
        dev.remove_old_venv()


def test_a_venv_that_is_not_there_need_not_be_removed(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "VENV", tmp_path / "none")
    dev.remove_old_venv()


def test_no_program_is_installed_that_would_miss_the_resources():
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert not {"scripts", "gui-scripts", "entry-points"} & project.keys()


def test_the_stamp_changes_with_the_requirement_file_and_with_python():
    stamps = {dev.fingerprint(file, python) for file in (b"a==1", b"a==2") for python in ("3.11.2", "3.13.0")}
    assert len(stamps) == 4
    assert dev.fingerprint(b"a==1", "3.11.2") in stamps


def test_children_may_write_compiled_modules():
    assert dev.child_environment({"PYTHONDONTWRITEBYTECODE": "1", "HOME": "here"}) == {"HOME": "here"}


@pytest.mark.parametrize("file", PINNED_FILES, ids=lambda file: file.name)
def test_requirement_files_hold_no_address_and_no_folder(file):
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"://|^\s*-|file:|\s@\s", text.replace("    --hash=sha256:", ""), re.MULTILINE)
    assert not re.search(r"(?<!packaging)/", text)


@pytest.mark.parametrize("file", PINNED_FILES, ids=lambda file: file.name)
def test_every_requirement_is_one_version_with_hashes(file):
    blocks = re.split(r"\n(?=[a-z])", file.read_text(encoding="utf-8"))[1:]
    assert len(blocks) == len(pins(file)) > 15
    assert all(re.search(r"\n    --hash=sha256:[0-9a-f]{64}", block) for block in blocks)


def test_the_development_file_holds_every_runtime_pin():
    assert pins(dev.RUNTIME).items() <= pins(dev.DEVELOPMENT).items()
