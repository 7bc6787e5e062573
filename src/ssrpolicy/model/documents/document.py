"""The papers a record rests on, and the passages quoted from them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from attrs import Attribute, field, frozen

from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _
from ssrpolicy.model.documents.parts import TextParts
from ssrpolicy.model.documents.votes import Votes
from ssrpolicy.model.papers import PaperNumber, paper_number
from ssrpolicy.model.shortening import brief
from ssrpolicy.model.texts import (
    LocalText,
    check_text,
    identifier,
    identifiers,
    invalid_value,
    local_text,
    made_of,
    plain_text,
    plain_texts,
)
from ssrpolicy.model.timeframes import calendar_day
from ssrpolicy.model.vocabulary import (
    Appreciation,
    DocumentKind,
    MetadataSource,
    Outcome,
    SetAsideReason,
    to_appreciation,
    to_document_kind,
    to_metadata_source,
    to_outcome,
    to_set_aside_reason,
)
from ssrpolicy.passwords import has_password

_LINE_END = re.compile("\r\n?")
_WEB_ADDRESS = re.compile(r"https?://\S+")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SESSION_YEAR = re.compile(r"(\d{4})-(\d{4})")


def _line_feeds(quote: str) -> str:
    given: Any = quote  # whoever writes Python may give anything; the validator says so
    return _LINE_END.sub("\n", quote) if isinstance(given, str) and "\r" in given else quote


def _quote(_instance: object, attribute: Attribute[Any], text: Any) -> None:
    # A form feed marks a page in many sources, and white space is folded when matching, so a
    # quote that runs over a page may hold one.
    check_text(text.replace("\f", " ") if isinstance(text, str) else text, attribute.name)


def _sha256(_instance: object, attribute: Attribute[Any], text: Any) -> None:
    if text is not None and not (isinstance(text, str) and _SHA256.fullmatch(text)):
        raise invalid_value(
            _("{name} is not a SHA-256: 64 digits 0-9 and letters a-f", name=attribute.name),
            of_type=isinstance(text, str),
        )


def _language_tag(_instance: object, attribute: Attribute[Any], text: Any) -> None:
    if text is not None and not (isinstance(text, str) and _LANGUAGE_TAG.fullmatch(text)):
        raise invalid_value(
            _(
                "{name} {text!r:.40} is not a language tag such as nl or en-GB",
                name=attribute.name,
                text=text,
            ),
            of_type=isinstance(text, str),
        )


def _session_year(_instance: object, attribute: Attribute[Any], text: Any) -> None:
    if text is None:
        return
    years = _SESSION_YEAR.fullmatch(text) if isinstance(text, str) else None
    if years is None or int(years[2]) != int(years[1]) + 1:
        raise invalid_value(
            _(
                "{name} {text!r:.40} is not a session year such as 2009-2010",
                name=attribute.name,
                text=text,
            ),
            of_type=isinstance(text, str),
        )


def _file(_instance: object, attribute: Attribute[Any], text: Any) -> None:
    plain_text(None, attribute, text)
    if text is not None and "\\" in text:
        raise invalid_value(
            _(
                "{name} {text!r:.120} has a backslash: write folders with /",
                name=attribute.name,
                text=text,
            )
        )


def _web_address(_instance: object, attribute: Attribute[Any], text: Any) -> None:
    plain_text(None, attribute, text)
    if text is not None and not _WEB_ADDRESS.fullmatch(text):
        raise invalid_value(
            _(
                "{name} {text!r:.120} is not an address that begins with https:// and has no "
                "white space",
                name=attribute.name,
                text=text,
            )
        )
    if text is not None and has_password(text):
        said = _("{name} holds a password: write the address without it", name=attribute.name)
        raise invalid_value(said)


@frozen(kw_only=True)
class Passage:
    """Words of a document, as the recorder quotes them.

    Where they stand (start, end, heading, paragraph) is derived from the document's text and
    never typed.

    Attributes:
        document: the id of the document.
        quote: the words.
        prefix: words just before, needed only where the quote stands there more than once.
        suffix: words just after, needed as the prefix is.
    """

    document: str = field(validator=identifier)
    quote: str = field(converter=_line_feeds, validator=_quote)
    prefix: str = field(default="", converter=_line_feeds)
    suffix: str = field(default="", converter=_line_feeds)

    def __attrs_post_init__(self) -> None:
        for name in ("prefix", "suffix"):
            if not isinstance(text := getattr(self, name), str) or text:
                check_text(text.replace("\f", " ") if isinstance(text, str) else text, name)

    def __repr__(self) -> str:
        return f"<Passage of {self.document}: {brief(self.quote)!r}>"


passages = made_of(Passage, 'Passage(document="letter", quote="...")')
"""Validates a field that holds quotes."""


@frozen(kw_only=True)
@by_fields
class SetAside:
    """A passage that is left out on purpose, and why.

    Attributes:
        quote: the passage.
        reason: why it is left out.
    """

    quote: Passage = field(validator=passages)
    reason: SetAsideReason = field(converter=to_set_aside_reason)

    def __repr__(self) -> str:
        return f"<SetAside as {self.reason}: {brief(self.quote.quote)!r}>"


def _some(_instance: object, attribute: Attribute[Any], names: tuple[str, ...]) -> None:
    plain_texts(None, attribute, names)
    if not names:
        raise invalid_value(_("{name} names no field of the document", name=attribute.name))


@frozen(kw_only=True)
@by_fields
class FactsFrom:
    """Where fields of a document come from that neither the paper nor the register gives.

    Attributes:
        facts: the names of the fields.
        name: what the place is called, such as the proceedings of a sitting.
        url: the address of the place.
    """

    facts: tuple[str, ...] = field(validator=_some)
    name: str = field(validator=plain_text)
    url: str | None = field(default=None, validator=_web_address)


@frozen(kw_only=True)
@by_fields
class Document:
    """A paper: a letter, a motion, a report, with what is known of it; the rest is absent.

    A quote from a document without a text is unverified.

    Attributes:
        id: its id in the record.
        kind: what kind of paper it is.
        number: its number as a parliamentary paper.
        register_number: its number in the register of the House.
        reference: what the sender files it under (in Dutch its kenmerk).
        title: what the paper is called.
        date: the day of the paper.
        session_year: the parliamentary year, such as 2009-2010.
        authors: the ids of the parties that sign it.
        on_behalf_of: the ids of those on whose behalf they sign.
        addressee: the id of the party to which it is sent.
        url: its public address.
        language: the language tag of its text, such as nl.
        file: the file of its text, as a path from the record's folder: sources/letter.txt.
        sha256: the digest of the bytes of ``file``, as 64 hexadecimal digits.
        original: the file that the text was read from, such as a PDF.
        original_sha256: the digest of the bytes of ``original``.
        parts_sha256: the digest of the file next to the text that holds ``parts``.
        metadata_from: register where all of this comes from the register of the House; None where
            the paper states it.
        from_register: the names of the fields that come from the register.
        facts_from: the fields that come from another place, with that place.
        replaces: the number of the paper in whose place this one came.
        outcome: what the House decided on a motion.
        votes: the votes on a motion.
        appreciation: the cabinet's advice on a motion.
        text: the whole text of ``file`` as it was recorded, with its line ends.
        parts: what is known of the pages of ``original``, and of what stands next to its text.
    """

    id: str = field(validator=identifier)
    kind: DocumentKind = field(converter=to_document_kind)
    number: PaperNumber | None = field(default=None, validator=paper_number)
    register_number: str | None = field(default=None, validator=plain_text)
    reference: str | None = field(default=None, validator=plain_text)
    title: LocalText | None = field(default=None, validator=local_text)
    date: dt.date | None = field(default=None, validator=calendar_day)
    session_year: str | None = field(default=None, validator=_session_year)
    authors: tuple[str, ...] = field(default=(), validator=identifiers)
    on_behalf_of: tuple[str, ...] = field(default=(), validator=identifiers)
    addressee: str | None = field(default=None, validator=identifier)
    url: str | None = field(default=None, validator=_web_address)
    language: str | None = field(default=None, validator=_language_tag)
    file: str | None = field(default=None, validator=_file)
    sha256: str | None = field(default=None, validator=_sha256)
    original: str | None = field(default=None, validator=_file)
    original_sha256: str | None = field(default=None, validator=_sha256)
    parts_sha256: str | None = field(default=None, validator=_sha256)
    metadata_from: MetadataSource | None = field(default=None, converter=to_metadata_source)
    from_register: tuple[str, ...] = field(default=(), validator=plain_texts)
    facts_from: tuple[FactsFrom, ...] = field(
        default=(), validator=made_of(FactsFrom, 'FactsFrom(facts=("outcome",), name="...")')
    )
    replaces: PaperNumber | None = field(default=None, validator=paper_number)
    outcome: Outcome | None = field(default=None, converter=to_outcome)
    votes: Votes | None = field(
        default=None, validator=made_of(Votes, "Votes(in_favour=76, against=74)")
    )
    appreciation: Appreciation | None = field(default=None, converter=to_appreciation)
    text: str | None = field(
        default=None, repr=False, validator=made_of(str, '"Geachte voorzitter, ..."')
    )
    parts: TextParts | None = field(
        default=None, repr=False, validator=made_of(TextParts, "TextParts(pages=(0, 2_400))")
    )

    @property
    def address(self) -> str | None:
        """The public address of the paper: its own, or that of its number; None if neither."""
        if self.url is not None:
            return self.url
        return None if self.number is None else self.number.url

    @property
    def unsourced(self) -> tuple[str, ...]:
        """The facts on a motion for which the record gives no source.

        No motion states its own outcome, votes or appreciation.
        """
        if self.metadata_from is not None or self.kind is not DocumentKind.MOTION:
            return ()
        known = {*self.from_register, *(name for each in self.facts_from for name in each.facts)}
        facts = ("outcome", "votes", "appreciation")
        return tuple(f for f in facts if f not in known and getattr(self, f) is not None)

    def __repr__(self) -> str:
        name = self.number or self.register_number or self.kind
        return f"<Document {self.id}: {name}>"
