"""What a command imports before it does anything: most of the time that a short deck takes."""

from __future__ import annotations

import subprocess
import sys
from fnmatch import fnmatch

import pytest

from tests.projects import DECK, Project, environment

CHECK = """\
import sys
from deckmaker.cli import main
try:
    main(["check", "-q", "decks/deck.yaml"])
finally:
    print(*sys.modules)
"""

UNUSED = {
    "the parser of inline marks": ["markdown_it"],
    "every back end": ["reportlab", "pptx", "lxml", "fontTools", "deckmaker.output", "deckmaker.render.registry"],
    "pixels": ["PIL"],
    "tables": ["deckmaker.layout.tables", "deckmaker.resolve.tables", "deckmaker.source.delimited"],
    "values and conditions": ["deckmaker.values.expression", "deckmaker.values.conditions", "deckmaker.values.filling"],
    "rows": ["deckmaker.rows", "deckmaker.values.scope", "deckmaker.values.row"],
    "numbers and days as people type them": ["deckmaker.localization.typed_numbers", "deckmaker.localization.dates"],
    "footnotes": ["deckmaker.layout.footnotes", "deckmaker.theme.footnote_layout"],
    "what splits slides": ["deckmaker.layout.splitter", "deckmaker.text.splitting"],
    "renderers of other packages": ["importlib.metadata", "email"],
    "the network": ["http", "ssl", "socket", "urllib.request"],
    "archives and temporary files": ["importlib.resources", "zipfile", "tempfile", "shutil"],
    "checksums": ["_hashlib"],
    "other processes": ["subprocess", "multiprocessing"],
    "XML in pictures": ["xml.etree.ElementTree"],
    "companies' templates": ["deckmaker.template", "deckmaker.theme.template_layer"],
    "what is said of mistakes": [
        "deckmaker.language.mistake_messages",
        "deckmaker.language.synonyms",
        "deckmaker.source.mistakes",
    ],
    "charts": [
        "deckmaker.language.chart",
        "deckmaker.model.chart",
        "deckmaker.resolve.charts",
        "deckmaker.layout.chart_item",
        "deckmaker.layout.charts",
    ],
}
"""What checking a deck of plain texts and a photo does without, and what it is for."""

OF_CHARTS = ("deckmaker.resolve.charts", "deckmaker.layout.charts", "deckmaker.render.*.charts", "xlsxwriter")
"""Modules, by patterns, that draw charts."""

MOST_MODULES = 480
"""In all, Python's own among them: a tenth more than there are. Markdown's parser alone brings sixty."""


def loaded_by(project: Project) -> set[str]:
    """Return the modules that are there when the project's deck has been checked."""
    command = [sys.executable, "-c", CHECK]
    run = subprocess.run(command, cwd=project.folder, env=environment(), capture_output=True, text=True, check=True)
    assert run.stderr == ""
    return set(run.stdout.split())


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> set[str]:
    """Return the modules that are there when a deck of plain texts and a photo has been checked."""
    project = Project(tmp_path_factory.mktemp("project"))
    project.picture("a.jpg")
    project.write(f"{DECK}    text: Two of three nights.\n    image: {{file: ../a.jpg, alt: A, credit: B}}\n")
    return loaded_by(project)


@pytest.mark.parametrize("what", UNUSED)
def test_checking_a_plain_deck_does_not_wait_for(loaded, what):
    """What it does not use."""
    assert loaded & {*UNUSED[what]} == set()


def test_words_of_reuse_in_a_text_load_none_of_what_they_are_for(tmp_path):
    """They are looked at, and what reads tables, values and conditions is not needed."""
    project = Project(tmp_path)
    project.write(f"{DECK}    text: 'What they ask, if: the variables include rows.'\n")
    found = loaded_by(project)
    assert "deckmaker.reuse.assembly" in found
    assert not found & {one for what in ("tables", "values and conditions") for one in UNUSED[what]}


def test_checking_a_deck_imports_few_modules(loaded):
    """Each takes its time, and each library that is imported by the way brings dozens."""
    assert "deckmaker.layout.deck" in loaded
    assert len(loaded) < MOST_MODULES


@pytest.mark.parametrize("form", ["pptx", "pdf", "html", "md"])
def test_building_a_deck_without_charts_imports_nothing_that_draws_them(form, tmp_path):
    """In whatever format."""
    project = Project(tmp_path)
    project.write(f"{DECK}    text: Two of three nights.\n")
    arguments = ["build", "-q", "decks/deck.yaml", "-o", "out", "-f", form]
    script = CHECK.replace('["check", "-q", "decks/deck.yaml"]', repr(arguments))
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, cwd=project.folder, env=environment(), capture_output=True, text=True, check=True)
    found = run.stdout.split()
    assert f"deckmaker.render.{'markdown' if form == 'md' else form}" in found
    assert not [one for one in found for pattern in OF_CHARTS if fnmatch(one, pattern)]
