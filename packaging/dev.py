"""Set up, open, test and pin the planner from a checkout.

    python3 packaging/dev.py run [-- ARGUMENTS]     open the sample planner, or run `amie-planner ARGUMENTS`
    python3 packaging/dev.py test [-- ARGUMENTS]    run all tests, or pytest with ARGUMENTS
    python3 packaging/dev.py pin                    renew the pinned requirement files

Standard library only: a fresh machine needs Python 3.11 or newer and nothing else.
Everything goes into .venv in the checkout; missing system libraries are installed (as root) or named.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from pathlib import Path

OLDEST_PYTHON = (3, 11)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "requirements.stamp"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME = ROOT / "packaging" / "requirements.txt"
DEVELOPMENT = ROOT / "packaging" / "requirements-dev.txt"

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

NO_SCREEN = (
    "There is no screen here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
    "To get every document of the sample planner instead: python3 packaging/dev.py run -- demo --print DIR"
)


class Stop(Exception):
    """Something the person at the keyboard can mend; the text says how."""


def main(arguments: list[str]) -> int:
    """Do the one command in `arguments`; return the exit code (2: yours to mend)."""
    try:
        if sys.version_info[:2] < OLDEST_PYTHON:
            raise Stop(f"AMIE Planner needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")
        command, rest = split(arguments)
        return {"run": run, "test": test, "pin": pin}[command](rest)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as failure:
        print(f"This step failed, see above: {' '.join(map(str, failure.cmd))}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def split(arguments: list[str]) -> tuple[str, list[str]]:
    """The command, and what follows `--`."""
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        raise SystemExit(0)
    command, rest = arguments[:1], arguments[1:]
    if command not in (["run"], ["test"], ["pin"]) or (rest and rest[0] != "--") or (rest and command == ["pin"]):
        raise Stop(str(__doc__))
    return command[0], rest[1:]


def run(arguments: list[str]) -> int:
    """Run `amie-planner` with the arguments, or the sample planner without any."""
    arguments = arguments or ["demo"]
    libraries: dict[str, str] = {}
    if needs_window(arguments):
        if not has_screen(sys.platform, os.environ):
            raise Stop(NO_SCREEN)
        libraries = QT_LIBRARIES if "QT_QPA_PLATFORM" in os.environ else {**QT_LIBRARIES, **SCREEN_LIBRARIES}
    set_up([RUNTIME], libraries)
    return in_venv(["-m", "amie_planner", *arguments], child_environment(os.environ), folder=Path.cwd())


def test(arguments: list[str]) -> int:
    """Run pytest without a screen, on two processes unless told what to run; its exit code is ours."""
    set_up([DEVELOPMENT, RUNTIME], QT_LIBRARIES)
    environment = {**child_environment(os.environ), "QT_QPA_PLATFORM": "offscreen"}
    return in_venv(["-m", "pytest", *(arguments or ["-n", "2"])], environment, folder=ROOT)


def pin(_: list[str]) -> int:
    """Write the newest versions that fit, with the hashes of every platform's files, into the requirement files."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or uv_in(Path(folder) / "uv")
        runtime = ["packaging/requirements.in"]
        development = [*runtime, "packaging/requirements-dev.in", "--constraints", "packaging/requirements.txt"]
        for sources, target in [(runtime, RUNTIME), (development, DEVELOPMENT)]:
            options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade", "--no-annotate"]
            heading = ["--custom-compile-command", "python3 packaging/dev.py pin"]
            output = ["--quiet", "--output-file", str(target.relative_to(ROOT))]
            subprocess.run([uv, "pip", "compile", *options, *heading, *output, *sources], cwd=ROOT, check=True)
    return 0


