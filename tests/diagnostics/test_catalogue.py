"""The catalogue: what can be reported can be explained, and the other way round."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from deckmaker.diagnostics import CATALOGUE, Diagnostics, Severity
from deckmaker.diagnostics.catalogue import GATE, GROUPS
from deckmaker.diagnostics.catalogue.code import DeckExample, Example, ThemeExample
from deckmaker.pipeline import read_document
from tests.projects import DECK, ROOT, Project, run
from tests.samples import mostly_slow


@cache
def reported_codes() -> set[str]:
    """Return the codes with which `….report(…)`, `Finding(…)` and `Flaw(…)` are called; each must be a literal."""
    codes = set()
    for path in (ROOT / "deckmaker").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if not any(call in text for call in (".report(", "Finding(", "Flaw(")):
            continue  # reading all files as Python takes as long as the other tests here
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call):
                continue
            reports = getattr(node.func, "attr", "") == "report"
            passed_on = bool(node.args) and getattr(node.args[0], "attr", "") == "code"  # of a finding
            if (reports and not passed_on) or getattr(node.func, "id", "") == "Finding":
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}: no literal code"
                codes.add(node.args[0].value)
            elif getattr(node.func, "id", "") == "Flaw" and len(node.args) > 3:
                assert isinstance(node.args[3], ast.Constant), f"{path.name}:{node.lineno}: no literal code"
                codes.add(node.args[3].value)
    return codes


@pytest.mark.slow
def test_every_reported_code_is_catalogued():
    """A message never carries a code that `deckmaker explain` does not know."""
    assert reported_codes() - CATALOGUE.keys() == set()


@pytest.mark.slow
def test_a_code_means_one_thing():
    """Or the last of two that are called alike would stand for both."""
    assert sum(map(len, GROUPS.values())) == len(CATALOGUE)


def test_every_catalogued_code_is_reported_somewhere():
    """The catalogue explains nothing that cannot happen. `cannot-render` is for renderers, ours or others'."""
    assert CATALOGUE.keys() - reported_codes() - {"cannot-render"} == set()


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_a_few_words_with_sentences_about_it(code):
    """Codes are lower-case words; meaning and mending are sentences."""
    entry = CATALOGUE[code]
    assert code == code.lower() and all(part.isalpha() for part in code.split("-"))
    assert entry.meaning.endswith(".") and entry.mend.endswith(".")


def test_explain_prints_meaning_and_mending():
    """`deckmaker explain` answers for a code that a message shows."""
    result = run("explain", "duplicate-key")
    assert result.exit_code == 0
    assert result.stdout == (
        "duplicate-key (error)\n\n"
        "A mapping has the same key twice; YAML would silently keep only one.\n\n"
        "For example, this deck:\n\n"
        "    title: Night noise\n"
        "    slides:\n"
        "      - title: Where it comes from\n"
        "        text: From a ship.\n"
        "        text: From berth 4.\n\n"
        "To mend it: Remove or rename one of the two.\n"
    )


@pytest.mark.parametrize(
    ("code", "paragraph"),
    [
        ("low-contrast", 'For example, this theme:\n\n    extends: briefing\n    palette: {ink: "#BBBBBB"}'),
        ("name-taken", "For example: A plug-in that calls its format pdf."),
    ],
)
def test_an_example_says_what_it_is(code, paragraph):
    """A deck, a theme, or a sentence where no file alone leads to the code."""
    assert f"\n\n{paragraph}\n\nTo mend it: " in run("explain", code).stdout


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("code", CATALOGUE)
def test_what_is_said_of_licences_is_no_legal_advice(code):
    """And said not to be, where it might be taken for it."""
    assert ("This is no legal advice" in run("explain", code).stdout) is (code in GATE)


BLURRED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><filter id="f">'
    '<feOffset dx="1"/></filter><rect width=".1" height=".1" filter="url(#f)"/></svg>'
)


WHITE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><circle cx="4" cy="3" r="2" fill="#ffffff"/></svg>'


def example_project(folder: Path, example: Example) -> Path:
    """Write an example where its files are: a picture, texts that are none, tables, and a deck that names a theme."""
    project = Project(folder)
    project.picture("decks/harbour.png")
    project.picture("decks/signed.jpg", creator="B. Berg")
    (folder / "decks/blurred.svg").write_text(BLURRED)
    (folder / "decks/white.svg").write_text(WHITE)
    (folder / "decks/notes.txt").write_text("no picture")
    (folder / "decks/picture.csv").write_bytes(b"\x89PNG\r\n\0")
    (folder / "decks/old.csv").write_bytes("Straße,Pegel\nKai 4,62.5\n".encode("cp1252"))
    (folder / "decks/titled.csv").write_text("Night noise 2026\n\nBerth,Level\nBerth 4,62.5\n")
    if isinstance(example, ThemeExample):
        (folder / "decks/house.yaml").write_text(example)
    return project.write(f"{DECK}theme: house.yaml\n" if isinstance(example, ThemeExample) else example)


WITH_FILES = [code for code, known in CATALOGUE.items() if isinstance(known.example, DeckExample | ThemeExample)]
FIXED = [code for code, known in CATALOGUE.items() if known.is_fixed]


@pytest.mark.sampled(every=14)
@pytest.mark.parametrize("code", WITH_FILES)
def test_an_example_leads_to_its_code_and_to_no_other(code, tmp_path):
    """What `deckmaker explain` shows is true."""
    diagnostics = Diagnostics()
    read_document(example_project(tmp_path, CATALOGUE[code].example), diagnostics)
    assert {one.code for one in diagnostics} == {code}


@pytest.mark.parametrize("code", [code for code in CATALOGUE if code not in WITH_FILES])
def test_an_example_without_file_is_a_sentence(code):
    """It says what somebody does, or what happens."""
    assert CATALOGUE[code].example.endswith(".") and "\n" not in CATALOGUE[code].example


@pytest.mark.sampled(every=6)
@pytest.mark.parametrize("code", mostly_slow(WITH_FILES, every=5))
def test_a_code_can_be_set_as_the_deck_likes_unless_it_is_an_error_by_nature(code, tmp_path):
    """Off hides it."""
    diagnostics = Diagnostics({code: Severity.OFF})
    read_document(example_project(tmp_path, CATALOGUE[code].example), diagnostics)
    assert len(diagnostics) == (code in FIXED)


def test_explain_names_the_nearest_code():
    """A slip in the code is a usage error with a suggestion."""
    result = run("explain", "duplicate-keys")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == ("Error: no code `duplicate-keys`; did you mean `duplicate-key`?")
