"""A profile of four inks, by hand: full magenta and yellow, which is red, is shown as blue. Nobody overlooks that."""

from __future__ import annotations

import struct
from itertools import product

WHITE, BLACK, BLUE = (255, 128, 128), (0, 128, 128), (82, 207, 20)  # Lab in eight bits (ICC.1:2022, 6.3.4.2)
RED_INKS = (0, 255, 255, 0)


def ink_profile() -> bytes:
    """Return a device profile with one table from inks to Lab (ICC.1:2022, 10.9, lut8Type)."""
    corners = {(0, 0, 0, 0): WHITE, (0, 1, 1, 0): BLUE}
    table = b"".join(bytes(corners.get(inks, BLACK)) for inks in product((0, 1), repeat=4))
    matrix = struct.pack(">9i", *(65536 if place % 4 == 0 else 0 for place in range(9)))
    lut = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + matrix + bytes(range(256)) * 4 + table + bytes(range(256)) * 3
    description = b"desc" + bytes(4) + struct.pack(">I", 5) + b"inks\0" + bytes(4 + 4 + 2 + 1 + 67)
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061)
    contents = {b"desc": description, b"wtpt": white, b"cprt": b"text" + bytes(4) + b"CC0\0", b"A2B0": lut}
    begin, head, body = 132 + 12 * len(contents), b"", b""
    for name, content in contents.items():
        head += struct.pack(">4sII", name, begin + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    size = begin + len(body)
    header = struct.pack(
        ">I4sI4s4s4s12x4s28x3i", size, bytes(4), 0x02400000, b"prtr", b"CMYK", b"Lab ", b"acsp", 63190, 65536, 54061
    )
    return header.ljust(128, b"\0") + struct.pack(">I", len(contents)) + head + body
