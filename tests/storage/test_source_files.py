"""Sources are plain text in UTF-8; anything else is refused with what yields such text."""

import os
from pathlib import Path

import pytest

from ssrpolicy.errors import InputError
from ssrpolicy.storage import source_bytes

WORDS = "Nederland volgt dit nauwgezet; geïnformeerd.\n"
HTML = b"<!DOCTYPE html>\n<html><body>Nederland</body></html>"
XHTML = b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>'


@pytest.mark.parametrize(
    "name, data, called, command",
    [
        ("brief.pdf", b"%PDF-1.4\n", "a PDF", "pdftotext -layout {path} brief.txt"),
        ("zonder-naam", b"\n%PDF-1.4\n", "a PDF", "pdftotext -layout {path} zonder-naam.txt"),
        ("brief.docx", b"PK\x03\x04...", "a Word", "soffice --headless --convert-to txt:Text:UTF8"),
        ("brief.doc", b"\xd0\xcf\x11\xe0\xa1", "a Word", "soffice"),
        ("brief.rtf", b"{\\rtf1\\ansi", "RTF", "soffice"),
        ("kst.xml", b'<?xml version="1.0"?><kamerstuk/>', "XML", "xmllint"),
        ("kst.html", HTML, "a web page", "lynx -dump -nolist -width=100 {path} > kst.txt"),
        ("kst.xhtml", XHTML, "a web page", "lynx"),
        ("brief.txt", WORDS.encode("utf-16"), "UTF-16", "iconv -f UTF-16 -t UTF-8 {path}"),
        ("brief.txt", WORDS.encode("utf-16-le"), "UTF-16", "iconv -f UTF-16"),
        (
            "brief.txt",
            WORDS.encode("latin-1"),
            "not UTF-8: line 1 has the byte 0xEF",
            "iconv -f WI",
        ),
        ("leeg.txt", b" \n\x0c\n", "empty", ""),
        ("niets.txt", b"", "empty", ""),
        ("brief.txt", b"Nederland\x00\x01\x02\xff", "not text", ""),
        ("brief.txt", b"x\x00y", "not text: it holds bytes that no text has", ""),
        ("brief.txt", b"\x00x\x00", "not text: it holds bytes that no text has", ""),
        ("brief.txt", WORDS.encode("utf-16-le")[:-1], "UTF-16", "iconv -f UTF-16"),
        ("brief.txt", "xy".encode("utf-16-be"), "UTF-16", "iconv -f UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(
    name: str, data: bytes, called: str, command: str, tmp_path: Path
) -> None:
    """Each format is named, with the command that yields text from this very file."""
    source = tmp_path / name
    source.write_bytes(data)

    with pytest.raises(InputError) as refused:
        source_bytes(source)

    assert f"{source} is {called}" in refused.value.message
    assert command.format(path=source) in (refused.value.hint or "")


def test_a_text_longer_than_any_paper_is_refused(tmp_path: Path) -> None:
    """It is refused at once with what would work."""
    source = tmp_path / "lang.txt"
    source.write_bytes(WORDS.encode() * 200_000)

    with pytest.raises(InputError, match="larger than 8 MiB, longer than any one paper") as refused:
        source_bytes(source)

    assert "each part by itself" in (refused.value.hint or "")


def test_a_name_with_spaces_is_quoted_in_the_command(tmp_path: Path) -> None:
    """The command can be pasted into a shell, whatever the file's name."""
    source = tmp_path / "de brief; rm.pdf"
    source.write_bytes(b"%PDF-1.4\n")

    with pytest.raises(InputError) as refused:
        source_bytes(source)
    assert f"pdftotext -layout '{source}' 'de brief; rm.txt'" in (refused.value.hint or "")


def test_the_command_does_not_write_over_the_source(tmp_path: Path) -> None:
    """A PDF that is called .txt is turned into a file of another name."""
    source = tmp_path / "brief.txt"
    source.write_bytes(b"%PDF-1.4\n")

    with pytest.raises(InputError) as refused:
        source_bytes(source)
    assert f"pdftotext -layout {source} brief-text.txt" in (refused.value.hint or "")


def test_text_is_given_as_it_is(tmp_path: Path) -> None:
    """Byte order mark, Windows line ends and form feeds stay what they are."""
    data = b"\xef\xbb\xbfNederland\r\n\x0c volgt dit."
    (tmp_path / "brief.txt").write_bytes(data)

    assert source_bytes(tmp_path / "brief.txt") == data


@pytest.mark.parametrize("kind", ["absent", "folder", "pipe"])
def test_what_is_no_file_is_refused(kind: str, tmp_path: Path) -> None:
    """A missing file, a folder and a pipe are told, and nobody waits for the pipe."""
    source = tmp_path / "brief.txt"
    if kind == "folder":
        source.mkdir()
    if kind == "pipe":
        os.mkfifo(source)

    with pytest.raises(InputError, match=r"does not exist|is a folder|name an ordinary file"):
        source_bytes(source)
