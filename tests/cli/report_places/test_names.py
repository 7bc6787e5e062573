"""`ssrpolicy report` writes to no place that holds something else."""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
DAY = ("--as-of", "2010-12-31")


def everything(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder."""
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_report_from_within_a_record_s_folder_names_another(run: Run, letter_copy: Path) -> None:
    """Where the working folder is the record's, nothing is written, and a place is named."""
    before = everything(letter_copy)

    with contextlib.chdir(letter_copy):
        result = run("report", ".", "--to", "json", *DAY)

    assert (result.exit_code, everything(letter_copy)) == (2, before)
    instead = letter_copy.parent / "reports"
    assert f"Write to another folder: --output-dir {instead}\n" in result.stderr
    assert run("report", letter_copy, "--to", "json", "--output-dir", instead, *DAY).exit_code == 0


def test_a_report_over_a_record_names_a_file_of_its_own_kind(
    run: Run, letter: Path, letter_copy: Path
) -> None:
    """Of a report that was to replace a record.toml, the way out has the reporter's suffix."""
    target = letter_copy / "record.toml"

    result = run("report", letter, "--to", "html", "--output", target, *DAY)

    assert result.exit_code == 2
    assert f"such as {letter_copy.parent / 'report.html'}." in result.stderr


@pytest.mark.parametrize("name", ["", "sources", "reports/2010"])
def test_a_folder_of_reports_is_not_in_a_record(run: Run, letter_copy: Path, name: str) -> None:
    """--output-dir in a record's folder is refused before anything is made."""
    before = everything(letter_copy)

    result = run(
        *("report", letter_copy, "--to", "json", "--to", "html"),
        *("--output-dir", letter_copy / name, *DAY),
    )

    assert (result.exit_code, everything(letter_copy)) == (2, before)
    assert not (letter_copy / "reports").exists()


def test_a_template_or_text_that_is_read_stays(run: Run, letter: Path, tmp_path: Path) -> None:
    """A file among the options is not the output, whichever reporter it is for."""
    texts = tmp_path / "kst-32123-X-124.html"
    texts.write_text("Contactpersoon: A. de Vries")

    result = run(
        *("report", letter, "--to", "word", "--to", "html", "-o", f"word.texts={texts}"),
        *("--output-dir", tmp_path, *DAY),
    )

    assert result.exit_code == 2
    assert "is read for this very report" in result.stderr
    assert texts.read_text() == "Contactpersoon: A. de Vries"


def test_two_reports_do_not_lead_to_one_file(run: Run, letter: Path, tmp_path: Path) -> None:
    """A link from the one name to the other would let the second replace the first."""
    (tmp_path / "kst-32123-X-124.json").symlink_to("kst-32123-X-124.html")

    result = run("report", letter, "--to", "json", "--to", "html", "--output-dir", tmp_path, *DAY)

    assert result.exit_code == 2
    assert "lead to one file" in result.stderr
    assert not (tmp_path / "kst-32123-X-124.html").exists()


def test_a_report_can_go_to_standard_output(run: Run, letter: Path, tmp_path: Path) -> None:
    """--output - gives the report and nothing else; no file gets that name."""
    with contextlib.chdir(tmp_path):
        result = run("report", letter, "--to", "json", "--output", "-", *DAY)
        refused = run("report", letter, "--to", "json", "--output-dir", "-", *DAY)

    assert json.loads(result.stdout)["id"] == "kst-32123-X-124"
    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "with --output -" in refused.stderr


@pytest.mark.parametrize("words", [("--output", "loop"), ("--output-dir", "loop")])
def test_links_in_a_circle_are_no_place_for_a_report(
    run: Run, letter: Path, tmp_path: Path, words: tuple[str, str]
) -> None:
    """A link that leads to itself is refused with that reason."""
    (tmp_path / "loop").symlink_to("loop")

    with contextlib.chdir(tmp_path):
        result = run("report", letter, "--to", "json", *words, *DAY)

    assert result.exit_code == 2
    assert "leads round in a circle" in result.stderr


@pytest.mark.parametrize(
    "name, nearest",
    [
        ("stand: mei.json", "stand- mei.json"),
        ("NUL.json", "_NUL.json"),
        ("com1", "_com1"),
        ("wat?.json", "wat-.json"),
        ("stand.json.", "stand.json"),
        ("a\nb.json", "a b.json"),
        ("a\u202ebnosj.json", "abnosj.json"),
        ("a\u00adb.json", "ab.json"),
    ],
)
def test_a_name_that_windows_cannot_hold_is_refused(
    run: Run, letter: Path, tmp_path: Path, name: str, nearest: str
) -> None:
    """The nearest name that works is given, and it works."""
    report = ("report", letter, "--to", "json", *DAY)

    refused = run(*report, "--output", tmp_path / name)

    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert f"Name it {tmp_path / nearest}, for one." in refused.stderr
    assert run(*report, "--output", tmp_path / nearest).exit_code == 0


def test_new_folders_have_such_names_too(run: Run, letter: Path, tmp_path: Path) -> None:
    """A folder for reports, a new record and a new plugin are made under such names only."""
    source = letter / "sources" / "kst-32123-X-124.txt"
    for words in (
        ("report", letter, "--to", "json", "--output-dir", tmp_path / "mei:juni", *DAY),
        ("new", source, tmp_path / "mei:juni"),
        ("new-reporter", "action-list", tmp_path / "mei:juni"),
    ):
        refused = run(*words)
        assert refused.exit_code == 2
        assert f"Name it {tmp_path / 'mei-juni'}, for one." in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["record.toml", "Tracker.XLSX", "brief.docx", "-"])
