"""What a sentence undertakes besides, with words of its own; and what an answer is not said to say.

The part of a sentence behind "en" has its verb, and its subject stands in the part before it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import Commitment, Disposition, Draft

Commitments = Callable[[str], list[Commitment]]


@pytest.mark.parametrize(
    "sentence, cues, summaries",
    [
        (
            "Met de havens zal ik de voortgang bewaken en uw Kamer hierover informeren.",
            ["zal ik", "informeren"],
            ["Met de havens zal ik de voortgang bewaken",
             "Met de havens zal ik uw Kamer hierover informeren."],
        ),
        (
            "We zullen de planningen van de havens samenvoegen en kijken waar tijd te winnen is.",
            ["We zullen", "kijken"],
            ["We zullen de planningen van de havens samenvoegen.",
             "We zullen kijken waar tijd te winnen is."],
        ),
    ],
)  # fmt: skip
def test_a_second_undertaking_is_understood_by_itself(
    commitments: Commitments, sentence: str, cues: list[str], summaries: list[str]
) -> None:
    """Its cue is its verb, and its summary has who undertakes it."""
    found = commitments(sentence)

    assert [each.cue for each in found] == cues
    assert [each.summary.nl for each in found] == summaries


def test_what_is_looked_into_besides_leaves_the_first_undertaking_firm(
    commitments: Commitments,
) -> None:
    """Only the part that promises no outcome is exploratory."""
    found = commitments(
        "We zullen de planningen van de havens samenvoegen en kijken waar tijd te winnen is."
    )

    assert [str(each.firmness) for each in found] == ["firm", "exploratory"]


def test_choices_that_are_being_made_have_no_day_on_which_they_are_done(
    commitments: Commitments,
) -> None:
    """Agreements are made once; who makes choices goes on with it, where no term is named."""
    found = commitments(
        "Het kabinet maakt ook keuzes voor een evenwichtig beeld. Ik maak afspraken met de havens."
    )

    assert [str(each.course) for each in found] == ["continuous", "once"]


def test_what_is_still_to_be_done_is_done_once(commitments: Commitments) -> None:
    """What is "nog steeds" done is not done yet; what is done "steeds" goes on."""
    found = commitments(
        "Nog steeds zal ik de Kamer over de haven informeren. Ik zal de Kamer steeds informeren."
    )

    assert [str(each.course) for each in found] == ["once", "continuous"]


def test_the_words_of_an_answer_are_not_a_claim_besides(new_record: Callable[..., Path]) -> None:
    """What only states is the answer; what is undertaken in the same words is a commitment too."""
    record = new_record(
        """\
Vragen van het lid Peters aan de Minister van Defensie (ingezonden 2 juli 2024).

Vraag 1

Wat zijn de gevolgen van de vertraging van de kade?

Antwoord 1

De gevolgen van de vertraging van de kade zijn beperkt. De kade is in 2019 gebouwd.

Vraag 2

Gaat u de sluis vervangen?

Antwoord 2

Ik zal de sluis voor het einde van het jaar vervangen.
"""
    )
    kinds: dict[str, list[str]] = {}
    text = ssrpolicy.load(record).documents[0].text or ""
    for each in ssrpolicy.draft(record).proposals:
        place = each.grounds[0]
        kinds.setdefault(text[place.start : place.end], []).append(each.kind)

    assert kinds["De gevolgen van de vertraging van de kade zijn beperkt."] == ["disposition"]
    assert kinds["De kade is in 2019 gebouwd."] == ["claim"]
    assert sorted(kinds["Ik zal de sluis voor het einde van het jaar vervangen."]) == [
        "commitment",
        "disposition",
    ]


def test_what_closes_two_motions_answers_both(drafted: Callable[[str], Draft]) -> None:
    """What is not for the government to decide is refused, and closed by that."""
    found = drafted(
        "De eerste motie verzoekt de regering om de havengelden niet te verhogen. De regering gaat "
        "niet over de havengelden; die worden door de havens vastgesteld. De tweede motie verzoekt "
        "de regering om de havens voor iedereen open te houden. De havens zijn voor iedereen open. "
        "Ik beschouw beide moties hierbij als afgedaan."
    ).proposals
    closing = [
        str(each.entry.answer)
        for each in found
        if isinstance(each.entry, Disposition) and each.rule == "afgedaan"
    ]

    assert closing == ["declined", "answered_here"]
