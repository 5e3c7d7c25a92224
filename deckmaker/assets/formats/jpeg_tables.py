"""What a JPEG's decoder needs, seen to be whole and in its place: frame, tables and the headers of scans, no pixels.

ITU-T T.81, B.2. Where these are damaged, readers show nothing, each in its own way.
"""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.assets.flaw import damaged
from deckmaker.assets.formats.jpeg_parts import ARITHMETIC, CONDITIONING, HUFFMAN, INTERVAL, QUANTIZATION

_PROGRESSIVE = {0xC2, 0xCA}
_MOST_BLOCKS = 10
"""In a unit of a scan of several components (B.2.3)."""
_HIGHEST_BIT = 13
_NO_SAMPLES = "a component without samples or without its table"


class Component(NamedTuple):
    """One colour of a frame: its id, its samples across and down in a unit, its table of quantization."""

    id: int
    across: int
    down: int
    table: int


class Frame(NamedTuple):
    """The frame header of a JPEG, which holds for all its scans. `depth` is in bits, `width` and `height` in pixels."""

    marker: int
    depth: int
    width: int
    height: int
    components: tuple[Component, ...]

    @property
    def whole_steps(self) -> bool:
        """Whether each component has a sample for so many of the finest; decoders are not made for thirds of one."""
        across, down = (max(one[at] for one in self.components) for at in (1, 2))
        return not any(across % one.across or down % one.down for one in self.components)

    @property
    def progressive(self) -> bool:
        """Whether scans bring its samples little by little."""
        return self.marker in _PROGRESSIVE

    def blocks(self, component: Component) -> int:
        """Return of how many blocks of eight by eight samples a component consists."""
        most_across = max(one.across for one in self.components)
        most_down = max(one.down for one in self.components)
        across = -(-self.width * component.across // (8 * most_across))
        return across * -(-self.height * component.down // (8 * most_down))


def frame_of(marker: int, data: bytes) -> Frame:
    """Return what a frame's header says (B.2.2). Raises Unusable where it is not whole."""
    if len(data) < 6 or len(data) != 6 + 3 * data[5]:
        raise damaged("its frame has another length than it says")
    components = tuple(
        Component(data[at], data[at + 1] >> 4, data[at + 1] & 15, data[at + 2]) for at in range(6, len(data), 3)
    )
    if not all(1 <= one.across <= 4 and 1 <= one.down <= 4 for one in components):
        raise damaged(_NO_SAMPLES)
    height, width = int.from_bytes(data[1:3]), int.from_bytes(data[3:5])
    return Frame(marker, data[0], width, height, components)


class Decoder:
    """The state of a decoder when a scan begins: the tables so far, and which components have been seen."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._seen: set[int] = set()
        if len({one.id for one in frame.components}) < len(frame.components):
            raise damaged("two components of one name")

    def begin(self, scan: bytes, tables: set[Slot]) -> int:
        """Begin a scan with the tables that are known by then; return how many bits its samples have at least."""
        count = scan[0] if scan else 0
        if not 1 <= count <= 4 or len(scan) != 4 + 2 * count:
            raise damaged("its scan has another length than it says")
        by_id = {one.id: one for one in self._frame.components}
        pairs = [(by_id.get(scan[at]), scan[at + 1]) for at in range(1, 1 + 2 * count, 2)]
        components = [one for one, _ in pairs if one]
        first, last, high, low = scan[-3], scan[-2], scan[-1] >> 4, scan[-1] & 15
        if len({one.id for one in components}) < count:
            raise damaged("a scan of a component that there is not")
        if count > 1 and sum(one.across * one.down for one in components) > _MOST_BLOCKS:
            raise damaged("a scan of more samples than one may have")
        if self._frame.progressive:
            self._check_step(first, last, high, low, count, components)
        else:  # some cameras write nothing sensible there, and no reader looks at it
            first, last, high = 0, 63, 0
            if any(one.id in self._seen for one in components):  # some readers take the first, and some neither
                raise damaged("two scans of one component")
        self._seen.update(one.id for one in components)
        if any((QUANTIZATION, one.table) not in tables for one in components):
            raise damaged(_NO_SAMPLES)
        if self._frame.marker in ARITHMETIC:
            return 0
        coarse, fine = first == 0 and high == 0, last > 0
        for _, named in pairs:
            if (coarse and (HUFFMAN, named >> 4) not in tables) or (fine and (HUFFMAN, 16 + named % 16) not in tables):
                raise damaged("a scan without its Huffman table")
        bits = 1 if self._frame.progressive else 2  # a code for its first value, one for the end of the others
        return bits * sum(map(self._frame.blocks, components)) if first == 0 else 0

    def _check_step(self, first: int, last: int, high: int, low: int, count: int, components: list[Component]) -> None:
        """See that a progressive scan is one of those that there are (G.1.1.1)."""
        fits = last == 0 if first == 0 else first <= last <= 63 and count == 1 and components[0].id in self._seen
        if not fits or (high and low != high - 1) or low > _HIGHEST_BIT:
            raise damaged("a progressive scan of a kind that there is not")

    def check_all_seen(self) -> None:
        """Raise Unusable where no scan brought a component."""
        if len(self._seen) < len(self._frame.components):
            raise damaged("a component without a scan")


Slot = tuple[int, int]
"""Where a table is kept: its segment's marker, and its number there."""


def slots_of(marker: int, data: bytes) -> set[Slot]:
    """Return which tables a segment defines. Raises Unusable where they are not whole."""
    if marker == INTERVAL:
        if len(data) != 2:
            raise damaged("an interval of restarts that is not whole")
        return {(marker, 0)}
    if marker == CONDITIONING:
        if len(data) % 2 or not all(map(_is_conditioning, data[::2], data[1::2])):
            raise damaged("an arithmetic table that is not whole")
        return {(marker, one) for one in data[::2]}
    return {(marker, one) for one in (_quantization(data) if marker == QUANTIZATION else _huffman(data))}


def _is_conditioning(slot: int, value: int) -> bool:
    """Tell whether a value for arithmetic coding is one that there is (B.2.4.3): decoders that need none look, too."""
    if slot & 15 > 3 or slot >> 4 > 1:
        return False
    return 1 <= value <= 63 if slot >> 4 else value & 15 <= value >> 4


def _quantization(data: bytes) -> set[int]:
    """Return the numbers of the tables in a segment: each a byte, then 64 values of one byte or two."""
    found, at = set(), 0
    while at < len(data):
        wide, number = data[at] >> 4, data[at] & 15
        at += 1 + 64 * (wide + 1)
        if wide > 1 or number > 3 or at > len(data):
            raise damaged("a quantization table that is not whole")
        found.add(number)
    return found


def _huffman(data: bytes) -> set[int]:
    """Return the numbers of the tables in a segment: each a byte, sixteen counts, and as many values as they add up to.

    A table's sixteens tell what it is for: 0 first values, 1 the others.
    """
    found, at = set(), 0
    while at < len(data):
        kind, number, counts = data[at] >> 4, data[at] & 15, data[at + 1 : at + 17]
        values = data[at + 17 : at + 17 + sum(counts)]
        at += 17 + sum(counts)
        if (
            kind > 1
            or number > 3
            or at > len(data)
            or not _is_code(counts)
            or (not kind and max(values, default=0) > 15)
        ):
            raise damaged("a Huffman table that is not whole")
        if values:
            found.add(16 * kind + number)
    return found


def _is_code(counts: bytes) -> bool:
    """Tell whether there can be so many codes of each length (C.2)."""
    room = 1
    for count in counts:
        room = 2 * room - count
        if room < 0:
            return False
    return sum(counts) <= 256
