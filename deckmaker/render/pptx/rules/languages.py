"""Language tags, which schemas take for any words: PowerPoint repairs a file with one that is malformed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from deckmaker.patterns import pattern

_WELL_FORMED = pattern(r"(?:[a-z]{2,3}|x)(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
"""The form of a tag (RFC 5646, 2.1), but for what only a list of all languages could tell."""

_tags = etree.XPath(
    "//@lang | //@altLang | //c:lang/@val | //dc:language/text()",
    namespaces={
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dc": "http://purl.org/dc/elements/1.1/",
    },
    smart_strings=False,
)


def language_faults(name: str, tree: etree._Element) -> Iterator[str]:
    """Yield the malformed language tags of a part's runs and properties."""
    found: Any = _tags(tree)
    for tag in sorted({*found}):
        if not _WELL_FORMED.fullmatch(tag):
            yield f"`{name}` has words in a language `{tag}`, which is no language tag"
