"""A record of texts on which formats have broken."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.parties import Party, Place, Sector
from ssrpolicy.model.progress import Update
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Commitment
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.model.vocabulary import Answer, Course, Firmness, InstrumentKind
from ssrpolicy.testing.records import NOTED, both, letter_of, quoted

FORMULAS = (
    "=SUM(A1:A9)",
    "=cmd|' /C calc'!A1",
    "+31 70 555 0100",
    "-1 procent op de begroting",
    "@ministerie van Zaken",
    "\t=1+1",
)
"""Texts that a spreadsheet would take for formulas: they begin with = + - or @."""

DIACRITICS = (
    "geïnformeerd, coördinatie, reële, Oekraïne, Łódź, İstanbul, ẞ",
    "met losse tekens: gei\u0308nformeerd, cafe\u0301",
)
"""Texts with diacritics, composed and as marks of their own."""

RIGHT_TO_LEFT = (
    "\u05e9\u05dc\u05d5\u05dd en \u0627\u0644\u0633\u0644\u0627\u0645 \u2067terug\u2069 (rechts)",
    "\u202eomgekeerd\u202c en weer recht",
)
"""Texts that run from right to left, in part or by a mark."""

EMOJI = ("brandweer \U0001f469\U0001f3fd\u200d\U0001f692, vlag \U0001f1f3\U0001f1f1, \U0001d54f",)
"""Texts with letters outside the first plane, some of them joined from several."""

NASTY_TEXTS = (
    *FORMULAS,
    "'tussen apostrofs'",
    "TRUE",
    "0012",
    "1E5",
    "2010-04-29",
    "#REF!",
    "_x000D_ en _x0041_",
    *DIACRITICS,
    *RIGHT_TO_LEFT,
    *EMOJI,
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


def nasty_record(texts: Sequence[str] = NASTY_TEXTS) -> PolicyRecord:
    """Return a record whose summaries, quotes, names and notes are texts that break formats."""
    sentences = [f"Zin {n} zal luiden: {text} Einde {n}." for n, text in enumerate(texts, 1)]
    formula = both("=1+1")
    statements = tuple(
        Commitment(
            id=f"promise-{n}",
            summary=both(text),
            quotes=quoted(sentences[n - 1]),
            owners=("ministry",),
            places=("voorbeeldstad",),
            sectors=("fire",),
            uses=("fund",),
            timeframe=Timeframe(phrase=f"Einde {n}"),
            firmness=Firmness.CONDITIONAL,
            course=Course.CONTINUOUS,
            cue="zal",
            doubt=both(text),
        )
        for n, text in enumerate(texts, 1)
    )
    return PolicyRecord(
        id="nasty",
        language="nl",
        source="letter",
        title=both('=HYPERLINK("https://voorbeeld.invalid")'),
        documents=(attrs.evolve(letter_of(sentences, "kst-99001-125"), title=formula),),
        requests=tuple(
            Request(id=f"request-{n}", document="letter", summary=both(text), quotes=quoted(words))
            for n, (text, words) in enumerate(zip(texts, sentences, strict=True), 1)
        ),
        statements=statements,
        dispositions=tuple(
            Disposition(
                request=f"request-{n}",
                document="letter",
                answer=Answer.PARTLY,
                scope=both(text),
                by=(f"promise-{n}",),
            )
            for n, text in enumerate(texts, 1)
        ),
        instruments=(
            Instrument(
                id="fund",
                kind=InstrumentKind.FUND,
                name=both("+fonds & <co>"),
                owners=("ministry",),
                quotes=quoted(sentences[0]),
            ),
        ),
        updates=tuple(
            Update(statement=f"promise-{n}", date=NOTED, by=text, note=both(text))
            for n, text in enumerate(texts, 1)
        ),
        parties=(Party(id="ministry", name=both('@ministerie <van> "Zaken" & Vuur')),),
        places=(Place(id="voorbeeldstad", name=both("-stad \u05e2\u05d9\u05e8")),),
        sectors=(Sector(id="fire", name=both("=brand&weer")),),
    )
