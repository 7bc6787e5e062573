"""The annex of a letter of which every commitment is done with, in one way or another."""

import datetime as dt
import itertools
from pathlib import Path

import pytest
from docx import Document

import ssrpolicy
from ssrpolicy import ClaimedStatus, Language

WAYS = (ClaimedStatus.FULFILLED, ClaimedStatus.NOT_PURSUED, ClaimedStatus.TRANSFERRED)
TOLD: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Afgedaan volgens het ministerie van Buitenlandse Zaken (1\u00a0mei 2011).",
        "Niet voortgezet volgens het ministerie van Buitenlandse Zaken (2\u00a0mei 2011).",
        "Overgedragen aan het ministerie van Defensie volgens",
    ),
    "en": (
        "Fulfilled according to the Ministry of Foreign Affairs (1\u00a0May 2011).",
        "Not pursued according to the Ministry of Foreign Affairs (2\u00a0May 2011).",
        "Transferred to the Ministry of Defence according to",
    ),
}
NOT_PROVEN: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Bewijs daarvan is niet vastgelegd.",
        "",
        "het ministerie van Buitenlandse Zaken (3\u00a0mei 2011).",
    ),
    "en": (
        "No evidence of this is recorded.",
        "",
        "the Ministry of Foreign Affairs (3\u00a0May 2011).",
    ),
}
DEALT_WITH: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Afgehandeld.",
        "De daarbij gedane toezegging is afgehandeld.",
        "De drie daarbij gedane toezeggingen zijn afgehandeld.",
    ),
    "en": (
        "Closed.",
        "The commitment that goes with this answer is closed.",
        "The three commitments that go with this answer are closed.",
    ),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_done_with_is_told_with_how_and_by_whom(
    language: Language, letter: Path, tmp_path: Path
) -> None:
    """Fulfilled, not pursued and transferred are three things, and none of them is proof."""
    record = ssrpolicy.load(letter)
    commitments = [s.id for s in record.statements if s.kind == "commitment"]
    days = (dt.date(2011, 5, 1) + dt.timedelta(n) for n in itertools.count())
    for id, day, way in zip(commitments, days, itertools.cycle(WAYS), strict=False):
        record = record.with_update(id, date=day, by="nl-bz", claimed=way)
        if way is ClaimedStatus.TRANSFERRED:
            record = record.with_update(id, date=day, by="nl-bz", owners=["nl-defensie"])
    out = tmp_path / "annex.docx"

    ssrpolicy.report(record, "word-annex", out, as_of=dt.date(2011, 12, 31), language=language)

    # The particulars stand in a table, the two kinds of what is finished in one each.
    *_, motions, finished = Document(str(out)).tables
    (motion,) = motions.rows[1:]
    status = motion.cells[-1].text
    assert [words for words in DEALT_WITH[language] if words not in status] == []
    told = tuple(row.cells[-1].text for row in finished.rows[1:])
    whole = zip(TOLD[language], NOT_PROVEN[language], strict=True)
    assert told[:3] == tuple(" ".join(words).strip() for words in whole)
    assert len(told) == len(commitments)
