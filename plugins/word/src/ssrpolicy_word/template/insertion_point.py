"""Where a document goes in a template: at the bookmark ``ssrpolicy``, or at its end."""

from itertools import count, takewhile

from attrs import frozen
from lxml import etree

from ssrpolicy import OptionError
from ssrpolicy_word.messages import _
from ssrpolicy_word.parts import W, halves, whole_number, with_prefixes
from ssrpolicy_word.template.default import TEXT_WIDTH

BOOKMARK = "ssrpolicy"
_HERE = "ssrpolicy-here"
# A cell of a table has a margin on both sides, which its width includes.
_CELL_MARGINS = 216
# In a narrower place a table cannot be read; it goes over the edge, where that is seen.
_NARROWEST = 2835
# Word takes no wider page: 22 inches.
_WIDEST = 31_680
# What a paragraph can show or do besides its text.
_SHOWN = tuple(
    map(
        W,
        (
            "drawing", "pict", "object", "fldSimple", "instrText", "sectPr", "sdt", "sym", "ptab",
            "footnoteReference", "endnoteReference",
        ),
    )
)  # fmt: skip
_HOLDERS = {W("body"), W("tc"), W("sdtContent")}


@frozen(kw_only=True)
class InsertionPoint:
    """The text of a template before and after the document.

    ``width`` is how many twips wide its tables can be; ``notes`` how many footnotes of the
    template come before it; ``marks`` the highest id of a bookmark; ``closed`` whether a
    paragraph follows, so that a table can stand right before it.
    """

    before: bytes
    after: bytes
    width: int
    notes: int
    marks: int
    closed: bool


def mark_insertion_point(root: etree._Element, template: str) -> etree._Element:
    """Mark in the main part of a template where the document goes, and take the bookmark out.

    Raises OptionError for a bookmark in a text box, where no footnote can stand.
    """
    body = next(root.iter(W("body")))
    _set_apart(root)
    here = etree.ProcessingInstruction(_HERE)
    marks = list(root.iter(W("bookmarkStart")))
    mark = next((m for m in marks if m.get(W("name"), "").casefold() == BOOKMARK), None)
    if mark is not None:
        _put_at(mark, here, template)
    else:
        _put_at_end(body, here)
    return here


def find_insertion_point(root: etree._Element, template: str) -> InsertionPoint:
    """Return where the document goes in the main part of a template, as it was marked there."""
    here = next(root.iter(etree.ProcessingInstruction), None)
    if here is None:
        here = mark_insertion_point(root, template)
    following = here.getnext()
    ids = [whole_number(each.get(W("id"))) or 0 for each in root.iter(W("bookmarkStart"))]
    width, notes = _width(here), _notes_before(root, here)
    before, after = halves(with_prefixes(root), here)
    return InsertionPoint(
        before=before,
        after=after,
        width=width,
        notes=notes,
        marks=max(ids, default=0),
        closed=following is not None and following.tag == W("p"),
    )


def _set_apart(root: etree._Element) -> None:
    """Rename the bookmarks of an earlier document of ours that became a template."""
    marks = (mark.get(W("name"), "").partition("_") for mark in root.iter(W("bookmarkStart")))
    taken = {name for name, sign, _ in marks if sign}
    if BOOKMARK not in taken:
        return
    number = next(number for number in count(1) if f"{BOOKMARK}{number}" not in taken)
    ours, theirs = f"{BOOKMARK}_", f"{BOOKMARK}{number}_"
    for tag, name in (("bookmarkStart", W("name")), ("hyperlink", W("anchor"))):
        for element in root.iter(W(tag)):
            if element.get(name, "").startswith(ours):
                element.set(name, element.get(name, "").replace(ours, theirs, 1))
    for instruction in root.iter(W("instrText")):
        instruction.text = (instruction.text or "").replace(f" {ours}", f" {theirs}")


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


# -- where the document goes ---------------------------------------------------------------------


def _put_at_end(body: etree._Element, here: etree._Element) -> None:
    """After the last text, without the empty paragraphs with which Word ends a document."""
    section = body.find(W("sectPr"))
    if section is None:
        body.append(here)
    else:
        section.addprevious(here)
    for block in list(takewhile(_is_empty, here.itersiblings(preceding=True))):
        body.remove(block)


