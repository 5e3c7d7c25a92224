"""Renderers of other packages: real distributions on the path, found by their entry points."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import DECK, Project, run

TITLES = """
class Titles:
    extension = "titles"
    description = "titles alone"

    def render(self, document, stream, diagnostics):
        stream.write("\\n".join(page.title for page in document.pages).encode())
        diagnostics.report("cannot-render", "titles have no pictures")
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder; what tests install lies in its `installed` folder, first on the path."""
    (tmp_path / "installed").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.write(DECK)
    return project


def install(project: Project, distribution: str, entry_points: str, **modules: str) -> None:
    """Install a distribution as pip would: its modules, and a dist-info folder with metadata and entry points."""
    folder = project.folder / "installed"
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text)
    info = folder / f"{distribution.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[deckmaker.renderers]\n{entry_points}\n")


def test_an_installed_renderer_is_used_by_its_name(project):
    """`deckmaker build -f titles` writes its file and passes on what it reports."""
    install(project, "deck-titles", "titles = deck_titles_used:Titles", deck_titles_used=TITLES)
    result = run("build", "-f", "titles", "decks/deck.yaml")
    assert (result.exit_code, result.stdout) == (0, "build/deck.titles\n")
    assert result.stderr == "warning[cannot-render]: titles have no pictures\n\n1 warning\n"
    assert (project.folder / "build/deck.titles").read_text() == "Night noise"


def test_an_installed_renderer_is_listed_with_its_package(project):
    """Built-in ones first."""
    install(project, "deck-titles", "titles = deck_titles_listed:Titles", deck_titles_listed=TITLES)
    result = run("formats")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["pptx", "pdf", "html", "md", "handout", "notes", "png", "titles"]
    assert lines[-1] == "titles   .titles titles alone (deck-titles)"


def test_a_name_that_is_taken_is_reported_and_not_used(project):
    """No package can put itself in place of a built-in renderer, nor of another package's."""
    install(project, "a-thief", "pdf = thief_module:Titles\ntitles = thief_module:Titles", thief_module=TITLES)
    install(project, "b-first", "titles = first_module:Titles", first_module=TITLES.replace("titles alone", "first"))
    result = run("formats")
    assert result.stderr == (
        "warning[name-taken]: `a-thief` offers a format `pdf`, which `deckmaker` has already\n\n"
        "warning[name-taken]: `a-thief` offers a format `titles`, which `b-first` has already\n\n"
        "2 warnings\n"
    )
    assert result.stdout.splitlines()[-1] == "titles   .titles first (b-first)"
    assert run("build", "-f", "pdf", "decks/deck.yaml").exit_code == 0
    assert (project.folder / "build/deck.pdf").read_bytes().startswith(b"%PDF-")


BROKEN = {
    "it raises while it draws": (
        TITLES.replace("stream.write", "raise ValueError('no ink'); stream.write"),
        "error[renderer-failed]: format `titles` could not be made: no ink",
    ),
    "it raises while it is imported": (
        "raise RuntimeError('not today')",
        "error[renderer-failed]: format `titles` cannot be loaded: not today",
    ),
    "it has no such class": (
        "x = 1",
        "error[renderer-failed]: format `titles` cannot be loaded: there is a mistake in its code",
    ),
    "it names no extension": (
        TITLES.replace('extension = "titles"', ""),
        "error[renderer-failed]: format `titles` cannot be loaded: it lacks extension",
    ),
    "it reports a code of its own": (
        TITLES.replace("cannot-render", "own-code"),
        "error[renderer-failed]: format `titles` could not be made: there is a mistake in its code",
    ),
}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("name", BROKEN)
def test_a_renderer_that_fails_leaves_the_other_formats_and_old_files_intact(name, project):
    """The failure is reported; what another format wrote, and the older file of this one, stay."""
    text, message = BROKEN[name]
    module = f"broken_{list(BROKEN).index(name)}"
    install(project, "deck-titles", f"titles = {module}:Titles", **{module: text})
    (project.folder / "build").mkdir()
    (project.folder / "build/deck.titles").write_text("old")
    result = run("build", "-f", "titles", "-f", "md", "decks/deck.yaml")
    assert (result.exit_code, result.stdout) == (1, "build/deck.md\n")
    assert message in result.stderr.splitlines()
    assert (project.folder / "build/deck.titles").read_text() == "old"
    assert (project.folder / "build/deck.md").read_text().startswith("# Night noise")


def test_an_unknown_format_is_offered_its_near_match(project):
    """The whole message; without a near match it lists what there is."""
    assert run("build", "-f", "pfd", "decks/deck.yaml").stderr == (
        "error[unknown-format]: no renderer for format `pfd`\n = help: did you mean `pdf`?\n\n1 error\n"
    )
    assert run("build", "-f", "zzzzz", "decks/deck.yaml").stderr == (
        "error[unknown-format]: no renderer for format `zzzzz`\n"
        " = help: formats: pptx, pdf, html, md, handout, notes, png\n\n1 error\n"
    )
