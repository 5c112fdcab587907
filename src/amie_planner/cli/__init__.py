"""The same work without a window: one module a command, and none but the window loads Qt.

An error is one line on stderr with a way forward: exit 2 for what the leader can mend, 1 for what is ours.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from amie_planner import log, places
from amie_planner.cli.arguments import parser
from amie_planner.errors import AmieError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a redirected one may be in a code page that lacks most letters
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        asked = parser().parse_args(sys.argv[1:] if arguments is None else arguments)
        log.start(places.log_file())
        command = import_module(f"amie_planner.cli.{asked.command}")
        code = int(command.run(asked) or 0)
        sys.stdout.flush()
        return code
    except AmieError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever reads what is printed has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        log.trouble("The command line met something unexpected", error)
        print("Something in AMIE Planner went wrong; nothing you had was changed. Try again.", file=sys.stderr)
        return 1
