"""Licences as the SPDX licence list names them."""

from __future__ import annotations

import pytest
from license_expression import get_spdx_licensing

from deckmaker.credits import spdx_ids
from deckmaker.credits.spdx_ids import spdx_id


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("CC-BY-4.0", "CC-BY-4.0"),
        ("cc-by-sa-4.0", "CC-BY-SA-4.0"),
        ("odbl-1.0", "ODbL-1.0"),
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://www.creativecommons.org/licenses/by-nc-nd/3.0/deed.de", "CC-BY-NC-ND-3.0"),
        ("https://creativecommons.org/licenses/by-sa/3.0/de/", "CC-BY-SA-3.0-DE"),
        ("https://creativecommons.org/publicdomain/zero/1.0/legalcode", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "CC-PDM-1.0"),
        ("https://www.govdata.de/dl-de/by-2-0", "DL-DE-BY-2.0"),
        ("GFDL-1.2", "GFDL-1.2-only"),
        ("CC-BY-SA-3.0 OR GFDL-1.2-or-later", "CC-BY-SA-3.0 OR GFDL-1.2-or-later"),
        ("cc-by-4.0 AND https://creativecommons.org/publicdomain/zero/1.0/", "CC-BY-4.0 AND CC0-1.0"),
    ],
)
def test_an_id_or_an_address_has_an_id(written, id):
    """However it is spelt; what SPDX calls deprecated is named as it is today."""
    assert spdx_id(written) == id


@pytest.mark.parametrize(
    "written",
    [
        "Getty Images, editorial use",
        "CC BY 4.0",
        "CC-BY-SA-3.0-PL",
        "https://creativecommons.org/licenses/by/3.0/pl/",
        "https://www.gnu.org/licenses/fdl-1.3.html",
        "http://rightsstatements.org/vocab/InC/1.0/",
        "https://example.org/terms",
        "CC-BY-4.0 OR by agreement",
        "OR",
        "",
    ],
)
def test_what_is_not_on_the_list_has_none(written):
    """A name with a slip, a law that the list lacks, an address that several licences share, words."""
    assert spdx_id(written) is None


@pytest.mark.slow
def test_every_id_is_one_to_spdxs_own_tools():
    """No slip in our table."""
    ids = [spdx_id(id) or "" for id in spdx_ids._known().values()]
    assert len(ids) > 80
    assert [id for id in ids if get_spdx_licensing().validate(id).errors] == []
