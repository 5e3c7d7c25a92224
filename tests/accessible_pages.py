"""axe-core in Chromium: what an independent checker of accessibility says of a page. `make test` installs it, from
tests/node."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

from tests.projects import ROOT

_AXE = ROOT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"

_RUN = """
async () => {
  const found = await axe.run(document, {resultTypes: ["violations", "incomplete"]})
  const told = kind => found[kind].flatMap(one => one.nodes.map(node => `${one.id}: ${node.html}`))
  return [told("violations"), told("incomplete"), found.passes.length]
}
"""


class Verdict(NamedTuple):
    """What breaks a rule, and of what axe-core cannot tell, such as the contrast of words on a picture."""

    violations: list[str]
    undecided: list[str]


def verdict_on(tab: Page) -> Verdict:
    """Return what axe-core says of what a page shows now. Its policy must have been passed by (`bypass_csp`)."""
    if not tab.evaluate("() => 'axe' in window"):
        tab.add_script_tag(path=str(_AXE))
    result: Any = tab.evaluate(_RUN)
    violations, undecided, passes = result
    assert passes, "axe-core has looked at nothing"
    return Verdict(violations, undecided)


def verdict_on_file(path: Path, browser: Browser, dark: bool = False, width: int = 1280) -> Verdict:
    """Return what axe-core says of an HTML file, in its light or dark colours, in a window of a width in pixels."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light", bypass_csp=True
    )
    try:
        tab = context.new_page()
        tab.goto(path.as_uri())
        return verdict_on(tab)
    finally:
        context.close()
