"""The families of themes: where each comes from, and what is said of those that are not at hand or cannot be used."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from PIL import Image

from deckmaker.fonts.family import Standing
from deckmaker.fonts.file_faces import FileFace, faces_in
from deckmaker.theme import font_files
from tests.brand_fonts import INTER, INTER_STYLES, NOTO_SANS, write_theme
from tests.fonts.damaged import DAMAGES, damaged, patched, postscript, sfnt, small
from tests.fonts.font_making import of_symbols, opened, with_os2
from tests.installed_fonts import fonts_in
from tests.projects import DECK, Project
from tests.samples import mostly_slow
from tests.soak.fonts import odd_fonts

DECK = "theme: ../house.yaml\n" + DECK
LETTERS = "Night noise •-▪–"
SAID_OF_FONTS = {"unusable-font", "missing-glyph", "fallback-font", "missing-face", "forbidden-font", "text-too-long"}
SAID_OF_FONTS |= {"wrong-value"}  # of list markers that the font lacks


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck names a theme file, which a test writes."""
    return Project(tmp_path)


def read(project: Project, theme: str, deck: str = DECK):
    """Return a deck's document with this theme, and what is said: code, place, message and help."""
    (project.folder / "house.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    document, diagnostics = project.read(deck)
    places = [one.span.place.rsplit("/", 1)[-1] if one.span else "" for one in diagnostics]
    said = [(one.code, where, one.message, one.help) for one, where in zip(diagnostics, places, strict=True)]
    return document, said


def body(project: Project, *files: Path, family: str = "Inter", more: str = ""):
    """Return a deck's document and what is said where its body is of a family in files."""
    theme = write_theme(project.folder, family, files, more, name="house")
    document, diagnostics = project.read(DECK)
    assert theme.exists()
    return document, [(one.code, one.message, one.help) for one in diagnostics]


def test_one_of_offices_five_is_its_twin(project):
    """In either form."""
    document, said = read(project, "fonts: {heading: Arial, body: {family: Georgia}}\n")
    assert said == [] and document.theme.fonts == {"heading": "Arial", "body": "Georgia", "code": "Courier New"}
    assert {one.standing for one in document.theme.families.values()} == {Standing.TWIN}


def test_a_family_in_files_is_drawn_by_them(project):
    """Whether they are named from the theme's folder or from another theme's that it extends."""
    inner = project.folder / "brand"
    inner.mkdir()
    write_theme(inner, "Inter", INTER_STYLES)
    (project.folder / "house.yaml").write_text("extends: brand/brand.yaml\nfonts: {heading: Georgia}\n")
    document, diagnostics = project.read(DECK)
    assert list(diagnostics) == []
    family = document.theme.families["body"]
    assert (family.name, family.standing, family.generic) == ("Inter", Standing.FILES, "sans-serif")
    assert not family.lacks_a_face


def test_files_that_are_inherited_can_be_dropped(project):
    """Mappings join key by key: another name alone would keep them."""
    write_theme(project.folder, "Inter", INTER_STYLES)
    path = project.folder / "house.yaml"
    path.write_text("extends: brand.yaml\nfonts: {body: {family: Georgia}}\n", encoding="utf-8")
    said = [(one.code, one.help) for one in project.read(DECK)[1]]
    assert said == [("unusable-font", "name its own files, or drop those that are inherited: `files: null`")]
    for text in ("{family: Georgia, files: null}", "Georgia"):
        path.write_text(f"extends: brand.yaml\nfonts: {{body: {text}}}\n", encoding="utf-8")
        assert project.document(DECK).theme.families["body"].standing is Standing.TWIN


def test_a_family_that_is_installed_is_found(project, tmp_path):
    """By its name; nothing is looked for where a theme names Office's."""
    with fonts_in(INTER["400Regular"].parent, INTER["700Bold"].parent):
        document, said = read(project, "fonts: {body: Inter}\n")
        assert said == [] and document.theme.families["body"].standing is Standing.MACHINE
        document, said = read(project, "fonts: {body: Intr}\n")
    help = "did you mean `Inter`? Else install it, or name its files: `{family: Intr, files: [...]}`"
    message = "`Intr` is not installed: PDF and HTML show Arial in its place, and the PPTX names it"
    assert said == [("absent-font", "house.yaml:2:15", message, help)]
    assert (document.theme.fonts["body"], document.theme.families["body"].face(True, False).family) == ("Intr", "Arial")


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    ("fonts", "drawn"),
    [
        ("body: Harbour Grotesk", "Arial"),
        ("body: Harbour Serif", "Times New Roman"),
        ("body: Harbour Sans Serif", "Arial"),
        ("body: Harbour Mono", "Courier New"),
        ("code: Harbour", "Courier New"),
        ("body: Calibri Light", "Calibri"),
        ("body: Georgia Pro", "Georgia"),
        ("body: Times", "Times New Roman"),
        ("body: {family: Harbour Grotesk, substitute: Calibri}", "Calibri"),
        ("body: {family: Calibre, substitute: Calibri}", "Calibri"),
    ],
)
def test_a_family_that_is_not_at_hand_has_a_substitute(project, fonts, drawn):
    """The one that is stated, or that of its kind; a deck is built."""
    with fonts_in():
        document, said = read(project, f"fonts: {{{fonts}}}\n")
    role = fonts.partition(":")[0]
    assert [code for code, *_ in said] == ["absent-font"] and drawn in said[0][2]
    assert document.theme.families[role].face(False, False).family == drawn
    assert document.theme.fonts[role] not in ("Arial", "Calibri")


