"""What an answer only tells: what is worked on, what members ask, what stands in a quotation.

The sentences are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE
from ssrpolicy.model import Commitment, Draft, Request
from tables import each_case

NewRecord = Callable[..., Path]
HEAD = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 3 september 2031\n\n"


def _undertaken(draft: Draft) -> list[str]:
    return [e.entry.quotes[0].quote for e in draft.proposals if isinstance(e.entry, Commitment)]


@pytest.mark.parametrize(
    "said",
    [
        "Daarnaast wordt ingezet op het versterken van de kades.",
        "Zoals gezegd wordt gewerkt aan een reactie.",
        "Daarnaast werk ik met alle partijen in de haven samen.",
        "Ik moedig iedereen aan dit te melden.",
    ],
)
def test_what_is_going_on_is_not_undertaken_in_an_answer(new_record: NewRecord, said: str) -> None:
    """An answer tells how things are done; a letter of plans says what is to come."""
    text = f"{HEAD}Vraag 1\nLigt de haven vol?\n\nAntwoord 1\nDe haven ligt vol. {said}\n"

    assert _undertaken(ssrpolicy.draft(new_record(text))) == []


def test_a_letter_as_was_promised_is_another_one_in_an_answer(new_record: NewRecord) -> None:
    """In a letter of plans it may be the letter itself."""
    said = "Zoals toegezegd tijdens het debat stuur ik uw Kamer een brief over de kades."
    text = f"{HEAD}Vraag 1\nLigt de haven vol?\n\nAntwoord 1\nDe haven ligt vol. {said}\n"

    assert _undertaken(ssrpolicy.draft(new_record(text))) == [said]


@each_case(
    "said",
    [
        "De leden van de fractie Lagemeer vragen of het kabinet de kade zal verhogen.",
        "Genoemde leden vragen hoe de kade zal worden versterkt.",
        "De leden van de fractie Hoogland lezen dat de kade zal worden verhoogd.",
        "In het akkoord staat: \u00abhet kabinet zal de kade verhogen\u00bb.",
        "Volgens de schippers zal de kade worden verhoogd.",
        "De havenmeester heeft laten weten dat de kade zal worden verhoogd.",
        "Ik heb er vertrouwen in dat de politie dit heeft gezien en zal blijven zien.",
        "In het antwoord op uw brief deel ik u mee dat de vragen worden beantwoord als volgt.",
    ],
)
def test_what_others_ask_say_or_write_is_not_undertaken(
    drafted: Callable[[str], Draft], said: str
) -> None:
    """Nor are the words of a quotation."""
    assert _undertaken(drafted(said)) == []


@each_case(
    "said",
    [
        "De schippers vragen om een plan, en ik zal dat in 2032 maken.",
        "Op de vraag hoe het verder gaat, kom ik in mei 2032 terug.",
        "Ik heb de zorgen gehoord en zal die betrekken bij het besluit.",
        "Met het plan \u00abDe haven dicht\u00bb zal ik in 2032 beginnen.",
    ],
)
def test_what_is_undertaken_besides_is_found(drafted: Callable[[str], Draft], said: str) -> None:
    """Behind what was asked, heard or quoted."""
    assert len(_undertaken(drafted(said))) == 1


@pytest.mark.parametrize(
    "said, firmness",
    [
        ("Na afloop van de proef wordt bekeken of deze wordt voortgezet.", "exploratory"),
        ("Zoals toegezegd in het debat stuur ik uw Kamer een brief over de kades.", "firm"),
        ("Ik neem de wensen van de schippers over diepe havens mee bij het plan.", "firm"),
    ],
)
def test_what_an_answer_undertakes_is_as_firm_as_its_words(
    new_record: NewRecord, said: str, firmness: str
) -> None:
    """What will be looked at has no outcome yet."""
    text = f"{HEAD}Vraag 1\nLigt de haven vol?\n\nAntwoord 1\nDe haven ligt vol. {said}\n"
    found = ssrpolicy.draft(new_record(text)).proposals
    made = [each.entry for each in found if isinstance(each.entry, Commitment)]

    assert [str(each.firmness) for each in made] == [firmness]


def test_a_question_to_a_government_that_begins_with_to_ask_is_asked(new_record: NewRecord) -> None:
    """It has no mark of a question."""
    asked = "To ask the Secretary of State for Ports, how many of the quays were raised in 2030."
    text = f"Written questions\n\nDate 3 September 2031\n\nQuestion 1\n{asked}\n\n"
    draft = ssrpolicy.draft(new_record(f"{text}Answer 1\nTwelve of the quays were raised.\n"))

    assert [
        each.entry.quotes[0].quote for each in draft.proposals if isinstance(each.entry, Request)
    ] == [asked]


def test_what_groups_of_members_ask_in_a_written_consultation_is_asked(
    new_record: NewRecord,
) -> None:
    """In their words, and in questions of their own."""
    asked = (
        "In het bijzonder vragen deze leden hoe diep de haven is.",
        "Hebben havens in andere landen ook een kade?",
    )
    text = (
        "31 999 Havenbeleid\n\nNr. 12 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n"
        "Vastgesteld 4 december 2018\n\nDe vaste commissie voor Havens heeft een aantal vragen "
        "voorgelegd aan de Minister van Defensie over de havens. De Minister heeft deze vragen "
        f"beantwoord bij brief van 3 december 2018.\n\n{asked[0]} {asked[1]}\n{CLOSE}"
    )
    found = ssrpolicy.draft(new_record(text)).proposals

    assert [e.entry.quotes[0].quote for e in found if isinstance(e.entry, Request)] == list(asked)
