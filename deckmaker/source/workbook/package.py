"""The parts of a workbook's package, unpacked as far as they may be large, and read element by element."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from posixpath import join, normpath
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as BrokenData

from deckmaker.budget.rows import ROW_CHARACTERS
from deckmaker.budget.workbooks import (
    WORKBOOK_ELEMENTS,
    WORKBOOK_PART_BYTES,
    WORKBOOK_PARTS,
    WORKBOOK_PER_BYTE,
    WORKBOOK_SMALL,
)

_COMPOUND = b"\xd0\xcf\x11\xe0"
"""What begins a file of the old form (.xls), and one that has a password."""

_ENTRY = b"PK\x01\x02"
"""What begins each entry of a package's directory (PKWARE's APPNOTE, 4.3.12)."""

_WAYS = (ZIP_STORED, ZIP_DEFLATED)
"""How parts may be packed (ECMA-376 part 2, annex B). Others take gigabytes to unpack, as the file asks for."""

_DEEPEST = 100
"""Elements in elements; sheets have some five."""

_PIECE = 1 << 20

_TAG_BYTES = 4 << 20
"""Of the beginning of an element, with its attributes; or of a comment."""

_NAMES = 10_000
"""Of elements and attributes in a part; those that the standard has are some hundred."""

Attributes = dict[str, str]


class NotAWorkbook(Exception):
    """The file cannot be read: what is said of it behind its name, and the help."""

    def __init__(self, what: str, help: str) -> None:
        super().__init__(what)
        self.help = help


_CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
"""What programs that know more than the standard read in place of what stands there for all others."""

_SAVE = "save it as .xlsx, or export it as CSV"


class Package:
    """An open package; names of parts are compared without regard to capitals, as the standard has it."""

    def __init__(self, content: bytes) -> None:
        if content.startswith(_COMPOUND):
            raise NotAWorkbook("is a workbook of the old form, or has a password", f"{_SAVE}, without a password")
        if (parts := content.count(_ENTRY)) > WORKBOOK_PARTS.most:  # before each is given an object
            raise NotAWorkbook(WORKBOOK_PARTS.excess(parts), _SAVE)
        self._most = min(WORKBOOK_ELEMENTS.most, max(WORKBOOK_SMALL.most, WORKBOOK_PER_BYTE.most * len(content)))
        try:
            self._zip = ZipFile(BytesIO(content))
            self._names = {one.filename.lstrip("/").casefold(): one for one in self._zip.infolist()}
        except (BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError) as error:
            raise NotAWorkbook("is no workbook", _SAVE) from error

    def has(self, name: str) -> bool:
        """Tell whether there is a part."""
        return name.casefold() in self._names

    def read(self, name: str, start: Callable[[str, Attributes], None], end: Callable[[str, str], None]) -> None:
        """Read a part: `start` is given each element's local name and attributes, `end` its name and own text.

        Of alternatives, only what stands there for all programs is read.

        Raises NotAWorkbook, also of what declares entities, which no program writes.
        """
        for _ in self.reading(name, start, end):
            pass

    def holds(self, name: str, word: str) -> bool:
        """Tell whether a part may hold a word of ASCII, unparsed. Raises NotAWorkbook as `read` does."""
        signs, wide = word.encode("ascii"), word.encode("utf-16-le")[:-1]  # as the middle of UTF-16 of either order
        last = b""
        for piece in self._unpacked(name):
            around = last + piece
            if signs in around or wide in around:
                return True
            last = piece[-len(wide) :]
        return False

    def reading(
        self, name: str, start: Callable[[str, Attributes], None], end: Callable[[str, str], None]
    ) -> Iterator[None]:
        """Read a part as `read` does, and pause now and then for whoever takes what was found so far."""
        parser = ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        texts: list[list[str]] = []
        count = fed = held = passed = 0

        def begin(tag: str, attributes: Attributes) -> None:
            nonlocal count, passed
            count += 1
            if count > self._most or len(texts) == _DEEPEST:
                raise NotAWorkbook(f"holds more than anybody writes in `{name}`", _SAVE)
            texts.append([])
            if passed or tag == _CHOICE:
                passed += 1
            else:
                start(_local(tag), attributes)

        def finish(tag: str) -> None:
            nonlocal held, passed
            held = 0
            text = "".join(texts.pop())
            if passed:
                passed -= 1
            else:
                end(_local(tag), text)

        def data(text: str) -> None:
            nonlocal held
            held += 0 if text.isspace() else len(text)  # what stands between elements is not counted
            if held > ROW_CHARACTERS.most:
                raise NotAWorkbook(f"holds a text of more than {ROW_CHARACTERS.limit} in `{name}`", _SAVE)
            texts[-1].append(text)

        def doctype(*_: object) -> None:
            raise NotAWorkbook("declares what could be entities", _SAVE)

        parser.StartElementHandler, parser.EndElementHandler = begin, finish
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = data, doctype
        try:
            for piece in self._unpacked(name):
                parser.Parse(piece, False)
                fed += len(piece)
                # Tags of millions of attributes, or millions of names: expat keeps all of them.
                if fed - parser.CurrentByteIndex > _TAG_BYTES or len(parser.intern) > _NAMES:
                    raise NotAWorkbook(f"holds more than anybody writes in `{name}`", _SAVE)
                yield
            parser.Parse(b"", True)
        except (ExpatError, ValueError, LookupError) as error:
            raise _broken(name) from error
        yield

    def _unpacked(self, name: str) -> Iterator[bytes]:
        """Yield the content of a part in pieces. Raises NotAWorkbook where it is broken, or too large."""
        try:
            left = WORKBOOK_PART_BYTES.most
            entry = self._names[name.casefold()]
            if entry.compress_type not in _WAYS:
                raise NotImplementedError
            with self._zip.open(entry) as stream:
                while piece := stream.read(_PIECE):
                    left -= len(piece)
                    if left < 0:
                        raise NotAWorkbook(f"holds more than {WORKBOOK_PART_BYTES.limit} in `{name}`", _SAVE)
                    yield piece
        except KeyError as error:
            raise NotAWorkbook(f"is no workbook: it has no part `{name}`", _SAVE) from error
        except (BadZipFile, BrokenData, EOFError, OSError, ValueError, LookupError) as error:
            raise _broken(name) from error
        except (RuntimeError, NotImplementedError) as error:  # a password; another way of packing
            raise NotAWorkbook("has a password, or is packed as no spreadsheet does it", _SAVE) from error

    def targets(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the last word of the kind, and the name, of each part that a part refers to, by the reference."""
        folder, _, file = name.rpartition("/")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = normpath(join("/", folder, attributes.get("Target", ""))).lstrip("/")
                found[attributes.get("Id", "")] = (kind, target)

        relations = join(folder, "_rels", f"{file}.rels")
        if self.has(relations):
            self.read(relations, start, lambda *_: None)
        return found


def _broken(name: str) -> NotAWorkbook:
    return NotAWorkbook(f"is broken: `{name}` cannot be read", "save it anew")


@lru_cache(maxsize=256)  # asked for each element, of which a sheet has millions
def _local(name: str) -> str:
    return name.rpartition("}")[2]


def whole_number(text: str | None) -> int:
    """Return a whole number of a file, 0 for what is none."""
    return int(text) if text and text.strip().isascii() and text.strip().isdigit() and len(text) < 10 else 0
