"""`deckmaker merge DECK EDITED.pptx`: what it was made of, how its files are left, and what it says."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import time

import pytest

from tests.merging.presentations import (
    SLIDES,
    built,
    edited,
    merged,
    paragraph_added,
    replacing,
)
from tests.projects import run
from tests.signals import answered


def test_what_the_author_changed_meanwhile_stays(project):
    """The presentation tells of which state it was made, and git has that."""
    repository = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(project.folder)]
    shown = edited(built(project, SLIDES), replacing("sweet", "sour"))
    for command in (["init", "-q"], ["add", "decks/deck.yaml"], ["commit", "-qm", "First"]):
        subprocess.run([*repository, *command], check=True)
    now = SLIDES.replace("red and round", "yellow and round")
    project.write(now)
    told = run("diff", project.deck, shown).stdout
    assert ":decks/deck.yaml → build/edited.pptx" in told and "sour" in told and "yellow" not in told
    result = run("merge", project.deck, shown)
    assert result.exit_code == 0, result.stdout + result.stderr
    assert project.deck.read_text() == now.replace("sweet", "sour")
    assert "yellow" not in result.stdout


@pytest.mark.parametrize("base", ["presentation", "deck"])
def test_without_git_a_copy_says_what_it_was_made_of(base, project):
    """Until then nothing is merged: it would undo what the author changed."""
    first = built(project, SLIDES)
    shown = edited(first, replacing("sweet", "sour"))
    copied = shutil.copy(first, project.folder / "copy.pptx") if base == "presentation" else None
    if copied is None:
        copied = shutil.copy(project.deck, project.deck.parent / "copy.yaml")
    now = SLIDES.replace("red and round", "yellow and round")
    project.write(now)
    result = run("merge", project.deck, shown)
    assert result.exit_code == 2
    assert (
        "error[base-unknown]: `decks/deck.yaml` has changed since `build/edited.pptx` was made of it" in result.stderr
    )
    assert project.deck.read_text() == now
    result = run("merge", project.deck, shown, "--base", copied)
    assert result.exit_code == 0, result.stdout + result.stderr
    assert project.deck.read_text() == now.replace("sweet", "sour")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(line_end, mark, project):
    """Also on lines that come."""
    deck = mark + SLIDES.replace("\n", line_end)

    def change(found):
        replacing("sweet", "sour")(found)
        paragraph_added(found, "in June", "in July")

    text, result = merged(project, deck, change)
    assert result.exit_code == 0, result.stdout + result.stderr
    expected = SLIDES.replace("sweet", "sour").replace("- in June\n", "- in June\n      - in July\n")
    assert text == mark + expected.replace("\n", line_end)


def test_what_cannot_be_merged_is_told_with_a_way_out(project):
    """Exit code 2, and the deck as it was."""
    shown = edited(built(project, SLIDES), replacing("sweet", "sour"))
    swapped = run("merge", shown, project.deck)
    assert swapped.exit_code == 2
    assert "name the deck first" in swapped.stderr
    template = run("merge", project.deck, shown.rename(shown.with_suffix(".potx")))
    assert template.exit_code == 2 and "save it in PowerPoint as .pptx" in template.stderr
    shown.with_suffix(".potx").rename(shown)
    nowhere = run("merge", project.deck, project.folder / "nowhere.pptx")
    assert nowhere.exit_code == 2 and "no such file" in nowhere.stderr
    project.write(SLIDES.replace("slides:", "slids:"))
    broken = run("merge", project.deck, shown)
    assert broken.exit_code == 2 and "unknown-key" in broken.stderr
    assert project.deck.read_text() == SLIDES.replace("slides:", "slids:")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_deck_that_may_not_be_written_is_left_and_told(project):
    """As by `check --fix`."""
    shown = edited(built(project, SLIDES), replacing("sweet", "sour"))
    project.deck.chmod(stat.S_IRUSR)
    result = run("merge", project.deck, shown)
    assert result.exit_code == 2
    assert "error[cannot-write]: `decks/deck.yaml` cannot be written" in result.stderr
    assert project.deck.read_text() == SLIDES and "Written" not in result.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_asked_to_end_it_leaves_nothing_behind(project):
    """As a shell that is closed asks; the deck is as it was, or merged."""
    shown = edited(built(project, SLIDES), replacing("sweet", "sour"))
    temporary = project.folder / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "deckmaker", "merge", str(project.deck), str(shown)]
    asked = {"env": {**os.environ, "TMPDIR": str(temporary)}, "stdout": subprocess.DEVNULL}
    with subprocess.Popen(command, preexec_fn=answered, **asked) as process:  # type: ignore[call-overload]  # noqa: PLW1509
        deadline = time.monotonic() + 60
        while not any(temporary.iterdir()) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        process.terminate()
        code = process.wait(60)
    assert code in (0, 128 + signal.SIGTERM)
    assert list(temporary.iterdir()) == []
    assert project.deck.read_text() in (SLIDES, SLIDES.replace("sweet", "sour"))


def test_a_build_that_leaves_an_edited_file_alone_names_merge(project):
    """Which is what somebody needs then."""
    presentation = built(project, SLIDES)
    shutil.move(edited(presentation, replacing("sweet", "sour")), presentation)
    result = run("build", project.deck, "-f", "pptx")
    assert "`deckmaker merge decks/deck.yaml build/deck.pptx` writes what was changed into the deck" in result.stderr
