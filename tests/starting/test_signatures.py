"""Who signs a letter, by the ways in which ministers sign."""

import pytest

from ssrpolicy.starting.head import head_of
from tables import each_case

HEAD = "Den Haag, 3 maart 2023\n\nNederland volgt dit.\n\n"


def signers(foot: str, head: str = HEAD) -> list[str]:
    """The ids of those who sign a letter that ends so."""
    return [each.value for each in head_of(f"{head}{foot}\n").authors]


@each_case(
    "foot, authors",
    [
        ("De Staatssecretaris van Defensie,\nC.A. Voorbeeld", ["staatssecretaris-defensie"]),
        ("DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT,\n\n\nM.G.J. Voorbeeld", ["minister-ienw"]),
        ("De minister van\nVolksgezondheid, Welzijn en Sport,\nE. Voorbeeld", ["minister-vws"]),
        ("de minister van Onderwijs,\nCultuur en Wetenschap,\n\nR. Voorbeeld", ["minister-ocw"]),
        ("DE MINISTER-PRESIDENT,\nMinister van Algemene Zaken,\n\nMark Voorbeeld", ["minister-az"]),
        ("De minister van Justitie en Veiligheid a.i.,\nF. Voorbeeld", ["minister-jenv"]),
        ("De Minister van Defensie, K.H. Voorbeeld", ["minister-defensie"]),
        ("De Staatssecretaris Rechtshulp, E.F. Voorbeeld", ["staatssecretaris-rechtshulp"]),
        ("De fungerend Minister van Defensie,\nK. Voorbeeld", ["minister-defensie"]),
        ("De minister voor Defensie,\n\nK. Voorbeeld", ["minister-defensie"]),
        ("Kopie aan de Eerste Kamer\n\nDe minister van Defensie,\n\nK.", ["minister-defensie"]),
        ("De vicepremier en minister van Defensie,\n\nK. Voorbeeld", ["minister-defensie"]),
        ("De staatssecretaris van Financi\u00ebn \u2014 Douane,\n\nK.", ["staatssecretaris-fin"]),
        (
            "Carola Voorbeeld\nMinister voor Armoedebeleid, Participatie en Pensioenen",
            ["minister-armoedebeleid-participatie-en-pensioenen"],
        ),
        (
            "de staatssecretaris Langdurige en Maatschappelijke Zorg,\n\n\nV. Voorbeeld",
            ["staatssecretaris-langdurige-en-maatschappelijke-zorg"],
        ),
        (
            ("De Minister voor Natuur en Stikstof,\n\nChristianne van der Voorbeeld-Naam\n\n"
            "1 Kamerstuk 33 576, nr. 1."),
            ["minister-natuur-en-stikstof"],
        ),
        ("De Minister van Defensie,\nK. Voorbeeld\n\n\fBijlage 1\n\n" + "Regel.\n" * 600, [
            "minister-defensie"
        ]),
    ],
)  # fmt: skip
def test_one_signs(foot: str, authors: list[str]) -> None:
    """A function may run over lines, stand in capitals, above or below a name, before an annex."""
    assert signers(foot) == authors


@pytest.mark.parametrize(
    "foot, authors",
    [
        (
            (
                "De Minister van Buitenlandse Zaken,\nW.B. Voorbeeld\nDe Minister voor "
                "Buitenlandse Handel en Ontwikkelingssamenwerking,\nE.N. Voorbeeld"
            ),
            ["minister-bz", "minister-bhos"],
        ),
        (
            (
                "de minister van Sociale Zaken        de staatssecretaris van Sociale Zaken\n"
                "en Werkgelegenheid,                  en Werkgelegenheid,\n\n"
                "C.E.G. Voorbeeld                     J.N.J. Voorbeeld"
            ),
            ["minister-szw", "staatssecretaris-szw"],
        ),
    ],
)
def test_two_sign(foot: str, authors: list[str]) -> None:
    """Signatures may stand below each other without a blank line, or next to each other."""
    assert signers(foot) == authors


