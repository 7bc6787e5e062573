"""The page breaks no line between a number and its word, and leaves what is quoted as it is."""

import datetime as dt
import html
import io
import re
from pathlib import Path

import pytest

import ssrpolicy

NO_BREAK = "\u00a0"


@pytest.fixture(scope="module")
def page(fixtures: Path) -> str:
    """The page of the letter."""
    out = io.BytesIO()
    record = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    ssrpolicy.report(record, "html", out, as_of=dt.date(2011, 4, 1), language="nl")
    return out.getvalue().decode("utf-8")


def test_a_paper_is_cited_in_one_piece(page: str) -> None:
    """Wherever the page names it: "nr." is never the last of a line."""
    shown = re.sub(r"<style>.*?</style>|<script.*?</script>", "", page, flags=re.DOTALL)
    names = re.sub(
        r'<div class="text".*?</div>|<blockquote.*?</blockquote>', "", shown, flags=re.DOTALL
    )
    assert f"II{NO_BREAK}2009/10, 32123-X, nr.{NO_BREAK}124" in names
    assert re.findall(r"[^“]{0,40}\bnr\. \d+", html.unescape(names)) == []


def test_quotes_and_sources_stay_as_they_are(page: str) -> None:
    """Character for character, so that they are found again."""
    quoted = re.findall(r'<div class="text".*?</div>|<blockquote.*?</blockquote>', page, re.DOTALL)
    assert any("nr. 84" in each for each in quoted)
    assert [each for each in quoted if NO_BREAK in each] == []


def test_what_is_said_of_a_sentence_stands_after_its_full_stop(fixtures: Path) -> None:
    """Between the words and the sign that ends them nothing stands, and no space."""
    out = io.BytesIO()
    record = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    ssrpolicy.report(record, "html", out, as_of=dt.date(2034, 4, 15), language="nl")
    made = out.getvalue().decode("utf-8")

    assert re.search(r'[.,]<small class="aside alert"[^>]*> niet vastgelegd</small>', made)
    assert not re.search(r"</small>[.,;:?!]", made)
