"""The survey of a small deck in every form that is printed, and what readers that are not ours find in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from deckmaker.diagnostics.printer import display_width
from deckmaker.survey.forms import in_form
from tests.projects import ROOT, Project, run
from tests.survey.harbour import FORMS, expected, harbour, printed

pytestmark = pytest.mark.slow

SCHEMA = ROOT / "docs" / "show.schema.json"


@pytest.fixture(scope="module")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project, which no test changes."""
    return harbour(tmp_path_factory.mktemp("harbour"))


@pytest.fixture
def project(shared_project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The small project as the working folder, on a terminal of ninety columns."""
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.chdir(shared_project.folder)
    return shared_project


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_just_this(project, form):
    """`python -m tests.survey` accepts what has changed."""
    assert printed(project, form) == expected(form).read_bytes()


def test_the_command_offers_the_forms_that_there_are():
    """And no other."""
    assert all(in_form(form, [], 80) for form in FORMS)
    with pytest.raises(ValueError, match="xlsx"):
        in_form("xlsx", [], 80)


def test_the_json_form_follows_its_schema(project):
    """All of the deck, not only what is printed above; the schema knows every key, and is no wider than it must be."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    written = json.loads(run("show", "-q", "-f", "json").stdout)
    assert list(Draft202012Validator(schema).iter_errors(written)) == []
    del written["decks"][0]["pages"][1]["items"][0]["box"]
    written["decks"][0]["pages"][2]["reason"] = "whim"
    assert len(list(Draft202012Validator(schema).iter_errors(written))) == 2


def test_every_key_is_always_there(project):
    """Programs need not ask; exactly one of the four kinds of item is not null."""
    deck = json.loads(run("show", "-q", "-f", "json").stdout)["decks"][0]
    items = [item for page in deck["pages"] for item in page["items"]]
    assert len({tuple(page) for page in deck["pages"]}) == len({tuple(item) for item in items}) == 1
    for item in items:
        assert [name for name in ("text", "picture", "shape", "table") if item[name]] == [item["kind"]]


@pytest.mark.parametrize("width", [20, 72, 80, 100, 200])
def test_the_listing_fits_its_terminal(project, width, monkeypatch):
    """Down to seventy-two columns; its words stay."""
    wide = printed(project, "text").decode()
    monkeypatch.setenv("COLUMNS", str(width))
    narrow = printed(project, "text").decode()
    assert max(map(display_width, narrow.splitlines())) <= max(width, 72)
    assert narrow.split() == wide.split()


def test_names_cannot_steer_a_terminal(tmp_path, monkeypatch):
    """Titles, sections and files with control characters are printed as escapes."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("a.png").rename(Path("a\x1b[31m.png"))
    image = '    image: {file: "../a\\x1b[31m.png", alt: A, credit: B}\n'
    project.write(f'title: T\nslides:\n  - title: "A\\u202eb"\n    section: "S\\u202e"\n{image}')
    said = run("show", "-q").stdout
    assert "\x1b" not in said and "\u202e" not in said and "a\\x1b[31m.png" in said
