"""What a font's licence lets documents do with it, as the font itself says (OpenType: OS/2, fsType).

Usage permissions (bits 0 to 3): 0 is installable, 2 restricted, 4 preview and print, 8 editable. Of several, as old
fonts have them, the least restrictive holds. Bit 8 forbids subsets, bit 9 anything but bitmaps. A deck's PDF and page
are documents to look at and to print, so that each permission but the restricted one lets them carry the font.
"""

from __future__ import annotations

_USAGE, _RESTRICTED, _PREVIEW, _EDITABLE = 0xF, 0x2, 0x4, 0x8
_NO_SUBSETS, _BITMAPS_ONLY = 0x100, 0x200


def forbids_embedding(rights: int) -> str | None:
    """Return what in a font's rights keeps it out of every document; None if nothing does."""
    if rights & _USAGE == _RESTRICTED:
        return "its licence forbids embedding"
    return "its licence lets documents carry bitmaps alone" if rights & _BITMAPS_ONLY else None


def forbids_subsets(rights: int) -> bool:
    """Tell whether a document has to carry all of a font or nothing."""
    return bool(rights & _NO_SUBSETS)


def rights_in_words(rights: int) -> str:
    """Return a font's rights as OpenType calls them."""
    if forbids_embedding(rights):
        return "bitmaps only" if rights & _BITMAPS_ONLY else "restricted"
    usage = "editable" if rights & _EDITABLE else "preview and print" if rights & _PREVIEW else "installable"
    return f"{usage}, no subsets" if forbids_subsets(rights) else usage
