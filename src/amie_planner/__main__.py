"""python -m amie_planner"""

from __future__ import annotations

import sys

from amie_planner.cli import main

if __name__ == "__main__":
    sys.exit(main())
