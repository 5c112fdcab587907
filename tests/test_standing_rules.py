"""What holds for the whole program: nothing goes out, nothing is left lying about, and text is only text."""

from __future__ import annotations

import ast
import ctypes
import json
import os
import re
import select
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMessageBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests import canaries
from tests.canaries import CANARIES
from tests.example_plans import SPACE_SOUNDS
from tests.test_accessible import faces_of
from tests.text_everywhere import ALIAS, with_text_everywhere
from tests.tour import everywhere, screens, settle, window_on

from amie_planner.cli.demo import samples
from amie_planner.exchange.loading import load
from amie_planner.places import resource
from amie_planner.store.store import Store
from amie_planner.ui.screens.session import PAPER
from amie_planner.ui.sidebar import PROGRAMMES, REPORTS

ROOT = Path(__file__).resolve().parent.parent
WINDOW = ROOT / "src" / "amie_planner" / "ui"


# Nothing goes out, nothing is left lying about


@dataclass(frozen=True)
class Ran:
    """A program that ran in a home of its own: its folder, where it was told to save, and what it said."""

    home: Path
    out: Path
    code: int
    said: str
    errors: str


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A leader's afternoon with words that must not get out, in the window and on the command line."""
    folder = tmp_path_factory.mktemp("afternoon")
    (folder / "out").mkdir()
    saved = [str(folder / "out" / f"{CANARIES[0]}.{kind}") for kind in ("pdf", "amieplan", "csv")]
    return _run(folder, sys.executable, str(ROOT / "tests" / "canaries.py"), *saved)


def _run(folder: Path, *command: str) -> Ran:
    home = folder / "home"
    for name in ("", "tmp", "config", "data", "cache", "state", "run"):
        (home / name).mkdir(exist_ok=True, mode=0o700)
    ran = subprocess.run(command, env=_at_home(home), capture_output=True, text=True, check=False, timeout=60)
    return Ran(home, folder / "out", ran.returncode, ran.stdout, ran.stderr)


def _at_home(home: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AMIE", "XDG"))}
    xdg = {f"XDG_{n.upper()}_HOME": str(home / n) for n in ("config", "data", "cache", "state")}
    own = {"HOME": str(home), "TMPDIR": str(home / "tmp"), "XDG_RUNTIME_DIR": str(home / "run")}
    python = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))), "PYTHONDONTWRITEBYTECODE": "1"}
    return kept | xdg | own | python | {"QT_QPA_PLATFORM": "offscreen"}


def hits(folder: Path) -> list[str]:
    """Where a word that must not get out stands below a folder: in a name or in the bytes of a file."""
    forms = [word.encode(code) for word in CANARIES for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        if any(word in name for word in CANARIES) or (
            path.is_file() and any(form in path.read_bytes() for form in forms)
        ):
            found.append(name)
    return found


def test_the_afternoon_was_spent_as_planned(afternoon: Ran):
    assert afternoon.code == 0, afternoon.errors
    assert {path.suffix for path in afternoon.out.iterdir()} == {".pdf", ".amieplan", ".csv"}
    [plan] = afternoon.out.glob("*.amieplan")
    assert all(word in plan.read_text(encoding="utf-8") for word in CANARIES[:3])
    assert hits(afternoon.out)


def test_no_log_setting_temporary_file_or_planner_shows_what_a_leader_wrote(afternoon: Ran):
    kept = [path.name for path in afternoon.home.rglob("*") if path.is_file()]
    assert {"planner.amie", "preferences.json", "amie-planner.log"} <= set(kept)
    assert hits(afternoon.home) == []


def test_no_temporary_file_is_left(afternoon: Ran):
    assert [path.name for path in (afternoon.home / "tmp").iterdir()] == []
    assert not [path for path in afternoon.out.iterdir() if path.suffix == ".part"]


def test_an_unexpected_error_is_logged_and_nothing_of_it_is_printed(afternoon: Ran):
    [log] = afternoon.home.rglob("amie-planner.log")
    assert "Unexpected error: ValueError" in log.read_text(encoding="utf-8")
    assert not any(word in afternoon.errors + afternoon.said for word in CANARIES)


def test_the_file_names_that_are_suggested_name_nobody(afternoon: Ran):
    suggested = json.loads(afternoon.said)["suggested"]
    assert len(suggested) == 3
    assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d-)?[a-z-]+\.(pdf|amieplan|csv)", name) for name in suggested)


def test_the_window_has_no_socket_to_another_machine(afternoon: Ran):
    assert json.loads(afternoon.said)["sockets"] == []


