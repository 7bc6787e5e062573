"""The options of the Word reporters: a template, where sources stand, what a person supplies."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs
from attrs import frozen

from ssrpolicy.reporting import InputFile, option

if TYPE_CHECKING:
    from ssrpolicy.views import Supplied

Sources: TypeAlias = Literal["none", "list", "footnotes"]
_SOURCES = "Where the sources stand: nowhere, in a list at the end, or in footnotes."


@frozen(kw_only=True)
class DocumentOptions:
    """The options that all Word reporters have; the options of each inherit them."""

    template: InputFile | None = option(
        None,
        help="A Word document or template (.docx, .dotx, .docm, .dotm) whose styles, header, "
        "footer and page set-up the document takes; it is filled at the bookmark ssrpolicy.",
    )
    sources: Sources = option("footnotes", help=_SOURCES)


@frozen(kw_only=True)
class AnnexOptions(DocumentOptions):
    """The options of the budget annex, which names papers in a column and quotes none."""

    sources: Sources = option("none", help=_SOURCES)


@frozen(kw_only=True)
class BriefingOptions(DocumentOptions):
    """What only a person can supply to the note, and the options of every document."""

    sources: Sources = option("list", help=_SOURCES)
    detail: Literal["short", "full"] = option(
        "short",
        help="How much stands in it: what a decision needs, or after that all that the records "
        "hold, which word-dossier writes as a document of its own.",
    )
    recipient: str | None = option(None, help="To whom the note is sent.")
    sender: str | None = option(None, help="Who sends the note.")
    date: dt.date | None = option(None, help="The date of the note.")
    reference: str | None = option(None, help="Its reference in your own filing system.")
    deadline: dt.date | None = option(None, help="The day on which the decision is needed.")
    deadline_reason: str | None = option(
        None, help="Why on that day; it stands in brackets after the deadline."
    )
    annexes: str | None = option(
        None, help="The papers that go with the note, separated by semicolons."
    )
    advice: str | None = option(
        None, help="The decision that is recommended; a blank line begins a new paragraph."
    )
    political_context: str | None = option(
        None, help="What matters politically; a blank line begins a new paragraph."
    )
    alternatives: str | None = option(
        None, help="Which other decisions are possible; a blank line begins a new paragraph."
    )
    risks: str | None = option(
        None, help="Which risks the decision carries; a blank line begins a new paragraph."
    )
    communication: str | None = option(
        None, help="How the decision is announced; a blank line begins a new paragraph."
    )
    coordination: str | None = option(
        None, help="Who was consulted on the note; a blank line begins a new paragraph."
    )
    not_public: str | None = option(
        None, help="What cannot be made public and why; a blank line begins a new paragraph."
    )
    sections: tuple[
        Literal[
            "political_context",
            "alternatives",
            "risks",
            "communication",
            "coordination",
            "not_public",
        ],
        ...,
    ] = option(
        (), help="The sections that are still to be written; each stands there to be filled in."
    )
    texts: InputFile | None = option(
        None,
        help="A TOML file with any of these texts and days; an option goes before what it has.",
    )

    def supplied(self) -> Supplied:
        """Return the texts that these options fill in; others are marked places in the note."""
        from ssrpolicy.views import Supplied  # noqa: PLC0415 - it loads the views of notes, which are needed for a note only
        from ssrpolicy_word.supplied import read_supplied  # noqa: PLC0415 - it loads the views of notes, which are needed for a note only

        given = {name: getattr(self, name) for name in attrs.fields_dict(Supplied)}
        annexes = (self.annexes or "").split(";")
        given["annexes"] = tuple(annex.strip() for annex in annexes if annex.strip())
        return read_supplied(self.texts, given)
