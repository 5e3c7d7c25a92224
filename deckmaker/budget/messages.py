"""How long a message may be."""

from __future__ import annotations

from deckmaker.budget.bound import Bound

MESSAGE_CHARACTERS = Bound(500, "characters", "a message, a note or a help")
"""Once control characters are escaped. The longest that quotes no text without end has 210."""

MESSAGE_NOTES = Bound(4, "notes", "a message")
"""No message has more than one; plug-ins may report their own."""

EXCERPT_CHARACTERS = Bound(480, "characters", "a line that a message shows")
"""Three for each of the 160 columns: letters with a mark or two each, as in scripts that need them."""

FILE_NAME_CHARACTERS = Bound(4_096, "characters", "a file's name in a message for programs")
"""Linux opens no longer paths (PATH_MAX)."""
