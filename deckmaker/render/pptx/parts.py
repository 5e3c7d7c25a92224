"""Parts of a package and what they lead to (ECMA-376 Part 2, Open Packaging Conventions). Knows nothing of slides.

python-pptx's own parts are trees, and for each new relationship it looks at all that are there. Here a part is its
text, and nothing is searched: a slide takes no longer in a deck of a thousand than in one of ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from posixpath import relpath, split
from urllib.parse import quote

from pptx.opc.constants import CONTENT_TYPE as CT

from deckmaker.patterns import pattern
from deckmaker.render.pptx.xml import Xml, attribute, whole

_FORBIDDEN = pattern(r'[\x00-\x20"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')
"""What no URI holds, and percent signs that encode nothing."""

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006"


class Part:
    """A part: its name in the zip file, its content type, its content, and what it leads to."""

    def __init__(self, name: str, type: str, content: bytes = b"") -> None:
        self.name = name
        self.type = type
        self.content = content
        self.relationships = Relationships(name)

    def read(self) -> bytes:
        """Return the content, when the package is written."""
        return self.content


class Relationships:
    """The relationships of a part: what it leads to, each target under one id.

    `source` is the name of the part, '' for the package itself.
    """

    def __init__(self, source: str) -> None:
        self._folder, self._file = split(source)
        self._ids: dict[tuple[str, str, str], str] = {}
        self._kept: set[str] = set()
        self._last = 0

    def keep(self, id: str, kind: str, name: str) -> None:
        """Take a relationship with a part that has an id already. Only before others are made."""
        folder, file = split(name)
        self._ids[kind, _way(self._folder, folder) + file, ""] = id
        self._kept.add(id)

    def to(self, kind: str, part: Part) -> str:
        """Return the id of the relationship of a kind with a part."""
        return self.to_name(kind, part.name)

    def to_name(self, kind: str, name: str) -> str:
        """Return the id of the relationship of a kind with the part of that name, which may be written later."""
        folder, file = split(name)
        return self._id(kind, _way(self._folder, folder) + file, "")

    def outside(self, kind: str, address: str) -> str:
        """Return the id of the relationship of a kind with an address outside the package."""
        return self._id(kind, _uri(address), ' TargetMode="External"')

    def _id(self, kind: str, target: str, mode: str) -> str:
        key = (kind, target, mode)
        if key not in self._ids:
            self._last += 1
            while f"rId{self._last}" in self._kept:
                self._last += 1
            self._ids[key] = f"rId{self._last}"
        return self._ids[key]

    def __bool__(self) -> bool:
        return bool(self._ids)

    @property
    def name(self) -> str:
        """The name under which they are in the zip file: `a/_rels/b.xml.rels` for `a/b.xml`."""
        return f"{self._folder}/_rels/{self._file}.rels".lstrip("/")

    def xml(self) -> bytes:
        """Return the part that lists them."""
        ones = (
            f"<Relationship Id={attribute(id)} Type={attribute(kind)} Target={attribute(target)}{mode}/>"
            for (kind, target, mode), id in self._ids.items()
        )
        return whole(Xml(f'<Relationships xmlns="{_NAMESPACE}/relationships">{"".join(ones)}</Relationships>'))


def content_types(parts: Iterable[Part]) -> bytes:
    """Return the list of content types: each part of XML has its own, pictures have theirs by their endings.

    So has what a template keeps under the ending of another type, or under none.
    """
    endings = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    own = []
    for part in parts:
        ending = split(part.name)[1].rpartition(".")[2].lower() if "." in split(part.name)[1] else ""
        if ending in ("", "xml") or endings.setdefault(ending, part.type) != part.type:
            own.append(f"<Override PartName={attribute(f'/{part.name}')} ContentType={attribute(part.type)}/>")
    shared = (
        f"<Default Extension={attribute(ending)} ContentType={attribute(type)}/>"
        for ending, type in sorted(endings.items())
    )
    return whole(Xml(f'<Types xmlns="{_NAMESPACE}/content-types">{"".join((*shared, *own))}</Types>'))


def _uri(address: str) -> str:
    """Return an address as a URI (RFC 3986): what may not stand there is percent-encoded, a second `#` too.

    Letters of all languages may (`xsd:anyURI`), and what was encoded stays as it is.
    """
    start, sign, fragment = address.partition("#")
    return f"{_FORBIDDEN.sub(_encoded, start)}{sign}{_FORBIDDEN.sub(_encoded, fragment.replace('#', '%23'))}"


def _encoded(sign: re.Match[str]) -> str:
    return quote(sign[0], safe="")


@cache
def _way(start: str, end: str) -> str:
    """Return the way from one folder of a package to another, ready for a file's name."""
    way = relpath(f"/{end}", f"/{start}")
    return "" if way == "." else f"{way}/"
