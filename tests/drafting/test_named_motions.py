"""Motions that a letter names: one request each, quoted where it says what is asked.

The letters are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Disposition, Document, Draft, Request
from tables import each_case


def _asked(draft: Draft) -> list[Request]:
    return [each.entry for each in draft.proposals if isinstance(each.entry, Request)]


def _met(draft: Draft) -> list[Disposition]:
    return [each.entry for each in draft.proposals if isinstance(each.entry, Disposition)]


def test_a_motion_that_is_only_named_is_dealt_with(drafted: Callable[[str], Draft]) -> None:
    """A motion without a number and what closes it both stay, and the one names the other."""
    draft = drafted(
        "Met deze brief beschouw ik de motie van het lid Van den Bos c.s. als uitgevoerd."
    )
    (asked,), (met,) = _asked(draft), _met(draft)

    assert asked.quotes[0].quote == "motie van het lid Van den Bos c.s."
    assert (met.request, met.answer) == (asked.id, "answered_here")
    assert draft.dropped == ()


@each_case(
    "named, said",
    [
        ("motie van het lid Dobbe over een havenverbod", "voer ik niet uit."),
        ("motie van het lid Ceder over versnelling van de aanbesteding", "neem ik over."),
        ("motie van het lid Ceder om de kade te verhogen", "voer ik hiermee uit."),
        ("motie van het lid Bos over de sluis", "daarom ontraad ik deze."),
    ],
)
def test_a_motion_is_quoted_up_to_what_is_said_of_it(
    drafted: Callable[[str], Draft], named: str, said: str
) -> None:
    """The word before the verb is the last one of its name."""
    mark = ", " if said.startswith("daarom") else " "
    (asked,) = _asked(drafted(f"De {named}{mark}{said}"))

    assert asked.quotes[0].quote == named


def test_what_is_asked_stands_for_the_name(drafted: Callable[[str], Draft]) -> None:
    """Where a later sentence says what the motion asks, its name alone is not another request."""
    draft = drafted(
        "Hiermee beschouw ik de motie van het lid Van den Bos c.s. als uitgevoerd. Met de motie "
        "Van den Bos c.s. is de regering verzocht de kades van Steenburg te laten onderzoeken. Ik "
        "zal deze brief beginnen met een samenvatting van het rapport over de kades."
    )
    (asked,), (met,) = _asked(draft), _met(draft)

    assert "de kades van Steenburg te laten onderzoeken" in asked.quotes[0].quote
    assert met.request == asked.id
    assert met.quotes[0].quote.startswith("Hiermee beschouw ik")


def test_a_motion_is_meant_by_its_name(drafted: Callable[[str], Draft]) -> None:
    """A sentence that names one of two motions speaks of that one, and not of the nearest."""
    draft = drafted(
        "De motie-Bos verzoekt de regering de kade te verhogen.\n\n"
        "De motie-Kok verzoekt de regering de sluis te sluiten.\n\n"
        "De motie van het lid Bos zal ik niet uitvoeren.\n\n"
    )
    raised, closed = _asked(draft)

    assert "de kade te verhogen" in raised.quotes[0].quote
    declined = [each.request for each in _met(draft) if each.answer == "declined"]
    assert declined == [raised.id]
    assert closed.id not in declined


def test_a_motion_in_brackets_ends_with_them(drafted: Callable[[str], Draft]) -> None:
    """A reference in brackets is quoted within them, and what follows is not an answer."""
    draft = drafted(
        "Zoals ik u meldde in mijn brief van 26 mei (uitvoering motie van het lid Bos over de "
        "kades van Steenburg) en in mijn brief van 2 juni, kost dit tijd. Ik bekijk de kades nog."
    )

    assert [each.quotes[0].quote for each in _asked(draft)] == [
        "motie van het lid Bos over de kades van Steenburg"
    ]
    assert _met(draft) == []


def test_a_changed_motion_is_another_paper(drafted: Callable[[str], Draft]) -> None:
    """Two motions of one member ask two things."""
    draft = drafted(
        "De motie van het lid Bos verzoekt de regering de kade te verhogen.\n\n"
        "De gewijzigde motie van het lid Bos verzoekt de regering de sluis te sluiten."
    )

    assert len({each.document for each in _asked(draft)}) == 2


def test_a_changed_motion_is_not_closed_with_the_first(drafted: Callable[[str], Draft]) -> None:
    """What is carried out is the motion that is named."""
    draft = drafted(
        "Hiermee beschouw ik de motie van het lid Bos als uitgevoerd. De gewijzigde motie van het "
        "lid Bos verzoekt de regering de sluis te sluiten."
    )
    (sluice,) = [each.id for each in _asked(draft) if "sluis" in each.quotes[0].quote]

    assert sluice not in [each.request for each in _met(draft)]


def test_motions_that_something_tells_apart_are_two(drafted: Callable[[str], Draft]) -> None:
    """One of a member alone, and one that others signed too, each with its own request."""
    draft = drafted(
        "De motie-Bos verzoekt de regering de kade te verhogen.\n\n"
        "De motie-Bos c.s. verzoekt de regering de sluis te sluiten.\n\n"
        "De motie van het lid Bos zal ik niet uitvoeren."
    )
    raised, closed = _asked(draft)

    assert raised.document != closed.document
    assert closed.id not in [each.request for each in _met(draft)]


def test_a_motion_with_a_number_is_found_by_its_name(drafted: Callable[[str], Draft]) -> None:
    """A later sentence need not repeat the number."""
    draft = drafted(
        "De motie-Bos (Kamerstuk 31 999, nr. 5) verzoekt de regering de kade te verhogen.\n\n"
        "De motie-Kok (Kamerstuk 31 999, nr. 6) verzoekt de regering de sluis te sluiten.\n\n"
        "De motie van het lid Bos zal ik niet uitvoeren."
    )
    raised, _closed = _asked(draft)

    assert [e.request for e in _met(draft) if e.answer == "declined"] == [raised.id]


def test_one_request_has_no_contrary_answers(drafted: Callable[[str], Draft]) -> None:
    """A motion that was carried out is another than the one of the same name that is declined."""
    draft = drafted(
        "Hiermee beschouw ik de motie van het lid Bos als uitgevoerd. De motie van het lid Bos "
        "verzoekt de regering de sluis te sluiten. Die motie zal ik niet uitvoeren."
    )
    answers: dict[str, set[str]] = {}
    for each in _met(draft):
        answers.setdefault(each.request, set()).add(str(each.answer))

    assert {"declined"} in answers.values()
    assert not [each for each in answers.values() if len(each) > 1]


@pytest.mark.parametrize(
    "said",
    [
        (
            "Conform de motie-Kok (Kamerstuk 31 999, nr. 72) heb ik overleg gevoerd.\n\n"
            "De motie-Kok beschouw ik hiermee als afgedaan."
        ),
        (
            "De motie-Kok beschouw ik hiermee als afgedaan.\n\n"
            "Conform de motie-Kok (Kamerstuk 31 999, nr. 72) over de sluis heb ik overleg gevoerd."
        ),
        (
            "Uitvoering is gegeven aan de motie van het lid Kok (Kamerstuk 31 999, nr. 72).\n\n"
            "De motie-Kok beschouw ik hiermee als afgedaan."
        ),
    ],
)
def test_one_name_is_one_motion(new_record: Callable[..., Path], said: str) -> None:
    """Where one motion of a name has a number, the name without it is that one."""
    folder = new_record(HEAD + said + CLOSE)
    draft = ssrpolicy.draft(folder)
    (motion,) = [e.id for e in ssrpolicy.load(folder).documents if str(e.number) == "kst-31999-72"]
    asked = _asked(draft)

    assert not [each for each in draft.proposals if isinstance(each.entry, Document)]
    assert {each.document for each in asked} == {motion}
    assert {each.request for each in _met(draft)} == {each.id for each in asked}
    assert not [each for each in asked if "beschouw ik" in str(each.summary.nl)]
