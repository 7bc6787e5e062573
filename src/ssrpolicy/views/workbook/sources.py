"""The tracker's rows of sources: the documents of each record."""

from collections.abc import Iterator

from attrs import frozen

from ssrpolicy.model import LANGUAGES, Document, DocumentKind, Outcome
from ssrpolicy.views.language import capital, label
from ssrpolicy.views.shared import ReadingContext, fact_sources, register_fields, vote_counts
from ssrpolicy.views.workbook.cells import Coded, Link
from ssrpolicy.views.workbook.rows import Row
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, secondary, word_or_none


@frozen(eq=False)
class SourceRow(Row):
    """A document of a record."""

    document: Document

    @property
    def address(self) -> Link | None:
        """The public address, as a link."""
        address = self.document.address
        return None if address is None else Link(address, address)

    @property
    def addressee(self) -> str | None:
        """To whom it is."""
        to = self.document.addressee
        return None if to is None else capital(self.context.party(to))

    @property
    def replaces(self) -> str | None:
        """The paper in whose place it came."""
        number = self.document.replaces
        return None if number is None else number.display(self.context.language)

    @property
    def language(self) -> str | None:
        """The language it is in, by name where it is one of the reports'."""
        tag = self.document.language
        if tag not in LANGUAGES:
            return tag
        return Coded(capital(label(f"language.{tag}", self.context.language)), tag)

    @property
    def number(self) -> str | None:
        """The citation of its paper."""
        number = self.document.number
        if number is None:
            return None
        return number.display(self.context.language, self.document.session_year)

    @property
    def votes(self) -> str | None:
        """The votes for and against."""
        votes = self.document.votes
        return None if votes is None else ", ".join(vote_counts(votes, self.context.language))

    @property
    def title(self) -> str | None:
        """The title of the document, or else that of the record which is of it."""
        title, record = self.document.title, self.context.record
        if title is None and self.document.id == record.source:
            title = record.title
        return self.context.text(title)

    @property
    def from_register(self) -> str | None:
        """Which of the metadata come from the register and not from the document."""
        document = self.document
        said = register_fields(document, self.context.language)
        if said is None:
            return None
        whole = document.metadata_from
        return Coded(said, ", ".join(document.from_register) if whole is None else whole.value)

    @property
    def facts_from(self) -> str | None:
        """Which of the metadata come from another place, a line a place, and which from nowhere."""
        return fact_sources(self.document, self.context.language)


def source_rows(context: ReadingContext) -> Iterator[tuple[str, SourceRow]]:
    """Yield the documents in the order of the record, until the day."""
    for document in context.shown_documents:
        yield context.record.full_id(document.id), SourceRow(context, document)


_Column = ColumnOf[SourceRow]

SOURCES: tuple[_Column, ...] = (
    _Column("id", 18, lambda row: row.context.record.full_id(row.document.id), Kind.ID),
    _Column("kind", 14, lambda row: row.document.kind, DocumentKind),
    _Column("number", 26, lambda row: row.number),
    _Column("register_number", 16, lambda row: row.document.register_number, Kind.SHORT),
    _Column("title", 40, lambda row: row.title),
    _Column("date", 12, lambda row: row.document.date, Kind.DATE),
    _Column("authors", 28, lambda row: row.context.parties(row.document.authors)),
    _Column("address", 44, lambda row: row.address, Kind.LINK),
    _Column("outcome", 13, lambda row: row.document.outcome, Outcome),
    *secondary(
        _Column("addressee", 24, lambda row: row.addressee),
        _Column("has_text", 12, lambda row: row.document.text is not None, "yes_no"),
        _Column("replaces", 26, lambda row: row.replaces),
        _Column(
            "appreciation",
            26,
            lambda row: word_or_none(row.document.appreciation, row.context.language),
        ),
        _Column("votes", 18, lambda row: row.votes),
        _Column("on_behalf_of", 28, lambda row: row.context.parties(row.document.on_behalf_of)),
        _Column("reference", 20, lambda row: row.document.reference),
        _Column("session_year", 13, lambda row: row.document.session_year, Kind.SHORT),
        _Column("metadata_from", 28, lambda row: row.from_register),
        _Column("facts_from", 40, lambda row: row.facts_from),
        _Column("language", 12, lambda row: row.language, Kind.SHORT),
        _Column("file", 28, lambda row: row.document.file),
    ),
)
"""The columns of sources."""
