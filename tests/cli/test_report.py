"""`ssrpolicy report`: the file that it writes is what its name says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

DAY = ("--as-of", "2010-12-31")


def test_a_reporter_s_remark_is_shown_beside_the_report(
    run: Run, letter: Path, tmp_path: Path, another_reporter: tuple[str, Path]
) -> None:
    """A remark goes to standard error, where it acts on no terminal, and the report is made."""
    option, folder = another_reporter
    plugin = folder / "plain.py"
    remark = '        report.remark("Een stijl ontbreekt\\x1b[2J.")\n'
    before, found, after = plugin.read_text().partition("        out.write")
    plugin.write_text(before + remark + found + after)
    target = tmp_path / "tracker.plain"

    result = run("report", letter, "--to", "plain", "--output", target, option, folder, *DAY)

    assert (result.exit_code, target.read_bytes()) == (0, b"plain")
    assert result.stderr.splitlines() == [
        f"Writing {target} with plain of plain.py ...",
        "Note: Een stijl ontbreekt\\u001b[2J.",
    ]


@pytest.fixture
def another_reporter(tmp_path: Path) -> tuple[str, Path]:
    """The option that adds a reporter which writes files named .plain."""
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "plain.py").write_text(
        '"""A plugin made for a test."""\n'
        "from ssrpolicy.reporting import NoOptions, hookimpl\n\n"
        "class Reporter:\n"
        '    name = summary = suffix = "plain"\n'
        '    media_type = "text/plain"\n'
        "    api = 1\n"
        "    options = NoOptions\n\n"
        "    def write(self, report, out):\n"
        '        out.write(b"plain")\n\n'
        "@hookimpl\n"
        "def ssrpolicy_reporters():\n"
        "    return [Reporter()]\n"
    )
    return "--plugins-dir", folder


def test_a_report_that_failed_is_said_not_to_be_written(
    run: Run, letter: Path, tmp_path: Path, another_reporter: tuple[str, Path]
) -> None:
    """That it would be stands above the error, and is taken back below it."""
    option, folder = another_reporter
    plugin = folder / "plain.py"
    plugin.write_text(plugin.read_text().replace('out.write(b"plain")', "raise ValueError"))
    target = tmp_path / "tracker.plain"

    result = run("report", letter, "--to", "plain", "--output", target, option, folder, *DAY)

    assert (result.exit_code, target.exists()) == (2, False)
    assert result.stderr.splitlines()[0] == f"Writing {target} with plain of plain.py ..."
    assert result.stderr.splitlines()[-1] == f"{target} was not written."


def test_the_suffix_of_another_reporter_is_refused(
    run: Run, letter: Path, tmp_path: Path, another_reporter: tuple[str, Path]
) -> None:
    """A report is not given a name by which it would be opened as something else."""
    target = tmp_path / "tracker.JSON"

    result = run("report", letter, "--to", "plain", "--output", target, *another_reporter, *DAY)

    assert (result.exit_code, result.stdout, target.exists()) == (2, "", False)
    assert "tracker.JSON is named as a report of json, and plain writes .plain." in result.stderr
    assert f"Name it {tmp_path / 'tracker.plain'}, or give --to json." in result.stderr


@pytest.mark.parametrize("name", ["tracker.plain", "tracker.PLAIN", "tracker.bak", "tracker"])
def test_any_other_suffix_is_the_user_s_own_business(
    name: str, run: Run, letter: Path, tmp_path: Path, another_reporter: tuple[str, Path]
) -> None:
    """A name that says nothing else is taken as it is."""
    target = tmp_path / name

    result = run("report", letter, "--to", "plain", "--output", target, *another_reporter, *DAY)

    assert (result.exit_code, target.read_bytes()) == (0, b"plain")


def test_a_report_that_lacks_an_option_keeps_no_other_from_being_written(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    """`word-changes` needs a day to compare with; the note and the annex around it do not."""
    to = ("--to", "word", "--to", "word-changes", "--to", "word-annex")

    result = run("report", letter, *to, "--output-dir", tmp_path, *DAY)

    assert result.exit_code == 2
    assert {path.name for path in tmp_path.iterdir()} == {
        "kst-32123-X-124.docx",
        "kst-32123-X-124-word-annex.docx",
    }
    assert "the option since, the first of them, is missing" in " ".join(result.stderr.split())
    assert result.stderr.splitlines()[-1] == "The other reports were written."


def test_an_option_that_several_reports_refuse_is_reported_once(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    """A template that is not a Word document fits none of the Word reporters."""
    template = tmp_path / "sjabloon.docx"
    template.write_text("geen document", encoding="utf-8")
    to = ("--to", "word", "--to", "word-annex", "-o", f"template={template}")

    result = run("report", letter, *to, "--output-dir", tmp_path / "uit", *DAY)

    assert result.exit_code == 2
    assert result.stderr.count("is not a Word document") == 1


def test_a_letter_of_a_later_day_is_told(run: Run, fixtures: Path, tmp_path: Path) -> None:
    """A report of today on a letter of tomorrow is empty, and says why."""
    record, output = fixtures / "records" / "duinmark-2040-3", tmp_path / "tracker.xlsx"
    words = ("report", record, "--to", "excel", "--output", output)
    result = run(*words, "--as-of", "2034-01-01")
    of_day = run(*words, "--as-of", "2041-01-01")

    assert "The letter of duinmark-2040-3 is of a day after 1 January 2034" in result.stderr
    assert "of a day after" not in of_day.stderr
