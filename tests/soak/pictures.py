"""What must hold of any picture, however wrong: it is refused with its place, or built into every format; and nothing
that nobody should see is in any of them."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from random import Random
from re import findall
from zipfile import ZipFile

from hypothesis import strategies as st

from tests.assets.damage import SEEDS, check_damaged, damaged_files
from tests.assets.samples import chunk, picture, saved, stored, wide_profile, with_chunks
from tests.assets.wrong_parts import PLANTED, with_wrong_parts
from tests.projects import Project
from tests.soak.checks import check_messages, rendered
from tests.soak.drawings import wrong_drawings

SIZE = (48, 36)
_APART = [data for name, data in SEEDS.items() if name != "SVG"] + [
    saved(picture("L", SIZE), "JPEG"),
    saved(picture(size=SIZE), "JPEG", restart_marker_blocks=1, comment=b"a"),
    saved(picture("L", SIZE), "PNG"),
    saved(picture("1", SIZE), "PNG"),
    with_chunks(saved(picture(size=SIZE), "PNG"), chunk(b"gAMA", b"\0\0\xb1\x8f"), chunk(b"pHYs", bytes(8) + b"\1")),
    saved(picture("LA", SIZE), "PNG"),
    saved(picture(size=SIZE).quantize(4), "PNG", transparency=bytes((0, 128, 255))),
    saved(picture("RGBA", SIZE), "WEBP"),
    saved(picture(size=SIZE), "WEBP", save_all=True, append_images=[picture(size=SIZE).rotate(90)], lossless=True),
    saved(picture(size=SIZE), "GIF", save_all=True, append_images=[picture(size=SIZE).rotate(90)], comment=b"a"),
    saved(picture("CMYK", SIZE), "TIFF"),
    saved(picture("1", SIZE), "TIFF", compression="group4"),
    saved(picture("RGBA", SIZE), "TIFF", compression="tiff_adobe_deflate"),
    saved(stored(6), "TIFF", compression="jpeg", icc_profile=wide_profile()),
]

wrong_pictures = st.builds(
    lambda data, seed: with_wrong_parts(data, Random(seed)), st.sampled_from(_APART), st.integers(0, 2**32)
)
pictures = wrong_pictures | wrong_pictures | damaged_files | wrong_drawings

_LAYOUTS = ("", "    layout: picture-full\n    text: Noise\n")


def check_picture(data: bytes, project: Project) -> None:
    """Look at a picture and show it twice, once under a text, whose scrim is measured on its pixels."""
    check_damaged(data, project.folder / "damaged")
    slides = "".join(
        f"  - title: A\n{layout}    image: {{file: ../damaged, alt: A, credit: B}}\n" for layout in _LAYOUTS
    )
    document, diagnostics = project.read(f"title: Night noise\nslides:\n{slides}")
    check_messages(diagnostics, b"")
    assert (document is None) == diagnostics.failed()
    assert not diagnostics.failed() or all(one.span for one in diagnostics)
    for name, file in (rendered(document) if document else {}).items():
        for piece in _unpacked(name, file):
            assert PLANTED not in piece, f"what was planted is in the {name}"


def _unpacked(name: str, file: bytes) -> list[bytes]:
    """Return a file, and what it holds packed or in letters."""
    if name == "pptx":
        with ZipFile(BytesIO(file)) as archive:
            return [archive.read(one) for one in archive.namelist()]
    return [file, *map(b64decode, findall(rb"data:image/\w+;base64,([A-Za-z0-9+/=]+)\"", file))]
