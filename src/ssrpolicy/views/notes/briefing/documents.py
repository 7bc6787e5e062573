"""The documents on which a record rests, as a table of a briefing note."""

from collections.abc import Iterable

import attrs

from ssrpolicy.model import Document
from ssrpolicy.views.language import capital, words
from ssrpolicy.views.notes.blocks import Block, Look, Runs, lines
from ssrpolicy.views.notes.citations import kind_of
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import paper_name, vote_counts


def documents(part: Part) -> list[Block]:
    """The documents with their title, from and to whom they are, and where to find them."""
    unknown: Runs = part.phrase("briefing.not_recorded")
    rows = [
        (
            each.id,
            (_called(part, each), _between(part, each) or unknown, _found(part, each) or unknown),
        )
        for each in part.record.documents
    ]
    columns = {"document": 0.42, "between": 0.26, "address": 0.32}
    return part.grid("briefing_grid.documents", columns, rows)


def _called(part: Part, document: Document) -> Runs:
    called = capital(kind_of(part, document))
    if document.date is not None:
        date = part.day(document.date)
        called = part.words("document_name.dated", kind=called, date=date)
    title = () if document.title is None else _verbatim(part.runs(document.title))
    return lines((part.run(called, Look.STRONG),), title, _particulars(part, document))


def _verbatim(runs: Runs) -> Runs:
    """A title, which stands as the paper has it."""
    return tuple(attrs.evolve(run, verbatim=True) for run in runs)


def _particulars(part: Part, document: Document) -> Runs:
    """What became of a motion, what it replaced, and what comes from the register."""
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
    if document.metadata_from is not None:
        said.append(part.words("briefing.from_register"))
    elif document.from_register:
        fields = ", ".join(_fields(part, document.from_register))
        said.append(part.words("briefing.partly_from_register", fields=fields))
    for each in document.facts_from:
        place = each.name if each.url is None else f"{each.name} ({each.url})"
        fields = part.listing(_fields(part, each.facts))
        said.append(part.words("briefing.facts_from", fields=fields, name=place))
    if document.unsourced:
        fields = part.listing(_fields(part, document.unsourced))
        said.append(part.words("briefing.unsourced", fields=fields))
    if document.text is None:
        said.append(part.words("briefing.no_text"))
    return (part.run(" ".join(said), Look.QUIET),) if said else ()


def _fields(part: Part, names: Iterable[str]) -> list[str]:
    known = words("briefing_particular")
    return [part.words(f"briefing_particular.{n}") if n in known else n for n in names]


def _between(part: Part, document: Document) -> Runs:
    said = []
    addressee = () if document.addressee is None else (document.addressee,)
    for key, ids in (
        ("from", document.authors),
        ("on_behalf_of", document.on_behalf_of),
        ("to", addressee),
    ):
        if ids:
            names = "; ".join(part.party_in_full(id) for id in ids)
            said.append(part.words(f"briefing_grid.{key}", names=names))
    return lines(*((part.run(line),) for line in said))


def _found(part: Part, document: Document) -> Runs:
    """The paper, its number in the register, and its public address."""
    language = part.language
    paper = paper_name(document, language)
    said: list[Runs] = [(part.run(paper),)] if paper else []
    if document.register_number is not None and document.number is not None:
        said.append(part.phrase("briefing.registered", number=document.register_number))
    if (url := document.address) is not None:
        said.append((part.run(url, url=url),))
    return lines(*said)
