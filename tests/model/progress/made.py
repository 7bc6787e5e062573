"""A record of one commitment, and updates of it."""

import datetime as dt

from ssrpolicy.model import (
    Answer,
    Claim,
    ClaimedStatus,
    Commitment,
    Course,
    Disposition,
    Document,
    DocumentKind,
    EdtfDate,
    EvidenceStatus,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
    Progress,
    Timeframe,
    Update,
)

QUOTE = Passage(document="letter", quote="zal dit proces waar mogelijk ondersteunen")
SUMMARY = LocalText(nl="Nederland ondersteunt de Afrikaanse Unie waar mogelijk.")


def day(text: str) -> dt.date:
    """Return a day from its ISO form."""
    return dt.date.fromisoformat(text)


def term(phrase: str, date: str | None = None) -> Timeframe:
    """Return a term with a phrase and perhaps a date."""
    return Timeframe(phrase=phrase, date=None if date is None else EdtfDate(date))


def a_record(
    *updates: Update, timeframe: Timeframe | None = None, course: Course = Course.ONCE
) -> PolicyRecord:
    """Return a record of a commitment and a claim, with these updates."""
    return PolicyRecord(
        id="kst-32123-X-124",
        language="nl",
        source="letter",
        documents=(
            Document(id="letter", kind=DocumentKind.LETTER),
            Document(id="report", kind=DocumentKind.REPORT, date=dt.date(2010, 11, 2)),
            Document(id="evaluation", kind=DocumentKind.EVALUATION, date=dt.date(2011, 8, 1)),
        ),
        statements=(
            Commitment(
                id="african-union",
                summary=SUMMARY,
                quotes=(QUOTE,),
                owners=("nl",),
                firmness=Firmness.CONDITIONAL,
                course=course,
                cue="zal dit proces waar mogelijk",
                timeframe=timeframe,
            ),
            Claim(id="fund-adequate", summary=SUMMARY, quotes=(QUOTE,)),
        ),
        dispositions=(
            Disposition(
                request="intensify",
                document="letter",
                answer=Answer.DECLINED,
                because=("fund-adequate",),
            ),
        ),
        updates=updates,
    )


def said(status: ClaimedStatus, date: str, document: str | None = None) -> Update:
    """Return an update that says a status."""
    return Update(
        statement="african-union", date=day(date), by="nl-bz", claimed=status, document=document
    )


def shown(
    status: EvidenceStatus, date: str, statement: str = "african-union", document: str | None = None
) -> Update:
    """Return an update in which evidence shows something."""
    return Update(
        statement=statement, date=day(date), by="auditor", evidence=status, document=document
    )


def as_of(record: PolicyRecord, date: str) -> Progress:
    """Return where the commitment stands as of a date."""
    return record.progress("african-union", as_of=day(date))
