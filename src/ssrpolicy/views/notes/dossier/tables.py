"""The tables of a briefing note: commitments, instruments, what happened since, documents."""

from collections.abc import Sequence
from itertools import compress

import attrs

from ssrpolicy.model import Commitment, Document, Instrument, Statement, Update
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.blocks import Block, Bullets, Look, Paragraph, Row, Runs, lines, spaced
from ssrpolicy.views.notes.citations import has_name, the_document
from ssrpolicy.views.notes.dossier.remarks import remarks
from ssrpolicy.views.notes.origins import origins
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import firmness_and_term, no_commitments, responsible, status
from ssrpolicy.views.shared import dated, kind_of, paper_name, vote_counts


def commitments(part: Part) -> list[Block]:
    """The commitments in reading order; what is true of all of them is said once, above."""
    later = _left_out(part)
    if not part.shown_commitments:
        return later or [part.paragraph(no_commitments(part))]
    ordered = part.reading_order(part.shown_commitments)
    rows = [(commitment.id, _commitment(part, commitment)) for commitment in ordered]
    owned, known = (any(cells[column] for _, cells in rows) for column in (1, 3))
    about = _about_all(part, owned=owned, known=known, rows=rows)
    kept = (True, owned, True, known)
    columns = compress(("commitment", "owner", "term", "status"), kept)
    shown = [(id, tuple(compress(cells, kept))) for id, cells in rows]
    return [*about, *part.grid("briefing_grid.commitments", columns, shown), *later]


def _left_out(part: Part) -> list[Block]:
    """How many commitments are left out, because they were made later."""
    later = len(part.later_commitments)
    if not later:
        return []
    number, key = capital(part.in_words(later)), one_or_many("annex.later", later)
    return [part.paragraph(key, date=part.day(part.as_of), number=number)]


def _about_all(part: Part, *, owned: bool, known: bool, rows: Sequence[Row]) -> list[Block]:
    """What is known of no commitment, in sentences; and what a dash stands for."""
    many = "one" if len(rows) == 1 else "all"
    said = [
        *([] if owned else [part.words(f"briefing.no_owner_{many}")]),
        *([] if known else [part.words(f"briefing.no_status_{many}")]),
    ]
    how = []
    if part.language != part.record.language and any(c.timeframe for c in part.shown_commitments):
        how.append(part.words("briefing.terms_quoted"))
    dashes = [
        part.words(f"briefing.dash_{key}")
        for key, column, given in (("owner", 1, owned), ("status", 3, known))
        if given and not all(cells[column] for _, cells in rows)
    ]
    if dashes:
        first, *more = dashes
        meanings = part.words("briefing.dash_or", first=first, second=more[0]) if more else first
        how.append(part.words("briefing.dash", meanings=meanings))
    # How to read the table stays with it, and what is known of none with the heading.
    return [Paragraph((part.run(" ".join(each)),)) for each in (said, how) if each]


def _commitment(part: Part, commitment: Commitment) -> tuple[Runs, ...]:
    return (
        lines(part.summary(commitment), remarks(part, commitment)),
        responsible(part, commitment),
        firmness_and_term(part, commitment),
        status(part, commitment),
    )


def others(part: Part, statements: Sequence[Statement]) -> list[Block]:
    """Those of some statements that are reported, in reading order, each with its sources."""
    items = tuple(
        spaced(part.summary(each), status(part, each), remarks(part, each))
        for each in part.reading_order(filter(part.reports, statements))
    )
    return [Bullets(items)] if items else []


def instruments(part: Part) -> list[Block]:
    """The instruments with kind, capacity and owner."""
    rows = [(each.id, _instrument(part, each)) for each in part.shown_instruments]
    columns = ("instrument", "kind", "capacity", "instrument_owner")
    blocks = part.grid("briefing_grid.instruments", columns, rows)
    if all(cell for _, cells in rows for cell in cells):
        return blocks
    return [part.paragraph("briefing.dash_instruments"), *blocks]


def _instrument(part: Part, instrument: Instrument) -> tuple[Runs, ...]:
    capacity = part.quantities(instrument.quantities)
    first, *more = part.runs(instrument.name)
    name = (attrs.evolve(first, text=capital(first.text)), *more)
    return (
        (*name, *part.sources(instrument.quotes)),
        (part.run(capital(part.words(instrument.kind))),),
        (part.run(capital(capacity)),) if capacity else (),
        (part.run(part.parties_in_full(instrument.owners)),) if instrument.owners else (),
    )


