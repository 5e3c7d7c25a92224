"""reveal.js and our own script inside the page, and the policy that lets nothing else run.

The policy names each script by its hash: whatever else came to stand in the file, the browser would neither run it
nor load anything from anywhere.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from deckmaker.render.html.markup import Html, raw_element

_FIRST = ("numbered.js", "view.js")
"""Those that stand in the page's head."""

_OWN = (
    "words.js",
    "elements.js",
    "swiping.js",
    "commands.js",
    "windows.js",
    "line_forms.js",
    "line.js",
    "addresses.js",
    "deck.js",
    "stage.js",
    "beside.js",
    "moves.js",
    "help.js",
    "overview.js",
    "finding.js",
    "jump.js",
    "search.js",
    "steps.js",
    "screens.js",
    "laser.js",
    "drawing.js",
    "zoom.js",
    "showing.js",
    "reading.js",
    "pdf.js",
    "menu.js",
    "talk_time.js",
    "speaker_marks.js",
    "speaker_line.js",
    "speaker_time.js",
    "speaker_slides.js",
    "speaker_size.js",
    "speaker_notes.js",
    "speaker_divider.js",
    "speaker_view.js",  # last of those that have commands: it forwards them
)
"""Our own scripts, in the order in which they need each other."""

_POLICY = (
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
)


def deck_scripts(has_charts: bool) -> list[str]:
    """Return the sources of the page's scripts, in order, as they can stand in HTML."""
    others = [*map(own_file, _OWN)]
    if has_charts:
        others.append(own_file("charts.js"))
    return [_inlined(source) for source in (reveal_file("reveal.js"), *others)]


def view_script() -> str:
    """Return the script that chooses a view, which stands in the page's head, before anything is drawn."""
    return "".join(map(own_file, _FIRST))


def own_scripts() -> str:
    """Return all scripts of ours that any page may hold, one after the other."""
    return "\n".join(map(own_file, (*_FIRST, *_OWN, "charts.js")))


def script_elements(scripts: list[str]) -> list[Html]:
    """Return the scripts as elements."""
    return [raw_element("script", script) for script in scripts]


def content_policy(scripts: list[str], asks: bool = False) -> str:
    """Return the Content-Security-Policy under which these scripts run, and may ask the page's own server if it `asks`
    for something."""
    hashes = (f"'{_hash(script)}'" for script in [view_script(), *scripts])
    connections = ["connect-src 'self'"] if asks else []
    return "; ".join([_POLICY[0], f"script-src {' '.join(hashes)}", *connections, *_POLICY[1:]])


def _hash(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode('ascii')}"


def _inlined(source: str) -> str:
    r"""Return a script in which the HTML parser finds no comment and no end.

    In reveal.js 6.0.2 both occur in strings, templates and regular expressions alone, where `\x3c` is `<`.
    """
    return re.sub(r"<(?=!--|/script)", r"\\x3c", source, flags=re.IGNORECASE)


def reveal_file(name: str) -> str:
    """Return a file of reveal.js."""
    return _text("thirdparty", "reveal", name)


def own_file(name: str) -> str:
    """Return one of our own files."""
    return _text("html", name)


def _text(*path: str) -> str:
    """Read a data file with the line ends that an HTML parser makes of any: hashes are taken after it."""
    return files("deckmaker").joinpath("data", *path).read_text(encoding="utf-8").replace("\r\n", "\n")
