"""Notes at the foot of a page: they say where to look, and nothing that is recorded."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Claim, SetAside

NOTES = (
    "1 Kamerstuk 29 521, nr. 12. De brief gaat ook over havens.",
    "1 Zie de rapportage van de havenmeester. Die staat op www.havens.example.nl.",
    "[1] Zie de rapportage van de havenmeester, die in 2030 verscheen.",
    "\u00b9 Aanhangsel Handelingen, vergaderjaar 2029-2030, nr. 3.",
)


def _text(note: str) -> str:
    mark = note.split(maxsplit=1)[0]
    return (
        f"De haven is vol, zo bleek eerder.{mark} Schippers wachten er lang.\n{note}\n\n"
        "De kade is hoog genoeg."
    )


@pytest.mark.parametrize("note", NOTES)
def test_a_note_at_the_foot_of_a_page_is_set_aside(
    new_record: Callable[[str], Path], note: str
) -> None:
    """Nothing is proposed of its sentences; those above and below it are claims."""
    draft = ssrpolicy.draft(new_record(HEAD + _text(note) + CLOSE))
    claims = [
        each.entry.quotes[0].quote for each in draft.proposals if isinstance(each.entry, Claim)
    ]
    aside = [each.entry.quote.quote for each in draft.proposals if isinstance(each.entry, SetAside)]

    assert len(claims) == 3
    assert not any(claim in note for claim in claims)
    assert note.lstrip("[") in " ".join(aside)


def test_a_number_that_nothing_refers_to_begins_no_note(new_record: Callable[[str], Path]) -> None:
    """A sentence that begins with a number is one of the text, whatever it cites."""
    text = "De haven is vol.\n\n3 Kamerstukken gingen over de haven, zie ook het rapport.\n\n"
    draft = ssrpolicy.draft(new_record(HEAD + text + CLOSE))
    claims = [
        each.entry.quotes[0].quote for each in draft.proposals if isinstance(each.entry, Claim)
    ]

    assert any(claim.startswith("3 Kamerstukken") for claim in claims)
