"""What an English letter says will be done, and what is only asked, feared or foreseen."""

from collections.abc import Callable

from ssrpolicy.model import Commitment, Draft
from tables import each_case

Drafted = Callable[[str], Draft]


def undertaken(draft: Draft) -> list[tuple[str, str]]:
    """Return the words that undertake something, and how sure that is."""
    return [
        (each.entry.cue, str(each.confidence))
        for each in draft.proposals
        if isinstance(each.entry, Commitment)
    ]


@each_case(
    "said, cue, sure",
    [
        ("The House will be informed by 1 June 2033.", "will be informed", "likely"),
        ("You will be informed by letter before the recess.", "will be informed", "likely"),
        ("Data on ports will be published by 31 March 2033.", "will be published", "likely"),
        ("The bill will be brought forward in May 2033.", "will be brought forward", "likely"),
        ("A decision on whether to pay will be taken in May.", "will be taken", "likely"),
        ("The lock will be electrified in 2034.", "will be electrified", "look"),
    ],
)
def test_what_a_government_has_done_is_undertaken(
    english: Drafted, said: str, cue: str, sure: str
) -> None:
    """Any other verb is to be looked at, where a term is named."""
    assert undertaken(english(said)) == [(cue, sure)]


ASKED = """\
Your House asked whether the fund will be closed.
You asked me to set out how the fund works, and whether towns that do not build will be penalised.
The question whether ships will be inspected remains open.
Whether the fund will be topped up in 2033 is for the next budget.
I have been asked whether fees will be raised.
"""
FEARED = """\
It is feared 400 families will be relocated.
The union fears the village will be closed.
The company says the terminal will be sold in June.
The opposition says the fee will be raised.
The ports will be closed, the operators said.
"""
FORESEEN = """\
The king will be crowned in May 2033.
The tide will be followed by rain.
The sea will be heated by the plant.
Jobs will be destroyed by automation.
It will be observed that the quay is old.
As will be explained below, the quay is old.
Our soldiers will be honoured.
He will be succeeded by Mr Smith.
Growth will be subdued in 2033.
"""


@each_case("sentences", [ASKED, FEARED, FORESEEN])
def test_what_is_asked_feared_or_foreseen_is_not_undertaken(
    english: Drafted, sentences: str
) -> None:
    """Nobody promises what others ask or say, or what happens without anybody doing it."""
    assert undertaken(english(sentences.replace("\n", "\n\n").rstrip())) == []
