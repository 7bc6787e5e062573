"""Records to try a reporter on, all without errors: empty, small and large."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from decimal import Decimal

import attrs

from ssrpolicy.model.documents import Document, Passage
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.parties import Party, Place, Sector
from ssrpolicy.model.progress import Update
from ssrpolicy.model.quantities import Quantity
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import (
    Claim,
    Commitment,
    Condition,
    Engagement,
    Position,
    Statement,
)
from ssrpolicy.model.texts import LocalText
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.model.vocabulary import (
    Answer,
    ClaimedStatus,
    Course,
    DocumentKind,
    EvidenceStatus,
    Firmness,
    InstrumentKind,
)

NOTED = dt.date(2011, 3, 1)
"""The day of the updates in the samples."""


def both(text: str) -> LocalText:
    """Return a text in both languages, the English marked at its end."""
    return LocalText(nl=text, en=f"{text} (en)")


def quoted(words: str) -> tuple[Passage, ...]:
    """Return a quote from the letter of the samples."""
    return (Passage(document="letter", quote=words),)


def letter_of(sentences: Iterable[str], number: str) -> Document:
    """Return a letter under a paper number whose text is these sentences, a paragraph each."""
    text = "\n\n".join(sentences) + "\n"
    return Document(
        id="letter",
        kind=DocumentKind.LETTER,
        number=PaperNumber.parse(number),
        title=LocalText(nl="Brief over de brandweer", en="Letter on the fire service"),
        date=dt.date(2010, 4, 29),
        authors=("ministry",),
        language="nl",
        file="sources/letter.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )


def empty_record() -> PolicyRecord:
    """Return a record of a letter in which nothing was recorded yet."""
    return PolicyRecord(
        id="empty",
        language="nl",
        source="letter",
        documents=(Document(id="letter", kind=DocumentKind.LETTER),),
    )


def small_record() -> PolicyRecord:
    """Return a record with one entry of every kind, and a little history."""
    said = {
        "asked": "De Kamer verzoekt de regering te rapporteren over de brandweer.",
        "report": "Ik zal u voor 1 juni 2011 berichten over de 153 brandweerlieden.",
        "need": "Voorwaarde is dat de gemeente erom vraagt.",
        "view": "De regering hecht aan een goede brandweer.",
        "claim": "Tot dusver was het brandweerfonds toereikend.",
        "work": "Op dit moment werken drie ploegen in Voorbeeldstad.",
        "fund": "Het brandweerfonds betaalt de ladders.",
    }
    statements: tuple[Statement, ...] = (
        Commitment(
            id="report",
            summary=LocalText(nl="Bericht over de brandweer", en="Report on the fire service"),
            quotes=quoted(said["report"]),
            owners=("ministry",),
            places=("voorbeeldstad",),
            sectors=("fire",),
            needs=("need",),
            uses=("fund",),
            quantities=(Quantity(exactly=Decimal(153), unit="person"),),
            timeframe=Timeframe(phrase="voor 1 juni 2011", date=EdtfDate("2011-05-31")),
            firmness=Firmness.FIRM,
            course=Course.ONCE,
            cue="zal",
            doubt=LocalText(nl="Het bericht kan mondeling zijn.", en="It may be given orally."),
        ),
        Condition(
            id="need",
            summary=LocalText(nl="De gemeente vraagt erom", en="The town asks for it"),
            quotes=quoted(said["need"]),
        ),
        Position(
            id="view",
            summary=LocalText(nl="Een goede brandweer is van belang"),
            quotes=quoted(said["view"]),
        ),
        Claim(
            id="claim",
            summary=LocalText(en="The fund has been sufficient"),
            quotes=quoted(said["claim"]),
        ),
        Engagement(
            id="work",
            summary=LocalText(nl="Drie ploegen in Voorbeeldstad", en="Three crews in Exampleton"),
            quotes=quoted(said["work"]),
            places=("voorbeeldstad",),
            quantities=(
                Quantity(exactly=Decimal(3), unit="team", of=LocalText(nl="ploegen", en="crews")),
            ),
        ),
    )
    return PolicyRecord(
        id="small",
        language="nl",
        source="letter",
        title=LocalText(nl="De brandweer", en="The fire service"),
        documents=(letter_of(said.values(), "kst-99001-124"),),
        requests=(
            Request(
                id="asked",
                document="letter",
                summary=LocalText(nl="Rapporteer over de brandweer", en="Report on the service"),
                quotes=quoted(said["asked"]),
            ),
        ),
        statements=statements,
        dispositions=(
            Disposition(
                request="asked",
                document="letter",
                answer=Answer.PROMISED,
                by=("report",),
                because=("claim",),
            ),
        ),
        instruments=(
            Instrument(
                id="fund",
                kind=InstrumentKind.FUND,
                name=LocalText(nl="Brandweerfonds", en="Fire service fund"),
                owners=("ministry",),
                quotes=quoted(said["fund"]),
            ),
        ),
        updates=(
            Update(
                statement="report",
                date=NOTED,
                by="ministry",
                claimed=ClaimedStatus.IN_PROGRESS,
                note=LocalText(nl="Het bericht is in concept.", en="The report is in draft."),
            ),
            Update(
                statement="claim",
                date=NOTED,
                by="ministry",
                evidence=EvidenceStatus.SUPPORTS,
                document="letter",
                quotes=quoted(said["fund"]),
            ),
        ),
        parties=(Party(id="ministry", name=LocalText(nl="Ministerie van Vuur", en="Ministry")),),
        places=(Place(id="voorbeeldstad", name=LocalText(nl="Voorbeeldstad", en="Exampleton")),),
        sectors=(Sector(id="fire", name=LocalText(nl="brandweer", en="fire service")),),
    )


def large_record(commitments: int = 300) -> PolicyRecord:
    """Return a record of one very long letter, with this many commitments and some others."""
    small = small_record()
    promise = small.commitments[0]
    first = small.documents[0].text or ""
    sentences = [f"Ik zal u bericht {n} sturen over brandweerman {n}." for n in range(commitments)]
    letter = letter_of([first.rstrip("\n"), *sentences], "kst-99001-126")
    added = (
        attrs.evolve(
            promise,
            id=f"report-{n}",
            summary=both(f"Bericht nummer {n}"),
            quotes=quoted(sentence),
            quantities=(),
            timeframe=None,
        )
        for n, sentence in enumerate(sentences)
    )
    return attrs.evolve(
        small, id="large", documents=(letter,), statements=(*small.statements, *added)
    )
