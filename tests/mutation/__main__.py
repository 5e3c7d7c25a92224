"""`python -m tests.mutation [MODULE…]`: break changed lines on purpose, and list what no test noticed."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.mutation.mutants import Mutant, mutants
from tests.projects import ROOT

LEFT_OUT = (".*", "build", "dist", "__pycache__", "gallery")
"""What a copy of the project does without."""

LONGEST = 300
"""Seconds after which a mutant that goes round in circles counts as noticed."""


@click.command()
@click.argument("modules", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--since", default="main", show_default=True, help="What to compare with; only changed lines are broken.")
@click.option("--most", type=int, default=40, show_default=True, help="How many mutants, drawn by chance of all.")
@click.option("--tests", multiple=True, help="Files or folders of tests, in place of those near to each module.")
def main(modules: tuple[Path, ...], since: str, most: int, tests: tuple[str, ...]) -> None:
    """Break changed lines of MODULES, by default of all changed ones; of modules that did not change, all lines.

    Works in a copy of the project. Fails where no test noticed a mutant.
    """
    changed = changed_lines(subprocess.check_output(_diff(since), cwd=ROOT, text=True))
    chosen = [one.resolve().relative_to(ROOT) for one in modules] or [*changed]
    all_mutants = [
        (path, one) for path in chosen for one in mutants((ROOT / path).read_text("utf-8"), changed.get(path))
    ]
    drawn = sorted(random.sample(all_mutants, min(most, len(all_mutants))), key=lambda one: (one[0], one[1].line))
    click.echo(f"{len(drawn)} of {len(all_mutants)} mutants in {len(chosen)} modules")
    with TemporaryDirectory(prefix="mutation-") as folder:
        copy = Path(shutil.copytree(ROOT, Path(folder, "copy"), ignore=shutil.ignore_patterns(*LEFT_OUT)))
        near = {path: tests or near_tests(path) for path in {path: None for path, _ in drawn}}
        failing = [str(path) for path, chosen_tests in near.items() if not _pass(copy, chosen_tests)]
        if failing:
            raise click.ClickException(f"without any mutant, tests fail that are near to {', '.join(failing)}")
        survived = [one for path, one in drawn if _survives(copy, path, one, near[path])]
    click.echo(f"{len(survived)} survived")
    sys.exit(bool(survived))


def changed_lines(diff: str) -> dict[Path, set[int]]:
    """Return the package's modules that a diff without context changes, each with the numbers of its new lines."""
    found: dict[Path, set[int]] = {}
    path = None
    for line in diff.splitlines():
        if line.startswith("+++ "):
            name = line.removeprefix("+++ b/")
            path = Path(name) if name.startswith("deckmaker/") and name.endswith(".py") else None
        elif path and (hunk := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line)):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            if count:
                found.setdefault(path, set()).update(range(first, first + count))
    return found


def near_tests(module: Path) -> tuple[str, ...]:
    """Return the tests that are likely to notice a mistake in a module: those that name it, then its folder's."""
    name = ".".join(module.with_suffix("").parts).removesuffix(".__init__")
    naming = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if name in path.read_text("utf-8")
    ]
    mirror = ROOT / "tests" / module.parts[1]
    return tuple(naming) + ((str(mirror.relative_to(ROOT)),) if mirror.is_dir() else ())


def _diff(since: str) -> Sequence[str]:
    return ["git", "diff", "--unified=0", "--no-color", "--no-ext-diff", since, "--", "deckmaker"]


def _survives(copy: Path, path: Path, mutant: Mutant, tests: Collection[str]) -> bool:
    """Tell whether tests pass in spite of a mutant, and say so."""
    module = copy / path
    whole = module.read_bytes()
    module.write_text(mutant.text, "utf-8")
    try:
        survives = _pass(copy, tests)
    finally:
        module.write_bytes(whole)
    mark = "survived" if survives else "noticed"
    click.echo(f"{mark:8} {path}:{mutant.line}: `{mutant.before}` as `{mutant.after}`")
    return survives


def _pass(copy: Path, tests: Collection[str]) -> bool:
    """Tell whether the quick ones of some tests pass in a copy of the project."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "not outside and not slow"]
    try:
        done = subprocess.run([*command, *tests], cwd=copy, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    main(prog_name="python -m tests.mutation")
