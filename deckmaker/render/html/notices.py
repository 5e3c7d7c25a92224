"""The notices of what a page holds of others' code, as their licences ask: whole, and in the page itself.

reveal.js's files are built from libraries too, without their notices: fitty in reveal.js, marked in notes.js.
"""

from __future__ import annotations

from deckmaker.render.html.markup import Html, comment
from deckmaker.render.html.scripts import reveal_file

_LICENCES = {
    "reveal.js": "LICENSE",
    "fitty, which reveal.js holds": "fitty-LICENSE.txt",
    "marked, which the plug-in for notes holds": "marked-LICENSE.txt",
}


def notices() -> Html:
    """Return an HTML comment with all notices."""
    text = "\n\n".join(f"{of}:\n\n{reveal_file(name).strip()}" for of, name in _LICENCES.items())
    return comment(f"\n{text}\n")
