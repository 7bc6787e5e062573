"""What a template's pictures and changes say of people does not pass into a note."""

import struct
import zlib

import pytest
from plugins.word.tests.leaking import PIXEL, blip
from plugins.word.tests.templates import SEEN, in_template

pytestmark = pytest.mark.heavy

HEAD = PIXEL[:33]
REST = PIXEL[33:]
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
SCAN = b"\xff\xda\x00\x02\x12\x34\xff\xd9"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def segment(marker: int, data: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


@pytest.mark.parametrize(
    "name, kind, data, left",
    [
        ("x.png", "image/png", HEAD + chunk(b"tEXt", b"Author\0Geheim") + REST, PIXEL),
        ("x.png", "image/png", HEAD + chunk(b"eXIf", b"Geheim") + REST, PIXEL),
        (
            "x.jpg",
            "image/jpeg",
            b"\xff\xd8" + JFIF + segment(0xE1, b"Exif\0\0Geheim") + segment(0xFE, b"Geheim") + SCAN,
            b"\xff\xd8" + JFIF + SCAN,
        ),
    ],
)
def test_a_picture_does_not_say_who_made_it(name: str, kind: str, data: bytes, left: bytes) -> None:
    """What it shows is in the note as it was."""
    note = in_template(
        SEEN + blip('r:embed="rIdI"'),
        added={f"word/media/{name}": (kind, data)},
        relations={"rIdI": ("image", f"media/{name}")},
    )
    assert note.parts[f"word/media/{name}"] == left
    assert "Geheim" not in note.whole


@pytest.mark.parametrize("data", [PIXEL[:-3], b"\xff\xd8\xff\xe1\x40", PIXEL])
def test_a_picture_that_is_damaged_or_says_nothing_stays(data: bytes) -> None:
    """Nothing is cut from what cannot be read."""
    note = in_template(
        SEEN + blip('r:embed="rIdI"'),
        added={"word/media/x.png": ("image/png", data)},
        relations={"rIdI": ("image", "media/x.png")},
    )
    assert note.parts["word/media/x.png"] == data


def test_conflicting_changes_are_accepted() -> None:
    """Of two people who changed one place, neither is named, and what was deleted is gone."""
    space = "http://schemas.microsoft.com/office/word/2010/wordml"
    who = 'w:id="1" w:author="Geheim"'
    note = in_template(
        f'<w:p xmlns:w14="{space}"><w14:conflictIns {who}><w:r><w:t>Huisstijl.</w:t></w:r>'
        f"</w14:conflictIns><w14:conflictDel {who}><w:r><w:delText>Geheim</w:delText></w:r>"
        "</w14:conflictDel></w:p>"
    )
    assert "conflict" not in note.xml()
    assert "Geheim" not in note.whole
    assert note.texts()[0] == "Huisstijl."
