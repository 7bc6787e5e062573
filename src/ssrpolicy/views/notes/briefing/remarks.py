"""What is remarked on a statement, smaller than the statement itself: conditions, means, doubt."""

from __future__ import annotations

from collections.abc import Iterator

from ssrpolicy.model.documents import Document
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.statements import Relation, Statement
from ssrpolicy.views.language.labels import label
from ssrpolicy.views.notes.blocks import Look, Run, Runs
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.part import Part, spaced
from ssrpolicy.views.shared.names import Names


def remarks(part: Part, statement: Statement) -> Runs:
    """Return what is recorded of a statement beside its summary; nothing where nothing is."""
    said: list[Runs] = []
    if statement.quantities:
        quantities = part.quantities(statement.quantities)
        said.append(_quiet(part, part.words("quantity", quantities=quantities)))
    if statement.needs:
        needs = [part.record.statement(id) for id in statement.needs]
        words = part.words("condition_one" if len(needs) == 1 else "condition_many")
        said.append((*_quiet(part, words), *part.sentences(needs, Look.QUIET)))
    said += _means(part, statement)
    said += [_relation(part, relation) for relation in statement.relations]
    if statement.doubt is not None:
        said.append((*_quiet(part, part.words("doubt")), *part.full(statement.doubt, Look.QUIET)))
    return spaced(*said)


def _quiet(part: Part, text: str) -> Runs:
    return (part.run(text, Look.QUIET),)


def _means(part: Part, statement: Statement) -> Iterator[Runs]:
    """The partners and the instruments; a body that is both is named once."""
    partners = [part.party(id) for id in statement.partners]
    instruments = [
        entry for id in statement.uses if isinstance(entry := part.record[id], Instrument)
    ]
    names = "; ".join(partners)
    if partners and partners == [each.name.text(part.language) for each in instruments]:
        both = "partner_and_use" if len(partners) == 1 else "partners_and_uses"
        yield _quiet(part, part.words(both, names=names))
        return
    if partners:
        key = "partner" if len(partners) == 1 else "partners"
        yield _quiet(part, part.words(key, names=names))
    if instruments:
        runs: list[Run] = [*_quiet(part, part.words("use" if len(instruments) == 1 else "uses"))]
        for number, instrument in enumerate(instruments):
            runs += [*_quiet(part, "; " if number else ""), *part.text(instrument.name, Look.QUIET)]
        yield (*runs, *_quiet(part, "."))


def _relation(part: Part, relation: Relation) -> Runs:
    """How a statement stands to another: the kind, and the other's summary or paper."""
    target = relation.full_id
    if target is None:
        paper = PaperNumber.parse(relation.target).display(part.language)
        return _to_paper(part, relation, paper)
    record = part.names.records.get(target.record)
    if record is None or target.entry not in record:
        # The other record is not in this report, so that only its id is known.
        return _to_paper(part, relation, part.words("elsewhere", id=relation.target))
    entry = record[target.entry]
    if isinstance(entry, Document):
        names = part.names if record is part.record else Names(record, part.language)
        return _to_paper(part, relation, the_document(names, target.entry))
    called = entry.name if isinstance(entry, Instrument) else entry.summary
    lead = label(f"briefing_relation.{relation.kind}", part.language)
    return (*_quiet(part, lead), *part.full(called, Look.QUIET))


def _to_paper(part: Part, relation: Relation, paper: str) -> Runs:
    return _quiet(
        part, label(f"briefing_relation_paper.{relation.kind}", part.language, paper=paper)
    )
