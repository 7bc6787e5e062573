"""Written questions that have nothing but their numbers, each with its answer below it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import Commitment, Disposition, DocumentKind, Draft, Request, SetAside

HEAD = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum  3 maart 2031
Betreft  Antwoorden op vragen van het lid Bakker (Lagemeer) over de haven

Hierbij stuur ik u de antwoorden op de vragen van het lid Bakker (Lagemeer) over de haven.

De Minister van Infrastructuur en Waterstaat,

Anna de Wit

"""
READY = "Bent u bereid de haven te verdiepen?"
COSTS = "Hoeveel kost dat?"
YES = "Ja. Ik zal de Kamer voor 1 mei 2031 daarover informeren."
MILLION = "De kosten zijn € 3 miljoen, waarvan de helft voor de sluis."


@pytest.fixture
def drafted(new_record: Callable[..., Path]) -> Callable[[str], Draft]:
    """A function that drafts from a letter with some questions and answers."""
    return lambda words: ssrpolicy.draft(new_record(HEAD + words))


def met(draft: Draft) -> dict[str, str]:
    """Return the words of each request with those that meet it."""
    entries = [each.entry for each in draft.proposals]
    answers = {
        each.request: each.quotes[0].quote for each in entries if isinstance(each, Disposition)
    }
    return {
        each.quotes[0].quote: answers.get(each.id, "")
        for each in entries
        if isinstance(each, Request)
    }


@pytest.mark.parametrize(
    "written",
    [
        f"1. {READY}\n\n{YES}\n\n2. {COSTS}\n\n{MILLION}\n",
        f"1\n{READY}\n\n{YES}\n\n2\n{COSTS}\n\n{MILLION}\n",
        f"1) {READY}\n{YES}\n\n2) {COSTS}\n{MILLION}\n",
        f"1. {READY}[1]\n\n{YES}\n\n2. {COSTS}\n\n{MILLION}\n\n[1] De Havenkrant, 1 maart 2031\n",
        f"1. {READY}\r\n\r\n{YES}\r\n\r\n2. {COSTS}\r\n\r\n{MILLION}\r\n",
    ],
)
def test_numbers_alone_tell_questions_from_answers(
    drafted: Callable[[str], Draft], written: str
) -> None:
    """What stands below a question is its answer, whatever the lines look like; a note is not."""
    draft = drafted(written)

    assert met(draft) == {READY: YES, COSTS: MILLION}
    assert [each.kind for each in draft.proposals].count("commitment") == 1


def test_a_list_within_an_answer_is_of_the_answer(drafted: Callable[[str], Draft]) -> None:
    """Its items have numbers as well, and ask nothing."""
    listed = "Nee.\n\n1. De sluis is te smal.\n\n2. De kade is te laag.\n\n3. De brug is oud."
    found = met(drafted(f"1. {READY}\n\n{listed}\n\n2. {COSTS}\n\n{MILLION}\n"))

    assert list(found) == [READY, COSTS]
    assert found[COSTS] == MILLION


def test_a_list_that_asks_nothing_is_not_one_of_questions(drafted: Callable[[str], Draft]) -> None:
    """Numbered points of a letter are its sentences, and so is one question among them."""
    draft = drafted(f"1. De sluis is te smal.\n\n2. {READY}\n\n3. De brug is oud.\n")

    assert not [each for each in draft.proposals if isinstance(each.entry, Disposition)]


def test_a_letter_that_gives_answers_is_of_the_kind_of_questions(
    new_record: Callable[..., Path],
) -> None:
    """Its subject says so, and it has the questions; one that only speaks of them is a letter."""
    answers = new_record(f"{HEAD}1. {READY}\n\n{YES}\n\n2. {COSTS}\n\n{MILLION}\n", "answers")
    letter = new_record(f"{HEAD}De beantwoording vergt meer tijd.\n", "later")

    assert ssrpolicy.load(answers).documents[0].kind is DocumentKind.QUESTION
    assert ssrpolicy.load(letter).documents[0].kind is DocumentKind.LETTER


def test_a_name_right_below_an_office_signs(new_record: Callable[..., Path]) -> None:
    """Answers may follow the signature, and stand under no heading of the minister's name."""
    record = ssrpolicy.load(new_record(f"{HEAD}1. {READY}\n\n{YES}\n\n2. {COSTS}\n\n{MILLION}\n"))

    assert record.locate(MILLION).heading is None


def test_no_to_who_asks_something_to_be_done_declines_it(drafted: Callable[[str], Draft]) -> None:
    """A question that only asks what is so is answered, also by no."""
    draft = drafted(
        "1. Bent u bereid de haven te verdiepen?\n\nNee. Dat is te duur.\n\n"
        "2. Deelt u de mening dat de kade te laag is?\n\nNee. Zij is hoog genoeg.\n"
    )
    answers = [each.entry.answer for each in draft.proposals if isinstance(each.entry, Disposition)]

    assert answers == ["declined", "answered_here"]


