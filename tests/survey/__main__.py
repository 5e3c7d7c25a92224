"""`python -m tests.survey`: write the survey's forms as they are now, for a look at the difference."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.survey.harbour import FORMS, expected, harbour, printed

os.environ["COLUMNS"] = "90"
with TemporaryDirectory() as folder:
    project = harbour(Path(folder))
    os.chdir(folder)
    for form in FORMS:
        expected(form).write_bytes(printed(project, form))
