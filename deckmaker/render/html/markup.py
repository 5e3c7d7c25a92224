"""Elements and style declarations as text: the one place where words become HTML, escaped.

Nothing else makes `Html` of a string, so the type check finds every text that would get into the page as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Literal, NewType

from deckmaker.patterns import pattern

Html = NewType("Html", str)
"""Markup: what an HTML parser may read. Words are made such by `words`."""

Attributes = Mapping[str, str | None]
"""Attribute values as they are meant, unescaped; an attribute whose value is None is left out."""

Declarations = Mapping[str, str]
"""CSS properties and their values, in order."""

DOCTYPE = Html("<!DOCTYPE html>")

NOTHING = Html("")

BREAK = Html("\n")
"""The end of a line of the file, where it makes no difference to what is shown."""


def element(name: str, content: Html, attributes: Attributes | None = None) -> Html:
    """Return an element around its content."""
    return Html(f"{start_tag(name, attributes)}{content}</{name}>")


def start_tag(name: str, attributes: Attributes | None = None) -> Html:
    """Return a start tag; for a void element, such as img, that is all of it."""
    written = (f' {key}="{escape(value)}"' for key, value in (attributes or {}).items() if value is not None)
    return Html(f"<{name}{''.join(written)}>")


def end_tag(name: str) -> Html:
    """Return an end tag."""
    return Html(f"</{name}>")


def open_tag(name: str, attributes: Attributes) -> tuple[Html, Html]:
    """Return a start tag up to the end of its last attribute's value, and the rest of it.

    What is written between the two belongs to that value, and must need no escaping, as base64 does not.
    """
    tag, end = start_tag(name, attributes), '">'
    return Html(tag.removesuffix(end)), Html(end)


def words(text: str) -> Html:
    """Return text as HTML content."""
    return Html(escape(text, quote=False))


def raw_element(name: Literal["script", "style"], text: str, attributes: Attributes | None = None) -> Html:
    """Return an element whose text the parser takes as it is, up to its end tag (HTML, 13.1.2: raw text).

    Raises ValueError where the text would end it.
    """
    if f"</{name}" in text.lower():
        raise ValueError(f"the text of a {name} element holds its end tag")
    return Html(f"{start_tag(name, attributes)}{text}</{name}>")


def comment(text: str) -> Html:
    """Return a comment. Raises ValueError where the text would end it."""
    if "-->" in text or "--!>" in text:
        raise ValueError("the text of a comment holds its end")
    return Html(f"<!--{text}-->")


def joined(parts: Iterable[Html]) -> Html:
    """Return parts one after the other."""
    return Html("".join(parts))


def without_end(html: Html, text: str) -> Html:
    """Return markup without a text at its end, if it ends with that."""
    return Html(html.removesuffix(words(text)))


def style(declarations: Declarations) -> str | None:
    """Return declarations as the value of a style attribute, None where there are none."""
    return ";".join(f"{key}:{value}" for key, value in declarations.items()) or None


def rule(selector: str, declarations: Declarations) -> str:
    """Return a CSS rule, nothing where it would declare nothing."""
    return f"{selector}{{{style(declarations)}}}\n" if declarations else ""


_NOT_IN_STRINGS = pattern(r"[^\w .()&'+-]")


def quoted(text: str) -> str:
    """Return a text as a string of CSS, which no sign in it ends (CSS Syntax 3, 4.3.7)."""
    return '"' + _NOT_IN_STRINGS.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def difference(own: Declarations, parent: Declarations) -> dict[str, str]:
    """Return what `own` declares otherwise than its parent does, so that a style writes only that."""
    return {key: value for key, value in own.items() if parent.get(key) != value}


@lru_cache(maxsize=4_096)  # slides repeat each other's lengths: nine in ten were written before
def points(value: float) -> str:
    """Return a length in points, to a ten-thousandth."""
    return f"{value:.4f}".rstrip("0").rstrip(".").replace("-0", "0", value == 0) + "pt"


@lru_cache(maxsize=1_024)
def identifier(name: str) -> str:
    """Return a theme's name for something as a part of a CSS class or custom property."""
    return re.sub(r"[^A-Za-z0-9-]", lambda found: f"_{ord(found[0]):x}", name)