def uv_in(venv: Path) -> str:
    """Install uv into a virtual environment of its own; return the path of its program."""
    provide(missing_packages({}, making_venv=True))
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    programs = venv / PYTHON.parent.name
    subprocess.run([programs / PYTHON.name, "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(programs / "uv")


def needs_window(arguments: list[str]) -> bool:
    """Whether `amie-planner` with these arguments opens a window; any word but `demo` asks for work without one."""
    if {"-h", "--help", "--version"} & set(arguments):
        return False
    if arguments[0] == "demo":
        return not any(argument == "--print" or argument.startswith("--print=") for argument in arguments)
    return arguments[0].startswith("-")


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown, or the person chose a Qt platform that needs no screen."""
    return platform != "linux" or any(map(environment.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def set_up(requirements: list[Path], libraries: dict[str, str]) -> None:
    """Bring .venv in line with the first requirement file (it contains the others) and provide the system libraries."""
    wanted = [fingerprint(file.read_bytes(), sys.version) for file in requirements]
    fresh = PYTHON.exists() and STAMP.exists() and wanted[0] in STAMP.read_text(encoding="ascii").split()
    uv = shutil.which("uv")
    provide(missing_packages(libraries, making_venv=not fresh and uv is None))
    if fresh:
        return
    if VENV in Path(sys.executable).parents:
        raise Stop("The requirements have changed: run this once with the system's Python, not the one inside .venv.")
    print("Setting up .venv (only when the requirements change; about a minute) …", flush=True)
    remove_old_venv()
    install_with_uv(uv, requirements[0]) if uv else install_with_pip(requirements[0])
    put_source_on_path()
    STAMP.write_text("\n".join(wanted), encoding="ascii")


def remove_old_venv() -> None:
    """Remove .venv, or stop in words where something still runs from it, as Windows will not let that go."""
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError:
        raise Stop("The old .venv cannot be removed. Close AMIE Planner first, then try again.") from None


def fingerprint(requirements: bytes, python: str) -> str:
    """Changes when the requirement file or the Python does."""
    return hashlib.sha256(requirements + python.encode()).hexdigest()


def install_with_uv(uv: str, requirements: Path) -> None:
    """Make .venv with uv and install exactly the pinned wheels."""
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, VENV], check=True)
    options = ["--quiet", "--require-hashes", "--only-binary", ":all:", "--compile-bytecode"]
    subprocess.run([uv, "pip", "install", "--python", PYTHON, *options, "-r", requirements], check=True)


def install_with_pip(requirements: Path) -> None:
    """Make .venv with Python's own tools and install exactly the pinned wheels."""
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:", "--no-deps"]
    environment = child_environment(os.environ)
    subprocess.run([PYTHON, "-m", "pip", "install", *options, "-r", requirements], check=True, env=environment)


def put_source_on_path() -> None:
    """Let .venv import the package from src; the path is relative, so that any folder name will do."""
    site_packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    (site_packages / "amie_planner.pth").write_text(os.path.relpath(ROOT / "src", site_packages), encoding="ascii")


def missing_packages(libraries: dict[str, str], *, making_venv: bool) -> list[str]:
    """The Debian packages to install before going on; empty where this is not Linux."""
    if sys.platform != "linux":
        return []
    absent = [package for library, package in libraries.items() if not can_load(library)]
    if making_venv and importlib.util.find_spec("ensurepip") is None:
        absent.append(f"python3.{sys.version_info.minor}-venv")
    return sorted(absent)


def can_load(library: str) -> bool:
    """Whether the system's loader finds the shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(packages: list[str]) -> None:
    """Install the Debian packages as root; otherwise stop and say what to install."""
    if not packages:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise Stop(f"Install what Debian calls {', '.join(packages)} with this system's package tool, then try again.")
    if os.geteuid() != 0:
        raise Stop(f"Some system packages are missing. Install them, then try again:\nsudo {' '.join(install)}")
    print(f"Installing {', '.join(packages)} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update"], env=environment, check=False, stdout=subprocess.DEVNULL)
    subprocess.run(install, env=environment, check=True, stdout=subprocess.DEVNULL)


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without the switch that makes every start compile everything again."""
    return {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}


def in_venv(arguments: list[str], environment: dict[str, str], folder: Path) -> int:
    """Run .venv's Python in the folder and return its exit code."""
    return subprocess.run([PYTHON, *arguments], env=environment, cwd=folder, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
