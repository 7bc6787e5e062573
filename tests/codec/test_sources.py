"""Sources are read from inside the record's folder, and are what was recorded."""

import hashlib
import json
import os
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from ssrpolicy import codec

Folder: TypeAlias = Callable[..., Path]


def codes(path: Path) -> list[str]:
    """The codes of what is found in a record."""
    return [finding.code for finding in codec.read(path).findings]


def test_the_text_is_the_file_to_the_letter(folder: Folder, source: bytes) -> None:
    """A document's text is its file decoded, line ends and all, where that is what was recorded."""
    path = folder()
    data = source.replace(b"\n", b"\r\n")
    (path / "sources" / "letter.txt").write_bytes(data)
    stamped = (path / "record.toml").read_bytes()
    for digest in re.findall(rb"[0-9a-f]{64}", stamped):
        stamped = stamped.replace(digest, hashlib.sha256(data).hexdigest().encode())
    (path / "record.toml").write_bytes(stamped)
    reading = codec.read(path)

    assert reading.record is not None
    assert reading.record.document("letter").text == data.decode()
    assert reading.findings == ()


def test_another_text_is_an_error(folder: Folder, source: bytes) -> None:
    """Where a word differs, be it with the line ends, the text is not the one recorded."""
    path = folder()
    changed = source.replace(b"\n", b"\r\n").replace(b"Nederland", b"Belgi\xc3\xab", 1)
    (path / "sources" / "letter.txt").write_bytes(changed)

    assert "source-changed" in codes(path)


BOM = b"\xef\xbb\xbf"
CHANGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "windows": (lambda text: text.replace(b"\n", b"\r\n"), "its line ends"),
    "lone CR": (lambda text: text.replace(b"\n", b"\r"), "its line ends"),
    "mixed": (lambda text: text.replace(b"\n", b"\r\n", 3), "its line ends"),
    "last line": (lambda text: text + b"\n", "its line ends"),
    "mark": (lambda text: BOM + text, "an invisible byte order mark"),
    "both": (
        lambda text: BOM + text.replace(b"\n", b"\r\n"),
        "its line ends, and an invisible byte order mark",
    ),
}


@pytest.mark.parametrize("change, words", CHANGES.values(), ids=CHANGES)
def test_line_ends_alone_are_told_as_such(
    folder: Folder, source: bytes, change: Callable[[bytes], bytes], words: str
) -> None:
    """Git and editors change them: the record is read as it was, with a warning that says so."""
    path = folder()
    as_it_was = codec.read(path).record
    (path / "sources" / "letter.txt").write_bytes(change(source))
    reading = codec.read(path)

    (finding,) = reading.findings
    assert (finding.code, finding.severity) == ("source-line-ends", "warning")
    assert f"in nothing but {words}" in finding.message
    # What git does not change, a setting of git does not change back.
    wanted = "sources/** -text" if "line ends" in words else "put the original file back"
    assert wanted in (finding.hint or "")
    assert reading.record == as_it_was


def test_a_json_record_with_other_line_ends_is_read_as_it_was(folder: Folder) -> None:
    """The texts within a JSON record may have been changed so, too; positions stay right."""
    record = codec.read(folder()).record
    assert record is not None
    data = json.loads(codec.dumps(record))
    data["documents"][0]["text"] = data["documents"][0]["text"].replace("\n", "\r\n")
    reading = codec.read_json(json.dumps(data).encode(), Path("record.json"))

    assert [finding.code for finding in reading.findings] == ["source-line-ends"]
    assert reading.record == record


@pytest.mark.parametrize("name", ["brief: 2.txt", "NUL.txt", "brief.", "a\\u202eb.txt"])
def test_a_name_that_windows_cannot_hold_is_remarked(folder: Folder, name: str) -> None:
    """A record with such a name cannot be checked out everywhere; a warning gives another."""
    path = folder("sources/letter.txt", f"sources/{name}")
    real = name.encode().decode("unicode_escape")
    (path / "sources" / "letter.txt").rename(path / "sources" / real)

    (finding,) = codec.read(path).findings
    assert (finding.code, finding.severity) == ("source-name", "warning")
    assert "Rename the file, for instance to" in (finding.hint or "")


def test_what_no_document_names_is_remarked(folder: Folder) -> None:
    """A text that a killed command left, and its half-written files, each with what to do."""
    path = folder()
    (path / "sources" / "motie.txt").write_text("De Kamer, gehoord de beraadslaging,\n")
    (path / "sources" / "letter.pdf").write_bytes(b"%PDF-1.7\n")
    gone = f"{2**22 + 1}"  # no process has so high a number
    machine = f"{zlib.crc32(os.uname().nodename.encode()):08x}"
    (path / f".record.toml.{machine}-{gone}-00000000.part").touch()

    findings = codec.read(path).findings
    assert [f.code for f in findings] == ["source-unnamed", "source-unnamed"]
    assert "'sources/motie.txt'" in findings[1].message
    assert not any(f.is_error for f in findings)


@pytest.mark.parametrize(
    "name, code",
    [
        ("/etc/hostname", "source-outside"),
        ("../record/sources/letter.txt", "source-outside"),
        ("sources/../../elsewhere.txt", "source-outside"),
        ("C:/letter.txt", "source-outside"),
        ("sources/niets.txt", "source-missing"),
        ("sources/letter.txt/deeper", "source-missing"),
        ("x" * 5_000, "source-missing"),
        ("sources", "source-unreadable"),
        (".", "source-unreadable"),
        ("sources\\\\letter.txt", "value-invalid"),
    ],
)
def test_a_name_that_is_no_source_is_told(folder: Folder, name: str, code: str) -> None:
    """What is outside, absent or no file is told, and nothing of it is read."""
    assert codes(folder("sources/letter.txt", name)) == [code]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_link_that_leads_outside_is_not_followed(folder: Folder, what: str) -> None:
    """A link to a file outside is refused, and so is a link to a folder outside."""
    path = folder()
    outside = path.parent / "outside"
    (path / "sources").rename(outside)
    if what == "folder":
        (path / "sources").symlink_to(outside)
    else:
        (path / "sources").mkdir()
        (path / "sources" / "letter.txt").symlink_to(outside / "letter.txt")

    assert codes(path) == ["source-outside"]


def test_a_link_inside_the_folder_is_followed(folder: Folder) -> None:
    """A link that stays inside the record's folder is as good as the file."""
    path = folder()
    (path / "sources" / "letter.txt").rename(path / "brief.txt")
    (path / "sources" / "letter.txt").symlink_to("../brief.txt")

    assert codes(path) == []


def test_a_record_may_itself_stand_after_a_link(folder: Folder) -> None:
    """The record's folder may be reached through a link."""
    path = folder()
    link = path.parent / "link"
    link.symlink_to(path)

    assert codes(link) == []


def test_links_in_a_circle_are_told(folder: Folder) -> None:
    """A link to itself leads nowhere, and that is all."""
    path = folder()
    (path / "sources" / "letter.txt").unlink()
    (path / "sources" / "letter.txt").symlink_to("letter.txt")

    assert codes(path) == ["source-missing"]


def test_the_digest_to_record_is_in_the_hint(folder: Folder) -> None:
    """A document without a digest gives a warning with the line to add."""
    path = folder()
    text = (path / "record.toml").read_text("utf-8")
    digest = next(line for line in text.splitlines() if line.startswith("sha256"))
    (path / "record.toml").write_text(text.replace(f"{digest}\n", ""), encoding="utf-8")

    (finding,) = codec.read(path).findings
    assert finding.hint == f"Add: {digest}"
    assert not finding.is_error
