"""The language of each run: a name that exists in one language only keeps it in any note."""

import io
import itertools
import zipfile
from collections.abc import Callable, Iterator

import attrs
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ssrpolicy import Language, LocalText, Party, PolicyRecord
from ssrpolicy.model import terms

DUTCH = "directie Veiligheidsbeleid en Wederopbouw"
ENGLISH = "Office for Rule of Law Assistance"


def spoken_for(record: PolicyRecord, name: LocalText) -> PolicyRecord:
    """The record with a party of its own, which owns the first commitment and says all updates."""
    party = Party(id="eigen-onderdeel", name=name)
    first = record.commitments[0]
    statements = tuple(
        attrs.evolve(each, owners=(party.id,)) if each == first else each
        for each in record.statements
    )
    updates = tuple(attrs.evolve(each, by=party.id) for each in record.updates)
    parties = (*record.parties, party)
    return attrs.evolve(record, parties=parties, statements=statements, updates=updates)


def spoken(note: bytes, part: str = "word/document.xml") -> Iterator[tuple[str, str | None]]:
    """The text of every run of a part, with the language that the run itself has."""
    with zipfile.ZipFile(io.BytesIO(note)) as package:
        root = parse_xml(package.read(part))
    for run in root.iter(qn("w:r")):
        language = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        text = "".join(each.text or "" for each in run.iter(qn("w:t")))
        yield text, None if language is None else language.get(qn("w:val"))


@pytest.mark.parametrize("reporter", ["word", "word-dossier", "word-annex", "word-changes"])
@pytest.mark.parametrize(
    "name, tag", [(LocalText(nl=DUTCH), "nl-NL"), (LocalText(en=ENGLISH), "en-GB")]
)
def test_a_name_keeps_the_language_that_it_exists_in(
    records: dict[str, PolicyRecord],
    bytes_of: Callable[..., bytes],
    reporter: str,
    name: LocalText,
    tag: str,
) -> None:
    """A party with a Dutch name only stands in an English note as Dutch, and the other way."""
    record = spoken_for(records["lagemeer-2031-7"], name)
    language: Language = "nl" if name.nl is None else "en"
    options = {"since": "2031-06-30"} if reporter == "word-changes" else {}
    note = bytes_of(record, language, reporter=reporter, **options)
    found = {
        (text.casefold(), spoken_in)
        for text, spoken_in in spoken(note)
        if str(name).casefold() in text.casefold()
    }
    assert found == {(str(name).casefold(), tag)}


@pytest.mark.parametrize("reporter", ["word-dossier", "word-changes"])
def test_who_is_named_in_words_is_named_in_the_language_of_the_record(
    records: dict[str, PolicyRecord], bytes_of: Callable[..., bytes], reporter: str
) -> None:
    """A colleague with a function, not a code, stands in an English note as Dutch."""
    options = {"since": "2031-06-30"} if reporter == "word-changes" else {}
    by = "J. de Wit, onderzoeker"
    record, tags = records["lagemeer-2031-7"], {}
    assert by in {each.by for each in record.updates}
    for language in ("nl", "en"):
        note = bytes_of(record, language, reporter=reporter, **options)
        tags[language] = {tag for text, tag in spoken(note) if by in text}
    assert tags == {"nl": {None}, "en": {"nl-NL"}}


def test_a_name_in_both_languages_needs_no_language_of_its_own(
    records: dict[str, PolicyRecord], bytes_of: Callable[..., bytes]
) -> None:
    """A party with a name in the note's language is part of its sentence."""
    record = spoken_for(records["kst-32123-X-124"], LocalText(nl=DUTCH, en=ENGLISH))
    found = [each for each in spoken(bytes_of(record, "en")) if ENGLISH in each[0]]
    assert found
    assert {spoken_in for _, spoken_in in found} == {None}


@pytest.mark.parametrize("sources", ["footnotes", "list"])
def test_a_title_in_another_language_is_marked_wherever_it_stands(
    records: dict[str, PolicyRecord], bytes_of: Callable[..., bytes], sources: str
) -> None:
    """The title of a record that is in Dutch only is Dutch in the title of an English note."""
    title = "Nederlandse inzet voor veiligheid"
    record = attrs.evolve(records["kst-32123-X-124"], title=LocalText(nl=title))
    note = bytes_of(record, "en", sources=sources)
    found = {spoken_in for text, spoken_in in spoken(note) if title in text}
    assert found == {"nl-NL"}


def test_the_heading_above_a_quote_is_in_the_language_of_its_source(
    records: dict[str, PolicyRecord], bytes_of: Callable[..., bytes]
) -> None:
    """An English footnote names a heading of the Dutch letter in Dutch."""
    note = bytes_of(records["kst-32123-X-124"], "en")
    found = [each for each in spoken(note, "word/footnotes.xml") if each[0] == "SSR-instrumenten"]
    assert found
    assert {spoken_in for _, spoken_in in found} == {"nl-NL"}


@pytest.mark.parametrize("reporter", ["word", "word-dossier", "word-annex", "word-changes"])
def test_the_words_of_a_term_are_dutch_in_an_english_note(
    records: dict[str, PolicyRecord], bytes_of: Callable[..., bytes], reporter: str
) -> None:
    """They stand in quotation marks, or after a mark where somebody entered them."""
    options = {"since": "2031-06-30"} if reporter == "word-changes" else {}
    record = records["lagemeer-2031-7"]
    entered = {term.phrase for term, by, _ in terms(record) if getattr(by, "document", by) is None}
    found = list(spoken(bytes_of(record, "en", reporter=reporter, **options)))
    said = {term.phrase for term, _, _ in terms(record)}
    in_english = [text for text, tag in found if tag is None]
    assert not [each for each in said for text in in_english if f"“{each}”" in text]
    assert entered
    for (before, _), (text, tag) in itertools.pairwise(found):
        if text in entered:
            assert (before[-8:], tag) == ("[Dutch] ", "nl-NL")
