"""Cues, numbers, bounds and hedges follow the words of the quotes."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

import pytest

from ssrpolicy.model import (
    Commitment,
    Document,
    DocumentKind,
    Engagement,
    Finding,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
    Quantity,
)
from ssrpolicy.rules.wording.hedges import hedge_in
from ssrpolicy.rules.wording.words import stands_in
from tables import each_case

Records: TypeAlias = Callable[..., PolicyRecord]
Commitments: TypeAlias = Callable[..., Commitment]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Only: TypeAlias = Callable[[PolicyRecord, str], Finding]

BZK = (
    "Verder streeft het ministerie van Binnenlandse Zaken en Koninkrijksrelaties (BZK) ernaar om "
    "maximaal 100 personen per jaar uit te kunnen zenden in het kader van vredesmissies."
)
PMT = "de huidige inzet van vijf Nederlandse Police Mentoring Teams (PMTs) in Uruzgan"


def engagement(words: str, **quantity: Any) -> Engagement:
    """An engagement with one quote and one quantity."""
    return Engagement(
        id="inzet",
        summary=LocalText(nl="Inzet."),
        quotes=(Passage(document="letter", quote=words),),
        quantities=(Quantity(unit="person", **quantity),),
    )


@each_case(
    "words, text, expected",
    [
        ("zal dit proces", "Nederland zal dit proces ondersteunen", True),
        ("zal", "het zal-beleid", True),
        ("zal", "de zaling", False),
        ("Zal", "Nederland zal", False),
        (
            "veiligheidsstructuren",
            "effectieve en professionele veiligheids-\nstructuren op te",
            True,
        ),
        ("SSR-programma's", "steun aan SSR-programma’s.", True),
        ("\u00ad", "woorden", False),
    ],
)
def test_words_stand_in_a_text_whole_and_with_their_case(
    words: str, text: str, expected: Any
) -> None:
    """A cue is looked for as whole words; only what the list of foldings allows may differ."""
    assert stands_in(words, text) is expected


def test_the_hint_for_a_cue_says_where_else_it_stands(
    record: Records, commitment: Commitments, only: Only
) -> None:
    """A cue that the quote does not have is looked for in the document."""
    finding = only(record(statements=(commitment(cue="streeft"),)), "cue-not-quoted")

    assert finding.hint is not None
    assert finding.hint.startswith(
        'The words stand elsewhere in letter; quote them too: "Verder streeft het ministerie van'
    )


@pytest.mark.parametrize(
    "words, quantity",
    [
        (BZK, {"at_most": Decimal(100), "per": "year"}),
        (PMT, {"exactly": Decimal(5)}),
        ("153 uitzendbare functionarissen", {"exactly": Decimal(153)}),
        ("153 uitzendbare functionarissen", {"exactly": Decimal("153.0")}),
    ],
)
def test_a_number_in_digits_or_in_words_is_quoted(
    record: Records, found: Found, words: str, quantity: dict[str, Any]
) -> None:
    """The letter's own numbers are found in its quotes, "vijf" as well as "153"."""
    assert found(record(statements=(engagement(words, **quantity),))) == []


@pytest.mark.parametrize("number", ["15", "53", "1530"])
def test_a_part_of_a_number_is_not_that_number(record: Records, only: Only, number: str) -> None:
    """Digits within a longer number do not state it."""
    statement = engagement("153 uitzendbare functionarissen", exactly=Decimal(number))
    finding = only(record(statements=(statement,)), "number-not-quoted")

    assert finding.message == f"The number {number} stands in none of its quotes."
    assert finding.hint is not None
    assert finding.hint.startswith("Its quotes state 153;")


@pytest.mark.parametrize("bound", ["exactly", "about", "at_least"])
def test_a_ceiling_is_recorded_as_a_ceiling(record: Records, only: Only, bound: str) -> None:
    """A quote of "maximaal 100" is at most 100, and nothing else."""
    statement = engagement(BZK, **{bound: Decimal(100)})

    assert only(record(statements=(statement,)), "bound-contradicted").hint == "Take at_most."


@pytest.mark.parametrize(
    "word, bound",
    [("circa", "about"), ("bijna", "about"), ("ruim", "at_least"), ("ten minste", "at_least")],
)
def test_the_hint_names_the_bound_that_the_word_gives(
    record: Records, document: Document, only: Only, *, word: str, bound: str
) -> None:
    """One bound is told, that of the word before the number, and not all that would do."""
    words = f"Nederland heeft {word} 100 functionarissen."
    letter = Document(id="letter", kind=DocumentKind.LETTER, text=f"{document.text}\n{words}")
    statement = engagement(words, exactly=Decimal(100))
    finding = only(record(documents=(letter,), statements=(statement,)), "bound-contradicted")

    assert finding.hint == f"Take {bound}."


@each_case(
    "text, expected",
    [
        ("wordt waar mogelijk ondersteund", ("waar mogelijk", Firmness.CONDITIONAL)),
        ("streeft ernaar, indien nodig,", ("streeft", Firmness.ASPIRATIONAL)),
        (
            "de mogelijkheden worden\nin kaart  gebracht",
            ("in kaart gebracht", Firmness.EXPLORATORY),
        ),
        ("The ministry AIMS to send", ("aims", Firmness.ASPIRATIONAL)),
        ("subject to demand", ("subject to", Firmness.CONDITIONAL)),
        ("Nederland draagt bij aan missies", None),
        ("het streefcijfer is gehaald", None),
        ("the aim-point, as specified", None),
    ],
)
def test_hedging_words_are_known_in_both_languages(text: str, expected: Any) -> None:
    """The first hedging words of a text are given with the weaker reading."""
    assert hedge_in(text) == expected


def test_a_doubt_settles_a_hedge_nearby(
    record: Records, commitment: Commitments, found: Found
) -> None:
    """A firm commitment whose doubt says how to read it is not noted again."""
    firm = {
        "firmness": Firmness.FIRM,
        "cue": "wordt er standaard voor gezorgd",
        "quotes": (
            (
                "wordt er standaard voor gezorgd dat uit te zenden functionarissen (bijvoorbeeld "
                "politieofficieren en militairen) een goede vooropleiding krijgen, indien nodig "
                "specifiek op de te vervullen functie afgestemd."
            ),
        ),
    }
    doubt = LocalText(nl="Alleen de afstemming is naar behoefte.")

    assert found(record(statements=(commitment(**firm),))) == ["firm-hedge-nearby"]
    assert found(record(statements=(commitment(**firm, doubt=doubt),))) == []
