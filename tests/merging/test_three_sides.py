"""What is typed, what the tracker showed and what the record says now, field by field."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from ssrpolicy import EditOutcome, EdtfDate, EvidenceStatus, Language, LocalText, Timeframe
from ssrpolicy.editing import append_entry

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
        append_entry(record_toml, update)

    return appends


@pytest.fixture
def given_out(tracker: Path, folder: Path) -> Callable[..., None]:
    """A function that gives the tracker out anew, of the records as they are now."""

    def gives(language: Language = "nl") -> None:
        tracker.unlink()
        records, as_of = ssrpolicy.load_all(folder), dt.date(2010, 12, 31)
        ssrpolicy.report(records, "lines", tracker, as_of=as_of, language=language)

    return gives


@pytest.fixture
def outcomes(edit: Edit, folder: Path) -> Outcomes:
    """A function that types in the tracker, and says what comes of each edit."""

    def types(**cells: Any) -> list[EditOutcome]:
        plan = ssrpolicy.plan_merge(edit(**cells), folder, date=DAY, by="Jan")
        assert plan.refusals == ()
        return [each.outcome for each in plan.edits]

    return types


@pytest.mark.parametrize(
    "cells, expected",
    [
        ({"evidence": "Supports"}, []),
        ({"evidence_document": "letter", "evidence_quote": QUOTE}, ["recorded"]),
        ({"evidence_document": "letter", "evidence_quote": OTHER_QUOTE}, ["change"]),
        (
            {"evidence": "Contradicts", "evidence_document": "letter", "evidence_quote": QUOTE},
            ["change"],
        ),
        ({"evidence": "Geen bewijs gevonden"}, ["change"]),
    ],
)
def test_evidence_is_its_status_its_document_and_its_quote(
    *,
    cells: dict[str, Any],
    expected: list[str],
    says: Callable[..., None],
    given_out: Callable[..., None],
    outcomes: Outcomes,
) -> None:
    """What stands there already is told as that; other words, or another status, are a change."""
    says(**VERIFIED)
    given_out()

    assert outcomes(**cells) == expected


def test_evidence_from_another_document_is_another(
    record_toml: Path,
    says: Callable[..., None],
    given_out: Callable[..., None],
    outcomes: Outcomes,
) -> None:
    """The same words in another paper are evidence of their own."""
    (record_toml.parent / "verslag.txt").write_text(f"{QUOTE}.\n")
    report = ssrpolicy.Document(
        id="verslag",
        kind=ssrpolicy.DocumentKind.REPORT,
        date=dt.date(2010, 10, 1),
        file="verslag.txt",
    )
    append_entry(record_toml, report)
    says(**VERIFIED)
    given_out()

    assert outcomes(evidence_document="verslag", evidence_quote=QUOTE) == ["change"]


def test_where_nothing_was_found_the_record_may_say_where_it_was_sought(
    says: Callable[..., None], outcomes: Outcomes
) -> None:
    """Who types that there is no evidence says less than a record that names a paper too."""
    says(evidence=EvidenceStatus.NONE_FOUND, document="letter")

    assert outcomes(evidence="Geen bewijs gevonden") == ["recorded"]


def test_owners_in_another_order_are_the_same(
    says: Callable[..., None], given_out: Callable[..., None], outcomes: Outcomes
) -> None:
    """The order in which owners stand says nothing."""
    says(owners=("nl-bz", "nl-defensie"))
    given_out()

    assert outcomes(owners="Defensie; BZ") == []
    assert outcomes(owners="Defensie") == ["change"]


def test_a_note_that_is_recorded_in_both_languages_is_recorded(
    says: Callable[..., None], outcomes: Outcomes
) -> None:
    """Who types the Dutch of it says nothing else than the record, which may say more."""
    says(note=IN_DUTCH_AND_ENGLISH)

    assert outcomes(note="Gesproken met de Unie.") == ["recorded"]


def test_a_note_that_differs_in_its_outer_spaces_only_is_the_same(
    says: Callable[..., None], given_out: Callable[..., None], outcomes: Outcomes
) -> None:
    """A record that was tidied since does not clash with what was typed."""
    says(note=LocalText(nl="Gesproken.\nEn verder."))
    given_out()
    says(note=LocalText(nl="  Gesproken.\nEn verder.\n"))

    assert outcomes(note="Gesproken.\r\nEn verder. ") == []
    assert outcomes(note="Vervolg in mei.") == ["change"]


@pytest.mark.parametrize(
    "cells, expected",
    [
        ({}, "recorded"),
        ({"term_reason": "Meer overleg."}, "recorded"),
        ({"term_reason": "Geen geld."}, "clash"),
    ],
)
def test_a_new_term_is_its_words_and_its_reason(
    cells: dict[str, str], expected: str, says: Callable[..., None], outcomes: Outcomes
) -> None:
    """A term that the record has says nothing new, unless its reason is another."""
    moved = Timeframe(phrase="voor de zomer", date=EdtfDate("2011-06-20"))
    says(timeframe=moved, note=LocalText(nl="Meer overleg."))

    assert outcomes(new_term="voor de zomer", new_due="2011-06-20", **cells) == [expected]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("phrase", ["20 juni 2011", "20 June 2011", "voor de zomer"])
def test_a_day_alone_is_any_term_of_that_day(
    *,
    phrase: str,
    language: Language,
    says: Callable[..., None],
    given_out: Callable[..., None],
    outcomes: Outcomes,
) -> None:
    """Who types only the day says nothing of the words, and the record may say more."""
    given_out(language)
    says(timeframe=Timeframe(phrase=phrase, date=EdtfDate("2011-06-20")))

    assert outcomes(new_due="2011-06-20") == ["recorded"]


def test_words_of_their_own_are_another_term_than_a_day(
    says: Callable[..., None], outcomes: Outcomes
) -> None:
    """A day in words says less than what was typed with it."""
    says(timeframe=Timeframe(phrase="20 juni 2011", date=EdtfDate("2011-06-20")))

    assert outcomes(new_term="voor de zomer", new_due="2011-06-20") == ["clash"]


def test_a_day_other_than_the_record_s_is_another_term(
    says: Callable[..., None], outcomes: Outcomes
) -> None:
    """The same words with another day are another term."""
    says(timeframe=Timeframe(phrase="voor de zomer", date=EdtfDate("2011-06-20")))

    assert outcomes(new_term="voor de zomer", new_due="2011-06-21") == ["clash"]


def test_a_clash_is_with_what_was_recorded_last(
    edit: Edit, folder: Path, says: Callable[..., None]
) -> None:
    """Who stands in the way is who spoke last, and not who spoke first."""
    tracker = edit(claimed="Voldaan")
    says(claimed=ssrpolicy.ClaimedStatus.OPEN, date=dt.date(2011, 1, 10))
    says(claimed=ssrpolicy.ClaimedStatus.IN_PROGRESS, date=dt.date(2011, 2, 10))

    (clash,) = ssrpolicy.plan_merge(tracker, folder, date=DAY, by="Jan").clashes

    assert clash.recorded_by is not None
    assert (clash.now, clash.recorded_by.date) == ("In uitvoering", dt.date(2011, 2, 10))
