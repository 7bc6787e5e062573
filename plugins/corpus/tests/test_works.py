"""What check, draft and cite give for each paper, and what a second run does."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from plugins.corpus.tests.archives import Run, letter, results

import ssrpolicy
from ssrpolicy.reporting import proposal_data
from ssrpolicy.testing import CommandContract
from ssrpolicy_corpus.command import corpus

pytestmark = pytest.mark.heavy


class TestContract(CommandContract):
    """The command is one as ssrpolicy asks of every plugin."""

    command = corpus
    name = "corpus"


def result(output: Path, work: str, paper: str) -> dict[str, object]:
    """The result of one paper."""
    found: dict[str, object] = json.loads((output / work / "results" / f"{paper}.json").read_text())
    return found


def test_cite_gives_the_citations_of_each_letter(run: Run, archive: Path, output: Path) -> None:
    """Every letter has a file, with what `ssrpolicy cite` finds in it."""
    done = run("cite", archive, "--output", output)

    assert done.stdout.startswith("9 papers done, 0 unchanged, 0 left out, in ")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((output / "cite" / "results").rglob("*.json"))) == 9
    found = result(output, "cite", "2010/brief-8.txt")
    assert found["paper"] == "2010/brief-8.txt"
    (citation,) = ssrpolicy.cite(letter(8))
    assert [each["papers"] for each in found["citations"]] == [  # type: ignore[attr-defined]  # the citations of a result are a list of objects
        [str(paper) for paper in citation.papers]
    ]


@pytest.mark.slow
def test_check_gives_the_findings_of_each_record(
    run: Run, copied: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every record has a file with its findings; errors make the exit code 1, as `check` does."""
    done = run("check", copied, "--output", output)
    monkeypatch.chdir(copied)

    for paper in ("duinmark-2040-3/record.toml", "code-unknown/record.toml"):
        expected = [
            {**each.to_json(), **each.location.to_json()} for each in ssrpolicy.check(paper)
        ]
        assert result(output, "check", paper)["findings"] == expected
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "1 error in records.")
    again = run("check", copied, "--output", output)
    assert (again.returncode, again.stdout.splitlines()[0]) == (1, "1 error in records.")
    assert "\n0 records done, 2 unchanged" in again.stdout


@pytest.mark.slow
def test_a_record_whose_source_changed_is_checked_again(
    run: Run, copied: Path, output: Path
) -> None:
    """A check reads the sources, so a change in one counts."""
    run("check", copied, "--output", output)
    source = min((copied / "duinmark-2040-3" / "sources").iterdir())
    source.write_text("Iets anders.\n", "utf-8")

    assert "1 record done, 1 unchanged" in run("check", copied, "--output", output).stdout


@pytest.mark.slow
def test_draft_gives_the_proposals_for_each_letter(
    run: Run, letter: Path, tmp_path: Path, output: Path
) -> None:
    """A letter has what the drafter proposes for a record made of it."""
    folder = tmp_path / "letters"
    folder.mkdir()
    source = shutil.copy(next((letter / "sources").glob("*.txt")), folder)
    done = run("draft", folder, "--output", output)
    new = ssrpolicy.new(source, tmp_path / "new")
    record = ssrpolicy.reporting.read_portfolio([new.folder]).records[0]

    assert done.returncode == 0, done.stderr
    found = result(output, "draft", Path(source).name)
    assert found["record"] == "kst-32123-X-124"
    expected = [proposal_data(each, record) for each in ssrpolicy.draft(record).proposals]
    assert found["proposals"] == json.loads(json.dumps(expected, default=str))
    assert len(expected) > 10


def test_a_pdf_is_read(run: Run, fixtures: Path, output: Path) -> None:
    """A file that an installed reader takes is a letter."""
    run("cite", fixtures / "letters", "--output", output)

    assert result(output, "cite", "brief-haven.pdf")["paper"] == "brief-haven.pdf"


@pytest.mark.slow
def test_a_second_run_does_what_is_new_or_changed_only(
    run: Run, archive: Path, output: Path
) -> None:
    """Of what has a receipt that still holds, nothing is written again."""
    run("cite", archive, "--output", output)
    files = (output / "cite" / "results").rglob("*.json")
    before = {file.name: file.stat().st_mtime_ns for file in files}
    (archive / "brief-1.txt").write_text(letter(41), "utf-8")
    (archive / "brief-9.txt").write_text(letter(9), "utf-8")
    (output / "cite" / "results" / "brief-2.txt.json").unlink()
    (output / "cite" / "results" / "brief-3.txt.json").write_bytes(b"")
    (archive / "brief-4.txt").unlink()
    done = run("cite", archive, "--output", output)

    assert "4 papers done, 5 unchanged, 0 left out" in done.stdout
    assert "1 result belongs to a paper that has been removed." in done.stdout
    files = (output / "cite" / "results").rglob("*.json")
    after = {file.name: file.stat().st_mtime_ns for file in files}
    assert {name.split(".")[0] for name in after if after[name] != before.get(name)} == {
        *("brief-1", "brief-2", "brief-3", "brief-9")
    }
    assert run("cite", archive, "--output", output).stdout.startswith("1 result belongs to a paper")


