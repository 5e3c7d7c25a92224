"""Pages of which each command is run, and all that it prints compared: editing in PowerPoint, automation, and rows."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from pptx import Presentation

from deckmaker.language.missing_features import TO_COME
from tests.docs.steps import followed, run
from tests.projects import ROOT

DOCS = ROOT / "docs"
DECK = """\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    bullets: [Ventilators run all night]
"""


@pytest.mark.slow
def test_edits_are_merged_and_left_alone_as_the_page_says(tmp_path: Path) -> None:
    """The first build's presentation is edited and saved, as a person would, before the page is followed."""
    (tmp_path / "harbour.yaml").write_text(DECK, encoding="utf-8")
    run("deckmaker build harbour.yaml", tmp_path)
    edited = tmp_path / "build" / "harbour.pptx"
    deck = Presentation(str(edited))
    deck.slides[1].shapes.title.text = "What I would rather say"
    deck.save(str(edited))
    run("deckmaker build harbour.yaml -o sent -f pptx", tmp_path)
    sent = Presentation(str(tmp_path / "sent" / "harbour.pptx"))
    sent.slides[1].shapes.title.text = "Where the noise comes from"
    sent.slides[1].placeholders[1].text_frame.paragraphs[0].runs[0].text = "Fans run all night"
    sent.save(str(tmp_path / "edited.pptx"))
    followed(DOCS / "edit-in-powerpoint.md", tmp_path)
    titles = [
        Presentation(str(tmp_path / name / "harbour.pptx")).slides[1].shapes.title.text for name in ("build", "newer")
    ]
    assert titles == ["What I would rather say", "Where the noise comes from"]
    assert "Fans run all night" in (tmp_path / "harbour.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def automated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which the page about automation has been followed."""
    folder = tmp_path_factory.mktemp("automated")
    (folder / "decks").mkdir()
    (folder / "decks" / "harbour.yaml").write_text(DECK, encoding="utf-8")
    (folder / "decks" / "wrong.yaml").write_text(DECK.replace("bullets", "bulets"), encoding="utf-8")
    followed(DOCS / "automation.md", folder)
    (folder / "decks" / "wrong.yaml").unlink()
    return folder


@pytest.mark.slow
def test_the_workflow_can_be_run(automated: Path) -> None:
    """Its commands, one after the other, as a build server would; the last one uploads what they built."""
    workflow = yaml.safe_load((automated / ".github" / "workflows" / "decks.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("deckmaker")]
    assert len(commands) == 2
    for command in commands:
        run(f"{command} || exit 9", automated)
    uploaded = automated / steps[-1]["with"]["path"]
    assert sorted(path.suffix for path in uploaded.glob("harbour.*")) == [".html", ".pdf", ".pptx"]


@pytest.mark.slow
def test_make_builds_what_has_changed_alone(automated: Path) -> None:
    """And then only."""
    shutil.rmtree(automated / "build", ignore_errors=True)
    assert "build/harbour.pdf" in run("make build/harbour.pdf", automated)
    assert "up to date" in run("make build/harbour.pdf", automated)


@pytest.mark.slow
def test_a_table_becomes_briefings_as_the_page_says(tmp_path: Path) -> None:
    """From a table to decks, and what is said of a wrong one."""
    followed(DOCS / "rows.md", tmp_path)


def test_what_is_to_come_is_told_as_what_there_is_not() -> None:
    """And nothing that has come by now."""
    page = (DOCS / "cannot.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert {key for key in TO_COME if any(f"(`{key}`)" in row for row in rows)} == set(TO_COME)


def test_a_command_that_fails_is_noticed(tmp_path: Path) -> None:
    """So that the tests above can fail."""
    with pytest.raises(subprocess.CalledProcessError):
        run("false || exit 9", tmp_path)
