"""What nobody foresaw: a mistake of ours, or of a renderer. A sentence, and no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import deckmaker.pipeline
from deckmaker.cli import main
from deckmaker.render.markdown import MarkdownRenderer
from tests.projects import DECK, Project
from tests.samples import mostly_slow

BUG = """\
error[internal-error]: deckmaker failed on `decks/a.yaml` through a mistake of its own
 = help: please report it, with the deck where you can

1 error
"""


def invoked(*arguments: str):
    """Run the command in this process; what it lets through fails the test."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder with two decks, of which a.yaml comes first."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DECKMAKER_DEBUG", raising=False)
    project = Project(tmp_path)
    project.write(DECK)
    (tmp_path / "decks/a.yaml").write_text(DECK)
    return project


@pytest.fixture(params=mostly_slow([KeyError("x"), RecursionError("too deep"), OSError("odd")]), ids=repr)
def bug(request, project, monkeypatch):
    """A mistake of ours that only the deck a.yaml leads to."""
    read = deckmaker.pipeline.read_document

    def read_or_fail(path, diagnostics, audience=None):
        if path.name == "a.yaml":
            raise request.param
        return read(path, diagnostics, audience)

    monkeypatch.setattr(deckmaker.pipeline, "read_document", read_or_fail)
    return request.param


def test_a_mistake_of_ours_is_said_in_a_sentence_and_the_other_decks_are_built(bug):
    """The exit code tells of it all the same."""
    result = invoked("build", "-f", "md")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "build/deck.md\n", BUG)


def test_a_mistake_of_ours_holds_up_no_check_either(bug):
    """The other deck is counted."""
    result = invoked("check")
    assert (result.exit_code, result.stderr) == (1, BUG)
    assert result.stdout.endswith("decks/deck.yaml: 1 slide, 2 words, 1 second to read\n")


def test_whoever_mends_it_sees_where_it_happened(bug, monkeypatch):
    """With DECKMAKER_DEBUG set, the traceback follows the messages."""
    monkeypatch.setenv("DECKMAKER_DEBUG", "1")
    printed = invoked("check").stderr
    assert printed.startswith(BUG + "Traceback (most recent call last):\n")
    assert "in read_or_fail\n" in printed and type(bug).__name__ in printed


def test_what_was_found_before_is_said_too(project, monkeypatch):
    """The mistakes of the deck may be what we stumbled over."""

    def report_and_fail(path, diagnostics, audience):
        diagnostics.report("empty-slide", "slide 1 has nothing to show")
        raise KeyError(path)

    monkeypatch.setattr(deckmaker.pipeline, "read_document", report_and_fail)
    printed = invoked("check", "decks/a.yaml").stderr
    assert printed == "warning[empty-slide]: slide 1 has nothing to show\n\n" + BUG.replace(
        "error\n", "error, 1 warning\n"
    )


def test_a_mistake_of_ours_outside_of_any_deck_is_said_too(project, monkeypatch):
    """Here while the decks are looked for."""
    monkeypatch.setattr("deckmaker.commands.check.all_decks", lambda: 1 / 0)
    result = invoked("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "deckmaker failed through a mistake of its own; please report what you did\n"


FAILED = "error[renderer-failed]: format `md` could not be made: {}\n\n1 error\n"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied", "/home/somebody/fonts/a.ttf"), "permission denied"),
        (KeyError("own"), "there is a mistake in its code"),
        (MemoryError(), "not enough memory"),
        (RecursionError("maximum recursion depth exceeded"), "there is a mistake in its code"),
        (RuntimeError("cannot open /home/somebody/a.ttf"), "there is a mistake in its code"),
        (ValueError("no ink"), "no ink"),
    ],
    ids=repr,
)
def test_a_renderer_that_fails_says_nothing_of_code_and_foreign_paths(error, reason, project, monkeypatch):
    """Its author's words and the system's, or that there is a mistake; the traceback only where it is asked for."""

    def fail(*_):
        raise error

    monkeypatch.setattr(MarkdownRenderer, "render", fail)
    assert invoked("build", "-f", "md", "decks/a.yaml").stderr == FAILED.format(reason)
    monkeypatch.setenv("DECKMAKER_DEBUG", "1")
    printed = invoked("build", "-f", "md", "decks/a.yaml").stderr
    assert printed.startswith(FAILED.format(reason) + "Traceback (most recent call last):\n")


def test_what_a_format_cannot_show_stops_it_where_the_deck_says_so(project, monkeypatch):
    """The other formats are built."""
    render = MarkdownRenderer.render

    def lose(self, document, stream, diagnostics):
        render(self, document, stream, diagnostics)
        diagnostics.report("cannot-render", "titles have no colours")

    monkeypatch.setattr(MarkdownRenderer, "render", lose)
    build = ("build", "-f", "md", "-f", "pdf", "decks/a.yaml")
    assert invoked(*build).stdout == "build/a.md\nbuild/a.pdf\n"
    result = invoked(*build, "--severity", "cannot-render=error")
    assert (result.exit_code, result.stdout) == (1, "build/a.pdf\n")
    assert result.stderr == "error[cannot-render]: titles have no colours\n\n1 error\n"
