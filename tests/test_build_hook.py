"""The build hook, without network: pins, freshness, and what it says when a package is not as pinned.

Small tarballs made here stand for npm's; `download`, the only function that runs npm, is not called.
"""

import base64
import hashlib
import importlib.util
import io
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


def load_hook() -> ModuleType:
    """Load hatch_build.py by its path, as hatchling does; it is no part of the installed package."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hook = load_hook()


def make_package(workspace: Path, content: bytes = b"body {}", version: str = "1.0.0"):
    """Put a one-file npm tarball into `workspace` and return its pin."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        member = tarfile.TarInfo("package/dist/style.css")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    integrity = base64.b64encode(hashlib.sha512(buffer.getvalue()).digest()).decode()
    package = hook.Package("@scope/style", version, integrity, {"dist/style.css": "css/style.css"})
    workspace.mkdir(exist_ok=True)
    (workspace / package.tarball).write_bytes(buffer.getvalue())
    return package


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below `folder`, by its relative path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("package", hook.PACKAGES, ids=lambda package: package.name)
def test_pin_is_exact_and_checked_by_a_whole_sha512(package):
    """Each pin names one version and a checksum of 64 bytes, and unpacks to relative paths."""
    assert all(part.isdigit() for part in package.version.split("."))
    assert len(base64.b64decode(package.sha512, validate=True)) == 64
    assert not any(Path(name).is_absolute() or ".." in Path(name).parts for name in package.files.values())


def test_pins_cover_all_fonts_and_their_licences():
    """Five families in four styles, each with its licence, and no two packages write the same file."""
    names = [name for package in hook.PACKAGES for name in package.files.values()]
    assert len(names) == len(set(names))
    families = ("Arimo", "Carlito", "Cousine", "Gelasio", "Tinos")
    styles = ("Bold.ttf", "BoldItalic.ttf", "Italic.ttf", "LICENSE.txt", "Regular.ttf")
    assert sorted(name for name in names if name.startswith("fonts/")) == [
        f"fonts/{family}-{style}" for family in families for style in styles
    ]
    licences = sorted(name for name in names if "LICENSE" in name and name.startswith("reveal/"))
    assert licences == ["reveal/LICENSE", "reveal/fitty-LICENSE.txt", "reveal/marked-LICENSE.txt"]


def test_tarball_is_named_as_npm_pack_names_it():
    """A scope becomes a prefix of the file name."""
    assert [package.tarball for package in (hook.PACKAGES[0], hook.PACKAGES[3])] == [
        "reveal.js-6.0.2.tgz",
        "expo-google-fonts-carlito-0.4.1.tgz",
    ]


def test_unpacked_folder_is_fresh_and_stays_so(tmp_path):
    """After unpacking, the folder holds the files and their stamp, and counts as fresh."""
    package = make_package(tmp_path / "work")
    folder = tmp_path / "thirdparty"
    assert not hook.is_fresh(folder, (package,))
    hook.replace(folder, (package,), tmp_path / "work")
    assert contents(folder) == {"css/style.css": b"body {}", "VERSIONS": hook.stamp((package,)).encode()}
    assert hook.is_fresh(folder, (package,))


def test_folder_is_stale_without_a_file_or_with_another_pin(tmp_path):
    """A new pin, or a file gone, asks for a new fetch."""
    package = make_package(tmp_path / "work")
    folder = tmp_path / "thirdparty"
    hook.replace(folder, (package,), tmp_path / "work")
    assert not hook.is_fresh(folder, (package._replace(version="1.0.1"),))
    (folder / "css" / "style.css").unlink()
    assert not hook.is_fresh(folder, (package,))


def test_new_pins_replace_the_whole_folder(tmp_path):
    """Files of the old pins do not stay behind."""
    folder = tmp_path / "thirdparty"
    old = make_package(tmp_path / "first")._replace(files={"dist/style.css": "css/old.css"})
    hook.replace(folder, (old,), tmp_path / "first")
    new = make_package(tmp_path / "second", b"p {}", "2.0.0")
    hook.replace(folder, (new,), tmp_path / "second")
    assert sorted(contents(folder)) == ["VERSIONS", "css/style.css"]


