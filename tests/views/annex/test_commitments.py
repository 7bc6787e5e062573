"""What the budget annex says of a commitment: how it is, and from which updates."""

import datetime as dt

import attrs

from ssrpolicy import (
    Commitment,
    Document,
    DocumentKind,
    PaperNumber,
    Passage,
    PolicyRecord,
    Timeframe,
)
from ssrpolicy.testing import small_record
from ssrpolicy.views import annex
from tables import each_case
from views.annex.annexes import LATER, TABLES, placed, rows, state

AS_OF = dt.date(2010, 12, 31)


def test_the_state_is_told_from_the_updates_with_their_sources(invented: PolicyRecord) -> None:
    """Who reported what when, what is noted there, what evidence shows, which term it missed."""
    said = state(invented, "curriculum", as_of=dt.date(2034, 4, 15))
    assert said.startswith(
        "Afgedaan volgens het ministerie van Buitenlandse Betrekkingen van Lagemeer (15 september "
        "2031). Het leerplan is aan de Raad gezonden. "
    )
    assert "14 november 2033 bevestigt" in said
    assert said.endswith(" Dat was te laat: de termijn liep tot en met 30 juni 2031.")


def test_fulfilment_without_evidence_is_said_to_be_just_that(invented: PolicyRecord) -> None:
    """What is reported and not shown stands among what is dealt with, with those words."""
    assert state(invented, "cost-overview", as_of=dt.date(2034, 4, 15)).endswith(
        "Volgens het ministerie is het overzicht verzonden. Bewijs daarvan is niet vastgelegd."
    )


def test_a_transfer_names_who_took_it_over(invented: PolicyRecord) -> None:
    """The new owner, the note and the decision stand in the row."""
    assert state(invented, "judges", as_of=dt.date(2034, 4, 15)) == (
        "Overgedragen aan het ministerie van Rechtspraak van Lagemeer volgens het ministerie van "
        "Orde en Recht van Lagemeer (1 februari 2032). Het nieuwe ministerie van Rechtspraak "
        "neemt de taak over. Zie het besluit van 20 januari 2032 (“Instelling van het ministerie "
        "van Rechtspraak per 1 januari 2033”)."
    )


def test_a_moved_term_is_told_with_the_first_one(invented: PolicyRecord) -> None:
    """The new term is quoted, and the first last day is not forgotten."""
    said = state(invented, "send-trainers", as_of=dt.date(2034, 4, 15))
    assert (
        "Op 3 september 2031 is de termijn gewijzigd in: “uiterlijk op 1 april 2032”. Uitstel "
        "wegens late levering van lesmateriaal. De eerste termijn liep tot en met 1 oktober 2031."
    ) in said


def test_what_supersedes_a_commitment_is_named(invented: PolicyRecord) -> None:
    """The later paper stands in the row; before its day it does not."""
    words = "Vervangen door nr. 6; zie de brief van 3 september 2031 (VERZONNEN-2031-12)."
    assert words in state(invented, "send-trainers", as_of=dt.date(2034, 4, 15))
    assert words not in state(invented, "send-trainers", as_of=dt.date(2031, 9, 2))


def test_what_repeats_another_leads_to_its_row(invented: PolicyRecord) -> None:
    """There is nothing to fill in: the row of the first says how it stands."""
    table = rows(annex([invented], as_of=dt.date(2034, 4, 15), language="nl"), TABLES[3])
    assert table["yearly-report-stands"][-1] == "Herhaling van nr. 14; de stand staat daar."


def test_where_nothing_is_known_the_row_says_so(record: PolicyRecord) -> None:
    """No update, a continuous commitment: a place to fill in, and nothing is made up."""
    row = rows(annex([record], as_of=AS_OF, language="nl"), TABLES[3])["african-union"]
    assert row[2:] == ("Nederland", "Doorlopend", "[In te vullen: stand van zaken]")


@each_case(
    "addressee, number, words",
    [
        (
            "voorzitter-tweede-kamer",
            "kst-34775-IV-44",
            (
                "De Tweede Kamer is op 15 juni 2018 per brief geïnformeerd (Kamerstukken II "
                "2017/18, 34775-IV, nr. 44)."
            ),
        ),
        (
            None,
            "kst-34775-IV-C",
            (
                "De Eerste Kamer is op 15 juni 2018 per brief geïnformeerd (Kamerstukken I "
                "2017/18, 34775-IV, C)."
            ),
        ),
        (
            "voorzitters-staten-generaal",
            "kst-34775-IV-44",
            (
                "De Eerste en de Tweede Kamer zijn op 15 juni 2018 per brief geïnformeerd "
                "(Kamerstukken II 2017/18, 34775-IV, nr. 44)."
            ),
        ),
        (
            "ministry",
            "kst-34775-IV-44",
            "Zie de brief van 15 juni 2018 (Kamerstukken II 2017/18, 34775-IV, nr. 44).",
        ),
    ],
)
def test_a_letter_to_a_house_is_told_as_annexes_tell_it(
    addressee: str | None, number: str, words: str
) -> None:
    """A letter informs the House that it is addressed to; one to somebody else is only cited."""
    letter = Document(
        id="answer",
        kind=DocumentKind.LETTER,
        number=PaperNumber.parse(number),
        date=dt.date(2018, 6, 15),
        session_year="2017-2018",
        addressee=addressee,
    )
    small = small_record()
    record = attrs.evolve(small, documents=(*small.documents, letter)).with_update(
        "report", date=dt.date(2018, 6, 15), by="ministry", claimed="fulfilled", document="answer"
    )
    assert words in state(record, as_of=dt.date(2018, 12, 31))


def test_an_open_term_and_one_that_has_passed_read_differently() -> None:
    """The term of the fire service's report ended on 31 May 2011."""
    note = annex([small_record()], as_of=AS_OF, language="nl")
    assert rows(note, TABLES[3])["report"][-2] == "31-5-2011"
    assert "verstreken" not in state(small_record(), as_of=AS_OF)
    assert "De termijn is op 31 mei 2011 verstreken." in state(small_record())


def test_what_evidence_contradicts_is_in_hand(invented: PolicyRecord) -> None:
    """The interpreters were reported as recruited, and the audit says that they were not."""
    day = dt.date(2034, 4, 15)
    assert placed(invented, as_of=day)["interpreters"] == "Toezeggingen in behandeling"


def test_a_term_without_a_date_is_quoted() -> None:
    """What the source says of when stands there in its own words."""
    small = small_record()
    promise = attrs.evolve(
        small.commitments[0],
        timeframe=Timeframe(phrase="zodra het kan"),
        quotes=(Passage(document="letter", quote="zodra het kan"),),
    )
    rest = tuple(s for s in small.statements if not isinstance(s, Commitment))
    record = attrs.evolve(small, statements=(promise, *rest))
    note = annex([record], as_of=LATER, language="nl")
    assert rows(note, TABLES[3])["report"][-2] == "“zodra het kan”"


def test_what_evidence_contradicts_does_not_begin_as_done(invented: PolicyRecord) -> None:
    """The row is in hand for what the evidence shows, so that comes first; then who said what."""
    said = state(invented, "interpreters", as_of=dt.date(2034, 4, 15))
    assert said.startswith("De evaluatie van 14 november 2033 weerspreekt dat aan de toezegging is")
    assert "Wel afgedaan volgens het ministerie van Kustwacht van Lagemeer (12" in said
    assert "Afgedaan" not in said
