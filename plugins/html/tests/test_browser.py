"""The page in a real browser: to and fro, filters, keyboard, paper, and whether all can use it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import attrs
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # has no types
from playwright.sync_api import Page, expect

import ssrpolicy
from ssrpolicy.testing import (
    AS_OF,
    NASTY_TEXTS,
    empty_record,
    large_record,
    nasty_record,
    small_record,
)

pytestmark = pytest.mark.browser

NewPage: TypeAlias = Callable[..., Page]
UNION = "kst-32123-X-124/african-union"


@pytest.fixture(scope="module")
def pages(fixtures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages that the tests open."""
    folder = tmp_path_factory.mktemp("pages")
    letter = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    day = dt.date(2010, 12, 31)
    small = [small_record(), empty_record()]
    ssrpolicy.report(letter, "html", folder / "letter.html", as_of=day)
    ssrpolicy.report(small, "html", folder / "small.html", as_of=AS_OF, language="en")
    # More entries than a page makes at once, and one record that would break out of its own.
    large = [attrs.evolve(large_record(200), id=f"large-{n}") for n in (1, 2, 3)]
    nasty = nasty_record(
        (*NASTY_TEXTS, "</noscript></section><b>geen</b><script>alert(1)</script>")
    )
    ssrpolicy.report([*large, nasty], "html", folder / "large.html", as_of=AS_OF)
    ssrpolicy.report(nasty_record(), "html", folder / "nasty.html", as_of=AS_OF)
    return folder


@pytest.fixture(scope="module")
def wide(new_page: NewPage) -> Page:
    """A wide screen, which shows one page after another: a new one takes longer than its page."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def opened(wide: Page, pages: Path) -> Iterator[Page]:
    """The letter's page on a wide screen, without a network; what it complains of is an error."""
    said: list[str] = []

    def complain(message: object) -> None:
        said.append(str(message))

    wide.on("console", complain)
    wide.on("pageerror", complain)
    _show(wide, pages / "letter.html")
    yield wide
    wide.emulate_media(media="screen")
    wide.remove_listener("console", complain)
    wide.remove_listener("pageerror", complain)
    assert said == []


def _show(page: Page, file: Path) -> None:
    """Open a page anew, also where it is open."""
    page.goto("about:blank")
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")


@pytest.mark.parametrize(
    "name, width, scheme",
    [
        pytest.param("letter", 420, "light", marks=pytest.mark.slow),  # many of a few kinds
        ("small", 1280, "dark"),
        ("small", 420, "light"),
    ],
)
def test_everybody_can_use_it(
    new_page: NewPage, pages: Path, name: str, width: int, scheme: str
) -> None:
    """axe-core finds nothing wrong, and nothing is wider than the screen."""
    page = new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto((pages / f"{name}.html").as_uri())

    # Colours are judged on the small page, which has every kind of entry; on a long one that takes
    # most of a minute.
    colours = {"color-contrast": {"enabled": name == "small"}}
    found = Axe().run(page, options={"resultTypes": ["violations"], "rules": colours})
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()

    assert (found.generate_snapshot(), wider <= 0) == ("", True)


