"""What is an answer to a request, and what only stands near it; the letters are invented."""

from collections.abc import Callable
from pathlib import Path

import ssrpolicy
from ssrpolicy.model import Disposition, Draft, Position, Request
from tables import each_case

COSTS = "Hierbij voldoe ik aan uw verzoek om een overzicht van de kosten. "
TOLL = "Hierbij bied ik u de reactie aan op het verzoek van de commissie om een toelichting. "
LOCK = "Met deze brief reageer ik op het verzoek van de commissie om de sluis te vervangen. "


def answers(draft: Draft) -> list[str]:
    """Return how each request is proposed to be answered, in reading order."""
    entries = [each.entry for each in draft.proposals]
    return [str(each.answer) for each in entries if isinstance(each, Disposition)]


@each_case(
    "words, answer",
    [
        (COSTS + "De cijfers over 2031 zijn nog niet beschikbaar.", "answered_here"),
        (TOLL + "Het is nog niet mogelijk de opbrengst van 2033 te geven.", "answered_here"),
        (LOCK + "Het kabinet acht het niet nodig de sluis te vervangen.", "declined"),
        (LOCK + "Aan dit verzoek kan ik niet voldoen.", "declined"),
        (LOCK + "Het kabinet acht het niet nodig een tweede haven te graven.", "answered_here"),
    ],
)
def test_a_letter_that_answers_is_refused_only_by_what_speaks_of_the_request(
    drafted: Callable[[str], Draft], words: str, answer: str
) -> None:
    """A refusal of something else says nothing of what was asked."""
    assert answers(drafted(words)) == [answer]


def test_what_is_not_needed_besides_an_answer_is_a_position(
    drafted: Callable[[str], Draft],
) -> None:
    """It is kept, and not lost with the answer that it is not."""
    words = "De regering meent dat het niet noodzakelijk is een tweede haven te graven."
    (only,) = [
        each.entry for each in drafted(COSTS + words).proposals if isinstance(each.entry, Position)
    ]

    assert [each.quote for each in only.quotes] == [words]


@each_case(
    "words",
    [
        "1. Hoe diep is de haven? Wie heeft dat gemeten? De haven slibt volgens vissers dicht.",
        (
            "1. Hoe diep is de haven?\n\n2. Wie heeft dat gemeten?\n\nIn 2030 gaf u daarvan een "
            "volledig overzicht."
        ),
    ],
)
def test_who_only_asks_answers_nothing(new_record: Callable[[str], Path], words: str) -> None:
    """What stands behind questions in a paper of questions is of who asks them."""
    head = (
        "Vragen van het lid De Groot aan de minister van Infrastructuur en Waterstaat over de "
        "haven (ingezonden 3 mei 2032)\n\n"
    )
    draft = ssrpolicy.draft(new_record(head + words + "\n"))

    assert len([each for each in draft.proposals if isinstance(each.entry, Request)]) == 2
    assert answers(draft) == []


@each_case(
    "words",
    [
        "Zij vragen de minister hoe diep de haven is. Zij vinden dat het toezicht eenvoudiger kan.",
        (
            "Zij vragen de minister hoe diep de haven is. Zij verwijzen naar het advies van de "
            "Raad van State."
        ),
        (
            "Zij vragen de minister hoe diep de haven is.\n\nInbreng van de leden van de "
            "PVV-fractie\n\nDe kosten van de haven zijn veel te hoog."
        ),
        (
            "In uw brief verzoekt u ons om:\n- de snelheid op de kade te verlagen;\n- de brug te "
            "schilderen."
        ),
    ],
)
def test_members_do_not_answer_what_they_ask(drafted: Callable[[str], Draft], words: str) -> None:
    """What they think of it, what another party says and the list of what they ask are theirs."""
    assert answers(drafted("Inbreng van de leden van de D66-fractie\n\n" + words)) == []


@each_case(
    "words, quote",
    [
        ("welke stappen ik ga nemen tegen het slib beantwoord ik hieronder.", "slib"),
        ("op welke termijn ik de sluis vervang beantwoord ik hieronder.", "vervang"),
        ("in hoeverre ik de sluis kan sluiten en stuur ik u de lijst.", "sluiten"),
    ],
)
def test_a_request_ends_where_the_writer_acts_and_not_in_what_is_asked_of_him(
    drafted: Callable[[str], Draft], words: str, quote: str
) -> None:
    """What is asked may say what the writer does."""
    entries = [each.entry for each in drafted("Uw verzoek om aan te geven " + words).proposals]
    (only,) = [each for each in entries if isinstance(each, Request)]

    assert only.quotes[0].quote.endswith(quote)


@each_case(
    "words, answer",
    [
        ("The Committee asked for a letter. I shall write to it by 28 May 2032.", "promised"),
        ("The Committee asked me to raise the quay. We will do so.", "promised"),
        ("You asked when the quay will be raised. We will do so in May 2032.", "answered_here"),
        ("The Committee asked for the advice. We cannot disclose it.", "declined"),
        ("Recommendation 1: Measure the ports every year.\nResponse: Accept.", "promised"),
        ("The Committee asked whether we publish the figures. We do.", "answered_here"),
        ("Recommendation 2: Close the old port.\nResponse: Reject.", "declined"),
        ("The Committee asked for the figures on the lock. They are not ready.", "deferred"),
        (
            (
                "You asked what the lock costs. The lock costs ten million euros. I cannot say "
                "more at present."
            ),
            "answered_here",
        ),
    ],
)
def test_what_only_stands_behind_a_request_says_how_it_is_met(
    english: Callable[[str], Draft], words: str, answer: str
) -> None:
    """What is undertaken there is promised, and what more cannot be said takes nothing away."""
    assert answers(english(words)) == [answer]
