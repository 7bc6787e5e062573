"""Templates with what must not get into a note: comments, hidden text, objects, links and data."""

from plugins.word.tests.templates import SECRET, SEEN, WML, NoteInTemplate, in_template, root_of

MICROSOFT = "http://schemas.microsoft.com/office"


OLE = "application/vnd.openxmlformats-officedocument.oleObject"


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8000000"
    "0049454e44ae426082"
)


def blip(attributes: str, described: str = "") -> str:
    """A drawing of a picture."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" {described}/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:blipFill><a:blip {attributes}/></pic:blipFill></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def comments(note: str = "Geheim") -> dict[str, tuple[str, bytes]]:
    """Review comments with their authors, as Word keeps them in five parts."""
    who = 'w:author="J. Jansen" w:initials="JJ" w:date="2031-01-01T09:00:00Z"'
    comment = f'<w:comment w:id="0" {who}><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:comment>'
    return {
        "word/comments.xml": (f"{WML}.comments+xml", root_of("w:comments", comment)),
        "word/commentsExtended.xml": (
            f"{WML}.commentsExtended+xml",
            root_of("w15:commentsEx", '<w15:commentEx w15:paraId="00000001"/>'),
        ),
        "word/people.xml": (
            f"{WML}.people+xml",
            root_of("w15:people", '<w15:person w15:author="J. Jansen"/>'),
        ),
    }


def commented() -> NoteInTemplate:
    """A template with a review comment."""
    return in_template(
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Huisstijl.</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
        added=comments(),
        relations={
            "rIdC": ("comments", "comments.xml"),
            "rIdX": (f"{MICROSOFT}/2011/relationships/commentsExtended", "commentsExtended.xml"),
            "rIdP": (f"{MICROSOFT}/2011/relationships/people", "people.xml"),
        },
    )


def hidden() -> NoteInTemplate:
    """Hidden runs and paragraphs, a hidden row, a hidden drawing; what only the web hides stays."""
    vanish = "<w:rPr><w:vanish/></w:rPr>"
    secret = f"<w:r>{vanish}<w:t>Geheim</w:t></w:r>"
    row = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{SECRET}</w:tc></w:tr>"
    return in_template(
        f"<w:p>{secret}<w:r><w:rPr><w:webHidden/></w:rPr><w:t>Huisstijl.</w:t></w:r></w:p>"
        f"<w:p><w:pPr>{vanish}</w:pPr>{secret}</w:p>"
        f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>"
        + blip('r:embed="rIdI"', 'hidden="1" descr="Geheim"'),
        added={"word/media/x.png": ("image/png", PIXEL)},
        relations={"rIdI": ("image", "media/x.png")},
    )


def inserted() -> NoteInTemplate:
    """Whole files that Word would insert when it opens the note."""
    return in_template(
        f'{SEEN}<w:altChunk r:id="rIdA"/><w:subDoc r:id="rIdS"/>',
        added={"word/geheim.html": ("text/html", b"<b>Geheim</b>")},
        relations={
            "rIdA": ("aFChunk", "geheim.html"),
            "rIdS": ("subDocument", "geheim.docx", "External"),
        },
    )


def fetched() -> NoteInTemplate:
    """Pictures that Word would fetch, which tells their owner who reads the note."""
    geheim = "http://geheim.example/p.png"
    return in_template(
        SEEN + blip('r:link="rIdL"')
        + '<w:p><w:r><w:pict><v:shape style="width:9pt"><v:imagedata r:id="rIdV"/></v:shape>'
        f'</w:pict></w:r><w:r><w:pict><v:rect style="width:9pt"><v:fill src="{geheim}"/></v:rect>'
        "</w:pict></w:r></w:p>",
        relations={
            "rIdL": ("image", geheim, "External"),
            "rIdV": ("image", "file://geheim/p.png", "External"),
        },
    )  # fmt: skip


def objects() -> NoteInTemplate:
    """An embedded workbook and a control; the picture that each shows stays."""
    shape = '<v:shape id="s" style="width:9pt"><v:imagedata r:id="rIdI"/></v:shape>'
    return in_template(
        f'{SEEN}<w:p><w:r><w:object w:dxaOrig="1">{shape}'
        '<o:OLEObject ProgID="Package" r:id="rIdO"/></w:object></w:r>'
        f'<w:r><w:object>{shape}<w:control r:id="rIdX" w:name="Geheim"/></w:object>'
        "</w:r></w:p>",
        added={
            "word/media/x.png": ("image/png", PIXEL),
            "word/embeddings/o.bin": (OLE, b"Geheim"),
            "word/activeX/activeX1.xml": ("application/vnd.ms-office.activeX+xml", b"<Geheim/>"),
        },
        relations={
            "rIdI": ("image", "media/x.png"),
            "rIdO": ("oleObject", "embeddings/o.bin"),
            "rIdX": ("control", "activeX/activeX1.xml"),
        },
    )


def linked() -> NoteInTemplate:
    """A link to somebody's disk, next to one to the web."""
    link = '<w:hyperlink r:id="{}"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
    return in_template(
        f"{SEEN}<w:p>{link.format('rIdF', 'Bestand')}{link.format('rIdW', 'Web')}</w:p>",
        relations={
            "rIdF": ("hyperlink", "file:///C:/Geheim/nota.docx", "External"),
            "rIdW": ("hyperlink", "https://www.rijksoverheid.nl/", "External"),
        },
    )


