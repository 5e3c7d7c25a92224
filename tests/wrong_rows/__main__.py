"""`python -m tests.wrong_rows [NAME…]`: write what deckmaker says now into cases, for a look at the difference."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.wrong_rows.case import case_names, read_case, what_is_said, write_messages

here = Path.cwd()
for name in sys.argv[1:] or case_names():
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        write_messages(name, what_is_said(read_case(name), Path(folder).resolve()))
        os.chdir(here)
