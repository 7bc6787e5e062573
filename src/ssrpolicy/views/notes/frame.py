"""What every note has around its sections: parts for its records, its head and its sources."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ssrpolicy.model import Handling, Language, PolicyRecord, RelationKind, Statement
from ssrpolicy.selection import Chosen
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.blocks import Block, Facts, Look, Note, Paragraph, Run
from ssrpolicy.views.notes.citations import Citing, cited
from ssrpolicy.views.notes.foreign_names import ForeignNames
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import (
    languages_note,
    marks_languages,
    paper_name,
    record_titles,
    selected_title,
    selection_line,
    term_spellings,
    with_something,
)

_CHANGING = (RelationKind.SUPERSEDES, RelationKind.AMENDS)


def parts_of(
    records: Sequence[PolicyRecord],
    *,
    as_of: dt.date,
    language: Language,
    selection: Chosen | None = None,
) -> list[Part]:
    """Return a part for each record of which something is reported.

    All of them number their sources together. ``selection`` is what is reported of the records,
    None for everything.
    """
    changes: dict[str, list[tuple[Part, Statement, RelationKind]]] = {}
    short_runs: dict[tuple[str, Look], Run] = {}
    citing, handling = Citing(language), Handling(records, as_of)
    by_record: dict[str, Part] = {}
    titles: dict[str, str] = {}
    reported = with_something(records, selection)
    numbers = {record.id: number for number, record in enumerate(reported, start=1)}
    every = [
        Part(
            record,
            language,
            as_of,
            handling=handling,
            chosen=selection,
            parts=by_record,
            citing=citing,
            number=numbers.get(record.id, 0),
            level=1 if len(reported) == 1 else 2,
            marks=marks_languages(record, language),
            changes=changes,
            short_runs=short_runs,
            titles=titles,
        )
        for record in records
    ]
    by_record |= {part.record.id: part for part in every}
    titles |= record_titles([by_record[record.id] for record in reported])
    for part in every:
        for statement in part.record.statements:
            for relation in statement.relations:
                if relation.kind in _CHANGING and not part.is_later(statement.document):
                    entry = (part, statement, relation.kind)
                    changes.setdefault(relation.target, []).append(entry)
    return [by_record[record.id] for record in reported]


def _languages(parts: Sequence[Part]) -> list[str]:
    """Return the passages of a note in another language, and how each is marked."""
    note, said = parts[0], []
    if (missing := languages_note(parts)) is not None:
        said.append(missing)
    named = ((part, name) for part in parts for name in _named(part))
    if any(name in part.foreign_names and name[:1].islower() for part, name in named):
        # A function or a body; a name that begins with a capital is the same in every language.
        said.append(note.words("briefing.fallback_names"))
    languages = sorted({part.record.language for part in parts})
    if languages != [note.language] and note.citing.sources:
        key = "quoted" if len(languages) == 1 else "quoted_several"
        name = note.words(f"language.{languages[0]}")
        said.append(note.words(f"decision.{key}", language=name))
    return said


def _named(part: Part) -> Iterator[str]:
    """Yield the names of what the record declares itself, in the reader's language or another."""
    for each in (*part.record.parties, *part.record.places, *part.record.frameworks):
        yield each.name.text(part.language)


def framed(
    parts: Sequence[Part],
    *,
    title: str,
    subject: str,
    head: Block,
    blocks: Iterable[Block],
    quotes: bool = True,
) -> Note:
    """Return a note of blocks below its head; it says so where texts were missing in its language.

    It also says in which other language its sources are quoted.
    Call it when all blocks are made: only then is it known what fell back, and what was cited.
    """
    note = parts[0]
    above: list[Block] = [head]
    if note.chosen is not None:
        above.insert(0, Paragraph((note.run(selection_line(note.chosen, note.language)),)))
    if languages := _languages(parts):
        above.append(Paragraph((note.run(" ".join(languages)),)))
    foreign = {name: tag for part in parts for name, tag in part.foreign_names.items()}
    for part in parts:
        if part.record.language != note.language:
            foreign |= dict.fromkeys(term_spellings(part.record), part.record.language)
    return Note(
        title=selected_title(title, note.chosen, note.language),
        subject=subject,
        page=note.words("briefing.page"),
        language=note.language,
        blocks=(*above, *blocks),
        sources_title=note.words("briefing.sources"),
        sources_about=_about_sources(note) if note.citing.sources else "",
        sources=tuple(note.citing.sources),
        foreign_names=ForeignNames(foreign),
        quotes=quotes,
    )


def title_of(note: str, parts: Sequence[Part], **more: str) -> str:
    """Return the title of a note on one record, by its own, or on several, by their number."""
    part = parts[0]
    if len(parts) == 1:
        return part.words(f"{note}.title_one", name=part.title, **more)
    return part.words(f"{note}.title_many", records=part.counted("records", len(parts)), **more)


def facts(part: Part, note: str, rows: Mapping[str, str]) -> Facts:
    """Return the head of a note: texts under the labels that the note has for their keys."""
    return Facts(tuple((part.words(f"{note}.{key}"), (part.run(rows[key]),)) for key in rows))


def paper_link(part: Part, document: str, *, in_full: bool = False) -> Run:
    """Return a document of a record by its number, which leads to its public address.

    Without one it is as it is cited, but for its title: where the record has no other paper of its
    kind and date, these will do, unless it is asked ``in_full``.
    """
    found = part.find_document(document)
    if found is None:
        return part.run(document)
    paper = paper_name(found, part.language)
    if found.number is None or paper is None:
        by_title = paper is None and not in_full
        paper = capital((by_title and part.by_date.get(document)) or cited(part, document))
    return part.run(paper, url=found.address)


def _about_sources(part: Part) -> str:
    unverified = part.citing.unverified
    if not unverified:
        return part.words("briefing.sources_verified")
    key = one_or_many("briefing.sources_unverified", unverified)
    return part.words(key, number=capital(part.in_words(unverified)))
