"""Decks in templates as LibreOffice draws them: the words on the lines and in the places that layout decided."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from pptx import Presentation

from tests.agreement.comparison import compare
from tests.agreement.expectation import expected_views
from tests.agreement.gates import PLACE_P99, PLACE_WORST
from tests.agreement.libreoffice import convert_to_pdf
from tests.agreement.pdf_reader import read_pdf
from tests.agreement.report import Kind, Report
from tests.projects import ROOT
from tests.render.pptx.template.building import LAYOUTS, InTemplate, repository_deck
from tests.template import packages
from tests.template.packages import default

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("libreoffice")]

PICTURED = {**LAYOUTS, "title": "Picture with Caption", "closing": "Picture with Caption"}
"""The decks begin with pictures."""

SMALL = "styles:\n  body: {min: 10}\n  column: {min: 10}\n"
"""The templates' texts are of 32 points, and the decks were made for 24."""

TEMPLATES = {
    "wide": lambda: packages.with_brand(packages.widened(default())),
    "narrow": lambda: packages.with_own_map(packages.with_brand(default()), 2),
}
