"""What a record answers with its sources, the code lists and the rules."""

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from ssrpolicy import (
    ArgumentError,
    ArgumentTypeError,
    BlockKind,
    CoverageState,
    NotLocatedError,
    Passage,
    PolicyRecord,
    UnknownIdError,
    answering,
)
from ssrpolicy.model.asking.questions import Answering
from ssrpolicy.testing import small_record
from tables import each_case

WORDS = "zal dit proces waar mogelijk"


@pytest.fixture(scope="module")
def record(fixtures: Path) -> PolicyRecord:
    """The letter."""
    return ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")


@pytest.fixture(scope="module")
def invented(fixtures: Path) -> PolicyRecord:
    """The invented record, which declares codes of its own."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


def test_the_rooms_above_answer_what_the_model_asks() -> None:
    """The module that the model loads by its name offers what the model expects."""
    offered: Answering = answering

    assert offered.sentences(small_record()) == small_record().coverage()


def test_words_are_located(record: PolicyRecord) -> None:
    """Words have offsets, a heading, a paragraph and their context; the letter has no pages."""
    place = record.locate(WORDS)

    assert place.document == "letter"
    assert record.source_document.text is not None
    assert record.source_document.text[place.start : place.end] == WORDS
    assert (place.kind, place.page) == (BlockKind.BODY, None)
    assert place.heading == "Internationale coördinatie op SSR-gebied"
    assert place.paragraph == place.paragraphs[0]
    assert place.text == WORDS


@pytest.mark.parametrize("chars", [0, 1, 10, 60, 10**6])
def test_a_context_has_the_words_and_at_most_so_many_characters_around(
    record: PolicyRecord, chars: int
) -> None:
    """The words stand in their context on one line, with as much around them as was asked."""
    place = record.locate(WORDS)
    before, marked, after = place.context(chars, marks=("[", "]")).partition(f"[{WORDS}]")

    assert marked
    assert "\n" not in before + after
    assert len(before.removeprefix("…").strip()) <= chars
    assert len(after.removesuffix("…").strip()) <= chars
    assert before.startswith("… ") == (place.start > chars)
    assert place.context(chars) == f"{before}{WORDS}{after}"
    with pytest.raises(ArgumentError, match="chars is -1; it is 0 or more"):
        place.context(-1)


def test_every_quote_of_a_record_is_located_where_it_is_anchored(invented: PolicyRecord) -> None:
    """A passage is looked for in its own document, with the words before and after it."""
    texts = {document.id: document.text for document in invented.documents}
    quotes = [q for s in invented.statements for q in s.quotes if texts[q.document] is not None]
    places = [invented.locate(quote) for quote in quotes]

    assert len(quotes) > 20
    assert [place.document for place in places] == [quote.document for quote in quotes]
    assert invented.locate(quotes[0].quote, quotes[0].document) == places[0]


@pytest.mark.parametrize("words", ["nergens te vinden", "fiets op de maan"])
def test_words_of_which_no_text_has_half_are_near_to_nothing(
    invented: PolicyRecord, words: str
) -> None:
    """Letters are shared by words that have nothing to do with each other."""
    with pytest.raises(NotLocatedError) as nowhere:
        invented.locate(words)

    assert nowhere.value.hint is None


def test_words_that_do_not_stand_in_one_place_are_not_located(record: PolicyRecord) -> None:
    """The nearest words are named, or the places; nobody gets a place that is a guess."""
    with pytest.raises(NotLocatedError, match="does not stand in letter") as nowhere:
        record.locate("zal dit proces waar nodig")
    assert nowhere.value.hint is not None
    assert WORDS in nowhere.value.hint

    with pytest.raises(NotLocatedError, match=r"'SSR' stands in \d\d places: letter \d+-\d+, "):
        record.locate("SSR")
    with pytest.raises(NotLocatedError, match="has no text in which"):
        record.locate("SSR", "motion")
    with pytest.raises(UnknownIdError, match="has no entry 'lettr'") as unknown:
        record.locate("SSR", "lettr")
    assert unknown.value.hint == "Did you mean letter?"
    with pytest.raises(ArgumentError, match="is neither words nor a passage"):
        record.locate(" ")
    for wrong in (3, None, b"SSR"):
        with pytest.raises(ArgumentTypeError, match="is neither words nor a passage"):
            record.locate(wrong)  # type: ignore[arg-type]  # that it is refused is tested


def test_coverage_has_each_sentence_with_what_accounts_for_it(invented: PolicyRecord) -> None:
    """A sentence has a place, a state, the entries that quote it, and what is missing of it."""
    sentences = invented.coverage()
    by_state = {state: [s for s in sentences if s.state is state] for state in CoverageState}

    assert all(by_state.values())
    assert [s.entries for s in by_state[CoverageState.UNTOUCHED] if s.entries] == []
    assert [s.text for s in by_state[CoverageState.QUOTED] if s.missing or not s.entries] == []
    assert all(s.missing and s.entries for s in by_state[CoverageState.PARTLY])
    for sentence in by_state[CoverageState.SET_ASIDE]:
        assert {type(entry) for entry in sentence.entries} == {ssrpolicy.SetAside}
    assert len({(s.place.document, s.place.start) for s in sentences}) == len(sentences)
    commitment = invented.commitments[0]
    assert any(commitment in s.entries for s in sentences)


def test_findings_are_those_of_check(invented: PolicyRecord) -> None:
    """A record reports the findings that `check` has."""
    broken = attrs.evolve(invented, source="nowhere")

    assert invented.findings() == ssrpolicy.check(invented)
    assert any(finding.is_error for finding in broken.findings())


@pytest.mark.parametrize(
    "question, code, nearest",
    [
        ("owned_by", "nl-bzz", "nl-bz"),
        ("instruments_of", "Defensie", "nl-defensie"),
        ("in_place", "afg", "AFG"),
        ("in_place", "Afghanistan", "AFG"),
        ("in_sector", "politie", "police"),
    ],
)
def test_an_unknown_code_is_answered_with_the_nearest(
    record: PolicyRecord, question: str, code: str, nearest: str
) -> None:
    """A code that neither the lists nor the record have is refused; a name leads to its code."""
    with pytest.raises(ArgumentError, match=f"have no .* '{code}'") as raised:
        getattr(record, question)(code)

    assert raised.value.hint is not None
    assert nearest in raised.value.hint
    assert isinstance(raised.value, ValueError)


@each_case("question", ["owned_by", "instruments_of", "in_place", "in_sector"])
@each_case("code", [None, 3, ("AFG",), b"AFG"])
def test_a_code_is_a_text(record: PolicyRecord, question: str, code: Any) -> None:
    """What is not a text is not a code, and nothing is looked for."""
    with pytest.raises(ArgumentTypeError, match=r"is not a code\.\nA code is a text"):
        getattr(record, question)(code)


def test_a_known_code_that_no_statement_has_gives_nothing(record: PolicyRecord) -> None:
    """That a record says nothing about a place is an answer."""
    assert record.in_place("ABW") == ()
    assert record.owned_by("un") == ()


def test_codes_of_one_record_are_known_to_all_that_are_asked_together(
    record: PolicyRecord, invented: PolicyRecord
) -> None:
    """A code that only one of several records declares is asked of all of them."""
    own = invented.places[0].id
    with pytest.raises(ArgumentError, match=f"no place '{own}'"):
        record.in_place(own)

    both = (record, invented)
    found = [statement for each in both for statement in each.in_place(own, known_in=both)]
    assert found == [*invented.in_place(own)]
    with pytest.raises(ArgumentError, match="kst-32123-X-124, lagemeer-2031-7 have no place 'zz'"):
        record.in_place("zz", known_in=[invented])
    with pytest.raises(ssrpolicy.ArgumentTypeError, match="is not a record"):
        record.in_place("zz", known_in=["lagemeer"])  # type: ignore[list-item]  # that it is refused is tested


def test_a_code_that_an_entry_uses_is_known(record: PolicyRecord) -> None:
    """What the record uses can be asked, also where no list has it."""
    first, *rest = record.statements
    changed = attrs.evolve(
        record, statements=(attrs.evolve(first, owners=("nobody-knows",)), *rest)
    )

    assert [s.id for s in changed.owned_by("nobody-knows")] == [first.id]


def test_what_iterating_gives_is_in_the_record(record: PolicyRecord) -> None:
    """An entry, its id and its full id are in the record; others are not."""
    assert all(entry in record for entry in record)
    assert all(entry.id in record and record.full_id(entry.id) in record for entry in record)
    assert attrs.evolve(record.statements[0], doubt=ssrpolicy.LocalText(nl="twijfel")) not in record
    assert record.dispositions[0] not in record
    assert Passage(document="letter", quote="x") not in record
    assert 3 not in record
    assert None not in record


def test_answers_are_those_of_a_request(invented: PolicyRecord) -> None:
    """A request is named by its id or full id; anything else is refused with the nearest."""
    request = invented.requests[0].id

    assert invented.answers(invented.full_id(request)) == invented.answers(request) != ()
    with pytest.raises(UnknownIdError, match="is a Document, not a request"):
        invented.answers(invented.source)
    with pytest.raises(UnknownIdError) as raised:
        invented.answers(f"{request}x")
    assert raised.value.hint is not None
    assert request in raised.value.hint


@pytest.mark.parametrize(
    "days, said",
    [("30", "not a whole number"), (True, "not a whole number"), (-1, "it is 0 or more")],
)
def test_days_are_a_whole_number(record: PolicyRecord, days: Any, said: str) -> None:
    """A text, a fraction or a day in the past is not a number of days ahead."""
    with pytest.raises((ArgumentError, ArgumentTypeError), match=f"days is .*{said}"):
        record.due_within(days, as_of=dt.date(2011, 1, 1))
