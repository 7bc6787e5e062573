"""What no list can do is answered, and a broken record harms no other."""

import json
import shutil
from pathlib import Path

import pytest

from cli.conftest import Run

pytestmark = pytest.mark.heavy

DAY = ("--as-of", "2034-01-01")


def test_a_broken_record_harms_no_other(run: Run, records: Path, tmp_path: Path) -> None:
    """Its problem is told with the others' rows; of two records of one id the first counts."""
    folder = tmp_path / "records"
    shutil.copytree(records, folder)
    shutil.copytree(records / "duinmark-2040-3", folder / "twice")
    toml = folder / "lagemeer-2031-7" / "record.toml"
    toml.write_text(toml.read_text("utf-8").replace("[[documents]]", "[[documents", 1), "utf-8")
    result = run("list", "commitments", folder, *DAY, "--format", "json")
    data = json.loads(result.stdout)

    assert result.exit_code == 1
    assert {row["id"].partition("#")[0] for row in data["rows"]} == {"kst-32123-X-124"}
    assert [(each["code"], each["severity"]) for each in data["problems"]] == [
        ("toml-syntax", "error"),
        ("record-duplicate", "error"),
    ]
    assert data["problems"][1]["file"] == str(folder / "twice" / "record.toml")
    others = (("list", "letters", folder), ("search", "kade", folder), ("show", folder))
    assert [run(*each).exit_code for each in others] == [1, 1, 1]
    told = run("list", "commitments", folder, *DAY).stderr
    assert "lagemeer-2031-7" in told
    assert "has the id duinmark-2040-3 of" in told
    assert run("list", "commitments", tmp_path / "empty", *DAY).exit_code == 2


@pytest.mark.parametrize(
    "command",
    [("list", "motions", *DAY), ("search", "kade", *DAY), ("show", "--overdue", *DAY), ("check",)],
)
def test_a_file_that_cannot_be_read_at_all_harms_no_other(
    command: tuple[str, ...], run: Run, records: Path, tmp_path: Path
) -> None:
    """The others of its folder are shown, and it is named once; alone it is refused."""
    shutil.copytree(records, tmp_path / "records")
    bad = tmp_path / "records" / "bad"
    bad.mkdir()
    (bad / "record.toml").symlink_to("record.toml")
    found, alone = run(*command, tmp_path / "records"), run(*command, bad)
    line = next(each for each in found.output.splitlines() if "file-unreadable" in each)

    assert (found.exit_code, alone.exit_code) == (1, 2)
    assert len(found.stdout.splitlines()) > 2
    assert line.startswith(f"{bad / 'record.toml'}: error file-unreadable: The file cannot be read")
    assert line.count(str(bad)) == 1


def test_an_unknown_list_is_refused(run: Run, records: Path) -> None:
    """With the nearest."""
    result = run("list", "comitments", records, *DAY)

    assert result.exit_code == 2
    assert "Did you mean commitments?" in result.stderr


@pytest.mark.parametrize("option", [["--words", " - "], ["--words", ""], ["--dossier", "zzz"]])
def test_a_slip_in_a_selection_is_not_an_empty_list(
    option: list[str], run: Run, records: Path
) -> None:
    """What can stand for nothing is refused, in the list and in the search alike."""
    for command in (["list", "commitments"], ["search", "politietraining"]):
        result = run(*command, records, *option)

        assert (result.exit_code, result.stdout) == (2, "")
        assert "holds no word to look for" in result.stderr or "write it as" in result.stderr


@pytest.mark.parametrize(
    "words, told",
    [
        (
            ["changes", "--since", "2050-01-01"],
            "Since 2050-01-01 nothing can have changed as of 2034-01-01.",
        ),
        (["letters", "--limit", "0"], "--limit is 0; it is 1 or more."),
        (["letters", "--sort", "nope"], "A list of letters has no column 'nope'"),
        (["letters", "--fields", " , "], "It names no column"),
        (["letters", "--due-within", "99999"], "--due-within is 99999; it is 0 to 36500 days"),
    ],
    ids=lambda value: value[-2] if isinstance(value, list) else "",
)
def test_what_no_list_can_do_is_refused(
    words: list[str], told: str, run: Run, records: Path
) -> None:
    """In a sentence, with nothing on standard output."""
    result = run("list", words[0], records, *words[1:], *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("command", [["list", "letters"], ["search", "politie"], ["check"]])
def test_an_address_that_is_given_as_a_folder_is_not_repeated(command: list[str], run: Run) -> None:
    """There may be a password in it; it is said where an address goes."""
    result = run(*command, "postgresql://user:geheim@127.0.0.1/name")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--database" in result.stderr
    assert "geheim" not in result.stderr


@pytest.mark.parametrize(
    "command, words",
    [
        ("list", ("commitments",)),
        ("search", ("kade",)),
        ("show", ()),
        ("show", ("--kind", "commitment")),
        ("show", ("lagemeer-2031-7#patrol-teams",)),
        ("locate", ("patrouilles",)),
    ],
)
def test_of_two_records_with_one_id_the_first_is_shown_and_the_other_named(
    run: Run, records: Path, tmp_path: Path, command: str, words: tuple[str, ...]
) -> None:
    """Whatever reads a folder prints nothing twice, and says which record it left out."""
    once, twice = tmp_path / "once" / "office", tmp_path / "twice" / "office"
    for folder in (once, twice):
        shutil.copytree(records, folder)
    shutil.copytree(records / "lagemeer-2031-7", twice / "z-copy")
    shown, doubled = (
        run(command, *((folder, *words) if command in ("show", "locate") else (*words, folder)))
        for folder in (once, twice)
    )

    assert doubled.stdout == shown.stdout != ""
    # What is looked up for a quote was found.
    assert (shown.exit_code, doubled.exit_code) == (0, 0 if command == "locate" else 1)
    assert "record.toml has the id lagemeer-2031-7 of" in doubled.stderr
