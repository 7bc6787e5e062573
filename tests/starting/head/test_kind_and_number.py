"""The head of a paper states its kind, number, title and session year."""

import pytest

from ssrpolicy.starting.head import head_of
from starting.head.letters import letter
from tables import each_case


@each_case(
    "head, kind, number, date",
    [
        (
            (
                "29 754\nTerrorismebestrijding\n\nNr. 238 BRIEF VAN DE MINISTER VAN DEFENSIE\n\n"
                "Den Haag, 7 november 2013"
            ),
            "letter",
            "kst-29754-238",
            "2013-11-07",
        ),
        (
            (
                "36 200 X Vaststelling van de begroting\n\nNr. 12 MOTIE VAN HET LID VOORBEELD\n"
                "Voorgesteld 24 april 2025"
            ),
            "motion",
            "kst-36200-X-12",
            "2025-04-24",
        ),
        (
            (
                "Tweede Kamer der Staten-Generaal\nVergaderjaar 2023\u20132024 Aanhangsel van de "
                "Handelingen\nVragen gesteld door de leden der Kamer\n\n2210\nVragen van het lid "
                "Voorbeeld.\nAntwoord van Minister Voorbeeld (Defensie) (ontvangen 23\njuli 2024)."
            ),
            "question",
            "ah-tk-20232024-2210",
            "2024-07-23",
        ),
        ("> Retouradres Postbus 1\n\nDatum 05-03-2024", "letter", None, "2024-03-05"),
        ("December 16, 2021", "letter", None, "2021-12-16"),
        ("Datum 5 maart 2024\n\nkst-27925-966", "letter", "kst-27925-966", "2024-03-05"),
    ],
)
def test_a_head_states_its_kind_number_and_date(
    head: str, kind: str, number: str | None, date: str
) -> None:
    """What is printed at the head, or at the foot of a page, is read, however it is arranged."""
    found = head_of(letter(head=head))

    assert (str(found.kind), found.number and str(found.number)) == (kind, number)
    assert str(found.date) == date


@each_case(
    "head, number, title",
    [
        (
            "36 800 A Vaststelling van de begroting van het Kadefonds\n\nNr. 5 BRIEF VAN DE",
            "kst-36800-A-5",
            "Vaststelling van de begroting van het Kadefonds",
        ),
        ("34775 A 63 BRIEF VAN DE MINISTER VAN WATERSTAAT", "kst-34775-A-63", None),
        ("34775 A\n63 BRIEF VAN DE MINISTER VAN WATERSTAAT", "kst-34775-A-63", None),
        ("33 400 J Kades en oevers Nr. 105", "kst-33400-J-105", "Kades en oevers"),
        (
            "33 400 J Kades in 2031 BRIEF VAN DE MINISTER\nNr. 105",
            "kst-33400-J-105",
            "Kades in 2031",
        ),
        ("33 400-B Kades, nr. 7 Brief van de minister", "kst-33400-B-7", "Kades"),
        ("36 800 A, nr. 12", "kst-36800-A-12", None),
        ("36 800 B\nKades en oevers\nNr. 12", "kst-36800-B-12", "Kades en oevers"),
        ("36 800 IIA Kades\nNr. 12", "kst-36800-IIA-12", "Kades"),
        ("36 800 C Kades\nNr. 12", "kst-36800-C-12", "Kades"),
        ("36 800-X Kades\nNr. 12", "kst-36800-X-12", "Kades"),
        ("36 725 (R2201) Kades\nNr. 12", "kst-36725-12", "Kades"),
        ("36 725 Een kade voor allen\nNr. 12", "kst-36725-12", "Een kade voor allen"),
        ("36 725 A quay for everybody\nNr. 12", "kst-36725-12", "A quay for everybody"),
        ("36 725 Kades\nBRIEF VAN DE MINISTER", None, "Kades"),
        ("36 725\nBRIEF VAN DE MINISTER", None, None),
        ("36 725 A BRIEF VAN DE MINISTER", None, None),
        ("36 725\nA BRIEF VAN DE MINISTER", "kst-36725-A", None),
        (
            "36 725 Kades\nTweede Kamer, vergaderjaar 2031\u20132032, 36 725 K, nr. 8 1",
            "kst-36725-K-8",
            "Kades",
        ),
    ],
)
def test_the_chapter_of_a_budget_and_the_name_of_a_dossier_are_told_apart(
    head: str, number: str | None, title: str | None
) -> None:
    """A chapter may be any letter; the paper's own number and heading are not of the name."""
    found = head_of(letter(head=head))

    assert (found.number and str(found.number), found.title) == (number, title)


