"""What a sentence says besides its main clause: it takes nothing from what is undertaken there.

The sentences are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Commitment, Draft, Firmness
from tables import each_case

Commitments = Callable[[str], list[Commitment]]

ANSWERS = """\
Tweede Kamer der Staten-Generaal

Vergaderjaar 2029-2030

Aanhangsel van de Handelingen

Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

387

Vragen van het lid Jansen aan de Minister van Defensie over havens (ingezonden 2 oktober 2029).

Antwoord van Minister Pietersen (Defensie) (ontvangen 13 november 2029).

Vraag 1
Hoe wordt in de havens gewerkt?

Antwoord 1
{said}
"""


@each_case(
    "sentence",
    [
        "Om te zorgen dat schepen geen schade lijden, past het Rijk de bebakening aan.",
        "Omdat de geul niet breed is, wordt een tweede vaarweg aangelegd.",
        "In het plan wordt ruimte gemaakt voor bakens, zodat daar schepen kunnen draaien.",
        "Ook worden afspraken gemaakt over de diepgang die er per haven gemeten mag worden.",
        "Samen met grote werven, waaronder werven op Urk, wordt de aanvoer beperkt.",
        "Gestart wordt met de havens in het noorden, die nu niet bereikbaar zijn.",
    ],
)
def test_what_another_clause_denies_or_allows_is_not_said_of_the_main_one(
    commitments: Commitments, sentence: str
) -> None:
    """A clause that says why, for what or of which has verbs of its own."""
    assert len(commitments(sentence)) == 1


@each_case(
    "sentence",
    [
        "Omdat de geul breed is, wordt geen tweede vaarweg aangelegd.",
        "In het plan wordt niet in bakens voorzien, zodat daar schepen draaien.",
        "Afspraken kunnen worden gemaakt over de diepgang die er per haven gemeten wordt.",
        "Er is een regel die een werf voor het noorden niet ziet en die nog wordt gezocht.",
    ],
)
def test_what_the_main_clause_denies_is_not_undertaken(
    commitments: Commitments, sentence: str
) -> None:
    """The same words in the clause of the verb itself, or no clause of an author."""
    assert commitments(sentence) == []


@each_case(
    "sentence, firmness",
    [
        ("Ik zend u in mei 2031 een plan, waarin wordt onderzocht wat de kade kost.",
         Firmness.FIRM),
        ("Ik zal de kade verhogen, omdat schippers hopen op een diepere haven.", Firmness.FIRM),
        ("Omdat we verwachten dat het water stijgt, zal ik de kade verhogen.", Firmness.FIRM),
        ("Ik zal onderzoeken wat de kade kost, omdat het water stijgt.", Firmness.EXPLORATORY),
        ("Ik zal de kade verhogen, mits de haven open blijft.", Firmness.CONDITIONAL),
        ("Ik zal de kade, waar mogelijk, verhogen.", Firmness.ASPIRATIONAL),
        ("We kijken in hoeverre de kade hoger moet.", Firmness.EXPLORATORY),
        ("In een verkenning kijken we naar hogere kades.", Firmness.EXPLORATORY),
    ],
)  # fmt: skip
def test_an_aside_does_not_make_an_undertaking_weaker(
    commitments: Commitments, sentence: str, firmness: Firmness
) -> None:
    """What weakens stands in the clause of the verb, or makes it depend on something."""
    assert [each.firmness for each in commitments(sentence)] == [firmness]


@each_case(
    "sentence",
    [
        "Dit werken we uit met de schippers.",
        "En zetten we een eerste stap in het meten van de stroming.",
        "Grote werven vragen we minder water te gebruiken.",
        "Ik neem de wensen van de schippers mee in het ontwerp.",
        "Ik kan de stroming nu niet verklaren en laat hier nader naar kijken.",
        "Om de kades te sparen, onderzoeken BZK en IenW wat een schip mag wegen.",
        "In het meer wordt geen nieuwe kade toegestaan.",
        "Hier worden proeven voor gestart (2031-2033).",
    ],
)
def test_an_act_of_the_author_is_found_behind_whatever_stands_first(
    commitments: Commitments, sentence: str
) -> None:
    """An object, a word that goes back, or a clause with a comma stands before the verb."""
    assert len(commitments(sentence)) == 1


@each_case(
    "sentence",
    [
        "Dit bereiken we door de geul te verdiepen.",
        "Zowel de haven als ik beslissen op basis van cijfers.",
        "Eerder gaf ik aan dat de planning te krap is.",
        "Wat doen wij met de kade, vragen schippers.",
        "Ik neem kennis van de wensen van de schippers.",
        "Ik kijk uit naar de opening van de haven.",
        "Ik voer goede gesprekken met de schippers.",
        "Daarbij maak ik gebruik van de cijfers van de haven.",
        "Het kabinet volgt de proef en heeft kennis genomen van de uitkomst.",
    ],
)
def test_what_only_looks_like_an_act_of_the_author_is_not_undertaken(
    commitments: Commitments, sentence: str
) -> None:
    """It tells how something works, what was said, what goes on or what somebody looks at."""
    assert commitments(sentence) == []


def _undertaken(draft: Draft) -> int:
    return sum(isinstance(each.entry, Commitment) for each in draft.proposals)


@pytest.mark.parametrize(
    "sentence, in_a_letter",
    [
        ("Daarnaast worden ontwerpen eerst getest met schippers.", 1),
        ("Ook bij mist wordt zo veilig mogelijk gewerkt.", 1),
        ("Ook tijdens overleggen wordt zo veilig mogelijk gewerkt.", 1),
    ],
)
def test_what_is_done_without_a_term_is_told_by_an_answer(
    new_record: Callable[..., Path], sentence: str, in_a_letter: int
) -> None:
    """An answer to a question says how things are done; a letter says what will be done."""
    letter = ssrpolicy.draft(new_record(HEAD + sentence + CLOSE))
    answer = ssrpolicy.draft(new_record(ANSWERS.format(said=sentence), "answers"))

    assert (_undertaken(letter), _undertaken(answer)) == (in_a_letter, 0)


@pytest.mark.parametrize(
    "sentence, firmness",
    [
        ("Should the port close, it will move its staff.", [Firmness.CONDITIONAL]),
        ("Should the port close, it will be a loss.", []),
        ("We are committed to ensuring that all ports are safe.", [Firmness.ASPIRATIONAL]),
        ("The company is committed to ensuring that all ports are safe.", []),
        ("We will publish the plan, which explores what a quay costs.", [Firmness.FIRM]),
        ("We will explore what a quay costs, which is much.", [Firmness.EXPLORATORY]),
    ],
)
def test_english_main_clauses_are_read_alike(
    new_record: Callable[..., Path], sentence: str, firmness: list[Firmness]
) -> None:
    """A sentence may begin with "should", and another clause with "which"."""
    head = "Letter from the Minister for Ports to the Chair\n\n3 May 2030\n\nDear Chair,\n\n"
    draft = ssrpolicy.draft(new_record(f"{head}{sentence}\n"))
    found = [each.entry for each in draft.proposals if isinstance(each.entry, Commitment)]

    assert [each.firmness for each in found] == firmness
