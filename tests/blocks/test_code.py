"""Code: what is written, what is shown of it in which colours, where it goes on, and what is wrong with one."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from lxml import html
from pptx import Presentation
from pptx.dml.color import MSO_COLOR_TYPE

from deckmaker.budget.decks import DECK_CODE
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Placed, Role, ShapeItem, TextItem
from deckmaker.layout.document import Page
from deckmaker.render.registry import load_renderer
from deckmaker.theme import built_in_themes
from deckmaker.theme.contrast import blended, contrast, rgb
from deckmaker.theme.palette import CODE_COLORS
from tests.projects import DECK, Project

COLORS = {kind: names[0] for kind, names in CODE_COLORS.items()}
"""The colour of each kind of word in the built-in themes."""

MEDIAN = """\
def median(values):
    ordered = sorted(values)  # the smallest first

    return ordered[len(ordered) // 2] or 'none'"""


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def indented(lines: str, depth: int) -> str:
    """Return lines as the block of a YAML text."""
    return "".join(f"{' ' * depth}{line}".rstrip() + "\n" for line in lines.split("\n"))


def deck(lines: str, *keys: str, before: str = "") -> str:
    """Return a deck whose second slide has code with those keys."""
    own = "".join(f"      {key}\n" for key in keys)
    return f"{before}{DECK}  - title: A\n    code:\n{own}      text: |\n{indented(lines, 8)}"


def read(project: Project, written: str) -> Document:
    """Return what becomes of a deck with nothing wrong."""
    document, diagnostics = project.read(written)
    assert document and [one.message for one in diagnostics] == []
    return document


def leaves_of(page: Page) -> list[Placed]:
    """Return what stands on a page, without the groups."""
    return [leaf for one in page.placed for leaf in one.leaves]


def codes_on(document: Document, page: int = 1) -> list[TextItem]:
    """Return the code on a page, from 0."""
    leaves = leaves_of(document.pages[page])
    return [one.item for one in leaves if one.role is Role.CODE and isinstance(one.item, TextItem)]


def drawn(code: TextItem) -> dict[str, str]:
    """Return the colour of each word of code, by the word."""
    return {
        word: run.style.color
        for one in code.setting.lines
        for run in one.runs
        for word in run.text.split()
        if run.style
    }


def rendered(document: Document, name: str) -> bytes:
    """Return an output."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(name, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    assert not [*diagnostics]
    return stream.getvalue()


def test_words_have_the_colours_of_their_kinds(project):
    (code,) = codes_on(read(project, deck(MEDIAN, "language: python")))
    colors = drawn(code)
    assert code.text == MEDIAN
    assert colors["def"] == colors["return"] == colors["or"] == COLORS["keyword"]
    assert colors["median"] == colors["2"] == code.style.color or colors["2"] == COLORS["number"]
    assert colors["#"] == colors["first"] == COLORS["comment"]
    assert colors["'none'"] == COLORS["string"]
    assert colors["ordered"] == code.style.color


@pytest.mark.parametrize("keys", [(), ("language: text",)])
def test_without_a_language_no_word_has_a_colour(project, keys):
    (code,) = codes_on(read(project, deck(MEDIAN, *keys)))
    assert set(drawn(code).values()) == {code.style.color}


def test_the_lines_alone_are_code(project):
    (code,) = codes_on(read(project, f"{DECK}  - title: A\n    code: |\n{indented(MEDIAN, 6)}"))
    assert code.text == MEDIAN


def test_no_sign_in_code_is_a_mark(project):
    lines = "**a** `b` [c](d) ^[e] {{ f }} \\* <b> &amp; x^2^\n- g\n# h\n| i |"
    (code,) = codes_on(read(project, deck(lines.replace("{{ f }}", "{ f }"))))
    assert code.text == lines.replace("{{ f }}", "{ f }")
    assert not code.setting.paragraphs[0].paragraph.footnotes


@pytest.mark.parametrize("info", ["python", "Py", "{.python}", "python {.numberLines}", " python title=a"])
def test_fences_in_a_text_are_code_between_its_other_blocks(project, info):
    text = f"Above:\n\n```{info}\n{MEDIAN}\n```\n\n- below"
    document = read(project, f"{DECK}  - title: A\n    text: |\n{indented(text, 6)}")
    (code,) = codes_on(document)
    assert code.text == MEDIAN
    assert drawn(code)["def"] == COLORS["keyword"]
    roles = [one.role for one in document.pages[1].placed if one.role in (Role.TEXT, Role.LISTING)]
    assert roles == [Role.TEXT, Role.LISTING, Role.TEXT]


def test_code_of_no_known_language_in_a_text_has_no_colours(project):
    document = read(project, f"{DECK}  - title: A\n    text: |\n      ```mermaid\n      graph TD\n      ```\n")
    (code,) = codes_on(document)
    assert (code.text, set(drawn(code).values())) == ("graph TD", {code.style.color})


def test_code_in_an_item_stands_among_its_words_in_colours(project):
    text = "- Say:\n\n  ```python\n  return 1\n  ```"
    document = read(project, f"{DECK}  - title: A\n    text: |\n{indented(text, 6)}")
    (body,) = [one.item for one in document.pages[1].placed if one.role is Role.TEXT]
    assert isinstance(body, TextItem)
    assert drawn(body)["return"] == COLORS["keyword"]


def test_a_title_stands_above_and_a_credit_goes_with_it(project):
    document = read(project, deck(MEDIAN, "title: '`median.py`'", "credit: The board"))
    (group,) = [one for one in document.pages[1].placed if one.role is Role.LISTING]
    title, code = (one for one in group.leaves if isinstance(one.item, TextItem))
    assert (title.role, title.item.text) == (Role.HEADING, "median.py")
    assert title.rect.bottom <= code.rect.y
    credits = document.pages[1].slot("credits")
    assert credits and "The board" in credits.item.text


def panel_behind(document: Document) -> ShapeItem:
    """Return the ground of the code on the second page."""
    (group,) = [one for one in document.pages[1].placed if one.role is Role.LISTING]
    (panel,) = [one.item for one in group.leaves if isinstance(one.item, ShapeItem)]
    return panel


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("theme", built_in_themes())
def test_all_colours_can_be_read_on_the_panel(project, theme, mode):
    """At 4.5:1 (WCAG 2.2, success criterion 1.4.3)."""
    document = read(project, deck(MEDIAN, "language: python", before=f"theme: {theme}\nmode: {mode}\n"))
    palette, panel = document.theme.palette, panel_behind(document)
    ground = blended(rgb(palette[panel.color]), rgb(palette[document.theme.plain.background]), panel.opacity)
    for name in {name for names in CODE_COLORS.values() for name in names}:
        assert contrast(rgb(palette[name]), ground) >= 4.5, name


def test_on_coloured_pages_code_has_the_colour_of_texts(project):
    document = read(
        project, f"{DECK}  - title: A\n    layout: section\n    code: {{language: python, text: return 1}}\n"
    )
    (code,) = codes_on(document)
    assert set(drawn(code).values()) == {code.style.color}


LONG = "answer = fetch(region, begin, end, is_final=True)  # waits for the server, no second more"


def test_a_long_line_makes_its_code_smaller_and_nothing_else(project):
    document = read(project, f"{DECK}  - title: A\n    text: In short\n    code: |\n      {LONG}\n      return 1\n")
    (code,) = codes_on(document)
    assert [line.text.rstrip() for line in code.setting.lines] == [LONG, "return 1"]
    other = read(project, f"{DECK}  - title: A\n    text: In short\n    code: |\n      short\n      return 1\n")
    (short,) = codes_on(other)
    assert code.setting.size < short.setting.size
    texts = [one.pages[1].slot("body") for one in (document, other)]
    assert len({one.item.setting.size for one in texts if one}) == 1


def test_a_line_that_never_fits_goes_on_and_is_told_at_the_size_of_the_others(project):
    document, diagnostics = project.read(deck(" + ".join(f"berth_{n}" for n in range(40))))
    assert document and [one.code for one in diagnostics] == ["wrapped-code"]
    (code,) = codes_on(document)
    assert code.setting.size == code.style.size


def test_long_code_goes_on_between_lines_under_its_title(project):
    lines = "\n".join(f"line_{n} = {n}" for n in range(50))
    document, diagnostics = project.read(deck(lines, "language: python", "title: lines.py"))
    assert document and [one.code for one in diagnostics] == ["split-slide"]
    pages = [codes_on(document, page) for page in range(1, len(document.pages))]
    assert "\n".join(code.text for page in pages for code in page) == lines
    assert len(pages) > 2
    for page in document.pages[1:]:
        assert "lines.py" in [one.item.text for one in leaves_of(page) if isinstance(one.item, TextItem)]
    assert all(drawn(code)["="] == code.style.color for page in pages for code in page)


def test_all_outputs_have_the_lines_and_their_colours(project):
    document = read(project, deck(MEDIAN, "language: python"))
    palette = document.theme.palette

    slide = Presentation(BytesIO(rendered(document, "pptx"))).slides[1]
    (group,) = [one for one in slide.shapes if hasattr(one, "shapes")]
    (frame,) = [one.text_frame for one in group.shapes if one.has_text_frame and "median" in one.text_frame.text]
    assert frame.text.replace("\v", "\n").replace("\u00a0", " ") == MEDIAN
    runs = {run.text.strip(): run.font.color for one in frame.paragraphs for run in one.runs}
    assert runs["def"].type in (MSO_COLOR_TYPE.SCHEME, MSO_COLOR_TYPE.RGB)
    assert runs["# the smallest first"].type is not None

    with pdfplumber.open(BytesIO(rendered(document, "pdf"))) as pdf:
        signs = pdf.pages[1].chars
    assert MEDIAN.replace(" ", "").replace("\n", "") in "".join(one["text"].strip() for one in signs)
    fills = {tuple(round(share, 2) for share in one["non_stroking_color"]) for one in signs}
    for kind in ("keyword", "comment", "string", "number"):
        assert tuple(round(share, 2) for share in rgb(palette[COLORS[kind]])) in fills, kind

    root = html.fromstring(rendered(document, "html"))
    (paragraph,) = [one for one in root.iter("p") if "median" in one.text_content()]
    assert paragraph.text_content().split() == MEDIAN.split()
    classes = {one.text_content().strip(): one.get("class") for one in paragraph.iter("span") if one.get("class")}
    assert classes["def"] == f"color-{COLORS['keyword']}"
    assert {one.tag for one in paragraph.iter()} >= {"code"}

    markdown = rendered(document, "md").decode()
    assert f"```python\n{MEDIAN}\n```\n" in f"{markdown}\n"


def test_markdown_has_longer_fences_than_stand_in_the_code(project):
    document = read(project, deck("a ```` b"))
    assert "\n`````\na ```` b\n`````\n" in rendered(document, "md").decode() + "\n"


def test_a_value_may_stand_in_code(project):
    (code,) = codes_on(read(project, deck("limit = {{ limit }}", before='variables: {limit: "*45* `dB`"}\n')))
    assert code.text == "limit = *45* `dB`"


def test_a_sign_of_values_can_stand_in_code(project):
    (code,) = codes_on(read(project, deck(r"name: \{{ chart.name }}", before="variables: {limit: '45'}\n")))
    assert code.text == "name: {{ chart.name }}"


@pytest.mark.parametrize("where", ["bullets: [{}]", "quote: {}", "callout: {}", "bullets: [a: [{}]]"])
@pytest.mark.parametrize("fence", ["```python", "~~~"])
def test_code_where_none_can_stand_is_told(project, where, fence):
    """Its lines become one, with the name of its language before them."""
    written = f'"{fence}\\na = 1\\n{fence[:3]}"'
    _, diagnostics = project.read(f"{DECK}  - title: A\n    {where.format(written)}\n")
    (found,) = [one for one in diagnostics if one.code == "stays-as-typed"]
    assert "begins no code of several lines here" in found.message and "`code`" in (found.help or "")


def test_what_is_wrong_with_code_is_told_at_its_place(project):
    said = project.said(f"{DECK}  - title: A\n    code: {{language: pyton, text: a}}\n")
    assert "decks/deck.yaml:5:22" in said and "python" in said
    said = project.said(f"{DECK}  - title: A\n    code: {{language: python}}\n")
    assert "missing-key" in said and "text" in said
    said = project.said(f"{DECK}  - title: A\n    code: {{text: ' '}}\n")
    assert "decks/deck.yaml:5:18" in said


def test_there_is_a_bound_of_the_code_that_is_read_for_its_colours(project):
    """Beyond it, the language can be left out: the code itself is a text like others."""
    lines = indented("\n".join(["x = 1"] * (DECK_CODE.most // 12 + 2)), 8)
    slide = f"  - title: B\n    code:\n      language: python\n      text: |\n{lines}"
    _, diagnostics = project.read(f"{DECK}{slide}{slide}")
    (found,) = [one for one in diagnostics if one.severity.value == "error"]
    assert "100,000 characters" in found.message and "language" in (found.help or "")