@pytest.mark.parametrize("name", ["nasty", "large"])
def test_nothing_of_a_record_runs(new_page: NewPage, pages: Path, name: str) -> None:
    """Texts that look like markup make no element and no complaint, also where made by script."""
    page = new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto((pages / f"{name}.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("noscript")).to_have_count(0)

    assert page.locator('[id="nasty/promise-20"]').count() == 1
    assert page.locator("article.entry b, article.source b").count() == 0
    assert said == []
    page.close()


def test_a_passage_leads_to_its_entry_and_back(opened: Page) -> None:
    """The words lead to the statement, whose quote leads to the words in the source's own pane."""
    opened.locator(".text mark", has_text="en zal dit proces waar mogelijk").click()

    card = opened.locator(f'[id="{UNION}"]')
    expect(card).to_be_in_viewport()
    assert opened.evaluate("decodeURIComponent(location.hash)") == f"#{UNION}"

    opened.evaluate("document.querySelector('.sources').scrollTop = 0")
    card.locator("figcaption a").click()
    expect(opened.locator(".text mark.on").first).to_be_in_viewport()
    expect(card).to_be_in_viewport()


def test_an_overlap_leads_to_each_of_its_entries_in_turn(opened: Page) -> None:
    """Words that two statements quote lead to the one, and at the next click to the other."""
    mark = opened.locator(".text mark.overlap").first
    seen = []
    for _ in range(2):
        mark.click()
        seen.append(opened.evaluate("location.hash"))

    assert len(set(seen)) == 2


@pytest.mark.parametrize("written", ["african-union", "kst-32123-X-124#african-union"])
def test_a_full_id_of_another_report_leads_to_the_entry(opened: Page, written: str) -> None:
    """An address that ends in the id, short or full, is put right and leads there."""
    opened.evaluate("(hash) => { location.hash = hash; }", written)
    opened.wait_for_function(f"location.hash === '#{UNION}'")
    expect(opened.locator(f'[id="{UNION}"]')).to_be_in_viewport()


def test_filters_and_search_hold_together(opened: Page) -> None:
    """A kind and words show what has both; the marks of all else fade; Clear undoes it."""
    opened.get_by_label("Soort").select_option(label="Toezegging (7)")
    expect(opened.locator("output")).to_have_text("7 van 87 getoond")

    opened.get_by_role("searchbox").fill("MULTILATERAAL african-union")
    expect(opened.locator("output")).to_have_text("1 van 87 getoond")
    assert opened.locator("article.entry:visible").count() == 1
    assert opened.locator(".text mark:not(.off)").count() < opened.locator(".text mark.off").count()

    opened.get_by_role("button", name="Wis").click()
    expect(opened.locator("output")).to_have_text("Alle 87 getoond")
    assert opened.locator("article.entry:visible").count() == 87


def test_the_number_of_a_group_is_that_of_what_is_shown(opened: Page) -> None:
    """Above the entries stands how many of them fit what was chosen."""
    groups = opened.locator("section.group")
    before = groups.locator(".count").all_inner_texts()

    opened.get_by_label("Soort").select_option(label="Toezegging (7)")
    shown = groups.filter(visible=True)
    expect(shown).to_have_count(1)
    expect(shown.locator(".count")).to_have_text("7")

    opened.get_by_role("button", name="Wis").click()
    expect(shown).to_have_count(len(before))
    assert groups.locator(".count").all_inner_texts() == before


def test_an_address_shows_its_entry_whatever_is_filtered(opened: Page) -> None:
    """Following a link to what is filtered away takes the filters off."""
    opened.get_by_label("Soort").select_option(index=1)
    opened.evaluate("(hash) => { location.hash = hash; }", UNION)

    expect(opened.locator(f'[id="{UNION}"]')).to_be_in_viewport()


def test_the_keyboard_goes_everywhere(opened: Page) -> None:
    """The first key press offers a way past the head; a number in the source is a link."""
    opened.keyboard.press("Tab")
    expect(opened.get_by_role("link", name="Naar de inhoud")).to_be_focused()

    opened.locator(".text a.ref").first.focus()
    opened.keyboard.press("Enter")
    assert opened.evaluate("location.hash").startswith("#kst-32123-X-124/")
    expect(opened.locator("article.entry.on")).to_have_count(1)


def test_it_reads_without_script(new_page: NewPage, pages: Path) -> None:
    """Without JavaScript every entry is shown, links lead on, and no form waits in vain."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{(pages / 'letter.html').as_uri()}#{UNION}")

    expect(page.locator(f'[id="{UNION}"]')).to_be_in_viewport()
    assert page.locator("article.entry:visible").count() == 87
    assert page.locator("form:visible").count() == 0
    page.close()


def test_on_paper_all_of_it_is_there(opened: Page, tmp_path: Path) -> None:
    """A print has the source, the entries and the time line's list, and no form."""
    opened.emulate_media(media="print")

    assert opened.locator("form:visible").count() == 0
    assert opened.locator(".sources").evaluate("e => getComputedStyle(e).overflowY") == "visible"
    assert len(opened.pdf(path=tmp_path / "page.pdf")) > 50_000


@pytest.fixture(scope="module")
def busy(new_page: NewPage) -> Page:
    """A wide screen of a browser that has no idle time."""
    page = new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script("window.requestIdleCallback = () => 0")
    return page


@pytest.fixture
def large(busy: Page, pages: Path) -> Page:
    """A page with more entries than are made at once, in which nothing is made in idle time."""
    _show(busy, pages / "large.html")
    return busy


def test_a_large_page_makes_a_record_when_an_address_asks_for_it(large: Page) -> None:
    """An address into a record that is not there yet makes that record and no other."""
    assert large.locator("section.record > noscript").count() == 3

    large.evaluate("location.hash = 'large-3/report-150'")

    expect(large.locator('[id="large-3/report-150"]')).to_be_in_viewport()
    expect(large.locator('[id="large-3/report-150"]')).to_have_class("entry commitment on")
    expect(large.locator('[id="large-2"] > noscript')).to_have_count(1)


def test_a_large_page_searches_what_it_has_not_made(large: Page) -> None:
    """Words find entries of every record, made or not; an address takes the search off again."""
    large.get_by_role("searchbox").fill("Rëport-177 LARGE-2")
    expect(large.locator("output")).to_have_text(f"1 van {_total(large)} getoond")
    expect(large.locator("article.entry:visible")).to_have_count(1)

    large.evaluate("location.hash = 'large-1/report-3'")
    expect(large.locator('[id="large-1/report-3"]')).to_be_in_viewport()


def test_a_large_page_is_whole_on_paper(large: Page) -> None:
    """Before a print, all that was held back is made."""
    large.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert large.locator("article.entry").count() == int(_total(large))


def test_a_large_page_is_whole_without_script(new_page: NewPage, pages: Path) -> None:
    """Without JavaScript every entry of a large page is there, and nothing says to wait."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{(pages / 'large.html').as_uri()}#large-3/report-150")

    expect(page.locator('[id="large-3/report-150"]')).to_be_in_viewport()
    assert page.locator("article.entry").count() == int(_total(page))
    assert page.locator(".wait:visible").count() == 0
    page.close()


def _total(page: Page) -> str:
    """How many entries the page says it has."""
    return str(page.locator("output").get_attribute("data-some")).split()[2]


def test_an_address_that_is_none_harms_nothing(new_page: NewPage, pages: Path) -> None:
    """With an address that cannot be decoded the page still works."""
    page = new_page()
    page.goto(f"{(pages / 'small.html').as_uri()}#100%")

    page.wait_for_selector("html[data-ready]")
    page.close()
