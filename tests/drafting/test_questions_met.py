"""Which sentence of an answer meets which question, where one heading has several questions."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import Answer, Disposition, Request

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

ROUNDABOUT = """\
Vragen van het lid Bakker (Lagemeer) aan de Minister van Infrastructuur en Waterstaat over de haven
(ingezonden 3 maart 2031).

Antwoord van de Minister van Infrastructuur en Waterstaat (ontvangen 24 maart 2031).

Vraag 1
Bent u het ermee eens dat schippers op een ligplaats moeten kunnen rekenen?

Antwoord 1
De krant berichtte over wachtende schippers. Ik besef dat wachten voor hen vervelend is. Een
ligplaats is voor een schipper dan ook onmisbaar. Overigens is de haven niet van het Rijk.

Vraag 2
Gaat u de haven dieper maken?

Antwoord 2
Na de zomer zal ik uw Kamer informeren over de haven. Daarom wordt de haven niet dieper gemaakt.

Vraag 3
Wanneer wordt de Kamer over de haven geïnformeerd?

Antwoord 3
De haven ligt aan zee. Na de zomer zal ik uw Kamer informeren over de haven.
"""


def _met(record: Path) -> dict[str, str]:
    """Return the words that meet each question in the draft of a record."""
    return {
        each.entry.request: each.entry.quotes[0].quote
        for each in ssrpolicy.draft(record).proposals
        if isinstance(each.entry, Disposition)
    }


def test_the_conclusion_meets_a_question_rather_than_what_leads_to_it(
    new_record: Callable[..., Path],
) -> None:
    """What others said, sympathy, additions and what the House hears later are passed over."""
    assert _met(new_record(ROUNDABOUT)) == {
        "vraag-1": "Een ligplaats is voor een schipper dan ook onmisbaar.",
        "vraag-2": "Daarom wordt de haven niet dieper gemaakt.",
        "vraag-3": "Na de zomer zal ik uw Kamer informeren over de haven.",
    }


def test_each_sentence_meets_one_question_while_others_are_left(
    new_record: Callable[..., Path],
) -> None:
    """The likeliest pair first: one sentence is not the answer to both questions of a heading."""
    assert _met(new_record(ANSWERS)) == {
        "vraag-1": "Op dit moment zijn het er zestig.",
        "vraag-1-b": "In de haven mogen ten hoogste negentig schepen liggen.",
        "vraag-2": "Ja, dat bericht is mij bekend.",
    }


@pytest.mark.parametrize("mark", ["", " 1", "\u00b9"], ids=["none", "digit", "raised"])
def test_a_question_with_the_mark_of_a_note_is_asked(
    new_record: Callable[..., Path], mark: str
) -> None:
    """It stands on a line of its own, and is not a heading."""
    text = f"Vraag 1\n\nKent u het bericht over de haven?{mark}\n\nAntwoord 1\n\nJa, dat ken ik.\n"
    head = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 3 september 2031\n\n"

    draft = ssrpolicy.draft(new_record(head + text))

    assert [each.kind for each in draft.proposals if each.kind == "request"] == ["request"]


@pytest.mark.parametrize(
    "more, requests",
    [
        ("Zo nee, waarom niet?", 1),
        ("Zo ja, waarom? Zo nee, waarom niet?", 1),
        ("Waarom wel of waarom niet?", 1),
        ("Zo nee, wanneer dan wel?", 2),
        ("Zo nee, waarom niet en gaat u dat onderzoeken?", 2),
    ],
)
def test_the_reason_for_one_answer_or_the_other_is_asked_with_the_question(
    new_record: Callable[..., Path], more: str, requests: int
) -> None:
    """A question that asks more than that is a request by itself."""
    question = "Vindt u dat de haven dieper moet?"
    head, _, rest = ANSWERS.partition("Hoeveel schepen liggen er in de haven? ")
    text = f"{head}{question} {more}\n{rest[rest.index('Antwoord 1') :]}"
    draft = ssrpolicy.draft(new_record(text))
    found = [each.entry for each in draft.proposals if isinstance(each.entry, Request)]
    first = [each.quotes[0].quote for each in found if each.id.startswith("vraag-1")]

    assert first == ([f"{question} {more}"] if requests == 1 else [question, more])


@pytest.mark.parametrize(
    "answer",
    [
        "De Algemene Rekenkamer informeert u separaat.",
        "De minister van Financiën informeert uw Kamer hierover separaat.",
        (
            "Hierover ontvangt uw Kamer een brief van de minister van Financiën, die u apart "
            "informeert."
        ),
        "Uw Kamer wordt hierover in een aparte brief geïnformeerd.",
    ],
)
def test_who_is_informed_separately_is_not_answered_here(
    new_record: Callable[[str], Path], answer: str
) -> None:
    """Somebody else answers, or the same minister elsewhere: the answer is still to come."""
    draft = ssrpolicy.draft(new_record(ANSWERS.replace("Ja, dat bericht is mij bekend.", answer)))
    met = [each.entry for each in draft.proposals if isinstance(each.entry, Disposition)]

    assert (met[-1].request, met[-1].answer) == ("vraag-2", Answer.DEFERRED)