def test_one_family_in_two_roles_is_told_once(project):
    """It has one file and one mistake."""
    with fonts_in():
        _, said = read(project, "fonts: {heading: Harbour Grotesk, body: Harbour Grotesk}\n")
    assert len(said) == 1


def test_another_family_in_the_file_is_named(project):
    """PowerPoint would look for a name that no font has."""
    _, said = body(project, INTER["400Regular"], family="Intre")
    message = "no file of `Intre` is of that family: they hold `Inter`"
    assert said == [("unusable-font", message, "did you mean `Inter`?")]


@pytest.mark.parametrize(
    ("path", "code"),
    [("../../elsewhere.ttf", "outside-project"), (".fonts/a.ttf", "hidden-file"), (".", "unusable-font")],
)
def test_a_file_is_reached_by_the_rule_of_all_files(project, path, code):
    """Within the project, and not hidden."""
    (project.folder / ".fonts").mkdir()
    _, said = read(project, f"fonts: {{body: {{family: Inter, files: ['{path}']}}}}\n")
    assert [(one[0], one[1]) for one in said] == [(code, "house.yaml:2:39")]


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("rights", [0x002, 0x200])
def test_a_font_that_may_not_be_embedded_is_named_and_not_drawn(project, rights, tmp_path):
    """Its own kind stands in its place, or what is stated."""
    file = with_os2(INTER["400Regular"], tmp_path / "a.ttf", fsType=rights)
    document, said = body(project, file)
    assert [code for code, *_ in said] == ["forbidden-font"] and "show Arial in its place" in said[0][1]
    assert document.theme.fonts["body"] == "Inter"
    assert {key.family for key in document.theme.families["body"].faces} == {"Arial"}
    document, said = body(project, file, more=", substitute: Georgia")
    assert "show Georgia in its place" in said[0][1]


def test_a_font_of_symbols_is_refused(project, tmp_path):
    """Letters would come from others, and nothing of it would be seen."""
    _, said = body(project, of_symbols(INTER["400Regular"], tmp_path / "a.ttf"))
    assert said == [
        (
            "unusable-font",
            "`Inter` cannot be used: `a.ttf` holds no letters: it is a font of signs",
            "take another file of it, such as the one that its maker offers",
        )
    ]


def test_a_web_font_is_refused_with_what_to_take(project, tmp_path):
    """WOFF and WOFF2 hold the same, packed otherwise."""
    font = opened(INTER["400Regular"])
    font.flavor = "woff"
    font.save(tmp_path / "a.woff")
    _, said = body(project, tmp_path / "a.woff")
    message, help = "`fonts/a.woff` is a web font (WOFF)", "take the .ttf or .otf from which it was made"
    assert said == [("unusable-font", message, help)]


def test_fonts_that_are_larger_than_any_are_not_read(project, monkeypatch):
    """Of many files all together: what is read is held."""
    size = INTER["400Regular"].stat().st_size
    monkeypatch.setattr(font_files, "FONT_BYTES", replace(font_files.FONT_BYTES, most=size + 1_000))
    assert body(project, INTER["400Regular"])[0]
    document, said = body(project, INTER["400Regular"], INTER["700Bold"])
    other = INTER["700Bold"].stat().st_size
    message = f"`fonts/Inter_700Bold.ttf` has {other:,} bytes, and those before it {size:,}"
    message += f": the font files of a family may have {size + 1_000:,}"
    assert document is None and said == [("unusable-font", message, None)]


def test_a_font_that_forbids_subsets_and_has_postscript_outlines_is_not_embedded(project):
    """A PDF has its glyphs drawn anew, and so never all of them."""
    font = sfnt(patched(postscript(), b"OS/2", 8, b"\x01\x00"))
    said = made(project, font, "Noto Sans CJK JP")
    assert said[0][0] == "forbidden-font" and "its licence forbids subsets" in said[0][1]


def inter() -> dict[bytes, bytes]:
    """Return the tables of Inter with a few letters."""
    return small(opened(INTER["400Regular"]), LETTERS)