@pytest.mark.parametrize(
    "foot, authors",
    [
        (
            "De Minister van Defensie,\nnamens deze,\nde staatssecretaris van Defensie,\nJ. Jansen",
            ["minister-defensie"],
        ),
        (
            "De Minister van Defensie,\nnamens deze,\n\nde secretaris-generaal,\nJ. Jansen",
            ["minister-defensie"],
        ),
        (
            (
                "De Minister van Defensie,\nvoor deze:\nde Staatssecretaris van Defensie,\nJ. Naam"
                "\n\nDe Minister van Financi\u00ebn,\nS. Voorbeeld"
            ),
            ["minister-defensie", "minister-fin"],
        ),
        (
            "Namens de Minister van Defensie,\nde Secretaris-Generaal,\nJ. Jansen",
            ["minister-defensie"],
        ),
    ],
)
def test_who_signs_through_somebody_is_the_author(foot: str, authors: list[str]) -> None:
    """With "namens deze" the minister writes, and the hand that signs is not an author."""
    assert signers(foot) == authors


@pytest.mark.parametrize(
    "words",
    [
        "Ik besprak dit met de\nMinister van Defensie,\ndie het overnam.",
        (
            "Dit is besproken met mijn collega's,\nde minister van Defensie,\n"
            "de minister van Financi\u00ebn,\nen de minister-president."
        ),
        "Dit heb ik besproken met\nde minister van Defensie.",
        "De Minister heeft dit beantwoord bij brief van 3 maart 2022. Vragen en\nantwoorden, A.\n",
    ],
)
def test_a_function_in_a_sentence_signs_nothing(words: str) -> None:
    """A line that begins with a function may be the middle of a sentence."""
    assert signers(words) == []


@pytest.mark.parametrize(
    "foot, authors",
    [
        ("Yours sincerely,\n\nWopke Voorbeeld\nMinister of Foreign Affairs", ["minister-bz"]),
        (
            "The Minister of Foreign Affairs,\nB. Voorbeeld\n\nThe Minister of Defence,\nH. Naam",
            ["minister-bz", "minister-defensie"],
        ),
    ],
)
def test_english_signatures(foot: str, authors: list[str]) -> None:
    """An English letter names the same ministers."""
    assert signers(foot, head="The Hague, December 16, 2021\n\n") == authors


@pytest.mark.parametrize(
    "date, author",
    [
        ("3 maart 2004", "minister-lnv"),
        ("3 maart 2019", "minister-lnv-2017"),
        ("3 maart 2012", "minister-landbouw-natuur-en-voedselkwaliteit"),
    ],
)
def test_a_function_is_that_of_its_day(date: str, author: str) -> None:
    """A ministry that came back has another minister, and none where there was none."""
    foot = "De Minister van Landbouw, Natuur en Voedselkwaliteit,\nC. Voorbeeld"

    assert signers(foot, head=f"Den Haag, {date}\n\n") == [author]


@pytest.mark.parametrize(
    "head, authors",
    [
        (
            "Nr. 238\nBRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE",
            ["minister-bz", "minister-defensie"],
        ),
        (
            (
                "Nr. 239 BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN, VAN DEFENSIE EN VAN\n"
                "VEILIGHEID EN JUSTITIE"
            ),
            ["minister-bz", "minister-defensie", "minister-venj"],
        ),
        (
            "Nr. 12 BRIEF VAN DE MINISTER EN STAATSSECRETARIS VAN DEFENSIE",
            ["minister-defensie", "staatssecretaris-defensie"],
        ),
        ("Nr. 12 BRIEF VAN DE STAATSSECRETARIS VAN DEFENSIE", ["staatssecretaris-defensie"]),
    ],
)
def test_the_head_says_who_writes_where_nobody_signs(head: str, authors: list[str]) -> None:
    """A head in capitals names one or several."""
    assert signers("", head=f"{head}\n\nDen Haag, 7 november 2013\n\nNederland.") == authors


@pytest.mark.parametrize(
    "head, movers",
    [
        ("Nr. 12\nMOTIE VAN DE LEDEN JASPER VAN DIJK EN BELHAJ\n", ["jasper-van-dijk", "belhaj"]),
        ("Nr. 12\nGEWIJZIGDE MOTIE VAN HET LID PIRI C.S.\n", ["piri"]),
        (
            (
                "GEWIJZIGDE MOTIE VAN HET LID VOORBEELD C.S.\n\nDe Kamer,\n\ngehoord de "
                "beraadslaging,\n\nen gaat over tot de orde van de dag.\n\nVoorbeeld\n"
                "Van der Naam\n"
            ),
            ["voorbeeld", "van-der-naam"],
        ),
    ],
)
def test_who_moves_a_motion(head: str, movers: list[str]) -> None:
    """The names below a motion are its movers; without any, those of its head."""
    assert signers("", head=head) == movers
