"""The page: the contract, and that all of a record is in it as text and nothing as markup."""

import base64
import datetime as dt
import hashlib
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from plugins.html.tests.pages import AS_OF, Page, text_of_page

import ssrpolicy
from ssrpolicy import PolicyRecord
from ssrpolicy.reporting import load_plugins, run_report
from ssrpolicy.testing import (
    ReporterContract,
    empty_record,
    large_record,
    nasty_record,
    small_record,
)
from ssrpolicy_html.reporter import HtmlReporter

OWN = {
    *("html", "head", "meta", "title", "style", "script", "body", "header", "main", "footer"),
    *("nav", "section", "article", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a"),
    *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "blockquote", "mark", "small"),
    *("strong", "time", "details", "summary", "table", "thead", "tbody", "tr", "th", "td"),
    *("form", "label", "input", "select", "option", "output", "button"),
    *("svg", "line", "text", "circle", "rect"),
}
"""The elements of the page's own templates."""


@pytest.mark.heavy
class TestHtml(ReporterContract):
    """The reporter of pages keeps the contract of reporters."""

    reporter = HtmlReporter()

    def text_of(self, data: bytes) -> str:
        """Return what a reader of the page sees."""
        return "".join(Page(data.decode("utf-8")).texts)


def test_it_is_installed_as_any_plugin_is() -> None:
    """The reporter is found through its entry point, and principal of its distribution."""
    offered = load_plugins().reporter("ssrpolicy-html:html")

    assert (offered.suffix, offered.media_type, offered.principal) == ("html", "text/html", True)


@pytest.mark.parametrize(
    "record",
    [empty_record(), small_record(), nasty_record(), large_record(20)],
    ids=lambda record: record.id,
)
def test_a_record_adds_text_and_never_markup(record: PolicyRecord) -> None:
    """Whatever a record says, the page has the script, style and elements of its own only."""
    page = Page(text_of_page(record))

    assert len(page.of("script")) == 2
    assert len(page.of("style")) == 1
    assert {tag for tag, _ in page.elements} <= OWN
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    assert not [attrs for _, attrs in page.elements if "style" in attrs]
    assert {link[:1] for link in page.links if not link.startswith("https://")} == {"#"}


@pytest.mark.parametrize("sources", [True, False])
def test_every_link_leads_somewhere(letter: Path, fixtures: Path, sources: bool) -> None:  # noqa: FBT001 - pytest gives it by name
    """No id stands twice, and every link within the page leads to one that is there."""
    for records in ([ssrpolicy.load(letter)], ssrpolicy.load_all(fixtures / "records")):
        page = Page(text_of_page(*records, sources=sources))
        within = {link.removeprefix("#") for link in page.links if link.startswith("#")}
        dots = {to for attrs in page.of("circle") if (to := attrs.get("data-to"))}

        assert len(page.ids) == len(set(page.ids))
        assert within | dots <= set(page.ids)


def test_every_entry_has_the_same_address_on_every_page(letter: Path, fixtures: Path) -> None:
    """An entry is ``record/id``, on the page of its record and on one of several."""
    record = ssrpolicy.load(letter)
    wanted = {f"{record.id}/{entry.id}" for entry in record}

    assert wanted <= set(Page(text_of_page(record)).ids)
    assert wanted <= set(Page(text_of_page(*ssrpolicy.load_all(fixtures / "records"))).ids)


def test_the_source_is_there_word_for_word(letter: Path) -> None:
    """The marks and numbers apart, the page has the letter from its first word to its last."""
    text = text_of_page(ssrpolicy.load(letter))
    source = text[text.index('<div class="text"') : text.index("</article>")]
    bare = re.sub(r'<a class="ref.*?</a>|<small.*?</small>', "", source, flags=re.DOTALL)
    shown = " ".join("".join(Page(bare).texts).split())

    assert shown.startswith(
        "Nr. 124 BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN Aan de Voorzitter"
    )
    assert (
        "Nederland volgt dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur "
        "multilateraal, ondersteunen. De breedte en diepte" in shown
    )
    assert shown.endswith("De minister van Buitenlandse Zaken, M. J. M. Verhagen")


def test_a_passage_of_several_entries_carries_the_numbers_of_all(letter: Path) -> None:
    """Where passages overlap, a segment leads to each entry that quotes it."""
    page = Page(text_of_page(ssrpolicy.load(letter)))
    places = [str(mark.get("data-e", "")).split() for mark in page.of("mark") if "data-e" in mark]

    assert max(len(each) for each in places) >= 2
    assert {int(place) for each in places for place in each} <= set(range(90))


def test_what_nobody_recorded_is_shown(copied_record: Callable[[str], Path]) -> None:
    """An unrecorded sentence is marked in the source, counted, and listed with a link to it."""
    folder = copied_record("kst-32123-X-124")
    path = folder / "record.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"\[\[set_aside\]\]\n(?:[^\n]+\n)+", "", text), encoding="utf-8")

    page = text_of_page(ssrpolicy.load(folder), language="en")

    assert "56 of 58 sentences accounted for" in page
    assert "2 sentences not fully recorded" in page
    assert '<span class="unrecorded" id="kst-32123-X-124/letter@' in page


