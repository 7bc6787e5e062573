"""Functions around a letter that do not sign it: who gets a copy, whom an annex quotes, others."""

import pytest

from ssrpolicy.starting.head import head_of
from tables import each_case

LETTER = "Den Haag, 3 februari 2026\n\nGeachte voorzitter,\n\nIk informeer u over de kades.\n\n"
SIGNED = "De minister van Buitenlandse Zaken,\n\nA. Voorbeeld\n"
OTHER = "De minister van Defensie,\n\nB. Naam\n"


def signers(text: str) -> list[str]:
    """The ids of those who sign a paper."""
    return [each.value for each in head_of(text).authors]


@each_case(
    "below",
    [
        "Afschrift aan:\nDe minister van Financiën\nDe staatssecretaris van Defensie\n",
        "Een afschrift van deze brief aan\n\nde minister van Financiën\n",
        "cc:\nDe minister van Financiën,\nDe heer Voorbeeld\nDe staatssecretaris van Defensie,\n",
        "Copies to:\nThe Minister of Finance\n",
        "Kopie aan: Rekenkamer\nDe minister van Financiën\n",
        "Verzendlijst\n\nDe minister van Financiën\n",
    ],
)
def test_who_gets_a_copy_does_not_sign(below: str) -> None:
    """A list of copies is below the signature, one function a line."""
    assert signers(f"{LETTER}{SIGNED}\n{below}") == ["minister-bz"]


def test_a_list_of_copies_above_the_text_hides_no_signature() -> None:
    """A letter may say in its margin to whom a copy goes."""
    margin = "Afschrift aan\nDe minister van Financiën\n\n"

    assert signers(f"{margin}{LETTER}{SIGNED}") == ["minister-bz"]


@each_case(
    "copied",
    [
        "Afschrift aan:\nde minister-president\n\nHoogachtend,\n",
        "Afschrift aan:\n\nde minister-president\n\nDe minister van Defensie\n\nHoogachtend,\n",
        "Afschrift aan:\nde minister-president\n",
        "cc:\nde minister-president\nDe heer Naam\n",
    ],
)
def test_a_list_of_copies_above_the_signature_hides_nobody(copied: str) -> None:
    """The list ends where the letter closes, or at an empty line where nobody would sign."""
    assert signers(f"{LETTER}{copied}\n{SIGNED}") == ["minister-bz"]


@each_case("label", ["Bijlagen\n2", "Bijlage(n)\n2\n\nBijlage", "Annex:", "Bijlagen"])
@each_case("signed", [SIGNED, "De minister van Buitenlandse Zaken, A. Voorbeeld\n"])
@each_case("above", ["", "Bij beantwoording de datum en ons kenmerk vermelden.\n"])
def test_a_label_below_an_address_is_not_an_annex(above: str, signed: str, label: str) -> None:
    """The margin of a letter to a minister says below their name what is enclosed."""
    address = "De minister van Financiën\nMr. A. de Vries\nPostbus 20201\n2500 EE Den Haag\n\n"

    assert signers(f"{above}{address}{label}\n\n{LETTER}{signed}") == ["minister-bz"]


def test_an_annexed_letter_may_be_the_only_one_with_a_salutation() -> None:
    """What the House prints of a letter begins without one."""
    printed = f"Den Haag, 3 februari 2026\n\nIk informeer u over de kades.\n\n{SIGNED}"

    assert signers(f"{printed}\nBijlage\n\n{LETTER}{OTHER}") == ["minister-bz"]


@pytest.mark.parametrize("heading", ["Bijlage", "Bijlage 1: Brief van 2019", "ANNEX", "Bijlagen:"])
@pytest.mark.parametrize("between", ["", "Regel van de oude brief.\n" * 120])
def test_who_signs_in_an_annex_does_not_sign_the_letter(heading: str, between: str) -> None:
    """An annex may be another letter, as long as it likes, with its own signature."""
    annex = f"{heading}\n\nGeachte voorzitter,\n\nDit is een oude brief.\n{between}\n{OTHER}"

    assert signers(f"{LETTER}{SIGNED}\n{annex}") == ["minister-bz"]


def test_an_enclosure_in_the_margin_is_not_an_annex() -> None:
    """A head that says how many papers go with a letter stands above the text."""
    margin = "Bijlage(n)\n2\n\nBijlage\n\n"

    assert signers(f"{margin}{LETTER}{SIGNED}\n{OTHER}") == ["minister-bz", "minister-defensie"]


