"""The speaker window: a page of its own that reveal.js's notes plugin holds as text and writes into a new window."""

from __future__ import annotations

import re

_UNKNOWN = "the notes plugin of reveal.js is not the one that this was written for"


def with_speaker_styles(notes: str, css: str) -> str:
    """Return the plugin with rules of ours after the window's own. They stand in a template literal, as they are."""
    if notes.count("</style>") != 1:
        raise ValueError(_UNKNOWN)
    return notes.replace("</style>", f"{css}</style>")


def speaker_script(notes: str) -> str:
    """Return the script of the speaker window; the page's policy holds there, and must name it.

    It stands in a template literal of the plugin, where a backslash escapes a backslash or a slash, no more.
    """
    found = re.search(r"<script>(.*?)<\\/script>", notes, re.DOTALL)
    if not found or re.search(r"\\[^\\/]|`|\$\{", re.sub(r"\\\\", "", found[1])):
        raise ValueError(_UNKNOWN)
    return re.sub(r"\\([\\/])", r"\1", found[1])