def test_wrong_checksum_is_one_sentence_and_changes_nothing(tmp_path):
    """A tarball that is not the pinned one is refused before anything is unpacked from it."""
    folder = tmp_path / "thirdparty"
    hook.replace(folder, (make_package(tmp_path / "first"),), tmp_path / "first")
    before = contents(folder)
    other = make_package(tmp_path / "second", version="2.0.0")
    pin = "A" * 86 + "=="
    with pytest.raises(hook.FetchError) as caught:
        hook.replace(folder, (other._replace(sha512=pin),), tmp_path / "second")
    assert str(caught.value) == (
        f"@scope/style 2.0.0 has the sha512 {other.sha512}, not the pinned {pin}; "
        "the registry serves another file than the one that was reviewed."
    )
    assert contents(folder) == before


def test_missing_member_is_one_sentence_and_leaves_no_folder(tmp_path):
    """A package that lost a file we need is refused by the file's name."""
    package = make_package(tmp_path / "work")
    wanting = package._replace(files={**package.files, "dist/gone.js": "gone.js"})
    with pytest.raises(hook.FetchError, match=r"^@scope/style 1\.0\.0 holds no file dist/gone\.js\.$"):
        hook.replace(tmp_path / "thirdparty", (wanting,), tmp_path / "work")
    assert not (tmp_path / "thirdparty").exists()


def test_missing_tarball_is_one_sentence(tmp_path):
    """npm may succeed and still not bring what was asked for."""
    package = make_package(tmp_path / "work")
    (tmp_path / "work" / package.tarball).unlink()
    with pytest.raises(hook.FetchError, match=r"brought no scope-style-1\.0\.0\.tgz for @scope/style"):
        hook.replace(tmp_path / "thirdparty", (package,), tmp_path / "work")


def test_build_ends_in_the_sentence_alone(tmp_path, monkeypatch, capsys):
    """A failed fetch ends the build with its sentence on standard error and no traceback."""

    def refuse(folder: Path) -> None:
        raise hook.FetchError("npm could not fetch the pinned packages.")

    monkeypatch.setattr(hook, "refresh", refuse)
    build = hook.ThirdPartyHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")
    with pytest.raises(SystemExit) as caught:
        build.initialize("standard", {})
    assert caught.value.code == 1
    assert capsys.readouterr().err == "deckmaker cannot be built: npm could not fetch the pinned packages.\n"


@pytest.mark.parametrize(
    ("stderr", "reason"),
    [
        (
            "npm error code ECONNREFUSED\nnpm error syscall connect\nnpm error errno ECONNREFUSED\n"
            "npm error FetchError: request failed, reason: connect ECONNREFUSED\nnpm error     at Client\n",
            "FetchError: request failed, reason: connect ECONNREFUSED",
        ),
        ("npm error code ENOTFOUND\nnpm error network request failed\n", "request failed"),
        (
            "npm ERR! code ETARGET\nnpm ERR! notarget No matching version found.\n",
            "No matching version found",
        ),
        ("sh: npm: not found\n", "sh: npm: not found"),
        ("", "it gave no reason"),
    ],
)
def test_reason_is_the_telling_line_of_npm(stderr, reason):
    """Of npm's many lines, one goes into our sentence, whichever prefix this npm uses."""
    assert hook.npm_reason(stderr) == reason


def library(source: str, name: str) -> bool:
    """Tell whether a built file holds code of a library, by names that its own users give."""
    return all(one in source for one in {"fitty": ("minSize", "multiLine"), "marked": ("walkTokens", "pedantic")}[name])


