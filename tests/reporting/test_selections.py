"""Reports of a selection: what is in is reported, what follows stays whole, and nothing dangles."""

import datetime as dt
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document

import ssrpolicy
from selected import DAY, REPORTERS, text_of, written
from ssrpolicy import OptionError, PolicyRecord, ReporterError, Update, plan_merge
from ssrpolicy.cli.main import _command
from ssrpolicy.reporting import NoOptions, Report, run_report
from ssrpolicy.selection import Selection, choose
from ssrpolicy.testing import small_record
from ssrpolicy.views import listing, selection_line

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def records() -> tuple[PolicyRecord, ...]:
    """The records of the project, read once."""
    return ssrpolicy.load_all(Path(__file__).parents[2] / "fixtures" / "records")


@pytest.mark.parametrize("to", REPORTERS)
def test_a_selection_that_asks_nothing_is_the_whole_report(
    to: str, records: tuple[PolicyRecord, ...]
) -> None:
    """Byte for byte."""
    assert written(records, to, Selection()) == written(records, to, None)


def rows_of(report: bytes) -> Iterator[dict[str, Any]]:
    """The rows of the commitments of a tracker, by the words above them."""
    sheet = openpyxl.load_workbook(io.BytesIO(report))["Toezeggingen"]
    head, *rows = sheet.iter_rows(values_only=True)
    for row in rows:
        if row[0]:
            yield dict(zip(map(str, head), row, strict=True))


def test_a_tracker_of_a_selection_has_its_rows_as_the_whole_one_has_them(
    records: tuple[PolicyRecord, ...],
) -> None:
    """No status, date or owner differs, and no row is too many."""
    selection = Selection(owners="lm-kustwacht")
    whole = {row["Kenmerk"]: row for row in rows_of(written(records, "excel", None))}
    cut = {row["Kenmerk"]: row for row in rows_of(written(records, "excel", selection))}
    chosen = choose(records, selection, as_of=DAY)

    assert {*cut} == {each for each in whole if each in chosen.full_ids} != set()
    assert all(row == whole[id] for id, row in cut.items())


def test_edits_of_a_selected_tracker_are_merged_and_the_rest_is_left(
    fixtures: Path, tmp_path: Path
) -> None:
    """Rows that are not in it are untouched, and nobody is told that they are missing."""
    lagemeer_copy = tmp_path / "lagemeer-2031-7"
    shutil.copytree(fixtures / "records" / lagemeer_copy.name, lagemeer_copy)
    tracker = tmp_path / "tracker.xlsx"
    ssrpolicy.report(
        ssrpolicy.load(lagemeer_copy),
        "excel",
        tracker,
        as_of=DAY,
        selection=Selection(owners="lm-kustwacht"),
    )
    book = openpyxl.load_workbook(tracker)
    sheet = book["Toezeggingen"]
    head = [cell.value for cell in sheet[1]]
    sheet.cell(2, head.index("Opmerking") + 1).value = "Navraag gedaan."
    edited = str(sheet.cell(2, 1).value)
    book.save(tracker)

    plan = plan_merge(tracker, lagemeer_copy, date=DAY, by="jansen")
    assert (plan.applicable, plan.remarks) == (True, ())
    plan.apply()
    before = len(ssrpolicy.load(lagemeer_copy).updates) - 1
    added: tuple[Update, ...] = ssrpolicy.load(lagemeer_copy).updates[before:]
    assert [f"lagemeer-2031-7#{each.statement}" for each in added] == [edited]


def test_a_budget_annex_of_one_ministry_says_so(records: tuple[PolicyRecord, ...]) -> None:
    """Title and first line; a motion is in with all of its answers."""
    report = written(records, "word-annex", Selection(owners="nl-bz"))
    paragraphs = [each.text for each in Document(io.BytesIO(report)).paragraphs if each.text]

    assert paragraphs[0].endswith("(selectie)")
    asked = "Selectie: verantwoordelijk ministerie van Buitenlandse Zaken"
    counted = "(5 van 44 toezeggingen, waarvan 5 als afzender van de brief of diens ministerie)"
    assert f"{asked} {counted}" in paragraphs[:4]
    text = text_of(report)
    assert "Peters/Knops" in text
    assert "Terpstra" not in text


