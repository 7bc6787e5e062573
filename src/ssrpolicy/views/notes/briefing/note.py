"""The briefing note, in the structure of a decision note: why, what is advised, what is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ssrpolicy.model import Language, PolicyRecord
from ssrpolicy.views.language import one_or_many
from ssrpolicy.views.notes.blocks import Block, Facts, Heading, Look, Note, Paragraph, overview
from ssrpolicy.views.notes.briefing.annexes import annexes_named, annexes_of, list_of_annexes
from ssrpolicy.views.notes.briefing.answers import requests
from ssrpolicy.views.notes.briefing.key_points import attention, key_points
from ssrpolicy.views.notes.briefing.occasion import occasion
from ssrpolicy.views.notes.briefing.supplied import Supplied, first_page, paragraphs, places_to_fill
from ssrpolicy.views.notes.briefing.tables import commitments, history, others
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import framed, parts_of, title_of
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import records_given


def briefing(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    supplied: Supplied | None = None,
) -> Note:
    """Return the briefing note on one record, or on several with a section each.

    Every request, disposition, statement, instrument and document is in it, as of ``as_of``, in
    ``language``; a summary that is missing in it comes in the other one and is marked. What no
    record knows is ``supplied``, or stands in the note as a place to fill in. Abbreviations are
    expanded where they are first used.
    """
    given = records_given(records, as_of=as_of, language=language)
    supplied = supplied or Supplied()
    parts = parts_of(given, as_of=as_of, language=language)
    note, annexes, expander = parts[0], annexes_of(parts), Expander()
    advice = paragraphs(note, "advice", supplied.advice)
    # In the order of reading, for sources and abbreviations are met in it.
    body: list[Block] = []
    if len(parts) == 1:
        body += expander.blocks(occasion(note), note.abbreviations)
        body += [*advice, *expander.blocks(_points_and_explanation(note), note.abbreviations)]
    else:
        number = note.counted("records", len(parts))
        body += [
            note.heading("briefing.occasion", 1),
            note.paragraph("briefing.occasion_several", records=number),
            *advice,
            *_overview(parts),
        ]
        for part in parts:
            section = [*occasion(part), *_points_and_explanation(part)]
            body.append(Heading(1, part.title, part.anchor, part.record.id))
            body += expander.blocks(section, part.abbreviations)
    body += paragraphs(note, "political_context", supplied.political_context)
    body += paragraphs(note, "not_public", supplied.not_public)
    body += list_of_annexes(note, annexes, supplied)
    for annex in annexes:
        body += expander.blocks(annex.blocks(), annex.part.abbreviations)
    head = Facts(
        (
            *first_page(note, supplied),
            (note.words("briefing.annexes"), annexes_named(note, annexes, supplied)),
            (note.words("briefing.as_of"), (note.run(note.day(as_of)),)),
        )
    )
    if places := places_to_fill([head, *body]):
        # No reader may miss that the note is unfinished.
        key, number = one_or_many("briefing.unfinished", places), note.in_words(places)
        body.insert(0, Paragraph(note.phrase(key, Look.TO_FILL, number=number)))
    return framed(
        parts,
        title=title_of("briefing", parts),
        subject=note.words("briefing.subject", date=note.day(as_of)),
        head=head,
        blocks=body,
    )


def _points_and_explanation(part: Part) -> list[Block]:
    record = part.record
    if not (record.requests or record.statements or record.instruments):
        return part.section("briefing.key_points", [part.paragraph("briefing.nothing_recorded")])
    # In the order of reading, for sources are numbered as they come.
    points = key_points(part)
    explanation = [
        *part.section("briefing.requests", requests(part), below=1),
        *part.section("briefing.commitments", commitments(part), below=1),
        *part.section("briefing.conditions", others(part, record.conditions), below=1),
        *part.section("briefing.since", history(part), below=1),
    ]
    return [
        *part.section("briefing.key_points", points),
        *part.section("briefing.explanation", explanation),
    ]


def _overview(parts: Sequence[Part]) -> list[Block]:
    """Each record in a row that leads to its section, with what needs attention."""
    rows = []
    for part in parts:
        amounts = {
            "requests": len(part.record.requests),
            "commitments": len(part.record.commitments),
            **{key: len(found) for key, found in attention(part).items() if key != "said_met"},
        }
        rows.append((part.record.id, part.run(part.title, anchor=part.anchor), amounts))
    widths = (0.29, 0.13, 0.16, 0.12, 0.14, 0.16)
    return [
        parts[0].heading("briefing.overview", 1),
        overview("briefing_grid", widths, rows, parts[0].language),
    ]
