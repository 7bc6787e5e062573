"""Lists that letters make: their marks, the words above them, and what their summaries read like.

The letters are invented.
"""

from collections.abc import Callable

from ssrpolicy.model import Commitment, Document, Draft
from tables import each_case

Drafted = Callable[[str], Draft]


def summaries(draft: Draft) -> list[str]:
    """Return the summaries of the commitments that are proposed."""
    made = (each.entry for each in draft.proposals)
    return [each.summary.text("nl") for each in made if isinstance(each, Commitment)]


@each_case("marks", [("A.", "B."), ("A)", "B)"), ("o", "o"), ("1\u00b0", "2\u00b0")])
def test_each_item_is_a_proposal_whatever_marks_it(drafted: Drafted, marks: list[str]) -> None:
    """Capitals too, where they follow each other from A on."""
    first, second = marks
    said = f"Ik zal:\n\n{first} de kade laten verhogen;\n{second} de sluis laten meten."

    assert summaries(drafted(said)) == [
        "Ik zal de kade laten verhogen.",
        "Ik zal de sluis laten meten.",
    ]


def test_the_verb_above_a_list_stands_behind_what_it_is_done_to(drafted: Drafted) -> None:
    """As in a sentence; of an item that says more, the words stay as they are."""
    said = (
        "Ik zal in mei 2032 sturen:\n\n- de nota over de havens;\n"
        "- het plan voor de dijken, dat nu wordt gemaakt."
    )

    assert summaries(drafted(said)) == [
        "Ik zal in mei 2032 de nota over de havens sturen",
        "Ik zal in mei 2032 sturen het plan voor de dijken, dat nu wordt gemaakt.",
    ]


def test_the_same_words_may_stand_above_two_lists(drafted: Drafted) -> None:
    """Each item is proposed with the words above its own list."""
    said = (
        "Voor de havens geldt het volgende.\n\nIk zal:\n\n- de kade verhogen.\n\n"
        "Voor de sluizen geldt iets anders.\n\nIk zal:\n\n- de deuren vervangen."
    )

    assert summaries(drafted(said)) == ["Ik zal de kade verhogen.", "Ik zal de deuren vervangen."]


def test_a_sentence_behind_a_greeting_is_still_said(drafted: Drafted) -> None:
    """On the same line: the greeting alone closes the letter."""
    said = "Met vriendelijke groet aan allen. Ik zal u in juni 2032 een brief sturen."

    assert summaries(drafted(said)) == ["Ik zal u in juni 2032 een brief sturen."]


def test_a_paper_in_which_was_asked_has_its_number_in_the_register(drafted: Drafted) -> None:
    """Where the sentence gives just one case, with or without the number of its document."""
    said = (
        "De vaste commissie voor Havens heeft mij verzocht om een planning "
        "(kenmerk 2030Z04567/2030D08910)."
    )
    (paper,) = (e.entry for e in drafted(said).proposals if isinstance(e.entry, Document))

    assert paper.register_number == "2030Z04567"
