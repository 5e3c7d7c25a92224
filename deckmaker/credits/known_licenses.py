"""Licences and rights statements that are not Creative Commons', each with the name that it asks for and its address.

Sources: SPDX licence list 3.27; dl-de/by-2-0, (2); Open Government Licence, "You must"; Licence Ouverte 2.0, "Mention
de la paternité"; rightsstatements.org 1.0, whose guidelines ask for the http form of their addresses.
"""

from __future__ import annotations

_GOVERNMENT = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version"
_GNU = "https://www.gnu.org/licenses"

KNOWN = {
    "Apache-2.0": ("Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    "DL-DE-BY-2.0": ("dl-de/by-2-0", "https://www.govdata.de/dl-de/by-2-0"),
    "DL-DE-ZERO-2.0": ("dl-de/zero-2-0", "https://www.govdata.de/dl-de/zero-2-0"),
    "GFDL-1.2": ("GFDL 1.2", f"{_GNU}/old-licenses/fdl-1.2.html"),
    "GFDL-1.2-only": ("GFDL 1.2", f"{_GNU}/old-licenses/fdl-1.2.html"),
    "GFDL-1.2-or-later": ("GFDL 1.2+", f"{_GNU}/old-licenses/fdl-1.2.html"),
    "GFDL-1.3": ("GFDL 1.3", f"{_GNU}/fdl-1.3.html"),
    "GFDL-1.3-only": ("GFDL 1.3", f"{_GNU}/fdl-1.3.html"),
    "GFDL-1.3-or-later": ("GFDL 1.3+", f"{_GNU}/fdl-1.3.html"),
    "LAL-1.3": ("LAL 1.3", "https://artlibre.org/licence/lal/en/"),
    "ODC-By-1.0": ("ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "ODbL-1.0": ("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "OFL-1.1": ("OFL 1.1", "https://openfontlicense.org/"),
    "OGL-Canada-2.0": (
        "Open Government Licence – Canada",
        "https://open.canada.ca/en/open-government-licence-canada",
    ),
    "OGL-UK-1.0": ("Open Government Licence v1.0", f"{_GOVERNMENT}/1/"),
    "OGL-UK-2.0": ("Open Government Licence v2.0", f"{_GOVERNMENT}/2/"),
    "OGL-UK-3.0": ("Open Government Licence v3.0", f"{_GOVERNMENT}/3/"),
    "PDDL-1.0": ("PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
    "etalab-2.0": ("Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
}
"""By SPDX id: name and address."""

STATEMENTS = {
    "InC": "In Copyright",
    "InC-OW-EU": "In Copyright - EU Orphan Work",
    "InC-EDU": "In Copyright - Educational Use Permitted",
    "InC-NC": "In Copyright - Non-Commercial Use Permitted",
    "InC-RUU": "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable",
    "NoC-CR": "No Copyright - Contractual Restrictions",
    "NoC-NC": "No Copyright - Non-Commercial Use Only",
    "NoC-OKLR": "No Copyright - Other Known Legal Restrictions",
    "NoC-US": "No Copyright - United States",
    "CNE": "Copyright Not Evaluated",
    "UND": "Copyright Undetermined",
    "NKC": "No Known Copyright",
}
"""The twelve statements of rightsstatements.org, by the last part of their address."""