@pytest.mark.skipif(not Path("/proc/self/net/udp").exists(), reason="sockets are counted from /proc")
def test_a_socket_of_the_internet_would_be_seen(monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []
    monkeypatch.setattr(canaries, "sockets", seen)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.bind(("127.0.0.1", 0))
        canaries.look_for_sockets()
    assert len(seen) == 1


def test_an_error_of_ours_on_the_command_line_shows_nothing_of_what_a_leader_wrote(afternoon: Ran, tmp_path: Path):
    canaries = str(ROOT / "tests" / "canaries.py")
    [plan] = afternoon.out.glob("*.amieplan")
    ran = _run(tmp_path, sys.executable, canaries, "--broken", "check", str(plan))
    assert ran.code == 1
    assert len(ran.errors.splitlines()) == 1
    assert not any(word in ran.errors + ran.said for word in CANARIES)
    assert hits(ran.home) == []
    assert "ValueError" in next(ran.home.rglob("amie-planner.log")).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["print", "report", "import", "export"])
def test_the_command_line_leaves_nothing_of_what_a_leader_wrote(afternoon: Ran, tmp_path: Path, command: str):
    [plan] = afternoon.out.glob("*.amieplan")
    planner = str(tmp_path / "home" / "planner.amie")
    (tmp_path / "out").mkdir()
    out = tmp_path / "out"
    line = {
        "print": [[str(plan), "--as", "all", "--names", "alias", "--out", str(out)]],
        "report": [[str(plan), "--from", "2026-09-01", "--to", "2027-08-31", "--out", str(out / "sessions.csv")]],
        "import": [[str(plan), "--planner", planner]],
        "export": [[str(plan), "--planner", planner], ["--planner", planner, str(out / "plan.amieplan")]],
    }[command]
    names = ["import", "export"] if command == "export" else [command]
    for name, arguments in zip(names, line, strict=True):
        ran = _run(tmp_path, sys.executable, "-m", "amie_planner", name, *arguments)
        assert ran.code == 0, ran.errors
        assert not any(word in ran.said + ran.errors for word in CANARIES)
        assert hits(ran.home) == []
        assert not list((ran.home / "tmp").iterdir())


# Text is only text


def hostile(picture: Path) -> str:
    """Text that would be a heading, a name or a picture if anything took it for more than text."""
    return f'Oh <b>bold a & b < c <img src="{picture}"/> &amp; yes'


WHOLE = {"bold": "<b>bold", "b<c": "a&b<c", "imgsrc": '<imgsrc="', "amp;": "&amp;", "i>&q": ALIAS}
"""What must stand around each part of that text wherever it is shown; spaces aside, for lines break."""


class Opened:
    """Tells whether anything opened a file. Source: inotify(7); where there is none, it sees nothing."""

    IN_OPEN = 0x20

    def __init__(self, file: Path) -> None:
        self._handle = -1
        if sys.platform == "linux":
            libc = ctypes.CDLL(None, use_errno=True)
            self._handle = libc.inotify_init1(os.O_NONBLOCK)
            assert libc.inotify_add_watch(self._handle, os.fsencode(file), self.IN_OPEN) >= 0

    def times(self) -> int:
        """How often since the last look."""
        if self._handle < 0 or not select.select([self._handle], [], [], 0)[0]:
            return 0
        return len(os.read(self._handle, 65536)) // struct.calcsize("iIII")


