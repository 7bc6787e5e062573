"""Lists of questions whose answers have no heading of their own, and who asked them."""

from pathlib import Path

import ssrpolicy
from ssrpolicy.model import Disposition, Draft, Request
from ssrpolicy.starting import begin_record

LIST = """\
31 999 Havenbeleid

Nr. 12 LIJST VAN VRAGEN EN ANTWOORDEN

Vastgesteld 4 december 2018

De vaste commissie voor Havens heeft een aantal vragen voorgelegd aan de Minister van Defensie over
de havens. De Minister heeft deze vragen beantwoord bij brief van 3 december 2018.

Vraag 1
Waarom is de kade van Steenburg nog niet verhoogd?
De kade van Steenburg is nog niet verhoogd omdat de vergunning ontbreekt.
Vraag 2
Hoeveel schepen liggen er in de haven? Van welke landen zijn die schepen?
In de haven liggen twaalf schepen. Die schepen zijn van drie landen.
"""


def _draft(folder: Path, text: str = LIST) -> Draft:
    source = folder / "lijst.txt"
    source.write_text(text, encoding="utf-8")
    made = begin_record(source, folder / "record")
    return ssrpolicy.draft(ssrpolicy.load(made.folder))


def test_what_stands_below_a_numbered_question_answers_it(tmp_path: Path) -> None:
    """Each question is a request of who asked it, and is met."""
    draft = _draft(tmp_path)
    asked = [each.entry for each in draft.proposals if isinstance(each.entry, Request)]
    met = [each.entry for each in draft.proposals if isinstance(each.entry, Disposition)]

    assert [each.id for each in asked] == ["vraag-1", "vraag-2", "vraag-2-b"]
    assert {each.document for each in asked} == {"question-2"}
    assert {each.request for each in met} == {each.id for each in asked}
    assert met[0].quotes[0].quote.endswith("omdat de vergunning ontbreekt.")
    assert draft.dropped == ()


def test_a_question_without_its_mark_is_asked(tmp_path: Path) -> None:
    """Below the heading of a question, words that begin one ask it without a mark too."""
    text = LIST.replace("schepen?\nIn", "schepen.\nAntwoord op vraag 2\nIn")
    text = text.replace("verhoogd?\nDe", "verhoogd?\nAntwoord op vraag 1\nDe")
    draft = _draft(tmp_path, text)

    quotes = [
        each.entry.quotes[0].quote for each in draft.proposals if isinstance(each.entry, Request)
    ]
    assert quotes[-1] == "Van welke landen zijn die schepen."


def test_questions_that_await_their_answers_are_asked(tmp_path: Path) -> None:
    """What is asked is proposed where nothing answers it yet, and nothing else."""
    text = "\n".join(
        line for line in LIST.splitlines() if not line.startswith(("De kade", "In de"))
    )
    draft = _draft(
        tmp_path, text.replace("De Minister heeft deze vragen beantwoord", "Zo staat het")
    )

    assert sum(isinstance(each.entry, Request) for each in draft.proposals) == 3
    assert not any(isinstance(each.entry, Disposition) for each in draft.proposals)
