"""`deckmaker new`: a project that can be built at once, made whole or not at all, over nothing that is there."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import yaml
from jsonschema import Draft202012Validator

from deckmaker.diagnostics import Diagnostics
from deckmaker.starters import STARTERS
from deckmaker.starters.files import Answers, project_files, yaml_text
from deckmaker.starters.names import deck_stem, name_flaw, title_of
from deckmaker.starters.writing import put_project
from tests.projects import COMMAND, environment, run
from tests.signals import answered
from tests.terminal import Terminal

DAY = date(2026, 11, 27)


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answers(starter: str = "briefing", **more: str) -> Answers:
    """Return answers, those that matter given."""
    known = {"name": "harbour", "title": "Harbour", "author": "", "language": "en-GB", "theme": "briefing"}
    return Answers(**known | more, starter=starter, day=DAY)


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("starter", STARTERS)
def test_a_starter_is_built_at_once_and_has_no_mistakes(starter, here, monkeypatch):
    """With warnings as errors, in all formats, by its own folder's name and nothing else."""
    assert run("new", "harbour", "--from", starter, "--author", "A. Lind").exit_code == 0
    monkeypatch.chdir(here / "harbour")
    result = run("build", "--strict", "--verbose")
    assert result.exit_code == 0
    assert "error" not in result.stderr and "warning" not in result.stderr
    rows = ("Harbour", "Hilltop", "Northfield", "Old Town", "Riverside") if starter == "each-row" else ()
    stems = [f"harbour/{row}" for row in rows] or ["harbour"]
    built = [f"build/{stem}.{one}" for stem in stems for one in ("pptx", "pdf", "html")]
    assert sorted(path.as_posix() for path in Path("build").rglob("[!.]*.*") if path.suffix != ".jsonl") == sorted(
        built
    )
    if rows:
        assert result.stdout.startswith("build/harbour: 5 built, 15 files, ")
    else:
        assert result.stdout == "".join(f"{one}\n" for one in built)
    for stem in stems:
        with pikepdf.open(f"build/{stem}.pdf") as pdf:
            assert 5 <= len(pdf.pages) <= 9


@pytest.mark.parametrize("starter", STARTERS)
def test_what_editors_know_of_a_starter_is_right(starter):
    """Deck, theme and settings follow the schemas beside them, read as the YAML language server reads YAML."""
    files = project_files(answers(starter))
    settings = json.loads(files[".vscode/settings.json"])["yaml.schemas"]
    assert sorted(settings.values()) == ["deckmaker.yaml", "decks/*.yaml", "themes/*.yaml"]
    for schema, pattern in settings.items():
        validator = Draft202012Validator(json.loads(files[schema.removeprefix("./")]))
        (path,) = (path for path in files if Path(path).match(pattern))
        assert [error.message for error in validator.iter_errors(as_editors_read(files[path]))] == []
        first = files[path].decode().splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert os.path.normpath(Path(path).parent / named) == os.path.normpath(schema)


def as_editors_read(content: bytes) -> object:
    """Return YAML with JSON's types, and dates as texts."""
    return json.loads(json.dumps(yaml.safe_load(content), default=str))


def test_nothing_is_claimed_that_is_not_said_to_be_made_up():
    """Whoever forgets to replace a figure has it marked on the slide."""
    for starter in STARTERS:
        deck = project_files(answers(starter))["decks/harbour.yaml"].decode()
        if "metrics:" in deck or "chart:" in deck:
            assert "made up" in deck.split("slides:")[0].partition("sources:")[2]
        data = [slide for slide in deck.split("\n  - title:") if "metrics:" in slide or "chart:" in slide]
        assert all("{source: example}" in slide for slide in data)


def test_answers_stand_where_they_belong(here, monkeypatch):
    """Whatever signs they have."""
    title, author = 'Noise: "loud" # and more', "O'Neil & Söhne: no"
    made = run("new", "x", "--title", title, "--author", author, "--language", "de", "--theme", "plain")
    assert made.exit_code == 0
    monkeypatch.chdir(here / "x")
    deck, settings, theme = (
        yaml.safe_load(Path(path).read_text(encoding="utf-8"))
        for path in ("decks/x.yaml", "deckmaker.yaml", "themes/house.yaml")
    )
    assert deck["title"] == deck["slides"][0]["title"] == title
    assert settings == {"theme": "themes/house.yaml", "language": "de", "author": author}
    assert theme == {"extends": "plain"}
    checked = run("check", "--strict")
    assert (checked.exit_code, checked.stderr) == (0, "")


