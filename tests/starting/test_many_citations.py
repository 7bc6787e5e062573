"""A paper that cites thousands of others is begun as one that cites a few."""

from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import DocumentKind

NOTES = 4_000
MOTION = "De motie-Jansen c.s. (32 123, nr. 7) is uitgevoerd. "


def documents(text: str, folder: Path) -> tuple[ssrpolicy.Document, ...]:
    """The papers of a new record of a letter with some text, but for the letter itself."""
    source = folder / "brief.txt"
    source.write_text(f"Geachte voorzitter,\n\n{text}\n", encoding="utf-8")
    made = ssrpolicy.new(source, folder / "nieuw").folder
    return ssrpolicy.load(made).documents[1:]


@pytest.mark.heavy
def test_each_of_many_notes_names_its_own_paper(tmp_path: Path) -> None:
    """Words before the mark of a note name what it cites, among thousands as among three."""
    said = "".join(
        f"Dat staat in de {'motie' if at % 2 else 'brief'}{at % 999 + 1} van mei. \n"
        for at in range(NOTES)
    )
    notes = "".join(f"{at % 999 + 1} Kamerstukken II 33 {at:03d}, nr. 8.\n" for at in range(900))
    cited = documents(f"{said}\n\n{notes}", tmp_path)
    assert len(cited) == 900
    assert {each.kind for each in cited} <= {
        DocumentKind.MOTION,
        DocumentKind.LETTER,
        DocumentKind.OTHER,
    }


@pytest.mark.heavy
def test_a_motion_that_is_cited_at_every_turn_is_one_motion(tmp_path: Path) -> None:
    """Of one that is named so often, no decision is read."""
    cited = documents(MOTION * 4_000, tmp_path)
    assert [each.kind for each in cited] == [DocumentKind.MOTION]
    assert cited[0].outcome is None
