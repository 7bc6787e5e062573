"""The gate before every Office package: what is absurd is refused in a moment, with its part."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from ssrpolicy.errors import InputError
from ssrpolicy.reporting import PackageLimits, check_office_package
from tables import each_case

SHEET = "xl/worksheets/sheet1.xml"
FORMAT = "<conditionalFormatting><cfRule/></conditionalFormatting>"


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip with these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_a_sound_package_gives_the_names_of_its_parts() -> None:
    """What is sound passes, whether it comes as bytes or as a stream left at its start."""
    data = package({"[Content_Types].xml": "<Types/>", SHEET: "<worksheet/>", "a.bin": b"\x00<"})
    stream = io.BytesIO(data)

    assert check_office_package(data, called="The workbook") == (
        "[Content_Types].xml",
        SHEET,
        "a.bin",
    )
    assert check_office_package(stream, called="The workbook")
    assert stream.tell() == 0


def test_many_lists_of_a_file_that_lived_long_are_read() -> None:
    """What is counted are the lists, not the levels and signs that each has."""
    level = "<w:lvl><w:start/><w:numFmt/><w:lvlText/><w:lvlJc/><w:pPr/><w:rPr/></w:lvl>"
    lists = f"<w:abstractNum>{level * 9}</w:abstractNum><w:num/>" * 600
    numbering = f'<w:numbering xmlns:w="w">{lists}</w:numbering>'

    assert check_office_package(package({"word/numbering.xml": numbering}), called="The letter")


@pytest.mark.heavy
@pytest.mark.parametrize(
    "parts, words",
    [
        ({"xl/styles.xml": f"<s>{'<xf/>' * 1_100_000}</s>"}, "xl/styles.xml has more than"),
        ({"word/document.xml": f"<d>{'<p/>' * 1_100_000}</d>"}, "document.xml has more than"),
        ({"xl/styles.xml": f'<s><numFmt code="{"[" * 9_000}"/></s>'}, "an attribute of more"),
        ({"xl/workbook.xml": f"<w><n>{chr(39) * 9_000}</n></w>"}, "a text of more than"),
        ({"word/document.xml": f"{'<a>' * 300}{'</a>' * 300}"}, "inside each other"),
        ({f"part{n}.bin": b"" for n in range(5_001)}, "it has 5,001 parts"),
        (
            {SHEET: "".join(f'<row><c r="XFD{n}"/></row>' for n in range(40, 60_000))},
            "sheet1.xml has 59,960 rows up to column XFD",
        ),
        ({SHEET: "0" * (32 << 20)}, "would take 32 MiB unzipped"),
        ({SHEET: f"<t>{'0' * (3 << 20)}</t>"}, "a text of more than 1,048,576 characters"),
        ({"word/styles.xml": f"<s>{'<style/>' * 6_000}</s>"}, "styles.xml has more than 5,000"),
        (
            {"xl/workbook.xml": f"<w>{'<definedName/>' * 6_000}</w>"},
            "workbook.xml has more than 5,000",
        ),
        ({SHEET: "<row/>" * 260_000}, "sheet1.xml has 260,000 rows"),
        ({SHEET: FORMAT * 75_001}, "has 75,001 columns, merged cells"),
    ],
    ids=[
        "formats",
        "paragraphs",
        "format",
        "name",
        "deep",
        "parts",
        "far",
        "burst",
        "cell",
        "styles",
        "names",
        "rows",
        "merged",
    ],
)
def test_what_is_absurdly_large_is_refused_with_its_part(
    parts: Mapping[str, str | bytes], words: str
) -> None:
    """Elements, attributes, texts, depth, parts, far cells and what bursts are bounded."""
    with pytest.raises(InputError) as refused:
        check_office_package(package(parts), called="The workbook")
    assert str(refused.value).startswith("The workbook is absurdly large: ")
    assert words in str(refused.value)


def test_a_package_that_passed_is_looked_through_again_where_it_or_the_limits_differ() -> None:
    """Of two readers of one file the second asks what the first did, and less where it says so."""
    sound, strict = package({"a.xml": "<a><b/><b/></a>"}), PackageLimits(elements=2)
    again = [check_office_package(sound, called="The workbook") for _ in range(2)]
    assert again == [("a.xml",), ("a.xml",)]

    with pytest.raises(InputError, match="more than 2 elements"):
        check_office_package(sound, called="The workbook", limits=strict)
    with pytest.raises(InputError, match="is not XML"):
        check_office_package(package({"a.xml": "<a><b/><b/>"}), called="The workbook")


def test_what_reads_within_seconds_is_read() -> None:
    """Merged cells cost less than formats with a rule, and those of years of use are many."""
    merged = '<x:mergeCell ref="A1:B2"/>' * 60_000
    check_office_package(package({SHEET: FORMAT * 60_000 + merged}), called="The workbook")


@pytest.mark.heavy
@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "word/document.xml"])
def test_a_text_is_measured_wherever_it_stands(part: str) -> None:
    """A part that is read piece by piece is bounded as another is, to the character."""
    most = PackageLimits().text
    for text in ("0" * most, "é" * most):
        check_office_package(package({part: f"<s><t>{text}</t></s>"}), called="The workbook")
    for before, length in (("", most + 1), ("<a/>" * 90_000, 2 * most - 100), ("<b a='>'/>", most)):
        text = "0" * (length - 1) + "é>"
        for top in ("", "<sheetData></sheetData>"):
            sheet = package({part: f"<s>{top}{before}<t>{text}</t></s>"})
            with pytest.raises(InputError, match="a text of more than 1,048,576 characters"):
                check_office_package(sheet, called="The workbook")
    for divides in ("<!--<a>-->", "<![CDATA[<a>]]>", "<?x <a?>"):
        text = f"{'0' * 600_000}{divides}{'0' * 600_000}"
        with pytest.raises(InputError, match="a text of more than 1,048,576 characters"):
            check_office_package(package({part: f"<s><t>{text}</t></s>"}), called="The workbook")
    strict = PackageLimits(text=9)
    with pytest.raises(InputError, match="a text of more than 9 characters"):
        check_office_package(package({part: f"<t>{'0' * 10}</t>"}), called="It", limits=strict)


@pytest.mark.heavy
def test_cells_listed_below_the_rows_are_bounded() -> None:
    """A library makes something of each cell that a format or a validation lists."""
    cells = " ".join(map(str, range(2_500_000)))
    sheet = f"<sheetData></sheetData><dataValidation sqref='{cells}'/>"
    with pytest.raises(InputError, match="very many cells in one of them"):
        check_office_package(package({SHEET: sheet}), called="The workbook")


@each_case(
    "data, words",
    [
        (b"", "The file is empty"),
        (b"PK\x03\x04 and no more", "is damaged or incomplete"),
        (b"%PDF-1.7", "is not an Office file"),
        (rb"{\rtf1\ansi Een brief.}", "is RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is in the old form of Excel or Word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is encrypted with a password",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "DRMEncryptedDataSpace EncryptedPackage".encode("utf-16-le"),
            "is encrypted by a sensitivity label",
        ),
        (package({"a.xml": "<a>"}), "its part a.xml is not XML"),
        (package({"a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares XML entities"),
        (package({SHEET: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares XML entities"),
        (package({"a.xml": "<a/>", "A.xml": "<a/>"}), "it names a part twice"),
    ],
)
def test_what_is_not_a_sound_package_is_refused_as_what_it_is(data: bytes, words: str) -> None:
    """Empty, cut off, encrypted, labelled, old, not XML: each is called by its name."""
    with pytest.raises(InputError) as refused:
        check_office_package(data, called="The template")
    assert words in str(refused.value)


def test_limits_can_be_set_by_who_reads_less() -> None:
    """A reader of small files may allow fewer parts than a reader of large ones."""
    data = package({"a.xml": "<a/>", "b.xml": "<b/>"})

    with pytest.raises(InputError, match="it has 2 parts"):
        check_office_package(data, called="The form", limits=PackageLimits(parts=1))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml"])
def test_a_streamed_part_in_another_encoding_is_refused(part: str, encoding: str) -> None:
    """In another encoding a document type or a far cell would pass unseen."""
    hidden = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'.encode(encoding)

    with pytest.raises(InputError, match="is not written in UTF-8, in its part"):
        check_office_package(package({part: hidden}), called="The workbook")


@each_case(
    "kind, refused",
    [
        ("officeDocument", True),
        ("worksheet", True),
        ("sharedStrings", True),
        ("styles", True),
        ("hyperlink", False),
        ("image", False),
        ("attachedTemplate", False),
        ("externalLinkPath", False),
    ],
)
@each_case("mode", ["External", "external"])
def test_a_part_of_the_file_that_is_outside_it_is_refused(
    kind: str, mode: str, *, refused: bool
) -> None:
    """Also where a part of that name is there; what may be elsewhere is left to who reads it."""
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="r1" Type="{types}/{kind}" Target="xl/workbook.xml"'
    data = package(
        {
            "_rels/.rels": f'<Relationships>{relation} TargetMode="{mode}"/></Relationships>',
            "xl/workbook.xml": "<workbook/>",
        }
    )
    if not refused:
        assert check_office_package(data, called="The workbook")
        return
    with pytest.raises(InputError) as error:
        check_office_package(data, called="The workbook")
    assert f"names a part of itself ({kind}) that is outside the file" in error.value.message
