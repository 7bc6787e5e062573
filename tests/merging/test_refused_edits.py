"""What cannot be merged is reported by its cell, and then nothing is written."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import ssrpolicy
from ssrpolicy.errors import InputError
from ssrpolicy.model import EditRefusedError, RecordInvalidError

Edit = Callable[..., Path]
Run = Callable[..., Result]
Says = Callable[..., None]

DAY = dt.date(2011, 3, 1)
BY: dict[str, Any] = {"date": DAY, "by": "Jan"}


@pytest.mark.parametrize(
    "cells, place, message, hint",
    [
        ({"claimed": "Voldann"}, "claimed", "“Voldann” is not one of the statuses", "Voldaan?"),
        ({"claimed": None}, "claimed", "a status is never empty", "Choose Onbekend."),
        ({"owners": "BZ; Defensy"}, "owners", "“Defensy” is not a party", "ministerie van Def"),
        (
            {"owners": "Havenschap; Defensie; Polderbond"},
            "owners",
            "“Havenschap” and “Polderbond” are not parties",
            "",
        ),
        ({"due": "30 juni"}, "due", "“30 juni” is not a date", "2011-06-30"),
        ({"due": "31-02-2035"}, "due", "“31-02-2035” is a day that does not exist", "another day"),
        ({"due": "31 februari 2035"}, "due", "a day that does not exist", "another day"),
        ({"due": "medio april"}, "due", "is not a date", "column “Nieuwe termijn: woorden”"),
        ({"due": "na de zomer"}, "due", "is not a date", "column “Nieuwe termijn: woorden”"),
        ({"due": 40724}, "due", "“40724” is not a date", "2011-06-30"),
        ({"due": "2011-02-30"}, "due", "a day that does not exist", "another day"),
        ({"due": "1905-07-26"}, "due", "would end on 26 July 1905", "of a typed 2034"),
        ({"due": "2009-06-01"}, "due", "before the paper of 29 April 2010", "Correct the year"),
        ({"term": "uiterlijk 1 juni 2009"}, "term", "would end on 1 June 2009", "Correct the year"),
        ({"term": "voor de zomer van 2009"}, "term", "ends before 29 April 2010", "Correct the wo"),
        ({"term": "vóór het najaar van 2009"}, "term", "ends before 29 April", "Correct the wo"),
        ({"due": "met ingang van 2036"}, "due", "does not say what its last day is", "2011-Q2"),
        ({"reason": "Druk."}, "reason", "no new timeframe", "Type the new timeframe"),
        ({"evidence": "Bevestigd"}, "evidence", "both are missing", "Type the document"),
        ({"quote": "Nederland volgt"}, "quote", "names no document", "Type"),
        ({"document": "nota"}, "document", "not a document of kst", "letter"),
        ({"document": "letter"}, "document", "nobody looked", "Choose what"),
        ({"note": "een\x07bel"}, "note", "control character U+0007", "pasted"),
    ],
)
def test_what_cannot_be_merged_is_refused_by_its_cell(
    *, cells: dict[str, Any], place: str, message: str, hint: str, edit: Edit, folder: Path
) -> None:
    """A refusal says where it is, what is wrong and what would work."""
    plan = ssrpolicy.plan_merge(edit(**cells), folder, **BY)

    (refusal,) = plan.refusals
    assert refusal.place.endswith(f":{place}")
    assert message in refusal.message
    assert hint.casefold() in (refusal.hint or "").casefold()


@pytest.mark.parametrize(
    "quote, message, hint",
    [
        (
            "zal dit proces waar nodig, en bij voorkeur multilateraal, ondersteunen",
            "do not stand in letter",
            "the source has 'mogelijk,' for 'nodig,'",
        ),
        ("veiligheidssector", "times in letter", "Take in some words before or after"),
    ],
)
def test_a_quote_is_verified_in_its_document(
    quote: str, message: str, hint: str, edit: Edit, folder: Path
) -> None:
    """A quote that is not there, or there twice, is refused with the nearest words."""
    tracker = edit(evidence="supports", document="kst-32123-X-124", quote=quote)

    (refusal,) = ssrpolicy.plan_merge(tracker, folder, **BY).refusals

    assert message in refusal.message
    assert hint in (refusal.hint or "")


def test_an_edit_that_would_not_show_is_refused(
    edit: Edit, folder: Path, record_says: Says
) -> None:
    """An update before a later one has no effect; the refusal names the day that works."""
    record_says(claimed="open", date=dt.date(2010, 11, 1))
    tracker = folder.parent / "later.lines"
    ssrpolicy.report(ssrpolicy.load_all(folder), "lines", tracker, as_of=dt.date(2010, 12, 31))
    edit(claimed="Voldaan", at=tracker)

    plan = ssrpolicy.plan_merge(tracker, folder, date=dt.date(2010, 10, 1), by="Jan")

    (refusal,) = plan.refusals
    assert refusal.hint == "Give it that day or a later one: date=datetime.date(2010, 11, 1)."


def test_an_error_that_the_updates_would_cause_is_refused_by_its_cell(
    edit: Edit, folder: Path
) -> None:
    """The rules judge the record with its updates before anything is written."""
    plan = ssrpolicy.plan_merge(edit(claimed="Open"), folder, date=dt.date(2009, 1, 1), by="Jan")

    (refusal,) = plan.refusals
    assert refusal.place.endswith(":claimed")
    assert "is dated 1 January 2009, before letter of 29 April 2010" in refusal.message
    # What is refused is not a change too.
    assert plan.changes == ()


def test_on_a_refusal_nothing_is_written(
    edit: Edit, folder: Path, record_toml: Path, run: Run
) -> None:
    """One refused cell stops the merge, the exit code is 2, and the cell is named."""
    before = record_toml.read_bytes()
    tracker = edit(claimed="Voldaan", due="morgen")

    result = run("merge", tracker, folder, "--apply", "--by", "Jan", "--date", "2011-03-01")

    assert (result.exit_code, record_toml.read_bytes()) == (2, before)
    assert ":due: kst-32123-X-124#african-union: “morgen” is not a date." in result.stdout
    assert "Nothing was written: 1 edit refused." in result.stdout


def test_a_file_changed_since_the_plan_is_not_written(
    edit: Edit, folder: Path, record_says: Says, record_toml: Path
) -> None:
    """What was judged is what is written, or nothing is."""
    plan = ssrpolicy.plan_merge(edit(claimed="Open"), folder, **BY)
    record_says(claimed="fulfilled")
    before = record_toml.read_bytes()

    with pytest.raises(EditRefusedError, match="changed since the merge was planned"):
        plan.apply()
    assert record_toml.read_bytes() == before


def test_a_tracker_of_other_records_is_refused(
    edit: Edit, fixtures: Path, folder: Path, tmp_path: Path
) -> None:
    """A tracker belongs to the records of which it was made."""
    tracker = edit(claimed="Open")
    other = fixtures / "records" / "lagemeer-2031-7"

    plan = ssrpolicy.plan_merge(tracker, other, **BY)

    assert "of kst-32123-X-124, and of none of the records given" in plan.refusals[0].message
    assert not plan.applicable
    with pytest.raises(InputError, match=r"No reporter reads back files such as 'nota\.docx'"):
        ssrpolicy.plan_merge(tmp_path / "nota.docx", folder, **BY)


def test_a_folder_in_the_tracker_s_place_is_refused_with_the_order(
    edit: Edit, folder: Path
) -> None:
    """Whoever names the records before the tracker learns which comes first."""
    tracker = edit(claimed="Open")

    with pytest.raises(InputError) as refused:
        ssrpolicy.plan_merge(folder, tracker, **BY)

    assert refused.value.message == f"{folder} is a folder, not a tracker."
    assert refused.value.hint == (
        "The tracker comes first, and the records after it: ssrpolicy merge TRACKER PATH..."
    )


def test_records_with_errors_are_not_merged_into(
    edit: Edit, folder: Path, record_toml: Path, run: Run
) -> None:
    """The errors are printed, and the exit code is 1."""
    tracker = edit(claimed="Open")
    record_toml.write_text(record_toml.read_text().replace('firmness = "', 'firmness = "x'))

    assert run("merge", tracker, folder, "--by", "Jan").exit_code == 1
    with pytest.raises(RecordInvalidError):
        ssrpolicy.plan_merge(tracker, folder, **BY)


@pytest.mark.parametrize(
    "entered", ["Ministerie van VWS", "het ministerie van VWS", "min. VWS", "VWS"]
)
def test_a_ministry_is_known_by_its_abbreviation(entered: str, edit: Edit, folder: Path) -> None:
    """Whatever stands before it; what is not a ministry is not made one by that."""
    (change,) = ssrpolicy.plan_merge(edit(owners=entered), folder, **BY).changes
    assert change.update is not None
    assert change.update.owners == ("nl-vws",)

    (refusal,) = ssrpolicy.plan_merge(edit(owners="ministerie van NAVO"), folder, **BY).refusals
    assert "is not a party" in refusal.message


@pytest.mark.parametrize(
    "entered, status",
    [
        ("afgerond", "fulfilled"),
        ("Gereed", "fulfilled"),
        ("finished", "fulfilled"),
        ("deels afgerond", "partly_fulfilled"),
    ],
)
def test_words_that_explain_a_status_are_taken_for_it(
    entered: str, status: str, edit: Edit, folder: Path
) -> None:
    """A status is explained as "Gemeld als afgerond", and so can be entered as that."""
    (change,) = ssrpolicy.plan_merge(edit(claimed=entered), folder, **BY).changes
    assert change.update is not None
    assert change.update.claimed == status


def test_a_tracker_of_other_records_is_refused_once(edit: Edit, fixtures: Path) -> None:
    """That no cell of it can be merged follows from what is said first."""
    tracker = edit(claimed="Voldaan", owners="BZ", due="2035-01-01")
    plan = ssrpolicy.plan_merge(tracker, fixtures / "records" / "duinmark-2040-3", **BY)

    (refusal,) = plan.refusals
    assert "of none of the records given" in refusal.message


def test_another_kind_of_file_is_to_be_saved_as_one_that_is_read(
    tracker: Path, folder: Path
) -> None:
    """LibreOffice saves a workbook as .ods, and the hint says what to save it as."""
    other = tracker.rename(tracker.with_suffix(".ods"))
    with pytest.raises(ssrpolicy.InputError) as refused:
        ssrpolicy.plan_merge(other, folder, **BY)
    assert "Save it as" in (refused.value.hint or "")
    assert ".lines" in (refused.value.hint or "")
