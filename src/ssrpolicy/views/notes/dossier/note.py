"""The dossier: all that a record holds, in the order in which a reader asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from ssrpolicy.model import Language, PolicyRecord, Statement
from ssrpolicy.selection import Chosen
from ssrpolicy.views.notes.blocks import Block, Contents, Heading, Note, Paragraph, overview
from ssrpolicy.views.notes.citations import the_kind
from ssrpolicy.views.notes.dossier.answers import requests
from ssrpolicy.views.notes.dossier.key_points import attention, key_points
from ssrpolicy.views.notes.dossier.occasion import occasion
from ssrpolicy.views.notes.dossier.tables import (
    commitments,
    documents,
    history,
    instruments,
    others,
)
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import facts, framed, parts_of, title_of
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import nothing_reported, records_given

_KINDS = ("positions", "claims", "engagements")


def dossier(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    selection: Chosen | None = None,
) -> Note:
    """Return all that one record holds, or several with a part each, as of a day.

    Every request, disposition, statement, instrument and document is in it, and every update
    until ``as_of``, each with its sources. A summary that is missing in ``language`` comes in the
    other one and is marked. Abbreviations are expanded where they are first used.
    ``selection`` is what is reported of the records, None for everything.
    """
    given = records_given(records, as_of=as_of, language=language, selection=selection)
    parts = parts_of(given, as_of=as_of, language=language, selection=selection)
    note, expander, day = parts[0], Expander(), parts[0].day(as_of)
    # In the order of reading, for sources and abbreviations are met in it.
    body: list[Block] = []
    if len(parts) > 1:
        number = note.counted("records", len(parts))
        body += [
            Contents(level=1),
            note.heading("briefing.overview", 1),
            note.paragraph("briefing.about_several", records=number),
            records_overview(parts),
        ]
    for part in parts:
        if len(parts) > 1:
            body.append(Heading(1, part.title, part.anchor, part.record.id))
        whole = (*occasion(part), *_key_points(part), *sections(part))
        body += expander.blocks(whole, part.abbreviations)
    return framed(
        parts,
        title=title_of("dossier", parts),
        subject=note.words("briefing.subject", date=day),
        head=facts(note, "briefing", {"as_of": day}),
        blocks=body,
    )


def sections(part: Part, below: int = 0) -> Iterator[Block]:
    """Yield all that a record holds, section by section, ``below`` levels under the part's own."""
    # One by one, for sources are numbered as they come.
    record = part.record
    yield from part.section("briefing.requests", requests(part), below=below)
    if part.shown_statements or part.later_commitments:
        yield from part.section("briefing.commitments", commitments(part), below=below)
    conditions = others(part, record.conditions)
    yield from part.section("briefing.conditions", conditions, below=below)
    yield from part.section("briefing.since", history(part), below=below)
    rest: list[Block] = []
    for kind in _KINDS:
        statements: Sequence[Statement] = getattr(record, kind)
        if blocks := others(part, statements):
            rest += [_heading(part, kind, statements, part.level + below + 1), *blocks]
    yield from part.section("briefing.other_statements", rest, below=below)
    yield from part.section("briefing.instruments", instruments(part), below=below)
    yield from part.section("briefing.documents", documents(part), below=below)


def _heading(part: Part, kind: str, statements: Sequence[Statement], level: int) -> Heading:
    """The heading over statements of a kind; activities are those of the paper that names them."""
    papers = dict.fromkeys(each.document for each in statements if part.reports(each))
    documents = [part.find_document(id) for id in papers]
    if kind == "engagements" and len(documents) == 1 and documents[0] is not None:
        words = part.words("briefing.engagements_of", paper=the_kind(part, documents[0]))
        return Heading(level, words, None, kind)
    return part.heading(f"briefing.{kind}", level)


def _key_points(part: Part) -> list[Block]:
    if part.shown_requests or part.shown_statements or part.shown_instruments:
        return part.section("briefing.key_points", key_points(part))
    return part.section("briefing.key_points", [Paragraph((part.run(nothing_reported(part)),))])


def records_overview(parts: Sequence[Part]) -> Block:
    """Return a table with a row for each record, which leads to its part."""
    rows = []
    for part in parts:
        amounts = {
            "requests": len(part.shown_requests),
            "commitments": len(part.shown_commitments),
            **{key: len(found) for key, found in attention(part).items() if key != "said_met"},
        }
        rows.append((part.record.id, part.run(part.title, anchor=part.anchor), amounts))
    return overview("briefing_grid", rows, parts[0].language)
