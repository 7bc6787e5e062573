"""The language of names on a page: what is in another one than the reader's says so."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from plugins.html.tests.pages import text_of_page

import ssrpolicy

UPDATE = """
[[updates]]
statement = "african-union"
date = 2010-11-30
by = "J. de Wit, onderzoeker"
claimed = "in_progress"
"""


def test_a_name_in_another_language_says_which(copied_record: Callable[[str], Path]) -> None:
    """Who made an update is named in the record's language; read aloud, it sounds as that."""
    folder = copied_record("kst-32123-X-124")
    with (folder / "record.toml").open("a", encoding="utf-8") as file:
        file.write(UPDATE)
    record = ssrpolicy.load(folder)

    english, dutch = (text_of_page(record, language=language) for language in ("en", "nl"))

    assert 'dir="auto">by <span lang="nl">J. de Wit, onderzoeker</span></span>' in english
    assert 'dir="auto">volgens J. de Wit, onderzoeker</span>' in dutch


def test_a_code_that_has_a_name_in_one_language_only_says_which(
    copied_record: Callable[[str], Path],
) -> None:
    """An owner, a place or a sector of the record's own may have a Dutch name alone."""
    folder = copied_record("duinmark-2040-3")
    text = (folder / "record.toml").read_text(encoding="utf-8")
    both = 'name = { nl = "ministerie van Recht van Duinmark", en = "Duinmark Ministry of Law" }'
    assert both in text
    dutch = 'name = { nl = "ministerie van Recht van Duinmark" }'
    (folder / "record.toml").write_text(text.replace(both, dutch), encoding="utf-8")

    page = text_of_page(ssrpolicy.load(folder), language="en", as_of=dt.date(2042, 2, 15))

    assert '<dd dir="auto"><span lang="nl">Ministerie van Recht van Duinmark</span></dd>' in page


def test_quoted_words_of_terms_and_deciding_words_say_their_language(
    copied_record: Callable[[str], Path],
) -> None:
    """What a source says in quotation marks is read aloud in its language, what follows is not."""
    record, day = ssrpolicy.load(copied_record("duinmark-2040-3")), dt.date(2042, 2, 15)

    english, dutch = (text_of_page(record, language=each, as_of=day) for each in ("en", "nl"))

    term, ends = "“Vóór 1 mei 2040”", " (up to and including 30\u00a0April 2040)"
    assert f'<dd dir="auto"><span lang="nl">{term}</span>{ends}</dd>' in english
    assert '<dd dir="auto"><span lang="nl">“streeft er doorlopend naar”</span></dd>' in english
    assert '<dd dir="auto">“' not in english
    assert f'<dd dir="auto">{term}' in dutch
