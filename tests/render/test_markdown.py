"""Markdown: the whole file for a small deck, and hostile words read back by a CommonMark parser."""

from __future__ import annotations

import re
from io import BytesIO
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from deckmaker.diagnostics import Diagnostics
from deckmaker.render.markdown import MarkdownRenderer
from tests.projects import Project, run

WHOLE = """\
title: Night noise
trail: [Home, Noise]
footer: Draft
slides:
  - title: Night noise
    notes: |
      Welcome.

      1. Sit down.
  - title: Where it *comes* from
    section: Findings
    text: Two **thirds** of CO~2~ and r^2^, see `dB(A)` and [here](https://example.org/a_(b)).
    bullets:
      - Fans
      - Berth 4:
          - 120 m
    image: {file: ../a b.png, alt: "[A] ship", credit: DepositPhotos}
  - title: Remedies
    columns:
      - {heading: Power, numbered: [one, two]}
      - {heading: A wall, text: Helps.}
"""
LOOKAHEAD = """\
# Night noise

> Welcome.

> 1. Sit down.

---

*Findings*

# Where it *comes* from

Two **thirds** of CO~2~ and r^2^, see `dB(A)` and [here](<https://example.org/a_(b)>).

- Fans

- Berth 4

    - 120 m

![\\[A\\] ship](a%20b.png)

Picture: DepositPhotos

---

# Remedies

## Power

1. one
2. two

## A wall

Helps.
"""


def render(project: Project, text: str) -> str:
    """Return a deck as Markdown; the renderer has nothing to report."""
    stream, diagnostics = BytesIO(), Diagnostics()
    MarkdownRenderer().render(project.document(text), stream, diagnostics)
    assert not len(diagnostics)
    return stream.getvalue().decode()


def test_a_deck_is_read_in_its_order(tmp_path):
    """Headings, text, lists, pictures, credits and notes; the furniture of a page is left out."""
    project = Project(tmp_path)
    project.picture("a b.png")
    assert render(project, WHOLE) == LOOKAHEAD


@pytest.mark.parametrize("name", ["assets/a b/01.png", "decks/c#d?.png", "a(b).png", "é%.png"])
def test_a_picture_is_found_from_the_projects_root(name, tmp_path):
    """Where nobody says in which folder the file will lie."""
    project = Project(tmp_path)
    picture = project.picture(name)
    markdown = render(project, f"title: T\nslides:\n  - title: A\n    image: '../{name}'\n")
    tokens = [child for token in MarkdownIt("commonmark").parse(markdown) for child in token.children or ()]
    (address,) = [token.attrs["src"] for token in tokens if token.type == "image"]
    assert tmp_path / unquote(address) == picture


def words(markdown: str) -> list[tuple[str, str]]:
    """Read Markdown back: the kind of each block with its plain words."""
    blocks, kind = [], ""
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type.endswith("_open"):
            kind = token.type.removesuffix("_open")
        elif token.type == "inline":
            blocks.append((kind, "".join(one.content for one in token.children)))
        elif token.type not in ("hr",) and not token.type.endswith("_close"):
            blocks.append((token.type, token.content))
    return blocks


HOSTILE = [
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp; &#65;",
    "# no heading",
    "- no list",
    "+ no list",
]
HOSTILE += ["1. no list", "1986. A year", "12) no list", "> no quote", "---", "===", "a * b * c", "~~~", "```", "| a |"]
HOSTILE += ["[a]", "[a]: https://x.org", "![a]", "_a_ b_c_d", "\\", "a\\\\b", "“quoted”", "C# & C++", "!", "2 < 3 > 1"]


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text, tmp_path):
    """What an author typed as text, a reader of the Markdown sees as text: in a title, a paragraph and an item."""
    escaped = "".join(f"\\{c}" if c in r"\`*_[]<>^~!#" else c for c in text)
    escaped = re.sub(r"^(\d*)([-+.)] )", r"\1\\\2", escaped)  # or the text would be a list
    quoted = "'" + escaped.replace("'", "''") + "'"
    deck = f"title: T\nslides:\n  - title: {quoted}\n    text: {quoted}\n    bullets: [{quoted}]\n    layout: content\n"
    assert words(render(Project(tmp_path), deck)) == [("heading", text), ("paragraph", text), ("paragraph", text)]


@pytest.mark.parametrize("code", ["a", "a`b", "a``b", "*not bold*", "<b>", "\\"])
def test_code_stays_code(code, tmp_path):
    """Whatever backticks stand in it."""
    deck = f"title: T\nslides:\n  - title: A\n    text: '``` {code} ```'\n    layout: content\n"
    tokens = MarkdownIt("commonmark").parse(render(Project(tmp_path), deck))
    children = [child for token in tokens for child in token.children or () if child.type == "code_inline"]
    assert [child.content for child in children] == [code]


@pytest.mark.parametrize("folder", ["", "build", "out/to the/board", "../beside", "link"])
def test_addresses_of_pictures_lead_there_from_the_file(folder, tmp_path, monkeypatch):
    """Wherever it is built to, as a reader of Markdown follows them."""
    home = tmp_path / "home"
    (home / "decks").mkdir(parents=True)
    (tmp_path / "far" / "away").mkdir(parents=True)
    (home / "link").symlink_to(tmp_path / "far" / "away")
    monkeypatch.chdir(home)
    project = Project(home)
    picture = project.picture("pictures/ä b #1.png")
    deck = project.write(
        "title: T\nslides:\n  - title: S\n    image: {file: '../pictures/ä b #1.png', alt: A, credit: none}\n"
        "  - title: U\n    columns:\n      - callout: {text: A}\n"
        "      - image: {file: '../pictures/ä b #1.png', alt: A, credit: none}\n"
    )
    result = run("build", deck, "-f", "md", "-o", folder or ".")
    assert result.exit_code == 0, result.stderr
    built = home / folder / "deck.md"
    tokens = MarkdownIt().parse(built.read_text())
    addresses = [one.attrGet("src") for token in tokens for one in token.children or () if one.type == "image"]
    assert len(addresses) == 2
    for address in addresses:
        assert (built.resolve().parent / unquote(address)).samefile(picture)
