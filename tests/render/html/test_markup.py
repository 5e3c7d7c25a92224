"""Markup: what stands between words and the page. Types keep the two apart; these tests keep the types true."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from deckmaker.render.html import markup
from deckmaker.render.html.markup import Html, comment, element, joined, open_tag, raw_element, start_tag, words

FOLDER = Path(markup.__file__).parent
MODULES = sorted(FOLDER.glob("*.py"))


def test_words_are_escaped_once() -> None:
    """In content, in attributes, and not again where they are put together."""
    assert words('<b> & "c"') == '&lt;b&gt; &amp; "c"'
    assert start_tag("a", {"title": '"><b', "id": None}) == '<a title="&quot;&gt;&lt;b">'
    assert element("p", joined((words("<"), element("b", words("&"))))) == "<p>&lt;<b>&amp;</b></p>"
    assert "".join(open_tag("img", {"alt": "a", "src": "data:,"})) == start_tag("img", {"alt": "a", "src": "data:,"})


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_one_module_alone_makes_markup_of_strings(module: Path) -> None:
    """Whatever else calls itself markup has been through it; and nothing is cast to be some."""
    calls = [node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    names = [getattr(node.func, "id", getattr(node.func, "attr", "")) for node in calls]
    makes = [name for name in names if name in ("Html", "cast")]
    assert bool(makes) == (module.stem == "markup")


@pytest.mark.parametrize("text", ["</script>", "a</SCRIPT >", "<!-- </script"])
def test_no_script_ends_before_its_end(text: str) -> None:
    """Raw text cannot be escaped, so it is refused."""
    with pytest.raises(ValueError, match="end tag"):
        raw_element("script", text)
    assert raw_element("style", text) == f"<style>{text}</style>"


@pytest.mark.parametrize("text", ["-->", "a --!> b"])
def test_no_comment_ends_before_its_end(text: str) -> None:
    """It is refused, too."""
    with pytest.raises(ValueError, match="its end"):
        comment(text)


def test_markup_is_a_string_to_python() -> None:
    """It costs nothing when the page is written."""
    assert type(words("a")) is str
    assert Html("a") == "a"
