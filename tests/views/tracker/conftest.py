"""The record that is tracked."""

import datetime as dt

import pytest

from ssrpolicy.model import (
    Answer,
    Claim,
    Commitment,
    Course,
    Disposition,
    Document,
    DocumentKind,
    EdtfDate,
    Firmness,
    LocalText,
    PaperNumber,
    Party,
    PolicyRecord,
    Relation,
    RelationKind,
    Request,
    Timeframe,
)
from views.tracker.tracked import AFRICAN_UNION, TEXT, quoted

FUND = "Tot dusver is dit fonds qua omvang adequaat gebleken"


@pytest.fixture
def record() -> PolicyRecord:
    """A commitment and a claim of the letter, recorded against the order of reading."""
    return PolicyRecord(
        id="kst-32123-X-124",
        language="nl",
        source="letter",
        documents=(
            Document(
                id="letter",
                kind=DocumentKind.LETTER,
                number=PaperNumber.parse("kst-32123-X-124"),
                date=dt.date(2010, 4, 29),
                session_year="2009-2010",
                text=TEXT,
            ),
            Document(id="motion", kind=DocumentKind.MOTION),
        ),
        requests=(
            Request(
                id="intensify",
                document="motion",
                summary=LocalText(nl="Intensiveren"),
                quotes=quoted("de mogelijkheden om te intensiveren", "motion"),
            ),
            Request(id="report", document="motion", summary=LocalText(en="Report")),
        ),
        statements=(
            Claim(id="fund-adequate", summary=LocalText(nl="Fonds volstaat"), quotes=quoted(FUND)),
            Commitment(
                id="african-union",
                summary=LocalText(nl="De AU steunen", en="Support the AU"),
                quotes=quoted(AFRICAN_UNION),
                owners=("nl-bz", "unit"),
                firmness=Firmness.CONDITIONAL,
                course=Course.ONCE,
                cue="zal dit proces waar mogelijk",
                timeframe=Timeframe(phrase="voor de zomer", date=EdtfDate("2010-06-20")),
                relations=(
                    Relation(kind=RelationKind.REPEATS, target="kst-32123-X-80"),
                    Relation(kind=RelationKind.AMENDS, target="other#elsewhere"),
                ),
            ),
        ),
        dispositions=(
            Disposition(
                request="intensify",
                document="letter",
                answer=Answer.DECLINED,
                scope=LocalText(nl="in algemene zin"),
                because=("fund-adequate",),
                by=("african-union",),
            ),
            Disposition(request="intensify", document="letter", answer=Answer.CONDITIONAL),
        ),
        parties=(Party(id="unit", name=LocalText(nl="eenheid", en="unit")),),
    )
