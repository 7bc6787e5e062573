"""Quotes stand in their documents, word for word, in one place."""

from collections.abc import Iterator

from ssrpolicy.evidence import (
    DASHES,
    MOST_PLACES,
    SOFT_HYPHEN,
    Anchor,
    Anchors,
    AnchorState,
    SourceText,
    Span,
    anchors,
)
from ssrpolicy.messages import _, together
from ssrpolicy.model import BlockKind, Passage, PolicyRecord, Quote, Severity
from ssrpolicy.rules.definition import MOST_HINTS, Remark, rule
from ssrpolicy.rules.messages import in_quotes

_MOST_PREFIX_WORDS = 12
_MOST_PLACES = 3
_HYPHENS = frozenset(("-", SOFT_HYPHEN, *DASHES))


def anchored(record: PolicyRecord, state: AnchorState) -> Iterator[tuple[Quote, Anchor]]:
    """Yield the passages whose anchors are in this state."""
    return (each for each in anchors(record).quotes if each[1].state is state)


@rule("quote-missing", Severity.ERROR)
def quote_missing(record: PolicyRecord) -> Iterator[Remark]:
    """A quote does not stand in its document.

    A quote must match its document word for word. Only this may differ: line breaks and other
    white space, hyphens at the end of a line, soft hyphens, and the kinds of apostrophe,
    quotation mark and dash. Case and words never.

    Example: "zal dit proces ondersteunen", where the letter has "zal dit proces waar mogelijk,
    en bij voorkeur multilateraal, ondersteunen".

    What to do: copy the words from the document's text; where its lines break makes no difference.
    The hint names the nearest words there, or another document in which the quote stands. Words
    left out of the middle are quoted as two quotes.
    """
    known = anchors(record)
    for number, (each, anchor) in enumerate(anchored(record, AnchorState.MISSING)):
        passage, source = each.passage, anchor.source
        hint = None
        # Looking for what is near costs far more than finding: not for a text that is another.
        if source is not None and number < MOST_HINTS:
            hint = _missing_hint(record, known, passage, source)
        yield Remark(
            message=_(
                "The quote {quote} does not stand in {document}.",
                quote=in_quotes(passage.quote),
                document=passage.document,
            ),
            hint=hint,
            place=each.path,
        )


def _missing_hint(
    record: PolicyRecord, known: Anchors, passage: Passage, source: SourceText
) -> str:
    without = _places(source, passage.quote)
    if without and (passage.prefix or passage.suffix):
        names = together([name for name in ("prefix", "suffix") if getattr(passage, name)])
        before, after = _around(source, without[0])
        return _(
            "The words stand there, but not with this {names}; in the text they stand between "
            "{before} and {after}.",
            names=names,
            before=in_quotes(before),
            after=in_quotes(after),
        )
    return _elsewhere(record, known, passage) or _nearest(source, passage.quote)


def _elsewhere(record: PolicyRecord, known: Anchors, passage: Passage) -> str | None:
    """Return a hint when the same words stand in another document of the record."""
    for document in record.documents:
        source = known.source(document.id)
        if source is None or document.id == passage.document:
            continue
        if _places(source, passage.quote):
            toml = f'{{ document = "{document.id}", quote = ... }}'
            return _("The same words stand in {id}: write {toml}.", id=document.id, toml=toml)
    return None


def _nearest(source: SourceText, quote: str) -> str:
    """Return a hint with the words most like the quote, and how they differ."""
    from ssrpolicy.evidence import near_misses  # noqa: PLC0415 - most records have every quote in its place

    for miss in near_misses(source, quote, limit=1):
        place = source.describe(miss.span)
        words = in_quotes(source.display(miss.span.start, miss.span.end), 120)
        if place.paragraph is None:
            return _(
                "The nearest words stand: {words}; {difference}.",
                words=words,
                difference=miss.difference,
            )
        return _(
            "The nearest words stand in paragraph {paragraph}: {words}; {difference}.",
            paragraph=place.paragraph,
            words=words,
            difference=miss.difference,
        )
    return _("Copy the words from the document's text; nothing like them stands there.")


def _places(source: SourceText, words: str, prefix: str = "") -> tuple[Span, ...]:
    try:
        return source.find(words, prefix)
    except ValueError:
        return ()


def _around(source: SourceText, span: Span) -> tuple[str, str]:
    """Return a few words right before and right after a stretch."""
    before = source.display(max(0, span.start - 40), span.start).split()[-3:]
    after = source.display(span.end, min(len(source.text), span.end + 40)).split()[:3]
    return " ".join(before), " ".join(after)


