"""The briefing note: what was asked, answered and promised, by whom, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language
from ssrpolicy.model.vocabulary import DocumentKind
from ssrpolicy.views.blocks import Block, Facts, Grid, Heading, Look, Note, Paragraph, Run, Runs
from ssrpolicy.views.briefing_answers import occasion, requests
from ssrpolicy.views.briefing_documents import documents
from ssrpolicy.views.briefing_parts import Part
from ssrpolicy.views.briefing_points import attention, key_points
from ssrpolicy.views.briefing_tables import commitments, history, instruments, others
from ssrpolicy.views.citing import Citing, cited, document_of
from ssrpolicy.views.dates import long_date, number
from ssrpolicy.views.labels import capital, label
from ssrpolicy.views.names import Names, paper_name
from ssrpolicy.views.quantities import counted

_OTHERS = ("conditions", "positions", "claims", "engagements")


def briefing(
    records: Sequence[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    sender: str | None = None,
    recipient: str | None = None,
) -> Note:
    """Return the briefing note on one record, or on several with a section each.

    Every request, disposition, statement, instrument and document is in it, as of ``as_of``, in
    ``language``; a summary that is missing in it comes in the other one and is marked. Who sends
    the note and to whom, and which decision is asked, no record knows: these are places to fill
    in where they are not given.
    """
    by_id = {record.id: record for record in records}
    citing = Citing(language)
    alone = len(records) == 1
    parts = [
        Part(
            record=record,
            names=Names(record, language, by_id),
            citing=citing,
            as_of=as_of,
            level=1 if alone else 2,
        )
        for record in records
    ]
    body: list[Block] = [] if alone else _overview(parts, language)
    for index, part in enumerate(parts):
        if not alone:
            body.append(Heading(1, record_name(part.names), _anchor(index)))
            body.append(Facts(_particulars(part)))
        body += _record(part, alone=alone)
    title = _title(parts, language)
    # What fell back is known only once everything is worded.
    facts = [*_first_page(as_of, language, recipient, sender), *_whose(parts, alone=alone)]
    head: list[Block] = [Facts(tuple(facts))]
    if any(part.names.fell_back for part in parts):
        head.append(Paragraph((Run(label("briefing.fallback", language), language),)))
    return Note(
        title=title,
        subject=label("briefing.subject", language, date=long_date(as_of, language)),
        page=label("briefing.page", language),
        language=language,
        blocks=(*head, *body),
        sources_title=label("briefing.sources", language),
        sources_about=_about_sources(citing, language),
        sources=tuple(citing.sources),
    )


def record_name(names: Names) -> str:
    """Return what a record is called: its title, or else the document that it is about."""
    record = names.record
    return names.text(record.title) or capital(cited(names, record.source))


def _title(parts: list[Part], language: Language) -> str:
    if len(parts) == 1:
        return label("briefing.title_one", language, name=record_name(parts[0].names))
    records = counted("records", len(parts), language)
    return label("briefing.title_many", language, records=records)


def _about_sources(citing: Citing, language: Language) -> str:
    unverified = citing.unverified
    if not unverified:
        return label("briefing.sources_verified", language)
    key = "sources_unverified_one" if unverified == 1 else "sources_unverified_many"
    return label(f"briefing.{key}", language, number=number(unverified, language))


# -- the first page ------------------------------------------------------------------------------


def _first_page(
    as_of: dt.date, language: Language, recipient: str | None, sender: str | None
) -> list[tuple[str, Runs]]:
    facts = []
    for key, given in (("recipient", recipient), ("sender", sender)):
        text = given or label(f"briefing.{key}_missing", language)
        look = Look.PLAIN if given else Look.TO_FILL
        facts.append((label(f"briefing.{key}", language), (Run(text, language, None, look),)))
    day = long_date(as_of, language)
    return [*facts, (label("briefing.as_of", language), (Run(day, language),))]


def _whose(parts: list[Part], *, alone: bool) -> list[tuple[str, Runs]]:
    if alone:
        return list(_particulars(parts[0]))
    language = parts[0].language
    amount = number(len(parts), language)
    return [(label("briefing.records", language), (Run(amount, language),))]


def _particulars(part: Part) -> tuple[tuple[str, Runs], ...]:
    """What a record is about: the document, from and to whom it is, and where it is kept."""
    names, language, record = part.names, part.language, part.record
    document = document_of(record, record.source)
    rows: list[tuple[str, str | None]] = []
    if document is not None:
        kind = "" if document.kind is DocumentKind.LETTER else "document_"
        rows += [
            ("concerns", names.text(document.title)),
            (f"{kind}from", part.parties(document.authors)),
            ("on_behalf_of", part.parties(document.on_behalf_of)),
            (f"{kind}to", part.parties([document.addressee] if document.addressee else [])),
            (f"{kind}dated", None if document.date is None else long_date(document.date, language)),
            ("reference", paper_name(document, language)),
        ]
    rows.append(("record", record.id))
    return tuple((part.words(key), (part.run(text),)) for key, text in rows if text)


# -- the records ---------------------------------------------------------------------------------


def _anchor(index: int) -> str:
    return f"record_{index + 1}"


def _overview(parts: list[Part], language: Language) -> list[Block]:
    """What needs a decision, and each record in a row that leads to its section."""
    rows = []
    for index, part in enumerate(parts):
        record, found = part.record, attention(part)
        name = Run(record_name(part.names), language, anchor=_anchor(index))
        amounts = (
            len(record.requests),
            len(record.commitments),
            *(len(found[key]) for key in ("overdue", "due_soon", "contradicted")),
        )
        rows.append(((name,), *((Run(number(n, language), language),) for n in amounts)))
    keys = ("requests", "commitments", "overdue", "due_soon", "contradicted")
    columns = ("record", *(f"number_{key}" for key in keys))
    return [
        *_decision(language),
        Heading(1, label("briefing.overview", language)),
        Grid(
            summary=label("briefing_grid.overview", language),
            header=tuple(label(f"briefing_grid.{key}", language) for key in columns),
            widths=(0.29, 0.13, 0.16, 0.12, 0.14, 0.16),
            rows=tuple(rows),
            ids=tuple(part.record.id for part in parts),
        ),
    ]


def _decision(language: Language) -> list[Block]:
    place = Run(label("briefing.decision_missing", language), language, None, Look.TO_FILL)
    return [Heading(1, label("briefing.decision", language)), Paragraph((place,))]


def _record(part: Part, *, alone: bool) -> list[Block]:
    blocks = part.section("occasion", occasion(part))
    if alone:
        blocks += _decision(part.language)
    record = part.record
    if not (record.requests or record.statements or record.instruments):
        blocks += part.section("key_points", [part.sentence("nothing_recorded")])
    else:
        blocks += part.section("key_points", key_points(part))
        blocks.append(Heading(part.level, part.words("explanation")))
        blocks += part.section("requests", requests(part), below=1)
        blocks += part.section("commitments", commitments(part), below=1)
        for name in _OTHERS:
            blocks += part.section(name, others(part, getattr(record, name)), below=1)
        blocks += part.section("instruments", instruments(part), below=1)
        blocks += part.section("since", history(part), below=1)
    return blocks + part.section("documents", documents(part))
