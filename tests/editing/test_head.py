"""What the head of a letter states, and what it does not."""

import datetime as dt

import pytest

from ssrpolicy.starting import head_of


def letter(*, head: str = "", body: str = "Nederland volgt dit.", foot: str = "") -> str:
    """A letter of three parts."""
    return f"{head}\n\n{body}\n\n{foot}\n"


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


@pytest.mark.parametrize(
    "line, date",
    [
        ("Den Haag, 29 april 2010", dt.date(2010, 4, 29)),
        ("'s-Gravenhage, 1 mei 2009", dt.date(2009, 5, 1)),
        ("Datum: 29 april 2010", dt.date(2010, 4, 29)),
        ("Datum   29 april 2010", dt.date(2010, 4, 29)),
        ("The Hague, 29 April 2010", dt.date(2010, 4, 29)),
        ("29 april 2010", dt.date(2010, 4, 29)),
        ("Den Haag, 31 april 2010", None),
    ],
)
def test_spellings_of_the_date(line: str, date: dt.date | None) -> None:
    """The date stands on its own line, mostly behind the place; a day that is none is no date."""
    assert head_of(letter(head=line)).date == date


def test_who_signs_together_are_authors_together() -> None:
    """Two who sign are two authors, in the order of the signatures."""
    foot = (
        "De minister van Buitenlandse Zaken,\nM. J. M. Verhagen\n\n"
        "De minister van Defensie,\nE. van Middelkoop"
    )
    authors = head_of(letter(foot=foot)).authors

    assert [author.value for author in authors] == ["minister-bz", "minister-defensie"]


def test_on_whose_behalf_it_is_written_is_no_author() -> None:
    """A minister whom the last sentences name does not sign."""
    foot = (
        "Mede namens de minister van Binnenlandse Zaken en Koninkrijksrelaties bied ik u dit aan.\n"
        "\nDe minister van Defensie,\nE. van Middelkoop"
    )
    authors = head_of(letter(foot=foot)).authors

    assert [author.value for author in authors] == ["minister-defensie"]


def test_a_minister_unknown_to_the_lists_is_not_guessed(fixtures_lagemeer: str) -> None:
    """The letter of an invented land has its date, and neither author nor addressee."""
    head = head_of(fixtures_lagemeer)

    assert head.date == dt.date(2031, 3, 12)
    assert (head.authors, head.addressee) == ((), None)


def test_an_english_letter_is_english() -> None:
    """The language is that of the commonest words."""
    text = letter(body="The Netherlands follows this closely and is to support the process.")

    assert head_of(text).language == "en"
