"""What a template's pictures and changes say of people does not pass into a note."""

import gzip
import io
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
GIF = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff"
FRAME = b"!\xf9\4\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0"
LOOP = b"!\xff\x0bNETSCAPE2.0\3\1\0\0\0"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"{}>{}<path d="M0 0L1 1"/></svg>'
XML = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def record(kind: int, data: bytes) -> bytes:
    """A record of an enhanced metafile."""
    return struct.pack("<II", kind, len(data) + 8) + data


def metafile(described: str, *comments: bytes) -> bytes:
    """An enhanced metafile with a description, comments of programs, and an end."""
    words = described.encode("utf-16-le")
    head = bytes(32) + b" EMF" + bytes(16) + struct.pack("<II", len(described), 100) + bytes(32)
    said = b"".join(record(70, struct.pack("<I", len(each)) + each) for each in comments)
    return record(1, head + words) + said + record(14, bytes(12))


def escape(data: bytes) -> bytes:
    """A metafile of the old kind, with a comment and an end."""
    comment = struct.pack("<HHH", 0x0626, 15, len(data)) + data
    return (
        b"\x01\x00\x09\x00" + bytes(14)
        + struct.pack("<I", len(comment) // 2 + 2) + comment + struct.pack("<IH", 3, 0)
    )  # fmt: skip


def tiff(order: str, *entries: tuple[int, int, int, int], after: bytes = b"") -> bytes:
    """A picture with one directory, and what its entries lead to after it."""
    start = b"II*\0" if order == "<" else b"MM\0*"
    listed = b"".join(struct.pack(f"{order}HHII", *each) for each in entries)
    return start + struct.pack(f"{order}IH", 8, len(entries)) + listed + bytes(4) + after


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
        (
            "x.jpg",
            "image/jpeg",
            b"\xff\xd8"
            + JFIF
            + segment(0xE2, b"MPF\0Geheim")
            + segment(0xEB, b"Geheim")
            + SCAN[:-2]
            + segment(0xFE, b"Geheim")
            + SCAN
            + b"Geheim",
            b"\xff\xd8" + JFIF + SCAN[:-2] + SCAN,
        ),
        ("x.png", "image/png", HEAD + chunk(b"prVt", b"Geheim") + REST + b"Geheim", PIXEL),
        (
            "x.gif",
            "image/gif",
            GIF + LOOP + b"!\xfe\6Geheim\0!\xff\x0bXMP DataXMP\6Geheim\0" + FRAME + b";Geheim",
            GIF + LOOP + FRAME + b";",
        ),
        (
            "x.emf",
            "image/x-emf",
            metafile("GEHEIM", b"EMF+teken!", b"Geheim!!"),
            metafile("\0" * 6, b"EMF+teken!", bytes(8)),
        ),
        ("x.wmf", "image/x-wmf", escape(b"Geheim"), escape(bytes(6))),
        (
            "x.tif",
            "image/tiff",
            tiff(
                "<",
                (256, 4, 1, 1),
                (315, 2, 8, 50),
                (34665, 4, 1, 58),
                after=b"Geheim!\0" + struct.pack("<HHHIII", 1, 37510, 7, 8, 50, 0),
            ),
            tiff("<", (256, 4, 1, 1), after=bytes(24 + 8 + 18)),
        ),
        (
            "x.tif",
            "image/tiff",
            tiff(">", (315, 2, 8, 38), (257, 4, 1, 1), after=b"Geheim!\0"),
            tiff(">", (257, 4, 1, 1), after=bytes(12 + 8)),
        ),
        (
            "x.svg",
            "image/svg+xml",
            SVG.format(
                ' xmlns:i="urn:i" i:docname="Geheim"',
                "<metadata>Geheim</metadata><!--Geheim--><i:view>Geheim</i:view><desc>Geheim</desc>",
            ).encode(),
            XML + SVG.format("", "").encode(),
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


DAMAGED = (
    PIXEL[:-3], b"\xff\xd8\xff\xe1\x40", GIF + FRAME, metafile("", b"Logo")[:-9],
    escape(b"Logo!!")[:-3], tiff("<", (315, 2, 8, 5000)), b"\x1f\x8bLogo", PIXEL,
)  # fmt: skip


@pytest.mark.parametrize("data", DAMAGED)
def test_a_picture_that_is_damaged_or_says_nothing_stays(data: bytes) -> None:
    """Nothing is cut from what cannot be read."""
    note = in_template(
        SEEN + blip('r:embed="rIdI"'),
        added={"word/media/x.png": ("image/png", data)},
        relations={"rIdI": ("image", "media/x.png")},
    )
    assert note.parts["word/media/x.png"] == data


def test_a_packed_metafile_is_cleaned_in_its_package() -> None:
    """It opens as before, without the name of the file that it was and what that said."""
    held = io.BytesIO()
    with gzip.GzipFile("Geheim.wmf", "wb", fileobj=held) as packed:
        packed.write(escape(b"Geheim"))
    note = in_template(
        SEEN + blip('r:embed="rIdI"'),
        added={"word/media/x.wmz": ("image/x-wmz", held.getvalue())},
        relations={"rIdI": ("image", "media/x.wmz")},
    )
    assert "Geheim" not in note.whole
    assert gzip.decompress(note.parts["word/media/x.wmz"]) == escape(bytes(6))


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
