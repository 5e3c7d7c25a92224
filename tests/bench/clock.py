"""`python -m tests.bench.clock TIMES.json ARGUMENT…`: run deckmaker once, and write where its time went, in seconds.

Every moment counts to one thing: the package that is being imported, else the phase that runs, else "the rest". This
module imports next to nothing, so that what deckmaker imports is counted.
"""

from __future__ import annotations

import os
import sys
import time

PHASES = {
    "reading": ("deckmaker.source.reading", "read_deck"),
    "parsing": ("deckmaker.source.yaml_reader", "parse_yaml"),
    "validating": ("deckmaker.language.validation", "validate"),
    "resolving": ("deckmaker.resolve.deck", "resolve_deck"),
    "loading the theme": ("deckmaker.theme.reading", "load_theme"),
    "laying out": ("deckmaker.layout.deck", "layout_deck"),
    "rendering PPTX": ("deckmaker.render.pptx.renderer", "PptxRenderer.render"),
    "rendering PDF": ("deckmaker.render.pdf.renderer", "PdfRenderer.render"),
    "rendering HTML": ("deckmaker.render.html.renderer", "HtmlRenderer.render"),
    "writing": ("deckmaker.output.folder", "OutputFolder.put"),
}
"""What each phase is called here, in order, and the module and name of its function."""

IMPORT = "import "
REST = "the rest"


class Clock:
    """A stack of what is going on; time counts to what is on top."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stack = [REST]
        self._since = time.perf_counter()

    def timed(self, name, function):
        """Return the function with its time counted to `name`, unless it runs within a phase and is one."""

        def counted(*arguments, **keywords):
            within = name in PHASES and any(one in PHASES for one in self._stack)
            self._count()
            self._stack.append(self._stack[-1] if within else name)
            try:
                return function(*arguments, **keywords)
            finally:
                self._count()
                self._stack.pop()

        return counted

    def _count(self) -> None:
        """Count the time since the last call to what is on top."""
        now = time.perf_counter()
        top = self._stack[-1]
        self.seconds[top] = self.seconds.get(top, 0) + now - self._since
        self._since = now

    def stop(self) -> dict[str, float]:
        """Return seconds by name."""
        self._count()
        return self.seconds


class TimingFinder:
    """Finds modules as the finders behind it do, times their loading, and then wraps the phases in them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def find_spec(self, name, path=None, target=None):
        package = name.partition(".")[0]
        counted = IMPORT + ("the standard library" if package in sys.stdlib_module_names else package)
        spec = self._clock.timed(counted, self._found)(name, path, target)
        if spec is not None and spec.loader is not None and not isinstance(spec.loader, type):
            spec.loader.create_module = self._clock.timed(counted, spec.loader.create_module)
            spec.loader.exec_module = self._clock.timed(counted, self._wrapping_phases(spec.loader.exec_module))
        return spec

    def _found(self, name, path, target):
        others = (one for one in sys.meta_path if one is not self)
        return next((spec for one in others if (spec := one.find_spec(name, path, target))), None)

    def _wrapping_phases(self, exec_module):
        def executed(module):
            exec_module(module)
            for phase, (holder, name) in PHASES.items():
                if module.__name__ == holder:
                    *classes, function = name.split(".")
                    owner = getattr(module, classes[0]) if classes else module
                    setattr(owner, function, self._clock.timed(phase, getattr(owner, function)))

        return executed


def keep_to_one_core() -> None:
    """Let all that follows happen in one process: deckmaker makes copies of its own only where there are more cores."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main(times: str, arguments: list[str]) -> None:
    keep_to_one_core()
    started, clock = time.perf_counter(), Clock()
    sys.meta_path.insert(0, TimingFinder(clock))
    sys.argv = ["deckmaker", *arguments]
    try:
        from deckmaker.cli import main as deckmaker

        deckmaker()
    finally:
        seconds, ended = clock.stop(), time.perf_counter()
        import json
        from pathlib import Path

        Path(times).write_text(json.dumps({"started": started, "ended": ended, "seconds": seconds}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