def history(part: Part) -> list[Block]:
    """The updates until the note's day, the earliest first, and how many are later."""
    known = [update for update in part.shown_updates if update.date <= part.as_of]
    ordered = sorted(known, key=lambda update: update.date)
    rows = [(update.statement, _update(part, update)) for update in ordered]
    columns = ("date", "by", "about", "said")
    blocks = part.grid("briefing_grid.history", columns, rows)
    if later := len(part.shown_updates) - len(known):
        key, number = one_or_many("briefing.later", later), capital(part.in_words(later))
        blocks.append(part.paragraph(key, date=part.day(part.as_of), number=number))
    return blocks


def _update(part: Part, update: Update) -> tuple[Runs, ...]:
    said: list[Runs] = [(*_update_runs(part, update), *part.sources(update.quotes))]
    said.append(part.noted(update))
    if update.document is not None and not update.quotes:
        said.append(part.phrase("briefing.see", paper=the_document(part, update.document)))
    return (
        (part.run(part.day(update.date)),),
        () if update.by is None else (part.run(part.parties_in_full((update.by,))),),
        part.sentence(part.record.statement(update.statement).summary),
        spaced(*said),
    )


def _update_runs(part: Part, update: Update) -> Runs:
    if update.owners is not None:
        names = "; ".join(map(part.party_in_full, update.owners))
        return part.phrase(f"briefing.now_{'owners' if names else 'nobody'}", names=names)
    if update.timeframe is not None:
        term = part.term_runs(update.timeframe, update.document or part.record.source)
        return (*part.phrase("briefing.now_term"), *term)
    if update.firmness is not None:
        return part.phrase("briefing.now_firmness", firmness=part.words(update.firmness))
    if (status_said := update.claimed or update.evidence) is not None:
        return part.phrase(f"briefing_update.{status_said}")
    return ()


def documents(part: Part) -> list[Block]:
    """The documents with their title, from and to whom they are, and where to find them."""
    unknown = part.phrase("briefing.not_recorded")
    rows = []
    named = [each for each in part.shown_documents if _is_known(part, each)]
    for each in named:
        between, found = _between(part, each) or unknown, _found(part, each) or unknown
        rows.append((each.id, (_called(part, each), between, found)))
    columns = ("document", "between", "address")
    blocks = part.grid("briefing_grid.documents", columns, rows)
    if unknown_ones := len(part.shown_documents) - len(named):
        key, number = one_or_many("briefing.unnamed", unknown_ones), part.in_words(unknown_ones)
        blocks.append(part.paragraph(key, number=number))
    return blocks


def _is_known(part: Part, document: Document) -> bool:
    """Whether more is recorded of a document than that it is there, and of what kind."""
    return has_name(part, document.id) or bool(
        _between(part, document) or _found(part, document) or document.text is not None
    )


def _called(part: Part, document: Document) -> Runs:
    called = dated(document, capital(kind_of(part.record, document, part.language)), part.language)
    title = () if document.title is None else part.runs(document.title)
    # A title stands as the paper has it.
    verbatim = tuple(attrs.evolve(run, verbatim=True) for run in title)
    return lines((part.run(called, Look.STRONG),), verbatim, _particulars(part, document))


def _particulars(part: Part, document: Document) -> Runs:
    """Return a motion's outcome, the motion it replaced, and facts from the register."""
    language = part.language
    said = []
    if document.replaces is not None:
        replaced = document.replaces.display(language, document.session_year)
        said.append(f"{part.words('field.replaces')}: {replaced}.")
    if document.outcome is not None:
        outcome = capital(part.words(document.outcome))
        votes = document.votes and ", ".join(vote_counts(document.votes, language))
        said.append(f"{outcome} ({votes})." if votes else f"{outcome}.")
    if document.appreciation is not None:
        appreciation = part.words(document.appreciation)
        said.append(f"{part.words('field.appreciation')}: {appreciation}.")
    said += origins(part, document)
    if document.text is None:
        said.append(part.words("briefing.no_text"))
    return (part.run(" ".join(said), Look.QUIET),) if said else ()


def _between(part: Part, document: Document) -> Runs:
    known = {
        "from": document.authors,
        "on_behalf_of": document.on_behalf_of,
        "to": () if document.addressee is None else (document.addressee,),
    }
    return lines(
        *(
            part.phrase(f"briefing_grid.{key}", names="; ".join(map(part.party_in_full, ids)))
            for key, ids in known.items()
            if ids
        )
    )


def _found(part: Part, document: Document) -> Runs:
    """The paper, its number in the register, and its public address."""
    language = part.language
    paper = paper_name(document, language)
    said: list[Runs] = [(part.run(paper),)] if paper else []
    if document.register_number is not None and document.number is not None:
        said.append(part.phrase("briefing.registered", number=document.register_number))
    if document.reference is not None:
        said.append(part.phrase("briefing.filed_under", reference=document.reference))
    if (url := document.address) is not None:
        said.append((part.run(url, url=url),))
    return lines(*said)