def _put_at(mark: etree._Element, here: etree._Element, template: str) -> None:
    """After the paragraph with the bookmark; the text that it covers is taken out."""
    if any(each.tag == W("txbxContent") for each in mark.iterancestors()):
        raise OptionError(
            _(
                "The bookmark {bookmark} of the template {template} stands in a text box, in "
                "which Word allows no footnotes.",
                bookmark=BOOKMARK,
                template=template,
            ),
            hint=_("Set it in a paragraph of the text, or in a cell of a table."),
        )
    first, root = _block(mark), mark.getroottree().getroot()
    holder, id = first.getparent(), mark.get(W("id"))
    first.addnext(here)
    ends = [end for end in root.iter(W("bookmarkEnd")) if end.get(W("id")) == id]
    last = _block(ends[0]) if ends else first
    # A bookmark that begins and ends in different cells covers no text that can be taken out.
    if ends and last.getparent() is holder:
        _take_out(mark, ends[0], first, last)
    for element in (mark, *ends):
        _remove(element)
    for block in {first, last}:
        if block.getparent() is not None and _is_empty(block):
            _remove(block)


def _take_out(
    mark: etree._Element, end: etree._Element, first: etree._Element, last: etree._Element
) -> None:
    """Remove the elements between the two marks, except the end of a section."""
    if first is last:
        covered = _after(mark, until=end)
    else:
        blocks = _after(first, until=last)
        covered = [each for each in blocks if next(each.iter(W("sectPr")), None) is None]
        covered += _after(mark) if mark is not first else []
        if end is not last:
            before = end.itersiblings(preceding=True)
            covered += [each for each in before if each.tag != W("pPr")]
    for element in covered:
        _remove(element)


def _after(element: etree._Element, until: etree._Element | None = None) -> list[etree._Element]:
    """The siblings after an element; nothing where ``until`` is not among them."""
    found: list[etree._Element] = []
    for each in element.itersiblings():
        if each is until:
            return found
        if isinstance(each.tag, str):
            found.append(each)
    return found if until is None else []


def _block(mark: etree._Element) -> etree._Element:
    """The paragraph or other block of the text, of a cell or of a control, that a mark is in."""
    block = mark
    parent = block.getparent()
    while parent is not None and not _holds_blocks(parent):
        block, parent = parent, parent.getparent()
    return block


def _holds_blocks(element: etree._Element) -> bool:
    if element.tag not in _HOLDERS:
        return False
    if element.tag != W("sdtContent"):
        return True
    control = element.getparent()
    # A control for a line of text holds no paragraphs, nor does one within a paragraph.
    if control is None or control.find(f"{W('sdtPr')}/{W('text')}") is not None:
        return False
    above = control.getparent()
    return above is not None and _holds_blocks(above)


def _is_empty(block: etree._Element) -> bool:
    """Whether a block is a paragraph that shows nothing."""
    if block.tag != W("p") or next(block.iter(*_SHOWN), None) is not None:
        return False
    return not any((text.text or "").strip() for text in block.iter(W("t")))


# -- what is around it ---------------------------------------------------------------------------


def _notes_before(root: etree._Element, here: etree._Element) -> int:
    """How many numbered footnotes come before the place."""
    found = 0
    for element in root.iter(W("footnoteReference"), etree.ProcessingInstruction):
        if element is here:
            break
        found += element.tag == W("footnoteReference") and not element.get(W("customMarkFollows"))
    return found


def _width(here: etree._Element) -> int:
    """The width of the text at the place, in twips."""
    width = TEXT_WIDTH
    for element in here.iterancestors(W("tc"), W("body")):
        if element.tag == W("tc"):
            given = element.find(f"{W('tcPr')}/{W('tcW')}")
            if given is not None and given.get(W("type")) == "dxa":
                width = _number(given, "w", width) - _CELL_MARGINS
                break
        elif (section := _section(here, element)) is not None:
            width = _column(section)
    return max(width, _NARROWEST)


def _section(here: etree._Element, body: etree._Element) -> etree._Element | None:
    """The settings of the section that a place is in: the first that are given after it."""
    block = here
    while (parent := block.getparent()) is not None and parent is not body:
        block = parent
    for each in block.itersiblings():
        if (section := next(each.iter(W("sectPr")), None)) is not None:
            return section
    return None


def _column(section: etree._Element) -> int:
    """The width of one column of a section."""
    size, margins = section.find(W("pgSz")), section.find(W("pgMar"))
    columns = section.find(W("cols"))
    if size is None or margins is None:
        return TEXT_WIDTH
    width = _number(size, "w", 0) - sum(_number(margins, s, 0) for s in ("left", "right", "gutter"))
    count = max(_number(columns, "num", 1), 1)
    return (width - (count - 1) * _number(columns, "space", 720)) // count


def _number(element: etree._Element | None, name: str, default: int) -> int:
    number = None if element is None else whole_number(element.get(W(name)))
    return default if number is None else min(number, _WIDEST)
