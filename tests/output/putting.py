"""Files put into an output folder, as builds do it. Imported by processes of their own, too: no test library here."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import Finished, OutputFolder


def put(folder: Path, name: str, content: bytes, diagnostics: Diagnostics | None = None) -> Path | None:
    """Write a file as a renderer does and put it into a folder; return where it is."""
    return next(iter(put_all(folder, {name: content}, diagnostics)), None)


def put_all(folder: Path, files: dict[str, bytes], diagnostics: Diagnostics | None = None) -> list[Path]:
    """Write files and put them into a folder together; return where they are."""
    diagnostics = Diagnostics() if diagnostics is None else diagnostics
    output, finished = OutputFolder(folder), []
    with ExitStack() as stack:
        for name, content in files.items():
            if draft := stack.enter_context(output.draft(name, diagnostics)):
                try:
                    draft.stream.write(content)
                    finished.append(Finished(draft, draft.finish()))
                except OSError as error:
                    output.refuse(name, error, diagnostics)
        return output.put(finished, diagnostics)
