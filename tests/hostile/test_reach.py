"""Paths, names and records that mean harm: what is looked at, compared and read for them is bounded."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.budget.bound import Bound
from deckmaker.budget.paths import OUTPUT_BYTES, PATH_LINKS, RECORD_BYTES
from deckmaker.budget.slips import COMPARISONS, FILES_LOOKED_AT
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics import aid as aiding
from deckmaker.diagnostics.aid import aid, aid_for_one_deck
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.output.record import RECORD, Record, digest_of
from deckmaker.project import Barred, Reached, forget_roots, listing, paths_noted, project_root, reached
from deckmaker.resolve.files import find_file
from tests.hostile.work import bytes_of, calls_of, growth
from tests.output.putting import put
from tests.projects import Project, place


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project without anything in it."""
    return Project(tmp_path)


def looked_for(project: Project, *names: str) -> Callable[[], None]:
    """Return a search for files of a deck that are not there, as it is read."""

    def search() -> None:
        with aid_for_one_deck():
            for name in names:
                find_file(name, project.deck, place(), Diagnostics(), "picture")

    return search


def made_smaller(monkeypatch: pytest.MonkeyPatch, module: object, name: str, bound: Bound, most: int) -> None:
    """Let a bound be smaller for a test."""
    monkeypatch.setattr(module, name, replace(bound, most=most))


# --- Names with slips ---------------------------------------------------------------------------


def slips(count: int) -> Callable[[], None]:
    """Return a search for as many mistyped names among as many known ones, all of them much alike."""
    known = [f"source-{number:05}" for number in range(count)]

    def search() -> None:
        with aid_for_one_deck():
            for name in known:
                nearest(name.replace("source", "sorce"), known)

    return search


def test_a_thousand_slips_among_a_thousand_names_cost_no_more_than_they_may(monkeypatch):
    """Beyond the bound, twice as many cost what it takes to pass over them."""
    made_smaller(monkeypatch, aiding, "COMPARISONS", COMPARISONS, 10_000)
    some, more = (calls_of(slips(count)) for count in (500, 1_000))
    assert some < 100_000
    assert more - some < 15 * 500


def test_slips_of_a_whole_deck_are_helped_all_the_same():
    """The bound is far beyond honest decks: three hundred slips among thirty keys, or forty among three hundred."""
    for slip_count, known_count in ((300, 30), (40, 300)):
        known = [f"{number}-berth-{number}" for number in range(known_count)]
        with aid_for_one_deck():
            said = [
                nearest(f"{number % known_count}-brth-{number % known_count}", known) for number in range(slip_count)
            ]
            assert all(said) and aid().comparisons > 0


def test_a_slip_of_a_name_without_end_is_none():
    """It is not compared with any."""
    assert calls_of(lambda: nearest("x" * 500_000, ["x" * 400_000, "title"])) < 20


@pytest.mark.slow
def test_names_of_two_letters_in_no_order_are_compared_at_a_bounded_cost():
    """The worst for what looks for longest stretches."""
    known = ["".join("ab"[number >> bit & 1] for bit in range(14)) * 8 for number in range(400)]
    with aid_for_one_deck():
        nearest("ba" * 60, known)
        assert aid().comparisons > -20_000


# --- Paths --------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["x" * 500_000, "x/" * 250_000, "../" * 160_000, "/" * 500_000, "é/" * 160_000])
def test_a_path_of_half_a_megabyte_is_none(written, project):
    """It is told so at once: no folder is looked into."""
    search = looked_for(project, written)
    search()
    assert calls_of(search) < 3_000
    assert reached(written, project.deck) is Barred.NOWHERE


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("step", ["a/", "../", "é/", "a/../"])
def test_a_path_costs_what_it_is_long(step, project):
    """Of folders that are there or not."""
    deep = project.folder
    for _ in range(400):
        deep /= "a"
    os.makedirs(deep)
    assert growth(calls_of, lambda count: reached(f"../{step * count}x", project.deck), 150) < 2.3


