"""What libraries in C say of broken pictures is not printed."""

from __future__ import annotations

import os

from deckmaker.assets import Flaw, content, look_at
from deckmaker.assets.flaw import PictureLost
from deckmaker.assets.silence import silent_stderr
from tests.assets.samples import picture, saved


def test_a_broken_tiff_says_nothing_of_its_own(tmp_path, capfd):
    """libtiff would write `tempfile.tif: Using code not yet in table.`; the message is ours."""
    whole = saved(picture(size=(64, 64)), "TIFF", compression="tiff_lzw")
    said = 0
    for at in range(8, len(whole), 7):
        path = tmp_path / f"{at}.tif"
        path.write_bytes(whole[:at] + b"\xff" * 4 + whole[at + 4 :])
        seen = look_at(path)
        try:
            said += isinstance(seen, Flaw) or not content(seen.picture)
        except PictureLost:
            said += 1
    assert said
    assert capfd.readouterr().err == ""


def test_stderr_is_as_before_afterwards(capfd):
    """Also where what is silenced fails."""
    try:
        with silent_stderr():
            os.write(2, b"hidden")
            raise ValueError
    except ValueError:
        os.write(2, b"shown")
    assert capfd.readouterr().err == "shown"
