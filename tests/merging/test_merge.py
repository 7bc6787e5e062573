"""`ssrpolicy merge` and `plan_merge`: all edits of a tracker are merged, or none."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from click.testing import Result

import ssrpolicy
from ssrpolicy import EditField, EditOutcome, EdtfDate, LocalText, Timeframe
from ssrpolicy.editing import append
from ssrpolicy.errors import ArgumentError, InputError
from ssrpolicy.model import EditRefusedError

Edit = Callable[..., Path]
Run = Callable[..., Result]
Says = Callable[..., None]
AU = "kst-32123-X-124#african-union"
DAY = dt.date(2011, 3, 1)
BY: dict[str, Any] = {"date": DAY, "by": "Jan"}


def test_every_edit_is_appended_as_an_update(edit: Edit, folder: Path, record_toml: Path) -> None:
    """Status, owners, term and note are four updates, the note last, and no earlier byte goes."""
    before = record_toml.read_bytes()
    tracker = edit(
        claimed="In uitvoering",
        owners="Ministerie van Buitenlandse Zaken\nDefensie",
        due="2011-06-30",
        reason="Er is meer overleg nodig.",
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


def test_a_text_is_not_the_name_of_who_entered_something(edit: Edit, folder: Path) -> None:
    """A name has a bound, as in the record; what the tracker says of who saved it has it too."""
    tracker = edit(claimed="In uitvoering")

    with pytest.raises(ArgumentError, match="has 2,000 characters, and a name has at most 200"):
        ssrpolicy.plan_merge(tracker, folder, date=DAY, by="Jansen en " * 200)


def test_an_untouched_tracker_changes_no_byte(
    tracker: Path, folder: Path, record_toml: Path, run: Run
) -> None:
    """Where nothing was entered there is nothing to write, and that is printed."""
    before = record_toml.stat()

    result = run("merge", tracker, folder, "--apply", "--by", "Jan", "--date", "2011-03-01")

    # When it was last read may be another moment.
    after = record_toml.stat()
    assert result.exit_code == 0
    assert (after.st_ino, after.st_ctime_ns) == (before.st_ino, before.st_ctime_ns)
    assert result.stdout.splitlines() == [
        f"{tracker}: nothing was entered in it since it was exported.",
        "There is nothing to write: the records already say what the tracker does.",
    ]


def test_nobody_need_be_named_where_nothing_was_entered(tracker: Path, folder: Path) -> None:
    """An untouched tracker that does not say who saved it gives a plan without edits."""
    plan = ssrpolicy.plan_merge(tracker, folder, date=DAY)

    assert (plan.edits, plan.refusals, plan.apply().files) == ((), (), ())


@pytest.mark.parametrize("entered", ["Onbekend", "unknown", "UNKNOWN"])
def test_what_was_exported_is_not_an_edit_however_it_is_written(
    entered: str, edit: Edit, folder: Path
) -> None:
    """A label of either language, and the key, name one status."""
    assert ssrpolicy.plan_merge(edit(claimed=entered), folder, **BY).edits == ()


def test_a_field_changed_on_both_sides_clashes_until_it_is_decided(
    edit: Edit, folder: Path, record_says: Says
) -> None:
    """A clash shows all three values; take decides, and other fields are merged all the same."""
    tracker = edit(claimed="Voldaan", note="Gedaan.")
    record_says(claimed="open")

    plan = ssrpolicy.plan_merge(tracker, folder, **BY)

    (clash,) = plan.clashes
    assert (clash.was, clash.wanted, clash.now) == ("Onbekend", "Voldaan", "Nog niet begonnen")
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


def test_a_term_that_was_exported_is_entered_anew(edit: Edit, folder: Path) -> None:
    """In an empty cell it says something: it is recorded already, or clashes with a later one."""
    item = "kst-32123-X-124#bzk-deployment"
    tracker = edit(item, term="per jaar")
    before = ssrpolicy.plan_merge(tracker, folder, **BY).edits
    moved = Timeframe(phrase="per maand")
    update = ssrpolicy.Update(statement="bzk-deployment", date=DAY, by="nl-bz", timeframe=moved)
    append(folder / "kst-32123-X-124", update)

    after = ssrpolicy.plan_merge(tracker, folder, **BY).edits

    outcomes = [each.outcome for each in (*before, *after)]
    assert outcomes == [EditOutcome.RECORDED, EditOutcome.CLASH]


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
    tracker = edit(evidence="Supports", document=called, quote=f"“{quote}”")

    (change,) = ssrpolicy.plan_merge(tracker, folder, **BY).changes

    assert (change.entered.document, change.entered.quotes) == ("letter", (quote,))


@pytest.mark.parametrize(
    "typed, date, phrase",
    [
        ("2031-Q3", "2031-07/2031-09", "juli 2031 tot en met september 2031"),
        ("derde kwartaal 2031", "2031-07/2031-09", "derde kwartaal 2031"),
        ("eerste helft van 2031", "2031-01/2031-06", "eerste helft van 2031"),
        ("30-11-2030", "2030-11-30", "30 november 2030"),
        ("30/11/2030", "2030-11-30", "30 november 2030"),
        ("2031", "2031", "2031"),
        (2031, "2031", "2031"),
        (dt.date(2030, 11, 30).isoformat(), "2030-11-30", "30 november 2030"),
    ],
)
def test_a_part_of_a_year_is_typed_where_the_date_of_a_term_is(
    edit: Edit, folder: Path, *, typed: object, date: str, phrase: str
) -> None:
    """Quarters, halves and days come out as their interval or day."""
    (change,) = ssrpolicy.plan_merge(edit(due=typed), folder, **BY).changes

    assert change.entered.term == Timeframe(phrase=phrase, date=EdtfDate(date))


def test_a_note_shown_in_the_other_language_stays_in_it(edit: Edit, folder: Path) -> None:
    """A text corrected after its mark stays in its language, and does not become Dutch."""
    tracker = edit(note="[Engels] Spoke with the Union in May.")

    (change,) = ssrpolicy.plan_merge(tracker, folder, **BY).changes

    assert change.entered.note == LocalText(en="Spoke with the Union in May.")


def test_updates_are_by_who_saved_the_tracker(
    edit: Edit, head: Callable[..., Path], folder: Path, run: Run
) -> None:
    """Without a name the tracker's is taken and printed; in Python there must be one."""
    edit(claimed="Open")
    with pytest.raises(InputError, match="does not say who saved it last"):
        ssrpolicy.plan_merge(head(), folder, date=DAY)

    result = run("merge", head(saved_by="A. Jansen"), folder, "--date", "2011-03-01")

    assert (result.exit_code, result.stderr) == (0, "By A. Jansen, who saved the tracker last.\n")
    assert "1 update by A. Jansen, dated 1 March 2011, in 1 file." in result.stdout


