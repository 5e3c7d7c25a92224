"""Decks at revisions of git: what of the repository is read, and what is not run, followed or left behind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from time import monotonic, sleep

import pytest

from deckmaker.budget.bound import Bound
from tests.comparison.repository import begun, commit, git
from tests.projects import COMMAND, environment, run
from tests.signals import ASKED, answered

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

DECK = """\
title: Night noise
slides:
  - title: Where it comes from
    text: Two thirds of loud nights.
    image: {file: ../crane.png, alt: Cranes, credit: A. Lind}
  - title: How loud
    table: {file: ../loud.csv}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project in a folder of a repository, with one commit."""
    project, passing = begun(tmp_path, monkeypatch)
    project.picture("crane.png", (40, 30))
    (project.folder / "loud.csv").write_text("Place,dB\nQuay,61\n")
    project.write(DECK)
    commit(project.folder.parent)
    yield project
    assert list(passing.iterdir()) == []


def lines(*arguments: str) -> list[str]:
    """Return what is printed of changes."""
    result = run("diff", *arguments)
    assert result.exit_code == 1, result.stderr
    return result.stdout.splitlines()


def test_the_old_deck_is_read_with_its_own_pictures_and_data(project):
    """Which have changed since, under the same names."""
    project.picture("crane.png", (44, 30))
    (project.folder / "loud.csv").write_text("Place,dB\nQuay,62\n")
    assert lines("HEAD", "decks/deck.yaml") == [
        "HEAD:harbour/decks/deck.yaml → decks/deck.yaml",
        "slides: 2 changed, 0 the same",
        "",
        "slide 1 “Where it comes from” changed",
        "  image, file: crane.png has changed",
        "",
        "slide 2 “How loud” changed",
        "  table, row “Quay”, dB: 61 → 62",
    ]


@pytest.mark.parametrize(
    "old", ["HEAD~1", "main~1", "HEAD~1:harbour/decks/deck.yaml", "HEAD~1:./decks/deck.yaml", "first"]
)
def test_a_revision_is_named_as_git_has_it(project, old):
    """With or without the path, from the root or from here; a tag, too."""
    git(project.folder, "tag", "first")
    project.write(DECK.replace("Two thirds", "Half"))
    commit(project.folder.parent)
    assert "  text: [-Two thirds-]{+Half+} of loud nights." in lines(old, "decks/deck.yaml")


def test_both_may_be_revisions(project):
    """And the deck may be gone by now."""
    project.write(DECK.replace("Two thirds", "Half"))
    commit(project.folder.parent)
    project.deck.unlink()
    told = lines("HEAD~1:harbour/decks/deck.yaml", "HEAD:harbour/decks/deck.yaml")
    assert told[0] == "HEAD~1:harbour/decks/deck.yaml → HEAD:harbour/decks/deck.yaml"
    assert told[-1] == "  text: [-Two thirds-]{+Half+} of loud nights."


def test_mistakes_of_an_old_deck_have_their_places_as_git_names_them(project):
    """And not those of files that are gone when one reads of them."""
    project.write(DECK.replace("text:", "texxt:"))
    commit(project.folder.parent)
    project.write(DECK)
    result = run("diff", "HEAD", "decks/deck.yaml")
    assert result.exit_code == 2
    assert "--> HEAD:harbour/decks/deck.yaml:4:5" in result.stderr
    assert "deckmaker-" not in result.stderr


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("HEAD~9", "there is no revision `HEAD~9`, nor a file of that name"),
        ("--output=stolen", "there is no revision `--output=stolen`"),
        ("--upload-pack=touch stolen", "there is no revision"),
        ("HEAD:harbour/decks/other.yaml", "there is no `harbour/decks/other.yaml` at `HEAD`"),
        ("HEAD:../../elsewhere.yaml", "lies outside the git repository"),
        ("HEAD;touch stolen", "there is no revision"),
    ],
)
def test_what_is_no_revision_is_told(project, old, said):
    """Nothing that is typed is an option of git's, nor a command of a shell's."""
    result = run("diff", "--", old, "decks/deck.yaml")
    assert result.exit_code == 2
    assert "error[unknown-revision]" in result.stderr and said in result.stderr
    assert not list(project.folder.parent.rglob("stolen"))


def test_nothing_of_a_repositorys_configuration_is_run(project):
    """No hook, filter, pager, alias or monitor: each would leave a file."""
    mark = project.folder.parent / "ran"
    for key in (
        "filter.x.smudge",
        "filter.x.process",
        "core.fsmonitor",
        "core.pager",
        "alias.rev-parse",
        "diff.external",
    ):
        git(project.folder, "config", key, f"touch {mark}")
    git(project.folder, "config", "pager.rev-parse", "true")
    hooks = project.folder.parent / ".git" / "hooks"
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {mark}\n")
        (hooks / name).chmod(0o755)
    (project.folder.parent / ".gitattributes").write_text("*.csv filter=x export-ignore\n*.yaml export-subst\n")
    mark.unlink(missing_ok=True)
    project.write(DECK.replace("Two thirds", "Half"))
    assert lines("HEAD", "decks/deck.yaml")[-1] == "  text: [-Two thirds-]{+Half+} of loud nights."
    assert not mark.exists()


def test_an_environment_leads_git_nowhere_else(project, monkeypatch, tmp_path):
    """Such as that of a hook from which deckmaker is run."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    assert run("diff", "HEAD", "decks/deck.yaml").exit_code == 0


