"""`deckmaker.yaml`: what holds for all decks of a project, what wins over it, and what is said of mistakes in it."""

from __future__ import annotations

import json
import os
import stat

import pdfplumber
import pytest
from jsonschema import Draft202012Validator

from deckmaker.budget.source import SETTINGS_BYTES
from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.language.project import ProjectEntry
from deckmaker.pipeline import read_document
from tests.projects import DECK, Project, run

SETTINGS = """\
# What all decks have in common.
theme: themes/house.yaml
language: de
author: Port Authority
footer: Draft
size: 4:3
logo: assets/port.png
severity: {untitled-slide: error}
"""


@pytest.fixture
def project(tmp_path, monkeypatch) -> Project:
    """Make a project with settings, and stand in it."""
    monkeypatch.chdir(tmp_path)
    found = Project(tmp_path)
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes/house.yaml").write_text("extends: plain\n")
    found.picture("assets/port.png")
    settle(found, SETTINGS)
    return found


def settle(project: Project, text: str) -> None:
    """Write the settings."""
    (project.folder / "deckmaker.yaml").write_text(text, encoding="utf-8")


def said(project: Project, settings: str, deck: str = DECK) -> str:
    """Return all that is said of a deck with these settings."""
    settle(project, settings)
    return project.said(deck)


def test_a_deck_takes_what_the_project_says(project):
    """As if it stood in the deck; paths are the settings' own."""
    document = project.document(DECK)
    assert (document.theme.name, document.language, document.author) == ("house", "de", "Port Authority")
    assert (document.theme.width, document.theme.height) == (720, 540)
    assert document.logo and len(document.logo.files) == 1
    run("build", "-q", "-f", "pdf")
    with pdfplumber.open(project.folder / "build/deck.pdf") as pdf:
        assert "Port Authority" in pdf.pages[0].extract_text()


def test_values_are_written_in_the_language_of_the_project(project):
    """Also where the language stands in the settings alone; that of the deck itself wins."""
    deck = "title: '{{ n | ,.1f }}'\nvariables: {n: 1234.5}\nslides:\n  - {title: A, if: n > 1000}\n"
    assert project.document(deck).title == "1.234,5"
    assert project.document(f"language: en\n{deck}").title == "1,234.5"


def test_what_the_deck_says_itself_wins(project):
    """Key by key; an empty key of the deck is one that it says."""
    own = "theme: statement\nlanguage: fr\nauthor: A. Lind\nsize: 16:9\nlogo:\n"
    document = project.document(own + DECK)
    assert (document.theme.name, document.language, document.author) == ("statement", "fr", "A. Lind")
    assert (document.theme.width, document.logo) == (960, None)


def test_severities_are_joined_code_by_code(project):
    """A deck adds to what holds for all, and what the command is given wins over both."""
    untitled = "title: Night noise\nslides:\n  - title: Night noise\n  - text: Loud.\n"
    assert project.said(untitled).startswith("error[untitled-slide]")
    assert project.said("severity: {split-slide: note}\n" + untitled).startswith("error[untitled-slide]")
    assert project.said("severity: {untitled-slide: warning}\n" + untitled).startswith("warning[untitled-slide]")
    diagnostics = Diagnostics({"untitled-slide": Severity.NOTE})
    assert read_document(project.write(untitled), diagnostics)
    assert [one.severity for one in diagnostics] == [Severity.NOTE]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n# nothing\n", "\ufeff"])
def test_a_file_that_says_nothing_only_marks_the_project(text, project):
    """As all did before there were settings."""
    assert said(project, text) == ""


def test_mistakes_are_told_at_their_places(project):
    """With the nearest key, as those of decks, and all in one run with the deck's own."""
    shown = said(project, "them: plain\nauthor: [A]\ntitle: x\nformat: pdf\nsize: 16:8\n", DECK + "    bulets: [a]\n")
    assert shown == (
        "error[unknown-key]: unknown key `them`\n"
        " --> deckmaker.yaml:1:1\n"
        "  |\n"
        "1 | them: plain\n"
        "  | ^^^^\n"
        "  = help: did you mean `theme`?\n"
        "\n"
        "error[wrong-type]: `author` takes a text, found a list\n"
        " --> deckmaker.yaml:2:9\n"
        "  |\n"
        "2 | author: [A]\n"
        "  |         ^^^\n"
        "  = help: write `author: A`\n"
        "\n"
        "error[unknown-key]: unknown key `title`\n"
        " --> deckmaker.yaml:3:1\n"
        "  |\n"
        "3 | title: x\n"
        "  | ^^^^^\n"
        "  = help: each deck has its own: write `title` there\n"
        "\n"
        "error[unknown-key]: unknown key `format`\n"
        " --> deckmaker.yaml:4:1\n"
        "  |\n"
        "4 | format: pdf\n"
        "  | ^^^^^^\n"
        "  = help: did you mean `formats`?\n"
        "\n"
        "error[wrong-value]: `size` is `16:9`, `4:3` or `A4`, not `16:8`\n"
        " --> deckmaker.yaml:5:7\n"
        "  |\n"
        "5 | size: 16:8\n"
        "  |       ^^^^\n"
        "  = help: did you mean `16:9`?\n"
        "\n"
        "error[unknown-key]: unknown key `bulets`\n"
        " --> decks/deck.yaml:4:5\n"
        "  |\n"
        "4 |     bulets: [a]\n"
        "  |     ^^^^^^\n"
        "  = help: did you mean `bullets`?"
    )


