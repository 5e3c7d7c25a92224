"""Pixels of drawings are made for those alone who cannot do without: PowerPoint's files, and what `show` pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from deckmaker.assets import store
from deckmaker.assets.drawings import rasterising, size
from deckmaker.cli import main
from tests.projects import Project
from tests.samples import mostly_slow

PLAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h30v20z" fill="#{:06x}"/></svg>'
DECK = """\
title: T
slides:
  - {title: One, layout: picture, image: {file: ../0.svg, alt: A, credit: B}}
  - {title: Two, layout: picture, image: {file: ../1.svg, alt: A, credit: B}}
  - title: Both
    images: [{file: ../0.svg, alt: A, credit: B}, {file: ../1.svg, alt: A, credit: B}]
"""


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that grows by a line with each drawing that is made pixels of, in whichever process."""
    calls, worker = tmp_path / "calls", tmp_path / "worker.py"
    calls.touch()
    worker.write_text(
        f"import runpy\nwith open({str(calls)!r}, 'a') as calls: calls.write('drawn\\n')\n"
        f"runpy.run_path({str(rasterising._WORKER)!r}, run_name='__main__')\n"
    )
    monkeypatch.setattr(rasterising, "_WORKER", worker)
    monkeypatch.setattr(size, "LONGER_SIDE", 320)  # here it counts how often, not how finely
    monkeypatch.setattr(store, "_kept", store._Kept())
    return calls


@pytest.mark.sampled(every=6)
@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["check"], 0),
        (["build", "-f", "pdf"], 0),
        (["build", "-f", "html"], 0),
        (["build", "-f", "pdf", "-f", "html"], 0),
        (["build", "-f", "pptx"], 2),
        (["show"], 0),
        *mostly_slow([(["build"], 2), (["show", "-f", "svg"], 2)], quick=0),
    ],
    ids=str,
)
def test_pixels_of_drawings_are_made_where_they_are_needed(
    arguments: list[str], count: int, drawn: Path, tmp_path: Path
) -> None:
    """One for each drawing in a presentation, none for what shows lines and curves."""
    (tmp_path / "project").mkdir()
    project = Project(tmp_path / "project")
    for number in range(2):
        (project.folder / f"{number}.svg").write_text(PLAN.format(number), encoding="utf-8")
    path = project.write(DECK)
    command, *options = arguments
    result = CliRunner().invoke(main, [command, str(path), *options])
    assert result.exit_code == 0, result.output
    assert drawn.read_text().count("drawn") == count
