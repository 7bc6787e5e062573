"""What becomes of a template's parts: kept as they were, put right, or left out."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

import ssrpolicy
from ssrpolicy import OptionError
from ssrpolicy.reporting import InputFile
from ssrpolicy.testing import small_record

pytestmark = pytest.mark.heavy

TYPES = "[Content_Types].xml"
LINKS = "word/_rels/document.xml.rels"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# White space that any program which writes XML anew would change.
ITEM = b"<?xml version='1.0'?>\n<minister  name = 'Wolken' >\n\n</minister>\n"
LAST = b"</Relationships>"


def related(parts: Mapping[str, bytes], *relations: str) -> dict[str, bytes]:
    """The parts, with more relations of the main one."""
    added = "".join(f"<Relationship {each}/>" for each in relations)
    links = parts[LINKS].replace(b"</Relationships>", f"{added}</Relationships>".encode())
    return {**parts, LINKS: links}


def filled(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a note in a template with these parts."""
    packed, out = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    template = InputFile(name="huisstijl.dotx", data=packed.getvalue())
    day, options = dt.date(2011, 4, 1), {"template": template}
    ssrpolicy.report(small_record(), "word-dossier", out, as_of=day, options=options)
    assert docx.Document(out).paragraphs[0].text.startswith("Huisstijl.")
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_picture(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts, with a drawing in the text of what the relation rIdC leads to."""
    space = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    drawing = f'<w:r><w:pict {space}><v:imagedata r:id="rIdC"/></w:pict></w:r></w:p>'
    body = parts["word/document.xml"].replace(b"</w:p>", drawing.encode(), 1)
    types = parts[TYPES].replace(
        b"</Types>", b'<Default Extension="emf" ContentType="image/x-emf"/></Types>'
    )
    return {**parts, "word/document.xml": body, TYPES: types}


def test_a_part_that_is_not_ours_stays_byte_for_byte(parts: Mapping[str, bytes]) -> None:
    """The theme, and a picture, are in the note as they were in the template."""
    picture = f'Id="rIdC" Type="{KINDS}/image" Target="media/logo.emf"'
    note = filled(related({**with_picture(parts), "word/media/logo.emf": ITEM}, picture))
    assert note["word/media/logo.emf"] == ITEM
    assert note["word/theme/theme1.xml"] == parts["word/theme/theme1.xml"]


def test_a_part_that_nothing_leads_to_is_left_out(parts: Mapping[str, bytes]) -> None:
    """No program would open it, so that nobody knows what it gives away."""
    note = filled({**parts, "word/vergeten.xml": ITEM})
    assert [name for name in note if "vergeten" in name] == []
    assert b"vergeten" not in note[TYPES]


@pytest.mark.parametrize(
    "target, name",
    [
        ("../word/MEDIA/Logo.emf", "word/media/logo.emf"),
        ("media/een%20beeld.emf", "word/media/een beeld.emf"),
        ("media/een%20beeld.emf", "word/media/een%20beeld.emf"),
        ("/media/logo.emf", "media/logo.emf"),
    ],
)
def test_a_part_is_found_under_what_programs_make_of_its_name(
    parts: Mapping[str, bytes], target: str, name: str
) -> None:
    """Capitals and escapes differ between programs; Word finds the part, and so does the note."""
    relation = f'Id="rIdC" Type="{KINDS}/image" Target="{target}"'
    note = filled(related({**with_picture(parts), name: ITEM}, relation))
    assert note[name] == ITEM


def test_a_relation_that_leads_nowhere_does_no_harm(parts: Mapping[str, bytes]) -> None:
    """A link within the text stays; what would have shown something is dropped, with its sign."""
    link = b'<w:hyperlink r:id="rIdL"><w:r><w:t>Bijlage</w:t></w:r></w:hyperlink></w:p>'
    drawn = with_picture(parts)
    drawn["word/document.xml"] = (
        drawn["word/document.xml"].replace(b"rIdC", b"rIdP").replace(b"</w:p>", link, 1)
    )
    note = filled(
        related(
            drawn,
            f'Id="rIdL" Type="{KINDS}/hyperlink" Target="#bijlage"',
            f'Id="rIdP" Type="{KINDS}/image" Target="NULL"',
            f'Id="rIdW" Type="{KINDS}/webExtension" Target="../weg.xml"',
            f'Type="{KINDS}/webExtension" Target="styles.xml"',
        )
    )
    kept = {each.get("Id"): each.get("Target") for each in parse_xml(note[LINKS])}
    assert kept.get("rIdL") == "#bijlage"
    assert {"rIdP", "rIdW", None} & set(kept) == set()
    assert b"imagedata" not in note["word/document.xml"]


@pytest.mark.parametrize(
    "part, old, new, words",
    [
        (TYPES, b"styles+xml", b"other+xml", r"word/styles\.xml is not declared as styles"),
        ("word/styles.xml", b"w:styles", b"w:fonts", r"word/styles\.xml is named as styles, and"),
        (LINKS, LAST, b'<Relationship Id="r" Type="{}/footer" Target="styles.xml"/>',
         r"word/styles\.xml is not declared as footer"),
        (LINKS, LAST, b'<Relationship Id="r" Type="{}/styles" Target="styles.xml"/>',
         r"word/_rels/document\.xml\.rels leads to 2 parts as styles"),
        ("_rels/.rels", LAST,
         b'<Relationship Id="r" Type="{}/officeDocument" Target="word/document.xml"/>',
         r"_rels/\.rels leads to 2 parts as officeDocument"),
        (LINKS, b"Relationships", b"Relations", r"document\.xml\.rels does not hold relations"),
        (LINKS, KINDS.encode(), b"http://purl.oclc.org/ooxml/officeDocument", "Strict Open XML"),
        ("word/document.xml", b"</w:body>", b"</w:body><w:body/>", "has more than one body"),
    ],
)  # fmt: skip
def test_a_part_that_is_not_what_it_is_named_as_is_refused(
    parts: Mapping[str, bytes], part: str, old: bytes, new: bytes, words: str
) -> None:
    """Word would call such a file damaged; the error names the part."""
    put = new.replace(b"{}", KINDS.encode()) + (old if old == LAST else b"")
    changed = parts[part].replace(old, put)
    assert changed != parts[part]
    with pytest.raises(OptionError, match=words):
        filled({**parts, part: changed})


def test_styles_without_an_id_of_their_own_are_left_out(parts: Mapping[str, bytes]) -> None:
    """No text could have them; the note has those of the built-in house style."""
    plain = parts["word/styles.xml"]
    unnamed = plain.replace(b' w:styleId="Heading1"', b"").replace(b'"Heading2"', b'"Title"')
    styles = parse_xml(filled({**parts, "word/styles.xml": unnamed})["word/styles.xml"])
    ids = [each.get(qn("w:styleId")) for each in styles.iter(qn("w:style"))]
    assert None not in ids
    assert len(ids) == len(set(ids))


def test_an_endless_chain_of_parts_is_refused(parts: Mapping[str, bytes]) -> None:
    """A file that leads from part to part two thousand times is not a house style."""
    chain = {}
    for number in range(2000):
        chain[f"x/{number}.xml"] = b"<x/>"
        chain[f"x/_rels/{number}.xml.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r" Type="{KINDS}/theme" Target="{number + 1}.xml"/>'
            "</Relationships>"
        ).encode()
    first = f'Id="rIdC" Type="{KINDS}/theme" Target="../x/0.xml"'
    with pytest.raises(OptionError, match="cannot be opened as a Word document"):
        filled(related({**parts, **chain}, first))


def test_a_template_without_such_parts_gets_them(parts: Mapping[str, bytes]) -> None:
    """Styles, lists and footnotes are put in, each under a name that is free."""
    bare = parts[LINKS]
    for name in ("numbering", "settings", "styles"):
        at = bare.index(f"relationships/{name}".encode())
        start, end = bare.rindex(b"<Relationship ", 0, at), bare.index(b"/>", at) + 2
        bare = bare[:start] + bare[end:]
    taken = f'Id="rIdC" Type="{KINDS}/theme" Target="footnotes.xml"'
    given = related({**parts, LINKS: bare, "word/footnotes.xml": ITEM}, taken)
    note = filled(given)
    assert note["word/footnotes.xml"] == ITEM
    assert b"<w:footnoteRef/>" in note["word/footnotes2.xml"]
    assert b"<w:abstractNum " in note["word/numbering.xml"]
    assert b"<w:style " in note["word/styles.xml"]
