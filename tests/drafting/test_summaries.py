"""Summaries: the words of a sentence in their own order; the letters are invented."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import ANSWERS
from ssrpolicy.model import Draft, Request

ASKED_OF_A_MOTION = """\
Motie van het lid Jansen

Voorgesteld 24 november 2030

De Kamer,

gehoord de beraadslaging,

verzoekt de regering de kade te verhogen en om de sluis niet te sluiten,

en gaat over tot de orde van de dag.

Jansen
"""


def summaries(draft: Draft) -> list[str | None]:
    """Return the summary of each request that is proposed."""
    return [each.entry.summary.nl for each in draft.proposals if isinstance(each.entry, Request)]


@pytest.mark.parametrize(
    "said",
    [
        "Na het aannemen van deze motie door uw Kamer heeft de indiener gevraagd om een brief.",
        "De motie van het lid Jansen verzoekt de regering de zorgpremie niet te verhogen.",
        "Hierom heeft uw Kamer in mei gevraagd.",
        "In haar brief van 3 mei verzoekt de vaste commissie voor Havens mij om een plan.",
        "Vorige week nam u een motie aan, waarin u de regering verzoekt de haven te verdiepen.",
        "De motie-Jansen vraagt om een onderzoek naar de haven.",
    ],
)
def test_what_is_asked_is_summed_up_by_its_sentence(
    drafted: Callable[[str], Draft], said: str
) -> None:
    """No subject becomes an object, and no half of a sentence stands for it."""
    assert summaries(drafted(said)) == [said]


@pytest.mark.parametrize(
    "said, words",
    [
        ("Aanbeveling 1: Meet de havens elk jaar.", "Meet de havens elk jaar"),
        ("Daarnaast wordt hierbij invulling gegeven aan de motie Jansen.", "Motie Jansen"),
        ("Uw Kamer heeft mij verzocht om een plan.", "Uw Kamer heeft mij verzocht om een plan"),
        (
            "Kan de Minister toelichten wat de inzet is?",
            "Kan de Minister toelichten wat de inzet is?",
        ),
    ],
)
def test_what_is_a_sentence_by_itself_stays_short(
    drafted: Callable[[str], Draft], said: str, words: str
) -> None:
    """The words that only lead to it are left out."""
    assert summaries(drafted(said)) == [words]


def test_what_a_motion_asks_is_led_by_whom_it_asks(new_record: Callable[..., Path]) -> None:
    """Each thing that it asks has the verb and the government before it."""
    assert summaries(ssrpolicy.draft(new_record(ASKED_OF_A_MOTION))) == [
        "Verzoekt de regering de kade te verhogen",
        "Verzoekt de regering de sluis niet te sluiten",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Kent u het bericht \u00abIs de haven vol?\u00bb?",
        "Kent u het bericht \u00abIs de haven vol?\u00bb van 3 mei?",
        "Kent u het bericht 'Is de haven vol?' in de krant?",
    ],
)
def test_a_question_ends_where_it_ends(new_record: Callable[..., Path], question: str) -> None:
    """The mark of a question that it quotes does not end it."""
    text = ANSWERS.replace("Wanneer is de levering voorzien?", question)

    assert summaries(ssrpolicy.draft(new_record(text)))[-1] == question
