"""Quotes stand in their documents, word for word, in one place."""

from collections.abc import Callable
from typing import TypeAlias

import attrs
import pytest

from ssrpolicy.model import (
    Claim,
    Commitment,
    Document,
    DocumentKind,
    Finding,
    Passage,
    PolicyRecord,
    SetAside,
    SetAsideReason,
)
from ssrpolicy.rules import findings
from ssrpolicy.rules.definition import MOST_HINTS

Records: TypeAlias = Callable[..., PolicyRecord]
Claims: TypeAlias = Callable[..., Claim]
Commitments: TypeAlias = Callable[..., Commitment]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Only: TypeAlias = Callable[[PolicyRecord, str], Finding]


def quote(words: str, **more: str) -> Passage:
    """A passage of the letter."""
    return Passage(**({"document": "letter", "quote": words} | more))


def test_a_quote_as_the_publisher_broke_it_is_no_finding(
    record: Records, commitment: Commitments, found: Found
) -> None:
    """A quote may be pasted with its line breaks and its cut words."""
    pasted = (
        "Nederland volgt\ndit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur multila-"
        "\nteraal, ondersteunen."
    )

    assert found(record(statements=(commitment(quotes=(pasted,)),))) == []


def test_the_hint_for_a_missing_quote_names_the_nearest_words(
    record: Records, claim: Claims, only: Only
) -> None:
    """A quote with another word gets the letter's own words, and the difference."""
    missing = claim(quotes=(quote("Tot dusver is dit fonds qua omvang toereikend gebleken"),))
    finding = only(record(statements=(missing,)), "quote-missing")

    assert finding.message == (
        'The quote "Tot dusver is dit fonds qua omvang toereikend gebleken" does not stand in '
        "letter."
    )
    assert "Tot dusver is dit fonds qua omvang adequaat gebleken" in str(finding.hint)
    assert "in paragraph 8" in str(finding.hint)


def test_the_hint_for_a_missing_quote_names_another_document_that_has_it(
    record: Records, document: Document, only: Only, claim: Claims
) -> None:
    """Words that stand in another document of the record are said to stand there."""
    other = Document(id="note", kind=DocumentKind.OTHER, text="Het fonds is in 2011 verhoogd.")
    wrong = claim(quotes=(quote("Het fonds is in 2011 verhoogd."),))
    finding = only(record(documents=(document, other), statements=(wrong,)), "quote-missing")

    assert finding.hint == (
        'The same words stand in note: write { document = "note", quote = ... }.'
    )


def test_a_wrong_prefix_is_told_apart_from_a_wrong_quote(
    record: Records, claim: Claims, only: Only
) -> None:
    """When the words are right and the prefix is not, the hint says what stands around them."""
    wrong = claim(quotes=(quote("adequaat gebleken", prefix="geheel"),))
    finding = only(record(statements=(wrong,)), "quote-missing")

    assert finding.hint == (
        "The words stand there, but not with this prefix; in the text they stand between "
        '"fonds qua omvang" and "om gewenste activiteiten".'
    )


def test_a_repeated_quote_comes_with_a_prefix_that_works(
    record: Records, claim: Claims, only: Only, found: Found
) -> None:
    """The prefix in the hint makes the quote stand in one place."""
    words = "in algemene zin niet noodzakelijk is om het"
    finding = only(record(statements=(claim(quotes=(quote(words),)),)), "quote-repeated")

    assert str(finding.hint) == (
        "Quote more words, or add what stands before: "
        'in paragraph 1, prefix = "momenteel"; in paragraph 9 (Conclusie), prefix = "het".'
    )
    for prefix in ("momenteel", "het"):
        assert found(record(statements=(claim(quotes=(quote(words, prefix=prefix),)),))) == []