def test_what_is_kept_is_printed_as_kept(
    edit: Edit, folder: Path, record_says: Says, run: Run
) -> None:
    """An edit that was decided for the record is not reported as what the record says."""
    tracker = edit(claimed="Open")
    record_says(claimed="fulfilled")
    said = ("--by", "Jan", "--date", "2011-03-01", "--take", "record", "--apply")

    printed = run("merge", tracker, folder, *said).stdout

    assert printed.endswith("There is nothing to write: the records stay as they are.\n")


def test_the_plan_as_json_says_all_of_it(edit: Edit, folder: Path, run: Run) -> None:
    """A program reads values as they are recorded, and as people see them."""
    tracker = edit(claimed="Voldaan", due="morgen")

    result = run(
        "merge", tracker, folder, "--by", "Jan", "--date", "2011-03-01", "--format", "json"
    )

    data = json.loads(result.stdout)
    assert (result.exit_code, data["format"], data["applied"]) == (2, "ssrpolicy-merge/1", False)
    (found,) = data["edits"]
    assert found["entered"] == {"claimed": "fulfilled", "shown": "Voldaan"}
    assert (found["id"], found["field"], found["outcome"]) == (AU, EditField.CLAIMED, "change")
    assert [refusal["message"] for refusal in data["refusals"]] == [
        f"{AU}: “morgen” is not a date."
    ]


def test_who_is_logged_in_is_named_with_the_way_to_name_somebody_else(
    edit: Edit, folder: Path, run: Run
) -> None:
    """A login name says little in a record that others read."""
    tracker = edit(claimed="Voldaan")

    result = run("merge", tracker, folder, "--date", "2011-03-01")

    assert result.stderr.endswith(
        ", who is logged in; the records will say so.\n"
        "    To name somebody else: --by NAME, the id of a party or a name.\n"
    )


def test_warnings_of_one_kind_are_counted_with_the_first_of_them(
    run: Callable[..., Result], edit: Edit, folder: Path, record_toml: Path
) -> None:
    """Every date that was typed moves a term without a document, and one is told as the next."""
    record = ssrpolicy.load(record_toml.parent)
    moved = [record.full_id(each.id) for each in record.statements if each.timeframe]
    for item in moved:
        tracker = edit(item, due="2035-06-01")

    said = run("merge", tracker, folder, "--by", "Jan", "--date", "2011-03-01").stdout
    kind = "warning moved-without-source"
    assert said.count(f"{kind}: {record.id}#") == 3
    assert f"... and {len(moved) - 3} more of {kind}: {moved[3]}, " in " ".join(said.split())