def test_whom_an_address_names_does_not_sign() -> None:
    """A letter to a minister may name them above the salutation without "Aan"."""
    address = "De minister van Defensie\nB. Naam\nPostbus 1\n2500 AA Den Haag\n\n"

    assert signers(f"{address}{LETTER}Hoogachtend,\n\nC. Raad, voorzitter\n") == []


@each_case(
    "head",
    [
        "Dublin, 3 February 2026\n\nDear Deputy,\n\n",
        "Washington, D.C., 3 February 2026\n\nTo the House of Representatives\n\nDear Speaker,\n",
        "3 February 2026\n\nDear Chair,\n\n",
    ],
)
def test_who_writes_in_english_is_of_the_netherlands_where_the_letter_says_so(head: str) -> None:
    """A minister of any country has the same name in English."""
    text = f"{head}I will report before the summer.\n\nA. Example\nMinister of Foreign Affairs\n"
    found = head_of(text).authors

    assert [(each.value, each.party is not None) for each in found] == [
        ("minister-foreign-affairs", True)
    ]


@each_case(
    "place, house",
    [
        ("Brussel", "Kamer van Volksvertegenwoordigers"),
        ("Oranjestad", "Staten van Aruba"),
        ("Willemstad", "Staten van Curaçao"),
        ("Paramaribo", "Nationale Assemblée"),
    ],
)
def test_ministers_of_other_countries_write_dutch_too(place: str, house: str) -> None:
    """Who has only the name of a minister of the Netherlands is a party of the record."""
    text = LETTER.replace("Den Haag", place)
    found = head_of(f"Aan de Voorzitter van de {house}\n\n{text}{SIGNED}").authors

    assert [each.party is not None for each in found] == [True]
    assert found[0].value != "minister-bz"


@each_case(
    "letterhead",
    [
        "Ministry of Foreign Affairs\nP.O. Box 20061\n2500 EB  The Hague\nThe Netherlands\n\n",
        "Ministry of Foreign Affairs\nP.O. Box 20061, 2500 EB The Hague\n\n",
        "Ministry of Foreign Affairs\nThe Netherlands\n\n",
        "New York, 3 February 2026\n\nTo the President of the House of Representatives\n\n",
    ],
)
def test_an_english_letterhead_says_that_it_is_of_the_netherlands(letterhead: str) -> None:
    """Its address or its country do, also where a minister writes from abroad."""
    text = "Dear Speaker,\n\nI will report before the summer.\n\nYours sincerely,\n\n"

    assert signers(f"{letterhead}{text}A. Example\nMinister of Foreign Affairs\n") == [
        "minister-bz"
    ]


@each_case(
    "head",
    [
        "",
        "Ministerie van Buitenlandse Zaken\n\nAan de Voorzitter van de Staten van Aruba\n\n",
        "Ministerie van Binnenlandse Zaken en\nKoninkrijksrelaties\n\nStaten van Curaçao\n\n",
        "Ministerie van Defensie\n\nAan de Kamer van Volksvertegenwoordigers\n\n",
    ],
)
@each_case("place", ["Brussel", "Willemstad", "Paramaribo"])
def test_a_dutch_minister_writes_from_abroad_and_to_other_houses(head: str, place: str) -> None:
    """A place alone says nothing, and a letterhead of a ministry says whose the letter is."""
    text = LETTER.replace("Den Haag", place)

    assert signers(f"{head}{text}{SIGNED}") == ["minister-bz"]


def test_a_dutch_letter_may_name_another_house() -> None:
    """The place of writing and the addressee say of which country a minister is."""
    text = LETTER.replace("de kades", "de Kamer van Volksvertegenwoordigers")

    assert signers(f"Aan de Voorzitter van de Tweede Kamer\n\n{text}{SIGNED}") == ["minister-bz"]


@pytest.mark.parametrize(
    "foot, author",
    [
        (
            "De griffier van de vaste commissie voor Buitenlandse Zaken,\nC. Griffier",
            "griffier van de vaste commissie voor Buitenlandse Zaken",
        ),
        (
            "De voorzitter van de vaste commissie voor Defensie,\n\nD. Voorzitter",
            "voorzitter van de vaste commissie voor Defensie",
        ),
    ],
)
def test_a_committee_writes_through_its_clerk_or_chair(foot: str, author: str) -> None:
    """What is in no list is a party of the record, by the words of the signature."""
    to = "Aan de minister van Buitenlandse Zaken\n\n"
    found = head_of(f"{to}{LETTER.replace('voorzitter', 'heer Voorbeeld')}Hoogachtend,\n\n{foot}")

    assert [(each.words, each.party is not None) for each in found.authors] == [(author, True)]