def test_a_report_says_how_much_belongs_to_nobody_and_to_each_owner(
    records: tuple[PolicyRecord, ...],
) -> None:
    """As a list does below its table: what is of two owners counts once."""
    unsigned = [
        attrs.evolve(
            record, documents=tuple(attrs.evolve(each, authors=()) for each in record.documents)
        )
        for record in records
    ]

    def said(selection: Selection) -> str:
        return selection_line(choose(unsigned, selection, as_of=DAY), "en")

    none = len(listing(unsigned, "commitments", Selection(owners="none"), as_of=DAY).table.rows)
    assert none > 1
    assert f"; {none} more with nobody responsible)" in said(Selection(owners="lm-buza"))
    assert f"; {none} with nobody responsible)" in said(Selection(kinds="commitment"))
    both = listing(unsigned, "commitments", Selection(owners=("lm-buza", "none")), as_of=DAY)
    assert both.owners is not None
    assert said(both.selection).endswith(
        f"). By party responsible: lm-buza {both.owners.each['lm-buza']}, nobody {none}; "
        f"{both.chosen} in all."
    )


def test_a_commitment_of_a_later_letter_is_not_counted_yet(
    records: tuple[PolicyRecord, ...],
) -> None:
    """The first line counts what the report is about: what was promised by its day."""
    out = io.BytesIO()
    day = dt.date(2026, 1, 1)
    run_report(
        records, "word-annex", out, as_of=day, language="nl", selection=Selection(owners="nl-bz")
    )
    listed = listing(
        records, "commitments", as_of=day, language="nl", selection=Selection(owners="nl-bz")
    )

    assert (listed.chosen, listed.every) == (5, 7)
    text = text_of(out.getvalue())
    assert "(5 van 7 toezeggingen, waarvan 5 als afzender van de brief of diens ministerie)" in text


def test_json_holds_the_whole_record_and_what_was_chosen(
    records: tuple[PolicyRecord, ...], tmp_path: Path
) -> None:
    """It can be loaded again, and is the record; the schema knows the selection."""
    letter = next(each for each in records if each.id == "kst-32123-X-124")
    report = written(letter, "json", Selection(owners="nl-bz", kinds="commitment"))
    data = json.loads(report)
    file = tmp_path / "record.json"
    file.write_bytes(report)

    assert data["derived"]["selection"]["criteria"] == {
        "kinds": ["commitment"],
        "owners": ["nl-bz"],
    }
    assert "letter" in data["derived"]["selection"]["chosen"]
    assert len(data["statements"]) == len(letter.statements)
    assert ssrpolicy.load(file) == letter


def test_json_without_what_is_derived_cannot_be_of_a_selection(
    records: tuple[PolicyRecord, ...],
) -> None:
    """It would hold everything, and nothing would say that it was to be a selection."""
    theirs = Selection(owners="nl-bz")
    bare = {"derived": False}
    with pytest.raises(OptionError, match="stands among what is derived"):
        run_report(records, "json", io.BytesIO(), as_of=DAY, options=bare, selection=theirs)
    remarks = run_report(records, "json", io.BytesIO(), as_of=DAY, selection=theirs)
    assert any("The records are in it whole" in each for each in remarks)


def test_a_selection_that_holds_nothing_is_told(records: tuple[PolicyRecord, ...]) -> None:
    """An empty report may come of a slip."""
    told = "Nothing in the records is in this selection."
    found = {
        owner: run_report(
            records, "calendar", io.BytesIO(), as_of=DAY, selection=Selection(owners=owner)
        )
        for owner in ("none", "dm-recht")
    }

    assert told in found["none"]
    assert told not in found["dm-recht"]


