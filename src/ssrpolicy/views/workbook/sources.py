"""The tracker's rows of sources: the documents of each record."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ssrpolicy.model.documents import Document
from ssrpolicy.model.texts import LANGUAGES
from ssrpolicy.model.vocabulary import DocumentKind, Outcome
from ssrpolicy.views.language.labels import capital, label, words
from ssrpolicy.views.workbook.rows import ColumnOf, Scope, word, word_or_none, yes_or_no
from ssrpolicy.views.workbook.tables import Kind, Link


@frozen(eq=False)
class SourceRow:
    """A document of a record."""

    scope: Scope
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
        return None if to is None else capital(self.scope.names.party(to))

    @property
    def replaces(self) -> str | None:
        """The paper in whose place it came."""
        number = self.document.replaces
        return None if number is None else number.display(self.scope.language)

    @property
    def language(self) -> str | None:
        """The language it is in, by name where it is one of the reports'."""
        tag = self.document.language
        return capital(label(f"language.{tag}", self.scope.language)) if tag in LANGUAGES else tag

    @property
    def votes(self) -> str | None:
        """The votes for and against."""
        votes = self.document.votes
        if votes is None:
            return None
        parts = [("in_favour", votes.in_favour), ("against", votes.against)]
        if votes.not_voting is not None:
            parts.append(("not_voting", votes.not_voting))
        return ", ".join(
            label(f"votes.{key}", self.scope.language, number=number) for key, number in parts
        )

    @property
    def from_register(self) -> str | None:
        """Which of the metadata come from the register and not from the document."""
        language = self.scope.language
        if self.document.metadata_from is not None:
            return label("tracker.all_metadata", language)
        known = words("field")
        fields = (
            label(f"field.{name}", language) if name in known else name
            for name in self.document.from_register
        )
        return ", ".join(fields) or None


def source_rows(scope: Scope) -> Iterator[tuple[str, SourceRow]]:
    """Yield the documents in the order of the record."""
    for document in scope.record.documents:
        yield scope.record.full_id(document.id), SourceRow(scope, document)


_Source = ColumnOf[SourceRow]

SOURCES: tuple[_Source, ...] = (
    _Source("id", Kind.ID, 20, lambda row: row.scope.record.full_id(row.document.id), main=True),
    _Source(
        "kind",
        Kind.CHOICE,
        14,
        lambda row: word(row.document.kind, row.scope.language),
        main=True,
        vocabulary=DocumentKind,
    ),
    _Source(
        "number",
        Kind.TEXT,
        28,
        lambda row: (
            None
            if row.document.number is None
            else row.document.number.display(row.scope.language, row.document.session_year)
        ),
        main=True,
    ),
    _Source(
        "title", Kind.TEXT, 46, lambda row: row.scope.names.text(row.document.title), main=True
    ),
    _Source("date", Kind.DATE, 12, lambda row: row.document.date, main=True),
    _Source(
        "authors",
        Kind.TEXT,
        28,
        lambda row: row.scope.names.parties(row.document.authors),
        main=True,
    ),
    _Source("addressee", Kind.TEXT, 24, lambda row: row.addressee, main=True),
    _Source("address", Kind.LINK, 58, lambda row: row.address, main=True),
    _Source(
        "has_text",
        Kind.CHOICE,
        12,
        lambda row: yes_or_no(row.document.text is not None, row.scope.language),
        main=True,
        vocabulary="yes_no",
    ),
    _Source("replaces", Kind.TEXT, 26, lambda row: row.replaces, main=True),
    _Source(
        "outcome",
        Kind.CHOICE,
        14,
        lambda row: word_or_none(row.document.outcome, row.scope.language),
        main=True,
        vocabulary=Outcome,
    ),
    _Source(
        "appreciation",
        Kind.TEXT,
        26,
        lambda row: word_or_none(row.document.appreciation, row.scope.language),
        main=True,
    ),
    _Source("votes", Kind.TEXT, 18, lambda row: row.votes),
    _Source(
        "on_behalf_of",
        Kind.TEXT,
        28,
        lambda row: row.scope.names.parties(row.document.on_behalf_of),
    ),
    _Source("register_number", Kind.SHORT, 16, lambda row: row.document.register_number),
    _Source("session_year", Kind.SHORT, 13, lambda row: row.document.session_year),
    _Source("metadata_from", Kind.TEXT, 28, lambda row: row.from_register),
    _Source("language", Kind.SHORT, 12, lambda row: row.language),
    _Source("file", Kind.TEXT, 28, lambda row: row.document.file),
)
"""The columns of sources."""
