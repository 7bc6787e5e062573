"""English letters: who undertakes, what is over, what is only proposed, and what a letter says.

The letters are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import Claim, Commitment, Disposition, Draft, Position, SetAside

LETTER = """\
Letter from the Minister for Europe to the Chair of the Committee

3 April 2030

Dear Chair,

The Government has read the report of the Committee on ports. {said}

Yours sincerely,

Jane Doe
Minister for Europe
"""


@pytest.fixture
def english(new_record: Callable[..., Path]) -> Callable[[str], Draft]:
    """A function that drafts from an English letter of some words."""
    return lambda said: ssrpolicy.draft(new_record(LETTER.format(said=said)))


def undertaken(draft: Draft) -> list[Commitment]:
    """Return the commitments of a draft."""
    return [each.entry for each in draft.proposals if isinstance(each.entry, Commitment)]


@pytest.mark.parametrize("who", ["My Department", "My colleagues", "The Minister", "My officials"])
def test_those_who_undertake_together_undertake_one_thing(
    english: Callable[[str], Draft], who: str
) -> None:
    """What joins two subjects does not join two commitments."""
    said = f"{who} and I will publish the guidance by the summer recess."

    (found,) = undertaken(english(said))
    assert found.quotes[0].quote == said
    assert found.owners == ("minister-europe",)
    assert found.timeframe is not None
    assert found.timeframe.phrase == "by the summer recess"


@pytest.mark.parametrize(
    "said, firmness",
    [
        ("We intend to visit it and will write to the Committee.", ["aspirational", "firm"]),
        ("I will visit the port and will write to the Committee.", ["firm", "firm"]),
        ("We expect that the company will build a quay and will open it.", ["aspirational"]),
    ],
)
def test_two_verbs_of_one_subject_are_two_commitments(
    english: Callable[[str], Draft], said: str, firmness: list[str]
) -> None:
    """The second is as firm as its own verb, whatever was only intended before."""
    found = undertaken(english(said))
    assert [each.firmness for each in found] == firmness


@pytest.mark.parametrize(
    "said",
    [
        "This is part of the ongoing work on the details of what was passed to us on 15 March.",
        "This is a part of the work on the details of the papers passed to us on 15 February.",
        "The agency reviews the issues raised on 3 March.",
        "The report sets out the meetings held in May.",
        "The ports need help with the quays, as agreed at the May summit.",
        "The work on the details of the plan is in line with the plan for 2031.",
    ],
)
def test_a_day_behind_a_participle_is_over(english: Callable[[str], Draft], said: str) -> None:
    """A noun with an s is not a verb, and what was done on a day is not announced for it."""
    assert undertaken(english(said)) == []


@pytest.mark.parametrize(
    "said, phrase",
    [
        ("A report will be drafted, agreed and published on 3 May.", "on 3 May"),
        ("The meeting is to be held on 3 May.", "on 3 May"),
        ("The agency reports on 3 May to the Committee.", "on 3 May"),
        ("I will set out the plan in May.", "in May"),
        ("The agency reviews the permits issued in 2020 by the end of 2031.", "by the end of 2031"),
        ("I will publish the details agreed on 3 March in June.", "in June"),
    ],
)
def test_a_day_of_what_is_still_to_be_done_is_its_term(
    english: Callable[[str], Draft], said: str, phrase: str
) -> None:
    """Behind what makes it passive, or another verb, the same words say when."""
    (found,) = undertaken(english(said))
    assert found.timeframe is not None
    assert found.timeframe.phrase == phrase


@pytest.mark.parametrize(
    "said",
    [
        "We plan no further action.",
        "I propose no change to the arrangements.",
        "We expect no further delay.",
        "The Government intends no new legislation.",
    ],
)
def test_who_plans_nothing_undertakes_nothing(english: Callable[[str], Draft], said: str) -> None:
    """It is what the government thinks of it."""
    draft = english(said)
    assert undertaken(draft) == []
    assert [e.entry.quotes[0].quote for e in draft.proposals if isinstance(e.entry, Position)] == [
        said
    ]


def test_what_is_refused_stands_apart_from_what_is_undertaken(
    english: Callable[[str], Draft],
) -> None:
    """The refusal is a position; the commitment has its subject in its quote, and is firm."""
    refused = "I confirm that we propose no change to the existing arrangements"
    said = f"{refused} and will continue to send the record of meetings to the Committee."
    draft = english(said)

    (position,) = [each.entry for each in draft.proposals if isinstance(each.entry, Position)]
    assert position.quotes[0].quote == refused
    (found,) = undertaken(draft)
    assert found.quotes[0].quote == said
    assert (found.firmness, found.course) == ("firm", "continuous")


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for your letter of 9 May about the ports.",
        "Thank you for confirming the timetable, which we share.",
        "Many thanks for the visit to the port.",
        "I am very grateful for your letter.",
    ],
)
def test_thanks_are_a_courtesy(english: Callable[[str], Draft], said: str) -> None:
    """They are set aside, whatever else they name."""
    aside = [each.entry for each in english(said).proposals if isinstance(each.entry, SetAside)]

    assert (said, "courtesy") in [(each.quote.quote, each.reason) for each in aside]


def test_thanks_with_a_promise_are_not_only_a_courtesy(english: Callable[[str], Draft]) -> None:
    """What is undertaken in the same breath is proposed."""
    assert undertaken(english("Thank you for your letter, to which I will reply in June."))


@pytest.mark.parametrize(
    "said, shown",
    [
        ("The US has been clear about the harbour.", "\u201chas\u201d"),
        ("The agency held meetings with partners.", None),
        ("Ships pass several ports.", None),
    ],
)
def test_a_reason_calls_no_noun_a_verb(
    english: Callable[[str], Draft], said: str, shown: str | None
) -> None:
    """Words that may be a verb by their ending alone are not shown in the reason of a claim."""
    (found,) = [
        each
        for each in english(said).proposals
        if isinstance(each.entry, Claim) and each.entry.quotes[0].quote == said
    ]
    reason = found.reason("en")
    assert reason.startswith(shown) if shown else "\u201c" not in reason


@pytest.mark.parametrize(
    "said", ["The response is not yet ready.", "We need more time.", "A reply needs more time."]
)
def test_a_response_that_is_not_ready_is_still_to_come(
    english: Callable[[str], Draft], said: str
) -> None:
    """It is deferred, and names what is undertaken for it."""
    asked = "The Committee asked for a response to its report on ports."
    draft = english(f"{asked} {said} I will send the response in May 2031.")
    (answer,) = [e.entry for e in draft.proposals if isinstance(e.entry, Disposition)]

    assert (answer.answer, answer.quotes[0].quote) == ("deferred", said)
    assert list(answer.by) == [each.id for each in undertaken(draft)]


@pytest.mark.parametrize(
    "said, phrase",
    [
        ("We will invest in ports to halve the number of accidents by 2032.", None),
        ("The changes will be made to ensure that ports are clean by 2032.", None),
        ("We aim to halve the number of accidents by 2032.", "by 2032"),
        ("We will continue to reduce the number of accidents until 2032.", "until 2032"),
    ],
)
def test_when_the_purpose_will_be_reached_is_not_the_term_of_what_is_done(
    english: Callable[[str], Draft], said: str, phrase: str | None
) -> None:
    """It is where the purpose itself is what is undertaken."""
    found = undertaken(english(said))

    assert [each.timeframe.phrase if each.timeframe else None for each in found] == [phrase]


def test_a_written_question_is_a_request(english: Callable[[str], Draft]) -> None:
    """It has the form in which it was put on paper."""
    said = "To ask the Lord President when he will publish the plan for the quays."

    assert [each.kind for each in english(said).proposals if each.rule == "to-ask"] == ["request"]