@pytest.mark.slow
def test_with_another_plugin_everything_is_done_again(
    run: Run, archive: Path, output: Path, failing: Path
) -> None:
    """What results depend on is not the letters alone: versions, and the bytes of a plugin."""
    run("cite", archive, "--output", output)
    assert "0 papers done, 9 unchanged" in run("cite", archive, "--output", output).stdout
    with (failing / "failing.py").open("a") as plugin:
        plugin.write("# another version\n")

    assert "9 papers done, 0 unchanged" in run("cite", archive, "--output", output).stdout


@pytest.mark.slow
def test_half_a_receipt_is_no_receipt(run: Run, archive: Path, output: Path) -> None:
    """A line that was written half, or by something else, costs its paper and nothing more."""
    run("cite", archive, "--output", output)
    receipts = output / "cite" / "receipts.jsonl"
    receipts.write_bytes(
        receipts.read_bytes()[:-40]
        + b'\n[]\n{"paper": 3}\n{"paper": "a", "at": "", "versions": ""}\n\xff\n'
    )

    assert "1 paper done, 8 unchanged" in run("cite", archive, "--output", output).stdout


@pytest.mark.slow
def test_results_are_the_same_for_any_number_of_workers(
    run: Run, archive: Path, tmp_path: Path, failing: Path
) -> None:
    """Which process did what, and in which order, is not to be seen in results."""
    (archive / "a.fail").write_text("exit")
    (archive / "empty.txt").write_text("")
    for workers in (1, 3):
        run("cite", archive, "--output", tmp_path / str(workers), "--workers", str(workers))

    assert len(results(tmp_path / "1")) == 10
    assert results(tmp_path / "1") == results(tmp_path / "3")
    assert failing.is_dir()


@pytest.mark.slow
def test_results_name_nothing_of_the_machine(
    run: Run, archive: Path, copied: Path, output: Path
) -> None:
    """Papers stand in results as they do below the folder."""
    (archive / "empty.txt").write_text("")
    for work, folder in (("cite", archive), ("draft", archive), ("check", copied)):
        run(work, folder, "--output", output)
        for name, data in results(output, work).items():
            assert str(folder.parent).encode() not in data, name
            assert b"ssrpolicy-corpus-" not in data, name


def test_the_summary_can_be_json(run: Run, archive: Path, output: Path) -> None:
    """A program reads what was done, and why what was left out."""
    (archive / "empty.txt").write_text("")
    (archive / "notes.md").write_text("Not a letter.")
    (archive / ".hidden.txt").write_text("Not a letter.")
    done = run("cite", archive, "--output", output, "--format", "json", SSRPOLICY_LANGUAGE="nl")
    said = json.loads(done.stdout)

    assert done.returncode == 1
    assert said.pop("seconds") > 0
    (left_out,) = said.pop("left_out")
    assert left_out["paper"] == "empty.txt"
    assert left_out["en"] == "empty.txt is empty; a record needs the words of its letter."
    assert left_out["nl"].startswith("empty.txt is leeg;")
    assert said == {
        "work": "cite",
        "results": str(output / "cite" / "results"),
        "done": 9,
        "unchanged": 0,
        "errors": 0,
        "other_files": {"md": 1},
        "gone": 0,
    }


@pytest.mark.slow
def test_the_summary_speaks_dutch(run: Run, archive: Path, output: Path) -> None:
    """What is printed follows the language of messages; also of what an earlier run left out."""
    (archive / "empty.txt").write_text("")
    run("cite", archive, "--output", output)
    done = run("cite", archive, "--output", output, SSRPOLICY_LANGUAGE="nl")

    assert done.stderr.startswith("Overgeslagen: empty.txt is leeg; een dossier")
    assert done.stdout.startswith("0 stukken gedaan, 9 ongewijzigd, 1 overgeslagen, in ")


@pytest.mark.parametrize("words", [["--help"], ["corpus", "run", "--help"]])
def test_the_help_loads_nothing_that_works(words: list[str]) -> None:
    """The help of the command starts as quickly as that of any other."""
    code = (
        "import json, sys\nfrom ssrpolicy.cli import main\nsys.argv[1:] = json.loads(sys.argv[1])\n"
        "try:\n    main()\nfinally:\n    print(json.dumps(list(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(words)], capture_output=True, text=True, check=True
    )
    heavy = {"dask", "distributed", "multiprocessing", "subprocess", "concurrent.futures"}
    heavy |= {"ssrpolicy.reporting.plugins.registry", "importlib.metadata"}

    assert "corpus" in done.stdout
    assert heavy & set(json.loads(done.stderr.splitlines()[-1])) == set()
