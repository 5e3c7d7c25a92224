"""The site that `make docs` builds: its links lead somewhere, it asks nothing of any network, and all can read it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.accessible_pages import verdict_on_file
from tests.projects import ROOT

pytestmark = pytest.mark.slow

FETCHED = {
    "img": "src",
    "script": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "use": "href",
}
"""Where an element of a page names what a browser fetches by itself."""


def built(pages: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a site from a folder of pages, as `make docs` does."""
    options = re.search(r"-m sphinx (.*) docs build/site", (ROOT / "Makefile").read_text(encoding="utf-8"))[1].split()
    command = [sys.executable, "-m", "sphinx", *options, "--doctree-dir", folder / "kept", pages, folder / "site"]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of docs/, built without a warning."""
    folder = tmp_path_factory.mktemp("docs")
    done = built(ROOT / "docs", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "site"


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[Path, html.HtmlElement]:
    """Each page of the site."""
    found = {page: html.parse(str(page)).getroot() for page in sorted(site.rglob("*.html"))}
    assert len(found) > 30
    return found


def test_every_page_is_in_the_contents(trees: dict[Path, html.HtmlElement]) -> None:
    """Each Markdown file has a page, and the side bar of the first page leads to all but those below another."""
    names = {page.stem for page in trees}
    assert {one.stem for one in (ROOT / "docs").rglob("*.md")} <= names


def test_links_lead_to_files_and_anchors_of_the_site(trees: dict[Path, html.HtmlElement]) -> None:
    """Looked for in what was built, without Sphinx."""
    anchors = {page: {*tree.xpath("//@id"), *tree.xpath("//a/@name"), ""} for page, tree in trees.items()}
    lost, seen = [], 0
    for page, tree in trees.items():
        for link in tree.xpath("//a/@href"):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            anchor = unquote(parts.fragment)
            if not target.exists() or (target in anchors and anchor not in anchors[target]):
                lost.append(f"{page.name}: {link}")
            seen += 1
    assert lost == []
    assert seen > 1000


def test_nothing_is_named_that_a_browser_would_fetch(trees: dict[Path, html.HtmlElement], site: Path) -> None:
    """Neither in pages nor in style sheets: no web font, no script of somebody else."""
    named = {
        one.get(FETCHED[one.tag], "")
        for tree in trees.values()
        for one in tree.iter(*FETCHED)
        if one.get("rel") not in ("index", "search", "next", "prev", "author", "canonical")
    }
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        named |= set(re.findall(r"url\(\s*[\"']?([^\"')]+)", text)) | set(re.findall(r"@import\s+[\"']([^\"']+)", text))
    assert named
    assert [one for one in named if urlsplit(one).scheme not in ("", "data") or one.startswith("//")] == []


def test_broken_links_fail(tmp_path: Path) -> None:
    """A page that there is not, a heading that there is not, a picture that there is not; and no other."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("conf.py", "site.css", "templates", "reference_pages"):
        (pages / name).symlink_to(ROOT / "docs" / name)
    links = "[here](other.md#other) [a](lost-page.md) [b](other.md#lost-heading) ![c](lost-picture.png)"
    (pages / "index.md").write_text(f"# Pages\n\n{links}\n\n```{{toctree}}\nother\n```\n", encoding="utf-8")
    (pages / "other.md").write_text("# Other\n", encoding="utf-8")
    done = built(pages, tmp_path)
    assert done.returncode == 1
    told = done.stderr.strip().splitlines()
    assert sorted(re.search(r"lost-\w+", line)[0] for line in told) == ["lost-heading", "lost-page", "lost-picture"]


@pytest.mark.outside
def test_pages_ask_for_nothing_but_files(site: Path, chromium: Browser) -> None:
    """A browser that is offline opens them, finds by search what stands in them, and reports no mistake."""
    context = chromium.new_context(offline=True)
    asked: list[str] = []
    mistakes: list[str] = []
    try:
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("pageerror", lambda error: mistakes.append(str(error)))
        tab.on("console", lambda said: mistakes.append(said.text) if said.type == "error" else None)
        for name in ("index", "tutorial", "gallery", "reference-messages"):
            tab.goto((site / f"{name}.html").as_uri())
        tab.goto(f"{(site / 'search.html').as_uri()}?q=handout")
        tab.wait_for_selector("#search-results li a")
    finally:
        context.close()
    assert [one for one in asked if not one.startswith(("file:", "data:"))] == []
    assert mistakes == []


@pytest.mark.outside
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name, width", [("index", 1280), ("tutorial", 400), ("messages", 800)])
def test_pages_can_be_read_by_all(site: Path, chromium: Browser, name: str, width: int, dark: bool) -> None:
    """axe-core has no complaint, in light and in dark colours, in wide windows and on a phone."""
    assert verdict_on_file(site / f"{name}.html", chromium, dark, width).violations == []
