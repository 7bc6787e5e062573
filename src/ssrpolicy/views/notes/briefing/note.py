"""The briefing note, in the structure of a decision note: why, what is advised, what is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language
from ssrpolicy.views.language import counted_in_words, in_words, label, long_date, one_or_many
from ssrpolicy.views.notes.blocks import Block, Facts, Heading, Look, Note, Paragraph, Run
from ssrpolicy.views.notes.briefing.annexes import Annex, annexes_named, annexes_of, list_of_annexes
from ssrpolicy.views.notes.briefing.answers import requests
from ssrpolicy.views.notes.briefing.key_points import attention, key_points
from ssrpolicy.views.notes.briefing.occasion import occasion
from ssrpolicy.views.notes.briefing.supplied import Supplied, first_page, paragraphs, places_to_fill
from ssrpolicy.views.notes.briefing.tables import commitments, history, others
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import framed, parts_of, title_of
from ssrpolicy.views.notes.grids import overview
from ssrpolicy.views.notes.part import Part


def briefing(
    records: Sequence[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    supplied: Supplied | None = None,
) -> Note:
    """Return the briefing note on one record, or on several with a section each.

    Every request, disposition, statement, instrument and document is in it, as of ``as_of``, in
    ``language``; a summary that is missing in it comes in the other one and is marked. What no
    record knows is ``supplied``, or stands in the note as a place to fill in. Abbreviations are
    written out where they are first used.
    """
    supplied = supplied or Supplied()
    parts = parts_of(records, as_of=as_of, language=language)
    # In the order of reading, for sources and abbreviations are met in it.
    annexes = annexes_of(parts)
    expander = Expander()
    body: list[Block] = []
    if len(parts) == 1:
        (part,) = parts
        body += expander.blocks(occasion(part), part.abbreviations)
        body += paragraphs("advice", supplied.advice, language)
        body += expander.blocks(_points_and_explanation(part), part.abbreviations)
    else:
        body += _occasion_of_several(parts)
        body += paragraphs("advice", supplied.advice, language)
        body += _overview(parts)
        for part in parts:
            body.append(Heading(1, part.title, part.anchor))
            section = occasion(part) + _points_and_explanation(part)
            body += expander.blocks(section, part.abbreviations)
    body += paragraphs("political_context", supplied.political_context, language)
    body += paragraphs("not_public", supplied.not_public, language)
    body += list_of_annexes(annexes, supplied, language)
    for annex in annexes:
        body += expander.blocks(annex.blocks(), annex.part.abbreviations)
    head = _first_page(supplied, annexes, as_of, language)
    return framed(
        parts,
        title=title_of("briefing", parts),
        subject=label("briefing.subject", language, date=long_date(as_of, language)),
        head=head,
        blocks=[*_unfinished([head, *body], language), *body],
    )


def _first_page(
    supplied: Supplied, annexes: Sequence[Annex], as_of: dt.date, language: Language
) -> Facts:
    as_of_words = (Run(long_date(as_of, language), language),)
    return Facts(
        (
            *first_page(supplied, language),
            (label("briefing.annexes", language), annexes_named(annexes, supplied, language)),
            (label("briefing.as_of", language), as_of_words),
        )
    )


def _unfinished(blocks: list[Block], language: Language) -> Iterable[Block]:
    """That places are still to be filled in, where there are any: no reader may miss it."""
    if places := places_to_fill(blocks):
        key = one_or_many("briefing.unfinished", places)
        said = label(key, language, number=in_words(places, language))
        yield Paragraph((Run(said, language, None, Look.TO_FILL),))


# -- one record ----------------------------------------------------------------------------------


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


# -- several records -----------------------------------------------------------------------------


def _occasion_of_several(parts: Sequence[Part]) -> list[Block]:
    language = parts[0].language
    records = counted_in_words("records", len(parts), language)
    said = label("briefing.occasion_several", language, records=records)
    return [Heading(1, label("briefing.occasion", language)), Paragraph((Run(said, language),))]


def _overview(parts: Sequence[Part]) -> list[Block]:
    """Each record in a row that leads to its section, with what needs attention."""
    rows = []
    for part in parts:
        amounts = {
            "requests": len(part.record.requests),
            "commitments": len(part.record.commitments),
            **{key: len(found) for key, found in attention(part).items() if key != "said_met"},
        }
        rows.append((part.record.id, Run(part.title, part.language, anchor=part.anchor), amounts))
    language, widths = parts[0].language, (0.29, 0.13, 0.16, 0.12, 0.14, 0.16)
    return [
        Heading(1, label("briefing.overview", language)),
        overview("briefing_grid", widths, rows, language),
    ]
