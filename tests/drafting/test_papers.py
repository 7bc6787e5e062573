"""Which paper is meant where a letter speaks of a motion that it named before."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Disposition, Document, Draft, Request

NAMED = "Ook ga ik in op de motie-Bakker/Smit (Kamerstuk 29 521, nr. 512) en op de toezegging. "
ASKS = "{} verzoekt de regering de kade te verhogen. "


def asked(draft: Draft) -> list[tuple[str, str]]:
    """Return the paper and the summary of each request that is proposed."""
    entries = [each.entry for each in draft.proposals]
    return [
        (each.document, each.summary.text("nl")) for each in entries if isinstance(each, Request)
    ]


@pytest.mark.parametrize("motion", ["De motie", "Deze motie"])
def test_a_motion_that_is_not_named_again_is_the_only_one(
    drafted: Callable[[str], Draft], motion: str
) -> None:
    """It was cited by its number, so that nothing is proposed as another paper."""
    draft = drafted(NAMED + ASKS.format(motion) + "Hieraan geef ik als volgt uitvoering.")

    assert asked(draft) == [("motion", ASKS.format(motion).strip())]
    assert not [each for each in draft.proposals if isinstance(each.entry, Document)]
    assert [each.entry.answer for each in draft.proposals if isinstance(each.entry, Disposition)]


def test_of_several_motions_none_is_guessed(drafted: Callable[[str], Draft]) -> None:
    """Which of two is meant, in another paragraph, a person says: another paper is proposed."""
    other = "De motie-De Wit (Kamerstuk 29 521, nr. 513) is ingetrokken.\n\n"
    (found,) = asked(drafted(NAMED + other + ASKS.format("Deze motie")))

    assert found[0] not in {"motion", "motion-2"}


def test_a_motion_with_another_name_is_another_one(drafted: Callable[[str], Draft]) -> None:
    """One that is named by its mover has no number here."""
    (found,) = asked(drafted(NAMED + ASKS.format("De motie van het lid De Wit")))

    assert found[0] != "motion"


ITEMS = """\
Motie-Bakker c.s. over kades (Kamerstuk 29 521, nr. 512)

De motie verzoekt de regering de kade te verhogen. Ik zal de kade voor de zomer van 2032 verhogen.

Motie-De Wit over de sluis (Kamerstuk 29 521, nr. 513)

Deze motie verzoekt de regering de sluis te sluiten. Ik zal deze motie niet uitvoeren.

Toezegging over de brug

In het debat is gesproken over de brug. Daarmee beschouw ik deze toezegging als afgedaan.
"""


def test_under_a_heading_the_motion_is_the_one_that_it_cites(
    drafted: Callable[[str], Draft],
) -> None:
    """A letter on many motions names each above what it says of it."""
    assert asked(drafted(ITEMS)) == [
        ("motion", "De motie verzoekt de regering de kade te verhogen."),
        ("motion-2", "Deze motie verzoekt de regering de sluis te sluiten."),
    ]


def test_what_closes_one_matter_does_not_close_the_one_above_it(
    drafted: Callable[[str], Draft],
) -> None:
    """Closing an undertaking under its own heading does not answer a motion."""
    answers = [
        each.entry.answer
        for each in drafted(ITEMS).proposals
        if isinstance(each.entry, Disposition) and "sluis" in each.entry.request
    ]

    assert answers == ["declined"]


@pytest.mark.parametrize("mark, note", [("1", "1"), ("\u00b9", "\u00b9"), ("[1]", "[1]")])
def test_a_motion_whose_number_is_in_a_note_is_the_paper_that_asks(
    new_record: Callable[[str], Path], mark: str, note: str
) -> None:
    """The document of the note is the one that asks, and the motion that is dealt with."""
    words = (
        f"In de motie van de leden Yurt en Kok{mark} wordt de regering verzocht de kade te "
        "verhogen. Deze motie ontraad ik.\n\n"
    )
    folder = new_record(f"{HEAD}{words}{CLOSE}\n\n{note} Kamerstuk 29 521, nr. 512.\n")
    draft = ssrpolicy.draft(folder)

    said = words.partition(". ")[0].replace(mark, "") + "."
    assert asked(draft) == [("motion", said)]
    assert not [each for each in draft.proposals if isinstance(each.entry, Document)]
    assert [e.entry.answer for e in draft.proposals if isinstance(e.entry, Disposition)] == [
        "declined"
    ]


def test_a_sentence_that_names_a_motion_in_a_note_is_of_that_motion(
    new_record: Callable[[str], Path],
) -> None:
    """The request before it is of another one."""
    words = (
        "De motie-Bos1 verzoekt de regering de kade te verhogen.\n\n"
        "De motie-Kok2 verzoekt de regering de sluis te sluiten.\n\n"
        "De motie-Bos1 zal ik niet uitvoeren.\n\n"
    )
    notes = "\n\n1 Kamerstuk 29 521, nr. 512.\n\n2 Kamerstuk 29 521, nr. 513.\n"
    entries = [
        each.entry for each in ssrpolicy.draft(new_record(HEAD + words + CLOSE + notes)).proposals
    ]
    asked_of = {each.id: each.document for each in entries if isinstance(each, Request)}

    assert list(asked_of.values()) == ["motion", "motion-2"]
    assert [asked_of[e.request] for e in entries if isinstance(e, Disposition)] == ["motion"]
