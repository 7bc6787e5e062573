"""The briefing note, in the structure of a decision note: what to decide, why, what is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from ssrpolicy.arguments import LARGEST_WRITTEN, check_flag, check_number, check_type
from ssrpolicy.model import Language, PolicyRecord
from ssrpolicy.selection import Chosen
from ssrpolicy.views.language import one_or_many
from ssrpolicy.views.notes.blocks import Block, Contents, Heading, Look, Note, Paragraph
from ssrpolicy.views.notes.briefing.explanation import explanation
from ssrpolicy.views.notes.briefing.issue import issue
from ssrpolicy.views.notes.briefing.supplied import (
    Supplied,
    decision,
    head,
    places_to_fill,
    written_sections,
)
from ssrpolicy.views.notes.dossier.note import records_overview, sections
from ssrpolicy.views.notes.expansion import Expander
from ssrpolicy.views.notes.frame import framed, parts_of, title_of
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import nothing_reported, records_given


def briefing(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    supplied: Supplied | None = None,
    warnings: int = 0,
    in_full: bool = False,
    selection: Chosen | None = None,
) -> Note:
    """Return the decision note on one record, or on several with a part each, as of a day.

    It has the decision that is asked for, the issue in some ten lines, and an explanation with
    the requests, the commitments and their conditions. All else that the records hold stands in
    the :func:`dossier`, which follows as an annex where the note is ``in_full``. A summary that
    is missing in ``language`` comes in the other one and is marked. What no record knows is
    ``supplied``, or stands in the note as a place to fill in. ``warnings`` says how many the check
    of the records gives. Abbreviations are expanded where they are first used.
    ``selection`` is what is reported of the records, None for everything.
    """
    given = records_given(records, as_of=as_of, language=language, selection=selection)
    check_flag(in_full, "in_full")
    warnings = check_number(warnings, "warnings", least=0, most=LARGEST_WRITTEN)
    supplied = Supplied() if supplied is None else supplied
    check_type(supplied, Supplied, "supplied", 'Supplied(recipient="...")')
    parts = parts_of(given, as_of=as_of, language=language, selection=selection)
    note, expander = parts[0], Expander()
    # In the order of reading, for sources and abbreviations are met in it.
    body: list[Block] = [*decision(note, supplied)]
    if len(parts) > 1:
        body += [
            note.heading("briefing.overview", 1),
            note.paragraph("briefing.about_several", records=note.counted("records", len(parts))),
            records_overview(parts),
        ]
    for part in parts:
        if len(parts) > 1:
            body.append(Heading(1, part.title, part.anchor, part.record.id))
        body += expander.blocks(_about(part), part.abbreviations)
    body += written_sections(note, supplied)
    if in_full:
        for part in parts:
            title = {"title": part.title} if len(parts) > 1 else {}
            name = note.words(f"decision.dossier{'_of' if title else ''}", **title)
            body.append(Heading(1, name, None, "dossier"))
            body += expander.blocks(sections(part, 2 - part.level), part.abbreviations)
    if warnings:
        key = one_or_many(f"decision.warnings{'' if len(parts) == 1 else '_of_many'}", warnings)
        body.append(note.paragraph(key, number=note.in_words(warnings)))
    above: list[Block] = []
    first = head(note, supplied, [note.words("decision.dossier_enclosed")] if in_full else ())
    if places := places_to_fill([first, *body]):
        # No reader may miss that the note is unfinished.
        key, number = one_or_many("decision.unfinished", places), note.in_words(places)
        above.append(Paragraph(note.phrase(key, Look.QUIET, number=number)))
    if len(parts) > 1:
        above.append(Contents(level=1))
    return framed(
        parts,
        title=title_of("decision", parts),
        subject=note.words("briefing.subject", date=note.day(as_of)),
        head=first,
        blocks=[*above, *body],
        quotes=in_full,
    )


def _about(part: Part) -> Iterator[Block]:
    # One by one, for sources are numbered as they come.
    known = part.shown_requests or part.shown_statements or part.shown_instruments
    nothing = Paragraph((part.run(nothing_reported(part)),))
    yield from part.section("decision.issue", issue(part) if known else [nothing])
    if known or part.later_commitments:
        yield from part.section("decision.explanation", list(explanation(part)))
