"""Elements and style declarations as text: the one place where words become HTML, escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape

Attributes = Mapping[str, str | None]
"""Attribute values as they are meant, unescaped; an attribute whose value is None is left out."""

Declarations = Mapping[str, str]
"""CSS properties and their values, in order."""


def element(name: str, content: str, attributes: Attributes | None = None) -> str:
    """Return an element around `content`, which is HTML already."""
    return f"{start_tag(name, attributes)}{content}</{name}>"


def start_tag(name: str, attributes: Attributes | None = None) -> str:
    """Return a start tag; for a void element, such as img, that is all of it."""
    written = (f' {key}="{escape(value)}"' for key, value in (attributes or {}).items() if value is not None)
    return f"<{name}{''.join(written)}>"


def words(text: str) -> str:
    """Return text as HTML content."""
    return escape(text, quote=False)


def style(declarations: Declarations) -> str | None:
    """Return declarations as the value of a style attribute, None where there are none."""
    return ";".join(f"{key}:{value}" for key, value in declarations.items()) or None


def rule(selector: str, declarations: Declarations) -> str:
    """Return a CSS rule, nothing where it would declare nothing."""
    return f"{selector}{{{style(declarations)}}}\n" if declarations else ""


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