def test_a_new_folder_has_not_the_name_of_a_file(
    run: Run, letter: Path, tmp_path: Path, name: str
) -> None:
    """Who gives one means a file; a folder that is there already is taken as it is."""
    source = letter / "sources" / "kst-32123-X-124.txt"
    folder = f"{tmp_path}/{name}"
    commands: tuple[tuple[str | Path, ...], ...] = (
        ("report", letter, "--to", "json", "--output-dir", folder, *DAY),
        ("new", source, folder),
        ("new-reporter", "action-list", folder),
        ("new-command", "action-list", folder),
    )
    for words in commands:
        refused = run(*words)
        assert refused.exit_code == 2
        assert "is named as a file is, and a folder would be made" in refused.stderr
    assert list(tmp_path.iterdir()) == []
    stem = "folder" if name == "-" else Path(name).stem
    (tmp_path / stem).touch()
    assert f"such as {tmp_path / stem}-1." in run(*commands[0]).stderr
    (tmp_path / name).mkdir()
    assert run(*commands[0]).exit_code == 0


def test_new_folders_do_not_stand_in_a_record(run: Run, letter: Path, letter_copy: Path) -> None:
    """A record within a record would never be found, and a plugin there is not a part of it."""
    source = letter / "sources" / "kst-32123-X-124.txt"
    before = everything(letter_copy)

    for words in (("new", source, letter_copy / "a"), ("new-reporter", "b", letter_copy / "b")):
        refused = run(*words)
        assert refused.exit_code == 2
        assert f"such as {letter_copy.parent / str(words[2])[-1]}." in refused.stderr
    assert everything(letter_copy) == before


def test_a_source_s_name_is_one_that_every_system_holds(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    """The copy of a source has its name, so that must do everywhere."""
    source = tmp_path / "Brief: versie 2.txt"
    source.write_bytes((letter / "sources" / "kst-32123-X-124.txt").read_bytes())

    refused = run("new", source, tmp_path / "new")

    assert refused.exit_code == 2
    assert "has the sign :" in refused.stderr
    assert "such as Brief- versie 2.txt." in refused.stderr
    assert not (tmp_path / "new").exists()


def test_a_suffix_that_no_program_knows_is_remarked(run: Run, letter: Path, tmp_path: Path) -> None:
    """The report is written: whoever names a file may have a reason."""
    odd, known = tmp_path / "note.jason", tmp_path / "note.json"
    written = {
        each: run("report", letter, "--to", "json", "--output", each, *DAY) for each in (odd, known)
    }

    assert odd.is_file()
    assert "note.jason is not named .json" in " ".join(written[odd].stderr.split())
    assert "is not named" not in written[known].stderr
