"""A draft reported as a workbook to review it in: a row a proposal, and nothing of it elsewhere."""

import datetime as dt
import io
from pathlib import Path

import pytest
from plugins.excel.tests.reviewing.sheets import DAY, HEAD, Sheet, run

import ssrpolicy
from ssrpolicy.reporting import ReviewReporter as Reviewing
from ssrpolicy.reporting import load_plugins, run_report
from ssrpolicy_excel.review.reporter import ReviewReporter

pytestmark = pytest.mark.heavy


def test_the_workbook_has_a_row_a_proposal(workbook: Path, drafted: Path) -> None:
    """With its words, what to decide, and a list of the decisions; the record is as it was."""
    sheet = Sheet(workbook)
    proposals = ssrpolicy.draft(drafted).proposals

    assert [sheet.cell(n, "Voorstel").value for n in sheet.rows()] == [e.id for e in proposals]
    assert sheet.cell(HEAD + 1, "Woorden van de brief").value
    lists = [str(each.formula1) for each in sheet.sheet.data_validations.dataValidation]
    assert '"Overnemen,Afwijzen"' in lists
    assert ssrpolicy.load(drafted).statements == ()
    assert run("merge", workbook, drafted, "--by", "jansen").stdout.startswith("There is nothing")


def test_a_draft_of_many_records_or_none_is_refused(fixtures: Path, tmp_path: Path) -> None:
    """A workbook is of one record, and of open proposals."""
    folder = fixtures / "records"
    several = run(
        "report", folder, "--to", "excel-review", "--output-dir", tmp_path, "--as-of", DAY
    )
    one = run(
        *("report", folder / "kst-32123-X-124", "--to", "excel-review"),
        *("--output-dir", tmp_path, "--as-of", DAY),
    )

    assert "is of one record" in several.stderr
    assert "has no open proposals to review" in one.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_same_draft_gives_the_same_bytes(drafted: Path) -> None:
    """The reporter keeps its protocol, and writes nothing of the moment."""
    reporter = ReviewReporter()
    assert isinstance(reporter, Reviewing)
    record, draft = ssrpolicy.load(drafted), ssrpolicy.draft(drafted)
    written = []

    for _again in range(2):
        out = io.BytesIO()
        run_report(
            record,
            reporter,
            out,
            as_of=dt.date(2031, 4, 2),
            registry=load_plugins(),
            drafts=[draft],
        )
        written.append(out.getvalue())
    assert written[0] == written[1]


def test_no_other_report_shows_a_proposal(drafted: Path, tmp_path: Path) -> None:
    """What nobody accepted is in no report but this one."""
    asked = [word for to in ("excel", "word", "json") for word in ("--to", to)]
    result = run("report", drafted, *asked, "--output-dir", tmp_path / "out", "--as-of", DAY)

    assert result.exit_code == 0, result.stderr
    data = (tmp_path / "out" / "brief.json").read_text("utf-8")
    assert '"statements": []' in data or '"statements"' not in data
