"""What the recorder takes from a quote stands in the quote: cues, terms and numbers."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from ssrpolicy.evidence import Concordance, Number, anchors, levelled, numbers_in
from ssrpolicy.messages import _
from ssrpolicy.model import (
    Commitment,
    Passage,
    PolicyRecord,
    Quantified,
    Severity,
    quantified,
    terms,
)
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_quotes


def stands_in(words: str, text: str) -> bool:
    """Whether whole words stand in a text, but for line breaks, hyphens and kinds of marks."""
    # Most do to the letter, or but for line breaks; all else that may differ takes far longer.
    if _stands(words, text) or _stands(" ".join(words.split()), " ".join(text.split())):
        return True
    try:
        spans = Concordance.of(text).find(words)
    except ValueError:
        return False
    return any(_whole(text, span.start, span.end) for span in spans)


def _stands(words: str, text: str) -> bool:
    start = text.find(words)
    while start >= 0:
        if _whole(text, start, start + len(words)):
            return True
        start = text.find(words, start + 1)
    return False


def _whole(text: str, start: int, end: int) -> bool:
    return not (
        (start > 0 and text[start - 1].isalnum() and text[start].isalnum())
        or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
    )


def _elsewhere(record: PolicyRecord, words: str, quotes: Iterable[Passage]) -> str | None:
    """Return a hint when the words stand in a source from which the entry quotes."""
    for document in dict.fromkeys(passage.document for passage in quotes):
        source = anchors(record).source(document)
        if source is None:
            continue
        try:
            found = source.find(words)
        except ValueError:
            return None
        if found:
            sentence = next(iter(source.sentences_in(found[0])), None)
            if sentence is None:
                return _(
                    "The words stand elsewhere in {document}; quote them too.", document=document
                )
            return _(
                "The words stand elsewhere in {document}; quote them too: {sentence}.",
                document=document,
                sentence=in_quotes(sentence.text, 120),
            )
    return _("Write the words as the quote has them; case and spelling count.")


@rule("cue-not-quoted", Severity.ERROR, needs_whole="entry")
def cue_not_quoted(record: PolicyRecord) -> Iterator[Remark]:
    """A commitment's `cue` stands in none of its quotes.

    The cue is the word or words that decide how firm the commitment is. Without them in the quote
    nobody can judge the reading.

    Example: `cue = "zal ondersteunen"`, where the quote has "zal dit proces waar mogelijk [...]
    ondersteunen".

    What to do: copy the cue from the quote, without leaving words out; or quote the words that
    hold it as well.
    """
    for index, statement in enumerate(record.statements):
        if not isinstance(statement, Commitment):
            continue
        cue = statement.cue
        if not any(stands_in(cue, passage.quote) for passage in statement.quotes):
            yield Remark(
                message=_("The cue {cue} stands in none of its quotes.", cue=in_quotes(cue)),
                hint=_elsewhere(record, cue, statement.quotes),
                place=("statements", index, "cue"),
            )


@rule("phrase-not-quoted", Severity.ERROR, needs_whole="entry")
def phrase_not_quoted(record: PolicyRecord) -> Iterator[Remark]:
    """The phrase of a term stands in none of the entry's quotes.

    A term is recorded in the source's own words, so that no date or term is invented. That is so
    for statements and requests, and for updates that quote a document.

    Example: `timeframe = { phrase = "voor de zomer" }`, where the quote has "voor het
    zomerreces".

    What to do: copy the phrase from the quote; or quote the words that hold it as well. A request
    or update without any quote is not looked at: it gives the term in words of its own.
    """
    for term, entry, path in terms(record):
        if entry.quotes and not any(stands_in(term.phrase, each.quote) for each in entry.quotes):
            yield Remark(
                message=_(
                    "The phrase {phrase} of the timeframe stands in none of its quotes.",
                    phrase=in_quotes(term.phrase),
                ),
                hint=_elsewhere(record, term.phrase, entry.quotes),
                place=(*path, "phrase"),
            )


@rule("number-not-quoted", Severity.ERROR, needs_whole="entry")
def number_not_quoted(record: PolicyRecord) -> Iterator[Remark]:
    """A number stands in none of the entry's quotes, neither in digits nor in words.

    Every quantity is read from a quote: "153", "1.250", "vijf", "anderhalf miljoen".

    Example: `{ exactly = 153, unit = "person" }`, where the quote stops before "153
    uitzendbare functionarissen".

    What to do: quote the words with the number; or correct the number. A sum, a share or a
    conversion of your own is not what the source states: record what it states.
    """
    for entry, path in quantified(record):
        for index, quantity in enumerate(entry.quantities):
            for value in quantity.numbers:
                if _plainly_states(entry.quotes, value):
                    continue
                stated = {number.value for __, number in stated_numbers(record, entry)}
                if value not in stated:
                    yield Remark(
                        message=_(
                            "The number {value:f} stands in none of its quotes.", value=value
                        ),
                        hint=_stated_hint(stated),
                        place=(*path, "quantities", index),
                    )


def stated_numbers(record: PolicyRecord, entry: Quantified) -> Iterator[tuple[str, Number]]:
    """Yield the numbers that an entry's quotes state, each with its quote."""
    languages = {document.id: document.language for document in record.documents}
    for passage in entry.quotes:
        for number in _numbers(passage.quote, languages.get(passage.document) or record.language):
            yield passage.quote, number


# Several rules read the numbers of one quote.
_numbers = lru_cache(maxsize=1024)(numbers_in)


def _plainly_states(quotes: Iterable[Passage], value: Decimal) -> bool:
    """Whether a quote has the number in plain digits, as most do: no other reading is tried."""
    digits = f"{value:f}"
    for passage in quotes:
        before, found, after = passage.quote.partition(digits)
        if found and before[-1:] in ("", " ", "\n") and after[:1] in ("", " ", "\n"):
            return not before.rstrip()[-1:].isdigit() and not after.lstrip()[:1].isdigit()
    return False


def _stated_hint(stated: set[Decimal]) -> str:
    if not stated:
        return _("Its quotes state no number; quote the words that do.")
    listed = ", ".join(f"{value:f}" for value in sorted(stated)[:6])
    return _(
        "Its quotes state {numbers}; correct the number, or quote the words that state it.",
        numbers=listed,
    )


@lru_cache(maxsize=1024)  # several rules read the same words
def one_line(text: str) -> str:
    """Return a text in small letters on one line, with one kind of each mark, for word lists."""
    return " ".join(levelled(text).casefold().split())