def test_prefixes_are_sought_for_the_first_repeated_quotes_only(
    record: Records, claim: Claims
) -> None:
    """A record that quotes the same words everywhere is told so everywhere, and soon."""
    repeated = (quote("in algemene zin niet noodzakelijk is om het"),)
    statements = tuple(claim(id=f"claim-{n}", quotes=repeated) for n in range(MOST_HINTS + 2))

    hints = [f.hint for f in findings(record(statements=statements)) if f.code == "quote-repeated"]

    assert len(hints) == MOST_HINTS + 2
    assert (
        hints[MOST_HINTS:] == ["Quote more words, or add what stands right before as prefix."] * 2
    )


def test_a_quote_from_a_document_that_is_not_recorded_is_one_finding(
    record: Records, claim: Claims, found: Found
) -> None:
    """An unknown document is a dangling reference, not an unverified quote as well."""
    passage = Passage(document="leter", quote="Tot dusver is dit fonds")

    assert found(record(statements=(claim(quotes=(passage,)),))) == ["reference-dangling"]


@pytest.mark.parametrize(
    "words",
    [
        "(SSR) activiteiten",
        "ga ik onder-\nstaand in op",
        "is dit fonds qua omvang adequaat \ngebleken",
        "mede-oprichter",
    ],
)
def test_whole_words_are_not_cut(record: Records, claim: Claims, found: Found, words: str) -> None:
    """A quote that begins and ends next to white space, brackets or marks cuts no word."""
    assert found(record(statements=(claim(quotes=(quote(words),)),))) == []


@pytest.mark.parametrize(
    "words, whole",
    [
        ("dequaat gebleken", "adequaat gebleken"),
        ("is dit fonds qua omvang adequ", "is dit fonds qua omvang adequaat"),
        ("teraal, ondersteunen", "teraal, ondersteunen"),
    ],
)
def test_a_cut_word_is_shown_whole(
    record: Records, claim: Claims, only: Only, words: str, whole: str
) -> None:
    """A quote that begins or ends inside a word is shown as the text has it."""
    finding = only(record(statements=(claim(quotes=(quote(words),)),)), "quote-cuts-word")

    assert whole in str(finding.hint)


def test_a_set_aside_beside_a_quote_is_no_finding(
    record: Records, claim: Claims, found: Found
) -> None:
    """Setting aside the rest of a sentence that is quoted in part is how it should be."""
    rest = SetAside(
        quote=quote("om gewenste activiteiten te kunnen financieren"),
        reason=SetAsideReason.BACKGROUND,
    )

    assert found(record(statements=(claim(),), set_aside=(rest,))) == []


def test_a_set_aside_around_a_quote_is_noted(record: Records, claim: Claims, only: Only) -> None:
    """A sentence that is set aside whole, and quoted in part, is one or the other."""
    whole = SetAside(
        quote=quote(
            "Tot dusver is dit fonds qua omvang adequaat gebleken om gewenste activiteiten te "
            "kunnen financieren."
        ),
        reason=SetAsideReason.BACKGROUND,
    )
    finding = only(record(statements=(claim(),), set_aside=(whole,)), "set-aside-quoted")

    assert "is set aside, and is quoted in part by an entry" in finding.message
    assert finding.location.path == ("set_aside", 0, "quote")


def test_a_thousand_missing_quotes_are_found_fast(record: Records, claim: Claims) -> None:
    """Looking for near words stops after some; every quote is reported all the same."""
    passages = tuple(quote(f"Dit staat nergens, nummer {n}, in de brief") for n in range(1000))
    found = findings(record(statements=(claim(quotes=passages),)))

    assert len(found) == 1000
    assert sum(finding.hint is not None for finding in found) == 50


def test_the_document_of_a_finding_needs_no_sha(
    record: Records, document: Document, found: Found, claim: Claims
) -> None:
    """A record made in Python is judged as one that was read from files."""
    plain = attrs.evolve(document, file=None, sha256=None)

    assert found(record(documents=(plain,), statements=(claim(),))) == []
