"""The command from outside: usage, help, and how it is started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import DECK, ROOT, Project, run


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bild",), "no command `bild`; did you mean `build`?"),
        (("build", "--fromat", "md"), "No such option"),
        (("schema", "x"), "'x' is not one of 'deck', 'theme', 'project'."),
        (("new", "--from", "breifing", "x"), "'each-row'. Did you mean `briefing`?"),
        (("build", "-o", "decks/deck.yaml"), "is a file"),
        (("show", "--rows", "a.csv"), "Of a deck that says `rows: FILE`, `--row 3` takes one row"),
        (("diff", "--base", "HEAD", "decks/deck.yaml"), "Name what is old first, as in `deckmaker diff HEAD~1"),
        (("build", "-o", ""), "Invalid value for '-o' / '--output': no path given"),
        (("check", ""), "Invalid value for '[DECKS]...': no path given"),
        (("build", "decks/deck.yaml", ""), "Invalid value for '[DECKS]...': no path given"),
    ],
)
def test_a_mistake_in_usage_exits_with_2(arguments, message, tmp_path, monkeypatch):
    """The message is click's own, on stderr."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", "decks/deck.yaml", "decks/deck.yaml", "-o"),
        ("import", "decks/deck.pptx", "-o"),
        ("show", "decks/deck.yaml", "-f", "svg", "-o"),
        ("theme", "from", "decks/deck.pptx", "-o"),
    ],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.parametrize("address", ["s3://anna:geheim@bucket/out", "https://example.org/out.html", "memory:/out"])
def test_an_address_is_no_path_to_write_to(arguments, address, tmp_path, monkeypatch):
    """It was a folder called `s3:`. Rights to it are in no message."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    result = run(*arguments, address)
    shown = " ".join(result.stderr.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"`{address.replace('anna:geheim@', '')}` is an address, and a path is wanted" in shown
    assert [path.name for path in tmp_path.iterdir()] == ["decks"]


@pytest.mark.parametrize("name", ["a:b", "memory:x", "1:/2"])
def test_a_folder_may_have_a_colon_in_its_name(name, tmp_path, monkeypatch):
    """As files of POSIX may."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    for command in (("build", "-f", "md", "-o"), ("show", "-f", "svg", "-o")):
        result = run(*command, name)
        assert (result.exit_code, result.stderr) == (0, "")
    assert {path.suffix for path in Path(name).iterdir()} >= {".md", ".svg"}


@pytest.mark.parametrize(
    ("written", "tried"),
    [
        ("s3://bucket/out/a.pdf", "-o s3://bucket/out -f pdf"),
        ("https://a.pdf", "-f pdf"),
        ("out/a.pdf", "-o out -f pdf"),
    ],
)
def test_a_file_that_is_named_for_a_folder_is_told_with_what_to_type(written, tried, tmp_path, monkeypatch):
    """Addresses keep their slashes."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    shown = " ".join(run("build", "-o", written).stderr.split())
    assert f"`{written}` is the name of a file" in shown and f": try `{tried}`" in shown


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("pptx,pdf", "repeat the option: `-f pptx -f pdf`\n"),
        (
            "all",
            "without the option, there are pptx, pdf and html; repeat it for more: `-f pptx -f pdf -f html -f md ",
        ),
    ],
)
def test_several_formats_in_one_option_are_told_as_options(written, help, tmp_path, monkeypatch):
    """With what to type, and which of them are usual."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    result = run("build", "--format", written)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error[unknown-format]: no renderer for format `{written}`\n = help: {help}")


def test_the_command_alone_shows_its_whole_help():
    """Its commands are at the end of it."""
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == run("--help").stdout.splitlines()


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("quoted", ["\x1b[2J\u202e" * 2_000, "n\u0301" * 50_000, "a\nb" * 50_000, "--" + "n" * 50_000])
@pytest.mark.parametrize(
    "arguments", [("explain",), ("check", "--severity"), ("show", "--slide"), ("check", "--messages"), ()]
)
def test_a_mistake_in_usage_is_as_short_and_printable_as_any_message(quoted, arguments):
    """A script may hand on what somebody else wrote."""
    result = run(*arguments, quoted)
    assert result.exit_code == 2
    assert len(result.stderr) < 7_000 and result.stderr.replace("\n", "").isprintable()


def test_a_project_without_decks_is_a_mistake_in_usage(tmp_path, monkeypatch):
    """The user has to name one."""
    monkeypatch.chdir(tmp_path)
    for command in ("build", "check"):
        result = run(command)
        assert result.exit_code == 2
        assert result.stderr.splitlines()[-1] == (
            "Error: no DECK given, and no decks/*.yaml in this project; `deckmaker new NAME` begins a project"
        )


def test_decks_that_would_be_written_to_the_same_files_are_named_as_typed(tmp_path, monkeypatch):
    """The decks of a project are looked for by paths that nobody types."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    (tmp_path / "deck.yaml").write_text(DECK)
    for decks in (("decks/deck.yaml", "deck.yaml"), (tmp_path / "decks/deck.yaml", tmp_path / "deck.yaml")):
        result = run("build", *decks)
        assert (result.exit_code, result.stdout) == (2, "")
        said = "Error: decks/deck.yaml and deck.yaml would both be written to build/deck.*"
        assert result.stderr.splitlines()[-1] == said


def python(*arguments: str) -> str:
    """Run Python in a process of its own from the project's root; return its stdout."""
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


LOADED = "import sys; sys.argv[1:] = ['--help']; from deckmaker.cli import main; main(standalone_mode=False); "
LOADED += "print('loaded:', *sorted(sys.modules))"


def test_help_loads_no_library_that_a_build_needs():
    """`--help` is quick: it imports click alone."""
    loaded = python("-c", LOADED).split("loaded: ")[1].split()
    heavy = {"yaml", "pydantic", "pptx", "reportlab", "PIL", "lxml", "uharfbuzz", "fontTools", "markdown_it"}
    assert heavy & set(loaded) == set()
    assert "click" in loaded


def test_the_package_can_be_run_as_a_module():
    """`python -m deckmaker` is the same command."""
    assert python("-m", "deckmaker", "--version") == "python -m deckmaker 0.1.0\n"


def test_a_deck_that_is_a_link_belongs_to_the_project_that_names_it(tmp_path, monkeypatch):
    """Its outputs and pictures are that project's, also where the link leads into another within it."""
    here = tmp_path / "here"
    there = here / "shared" / "there"
    for folder in (here, there):
        (folder / "decks").mkdir(parents=True)
        (folder / "deckmaker.yaml").touch()
    (there / "decks" / "one.yaml").write_text(
        f"{DECK}    image: {{file: ../a.png, alt: A, credit: B}}\n", encoding="utf-8"
    )
    (here / "decks" / "one.yaml").symlink_to("../shared/there/decks/one.yaml")
    Project(here).picture("a.png")
    monkeypatch.chdir(here)
    result = run("build", "-f", "md")
    assert (result.exit_code, result.stdout) == (0, "build/one.md\n")
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")] == ["here/build/one.md"]


@pytest.mark.parametrize(
    ("arguments", "help"),
    [
        (("build", "--workers", "4"), "All cores are at work without it."),
        (("build", "--resume"), "A run goes on where the last one ended without it."),
        (("check", "--cluster", "local"), "Only `deckmaker build` works on one, and checks all rows"),
    ],
)
def test_an_option_of_other_programs_is_answered(arguments, help):
    """With what is true without it."""
    assert help in run(*arguments).stderr
