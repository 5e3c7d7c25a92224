"""Links within a deck, followed in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import DECK, Project
from tests.render.html.conftest import Open

pytestmark = pytest.mark.outside

AGENDA = f"""{DECK}  - {{title: Plan, agenda: true}}
  - {{title: One, section: First}}
  - {{title: Two, section: Second}}
"""


def test_a_click_on_a_section_goes_to_its_slide(open_document: Open, tmp_path: Path) -> None:
    """And is not underlined before."""
    tab = open_document(Project(tmp_path).document(AGENDA))
    tab.evaluate("Reveal.slide(1)")
    tab.click("text=Second")
    tab.wait_for_function("Reveal.getIndices().h === 3")
    assert tab.evaluate("getComputedStyle(document.querySelector('#slide-2 a')).textDecorationLine") == "none"
