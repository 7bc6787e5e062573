"""Sources are read from inside the record's folder, and are what was recorded."""

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
    """A document's text is its file decoded, line ends and all."""
    path = folder()
    (path / "sources" / "letter.txt").write_bytes(source.replace(b"\n", b"\r\n"))
    reading = codec.read(path)

    assert reading.record is not None
    assert reading.record.document("letter").text == source.decode().replace("\n", "\r\n")
    assert [finding.code for finding in reading.findings] == ["source-changed"]


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


def test_a_record_may_itself_stand_behind_a_link(folder: Folder) -> None:
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
