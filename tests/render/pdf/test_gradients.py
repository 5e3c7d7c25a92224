"""Gradients of drawings in PDF files: what only fades is one colour through a mask, which readers draw sooner."""

from __future__ import annotations

import pikepdf
import pytest

from tests.projects import Project
from tests.render.test_every_picture import rendered

FADING = """<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><linearGradient id="g">
<stop offset="0" stop-color="#FF0000"/><stop offset="1" stop-color="{}" stop-opacity=".2"/></linearGradient>
<path d="M0 0H100V100L50 90L0 100Z" fill="url(#g)"/></svg>"""


@pytest.mark.parametrize(("last", "has_pattern"), [("#FF0000", False), ("#0000FF", True)], ids=["fades", "changes"])
def test_what_only_fades_is_a_colour_under_a_mask(last, has_pattern, tmp_path):
    """What changes its colour, too, is a pattern under a mask."""
    project = Project(tmp_path)
    (tmp_path / "a.svg").write_text(FADING.format(last), encoding="utf-8")
    slide = "{title: A, layout: picture, image: {file: ../a.svg, alt: B, credit: C}}"
    file = rendered(project.document(f"title: T\nslides:\n  - {slide}\n"), "pdf", tmp_path / "a.pdf")
    with pikepdf.open(file) as pdf:
        (form,) = (one for one in pdf.pages[0].Resources.XObject.values() if "/Matrix" in one)
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(form)]
        masks = [one for one in form.Resources.ExtGState.values() if "/SMask" in one]
        assert ("/Pattern" in form.Resources, "scn" in operators, "rg" in operators) == (
            has_pattern,
            has_pattern,
            not has_pattern,
        )
        assert len(masks) == 1
