"""The workbook to review a draft in: written, decided in, and merged into the record."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from plugins.excel.tests.reviewing.sheets import DAY, Sheet, merged, run

import ssrpolicy
from ssrpolicy import Commitment

pytestmark = pytest.mark.heavy

RULE = '''
from ssrpolicy.reporting import Remark, hookimpl, rule

@rule("acme-unpromised", "error")
def unpromised(record):
    """The record has a commitment.

    What to do: leave it out.
    """
    for commitment in record.commitments:
        yield Remark.of(record, commitment, "This office promises nothing.")

@hookimpl
def ssrpolicy_rules():
    return [unpromised]
'''


@pytest.mark.parametrize("reject", ["Afwijzen", "Verwerpen"], ids=["now", "before"])
def test_decisions_are_merged_in_one_write(workbook: Path, drafted: Path, reject: str) -> None:
    """Accepted as corrected, rejected with the reason; undone in one go; twice is once.

    The word that the list of an earlier workbook offered is still understood.
    """
    sheet = Sheet(workbook)
    first, second, *rest = sheet.rows("Toezegging")
    for row in (first, second, *rest):
        sheet.cell(row, "Beslissing").value = "overnemen"
    sheet.cell(first, "Samenvatting").value = "De opleiders vertrekken voor 1 oktober 2031."
    sheet.cell(second, "Verantwoordelijk").value = "ministerie van Buitenlandse Zaken"
    sheet.cell(second, "Stelligheid").value = "Streven"
    aside = sheet.rows("Terzijde")[0]
    sheet.cell(aside, "Beslissing").value = reject
    sheet.cell(aside, "Reden").value = "Hoort erbij."
    file = sheet.save()
    before = (drafted / "record.toml").read_bytes()

    planned = run("merge", file, drafted, "--by", "jansen")
    assert "Nothing was written. With --apply: " in planned.stdout
    assert (drafted / "record.toml").read_bytes() == before
    result = merged(file, drafted)

    assert result.exit_code == 0, result.stderr
    record = ssrpolicy.load(drafted)
    commitments = record.commitments
    assert len(commitments) == 2 + len(rest)
    assert str(commitments[0].summary) == "De opleiders vertrekken voor 1 oktober 2031."
    corrected = next(each for each in commitments if each.owners == ("nl-bz",))
    assert isinstance(corrected, Commitment)
    assert corrected.firmness == "aspirational"
    assert 'reason = "Hoort erbij."' in (drafted / "decisions.toml").read_text("utf-8")
    assert "There is nothing to write" in merged(file, drafted).stdout
    assert run("undo", drafted).exit_code == 0
    assert (drafted / "record.toml").read_bytes() == before


@pytest.mark.parametrize(
    "head, typed, told",
    [
        ("Beslissing", "misschien", "“misschien” is not a decision."),
        ("Beslissing", '="overnemen"', "The cell holds a formula."),
        ("Verantwoordelijk", "Ministerie van Niets", "is not a party, by id or name."),
        ("Stelligheid", "keihard", "“keihard” is not a firmness."),
        ("Samenvatting", None, "The summary is empty."),
        ("Voorstel", "0000000000", "is not a proposal of this workbook."),
        ("Voorstel", None, "The row names no proposal."),
        ("Termijn", "voor 1 januari 2032", "“voor 1 januari 2032” does not stand in the letter."),
        ("Einddatum", "ooit", "“ooit” is not a date."),
        ("Soort", "gerucht", "“gerucht” is not a kind of statement."),
        ("Soort", None, "is not a kind of statement."),
        ("Woorden van de brief", "Andere woorden.", "and is not read. Restore the cell"),
        ("Waarom voorgesteld", "Zie de nota.", "and is not read. Restore the cell"),
    ],
)
def test_what_cannot_be_merged_is_refused_by_cell(
    head: str, typed: str | None, told: str, workbook: Path, drafted: Path
) -> None:
    """And then nothing is written, of no row."""
    sheet = Sheet(workbook)
    first, second, *_rest = sheet.rows("Toezegging")
    sheet.cell(first, "Beslissing").value = "overnemen"
    sheet.cell(second, "Beslissing").value = "overnemen"
    sheet.cell(second, head).value = typed
    before = (drafted / "record.toml").read_bytes()
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 2
    said = " ".join(result.output.split())
    assert told in said
    assert "Voorstellen!" in said
    assert "Nothing was written" in said
    assert (drafted / "record.toml").read_bytes() == before
    assert not (drafted / "decisions.toml").exists()


def test_programs_get_what_merging_does(workbook: Path, drafted: Path) -> None:
    """As JSON, planned and applied; what is for trackers alone is refused."""
    sheet = Sheet(workbook)
    row = sheet.rows("Terzijde")[0]
    id = sheet.cell(row, "Voorstel").value
    sheet.cell(row, "Beslissing").value = "Verwerpen"
    file = sheet.save()
    planned = json.loads(run("merge", file, drafted, "--by", "jansen", "--format", "json").stdout)
    applied = json.loads(merged(file, drafted, "--format", "json").stdout)
    again = json.loads(merged(file, drafted, "--format", "json").stdout)

    assert (planned["rejected"], planned["applied"]) == ([id], False)
    assert (applied["rejected"], applied["applied"]) == ([id], True)
    assert (again["already"], again["applied"]) == ([id], False)
    assert "--take is for a tracker" in merged(file, drafted, "--take", "record").stderr


def test_a_decision_below_the_proposals_is_refused(workbook: Path, drafted: Path) -> None:
    """Its row names no proposal, and the decision would be lost."""
    sheet = Sheet(workbook)
    sheet.cell(sheet.rows()[-1] + 2, "Beslissing").value = "Overnemen"
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 2
    assert "The row names no proposal." in " ".join(result.output.split())


def test_rows_of_which_some_columns_were_sorted_are_refused(workbook: Path, drafted: Path) -> None:
    """A decision would be taken about the words of another proposal."""
    sheet = Sheet(workbook)
    rows = sheet.rows()
    for head in ("Woorden van de brief", "Beslissing"):
        values = [sheet.cell(row, head).value for row in rows]
        for row, value in zip(rows, reversed(values), strict=True):
            sheet.cell(row, head).value = value
    sheet.cell(rows[0], "Beslissing").value = "Verwerpen"
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 2
    assert "if rows were mixed, take an earlier copy." in " ".join(result.output.split())


def test_a_workbook_made_before_is_read_as_it_was(workbook: Path, drafted: Path) -> None:
    """Its hidden sheet has other columns first, and kind and term could not be corrected in it."""
    book = openpyxl.load_workbook(workbook)
    hidden: Any = book["ssrpolicy"]
    hidden["A1"].value = "ssrpolicy-review/1"
    keys = [cell.value for cell in hidden[1]][3:]
    now = ["summary", "kind", "firmness", "owners", "term", "term_date"]
    rest = [k for k in keys if k not in {"proposal", "decision", "reason", *now}]
    was = ["summary", "firmness", "owners"]
    then = [*was, *(k for k in keys if k not in {"proposal", "decision", "reason", *was})]
    for row in hidden.iter_rows(min_row=2):
        texts = dict(zip([*now, *rest], [cell.value for cell in row[1:]], strict=False))
        for cell, key in zip(row[1:], then, strict=False):
            cell.value = texts[key]
    book.save(workbook)
    sheet = Sheet(workbook)
    row = sheet.rows("Toezegging")[0]
    sheet.cell(row, "Beslissing").value = "Overnemen"
    sheet.cell(row, "Soort").value = "Bewering"
    refused = merged(sheet.save(), drafted)
    sheet.cell(row, "Soort").value = "Toezegging"

    assert "and is not read" in " ".join(refused.output.split())
    assert merged(sheet.save(), drafted).exit_code == 0


def test_a_column_that_is_not_filled_in_can_be_deleted(workbook: Path, drafted: Path) -> None:
    """What stands around the words is there to read only."""
    sheet = Sheet(workbook)
    row = sheet.rows("Terzijde")[0]
    sheet.cell(row, "Beslissing").value = "Verwerpen"
    sheet.sheet.delete_cols(sheet.heads["Zin ervoor"], 2)

    assert merged(sheet.save(), drafted).exit_code == 0


def test_a_reason_is_kept_with_every_decision(workbook: Path, drafted: Path) -> None:
    """Of what is accepted as of what is rejected; a reason alone decides nothing, and is told."""
    sheet = Sheet(workbook)
    first, second, *_rest = sheet.rows("Toezegging")
    sheet.cell(first, "Beslissing").value = "Overnemen"
    for row in (first, second):
        sheet.cell(row, "Reden").value = "Zo besproken."
    alone = merged(sheet.save(), drafted)
    sheet.cell(second, "Reden").value = None
    result = merged(sheet.save(), drafted)

    assert (alone.exit_code, result.exit_code) == (2, 0)
    assert "has a reason, and no decision." in " ".join(alone.output.split())
    assert (drafted / "decisions.toml").read_text("utf-8").count('reason = "Zo besproken."') == 1


def test_what_somebody_else_decided_since_is_refused(workbook: Path, drafted: Path) -> None:
    """Who, and when."""
    sheet = Sheet(workbook)
    row = sheet.rows("Toezegging")[0]
    id = sheet.cell(row, "Voorstel").value
    sheet.cell(row, "Beslissing").value = "overnemen"
    assert run("review", drafted, "--by", "devries", "--date", DAY, "--reject", id).exit_code == 0
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 2
    assert "devries decided otherwise" in " ".join(result.output.split())


def test_a_tracker_is_still_a_tracker(letter_copy: Path, tmp_path: Path) -> None:
    """The two are told apart by content; other files are refused as before."""
    tracker = tmp_path / "tracker.xlsx"
    made = run("report", letter_copy, "--to", "excel", "--output", tracker, "--as-of", DAY)
    assert made.exit_code == 0
    result = run("merge", tracker, letter_copy, "--by", "jansen")
    assert "nothing was entered in it since it was exported" in " ".join(result.stdout.split())
    other = tmp_path / "other.xlsx"
    book = openpyxl.Workbook()
    book.save(other)
    assert run("merge", other, letter_copy, "--by", "jansen").exit_code == 2


def test_python_merges_a_workbook_of_proposals(workbook: Path, drafted: Path) -> None:
    """`plan_review` does what the command does; `plan_merge` says that it is for trackers."""
    sheet = Sheet(workbook)
    first = sheet.rows("Toezegging")[0]
    sheet.cell(first, "Beslissing").value = "Overnemen"
    file = sheet.save()
    day = dt.date.fromisoformat(DAY)

    with pytest.raises(ssrpolicy.InputError, match="not a tracker") as refused:
        ssrpolicy.plan_merge(file, drafted, date=day)
    assert "ssrpolicy.plan_review" in str(refused.value.hint)

    reviewed = ssrpolicy.plan_review(file, drafted)
    assert len(reviewed.accepted) == 1
    reviewed.apply(by="jansen", date=day)
    assert len(ssrpolicy.load(drafted).commitments) == 1
    assert ssrpolicy.plan_review(file, drafted).empty


def test_python_refuses_a_tracker_as_a_workbook_of_proposals(drafted: Path, tmp_path: Path) -> None:
    """It says what merges a tracker."""
    tracker = tmp_path / "tracker.xlsx"
    ssrpolicy.report(ssrpolicy.load(drafted), "excel", tracker, as_of=dt.date.fromisoformat(DAY))

    with pytest.raises(ssrpolicy.InputError, match="not a workbook of proposals") as refused:
        ssrpolicy.plan_review(tracker, drafted)

    assert "ssrpolicy.plan_merge" in str(refused.value.hint)


def test_rules_of_plugins_judge_what_is_accepted_in_a_workbook(
    workbook: Path, drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command and Python refuse what such a rule calls an error, and write nothing."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "office.py").write_text(RULE, encoding="utf-8")
    sheet = Sheet(workbook)
    sheet.cell(sheet.rows("Toezegging")[0], "Beslissing").value = "Overnemen"
    file = sheet.save()

    merge = ("merge", file, drafted, "--by", "jansen", "--apply")
    refused = run(*merge, "--plugins-dir", tmp_path / "rules")
    monkeypatch.setenv("SSRPOLICY_PLUGINS_DIR", str(tmp_path / "rules"))
    with pytest.raises(ssrpolicy.EditRefusedError) as error:
        ssrpolicy.plan_review(file, drafted).apply(by="jansen", date=dt.date.fromisoformat(DAY))

    assert refused.exit_code == 2
    assert "error acme-unpromised: " in refused.stderr
    assert [each.code for each in error.value.findings] == ["acme-unpromised"]
    assert not (drafted / "decisions.toml").exists()
