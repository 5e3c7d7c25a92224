"""The speaker window: a page of its own that reveal.js's notes plugin holds as text and writes into a new window."""

from __future__ import annotations

import re

_UNKNOWN = "the notes plugin of reveal.js is not the one that this was written for"

_ORIGIN = "(/^http/.test(location.protocol)?location.origin:{})"
"""Whom a message is for: on the web, pages of the deck's own origin alone. Files have none that could be named."""

_ORIGIN_OF_DECK = _ORIGIN.format("`*`")
_ORIGIN_OF_WINDOW = _ORIGIN.format("'*'")

_CHANGES = (
    # In the deck: the window learns the key, and only what has the deck's origin learns anything.
    (r"type:`connect`,", "type:`connect`,key:DeckMessages.key,", 1),
    (r"(?<=\),)`\*`(?=\))", _ORIGIN_OF_DECK, 3),
    # In the window: it keeps the key, shows it to the deck and to its frames, and hears nobody else.
    (r"connected = false(?=\s)", "connected = false,\n\t\t\t\t\tkey", 1),
    (r"connected = true;", "connected = true;\n\t\t\t\t\t\tkey = data.key;", 1),
    (r"(?<=\.postMessage\( JSON\.stringify\()( ?\{)", r"\1 key,", 8),
    (r"(?<=, )'\*'(?= \);)", _ORIGIN_OF_WINDOW, 8),
    (r"'receiver',", "'receiver=' + data.key,", 1),
    (
        r"window\.location\.origin !== event\.origin && window\.location\.origin !== 'file://'",
        "/^http/.test(location.protocol) ? window.location.origin !== event.origin"
        " : ![window.opener, currentSlide && currentSlide.contentWindow].includes(event.source)",
        1,
    ),
)
"""What stands in the plugin, what stands there instead, and how often."""


def with_own_messages(notes: str) -> str:
    """Return the plugin whose messages bear the deck's key and go to windows of its origin alone: see messages.js."""
    for there, instead, times in _CHANGES:
        notes, count = re.subn(there, instead, notes)
        if count != times:
            raise ValueError(_UNKNOWN)
    return notes


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
