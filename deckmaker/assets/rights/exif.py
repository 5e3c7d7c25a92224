"""The few things that Exif says of rights, and how the camera was held; the rest is never read (Exif 2.32, 4.6.4)."""

from __future__ import annotations

from deckmaker.assets.directory import byte_order, first_directory
from deckmaker.assets.rights.record import Rights, cleaned, cleaned_all
from deckmaker.patterns import pattern

_ORIENTATION, _DESCRIPTION, _ARTIST, _COPYRIGHT = 0x0112, 0x010E, 0x013B, 0x8298
_LONGEST = 8_000
_SIGNS = pattern(r"\A\W++")
_CAMERA = pattern(r"(?i)(?:sony dsc|dcim|screenshot)\Z|samsung|created with ")
_CAMERAS = "digital camera"
"""What cameras and programs write as a description by themselves."""


def orientation(exif: bytes) -> int:
    """Return 1 to 8 as Exif says, 1 where it says nothing or nonsense."""
    value = first_directory(exif, (_ORIENTATION,), 2).get(_ORIENTATION, b"")
    number = int.from_bytes(value, "little" if byte_order(exif) == "little" else "big")
    return number if 1 <= number <= 8 else 1


def rights_of_exif(exif: bytes) -> Rights:
    """Return artist, copyright and description; a copyright is the photographer's, NUL, and the editor's."""
    found = first_directory(exif, (_DESCRIPTION, _ARTIST, _COPYRIGHT), _LONGEST)
    copyright = [_decoded(one) for one in found.get(_COPYRIGHT, b"").split(b"\0")]
    description = cleaned(_decoded(found.get(_DESCRIPTION, b"").split(b"\0")[0]))
    return Rights(
        creator=cleaned_all(_decoded(found.get(_ARTIST, b"").split(b"\0")[0]).split(";")),
        copyright_notice="; ".join(cleaned_all(copyright)),
        description="" if _is_a_cameras(description) else description,
    )


def _is_a_cameras(description: str) -> bool:
    """Tell whether a description is no person's; signs around it do not count."""
    words = _SIGNS.sub("", _SIGNS.sub("", description)[::-1])[::-1]
    return "\n" not in words and bool(_CAMERA.match(words) or words.casefold().endswith(_CAMERAS))


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")
