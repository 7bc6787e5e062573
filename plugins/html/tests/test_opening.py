"""The page opens with its answer: two sentences, what is late, and lists that follow the reader."""

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

import attrs
import pytest
from playwright.sync_api import Page, expect

import ssrpolicy
from ssrpolicy import Language, LocalText, PolicyRecord, Request, Statement
from ssrpolicy.testing import empty_record, small_record
from ssrpolicy.views import label, reading_page

NewPage: TypeAlias = Callable[..., Page]
EntryOf = TypeVar("EntryOf", Request, Statement)
AS_OF = dt.date(2042, 2, 15)


@pytest.fixture(scope="module")
def clean(fixtures: Path) -> PolicyRecord:
    """The invented record that is in order."""
    return ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")


@pytest.fixture(scope="module")
def markup(clean: PolicyRecord) -> str:
    """Its page in Dutch."""
    out = io.BytesIO()
    ssrpolicy.report(clean, "html", out, as_of=AS_OF, language="nl")
    return out.getvalue().decode()


def opened(new_page: NewPage, markup: str, folder: Path, *, width: int, height: int) -> Page:
    """The page on a screen of a size."""
    path = folder / "page.html"
    path.write_text(markup, encoding="utf-8")
    page = new_page(viewport={"width": width, "height": height})
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    return page


def test_two_sentences_say_what_it_is_and_where_it_stands(clean: PolicyRecord) -> None:
    """The letter, what the record holds, and how much is late, soon due and shown."""
    read = reading_page([clean], as_of=AS_OF, language="nl")

    assert read.sentences == (
        (
            "Dit dossier gaat over de brief van 6 februari 2040 (VERZONNEN-2040-3) en wat daarop "
            "is gevolgd; het bevat 6\N{NO-BREAK SPACE}verzoeken, 9\N{NO-BREAK SPACE}antwoorden en "
            "19\N{NO-BREAK SPACE}toezeggingen."
        ),
        (
            "Stand per 15 februari 2042: bij 2\N{NO-BREAK SPACE}toezeggingen is de termijn "
            "verstreken, bij 2 loopt die binnenkort af en bij 8 is aangetoond dat eraan is "
            "voldaan. Voor 2\N{NO-BREAK SPACE}toezeggingen is geen einddatum vastgelegd."
        ),
    )


@pytest.mark.parametrize(
    "language, said",
    [
        ("nl", "van geen toezegging is een einddatum vastgelegd, en van geen is aangetoond"),
        ("en", "no due date is recorded for any commitment, and none has been shown"),
    ],
)
def test_of_promises_without_an_end_no_term_is_said_to_run(
    fixtures: Path, language: Language, said: str
) -> None:
    """Where nothing is dated, that no term passed would be true of nothing."""
    letter = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    second = reading_page([letter], as_of=AS_OF, language=language).sentences[1]

    assert said in second
    assert "verstreken" not in second
    assert "overdue" not in second


def test_where_nothing_is_late_it_says_so() -> None:
    """None is a word, and nothing is listed as pressing."""
    read = reading_page([small_record()], as_of=dt.date(2010, 5, 1), language="en")

    assert "no commitments overdue, none due soon, and none shown" in read.sentences[1]
    held = read.sentences[0].replace("\N{NO-BREAK SPACE}", " ")
    assert held.endswith("it contains 1 request, 1 answer and 1 commitment.")
    assert read.pressing == ()


@pytest.mark.parametrize(
    "language, none", [("nl", "het bevat geen enkele toezegging."), ("en", "no commitments.")]
)
def test_of_a_record_with_nothing_in_it_no_number_is_said(language: Language, none: str) -> None:
    """As when its proposals are still to be decided about: then that is what there is to say."""
    read = reading_page([empty_record()], as_of=dt.date(2010, 5, 1), language=language)

    assert read.sentences[0].endswith(none)
    assert read.sentences[1] == label("briefing.nothing_recorded", language)


def test_what_presses_is_named_with_whose_it_is(clean: PolicyRecord) -> None:
    """The longest overdue first, each leading to its entry."""
    overdue, soon = reading_page([clean], as_of=AS_OF, language="nl").pressing

    assert [(each.entry, whose) for each, whose in overdue.commitments] == [
        ("prison-review", "Ministerie van Recht van Duinmark, 30 juni 2041"),
        ("radio-network", "Ministerie van Landsverdediging van Duinmark, 31 december 2041"),
    ]
    assert [each.entry for each, _ in soon.commitments] == ["second-account", "head-of-school"]


