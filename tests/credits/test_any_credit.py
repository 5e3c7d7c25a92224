"""What holds for every credit, in every language and form."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.credits import credit_runs, strip_runs, words_for
from deckmaker.credits.addresses import written_out
from deckmaker.credits.known_licenses import KNOWN
from deckmaker.credits.languages import LANGUAGES
from deckmaker.credits.licenses import license_of
from deckmaker.model import Credit

texts = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
addresses = st.sampled_from(["https://example.org/b4", "http://example.org/?a=b&c", "https://example.org/%E6%B8%AF/"])
licenses = st.sampled_from([*KNOWN, "CC-BY-4.0", "CC-BY-SA-3.0-DE", "CC0-1.0", "CC-PDM-1.0", "Getty Images", "{}"])
NAMED = ["title", "creator", "publisher", "dataset", "source", "year", "date", "retrieved", "modified", "note"]
credits = st.builds(
    Credit,
    role=st.sampled_from(["picture", "data", "text", "original"]),
    kind=st.none() | st.sampled_from([*words_for("en").kinds]),
    license=st.none() | licenses,
    url=st.none() | addresses,
    via=st.none() | texts | addresses,
    ai=st.none() | st.just("yes") | texts.filter(lambda text: text.casefold() not in ("yes", "true", "no", "false")),
    copyright=st.none() | texts,
    **{name: st.none() | texts for name in NAMED},
)
languages = st.sampled_from([*LANGUAGES])


def read(runs) -> str:
    """Return the words."""
    return "".join(run.text for run in runs)


@given(credits, languages, st.sampled_from(["screen", "paper"]))
def test_no_word_of_a_credit_is_lost(credit, language, form):
    """Every field that says something is read; a licence by its name."""
    shown, words = read(credit_runs(credit, language, form)), words_for(language)
    for value in filter(None, (getattr(credit, name) for name in NAMED)):
        assert value in shown
    if credit.license:
        assert license_of(credit.license).name in shown
    if credit.copyright and not (credit.license and license_of(credit.license).public):
        assert credit.copyright in shown
    if credit.ai:
        assert words.ai in shown and (credit.ai == "yes" or credit.ai in shown)
    if credit.via:
        assert (written_out(credit.via) if form == "paper" else credit.via) in shown
    # Nobody is said to be missing where somebody is there.
    if credit.creator or credit.title or credit.license or credit.url or credit.via:
        assert words.nobody not in shown.replace(credit.modified or "", "").replace(credit.note or "", "")


@given(credits, languages)
def test_links_lead_where_the_credit_says(credit, language):
    """The work to its source, the licence to its deed, names that are addresses to themselves; all that are there."""
    license = license_of(credit.license) if credit.license else None
    known = {credit.url, license and license.url, credit.via if (credit.via or "").startswith("http") else None}
    for form in ("screen", "paper"):
        assert {run.link for run in credit_runs(credit, language, form)} | {None} == known | {None}


@given(credits, languages)
def test_paper_says_all_that_a_screen_does_and_where_links_lead(credit, language):
    """Every address is there in full, but for `https://`, and is a link itself."""
    paper = credit_runs(credit, language, "paper")
    printed = {(run.text, run.link) for run in paper}
    for run in credit_runs(credit, language):
        if run.link:
            assert (written_out(run.link), run.link) in printed
        if not run.text.startswith("http"):
            assert all(word in read(paper) for word in re.findall(r"\w+", run.text))


@given(st.lists(credits, max_size=4), languages)
def test_each_credit_stands_once(credits, language):
    """Twice the same credits are the same strip."""
    assert strip_runs([*credits, *credits], language) == strip_runs(credits, language)
