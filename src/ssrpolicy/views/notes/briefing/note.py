"""The briefing note, in the structure of a decision note: why, what is advised, what is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language
from ssrpolicy.views.language.dates import long_date, number
from ssrpolicy.views.language.labels import label
from ssrpolicy.views.language.numerals import counted_in_words, in_words
from ssrpolicy.views.notes.abbreviations import Abbreviations
from ssrpolicy.views.notes.blocks import Block, Facts, Grid, Heading, Look, Note, Paragraph, Run
from ssrpolicy.views.notes.briefing.annexes import Annex, annexes_named, annexes_of, list_of_annexes
from ssrpolicy.views.notes.briefing.answers import requests
from ssrpolicy.views.notes.briefing.key_points import attention, key_points
from ssrpolicy.views.notes.briefing.occasion import occasion
from ssrpolicy.views.notes.briefing.supplied import Supplied, first_page, paragraphs, places_to_fill
from ssrpolicy.views.notes.briefing.tables import commitments, history, others
from ssrpolicy.views.notes.expansion import WritingOut
from ssrpolicy.views.notes.frame import called, framed, parts_of
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
    alone = len(records) == 1
    parts = parts_of(records, as_of=as_of, language=language, level=1 if alone else 2)
    titles = [called(part) for part in parts]
    annexes = annexes_of(parts, titles)
    known = [Abbreviations(part.record, language) for part in parts]
    writing = WritingOut()
    body: list[Block] = []
    if alone:
        body += writing.blocks(parts[0].section("occasion", occasion(parts[0])), known[0])
    else:
        body += _occasion_of_several(parts)
    body += paragraphs("advice", supplied.advice, language)
    if alone:
        body += writing.blocks(_points_and_explanation(parts[0]), known[0])
    else:
        body += _overview(parts, titles)
        for index, (part, title) in enumerate(zip(parts, titles, strict=True)):
            body.append(Heading(1, title, _anchor(index)))
            section = part.section("occasion", occasion(part)) + _points_and_explanation(part)
            body += writing.blocks(section, known[index])
    body += paragraphs("political_context", supplied.political_context, language)
    body += paragraphs("not_public", supplied.not_public, language)
    body += list_of_annexes(annexes, supplied, language)
    meanings = {id(part): meaning for part, meaning in zip(parts, known, strict=True)}
    for annex in annexes:
        body += writing.blocks(annex.blocks(), meanings[id(annex.part)])
    head = _first_page(supplied, annexes, as_of, language)
    return framed(
        parts,
        title=_title(titles, language),
        subject=label("briefing.subject", language, date=long_date(as_of, language)),
        head=head,
        blocks=[*_unfinished([head, *body], language), *body],
    )


def _title(titles: Sequence[str], language: Language) -> str:
    if len(titles) == 1:
        return label("briefing.title_one", language, name=titles[0])
    records = counted_in_words("records", len(titles), language)
    return label("briefing.title_many", language, records=records)


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
        key = "unfinished_one" if places == 1 else "unfinished_many"
        said = label(f"briefing.{key}", language, number=in_words(places, language))
        yield Paragraph((Run(said, language, None, Look.TO_FILL),))


# -- one record ----------------------------------------------------------------------------------


def _points_and_explanation(part: Part) -> list[Block]:
    record = part.record
    if not (record.requests or record.statements or record.instruments):
        return part.section("key_points", [part.sentence("nothing_recorded")])
    # In the order of reading, for sources are numbered as they come.
    points = key_points(part)
    explanation = [
        *part.section("requests", requests(part), below=1),
        *part.section("commitments", commitments(part), below=1),
        *part.section("conditions", others(part, record.conditions), below=1),
        *part.section("since", history(part), below=1),
    ]
    return [
        *part.section("key_points", points),
        *part.section("explanation", explanation),
    ]


# -- several records -----------------------------------------------------------------------------


def _anchor(index: int) -> str:
    return f"record_{index + 1}"


def _occasion_of_several(parts: Sequence[Part]) -> list[Block]:
    language = parts[0].language
    records = counted_in_words("records", len(parts), language)
    said = label("briefing.occasion_several", language, records=records)
    return [Heading(1, label("briefing.occasion", language)), Paragraph((Run(said, language),))]


def _overview(parts: Sequence[Part], titles: Sequence[str]) -> list[Block]:
    """Each record in a row that leads to its section, with what needs attention."""
    language = parts[0].language
    rows = []
    for index, (part, title) in enumerate(zip(parts, titles, strict=True)):
        record, found = part.record, attention(part)
        amounts = (
            len(record.requests),
            len(record.commitments),
            *(len(found[key]) for key in ("overdue", "due_soon", "contradicted")),
        )
        name = Run(title, language, anchor=_anchor(index))
        rows.append(((name,), *((Run(number(n, language), language),) for n in amounts)))
    keys = ("requests", "commitments", "overdue", "due_soon", "contradicted")
    columns = ("record", *(f"number_{key}" for key in keys))
    return [
        Heading(1, label("briefing.overview", language)),
        Grid(
            summary=label("briefing_grid.overview", language),
            header=tuple(label(f"briefing_grid.{key}", language) for key in columns),
            widths=(0.29, 0.13, 0.16, 0.12, 0.14, 0.16),
            rows=tuple(rows),
            ids=tuple(part.record.id for part in parts),
        ),
    ]
