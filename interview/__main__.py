"""`python -m interview`: the same as `trd-interview`."""

from __future__ import annotations

import sys

from interview.cli import main

if __name__ == "__main__":
    sys.exit(main())
