"""reveal.js and our own script inside the page, and the policy that lets nothing else run.

The policy names each script by its hash: whatever else came to stand in the file, the browser would neither run it
nor load anything from anywhere.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from deckmaker.render.html.markup import element

_REVEAL_SCRIPTS = ("reveal.js", "notes.js", "search.js", "zoom.js")
_POLICY = (
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "frame-src 'self' file: blob: data:",  # the speaker window shows the deck itself, twice
    "base-uri 'none'",
    "form-action 'none'",
)


def deck_scripts() -> list[str]:
    """Return the sources of the page's scripts, in order, as they can stand in HTML."""
    sources = [*(reveal_file(name) for name in _REVEAL_SCRIPTS), own_file("deck.js")]
    return [_inlined(source) for source in sources]


def script_elements(scripts: list[str]) -> str:
    """Return the scripts as elements."""
    return "\n".join(element("script", script) for script in scripts)


def content_policy(scripts: list[str]) -> str:
    """Return the Content-Security-Policy under which these scripts and the speaker window's run."""
    hashes = (f"'{_hash(script)}'" for script in [*scripts, speaker_script(reveal_file("notes.js"))])
    return "; ".join([_POLICY[0], f"script-src {' '.join(hashes)}", *_POLICY[1:]])


def _hash(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode('ascii')}"


def _inlined(source: str) -> str:
    r"""Return a script in which the HTML parser finds no comment and no end.

    In reveal.js 6.0.2 both occur in strings, templates and regular expressions alone, where `\x3c` is `<`.
    """
    return re.sub(r"<(?=!--|/script)", r"\\x3c", source, flags=re.IGNORECASE)


def speaker_script(notes: str) -> str:
    """Return the script that the notes plugin writes into the speaker window; the page's policy holds there.

    It stands in a template literal of the plugin, where a backslash escapes a backslash or a slash, no more.
    """
    found = re.search(r"<script>(.*?)<\\/script>", notes, re.DOTALL)
    if not found or re.search(r"\\[^\\/]|`|\$\{", re.sub(r"\\\\", "", found[1])):
        raise ValueError("the notes plugin of reveal.js is not the one that this policy was written for")
    return re.sub(r"\\([\\/])", r"\1", found[1])


def reveal_file(name: str) -> str:
    """Return a file of reveal.js."""
    return _text("thirdparty", "reveal", name)


def own_file(name: str) -> str:
    """Return one of our own files."""
    return _text("html", name)


def _text(*path: str) -> str:
    """Read a data file with the line ends that an HTML parser makes of any: hashes are taken after it."""
    return files("deckmaker").joinpath("data", *path).read_text(encoding="utf-8").replace("\r\n", "\n")
