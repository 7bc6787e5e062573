"""Where a quote that is not found was probably meant to stand."""

import pytest

from ssrpolicy.evidence import Change, NearMiss, NearMissKind, SourceText, near_misses


def nearest(source: SourceText, words: str) -> tuple[str, NearMiss]:
    """The nearest passage on one line, and the near miss."""
    miss = near_misses(source, words)[0]
    return source.display(miss.span.start, miss.span.end), miss


def test_other_capitals(source: SourceText) -> None:
    """Words that stand there in other capitals are found, and said to differ in that."""
    words, miss = nearest(source, "nederland volgt dit nauwgezet")
    assert (words, miss.kind) == ("Nederland volgt dit nauwgezet", NearMissKind.CASE)
    assert miss.difference == "the source has 'Nederland' for 'nederland'"


def test_other_accents(source: SourceText) -> None:
    """Words that stand there with accents are found without them."""
    words, miss = nearest(source, "voor de coordinatie en coherentie van de internationale inzet")
    assert words == "voor de coördinatie en coherentie van de internationale inzet"
    assert (miss.kind, miss.changes) == (
        NearMissKind.LETTERS,
        (Change(quoted="coordinatie", source="coördinatie"),),
    )


@pytest.mark.parametrize("dots", ["...", "[...]", "\u2026", "(\u2026)", "[ ... ]"])
def test_words_left_out(source: SourceText, dots: str) -> None:
    """A quote with dots is found from its first to its last piece, with what it left out."""
    quote = f"Nederland volgt dit {dots} en bij voorkeur multilateraal, ondersteunen."
    words, miss = nearest(source, quote)
    assert words.startswith("Nederland volgt dit nauwgezet en zal")
    assert words.endswith("en bij voorkeur multilateraal, ondersteunen.")
    assert miss.kind is NearMissKind.ELLIPSIS
    assert miss.difference == (
        "words are left out: 'nauwgezet en zal dit proces waar mogelijk,'; quote each piece by"
        " itself"
    )


def test_dots_at_the_edge(source: SourceText) -> None:
    """Dots before or after the words are all that is wrong."""
    words, miss = nearest(source, "... effectief wordt gebruikt ...")
    assert words == "effectief wordt gebruikt"
    assert miss.difference == "the source does not have the dots"


@pytest.mark.parametrize(
    "quote, expected",
    [
        ("maximaal 150 personen per jaar", "maximaal 100 personen per jaar"),
        ("153 uitzendbare functionarisen", "153 uitzendbare functionarissen"),
        ("veiligheidstructuren", "veiligheidsstructuren"),
        (
            "zal dit proces, waar mogelijk en bij voorkeur multilateraal, ondersteunen.",
            "zal dit proces waar mogelijk, en bij voorkeur multilateraal, ondersteunen.",
        ),
        (
            "de regering vindt dat het momenteel in algemene zin niet noodzakelijk is",
            "De regering meent dat het momenteel in algemene zin niet noodzakelijk is",
        ),
        (
            "dient daarom per afzonderlijk geval te worden bekeken",
            "dient daarom per geval te worden bekeken",
        ),
    ],
)
def test_other_words(source: SourceText, quote: str, expected: str) -> None:
    """A mistyped, changed or added word leads to the passage that was meant."""
    words, miss = nearest(source, quote)
    assert words.casefold() == expected.casefold()
    assert miss.kind is NearMissKind.WORDING
    assert 0.6 < miss.similarity < 1


def test_what_differs(source: SourceText) -> None:
    """Each changed, added or missing word is named."""
    _, miss = nearest(
        source, "streeft het ministerie ernaar om maximaal 150 personen uit te zenden"
    )
    assert Change(quoted="150", source="100") in miss.changes
    _, miss = nearest(source, "Het tweede kader is het mensenrechtenbeleid")
    assert miss.difference == "the source has 'betreft' for 'is'"


@pytest.mark.parametrize("quote", ["", "...", " \u2013 ", "xyzzy", "volstrekt onvindbare zinsnede"])
def test_nothing_near(source: SourceText, quote: str) -> None:
    """Words that resemble nothing in the source have no near miss."""
    assert near_misses(source, quote) == ()


def test_as_many_as_asked(source: SourceText) -> None:
    """No more are told than asked for, none that overlap, the nearest first."""
    found = near_misses(source, "Vanuit dat perspectief draagt", limit=2)
    assert len(found) == 2
    assert not found[0].span.touches(found[1].span)
    assert found[0].similarity >= found[1].similarity


@pytest.mark.heavy
def test_text_of_a_megabyte(source: SourceText) -> None:
    """A passage is found in a text a hundred times as long."""
    filler = "De regering meent dat het beleid van het ministerie in algemene zin goed is. "
    text = SourceText(filler * 13_000 + source.text)
    words, _ = nearest(text, "Nederland volgt dit zorgvuldig en zal dit proces ondersteunen")
    assert words.startswith("Nederland volgt dit nauwgezet en zal dit proces")


def test_words_without_end(source: SourceText) -> None:
    """What is far longer than the whole source is near to nothing in it, and that is soon seen."""
    assert near_misses(source, "zal dit " * 100_000) == ()


@pytest.mark.parametrize(
    "text, words",
    [
        (" ".join(["abcdefghij" * 100] * 50), "abcdefghij" * 99 + "z " + "qwertyuiop" * 99),
        ("ja " * 8_000, "nee " + "ja " * 5_000),
        ("aa bb " * 8_000, "bb aa aa " * 2_000),
        ("aa " * 50_000, "aa ... " * 7 + "aa"),
    ],
    ids=["long words", "one word", "two words", "dots"],
)
def test_words_that_would_compare_for_minutes_are_answered(text: str, words: str) -> None:
    """Whatever the words, the search for what was meant ends: with few passages, or with none."""
    assert len(near_misses(SourceText(text), words)) <= 3
