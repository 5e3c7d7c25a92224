"""The block of docs/blocks.md, announced by a package outside: every output shows it, and none knows of it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.projects import COMMAND, ROOT, Project, environment

DOCS = (ROOT / "docs" / "blocks.md").read_text(encoding="utf-8")
CODE = re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL)
METADATA = "Metadata-Version: 2.1\nName: verdicts\nVersion: 1.0\n"
DECK = """\
title: Remedies
slides:
  - title: Remedies
  - title: Shore power
    verdict: {text: "**Approved**^[By the board.]", why: The grid has room.}
  - title: Both
    columns:
      - {heading: Power, verdict: Approved at once}
      - {heading: Wall, content: [A wall helps two streets., {verdict: {text: Refused, why: It is too dear.}}]}
"""
WORDS = "Approved By the board. The grid has room. Approved at once A wall helps two streets. Refused It is too dear."


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project, and beside it the package that is described."""
    folder = tmp_path_factory.mktemp("outside")
    packages = folder / "packages"
    information = packages / "verdicts-1.0.dist-info"
    information.mkdir(parents=True)
    (packages / "my_package").mkdir()
    (code,) = CODE
    (packages / "my_package" / "verdict.py").write_text(code, encoding="utf-8")
    (information / "METADATA").write_text(METADATA, encoding="utf-8")
    (points,) = re.findall(r"```toml\n\[project\.entry-points\.\"(.*?)\"\]\n(.*?)```", DOCS, re.DOTALL)
    lines = points[1].replace('"', "")
    (information / "entry_points.txt").write_text(f"[{points[0]}]\n{lines}", encoding="utf-8")
    project = Project(folder)
    project.write(DECK)
    return project


def run(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command where the package is installed."""
    path = f"{project.folder / 'packages'}:{ROOT}"
    variables = environment() | {"PYTHONPATH": path}
    return subprocess.run(
        [*COMMAND, *arguments], cwd=project.folder, env=variables, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_every_output_shows_the_block(project: Project) -> None:
    """Nothing of it is lost, and nothing is said."""
    done = run(project, "build", "-f", "pptx", "-f", "pdf", "-f", "html", "-f", "md", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    markdown = (project.folder / "build" / "deck.md").read_text(encoding="utf-8")
    words = re.findall(r"\w+", re.sub(r"\[\^[\d-]+\]:?", " ", markdown))
    assert all(words.count(word) >= WORDS.split().count(word) for word in re.findall(r"\w+", WORDS))
    page = (project.folder / "build" / "deck.html").read_text(encoding="utf-8")
    assert "Approved at once" in page and "It is too dear." in page


@pytest.mark.slow
def test_show_tells_of_it_by_its_places(project: Project) -> None:
    """Alone on a slide, and in columns."""
    done = run(project, "show", "--format", "json")
    assert done.returncode == 0, done.stderr
    pages = json.loads(done.stdout)["decks"][0]["pages"]
    slots = {item["slot"] for page in pages for item in page["items"]}
    assert {"verdict", "reason", "column 1 verdict", "column 2 reason"} <= slots


@pytest.mark.slow
def test_editors_know_its_key(project: Project) -> None:
    """With what its kind says of it."""
    schema = json.loads(run(project, "schema").stdout)
    assert schema["$defs"]["SlideEntry"]["properties"]["verdict"]["description"].startswith("A verdict")


@pytest.mark.slow
def test_mistakes_in_it_have_their_places(project: Project, tmp_path: Path) -> None:
    """As in any other block."""
    other = Project(tmp_path)
    other.write("title: T\nslides:\n  - title: T\n    verdict: {wy: The grid has room.}\n")
    path = f"{project.folder / 'packages'}:{ROOT}"
    done = subprocess.run(
        [*COMMAND, "check"],
        cwd=tmp_path,
        env=environment() | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "decks/deck.yaml:4:15" in done.stderr and "did you mean `why`?" in done.stderr
