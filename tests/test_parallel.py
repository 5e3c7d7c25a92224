"""Jobs side by side: in order, each for itself, and none left behind. In processes of their own: here are threads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deckmaker import copies
from deckmaker.output.ending import tidy_end
from deckmaker.parallel import cores, may_copy, over_cores, run_parallel, shared_out
from tests.descriptors import none_left
from tests.projects import ROOT
from tests.samples import mostly_slow

linux = pytest.mark.skipif(sys.platform != "linux" or cores() < 2, reason="no copies are made here")


def ran(script: str, *, status: int = 0) -> str:
    """Run a script that has `run_parallel` and return what it printed."""
    begun = "import os, signal, sys, time\nfrom deckmaker.parallel import over_cores, run_parallel, shared_out\n"
    done = subprocess.run([sys.executable, "-c", begun + script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (status, "")
    return done.stdout


@linux
def test_answers_come_in_the_order_of_the_jobs():
    """However long each takes; large ones, too."""
    script = "jobs = [lambda: time.sleep(0.2) or 1, lambda: 'x' * 1_000_000, lambda: 3]\n"
    script += "one, two, three = run_parallel(jobs); print(one, len(two), three)"
    assert ran(script) == "1 1000000 3\n"


@linux
def test_jobs_run_in_processes_of_their_own_and_at_once():
    """Each waits for a sign of the other."""
    script = """
(a, b), (c, d) = os.pipe(), os.pipe()
def one(): os.write(b, b"1"); return os.read(c, 1), os.getpid()
def two(): os.write(d, b"2"); return os.read(a, 1), os.getpid()
first, second = run_parallel([one, two])
print(first[0], second[0], first[1] != os.getpid(), second[1] == os.getpid())
"""
    assert ran(script) == "b'2' b'1' True True\n"


@linux
@pytest.mark.parametrize("end", mostly_slow(["os.kill(os.getpid(), 9)", "os._exit(3)", "1 / 0", "open", "sys.exit(5)"]))
def test_a_copy_that_dies_is_none(end):
    """By a signal, by itself, by a mistake, or with an answer that cannot be sent; silently."""
    assert ran(f"print(run_parallel([lambda: {'lambda: 1' if end == 'open' else end}, lambda: 2]))") == "[None, 2]\n"


@linux
def test_what_the_last_job_raises_ends_the_others():
    """No process outlives the one that asked for it."""
    script = """
reading, writing = os.pipe()
def long(): os.write(writing, b"begun"); time.sleep(60)
def failing(): os.read(reading, 5); raise KeyboardInterrupt
try: run_parallel([long, failing])
except KeyboardInterrupt: pass
try: os.waitpid(-1, 0)
except ChildProcessError: print("none left")
"""
    assert ran(script) == "none left\n"


@linux
def test_what_is_printed_is_printed_once():
    """By the original before, by a copy, and by the original after."""
    script = "sys.stdout.write('before '); run_parallel([lambda: sys.stdout.write('copy '), lambda: 0]); print('after')"
    assert ran(script) == "before copy after\n"


def test_where_other_threads_run_jobs_take_turns_here():
    """A thread may hold a lock that nobody would let go of in a copy."""
    ready, done = threading.Event(), threading.Event()
    other = threading.Thread(target=lambda: (ready.set(), done.wait()))
    other.start()
    ready.wait()
    try:
        assert not may_copy()
        seen: list[int] = []
        assert run_parallel([lambda: seen.append(1) or 1, lambda: seen.append(2) or 2]) == [1, 2]
        assert seen == [1, 2]
    finally:
        done.set()
        other.join()


def test_one_job_or_none_needs_no_copy():
    """Nothing is gained."""
    assert run_parallel([]) == []
    assert run_parallel([lambda: 1]) == [1]


@linux
def test_items_are_shared_out_and_answered_in_their_order():
    """Two processes take them in turn, and are used again: one waits for a sign of the other with its first item."""
    script = "import select\nreading, writing = os.pipe()\n"
    script += "def sign(item): return select.select([reading], [], [], 60) if item == 0 else os.write(writing, b'.')\n"
    script += "def job(item): sign(item); return item * 2, os.getpid()\n"
    script += "found = list(over_cores(job, range(20)))\n"
    script += "print([one for one, _ in found] == list(range(0, 40, 2)), 1 < len({two for _, two in found}) <= 64)"
    assert ran(script) == "True True\n"


@linux
@pytest.mark.parametrize("end", mostly_slow(["os.kill(os.getpid(), 9)", "os._exit(3)", "1 / 0"]))
def test_an_item_that_its_process_dies_of_holds_up_no_other(end):
    """Another copy takes its place; every item may be such a one."""
    script = f"def job(item):\n    if item % 3 == 0: {end}\n    return item\nprint(*over_cores(job, range(7)))"
    assert ran(script) == "None 1 2 None 4 5 None\n"
    assert ran(script.replace("% 3", "* 0")) == " ".join(["None"] * 7) + "\n"


@linux
def test_who_wants_no_more_leaves_no_process_behind():
    """An answer may be all that is wanted."""
    script = "for one in over_cores(lambda item: item or time.sleep(60), [1, 2, 0, 0]):\n    break\n"
    script += "try: os.waitpid(-1, 0)\nexcept ChildProcessError: print('none left')"
    assert ran(script) == "none left\n"


@linux
@pytest.mark.slow
def test_copies_end_with_the_process_that_is_killed():
    """Nobody is left to ask them: they would wait for ever."""
    script = "import pathlib\nreading, writing = os.pipe()\n"
    script += "def job(item): os.write(writing, b'%d ' % os.getpid()); return os.getppid()\n"
    script += "for number, one in enumerate(over_cores(job, range(8))):\n"
    script += "    if number == 7: print(os.read(reading, 999).decode(), flush=True); os.kill(one, 9)"
    for process in set(map(int, ran(script, status=-9).split())):
        for _ in range(1_200):  # a minute, on a busy machine
            if not Path(f"/proc/{process}").exists():
                break
            time.sleep(0.05)
        else:
            raise AssertionError(f"process {process} lives on")


@linux
def test_a_copy_makes_no_copies():
    """There are as many processes as cores, whatever a job would like."""
    script = "print(*over_cores(lambda _: run_parallel([os.getpid, os.getpid])[0] == os.getpid(), [1, 2]))"
    assert ran(script) == "True True\n"


def test_few_items_are_answered_here():
    """Also where there are other threads."""
    assert list(over_cores(lambda item: item * 2, [])) == []
    assert list(over_cores(lambda item: item * 2, [1])) == [2]
    threads = ThreadPoolExecutor(1)
    threads.submit(int).result()
    assert list(over_cores(lambda item: (item, os.getpid()), [1, 2])) == [(1, os.getpid()), (2, os.getpid())]
    threads.shutdown()


def test_what_is_taken_is_shared_out_and_comes_as_it_is_done():
    """Items are sent, large ones too; those that come up meanwhile are taken as well."""
    script = """
