"""Finding a quote in a source, and what the two may differ in."""

import unicodedata

import pytest

from ssrpolicy.evidence import MOST_PLACES, SourceText, Span, same_words
from tables import each_case

BROKEN = """Nederland volgt
dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur multila-
teraal, ondersteunen."""


def found(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[str]:
    """The stretches of the text that a quote is found at."""
    spans = SourceText(text).find(quote, prefix, suffix)
    return [text[span.start : span.end] for span in spans]


def test_quote_as_the_publisher_broke_it(source: SourceText) -> None:
    """A quote pasted with the publisher's line breaks and cut words is found once."""
    (span,) = source.find(BROKEN)
    assert source.text[span.start : span.end].startswith("Nederland volgt")
    assert source.text[span.start : span.end].endswith("multila-\nteraal, ondersteunen.")


@pytest.mark.parametrize(
    "quote",
    [
        "bij voorkeur multilateraal, ondersteunen.",
        "bij voorkeur multila-teraal, ondersteunen.",
        "bij voorkeur multila- teraal, ondersteunen.",
        "bij voorkeur multila-\r\nteraal,\r\nondersteunen.",
        "  bij\u00a0voorkeur\nmultilateraal,\tondersteunen.\n",
        "bij voor\u00adkeur multilateraal, ondersteunen.",
        "bij voor-\nkeur multilateraal, onder-\nsteunen.",
    ],
)
def test_line_breaks_and_hyphens_make_no_difference(source: SourceText, quote: str) -> None:
    """Line breaks, line-end hyphens joined or kept, and soft hyphens do not hide a quote."""
    assert source.find(quote) == (Span(start=5834, end=5877),)


@pytest.mark.parametrize(
    "quote",
    [
        "bij voorkeur multi-lateraal, ondersteunen.",
        "bij voorkeur multi lateraal, ondersteunen.",
        "Bij voorkeur multilateraal, ondersteunen.",
        "bij voorkeur multilateraal ondersteunen.",
        "bij voorkeur bilateraal, ondersteunen.",
        "bijvoorkeur multilateraal, ondersteunen.",
    ],
)
def test_other_words_are_not_found(source: SourceText, quote: str) -> None:
    """A hyphen of another place, other capitals, other marks and other words do not match."""
    assert source.find(quote) == ()


def test_hyphen_inside_a_line_stays(source: SourceText) -> None:
    """A word's own hyphen is found as it is, or broken at a line end, never joined."""
    assert len(source.find("SSR-beleid")) == 6
    assert len(source.find("SSR-\nbeleid")) == 6
    assert source.find("SSRbeleid") == ()
    assert source.find("SSR beleid") == ()


def test_page_break_in_mid_sentence(source: SourceText) -> None:
    """The space that a page break left at a line's start is white space like any other."""
    assert len(source.find("Zo levert Nederland in landen als Afghanistan")) == 1
    assert len(source.find("eveneens SSR-beleid, -instrumenten en -middelen zal")) == 1


def test_quote_that_starts_with_a_hyphen(source: SourceText) -> None:
    """The stretch that is found has the hyphen that the quote starts or ends with."""
    (span,) = source.find("-instrumenten en -middelen")
    assert source.text[span.start : span.end] == "-instrumenten en -middelen"
    assert found("het buitenlands- en veiligheidsbeleid", "buitenlands-") == ["buitenlands-"]
    assert found("veiligheids-\nstructuren", "veiligheids-\n") == ["veiligheids-"]
    assert found("veiligheids-\nstructuren", "-structuren") == ["-\nstructuren"]
    assert found("de inzet", "-inzet") == []
    assert found("de inzet", "inzet-") == []


def test_kinds_of_marks(source: SourceText) -> None:
    """A typed apostrophe, quotation mark or dash finds the publisher's."""
    assert len(source.find("voor het verlenen van steun aan SSR-programma's.")) == 1
    assert len(source.find("toekomstige inzet van - en modaliteiten voor - vredesoperaties")) == 1
    assert found("hij zei \u201eja\u201d", 'zei "ja"') == ["zei \u201eja\u201d"]
    assert found("hij zei \u201eja\u201d", "zei 'ja'") == []


def test_composed_and_decomposed_letters(source: SourceText) -> None:
    """A letter with its accent apart is the same letter; without the accent it is another."""
    quote = unicodedata.normalize("NFD", "de coördinatie en coherentie")
    assert len(source.find(quote)) == 1
    assert source.find("de coordinatie en coherentie") == ()
    apart = unicodedata.normalize("NFD", "één coördinatie, één ïdee")
    assert found(apart, "coördinatie") == [unicodedata.normalize("NFD", "coördinatie")]
    assert found(apart, "één") == [unicodedata.normalize("NFD", "één")] * 2
    assert found(apart, "ïdee") == [unicodedata.normalize("NFD", "ïdee")]
    assert found(apart, "coo") == []


def test_offsets_count_code_points_of_the_untouched_text() -> None:
    """A byte order mark and both signs of a CRLF are characters that count."""
    text = "\ufeffDe regering\r\nmeent\r\ndat \U0001f600 het"
    (span,) = SourceText(text).find("meent dat \U0001f600 het")
    assert span == Span(start=14, end=len(text))


def test_cut_word_that_may_be_read_each_way() -> None:
    """Each line end may be joined, kept or left, in any mixture."""
    text = "SSR-\nbeleid en veiligheids-\nstructuren van de Afgha-\nnen"
    for first in ("SSR-beleid", "SSRbeleid", "SSR- beleid"):
        for last in ("Afghanen", "Afgha-nen", "Afgha-\nnen"):
            assert found(text, f"{first} en veiligheidsstructuren van de {last}") == [text]


def test_no_accent_is_made_up() -> None:
    """A word that lost its diaeresis to a line end is found as it stands, not as it is spelt."""
    text = "de co-\nordinatie"
    assert found(text, "coordinatie") == ["co-\nordinatie"]
    assert found(text, "co-ordinatie") == ["co-\nordinatie"]
    assert found(text, "coördinatie") == []


def test_soft_hyphen_at_a_line_end() -> None:
    """A soft hyphen at a line end may be joined, shown as a hyphen, or be nothing at all."""
    text = "veiligheids\u00ad\nstructuren"
    for quote in ("veiligheidsstructuren", "veiligheids-structuren", "veiligheids structuren"):
        assert found(text, quote) == [text]


def test_dash_between_spaces_is_no_line_end_hyphen() -> None:
    """A dash that ends a line stays a dash, for it stands apart from the words."""
    text = "de inzet \u2013\nook nu"
    assert found(text, "inzet - ook") == ["inzet \u2013\nook"]
    assert found(text, "inzetook") == []
    assert found(text, "inzet ook") == []


def test_every_place_counts() -> None:
    """Places that overlap count each, so that a quote that repeats itself is known to."""
    assert SourceText("ja ja ja").find("ja ja") == (Span(start=0, end=5), Span(start=3, end=8))


def test_prefix_and_suffix_choose_among_places(source: SourceText) -> None:
    """Words right before or after tell two places of the same words apart."""
    assert len(source.find("Vanuit dit perspectief draagt SSR bij aan")) == 2
    (span,) = source.find("Vanuit dit perspectief draagt SSR bij aan", suffix="een professioneler")
    assert source.find("Vanuit dit perspectief", "mensenrechtenbeleid. ") == (
        Span(start=span.start, end=span.start + len("Vanuit dit perspectief")),
    )
    assert source.find("Vanuit dit perspectief", prefix="mensenrechten") == ()


def test_prefix_may_end_in_mid_word() -> None:
    """A prefix and a suffix need no white space towards the quote, nor whole words."""
    text = "per geval en per jaar; SSR-beleid en SSR \u2013 beleid"
    assert [span.start for span in SourceText(text).find("per", suffix="jaar")] == [13]
    assert [span.start for span in SourceText(text).find("per", suffix="ja")] == [13]
    assert [span.start for span in SourceText(text).find("beleid", prefix="SSR-")] == [27, 43]
    assert SourceText(text).find("beleid", prefix="SSR ") == ()
    assert [span.start for span in SourceText(text).find("geval", prefix="per")] == [4]


@each_case("quote", ["", "  \n ", "\u00ad", "\u00a0"])
def test_empty_quote_is_refused(quote: str) -> None:
    """A quote without words is refused, for it would stand everywhere."""
    with pytest.raises(ValueError, match="a quote needs words"):
        SourceText("De regering meent").find(quote)


def test_quote_of_dashes_alone() -> None:
    """A quote of nothing but a dash is found where a dash stands."""
    assert found("van \u2013 en modaliteiten", "-") == ["\u2013"]


def test_quote_that_cuts_a_word(source: SourceText) -> None:
    """A quote that starts or ends in mid-word is found, and is known to cut a word."""

    def cuts(quote: str) -> bool:
        return source.cuts_word(source.find(quote)[0])

    assert cuts("lateraal vormgegeven")
    assert cuts("bij voorkeur multi")
    assert cuts("teraal, ondersteunen")
    assert cuts("voorkeur multila-")
    assert not cuts("bij voorkeur multilateraal, ondersteunen")
    assert not cuts("beleid of SSR-activiteiten")
    assert not cuts(source.text)


def test_same_words() -> None:
    """Two texts say the same when only what the list allows differs."""
    assert same_words("SSR-\nbeleid", "SSR-beleid ")
    assert same_words("programma\u2019s", "programma's")
    assert not same_words("SSR-beleid", "SSR beleid")


@each_case("shift", range(20))
def test_a_large_text_is_searched_through_its_index_with_the_same_result(shift: int) -> None:
    """Words of any length are found in a text large enough to be indexed, wherever they stand."""
    quote = "de motie over veiligheids-\nstructuren, 100 keer, en één woord"
    filler = " ".join(f"woord{number}" for number in range(9_000))
    source = SourceText(f"{filler[: 40 + shift]} {quote}. {filler} {quote}! {filler}")

    assert len(source.concordance.skeleton) > 65_536
    found = source.find(quote)
    assert [source.text[span.start : span.end] for span in found] == [quote, quote]
    assert source.find(f"{quote} nergens") == ()


def test_words_that_stand_very_often_are_found_up_to_a_bound() -> None:
    """A quote that stands at more places than anyone could tell apart ends the search."""
    assert len(SourceText("ja " * 100_000).find("ja " * 50_000)) == MOST_PLACES
