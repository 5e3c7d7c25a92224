"""Digests of picture files."""

from __future__ import annotations

import os

import pytest

from deckmaker.assets import Found, PictureLost, digests_of, look_at
from tests.projects import Project


def test_a_file_has_its_digests(tmp_path):
    """Those of its bytes: Debian's sha1sum and sha256sum print the same."""
    path = tmp_path / "a.svg"
    path.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>\n')
    found = look_at(path)
    assert isinstance(found, Found)
    assert digests_of(found.picture) == (
        "7049f431f887266e8a14583c14ff5ccbba311783",
        "0534cb29971b8b6356d3525896ca9e23d7e0b7e8a0a3a2fd5fb3203f92d2d32a",
    )


def test_a_file_that_has_changed_is_lost(tmp_path):
    """Its digest would be that of another picture than the one that was looked at."""
    path = Project(tmp_path).picture("a.png")
    found = look_at(path)
    assert isinstance(found, Found)
    os.utime(path, ns=(0, 0))
    with pytest.raises(PictureLost, match="changed while it was read"):
        digests_of(found.picture)
    path.unlink()
    with pytest.raises(PictureLost, match="cannot be read"):
        digests_of(found.picture)
