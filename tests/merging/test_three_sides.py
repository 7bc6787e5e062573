"""The three-way comparison of what was exported, entered and recorded, field by field."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from ssrpolicy import EditOutcome, EdtfDate, EvidenceStatus, Language, LocalText, Timeframe
from ssrpolicy.editing import append

pytestmark = pytest.mark.heavy

Edit = Callable[..., Path]
Outcomes = Callable[..., list[EditOutcome]]

DAY = dt.date(2011, 3, 1)
QUOTE = "Nederland volgt dit nauwgezet"
OTHER_QUOTE = "zal dit proces waar mogelijk, en bij voorkeur multilateraal, ondersteunen"
VERIFIED: dict[str, Any] = {
    "evidence": EvidenceStatus.SUPPORTS,
    "document": "letter",
    "quotes": (ssrpolicy.Passage(document="letter", quote=QUOTE),),
}
IN_DUTCH_AND_ENGLISH = LocalText(nl="Gesproken met de Unie.", en="Spoke with the Union.")


@pytest.fixture
def says(record_toml: Path) -> Callable[..., None]:
    """A function that appends what somebody says of the commitment to the record."""

    def appends(*, date: dt.date = dt.date(2010, 11, 1), **what: Any) -> None:
        update = ssrpolicy.Update(statement="african-union", date=date, by="nl-bz", **what)
        append(record_toml, update)

    return appends


@pytest.fixture
def export(tracker: Path, folder: Path) -> Callable[..., None]:
    """A function that exports the tracker anew, of the records as they are now."""

    def exports(language: Language = "nl") -> None:
        tracker.unlink()
        records, as_of = ssrpolicy.load_all(folder), dt.date(2010, 12, 31)
        ssrpolicy.report(records, "lines", tracker, as_of=as_of, language=language)

    return exports


@pytest.fixture
def outcomes(edit: Edit, folder: Path) -> Outcomes:
    """A function that edits the tracker, and returns the outcome of each edit."""

    def edits(**cells: Any) -> list[EditOutcome]:
        plan = ssrpolicy.plan_merge(edit(**cells), folder, date=DAY, by="Jan")
        assert plan.refusals == ()
        return [each.outcome for each in plan.edits]

    return edits


@pytest.mark.parametrize(
    "cells, expected",
    [
        ({"evidence": "Supports"}, []),
        ({"document": "letter", "quote": QUOTE}, ["recorded"]),
        ({"document": "letter", "quote": OTHER_QUOTE}, ["change"]),
        ({"evidence": "Contradicts", "document": "letter", "quote": QUOTE}, ["change"]),
        ({"evidence": "Geen bewijs gevonden"}, ["change"]),
    ],
)
def test_evidence_is_its_status_its_document_and_its_quote(
    *,
    cells: dict[str, Any],
    expected: list[str],
    says: Callable[..., None],
    export: Callable[..., None],
    outcomes: Outcomes,
) -> None:
    """What is recorded already is reported as that; other words or another status are a change."""
    says(**VERIFIED)
    export()

    assert outcomes(**cells) == expected


def test_evidence_from_another_document_is_another(
    record_toml: Path, says: Callable[..., None], export: Callable[..., None], outcomes: Outcomes
) -> None:
    """The same words in another paper are evidence of their own."""
    (record_toml.parent / "verslag.txt").write_text(f"{QUOTE}.\n")
    report = ssrpolicy.Document(
        id="verslag",
        kind=ssrpolicy.DocumentKind.REPORT,
        date=dt.date(2010, 10, 1),
        file="verslag.txt",
    )
    append(record_toml, report)
    says(**VERIFIED)
    export()

    assert outcomes(document="verslag", quote=QUOTE) == ["change"]


def test_where_nothing_was_found_the_record_may_say_where_it_was_searched(
    says: Callable[..., None], outcomes: Outcomes
) -> None:
    """The record may name the paper in which no evidence was found; the edit need not."""
    says(evidence=EvidenceStatus.NONE_FOUND, document="letter")

    assert outcomes(evidence="Geen bewijs gevonden") == ["recorded"]


def test_owners_in_another_order_are_the_same(
    says: Callable[..., None], export: Callable[..., None], outcomes: Outcomes
) -> None:
    """The order of owners does not matter."""
    says(owners=("nl-bz", "nl-defensie"))
    export()

    assert outcomes(owners="Defensie; BZ") == []
    assert outcomes(owners="Defensie") == ["change"]


def test_a_note_that_is_recorded_in_both_languages_is_recorded(
    says: Callable[..., None], outcomes: Outcomes
) -> None:
    """The Dutch of it says nothing else than the record, which may say more."""
    says(note=IN_DUTCH_AND_ENGLISH)

    assert outcomes(note="Gesproken met de Unie.") == ["recorded"]


def test_a_note_that_differs_in_its_outer_spaces_only_is_the_same(
    says: Callable[..., None], export: Callable[..., None], outcomes: Outcomes
) -> None:
    """A record that was tidied since does not clash with what was entered."""
    says(note=LocalText(nl="Gesproken.\nEn verder."))
    export()
    says(note=LocalText(nl="  Gesproken.\nEn verder.\n"))

    assert outcomes(note="Gesproken.\r\nEn verder. ") == []
    assert outcomes(note="Vervolg in mei.") == ["change"]


@pytest.mark.parametrize(
    "cells, expected",
    [
        ({}, "recorded"),
        ({"reason": "Meer overleg."}, "recorded"),
        ({"reason": "Geen geld."}, "clash"),
    ],
)
def test_a_new_term_is_its_words_and_its_reason(
    cells: dict[str, str], expected: str, says: Callable[..., None], outcomes: Outcomes
) -> None:
    """A term that the record has says nothing new, unless its reason is another."""
    moved = Timeframe(phrase="voor de zomer", date=EdtfDate("2011-06-20"))
    says(timeframe=moved, note=LocalText(nl="Meer overleg."))

    assert outcomes(term="voor de zomer", due="2011-06-20", **cells) == [expected]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("phrase", ["20 juni 2011", "20 June 2011", "voor de zomer"])
def test_a_day_alone_is_any_term_of_that_day(
    *,
    phrase: str,
    language: Language,
    says: Callable[..., None],
    export: Callable[..., None],
    outcomes: Outcomes,
) -> None:
    """A day alone says nothing of the words, and the record may say more."""
    export(language)
    says(timeframe=Timeframe(phrase=phrase, date=EdtfDate("2011-06-20")))

    assert outcomes(due="2011-06-20") == ["recorded"]


def test_words_of_their_own_are_another_term_than_a_day(
    says: Callable[..., None], outcomes: Outcomes
) -> None:
    """A day in words says less than words of their own."""
    says(timeframe=Timeframe(phrase="20 juni 2011", date=EdtfDate("2011-06-20")))

    assert outcomes(term="voor de zomer", due="2011-06-20") == ["clash"]


def test_a_day_other_than_the_record_s_is_another_term(
    says: Callable[..., None], outcomes: Outcomes
) -> None:
    """The same words with another day are another term."""
    says(timeframe=Timeframe(phrase="voor de zomer", date=EdtfDate("2011-06-20")))

    assert outcomes(term="voor de zomer", due="2011-06-21") == ["clash"]


def test_a_clash_is_with_what_was_recorded_last(
    edit: Edit, folder: Path, says: Callable[..., None]
) -> None:
    """The latest update is the one that clashes, not the first."""
    tracker = edit(claimed="Voldaan")
    says(claimed=ssrpolicy.ClaimedStatus.OPEN, date=dt.date(2011, 1, 10))
    says(claimed=ssrpolicy.ClaimedStatus.IN_PROGRESS, date=dt.date(2011, 2, 10))

    (clash,) = ssrpolicy.plan_merge(tracker, folder, date=DAY, by="Jan").clashes

    assert clash.recorded_by is not None
    assert (clash.now, clash.recorded_by.date) == ("In uitvoering", dt.date(2011, 2, 10))
