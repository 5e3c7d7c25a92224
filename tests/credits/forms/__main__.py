"""`python -m tests.credits.forms`: write the ledger's forms as they are now, for a look at the difference."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.credits.forms.harbour import LEDGERS, expected, harbour, printed

os.environ["COLUMNS"] = "100"
with TemporaryDirectory() as folder:
    project = harbour(Path(folder))
    for form in LEDGERS:
        expected(form).write_bytes(printed(project, form))
