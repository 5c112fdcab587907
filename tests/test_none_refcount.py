"""Guards the choice of Qt: PySide6 6.12.0 lost a reference to None with every call and killed Python 3.11."""

import os
import subprocess
import sys

CALLS_THAT_RETURN_NONE = """
from PySide6.QtCore import QObject

thing = QObject()
for number in range(200_000):
    thing.setObjectName(str(number % 7))
print("survived")
"""


def test_many_qt_calls_that_return_none_leave_python_alive():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.run(
        [sys.executable, "-c", CALLS_THAT_RETURN_NONE], env=environment, capture_output=True, text=True, check=False
    )
    assert (child.returncode, child.stdout.strip()) == (0, "survived"), child.stderr
