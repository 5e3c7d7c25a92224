"""XML from files that nobody vouches for, by Python's own expat: no entities, and nothing fetched.

A DOCTYPE may name a public standard, which nobody reads; one that declares anything is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from deckmaker.budget.bound import MEGABYTE
from deckmaker.budget.drawings import XML_ELEMENTS

Watch = Callable[[str, dict[str, str], int], None]
"""Called for each element with its name, its attributes and its line, before it becomes part of the tree."""

DEEPEST = 100
"""Elements in elements; drawings and XMP packets have a dozen, and readers of trees call themselves once a level."""

_PIECE = 1 << 20
_LONGEST_TAG = 10 * MEGABYTE
"""Bytes of a tag, which expat holds with all its attributes before anybody can look at them; a picture in a drawing may
be one attribute."""

_ATTRIBUTES = 8
"""So many attributes count as an element: they take as much memory."""

_ENCODINGS = frozenset({"UTF-8", "UTF-16", "US-ASCII", "ASCII", "ISO-8859-1"})
"""Those that parts of an Office file may have (part 2, 6.2.5), and others that every reader knows."""

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_QUOTED = 60
"""Characters of a name that a message shows."""


class Refused(Exception):
    """XML that is not read, with the line where that became clear."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.line = line


class HasDoctype(Refused):
    """A DOCTYPE where there may be none, whatever it says."""


def read_xml(data: bytes, watch: Watch | None = None, in_package: bool = False) -> Element:
    """Return a document's root; names are `{namespace}name`. Raises Refused for what is broken or could do harm.

    Raises HasDoctype where it has one `in_package`, a part of an Office file: bytes do not tell, which may be UTF-16.
    There, what other readers refuse is so here: libxml2 takes fewer encodings, and no `xml:id` that is no name.
    """
    parser = ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    builder, depth, count = TreeBuilder(), 0, 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + weight(attributes)
        if depth > DEEPEST:
            raise Refused(f"elements stand more than {DEEPEST} deep in each other", parser.CurrentLineNumber)
        if count > XML_ELEMENTS.most:
            raise Refused(f"more than {XML_ELEMENTS.most:,} elements", parser.CurrentLineNumber)
        named = {_qualified(key): value for key, value in attributes.items()}
        if in_package and not _is_name(named.get(_ID, "a")):
            raise Refused(f"an `xml:id` is no name: `{named[_ID][:_QUOTED]}`", parser.CurrentLineNumber)
        if watch:
            watch(_qualified(name), named, parser.CurrentLineNumber)
        builder.start(_qualified(name), named)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_qualified(name))

    def doctype(_: str, file: str | None, public: str | None, declares: int) -> None:
        if in_package:
            raise HasDoctype("a `<!DOCTYPE>`", parser.CurrentLineNumber)
        if declares:
            raise Refused("a `<!DOCTYPE>` declares what could be entities", parser.CurrentLineNumber)
        if file and not public:
            raise Refused(f"a `<!DOCTYPE>` refers to `{file[:_QUOTED]}`", parser.CurrentLineNumber)

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if in_package and encoding and encoding.upper() not in _ENCODINGS:
            raise Refused(f"its encoding is `{encoding[:_QUOTED]}`, and may be UTF-8 or UTF-16", 1)

    def skipped(name: str, _: int) -> None:  # behind a DOCTYPE, expat leaves it out without a word
        raise Refused(f"the entity `&{name[:_QUOTED]};` is declared nowhere", parser.CurrentLineNumber)

    def instruction(target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise Refused("`<?xml-stylesheet?>` refers to another file", parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler, parser.ProcessingInstructionHandler = doctype, instruction
    parser.SkippedEntityHandler, parser.XmlDeclHandler = skipped, declaration
    try:
        for begin in range(0, len(data), _PIECE):
            parser.Parse(data[begin : begin + _PIECE], False)
            if begin - parser.CurrentByteIndex > _LONGEST_TAG:
                raise Refused("a tag without end", parser.CurrentLineNumber)
        parser.Parse(b"", True)
    except (ExpatError, ValueError, LookupError) as error:  # encodings that Python does not have are the latter two
        raise Refused(f"it is not XML: {error}", getattr(error, "lineno", 1)) from error
    return builder.close()


def weight(attributes: Mapping[str, str]) -> int:
    """Return as how many elements one counts that has such attributes."""
    return 1 + len(attributes) // _ATTRIBUTES


def _is_name(value: str) -> bool:
    """Tell whether a value is a name without a colon (Namespaces in XML 1.0, NCName)."""
    return value[:1] not in "-." and value.replace("-", "_").replace(".", "_").isidentifier()


def _qualified(name: str) -> str:
    return "{" + name if "}" in name else name
