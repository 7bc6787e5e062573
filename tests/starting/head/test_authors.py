"""Who signs a letter, on whose behalf, and in which function."""

import datetime as dt

from ssrpolicy.starting.head import head_of
from starting.head.letters import letter
from tables import each_case


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


def test_a_function_that_no_list_has_is_a_party_of_the_record(fixtures_lagemeer: str) -> None:
    """The minister of an invented land is stated in its own words, and nothing is guessed."""
    head = head_of(fixtures_lagemeer)

    assert head.date == dt.date(2031, 3, 12)
    assert [each.value for each in head.authors] == ["minister-buitenlandse-betrekkingen"]
    assert [each.value for each in head.on_behalf_of] == [
        "minister-kustwacht",
        "minister-orde-en-recht",
    ]
    assert [each.value for each in head.parties] == [
        "minister-buitenlandse-betrekkingen",
        "minister-kustwacht",
        "minister-orde-en-recht",
        "voorzitter-van-de-raad-der-provincien",
    ]
    assert head.addressee == head.parties[-1]


@each_case(
    "foot, authors",
    [
        ("De Staatssecretaris van Defensie,\nA. Voorbeeld", ["staatssecretaris-defensie"]),
        ("DE MINISTER VAN DEFENSIE,\nA. Voorbeeld", ["minister-defensie"]),
        ("De Minister van Defensie\nA. Voorbeeld", ["minister-defensie"]),
        ("de minister van Volksgezondheid,\nWelzijn en Sport,\nA. Voorbeeld", ["minister-vws"]),
        ("De Minister voor Klimaat en Water,\nA. Voorbeeld", ["minister-klimaat-en-water"]),
        ("De minister-president, minister van Algemene Zaken,\nA. Voorbeeld", ["minister-az"]),
        ("Hoogachtend,\nde minister van Defensie,\n\n\nA. Voorbeeld", ["minister-defensie"]),
        (
            (
                "De minister van Defensie,\n\nA. Voorbeeld\n\nDe staatssecretaris van Defensie,\n"
                "B. Voorbeeld"
            ),
            ["minister-defensie", "staatssecretaris-defensie"],
        ),
        ("Dit heb ik besproken met\nde minister van Defensie.", []),
    ],
)
def test_a_signature_names_whole_functions(foot: str, authors: list[str]) -> None:
    """A function counts as a whole, over lines and in capitals, or is a party of its own."""
    assert [each.value for each in head_of(letter(foot=foot)).authors] == authors


@each_case(
    "words, named",
    [
        (
            (
                "Mede namens de Minister van Defensie en de Staatssecretaris van Justitie en "
                "Veiligheid informeer ik uw Kamer."
            ),
            ["minister-defensie", "staatssecretaris-jenv"],
        ),
        (
            (
                "Hierbij bied ik u, mede namens de ministers van Defensie en van Financi\u00ebn, "
                "het rapport aan."
            ),
            ["minister-defensie", "minister-fin"],
        ),
        ("Ik informeer u mede namens het kabinet.", []),
    ],
)
def test_on_whose_behalf_a_letter_is_written(words: str, named: list[str]) -> None:
    """Those who are named so are not authors, and several are told apart."""
    head = head_of(letter(head="Den Haag, 3 maart 2023", body=words))

    assert [each.value for each in head.on_behalf_of] == named


def test_who_answers_written_questions_is_the_author() -> None:
    """The line above the answers names who answers, and on whose behalf."""
    text = (
        "Vragen van het lid Voorbeeld (ingezonden 5 juli 2024).\nAntwoord van Minister Voorbeeld "
        "(Defensie), mede namens de Minister\nvan Financi\u00ebn (ontvangen 22 augustus 2024)."
    )
    found = head_of(letter(head=text))

    assert [each.value for each in found.authors] == ["minister-defensie"]
    assert [each.value for each in found.on_behalf_of] == ["minister-fin"]


@each_case(
    "date, function, id, declared",
    [
        ("7 november 2022", "voor Digitale Zaken", "staatssecretaris-digitale-zaken", True),
        ("7 november 2005", "voor Europese Zaken", "staatssecretaris-europese-zaken", True),
        ("7 november 2024", "Rechtsbescherming", "staatssecretaris-rechtsbescherming", True),
        ("7 november 2013", "van Defensie", "staatssecretaris-defensie", False),
    ],
)
def test_a_state_secretary_in_no_list_is_a_party_of_the_record(
    date: str, function: str, id: str, *, declared: bool
) -> None:
    """Be it as the one who signs or as the one on whose behalf the letter is written too."""
    signed = letter(head=f"Den Haag, {date}", foot=f"De Staatssecretaris {function},\nA. Naam")
    also = letter(
        head=f"Den Haag, {date}\n\nMede namens de staatssecretaris {function} bericht ik u.",
        foot="De Minister van Financiën,\nA. Naam",
    )
    (author,), (other,) = head_of(signed).authors, head_of(also).on_behalf_of

    assert (author.value, other.value) == (id, id)
    assert (author.party is not None, other.party is not None) == (declared, declared)


@each_case(
    "above, party",
    [
        ("London, 4 June 2031", None),
        ("Department of State", None),
        ("The Hague, 4 June 2031", "staatssecretaris-bz"),
        (
            "To the Speaker of the House of Representatives of the States General",
            "staatssecretaris-bz",
        ),
    ],
)
def test_a_foreign_office_is_not_a_dutch_one_of_that_name(above: str, party: str | None) -> None:
    """An English name that a listed function has too is its only in a paper of the Netherlands."""
    body = "I will write to you about the fund and the report in the autumn of this year."
    foot = "The Secretary of State for Foreign Affairs,\nA. Sample"
    (author,) = head_of(letter(head=above, body=body, foot=foot)).authors

    assert (author.value if author.party is None else None) == party
    assert author.words == "Secretary of State for Foreign Affairs"