def test_an_english_title_may_begin_with_an_article() -> None:
    """The letter before a name in English is an article, unless a number follows it."""
    body = "This is the letter with which the minister informs the House of the quays."
    title = head_of(letter(head="36 725 A Quay for All\nNo. 12", body=body))
    chapter = head_of(letter(head="36 725 A\nNo. 12", body=body))

    assert (str(title.number), title.title) == ("kst-36725-12", "A Quay for All")
    assert str(chapter.number) == "kst-36725-A-12"


@each_case(
    "text, kind",
    [
        ("36 200 X\n\nNr. 14\nAMENDEMENT VAN HET LID VOORBEELD", "other"),
        ("29 237\nBeleid\n\nNr. 113\nVERSLAG VAN EEN ALGEMEEN OVERLEG", "debate"),
        ("B VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR FINANCI\u00cbN", "report"),
        ("Handelingen Tweede Kamer 2009-2010, nr. 19", "debate"),
        ("Bijlage 1\n\nOverzicht van moties", "other"),
        ("Rapport van de commissie Voorbeeld", "report"),
        ("2024Z01234\nVragen van het lid Voorbeeld aan de minister van Defensie", "question"),
        ("Geachte voorzitter,\n\nVraag 1\nWat vindt u?\n\nAntwoord 1\nGoed.", "question"),
        ("Nr. 5 LIJST VAN VRAGEN EN ANTWOORDEN", "question"),
        ("De Kamer,\n\ngehoord de beraadslaging,", "motion"),
        ("Onderwerp: Motie van het lid Voorbeeld\n\nGeachte voorzitter,", "letter"),
        ("Geachte voorzitter,\n\nRapport\n\nHet rapport is af.", "letter"),
    ],
)
def test_what_kind_of_paper_it_is(text: str, kind: str) -> None:
    """The words at the start of a line say it; a subject and a heading do not."""
    assert head_of(text).kind == kind


def test_the_foot_of_a_page_gives_the_number() -> None:
    """A printed page says session, dossier and number at its foot."""
    foot = "Tweede Kamer, vergaderjaar 2023\u20132024, 27 925, nr. 966 2"

    assert str(head_of(letter(foot=foot)).number) == "kst-27925-966"


def test_an_english_letter_is_english() -> None:
    """The language is that of the commonest words."""
    text = letter(body="The Netherlands follows this closely and is to support the process.")

    assert head_of(text).language == "en"


@each_case(
    "line",
    [
        "Vergaderjaar 2026–2027",
        "vergaderjaar 2026-2027",
        "Vergaderjaar 2026/27",
        "Tweede Kamer, vergaderjaar 2026–2027, 36 725, nr. 4 1",
    ],
)
def test_the_session_year_is_the_one_that_the_head_states(line: str) -> None:
    """It stands above the dossier, or at the foot of a page."""
    head = head_of(f"Tweede Kamer der Staten-Generaal 2\n{line}\n\n36 725 Kades\n\nNr. 4 BRIEF\n")

    assert (head.session_year, str(head.number)) == ("2026-2027", "kst-36725-4")


@pytest.mark.parametrize(
    "text",
    [
        "36 725 Kades\n\nNr. 4 BRIEF\n\nZie Handelingen II, vergaderjaar 2025–2026, nr. 19.\n",
        "Vergaderjaar 2026–2029\n\n36 725 Kades\n\nNr. 4 BRIEF\n",
    ],
)
def test_what_is_not_the_session_year_of_the_paper_is_left_out(text: str) -> None:
    """What a sentence cites is of another paper; a session is of two years in a row."""
    assert head_of(text).session_year is None


@each_case(
    "lines, title",
    [
        ("31 999 Beleid voor de havens van\nLagemeer en Steenburg", "van Lagemeer en Steenburg"),
        ("31 999 Beleid voor de havens\nin het noorden", "in het noorden"),
        ("31 999\nBeleid voor de havens\nin het noorden", "in het noorden"),
        ("31 999 Beleid voor de havens\nin het noorden, nr. 12", "in het noorden"),
    ],
)
def test_the_name_of_a_dossier_goes_on_in_the_next_line(lines: str, title: str) -> None:
    """Behind a word that cannot end it, and with a small letter."""
    head = head_of(f"{lines}\n\nNr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE\n\nGeachte voorzitter,\n")

    assert head.title is not None
    assert head.title.startswith("Beleid voor de havens")
    assert head.title.endswith(title)
    assert str(head.number) == "kst-31999-12"
