"""What files may be called on every system, and which names are one and the same on some.

Source: Microsoft, "Naming Files, Paths, and Namespaces"; POSIX, 3.282; for sameness, Unicode's canonical caseless
matching (3.13, D145), which covers what Windows and macOS take for one name.
"""

from __future__ import annotations

import re
import unicodedata

from deckmaker.patterns import pattern

NAME_BYTES = 200
"""UTF-8, folders among them: most systems allow 255 for each part, with the ending and what an output adds."""

_RESERVED = pattern(r'[/\\:*?"<>|]')
_JOINERS = "\u200c\u200d"
"""Without these, words of some scripts are others. All other signs that format and show nothing can mislead."""

_DEVICE = pattern(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *+(?:\..*)?", re.IGNORECASE)
"""Names of devices, also with an ending; Windows leaves out spaces before that."""

_OUTPUT_BYTES = 255
"""UTF-8: a name, what an output adds, and its ending."""

_BEHIND = pattern(r"[.-][^/\\\0\ud800-\udfff]*(?:/[^./\\\0\ud800-\udfff][^/\\\0\ud800-\udfff]*)?")
_ENDING = pattern(r".*\.(?:pptx|pdf|html|md|png|jsonl)", re.IGNORECASE)
"""Folders that are called as files are that stand beside them."""


def is_unfit(sign: str) -> bool:
    """Tell whether names of files cannot have a sign: one that some system reserves, or one that shows nothing."""
    return bool(_RESERVED.match(sign)) or not (sign.isprintable() or sign in _JOINERS)


def fitted(value: str) -> str:
    """Return a value as part of a name: `-` stands for each sign that names cannot have."""
    return value if _is_fit(value) else "".join("-" if is_unfit(sign) else sign for sign in value)


def _is_fit(text: str) -> bool:
    """Tell whether all signs of a text are fit, without a look at each of most texts."""
    if _RESERVED.search(text):
        return False
    return text.isprintable() or not any(map(is_unfit, text))


def flaw_of(name: str) -> str | None:
    """Return what is wrong with a name, behind it: parts between slashes are folders, and the file. None of a good
    one."""
    if not name.strip(" ./"):
        return "leads out of the folder" if ".." in name.split("/") else "is empty"
    if len(name.encode("utf-8", "surrogatepass")) > NAME_BYTES:
        return f"has more than {NAME_BYTES} bytes"
    *folders, file = name.split("/")
    for part in (*folders, file):
        if flaw := _flaw_of_part(part):
            return flaw
    ended = next((one for one in folders if _ENDING.fullmatch(one)), None)
    return f"has a folder that is called as a file is, `{ended}`" if ended else None


def _flaw_of_part(part: str) -> str | None:
    if not part:
        return "has no word before or behind a `/`"
    if part in (".", ".."):
        return "leads out of the folder"
    if part.startswith("."):
        return "begins with a point, which hides files"
    if part != part.strip(" ") or part.endswith("."):
        return "has a space at an end, or ends with a point"
    if not _is_fit(part):
        return "has a sign that names of files cannot have"
    return f"has `{part}`, which Windows keeps for a device" if _DEVICE.fullmatch(part) else None


def is_output_of(file: str, name: str) -> bool:
    """Tell whether a file, by its path with slashes, can be an output of a row's deck: its name with more behind it, or
    a file in a folder of such a name."""
    if not file.startswith(name) or len(file.encode("utf-8", "surrogatepass")) > _OUTPUT_BYTES:
        return False
    return bool(_BEHIND.fullmatch(file, len(name)))


def caseless(name: str) -> str:
    """Return what is the same for two names that some system takes for one."""
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())
    return unicodedata.normalize("NFD", folded.casefold())
