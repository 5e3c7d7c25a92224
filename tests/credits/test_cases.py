"""Credits as they read, in every language and form: a table of exact strings."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckmaker.credits import strip_runs
from deckmaker.model import Credit
from tests.quick_yaml import SafeLoader

TABLE = yaml.load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"), SafeLoader)
CASES = [
    (Credit(**{"role": "picture"} | {key: str(value) for key, value in entry["credit"].items()}), where, expected)
    for entry in TABLE
    for where, expected in entry["reads"].items()
]


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize(("credit", "where", "expected"), CASES, ids=[f"{where}: {text}" for _, where, text in CASES])
def test_a_credit_reads_exactly_so(credit, where, expected):
    """The table says why."""
    language, _, form = where.partition(" on ")
    assert "".join(run.text for run in strip_runs([credit], language, form or "screen")) == expected


def test_the_table_has_every_language_and_form():
    """Eighty cases at least, in each language on the screen and on paper, each with its reason."""
    assert len(CASES) >= 80 and all(entry["why"] for entry in TABLE)
    shown = {where for _, where, _ in CASES}
    assert {"en", "de", "fr", "es", "zh"} | {f"{one} on paper" for one in ("en", "de", "fr", "es", "zh")} <= shown
