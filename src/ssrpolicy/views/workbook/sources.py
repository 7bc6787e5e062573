"""The tracker's rows of sources: the documents of each record."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from ssrpolicy.model import LANGUAGES, Document, DocumentKind, Outcome
from ssrpolicy.views.language import capital, label, words
from ssrpolicy.views.shared import ReadingContext, vote_counts
from ssrpolicy.views.workbook.rows import Row
from ssrpolicy.views.workbook.tables import ColumnOf, Kind, Link, secondary, word_or_none


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
        return capital(label(f"language.{tag}", self.context.language)) if tag in LANGUAGES else tag

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
    def appreciation(self) -> str | None:
        """What the minister thinks of it."""
        return word_or_none(self.document.appreciation, self.context.language)

    @property
    def from_register(self) -> str | None:
        """Which of the metadata come from the register and not from the document."""
        if self.document.metadata_from is not None:
            return self.context.words("tracker.all_metadata")
        return self._fields(self.document.from_register) or None

    @property
    def facts_from(self) -> str | None:
        """Which of the metadata come from another place, a line a place, and which from nowhere."""
        said = [
            f"{self._fields(each.facts)}: {each.name}" + (f" ({each.url})" if each.url else "")
            for each in self.document.facts_from
        ]
        if unsourced := self._fields(self.document.unsourced):
            said.append(f"{unsourced}: {self.context.words('tracker.unsourced')}")
        return "\n".join(said) or None

    def _fields(self, names: Iterable[str]) -> str:
        known, language = words("field"), self.context.language
        return ", ".join(label(f"field.{n}", language) if n in known else n for n in names)


def source_rows(context: ReadingContext) -> Iterator[tuple[str, SourceRow]]:
    """Yield the documents in the order of the record."""
    for document in context.record.documents:
        yield context.record.full_id(document.id), SourceRow(context, document)


_Column = ColumnOf[SourceRow]

SOURCES: tuple[_Column, ...] = (
    _Column("id", 20, lambda row: row.context.record.full_id(row.document.id), Kind.ID),
    _Column("kind", 14, lambda row: row.document.kind, vocabulary=DocumentKind),
    _Column("number", 28, lambda row: row.number),
    _Column("title", 46, lambda row: row.context.text(row.document.title)),
    _Column("date", 12, lambda row: row.document.date, Kind.DATE),
    _Column("authors", 28, lambda row: row.context.parties(row.document.authors)),
    _Column("addressee", 24, lambda row: row.addressee),
    _Column("address", 58, lambda row: row.address, Kind.LINK),
    _Column("has_text", 12, lambda row: row.document.text is not None, vocabulary="yes_no"),
    _Column("replaces", 26, lambda row: row.replaces),
    _Column("outcome", 14, lambda row: row.document.outcome, vocabulary=Outcome),
    _Column("appreciation", 26, lambda row: row.appreciation),
    *secondary(
        _Column("votes", 18, lambda row: row.votes),
        _Column("on_behalf_of", 28, lambda row: row.context.parties(row.document.on_behalf_of)),
        _Column("register_number", 16, lambda row: row.document.register_number, Kind.SHORT),
        _Column("session_year", 13, lambda row: row.document.session_year, Kind.SHORT),
        _Column("metadata_from", 28, lambda row: row.from_register),
        _Column("facts_from", 40, lambda row: row.facts_from),
        _Column("language", 12, lambda row: row.language, Kind.SHORT),
        _Column("file", 28, lambda row: row.document.file),
    ),
)
"""The columns of sources."""
