"""Scripts as HarfBuzz tells them: a shaper sets one at a time, so that a text of two is shaped in two parts."""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb


def joined_script(script: str, text: str) -> str | None:
    """Return the script of a text of `script` and `text` together; None if they have two.

    Signs that stand in any script, such as digits and arrows, have none: the empty string.
    """
    own = script_of(text)
    if script and own and script != own:
        return None
    return script or own


_TOGETHER = dict.fromkeys(("Hira", "Kana", "Hang", "Bopo"), "Hani")
"""Scripts that are written together, and set by one shaper."""


@lru_cache(maxsize=4_096)
def script_of(text: str) -> str:
    """Return the script of the first character that has one of its own, the empty string where none has."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    script: str = buffer.script or ""
    return _TOGETHER.get(script, script)