@rule("quote-repeated", Severity.ERROR)
def quote_repeated(record: PolicyRecord) -> Iterator[Remark]:
    """A quote stands in its document more than once.

    Then nobody can see which place is meant, in which paragraph and under which heading.

    Example: "in algemene zin niet noodzakelijk is om het" stands at the beginning of the letter
    and in its conclusion.

    What to do: quote more words; or say what stands right before or right after, `{ quote =
    "...", prefix = "regering van mening dat het" }`. The hint has a prefix ready for each place.
    """
    for number, (each, anchor) in enumerate(anchored(record, AnchorState.REPEATED)):
        passage, source = each.passage, anchor.source
        if source is None:
            continue
        number_of_places = len(anchor.matches)
        times = _("1,000 or more") if number_of_places == MOST_PLACES else str(number_of_places)
        hint = _("Quote more words, or add what stands right before as prefix.")
        # To try prefixes costs far more than to see that there are several places.
        if number < MOST_HINTS:
            hint = _(
                "Quote more words, or add what stands before: {places}.",
                places=_prefixes(source, anchor),
            )
        yield Remark(
            message=_(
                "The quote {quote} stands {times} times in {document}.",
                quote=in_quotes(passage.quote),
                times=times,
                document=passage.document,
            ),
            hint=hint,
            place=each.path,
        )


def _prefixes(source: SourceText, anchor: Anchor) -> str:
    """Return where the first matches stand, each with the prefix that would make it the one."""
    quote = anchor.passage.quote
    places = [_place(source, quote, span) for span in anchor.matches[:_MOST_PLACES]]
    more = len(anchor.matches) - len(places)
    return "; ".join([*places, _("and {number} more", number=more)] if more else places)


def _outside(kind: BlockKind | None) -> str:
    match kind:
        case BlockKind.LETTERHEAD:
            return _("in the letterhead")
        case BlockKind.HEADING:
            return _("in the heading")
        case BlockKind.ORNAMENT:
            return _("in the ornament")
        case BlockKind.SIGNATURE:
            return _("in the signature")
        case BlockKind.NOTE:
            return _("in a note")
        case _:
            return _("outside the text's body")


def _place(source: SourceText, quote: str, span: Span) -> str:
    """Return where a match stands, with the prefix that would make it the only one."""
    place = source.describe(span)
    if place.paragraph is None:
        where = _outside(place.kind)
    else:
        where = _("in paragraph {paragraph}", paragraph=place.paragraph)
        if place.heading is not None:
            where += f" ({place.heading})"
    # Three times the words wanted is room enough: only their last ones are taken.
    words = source.display(max(0, span.start - 240), span.start).split()
    for count in range(1, min(_MOST_PREFIX_WORDS, len(words)) + 1):
        prefix = " ".join(words[-count:])
        if _places(source, quote, prefix) == (span,):
            # TOML and JSON both read a text in double quotation marks so.
            escaped = prefix.replace("\\", "\\\\").replace('"', '\\"')
            return f'{where}, prefix = "{escaped}"'
    return where


@rule("quote-unverified", Severity.NOTE)
def quote_unverified(record: PolicyRecord) -> Iterator[Remark]:
    """A quote is from a document whose text the record does not have.

    Nobody can check it here; reports show it as unverified.

    Example: a quote from a motion that is recorded with its number only.

    What to do: put the document's text in the record's folder and name it with `file` and
    `sha256`. If the letter repeats the words, quote the letter: the hint says so when another
    document of the record has them. A document that is not recorded at all, or whose file cannot
    be read, is another finding.
    """
    known = anchors(record)
    # That a document is not recorded, or its file cannot be read, is said elsewhere.
    without = {document.id for document in record.documents if document.file is None}
    unverified = (each for each, __ in anchored(record, AnchorState.UNVERIFIED))
    for number, each in enumerate(e for e in unverified if e.passage.document in without):
        passage = each.passage
        elsewhere = _elsewhere(record, known, passage) if number < MOST_HINTS else None
        yield Remark(
            message=_(
                "The quote {quote} is unverified: the record has no text of {document}.",
                quote=in_quotes(passage.quote),
                document=passage.document,
            ),
            hint=elsewhere or _("Add the text with file and sha256, if it can be had."),
            place=each.path,
        )


@rule("quote-cuts-word", Severity.WARNING)
def quote_cuts_word(record: PolicyRecord) -> Iterator[Remark]:
    """A quote begins or ends in the middle of a word.

    It reads as another word, or as none; usually the selection slipped.

    Example: "nodzakelijk is om het SSR-beleid" for "noodzakelijk is om het SSR-beleid".

    What to do: quote the whole word.
    """
    for each, anchor in anchored(record, AnchorState.FOUND):
        source, span = anchor.source, anchor.span
        if source is None or span is None:
            continue
        text = source.text
        # Most quotes begin and end next to a space or a mark; only others need a closer look.
        if _is_edge(text, span.start) and _is_edge(text, span.end):
            continue
        if not source.cuts_word(span):
            continue
        start, end = span.start, span.end
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        whole = source.display(start, end)
        yield Remark(
            message=_("The quote {quote} cuts a word in two.", quote=in_quotes(each.passage.quote)),
            hint=_("The text has {whole}.", whole=in_quotes(whole, 80)),
            place=each.path,
        )


def _is_edge(text: str, offset: int) -> bool:
    """Whether words begin or end at an offset beyond doubt, for no hyphen is near."""
    before, after = text[max(0, offset - 4) : offset].rstrip(), text[offset : offset + 1]
    if not before or before[-1] in _HYPHENS or after in _HYPHENS:
        return offset == 0
    return text[offset - 1].isspace() or not (before[-1].isalnum() and after.isalnum())
