"""The command: exit codes, what goes to stdout and what to stderr, and what nothing is written for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import DECK, Project, run

WARNED = DECK + "    image: ../a.png\n"
BROKEN = DECK + "    bulets: [a]\n"
UNKNOWN_KEY = """\
error[unknown-key]: unknown key `bulets`
 --> decks/deck.yaml:4:5
  |
4 |     bulets: [a]
  |     ^^^^^^
  = help: did you mean `bullets`?

1 error
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one deck and one picture."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("a.png")
    project.write(DECK)
    return project


def test_a_deck_is_built_and_its_files_are_named_on_stdout(project):
    """Exit 0, results to stdout, nothing to stderr."""
    result = run("build", "-f", "md", "-f", "pdf", "decks/deck.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "build/deck.md\nbuild/deck.pdf\n", "")


@pytest.mark.slow
def test_without_format_the_three_outputs_are_built(project):
    """PowerPoint, PDF and HTML."""
    result = run("build")
    assert result.stdout == "build/deck.pptx\nbuild/deck.pdf\nbuild/deck.html\n"


def test_a_format_that_is_asked_for_twice_is_built_once(project):
    """Repeating it is no mistake."""
    assert run("build", "-f", "md", "-f", "md").stdout == "build/deck.md\n"


@pytest.mark.slow
def test_without_deck_every_deck_is_built(project):
    """In the order of their names; YAML files elsewhere are no decks."""
    (project.folder / "decks/a.yaml").write_text(DECK)
    (project.folder / "notes.yaml").write_text(DECK)
    assert run("build", "-f", "md").stdout == "build/a.md\nbuild/deck.md\n"
    assert (
        run("check").stdout
        == "decks/a.yaml: 1 slide, 2 words, 1 second to read\ndecks/deck.yaml: 1 slide, 2 words, 1 second to read\n"
    )


def test_one_broken_deck_does_not_hold_up_the_others(project):
    """The exit code tells of it all the same."""
    (project.folder / "decks/a.yaml").write_text(BROKEN)
    result = run("build", "-f", "md")
    assert (result.exit_code, result.stdout) == (1, "build/deck.md\n")


def test_the_output_folder_can_be_chosen(project):
    """It is made if need be; otherwise it is build/ in the project's root, wherever the user stands."""
    assert run("build", "-f", "md", "-o", "else/where").stdout == "else/where/deck.md\n"
    assert (project.folder / "else/where/deck.md").exists()


@pytest.mark.slow
def test_from_a_folder_of_the_project_its_files_are_named_from_there(project, monkeypatch):
    """As they would be typed, decks, mistakes and outputs alike."""
    (project.folder / "decks/a.yaml").write_text(BROKEN)
    (project.folder / "notes").mkdir()
    monkeypatch.chdir(project.folder / "notes")
    told = UNKNOWN_KEY.replace("decks/deck.yaml", "../decks/a.yaml")
    for command, printed in (
        ("build", "../build/deck.md\n"),
        ("check", "../decks/deck.yaml: 1 slide, 2 words, 1 second to read\n"),
    ):
        result = run(command, *(["-f", "md"] if command == "build" else []))
        assert (result.stdout, result.stderr) == (printed, told)


def test_build_lies_in_the_root_of_the_deck_and_not_of_the_user(project, tmp_path_factory, monkeypatch):
    """A deck of another project is built there."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("build", "-f", "md", project.deck).stdout == f"{project.folder}/build/deck.md\n"


@pytest.mark.parametrize("command", [("build",), ("build", "--strict"), ("check",), ("check", "--quiet")])
def test_nothing_is_written_for_a_deck_with_errors(command, project):
    """Exit 1; the whole message on stderr, nothing on stdout, no folder made."""
    project.write(BROKEN)
    result = run(*command)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", UNKNOWN_KEY)
    assert not (project.folder / "build").exists()


def test_an_old_output_stays_when_its_deck_is_broken(project):
    """The last good file is better than none."""
    run("build", "-f", "md")
    project.write(BROKEN)
    run("build", "-f", "md")
    assert (project.folder / "build/deck.md").read_text() == "# Night noise\n"


def test_check_counts_the_slides_and_writes_nothing(project):
    """One line a deck."""
    project.write(DECK + "  - title: B\n")
    result = run("check", "decks/deck.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "decks/deck.yaml: 2 slides, 3 words, 1 second to read\n",
        "",
    )
    assert not (project.folder / "build").exists()


def test_a_warning_does_not_stop_a_deck_but_when_strict(project):
    """Both commands; a strict build writes nothing."""
    project.write(WARNED)
    for command in ("check", "build"):
        strict = run(command, "--strict")
        assert strict.exit_code == 1
        assert strict.stderr.endswith("\n\n2 warnings\n")
        assert not (project.folder / "build").exists()
    built = run("build", "-f", "md")
    assert (built.exit_code, built.stdout) == (0, "build/deck.md\n")
    assert built.stderr == strict.stderr


def test_quiet_says_nothing_but_what_failed(project):
    """Warnings are silent, unless they are what fails the deck."""
    project.write(WARNED)
    quiet = run("build", "-f", "md", "--quiet")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "")
    assert run("check", "--quiet", "--strict").stderr.endswith("\n\n2 warnings\n")


def test_verbose_shows_notes_too(project):
    """A note informs of line breaks that another program may set otherwise; it is no warning."""
    text = "wordwordword b/" + "n" * 52  # some programs break behind the slash, layout does not
    project.write(f"title: T\nslides:\n  - title: A\n    layout: content\n    text: {text}\n")
    noted = [run("check", *options).stderr.count("note[unsafe-breaks]") for options in ((), ("--verbose",))]
    assert noted == [0, 1]
    assert run("check", "--strict").exit_code == 0


def test_schemas_are_printed_for_decks_and_for_themes():
    """The deck's by default; another word is a mistake in usage."""
    import json

    deck, theme = (json.loads(run("schema", *word).stdout) for word in ((), ("theme",)))
    assert ("slides" in deck["properties"], "layouts" in theme["properties"]) == (True, True)
    result = run("schema", "slide")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'slide' is not one of 'deck', 'theme'" in result.stderr
