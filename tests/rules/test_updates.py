"""Updates fit in time, and claims are held against evidence."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeAlias

import pytest

from ssrpolicy.messages import messages_in
from ssrpolicy.model import (
    Answer,
    Claim,
    ClaimedStatus,
    Disposition,
    Document,
    DocumentKind,
    EdtfDate,
    EvidenceStatus,
    Firmness,
    LocalText,
    Outcome,
    Passage,
    PolicyRecord,
    Request,
    Timeframe,
    Update,
)
from ssrpolicy.rules.messages import in_words
from ssrpolicy.views.language import label

Records: TypeAlias = Callable[..., PolicyRecord]
Claims: TypeAlias = Callable[..., Claim]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Since: TypeAlias = Callable[..., list[str]]

EVALUATION = Document(
    id="evaluation",
    kind=DocumentKind.EVALUATION,
    date=dt.date(2011, 3, 1),
    text="Utrecht, 1 maart 2011\n\nIn 2010 schoot het fonds tekort.",
)


def update(day: str, **says: Any) -> Update:
    """An update of the claim on the fund."""
    given: dict[str, Any] = {"by": "nl-bz"}
    return Update(statement="fund-adequate", date=dt.date.fromisoformat(day), **(given | says))


def evidence(day: str, status: EvidenceStatus, words: str = "schoot het fonds tekort") -> Update:
    """Evidence from the evaluation."""
    passage = Passage(document="evaluation", quote=words)
    return update(day, evidence=status, document="evaluation", quotes=(passage,))


@pytest.fixture
def since(record: Records, document: Document, claim: Claims, found: Found) -> Since:
    """A function that gives the codes of what the rules find in the claim with updates."""

    def codes(*updates: Update, **entries: Any) -> list[str]:
        return found(
            record(
                documents=(document, EVALUATION), statements=(claim(),), updates=updates, **entries
            )
        )

    return codes


def test_an_update_of_the_letters_own_day_is_fine(since: Since) -> None:
    """Only a day before the letter is too early."""
    assert since(update("2010-04-29", claimed=ClaimedStatus.OPEN)) == []
    assert since(update("2010-04-28", claimed=ClaimedStatus.OPEN)) == ["update-before-document"]


def test_an_update_is_no_older_than_what_it_cites(since: Since) -> None:
    """Nobody cites an evaluation that was not yet written."""
    assert since(evidence("2011-03-01", EvidenceStatus.SUPPORTS)) == []
    assert since(evidence("2011-02-28", EvidenceStatus.SUPPORTS)) == ["update-before-document"]


def test_what_was_not_found_needs_no_quote(since: Since) -> None:
    """Nothing found, and nothing looked for, have nothing to quote; where one looked is noted."""
    told = LocalText(nl="Gezocht in de jaarverslagen 2010 en 2011.")
    none_found, not_assessed = EvidenceStatus.NONE_FOUND, EvidenceStatus.NOT_ASSESSED

    assert since(update("2011-03-01", evidence=not_assessed)) == []
    assert since(update("2011-03-01", evidence=none_found)) == ["search-not-described"]
    assert (
        since(
            Update(
                statement="fund-adequate",
                date=dt.date(2011, 3, 1),
                by="nl-bz",
                evidence=none_found,
                note=told,
            )
        )
        == []
    )


def test_where_was_looked_may_stand_in_a_note_of_the_same_day(since: Since) -> None:
    """A tracker writes status and note as two updates of one statement and day."""
    searched = update("2011-06-01", evidence=EvidenceStatus.NONE_FOUND)
    note = LocalText(nl="Gezocht in de jaarverslagen 2010 en 2011.")

    assert since(searched, update("2011-06-01", note=note)) == []
    assert since(searched, update("2011-06-02", note=note)) == ["search-not-described"]


def test_a_claim_of_fulfilment_is_settled_by_evidence(since: Since) -> None:
    """Evidence that supports or supports in part answers the claim; none found does not."""
    claimed = update("2011-01-01", claimed=ClaimedStatus.FULFILLED)
    searched = Update(
        statement="fund-adequate",
        date=dt.date(2011, 6, 1),
        by="nl-bz",
        evidence=EvidenceStatus.NONE_FOUND,
    )

    assert since(claimed) == ["fulfilled-without-evidence"]
    assert since(claimed, evidence("2011-03-01", EvidenceStatus.SUPPORTS)) == []
    assert since(claimed, evidence("2011-03-01", EvidenceStatus.PARTLY_SUPPORTS)) == []
    assert since(claimed, searched) == ["fulfilled-without-evidence", "search-not-described"]


def test_a_claim_that_was_taken_back_is_no_claim(since: Since) -> None:
    """The latest claim governs."""
    claimed = update("2011-01-01", claimed=ClaimedStatus.FULFILLED)

    assert since(claimed, update("2011-02-01", claimed=ClaimedStatus.IN_PROGRESS)) == []


def test_the_latest_evidence_governs_by_date_not_by_place(since: Since) -> None:
    """An update that is entered late counts on its own date."""
    claimed = update("2011-01-01", claimed=ClaimedStatus.FULFILLED)
    later = evidence("2012-03-01", EvidenceStatus.SUPPORTS)
    earlier = evidence("2011-03-01", EvidenceStatus.CONTRADICTS)

    assert since(claimed, later, earlier) == ["evidence-reversed"]
    assert since(claimed, earlier) == ["fulfilled-contradicted"]


def test_a_refusal_that_rests_on_a_contradicted_claim_is_told(since: Since) -> None:
    """What an answer rests on is held against the evidence."""
    request = Request(
        id="more-money", document="letter", summary=LocalText(nl="Meer geld."), implied=True
    )
    refusal = Disposition(
        request="more-money",
        document="letter",
        answer=Answer.DECLINED,
        because=("fund-adequate",),
        quotes=(
            Passage(
                document="letter", quote="Ook de noodzaak tot intensivering ontbreekt vooralsnog."
            ),
        ),
    )
    entries = {"requests": (request,), "dispositions": (refusal,)}

    assert since(**entries) == []
    assert since(evidence("2011-03-01", EvidenceStatus.CONTRADICTS), **entries) == [
        "disposition-on-contradicted"
    ]


def test_a_transfer_that_names_the_new_owner_is_fine(since: Since) -> None:
    """An update with owners says to whom a statement went."""
    transferred = update("2011-01-01", claimed=ClaimedStatus.TRANSFERRED)

    assert since(transferred) == ["transferred-without-owner"]
    assert since(transferred, update("2011-01-01", owners=("nl-defensie",))) == []


def test_an_update_that_leaves_nobody_as_owner_is_called_so(
    record: Records, document: Document, claim: Claims
) -> None:
    """The message has no list of names that is empty."""
    early = update("2010-04-28", owners=())
    made = record(documents=(document, EVALUATION), statements=(claim(),), updates=(early,))
    messages = [each.message for each in made.findings()]

    assert any(
        each.startswith("The update (nobody responsible) is dated 28 April 2010")
        for each in messages
    )


def test_two_updates_of_one_day_that_differ_are_two(since: Since) -> None:
    """Only an update that is the same in every word is a duplicate."""
    first = update("2011-01-01", note=LocalText(nl="Eerste bericht."))
    second = update("2011-01-01", note=LocalText(nl="Tweede bericht."))

    assert since(first, second) == []
    assert since(first, first) == ["update-duplicate"]


def test_a_move_that_no_document_shows_is_reported(since: Since) -> None:
    """A date that somebody typed is not a letter that postpones."""
    later = Timeframe(phrase="eind 2012", date=EdtfDate("2012"))
    letter = update("2011-04-01", timeframe=later, document="evaluation")

    assert since(letter) == []
    assert since(update("2011-04-01", timeframe=later)) == ["moved-without-source"]


def test_the_phrase_of_a_postponement_stands_in_its_quote_if_it_has_one(since: Since) -> None:
    """A term that an update reports without quoting is taken as reported."""
    reported = Timeframe(phrase="later dit jaar")
    passage = Passage(document="evaluation", quote="schoot het fonds tekort")

    assert since(update("2011-04-01", timeframe=reported)) == ["moved-without-source"]
    assert since(
        update("2011-04-01", timeframe=reported, document="evaluation", quotes=(passage,))
    ) == ["phrase-not-quoted"]


@pytest.mark.parametrize("by", ["J. Jansen", "Algemene Rekenkamer", "nl-bz"])
def test_an_update_is_by_a_name_or_a_known_party(since: Since, by: str) -> None:
    """A name is written as names are; an id must be known."""
    assert since(update("2011-01-01", by=by, note=LocalText(nl="Gebeld."))) == []


@pytest.mark.parametrize(
    "vocabulary", [Answer, ClaimedStatus, DocumentKind, EvidenceStatus, Firmness, Outcome]
)
def test_messages_name_values_as_dutch_reports_do(vocabulary: type[StrEnum]) -> None:
    """The label of the reports in Dutch, the code of the file in English."""
    for value in vocabulary:
        assert in_words(value) == value.value
        with messages_in("nl"):
            assert in_words(value) == label(value, "nl")
