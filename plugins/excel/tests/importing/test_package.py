"""A file that is not a workbook, or a damaged one, is refused before any library opens it."""

import contextlib
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from ssrpolicy.messages import messages_in
from ssrpolicy.reporting import Edits, InputError

pytestmark = pytest.mark.heavy

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000)


class Desk(Protocol):
    """The desk of the fixtures."""

    with_part: Callable[[bytes, str, Callable[[bytes], bytes]], bytes]
    edits: Callable[[bytes], Edits]


def zipped(**parts: str) -> bytes:
    """A zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data, message",
    [
        (b"", "The file is empty"),
        (_OLE, "the old form of Excel"),
        (_OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512), "encrypted with a password"),
        (b"Kenmerk;Samenvatting\r\n", "This is not a workbook"),
        (b"\xef\xbb\xbf<html><table></table></html>", "a page or XML file"),
        (b"%PDF-1.7", "This is a PDF"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (zipped(**{"xl/workbook.bin": ""}), "a binary workbook"),
        (zipped(**{"word/document.xml": "<a/>"}), "a Word or PowerPoint file"),
        (zipped(**{"tracker.xlsx": ""}), "a zip that holds workbooks, tracker.xlsx"),
        (zipped(**{"xl/styles.xml": "<a/>"}), "its main part is missing"),
        (zipped(readme=""), "but not a workbook"),
    ],
)
def test_what_is_not_a_workbook_is_named(desk: Desk, data: bytes, message: str) -> None:
    """A file of another kind is said to be that kind, with what would work."""
    with pytest.raises(InputError, match=message) as raised:
        desk.edits(data)

    assert raised.value.hint


def test_a_workbook_that_ends_too_early_is_damaged(desk: Desk, short_tracker: bytes) -> None:
    """A download that broke off, at any byte, is refused and never half read."""
    for end in (4, 1_000, len(short_tracker) // 2, len(short_tracker) - 1):
        with pytest.raises(InputError, match="damaged or incomplete"):
            desk.edits(short_tracker[:end])


def test_a_changed_byte_is_refused_or_does_no_harm(desk: Desk, short_tracker: bytes) -> None:
    """A byte that a disk spoilt gives a sentence for people, or nothing at all."""
    for place in range(0, len(short_tracker), len(short_tracker) // 12):
        spoilt = bytearray(short_tracker)
        spoilt[place] ^= 0x55
        read = []
        with contextlib.suppress(InputError):
            read = list(desk.edits(bytes(spoilt)).cells)
        assert read == []


def test_a_part_that_is_missing_is_reported(desk: Desk, short_tracker: bytes) -> None:
    """A workbook without one of its sheets' parts is damaged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(short_tracker)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != "xl/worksheets/sheet2.xml":
                new.writestr(name, old.read(name))

    with pytest.raises(InputError, match="damaged"):
        desk.edits(out.getvalue())


@pytest.mark.parametrize("part", ["xl/worksheets/sheet2.xml", "xl/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>',
        b'<!DOCTYPE a SYSTEM "file:///etc/hostname">',
    ],
)
def test_declared_entities_are_refused(
    desk: Desk, short_tracker: bytes, part: str, declared: bytes
) -> None:
    """A document type in any part is refused, and nothing of it is expanded or fetched."""
    data = desk.with_part(
        short_tracker,
        part,
        lambda xml: declared + (xml.split(b"?>", 1)[1] if xml.startswith(b"<?xml") else xml),
    )

    with pytest.raises(InputError, match=f"XML entities or a document type, in its part {part}"):
        desk.edits(data)


def test_a_part_that_is_not_xml_is_named(desk: Desk, short_tracker: bytes) -> None:
    """Words where XML should be are damage, with the name of the part."""
    data = desk.with_part(short_tracker, "xl/styles.xml", lambda _: b"geen xml")

    with pytest.raises(InputError, match=r"its part xl/styles\.xml is not XML"):
        desk.edits(data)


@pytest.mark.parametrize(
    "part, before, after, said",
    [
        ("xl/worksheets/sheet2.xml", b'<row r="1"', b'<row r="x1"', "kan niet worden gelezen."),
        ("xl/worksheets/sheet2.xml", b"<sheetData>", b"<sheetData><", "is geen XML ("),
        ("xl/styles.xml", b"</cellXfs>", b'<xf numFmtId="zz"/></cellXfs>', "kan niet worden"),
    ],
)
def test_damage_is_said_in_dutch_without_the_words_of_libraries(
    desk: Desk, short_tracker: bytes, *, part: str, before: bytes, after: bytes, said: str
) -> None:
    """A reader can do nothing with "expected int"."""
    data = desk.with_part(short_tracker, part, lambda old: old.replace(before, after, 1))

    with messages_in("nl"), pytest.raises(InputError) as raised:
        desk.edits(data)

    message = raised.value.message
    assert said in message
    assert not [word for word in ("openpyxl", "expected", "convert", "invalid") if word in message]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet2.xml", "xl/styles.xml"])
def test_an_absurd_size_is_refused_unread(desk: Desk, short_tracker: bytes, part: str) -> None:
    """A part that would burst when unzipped is refused by what it says of its size."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(short_tracker)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, b" " * (1 << 25) if name == part else old.read(name))

    with pytest.raises(InputError, match=f"absurdly large: its part {part} alone"):
        desk.edits(out.getvalue())


def test_a_zip_with_a_password_is_refused(desk: Desk, short_tracker: bytes) -> None:
    """A zip whose parts are encrypted is said to be that."""
    data = bytearray(short_tracker)
    # The first bit of a part's flags, in the list of parts at the end, says that it is encrypted.
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(InputError, match="a zip with a password"):
        desk.edits(bytes(data))


def test_the_strict_form_is_named(desk: Desk, short_tracker: bytes) -> None:
    """Excel's “Strict Open XML” is told apart from the usual form, with what to choose instead."""
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = desk.with_part(
        short_tracker,
        "xl/workbook.xml",
        lambda xml: xml.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    )

    with pytest.raises(InputError, match="Strict Open XML"):
        desk.edits(data)


def test_a_cell_far_down_takes_no_time(desk: Desk, short_tracker: bytes) -> None:
    """A row beyond the last that Excel knows is not counted to."""
    row = b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'
    data = desk.with_part(
        short_tracker, "xl/worksheets/sheet6.xml", lambda xml: xml.replace(b"</sheetData>", row)
    )

    assert desk.edits(data).cells == ()


def test_a_comment_on_a_cell_is_peoples_own(
    desk: Desk, short_tracker: bytes, tmp_path: Path
) -> None:
    """A remark pinned to a cell is listed, so that no report overwrites it unasked."""
    target = tmp_path / "commented.xlsx"
    target.write_bytes(short_tracker)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("xl/comments1.xml", "<comments/>")

    assert desk.edits(target.read_bytes()).private == ("comments on cells",)


@pytest.mark.parametrize(
    "part, old, new",
    [
        ("xl/workbook.xml", rb'sheetId="\d+"', b'sheetId="x"'),
        ("xl/styles.xml", rb'fontId="\d+"', b'fontId="9999"'),
        ("docProps/core.xml", rb"(<dcterms:created[^>]*>)[^<]*", rb"\1gisteren"),
    ],
)
def test_a_part_with_a_value_that_cannot_be_is_named(
    desk: Desk, short_tracker: bytes, part: str, old: bytes, new: bytes
) -> None:
    """It is XML, and says what no program can use."""
    data = desk.with_part(short_tracker, part, lambda content: re.sub(old, new, content))

    with pytest.raises(InputError, match=re.escape(part)):
        desk.edits(data)