def made(project: Project, content: bytes, family: str = "Inter"):
    """Return what is said of a deck in a font of this content, which is built if it is accepted."""
    file = project.folder / "a.ttf"
    file.write_bytes(content)
    document, said = body(project, file, family=family)
    assert {code for code, *_ in said} <= SAID_OF_FONTS
    if document:
        from tests.soak.files_of import files_of
        from tests.soak.fonts import check_files

        check_files(files_of(document))
    return said


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize(
    ("tag", "at", "value", "reason"),
    [
        (b"head", 18, b"\0\0", "has 0 units to an em, and fonts have 16 to 16,384"),
        (b"head", 18, b"\xff\xff", "has 65535 units to an em, and fonts have 16 to 16,384"),
    ],
)
def test_a_value_beyond_all_bounds_is_told(project, tag, at, value, reason):
    """Where every width hangs on it."""
    said = made(project, sfnt(patched(inter(), tag, at, value)))
    assert [(code, message) for code, message, _ in said] == [("unusable-font", f"`fonts/a.ttf` {reason}")]


TABLES = ("GPOS", "GSUB", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")


@pytest.mark.alike(every=7)
@pytest.mark.sampled(every=18)
@pytest.mark.parametrize("how", DAMAGES)
@pytest.mark.parametrize("tag", mostly_slow(TABLES, every=4))
def test_a_damaged_font_is_told_or_built_and_never_more(project, tag, how):
    """No traceback, whatever is in a table; what is accepted is sound in every output."""
    with fonts_in():
        made(project, sfnt(damaged(inter(), tag.encode().ljust(4), how)))


@pytest.mark.parametrize("content", [b"", b"OTTO", b"\0\1\0\0" + b"\xff" * 200, b"ttcf" + b"\xff" * 100])
def test_what_is_no_font_is_told(project, content):
    """As what it is, by its path in the theme."""
    ((code, message, _),) = made(project, content)
    assert code == "unusable-font" and message.startswith("`fonts/a.ttf` ")


@pytest.mark.slow
def test_a_font_of_bitmaps_alone_is_refused(project):
    """No size but their own shows them well."""
    tables = {tag: table for tag, table in inter().items() if tag not in (b"glyf", b"loca")}
    ((_, message, _),) = made(project, sfnt(tables | {b"EBDT": b"\0\2\0\0", b"EBLC": b"\0\2\0\0\0\0\0\0"}))
    assert message == "`fonts/a.ttf` has no outlines"


def test_a_style_that_is_missing_is_told_once_where_it_is_first_drawn(project):
    """And not of styles that no text has."""
    write_theme(project.folder, "Inter", [INTER["400Regular"]], name="house")
    deck = DECK + "    text: a **b** c **d**\n  - title: Two\n    text: '**e** and `f`'\n"
    _, diagnostics = project.read(deck)
    found = [(one.code, one.span.line, one.message) for one in diagnostics]
    assert ("missing-face", 4, "`Inter` has no bold: its regular is drawn, in all outputs") in found
    assert [message for code, _, message in found].count(found[0][2]) == 1 and "italic" not in str(found)


def test_an_inherited_marker_gives_way_to_a_plainer_one(project, tmp_path):
    """A brand's font seldom has a square; one that the theme's author wrote it must have."""
    font = opened(INTER["400Regular"])
    for table in font["cmap"].tables:
        table.cmap.pop(0x25AA, None)
    font.save(tmp_path / "a.ttf")
    document, said = body(project, tmp_path / "a.ttf")
    assert document.theme.lists.bullet == "•" and [code for code, *_ in said if code != "missing-face"] == []
    theme = (project.folder / "house.yaml").read_text() + "lists: {bullet: ▪}\n"
    (project.folder / "house.yaml").write_text(theme, encoding="utf-8")
    assert "`bullet` needs a glyph for `▪`, and the body font Inter has none" in project.said(DECK)


def test_a_picture_is_no_font(project):
    """Whatever its name."""
    Image.new("RGB", (4, 4)).save(project.folder / "a.png")
    _, said = read(project, "fonts: {body: {family: Inter, files: [a.png]}}\n")
    assert said[0][2] == "`a.png` is no TrueType or OpenType font"


def test_a_theme_of_offices_families_looks_for_no_font(project, monkeypatch):
    """It takes a tenth of a second for a hundred fonts."""
    from deckmaker.fonts import own_families

    monkeypatch.setattr(own_families, "machine_faces", lambda: pytest.fail("fonts were looked for"))
    _, said = read(project, "fonts: {body: Arial}\n")
    assert said == []


def test_variable_fonts_are_whole_families(project):
    """An upright and an italic file have all four styles."""
    document, said = body(project, *NOTO_SANS, family="Noto Sans")
    assert said == [] and not document.theme.families["body"].lacks_a_face


@pytest.mark.slow
@given(odd_fonts())
def test_whatever_a_file_holds_is_told_or_built(font):
    """Tables gone, cut or of other bytes, in TrueType and PostScript outlines, under any name."""
    with TemporaryDirectory() as folder, fonts_in():
        project = Project(Path(folder))
        file = Path(folder) / "a.ttf"
        file.write_bytes(font.content)
        names = [one.family for one in faces_in(file) if isinstance(one, FileFace)]
        made(project, font.content, json.dumps((names or ["Inter"])[0]))
