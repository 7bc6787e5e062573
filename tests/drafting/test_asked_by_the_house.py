"""What the House asks about motions: it is not how they are met, and no motion asks it.

The letters are invented.
"""

from collections.abc import Callable
from pathlib import Path

import ssrpolicy
from ssrpolicy.model import Disposition, Document, DocumentKind, Draft, Request
from tables import each_case

Drafted = Callable[[str], Draft]

MOTION = (
    "De motie van het lid Bakker (Kamerstuk 29 521, nr. 5) verzoekt de regering om een fonds.\n\n"
)


def _asked(draft: Draft) -> list[Request]:
    return [each.entry for each in draft.proposals if isinstance(each.entry, Request)]


def _met(draft: Draft) -> list[Disposition]:
    return [each.entry for each in draft.proposals if isinstance(each.entry, Disposition)]


def _papers(draft: Draft) -> list[Document]:
    return [each.entry for each in draft.proposals if isinstance(each.entry, Document)]


@each_case(
    "said",
    [
        "Tevens heeft uw Kamer verzocht om een brief over hoe deze motie wordt uitgevoerd.",
        "Ook vroeg de commissie hoe deze motie wordt uitgevoerd.",
        "De leden van de fractie vragen wanneer deze motie wordt uitgevoerd.",
        "Het lid Bakker heeft gevraagd hoe invulling wordt gegeven aan deze motie.",
        "Ook vroeg de commissie hoe ik uitvoering geef aan deze motie.",
    ],
)
def test_what_the_house_asks_answers_nothing(drafted: Drafted, said: str) -> None:
    """How a motion is carried out is what is asked."""
    draft = drafted(MOTION + said)

    assert said in [each.quotes[0].quote for each in _asked(draft)]
    assert _met(draft) == []


def test_what_a_committee_asks_in_english_answers_nothing(english: Drafted) -> None:
    """Nor in English."""
    assert _met(english("The Committee asked whether we accept its recommendation.")) == []


@each_case(
    "said, answer",
    [
        ("Uw Kamer vroeg hoe de motie wordt uitgevoerd; ik zal de motie uitvoeren.", "promised"),
        (
            "Uw Kamer heeft verzocht om een brief over de motie, maar dat is nog niet mogelijk.",
            "deferred",
        ),
        ("Uw Kamer heeft verzocht om een fonds, en dat verzoek neem ik over.", "promised"),
    ],
)
def test_the_writer_may_answer_in_the_same_sentence(
    drafted: Drafted, said: str, answer: str
) -> None:
    """What a main clause says besides is how it is met."""
    assert answer in [str(each.answer) for each in _met(drafted(said))]


@each_case(
    "said",
    [
        "Tevens heeft uw Kamer verzocht om een brief over hoe deze moties worden uitgevoerd.",
        "Uw Kamer heeft verzocht om een reactie op de motie-Bakker (Kamerstuk 29 521, nr. 5).",
        "Na het aannemen van de motie door uw Kamer heeft de indiener gevraagd om een brief.",
        "Dit is de reactie op het verzoek van het lid Kok om een brief over de motie-Bakker.",
    ],
)
def test_no_motion_asks_what_is_asked_about_it(drafted: Drafted, said: str) -> None:
    """The paper of a request about a motion is another one."""
    (paper,) = _papers(drafted(said))

    assert paper.kind is not DocumentKind.MOTION
    assert paper.number is None


@each_case(
    "said",
    [
        "Bij motie van het lid Bakker heeft uw Kamer verzocht om een fonds.",
        "In de aangenomen motie-Bakker heeft de Kamer de regering verzocht om een fonds.",
        "Vorige week heeft uw Kamer een motie aangenomen, waarin u mij verzoekt om een fonds.",
    ],
)
def test_a_motion_by_which_the_house_asks_is_one(drafted: Drafted, said: str) -> None:
    """The words say that it asks."""
    (paper,) = _papers(drafted(said))

    assert paper.kind is DocumentKind.MOTION


@each_case(
    "named",
    [
        "de motie van het lid Groot over kades, en de motie van de leden Groot en Kok over sluizen",
        "de motie-Bakker over de kades en de gewijzigde motie van het lid Kok over de sluizen",
        "de motie-Bakker en de motie-Kok",
    ],
)
def test_two_motions_of_a_sentence_are_two(drafted: Drafted, named: str) -> None:
    """Each has a paper and a request of its own, and both are met."""
    draft = drafted(f"Met deze brief geef ik uitvoering aan {named}.")
    asked = _asked(draft)

    assert len({each.document for each in asked}) == len(_papers(draft)) == 2
    assert {each.request for each in _met(draft)} == {each.id for each in asked}
    assert not [each for each in asked if each.quotes[0].quote.count("motie") != 1]


WRITTEN = """\
Written answers, Wednesday 11 February 2032

41. Deputy Mary Byrne asked the Minister for Ports the steps she will take to deepen the port; \
the cost of the works; and if she will make a statement on the matter.

Minister for Ports (Deputy Ann Roe): The port is deepened by dredging. The works cost €14 million.

42. To ask the Secretary of State for Ports, what plans she has for the lock, and when it will open.

Minister for Ports: The lock will be replaced. It will open in June 2032.
"""


def test_each_thing_that_a_written_question_asks_has_an_answer(
    new_record: Callable[..., Path],
) -> None:
    """The name of who answers is part of no answer, and a statement is nothing else asked."""
    draft = ssrpolicy.draft(new_record(WRITTEN))

    requests = {each.id: each.quotes[0].quote for each in _asked(draft)}
    met = [(requests[each.request], each.quotes[0].quote) for each in _met(draft)]
    asks = "41. Deputy Mary Byrne asked the Minister for Ports the steps she will take"
    assert met == [
        (f"{asks} to deepen the port", "The port is deepened by dredging."),
        ("the cost of the works", "The works cost €14 million."),
        (
            "42. To ask the Secretary of State for Ports, what plans she has for the lock",
            "The lock will be replaced.",
        ),
        ("when it will open.", "It will open in June 2032."),
    ]
