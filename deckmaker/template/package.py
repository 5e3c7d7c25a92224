"""The package of a template: parts and what they refer to, read without trust.

A part is unpacked as far as it may be large, whatever the package says of its size. No relationship that leads out of
the package is followed. Source: ECMA-376 part 2.
"""

from __future__ import annotations

from io import BytesIO
from posixpath import join, normpath
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as BrokenData

from deckmaker.assets.xml_reading import HasDoctype, Refused, read_xml, weight
from deckmaker.budget.templates import TEMPLATE_BYTES, TEMPLATE_ELEMENTS, TEMPLATE_PART_BYTES, TEMPLATE_PARTS
from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.patterns import pattern
from deckmaker.template.names import RELATIONSHIP, RELATIONSHIPS, TYPES

_COMPOUND = b"\xd0\xcf\x11\xe0"
"""What begins a file of the old form (.ppt), and one that has a password."""

_ENTRY = b"PK\x01\x02"
"""What begins each entry of a package's directory (PKWARE's APPNOTE, 4.3.12)."""

_WAYS = (ZIP_STORED, ZIP_DEFLATED)
"""How parts may be packed (ECMA-376 part 2, annex B). Others take gigabytes to unpack, as the file asks for."""

_NEEDED = {"Id", "Type", "Target"}
"""What each relationship says (part 2, 6.5.3.4): a package in which one does not is damaged to PowerPoint."""

_ADDRESS = pattern(r"\s*+(?:[A-Za-z][A-Za-z0-9+.-]*+:|[/\\]{2})")
"""How a target begins that is none of a package, whatever is said of it: a scheme, or another computer's name."""

_PIECE = 1 << 20
_MAIN = "officeDocument"
_SAVE = "save it in PowerPoint as .potx or .pptx, without a password"
_ANEW = "save it anew in PowerPoint"
_NO_MACROS = "save it in PowerPoint as .pptx or .potx: macros do nothing for what is drawn"
_NOT_STRICT = "save it in PowerPoint as .potx, not as Strict Open XML"
_PRESENTATIONS = ("presentation.main+xml", "template.main+xml", "slideshow.main+xml")
_STRICT = "{http://purl.oclc.org/ooxml/"
"""How names begin in parts of Strict packages (ECMA-376 part 1, annex A). Slides of the usual names would not go with
their masters."""


