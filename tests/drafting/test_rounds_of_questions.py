"""Which answer is for which question, however their headings are written.

The questions and answers are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import Disposition, Request

HEAD = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 3 september 2031\n\n"
ROUNDS = [
    (
        (
            "Vraag:\nLigt de haven vol?\n\nAntwoord:\nDe haven ligt vol.\n\n"
            "Vraag:\nIs de brug dicht?\n\nAntwoord:\nDe brug is dicht.\n"
        ),
        {"vraag": "De haven ligt vol.", "vraag-b": "De brug is dicht."},
    ),
    (
        (
            "Vraag (1):\nLigt de haven vol?\n\nAntwoord:\nDe haven ligt vol.\n\n"
            "Vraag (2):\nIs de brug dicht?\n\nAntwoord:\nDe brug is dicht.\n"
        ),
        {"vraag-1": "De haven ligt vol.", "vraag-2": "De brug is dicht."},
    ),
    (
        (
            "Vraag 1\nLigt de haven vol?\n\nVraag 2\nIs de brug dicht?\n\nVraag 3\nIs er ijs?\n\n"
            "Antwoord op de vragen 1, 2, en 3\nDe haven ligt vol. De brug is dicht. Er is ijs.\n"
        ),
        {"vraag-1": "De haven ligt vol.", "vraag-2": "De brug is dicht.", "vraag-3": "Er is ijs."},
    ),
    (
        (
            "Vraag 1\nLigt de haven vol?\n\nAntwoord 1\nDe haven ligt vol.\n\n"
            "Vraag 2\nIs de brug dicht?\n\nDe brug is dicht.\n"
        ),
        {"vraag-1": "De haven ligt vol.", "vraag-2": "De brug is dicht."},
    ),
    (
        "Vraag 1, 2 en 3\nLigt de haven vol?\n\nAntwoord 1, 2 3 en 4\nDe haven ligt vol.\n",
        {"vraag-1": "De haven ligt vol."},
    ),
    (
        (
            "Vraag 1\nLigt de haven vol?\n\nVraag 2\nIs de brug dicht?\n\n"
            "Antwoord\nDe haven ligt vol. De brug is dicht.\n"
        ),
        {"vraag-1": "De haven ligt vol.", "vraag-2": "De brug is dicht."},
    ),
    (
        (
            "Vragen van het lid Bakker (Lagemeer)\n\n"
            "Vraag 1\nLigt de haven vol?\n\nAntwoord\nDe haven ligt vol.\n\n"
            "Vragen van het lid De Wit (Hoogland)\n\n"
            "Vraag 1\nIs de brug dicht?\n\nAntwoord\nDe brug is dicht.\n"
        ),
        {"vraag-1": "De haven ligt vol.", "vraag-1-b": "De brug is dicht."},
    ),
    (
        (
            "Vraag 1a\nLigt de haven vol?\n\nVraag 1b\nIs de brug dicht?\n\n"
            "Antwoord op vraag 1\nDe haven ligt vol. De brug is dicht.\n"
        ),
        {"vraag-1a": "De haven ligt vol.", "vraag-1b": "De brug is dicht."},
    ),
    (
        "Vraag 1\nLigt de haven vol?\n\nAntwoord 1a\nDe haven ligt vol.\n",
        {"vraag-1": "De haven ligt vol."},
    ),
    (
        (
            "Vraag 1\nLigt de haven vol?\n\nVraag 2\nIs de brug dicht?\n\n"
            "Vraag 1\nLigt de haven vol?\n\nAntwoord 1\nDe haven ligt vol.\n\n"
            "Vraag 2\nIs de brug dicht?\n\nAntwoord 2\nDe brug is dicht.\n"
        ),
        {"vraag-1": "De haven ligt vol.", "vraag-2": "De brug is dicht."},
    ),
]


@pytest.mark.parametrize(
    "text, met",
    ROUNDS,
    ids=[
        "no-numbers",
        "in-brackets",
        "comma-and",
        "heading-left-out",
        "comma-left-out",
        "one-answer-for-those-before",
        "each-who-asks-from-one",
        "parts-asked",
        "parts-answered",
        "asked-again-above-its-answer",
    ],
)
def test_an_answer_is_for_the_questions_that_its_heading_means(
    new_record: Callable[..., Path], text: str, met: dict[str, str]
) -> None:
    """By its numbers, or those since the answer before it; what is asked twice is asked once."""
    draft = ssrpolicy.draft(new_record(HEAD + text))
    said = [each.entry for each in draft.proposals]

    assert {each.id for each in said if isinstance(each, Request)} == set(met)
    assert {
        each.request: each.quotes[0].quote for each in said if isinstance(each, Disposition)
    } == met


@pytest.mark.parametrize(
    "last",
    [
        "Kunt u deze vragen afzonderlijk beantwoorden en wilt u dat doen voor 12 mei 2032.",
        "Wilt u deze vragen voor het debat van 12 mei 2032 beantwoorden.",
    ],
)
def test_a_question_without_its_mark_meets_and_undertakes_nothing(
    new_record: Callable[..., Path], last: str
) -> None:
    """Nor where a paper of questions asks for its answers by a day."""
    asked = ("1", "Ligt de haven vol?", "2", "Wanneer wordt de brug verhoogd?", "3", last)
    text = "\n\n".join(
        ("2032Z01234", "Vragen van het lid Bakker aan de minister van Havens over de haven", *asked)
    )
    kinds = {each.kind for each in ssrpolicy.draft(new_record(text)).proposals}
    assert "request" in kinds
    assert kinds.isdisjoint({"commitment", "disposition"})
