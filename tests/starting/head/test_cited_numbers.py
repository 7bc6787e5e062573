"""The number of a paper is printed in its head or at the foot of its pages, and not in its text."""

from ssrpolicy.starting.head import head_of
from tables import each_case

HEAD = "Aan de Voorzitter van de Tweede Kamer\n\nDatum 3 februari 2026\n\nGeachte voorzitter,\n\n"
SIGNED = "\n\nDe minister van Buitenlandse Zaken,\n\nA. Voorbeeld\n"


@each_case(
    "text",
    [
        "Zie kst-31105-17 en nogmaals kst-31105-17.",
        "Dit staat in het stuk\nkst-31105-17 van vorig jaar.",
        "Zie ook:\nkst-31105-17",
        "Zoals gezegd in:\nTweede Kamer, vergaderjaar 2025–2026, 31 105, nr. 9",
        "Dit is eerder gezegd.\n\nTweede Kamer, vergaderjaar 2024–2025, 31 105, nr. 9",
        "Van belang zijn\n31 105 Kades en oevers\nNr. 17 Brief van de minister van Defensie",
    ],
)
def test_a_cited_number_is_not_the_papers_own(text: str) -> None:
    """Running text cites papers, also of another session year, also where a line is only that."""
    found = head_of(f"{HEAD}{text}{SIGNED}")

    assert (found.number, found.title) == (None, None)


@each_case(
    "foot",
    [
        "kst-31105-17",
        "kst-31105-17\nISSN 0921 - 7371\n's-Gravenhage 2026",
        "kst-31105-17 ISSN 0921 - 7371",
        "Tweede Kamer, vergaderjaar 2025–2026, 31 105, nr. 17 2",
        "Tweede Kamer, vergaderjaar 2025-2026, 31 105, nr. 17",
    ],
)
def test_the_foot_of_a_page_is_a_line_of_its_own(foot: str) -> None:
    """Below the signature, or between two paragraphs, on its own lines."""
    text = "De kades worden in 2026 hersteld."

    assert str(head_of(f"{HEAD}{text}{SIGNED}\n{foot}\n").number) == "kst-31105-17"
    assert str(head_of(f"{HEAD}{text}\n\n{foot}\n\n{text}{SIGNED}").number) == "kst-31105-17"


@each_case(
    "foot",
    [
        "Tweede Kamer, vergaderjaar 2025–2026, 36 725, nr. 29 1",
        "Tweede Kamer, vergaderjaar 2025–2026, 36 725, nr. 29\n1",
        "\nTweede Kamer, vergaderjaar 2025–2026, 36 725, nr. 29",
        "kst-36725-29\nISSN 0921 - 7371\n's-Gravenhage 2026",
        "kst-36725-29 1",
    ],
)
def test_a_page_may_end_in_a_colon(foot: str) -> None:
    """What is printed at the foot of the page is not a citation of the text above it."""
    text = f"{HEAD}Ik zend u dit. De Kamer verzoekt de regering:\n{foot}\n\nde kades te herstellen."

    assert str(head_of(f"{text}{SIGNED}").number) == "kst-36725-29"


@each_case(
    "line, day",
    [
        ("Ontvangen 27 juni 2026", "2026-06-27"),
        ("Ontvangen: 27 juni 2026", "2026-06-27"),
        ("Received on 27 June 2026", "2026-06-27"),
        (f"Ontvangen{' ' * 2_300}27 juni 2026", "2026-06-27"),
        (f"Ontvangen{' ' * 2_300}:\n\nDatum{' ' * 40}\n27 juni 2026", "2026-06-27"),
    ],
)
@each_case("kind", ["NOTA NAAR AANLEIDING VAN HET VERSLAG", "AMENDEMENT VAN HET LID"])
def test_an_amendment_is_dated_by_the_day_the_house_received_it(
    kind: str, line: str, day: str
) -> None:
    """An amendment and a memorandum print that day below their heading."""
    found = head_of(f"31 105 Kades en oevers\n\nNr. 5 {kind} BAKKER\n{line}\n\nDe kades.\n")

    assert str(found.date) == day


def test_questions_are_dated_by_the_day_they_were_sent() -> None:
    """The day stands in brackets, below the number of the questions or after them."""
    asked = "Vragen van het lid Bakker (ABC) aan de minister van Defensie over kades"
    text = f"2026Z04321\n(ingezonden 20 juni 2026)\n\n{asked}\n\n1\nKent u de kades?\n"

    assert str(head_of(text).date) == "2026-06-20"


def test_an_english_motion_is_dated_by_when_it_was_proposed() -> None:
    """A translation says it in English."""
    text = (
        "31 105 Quays\n\nNo. 22 MOTION BY MEMBER BAKKER\nProposed on 5 March 2026\n\nThe House,\n\n"
        "having heard the deliberations,\n\ncalls on the government to repair the quays,\n\n"
        "and proceeds to the order of the day.\n\nBakker\n"
    )

    assert str(head_of(text).date) == "2026-03-05"