def test_links_of_a_revision_lead_nowhere_outside(project, tmp_path):
    """A picture that is a link out of the project is barred, as in any project; nothing is written through one."""
    secret = tmp_path / "secret.png"
    shutil.copy(project.folder / "crane.png", secret)
    (project.folder / "crane.png").unlink()
    (project.folder / "crane.png").symlink_to(secret)
    (project.folder / "away").symlink_to(tmp_path / "outside")
    commit(project.folder.parent)
    (project.folder / "crane.png").unlink()
    project.picture("crane.png", (40, 30))
    result = run("diff", "HEAD", "decks/deck.yaml")
    assert result.exit_code == 2
    assert "leads out of the project" in result.stderr or "outside" in result.stderr
    assert not (tmp_path / "outside").exists()


def test_without_a_repository_or_without_git_that_is_said(project, monkeypatch, tmp_path):
    """Plainly, and with what to do instead."""
    shutil.rmtree(project.folder.parent / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = run("diff", "HEAD", "decks/deck.yaml")
    assert result.exit_code == 2
    assert "error[unknown-revision]: the deck lies in no git repository" in result.stderr
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("diff", "HEAD", "decks/deck.yaml")
    assert result.exit_code == 2
    assert "git is not installed" in result.stderr and "name two files" in result.stderr


def test_of_a_bare_repository_that_is_said(project, monkeypatch, tmp_path):
    """Nothing is wrong with it: `git fsck` would find nothing."""
    bare = tmp_path / "bare.git"
    git(project.folder, "clone", "--quiet", "--bare", str(project.folder.parent), str(bare))
    monkeypatch.chdir(bare)
    result = run("diff", "HEAD:harbour/decks/deck.yaml", "HEAD:harbour/decks/deck.yaml")
    assert result.exit_code == 2
    assert "error[unknown-revision]: the repository is bare: it has no files, only revisions" in result.stderr
    assert "help: run it in a clone: `git clone THERE HERE`; or name two files" in result.stderr


def test_a_project_that_is_too_large_is_refused_before_anything_is_written(project, monkeypatch):
    """By its files, and by its bytes."""
    for name in ("REVISION_FILES", "REVISION_BYTES"):
        with monkeypatch.context() as patch:
            patch.setattr(f"deckmaker.comparison.revisions.{name}", Bound(2, "things", "a project"))
            result = run("diff", "HEAD", "decks/deck.yaml")
        assert result.exit_code == 2 and "a project may have 2" in result.stderr


def test_the_folder_is_private_and_goes(project, monkeypatch):
    """Nobody else on the machine reads what is in the repository; the fixture sees that nothing is left."""
    seen: list[tuple[Path, int]] = []
    from deckmaker.comparison import reading

    placed = reading._placed

    def watched(*arguments):
        side = placed(*arguments)
        if side.below:
            seen.append((side.path, side.below.stat().st_mode & 0o777))
        return side

    monkeypatch.setattr(reading, "_placed", watched)
    assert run("diff", "HEAD", "decks/deck.yaml").exit_code == 0
    ((path, mode),) = seen
    assert mode == 0o700 and not path.exists()


@pytest.mark.slow
@pytest.mark.parametrize("signal", ASKED)
def test_the_folder_goes_when_the_command_is_asked_to_end(project, tmp_path, signal):
    """In the middle of its work, which the old deck's length makes sure of."""
    slides = "".join(f"  - title: Slide {number}\n    text: {'word ' * 60}\n" for number in range(400))
    project.write(f"title: Long\nslides:\n  - title: Long\n{slides}")
    commit(project.folder.parent)
    process = subprocess.Popen(
        [*COMMAND, "diff", "HEAD", "decks/deck.yaml"],
        cwd=project.folder,
        env=environment(),
        preexec_fn=answered,  # noqa: PLW1509  # no test has threads
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    passing = tmp_path / "passing"
    try:
        deadline = monotonic() + 60
        while not list(passing.rglob("deck.yaml")) and process.poll() is None and monotonic() < deadline:
            sleep(0.005)
        assert list(passing.rglob("deck.yaml")), process.communicate()
        assert process.poll() is None  # or it would be too late to ask
        process.send_signal(signal)
        said = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 128 + signal, said
    assert list(passing.iterdir()) == []
