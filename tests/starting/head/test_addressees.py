"""Whom a letter is for."""

from ssrpolicy.model import DocumentKind
from ssrpolicy.starting.head import head_of
from starting.head.letters import letter
from tables import each_case


def test_the_reference_and_the_addressee_of_a_departmental_letter() -> None:
    """A letterhead in columns gives the reference below its word, the addressee without "Aan"."""
    head = (
        "De voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n\n"
        "Datum 8 september 2025\nKenmerk\n4204015-1087289-ABC"
    )
    found = head_of(letter(head=head))

    assert found.reference == "4204015-1087289-ABC"
    assert found.addressee is not None
    assert found.addressee.value == "voorzitter-tweede-kamer"


@each_case(
    "head, addressee",
    [
        ("To the Speaker of the House of Representatives", "voorzitter-tweede-kamer"),
        (
            "To the President of the House of Representatives\nof the States General\nPO Box 20018",
            "voorzitter-tweede-kamer",
        ),
        (
            "De Voorzitter van de Eerste Kamer der Staten-Generaal\nBinnenhof 22\nDEN HAAG",
            "voorzitter-eerste-kamer",
        ),
        (
            "Aan de Voorzitter\nvan de Tweede Kamer\nder Staten-Generaal\nPostbus 20018",
            "voorzitter-tweede-kamer",
        ),
        (
            "Aan de Voorzitter van de vaste commissie voor Buitenlandse Zaken",
            "voorzitter-van-de-vaste-commissie-voor-buitenlandse-zaken",
        ),
        (
            "De leden van de vaste commissie voor Defensie\nPostbus 20018",
            "leden-van-de-vaste-commissie-voor-defensie",
        ),
        (
            "Aan de leden van de vaste commissie voor Defensie",
            "leden-van-de-vaste-commissie-voor-defensie",
        ),
        (
            "De griffier van de vaste commissie voor Justitie en Veiligheid\nDen Haag",
            "griffier-van-de-vaste-commissie-voor-justitie-en-veiligheid",
        ),
        (
            "De Voorzitter van de commissie voor de Rijksuitgaven",
            "voorzitter-van-de-commissie-voor-de-rijksuitgaven",
        ),
        (
            "The members of the Standing Committee on Defence",
            "members-of-standing-committee-on-defence",
        ),
        (
            "Aan de Voorzitters van de Eerste en van de Tweede Kamer der Staten-Generaal",
            "voorzitters-staten-generaal",
        ),
        (
            "Aan de Voorzitters van de Eerste\nen Tweede Kamer der Staten-Generaal\nPostbus 20017",
            "voorzitters-staten-generaal",
        ),
        (
            "Aan de Voorzitter van de Eerste Kamer\nAan de Voorzitter van de Tweede Kamer",
            "voorzitters-staten-generaal",
        ),
        (
            "Aan de Voorzitter van de Tweede Kamer\n\nAan de Voorzitter van de Eerste Kamer",
            "voorzitters-staten-generaal",
        ),
        ("Aan de Voorzitters van beide Kamers der Staten-Generaal", "voorzitters-staten-generaal"),
        ("Aan de Eerste en de Tweede Kamer der Staten-Generaal", "staten-generaal"),
        (
            "To the Presidents of the Senate and of the House of Representatives",
            "voorzitters-staten-generaal",
        ),
        (
            "Aan de Voorzitter van de Tweede Kamer\nIn afschrift aan de Eerste Kamer",
            "voorzitter-tweede-kamer",
        ),
        (
            "De voorzitter van de vaste commissie\nvoor Defensie van de Tweede Kamer",
            "voorzitter-van-de-vaste-commissie-voor-defensie",
        ),
        (
            "Aan de leden van de gemeenteraad van Lagemeer\n\nGeachte raad,",
            "leden-van-de-gemeenteraad-van-lagemeer",
        ),
        ("Aan de Voorzitter van de Tweede Kamer Binnenhof 4 Den Haag", "voorzitter-tweede-kamer"),
        ("Aan de Voorzitter van de Tweede Kamer Den Haag, 3 mei 2031", "voorzitter-tweede-kamer"),
        ("Aan de slag met water\n\nGeachte voorzitter,", None),
        ("Wij zenden dit\naan de minister van Defensie en volgen het.", None),
        ("Geachte voorzitter,", None),
    ],
)
def test_whom_a_letter_is_for(head: str, addressee: str | None) -> None:
    """The addressee stands with "Aan" or without, over lines, in English; or is not stated.

    A letter to both Houses has them as one addressee, which is in the code list.
    """
    found = head_of(letter(head=head)).addressee

    assert (found.value if found else None) == addressee


@each_case(
    "line, author, addressee",
    [
        (
            "Letter from the Minister for Europe to the Chairman of the Committee",
            "minister-europe",
            "chairman-of-committee",
        ),
        (
            (
                "Letter from the Rt Hon Ann Sample MP, Minister for the Cabinet Office, to the\n"
                "Chairman of the Committee, dated 4 June 2031"
            ),
            "minister-cabinet-office",
            "chairman-of-committee",
        ),
        (
            "Letter to Ann Sample MP, Minister for Europe, from the Chairman",
            "chairman",
            "minister-europe",
        ),
        (
            "Letter from the Chairman to the Secretary of State for Foreign Affairs",
            "chairman",
            "secretary-of-state-foreign-affairs",
        ),
        (
            "Letter from the Chairman to Ann\nSample, Secretary of State, Ports, dated 4 June 2031",
            "chairman",
            "secretary-of-state-ports",
        ),
    ],
)
def test_an_english_heading_says_whose_letter_it_is(line: str, author: str, addressee: str) -> None:
    """It is a letter, from the one to the other; their ids have no article."""
    body = "Thank you for your letter on the fund. We will publish the guidance for it in June."
    head = head_of(letter(head=line, body=body))

    assert (head.kind, bool(head.kind_words)) == (DocumentKind.LETTER, True)
    assert [each.value for each in head.authors] == [author]
    assert head.addressee is not None
    assert head.addressee.value == addressee
    assert {each.value for each in head.parties} == {author, addressee}


@each_case("copy", ["cc", "c.c.", "Afschrift aan", "i.a.a."])
def test_who_gets_a_copy_is_not_written_to(copy: str) -> None:
    """A copy for the other House stands right below the addressee."""
    text = f"Aan de Voorzitter van de Eerste Kamer\n{copy} Voorzitter van de Tweede Kamer\n\nTekst."
    found = head_of(text).addressee

    assert found is not None
    assert found.value == "voorzitter-eerste-kamer"


@each_case(
    "line, addressee",
    [
        ("T.a.v. de voorzitter van de Eerste Kamer", "voorzitter-eerste-kamer"),
        ("Ter attentie van de Voorzitter van de Eerste Kamer", "voorzitter-eerste-kamer"),
        ("Geadresseerde: Voorzitter Eerste Kamer", "voorzitter-eerste-kamer"),
        ("Aan de Voorzitter van de Eerste Kamer, de heer A. Vos", "voorzitter-eerste-kamer"),
        ("Aan: de minister van Defensie, mevrouw B. de Wit", "minister-defensie"),
    ],
)
def test_the_office_is_addressed_and_not_the_person(line: str, addressee: str) -> None:
    """Every label of an address is one, and who holds the office stands outside its name."""
    found = head_of(f"{line}\n\nGeachte heer,\n\nTekst.").addressee

    assert found is not None
    assert found.value == addressee