def test_an_absolute_path_costs_what_it_is_long(project):
    """One of two thousand steps asks for each folder on it once at most."""
    assert growth(calls_of, lambda count: reached(f"/{'a/../' * count}x", project.deck), 150) < 2.3
    assert calls_of(lambda: reached("/" + "tmp/" * 1_000, project.deck)) < 40_000


def test_a_chain_of_links_ends(project):
    """As the system's own walk does; one that is no longer than that arrives."""
    (project.folder / "end.png").touch()
    for number in range(1_000):
        (project.folder / f"{number}").symlink_to(f"{number - 1}" if number else "end.png")
    assert reached("../999", project.deck) is Barred.NOWHERE
    assert reached(f"../{PATH_LINKS.most - 1}", project.deck) == Reached(project.folder / "end.png", True)
    assert calls_of(lambda: reached("../999", project.deck)) < 5_000


def test_links_that_double_end(project):
    """Each names the one before twice: the thirtieth stands for a billion steps."""
    (project.folder / "0").mkdir()
    for number in range(1, 31):
        (project.folder / f"{number}").symlink_to(f"{number - 1}/../{number - 1}")
    assert reached("../30", project.deck) is Barred.NOWHERE
    assert calls_of(lambda: reached("../30", project.deck)) < 5_000


# --- Folders ------------------------------------------------------------------------------------


