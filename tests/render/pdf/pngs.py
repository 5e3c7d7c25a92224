"""PNG files of every kind, written by hand: the samples of two pixels, and what a reader must see of each."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from itertools import chain

GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6  # PNG (third edition), 11.2.1


@dataclass(frozen=True)
class Png:
    """A picture whose left and right halves have one colour each, `seen` as red, green, blue and alpha of 255."""

    kind: int
    depth: int
    samples: tuple[tuple[int, ...], tuple[int, ...]]
    seen: tuple[tuple[int, int, int, int], tuple[int, int, int, int]]
    palette: bytes = b""
    transparency: bytes = b""

    def file(self, side: int = 16) -> bytes:
        """Return the file, a square of `side` pixels; an even number."""
        left, right = self.samples
        row = [*left * (side // 2), *right * (side // 2)]
        rows = (b"\0" + _packed(row, self.depth)) * side
        parts = [_chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, self.depth, self.kind, 0, 0, 0))]
        parts += [_chunk(name, data) for name, data in ((b"PLTE", self.palette), (b"tRNS", self.transparency)) if data]
        parts += [_chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _packed(samples: list[int], depth: int) -> bytes:
    bits = "".join(f"{sample:0{depth}b}" for sample in samples)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _grey(level: int, alpha: int = 255) -> tuple[int, int, int, int]:
    return (level, level, level, alpha)


def _words(*values: int) -> bytes:
    return struct.pack(f">{len(values)}H", *values)


RED, BLUE = (200, 16, 32), (16, 32, 200)
CLEAR = 0
_TWO_COLOURS = bytes(chain(RED, BLUE))
_DEEP_RED, _DEEP_BLUE = tuple(one * 257 for one in RED), tuple(one * 257 for one in BLUE)

PNGS = {
    "L": Png(GREY, 8, ((51,), (204,)), (_grey(51), _grey(204))),
    "L+tRNS": Png(GREY, 8, ((51,), (204,)), (_grey(51), _grey(204, CLEAR)), transparency=_words(204)),
    "LA": Png(GREY_ALPHA, 8, ((51, 255), (204, 128)), (_grey(51), _grey(204, 128))),
    "P": Png(PALETTE, 8, ((0,), (1,)), ((*RED, 255), (*BLUE, 255)), _TWO_COLOURS),
    "P+tRNS": Png(PALETTE, 8, ((0,), (1,)), ((*RED, CLEAR), (*BLUE, 128)), _TWO_COLOURS, bytes((CLEAR, 128))),
    "P+tRNS, one of two": Png(PALETTE, 8, ((0,), (1,)), ((*RED, CLEAR), (*BLUE, 255)), _TWO_COLOURS, bytes((CLEAR,))),
    "1-bit P+tRNS": Png(PALETTE, 1, ((0,), (1,)), ((*RED, CLEAR), (*BLUE, 255)), _TWO_COLOURS, bytes((CLEAR,))),
    "RGB": Png(RGB, 8, (RED, BLUE), ((*RED, 255), (*BLUE, 255))),
    "RGB+tRNS": Png(RGB, 8, (RED, BLUE), ((*RED, 255), (*BLUE, CLEAR)), transparency=_words(*BLUE)),
    "RGBA": Png(RGBA, 8, ((*RED, 255), (*BLUE, 128)), ((*RED, 255), (*BLUE, 128))),
    "1-bit": Png(GREY, 1, ((0,), (1,)), (_grey(0), _grey(255))),
    "1-bit+tRNS": Png(GREY, 1, ((0,), (1,)), (_grey(0), _grey(255, CLEAR)), transparency=_words(1)),
    "2-bit": Png(GREY, 2, ((1,), (2,)), (_grey(85), _grey(170))),
    "2-bit+tRNS": Png(GREY, 2, ((1,), (2,)), (_grey(85), _grey(170, CLEAR)), transparency=_words(2)),
    "16-bit": Png(GREY, 16, ((30000,), (65535,)), (_grey(117), _grey(255))),
    "16-bit+tRNS": Png(GREY, 16, ((30000,), (30001,)), (_grey(117), _grey(117, CLEAR)), transparency=_words(30001)),
    "16-bit LA": Png(GREY_ALPHA, 16, ((13107, 65535), (52428, 32896)), (_grey(51), _grey(204, 128))),
    "16-bit RGB": Png(RGB, 16, (_DEEP_RED, _DEEP_BLUE), ((*RED, 255), (*BLUE, 255))),
    "16-bit RGB+tRNS": Png(
        RGB, 16, (_DEEP_RED, _DEEP_BLUE), ((*RED, 255), (*BLUE, CLEAR)), transparency=_words(*_DEEP_BLUE)
    ),
    "16-bit RGBA": Png(RGBA, 16, ((*_DEEP_RED, 65535), (*_DEEP_BLUE, 32896)), ((*RED, 255), (*BLUE, 128))),
}