class NotATemplate(Exception):
    """The file cannot be read: what is said of it behind its name, and the help."""

    def __init__(self, what: str, help: str = _SAVE) -> None:
        super().__init__(what)
        self.help = help


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the last word of the kind, and the name of a part, or an address outside.

    `type` is the whole name of the kind. What leads above the package's root is as far outside as an address is.
    """

    kind: str
    target: str
    is_external: bool
    type: str = ""


class Package:
    """An open package. Parts are named without the slash before them."""

    def __init__(self, content: bytes) -> None:
        """Raises NotATemplate for what is no presentation's package, and for one that holds macros."""
        if content.startswith(_COMPOUND):
            raise NotATemplate("is a presentation of the old form, or has a password")
        if (parts := content.count(_ENTRY)) > TEMPLATE_PARTS.most:  # before each is given an object
            raise NotATemplate(TEMPLATE_PARTS.excess(parts))
        try:
            self._zip = ZipFile(BytesIO(content))
            infos = self._zip.infolist()
        except (BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError) as error:
            raise NotATemplate("is no presentation") from error
        self._names = {one.filename.lstrip("/"): one for one in infos if not one.filename.endswith("/")}
        self._parts = {name.casefold(): name for name in self._names}
        if len(self._parts) != len(infos) - sum(one.filename.endswith("/") for one in infos):
            raise NotATemplate("names a part twice", _ANEW)
        self._left = TEMPLATE_BYTES.most
        self._elements = TEMPLATE_ELEMENTS.most
        self._unpacked: dict[str, bytes] = {}
        self._trees: dict[str, Element] = {}
        self._weights: dict[str, int] = {}
        self._targets: dict[str, dict[str, Relationship]] = {}
        self._refuse_macros()

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in the package's order, that of content types among them."""
        return tuple(self._names)

    @cached_property
    def main(self) -> str:
        """The name of the part that is the presentation. Raises NotATemplate."""
        for one in self.relationships("").values():
            if one.kind == _MAIN and not one.is_external and self.has(one.target):
                if any(self.content_type(one.target).endswith(kind) for kind in _PRESENTATIONS):
                    return one.target
                break
        raise NotATemplate("is no presentation")

    def has(self, name: str) -> bool:
        """Tell whether there is a part; capitals do not matter (part 2, 6.2.2.3)."""
        return name.casefold() in self._parts

    def stored(self, name: str) -> str:
        """Return the name of a part that is there as the package writes it."""
        return self._parts[name.casefold()]

    def read(self, name: str) -> bytes:
        """Return the bytes of a part. Raises NotATemplate where it is not there, is broken or too large."""
        key = name.casefold()
        if key not in self._unpacked:
            if key not in self._parts:
                raise NotATemplate(f"is broken: it has no part `{name}`")
            self._unpacked[key] = self._unpack(self._parts[key])
        return self._unpacked[key]

    def _unpack(self, name: str) -> bytes:
        pieces: list[bytes] = []
        left = TEMPLATE_PART_BYTES.most
        try:
            entry = self._names[name]
            if entry.compress_type not in _WAYS:
                raise NotImplementedError
            with self._zip.open(entry) as stream:
                while piece := stream.read(_PIECE):
                    left -= len(piece)
                    self._left -= len(piece)
                    if left < 0:
                        raise NotATemplate(f"holds more than {TEMPLATE_PART_BYTES.limit} in `{name}`")
                    if self._left < 0:
                        raise NotATemplate(TEMPLATE_BYTES.excess())
                    pieces.append(piece)
        except (BadZipFile, BrokenData, EOFError, OSError, ValueError, LookupError) as error:
            raise NotATemplate(f"is broken: `{name}` cannot be read", "save it anew") from error
        except (RuntimeError, NotImplementedError) as error:  # a password; another way of packing
            raise NotATemplate("has a password, or is packed as no presentation is") from error
        return b"".join(pieces)

    def xml(self, name: str, each_time: bool = False) -> Element:
        """Return the root of a part. Raises NotATemplate for XML that is broken or could do harm.

        What is made anew of a part `each_time` it is referred to counts as often.
        """
        key = name.casefold()
        if key not in self._trees:
            data = self.read(name)
            try:
                root = read_xml(data, in_package=True)
            except HasDoctype as refusal:  # which packages may not have (part 2, 6.2.5)
                raise NotATemplate(f"has a `<!DOCTYPE>` in `{name}`", _ANEW) from refusal
            except Refused as refusal:
                raise NotATemplate(f"is broken: `{name}`, line {refusal.line}: {refusal}", "save it anew") from refusal
            if root.tag.startswith(_STRICT):
                raise NotATemplate("is a Strict Open XML presentation", _NOT_STRICT)
            self._weights[key] = sum(weight(one.attrib) for one in root.iter())
            self._elements -= self._weights[key]
            self._trees[key] = root
        elif each_time:
            self._elements -= self._weights[key]
            self._left -= len(self.read(name))
        if self._elements < 0:
            raise NotATemplate(TEMPLATE_ELEMENTS.excess())
        if self._left < 0:
            raise NotATemplate(TEMPLATE_BYTES.excess())
        return self._trees[key]

    def is_read(self, name: str) -> bool:
        """Tell whether a part has been read as XML."""
        return name.casefold() in self._trees

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return what a part refers to, by its ids; the package itself for ''. Raises NotATemplate."""
        key = name.casefold()
        if key not in self._targets:
            folder, _, file = name.rpartition("/")
            relations = join(folder, "_rels", f"{file}.rels")
            root = self.xml(relations) if self.has(relations) else None
            found = list(root) if root is not None else []
            if root is not None and root.tag != RELATIONSHIPS:
                raise NotATemplate(f"is broken: `{relations}` holds no relationships", _ANEW)
            if not all(map(_is_relationship, found)):
                raise NotATemplate(f"is broken: `{relations}` holds what is no relationship", _ANEW)
            self._targets[key] = {one.get("Id", ""): _relationship(one, folder) for one in found}
            if len(self._targets[key]) < len(found):  # one program would follow the first, and another the second
                raise NotATemplate(f"is broken: `{relations}` has two of one id", _ANEW)
        return self._targets[key]

    def target(self, name: str, kind: str) -> str | None:
        """Return the name of the first part of a kind that a part refers to, such as theme; None where none is."""
        ones = self.relationships(name).values()
        return next((one.target for one in ones if one.kind == kind and not one.is_external), None)

    def content_type(self, name: str) -> str:
        """Return the content type of a part as the package writes it, '' where it says none (part 2, 6.2.3)."""
        key = name.casefold()
        return self._overrides.get(key) or self._defaults.get(key.rpartition(".")[2], "")

    @property
    def external(self) -> tuple[tuple[str, str], ...]:
        """The relationships of the parts that were read which lead out of the package: part and address."""
        return tuple(
            (self._parts.get(name, name), one.target)
            for name, ones in self._targets.items()
            for one in ones.values()
            if one.is_external
        )

    @cached_property
    def _types(self) -> Element:
        return self.xml("[Content_Types].xml")

    @cached_property
    def _overrides(self) -> dict[str, str]:
        ones = self._types.iter(f"{TYPES}Override")
        return {one.get("PartName", "").lstrip("/").casefold(): one.get("ContentType", "") for one in ones}

    @cached_property
    def _defaults(self) -> dict[str, str]:
        ones = self._types.iter(f"{TYPES}Default")
        return {one.get("Extension", "").casefold(): one.get("ContentType", "") for one in ones}

    def _refuse_macros(self) -> None:
        kinds = {*self._overrides.values(), *self._defaults.values()}
        if any("macroenabled" in one.casefold() for one in kinds) or any("vbaproject" in one for one in self._parts):
            raise NotATemplate("holds macros", _NO_MACROS)


def _is_relationship(one: Element) -> bool:
    return one.tag == RELATIONSHIP and one.attrib.keys() >= _NEEDED and one.get("Id") != ""


def _relationship(one: Element, folder: str) -> Relationship:
    type, target = one.get("Type", ""), one.get("Target", "")
    kind = type.rpartition("/")[2]
    is_outside = one.get("TargetMode", "Internal") != "Internal" or bool(_ADDRESS.match(target))
    if is_outside or normpath(join(folder, target)).startswith("../"):
        return Relationship(kind, target, True, type)
    return Relationship(kind, normpath(join("/", folder, target)).lstrip("/"), False, type)