def test_what_a_row_says_stands_in_its_deck_alone(here, monkeypatch):
    """The title names the row behind the answer; a condition chooses the sentence, and an empty cell has a word."""
    run("new", "x", "--from", "each-row", "--title", "Counters: {{ now }}")
    monkeypatch.chdir(here / "x")
    assert run("build", "-f", "md").exit_code == 0
    old_town, riverside = (Path(f"build/x/{one}.md").read_text(encoding="utf-8") for one in ("Old Town", "Riverside"))
    assert "Counters: {{ now }}: Old Town" in old_town.replace("\\", "")
    assert "**Fewer people** than" in old_town and "More people" not in old_town and "21 Jan 2027" in old_town
    assert "A second counter" not in old_town and "A second counter opens in May." in riverside
    assert "Not agreed yet" in riverside and "15,330" in riverside


def test_braces_in_a_title_are_no_variable(here, monkeypatch):
    """They are shown as they are typed."""
    run("new", "x", "--title", "Templates: {{ name }}")
    monkeypatch.chdir(here / "x")
    built = run("build", "--strict", "-f", "md")
    assert (built.exit_code, built.stderr) == (0, "")
    assert "{{ name }}" in Path("build/x.md").read_text(encoding="utf-8").replace("\\", "")


def test_the_same_answers_give_the_same_bytes():
    """On the same day; and the day stands in the deck as the language has it."""
    assert project_files(answers()) == project_files(answers())
    assert "\ndate: 27 Nov 2026\n" in project_files(answers())["decks/harbour.yaml"].decode()


def test_the_lines_of_the_theme_that_are_commented_out_hold(here, monkeypatch):
    """Taking the # away is the first that somebody tries."""
    run("new", "x")
    monkeypatch.chdir(here / "x")
    for path in ("themes/house.yaml", "deckmaker.yaml"):
        text = Path(path).read_text(encoding="utf-8")
        lines = [line[2:] if line.startswith("# ") and ": " in line[:12] else line for line in text.splitlines()]
        assert lines != text.splitlines()
        Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = run("check", "--strict")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("kind", ["folder", "file", "link to nowhere"])
def test_what_is_there_is_not_touched(kind, here):
    """Nor asked about."""
    place = here / "harbour"
    {"folder": place.mkdir, "file": place.touch, "link to nowhere": lambda: place.symlink_to("gone")}[kind]()
    result = run("new", "harbour")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "error[taken-name]: `harbour` is there already, and nothing in it is changed\n"
        " = help: choose another name, or move what is there\n"
        "\n"
        "1 error\n"
    )
    assert sorted(here.iterdir()) == [place]
    assert not place.is_dir() or not list(place.iterdir())


def test_a_folder_that_is_missing_above_is_named(here):
    """It is not made by the way: it may be a slip."""
    result = run("new", "talk/harbour")
    assert result.exit_code == 1
    assert result.stderr == (
        "error[cannot-write]: `talk/harbour` cannot be made: there is no folder `talk`\n"
        " = help: make `talk` first, or leave it out\n"
        "\n"
        "1 error\n"
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("..", "`..` is no name of a new folder"),
        (".harbour", "begins with a dot, so that it would be hidden"),
        ("harbour.yaml", "is the name of a file, and a project is a folder"),
        ("a:b", "has a `:`, which not every system takes in names"),
        ("a\tb", "has a sign that cannot be printed"),
        ("harbour ", "begins or ends with a space"),
        ("harbour.", "ends with a dot"),
        ("CON.x", "is the name of a device on Windows"),
        ("x" * 101, "has 101 characters, more than 100"),
    ],
)
def test_names_that_not_every_system_takes_are_refused(name, said, here):
    """A project is passed on."""
    result = run("new", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr and "take letters, figures, spaces, `-` and `_`" in result.stderr
    assert list(here.iterdir()) == []


@pytest.mark.sampled(every=6)
@pytest.mark.parametrize(
    ("name", "stem", "title"),
    [
        ("harbour-noise_2026", "harbour-noise-2026", "Harbour noise 2026"),
        ("Q3 Review (final)", "q3-review-final", "Q3 Review (final)"),
        ("Über Lärm", "über-lärm", "Über Lärm"),
        ("Θόρυβος", "θόρυβος", "Θόρυβος"),
        ("!!!", "deck", "!!!"),
        ("it's 5 o'clock", "it-s-5-o-clock", "It's 5 o'clock"),
    ],
)
def test_odd_names_make_projects_that_build(name, stem, title, here, monkeypatch):
    """The folder is called as typed, the deck so that nobody has to quote it."""
    assert (name_flaw(here / name), deck_stem(name), title_of(name)) == (None, stem, title)
    run("new", name)
    monkeypatch.chdir(here / name)
    assert f"decks/{stem}.yaml: 8 slides" in run("check").stdout


@pytest.mark.parametrize(
    "text", ["no", "A", "a: b", "a #b", "- a", "'a'", '"', "a\\b", "2026", "12:30", "é", " a", "null"]
)
def test_a_text_is_itself_in_yaml(text):
    """Whatever other programs take it for."""
    assert yaml.safe_load(f"a: {yaml_text(text)}") == {"a": text}


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--title", "a\x00b", "a sign in it cannot be printed"),
        ("--language", "English", "`English` is no language tag, such as en-GB or de"),
        ("--theme", "plan", "no built-in theme `plan`; did you mean `plain`?"),
        ("--from", "brief", "'brief' is not one of 'briefing'"),
    ],
)
def test_options_that_cannot_be_are_refused(option, value, said, here):
    """Before anything is made."""
    result = run("new", "harbour", option, value)
    assert result.exit_code == 2 and said in result.stderr
    assert list(here.iterdir()) == []


