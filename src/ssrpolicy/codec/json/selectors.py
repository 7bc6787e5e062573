"""Quotes in JSON: read and written with the selectors of the W3C's Web Annotation."""

from collections.abc import Mapping
from typing import Any, Final

from ssrpolicy.codec.problems import FlawedError, invalid, missing, refused, unknown_key, wrong_type
from ssrpolicy.codec.scalars import NO_DEFAULTS, Convert, exactly, text
from ssrpolicy.codec.shape import Data
from ssrpolicy.messages import _, marked
from ssrpolicy.model import Passage

QUOTE_SELECTOR: Final = "TextQuoteSelector"
POSITION_SELECTOR: Final = "TextPositionSelector"

_AROUND = ("prefix", "suffix")
_whole = exactly(int, marked("a whole number"))
# The readers of each selector's keys, and the keys that it cannot do without.
_SELECTORS: Final[Mapping[str, tuple[Mapping[str, Convert], tuple[str, ...]]]] = {
    QUOTE_SELECTOR: (dict.fromkeys(("type", "exact", *_AROUND), text), ("exact",)),
    POSITION_SELECTOR: ({"type": text, "start": _whole, "end": _whole}, ("start", "end")),
}


def passage(value: object, __: object) -> Passage:
    """Return a quote, which in JSON has selectors and not the keys of the class."""
    if type(value) is not dict:
        raise wrong_type(value, _("an object with document and selector"))
    found = _values(value, _PASSAGE, ("document", "selector"))
    try:
        return Passage(document=found["document"], **found["selector"])
    except ValueError as error:
        raise invalid(error) from None


def _words(value: object, __: object) -> Data:
    """Return the words that the one TextQuoteSelector of a quote gives, by the keys of Passage."""
    if type(value) is not list:
        raise wrong_type(value, _("a list of selectors"))
    found: dict[str, Data] = {}
    for index, selector in enumerate(value):
        try:
            _add(selector, found)
        except FlawedError as error:
            raise FlawedError(error.within(index)) from None
    if QUOTE_SELECTOR not in found:
        raise FlawedError([missing(_("its {selector}", selector=QUOTE_SELECTOR))])
    quote = found[QUOTE_SELECTOR]
    return {"quote": quote["exact"], **{key: quote[key] for key in _AROUND if key in quote}}


def _add(selector: object, found: dict[str, Data]) -> None:
    """Add the values of a selector to those found, by its type, of which a quote has only one."""
    if type(selector) is not dict:
        raise wrong_type(selector, _("a selector"))
    kind = selector.get("type")
    if type(kind) is not str or kind not in _SELECTORS or kind in found:
        raise refused(
            _("is not a selector that a quote has here"),
            code="value-unknown",
            hint=_(
                "One {quote_selector}, and at most one {position_selector}.",
                quote_selector=QUOTE_SELECTOR,
                position_selector=POSITION_SELECTOR,
            ),
        )
    found[kind] = _values(selector, *_SELECTORS[kind])


def _values(data: Data, readers: Mapping[str, Convert], required: tuple[str, ...]) -> Data:
    """Return the values of an object's keys; raises FlawedError for the first that is wrong."""
    for key in data:
        if key not in readers:
            raise FlawedError([unknown_key(key, readers)])
    for key in required:
        if key not in data:
            raise FlawedError([missing(_("the key {key}", key=key))])
    found: Data = {}
    for key, value in data.items():
        try:
            found[key] = readers[key](value, NO_DEFAULTS)
        except FlawedError as error:
            raise FlawedError(error.within(key)) from None
    return found


def _as_is(value: Any, __: object) -> Any:
    return value  # compared with what follows from the record when that is made


_PASSAGE: Final = {"document": text, "selector": _words, "derived": _as_is}


def passage_data(table: Data, _: object) -> Data:
    """Return the data of a quote as JSON has it, without what is derived from the text."""
    words: Data = {key: table[key] for key in _AROUND if key in table}
    selector = {"type": QUOTE_SELECTOR, "exact": table["quote"], **words}
    return {"document": table["document"], "selector": [selector]}
