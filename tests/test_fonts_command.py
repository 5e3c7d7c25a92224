"""`deckmaker fonts`: what a deck needs, from where, and who must have it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from deckmaker.commands.fonts import FONT_LISTS
from tests.brand_fonts import INTER, write_theme
from tests.fonts.font_making import with_os2
from tests.installed_fonts import NOTO_CJK, fonts_in
from tests.projects import DECK, ROOT, Project, run

BRAND = (
    "theme: ../brand.yaml\n" + DECK.replace("Night noise\n", "Night noise 漢字\n") + "    text: '*Loud*, and `code`'\n"
)
TABLE = """\
4 families in decks/deck.yaml

family              for         slides  drawn with             to open the PPTX
------------------  ----------  ------  ---------------------  -----------------
Harbour Grotesk     heading     1       Arimo, in its place    Harbour Grotesk
Microsoft JhengHei  other       1       NotoSansCJK-Regular.t  nothing: Office
                    letters             tc                     has it
                    漢 字               (installed here,
                                        installable)
Inter               body        1       fonts/a.ttf            Inter
                                        (preview and print)
Courier New         code        1       Cousine, deckmaker's   nothing: Office
                                        own                    has it

Where there is no Office, LibreOffice needs Cousine: `deckmaker fonts --folder`
has them
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A project in the working folder, whose theme has a family of each kind."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    (tmp_path / "made").mkdir()
    write_theme(tmp_path, "Inter", [with_os2(INTER["400Regular"], tmp_path / "made" / "a.ttf", fsType=4)])
    path = tmp_path / "brand.yaml"
    path.write_text(re.sub("heading: .*", "heading: Harbour Grotesk", path.read_text()), encoding="utf-8")
    project.write(BRAND)
    with fonts_in(NOTO_CJK):
        yield project


def test_the_list_is_a_table_on_stdout(project):
    """Warnings go to stderr, and nothing is wrong."""
    result = run("fonts")
    assert (result.exit_code, result.stdout) == (0, TABLE)
    assert "absent-font" in result.stderr and "missing-face" in result.stderr


def test_a_deck_in_offices_families_needs_nothing(project):
    """Of them it has those that it draws."""
    project.write(DECK)
    result = run("fonts")
    table, _, below = result.stdout.rpartition("\n\n")
    assert result.exit_code == 0 and table.endswith("nothing: Office has it")
    assert below.startswith("Where there is no Office, LibreOffice needs ")
    assert result.stdout.startswith("1 family in decks/deck.yaml\n")


def test_programs_read_the_same(project):
    """By the schema that stands in the docs."""
    found = json.loads(run("fonts", "-f", "json").stdout)
    schema = json.loads((ROOT / "docs" / "fonts.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(found)
    (deck,) = found["decks"]
    assert [(one["name"], one["origin"], one["files"]) for one in deck["fonts"]] == [
        ("Harbour Grotesk", "deckmaker", ["Arimo-Bold.ttf"]),
        ("Microsoft JhengHei", "machine", ["NotoSansCJK-Regular.ttc"]),
        ("Inter", "project", ["fonts/a.ttf"]),
        ("Courier New", "deckmaker", ["Cousine-Regular.ttf"]),
    ]
    assert [one["reader_needs"] for one in deck["fonts"]] == ["Harbour Grotesk", None, "Inter", None]
    assert (deck["fonts"][1]["letters"], deck["fonts"][2]["rights"]) == ("漢字", ["preview and print"])


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("form", FONT_LISTS)
def test_a_deck_with_errors_has_no_list(project, form):
    """Exit 1; the errors go to stderr."""
    project.write(BRAND + "    bulets: [a]\n")
    result = run("fonts", "-f", form)
    assert (result.exit_code, result.stdout) == (1, "")


def test_no_path_of_the_machine_is_told(project, tmp_path):
    """A list is sent to others."""
    for form in FONT_LISTS:
        assert str(tmp_path) not in run("fonts", "-f", form).stdout
        assert str(NOTO_CJK) not in run("fonts", "-f", form).stdout


def test_the_folder_of_our_own_fonts_is_told():
    """For whoever opens a PPTX in LibreOffice, however deckmaker was installed."""
    result = run("fonts", "--folder")
    assert result.exit_code == 0
    names = {path.name for path in Path(result.stdout.rstrip("\n")).glob("*.ttf")}
    assert {"Carlito-Regular.ttf", "Gelasio-BoldItalic.ttf"} <= names and len(names) == 20
    assert run("fonts", "--folder", "decks/deck.yaml").exit_code == 2


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("columns", ["20", "60", "200"])
def test_the_table_keeps_within_the_terminal(project, columns, monkeypatch):
    """But for one that is narrower than any."""
    from deckmaker.diagnostics.printer import display_width

    monkeypatch.setenv("COLUMNS", columns)
    lines = run("fonts").stdout.splitlines()
    assert max(map(display_width, lines)) <= max(64, int(columns))