class Ended(dict):
    """Files of which the second is never written: something ends the process before."""

    def __init__(self, end) -> None:
        super().__init__({"a/one.txt": b"1", "two.txt": b"2"})
        self._end = end

    def items(self):
        """Yield the first, then the end."""
        yield "a/one.txt", b"1"
        self._end()
        yield "two.txt", b"2"


def interrupt() -> None:
    """End as Ctrl-C does."""
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("end", "raised"),
    [(interrupt, KeyboardInterrupt), (lambda: os.kill(os.getpid(), signal.SIGTERM), SystemExit)],
    ids=["Ctrl-C", "SIGTERM"],
)
def test_nothing_is_left_of_a_project_that_is_interrupted(end, raised, here):
    """Neither the folder nor what was written beside it."""
    with pytest.raises(raised):
        put_project(here / "harbour", Ended(end), Diagnostics())
    assert list(here.iterdir()) == []


def test_what_comes_to_be_meanwhile_is_not_touched(here):
    """Somebody else may be quicker."""
    other = here / "harbour/mine.txt"

    def quicker() -> None:
        other.parent.mkdir()
        other.touch()

    diagnostics = Diagnostics()
    assert not put_project(here / "harbour", Ended(quicker), diagnostics)
    assert [one.code for one in diagnostics] == ["taken-name"]
    assert [*here.rglob("*")] == [other.parent, other]


@pytest.mark.slow
def test_nothing_is_left_where_the_disk_is_full(here):
    """A limit on the size of files stands for it: the schema is larger, the first files are not."""

    def small_disk() -> None:
        answered()
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    command = [*COMMAND, "new", "harbour"]
    done = subprocess.run(
        command, cwd=here, env=environment(), capture_output=True, text=True, preexec_fn=small_disk, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error[cannot-write]: `harbour` cannot be made: file too large\n")
    assert list(here.iterdir()) == []


def test_where_nobody_may_write_that_is_said(here):
    """The system's own folder of processes takes none, not even from root."""
    result = run("new", "/proc/harbour")
    assert result.exit_code == 1
    assert result.stderr.startswith("error[cannot-write]: `/proc/harbour` cannot be made: ")


def test_on_a_terminal_what_no_option_says_is_asked(here):
    """On stderr; what is wrong is asked for again, and Enter takes what is offered."""
    terminal = Terminal([*COMMAND, "new", "harbour"], here, environment(), ("stdin", "stderr"))
    terminal.until(r"incident-review +what happened.*\n(.*\n)*.*Begin with \[briefing\]: $")
    terminal.type("talc\n")
    terminal.until("'talc' is not one of .*\nBegin with")
    terminal.type("talk\n")
    terminal.until(r"Title of the deck \[Harbour\]: $")
    terminal.type("\n")
    terminal.until(r"Author \(may stay empty\): $")
    terminal.type("\n")
    terminal.until(r"Language.* \[en-GB\]: $")
    terminal.type("klingon-\n")
    terminal.until("`klingon-` is no language tag.*\nLanguage")
    terminal.type("de\n")
    assert terminal.end() == 0
    assert terminal.piped.splitlines()[0] == "harbour/deckmaker.yaml"
    assert "extends: statement" in (here / "harbour/themes/house.yaml").read_text()
    assert "language: de\n# author:" in (here / "harbour/deckmaker.yaml").read_text()


@pytest.mark.slow
def test_ctrl_c_at_a_question_makes_nothing(here):
    """It exits as Ctrl-C does anywhere."""
    terminal = Terminal([*COMMAND, "new", "harbour", "--from", "talk"], here, environment(), ("stdin", "stderr"))
    terminal.until("Title of the deck")
    terminal.interrupt()
    assert terminal.end() == 130
    assert list(here.iterdir()) == []