class Lines:
    """A reporter that knows nothing of selections."""

    name = "lines"
    summary = "A line a record."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options = NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the ids."""
        out.writelines(f"{record.id}\n".encode() for record in report.records)


def test_a_reporter_that_knows_nothing_of_selections_is_refused(tmp_path: Path) -> None:
    """It would report everything as if it were the selection; nothing is written."""
    target = tmp_path / "lines.txt"
    with pytest.raises(ReporterError, match="cannot report a selection"):
        ssrpolicy.report(
            small_record(), Lines(), target, as_of=DAY, selection=Selection(kinds="commitment")
        )
    assert not target.exists()
    ssrpolicy.report(small_record(), Lines(), target, as_of=DAY)
    assert target.exists()


def _reported(folder: Path, target: Path, *words: str) -> str:
    """Return the name of the file that a report of a selection makes in an empty folder."""
    before = set(target.iterdir()) if target.is_dir() else set()
    asked = ["report", str(folder), "--to", "json", "--as-of", "2042-01-01", *words]
    result = CliRunner().invoke(_command, [*asked, "--output-dir", str(target)])
    assert result.exit_code == 0, result.output
    (made,) = set(target.iterdir()) - before
    return made.name


@pytest.mark.parametrize("language, name", [("nl", "selectie"), ("en", "selection")])
def test_a_selected_report_has_a_name_of_its_own(
    fixtures: Path, tmp_path: Path, language: str, name: str
) -> None:
    """So that it does not replace the report of everything; it is in the report's language."""
    words = ["--owner", "nl-bz", "--language", language]
    made = _reported(fixtures / "records", tmp_path, *words)
    assert made == f"records-{name}-nl-bz.json"


_REPORTERS = ("excel", "word", "word-annex", "word-changes", "html", "json")


@pytest.mark.parametrize("reporter", _REPORTERS)
def test_every_reporter_names_what_is_selected(
    fixtures: Path, tmp_path: Path, reporter: str
) -> None:
    """None of them replaces a report of another selection."""
    folder = fixtures / "records" / "lagemeer-2031-7"
    words = ["report", str(folder), "--to", reporter, "--as-of", "2042-01-01"]
    if reporter == "word-changes":
        words += ["-o", "since=2009-01-01"]
    for owner in ("nl-bz", "nl-defensie"):
        words_of = [*words, "--owner", owner, "--output-dir", str(tmp_path)]
        result = CliRunner().invoke(_command, words_of)
        assert result.exit_code == 0, result.output
    starts = {each.name.partition("-selectie-")[2][:5] for each in tmp_path.iterdir()}
    assert (len(list(tmp_path.iterdir())), starts) == (2, {"nl-bz", "nl-de"})


def test_reports_of_different_selections_never_have_one_name(
    fixtures: Path, tmp_path: Path
) -> None:
    """Be it another criterion, a longer list, another case or what no file name can hold."""
    owners = ("nl-bz", "nl-defensie", "nl-bzk", "nl-jenv", "nl-fin")
    many = [word for each in owners for word in ("--owner", each)]
    asked = [
        ["--owner", "nl-bz"],
        ["--owner", "none"],
        ["--partner", "nl-bz"],
        ["--schedule", "overdue"],
        ["--kind", "commitment"],
        ["--claimed", "fulfilled"],
        ["--evidence", "supports"],
        ["--dossier", "34000-VI"],
        ["--due-before", "2030-01-01"],
        ["--promised-since", "2030-01-01"],
        ["--owner", "nl-bz", "--schedule", "overdue"],
        ["--owner", "nl-bz", "--owner", "nl-defensie"],
        many,
        ["--words", "de opleiding"],
        ["--words", "de; opleiding"],
        ["--words", "op/leiding"],
        ["--words", "een heel lange reeks woorden die in geen naam past, van de eerste tot hier"],
        ["--words", "een heel lange reeks woorden die in geen naam past, van de eerste tot daar"],
    ]
    record = fixtures / "records" / "lagemeer-2031-7"
    names = [_reported(record, tmp_path, *each) for each in asked]

    assert names[:4] == [
        "lagemeer-2031-7-selectie-nl-bz.json",
        "lagemeer-2031-7-selectie-none.json",
        "lagemeer-2031-7-selectie-partners_nl-bz.json",
        "lagemeer-2031-7-selectie-termijn-verstreken.json",
    ]
    assert len({name.lower() for name in names}) == len(asked)
    assert max(map(len, names)) < 100
