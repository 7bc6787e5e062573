"""The note on the letter as a reader goes over it: paragraph by paragraph, with its style."""

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from ssrpolicy import Language, PolicyRecord


def projection(paragraphs: list[Paragraph]) -> str:
    """Each paragraph on a line of its own, behind the name of its style."""
    lines = []
    for paragraph in paragraphs:
        style = paragraph.style.name if paragraph.style is not None else None
        text = paragraph.text.replace("\t", " → ").replace("\n", " ⏎ ")
        lines.append(f"{style}: {text}\n")
    return "".join(lines)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_note_on_the_letter_reads_as_it_was_approved(
    records: dict[str, PolicyRecord],
    opened: Callable[..., Document],
    paragraphs: Callable[[Document], list[Paragraph]],
    golden: Callable[[str, str], None],
    language: Language,
) -> None:
    """Every word of it was read by somebody; a change is read again before it is kept."""
    note = opened(records["kst-32123-X-124"], language)
    golden(f"kst-32123-X-124-{language}.txt", projection(paragraphs(note)))
