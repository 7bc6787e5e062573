"""Texts that were read from pages: broken words, pages, and notes at the end."""

import pytest

from ssrpolicy.evidence import SourceText
from ssrpolicy.model import ApartKind, ApartText, BlockKind, PageStart, TextParts
from tables import each_case

PAGED = (
    "Geachte voorzitter,\n\n"
    "Hierbij informeer ik u over de voortgang. Het kabinet zal de inzet in de komende\n"
    "jaren verhogen en de Kamer hierover in het voorjaar informeren.²\n\n"
    "Hoogachtend,\n\nDe minister van Defensie,\n\nA. de Wit\n\n"
    "¹ Kamerstuk 36 725, nr. 29.\n\n"
    "² Kamerstuk 29 689, nr. 1311,\nen de brief van 3 mei 2024. Deze volgt later.\n"
)
SECOND = PAGED.index("jaren verhogen")
NOTES = PAGED.index("¹ Kamerstuk")
PARTS = TextParts(
    pages=(
        PageStart(start=0, page=1),
        PageStart(start=SECOND, page=2),
        PageStart(start=NOTES, page=1),
        PageStart(start=PAGED.index("² Kamerstuk"), page=2),
    ),
    notes=NOTES,
    apart=(ApartText(kind=ApartKind.PAGE_FOOT, text="Pagina 1 van 2", page=1),),
)


@pytest.fixture
def paged() -> SourceText:
    """A letter of two pages with two notes."""
    return SourceText(PAGED, PARTS)


@each_case("sign", ["\ufffe", "\x02"])
@each_case("end", ["", "\n", " \r\n"])
@each_case("quote", ["randvoorwaarden schept", "randvoor-waarden schept"])
def test_a_broken_word_is_found_joined_or_kept(sign: str, end: str, quote: str) -> None:
    """What a reader of PDF files leaves for a hyphen counts as one at a line end."""
    source = SourceText(f"Het kabinet dat randvoor{sign}{end}waarden schept.")

    (span,) = source.find(quote)
    assert source.text[span.start : span.end] == f"randvoor{sign}{end}waarden schept"
    assert source.display(span.start, span.end) == "randvoorwaarden schept"


def test_a_broken_word_keeps_the_hyphen_that_the_text_has_elsewhere() -> None:
    """Whether the hyphen is shown follows the words that the source itself uses."""
    source = SourceText("Het SSR\ufffebeleid is er. Het SSR-beleid blijft. Wel\ufffe iswaar.")

    assert source.display(0, len(source.text)) == (
        "Het SSR-beleid is er. Het SSR-beleid blijft. Weliswaar."
    )


def test_two_words_are_never_one() -> None:
    """A sign for a broken word is not a space."""
    assert SourceText("randvoor\ufffewaarden").find("randvoor waarden") == ()


def test_a_passage_knows_its_page(paged: SourceText) -> None:
    """A passage is on the page on which it begins, be it that it runs over the page's end."""
    pages = {
        words: paged.describe(paged.find(words)[0]).page
        for words in ("de voortgang", "in de komende jaren verhogen", "hierover in het voorjaar")
    }

    assert pages == {
        "de voortgang": 1,
        "in de komende jaren verhogen": 1,
        "hierover in het voorjaar": 2,
    }


def test_a_text_without_pages_has_none() -> None:
    """Where nobody knows the pages, none is made up."""
    source = SourceText(PAGED)
    assert source.describe(source.find("de voortgang")[0]).page is None


def test_a_sentence_over_the_end_of_a_page_is_one(paged: SourceText) -> None:
    """The words of two pages make one sentence, as its writer meant it."""
    second = (
        "Het kabinet zal de inzet in de komende jaren verhogen en de Kamer hierover in het "
        "voorjaar informeren.²"
    )

    assert [sentence.text for sentence in paged.sentences] == [
        "Hierbij informeer ik u over de voortgang.",
        second,
    ]


def test_notes_are_blocks_of_their_own(paged: SourceText) -> None:
    """Each note is a block; what is quoted from one stands in a note, on no paragraph."""
    notes = [block for block in paged.blocks if block.kind is BlockKind.NOTE]
    place = paged.describe(paged.find("Kamerstuk 29 689, nr. 1311, en de brief")[0])

    assert [PAGED[note.start : note.end] for note in notes] == [
        "¹ Kamerstuk 36 725, nr. 29.",
        "² Kamerstuk 29 689, nr. 1311,\nen de brief van 3 mei 2024. Deze volgt later.",
    ]
    assert (place.kind, place.paragraph, place.page) == (BlockKind.NOTE, None, 2)


def test_a_note_is_in_no_coverage(paged: SourceText) -> None:
    """Nobody has to record the sentences of notes."""
    assert not any("volgt later" in sentence.text for sentence in paged.sentences)
