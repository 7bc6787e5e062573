"""Bounds follow the source's words: a ceiling is a ceiling."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from ssrpolicy.messages import _
from ssrpolicy.model import BOUNDS, Passage, PolicyRecord, Severity, quantified
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_quotes
from ssrpolicy.rules.wording.words import one_line, stated_numbers

# Words right before a number, with the bounds that fit them, Dutch and English; the one that they
# give comes first. They are compiled where they are first used.
_BEFORE: Final = (
    (
        (
            r"(?:maximaal|hoogstens|ten hoogste|hooguit|niet meer dan|een maximum van"
            r"|at most|up to|no more than|not more than|a maximum of)\Z"
        ),
        ("at_most",),
    ),
    (
        (
            r"(?:minimaal|minstens|ten minste|tenminste|op zijn minst|niet minder dan"
            r"|een minimum van|meer dan|at least|no fewer than|no less than|a minimum of"
            r"|more than)\Z"
        ),
        ("at_least",),
    ),
    (
        (
            r"(?:circa|ca\.|ongeveer|om en nabij|zo'n|bijna|naar schatting|rond de"
            r"|about|approximately|around|nearly|roughly|an estimated)\Z"
        ),
        ("about", "at_least", "at_most"),
    ),
    (r"\bruim\Z", ("at_least", "about", "at_most")),
)
# How these words end: whether one of them can be there at all.
_LAST_LETTERS: Final = (
    *("aal", "ens", "ste", "hooguit", " dan", " van", "most", "up to", " of", "ijn", "least"),
    *("than", "rca", "ca.", "veer", "bij", "zo'n", "jna", "ting", "rond de", "about", "tely"),
    *("around", "arly", "ghly", "mated", "ruim"),
)
_REACH = 24
# The beginnings of all these words: whether to look closer at all.
_BOUND_WORD: Final = re.compile(
    r"maxim|hoogst|hooguit|meer|most|up to|up\s|more|minim|minst|minder|least|few|less|circa|ca\."
    r"|ongeveer|nabij|zo.n|ruim|bijna|schatting|rond|about|approx|nearly|rough|estimat",
    re.IGNORECASE,
)


@rule("bound-contradicted", Severity.WARNING)
def bound_contradicted(record: PolicyRecord) -> Iterator[Remark]:
    """A number is recorded with another bound than the words before it give.

    "Maximaal 100 personen" is a ceiling and not a target: with 60 people it is kept. "Ten minste"
    is a floor, and "circa" is not exact.

    Example: `{ exactly = 100, unit = "person" }`, where the quote has "maximaal 100 personen".

    What to do: take the bound that the words give: `at_most`, `at_least`, `about`.
    """
    for entry, path in quantified(record):
        bounds = [
            (index, bound, value)
            for index, quantity in enumerate(entry.quantities)
            for bound in BOUNDS
            if (value := getattr(quantity, bound)) is not None
        ]
        # Most fit plainly, which is seen at once; to look for words in the quotes takes longer.
        if all(_fits_plainly(entry.quotes, bound, value) for __, bound, value in bounds) or not any(
            _BOUND_WORD.search(passage.quote) for passage in entry.quotes
        ):
            continue
        said = [
            (number.value, one_line(quote[max(0, number.start - _REACH) : number.start]))
            for quote, number in stated_numbers(record, entry)
        ]
        for index, bound, value in bounds:
            before = [words for number, words in said if number == value]
            against = [found for words in before if (found := _against(bound, words))]
            # Where the source has the number twice, one fitting place is enough.
            if against and len(against) == len(before):
                words, given = against[0]
                yield Remark(
                    message=_(
                        "The quote has {words}, recorded as {bound}.",
                        words=in_quotes(f"{words} {value:f}"),
                        bound=bound,
                    ),
                    hint=_("Take {given}.", given=given),
                    place=(*path, "quantities", index),
                )


def _fits_plainly(quotes: Iterable[Passage], bound: str, value: Decimal) -> bool:
    """Whether a quote has the number in plain digits, after words that its bound fits.

    Most have; reading every number of a quote takes far longer.
    """
    for passage in quotes:
        before, found, after = passage.quote.partition(f"{value:f}")
        alone = before[-1:] in (" ", "\n") and after[:1] in (" ", "\n")
        if found and alone and not before.rstrip()[-1:].isdigit():
            return _against(bound, one_line(before[-_REACH - 1 :])) is None
    return False


def _against(bound: str, before: str) -> tuple[str, str] | None:
    """Return the words before a number that do not fit its bound, with the bound they give."""
    if not before.endswith(_LAST_LETTERS):
        return None
    for pattern, fitting in _BEFORE:
        if (match := re.search(pattern, before)) is not None:
            return None if bound in fitting else (match[0], fitting[0])
    return None
