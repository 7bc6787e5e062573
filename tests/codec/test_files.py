"""What is no record file is refused with the reason, and never waited for."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from ssrpolicy import codec
from ssrpolicy.codec import input_files
from ssrpolicy.errors import InputError, SsrPolicyError

Folder: TypeAlias = Callable[..., Path]


def refusal(path: Path) -> str:
    """What reading a path is refused with."""
    with pytest.raises(InputError) as caught:
        codec.read(path)
    return str(caught.value)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """A path that does not exist is named."""
    assert refusal(tmp_path / "niets") == f"{tmp_path / 'niets'} does not exist."


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    """An empty folder holds no record, and the message says how one is begun."""
    assert refusal(tmp_path) == (
        f"{tmp_path} has no record.toml.\n"
        "The folder is empty. Begin a record with: ssrpolicy new LETTER.txt"
    )


def test_a_folder_of_records_names_them(folder: Folder, tmp_path: Path) -> None:
    """A folder that holds records, and is none, says which there are."""
    folder()

    assert refusal(tmp_path).endswith("There are records below it, such as record/record.toml.")


def test_a_text_is_no_record(tmp_path: Path) -> None:
    """A letter is not a record; the message says how it becomes one."""
    letter = tmp_path / "letter.txt"
    letter.write_text("Nr. 124")

    assert "is not a record" in refusal(letter)
    assert "ssrpolicy new LETTER.txt" in refusal(letter)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused at once, as a record and as a source."""
    pipe = tmp_path / "record.toml"
    os.mkfifo(pipe)

    assert refusal(tmp_path) == f"{pipe} is a device or a pipe; name an ordinary file."


def test_a_device_is_not_read() -> None:
    """A device is refused without being opened."""
    assert refusal(Path(os.devnull)).endswith("is a device or a pipe; name an ordinary file.")


def test_a_file_that_is_too_large_is_refused(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is a limit to what is read into memory, and the message names it."""
    monkeypatch.setattr(input_files, "LARGEST", 100)

    assert "is larger than" in refusal(folder())


def test_a_name_no_file_can_have_is_refused(tmp_path: Path) -> None:
    """A name that is too long, or has a NUL, is refused like any other that is not there."""
    with pytest.raises(SsrPolicyError):
        codec.read(tmp_path / ("x" * 5_000))
    with pytest.raises(SsrPolicyError):
        codec.read(tmp_path / "nul\0nul")


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    """A dangling link is no record."""
    (tmp_path / "record.toml").symlink_to("weg.toml")

    assert refusal(tmp_path) == f"{tmp_path / 'record.toml'} does not exist."


@pytest.mark.skipif(sys.platform != "linux", reason="drops the rights of root as Linux does")
def test_a_file_without_permission_is_refused(folder: Folder) -> None:
    """A record that may not be read is refused with the system's reason."""
    path = folder()
    (path / "record.toml").chmod(0)
    code = (
        "import sys; from ssrpolicy import codec, errors\n"
        "try: codec.read(sys.argv[1])\n"
        "except errors.InputError as error: print(error)"
    )
    command = [sys.executable, "-c", code, str(path)]
    if os.geteuid() == 0:
        # Root reads everything, unless it gives that right away.
        if shutil.which("setpriv") is None:
            pytest.skip("there is no setpriv to give it away with")
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
    result = subprocess.run(command, capture_output=True, text=True, check=True)

    assert result.stdout.strip() == f"{path / 'record.toml'} cannot be read: Permission denied."


def test_records_are_found_below_a_folder(folder: Folder, tmp_path: Path) -> None:
    """Found are record.toml and JSON of our format; not what stands inside a record's folder."""
    record = codec.read(folder()).record
    assert record is not None
    codec.dump(record, tmp_path / "record" / "kst-32123-X-124.json")
    codec.dump(record, tmp_path / "ander.json")
    (tmp_path / "package.json").write_text('{"format": "else"}')
    (tmp_path / ".hidden").mkdir()
    codec.dump(record, tmp_path / ".hidden" / "record.json")
    expected = (tmp_path / "ander.json", tmp_path / "record" / "record.toml")

    assert codec.find_records(tmp_path) == expected
    assert codec.find_records(tmp_path / "record") == (tmp_path / "record" / "record.toml",)
    assert codec.find_records(tmp_path / "ander.json") == (tmp_path / "ander.json",)


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    """A folder in which no record is found is not silently passed over."""
    (tmp_path / "letter.txt").write_text("Nr. 124")

    with pytest.raises(InputError) as caught:
        codec.find_records(tmp_path)
    assert caught.value.message == f"{tmp_path} holds no record."
