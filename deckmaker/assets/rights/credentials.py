"""Content Credentials (C2PA 2.2): what a signed picture says of who made it, and whether AI did.

They tell where a picture comes from and are no licence. c2pa-python reads them, from the extra `credentials`; without
it, nothing is read. Nothing is fetched from the network.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from deckmaker.assets.rights.record import Rights, cleaned, cleaned_all
from deckmaker.assets.silence import silent_stderr

_SETTINGS = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}
_AI = "trainedalgorithmicmedia"
_WORK = "stds.schema-org.CreativeWork"
_ROLES = ("author", "producer")


def rights_of_credentials(stream: BinaryIO, kind: str) -> Rights:
    """Return what the credentials in a file say, `kind` being jpeg, png, webp or tiff.

    Nothing where they are broken, or the file was changed after it was signed.
    """
    stream.seek(0)
    try:
        import c2pa

        settings = c2pa.Settings.from_dict(_SETTINGS)
        with (
            silent_stderr(),
            c2pa.Context(settings) as context,
            c2pa.Reader(f"image/{kind}", stream, context=context) as reader,
        ):
            manifest = reader.get_active_manifest() if reader.get_validation_state() != "Invalid" else None
    except Exception:  # it is not there, or its native part could not make anything of the file
        return Rights()
    return rights_of_manifest(manifest)


def rights_of_manifest(manifest: Any) -> Rights:
    """Return authors, else producers, and the digital source type of a manifest as c2pa-python returns it."""
    parts = [
        (str(assertion.get("label")), part)
        for one in _mappings(manifest)
        for assertion in _mappings(one.get("assertions"))
        for part in _mappings(assertion.get("data"))
    ]
    works = [part for label, part in parts if label.startswith(_WORK)]
    named = (_texts("name", *(person for work in works for person in _mappings(work.get(role)))) for role in _ROLES)
    types = _texts("digitalSourceType", *(action for _, part in parts for action in _mappings(part.get("actions"))))
    # A photo that AI changed has both types; AI's matters more.
    by_ai = [one for one in types if _AI in one.casefold()]
    return Rights(
        creator=cleaned_all(next(filter(None, named), [])),
        digital_source_type=cleaned(next(iter(by_ai or types), "")),
    )


def _texts(key: str, *mappings: dict[str, Any]) -> list[str]:
    return [value for one in mappings if isinstance(value := one.get(key), str)]


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the mappings in a list, or the one that stands alone."""
    yield from (one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict))
