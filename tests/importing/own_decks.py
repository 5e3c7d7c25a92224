"""Decks that were built as presentations and imported again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from pptx import Presentation

from tests.projects import Project, run


def imported_again(
    project: Project, deck: str, change: Callable[[Any], object] | None = None
) -> tuple[list[dict[str, Any]], str]:
    """Return the slides of a deck that was built and imported, all of them as they stand, and what the import says.

    Somebody may `change` the presentation before, as python-pptx does.
    """
    project.write(deck)
    built = run("build", project.deck, "-f", "pptx", "-o", project.folder)
    assert built.exit_code == 0, built.stderr
    if change:
        presentation = Presentation(str(project.folder / "deck.pptx"))
        change(presentation)
        presentation.save(str(project.folder / "deck.pptx"))
    target = project.folder / "again.yaml"
    result = run("import", project.folder / "deck.pptx", "-o", target)
    assert result.exit_code == 0, result.stderr
    return yaml.safe_load(target.read_text())["slides"], result.stderr


def chart_again(project: Project, chart: str, language: str = "en") -> dict[str, Any]:
    """Return what becomes of a chart, of which the import says nothing, and beside which nothing is left."""
    deck = f"title: T\nlanguage: {language}\nslides:\n  - title: T\n  - title: Chart\n    chart: {chart}\n"
    (_, slide), said = imported_again(project, deck)
    assert ("warning" in said, set(slide)) == (False, {"title", "chart"}), (said, slide)
    return dict(slide["chart"])
