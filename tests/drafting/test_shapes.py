"""Letters of other shapes: with a table, an annex, short paragraphs under headings, in English."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.drafting import save_draft
from ssrpolicy.evidence import anchors
from ssrpolicy.model import Commitment, Disposition, Proposal, SetAside


def _proposals(record: Path, cls: type) -> list[Proposal]:
    draft = ssrpolicy.draft(record)
    return [each for each in draft.proposals if isinstance(each.entry, cls)]


def _quotes(record: Path, cls: type = Commitment) -> list[str]:
    return [each.entry.quotes[0].quote for each in _proposals(record, cls)]  # type: ignore[union-attr]  # the classes that are asked for have quotes


def test_the_cells_of_a_table_are_read_one_by_one(new_record: Callable[..., Path]) -> None:
    """A promise in a cell is quoted without the cells and the rows around it."""
    text = (
        "Hieronder staan de toezeggingen.\n\n"
        "Nr.\tToezegging\tStand van zaken\n"
        "1\tDe minister zal de Kamer informeren over de kade.\tin voorbereiding\n"
        "2\tIk zal de sluis laten onderzoeken.\tafgedaan\n"
    )

    assert _quotes(new_record(HEAD + text + CLOSE)) == [
        "De minister zal de Kamer informeren over de kade.",
        "Ik zal de sluis laten onderzoeken.",
    ]


@pytest.mark.parametrize(
    "row",
    ["| {0} | {1} | {2} |", "{0} | {1} | {2}", "{0}      {1}      {2}"],
    ids=["bars", "bars-between", "blanks"],
)
def test_the_cells_of_a_table_in_plain_text_are_read_one_by_one(
    new_record: Callable[..., Path], row: str
) -> None:
    """Bars and blanks that set columns divide cells as tabs do."""
    text = "\n".join(
        (
            "Hieronder staan de toezeggingen.\n",
            row.format("Toezegging", "Stand van zaken", "Wie"),
            row.format("Ik zal de kade laten verhogen.", "in voorbereiding", "Rijkswaterstaat"),
            row.format("Kade", "Uw Kamer ontvangt het rapport in mei 2032", "ministerie"),
        )
    )

    assert _quotes(new_record(HEAD + text + CLOSE)) == [
        "Ik zal de kade laten verhogen.",
        "Uw Kamer ontvangt het rapport in mei 2032",
    ]


def test_what_is_longer_than_a_sentence_is_read_by_its_items(
    new_record: Callable[..., Path],
) -> None:
    """A list without full stops can undertake something in its last item too."""
    claim = "de kade van haven {} ligt hoger dan het water en is goed bereikbaar voor schepen; "
    text = "De havens zijn bezocht: " + "".join(claim.format(n) for n in range(20))

    assert _quotes(new_record(HEAD + text + "ik zal de kade laten verhogen." + CLOSE)) == [
        "ik zal de kade laten verhogen."
    ]


def test_an_annex_below_the_close_is_read_too(new_record: Callable[..., Path]) -> None:
    """Only the signature between letter and annex says nothing."""
    annex = (
        "\nBijlage 1: stand per haven\n\n"
        "De haven van Lagemeer is de grootste van het land en ligt aan het Kustkanaal. Er liggen "
        "zestig schepen, waarvan de helft voor de visserij, en de kades zijn in 2029 verhoogd.\n\n"
        "Ik zal de haven laten verdiepen.\n"
    )
    letter = HEAD + "De bijlage bevat de stand per haven." + CLOSE

    assert _quotes(new_record(letter + annex)) == ["Ik zal de haven laten verdiepen."]


def test_a_heading_above_one_line_is_no_part_of_its_sentence(
    new_record: Callable[..., Path],
) -> None:
    """A short line without a full stop above a longer one is its heading."""
    text = "2. Duinmark\nIk zal de haven van Duinmark voor het einde van het jaar laten verdiepen."

    assert _quotes(new_record(HEAD + text + CLOSE)) == [
        "Ik zal de haven van Duinmark voor het einde van het jaar laten verdiepen."
    ]


def test_a_motion_named_by_its_number_is_the_one_dealt_with(
    new_record: Callable[..., Path],
) -> None:
    """Not the one that was named last; of a motion not named before, its name is the request."""
    text = (
        "De motie van het lid Bakker (Kamerstuk 29 521, nr. 512) verzoekt de regering de kade te "
        "verhogen. De motie van het lid De Wit (Kamerstuk 29 521, nr. 513) verzoekt de regering de "
        "sluis te openen.\n\nDe motie van het lid Bakker (Kamerstuk 29 521, nr. 512) beschouw ik "
        "als afgedaan. De motie van het lid Vos (Kamerstuk 29 521, nr. 514) beschouw ik als "
        "afgedaan."
    )
    dealt = [
        each.entry.request
        for each in _proposals(new_record(HEAD + text + CLOSE), Disposition)
        if isinstance(each.entry, Disposition)
    ]

    assert len(dealt) == 2
    assert sorted("vos" in each for each in dealt) == [False, True]


def test_a_third_person_who_looks_into_something_undertakes_it(
    new_record: Callable[..., Path],
) -> None:
    """A ministry that is the subject, and not one with which something is done."""
    text = (
        "Het ministerie van Financiën onderzoekt of de kosten kunnen worden gedeeld. "
        "Ook wordt in samenwerking met het ministerie van Defensie de haven bezien."
    )
    owners = [
        each.entry.owners
        for each in _proposals(new_record(HEAD + text + CLOSE), Commitment)
        if isinstance(each.entry, Commitment)
    ]

    assert owners == [("nl-fin",), ()]


def test_an_amount_a_year_has_no_term(new_record: Callable[..., Path]) -> None:
    """A rate says how much, and not when; what is subject to approval is conditional."""
    text = """\
The President of the House of Representatives

Date 4 June 2031
Re: Ports

Dear President,

The government aims to spend 5 million euros a year on the ports. Subject to approval, an adviser
will be posted to the port.

Yours sincerely,

A. Bakker
Minister of Infrastructure and Water Management
"""
    found = [
        (str(each.entry.firmness), each.entry.timeframe)
        for each in _proposals(new_record(text), Commitment)
        if isinstance(each.entry, Commitment)
    ]

    assert found == [("aspirational", None), ("conditional", None)]


def test_all_that_stands_around_the_sentences_can_be_set_aside(
    new_record: Callable[..., Path],
) -> None:
    """In a text without empty lines, as a page gives it; who accepts all has nothing left."""
    text = (
        "Pagina 1 van 1\nDe Voorzitter van de Tweede Kamer der Staten-Generaal\n"
        "Datum 3 september 2031\nGeachte voorzitter,\n"
        "Ik zal de kade laten verhogen zodra de kosten van de werkzaamheden bekend zijn.\n"
        "Kosten van de kade\n"
        "De kosten van de werkzaamheden zijn in het voorjaar door de gemeente berekend.\n"
        "Hoogachtend,\nde minister van Infrastructuur en Waterstaat,\nA. Bakker\n"
    )
    path = new_record(text)
    draft = ssrpolicy.draft(path)
    save_draft(path, draft, ssrpolicy.load(path))
    around = [
        (each.entry.quote.quote.split()[0], str(each.entry.reason))
        for each in draft.proposals
        if isinstance(each.entry, SetAside)
    ]
    ssrpolicy.accept(path, draft.proposals, by="jansen", date=dt.date(2031, 9, 4))
    record = ssrpolicy.load(path)
    covered = anchors(record).coverage(str(record.source))

    assert around == [("Kosten", "signpost")]
    assert [each.text for each in covered if each.missing] == []
