"""What a record answers that takes more than the record: code lists, sources and rules.

These stand in rooms above the model, which imports none of them; one module,
``ssrpolicy.answering``, gives their answers, and is loaded with the first such question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, Self, cast

from ssrpolicy.model.asking.located import PlaceInText, SentenceRecorded
from ssrpolicy.model.documents.document import Passage
from ssrpolicy.model.findings import Finding
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.parties import Code, ListName
from ssrpolicy.model.progress import Progress
from ssrpolicy.model.statements import Statement


class Answering(Protocol):
    """What ``ssrpolicy.answering`` offers; each function takes the record first."""

    def located(self, record: Any, words: object, document: object) -> PlaceInText:
        """Return where words stand in the record's sources."""

    def sentences(self, record: Any) -> tuple[SentenceRecorded, ...]:
        """Return how far each sentence of the record's sources is recorded."""

    def findings(self, record: Any) -> tuple[Finding, ...]:
        """Return everything that is wrong with the record, or worth a look."""

    def code(self, record: Any, list_name: ListName, id: str) -> Code | None:
        """Return a code of the record or of the code lists."""

    def check_code(self, record: Any, list_name: ListName, code: object, others: object) -> None:
        """Raise ArgumentError for a code that neither the code lists nor the records have."""


@cache
def _answering() -> Answering:
    return cast("Answering", import_module("ssrpolicy.answering"))


class Questions:
    """The questions that :class:`PolicyRecord` answers with what stands above the model."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def statements(self) -> tuple[Statement, ...]:
            """The statements of the record."""

        @property
        def instruments(self) -> tuple[Instrument, ...]:
            """The instruments of the record."""

        def progress(self, statement: str, *, as_of: dt.date) -> Progress:
            """Return where a statement stands as of a date."""

    def locate(self, words: Passage | str, document: str | None = None) -> PlaceInText:
        """Return where a passage, or words, stand in the record's sources.

        ``document`` is the id of the document to look in: by default that of the passage, and
        for words every document with a text. Line ends, hyphens at line ends and kinds of
        quotation mark make no difference. Raises NotLocatedError where the words do not stand in
        exactly one place, with the nearest words or the places as its hint.
        """
        return _answering().located(self, words, document)

    def coverage(self) -> tuple[SentenceRecorded, ...]:
        """Return each sentence of each source, in reading order, and what accounts for it.

        Headings, letterhead and signature have no sentences, nor has a document without a text.
        """
        return _answering().sentences(self)

    def findings(self) -> tuple[Finding, ...]:
        """Return everything that is wrong with the record or worth a look, as ``check`` does."""
        return _answering().findings(self)

    def code(self, list_name: ListName, id: str) -> Code | None:
        """Return a code with its names, the record's own before that of the code list, or None.

        ``record.code("parties", "nl-bz").name.nl`` is what a party is called.
        """
        return _answering().code(self, list_name, id)

    def check_code(self, list_name: ListName, code: str) -> None:
        """Raise ArgumentError for a code that neither the code lists nor this record has.

        ``list_name`` is ``parties``, ``places``, ``sectors`` or ``frameworks``; the nearest codes
        are named.
        """
        _answering().check_code(self, list_name, code, ())

    # -- who, where, on what --------------------------------------------------------------------

    def owned_by(
        self, party: str, *, as_of: dt.date | None = None, known_in: Iterable[Self] = ()
    ) -> tuple[Statement, ...]:
        """Return what a party owns: as stated, or as of a date with the transfers until then.

        Raises ArgumentError where neither the code lists, nor this record, nor one of the records
        of ``known_in`` has the party.
        """
        _answering().check_code(self, "parties", party, known_in)
        return tuple(
            s
            for s in self.statements
            if party in (s.owners if as_of is None else self.progress(s.id, as_of=as_of).owners)
        )

    def instruments_of(
        self, party: str, *, known_in: Iterable[Self] = ()
    ) -> tuple[Instrument, ...]:
        """Return the instruments that a party runs, pays or is.

        Raises ArgumentError for a party that is not known, as :meth:`owned_by` does.
        """
        _answering().check_code(self, "parties", party, known_in)
        return tuple(i for i in self.instruments if party in i.owners or party == i.party)

    def in_place(self, place: str, *, known_in: Iterable[Self] = ()) -> tuple[Statement, ...]:
        """Return the statements about a place, by its code (``AFG``).

        Raises ArgumentError where neither the code lists, nor this record, nor one of the records
        of ``known_in`` has the place.
        """
        _answering().check_code(self, "places", place, known_in)
        return tuple(s for s in self.statements if place in s.places)

    def in_sector(self, sector: str, *, known_in: Iterable[Self] = ()) -> tuple[Statement, ...]:
        """Return the statements about a sector, by its code (``police``).

        Raises ArgumentError where neither the code lists, nor this record, nor one of the records
        of ``known_in`` has the sector.
        """
        _answering().check_code(self, "sectors", sector, known_in)
        return tuple(s for s in self.statements if sector in s.sectors)
