"""Several who sign as one, and ministers whose cabinet has resigned."""

from ssrpolicy.starting.head import head_of
from tables import each_case

HEAD = "Den Haag, 1 december 2022\n\nNederland volgt dit.\n\n"
TWO = ["minister-fin", "minister-ezk"]


def signers(foot: str, head: str = HEAD) -> list[str]:
    """The ids of those who sign a letter that ends so."""
    return [each.value for each in head_of(f"{head}{foot}\n").authors]


@each_case(
    "foot, authors",
    [
        (
            "De ministers van Financi\u00ebn en van Economische Zaken en Klimaat,\nA. Een\nB. Twee",
            TWO,
        ),
        (
            "De Ministers van Financi\u00ebn en Economische Zaken en Klimaat,\n\nA. Een\t\tB. Twee",
            TWO,
        ),
        ("DE MINISTERS VAN FINANCI\u00cbN EN\nVAN ECONOMISCHE ZAKEN EN KLIMAAT,\n\nA. Een", TWO),
        (
            "De minister en de staatssecretaris van Financi\u00ebn,\n\nA. Een\n\nB. Twee",
            ["minister-fin", "staatssecretaris-fin"],
        ),
        (
            (
                "De ministers van Justitie en Veiligheid, voor Rechtsbescherming en van "
                "Financi\u00ebn,\n\nA. Een"
            ),
            ["minister-jenv", "minister-rechtsbescherming", "minister-fin"],
        ),
        (
            "De minister van Financi\u00ebn,\nA. Een\tDe minister van Defensie,\nB. Twee",
            ["minister-fin", "minister-defensie"],
        ),
        (
            (
                "De minister van Financi\u00ebn, A. Een\n\n"
                "De minister van Volksgezondheid, Welzijn en Sport, B. Twee"
            ),
            ["minister-fin", "minister-vws"],
        ),
        ("De demissionair minister van Financi\u00ebn,\n\nA. Een", ["minister-fin"]),
        ("De waarnemend minister van Financi\u00ebn,\nA. Een", ["minister-fin"]),
        ("De minister van Financi\u00ebn (demissionair),\nA. Een", ["minister-fin"]),
    ],
)
def test_who_signs_together_or_for_a_time(foot: str, authors: list[str]) -> None:
    """One line may name several functions; a cabinet that has resigned has the same ones."""
    assert signers(foot) == authors


@each_case(
    "foot",
    [
        "Ik deel dit met\nde ministers van Financi\u00ebn en van Defensie,\nA. Een en B. Twee.",
        "De ministers van Financi\u00ebn en van Defensie hebben dit besloten.\n\nA. Een",
        "De ministers van Financi\u00ebn en van Sterren en Planeten,\n\nA. Een\nB. Twee",
        "De ministers van Financi\u00ebn en van Defensie\n\nDe aanpak is goed.",
        "Namens de ministers van Financi\u00ebn en van Defensie,\n\nde directeur,\nA. Een",
        "Afschrift aan:\nDe ministers van Financi\u00ebn en van Defensie,\nA. Een",
    ],
)
def test_ministers_who_are_only_named_do_not_sign(foot: str) -> None:
    """They do in a line by itself with names below it, if a code list has each of them."""
    assert signers(foot) == []


@each_case(
    "subject",
    [
        "Betreft: reactie op brief van de minister van Financi\u00ebn van 12 mei 2021",
        "Onderwerp: brief van de minister van Financi\u00ebn",
        "Bijlage: brief van de minister van Financi\u00ebn",
        "In antwoord op uw brief van de minister van Financi\u00ebn",
    ],
)
def test_a_letter_that_is_only_about_one_of_a_minister_is_not_by_him(subject: str) -> None:
    """A subject or an annex may name another letter."""
    head = f"Datum 3 juni 2021\n{subject}\n\nGeachte voorzitter,\n\nWij zien dit anders.\n\n"
    assert signers("Stichting Voorbeeld", head) == []
