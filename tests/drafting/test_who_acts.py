"""Who undertakes something: those who write together, the government, nobody of another state.

The letters are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Commitment
from tables import each_case

NewRecord = Callable[..., Path]

ENGLISH = """\
Letter from the Minister for Europe to the Chair of the Committee

3 May 2030

Dear Chair,

{said}

Yours sincerely,

Jane Doe
Minister for Europe
"""

TOGETHER = """\
32 123 X Havens

Nr. 60 BRIEF VAN DE MINISTERS VAN DEFENSIE EN VAN BUITENLANDSE ZAKEN

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 19 december 2030

{said}

De Minister van Defensie,
J. Jansen

De Minister van Buitenlandse Zaken,
P. Pietersen
"""
BRITISH = """\
Letter from the Secretary of State for Foreign Affairs to the Chair of the Committee

3 May 2030

Dear Chair,

The Government has read the report of the Committee on ports. {said}

Yours sincerely,

Jane Doe
Secretary of State for Foreign Affairs
"""


def owners(record: Path) -> list[tuple[str, ...]]:
    """The owners of each commitment that is proposed from a letter."""
    draft = ssrpolicy.draft(record)
    return [each.entry.owners for each in draft.proposals if isinstance(each.entry, Commitment)]


@pytest.mark.parametrize(
    "said",
    [
        "Wij zullen de Kamer in mei 2031 informeren.",
        "In het najaar van 2031 sturen wij u het plan.",
        "Wij werken de komende maanden aan een plan.",
    ],
)
def test_those_who_write_together_own_what_they_undertake(new_record: NewRecord, said: str) -> None:
    """Who says "wij" in a letter of two ministers means both."""
    (made,) = owners(new_record(TOGETHER.format(said=said)))

    assert made == ("minister-defensie", "minister-bz")


def test_one_who_writes_wij_may_mean_anybody(new_record: NewRecord) -> None:
    """Nobody is named then."""
    said = "Wij werken de komende maanden aan een plan."

    assert owners(new_record(HEAD + said + CLOSE)) == [()]


@pytest.mark.parametrize(
    "said",
    [
        "Wij zullen uw Kamer in mei 2032 informeren.",
        "In het najaar van 2032 sturen wij u het plan.",
        "We zullen de Kamer op de hoogte houden.",
    ],
)
def test_one_who_tells_the_house_of_something_is_who_writes(
    new_record: NewRecord, said: str
) -> None:
    """Also with "wij": the letter to the House is the signatory's."""
    folder = new_record(HEAD + said + CLOSE)

    assert owners(folder) == [ssrpolicy.load(folder).documents[0].authors]


@pytest.mark.parametrize(
    "said, owned",
    [
        ("We will write to the Committee in May 2031.", True),
        ("We will publish the figures in May 2031.", False),
        ("The regulator will write to the Committee and we will open the port.", False),
    ],
)
def test_one_who_tells_the_house_of_something_in_english(
    new_record: NewRecord, said: str, *, owned: bool
) -> None:
    """Who else "we" may be is not known."""
    folder = new_record(ENGLISH.format(said=said))
    authors = ssrpolicy.load(folder).documents[0].authors

    assert owners(folder) == [authors if owned else ()]


@pytest.mark.parametrize(
    "said, owner",
    [
        ("Daarom kondig ik aan met een plan te zullen komen in mei 2031.", "author"),
        ("Het kabinet wil met deze aanpak doorgaan in de komende periode.", "nl-regering"),
        (
            "De regering is bezorgd over de havens, en stuurt uw Kamer in mei een plan.",
            "nl-regering",
        ),
        ("Het kabinet vindt dat de havens in mei 2031 een plan maken.", None),
    ],
)
def test_the_subject_of_the_sentence_acts_where_the_verb_has_none(
    new_record: NewRecord, said: str, owner: str | None
) -> None:
    """And never that of a clause around it."""
    folder = new_record(HEAD + said + CLOSE)
    (author,) = ssrpolicy.load(folder).documents[0].authors
    expected = {"author": author, None: None}.get(owner, owner)

    assert {each for made in owners(folder) for each in made} <= {expected}
    if owner is not None:
        assert owners(folder) == [(expected,)]


def test_a_committee_that_asked_undertakes_nothing(new_record: NewRecord) -> None:
    """Its report has the answers of a minister, who says "ik" there."""
    folder = new_record(
        "Nr. 14 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nVastgesteld 19 januari 2031\n\nDe vaste "
        "commissie voor Havens heeft vragen voorgelegd aan de staatssecretaris over de kades.\n\n"
        "Ik zeg toe de kades jaarlijks te meten.\n"
    )

    assert ssrpolicy.load(folder).documents[0].authors == ("vaste-commissie-voor-havens",)
    assert owners(folder) == [()]


def test_a_minister_of_another_state_is_no_dutch_one(new_record: NewRecord) -> None:
    """Though his function has the name of a Dutch one: it is a party of the record."""
    said = "I will write to the Committee in May. The Government will publish the figures."

    assert owners(new_record(BRITISH.format(said=said))) == [
        ("secretary-of-state-foreign-affairs",),
        (),
    ]


@each_case(
    "said",
    [
        "Het is de bedoeling dat gemeenten de havens beheren.",
        "Bouwend Nederland brengt dit in kaart.",
        "De Scheepvaartkring Nederland brengt dit in kaart.",
        "Verder neem ik u mee in de stand van zaken.",
        "Hij zal het plan in mei 2031 delen met medewerkers van mijn ministerie.",
        "Dit vergt meer tijd dan voorzien tijdens het overleg Defensie van 18 juni 2031.",
        "Hierbij zend ik u het rapport over de havens in de jaren tot en met 2035.",
        "Zoals bekend verandert het havenrecht in 2035 fors.",
        "Na een advies van de havenraad wordt de vergunning verleend.",
        "Het plan moet een goed begin bieden voor het gesprek met uw Kamer.",
        "De havens worden al gecontroleerd op veiligheid.",
        "Een vergunning wordt gemiddeld na acht maanden verleend.",
        "Ik zal deze brief beginnen met een samenvatting.",
        "Daarbij zal ik gelijk een korte reactie geven (hoofdstuk 1).",
        "Nu dit overleg klaar is, willen wij u informeren over de uitkomsten.",
        "Zoals ik heb toegezegd, heb ik de havens laten meten.",
        "Een gesprek is mogelijk op korte termijn.",
        "Vanwege de verkiezingen ontvangt u deze brief nu.",
    ],
)
def test_what_others_do_and_what_goes_on_is_not_undertaken(
    commitments: Callable[[str], list[Commitment]], said: str
) -> None:
    """Nor what comes with or stands in the letter, what everybody knows, how it always goes."""
    assert commitments(said) == []
