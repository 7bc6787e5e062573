"""The remarks below a statement in small print: quantities, conditions, means, doubt."""

from collections.abc import Iterator

from ssrpolicy.model import Document, Instrument, PaperNumber, Relation, Statement
from ssrpolicy.views.language import one_or_many
from ssrpolicy.views.notes.blocks import Look, Runs, spaced
from ssrpolicy.views.notes.citations import the_document
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import ReadingContext


def remarks(part: Part, statement: Statement) -> Runs:
    """Return what is recorded of a statement besides its summary; nothing where nothing is."""
    said: list[Runs] = []
    if statement.quantities:
        quantities = part.quantities(statement.quantities)
        said.append(part.phrase("briefing.quantity", Look.QUIET, quantities=quantities))
    if statement.needs:
        lead = part.phrase(one_or_many("briefing.condition", len(statement.needs)), Look.QUIET)
        needs = (part.record.statement(id) for id in statement.needs)
        said.append((*lead, *spaced(*(part.summary(each, Look.QUIET) for each in needs))))
    said += _means(part, statement)
    said += [_relation(part, relation) for relation in statement.relations]
    if statement.doubt is not None:
        lead = part.phrase("briefing.doubt", Look.QUIET)
        said.append((*lead, *part.sentence(statement.doubt, Look.QUIET)))
    return spaced(*said)


def _means(part: Part, statement: Statement) -> Iterator[Runs]:
    """The partners and the instruments; a body that is both is named once."""
    partners = [part.party_in_full(id) for id in statement.partners]
    instruments = [
        entry for id in statement.uses if isinstance(entry := part.record[id], Instrument)
    ]
    names = "; ".join(partners)
    if partners and partners == [each.name.text(part.language) for each in instruments]:
        yield part.phrase(one_or_many("briefing.both", len(partners)), Look.QUIET, names=names)
        return
    if partners:
        yield part.phrase(one_or_many("briefing.partner", len(partners)), Look.QUIET, names=names)
    if instruments:
        runs = [*part.phrase(one_or_many("briefing.use", len(instruments)), Look.QUIET)]
        for number, instrument in enumerate(instruments):
            between = part.run("; " if number else "", Look.QUIET)
            runs += [between, *part.runs(instrument.name, Look.QUIET)]
        yield (*runs, part.run(".", Look.QUIET))


def _relation(part: Part, relation: Relation) -> Runs:
    """How a statement stands to another: the kind, and the other's summary or paper."""
    target = relation.full_id
    if target is None:
        paper = PaperNumber.parse(relation.target).display(part.language)
        return _to_paper(part, relation, paper)
    record = part.handling.by_id.get(target.record)
    if record is None or target.entry not in record:
        # The other record is not in this report, so that only the id of the record is of use.
        return _to_paper(part, relation, part.words("briefing.elsewhere", id=target.record))
    entry = record[target.entry]
    if isinstance(entry, Document):
        other = part if record is part.record else ReadingContext(record, part.language)
        return _to_paper(part, relation, the_document(other, target.entry))
    called = entry.name if isinstance(entry, Instrument) else entry.summary
    lead = part.phrase(f"briefing_relation.{relation.kind}", Look.QUIET)
    return (*lead, *part.sentence(called, Look.QUIET))


def _to_paper(part: Part, relation: Relation, paper: str) -> Runs:
    return part.phrase(f"briefing_relation_paper.{relation.kind}", Look.QUIET, paper=paper)
