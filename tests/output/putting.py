"""Files put into an output folder, as builds do it. Imported by processes of their own, too: no test library here."""

from __future__ import annotations

from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import OutputFolder


def put(folder: Path, name: str, content: bytes, diagnostics: Diagnostics | None = None) -> Path | None:
    """Write a file as a renderer does and put it into a folder; return where it is."""
    diagnostics = Diagnostics() if diagnostics is None else diagnostics
    output = OutputFolder(folder)
    with output.draft(name, diagnostics) as draft:
        if draft is None:
            return None
        try:
            draft.stream.write(content)
            draft.stream.flush()
        except OSError as error:
            output.refuse(name, error, diagnostics)
            return None
        return output.put(draft, diagnostics)
