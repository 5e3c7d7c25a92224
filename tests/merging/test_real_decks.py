"""Words changed at random in presentations of our own decks: each is written where it belongs, or left."""

from __future__ import annotations

import difflib
import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
from pptx import Presentation

from tests.merging.presentations import edited, runs_of
from tests.projects import DECKS, ROOT, run
from tests.samples import mostly_long

pytestmark = pytest.mark.slow

CHANGED = 12
USUAL = ("heating-grant", "showcase", "us-china-fentanyl-talks")
"""The others have pictures or charts alone, whose words other tests change."""

WRITTEN = 8
"""Of these at least: others are shown in another place as well, such as an agenda, or in another form, as days are, or
they stand in a diagram."""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """Our decks with what they show, and their presentations."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("decks", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    result = run("build", *(folder / "decks" / deck.name for deck in DECKS), "-f", "pptx", "-o", folder / "build")
    assert result.exit_code == 0, result.stderr
    return folder


def words_of(presentation: Path) -> Counter[str]:
    """Return all words on slides and in notes."""
    return Counter(word for one in runs_of(Presentation(str(presentation))) for word in one.text.split())


@pytest.mark.parametrize("name", mostly_long([deck.stem for deck in DECKS], is_usual=lambda name: name in USUAL))
def test_words_that_somebody_changes_are_written_where_they_belong(name, project):
    """Those that stand in the file once; and the deck then makes nothing that the presentation does not show, but for
    the old words of those that were left."""
    chance = random.Random(name)
    deck = project / "decks" / f"{name}.yaml"
    before = deck.read_text()

    def change(presentation):
        runs = [one for one in runs_of(presentation) if any(len(word) > 4 for word in one.text.split(" "))]
        runs = [one for one in runs if before.count(one.text) == 1]
        for number, one in enumerate(chance.sample(runs, CHANGED)):
            words = one.text.split(" ")
            long = [index for index, word in enumerate(words) if len(word) > 4]
            words[chance.choice(long)] = f"Zebra{number:02}"
            one.text = " ".join(words)

    shown = edited(project / "build" / f"{name}.pptx", change)
    result = run("merge", deck, shown)
    assert result.exit_code in (0, 1), result.stderr
    after = deck.read_text()
    written = {f"Zebra{number:02}" for number in range(CHANGED) if f"Zebra{number:02}" in after}
    assert len(written) >= WRITTEN, result.stdout
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line.startswith("+ ")]
    assert all("Zebra" in line for line in lines) and len(lines) <= len(written)
    assert run("build", deck, "-f", "pptx", "-o", project / "again").exit_code == 0
    wanted, made = words_of(shown), words_of(project / "again" / f"{name}.pptx")
    missing = wanted - made
    assert {word for word in missing if word.startswith("Zebra")} == set(missing), missing
    assert not written & set(missing)
    assert (made - wanted).total() == missing.total()
    for word in missing:
        assert word in result.stdout.partition("Left to you:")[2], (word, result.stdout)
