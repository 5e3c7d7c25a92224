"""Pictures of Markdown to pictures of a deck, and where Marp's keywords want them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern

_KEYWORD = pattern(
    r"(?:bg|fit|cover|contain|auto|vertical|left|right|(?:left|right):\d+%|\d+(?:\.\d+)?%"
    r"|(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)"
    r"(?::\S+)?)"
)
"""What Marp reads in a picture's words (Marpit's documentation, "Image syntax")."""

_BEHIND = "behind"
_COLOUR = pattern(r"#[0-9A-Fa-f]{3,8}|[A-Za-z-]+(?:\(.*\))?")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's file as a deck names it, what it shows, what stands below it, and where Marp wants it.

    `place` is `behind` the slide's texts, on their `left` or `right`, or nothing.
    """

    file: str
    alt: str
    caption: str = ""
    place: str = ""

    @property
    def value(self) -> dict[str, str]:
        """The picture as a block `image`."""
        found = {"file": self.file, "alt": self.alt, "caption": self.caption}
        return {key: value for key, value in found.items() if value}


def address_of_picture(written: str) -> str | None:
    """Return the address of a picture that lies in no file here; None of a file's."""
    scheme = urlsplit(written).scheme if "\\" not in written else ""
    return written if len(scheme) > 1 or written.startswith("//") else None


def is_colour(written: str) -> bool:
    """Tell whether Marp reads what is to be behind a slide as a colour or a gradient, such as `red` or `rgb(1,2,3)`."""
    return bool(_COLOUR.fullmatch(unquote(written).strip()))


def picture_of(written: str, alt: str, caption: str, folder: Path, deck_folder: Path, is_marp: bool) -> Picture:
    """Return a picture whose path is relative to a Markdown file's `folder`, for a deck in another."""
    path = unquote(written.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0] or written).replace("\\", "/")
    file = path if os.path.isabs(path) else os.path.relpath(folder / path, deck_folder).replace(os.sep, "/")
    words, place = _without_keywords(alt) if is_marp else (alt, "")
    return Picture(file, " ".join(words.split()), " ".join(caption.split()), place)


def words_of_picture(alt: str) -> str:
    """Return what Marp's keywords leave of a picture's words."""
    return _without_keywords(alt)[0]


def _without_keywords(alt: str) -> tuple[str, str]:
    """Return what Marp's keywords leave of a picture's words, and where they want the picture."""
    words, kept, keywords = alt.split(), list[str](), list[str]()
    for word in words:
        (keywords if _KEYWORD.fullmatch(word) else kept).append(word)
    if "bg" not in keywords:
        return " ".join(word for word in words if word not in keywords or ":" not in word), ""
    sides = (word.partition(":")[0] for word in keywords)
    return " ".join(kept), next((side for side in sides if side in ("left", "right")), _BEHIND)