def test_what_themes_say_is_sent_there(project):
    """Fonts and colours are a theme's."""
    assert "themes have fonts: write them into the theme file that `theme` names" in said(project, "fonts: fonts/\n")


def test_what_settings_name_must_be_there(project):
    """The theme, as the settings name it and not as a deck would; the folder, within the project; formats."""
    shown = said(project, "theme: themes/hous.yaml\noutput: ../out\nformats: [pdf, pttx]\n")
    assert shown == (
        "error[unknown-theme]: no built-in theme and no file `themes/hous.yaml`\n"
        " --> deckmaker.yaml:1:8\n"
        "  |\n"
        "1 | theme: themes/hous.yaml\n"
        "  |        ^^^^^^^^^^^^^^^^\n"
        "  = help: did you mean `house.yaml`?\n"
        "\n"
        "error[outside-project]: `../out` leads out of the project\n"
        " --> deckmaker.yaml:2:9\n"
        "  |\n"
        "2 | output: ../out\n"
        "  |         ^^^^^^\n"
        "  = help: name a folder of the project; `--output` takes any\n"
        "\n"
        "error[unknown-format]: no renderer for format `pttx`\n"
        " --> deckmaker.yaml:3:16\n"
        "  |\n"
        "3 | formats: [pdf, pttx]\n"
        "  |                ^^^^\n"
        "  = help: did you mean `pptx`?"
    )


@pytest.mark.parametrize(("written", "shown"), [('"a\\0b"', "a\\x00b"), ("x" * 5_000, "xxx")])
def test_a_folder_that_no_system_has_is_no_hidden_one(project, written, shown):
    """A NUL ends a name, and none is longer than a path may be."""
    told = said(project, f"output: {written}\n")
    assert "error[wrong-value]: `output` names `" in told and shown in told and "hidden" not in told


def test_an_address_is_no_folder_of_the_project(project):
    """A folder `s3:` was made. Rights to it are in no message."""
    told = said(project, "output: s3://anna:geheim@bucket/out\n")
    assert "error[wrong-value]: `output` names `s3://bucket/out`, which is an address and no folder\n" in told
    assert "  = help: name a folder of the project; `--output` takes the address of a store for decks from rows" in told


def test_a_picture_that_settings_name_is_missed_there(project):
    """At its place in the settings."""
    assert " --> deckmaker.yaml:1:7\n" in said(project, "logo: assets/prt.png\n")


@pytest.mark.slow
def test_mistakes_are_told_once_for_all_decks(project):
    """Each of ten decks would have the same."""
    settle(project, "them: plain\n")
    for name in ("a", "b", "c"):
        (project.folder / f"decks/{name}.yaml").write_text(DECK)
    for command in ("build", "check"):
        result = run(command)
        assert (result.exit_code, result.stdout, result.stderr.count("unknown-key")) == (1, "", 1)
    assert not (project.folder / "build").exists()


@pytest.mark.slow
def test_formats_and_folder_are_those_of_the_settings_unless_the_command_says_others(project):
    """Settings are defaults."""
    project.write(DECK)
    settle(project, "formats: [md, pdf]\noutput: out/today\n")
    assert run("build", "-q").exit_code == 0
    assert sorted(path.name for path in (project.folder / "out/today").glob("deck.*")) == ["deck.md", "deck.pdf"]
    assert run("build", "-q", "-f", "md", "-o", "mine").exit_code == 0
    assert [path.name for path in (project.folder / "mine").glob("deck.*")] == ["deck.md"]
    assert not (project.folder / "build").exists()


