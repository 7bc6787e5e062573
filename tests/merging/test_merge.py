"""`ssrpolicy merge` and `plan_merge`: what is typed in a tracker comes home, or nothing does."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from click.testing import Result

import ssrpolicy
from ssrpolicy import EditField, EditOutcome, EdtfDate, LocalText, Timeframe
from ssrpolicy.editing import append_entry
from ssrpolicy.errors import EditRefusedError, InputError, RecordInvalidError

Edit = Callable[..., Path]
Run = Callable[..., Result]

AU = "kst-32123-X-124#african-union"
DAY = dt.date(2011, 3, 1)
BY: dict[str, Any] = {"date": DAY, "by": "Jan"}


def test_every_edit_becomes_an_update_behind_those_there_are(
    edit: Edit, folder: Path, record_toml: Path
) -> None:
    """Status, owners, term and note are four updates, the note last, and no earlier byte goes."""
    before = record_toml.read_bytes()
    tracker = edit(
        claimed="In uitvoering",
        owners="Ministerie van Buitenlandse Zaken\nDefensie",
        new_due="2011-06-30",
        term_reason="Er is meer overleg nodig.",
        note="Gesproken met de Unie.\r\nVervolg in mei.",
    )

    merged = ssrpolicy.plan_merge(tracker, folder, **BY).apply()

    assert merged.updates == {record_toml: 4}
    after = record_toml.read_bytes()
    assert after == before + after.removeprefix(before)
    updates = ssrpolicy.load(folder).history("african-union")[-4:]
    assert [(update.axis, update.date, update.by) for update in updates] == [
        ("claimed", DAY, "Jan"),
        ("owners", DAY, "Jan"),
        ("timeframe", DAY, "Jan"),
        ("note", DAY, "Jan"),
    ]
    claimed, owners, term, note = updates
    assert claimed.claimed == "in_progress"
    assert owners.owners == ("nl-bz", "nl-defensie")
    assert term.timeframe == Timeframe(phrase="30 juni 2011", date=EdtfDate("2011-06-30"))
    assert term.note == LocalText(nl="Er is meer overleg nodig.")
    assert note.note == LocalText(nl="Gesproken met de Unie.\nVervolg in mei.")


def test_the_same_merge_again_applies_nothing(edit: Edit, folder: Path, record_toml: Path) -> None:
    """What stands in the record is told as that, on whatever day the merge is made again."""
    tracker = edit(claimed="Voldaan", note="Klaar.", new_term="na de zomer")
    ssrpolicy.plan_merge(tracker, folder, **BY).apply()
    once = record_toml.read_bytes()

    for date in (dt.date(2010, 12, 1), DAY, dt.date(2012, 1, 1)):
        plan = ssrpolicy.plan_merge(tracker, folder, date=date, by="Piet")
        assert (plan.changes, plan.clashes, len(plan.already_there)) == ((), (), 3)
        plan.apply()
    assert record_toml.read_bytes() == once


def test_an_untouched_tracker_changes_no_byte(
    tracker: Path, folder: Path, record_toml: Path, run: Run
) -> None:
    """Where nothing was typed there is nothing to write, and that is told."""
    before = record_toml.stat()

    result = run("merge", tracker, folder, "--apply", "--by", "Jan", "--date", "2011-03-01")

    assert (result.exit_code, record_toml.stat()) == (0, before)
    assert result.stdout.splitlines() == [
        f"{tracker}: nothing was typed in it since it was made.",
        "There is nothing to write: the records say already what the tracker does.",
    ]


def test_nobody_need_be_named_where_nothing_was_typed(tracker: Path, folder: Path) -> None:
    """An untouched tracker that does not say who saved it gives a plan without edits."""
    plan = ssrpolicy.plan_merge(tracker, folder, date=DAY)

    assert (plan.edits, plan.refusals, plan.apply().files) == ((), (), ())


@pytest.mark.parametrize("typed", ["Onbekend", "unknown", "UNKNOWN"])
def test_what_stood_there_is_no_edit_however_it_is_written(
    typed: str, edit: Edit, folder: Path
) -> None:
    """A label of either language, and the key, name one status."""
    assert ssrpolicy.plan_merge(edit(claimed=typed), folder, **BY).edits == ()


def test_a_field_changed_on_both_sides_clashes_until_it_is_decided(
    edit: Edit, folder: Path
) -> None:
    """A clash shows all three values; take decides, and other fields are merged all the same."""
    tracker = edit(claimed="Voldaan", note="Gedaan.")
    _record_says(folder, claimed="open")

    plan = ssrpolicy.plan_merge(tracker, folder, **BY)

    (clash,) = plan.clashes
    assert (clash.was, clash.wanted, clash.now) == ("Onbekend", "Voldaan", "Open")
    assert clash.recorded_by is not None
    assert clash.recorded_by.by == "nl-bz"
    with pytest.raises(EditRefusedError, match="1 edit in clash"):
        plan.apply()
    decided: tuple[tuple[Literal["tracker", "record"], EditOutcome, str], ...] = (
        ("record", EditOutcome.KEPT, "open"),
        ("tracker", EditOutcome.OVERRIDE, "fulfilled"),
    )
    for take, outcome, claimed in decided:
        plan = ssrpolicy.plan_merge(tracker, folder, take=take, **BY)
        assert plan.edits[0].outcome is outcome
        plan.apply()
        now = ssrpolicy.load(folder).progress("african-union", as_of=DAY)
        assert now.claimed == claimed
        assert str(now.updates[-1].note or now.updates[-2].note) == "Gedaan."


def test_a_status_put_back_is_no_edit_though_the_record_moved_on(edit: Edit, folder: Path) -> None:
    """What the tracker showed, in whatever words, says nothing against what was recorded since."""
    tracker = edit(claimed="Unknown")
    _record_says(folder, claimed="fulfilled")

    assert ssrpolicy.plan_merge(tracker, folder, **BY).edits == ()


def test_a_term_that_stood_there_is_said_anew(edit: Edit, folder: Path) -> None:
    """Typed into an empty cell it says something: it is there already, or clashes with a later."""
    item = "kst-32123-X-124#bzk-deployment"
    tracker = edit(item, new_term="per jaar")
    before = ssrpolicy.plan_merge(tracker, folder, **BY).edits
    moved = Timeframe(phrase="per maand")
    update = ssrpolicy.Update(statement="bzk-deployment", date=DAY, by="nl-bz", timeframe=moved)
    append_entry(folder / "kst-32123-X-124", update)

    after = ssrpolicy.plan_merge(tracker, folder, **BY).edits

    outcomes = [each.outcome for each in (*before, *after)]
    assert outcomes == [EditOutcome.RECORDED, EditOutcome.CLASH]


def test_what_was_recorded_since_and_overtaken_is_not_recorded_again(
    edit: Edit, folder: Path
) -> None:
    """A workbook that lives on does not bring back what its last merge recorded."""
    tracker = edit(claimed="In uitvoering")
    ssrpolicy.plan_merge(tracker, folder, **BY).apply()
    _record_says(folder, claimed="fulfilled")

    (done,) = ssrpolicy.plan_merge(tracker, folder, **BY).edits

    assert done.outcome is EditOutcome.OVERTAKEN


@pytest.mark.parametrize(
    "cells, place, told, hint",
    [
        ({"claimed": "Voldann"}, "claimed", "“Voldann” is none of the statuses", "Voldaan?"),
        ({"claimed": None}, "claimed", "a status is never nothing", "Choose Onbekend."),
        ({"owners": "BZ; Defensy"}, "owners", "“Defensy” is no party", "ministerie van Def"),
        ({"new_due": "30 juni"}, "new_due", "“30 juni” is not a date", "2011-06-30"),
        ({"new_due": "1-6-2035"}, "new_due", "“1-6-2035” stands there as text", "2035-06-01"),
        ({"new_due": "31-02-2035"}, "new_due", "“31-02-2035” is not a date", "2011-06-30"),
        ({"new_due": 40724}, "new_due", "“40724” is not a date", "2011-06-30"),
        ({"new_due": "2011-02-30"}, "new_due", "a day that does not exist", "another day"),
        ({"term_reason": "Druk."}, "term_reason", "no new term", "Type the new term"),
        ({"evidence": "Bevestigd"}, "evidence", "both are missing", "Type the document"),
        ({"evidence_quote": "Nederland volgt"}, "evidence_quote", "names no document", "Type"),
        ({"evidence_document": "nota"}, "evidence_document", "no document of kst", "letter"),
        ({"evidence_document": "letter"}, "evidence_document", "nobody looked", "Choose what"),
        ({"note": "een\x07bel"}, "note", "control character U+0007", "pasted"),
    ],
)
def test_what_cannot_be_taken_over_is_refused_by_its_cell(
    *, cells: dict[str, Any], place: str, told: str, hint: str, edit: Edit, folder: Path
) -> None:
    """A refusal says where it stands, what is wrong and what would work."""
    plan = ssrpolicy.plan_merge(edit(**cells), folder, **BY)

    (refusal,) = plan.refusals
    assert refusal.place.endswith(f":{place}")
    assert told in refusal.message
    assert hint.casefold() in (refusal.hint or "").casefold()


@pytest.mark.parametrize(
    "quote, told, hint",
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
    quote: str, told: str, hint: str, edit: Edit, folder: Path
) -> None:
    """A quote that is not there, or there twice, is refused with the nearest words."""
    tracker = edit(evidence="supports", evidence_document="kst-32123-X-124", evidence_quote=quote)

    (refusal,) = ssrpolicy.plan_merge(tracker, folder, **BY).refusals

    assert told in refusal.message
    assert hint in (refusal.hint or "")


@pytest.mark.parametrize(
    "called",
    [
        "letter",
        "kst-32123-X-124#letter",
        "kst-32123-X-124",
        "Kamerstuk 32 123 X, nr. 124",
        "32123 X-2009, nr. 124",
        "Brief van 29 april 2010 (Kamerstukken II 2009/10, 32123-X, nr. 124)",
    ],
)
def test_a_document_is_known_by_any_of_its_names(called: str, edit: Edit, folder: Path) -> None:
    """Ids, numbers, citations and the name that reports give it find one document."""
    quote = "Nederland volgt dit nauwgezet"
    tracker = edit(evidence="Supports", evidence_document=called, evidence_quote=f"“{quote}”")

    (change,) = ssrpolicy.plan_merge(tracker, folder, **BY).changes

    assert (change.typed.document, change.typed.quotes) == ("letter", (quote,))


def test_an_edit_that_would_not_show_is_refused(edit: Edit, folder: Path) -> None:
    """Behind a later update an earlier one says nothing; the refusal names the day that works."""
    _record_says(folder, claimed="open", date=dt.date(2010, 11, 1))
    tracker = folder.parent / "later.lines"
    ssrpolicy.report(ssrpolicy.load_all(folder), "lines", tracker, as_of=dt.date(2010, 12, 31))
    edit(claimed="Voldaan", at=tracker)

    plan = ssrpolicy.plan_merge(tracker, folder, date=dt.date(2010, 10, 1), by="Jan")

    (refusal,) = plan.refusals
    assert refusal.hint == "Give it that day or a later one: --date 2010-11-01."


def test_an_error_that_the_updates_would_bring_is_refused_by_its_cell(
    edit: Edit, folder: Path
) -> None:
    """Nothing becomes of what was not yet said: the rules judge before anything is written."""
    plan = ssrpolicy.plan_merge(edit(claimed="Open"), folder, date=dt.date(2009, 1, 1), by="Jan")

    (refusal,) = plan.refusals
    assert refusal.place.endswith(":claimed")
    assert "is dated 2009-01-01, before letter of 2010-04-29" in refusal.message


def test_a_note_shown_in_the_other_language_stays_in_it(edit: Edit, folder: Path) -> None:
    """Who mends a text behind its mark mends that text, and makes no Dutch of it."""
    tracker = edit(note="[Engels] Spoke with the Union in May.")

    (change,) = ssrpolicy.plan_merge(tracker, folder, **BY).changes

    assert change.typed.note == LocalText(en="Spoke with the Union in May.")


def test_on_a_refusal_nothing_is_written(
    edit: Edit, folder: Path, record_toml: Path, run: Run
) -> None:
    """One cell that is refused holds up the others, the exit code is 2, and the cell is named."""
    before = record_toml.read_bytes()
    tracker = edit(claimed="Voldaan", new_due="morgen")

    result = run("merge", tracker, folder, "--apply", "--by", "Jan", "--date", "2011-03-01")

    assert (result.exit_code, record_toml.read_bytes()) == (2, before)
    assert ":new_due: kst-32123-X-124#african-union: “morgen” is not a date." in result.stdout
    assert "Nothing was written: 1 edit refused." in result.stdout


def test_a_file_changed_since_the_plan_is_not_written(
    edit: Edit, folder: Path, record_toml: Path
) -> None:
    """What was judged is what is written, or nothing is."""
    plan = ssrpolicy.plan_merge(edit(claimed="Open"), folder, **BY)
    _record_says(folder, claimed="fulfilled")
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


def test_a_folder_in_the_tracker_s_place_is_told_the_order(edit: Edit, folder: Path) -> None:
    """Who names the records before the tracker is told which comes first."""
    tracker = edit(claimed="Open")

    with pytest.raises(InputError) as refused:
        ssrpolicy.plan_merge(folder, tracker, **BY)

    assert refused.value.message == f"{folder} is a folder, and no tracker."
    assert refused.value.hint == (
        "The tracker comes first, and the records behind it: ssrpolicy merge TRACKER PATH..."
    )


def test_who_says_it_is_who_saved_the_tracker(
    edit: Edit, head: Callable[..., Path], folder: Path, run: Run
) -> None:
    """Without a name the tracker's is taken and told; in Python there must be one."""
    edit(claimed="Open")
    with pytest.raises(InputError, match="does not say who saved it last"):
        ssrpolicy.plan_merge(head(), folder, date=DAY)

    result = run("merge", head(saved_by="A. Jansen"), folder, "--date", "2011-03-01")

    assert (result.exit_code, result.stderr) == (
        0,
        "By A. Jansen, who saved the tracker last.\n",
    )
    assert "1 update by A. Jansen, dated 2011-03-01, in 1 file." in result.stdout


