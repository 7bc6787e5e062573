"""What the head of a letter says that it is about."""

from ssrpolicy.starting.head import head_of
from tables import each_case


@each_case(
    "lines, subject",
    [
        ("Betreft Voortgang van de kustwacht", "Voortgang van de kustwacht"),
        ("Betreft:   Voortgang van de\nkustwacht", "Voortgang van de kustwacht"),
        ("Onderwerp\nAanbieding jaarverslag", "Aanbieding jaarverslag"),
        ("Betreft Aanbieding van het rapport\nBezoekadres\nHaven 1", "Aanbieding van het rapport"),
        ("Betreft Veerdienst\nDatum 3 maart 2031", "Veerdienst"),
        ("Subject: Response\n         to the second report", "Response to the second report"),
        ("Re: your letter of May", "your letter of May"),
        ("BETREFT: veerdienst", "veerdienst"),
        ("datum 9 oktober 2017\nbetreft Veerdienst", "Veerdienst"),
        ("onderwerp   Veerdienst", "Veerdienst"),
        ("Wat de kustwacht\nbetreft de inzet", None),
        ("Betreft   Veerdienst      Uw kenmerk 12", "Veerdienst"),
        ("Betreft", None),
        ("Betreft\nKenmerk 2031-5", None),
        ("Recente cijfers over de veerdienst", None),
    ],
)
def test_the_subject_of_a_letter_is_what_its_head_is_labelled_with(
    lines: str, subject: str | None
) -> None:
    """It goes on where its line cannot be its end; the next label, or an address, is not of it."""
    head = head_of(f"{lines}\n\nGeachte voorzitter,\n\nNederland volgt dit.\n")

    assert head.subject == subject


def test_words_of_a_sentence_are_not_the_subject() -> None:
    """A line of the text itself may begin with the words of a label."""
    body = (
        "Wat de kustwacht\nbetreft de inzet volgende maand.\nBetreft het de inzet, dan volgt meer."
    )

    labelled = "Datum 3 maart 2031\nBetreft Antwoorden op vragen\n\nHierbij zend ik u antwoorden."
    assert head_of(labelled).subject == "Antwoorden op vragen"
    assert head_of(f"Geachte voorzitter,\n\n{body}\n").subject is None
    assert head_of(body).subject is None


@each_case(
    "lines, reference",
    [
        ("datum 9 oktober 2017\nkenmerk 2017-55", "2017-55"),
        ("kenmerk: 2017-55", "2017-55"),
        ("ons kenmerk: 2017-55", "2017-55"),
        ("Ministerie van Havens\nons kenmerk  2017-55", "2017-55"),
        ("ons kenmerk 2017-55\ndatum 9 oktober 2017", "2017-55"),
        ("Ministerie van Havens\n\nons kenmerk 2017-55", "2017-55"),
        ("Ik antwoord op vragen met\nons kenmerk 2017-55", None),
        ("Kenmerk 2017-55", "2017-55"),
        ("Nederland volgt dit.\nIk antwoord op vragen. Met dit\nkenmerk zijn er 12 gesteld", None),
    ],
)
def test_a_label_in_small_letters_stands_among_labels(lines: str, reference: str | None) -> None:
    """A sentence may go on with such a word, below the salutation and above it."""
    assert head_of(f"{lines}\n\nGeachte voorzitter,\n\nGoed.\n").reference == reference
    below = head_of(f"Geachte voorzitter,\n\n{lines}\n").reference
    assert below == (reference if lines.startswith("Kenmerk") else None)
