"""Records to try a reporter on: none with an error in it, and some with everything that hurts."""

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

NASTY_TEXTS = (
    "=SUM(A1:A9)",
    "=cmd|' /C calc'!A1",
    "+31 70 555 0100",
    "-1 procent op de begroting",
    "@ministerie van Zaken",
    "\t=1+1",
    "'tussen apostrofs'",
    "TRUE",
    "0012",
    "1E5",
    "2010-04-29",
    "#REF!",
    "_x000D_ en _x0041_",
    "geïnformeerd, coördinatie, reële, Oekraïne, Łódź, İstanbul, ẞ",
    "met losse tekens: gei\u0308nformeerd, cafe\u0301",
    "\u05e9\u05dc\u05d5\u05dd en \u0627\u0644\u0633\u0644\u0627\u0645 \u2067terug\u2069 (rechts)",
    "\u202eomgekeerd\u202c en weer recht",
    "brandweer \U0001f469\U0001f3fd\u200d\U0001f692, vlag \U0001f1f3\U0001f1f1, \U0001d54f",
    "<b>geen opmaak</b> &amp; ]]> <!-- niets --> </w:t></w:r>",
    "aanhalingen \"dubbel\", 'enkel', `schuin`, „laag” en «punt»",
    "[bold red]geen opmaak[/] \\[ook niet]",
    "| cel | **vet** | _schuin_ | # kop",
    "%s %(naam)s {0} {{}} ${HOME} \\n \\u0041",
    "eerste regel\ntweede regel\tmet een tab",
    "vaste\u00a0spatie, zacht\u00adteken, nul\u200bbreed, \u2028scheiding",
    "javascript:alert(1) https://voorbeeld.invalid/?a=1&b=2#c",
    "een lange zin die maar niet eindigt " * 150 + "en dan toch",
)
"""Texts on which formats have broken: formulas, markup, escapes, scripts, emoji, length."""

_NOTED = dt.date(2011, 3, 1)


def _both(text: str) -> LocalText:
    return LocalText(nl=text, en=f"{text} (en)")


def _quote(words: str, document: str = "letter") -> tuple[Passage, ...]:
    return (Passage(document=document, quote=words),)


def _letter(sentences: Iterable[str], number: str) -> Document:
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
            quotes=_quote(said["report"]),
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
            quotes=_quote(said["need"]),
        ),
        Position(
            id="view",
            summary=LocalText(nl="Een goede brandweer is van belang"),
            quotes=_quote(said["view"]),
        ),
        Claim(
            id="claim",
            summary=LocalText(en="The fund has been sufficient"),
            quotes=_quote(said["claim"]),
        ),
        Engagement(
            id="work",
            summary=LocalText(nl="Drie ploegen in Voorbeeldstad", en="Three crews in Exampleton"),
            quotes=_quote(said["work"]),
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
        documents=(_letter(said.values(), "kst-99001-124"),),
        requests=(
            Request(
                id="asked",
                document="letter",
                summary=LocalText(nl="Rapporteer over de brandweer", en="Report on the service"),
                quotes=_quote(said["asked"]),
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
                quotes=_quote(said["fund"]),
            ),
        ),
        updates=(
            Update(
                statement="report",
                date=_NOTED,
                by="ministry",
                claimed=ClaimedStatus.IN_PROGRESS,
                note=LocalText(nl="Het bericht is in concept.", en="The report is in draft."),
            ),
            Update(
                statement="claim",
                date=_NOTED,
                by="ministry",
                evidence=EvidenceStatus.SUPPORTS,
                document="letter",
                quotes=_quote(said["fund"]),
            ),
        ),
        parties=(Party(id="ministry", name=LocalText(nl="Ministerie van Vuur", en="Ministry")),),
        places=(Place(id="voorbeeldstad", name=LocalText(nl="Voorbeeldstad", en="Exampleton")),),
        sectors=(Sector(id="fire", name=LocalText(nl="brandweer", en="fire service")),),
    )


def nasty_record() -> PolicyRecord:
    """Return a record whose summaries, quotes, names and notes are texts that break formats."""
    quoted = [f"Zin {n} zal luiden: {text} Einde {n}." for n, text in enumerate(NASTY_TEXTS, 1)]
    formula = _both("=1+1")
    statements = tuple(
        Commitment(
            id=f"promise-{n}",
            summary=_both(text),
            quotes=_quote(quoted[n - 1]),
            owners=("ministry",),
            places=("voorbeeldstad",),
            sectors=("fire",),
            uses=("fund",),
            timeframe=Timeframe(phrase=f"Einde {n}"),
            firmness=Firmness.CONDITIONAL,
            course=Course.CONTINUOUS,
            cue="zal",
            doubt=_both(text),
        )
        for n, text in enumerate(NASTY_TEXTS, 1)
    )
    return PolicyRecord(
        id="nasty",
        language="nl",
        source="letter",
        title=_both('=HYPERLINK("https://voorbeeld.invalid")'),
        documents=(attrs.evolve(_letter(quoted, "kst-99001-125"), title=formula),),
        requests=tuple(
            Request(id=f"request-{n}", document="letter", summary=_both(text), quotes=_quote(words))
            for n, (text, words) in enumerate(zip(NASTY_TEXTS, quoted, strict=True), 1)
        ),
        statements=statements,
        dispositions=tuple(
            Disposition(
                request=f"request-{n}",
                document="letter",
                answer=Answer.PARTLY,
                scope=_both(text),
                by=(f"promise-{n}",),
            )
            for n, text in enumerate(NASTY_TEXTS, 1)
        ),
        instruments=(
            Instrument(
                id="fund",
                kind=InstrumentKind.FUND,
                name=_both("+fonds & <co>"),
                owners=("ministry",),
                quotes=_quote(quoted[0]),
            ),
        ),
        updates=tuple(
            Update(statement=f"promise-{n}", date=_NOTED, by=text, note=_both(text))
            for n, text in enumerate(NASTY_TEXTS, 1)
        ),
        parties=(Party(id="ministry", name=_both('@ministerie <van> "Zaken" & Vuur')),),
        places=(Place(id="voorbeeldstad", name=_both("-stad \u05e2\u05d9\u05e8")),),
        sectors=(Sector(id="fire", name=_both("=brand&weer")),),
    )


def large_record(commitments: int = 300) -> PolicyRecord:
    """Return a record of one very long letter, with as many commitments as asked."""
    small = small_record()
    promise = small.commitments[0]
    first = small.documents[0].text or ""
    sentences = [f"Ik zal u bericht {n} sturen over brandweerman {n}." for n in range(commitments)]
    letter = _letter([first.rstrip("\n"), *sentences], "kst-99001-126")
    added = (
        attrs.evolve(
            promise,
            id=f"report-{n}",
            summary=_both(f"Bericht nummer {n}"),
            quotes=_quote(sentence),
            quantities=(),
            timeframe=None,
        )
        for n, sentence in enumerate(sentences)
    )
    return attrs.evolve(
        small, id="large", documents=(letter,), statements=(*small.statements, *added)
    )
