"""What one can ask for on the command line."""

from __future__ import annotations

import argparse
from argparse import SUPPRESS
from datetime import date
from pathlib import Path
from typing import NoReturn

from amie_planner import __version__
from amie_planner.errors import AmieError


class _Parser(argparse.ArgumentParser):
    """Says what is amiss in one line."""

    def error(self, message: str) -> NoReturn:
        raise AmieError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")


def parser() -> argparse.ArgumentParser:
    """The whole command line; what is asked for names its module in `command`."""
    whole = _Parser("amie-planner", description="Plan inclusive music sessions. Without a command, opens the window.")
    whole.add_argument("--version", action="version", version=f"amie-planner {__version__}")
    whole.add_argument("--planner", type=Path, metavar="PATH", help="the planner file that the window opens")
    whole.set_defaults(command="window")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for name, module, words, add in (
        ("demo", "demo", "open the window on a sample planner", _add_demo),
        ("check", "check", "what HEARD asks and sees in a plan file", _add_check),
        ("print", "papers", "make the papers of a plan file", _add_print),
        ("report", "report", "make a return from plan files", _add_report),
        ("import-people", "import_people", "bring a class list into a plan file", _add_import_people),
        ("import", "bring_in", "bring plan files into a planner file", _add_import),
        ("export", "hand_on", "hand a programme on as a plan file", _add_export),
        ("calendar", "calendar", "the sessions of a plan file as a calendar file", _add_calendar),
        ("schema", "schema", "the JSON Schema of the plan file", lambda command: None),
    ):
        command = commands.add_parser(name, help=words, description=f"{words[:1].upper()}{words[1:]}.")
        command.set_defaults(command=module)
        add(command)
    return whole


def _add_demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--keep", type=Path, metavar="DIR", help="keep the sample planner in this folder")
    command.add_argument("--print", type=Path, metavar="DIR", dest="print_to", help="make its papers there; no window")


def _add_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="a plan file")
    command.add_argument("--session", metavar="ID", help="only this session")
    command.add_argument("--series", action="store_true", help="what shows over a period, instead of each session")
    days = "day of the period, YYYY-MM-DD (default: the programme’s)"
    command.add_argument("--from", type=_day, dest="first", metavar="DATE", help=f"first {days}")
    command.add_argument("--to", type=_day, dest="last", metavar="DATE", help=f"last {days}")
    _add_wording(command)
    command.add_argument("--json", action="store_true", help="findings as JSON")


def _add_print(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="a plan file")
    command.add_argument(
        "--as", required=True, dest="papers", metavar="PAPERS", help="run-sheet,full-plan or all; term-overview"
    )
    command.add_argument("--session", metavar="ID", help="only this session")
    days = "day of a term overview, YYYY-MM-DD (default: the programme’s)"
    command.add_argument("--from", type=_day, dest="first", metavar="DATE", help=f"first {days}")
    command.add_argument("--to", type=_day, dest="last", metavar="DATE", help=f"last {days}")
    command.add_argument("--expand", metavar="PARTS", help="what a term overview shows of each session, or all")
    styles = ("clear", "large", "easy-read")
    command.add_argument("--style", choices=styles, default="clear", help="print style (default: clear)")
    command.add_argument("--format", choices=("pdf", "html"), default="pdf", help="file format (default: pdf)")
    command.add_argument("--names", metavar="RULE", help="how people are named, where the paper allows it")
    _add_not_a_name(command)
    _add_wording(command)
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    words = "replace files of the same name (default: keep them, and put a number behind)"
    command.add_argument("--replace", action="store_true", help=words)


def _add_report(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="file", help="plan files")
    command.add_argument("--from", type=_day, required=True, dest="first", metavar="DATE", help="first day, YYYY-MM-DD")
    command.add_argument("--to", type=_day, required=True, dest="last", metavar="DATE", help="last day, YYYY-MM-DD")
    returns = "sessions (default), general, lessons-grid, small-funder, youth-music, or a hub’s own file"
    command.add_argument("--return", default="sessions", dest="kind", metavar="NAME|FILE.toml", help=returns)
    words = "shareable (default), or exact for a named recipient"
    command.add_argument("--profile", choices=("shareable", "exact"), help=words)
    command.add_argument("--recipient", metavar="WHO", help="who receives it; an exact return must say so")
    command.add_argument("--reason", metavar="WHY", help="what they need it for; an exact return must say so")
    words = "the file to write; for CSV files of several tables, a folder that holds no other return"
    command.add_argument("--out", type=Path, required=True, metavar="FILE.csv|FILE.xlsx|DIR", help=words)
    words = (
        "replace the workbook, or the CSV files of the same tables (default: keep them, and write nothing but what is "
        "missing of the very same return); a folder with CSV files of other tables is refused with it too, for it "
        "removes none; one row a session always replaces"
    )
    command.add_argument("--replace", action="store_true", help=words)


def _add_calendar(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="a plan file")
    _add_not_a_name(command)
    command.add_argument("--out", type=Path, required=True, metavar="FILE.ics", help="the file to write")
    command.add_argument("--replace", action="store_true", help="replace a file of that name")


def _add_import_people(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="a class list: .csv, .xlsx or .ods")
    command.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    command.add_argument("--json", action="store_true", help="say it as JSON")
    words = "what a column holds, or “other” to leave it out; may be repeated"
    command.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", help=words)
    command.add_argument("--into", type=Path, metavar="FILE", help="the plan file that the people are added to")


def _add_import(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="file", help="plan files")
    command.add_argument(
        "--planner", type=Path, default=SUPPRESS, metavar="PATH", help="the planner file; made if it is not there"
    )
    how = command.add_mutually_exclusive_group()
    how.add_argument("--replace", action="store_true", help="replace a programme that is known")
    how.add_argument("--as-copy", action="store_true", help="keep a programme that is known beside the new one")


def _add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("--planner", type=Path, default=SUPPRESS, metavar="PATH", help="the planner file")
    command.add_argument("--programme", metavar="ID", help="which programme, where there are several")
    command.add_argument("--without-people", action="store_true", help="nothing about a young person goes out")
    _add_not_a_name(command)
    command.add_argument("file", type=Path, help="the plan file to write")


def _add_not_a_name(command: argparse.ArgumentParser) -> None:
    words = "a word that names nobody here; may be repeated"
    command.add_argument("--not-a-name", action="append", default=[], metavar="WORD", help=words)


def _add_wording(command: argparse.ArgumentParser) -> None:
    command.add_argument("--wording", type=Path, metavar="FILE.json", help="HEARD in the words of a hub")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:20]} is not a date written YYYY-MM-DD") from None