@pytest.fixture
def listings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that are listed from now on."""
    found: list[str] = []
    scandir = os.scandir

    def counted(folder: str | Path | int = ".") -> object:
        is_open = isinstance(folder, int)
        found.append(os.readlink(f"/proc/self/fd/{folder}") if is_open else str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", counted)
    return found


def test_a_folder_is_listed_once_a_deck(project, listings):
    """However many names in it are wrong, in letters beyond ASCII too; and the project is walked once."""
    pictures = project.folder / "pictures"
    pictures.mkdir()
    for number in range(300):
        (pictures / f"{number:04}.png").touch()
    looked_for(project, *(f"../pictures/berth-{number}.jpg" for number in range(200)))()
    assert sorted(listings) == sorted(map(str, [pictures, project.folder, project.deck.parent, pictures]))
    listings.clear()
    looked_for(project, *(f"../pictures/hä{number}fen.png" for number in range(200)))()
    assert listings.count(str(pictures)) == 2


@pytest.mark.slow
def test_a_miss_beside_many_files_costs_little(project):
    """Beyond the first, no file is asked for what it is."""
    for number in range(3_000):
        (project.folder / f"{number:05}-long-name-of-a-photo.png").touch()
    one, many = (
        calls_of(looked_for(project, *(f"../ship-{number}.jpg" for number in range(count)))) for count in (1, 11)
    )
    assert (many - one) / 10 < 4 * 3_000
    assert one < 40 * 3_000  # each is listed once, parted from its ending, and held against the name


def test_a_project_of_too_many_files_is_not_walked_on(project, listings, monkeypatch):
    """Folders without files count, too."""
    made_smaller(monkeypatch, listing, "FILES_LOOKED_AT", FILES_LOOKED_AT, 50)
    for number in range(200):
        (project.folder / f"f{number:03}" / "a" / "b").mkdir(parents=True)
    looked_for(project, "nowhere.png")()
    assert len(listings) < 5
    for number in range(195):
        (project.folder / f"f{number:03}/a/b").rmdir()
        (project.folder / f"f{number:03}/a").rmdir()
        (project.folder / f"f{number:03}").rmdir()
    listings.clear()
    looked_for(project, "nowhere.png")()
    assert len(listings) < 60


def test_folders_without_end_are_walked_to_a_bound(project, listings, monkeypatch):
    """A folder in a folder in a folder."""
    made_smaller(monkeypatch, listing, "FILES_LOOKED_AT", FILES_LOOKED_AT, 50)
    deep = project.folder
    for _ in range(600):
        deep /= "a"
    os.makedirs(deep)
    looked_for(project, "nowhere.png")()
    assert len(listings) < 60


def test_all_folders_together_are_listed_to_a_bound(project, monkeypatch):
    """A miss in each of many folders with many files: once the bound is used up, none is listed any more."""
    made_smaller(monkeypatch, aiding, "FILES_LOOKED_AT", FILES_LOOKED_AT, 100)
    for folder in range(20):
        (project.folder / f"{folder}").mkdir()
        for number in range(30):
            (project.folder / f"{folder}/berth{number}.png").touch()
    with aid_for_one_deck():
        said = [nearest("berht7.png", listing.files_beside(project.folder / f"{folder}/x")) for folder in range(20)]
        assert aid().entries == 0
    assert [bool(one) for one in said] == [True] * 3 + [False] * 17


def test_a_project_is_found_at_the_end_of_a_long_way(tmp_path):
    """Each folder upward is asked for its marks once, for all decks in it."""
    deep = tmp_path
    for _ in range(300):
        deep /= "a"
    os.makedirs(deep)
    assert calls_of(lambda: project_root(deep / "deck.yaml")) < 60_000
    assert calls_of(lambda: project_root(deep / "other.yaml")) < 1_000
    (tmp_path / "deckmaker.yaml").touch()
    forget_roots()
    with paths_noted() as marks:
        assert calls_of(lambda: project_root(deep / "deck.yaml")) < 90_000
        assert len(marks) == 900
        assert calls_of(lambda: project_root(deep / "other.yaml")) < 3_000


# --- Records and outputs ------------------------------------------------------------------------


def test_a_record_of_three_billion_bytes_is_not_read(tmp_path):
    """It proves nothing, and the next build writes a new one."""
    with (tmp_path / RECORD).open("wb") as stream:
        stream.truncate(3_000_000_000)
    assert bytes_of(lambda: Record(tmp_path).digests("deck.md")) < 3 * RECORD_BYTES.most
    assert put(tmp_path, "deck.md", b"words")
    assert (tmp_path / RECORD).stat().st_size < 1_000


@pytest.mark.parametrize("content", [b"[" * 3_000_000, b'{"deck.md": ' * 300_000, b"9" * 3_900_000, b'{".decks": {}}'])
def test_a_record_that_no_deckmaker_wrote_proves_nothing(content, tmp_path):
    """Lists in lists, a number without end: it is replaced."""
    (tmp_path / RECORD).write_bytes(content)
    assert Record(tmp_path).digests("deck.md") == []
    assert put(tmp_path, "deck.md", b"words")
    assert list(json.loads((tmp_path / RECORD).read_text())) == ["deck.md"]


def test_a_record_knows_names_alone(tmp_path):
    """No path, and nothing that no system takes: names of pictures that are no more are looked for in the folder."""
    odd = ["..", ".", "", "a/b", "a\\b", "C:a", "/a", "a\0b", "\ud800"]
    (tmp_path / RECORD).write_text(json.dumps(dict.fromkeys([*odd, "03.png"], "0")))
    assert Record(tmp_path).names() == ["03.png"]


def test_an_output_that_deckmaker_never_wrote_is_not_read(tmp_path, monkeypatch):
    """A file of a trillion bytes that takes no room: nor is one that is larger than any output."""
    with (tmp_path / "deck.md").open("wb") as stream:
        stream.truncate(1 << 40)
    assert put(tmp_path, "deck.md", b"words") is None
    (tmp_path / RECORD).write_text('{"deck.md": "0"}')
    assert OUTPUT_BYTES.most < 1 << 40
    assert put(tmp_path, "deck.md", b"words") is None
    assert digest_of(tmp_path / "deck.md") is None


@pytest.mark.slow
def test_a_deck_of_many_missing_pictures_is_checked_at_a_bounded_cost(project, monkeypatch):
    """Beside many others: once the bound is used up, one more costs no more than in a folder without any."""
    made_smaller(monkeypatch, aiding, "COMPARISONS", COMPARISONS, 50_000)

    def text(count: int) -> str:
        slides = "".join(f"  - {{title: A, image: ../x{number:04}.pgn}}\n" for number in range(count))
        return f"title: A\nslides:\n{slides}"

    alone = calls_of(lambda: project.read(text(400)))
    for number in range(2_000):
        (project.folder / f"{number:04}.png").touch()
    assert calls_of(lambda: project.read(text(400))) < alone + 300_000