def test_a_page_of_dutch_summaries_says_so_once_and_tags_each(clean: PolicyRecord) -> None:
    """No mark stands before them; a screen reader hears each of them as Dutch."""

    def dutch(entry: EntryOf) -> EntryOf:
        return attrs.evolve(entry, summary=LocalText(nl=entry.summary.text("nl")))

    record = attrs.evolve(
        clean,
        title=None,
        requests=tuple(map(dutch, clean.requests)),
        statements=tuple(map(dutch, clean.statements)),
    )
    out = io.BytesIO()
    ssrpolicy.report(record, "html", out, as_of=AS_OF, language="en")
    made = out.getvalue().decode()
    pressing = made[made.index('<section class="pressing"') : made.index('<ul class="figures"')]
    details = re.findall(r"<dd[^>]*><a [^>]*>.*?</a></dd>", made)

    assert made.count("Summaries and notes are in Dutch") == 1
    assert "[Dutch]" not in pressing
    assert pressing.count("<a ") == pressing.count('lang="nl"') == 4
    assert [each for each in details if '<span lang="nl">' in each]


def test_a_position_has_no_status(markup: str) -> None:
    """Nothing can come of what a government thinks; a claim has all three axes."""
    cards = dict(
        re.findall(r'<article class="entry [^>]*id="([^"]+)"(.*?)</article>', markup, re.DOTALL)
    )

    assert 'class="standing"' not in cards["duinmark-2040-3/courts-matter"]
    assert cards["duinmark-2040-3/yard-stopped"].count('<div class="v-') == 3


def test_few_dates_make_no_time_line() -> None:
    """With fewer than five there is neither the picture nor the link to it."""
    out = io.BytesIO()
    ssrpolicy.report(small_record(), "html", out, as_of=dt.date(2010, 5, 1), language="nl")
    assert 'id="~dates"' not in out.getvalue().decode()


def test_the_line_of_the_day_is_labelled(markup: str) -> None:
    """The line across the time line says which day it is."""
    assert re.search(
        r'<line class="today"[^>]*/><text class="year day-of"[^>]*>15\u00a0februari 2042<', markup
    )


@pytest.mark.browser
@pytest.mark.parametrize("width, height", [(1280, 800), (420, 800)])
def test_its_answer_stands_on_the_first_screen(
    new_page: NewPage, markup: str, tmp_path: Path, width: int, height: int
) -> None:
    """Sentences and everything that presses are seen without scrolling."""
    page = opened(new_page, markup, tmp_path, width=width, height=height)
    bottoms = page.locator(".answer-first, .pressing li").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().bottom)"
    )
    page.close()

    assert len(bottoms) == 5
    assert max(bottoms) <= height


@pytest.mark.browser
def test_counts_follow_the_other_choices(new_page: NewPage, markup: str, tmp_path: Path) -> None:
    """With one owner chosen, each other list counts that owner's entries; its own list all."""
    page = opened(new_page, markup, tmp_path, width=1280, height=800)
    kinds = page.locator("select[data-key=kind] option", has_text="Toezegging")
    expect(kinds).to_have_text("Toezegging (19)")
    owner = page.locator("select[data-key=owners]")
    owner.select_option(label=owner.locator("option", has_text="Schatkist").inner_text())
    expect(kinds).to_have_text("Toezegging (1)")
    own = owner.locator("option", has_text="Recht van").inner_text()
    page.locator("button[type=reset]").click()
    expect(kinds).to_have_text("Toezegging (19)")
    again = owner.locator("option", has_text="Recht van").inner_text()
    page.close()

    assert own == again


@pytest.mark.slow
@pytest.mark.browser
def test_paper_takes_the_sources_or_the_commitments_alone(
    new_page: NewPage, markup: str, tmp_path: Path
) -> None:
    """What is chosen to print is there, and the rest is not."""
    page = opened(new_page, markup, tmp_path, width=1280, height=800)
    page.emulate_media(media="print")
    seen = {}
    for choice in ("all", "sources", "commitments"):
        page.evaluate(
            "value => { const s = document.getElementById('~print'); s.value = value;"
            " s.dispatchEvent(new Event('change', { bubbles: true })); }",
            choice,
        )
        seen[choice] = tuple(
            page.locator(f"{each}:visible").count()
            for each in (
                ".sources",
                ".entry.commitment",
                ".entry.position",
                ".entry.request",
                ".count",
            )
        )
    page.close()

    assert seen["all"] == (1, 19, 4, 6, 3)
    assert seen["sources"] == (1, 0, 0, 0, 0)
    # A number of statements would be that of more than commitments.
    assert seen["commitments"] == (0, 19, 0, 0, 0)
