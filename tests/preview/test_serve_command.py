"""`deckmaker serve` from its first line to Ctrl-C, as a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from deckmaker.cli import main
from deckmaker.preview.builds import Builds, Built
from tests.preview.running import running
from tests.preview.served import PATIENCE, served
from tests.projects import DECK, Project
from tests.signals import answered


def test_it_serves_until_ctrl_c(tmp_path: Path) -> None:
    """Which ends it well, though a page is open, for which it does not wait."""
    project = Project(tmp_path)
    project.write(DECK)
    with running(folder=tmp_path, prepared=answered) as (process, address):
        assert b"Night noise" in urlopen(address, timeout=PATIENCE).read()
        events = urlopen(f"{address}events", timeout=PATIENCE)
        assert events.readline() == b"data: 1\n"
        project.write(DECK.replace("Night noise", "Quiet nights"))
        assert [events.readline(), events.readline()] == [b"\n", b"data: 2\n"]
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        events.close()


@pytest.mark.parametrize("end", ["SIGTERM", "SIGHUP"])
def test_a_service_manager_and_a_terminal_that_is_closed_end_it_too(tmp_path: Path, end: str) -> None:
    """With the code that shells have for that, since what it started is ended with it."""
    Project(tmp_path).write(DECK)
    number = getattr(signal, end)
    with running(folder=tmp_path, prepared=answered) as (process, _):
        process.send_signal(number)
        assert process.wait(PATIENCE) == 128 + number


def test_what_ignores_that_its_terminal_is_closed_goes_on(tmp_path: Path) -> None:
    """As behind `nohup`."""
    Project(tmp_path).write(DECK)
    with running(folder=tmp_path, prepared=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as (process, address):
        process.send_signal(signal.SIGHUP)
        assert b"Night noise" in urlopen(address, timeout=PATIENCE).read()


def test_a_build_that_starts_while_the_preview_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or it would go on without whoever asked for it."""
    builds = Builds(Project(tmp_path).write(DECK))
    begun, goes_on, started = Event(), Event(), subprocess.Popen

    def late(*arguments: Any, **more: Any) -> Any:
        begun.set()
        goes_on.wait(PATIENCE)
        return started(*arguments, **more)

    monkeypatch.setattr("deckmaker.preview.builds.subprocess.Popen", late)
    found: list[Built] = []
    building = Thread(target=lambda: found.append(builds.build("md")))
    closing = Thread(target=builds.close)
    building.start()
    assert begun.wait(PATIENCE)
    closing.start()
    closing.join(0.2)
    goes_on.set()
    building.join(PATIENCE)
    closing.join(PATIENCE)
    assert [one.well for one in found] == [False]


def test_it_serves_a_deck_that_has_mistakes_and_says_them(tmp_path: Path) -> None:
    """In the terminal as in the page; when they are mended, that is said."""
    project = Project(tmp_path)
    project.write("title: T\nslidez:\n")
    with running("decks/deck.yaml", folder=tmp_path) as (process, address):
        assert process.stderr
        assert "unknown key `slidez`" in process.stderr.readline()
        assert b"preview" in urlopen(address, timeout=PATIENCE).read()
        project.write(DECK)
        while "Nothing is amiss" not in process.stderr.readline():
            assert process.poll() is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_deck_with_mistakes_may_have_a_name_that_is_no_text(tmp_path: Path) -> None:
    """The page that shows them has it as messages have it."""
    deck = Project(tmp_path).write("title: T\n")
    deck = deck.rename(deck.with_name("deck\udcff.yaml"))
    with served(deck) as (_, server):
        assert b"<title>deck\\udcff.yaml</title>" in urlopen(server.guard.home, timeout=PATIENCE).read()


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return CliRunner()


def test_a_deck_that_is_not_there_is_said(runner: CliRunner) -> None:
    """With the words of all commands."""
    done = runner.invoke(main, ["serve", "--no-open", "no.yaml"])
    assert done.exit_code == 1
    assert done.stderr.startswith("error[unreadable-file]: `no.yaml` cannot be read: no such file or directory\n")


def test_of_several_decks_one_must_be_named(runner: CliRunner, tmp_path: Path) -> None:
    """A page shows one."""
    project = Project(tmp_path)
    project.write(DECK)
    (tmp_path / "decks" / "other.yaml").write_text(DECK, encoding="utf-8")
    done = runner.invoke(main, ["serve", "--no-open"])
    assert done.exit_code == 2
    assert "there are 2 decks: name one of them, such as decks/deck.yaml, decks/other.yaml" in done.stderr


def test_a_port_that_another_has_is_said(runner: CliRunner, tmp_path: Path) -> None:
    """With the system's word for it."""
    import socket

    deck = Project(tmp_path).write(DECK)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = runner.invoke(main, ["serve", "--no-open", "--port", str(port), str(deck)])
    assert done.exit_code == 2
    assert f"port {port} cannot be served at: address already in use" in done.stderr
