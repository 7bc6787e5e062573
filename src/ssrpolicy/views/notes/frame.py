"""What every note has around its sections: parts for its records, an account of its sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.texts import Language
from ssrpolicy.model.vocabulary import RelationKind
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.language.numerals import in_words
from ssrpolicy.views.notes.blocks import Block, Note, Paragraph, Run
from ssrpolicy.views.notes.citations import Citing, cited, document_of
from ssrpolicy.views.notes.foreign_names import Elsewhere
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared.names import Names, paper_name

_CHANGING = (RelationKind.SUPERSEDES, RelationKind.AMENDS)


def parts_of(
    records: Sequence[PolicyRecord], *, as_of: dt.date, language: Language, level: int = 1
) -> list[Part]:
    """Return a part for each record; all of them number their sources together."""
    by_id = {record.id: record for record in records}
    citing = Citing(language)
    changes: dict[str, list[tuple[Part, Statement, RelationKind]]] = {}
    parts = [
        Part(
            record=record,
            names=Names(record, language, by_id),
            citing=citing,
            as_of=as_of,
            level=level,
            changes=changes,
        )
        for record in records
    ]
    for part in parts:
        for statement in part.record.statements:
            for relation in statement.relations:
                if relation.kind in _CHANGING and _is_known(part, statement):
                    entry = (part, statement, relation.kind)
                    changes.setdefault(relation.target, []).append(entry)
    return parts


def _is_known(part: Part, statement: Statement) -> bool:
    """Whether a statement is of a paper of the note's day or before; the date may be missing."""
    date = day_of(part.record, statement.document)
    return date is None or date <= part.as_of


def framed(
    parts: Sequence[Part], *, title: str, subject: str, head: Block, blocks: Iterable[Block]
) -> Note:
    """Return a note of blocks below its head, with a word on texts that exist in no other language.

    Call it when everything is worded: only then is it known what fell back, and what was cited.
    """
    language, citing = parts[0].language, parts[0].citing
    above = [head]
    if any(part.names.fell_back for part in parts):
        above.append(Paragraph((Run(label("briefing.fallback", language), language),)))
    return Note(
        title=title,
        subject=subject,
        page=label("briefing.page", language),
        language=language,
        blocks=(*above, *blocks),
        sources_title=label("briefing.sources", language),
        sources_about=_about_sources(citing, language),
        sources=tuple(citing.sources),
        elsewhere=Elsewhere(
            {n: spoken for part in parts for n, spoken in part.names.elsewhere.items()}
        ),
    )


def called(part: Part) -> str:
    """Return what a record is called: its title, or else the document that it is about."""
    title = part.names.text(part.record.title)
    return title or capital(cited(part.names, part.record.source))


def day_of(record: PolicyRecord, document: str) -> dt.date | None:
    """Return the date of a document of a record; None where it is not known."""
    found = document_of(record, document)
    return None if found is None else found.date


def paper_link(part: Part, document: str) -> Run:
    """Return a document of a record as it is cited, which leads to its public address."""
    found = document_of(part.record, document)
    if found is None:
        return part.run(document)
    paper = paper_name(found, part.language) if found.number is not None else None
    text = paper or capital(cited(part.names, document))
    return Run(text, part.language, url=found.address)


def _about_sources(citing: Citing, language: Language) -> str:
    unverified = citing.unverified
    if not citing.sources:
        return ""
    if not unverified:
        return label("briefing.sources_verified", language)
    key = "sources_unverified_one" if unverified == 1 else "sources_unverified_many"
    return label(f"briefing.{key}", language, number=capital(in_words(unverified, language)))
