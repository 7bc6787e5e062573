"""Appending an entry: bytes are added at the end, or nothing is."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from ssrpolicy import codec
from ssrpolicy.editing import append, record_to_edit
from ssrpolicy.errors import InputError
from ssrpolicy.model import Claim, ClaimedStatus, EditRefusedError, Update

ADD = ["-m", "ssrpolicy", "add", "update"]
SAID = ["--statement", "african-union", "--date", "2011-03-01", "--by", "nl-bz"]

MakeClaim = Callable[..., Claim]


def test_the_entry_follows_what_stands_in_the_file(letter_copy: Path, update: Update) -> None:
    """The bytes that stood there stay, and the entry's text follows after an empty line."""
    file = letter_copy / "record.toml"
    before = file.read_bytes()

    appended = append(letter_copy, update)

    assert file.read_bytes() == before + b"\n" + appended.text.encode()
    assert appended.text == (
        "[[updates]]\n"
        'statement = "african-union"\n'
        "date = 2011-03-01\n"
        'by = "nl-bz"\n'
        'claimed = "in_progress"\n'
        "note = '''\nEr is een \"eerste\" overleg geweest.\nHet vervolgt.'''\n"
    )
    assert file.read_text().splitlines()[appended.lines[0] - 1] == "[[updates]]"


def test_the_record_reads_back_with_the_entry(letter_copy: Path, update: Update) -> None:
    """The file then holds the old record with the entry after its last."""
    old = record_to_edit(letter_copy)

    appended = append(letter_copy / "record.toml", update)

    assert codec.read(letter_copy).record == attrs.evolve(old, updates=(*old.updates, update))
    assert appended.record == codec.read(letter_copy).record


@pytest.mark.parametrize(
    "end",
    [
        "",
        "\n\n",
        "# a comment without an end of line",
        "\n# a comment\n",
        '[[parties]]\nid = "open"\nname = { nl = "open" }',
        '[[parties]]\nid = "open"\n[parties.name]\nnl = "open"',
        '[[set_aside]]\nquote = """\nDe minister van Buitenlandse Zaken,"""\nreason = "courtesy"',
    ],
    ids=["as-it-is", "empty-lines", "comment", "comment-line", "inline-table", "table", "string"],
)
def test_an_entry_fits_after_any_end(end: str, letter_copy: Path, update: Update) -> None:
    """A file may end in a comment, an open table, an inline table or without a line's end."""
    file = letter_copy / "record.toml"
    with file.open("a") as stream:
        stream.write(end)
    before = file.read_bytes()

    append(letter_copy, update)

    assert file.read_bytes().startswith(before)
    assert codec.read(letter_copy).records[0].updates == (update,)


def test_lines_end_as_those_of_the_file_do(letter_copy: Path, claim: MakeClaim) -> None:
    """In a file with Windows line ends, those of the entry are the same, also in its quote."""
    file = letter_copy / "record.toml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()

    append(letter_copy, claim())

    added = file.read_bytes().removeprefix(before)
    assert added.count(b"\n") == added.count(b"\r\n") == 8
    assert codec.read(letter_copy).records[0].statements[-1] == claim()


def test_a_quote_that_does_not_stand_there_changes_nothing(
    letter_copy: Path, claim: MakeClaim
) -> None:
    """A quote that is not in the letter refuses the entry, and the file keeps its bytes."""
    before = (letter_copy / "record.toml").read_bytes()

    with pytest.raises(EditRefusedError) as refused:
        append(letter_copy, claim(quote="Tot dusver is dit fonds te klein gebleken"))

    assert [finding.code for finding in refused.value.findings] == ["quote-missing"]
    assert [str(finding.location) for finding in refused.value.findings] == [""]
    assert (letter_copy / "record.toml").read_bytes() == before
    assert sorted(each.name for each in letter_copy.iterdir()) == ["record.toml", "sources"]


def test_an_id_that_is_taken_changes_nothing(letter_copy: Path, claim: MakeClaim) -> None:
    """An id that the record has already refuses the entry."""
    with pytest.raises(EditRefusedError) as refused:
        append(letter_copy, claim(id="african-union"))

    assert {finding.code for finding in refused.value.findings} == {"id-duplicate"}


def test_errors_that_stood_there_do_not_stand_in_the_way(letter_copy: Path, update: Update) -> None:
    """An update can be added to a record with an error elsewhere; only new errors refuse it."""
    file = letter_copy / "record.toml"
    text = file.read_text()
    file.write_text(text.replace('answer = "declined"', 'answer = "refused"', 1))

    append(letter_copy, update)

    reading = codec.read(letter_copy)
    assert [finding.code for finding in reading.findings] == ["value-unknown"]
    assert reading.records[0].updates == (update,)


