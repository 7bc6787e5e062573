"""Texts in a Word document: every character the same, or refused with its place."""

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.run import Run
from hypothesis import given
from hypothesis import strategies as st

import ssrpolicy
from ssrpolicy import ContentError, Passage, PolicyRecord
from ssrpolicy.testing import NASTY_TEXTS, nasty_record, small_record
from ssrpolicy.views import visible
from ssrpolicy_word.text import characters, language_tag, link_target
from tables import each_case

CONTROL = "".join(map(chr, (*range(9), *range(11, 32))))


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROL + "\ufffe\uffff"))
)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    """What python-docx reads of a run is the text, with what acts unseen as its code."""
    run = parse_xml(f"<w:r {nsdecls('w')}>{characters(text, 'It')}</w:r>")
    assert Run(run, None).text == visible(text, controls=False)  # type: ignore[arg-type]  # a run by itself has no parent


def test_every_sign_that_is_seen_stands_in_the_text_itself() -> None:
    """Programs that read the texts alone find hyphens too; only tabs and line ends are marks."""
    words = "SSR-beleid, -instrumenten - en 1 -2"
    assert characters(words, "It") == f'<w:t xml:space="preserve">{words}</w:t>'


def test_odd_texts_stand_in_the_note_character_for_character(
    opened: Callable[..., Document], words: Callable[[Document], str]
) -> None:
    """Formulas, markup, escapes and emoji are text like any other; what acts unseen is shown."""
    shown = words(opened(nasty_record()))
    assert [text for text in NASTY_TEXTS if visible(text, controls=False) not in shown] == []


@each_case("character", ["\x00", "\x07", "\x0b", "\r", "\ufffe", "\ud800"])
def test_what_word_cannot_hold_is_refused_with_its_place(character: str) -> None:
    """The error names the item and field, the character, and the words around it."""
    with pytest.raises(ContentError) as error:
        characters(
            f"Nederland volgt{character} dit nauwgezet", "Source 3, from a#letter: the quote"
        )
    assert str(error.value).startswith(
        f"Source 3, from a#letter: the quote holds the character U+{ord(character):04X}, which a "
        "Word document cannot hold: 'Nederland volgt"
    )


def test_a_control_character_in_a_source_is_refused_by_item_and_field() -> None:
    """A heading in a source that holds one is told by the source, and as its place."""
    small = small_record()
    heading = "De brand\x03weer"
    text = f"Inleiding.\n\n{heading}\n\n{small.documents[0].text}"
    letter = attrs.evolve(small.documents[0], text=text, sha256=None)
    record = attrs.evolve(small, documents=(letter,))
    with pytest.raises(
        ContentError, match=r"Source 1, from small#letter: the place holds.*U\+0003"
    ):
        _report(record)


def test_a_control_character_in_an_option_is_refused_by_its_field() -> None:
    """The place to which an option goes is named."""
    with pytest.raises(ContentError, match=r"at Van, holds the character U\+0007"):
        _report(small_record(), "word", sender="Directie\x07")


def _report(
    record: ssrpolicy.PolicyRecord, reporter: str = "word-dossier", **options: object
) -> None:
    ssrpolicy.report(record, reporter, io.BytesIO(), as_of=dt.date(2011, 4, 1), options=options)


def test_the_whole_title_stands_in_the_note_and_its_beginning_in_the_properties(
    opened: Callable[..., Document],
) -> None:
    """The properties hold 255 characters; a longer title is shortened there, and says so."""
    title = ssrpolicy.LocalText(nl="De zeer lange titel " * 40)
    note = opened(attrs.evolve(small_record(), title=title))
    assert note.paragraphs[0].text == f"Dossier: {title.nl}"
    assert 240 < len(note.core_properties.title) <= 255
    assert note.core_properties.title.endswith("…")


@each_case(
    "url, target",
    [
        (
            "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html",
            "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html",
        ),
        ("https://voorbeeld.nl/een brief?a=1&b=é", "https://voorbeeld.nl/een%20brief?a=1&b=%C3%A9"),
        ("https://voorbeeld.nl/al%20goed", "https://voorbeeld.nl/al%20goed"),
        ("https://[geen-adres", None),
        ("https://", None),
        (f"https://voorbeeld.nl/{'a' * 3000}", None),
    ],
)
def test_an_address_that_word_would_not_open_is_no_link(url: str, target: str | None) -> None:
    """Spaces and letters with accents are written as Word takes them; the rest stays text."""
    assert link_target(url) == target


@each_case("tag, language", [("nl", "nl-NL"), ("en", "en-GB"), ("pt-BR", "pt-BR")])
def test_a_language_is_marked_as_word_knows_it(tag: str, language: str) -> None:
    """Dutch and English get their country; a full tag stays as it is."""
    assert language_tag(tag) == language


def test_a_quote_with_a_form_feed_stands_on_one_line(
    opened: Callable[..., Document], words: Callable[[Document], str]
) -> None:
    """A page break inside a source is white space, in the quote as in the text."""
    small = small_record()
    letter = small.documents[0]
    text = (letter.text or "").replace("hecht aan", "hecht\faan")
    view = attrs.evolve(
        small.positions[0],
        quotes=(Passage(document="letter", quote="De regering hecht\faan een goede brandweer."),),
    )
    record = attrs.evolve(
        small,
        documents=(attrs.evolve(letter, text=text, sha256=None),),
        statements=tuple(view if s.id == view.id else s for s in small.statements),
    )
    assert "“De regering hecht aan een goede brandweer.”" in words(opened(record))


@pytest.fixture(scope="module")
def every_record(fixtures: Path) -> dict[str, PolicyRecord]:
    """The records of the fixtures, by their ids."""
    return {each.id: each for each in ssrpolicy.load_all(fixtures / "records")}


@pytest.mark.heavy
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("reporter", ["word", "word-dossier", "word-annex", "word-changes"])
def test_no_space_follows_another(
    every_record: dict[str, PolicyRecord], opened: Callable[..., Document],
    words: Callable[[Document], str], reporter: str, language: str,
) -> None:  # fmt: skip
    """One space separates sentences, even where a sentence is only the mark of a source."""
    days = {"duinmark-2040-3": dt.date(2042, 2, 15), "lagemeer-2031-7": dt.date(2034, 4, 15)}
    for id, day in {**days, "kst-32123-X-124": dt.date(2010, 12, 31)}.items():
        record = every_record[id]
        since = {"since": day - dt.timedelta(400)} if reporter == "word-changes" else {}
        shown = words(opened(record, language, day, reporter=reporter, **since))
        assert re.findall(r"\S+ {2,}\S+", shown) == []