def test_whatever_a_leader_writes_is_shown_as_it_is_and_opens_no_file(qtbot: QtBot, store: Store, tmp_path: Path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(resource("icons", "up-light.svg").read_bytes())
    opened = Opened(picture)
    picture.read_bytes()
    assert opened.times() == (1 if sys.platform == "linux" else 0)

    text = hostile(picture)
    amiss, seen = [], 0
    series = with_text_everywhere(load(SPACE_SOUNDS), text)
    with window_on(qtbot, store, series) as window:
        assert window.programmes is not None
        window.show_screen(PROGRAMMES)
        window.programmes.session_view.opened.emit()
        window.session.planning.toggle_skip()
        for place, top in everywhere(window):
            top.grab()
            for shown in map(_closed_up, (*_said(top), *_drawn(top))):
                seen += "bold" in shown
                if any(shown.count(mark) != shown.count(whole) for mark, whole in WHOLE.items()):
                    amiss.append((place, shown[:120]))
    assert not amiss
    assert seen > 300
    assert opened.times() == 0


def _closed_up(text: str) -> str:
    return "".join(text.split())


def _said(top: QWidget) -> Iterator[str]:
    for face in faces_of(QAccessible.queryAccessibleInterface(top)):
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield face.text(kind)


def _drawn(top: QWidget) -> Iterator[str]:
    """What buttons and menus show once they have taken an ampersand for the mark of a key."""
    for item in (*top.findChildren(QAbstractButton), *top.findChildren(QAction)):
        yield re.sub(r"&(.)", r"\1", item.text())
    for box in top.findChildren(QComboBox):
        yield from (box.itemText(n) for n in range(box.count()))


def test_every_label_and_message_is_plain_text_and_nothing_shows_tooltips(qtbot: QtBot, store: Store):
    with window_on(qtbot, store, *samples()) as window:
        for place, top in everywhere(window):
            assert not top.findChildren(QTextEdit), place
            for label in top.findChildren(QLabel):
                rich = label.textFormat() != Qt.TextFormat.PlainText and bool(label.text())
                of_box = isinstance(label.window(), QMessageBox)
                assert not rich or (of_box and label.window().textFormat() == Qt.TextFormat.PlainText), label.text()
            tips = [w for w in (top, *top.findChildren(QWidget)) if w.toolTip() or w.whatsThis() or w.statusTip()]
            assert not tips, place


RICH = {
    "QLabel": {"basics.py"},
    "QMessageBox": {"trouble.py", "exchanging.py"},
    "QTextEdit": set(),
    "QTextBrowser": set(),
    "QTextDocument": set(),
    "QToolTip": set(),
    "QWhatsThis": set(),
    "QStaticText": set(),
    "setHtml": set(),
    "insertHtml": set(),
    "appendHtml": set(),
    "setToolTip": set(),
    "setStatusTip": set(),
    "setWhatsThis": set(),
    "setStyleSheet": {"theme.py"},
    "RichText": set(),
    "AutoText": set(),
    "MarkdownText": set(),
}


def test_only_the_modules_that_make_text_plain_use_what_could_make_it_rich():
    stray = []
    for module in (*WINDOW.rglob("*.py"), WINDOW.parent / "app.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names = [getattr(n, "attr", getattr(n, "id", getattr(n, "name", ""))) for n in ast.walk(tree)]
        stray += [(module.name, name) for name in names if name in RICH and module.name not in RICH[name]]
    assert not stray


def test_every_message_box_is_told_that_its_text_is_plain():
    for module in ("trouble.py", "widgets/exchanging.py"):
        source = (WINDOW / module).read_text(encoding="utf-8")
        assert source.count("QMessageBox(") == source.count("setTextFormat(Qt.TextFormat.PlainText)") == 1


# The leader's words


FORBIDDEN = re.compile(
    r"\b(scor(e|es|ed|ing)|fail(ed|ure|ures|ing)?|pass[ -]mark|complian(t|ce)|ratings?|rated|grad(e|es|ed|ing)"
    r"|amie[- ]approved|approved by amie|accredit\w*|diagnos\w*|disorders?|suffer\w*|wheelchair[- ]bound|normal"
    r"|special needs|handicap\w*|deficit|severity|red flags?)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", ["Your score: 7", "Failed", "AMIE-approved", "Diagnosis", "pass mark", "Grade B"])
def test_a_forbidden_word_is_found(text: str):
    assert FORBIDDEN.search(text)


@pytest.mark.parametrize("text", ["If it fails", "Underscored", "a pass", "Upgrade", "generated"])
def test_other_words_are_left_alone(text: str):
    assert not FORBIDDEN.search(text)


def test_the_window_uses_no_word_that_judges_or_labels(qtbot: QtBot, store: Store):
    found = set()
    with window_on(qtbot, store, *samples()) as window:
        for place, top in everywhere(window):
            actions = [action.text() for action in top.findChildren(QAction)]
            for text in (*_said(top), *_drawn(top), *actions):
                if hit := FORBIDDEN.search(text):
                    found.add((place, hit[0], text[:80]))
    assert not found


@pytest.mark.parametrize("name", ["vocabulary.json", "presets.json"])
def test_no_resource_uses_a_word_that_judges_or_labels(name: str):
    assert not FORBIDDEN.findall(resource(name).read_text(encoding="utf-8"))


def test_no_text_in_the_source_uses_a_word_that_judges_or_labels():
    found = []
    for module in (ROOT / "src").rglob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        texts = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        found += [(module.name, n.value) for n in texts if id(n) not in told and FORBIDDEN.search(n.value)]
    assert not found


# What happened is said


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say."""
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    return heard


def test_everything_that_happens_is_announced(qtbot: QtBot, store: Store, announced: list[str], tmp_path: Path):
    with window_on(qtbot, store, *samples()) as window:
        for _ in screens(window):
            pass
        announced.clear()
        window._save_pdf()
        assert announced == ["Open a session first, then save its paper."]
        window.open_session(window.programmes.programmes.rows[0].id, "s1")
        announced.clear()
        window.session.planning.toggle_skip()
        assert re.fullmatch(r"✓ Saved \d\d:\d\d", announced[-1])
        assert window.saved.text() == announced[-1]
        announced.clear()
        window.session.show_face(PAPER)
        assert window.session.paper.pdf
        announced.clear()
        window.session.paper.save_to(tmp_path / "paper.pdf")
        window.session.paper.leave()
        assert announced == ["Saved paper.pdf"]
        window.sidebar.choose(REPORTS)
        settle()
        window.screens[REPORTS].check()
        announced.clear()
        window.screens[REPORTS].save_sessions.save(tmp_path / "sessions.csv")
        assert announced == ["Saved sessions.csv"]
        announced.clear()
        window._save_now()
        assert len(announced) == 1