def test_what_stays_with_the_record_is_said_so(edit: Edit, folder: Path, run: Run) -> None:
    """An edit that was decided for the record is not said to be what the record says."""
    tracker = edit(claimed="Open")
    _record_says(folder, claimed="fulfilled")
    said = ("--by", "Jan", "--date", "2011-03-01", "--take", "record", "--apply")

    told = run("merge", tracker, folder, *said).stdout

    assert told.endswith("There is nothing to write: the records stay as they are.\n")


def test_records_with_errors_are_not_merged_into(
    edit: Edit, folder: Path, record_toml: Path, run: Run
) -> None:
    """The errors are told, and the exit code is 1."""
    tracker = edit(claimed="Open")
    record_toml.write_text(record_toml.read_text().replace('firmness = "', 'firmness = "x'))

    assert run("merge", tracker, folder, "--by", "Jan").exit_code == 1
    with pytest.raises(RecordInvalidError):
        ssrpolicy.plan_merge(tracker, folder, **BY)


def test_the_plan_as_json_says_all_of_it(edit: Edit, folder: Path, run: Run) -> None:
    """A program reads values as they are recorded, and as people see them."""
    tracker = edit(claimed="Voldaan", new_due="morgen")

    result = run(
        "merge", tracker, folder, "--by", "Jan", "--date", "2011-03-01", "--format", "json"
    )

    data = json.loads(result.stdout)
    assert (result.exit_code, data["format"], data["applied"]) == (2, "ssrpolicy-merge/1", False)
    (found,) = data["edits"]
    assert found["typed"] == {"claimed": "fulfilled", "shown": "Voldaan"}
    assert (found["id"], found["field"], found["outcome"]) == (AU, EditField.CLAIMED, "change")
    assert [refusal["message"] for refusal in data["refusals"]] == [
        f"{AU}: “morgen” is not a date."
    ]


def _record_says(folder: Path, *, claimed: str, date: dt.date = DAY) -> None:
    """Append to the letter what somebody else says of its commitment."""
    update = ssrpolicy.Update(
        statement="african-union",
        date=date,
        by="nl-bz",
        claimed=ssrpolicy.ClaimedStatus(claimed),
    )
    (file,) = folder.glob("*/record.toml")
    append_entry(file, update)