def test_a_remark_about_the_entry_is_given_with_its_line(letter_copy: Path, update: Update) -> None:
    """What is new to remark and no error comes back, placed in the file as it is now."""
    fulfilled = attrs.evolve(update, claimed=ClaimedStatus.FULFILLED)

    appended = append(letter_copy, fulfilled)

    (finding,) = (f for f in appended.findings if f.code == "fulfilled-without-evidence")
    assert str(finding.location) == f"{letter_copy / 'record.toml'}:{appended.lines[0]}"


def test_entries_that_stand_in_one_list_are_told(letter_copy: Path, update: Update) -> None:
    """Where a table is written as one list, the reason says that nothing can be appended."""
    file = letter_copy / "record.toml"
    file.write_text(
        file.read_text().replace('source = "letter"\n', 'source = "letter"\nupdates = []\n', 1)
    )

    with pytest.raises(EditRefusedError, match=re.escape("written as one list, updates = [...]?")):
        append(letter_copy, update)


def test_a_json_record_is_refused(letter_copy: Path, update: Update, tmp_path: Path) -> None:
    """Entries are appended to TOML only; a JSON record is made from it."""
    codec.dump_json([record_to_edit(letter_copy)], tmp_path / "letter.json")

    with pytest.raises(InputError, match="is a JSON record"):
        append(tmp_path / "letter.json", update)


def test_a_file_that_does_not_parse_is_refused(letter_copy: Path, update: Update) -> None:
    """A file that is not TOML is refused with its findings, and stays as it is."""
    file = letter_copy / "record.toml"
    file.write_text("id = \n")

    with pytest.raises(EditRefusedError, match="toml-syntax"):
        append(letter_copy, update)
    assert file.read_text() == "id = \n"


def test_a_link_to_a_record_stays_a_link(letter_copy: Path, update: Update) -> None:
    """A record.toml that is a link is followed, and the file to which it leads grows."""
    real = letter_copy / "real.toml"
    (letter_copy / "record.toml").rename(real)
    (letter_copy / "record.toml").symlink_to("real.toml")

    append(letter_copy, update)

    assert (letter_copy / "record.toml").is_symlink()
    assert b"[[updates]]" in real.read_bytes()


def _without_privileges(command: list[str]) -> list[str]:
    """The command as a user whom permissions stop, also where the tests run as root."""
    if os.getuid() != 0:
        return command
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("the tests run as root, and setpriv is not installed")
    lost = "-dac_override,-dac_read_search"
    return [setpriv, f"--bounding-set={lost}", f"--inh-caps={lost}", *command]


@pytest.mark.heavy
@pytest.mark.parametrize(
    "mode, reason",
    [(0o444, "may not be written by you"), (0o000, "cannot be read: Permission denied")],
)
def test_a_missing_permission_is_told(mode: int, reason: str, letter_copy: Path) -> None:
    """A record that may not be written or read stays as it is, though its folder be writable."""
    file = letter_copy / "record.toml"
    before = file.read_bytes()
    file.chmod(mode)
    command = [sys.executable, *ADD, str(letter_copy), *SAID, "--claimed", "open"]

    done = subprocess.run(_without_privileges(command), capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert f"{file} {reason}" in done.stderr
    assert "Traceback" not in done.stderr
    file.chmod(0o644)
    assert file.read_bytes() == before


def _smallest_files() -> None:
    # A write past this size fails as one on a full disk does.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))


@pytest.mark.heavy
def test_a_full_disk_leaves_the_old_file(letter_copy: Path) -> None:
    """On a full disk the old file stays, and nothing is left next to it."""
    before = (letter_copy / "record.toml").read_bytes()
    command = [sys.executable, "-B", *ADD, str(letter_copy), *SAID, "--claimed", "open"]

    done = subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=_smallest_files
    )

    assert done.returncode == 2
    assert "record.toml cannot be written: File too large." in done.stderr
    assert "Traceback" not in done.stderr
    assert (letter_copy / "record.toml").read_bytes() == before
    assert sorted(each.name for each in letter_copy.iterdir()) == ["record.toml", "sources"]


@pytest.mark.slow
def test_writers_at_the_same_time_lose_nothing(letter_copy: Path) -> None:
    """Of several commands at once each adds its entry, one after the other."""
    notes = [f"Bericht {number}" for number in range(4)]
    running = [
        subprocess.Popen([sys.executable, *ADD, str(letter_copy), *SAID, "--note", note])
        for note in notes
    ]

    assert [each.wait() for each in running] == [0, 0, 0, 0]
    updates = record_to_edit(letter_copy).updates
    assert sorted(str(each.note) for each in updates) == notes
