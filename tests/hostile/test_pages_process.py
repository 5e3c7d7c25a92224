"""The process that draws pages of a PDF has a time and a memory of its own: what is in them may be anybody's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from io import BytesIO

import pikepdf
import pytest

from deckmaker.budget.bound import Bound
from deckmaker.pictures.pages import NotDrawn, page_images
from tests.hostile.test_drawing_process import drawing_processes, is_gone, waited_for
from tests.projects import DECK, Project, environment, run

FULL = b"0 0 960 540 re f\n"
"""A page that is filled: a millisecond or two."""


def pages_of(*contents: bytes) -> bytes:
    """Return a PDF file with a page for each of these contents."""
    with pikepdf.new() as pdf:
        for content in contents:
            pdf.add_blank_page(page_size=(960, 540)).Contents = pdf.make_stream(content)
        out = BytesIO()
        pdf.save(out, compress_streams=True)
    return out.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="no system's own bound on a processor's time")
def test_a_page_takes_no_more_time_than_is_left(monkeypatch):
    """A drawing may fill it half a million times; those before it have their pictures."""
    monkeypatch.setattr("deckmaker.slow_drawings.AT_LEAST", 1)
    monkeypatch.setattr("deckmaker.slow_drawings.SLOW_DRAWINGS_SECONDS", Bound(0, "seconds", "drawings"))
    images = page_images(pages_of(FULL, FULL * 500_000, FULL), 1920, range(3))
    assert next(images).size == (1920, 1080)
    with pytest.raises(NotDrawn, match=r"^takes more than 1 seconds to draw$") as caught:
        next(images)
    assert caught.value.index == 1


def test_a_page_ends_with_the_clock_too(monkeypatch):
    """Where the processor's time is told to nobody."""
    monkeypatch.setattr("deckmaker.pictures.pages.DRAWING_SECONDS", Bound(1, "seconds", "drawings"))
    with pytest.raises(NotDrawn, match=r"^takes more than \d+ seconds to draw$"):
        next(page_images(pages_of(FULL * 500_000), 1920, [0]))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are told no bound")
def test_a_slide_takes_no_more_memory_than_it_may(tmp_path, monkeypatch):
    """No picture is written then, nor half of them, and the slide is named."""
    monkeypatch.setattr("deckmaker.pictures.pages.DRAWING_MEMORY", Bound(150_000_000, "bytes", "drawings"))
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    result = run("build", "decks/deck.yaml", "-f", "png", "--width", "7680")
    assert result.exit_code == 1
    assert (
        "error[renderer-failed]: slide 1 cannot be drawn in the memory there is\n --> decks/deck.yaml:" in result.stderr
    )
    assert not (tmp_path / "build").exists()


def test_what_is_no_pdf_has_no_pages():
    """The worker ends, and is not waited for."""
    with pytest.raises(NotDrawn):
        next(page_images(b"%PDF-1.7 and nothing else", 1920, [0]))


DRAWN = """
from deckmaker.pictures.pages import page_images
from tests.hostile.test_pages_process import FULL, pages_of
for image in page_images(pages_of(FULL, FULL * 500), 1920, range(2)):
    print(image.size, flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a parent's end, and has /proc")
def test_a_killed_command_takes_along_what_draws_its_pages():
    """A stopped one does nothing by itself, as one that draws for half a minute does not."""
    with subprocess.Popen([sys.executable, "-c", DRAWN], env=environment(), stdout=subprocess.PIPE) as command:
        try:
            assert command.stdout.readline()
            (worker,) = drawing_processes(command.pid)
            os.kill(worker, signal.SIGSTOP)
        finally:
            command.kill()
    is_ended = waited_for(lambda: is_gone(worker))
    if not is_ended:
        os.kill(worker, signal.SIGKILL)
    assert is_ended


@pytest.mark.skipif(sys.platform == "win32", reason="no signal that stops a process")
def test_a_page_of_a_command_that_was_stopped_for_long_is_drawn():
    """As by Ctrl-Z: the clock runs on, and what it is for is a worker that does nothing."""
    few = "from dataclasses import replace\nimport deckmaker.pictures.pages as pages\n"
    few += "pages.DRAWING_SECONDS = replace(pages.DRAWING_SECONDS, most=2)\n"
    command = [sys.executable, "-c", few + DRAWN]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, start_new_session=True) as process:
        drawn = process.stdout.readline()
        os.killpg(process.pid, signal.SIGSTOP)
        time.sleep(2.5)
        os.killpg(process.pid, signal.SIGCONT)
        assert drawn + process.communicate()[0] == b"(1920, 1080)\n" * 2
