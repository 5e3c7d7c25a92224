"""`python -m tests.wrong_decks`: write what deckmaker says now into every case, for a look at the difference."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.wrong_decks.case import case_names, read_case, what_is_said, write_case

for name in case_names():
    case = read_case(name)
    with TemporaryDirectory() as folder:
        write_case(name, replace(case, said=what_is_said(case.deck, Path(folder))))