@pytest.mark.parametrize("unmarked", ["Kunt u de kosten van de sluis noemen.", "Is de sluis duur"])
def test_a_question_without_its_mark_is_known_by_its_number(
    drafted: Callable[[str], Draft], unmarked: str
) -> None:
    """It stands between two that have theirs; the others keep their answers, and it its own."""
    open_now = "Staat de brug open?"
    found = met(
        drafted(
            f"1. {READY}\n\n{YES}\n\n2. {unmarked}\n\n{MILLION}\n\n"
            f"3. {COSTS}\n\n1. Veel.\n\n2. Te veel.\n\n4. {open_now}\n\nNee, nog niet.\n"
        )
    )

    asked = [unmarked] if unmarked.startswith("Kunt u") else []
    assert list(found) == [READY, *asked, COSTS, open_now]
    assert found[READY] == YES
    assert found[open_now] == "Nee, nog niet."
    assert [found[each] for each in asked] == [MILLION] * len(asked)


def test_what_is_undertaken_above_the_first_question_is_kept(
    new_record: Callable[..., Path],
) -> None:
    """The sentences that introduce the answers may promise something; the others are set aside."""
    promised = "Het rapport over de sluis zal ik uw Kamer voor 1 mei 2031 toesturen."
    sent = "Het rapport over de kade is gisteren verschenen."
    above = HEAD.replace("over de haven.\n", f"over de haven. {promised} {sent}\n")
    draft = ssrpolicy.draft(new_record(f"{above}1. {READY}\n\nJa.\n\n2. {COSTS}\n\n{MILLION}\n"))
    entries = [each.entry for each in draft.proposals]

    assert [e.quotes[0].quote for e in entries if isinstance(e, Commitment)] == [promised]
    aside = [each.quote.quote for each in entries if isinstance(each, SetAside)]
    assert sent in aside
    assert promised not in aside


@pytest.mark.parametrize(
    "marks", ["?1", "?, 4", "?1, 2", "?2 , 3", "?[1], [2]", "?\u00b9", "?2.", "\u00bb?3"]
)
@pytest.mark.parametrize("form", ["{}. {}\n\n{}\n\n", "Vraag {0}\n{1}\n\nAntwoord {0}\n{2}\n\n"])
def test_the_marks_of_notes_behind_a_question_are_not_of_it(
    new_record: Callable[..., Path], marks: str, form: str
) -> None:
    """Whatever notes it has, it is found with its answer, and so is what is asked behind them."""
    closed = marks.startswith("\u00bb")
    asked, again = (
        each.replace("?", "\u00bb?") if closed else each for each in (COSTS, "Staat de brug open?")
    )
    noted, once_more = (
        each.removesuffix("?").removesuffix("\u00bb") + marks for each in (asked, again)
    )
    more = "Zo nee, wanneer gaat hij open?"
    text = HEAD + form.format(1, READY, YES) + form.format(2, noted, MILLION)
    text += form.format(3, f"{once_more.rstrip('.')} {more}", "Nee. Dat is te duur.")
    record = new_record(text)
    draft = ssrpolicy.draft(record)
    requests = [each.entry for each in draft.proposals if isinstance(each.entry, Request)]

    assert [each.quotes[0].quote for each in requests] == [READY, asked, again, more]
    assert list(met(draft).values())[:2] == [YES, MILLION]
    ssrpolicy.accept(record, draft.proposals, by="Lezer", date=dt.date(2031, 4, 1))
    covered = ssrpolicy.load(record).coverage()
    assert not [each.text for each in covered if each.missing]


def test_a_number_behind_a_question_is_its_own_text(drafted: Callable[[str], Draft]) -> None:
    """What stands behind a blank and is followed by more of the sentence is not a mark."""
    draft = drafted(f"1. {COSTS} 3 of 4 miljoen?\n\n{MILLION}\n\n2. {READY}\n\n{YES}\n")

    assert "3 of 4 miljoen?" in met(draft)


def test_a_mark_within_a_question_is_not_in_its_summary(drafted: Callable[[str], Draft]) -> None:
    """It stays in the quote, which has the words of the source."""
    known = "Kent u het bericht \u00abDe haven stinkt\u00bb1?"
    draft = drafted(f"1. {known}, 2\n\nJa.\n\n2. {COSTS}\n\n{MILLION}\n")
    requests = [each.entry for each in draft.proposals if isinstance(each.entry, Request)]

    assert requests[0].quotes[0].quote == known
    assert requests[0].summary.nl == known.replace("1?", "?")
