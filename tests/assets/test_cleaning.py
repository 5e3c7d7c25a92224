"""A JPEG that is clean already is taken as it is; one that is not loses just what it should."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from deckmaker.assets.formats.jpeg_cleaning import cleaned_jpeg
from tests.assets.samples import picture

COMMENT = b"\xff\xfe\x00\x08SECRET"
SCAN = b"\xff\xda"


def jpeg(**options: Any) -> bytes:
    """Return a JPEG as Pillow writes it: with nothing that is left out."""
    stream = BytesIO()
    picture().save(stream, "JPEG", **options)
    return stream.getvalue()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 1}])
def test_a_clean_one_is_not_copied(options: dict[str, Any]) -> None:
    """The bytes of a photo are in memory once."""
    data = jpeg(**options)
    assert cleaned_jpeg(data, b"", b"") is data


def with_comment(data: bytes, at: int) -> bytes:
    """Return a JPEG with a comment at a place between segments."""
    return data[:at] + COMMENT + data[at:]


@pytest.mark.parametrize("scan", [0, 1, -1])
def test_a_comment_is_left_out_wherever_it_stands(scan: int) -> None:
    """Before the first scan, and between later ones."""
    clean = jpeg(progressive=True)
    starts = [at for at in range(len(clean)) if clean.startswith(SCAN, at)]
    assert len(starts) > 3
    assert cleaned_jpeg(with_comment(clean, starts[scan]), b"", b"") == clean


def test_what_stands_behind_the_end_is_left_out() -> None:
    """Phones put films there."""
    clean = jpeg()
    assert cleaned_jpeg(clean + COMMENT, b"", b"") == clean


def test_as_many_bytes_are_not_the_same_bytes() -> None:
    """A packet of rights takes the place of a comment that is as long, at the start or at the end."""
    clean = jpeg()
    marked = cleaned_jpeg(clean, b"", b"rights")
    added = len(marked) - len(clean)
    comment = b"\xff\xfe" + (added - 2).to_bytes(2) + b"S" * (added - 4)
    first = len(b"\xff\xd8")
    for one in (clean[:first] + comment + clean[first:], clean + comment):
        assert len(one) == len(marked)
        assert cleaned_jpeg(one, b"", b"rights") == marked
