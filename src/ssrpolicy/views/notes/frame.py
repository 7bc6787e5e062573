"""What every note has around its sections: parts for its records, an account of its sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.texts import Language
from ssrpolicy.model.vocabulary import RelationKind
from ssrpolicy.views.language import capital, counted_in_words, in_words, label, number, one_or_many
from ssrpolicy.views.notes.blocks import Block, Facts, Note, Paragraph, Run
from ssrpolicy.views.notes.citations import Citing, cited
from ssrpolicy.views.notes.foreign_names import ForeignNames
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import paper_name

_CHANGING = (RelationKind.SUPERSEDES, RelationKind.AMENDS)


def parts_of(records: Sequence[PolicyRecord], *, as_of: dt.date, language: Language) -> list[Part]:
    """Return a part for each record; all of them number their sources together."""
    by_id = {record.id: record for record in records}
    citing = Citing(language)
    changes: dict[str, list[tuple[Part, Statement, RelationKind]]] = {}
    parts = [
        Part(
            record,
            language,
            as_of,
            records=by_id,
            citing=citing,
            number=number,
            level=1 if len(records) == 1 else 2,
            changes=changes,
        )
        for number, record in enumerate(records, start=1)
    ]
    for part in parts:
        for statement in part.record.statements:
            for relation in statement.relations:
                if relation.kind in _CHANGING and not part.is_later(statement.document):
                    entry = (part, statement, relation.kind)
                    changes.setdefault(relation.target, []).append(entry)
    return parts


def framed(
    parts: Sequence[Part], *, title: str, subject: str, head: Block, blocks: Iterable[Block]
) -> Note:
    """Return a note of blocks below its head, with a word on texts that exist in no other language.

    Call it when everything is worded: only then is it known what fell back, and what was cited.
    """
    language, citing = parts[0].language, parts[0].citing
    above = [head]
    if any(part.fell_back for part in parts):
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
        foreign_names=ForeignNames(
            {name: tag for part in parts for name, tag in part.foreign_names.items()}
        ),
    )


def title_of(note: str, parts: Sequence[Part]) -> str:
    """Return the title of a note on one record, by its own, or on several, by their number."""
    language = parts[0].language
    if len(parts) == 1:
        return label(f"{note}.title_one", language, name=parts[0].title)
    records = counted_in_words("records", len(parts), language)
    return label(f"{note}.title_many", language, records=records)


def facts(note: str, day: tuple[str, str], parts: Sequence[Part]) -> Facts:
    """Return the head of a note: its day or days, with their label, and what it is about."""
    language = parts[0].language
    about = (
        ("record", parts[0].title) if len(parts) == 1 else ("records", number(len(parts), language))
    )
    return Facts(
        tuple(
            (label(f"{note}.{key}", language), (Run(text, language),)) for key, text in (day, about)
        )
    )


def paper_link(part: Part, document: str) -> Run:
    """Return a document of a record as it is cited, which leads to its public address."""
    found = part.find_document(document)
    if found is None:
        return part.run(document)
    paper = paper_name(found, part.language) if found.number is not None else None
    text = paper or capital(cited(part, document))
    return Run(text, part.language, url=found.address)


def _about_sources(citing: Citing, language: Language) -> str:
    unverified = citing.unverified
    if not citing.sources:
        return ""
    if not unverified:
        return label("briefing.sources_verified", language)
    key = one_or_many("sources_unverified", unverified)
    return label(f"briefing.{key}", language, number=capital(in_words(unverified, language)))
