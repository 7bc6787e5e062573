"""The head of a letter states its date, and tells it from other dates."""

import datetime as dt

import pytest

from ssrpolicy.starting.head import head_of
from starting.head.letters import letter
from tables import each_case


def test_the_letter_states_date_author_and_addressee(letter_text: str) -> None:
    """Date and addressee come from the head, the author from the signature."""
    head = head_of(letter_text)

    assert (head.language, head.date) == ("nl", dt.date(2010, 4, 29))
    assert head.date_words == "Den Haag, 29 april 2010"
    assert [author.value for author in head.authors] == ["minister-bz"]
    assert head.addressee is not None
    assert head.addressee.value == "voorzitter-tweede-kamer"


def test_line_ends_make_no_difference(letter_text: str) -> None:
    """The same letter with Windows line ends states the same."""
    assert head_of(letter_text.replace("\n", "\r\n")) == head_of(letter_text)


def test_the_date_of_another_paper_is_not_taken() -> None:
    """A date in a sentence is that of a paper answered, and no date of this letter."""
    body = "In antwoord op uw brief van 3 maart 2010\nmeld ik u het volgende."

    assert head_of(letter(body=body)).date is None


@each_case(
    "line, date",
    [
        ("Den Haag, 29 april 2010", dt.date(2010, 4, 29)),
        ("'s-Gravenhage, 1 mei 2009", dt.date(2009, 5, 1)),
        ("Datum: 29 april 2010", dt.date(2010, 4, 29)),
        ("Datum   29 april 2010", dt.date(2010, 4, 29)),
        ("The Hague, 29 April 2010", dt.date(2010, 4, 29)),
        ("29 april 2010", dt.date(2010, 4, 29)),
        ("Published 10 February 2025", dt.date(2025, 2, 10)),
        ("Published on: 10 February 2025", dt.date(2025, 2, 10)),
        ("Gepubliceerd op 10 februari 2025", dt.date(2025, 2, 10)),
        ("Den Haag, 31 april 2010", None),
        ("d.d. 29 april 2010", dt.date(2010, 4, 29)),
        ("Betreft: havens\n\nd.d. 29 april 2010", dt.date(2010, 4, 29)),
        ("Dated 29 April 2010", dt.date(2010, 4, 29)),
        ("Betreft: motie over havens\nd.d. 29 april 2010", None),
        ("Betreft: uw brief\n\nd.d. 29 april 2010", None),
        ("Motie over havens, d.d. 29 april 2010", None),
    ],
)
def test_spellings_of_the_date(line: str, date: dt.date | None) -> None:
    """The date stands on its own line, mostly after the place; what is not a day is not a date."""
    assert head_of(letter(head=line)).date == date


@pytest.mark.parametrize(
    "margin, date, reference",
    [
        (
            (
                "Uw brief van\n3 februari 2024\n\nDatum\n5 maart 2024\nKenmerk\nBijlage(n)\n1\n"
                "Ons kenmerk\n2024-0000123"
            ),
            "2024-03-05",
            "2024-0000123",
        ),
        (
            (
                "> Retouradres Postbus 20701 2500 ES Den Haag\nBezoekadres\nPlein 4\n"
                "Onze referentie\n"
                "BS2024004321\nUw brief\n12 januari 2024\nDen Haag, 5 maart 2024"
            ),
            "2024-03-05",
            "BS2024004321",
        ),
        ("Date 5 March 2024\nOur reference BZDOC-123-22", "2024-03-05", "BZDOC-123-22"),
        ("Datum: 05-03-2024  Ons kenmerk: 2024-0001", "2024-03-05", "2024-0001"),
    ],
)
def test_a_margin_tells_its_own_date_and_reference_from_others(
    margin: str, date: str, reference: str | None
) -> None:
    """The date of the letter that is answered, and the next label, are not this letter's."""
    found = head_of(letter(head=margin))

    assert (str(found.date), found.reference) == (date, reference)


def test_a_date_below_a_sentence_about_a_letter_is_the_letters_own() -> None:
    """Only the line right below "your letter of" has the date of what is answered."""
    body = "Thank you for your letter of 9 May on the fund. We will publish the guidance."

    assert head_of(letter(body=body, foot="26 May 2031")).date == dt.date(2031, 5, 26)
    assert head_of(letter(head="Your letter of\n9 May 2031", body=body)).date is None


def test_a_place_with_a_day_in_the_text_does_not_date_a_letter() -> None:
    """It counts for more than a day by itself only above the salutation."""
    text = "5 maart 2026\n\nGeachte voorzitter,\n\nDe raad schreef:\nBrussel, 3 maart 2026\nGoed.\n"

    assert str(head_of(text).date) == "2026-03-05"


def test_a_date_may_name_its_weekday() -> None:
    """As a stamp or an agenda does."""
    text = "Datum: dinsdag 3 februari 2026\n\nGeachte voorzitter,\n\nDe kades zijn af.\n"

    assert str(head_of(text).date) == "2026-02-03"


@each_case(
    "label, own",
    [
        ("b) Datum ontvangst Commissiedocument", False),
        ("Datum advies", False),
        ("Ingangsdatum", False),
        ("Date of receipt", False),
        ("Datum van inwerkingtreding", False),
        ("Date received", False),
        ("Datum Kamervragen", False),
        ("Datum uw verzoek", False),
        ("Datum van uw brief", False),
        ("Datum AO", False),
        ("Datum plenair debat", False),
        ("Reactiedatum", False),
        ("Date of motion", False),
        ("Datum brief", True),
        ("Datum", True),
        ("Plaats en datum", True),
        ("Datum   Ons kenmerk   Bijlagen", True),
        ("Datum Den Haag", True),
        ("Datum document", True),
        ("Datum van dit schrijven", True),
        ("Ons kenmerk Datum uitgifte", True),
        ("Verzenddatum", True),
        ("Briefdatum", True),
        ("Datum  Behandeld door  Onderwerp", True),
        ("Datum besluit", True),
        ("Documentdatum", True),
        ("Date of letter", True),
        ("Date of issue", True),
    ],
)
@pytest.mark.parametrize("body", ["Nederland volgt dit.", "Nederland volgt dit. " * 20])
def test_a_day_below_another_label_is_not_the_papers_own(
    label: str, *, own: bool, body: str
) -> None:
    """A fiche has the day on which the Commission's document came in, and none of its own."""
    head = head_of(letter(head=f"Fiche 1: Havens\n\n{label}\n14 april 2022", body=body))
    assert (head.date is not None) == own

    placed = head_of(letter(head=f"{label}\n14 april 2022\nDen Haag, 16 april 2022", body=body))
    assert placed.date == dt.date(2022, 4, 16 if label != "Datum" else 14)
