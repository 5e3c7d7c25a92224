"""The bytes that a page with its photos inside cannot do without: `photos_in_base64.py SLIDES.json PHOTOS OUTPUT`.

It writes no page. It says how long reading, encoding and writing through to the disk, as a build does, take here when
nothing else is done.
"""

from __future__ import annotations

import json
import os
import sys
from base64 import b64encode
from pathlib import Path


def main(slides: Path, photos: Path, output: Path) -> None:
    shown = json.loads(slides.read_text(encoding="utf-8"))["slides"]
    with output.open("wb") as file:
        for photo in dict.fromkeys(one["photo"] for one in shown):
            file.write(b64encode((photos / photo).read_bytes()))
        file.flush()
        os.fsync(file.fileno())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
