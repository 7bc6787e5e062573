"""The tracker's rows of sources: the documents of each record."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from ssrpolicy.model import LANGUAGES, Document, DocumentKind, Outcome
from ssrpolicy.views.language.labels import capital, label, words
from ssrpolicy.views.shared import ReadingContext, vote_counts
from ssrpolicy.views.workbook.rows import ColumnOf, word_or_none
from ssrpolicy.views.workbook.tables import Kind, Link


@frozen(eq=False)
class SourceRow:
    """A document of a record."""

    context: ReadingContext
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


_Source = ColumnOf[SourceRow]

SOURCES: tuple[_Source, ...] = (
    _Source("id", Kind.ID, 20, lambda row: row.context.record.full_id(row.document.id)),
    _Source("kind", Kind.CHOICE, 14, lambda row: row.document.kind, vocabulary=DocumentKind),
    _Source("number", Kind.TEXT, 28, lambda row: row.number),
    _Source("title", Kind.TEXT, 46, lambda row: row.context.text(row.document.title)),
    _Source("date", Kind.DATE, 12, lambda row: row.document.date),
    _Source("authors", Kind.TEXT, 28, lambda row: row.context.parties(row.document.authors)),
    _Source("addressee", Kind.TEXT, 24, lambda row: row.addressee),
    _Source("address", Kind.LINK, 58, lambda row: row.address),
    _Source(
        "has_text", Kind.CHOICE, 12, lambda row: row.document.text is not None, vocabulary="yes_no"
    ),
    _Source("replaces", Kind.TEXT, 26, lambda row: row.replaces),
    _Source("outcome", Kind.CHOICE, 14, lambda row: row.document.outcome, vocabulary=Outcome),
    _Source(
        "appreciation",
        Kind.TEXT,
        26,
        lambda row: word_or_none(row.document.appreciation, row.context.language),
    ),
    _Source("votes", Kind.TEXT, 18, lambda row: row.votes, main=False),
    _Source(
        "on_behalf_of",
        Kind.TEXT,
        28,
        lambda row: row.context.parties(row.document.on_behalf_of),
        main=False,
    ),
    _Source(
        "register_number", Kind.SHORT, 16, lambda row: row.document.register_number, main=False
    ),
    _Source("session_year", Kind.SHORT, 13, lambda row: row.document.session_year, main=False),
    _Source("metadata_from", Kind.TEXT, 28, lambda row: row.from_register, main=False),
    _Source("facts_from", Kind.TEXT, 40, lambda row: row.facts_from, main=False),
    _Source("language", Kind.SHORT, 12, lambda row: row.language, main=False),
    _Source("file", Kind.TEXT, 28, lambda row: row.document.file, main=False),
)
"""The columns of sources."""
