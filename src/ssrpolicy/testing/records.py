"""Records to try a reporter on, all without errors: empty, small, large and nasty."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from ssrpolicy.arguments import all_of, check_number
from ssrpolicy.codec import read
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _
from ssrpolicy.model import (
    Answer,
    Course,
    Document,
    DocumentKind,
    Firmness,
    LocalText,
    PaperNumber,
    Passage,
    PolicyRecord,
    Timeframe,
    Update,
)

FORMULAS = (
    "=SUM(A1:A9)",
    "=cmd|' /C calc'!A1",
    "+31 70 555 0100",
    "-1 procent op de begroting",
    "@ministerie van Zaken",
    "\t=1+1",
    "\u201e=1+1\u201d",
    "\uff1dSUM(A1:A9)",
)
"""Texts that a spreadsheet would take for formulas: they begin with = + - or @.

Quotation marks may stand before these, and their wide forms count as they do.
"""

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

# Who says something has a name of so many characters at most.
_LONGEST_NAME = 200


def empty_record() -> PolicyRecord:
    """Return a record of a letter in which nothing was recorded yet."""
    letter = Document(id="letter", kind=DocumentKind.LETTER)
    return PolicyRecord(id="empty", language="nl", source="letter", documents=(letter,))


def small_record() -> PolicyRecord:
    """Return a record with one entry of every kind, and a little history."""
    return read(Path(__file__).with_name("small")).records[0]


def internal_record() -> PolicyRecord:
    """Return the small record, with working notes that are for the office itself."""
    small = small_record()
    day, by, note = (
        small.updates[0].date,
        "A. de Groot, griffier",
        "Het concept ligt bij de griffie",
    )
    noted = small.with_update("report", date=day, by=by, internal=True, note=note)
    return noted.with_update(
        "report", date=day, by=by, internal=True, note=note, claimed="partly_fulfilled"
    )


def large_record(commitments: int = 300) -> PolicyRecord:
    """Return a record of one very long letter, with this many commitments and some others."""
    commitments = check_number(commitments, "commitments", least=0, most=1_000_000)
    small = small_record()
    letter = small.documents[0]
    sentences = [f"Ik zal u bericht {n} sturen over brandweerman {n}." for n in range(commitments)]
    added = (
        evolve(
            small.commitments[0],
            id=f"report-{n}",
            summary=_both(f"Bericht nummer {n}"),
            quotes=_quoted(sentence),
            quantities=(),
            timeframe=None,
        )
        for n, sentence in enumerate(sentences)
    )
    return evolve(
        small,
        id="large",
        documents=(_with_text(letter, [(letter.text or "").rstrip("\n"), *sentences], "126"),),
        statements=(*small.statements, *added),
    )


def nasty_record(texts: Iterable[str] = NASTY_TEXTS) -> PolicyRecord:
    """Return a record whose summaries, quotes, names and notes are texts that break formats.

    Its updates rest on a document and quote none of it.
    """
    texts = all_of(texts, str, "texts", "NASTY_TEXTS")
    if not texts:
        raise ArgumentError(_("texts is empty: a record is made of one text at least."))
    small = small_record()
    letter, promise = small.documents[0], small.commitments[0]
    request, disposition = small.requests[0], small.dispositions[0]
    sentences = [f"Zin {n} zal luiden: {text} Einde {n}." for n, text in enumerate(texts, 1)]
    said = [(n, _both(text), _quoted(sentences[n - 1])) for n, text in enumerate(texts, 1)]
    return evolve(
        small,
        id="nasty",
        title=_both('=HYPERLINK("https://voorbeeld.invalid")'),
        documents=(evolve(_with_text(letter, sentences, "125"), title=_both("=1+1")),),
        requests=tuple(
            evolve(request, id=f"request-{n}", summary=text, quotes=quotes)
            for n, text, quotes in said
        ),
        statements=tuple(
            evolve(
                promise,
                id=f"promise-{n}",
                summary=text,
                quotes=quotes,
                needs=(),
                quantities=(),
                timeframe=Timeframe(phrase=f"Einde {n}"),
                firmness=Firmness.CONDITIONAL,
                course=Course.CONTINUOUS,
                doubt=text,
            )
            for n, text, quotes in said
        ),
        dispositions=tuple(
            evolve(
                disposition,
                request=f"request-{n}",
                answer=Answer.PARTLY,
                scope=text,
                by=(f"promise-{n}",),
                because=(),
            )
            for n, text, __ in said
        ),
        instruments=(
            evolve(small.instruments[0], name=_both("+fonds & <co>"), quotes=_quoted(sentences[0])),
        ),
        updates=tuple(
            Update(
                statement=f"promise-{n}",
                date=small.updates[0].date,
                by=text[:_LONGEST_NAME],
                note=_both(text),
                document="letter",
            )
            for n, text in enumerate(texts, 1)
        ),
        parties=(evolve(small.parties[0], name=_both('@ministerie <van> "Zaken" & Vuur')),),
        places=(evolve(small.places[0], name=_both("-stad \u05e2\u05d9\u05e8")),),
        sectors=(evolve(small.sectors[0], name=_both("=brand&weer")),),
    )


def _both(text: str) -> LocalText:
    """Return a text in both languages, the English marked at its end."""
    return LocalText(nl=text, en=f"{text} (en)")


def _quoted(words: str) -> tuple[Passage, ...]:
    return (Passage(document="letter", quote=words),)


def _with_text(letter: Document, sentences: Iterable[str], number: str) -> Document:
    """Return the letter with another number, whose text is these sentences, a paragraph each."""
    text = "\n\n".join(sentences) + "\n"
    return evolve(
        letter,
        number=PaperNumber.parse(f"kst-99001-{number}"),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )
