"""What the head of a letter states, and what it does not."""

import datetime as dt

import pytest

from ssrpolicy.model import DocumentKind
from ssrpolicy.starting.head import head_of


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
        ("Published 10 February 2025", dt.date(2025, 2, 10)),
        ("Published on: 10 February 2025", dt.date(2025, 2, 10)),
        ("Gepubliceerd op 10 februari 2025", dt.date(2025, 2, 10)),
        ("Den Haag, 31 april 2010", None),
    ],
)
def test_spellings_of_the_date(line: str, date: dt.date | None) -> None:
    """The date stands on its own line, mostly behind the place; what is not a day is not a date."""
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


def test_who_answers_written_questions_is_the_author() -> None:
    """The line above the answers names who answers, and on whose behalf."""
    text = (
        "Vragen van het lid Voorbeeld (ingezonden 5 juli 2024).\nAntwoord van Minister Voorbeeld "
        "(Defensie), mede namens de Minister\nvan Financi\u00ebn (ontvangen 22 augustus 2024)."
    )
    found = head_of(letter(head=text))

    assert [each.value for each in found.authors] == ["minister-defensie"]
    assert [each.value for each in found.on_behalf_of] == ["minister-fin"]


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


@pytest.mark.parametrize(
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
        ("Geachte voorzitter,", None),
    ],
)
def test_whom_a_letter_is_for(head: str, addressee: str | None) -> None:
    """The addressee stands with "Aan" or without, over lines, in English; or is not stated.

    A letter to both Houses has them as one addressee, which is in the code list.
    """
    found = head_of(letter(head=head)).addressee

    assert (found.value if found else None) == addressee


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
        ("Datum: 05-03-2024  Ons kenmerk: 2024-0001", "2024-03-05", None),
    ],
)
def test_a_margin_tells_its_own_date_and_reference_from_others(
    margin: str, date: str, reference: str | None
) -> None:
    """The date of the letter that is answered, and the next label, are not this letter's."""
    found = head_of(letter(head=margin))

    assert (str(found.date), found.reference) == (date, reference)


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


def test_a_date_below_a_sentence_about_a_letter_is_the_letters_own() -> None:
    """Only the line right below "your letter of" has the date of what is answered."""
    body = "Thank you for your letter of 9 May on the fund. We will publish the guidance."

    assert head_of(letter(body=body, foot="26 May 2031")).date == dt.date(2031, 5, 26)
    assert head_of(letter(head="Your letter of\n9 May 2031", body=body)).date is None