@pytest.mark.parametrize(("file", "held"), [("reveal.js", ["fitty"]), ("notes.js", ["marked"])])
def test_what_is_built_into_a_file_is_licensed(file, held):
    """A new reveal.js that holds more, or less, changes this."""
    source = (ROOT / hook.THIRDPARTY / "reveal" / file).read_text(encoding="utf-8")
    assert [name for name in ("fitty", "marked") if library(source, name)] == held
    for name in held:
        assert f"reveal/{name}-LICENSE.txt" in {one for package in hook.PACKAGES for one in package.files.values()}


def project_without_what_is_fetched(folder: Path) -> Path:
    """Copy what is built, as a fresh clone has it."""
    shutil.copytree(
        ROOT / "deckmaker", folder / "deckmaker", ignore=shutil.ignore_patterns("thirdparty", "__pycache__")
    )
    for name in ("hatch_build.py", "pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    (folder / ".gitignore").write_text("/deckmaker/data/thirdparty/\n")
    return folder


BUILD = """
import sys
from pathlib import Path
import shutil
import hatchling.build, hatch_build

fetched = Path(sys.argv[2])
hatch_build.refresh = lambda folder: shutil.copytree(fetched, folder, dirs_exist_ok=True)
from hatchling.builders.hooks import custom
load = custom.load_plugin_from_script
custom.load_plugin_from_script = lambda *arguments: hatch_build.ThirdPartyHook
print(getattr(hatchling.build, "build_" + sys.argv[1])(sys.argv[3]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("fresh", [True, False], ids=["a fresh clone", "a folder with what is fetched"])
@pytest.mark.parametrize("kind", ["wheel", "editable", "sdist"])
def test_a_distribution_lists_and_carries_every_licence(kind, fresh, tmp_path):
    """Each is named in the metadata, and there: in the wheel beside the metadata, too."""
    if kind == "editable":
        pytest.importorskip("editables", reason="hatchling asks for it where it installs a project for its developer")
    project = project_without_what_is_fetched(tmp_path / "project")
    fetched = ROOT / hook.THIRDPARTY
    if not fresh:
        shutil.copytree(fetched, project / hook.THIRDPARTY)
    built = tmp_path / "built"
    built.mkdir()
    command = [sys.executable, "-c", BUILD, kind, str(fetched), str(built)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names, metadata = listed_in(built / done.stdout.split()[-1])
    licences = ["LICENSE", *hook.licence_files()]
    assert len(licences) == 9
    assert sorted(metadata.get_all("License-File")) == sorted(licences)
    assert metadata["License-Expression"] == "MIT AND BSD-3-Clause AND OFL-1.1"
    if kind == "sdist":
        assert {*licences} <= names
    else:
        assert {f"licenses/{name}" for name in licences} <= {name.partition(".dist-info/")[2] for name in names}
        assert kind == "editable" or {*licences[1:]} <= names


def listed_in(path: Path) -> tuple[set[str], Message]:
    """Return the files of a distribution, of an sdist below its folder, and its metadata."""
    if path.suffix == ".whl":
        with ZipFile(path) as archive:
            names = set(archive.namelist())
            told = archive.read(next(name for name in names if name.endswith(".dist-info/METADATA")))
        return names, message_from_bytes(told)
    with tarfile.open(path) as archive:
        members = {name.partition("/")[2]: name for name in archive.getnames()}
        stream = archive.extractfile(members["PKG-INFO"])
        assert stream
        return set(members), message_from_bytes(stream.read())


SAFE = {
    "click": (8, 3, 3),
    "fonttools": (4, 60, 2),
    "lxml": (6, 1),
    "markdown-it-py": (2, 2),
    "Pillow": (12, 3),
    "PyYAML": (5, 4),
    "reportlab": (3, 6, 13),
    "uharfbuzz": (0, 53, 2),
}
"""The first versions without a published advisory."""


@pytest.mark.parametrize("name", SAFE)
def test_no_version_with_a_published_advisory_is_taken(name):
    """The lower bound shuts it out."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    (bound,) = (found[1] for one in listed if (found := re.match(rf"{name}>=([0-9.]+)", one)))
    assert tuple(map(int, bound.split("."))) >= SAFE[name]