def test_a_folder_that_is_a_link_out_of_the_project_is_not_written_to(project, tmp_path_factory):
    """Whoever sends a project does not write elsewhere by it."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project.folder / "out").symlink_to(elsewhere)
    project.write(DECK)
    settle(project, "output: out\n")
    result = run("build", "-f", "md")
    assert result.exit_code == 1 and "outside-project" in result.stderr
    assert list(elsewhere.iterdir()) == []


def test_settings_that_are_a_link_out_of_the_project_are_not_read(project, tmp_path_factory):
    """And so no message quotes what lies there."""
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text("password: hunter2\n")
    (project.folder / "deckmaker.yaml").unlink()
    (project.folder / "deckmaker.yaml").symlink_to(secret)
    shown = project.said(DECK)
    assert shown == (
        "error[outside-project]: `deckmaker.yaml` leads out of the project\n"
        " = help: put the file itself there, or an empty one"
    )


def test_settings_are_read_up_to_a_size(project):
    """They are read anew for each deck."""
    shown = said(project, "footer: " + "x" * SETTINGS_BYTES.most + "\n")
    assert shown.startswith("error[unreadable-file]: `deckmaker.yaml` has 1,048,585 bytes: a project's")


def test_settings_in_a_folder_to_which_everybody_writes_are_their_owners_alone(tmp_path, monkeypatch):
    """Nobody else's say what one's decks are like."""
    tmp_path.chmod(0o777 | stat.S_ISVTX)
    (tmp_path / "deckmaker.yaml").write_text("nonsense: true\n")
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK)
    monkeypatch.setattr(os, "geteuid", lambda: os.lstat(tmp_path).st_uid + 1)
    diagnostics = Diagnostics()
    assert read_document(deck, diagnostics) and not len(diagnostics)


def test_the_schema_takes_what_is_right_and_nothing_else():
    """`deckmaker schema project` is for editors; the YAML language server gives it numbers and lists as they are."""
    schema = json.loads(run("schema", "project").stdout)
    validator = Draft202012Validator(schema)
    validator.check_schema(schema)
    assert list(schema["properties"]) == list(ProjectEntry.keys)
    assert all(one.get("description") for one in schema["properties"].values())
    assert validator.is_valid({"theme": "plain", "formats": ["pdf"], "severity": {"untitled-slide": "error"}})
    assert not validator.is_valid({"them": "plain"})
    assert not validator.is_valid({"formats": []})


def test_settings_under_another_name_are_warned_of(tmp_path, monkeypatch):
    """Nothing of what they say holds."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    (tmp_path / "deckmaker.yml").write_text("language: de\n", encoding="utf-8")
    document, diagnostics = project.read(DECK)
    assert document and document.language == "en"
    assert (
        project.shown(diagnostics)
        == """\
warning[unread-settings]: `deckmaker.yml` is not read: settings have another name
 --> deckmaker.yml:1:1
  |
1 | language: de
  | ^
  = help: rename it `deckmaker.yaml`"""
    )
    assert said(project, "language: fr\n") == ""


def test_all_mistakes_in_settings_are_told_in_one_run(project):
    """Names that lead nowhere beside keys that there are not."""
    told = said(project, "languge: de\nformats: [ppt]\noutput: ../out\ntheme: themes/hause.yaml\n")
    codes = [line.partition("]")[0] for line in told.splitlines() if line.startswith("error")]
    assert codes == ["error[unknown-key", "error[unknown-format", "error[outside-project", "error[unknown-theme"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            "logo: assets/prot.png\n",
            """\
error[missing-file]: `assets/prot.png` is not a file
 --> deckmaker.yaml:1:7
  |
1 | logo: assets/prot.png
  |       ^^^^^^^^^^^^^^^
  = help: did you mean `port.png`?""",
        ),
        (
            "theme: ../themes/house.yaml\n",
            """\
error[outside-project]: `../themes/house.yaml` leads out of the project
 --> deckmaker.yaml:1:8
  |
1 | theme: ../themes/house.yaml
  |        ^^^^^^^^^^^^^^^^^^^^
  = help: paths begin at the folder of `deckmaker.yaml`: did you mean `themes/house.yaml`?""",
        ),
    ],
)
def test_paths_are_told_as_the_settings_have_them(settings, told, project):
    """And not as seen from a deck."""
    assert said(project, settings) == told


def test_formats_that_are_no_list_are_shown_as_one(project):
    """As they would stand on the same line."""
    assert "  = help: write `formats: [pptx, pdf]`" in said(project, "formats: pptx, pdf\n")
