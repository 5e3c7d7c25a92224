"""IPTC-IIM: the older home of rights, in a JPEG's Photoshop segment or a TIFF's tag (IIM 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.assets.rights.record import Rights, cleaned, cleaned_all
from deckmaker.budget.pictures import RIGHTS_BYTES

_RESOURCE, _IIM = b"8BIM", 0x0404  # Photoshop file formats, image resource blocks
_MARKER, _CODED = 0x1C, (1, 90)
_UTF_8 = b"\x1b%G"
_TITLE, _CREATOR, _CREDIT, _SOURCE, _COPYRIGHT, _CAPTION = 5, 80, 110, 115, 116, 120
_MOST_RESOURCES = 1_000  # Photoshop knows about a hundred kinds
_LONGEST = 32_767  # longer data sets have another kind of length, which texts do not need


def rights_of_iim(data: bytes) -> Rights:
    """Return what data sets say, from Photoshop's resources or bare; nothing where they are too large."""
    held = _in_resources(data) if data.startswith(_RESOURCE) else data
    sets = list(_data_sets(held)) if len(held) <= RIGHTS_BYTES.most else []
    utf_8 = any(number == _CODED and value.startswith(_UTF_8) for number, value in sets)

    def all_of(number: int) -> list[str]:
        return [_decoded(value, utf_8) for found, value in sets if found == (2, number)]

    def first(number: int) -> str:
        return cleaned(next(iter(all_of(number)), ""))

    return Rights(
        creator=cleaned_all(all_of(_CREATOR)),
        credit_line=first(_CREDIT),
        copyright_notice=first(_COPYRIGHT),
        source=first(_SOURCE),
        title=first(_TITLE),
        description=first(_CAPTION),
    )


def _in_resources(data: bytes) -> bytes:
    """Return the resource that holds IIM: mark, id, a name of even length with its length, size, content."""
    at = 0
    for _ in range(_MOST_RESOURCES):
        if data[at : at + 4] != _RESOURCE or at + 7 > len(data):
            break
        name = 1 + data[at + 6]
        size_at = at + 6 + name + name % 2
        size, begin = int.from_bytes(data[size_at : size_at + 4]), size_at + 4
        if int.from_bytes(data[at + 4 : at + 6]) == _IIM:
            return data[begin : begin + size]
        at = begin + size + size % 2
    return b""


def _data_sets(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    at = 0
    while at + 5 <= len(data) and data[at] == _MARKER:
        length = int.from_bytes(data[at + 3 : at + 5])
        if length > _LONGEST:
            return
        yield (data[at + 1], data[at + 2]), data[at + 5 : at + 5 + length]
        at += 5 + length


def _decoded(value: bytes, utf_8: bool) -> str:
    """Decode as announced; much that announces nothing is UTF-8 all the same."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8", "replace") if utf_8 else value.decode("latin-1")
