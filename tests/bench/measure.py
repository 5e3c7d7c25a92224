"""Commands measured from outside: wall time and the peak memory of each finished process, as the system counts them."""

from __future__ import annotations

import compileall
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.projects import ROOT

Command = Sequence[str | Path]

_LAUNCHER = Path(__file__).with_name("launcher.py")


@dataclass(frozen=True, slots=True)
class Measurement:
    """Wall seconds and peak MiB of one run, and the MB that it wrote."""

    seconds: float
    mebibytes: float
    megabytes: float


def measure(command: Command, written: Path) -> Measurement:
    """Run a command once; `written`, the folder that it writes to, is emptied first.

    What the command before it wrote is deleted, mostly before the system has put it on the disk, so that no command
    waits for another one's bytes. Raises CalledProcessError when it fails.
    """
    shutil.rmtree(written, ignore_errors=True)
    written.mkdir(parents=True)
    launched = [sys.executable, "-S", str(_LAUNCHER), *(str(part) for part in command)]
    try:
        done = subprocess.run(launched, capture_output=True, text=True, check=True)
    except subprocess.CalledProcessError as error:
        error.add_note(error.stderr)
        raise
    seconds, kibibytes = done.stdout.splitlines()[-1].split()
    size = sum(path.stat().st_size for path in written.rglob("*") if path.is_file())
    return Measurement(float(seconds), int(kibibytes) / 1024, size / 1e6)


def number_said(command: Command) -> float:
    """Run a command once and return the number that it prints. Raises CalledProcessError when it fails."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def compile_package() -> None:
    """Compile deckmaker's modules, as pip does when it installs them: from a bare checkout each command might do it."""
    compileall.compile_dir(ROOT / "deckmaker", quiet=1)


def measure_in_turn(
    commands: Mapping[str, Command], runs: int, written: Path, say: Callable[[str], None] = lambda _: None
) -> dict[str, list[Measurement]]:
    """Run commands in turn, round after round, so that a machine that slows down slows all; return their rounds."""
    found: dict[str, list[Measurement]] = {name: [] for name in commands}
    for round in range(1, runs + 1):
        for name, command in commands.items():
            found[name].append(one := measure(command, written))
            say(f"  round {round}: {name}, {one.seconds:.2f} s, {one.mebibytes:.0f} MiB")
    return found
