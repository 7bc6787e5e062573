"""Who signs with a function that no list has, and from whom a heading says that a paper is."""

from ssrpolicy.starting.head import head_of
from tables import each_case


@each_case(
    "closing, author",
    [
        ("Hoogachtend,\n\nDe speciaal gezant voor de delta,\n\nA. Voorbeeld", "speciaal-gezant-"),
        (
            "Hoogachtend,\n\nDe secretaris-generaal van het\nministerie van Defensie,\n\nA. Bos",
            "secretaris-generaal-van-het-ministerie-van-defensie",
        ),
        ("Met vriendelijke groet,\n\nA. Bos\nWethouder Water en Wonen", "wethouder-water"),
        (
            (
                "Met vriendelijke groet,\nburgemeester en wethouders van Lagemeer,\n\n"
                "de secretaris,     de burgemeester,\nA. Bos              C. Dam"
            ),
            "burgemeester-en-wethouders-van-lagemeer",
        ),
        ("Gedeputeerde Staten van Overland\n\nA. Bos", "gedeputeerde-staten-van-overland"),
        ("Yours sincerely\n\nSir John Doe KCB\nPermanent Secretary", "permanent-secretary"),
        ("Yours sincerely\n\nBaroness Bos of Lagemeer\nChair of the Water Committee", "chair-of-"),
        # Nobody is named by a name alone, or by what only stands below one.
        ("Met vriendelijke groet,\n\nA. Bos\nTelefoon 070 123 45 67", None),
        ("Hoogachtend,\n\nA. Bos", None),
        ("De burgemeester en wethouders van Lagemeer zijn ingelicht.", None),
        # Who signs through somebody stays who it is.
        (
            "Hoogachtend,\n\nDe minister van Defensie,\nnamens deze,\nde directeur,\n\nA. Bos",
            "minister-defensie",
        ),
    ],
)
def test_who_signs_below_the_closing(closing: str, author: str | None) -> None:
    """A function with a name below it, or below a name, and a body alone on its line, sign."""
    head = head_of(f"Geachte leden van de raad,\n\nDe sluis gaat open.\n\n{closing}\n")

    assert len(head.authors) == (author is not None)
    assert all(each.value.startswith(author or "") for each in head.authors)


@each_case(
    "heading, author, addressee",
    [
        ("BRIEF VAN DE INFORMATEUR", "informateur", "Voorzitter van de Tweede Kamer"),
        ("BRIEF VAN DE ALGEMENE REKENKAMER1", "algemene-rekenkamer", "leden"),
        ("BRIEF VAN DE VOORZITTER VAN DE TWEEDE KAMER", "voorzitter-tweede-kamer", "leden"),
    ],
)
def test_who_writes_by_the_heading_of_the_house(heading: str, author: str, addressee: str) -> None:
    """Whoever writes, a heading in capitals names; right below it stands whom it is for."""
    text = f"""\
36 001 Kabinetsformatie 2031

Nr. 4 {heading}

Aan de {addressee}

Den Haag, 12 maart 2031

Vandaag spraken wij met de minister van Defensie. De Kamer krijgt een verslag.

De Voorzitter van de Tweede Kamer der Staten-Generaal,
A. Bos
"""
    head = head_of(text)

    assert [each.value for each in head.authors] == [author]
    assert head.addressee is not None
    assert head.addressee.words == addressee


def test_who_writes_by_a_label() -> None:
    """A note names its sender after "Van", who need not sign; other words there name nobody."""
    text = "Van: {}\nAan: de Voorzitter van de Tweede Kamer\n\nGeachte voorzitter,\n\nDe sluis.\n"
    named = head_of(text.format("de minister van Defensie")).authors

    assert [each.value for each in named] == ["minister-defensie"]
    assert head_of(text.format("A. Bos <bos@example.org>")).authors == ()


def test_a_committee_that_reports() -> None:
    """A report on a bill is of the committee that prepares it, in its heading or first sentence."""
    heading = "C VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR WATER1"
    sentence = (
        "Nr. 5 VERSLAG\n\nDe vaste commissie voor Water, belast met het voorbereidend onderzoek "
        "van dit wetsvoorstel, brengt als volgt verslag uit."
    )
    ids = {
        each.value
        for said in (heading, sentence)
        for each in head_of(f"36 001 Sluizenwet\n\n{said}\n\nDe leden lazen het.\n").authors
    }
    assert ids == {"vaste-commissie-voor-water"}


def test_whom_questions_are_put_to() -> None:
    """Questions name the minister that they are for, and not one of several."""
    asked = (
        "Vragen van het lid Bos (XYZ) aan {} over de sluis (ingezonden 3 mei 2031)\n\n1\nWat nu?"
    )
    one = head_of(asked.format("de minister van Defensie"))
    two = head_of(asked.format("de ministers van Defensie en van Financiën"))

    assert one.addressee is not None
    assert (one.addressee.value, two.addressee) == ("minister-defensie", None)
