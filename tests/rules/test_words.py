"""Cues, terms, numbers, bounds and dates follow the words of the quotes."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

import pytest

from ssrpolicy.model import (
    Claim,
    Commitment,
    Course,
    Document,
    DocumentKind,
    EdtfDate,
    Engagement,
    Finding,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
    Quantity,
    Timeframe,
)
from ssrpolicy.rules.wording.hedges import hedge_in
from ssrpolicy.rules.wording.words import stands_in

Records: TypeAlias = Callable[..., PolicyRecord]
Claims: TypeAlias = Callable[..., Claim]
Commitments: TypeAlias = Callable[..., Commitment]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Only: TypeAlias = Callable[[PolicyRecord, str], Finding]

ROUNDS = "binnen twee maanden na de laatste verkiezingsronde, die gepland staat voor 7 september"
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("Vóór 1 juli 2031", "../2031-06-30"),
        ("voor 1 januari 2032", "2031-12"),
        ("Uiterlijk op 1 oktober 2031", "2031-10-01"),
        ("in het najaar", "2031-23"),
        ("dit jaar", "2031"),
        ("binnen zes weken", "2031-05-01"),
        ("in het parlementaire jaar 2031/32", "2032-03"),
        ("before the summer recess", "2031-07~"),
        ("in 2011", "2011"),
        ("2031-2033", "2031/2033"),
        ("voor de zomer van 2027", "2027-22"),
        ("voor de zomer van 2027", "../2027-06-20"),
        ("voor de zomer van 2027", "2027-21"),
        ("voor de zomer", "2027-07-01"),
        ("before the summer of 2027", "2027-07-31"),
        ("voor Prinsjesdag 2027", "2027-09-20"),
        ("met Prinsjesdag 2027", "2027-09"),
        ("uiterlijk Verantwoordingsdag 2027", "2027-05-19"),
        ("voor de zomer van 2027", "2026-11"),
        ("vóór het najaar van 2027", "2027-08-31"),
        ("in het najaar van 2027", "2027-23"),
        ("in het najaar van 2027", "2027"),
        ("gepland voor het najaar van 2027", "2027-10-15"),
        ("uiterlijk in de herfst van 2027", "2027-07"),
        ("na de zomer van 2027", "2027-09"),
        ("na de zomer", "2027-23"),
        ("in de winter van 2027", "2028-02"),
        ("in de winter van 2027", "2027-01"),
        ("in the spring of 2027", "2027-04-15"),
        ("by the summer of 2027", "2027-05"),
        ("before the fall of 2027", "2027-09-01"),
        ("vanaf de zomer van 2027", "2027-10/.."),
    ],
)
def test_a_date_that_the_phrase_gives_is_fine(
    record: Records, claim: Claims, found: Found, document: Document, *, phrase: str, date: str
) -> None:
    """A phrase with a year, a month, a season or a count of weeks gives a date."""
    text = f"{document.text}\n{phrase} wordt dit afgerond."
    letter = Document(id="letter", kind=DocumentKind.LETTER, text=text)
    statement = claim(
        quotes=(Passage(document="letter", quote=f"{phrase} wordt dit afgerond."),),
        timeframe=Timeframe(phrase=phrase, date=EdtfDate(date)),
    )

    # The letter has no date, so that a phrase without a year may be of any.
    remarks = found(record(documents=(letter,), statements=(statement,)))
    assert remarks == ["source-without-date"]


@pytest.mark.parametrize(
    "phrase, date, message",
    [
        ("de komende jaren", "2012", 'The phrase "de komende jaren" gives no date'),
        ("per jaar", "2011", 'The phrase "per jaar" gives no date'),
        ("momenteel", "2010-04", 'The phrase "momenteel" gives no date'),
        ("op permanente basis", "2010/..", 'The phrase "op permanente basis" gives no date'),
        ("Vóór 1 juli 2031", "2032-06-30", 'The phrase "Vóór 1 juli 2031" names another year'),
        ("Vóór 1 juli 2031", "2031-09-30", 'The phrase "Vóór 1 juli 2031" names another month'),
        (
            "voor de zomer van 2027",
            "2027-09-21",
            'The phrase "voor de zomer van 2027" names another season than 2027-09-21.',
        ),
        ("voor de zomer van 2027", "2027-08-15", 'The phrase "voor de zomer van 2027" names'),
        ("uiterlijk Prinsjesdag 2027", "2027-10-01", 'The phrase "uiterlijk Prinsjesdag 2027"'),
        ("voor de zomer van 2027", "../2027-09-21", 'The phrase "voor de zomer van 2027" names'),
        ("Voor de zomer", "2027-11", 'The phrase "Voor de zomer" names another season'),
        ("na de zomer van 2027", "2027-05", 'The phrase "na de zomer van 2027" names another'),
        ("in het voorjaar van 2027", "2027-23", 'The phrase "in het voorjaar van 2027" names'),
        ("lente 2027", "2027-08-01", 'The phrase "lente 2027" names another season'),
        ("in het najaar", "2027-03", 'The phrase "in het najaar" names another season'),
        ("deze herfst", "2027-06-30", 'The phrase "deze herfst" names another season'),
        ("in de winter", "2027-07", 'The phrase "in de winter" names another season'),
        ("in the spring", "2027-10", 'The phrase "in the spring" names another season'),
        ("this summer", "2027-12", 'The phrase "this summer" names another season'),
        ("autumn 2027", "2027-22/2027-08", 'The phrase "autumn 2027" names another season'),
        ("in the fall of 2027", "2027-04", 'The phrase "in the fall of 2027" names another'),
        ("before the summer", "2027-10-01", 'The phrase "before the summer" names another'),
    ],
)
def test_a_date_that_the_phrase_does_not_give_is_told(
    record: Records, claim: Claims, only: Only, *, phrase: str, date: str, message: str
) -> None:
    """None of the letter's phrases gives a date, and another date than the phrase's is a slip."""
    statement = claim(timeframe=Timeframe(phrase=phrase, date=EdtfDate(date)))

    assert only(record(statements=(statement,)), "date-not-in-phrase").message.startswith(message)


AT_WORK = "Hieraan wordt gewerkt: "


def _in_letter_of(day: str, phrase: str) -> Document:
    return Document(
        id="letter",
        kind=DocumentKind.LETTER,
        date=dt.date.fromisoformat(day),
        language="nl",
        text=f"{AT_WORK}{phrase}.",
    )


@pytest.mark.parametrize(
    "phrase, paper, date",
    [
        (ROUNDS, "2010-06-29", "2010-11-07"),
        (ROUNDS, "2010-10-01", "2010-11-07"),
        ("over een half jaar", "2010-06-29", "2010-12-29"),
        ("over een half jaar", "2010-06-29", "2010-12"),
        ("binnen twee maanden", "2029-11-01", "2030-01-01"),
        ("binnen twee maanden na de top", "2029-11-01", "2030-05-01"),
        ("Na september 2023", "2023-06-01", "2023-10/.."),
        ("Na september 2023", "2023-06-01", "2023-11"),
        ("derde kwartaal van 2023", "2023-06-01", "2023-07/2023-09"),
        ("derde kwartaal", "2023-06-01", "2023-07/2023-09"),
        ("vóór 1 juni", "2023-03-01", "2023-05-31"),
        ("eind februari", "2022-12-22", "2023-02"),
        ("eind februari", "2022-12-22", "2022-02"),
        ("dit najaar", "2023-03-01", "2023-23"),
        ("deze winter", "2023-01-10", "2023-02"),
        ("in mei van het volgende jaar", "2026-05-12", "2027-05"),
        ("eerste helft van komend jaar", "2026-05-12", "2027-01/2027-06"),
        ("volgend jaar", "2023-03-01", "2024"),
        ("Met ingang van 2036", "2033-06-06", "2036/.."),
        ("binnen maximaal 3 maanden", "2024-03-05", "2024-06-05"),
        ("binnen tien werkdagen", "2024-03-05", "2024-03-19"),
        ("in de komende zes maanden", "2024-03-05", "2024-09-05"),
        ("uiterlijk 1 juni '27", "2024-03-05", "2027-06-01"),
        ("tussen 1 mei en 1 juli 2027", "2024-03-05", "2027-05-01/2027-07-01"),
        ("niet eerder dan 2027", "2024-03-05", "2027/.."),
        ("met de voorjaarsnota", "2024-03-05", "2024-05"),
        ("bij de begroting 2027", "2024-03-05", "2026-09-15"),
        ("voor de jaarwisseling", "2024-03-05", "2024-12-31"),
        ("aanstaande vrijdag", "2024-03-05", "2024-03-08"),
        ("na mei of juni 2026", "2026-03-10", "2026-06/.."),
        ("na 1 mei of 1 juni 2026", "2026-03-10", "2026-05-02/.."),
        ("vóór mei of juni 2026", "2026-03-10", "2026-04-30"),
        ("vanaf 1 januari 2027 of 1 juli 2027", "2026-03-10", "2027-01-01/.."),
        ("tussen 1 en 15 juni", "2026-03-10", "2026-06-02"),
        ("voor de gemeenten op 1 juli", "2026-03-10", "2026-07-01"),
        ("in de week van 3 juni", "2026-03-10", "2026-06-07"),
        ("in week 23", "2026-03-10", "2026-06-01"),
        ("met Prinsjesdag", "2026-03-10", "2026-09-15"),
        ("uiterlijk bij het jaarverslag over 2026", "2026-03-10", "2027-05-19"),
    ],
)
def test_a_date_is_judged_by_the_day_of_its_paper(
    record: Records, claim: Claims, found: Found, *, phrase: str, paper: str, date: str
) -> None:
    """What counts, and what leaves out its year, is placed by the letter that says so."""
    letter = _in_letter_of(paper, phrase)
    statement = claim(
        quotes=(Passage(document="letter", quote=str(letter.text)),),
        timeframe=Timeframe(phrase=phrase, date=EdtfDate(date)),
    )

    assert "date-not-in-phrase" not in found(record(documents=(letter,), statements=(statement,)))


@pytest.mark.parametrize(
    "phrase, paper, date, said",
    [
        (
            "binnen twee maanden",
            "2026-03-05",
            "2030-01-01",
            "gives 2026-05-05, counted from 2026-03-05, but 2030-01-01 is recorded.",
        ),
        (ROUNDS, "2010-06-29", "2010-09-07", "gives 2010-11-07, counted from 2010-09-07"),
        ("over een half jaar", "2010-06-29", "2011-12-29", "gives 2010-12-29"),
        ("uiterlijk 1 juni", "2026-03-05", "2016-06-01", "gives 2026-06-01"),
        ("eerste helft van 2026", "2026-03-05", "2026-12", "gives 2026-01/2026-06"),
        ("dit najaar", "2023-03-01", "2025-23", "names another season"),
        ("volgend jaar", "2023-03-01", "2026", "gives 2024"),
        ("uiterlijk 1 juni '27", "2024-03-05", "2024-06-01", "gives 2027-06-01"),
        ("niet eerder dan 2027", "2024-03-05", "2026", "names another year"),
        ("in de tweede helft van juni 2027", "2024-03-05", "2027-08", "names another month"),
        ("tussen 1 en 15 juni", "2026-03-10", "2026-07-01", "names another month"),
        ("voor de gemeenten op 1 juli", "2026-03-10", "2027-07-01", "gives 2026-07-01"),
        ("in week 23", "2026-03-10", "2026-06-15", "gives 2026-06-01/2026-06-07"),
        ("op termijn", "2026-03-10", "2027", "gives no date"),
    ],
)
def test_a_date_against_the_day_of_its_paper_is_reported(
    record: Records, claim: Claims, only: Only, *, phrase: str, paper: str, date: str, said: str
) -> None:
    """Two months from March are in May, whatever a form asked for."""
    letter = _in_letter_of(paper, phrase)
    statement = claim(
        quotes=(Passage(document="letter", quote=str(letter.text)),),
        timeframe=Timeframe(phrase=phrase, date=EdtfDate(date)),
    )
    finding = only(record(documents=(letter,), statements=(statement,)), "date-not-in-phrase")

    assert said in finding.message


@pytest.mark.parametrize(
    "date, hint",
    [
        ("2009-06-01", "Correct the date"),
        ("1905-07-26", "Was the year 2034 meant, which Excel took for a day?"),
    ],
)
def test_a_term_ends_no_earlier_than_its_paper(
    record: Records, commitment: Commitments, claim: Claims, only: Only, found: Found,
    *, date: str, hint: str,
) -> None:  # fmt: skip
    """What is promised lies ahead; what is claimed may be past."""
    given = {"timeframe": Timeframe(phrase="waar mogelijk", date=EdtfDate(date))}
    finding = only(record(statements=(commitment(**given),)), "term-before-paper")

    assert finding.message == f"The timeframe ends on {date}, and letter is of 2010-04-29."
    assert finding.hint is not None
    assert finding.hint.startswith(hint)
    assert "term-before-paper" not in found(record(statements=(claim(**given),)))


@pytest.mark.parametrize(
    "date, opened",
    [("2012", "2012/.."), ("2012-05/2014", "2012-05/.."), ("2012~/2014", "2012~/..")],
)
def test_a_continuous_commitment_with_a_date_comes_with_a_date_that_can_be_written(
    record: Records, commitment: Commitments, only: Only, *, date: str, opened: str
) -> None:
    """The hint opens the interval at its end; it does not put a second one behind it."""
    statement = commitment(timeframe=Timeframe(phrase="waar mogelijk", date=EdtfDate(date)))

    assert only(record(statements=(statement,)), "continuous-with-date").hint == (
        f'If it begins then, write date = "{opened}"; if it is done by then, it is not continuous.'
    )


def test_a_continuous_commitment_with_an_end_only_has_no_beginning_to_write(
    record: Records, commitment: Commitments, only: Only
) -> None:
    """An interval without a beginning is not a day from which something goes on."""
    statement = commitment(timeframe=Timeframe(phrase="waar mogelijk", date=EdtfDate("../2012")))

    assert only(record(statements=(statement,)), "continuous-with-date").hint == (
        "If it is done by then, it is not continuous; if it goes on, leave out the date."
    )


def test_an_open_interval_of_a_continuous_commitment_is_fine(
    record: Records, commitment: Commitments, found: Found
) -> None:
    """What goes on from a year on has a beginning and is never due."""
    words = "De Afrikaanse Unie wordt vanaf 2012 ondersteund."
    letter = Document(id="letter", kind=DocumentKind.LETTER, text=words)
    given = {
        "quotes": (words,),
        "cue": "ondersteund",
        "course": Course.CONTINUOUS,
        "timeframe": Timeframe(phrase="vanaf 2012", date=EdtfDate("2012/..")),
    }

    remarks = found(record(documents=(letter,), statements=(commitment(**given),)))
    assert remarks == ["source-without-date"]
