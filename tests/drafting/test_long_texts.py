"""A text of many pages, or with long runs of blanks, is drafted from as any other."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from draftable import CLOSE, HEAD
from ssrpolicy.model import Commitment, Request

NewRecord = Callable[..., Path]
PROMISE = "Ik zal u in juni 2032 een plan voor haven {} zenden."


@pytest.mark.heavy
def test_blanks_between_words_take_no_part(new_record: NewRecord) -> None:
    """A run of 100,000 blanks at the beginning of a line changes nothing of what is proposed."""
    promise = PROMISE.format(1)
    with_blanks = new_record(f"{HEAD}{' ' * 100_000}\n\n{promise}\n{CLOSE}", "blanks")
    plain = new_record(f"{HEAD}{promise}\n{CLOSE}", "plain")
    found, expected = (ssrpolicy.draft(each).proposals for each in (with_blanks, plain))
    assert [each.kind for each in found] == [each.kind for each in expected]
    assert found


@pytest.mark.heavy
def test_each_of_many_pages_is_read(new_record: NewRecord) -> None:
    """What stands on the last of 80 pages is proposed as what stands on the first."""
    pages = "".join(
        f"{PROMISE.format(n)}\n\n\fPagina {n} van 80\n\nHet is {n} keer goed.\n\n"
        for n in range(1, 81)
    )
    draft = ssrpolicy.draft(new_record(HEAD + pages + CLOSE))
    promised = [each for each in draft.proposals if isinstance(each.entry, Commitment)]
    assert len(promised) == 80


@pytest.mark.heavy
@pytest.mark.parametrize("number", [300, pytest.param(3_000, marks=pytest.mark.slow)])
def test_each_of_many_questions_under_one_number_is_asked(
    new_record: NewRecord, number: int
) -> None:
    """The last is proposed as the first is, and one that is put twice once."""
    asked = [f"Kunt u maatregel {n + 1} uit het plan toelichten?" for n in range(number)]
    text = "\n".join(("Vraag 1", *asked, asked[0], "", "Antwoord 1", "Ja."))
    draft = ssrpolicy.draft(new_record(f"{HEAD}Antwoorden op vragen\n\n{text}\n{CLOSE}"))
    requests = [each for each in draft.proposals if isinstance(each.entry, Request)]
    assert len(requests) == len(asked)


def test_a_long_question_without_its_mark_is_asked(new_record: NewRecord) -> None:
    """One of 17,000 signs, behind a question that has its mark."""
    quays = " en ".join(f"de kade van haven {n}" for n in range(700))
    text = f"Vraag 1\nLigt de haven vol?\nKunt u zeggen wat {quays} kosten.\n\nAntwoord 1\nJa."
    draft = ssrpolicy.draft(new_record(f"{HEAD}Antwoorden op vragen\n\n{text}\n{CLOSE}"))
    assert len([each for each in draft.proposals if isinstance(each.entry, Request)]) == 2


@pytest.mark.slow
def test_of_very_many_sentences_the_first_are_read(new_record: NewRecord) -> None:
    """A text of 5,100 sentences is drafted from as far as is said, with where to go on."""
    said = " ".join(PROMISE.format(n) for n in range(1, 5_101))
    draft = ssrpolicy.draft(new_record(f"{HEAD}{said}\n{CLOSE}"))
    promised = [each for each in draft.proposals if isinstance(each.entry, Commitment)]
    assert len(promised) == 5_000
    (left,) = draft.dropped
    assert "5,100 sentences, of which the first 5,000 were read" in left.reason
    assert f"from \u201c{PROMISE.format(5_001)}\u201d" in left.reason


@pytest.mark.slow
def test_of_very_many_list_items_the_first_are_read(new_record: NewRecord) -> None:
    """The items of a list count as the sentences that they are."""
    items = "\n".join(f"- {PROMISE.format(n)}" for n in range(1, 5_101))
    draft = ssrpolicy.draft(new_record(f"{HEAD}Ik doe het volgende:\n\n{items}\n{CLOSE}"))
    (left,) = draft.dropped
    assert "of which the first 5,000 were read" in left.reason
