"""A colleague who has LibreOffice and no deckmaker. Run by a Python with UNO: colleague.py FILE FOLDER STEP...

Opens FILE, does the steps in order, and saves FOLDER/<step>.pptx and .pdf after each:

edit   appends an item to the list of the third slide, and moves the fourth slide up before it
style  gives the styles of titles and texts another font, colour and size, on every master page
clear  selects every title and text and takes "Clear Direct Formatting", as Ctrl+M does
chart  changes the second number of the first series in the data table of every chart, and that series' name
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

FILTERS = {"pptx": "Impress MS PowerPoint 2007 XML", "pdf": "impress_pdf_Export"}
ADDED = "And one more, from a colleague"
TITLE = {"CharFontName": "Times New Roman", "CharColor": 0x0B6E4F, "CharHeight": 28.0}
TEXT = {"CharFontName": "Arial", "CharColor": 0x7A1FA2, "CharHeight": 19.0}
NAMES = re.compile(r"Title|Text|(Column|Cell) \d+ text|Content")
"""How names of titles and texts begin, ours and those of PowerPoint's own templates."""
NUMBER, RENAMED = 41.0, "Renamed"
PATIENCE = 60
"""Seconds that LibreOffice has to start, and to end."""


@contextmanager
def office() -> Iterator[Any]:
    """Start LibreOffice under a fresh profile; yield its component context."""
    pipe = f"deckmaker-{os.getpid()}"
    with TemporaryDirectory(prefix="colleague-", ignore_cleanup_errors=True) as profile:
        options = ("--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;")
        process = subprocess.Popen(["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", *options])
        try:
            context = _connected(pipe)
            yield context
            with suppress(DisposedException):
                _service(context, "com.sun.star.frame.Desktop").terminate()
            process.wait(PATIENCE)
        finally:
            process.kill()


def _connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = _service(local, "com.sun.star.bridge.UnoUrlResolver")
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def _service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


class Colleague:
    """Works on one open presentation, with commands that its menus have."""

    def __init__(self, context: Any, path: Path) -> None:
        self._dispatcher = _service(context, "com.sun.star.frame.DispatchHelper")
        self._toolkit = _service(context, "com.sun.star.awt.Toolkit")
        desktop = _service(context, "com.sun.star.frame.Desktop")
        self.presentation = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, ())
        self._view = self.presentation.CurrentController

    def _command(self, name: str) -> None:
        at_once = PropertyValue()
        at_once.Name, at_once.Value = "SynchronMode", True
        self._dispatcher.executeDispatch(self._view.Frame, f".uno:{name}", "", 0, (at_once,))
        self.settle()

    def settle(self) -> None:
        """Have LibreOffice do what it has put off until it is idle."""
        self._toolkit.processEventsToIdle()

    def edit(self) -> None:
        _, _, third, fourth, *_ = _items(self.presentation.DrawPages)
        text = next(shape for shape in _items(third) if shape.Name.startswith("Text")).Text
        cursor = text.createTextCursor()
        cursor.gotoEnd(False)
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        text.insertString(cursor, ADDED, False)
        self._view.setCurrentPage(fourth)
        _until(lambda: self._view.CurrentPage.Number == fourth.Number)
        self._command("MovePageUp")
        _until(lambda: fourth.Number == third.Number - 1)

    def style(self) -> None:
        families = self.presentation.StyleFamilies
        for master in _items(self.presentation.MasterPages):
            styles = families.getByName(master.Name)
            for name in ("title", "subtitle", *(f"outline{level}" for level in range(1, 10))):
                for key, value in (TITLE if name == "title" else TEXT).items():
                    styles.getByName(name).setPropertyValue(key, value)
                styles.getByName(name).CharColorTheme = -1  # as the colour picker does: no longer the theme's

    def clear(self) -> None:
        for slide in _items(self.presentation.DrawPages):
            self._view.setCurrentPage(slide)
            for shape in _items(slide):
                if NAMES.match(shape.Name):
                    self._view.select(shape)
                    self._command("SetDefault")

    def chart(self) -> None:
        for slide in _items(self.presentation.DrawPages):
            for shape in _items(slide):
                if shape.supportsService("com.sun.star.drawing.OLE2Shape"):
                    table = shape.Model.Data
                    rows = [list(row) for row in table.Data]
                    rows[1][0] = NUMBER
                    table.setData(tuple(map(tuple, rows)))
                    table.setColumnDescriptions((RENAMED, *table.ColumnDescriptions[1:]))

    def new_slide(self, behind: int) -> Any:
        """Insert a slide behind another one, counted from 0, as its menu does."""
        slides = self.presentation.DrawPages
        count = slides.Count
        self._view.setCurrentPage(slides.getByIndex(behind))
        _until(lambda: self._view.CurrentPage.Number == behind + 1)
        self._command("InsertPage")
        _until(lambda: slides.Count == count + 1)
        return slides.getByIndex(behind + 1)

    def save(self, path: Path) -> None:
        filter = PropertyValue()
        filter.Name, filter.Value = "FilterName", FILTERS[path.suffix[1:]]
        self.presentation.storeToURL(path.resolve().as_uri(), (filter,))


def _until(condition: Callable[[], bool]) -> None:
    """Wait for what LibreOffice does in its own time; raises TimeoutError."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


def _items(container: Any) -> list[Any]:
    return [container.getByIndex(index) for index in range(container.Count)]


def main(file: str, folder: str, *steps: str) -> None:
    with office() as context:
        colleague = Colleague(context, Path(file))
        for step in steps:
            getattr(colleague, step)()
            for extension in FILTERS:
                colleague.save(Path(folder, f"{step}.{extension}"))
        colleague.presentation.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