def test_a_long_sentence_that_nobody_recorded_is_told_by_its_beginning() -> None:
    """The list of gaps leads to the sentence, which stands whole in the source, and once."""
    missed = f"Over {'brandweer en ' * 20}vuur zegt niemand iets"
    small = small_record()
    text = f"{small.documents[0].text}{missed}.\n"
    longer = attrs.evolve(small.documents[0], text=text, sha256=None)
    record = attrs.evolve(small, documents=(longer, *small.documents[1:]))

    assert text_of_page(record).count(missed) == 1
    assert text_of_page(record, sources="no").count(missed) == 1


def test_the_policy_allows_its_own_script_and_style_only() -> None:
    """The digests in the policy are those of the style and script, and nothing else is allowed."""
    page = Page(text_of_page(nasty_record()))
    (content,) = (m["content"] for m in page.of("meta") if "http-equiv" in m)
    rules = dict(part.partition(" ")[::2] for part in str(content).split("; "))

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == digest(page.owned["style"][0])
    assert rules["script-src"] == digest(page.owned["script"][-1])
    assert rules["trusted-types"] == "'none'"
    assert "unsafe" not in str(content)


@pytest.mark.heavy
def test_a_large_page_holds_back_all_records_but_the_first() -> None:
    """From 400 entries on, the script alone may make markup, and each record is told its places."""
    records = [attrs.evolve(large_record(200), id=f"large-{n}") for n in (1, 2, 3)]
    page = Page(text_of_page(*records))
    (content,) = (m["content"] for m in page.of("meta") if "http-equiv" in m)
    sections = [each for each in page.of("section") if each.get("class") == "record"]
    counts = [int(str(each["data-count"])) for each in sections]

    assert "trusted-types page" in str(content).split("; ")
    assert len(page.of("noscript")) == 2
    assert [each["data-from"] for each in sections] == ["0", str(counts[0]), str(2 * counts[0])]


def test_the_index_is_json_that_ends_no_element() -> None:
    """The data for the filters hold no sign with which an element could end."""
    island = Page(text_of_page(nasty_record())).owned["script"][0]

    assert not set("<>&") & set(island)
    assert set(json.loads(island)) >= {"kind", "owners", "places", "sectors", "claimed"}


def test_without_sources_the_page_has_the_quotes_only(letter: Path) -> None:
    """With sources=no the text of the letter is left out, and the page says so."""
    page = text_of_page(ssrpolicy.load(letter), sources="no")

    assert "Den Haag, 29 april 2010" not in page
    assert "De tekst van dit document staat niet op deze pagina." in page
    assert "Nederland volgt dit nauwgezet" in page


def test_without_a_time_line_there_is_none(letter: Path) -> None:
    """With timeline=no neither the picture nor the link to it is there."""
    page = Page(text_of_page(ssrpolicy.load(letter), timeline="no"))

    assert "~dates" not in page.ids
    assert page.of("circle") == []


@pytest.mark.heavy
def test_a_long_time_line_is_counted_by_year() -> None:
    """With more than a few hundred moments, the text alternative is a table of years."""
    record = large_record(500)
    term = record.commitments[0].timeframe
    dated = tuple(
        attrs.evolve(each, timeframe=term) if isinstance(each, ssrpolicy.Commitment) else each
        for each in record.statements
    )
    page = Page(text_of_page(attrs.evolve(record, statements=dated, updates=())))

    assert len(page.of("table")) == 1
    assert "501" in page.texts


def test_the_page_has_neither_working_notes_nor_the_names_of_officials(fixtures: Path) -> None:
    """Nothing of an internal note is anywhere in the file, unless it is asked for."""
    lagemeer = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    day = dt.date(2034, 4, 15)

    page, whole = io.BytesIO(), io.BytesIO()
    remarks = ssrpolicy.report(lagemeer, "html", page, as_of=day)
    assert ssrpolicy.report(lagemeer, "html", whole, as_of=day, options={"internal": "yes"}) == ()

    hidden = ("Het eerste jaarbericht is in voorbereiding.", "S. Blauw", "de Wit", "Nog na te gaan")
    for text in hidden:
        assert text not in page.getvalue().decode()
        assert text in whole.getvalue().decode()
    assert "[Intern] Het eerste jaarbericht is in voorbereiding." in whole.getvalue().decode()
    assert [remark.partition(",")[0] for remark in remarks] == ["2 internal notes left out"]


def test_open_proposals_are_shown_apart_where_they_are_asked_for(fixtures: Path) -> None:
    """As what they are; without the option the page says nothing of them."""
    record = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    bare = attrs.evolve(
        record, requests=(), statements=(), dispositions=(), instruments=(), set_aside=()
    )
    draft = ssrpolicy.draft(bare)
    pages = []
    for shown in (False, True):
        out = io.BytesIO()
        run_report(
            bare, "html", out, as_of=AS_OF, options={"drafts": shown}, drafts=[draft], language="nl"
        )
        pages.append(out.getvalue().decode("utf-8"))

    assert len(draft.proposals) > 10
    assert "waarover nog niet is beslist" not in pages[0]
    assert pages[1].count("<q>") == len(draft.proposals)
    assert "Het staat in geen dossier" in pages[1]