def remote() -> NoteInTemplate:
    """A template of the template, from which Word would load macros."""
    return in_template(
        SEEN,
        settings='<w:attachedTemplate r:id="rId1"/>',
        added={
            "word/_rels/settings.xml.rels": (
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                b'relationships/attachedTemplate" Target="http://geheim.example/Geheim.dotm" '
                b'TargetMode="External"/></Relationships>'
            )
        },
    )


def merged() -> NoteInTemplate:
    """A mail merge with its source, and variables."""
    return in_template(
        SEEN,
        settings='<w:mailMerge><w:connectString w:val="Geheim"/></w:mailMerge><w:docVars>'
        '<w:docVar w:name="a" w:val="Geheim"/><w:docVar w:name="b" w:val="Geheim"/></w:docVars>'
        '<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:writeProtection w:hash="Geheim"/>',
    )


def data() -> NoteInTemplate:
    """Data that nobody sees, and a control that it fills; what the control shows stays."""
    binding = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'
    return in_template(
        f"<w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent>{SEEN}</w:sdtContent></w:sdt>",
        added={"customXml/item7.xml": ("application/xml", b"<minister>Geheim</minister>")},
        relations={"rIdD": ("customXml", "../customXml/item7.xml")},
    )


def blocks() -> NoteInTemplate:
    """Building blocks, which only a template needs."""
    body = f"<w:docPartBody>{SECRET}</w:docPartBody>"
    prompt = '<w:docPartPr><w:types><w:type w:val="bbPlcHdr"/></w:types></w:docPartPr>'
    block = f"<w:docParts><w:docPart>{body}</w:docPart><w:docPart>{prompt}</w:docPart></w:docParts>"
    return in_template(
        SEEN,
        added={
            "word/glossary/document.xml": (
                f"{WML}.document.glossary+xml",
                root_of("w:glossaryDocument", block),
            )
        },
        relations={"rIdG": ("glossaryDocument", "glossary/document.xml")},
    )


def permitted() -> NoteInTemplate:
    """Who may edit what."""
    return in_template(f'<w:permStart w:id="1" w:ed="DOMEIN\\Geheim"/>{SEEN}<w:permEnd w:id="1"/>')


CASES = {
    "1 review comment": commented,
    "4 hidden texts": hidden,
    "2 inserted files": inserted,
    "2 pictures that are fetched": fetched,
    "2 embedded objects": objects,
    "1 link to a file": linked,
    "1 link to another template": remote,
    "1 source of a mail merge and 2 document variables": merged,
    "1 set of data (custom XML)": data,
    "1 building block": blocks,
    "1 permission to edit": permitted,
}
