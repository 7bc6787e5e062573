"""Office packages come out the same, whatever made them."""

import datetime as dt
import io
import zipfile
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.reporting import reproducible_package

AS_OF = dt.date(2010, 12, 31)

PROPERTIES = """<?xml version='1.0' encoding='UTF-8' standalone='yes'?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/\
core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dcterms:created xsi:type="dcterms:W3CDTF">{day}T10:11:12Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T10:11:13Z</dcterms:modified>\
</cp:coreProperties>"""


def package(
    *, day: str = "2026-01-02", compression: int = zipfile.ZIP_DEFLATED, backwards: bool = False
) -> bytes:
    """A package such as an Office library writes on a day."""
    parts = {
        "word/document.xml": "<document>Brief</document>" * 1_000,
        "docProps/core.xml": PROPERTIES.format(day=day),
        "_rels/.rels": "<Relationships/>",
        "[Content_Types].xml": "<Types/>",
        "word/media/image1.png": "PNG",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as file:
        for name in sorted(parts, reverse=backwards):
            made = dt.date.fromisoformat(day)
            moment = (made.year, made.month, made.day, 10, 11, 12)
            file.writestr(zipfile.ZipInfo(name, moment), parts[name], compression)
    return data.getvalue()


def rewritten(data: bytes, as_of: dt.date = AS_OF) -> bytes:
    """The package after the pass."""
    out = io.BytesIO()
    reproducible_package(data, out, as_of=as_of)
    return out.getvalue()


def test_moment_order_and_compression_do_not_show() -> None:
    """Packages of equal parts are equal bytes."""
    expected = rewritten(package())

    assert rewritten(package(day="2027-12-31")) == expected
    assert rewritten(package(backwards=True)) == expected
    assert rewritten(package(compression=zipfile.ZIP_STORED)) == expected
    assert rewritten(expected) == expected


def test_the_content_types_stand_first() -> None:
    """Readers that look at the first part to know the kind of package find it there."""
    with zipfile.ZipFile(io.BytesIO(rewritten(package()))) as file:
        assert file.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/media/image1.png",
        ]
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.testzip() is None


def test_the_parts_keep_their_content() -> None:
    """Only the document properties change: dates to the day of the report, and a digest."""
    before, after = (zipfile.ZipFile(io.BytesIO(d)) for d in (package(), rewritten(package())))

    differing = [name for name in after.namelist() if before.read(name) != after.read(name)]
    properties = after.read("docProps/core.xml").decode()

    assert differing == ["docProps/core.xml"]
    known, _, rest = properties.partition("<dc:identifier")
    assert "ssrpolicy:sha256:" in rest
    assert f"{known}{rest.rpartition('</dc:identifier>')[2]}" == PROPERTIES.format(
        day="2010-12-31"
    ).replace("T10:11:12Z", "T00:00:00Z").replace("T10:11:13Z", "T00:00:00Z")


def test_an_early_day_can_be_reported_as_of() -> None:
    """A day before 1980, of which a zip knows nothing, stands in the properties."""
    with zipfile.ZipFile(io.BytesIO(rewritten(package(), dt.date(1815, 3, 16)))) as file:
        assert b"1815-03-16T00:00:00Z" in file.read("docProps/core.xml")


def test_a_stream_is_read_as_bytes_are() -> None:
    """A package can come from an open file."""
    out = io.BytesIO()

    reproducible_package(io.BytesIO(package()), out, as_of=AS_OF)

    assert out.getvalue() == rewritten(package())


def test_what_is_no_package_is_refused() -> None:
    """Bytes that are not a zip, and a zip that names a part twice, are not a package."""
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as file:
        file.writestr("word/document.xml", "een")
        file.writestr("Word/Document.xml", "twee")

    with pytest.raises(ValueError, match="This is not an Office package: it is cut off, or its"):
        rewritten(b"<html>")
    with pytest.raises(ValueError, match=r"names the part word/document\.xml twice"):
        rewritten(twice.getvalue())


NAMES = st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8}){0,2}\.xml", fullmatch=True)


@pytest.mark.slow
@given(st.dictionaries(NAMES, st.binary(max_size=200), min_size=1), st.randoms())
def test_any_package_keeps_its_parts_in_one_order(parts: dict[str, bytes], random: Random) -> None:
    """Whatever the parts, and in whatever order they were written, the bytes are the same."""
    outcomes = set()
    for names in (sorted(parts), random.sample(sorted(parts), len(parts))):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as file:
            for name in names:
                file.writestr(name, parts[name])
        outcomes.add(rewritten(data.getvalue()))

    (outcome,) = outcomes
    with zipfile.ZipFile(io.BytesIO(outcome)) as file:
        assert {name: file.read(name) for name in file.namelist()} == parts
