"""Word documents of very many small pieces: marks of notes, cells, runs, what Word writes twice."""

import io
from collections.abc import Callable
from typing import TypeAlias

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ssrpolicy.errors import InputError
from ssrpolicy.reporting import SourceReading

Read: TypeAlias = Callable[[str, bytes], SourceReading]

_RUN = "<w:r><w:t>a</w:t></w:r>"
_TWICE = f'<w:r><mc:Fallback xmlns:mc="{{}}">{_RUN}</mc:Fallback></w:r>'.format(
    "http://schemas.openxmlformats.org/markup-compatibility/2006"
)
_MARK = '<w:r><w:footnoteReference w:id="3"/></w:r>'
_CELL = "<w:tc><w:p><w:r><w:t> </w:t></w:r></w:p></w:tc>"


def _document(*blocks: str) -> bytes:
    """A document with these blocks, and a last paragraph."""
    made = docx.Document()
    for each in blocks:
        made.element.body.insert(len(made.element.body) - 1, parse_xml(each))
    made.add_paragraph("Hoogachtend,")
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(
    "block, counted, number",
    [
        (f"<w:p {{}}>{_MARK * 100_000}</w:p>", "¹", 100_000),
        (f"<w:p {{}}>{_TWICE}{_RUN * 100_000}</w:p>", "aa", 50_000),
        (f"<w:tbl {{}}><w:tr>{_CELL * 70_000}</w:tr></w:tbl>", "\t", 0),
    ],
    ids=["marks", "runs", "blank-cells"],
)
def test_what_has_very_many_pieces_is_read_in_one_pass(
    read: Read, block: str, counted: str, number: int
) -> None:
    """A pass over all pieces for each of them would take minutes."""
    made = read("docx", _document(block.format(nsdecls("w"))))

    assert made.text.count(counted) == number
    assert made.text.endswith("Hoogachtend,\n")


@pytest.mark.slow
def test_what_has_more_pieces_than_any_letter_is_refused_before_it_is_read(read: Read) -> None:
    """The message names the part and the number of elements that is read."""
    with pytest.raises(InputError, match=r"word/document.xml has more than 300,000 elements"):
        read("docx", _document(f"<w:p {nsdecls('w')}>{_RUN * 150_000}</w:p>"))
