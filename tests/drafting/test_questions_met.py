"""Which sentence of an answer meets which question, where one heading has several questions."""

from collections.abc import Callable
from pathlib import Path

import ssrpolicy
from ssrpolicy.model import Disposition

ANSWERS = """\
Vragen van het lid Bakker (Lagemeer) aan de Minister van Infrastructuur en Waterstaat over de haven
(ingezonden 3 maart 2031).

Antwoord van de Minister van Infrastructuur en Waterstaat (ontvangen 24 maart 2031).

Vraag 1
Hoeveel schepen liggen er in de haven? Hoeveel schepen mogen er in de haven liggen?

Antwoord 1
In de haven mogen ten hoogste negentig schepen liggen. Op dit moment zijn het er zestig.

Vraag 2
Bent u bekend met het bericht over de brug?

Antwoord 2
Ja, dat bericht is mij bekend.
"""


def test_each_sentence_meets_one_question_while_others_are_left(
    new_record: Callable[..., Path],
) -> None:
    """The likeliest pair first: one sentence is not the answer to both questions of a heading."""
    draft = ssrpolicy.draft(new_record(ANSWERS))
    met = {
        each.entry.request: each.entry.quotes[0].quote
        for each in draft.proposals
        if isinstance(each.entry, Disposition)
    }

    assert met == {
        "vraag-1": "Op dit moment zijn het er zestig.",
        "vraag-1-b": "In de haven mogen ten hoogste negentig schepen liggen.",
        "vraag-2": "Ja, dat bericht is mij bekend.",
    }
