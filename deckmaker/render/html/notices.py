"""The notices of what a page holds of others' code, as their licences ask: whole, and in the page itself.

reveal.js is built from a library too, without its notice: fitty. Its search marks words with code that asks for nothing
but to be named.
"""

from __future__ import annotations

from deckmaker.render.html.markup import Html, comment
from deckmaker.render.html.scripts import reveal_file

_LICENCES = {
    "reveal.js": "LICENSE",
    "fitty, which reveal.js holds": "fitty-LICENSE.txt",
}
_NAMED = "The plug-in for search holds code by Chirp Internet, www.chirp.com.au."


def notices() -> Html:
    """Return an HTML comment with all notices."""
    parts = [f"{of}:\n\n{reveal_file(name).strip()}" for of, name in _LICENCES.items()]
    text = "\n\n".join([*parts, _NAMED])
    return comment(f"\n{text}\n")
