"""Links to slides, clicked."""

from __future__ import annotations

import pytest

from tests.browsers import wait_until
from tests.linked_deck import LINKED, page_numbers
from tests.projects import Project
from tests.render.html.conftest import Present, both_browsers

pytestmark = pytest.mark.outside


@both_browsers
def test_a_click_goes_to_the_slide(present: Present, tmp_path) -> None:
    """And the browser's way back leads back."""
    document = Project(tmp_path).document(LINKED)
    tab, numbers = present(document, "#/2"), page_numbers(document)

    def click(words: str) -> None:
        found = "[...document.querySelectorAll('section.present a')].find(one => one.textContent.includes(words))"
        tab.evaluate(f"words => {{ {found}.click(); }}", words)

    def is_on(number: int) -> None:
        wait_until(tab, f"document.querySelector('section.present').id === 'slide-{number}'")

    is_on(2)
    click("what helps")
    is_on(numbers["remedies"])
    tab.evaluate("void history.back()")
    is_on(2)
    click("costs")
    is_on(numbers["costs"])