items = [("x" * 300_000, 1), ("y", 2), ("z", 3)]
found = []
def job(item): return len(item[0]) * item[1], os.getpid() != original
original = os.getpid()
for item, (answer, elsewhere) in shared_out(job, lambda: items.pop() if items else None, 2):
    found.append((answer, elsewhere))
    if answer == 2: items.append(("late", 5))
print(sorted(found))
"""
    elsewhere = sys.platform == "linux"
    assert ran(script) == f"{[(2, elsewhere), (3, elsewhere), (20, elsewhere), (300_000, elsewhere)]}\n"


def test_one_that_its_process_dies_of_may_be_taken_again():
    """Whoever takes the answers sees that there is none, and may give the item out anew; the others are answered."""
    script = """
items, tries = list(range(6)), []
def job(item): return os._exit(1) if item == 3 else item
for item, answer in shared_out(job, lambda: items.pop() if items else None, 1):
    tries.append((item, answer))
    if answer is None and tries.count((item, None)) < 2: items.append(item)
print(tries)
try: os.waitpid(-1, 0)
except ChildProcessError: print("none left")
"""
    if sys.platform == "linux":  # elsewhere it would be this process
        assert ran(script) == "[(5, 5), (4, 4), (3, None), (3, None), (2, 2), (1, 1), (0, 0)]\nnone left\n"


def test_where_there_are_no_copies_items_are_done_here():
    """One after another, as threads may hold locks."""
    items = [1, 2, 3]
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: None).result()
        found = list(shared_out(lambda item: (item, os.getpid()), lambda: items.pop() if items else None, 2))
    assert found == [(item, (item, os.getpid())) for item in (3, 2, 1)]


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_copy_that_is_asked_to_end_at_once_tidies_nothing_up(number, monkeypatch, tmp_path):
    """What its original has begun is the original's: files on their way, a folder that is held, other copies."""
    original = os.getpid()
    asked = signal.Signals[number]

    def ask() -> None:
        if signal.getsignal(asked) is signal.SIG_IGN:  # by whoever started the tests
            signal.signal(asked, signal.default_int_handler)
        os.kill(os.getpid(), asked)

    monkeypatch.setattr(copies, "_end_with_original", ask)
    with tidy_end():
        try:
            worker = copies.copy_of(lambda _: None)
        finally:
            if os.getpid() != original:
                (tmp_path / "tidied").touch()
                os._exit(1)
        assert worker
        worker.ask(None)
        assert worker.answer() is None
        worker.end()
    assert not (tmp_path / "tidied").exists()


@pytest.mark.parametrize("room", range(4))
def test_a_copy_that_is_not_to_be_had_leaves_no_file_open(room, monkeypatch):
    """There are too many already, and what comes next needs one."""
    with none_left(but=room):
        assert copies.copy_of(print) is None
        for one in [os.dup(0) for _ in range(room)]:
            os.close(one)
