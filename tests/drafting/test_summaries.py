"""Summaries: the words of a sentence in their own order; the letters are invented."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import ANSWERS
from ssrpolicy.model import Claim, Commitment, Draft, Request
from tables import each_case

Drafted = Callable[[str], Draft]

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


def undertaken(draft: Draft) -> str | None:
    """Return the summary of the one commitment or claim that is proposed."""
    made = (each.entry for each in draft.proposals)
    (entry,) = [each for each in made if isinstance(each, Commitment | Claim)]
    return entry.summary.nl or entry.summary.en


@each_case(
    "said",
    [
        "Na het aannemen van deze motie door uw Kamer heeft de indiener gevraagd om een brief.",
        "De motie van het lid Jansen verzoekt de regering de zorgpremie niet te verhogen.",
        "Hierom heeft uw Kamer in mei gevraagd.",
        "Ik neem de motie van het lid Jansen om de kade te verhogen over.",
        "Ik heb de motie van het lid Jansen om de kade te verhogen uitgevoerd.",
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


@each_case(
    "said, words",
    [
        ("Aanbeveling 1: Meet de havens elk jaar.", "Meet de havens elk jaar."),
        ("Daarnaast wordt hierbij invulling gegeven aan de motie Jansen.", "Motie Jansen"),
        ("Uw Kamer heeft mij verzocht om een plan.", "Uw Kamer heeft mij verzocht om een plan."),
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
        "De Kamer verzoekt de regering de kade te verhogen.",
        "De Kamer verzoekt de regering de sluis niet te sluiten.",
    ]


def test_what_a_motion_asks_besides_goes_on_with_what_it_asks(
    new_record: Callable[..., Path],
) -> None:
    """Where the second thing is only named, all that is asked stands before it."""
    asks = "de Kamer over de kade te informeren, evenals over de sluis"
    text = ASKED_OF_A_MOTION.replace("de kade te verhogen en om de sluis niet te sluiten", asks)

    assert summaries(ssrpolicy.draft(new_record(text))) == [
        "De Kamer verzoekt de regering de Kamer over de kade te informeren.",
        "De Kamer verzoekt de regering de Kamer over de kade te informeren, evenals over de sluis.",
    ]


@each_case(
    "said, asked",
    [
        ("Ook wordt invulling gegeven aan de motie van het lid Jansen, om de kade te verhogen.",
         "De motie van het lid Jansen vraagt om de kade te verhogen."),
        ("Hiermee beschouw ik de motie-Jansen om de kade niet te verhogen als afgedaan.",
         "De motie-Jansen vraagt om de kade niet te verhogen."),
        ("Ik geef uitvoering aan de motie van de leden Jansen en De Boer (nr. 12) om te bouwen.",
         "De motie van de leden Jansen en De Boer (nr. 12) vraagt om te bouwen."),
        ("Ik geef uitvoering aan de motie-Jansen waarin de regering wordt verzocht om te bouwen.",
         "De regering wordt in de motie-Jansen verzocht om te bouwen."),
        ("Ik dank u voor de brief waarin u mij om een reactie op het plan vraagt.",
         "U vraagt mij om een reactie op het plan."),
        ("Hierbij voldoe ik aan uw verzoek om een stand van zaken.",
         "U verzoekt om een stand van zaken."),
        ("Hiermee voldoe ik aan het verzoek van de commissie voor Havens om een overzicht.",
         "De commissie voor Havens verzoekt om een overzicht."),
    ],
)  # fmt: skip
def test_what_is_asked_is_told_apart_from_what_is_answered(
    drafted: Drafted, said: str, asked: str
) -> None:
    """The words around it say how the minister meets it; they are not a part of what is asked."""
    assert summaries(drafted(said)) == [asked]


def test_a_letter_that_is_answered_asks(english: Drafted) -> None:
    """What somebody wrote is a sentence of its own, without who thanks for it."""
    draft = english("Thank you for your letter of 9 May asking about the record of the meetings.")
    (entry,) = [each.entry for each in draft.proposals if isinstance(each.entry, Request)]

    assert entry.summary.en == "Your letter of 9 May asks about the record of the meetings."


@each_case(
    "said, summed",
    [
        # what ties a sentence to the one before it
        ("Daarom zal ik, namens het kabinet, de kade verhogen.",
         "Ik zal, namens het kabinet, de kade verhogen."),
        ("En daarom zal het kabinet ook de kade verhogen.",
         "Het kabinet zal ook de kade verhogen."),
        ("Ik zal daarom de kade verhogen.", "Ik zal de kade verhogen."),
        ("Daarnaast stuurt het kabinet uw Kamer in mei 2032 een plan en de kaart van de havens.",
         "Het kabinet stuurt uw Kamer in mei 2032 een plan en de kaart van de havens."),
        ("Daarnaast is het kabinet voornemens de kade te verhogen.",
         "Het kabinet is voornemens de kade te verhogen."),
        ("- Om die reden zullen wij de kade verhogen.", "Wij zullen de kade verhogen."),
    ],
)  # fmt: skip
def test_a_promise_stands_by_itself(drafted: Drafted, said: str, summed: str) -> None:
    """Its words are in the order of a first sentence."""
    assert undertaken(drafted(said)) == summed


@pytest.mark.parametrize(
    "said, summed",
    [
        ("Therefore, I will raise the quay.", "I will raise the quay."),
        ("And in addition, the Government will raise the quay.",
         "The Government will raise the quay."),
        ("I will therefore raise the quay.", "I will raise the quay."),
    ],
)  # fmt: skip
def test_an_english_promise_stands_by_itself(english: Drafted, said: str, summed: str) -> None:
    """As in Dutch; its words are in the order of a first sentence already."""
    assert undertaken(english(said)) == summed


def test_a_summary_has_no_words_of_a_page(drafted: Drafted) -> None:
    """What the page printed between two lines of a sentence, and the mark of a note."""
    said = (
        "Ik zal de kades van de havens1 in het noorden van het land\n"
        "ISSN 0921 - 7371\nen het zuiden laten meten, voordat er schepen komen.\n\n"
        "1 Zie de kaart van de havens."
    )

    assert undertaken(drafted(said)) == (
        "Ik zal de kades van de havens in het noorden van het land en het zuiden laten meten, "
        "voordat er schepen komen."
    )


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
