"""Quotes as a reader sees them: on one line, with the place, and whether they are verified."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from ssrpolicy.evidence import AnchorState, SourceText, anchors
from ssrpolicy.model import Language, Passage, PolicyRecord, derived
from ssrpolicy.views.language import label


@frozen(kw_only=True)
class ShownPassage:
    """A quote on one line, the heading it stands under, its paragraph and page (from 1), if known.

    ``verified`` is whether the words stand in the document's text, exactly once.
    """

    text: str
    document: str
    heading: str | None
    paragraph: int | None
    page: int | None = None
    verified: bool


@derived
def _known(_record: PolicyRecord) -> dict[Passage, ShownPassage]:
    return {}


def remember_shown(record: PolicyRecord, passages: Mapping[Passage, ShownPassage]) -> None:
    """Say how passages of a record are shown, which is kept without the texts of its papers."""
    _known(record).update(passages)


def shown(record: PolicyRecord, passage: Passage) -> ShownPassage:
    """Return a passage as a reader sees it; line-end hyphens of the publisher are joined."""
    if (known := _known(record).get(passage)) is not None:
        return known
    anchored = anchors(record)
    anchor = anchored.of(passage)
    source = anchored.source(passage.document)
    if anchor.state is AnchorState.FOUND and anchor.span is not None and source is not None:
        return ShownPassage(
            text=source.display(anchor.span.start, anchor.span.end),
            document=passage.document,
            heading=anchor.heading,
            paragraph=anchor.paragraph,
            page=anchor.page,
            verified=True,
        )
    text = SourceText(passage.quote).display(0, len(passage.quote))
    return ShownPassage(
        text=text, document=passage.document, heading=None, paragraph=None, verified=False
    )


def quote_text(passages: Iterable[ShownPassage], language: Language) -> str | None:
    """Return quotes one a line, each once; one that is not verified says so."""
    lines = (
        passage.text
        if passage.verified
        else f"{passage.text} {label('quote.unverified', language)}"
        for passage in passages
    )
    # Two statements may quote the same sentence.
    return "\n".join(dict.fromkeys(lines)) or None


def number_text(passage: ShownPassage, language: Language) -> str:
    """Return the page and the paragraph of a quote, as far as they are known: "p. 3, alinea 9"."""
    known = {"page": passage.page, "paragraph": passage.paragraph}
    return ", ".join(
        label(f"quote.{part}", language, number=number)
        for part, number in known.items()
        if number is not None
    )


def place_text(passages: Iterable[ShownPassage], language: Language) -> str | None:
    """Return where quotes stand: heading, page and paragraph, each place once, one a line."""
    lines = []
    for passage in passages:
        parts = (f"“{passage.heading}”" if passage.heading else "", number_text(passage, language))
        lines.append(", ".join(filter(None, parts)))
    return "\n".join(filter(None, dict.fromkeys(lines))) or None
