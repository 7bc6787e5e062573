"""What a committee recommends, and how the government says in English that it is met.

The responses are invented.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

import ssrpolicy
from ssrpolicy.model import Commitment, Disposition, Document, DocumentKind, Draft, Request

NewRecord = Callable[..., Path]

T = TypeVar("T")

RESPONSE = """\
Government Response to the Harbour Committee: Quays and locks

5 November 2031

Introduction

The Government thanks the Committee for its report, and answers each of its recommendations below.

{asked}

Response

{said}
"""
ASKED = "The Committee recommends an independent inspector of quays. (Paragraph 14)"


def _of(draft: Draft, cls: type[T]) -> list[T]:
    return [each.entry for each in draft.proposals if isinstance(each.entry, cls)]


def _drafted(new_record: NewRecord, asked: str, said: str = "The quay is old.") -> Draft:
    return ssrpolicy.draft(new_record(RESPONSE.format(asked=asked, said=said)))


@pytest.mark.parametrize(
    "asked, quote",
    [
        ("We recommend that no lock be closed in the winter.", None),
        ("The Committee recommends an independent inspector of quays.", None),
        ("The Ports Inquiry therefore recommended a fund for quays.", None),
        ("Recommendation 3: Publish a list of every quay.", None),
        (
            "Recommendation 3\n\nThe department should publish a list of every quay.",
            "The department should publish a list of every quay.",
        ),
        (
            "Recommendation 3\nThe Home Office ought to share a list of quays.",
            "The Home Office ought to share a list of quays.",
        ),
    ],
)
def test_what_is_recommended_in_english_is_asked(
    new_record: NewRecord, asked: str, quote: str | None
) -> None:
    """By its verb, by the number before it, or by the number on the line above it."""
    made = _of(_drafted(new_record, asked), Request)

    assert [each.quotes[0].quote for each in made] in ([quote or asked], [(quote or asked)[:-1]])


def test_what_is_recommended_one_by_one_stands_in_one_report(new_record: NewRecord) -> None:
    """Each is a request of its own, and one report is proposed that has them."""
    asked = (
        "Recommendation 1\n\nThe department should publish a list of every quay.\n\n"
        "Recommendation 2: Measure every lock once a year.\n\n"
        "Recommendation 3: Close no lock in the winter."
    )
    draft = _drafted(new_record, asked)

    assert [each.kind for each in _of(draft, Document)] == [DocumentKind.REPORT]
    assert len({each.document for each in _of(draft, Request)}) == 1
    assert len(_of(draft, Request)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "We recommend that readers consult the annex.",
        "The Government recommends that municipalities keep records.",
        "Recommendation 3\n\nWe accept this recommendation.",
        "Recommendation 3: We accept this recommendation.",
    ],
)
def test_advice_to_others_and_an_answer_are_not_asked(new_record: NewRecord, text: str) -> None:
    """Nor is an answer that stands right below the number of what it answers."""
    assert _of(_drafted(new_record, text), Request) == []


@pytest.mark.parametrize(
    "said, answer",
    [
        ("We accept this recommendation.", "promised"),
        ("The Government agrees with this recommendation.", "promised"),
        ("The Government fully accepts the Committee's recommendation.", "promised"),
        ("Accepted.", "promised"),
        ("We partially accept this recommendation.", "partly"),
        ("We accept this.", "promised"),
        ("An independent review is not necessary at this stage.", "declined"),
        ("This is a matter for the port authority.", "declined"),
        ("The Department does not hold this information.", "unanswered"),
        ("The Government partially agrees with this recommendation.", "partly"),
        ("We accept this recommendation in principle.", "partly"),
        ("We note this recommendation.", "unanswered"),
        ("We reject this recommendation.", "declined"),
        ("The Government disagrees with this recommendation.", "declined"),
        ("We do not accept this recommendation.", "declined"),
        ("We accept this recommendation, subject to the agreement of the port.", "conditional"),
        ("Subject to the agreement of the port, we will appoint an inspector.", "conditional"),
    ],
)
def test_how_a_recommendation_is_met_is_said_of_it(
    new_record: NewRecord, said: str, answer: str
) -> None:
    """Below the heading of the response, with the words that say so."""
    draft = _drafted(new_record, ASKED, said)

    (request,) = _of(draft, Request)
    assert [
        (each.request, each.answer, each.quotes[0].quote) for each in _of(draft, Disposition)
    ] == [(request.id, answer, said)]


def test_a_label_needs_no_full_stop(new_record: NewRecord) -> None:
    """What follows it on the line is not how the recommendation is met."""
    draft = _drafted(new_record, ASKED, "Accept in principle The grant has been set for this year.")

    assert [(each.answer, each.quotes[0].quote) for each in _of(draft, Disposition)] == [
        ("partly", "Accept in principle")
    ]


@pytest.mark.parametrize("who", ["She", "The review"])
def test_who_led_a_review_asks_of_the_government(new_record: NewRecord, who: str) -> None:
    """With the words of the sentence."""
    said = f"{who} also called on the Government to measure every lock."

    assert [each.quotes[0].quote for each in _of(_drafted(new_record, said, ""), Request)] == [said]


def test_the_sentence_behind_a_recommendation_is_how_it_is_met(new_record: NewRecord) -> None:
    """The paragraph of the report that is given in brackets says nothing between them."""
    said = "We will consider this in the next budget."

    assert [
        each.quotes[0].quote for each in _of(_drafted(new_record, ASKED, said), Disposition)
    ] == [said]


@pytest.mark.parametrize(
    "sentence, firmness",
    [
        ("Subject to the agreement of the port, we will commission a review.", "conditional"),
        ("We will commission an independent review of the quays.", "firm"),
        ("We will carefully review the state of the quays.", "exploratory"),
        ("We will meet the port and review the state of the quays.", "exploratory"),
    ],
)
def test_a_review_is_a_thing_or_what_is_done(
    new_record: NewRecord, sentence: str, firmness: str
) -> None:
    """To have one made is as firm as any other undertaking; to review promises no outcome."""
    made = _of(_drafted(new_record, "The quays are old.", sentence), Commitment)

    assert [each.firmness for each in made] == [firmness]


def test_an_answer_with_numbers_is_of_the_recommendations_with_these_numbers(
    new_record: NewRecord,
) -> None:
    """Whatever stands nearer: answers are often given together, below the last one."""
    asked = [
        ("1", "The Committee recommends that the Government publish the figures on ports."),
        ("2", "The Committee recommends that the Department close the port."),
        ("3", "The Committee recommends an ombudsman for ports."),
    ]
    text = "\n\n".join(f"Recommendation {number}\n\n{words}" for number, words in asked)
    said = "We accept recommendations 1 and 3. We reject recommendation 2."
    draft = _drafted(new_record, f"{text}\n\n{said}")

    ids = [each.id for each in _of(draft, Request)]
    assert [(each.request, each.answer) for each in _of(draft, Disposition)] == [
        (ids[0], "promised"),
        (ids[2], "promised"),
        (ids[1], "declined"),
    ]
