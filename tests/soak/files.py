"""Decks as bytes: right ones spoilt in places, and bytes that never were a deck."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import strategies as st

from tests.soak.decks import decks

_DECKS = Path(__file__).parents[2] / "decks"
_PIECES = [
    *(
        b"- ",
        b": ",
        b"\n",
        b"\t",
        b"  ",
        b"'",
        b'"',
        b"[",
        b"]",
        b"{",
        b"}",
        b"#",
        b"&a ",
        b"*a",
        b"|",
        b">",
        b"!!str ",
    ),
    *(
        b"---\n",
        b"...\n",
        b"<<: ",
        b"? ",
        b"%YAML 1.1\n",
        b"\xef\xbb\xbf",
        b"\xff",
        b"\x00",
        b"\r",
        b"\xc2\x85",
        b"\\x",
    ),
    *(
        b"\xed\xa0\x80",
        b"slides:",
        b"title:",
        b"image:",
        b"../../../etc/passwd",
        b"null",
        b"~",
        b"1e999",
        b"\xe2\x80\xae",
    ),
]


@st.composite
def spoilt_files(draw: st.DrawFn) -> bytes:
    """Draw a deck with pieces cut out, doubled or put in."""
    content = bytearray(draw(_right_files))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        match draw(st.sampled_from(["cut", "double", "insert", "insert"])):
            case "cut":
                del content[at : at + draw(st.integers(1, 20))]
            case "double":
                content[at:at] = content[at : at + draw(st.integers(1, 40))]
            case _:
                content[at:at] = draw(st.sampled_from(_PIECES))
    return bytes(content)


_right_files = st.one_of(
    st.sampled_from([path.read_bytes() for path in sorted(_DECKS.glob("*.yaml"))]),
    decks().map(lambda deck: yaml.safe_dump(deck.data, allow_unicode=True, sort_keys=False).encode()),
)
_others = st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
files = st.one_of(spoilt_files(), spoilt_files(), spoilt_files(), _others)
