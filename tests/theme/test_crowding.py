"""Letters and lines that a theme sets over one another: nobody could read them, credits least of all."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ("tracking: -8", "`tracking` is -8 at 8 points: letters would run into one another"),
        ("tracking: -1.7", "`tracking` is -1.7 at 8 points: letters would run into one another"),
        ("leading: 0.01", "`leading` is 0.01: lines would stand on one another"),
    ],
)
def test_it_is_an_error_at_its_place(style, message, tmp_path):
    """In the style that says it, and once."""
    project = Project(tmp_path)
    (tmp_path / "house.yaml").write_text(
        f"extends: briefing\nstyles:\n  credits: {{size: 8, min: 8, {style}}}\n", encoding="utf-8"
    )
    said = project.said("theme: ../house.yaml\n" + DECK)
    assert f"error[wrong-value]: {message}\n --> house.yaml:3:" in said and said.count("error[") == 1


@pytest.mark.parametrize("style", ["tracking: -1.6", "leading: 0.6", "tracking: -0.5, leading: 0.9"])
def test_what_can_be_read_is_none(style, tmp_path):
    """Though it is tight."""
    project = Project(tmp_path)
    theme = f"extends: briefing\nstyles:\n  credits: {{size: 8, min: 8, {style}}}\n"
    (tmp_path / "house.yaml").write_text(theme, encoding="utf-8")
    assert "wrong-value" not in project.said("theme: ../house.yaml\n" + DECK)
