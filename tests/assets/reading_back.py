"""What deckmaker makes of a picture, and what other programs say of that."""

from __future__ import annotations

import json
import subprocess
from io import BytesIO
from pathlib import Path

from PIL import Image

from deckmaker.assets import Flaw, content, look_at
from deckmaker.model import PictureFile
from tests.assets.samples import CORNERS

TECHNICAL = {"SourceFile", "ExifTool", "System", "File", "Composite"}
"""Groups of exiftool that tell of the file, not of what is written in it."""


def found(folder: Path, data: bytes, name: str = "a picture") -> PictureFile:
    """Write a file and return it as a usable picture."""
    path = folder / name
    path.write_bytes(data)
    seen = look_at(path)
    assert not isinstance(seen, Flaw), seen.what
    return seen.picture


def made(folder: Path, data: bytes, inks: bool = False) -> bytes:
    """Return the file that outputs hold of a picture."""
    return content(found(folder, data), inks)


def flaw(folder: Path, data: bytes) -> str:
    """Return what is wrong with a file."""
    (folder / "a picture").write_bytes(data)
    seen = look_at(folder / "a picture")
    assert isinstance(seen, Flaw)
    return seen.what


def corners(data: bytes) -> list[tuple[int, ...]]:
    """Return the colours in the middles of a file's four quarters."""
    with Image.open(BytesIO(data)) as image:
        shown = image.convert("RGB")
        xs, ys = (shown.width // 4, shown.width * 3 // 4), (shown.height // 4, shown.height * 3 // 4)
        return [shown.getpixel((x, y)) for y in ys for x in xs]  # type: ignore[misc]


def farthest(shown: list[tuple[int, ...]]) -> int:
    """Return by how much the corners differ from what they should be, in the worst channel."""
    pairs = zip(shown, CORNERS, strict=True)
    return max(abs(one - other) for found, wanted in pairs for one, other in zip(found, wanted, strict=True))


def metadata(data: bytes, folder: Path) -> dict[str, object]:
    """Return all that exiftool finds written in a file, by `group:name`; colour profiles aside."""
    path = folder / "to be read"
    path.write_bytes(data)
    command = ["exiftool", "-j", "-a", "-u", "-U", "-ee", "-G0", "-struct", str(path)]
    (said,) = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {name: value for name, value in said.items() if name.partition(":")[0] not in TECHNICAL | {"ICC_Profile"}}


def without_packet(data: bytes) -> bytes:
    """Return a JPEG or PNG without the packet of XMP that it may have."""
    if (name := data.find(b"http://ns.adobe.com/xap/1.0/\0")) >= 0:
        start = name - 4  # behind the marker and the length, which counts itself
        return data[:start] + data[name - 2 + int.from_bytes(data[name - 2 : name]) :]
    if (name := data.find(b"iTXtXML:com.adobe.xmp\0")) >= 0:
        start = name - 4  # behind the length of what stands between the name and the check sum
        return data[:start] + data[name + 4 + int.from_bytes(data[start:name]) + 4 :]
    return data
