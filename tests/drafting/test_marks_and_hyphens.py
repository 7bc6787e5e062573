"""Ids and summaries without marks of notes, with what denies, and with the hyphens of words."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Statement

NOTES = "\n\n1 Zie de kaart van de havens.\n2 Zie de brief van 3 mei.\n3 Zie de kaart."


@pytest.mark.parametrize(
    "said, summary, id",
    [
        (
            "Ik zal zoals in de brief van 29 juni 20222 staat de kade verhogen.",
            "Ik zal zoals in de brief van 29 juni 2022 staat de kade verhogen.",
            "brief-juni-2022-staat",
        ),
        (
            "Ik zal de kade vóór 2031\u00b2 verhogen.",
            "Ik zal de kade vóór 2031 verhogen.",
            "kade-2031-verhogen",
        ),
        ("Ik zal de camera's\u00b3 verhogen.", "Ik zal de camera's verhogen.", "camera-verhogen"),
        (
            "Ik zal dossier 20222 van de kade sluiten.",
            "Ik zal dossier 20222 van de kade sluiten.",
            "dossier-20222-kade-sluiten",
        ),
        ("Ik zal er 20229 sluiten.", "Ik zal er 20229 sluiten.", "20229-sluiten"),
        ("Ik zal de kade niet verhogen.", "Ik zal de kade niet verhogen.", "kade-niet-verhogen"),
        ("Ik zal geen sluizen bouwen.", "Ik zal geen sluizen bouwen.", "geen-sluizen-bouwen"),
        (
            "Ik zal aanloop\ufffe en volloopverlies en CCS\ufffeprojecten en rand\ufffeweg meten.",
            "Ik zal aanloop- en volloopverlies en CCS-projecten en randweg meten.",
            "aanloop-volloopverlies-ccs-projecten",
        ),
    ],
)
def test_a_summary_and_an_id_say_what_the_sentence_says(
    new_record: Callable[..., Path], said: str, summary: str, id: str
) -> None:
    """Without the marks of notes, with what denies it, and with the hyphens that words have."""
    draft = ssrpolicy.draft(new_record(HEAD + said + CLOSE + NOTES))
    (entry,) = [e.entry for e in draft.proposals if isinstance(e.entry, Statement)]

    assert (entry.summary.nl, entry.id) == (summary, id)
    assert "\ufffe" not in entry.quotes[0].quote
