"""Markdown as its readers have it: the words, and what they are made into. Readers that are not installed are None."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, NamedTuple

from markdown_it import MarkdownIt


class Reading(NamedTuple):
    """All words without spaces, and how many there are of each kind of block and mark."""

    words: str
    kinds: Counter[str]


KINDS = ("heading", "rule", "quote", "item", "link", "code", "html", "picture", "other")
"""What is counted; `other` is all that no deck asks for: formulas, attributes, definitions, boxes to tick."""

_APART = "<!-- -->"


def squeezed(text: str) -> str:
    """Return a text without spaces: readers differ in what they make of them."""
    return "".join(text.split())


def commonmark(markdown: str, preset: str = "commonmark") -> Reading:
    """Read by markdown-it-py, which knows no footnotes here: their texts are paragraphs behind labels."""
    parser = MarkdownIt(preset)
    kinds, words = Counter[str](), []
    names = {"heading_open": "heading", "hr": "rule", "blockquote_open": "quote", "list_item_open": "item"}
    names |= {"code_block": "code", "fence": "code", "html_block": "html", "link_open": "link", "image": "picture"}
    names |= {"code_inline": "code", "s_open": "other"}
    environment: dict[str, Any] = {}
    for token in parser.enable("table").parse(markdown, environment):
        for one in (token, *(token.children or ())):
            kinds[names.get(one.type, "")] += 1
            if one.type in ("text", "text_special", "code_inline"):
                words.append(one.content)
            elif one.type == "image":
                words += [child.content for child in one.children or ()]
            elif one.type == "html_inline" and one.content != _APART:
                kinds["html"] += 1
    kinds["other"] += len(environment.get("references", ()))
    return Reading(squeezed("".join(words)), kinds)


def github(markdown: str) -> Reading:
    """Read by GitHub's own parser, with footnotes."""
    import cmarkgfm
    from cmarkgfm.cmark import Options

    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    page = cmarkgfm.github_flavored_markdown_to_html(markdown, options).replace(_APART, "")
    page = re.sub(r'<sup class="footnote-ref.*?</sup>|<a href="#fnref.*?</a>', "", page)
    page, pictures = re.subn(r'<img[^>]*alt="([^"]*)"[^>]*>', r"\1", page)
    names = {"h1": "heading", "h2": "heading", "hr": "rule", "blockquote": "quote", "li": "item", "a": "link"}
    names |= {"code": "code", "pre": "code"}
    plain = ("p", "em", "strong", "ul", "ol", "section", "table", "thead", "tbody", "tr", "th", "td")
    kinds = Counter({"picture": pictures})
    for tag in re.findall(r"<([a-z0-9]+)", page):
        kinds[names.get(tag, "" if tag in plain else "html")] += 1
    return Reading(squeezed(html.unescape(re.sub(r"<[^>]*>", "", page))), kinds)


def pandoc(markdown: str, form: str = "markdown-smart") -> Reading:
    """Read by Pandoc, with or without its own extensions; typography is left as it is."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "-f", form, "-t", "json"]
    found = json.loads(subprocess.run(command, input=markdown.encode(), capture_output=True, check=True).stdout)
    kinds, words = Counter[str]({"other": len(found["meta"])}), []
    names = {"Header": "heading", "HorizontalRule": "rule", "BlockQuote": "quote", "Link": "link", "Image": "picture"}
    names |= {"Code": "code", "CodeBlock": "code", "RawBlock": "html", "RawInline": "html"}
    names |= dict.fromkeys(("Math", "Cite", "Span", "Div", "DefinitionList", "LineBlock", "Superscript"), "other")

    def look(node: Any) -> None:
        if isinstance(node, list):
            for one in node:
                look(one)
        elif isinstance(node, dict):
            kind, content = node.get("t", ""), node.get("c")
            if kind != "RawInline" or content[1] != _APART:
                kinds[names.get(kind, "")] += 1
            kinds["item"] += len(content if kind == "BulletList" else content[1] if kind == "OrderedList" else ())
            if kind == "Str":
                words.append(content)
            elif kind == "Code":
                words.append(content[1])
            elif kind != "RawInline":
                look(list(node.values()))

    look(found["blocks"])
    return Reading(squeezed("".join(words)), kinds)


READERS: dict[str, Callable[[str], Reading] | None] = {
    "commonmark": commonmark,
    "github": github if find_spec("cmarkgfm") else None,
    "pandoc": pandoc if find_spec("pypandoc") else None,
    "pandoc's github": (lambda text: pandoc(text, "gfm")) if find_spec("pypandoc") else None,
}
